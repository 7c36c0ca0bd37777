"""Units of copy in, labelled units out.

``load()`` gives a :class:`Classifier`; the rest is training (``train``), measurement (``evaluate``), the model card
(``card``) and the correction of shares (``shares``).
"""

from auditor.classify.classifier import Classifier, load
from auditor.classify.shares import ShareModel

__all__ = ["Classifier", "ShareModel", "load"]
