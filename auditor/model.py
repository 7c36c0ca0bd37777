"""The nouns of the product: what flows from a snapshot to a report.

Frozen, slotted dataclasses and string enums, nothing else; what a site has hundreds of thousands of is a frozen Struct,
which is made in a tenth of the time. This module imports nothing of ours; every other module speaks in these words.
Definitions of the labels are in ``data/CODEBOOK.md``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from msgspec import Struct, structs


class Name(StrEnum):
    """An enum of words that is looked up as fast as a word: an enum's own hash is a call of Python's."""

    __hash__ = str.__hash__


class Label(Name):
    """What one unit of copy is about (the seven labels of the codebook)."""

    OUTCOME = "outcome"
    PROBLEM = "problem"
    FEATURE = "feature"
    SPEC = "spec"
    COMPANY = "company"
    POLICY = "policy"
    OTHER = "other"

    rollup: Rollup
    """The group this label is counted in: customer, product, company, terms or other."""


class Rollup(Name):
    """The five groups that labels are summed into."""

    CUSTOMER = "customer"
    PRODUCT = "product"
    COMPANY = "company"
    TERMS = "terms"
    OTHER = "other"


for _label, _group in {
    Label.OUTCOME: Rollup.CUSTOMER,
    Label.PROBLEM: Rollup.CUSTOMER,
    Label.FEATURE: Rollup.PRODUCT,
    Label.SPEC: Rollup.PRODUCT,
    Label.COMPANY: Rollup.COMPANY,
    Label.POLICY: Rollup.TERMS,
    Label.OTHER: Rollup.OTHER,
}.items():
    _label.rollup = _group


class Role(Name):
    """What kind of text a unit is on its page."""

    HEADING = "heading"
    SENTENCE = "sentence"
    BULLET = "bullet"
    LINK = "link"
    BUTTON = "button"
    CELL = "cell"
    QUOTE = "quote"
    CAPTION = "caption"


class Region(Name):
    """Where a unit stands on its page. FIRST, SECOND and MAIN together are the copy proper, top to bottom."""

    FIRST = "first"
    SECOND = "second"
    MAIN = "main"
    ASIDE = "aside"
    NAV = "nav"
    FOOTER = "footer"
    OVERLAY = "overlay"

    is_copy: bool
    """True for the page's own copy, false for navigation, asides, footers and overlays."""


for _region in Region:  # a plain attribute: it is asked hundreds of thousands of times a run
    _region.is_copy = _region in (Region.FIRST, Region.SECOND, Region.MAIN)


class PageKind(Name):
    """What a page is for."""

    HOME = "home"
    PRODUCT = "product"
    SERVICE = "service"
    SOLUTION = "solution"
    PRICING = "pricing"
    ABOUT = "about"
    MISSION = "mission"
    CUSTOMERS = "customers"
    TESTIMONIAL = "testimonial"
    BLOG = "blog"
    SUPPORT = "support"
    DOCS = "docs"
    POLICY = "policy"
    CAREERS = "careers"
    INVESTORS = "investors"
    CONTACT = "contact"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Item:
    """One text to be labelled, with the context the classifier may read. Everything but ``text`` may be empty."""

    text: str
    before: str = ""
    heading: str = ""
    title: str = ""
    url: str = ""
    role: str = ""
    region: str = ""
    page_kind: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the classifier says of one item.

    ``probability`` is that of ``label`` (calibrated, 0-1); ``probabilities`` holds all seven in the order of
    :class:`Label`; ``unsure`` is true under the abstention threshold (no finding may rest on the unit);
    ``leading`` is true when it is sure enough to stand on the report's first screen; ``why`` are the words or
    spans of the text that carried the label, strongest first.
    """

    label: Label
    probability: float
    probabilities: tuple[float, ...]
    unsure: bool
    leading: bool
    why: tuple[str, ...] = ()


class Readable(StrEnum):
    """Whether a page could be judged from what the server sent."""

    YES = "yes"
    EMPTY = "empty"
    SHELL = "needs a browser"
    LOGIN = "login wall"
    STUB = "redirect stub"
    BLOCKED = "blocked"
    MISSING = "says that it is missing"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the server sent for one URL: the evidence that everything later is computed from.

    ``url`` is the page's name (canonical form), ``final_url`` where redirects ended, ``digest`` the SHA-256 of the
    body (the body itself is kept by :mod:`auditor.snapshots` under that digest), ``fetched`` a UTC time in ISO form,
    ``elapsed`` seconds, ``headers`` lower-case names with the values that matter for reading the page.
    """

    url: str
    final_url: str
    status: int
    headers: dict[str, str]
    digest: str
    fetched: str
    elapsed: float = 0.0
    size: int = 0


