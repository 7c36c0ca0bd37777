"""Re-audits by the clock or when a site changed, and what is told after each.

``auditor watch run`` is a loop over a table (:mod:`auditor.watch.book`): what is due is audited, compared with the run
before, and told (:mod:`auditor.watch.message`) through an outbox (:mod:`auditor.watch.delivery`).
"""

from auditor.watch.book import Book, Waiting, Watched, watch_id
from auditor.watch.delivery import CHANNELS, ready
from auditor.watch.loop import Loop, states
from auditor.watch.timing import next_after, schedule

__all__ = ["CHANNELS", "Book", "Loop", "Waiting", "Watched", "next_after", "ready", "schedule", "states", "watch_id"]
