"""Two runs on disk in, their Diff out: the earlier one is judged again where the ruler changed in between.

What costs time is kept under ``output/<host>/again/`` and used again: runs judged by a later method, and how far label
error moves a score. All of it can be deleted.
"""

from auditor.reaudit.compared import AGAIN, at_hand, before, diff, read

__all__ = ["AGAIN", "at_hand", "before", "diff", "read"]