class Link(Struct, frozen=True, gc=False):
    """A hyperlink as it stands on a page; ``url`` is absolute and canonical (or ``tel:`` and a number), ``internal`` says
    same site.
    """

    url: str
    text: str
    region: Region
    internal: bool
    follow: bool = True


@dataclass(frozen=True, slots=True)
class Door:
    """A way on that its page's links do not tell. ``kind`` is "nowhere" (``detail`` is the link's target, which is no place),
    "mail" (``text`` is the address shown, ``detail`` the one written to), "form" (what is read in it, and its fields' names;
    both "" where what is embedded may hold one), or what cannot send or act by itself (:mod:`auditor.extract.ways`).
    """

    kind: str
    text: str
    region: Region
    detail: str = ""


class Image(Struct, frozen=True, gc=False):
    """An image as the markup describes it (never downloaded). ``width`` and ``height`` are CSS pixels, 0 unknown."""

    src: str
    alt: str | None
    region: Region
    width: int = 0
    height: int = 0


class Unit(Struct, frozen=True, gc=False, eq=False):
    """One sentence or one self-standing heading, bullet, card title, caption, button, cell or quote.

    ``id`` is content-derived and stable (path of the page, text, how many times before on that page). ``text`` is an
    exact substring of the page's visible text, white space folded. ``block`` numbers the smallest container (card,
    paragraph, list, table) so that units of one block can be told from others. ``level`` is 1-6 for headings, else 0.
    ``folded`` text is revealed by a visitor's click. ``cite`` is the attribution of a quote as the page gives it.
    """

    id: str
    page: str
    order: int
    text: str
    role: Role
    region: Region
    heading: str = ""
    before: str = ""
    selector: str = ""
    block: int = 0
    level: int = 0
    folded: bool = False
    href: str = ""
    cite: str = ""

    def __eq__(self, other: object) -> bool:
        """Whether all fields are equal."""
        if not isinstance(other, Unit):
            return NotImplemented
        return self.id == other.id and structs.astuple(self)[1:] == structs.astuple(other)[1:]

    def __hash__(self) -> int:
        return hash((self.page, self.id))


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a visitor reads it: what extraction gives for one snapshot, a pure function of its bytes.

    ``names`` are the company names the page itself declares (structured data, ``og:site_name``, title suffix), best
    first. ``canonical`` is the declared canonical URL or "". ``refresh`` is a meta-refresh target or "".
    ``digest`` identifies the copy (two URLs with one digest are the same page); ``shingles`` is a small fingerprint
    for near-identical template pages. ``kind_why`` says in words what decided the kind. ``lang`` is a two-letter
    code or "" where undecided. ``index`` is false where the page asks not to be indexed, ``follow`` false where it
    asks that its links are not followed. ``comments`` are HTML comments with prose in them, as a named source.
    ``cut`` says what of the page was not read as it stands, in a phrase, or "". ``declared`` is who and what its
    structured data names beside the company: (part, name), as ("person", "Jo Ray") or ("product", "BW-200").
    """

    url: str
    snapshot: str
    kind: PageKind
    kind_why: str
    title: str
    description: str
    lang: str
    readable: Readable
    units: tuple[Unit, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    names: tuple[str, ...] = ()
    schema_types: tuple[str, ...] = ()
    charset: str = "utf-8"
    canonical: str = ""
    refresh: str = ""
    index: bool = True
    follow: bool = True
    digest: str = ""
    shingles: tuple[int, ...] = ()
    comments: tuple[str, ...] = ()
    cut: str = ""
    declared: tuple[tuple[str, str], ...] = ()
    doors: tuple[Door, ...] = ()


class SkipReason(StrEnum):
    """Why a URL that was found is not among the pages judged."""

    ROBOTS = "robots.txt"
    CAP = "page cap"
    DEPTH = "depth limit"
    PATTERN = "include/exclude pattern"
    OFFSITE = "other site"
    PRIVATE = "private address"
    HTTP_ERROR = "http error"
    ABSENT = "not in the folder"
    UNREACHABLE = "unreachable"
    TOO_LARGE = "too large"
    NOT_HTML = "not html"
    DUPLICATE = "duplicate"
    REDIRECT = "redirect"
    TRAP = "trap"
    LANGUAGE = "language"
    SHELL = "needs a browser"
    EMPTY = "empty"
    LOGIN = "login wall"
    BLOCKED = "blocked"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class Skip:
    """One URL that was found and not judged, with the reason in a word and in a phrase."""

    url: str
    reason: SkipReason
    detail: str = ""


class Copy(Struct, frozen=True, gc=False):
    """One unit with its judgement, as audits and reports see it.

    ``counted`` is false for a repeat of a unit counted elsewhere on the site and for units of pages clustered with a
    near-identical one; ``copies`` is how many times the unit stands on the site. ``overridden`` holds the label that
    a person replaced, if any.
    """

    unit: Unit
    judgement: Judgement
    counted: bool = True
    copies: int = 1
    overridden: Label | None = None

    @property
    def label(self) -> Label:
        """The label in force."""
        return self.judgement.label

    @property
    def text(self) -> str:
        """The unit's exact text."""
        return self.unit.text

    @property
    def sure(self) -> bool:
        """True when a finding may rest on the label."""
        return not self.judgement.unsure


