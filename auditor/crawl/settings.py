"""The Scrapy settings of the project (``scrapy.cfg`` points here).

What Scrapy 2.19 has on by default and a user has not asked for is off: two listening ports (telnet and remote
control), cookies (which also look up the public-suffix list over the network), responses of up to 1 GiB, certificates
that nobody verifies.
robots.txt is obeyed by :mod:`auditor.crawl.walk`, which asks before a URL becomes a request.
"""

from __future__ import annotations

from typing import Any

from auditor import __version__

BOT_NAME = "auditor"
SPIDER_MODULES = ["auditor.crawl.spiders"]
NEWSPIDER_MODULE = "auditor.crawl.spiders"
USER_AGENT = f"auditor/{__version__}"

REMOTE_CONTROL_ENABLED = False
TELNETCONSOLE_ENABLED = False
COOKIES_ENABLED = False
ROBOTSTXT_OBEY = True
DOWNLOAD_VERIFY_CERTIFICATES = True

DOWNLOAD_MAXSIZE = 5_000_000
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_TIMEOUT = 30
DOWNLOAD_DELAY = 0.5
DOWNLOAD_DELAY_JITTER = 0.0
DOWNLOAD_FAIL_ON_DATALOSS = False
CONCURRENT_REQUESTS = 4
CONCURRENT_REQUESTS_PER_DOMAIN = 4
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 0.5
AUTOTHROTTLE_MAX_DELAY = 30

TWISTED_DNS_RESOLVER = "scrapy.resolver.CachingHostnameResolver"
REACTOR_THREADPOOL_MAXSIZE = 4

# Every component below costs time on every page, and what it does is done elsewhere or not wanted: redirects, retries,
# robots and duplicates are the walk's own affair, and the file, FTP, data and S3 handlers must not be within reach.
DOWNLOADER_MIDDLEWARES_BASE = {"scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": 590}
SPIDER_MIDDLEWARES_BASE: dict[str, int] = {}
EXTENSIONS_BASE = {
    "scrapy.extensions.throttle.AutoThrottle": 0,
    "scrapy.extensions.feedexport.FeedExporter": 0,  # idle unless ``scrapy crawl -O`` asks for a file
}
DOWNLOAD_HANDLERS_BASE = {
    "http": "scrapy.core.downloader.handlers.http11.HTTP11DownloadHandler",
    "https": "scrapy.core.downloader.handlers.http11.HTTP11DownloadHandler",
}
STATS_CLASS = "scrapy.statscollectors.DummyStatsCollector"
STATS_DUMP = False
LOG_LEVEL = "WARNING"
LOG_FORMATTER = "auditor.crawl.spiders.site.Silence"


def for_run(
    *, delay: float, concurrency: int, timeout: float, max_bytes: int, user_agent: str, proxy: bool, polite: bool
) -> dict[str, Any]:
    """What one run changes. ``delay`` and ``timeout`` are seconds; ``polite`` throttles to the server's own pace."""
    changes: dict[str, Any] = {
        "DOWNLOAD_DELAY": delay,
        "AUTOTHROTTLE_ENABLED": polite,
        "AUTOTHROTTLE_START_DELAY": delay,
        "AUTOTHROTTLE_TARGET_CONCURRENCY": max(1.0, concurrency / 2),
        "CONCURRENT_REQUESTS": concurrency,
        "CONCURRENT_REQUESTS_PER_DOMAIN": concurrency,
        "DOWNLOAD_TIMEOUT": timeout,
        "DOWNLOAD_MAXSIZE": max_bytes,
        "USER_AGENT": user_agent,
    }
    if proxy:
        changes["DOWNLOADER_MIDDLEWARES"] = {"scrapy.downloadermiddlewares.httpproxy.HttpProxyMiddleware": 750}
    return changes
