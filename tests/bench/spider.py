"""The peer: a CrawlSpider with Scrapy's defaults that only follows links. Run as a script: URL."""

from __future__ import annotations

import sys
from urllib.parse import urlsplit

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from scrapy.linkextractors import LinkExtractor
from scrapy.spiders import CrawlSpider, Rule


class Follower(CrawlSpider):
    """Follows every link of the site and keeps nothing."""

    name = "follower"
    rules = (Rule(LinkExtractor(), callback="count", follow=True),)
    pages = 0
    allowed_domains: list[str]
    start_urls: list[str]

    def count(self, response: Response) -> None:
        """One page more."""
        self.pages += 1


if __name__ == "__main__":
    start = sys.argv[1]
    Follower.start_urls = [start]
    Follower.allowed_domains = [urlsplit(start).hostname or ""]
    # without its log, which would cost it a fifth; whatever else stands as Scrapy ships it
    process = AsyncCrawlerProcess({"LOG_ENABLED": False})
    crawler = process.create_crawler(Follower)
    process.crawl(crawler)
    process.start()
    print(crawler.stats.get_value("response_received_count"))
