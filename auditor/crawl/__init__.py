"""From a URL or a folder to snapshots and pages.

The crawl runs in a process of its own, because a Twisted reactor starts once in a process and because it earns a core.
This module and what it imports know nothing of Scrapy and start fast; only the crawling process loads it.
"""

from auditor.crawl.events import Event, Finished, Kept, Progress, Skipped, Warned
from auditor.crawl.journal import kept, unsent
from auditor.crawl.parent import crawl
from auditor.crawl.replay import ending, replay
from auditor.crawl.target import Target, resolve

__all__ = [
    "Event",
    "Finished",
    "Kept",
    "Progress",
    "Skipped",
    "Target",
    "Warned",
    "crawl",
    "ending",
    "kept",
    "replay",
    "resolve",
    "unsent",
]