@dataclass(frozen=True, slots=True)
class JudgedPage:
    """A page with its labelled copy. ``twin_of`` names the page it is clustered with (near-identical template).

    On a site too large for the large model ``small`` is true of a page that the small one read, and ``beside`` holds what that
    says of each unit of a page drawn as a sample of these.
    """

    page: Page
    copy: tuple[Copy, ...]
    twin_of: str = ""
    clicks: int | None = None
    small: bool = False
    beside: tuple[Label, ...] = ()

    @property
    def url(self) -> str:
        """The page's URL, its name everywhere."""
        return self.page.url

    @property
    def kind(self) -> PageKind:
        """What the page is for."""
        return self.page.kind


class Status(StrEnum):
    """How an audit ended. Only SCORED carries a number; none of the others is a pass."""

    SCORED = "scored"
    INFORMATIVE = "informative"
    NOT_APPLICABLE = "not applicable"
    NOT_ENOUGH = "not enough to judge"
    ERROR = "error"


class Dimension(StrEnum):
    """The five dimensions that audits are averaged into."""

    FIRST_SCREEN = "first screen"
    FOCUS = "focus"
    SAY_SHOW = "say-show"
    PROOF = "proof"
    ONE_VOICE = "one voice"


class Tier(StrEnum):
    """The order in which findings are put before the reader (METHOD: indisputable ones first)."""

    VISIBLE = "visible error or contradiction"
    FIRST_SCREEN = "first screen"
    PROMOTE = "promote"
    PROOF = "proof"
    SAY_SHOW = "say-show"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words of the site. ``source`` is "text" or a named field: "title", "meta description", "alt", "link"."""

    text: str
    url: str
    source: str = "text"
    place: str = ""
    unit: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """One of the things that a finding lists, such as a page that is missing or a word that is misspelled.

    ``name`` tells it apart within its finding and stays from run to run. It stands on ``pages`` pages, of which ``urls`` are
    some, or all where they are few.
    """

    name: str
    pages: int
    urls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know and to do.

    ``title`` is a sentence about the site, ``why`` says why it matters, ``fix`` starts with a verb, ``proposal`` is a
    rewrite from the site's own words with ``[blanks]`` or "". ``weight`` (0-1) orders findings within a tier;
    ``lead`` allows it on the report's first screen. ``id`` is content-derived (:func:`auditor.audit.finding`).
    ``members`` are the things that it lists, all of them or, where it does not name them one by one, none.
    """

    id: str
    audit: str
    kind: str
    tier: Tier
    title: str
    quotes: tuple[Quote, ...]
    why: str
    fix: str
    proposal: str = ""
    weight: float = 0.5
    lead: bool = True
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class AuditResult:
    """What one audit says of a site. ``score`` is 0-1 or None; ``numbers`` are plain JSON values for the report."""

    id: str
    version: int
    title: str
    status: Status
    summary: str
    score: float | None = None
    dimension: Dimension | None = None
    weight: float = 0.0
    findings: tuple[Finding, ...] = ()
    keep: tuple[Finding, ...] = ()
    numbers: dict[str, Any] = field(default_factory=dict)
    limit: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """A share of focus talk with its interval. ``value``, ``low``, ``high`` are 0-1; ``value`` None: no percentage.

    ``why`` then says what was too few for one ("too few pages"); runs written before it was kept do not say.
    """

    count: int
    total: int
    value: float | None
    low: float | None
    high: float | None
    word: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """How the copy of one scope (the site, a page kind, a page) divides.

    ``counts`` holds all seven labels (units counted once; ``unsure`` says how many of them are), ``shares`` customer,
    product and company over units of these three; ``prominent`` the same weighted by screen; ``specific`` is the
    number of outcomes that are specific (the rest are generic promises).
    """

    scope: str
    pages: int
    counts: dict[str, int]
    unsure: int
    specific: int
    shares: dict[str, Share]
    prominent: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PageRecord:
    """What the run keeps of a page beside its copy."""

    url: str
    title: str
    kind: PageKind
    kind_why: str
    lang: str
    snapshot: str
    readable: Readable
    units: int
    words: int
    clicks: int | None
    twin_of: str
    profile: Profile


