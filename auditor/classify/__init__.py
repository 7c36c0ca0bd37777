"""Units of copy in, labelled units out.

``load()`` gives a :class:`Classifier`; the rest is training (``train``), measurement (``evaluate``), the model card
(``card``) and the correction of shares (``shares``). Names are loaded when they are asked for: whoever only wants the
correction of shares does not pay for the classifier.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from auditor.classify.classifier import Classifier, load
    from auditor.classify.shares import ShareModel

__all__ = ["Classifier", "ShareModel", "load"]

_HOMES = {"Classifier": "classifier", "ShareModel": "shares", "load": "classifier"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
