"""Does the menu lead to what it says, and what is it named after?

Why it matters
--------------
The menu is the one text that stands on every page. Whoever presses a name and arrives at something else does not know that the
right page exists; whoever comes with a job, a trade or a trouble has to translate a row of product names first.

How it is measured
------------------
Labels of menu links that stand on the home page or on at least {EVERYWHERE} of the pages, each once, are sorted by a public word list and by
the kind of page they lead to: customers (a trade, a kind of person, a situation, a trouble, a question, an
application), the company, proof, prices, reading, mere doors (home, contact, log in); the rest name offers, but for those whose page was not read. They are
counted from {MIN_LABELS} labels on, and that most are offers is told of nobody: of such findings on sites never tuned on readers signed none.
A label is told that is the name of one page and leads to another, which does not speak of it. Pages that a buyer looks for (prices, customers' stories) are named where no menu of the pages read leads to them, and
pages titled as drafts or mock-ups where no link does. There
is no score: a label has two words, and calling "Products" "Solutions" must not earn anything.

How to fix it
-------------
Press every entry once and see where it leads; link prices, offers and customers' stories where they are spoken of.

Limit
-----
Labels are short, and some offers are named by the trouble they end. Menus that a script builds are not seen.

Fails
-----
/ Acme
[nav link /about] other: Prices
[nav link /product/gx] other: GX-200
[nav link /product/hx] other: HX-300
[first heading 1] feature: Pumps
/about About us
[main sentence] company: We have built pumps since 1921.
/prices Prices
[main sentence] feature: A pump costs from $900.
/product/gx GX-200
/product/hx HX-300

Passes
------
/ Acme
[nav link /prices] other: Prices
[nav link /product/gx] other: GX-200
[nav link /product/hx] other: HX-300
[first heading 1] feature: Pumps
/about About us
[main sentence] company: We have built pumps since 1921.
/prices Prices
[main sentence] feature: A pump costs from $900.
/product/gx GX-200
/product/hx HX-300

Sources
-------
Links that carry the visitor's own "trigger words" are followed: Spool, Perfetti and Brittan 2004, "Designing for the
Scent of Information", User Interface Engineering. The thresholds are judgements made on the tuning sites.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from auditor import lexicon
from auditor.addresses import alike
from auditor.audit import Verdict, audit, finding, quote
from auditor.cues import rare
from auditor.entities import customers_words
from auditor.model import Finding, JudgedPage, PageKind, Quote, Region, Tier
from auditor.naming import bare_words
from auditor.site import Site
from auditor.strength import called
from auditor.text import word_count

MOST_CALL = 3
"""Words of a call to act that is one wherever it stands."""

EVERYWHERE = 0.5
"""Share of the pages on which a label that the home page lacks must stand to belong to the menu."""

MIN_LABELS = 3
"""Labels with content (not mere doors) under which it is not said what they are named after."""

FAR = 3
"""Clicks from the home page from which a page that no menu names is far away."""

LONGEST = 60
"""Letters from which a link is no label any more."""

_ORDER = ("door", "company", "proof", "price", "customers", "learn", "offer")
_BY_KIND = {
    PageKind.PRICING: "price", PageKind.ABOUT: "company", PageKind.MISSION: "company", PageKind.CAREERS: "company", PageKind.INVESTORS: "company",
    PageKind.CUSTOMERS: "proof", PageKind.TESTIMONIAL: "proof", PageKind.BLOG: "learn", PageKind.SUPPORT: "learn",
    PageKind.DOCS: "learn", PageKind.CONTACT: "door", PageKind.HOME: "door", PageKind.POLICY: "door",
}  # fmt: skip
_WANTED = {
    PageKind.PRICING: "prices",
    PageKind.CUSTOMERS: "customers' stories",
    PageKind.TESTIMONIAL: "what customers say",
}
_LEADING = re.compile(r"^(?:more|our|the|all|my|view|see)\s+")
_BACK = re.compile(r"(?:back|home|return|top|start|logo|welcome|menu|skip|next|previous|more)\b", re.I)
_CALL = re.compile(
    r"(?:book|order|buy|shop|reserve|apply|register|enrol+|donate|subscribe|get started|start|request|contact|call|enquire|schedule|get an?)\b.*",
    re.I,
)
_TRIM = re.compile(r"^[^\w(]+|[^\w)?!]+$|\s+\d+$")
_PRICE = re.compile(
    r"[$€£]\s?\d[\d,.]*(?:\s?[-–]\s?[$€£]?\d[\d,.]*)?\s?(?:/|per |a |an )\s?(?:month|mo|year|yr|hour|visit|person|piece|pc|day|week)\b"
)


@dataclass(frozen=True, slots=True)
class _Label:
    """One label of the menu: as written, what it is named after, and a page on which it stands."""

    text: str
    group: str
    page: str


@audit(
    passes="Where its labels lead, and what they are named after",
    fails="Not every label and page leads to what is looked for",
    version=8,
)
def navigation(site: Site) -> Verdict:
    """Judge a site."""
    labels = _labels(site)
    groups: dict[str, list[_Label]] = defaultdict(list)
    for label in labels:
        groups[label.group].append(label)
    numbers = {
        "labels": {group: [label.text for label in groups[group]] for group in (*_ORDER, "other") if groups[group]}
    }
    findings = [
        *_misled(site),
        *_unreached(site, groups["offer"]),
        *_drafts(site),
    ]
    named = len(labels) - len(groups["door"])
    if not labels and not findings:
        return Verdict.not_applicable(f"No menu could be told from the rest of the {site.read} crawled.")
    if named < MIN_LABELS:
        few = "The menu has too few labels to say what it is named after."
        return Verdict(few, findings=findings, numbers=numbers) if findings else Verdict.not_enough(few, **numbers)
    offers, customers = len(groups["offer"]), len(groups["customers"])
    summary = f"Of {named} menu labels with content, {offers} name offers and {customers} name customers, their trades or situations."
    if unread := len(groups["other"]):
        summary += f" {unread} of them lead{'s' * (unread == 1)} to pages that were not read."
    return Verdict(summary, findings=findings, numbers=numbers)


def _labels(site: Site) -> list[_Label]:
    """The labels of the menu, most pages first, each target and each wording once."""
    counts: Counter[tuple[str, str]] = Counter()
    where: dict[tuple[str, str], str] = {}
    for page in sorted(site.pages, key=lambda page: (page is not site.home, page.url)):
        links = {
            (link.text, link.url)
            for link in page.page.links
            if link.region is Region.NAV and link.internal and link.text
        }
        counts.update(links)
        for key in sorted(links):
            where.setdefault(key, page.url)
    floor = EVERYWHERE * len(site.pages)
    found: list[_Label] = []
    wordings: set[str] = set()
    targets: set[str] = set()
    for (text, url), count in sorted(counts.items(), key=lambda item: (-item[1], -len(item[0][0]), item[0])):
        bare = _TRIM.sub("", _TRIM.sub("", text))
        group = _group(site, bare, url)
        everywhere = count >= floor or (site.home is not None and where[(text, url)] == site.home.url)
        if (
            not everywhere
            or not bare
            or bare.casefold() in wordings
            or (url in targets and group not in ("door", "company"))
        ):
            continue
        wordings.add(bare.casefold())
        targets.add(url)
        found.append(_Label(text, group, where[(text, url)]))
    return found


def _group(site: Site, label: str, url: str) -> str:
    """What a label is named after: by its words, else by its page; what is left names something that is offered."""
    menu = lexicon.load("menu")
    without = re.sub(r"\W", "", site.name_pattern.sub("", label))
    if len(without) <= 1 or len(label) > LONGEST or (site.home and url == site.home.url):
        return "door"
    named = next((group for group in _ORDER if menu.has(label, group)), "")
    target = site.page(url) or site.page(url.split("#")[0])  # a place on a page that was read
    return named or (_BY_KIND.get(target.kind, "offer") if target else "other")


def _unreached(site: Site, offers: list[_Label]) -> list[Finding]:
    """Pages that buyers look for and no menu names."""
    linked = {link.url for page in site.pages for link in page.page.links if link.region in (Region.NAV, Region.FOOTER)}
    hidden = [
        page
        for page in site.pages
        if page is not site.home
        and page.url not in linked
        and (page.clicks is None or page.clicks >= FAR)
        and not page.twin_of
    ]
    found = []
    for page in hidden:
        price = _price(page, offers)
        what = _WANTED.get(page.kind, "a price for what you sell" if price else "")
        heard = any(said.page is page for said in customers_words(site)) or any(_TOLD.search(c.text) for c in page.copy)
        silent = page.kind is PageKind.TESTIMONIAL and not heard
        if not what or silent:  # a page that asks for a review holds none
            continue
        lost = page.clicks is None
        far = (
            "no way leads to it from the home page"
            if lost
            else f"it is {page.clicks} clicks from the home page, in no menu"
        )
        name = called(site, page)
        sum_ = _PRICE.search(price.text) if price else None
        gives = f"gives a price (“{sum_[0].strip()}”)" if sum_ else f"holds {what}"
        found.append(
            finding(
                "navigation",
                "unreached",
                Tier.PROMOTE,
                f"{name[0].upper()}{name[1:]} {gives}, and {far}",
                [price or Quote(page.page.title or page.url, page.url, "title")],
                why="Visitors look for prices and for others' experience before they act; here they do not get to see it.",
                fix="Link the page from the menu, or bring the line to the page of the offer it belongs to.",
                weight=0.5,
                key=page.url,
            )
        )
    return found[:2]


_TOLD = rare(r"\b(?:I|my)\b")
"""What somebody says of himself, as in an interview that nothing marks as quoted."""

_DRAFT = re.compile(
    r"\b(?:mock-?ups?|wireframes?|(?:test|sample|dummy|draft|template) page|page (?:template|draft)|do not publish)\b",
    re.I,
)


def _drafts(site: Site) -> list[Finding]:
    """Pages that are called drafts by their own titles, and that nobody is led to."""
    away = [page for page in site.pages if page is not site.home and page.clicks is None]
    titles = [Quote(page.page.title, page.url, "title") for page in away if _DRAFT.search(page.page.title)]
    if not titles:
        return []
    many = f"{len(titles)} drafts are published, and no link leads to them, such as" if len(titles) > 1 else ""
    return [
        finding(
            "navigation",
            "draft",
            Tier.VISIBLE,
            f"{many or 'A draft is published, and no link leads to it:'} “{titles[0].text}”",
            titles[:3],
            why="Search engines find it, and whoever lands there takes it for the site.",
            fix="Take off the site what is not meant for visitors.",
            weight=0.7,
            key="draft",
        )
    ]


def _spoken(pages: Sequence[JudgedPage]) -> str:
    """What these pages say, in bare words."""
    texts = (
        text
        for page in pages
        for text in (page.page.title, *(copy.text for copy in page.copy if copy.unit.region.is_copy))
    )
    return " ".join(map(bare_words, texts))


def _misled(site: Site) -> list[Finding]:
    """A label of menu, footer or copy that leads to another page than the one of that name."""
    named: dict[str, set[str]] = defaultdict(set)
    of: dict[str, list[JudgedPage]] = defaultdict(list)
    for page in site.pages:
        key = alike(page.url)
        named[_LEADING.sub("", bare_words(key.rsplit("/", 1)[-1]))].add(key)
        of[key].append(page)
    seen: set[tuple[str, str, bool]] = set()
    for page in site.pages:
        for link in page.page.links:
            if (link.text, link.url, link.internal) in seen:  # most links stand on every page
                continue
            seen.add((link.text, link.url, link.internal))
            label, target = _LEADING.sub("", bare_words(link.text)), alike(link.url)
            meant = named.get(label, set())
            away = link.internal and target in of and target not in meant and len(meant) == 1
            if not away or len(label) < 4 or _BACK.match(label):
                continue
            act = _CALL.fullmatch(link.text.strip()) and word_count(link.text) <= MOST_CALL
            if label in bare_words(target.rsplit("/", 1)[-1]) or (label in _spoken(of[target]) and not act):
                continue  # the page speaks of it too
            (other,) = meant
            return [
                finding(
                    "navigation",
                    "misled",
                    Tier.VISIBLE,
                    f"“{link.text}” leads to {_path(target)}, and the page of that name is {_path(other)}",
                    [Quote(link.text, page.url, "link")],
                    why="Whoever presses it arrives at something else than it says, and does not know that the right page exists.",
                    fix=f"Let it lead to {_path(other)}, everywhere it stands.",
                    weight=0.68,
                    key=f"{label}\n{target}",
                )
            ]
    return []


def _path(key: str) -> str:
    return urlsplit(key).path or "the home page"


def _price(page: JudgedPage, offers: list[_Label]) -> Quote | None:
    """A line of the page that gives a price of something the menu offers."""
    named = [re.findall(r"[A-Za-z]+ [A-Za-z]+", label.text) for label in offers]
    names = {words[0].casefold() for words in named if words}
    for copy in page.copy:
        if copy.unit.region.is_copy and _PRICE.search(copy.text):
            context = f"{copy.unit.heading} {copy.unit.before} {copy.text}".casefold()
            if any(name in context for name in names):
                return quote(copy)
    return None