@dataclass(frozen=True, slots=True)
class Sampled:
    """How much of a site's copy the large model read, the small one the rest: distinct lines of each page, and pages."""

    lines: int
    of_lines: int
    pages: int
    of_pages: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was looked at and what was not. ``skipped`` counts by reason, ``examples`` lists up to 50 URLs a reason.

    ``unasked`` pages were judged as an earlier run kept them: the sitemap was trusted that they had not changed.
    ``sampled`` is None where one model read all the copy.
    """

    found: int
    kept: int
    judged: int
    twins: int
    skipped: dict[str, int]
    examples: tuple[Skip, ...]
    languages: dict[str, int]
    robots: str = ""
    complete: bool = True
    unasked: int = 0
    sampled: Sampled | None = None

    @property
    def read(self) -> int:
        """Pages read: the one number that findings and report tell, near-copies of a template included."""
        return self.judged + self.twins


@dataclass(frozen=True, slots=True)
class Score:
    """A dimension's score, 0-100, or the overall one. ``value`` None: no number, and ``why`` says so.

    ``parts`` are what it was made of: (audit or dimension, its score 0-100, its weight).
    """

    name: str
    value: float | None
    low: float | None
    high: float | None
    parts: tuple[tuple[str, float, float], ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Served:
    """What those are called whom the organisation serves: one of them, and several."""

    one: str = "customer"
    many: str = "customers"


class Standing(StrEnum):
    """How a person's decision fared in a run."""

    IN_FORCE = "in force"
    EXPIRED = "expired"
    UNMATCHED = "matches nothing any more"


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision kept in the decisions file and how it fared in this run.

    ``label`` is "" for a dismissed finding, else the label a person gave and ``was`` the one it replaced. ``quote`` and
    ``page`` are as they were decided on; ``subject`` is the id of the finding or unit it was matched with in this run,
    and ``finding`` that finding where it is dismissed. ``decided`` and ``until`` are ISO dates (``until`` is "" for a
    label, and where a dismissal holds for good); ``note`` says how the
    match differs ("reworded", "moved") or "".
    """

    id: str
    standing: Standing
    quote: str
    page: str
    reason: str
    who: str
    decided: str
    until: str = ""
    label: str = ""
    was: str = ""
    title: str = ""
    subject: str = ""
    note: str = ""
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One audit of one site: everything the report shows. Written as ``run.json`` (``schema`` is its version).

    The copy of its pages stands beside it in ``copy.jsonl`` (one :class:`JudgedPage` a line, pages by URL).
    Volatile fields (differ between runs on the same bytes): ``id``, ``started``, ``finished``, ``timing``, ``today``
    (the ISO date by which dismissals were taken for expired or not). ``decided`` are people's decisions on this site; a
    finding that one of them dismisses stands there and in no result. ``code`` is the identity of the code and the model
    that made the run, ``basis`` that of all its results rest on: two runs with one basis say the same of their pages. ``served``
    are the words for those whom it serves.
    """

    schema: int
    id: str
    auditor: str
    method: str
    site: str
    name: str
    target: str
    started: str
    finished: str
    settings: dict[str, Any]
    coverage: Coverage
    verdict: str
    profile: Profile
    profiles: tuple[Profile, ...]
    results: tuple[AuditResult, ...]
    scores: tuple[Score, ...]
    overall: Score
    pages: tuple[PageRecord, ...]
    warnings: tuple[str, ...] = ()
    timing: dict[str, float] = field(default_factory=dict)
    today: str = ""
    decided: tuple[Decided, ...] = ()
    code: str = ""
    basis: str = ""
    served: Served = Served()
