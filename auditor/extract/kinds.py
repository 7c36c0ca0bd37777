"""What a page is for, from its address, its menu, its structured data, its heading and its words.

Small companies name pages freely (``services.html``, ``drain-cleaning-leeds.html``, ``our-story``), so the address is
asked first by its words, then the menu that lists the page, then headings, then what the copy talks about. Every answer
comes with the reason in words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from auditor.model import PageKind

K = PageKind
_FILED = "tax vat gst annual payroll assessment statutory"
"""Before "returns": what is made for a customer and goes to an office, while goods come back."""
_GOODS = "".join(f"(?<!{word} )" for word in _FILED.split())
_RETURNS = rf"(?:(?:corporat\w+|personal|income|business|self|sales|partnership|trust|individual|company) )*(?:{_FILED.replace(' ', '|')}) returns?"
# order matters: the first rule that a name fits wins
_RULES: tuple[tuple[PageKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?:^| )(?:{words})(?= |$)"))
    for kind, words in (
        (K.POLICY, rf"privacy(?: (?:policy|notice|statement|practices))?|terms|terms (?:and )?conditions(?: of (?:sale|service|use))?|terms of (?:use|service)|legal|disclaimers?|cookies?|cookies? (?:policy|notice)|(?:refund|returns?|cancellation) policy|gdpr|eula|tos|imprint|impressum|policy|policies|refunds?|{_GOODS}returns|return policy|shipping policy|conditions(?: of (?:sale|service|use|hire|carriage|booking))?|(?:sales|general|booking|hire|our) conditions|accessibility(?: statement)?|warranty|notice of privacy practices|hipaa|do not sell|code of conduct|safeguarding(?: (?:and |of )?(?:protecting )?(?:children|adults))?|child protection|equality(?: (?:and )?diversity)?|equal opportunities|modern slavery(?: statement)?|complaints(?: procedure)?"),
        (K.CAREERS, r"careers?|jobs?|vacanc(?:y|ies)|join (?:us|our team|the team)|work (?:with|for) us|employment|hiring|we re hiring|internships?|apprenticeships?|open positions?|opportunities"),
        (K.INVESTORS, r"investors?|investor relations|shareholders?|annual reports?"),
        (K.TESTIMONIAL, r"testimonials?|reviews?|what (?:our )?(?:clients|customers|patients) say|feedback|kudos"),
        (K.CUSTOMERS, r"case(?: stud(?:y|ies))?|cases|customers?|customer stories|success stor(?:y|ies)|stories|portfolio|our work|projects?|our clients|clients|references|showcase|results|before and after"),
        (K.PRICING, r"pricing|prices?|price list|plans(?: and pricing)?|packages|rates|fees|admissions? ?(?:and ?)?fees|fees ?(?:and ?)?(?:admissions?|funding|charges|payments?)|our charges|admission (?:prices|charges)|tariffs?|cost|costs|financing|specials|offers"),
        (K.SUPPORT, r"faqs?|frequently asked questions|support|tech support|technical support|help|help center|help centre|knowledge ?base|troubleshooting|how do i|customer service|getting started|onboarding"),
        (K.DOCS, r"docs?|documentation|data ?sheets?|manuals?|user guides?|api|reference|spec(?:ification)?s?(?: sheets?)?|guide specs?|sds|msds|technical (?:data|library|documents?)|downloads?|whitepapers?"),
        (K.MISSION, r"mission|our mission|vision|mission (?:and )?vision|values|our values|purpose|our purpose|our promise|philosophy|our philosophy|commitment|our commitment|core values|ethos|beliefs"),
        (K.CONTACT, r"contact|contact us|contactus|contacts|get in touch|locations?|find us|directions|book|booking|bookings|book now|appointments?|schedule|(?:request|get|book|ask for) (?:a |an |your |my )?(?:free )?(?:\w+ )?(?:quotes?|estimates?|appointment|consultation|demo|call|call ?back)|free (?:quotes?|estimates?|consultations?)|quotes?|estimates?|quote request|demo|reservations?|visit us|hours|enquir(?:y|ies)|inquir(?:y|ies)"),
        (K.BLOG, r"blog|blogs|news|newsroom|articles?|insights|posts?|press|press releases?|media|events?|resources?|resource center|guides?|learn|learning|education|tips|webinars?|magazine|stories|journal|updates|library|videos?|podcasts?|ebooks?|benchmark|glossary|calculators?|tools|books"),
        (K.ABOUT, r"about|about us|aboutus|our story|story|who we are|(?:our |the |meet the |meet our )?(?:team|staff|people|leadership|founders?|doctors?|attorneys?|dentists?)|company|our company|history|our history|management|board|board of directors|awards|why us|why choose us|why .{2,20}|advantages|the difference|accreditations?|certifications?|community|sustainability|partners|quality|safety|facility|facilities|approach|our approach|how we work|process"),
        (K.SOLUTION, r"industr(?:y|ies)|solutions?|sectors?|markets?(?: served)?|marketsserved|use cases?|applications?|who we (?:serve|help)|verticals?|segments?|for (?:business(?:es)?|individuals|teams|enterprise|startups|families|homeowners|landlords|schools)|businesses|individuals|residential|commercial|families|students|employers|enterprise|small business"),
        (K.SERVICE, rf"(?:our )?services?|what we do|{_RETURNS}(?: (?:services?|preparation|filing|submission))?|capabilit(?:y|ies)|practice areas?|treatments?|(?:our )?procedures?|programs?|programmes?|classes|courses|therapies|specialties"),
        (K.PRODUCT, r"products?|shop|store|catalog(?:ue)?|features?|platform|collections?|our products|new products|inventory|equipment|accessories|menu|models|pro series|rooms(?: and suites)?|bedrooms|suites|cabins?|cottages?|apartments?|villas?|chalets?|lodg(?:e|es|ing|ings)|accommodations?|the (?:house|cottage|cabin|apartment|villa)"),
    )
)  # fmt: skip
_CONTAINERS = frozenset(
    (
        K.BLOG,
        K.DOCS,
        K.CAREERS,
        K.CUSTOMERS,
        K.SUPPORT,
        K.SOLUTION,
        K.SERVICE,
        K.PRODUCT,
        K.POLICY,
        K.INVESTORS,
        K.ABOUT,
        K.TESTIMONIAL,
    )
)
_SCHEMA = {
    "Product": K.PRODUCT, "IndividualProduct": K.PRODUCT, "ProductGroup": K.PRODUCT, "SoftwareApplication": K.PRODUCT,
    "Service": K.SERVICE, "MedicalProcedure": K.SERVICE, "FAQPage": K.SUPPORT, "QAPage": K.SUPPORT,
    "BlogPosting": K.BLOG, "Article": K.BLOG, "NewsArticle": K.BLOG, "Blog": K.BLOG, "TechArticle": K.DOCS, "APIReference": K.DOCS,
    "AboutPage": K.ABOUT, "ContactPage": K.CONTACT, "JobPosting": K.CAREERS, "Course": K.SERVICE,
    "LodgingBusiness": K.OTHER,
}  # fmt: skip
_PREFIXED = frozenset((K.CUSTOMERS, K.BLOG, K.DOCS, K.SUPPORT, K.POLICY, K.CAREERS))
_VAGUE = frozenset("help results learn tools legal story education library".split())
_LAST = frozenset(
    "services service policy solutions products capabilities faq faqs reviews testimonials pricing careers".split()
)
_FILLERS = frozenset("our the your a an all welcome to page more meet view see with and".split())
_INDEX = re.compile(
    r"^(?:index|default|home|homepage|welcome|main|start)(?:\.(?:s?html?|php\d?|aspx?|jsp|cfm))?$", re.IGNORECASE
)
_EXTENSION = re.compile(r"\.(?:s?html?|php\d?|aspx?|jsp|cfm)$", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"^(?:en|de|fr|es|nl|pt|sv|da|nb|fi|pl|cs|sk|hu|ro|tr|ru|uk|us|ca|au|ie|ja|jp|zh|cn|ko|kr|ar|he|el|th|hi|id|vi)(?:[-_][a-z]{2})?$",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"[^a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_DATED = re.compile(r"/(?:19|20)\d\d/(?:\d\d?|[a-z]{3,9})/", re.IGNORECASE)
_PRODUCT_WORDS = re.compile(
    r"\b(?:add to (?:cart|basket|bag)|buy now|in stock|out of stock|sku|moq|part (?:no|number)|model (?:no|number)|data ?sheet|product (?:code|details|description|specifications?)|specifications?|dimensions|free samples?|ships? (?:in|within)|per piece|wholesale|frequency|material)\b"
)
_SERVICE_WORDS = re.compile(
    r"\b(?:our (?:team|engineers|technicians|experts|attorneys|lawyers|dentists|advis[eo]rs|crew|services?)|we (?:offer|provide|help|handle|specialize|specialise|work|come|repair|install|clean|compare|prepare)|call us|book (?:now|an|a|your)|free (?:consultation|estimate|quote)|appointment|treatment|procedure|patients?|clients?|services?|same[- ]day|call-?out)\b"
)
"""Words of offers in small letters: looked for in a whole page's copy, where a pattern for both cases takes five times as long."""
_SERVICE_TITLE = re.compile(
    r"\b(?:\w+(?:ing|ment|tion|ance|ry|gery|pair|therapy|care)|services?|survey|repairs?|removal|surgery|implants?|braces|dentures?|crowns?|inspections?|installation|tax|law|insurance|planning|design|consulting|management|maintenance|support|rental|delivery|classes|lessons|tutoring)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a page when its kind is decided."""

    url: str
    origin: str
    title: str
    heading: str
    schema_types: tuple[str, ...]
    menu: str = ""
    menu_label: str = ""
    home_link: bool = False
    copy: str = ""
    """All of the page's copy, in :func:`small` letters."""
    words: int = 0
    quotes: float = 0.0
    questions: float = 0.0


QUESTIONS = 0.6
"""Share of headings that ask from which a page is for answers; an offer that ends in a few questions stays an offer."""

_NO_OFFER = re.compile(
    r"\b(?:galas?|calendars?|volunteers?|board of|staff|bios?|biograph(?:y|ies)|alumni|newsletters?|in memory of|honou?rees?"
    r"|(?:photo |picture |image )?galler(?:y|ies)|photos|pictures|mock-?ups?|wireframes?|drafts?)\b",
    re.I,
)
"""Names of pages that are about people, dates or giving, show pictures, or were put up as drafts, whatever services their words name."""


_PICTURES = re.compile(
    r"(?:our |picture |pictures |photos? |image |video |and )*galler(?:y|ies)|photos(?: (?:and )?videos?)?|photo albums?"
)
"""Addresses of pages made of pictures, whatever a footer under them says."""

_THANKS = re.compile(r"^(?:thanks|thank you)\b|\b(?:thanks|thank you|submitted|confirmation)$")
"""Addresses of pages that are shown when a form was sent, whatever the template's title over them says."""

_AILMENTS = re.compile(r"(?:(?:medical|health|common|our) )?conditions(?: (?:we )?(?:treat|treated|help)(?: with)?)?")
_CARE_WORDS = re.compile(r"\b(?:treat(?:s|ed|ing|ments?)?|symptoms?|pain|patients?|injur(?:y|ies)|diagnos\w+)\b")

CARED = 5
"""Words of care on a page called "conditions" from which they are a patient's and not those of a contract."""

_JOINING = re.compile(r"\b(?:join|work (?:with|for)|opportunities|internships?|apprenticeships?)\b")
"""Names of pages for people who look for work, or for members, customers and pupils: the page's copy tells which."""

_JOB_WORDS = re.compile(
    r"\b(?:vacanc(?:y|ies)|jobs?|careers?|employ(?:er|ees?|ment|ed)|salar(?:y|ies)|wages?|cvs?|r[ée]sum[ée]s?|hir(?:e|es|ing)|recruit\w*|candidates?"
    r"|apprentic\w+|intern(?:s|ships?)?|interviews?|(?:full|part)[- ]time|open positions?|our team)\b"
)
_HELPS = re.compile(r"\b(?:support|help)\b(?! ?desk)")
_HELPED = re.compile(
    r"(?:(?:tech|technical|customers?|clients?|users?|members?|products?|software|service|help|our|online|get(?:ting)?|and) )*(?:support|help)"
    r"(?: (?:cent(?:er|re)|desk|portal|hub|team|pages?|articles?|forum|community|request|tickets?|form|and [a-z]+|with [a-z ]+))*"
)
"""Names of pages that help whoever uses what they bought; "IT support" is sold, and "support us" asks for help."""

_GIVING_WORDS = re.compile(
    r"\b(?:donat(?:e|ions?|ing)|gifts?|sponsor(?:s|ship|ing)?|fund-?rais(?:e|er|ers|ing)|volunteer(?:s|ing)?|bequests?|legac(?:y|ies)|gift aid)\b"
)
_GIFT = re.compile(r"donat|gift|bequest|fund")
_SUPPORTS = re.compile(r"\bsupport(?:ed|ing|ers?)\b", re.I)
"""Words of a page called "support" that asks for gifts, those that no sponsored program says, and names of one for those whom somebody supports in their lives."""

_ASKED = re.compile(r"\b(?:questions?|ask(?:ed|ing)?|answers?|answered|faqs?|help)\b", re.IGNORECASE)

FEW_WORDS = 30
"""Words of copy under which a page's name alone tells what it is for."""

BORNE_OUT = 2
"""Words for those who look for work that a page needs to be theirs where its name may mean others."""


def small(text: str) -> str:
    """A text in small letters, each of which stands where its capital stood, as a pattern that ignores case sees it."""
    if not text.isascii():
        text = text.replace("\u0130", "i").replace("\u0131", "i").replace("\u017f", "s")  # İ, ı, long s
    return text.lower()


def decide(page: Evidence) -> tuple[PageKind, str]:
    """What a page is for, and what decided it, in words."""
    segments = _segments(page.url)
    if not segments or (len(segments) == 1 and _LANGUAGE.match(segments[0])):
        return K.HOME, "the site's root address"
    if page.home_link:
        return K.HOME, "the menu's home link leads here"
    if (pictures := _PICTURES.fullmatch(_slug(segments[-1]))) is not None:
        return K.OTHER, f"named after pictures: {pictures.group()}"
    if (thanks := _THANKS.search(_slug(segments[-1]))) is not None:
        return K.OTHER, f"named after what is shown when a form was sent: {thanks.group()}"
    kind, why = _by_address(page.url, segments)
    foldered = why == f"address: {urlsplit(page.url).path}"
    if kind is not None and not foldered and not _bears_out(page, kind, _slug(segments[-1])):
        kind, why = None, ""
    if kind is K.POLICY and _AILMENTS.fullmatch(_slug(segments[-1])) and len(_CARE_WORDS.findall(page.copy)) >= CARED:
        return K.SOLUTION, "names the conditions that are treated"
    label = _called(page, page.menu_label)
    if kind is not None and kind not in (K.BLOG, K.PRODUCT, K.SOLUTION, K.ABOUT, K.CUSTOMERS):
        return kind, why
    for name in page.schema_types:
        told = _SCHEMA.get(name)
        if told in (K.PRODUCT, K.BLOG, K.CAREERS, K.DOCS, K.ABOUT, K.CONTACT) and kind is None:
            return told, f"structured data: {name}"
    if kind is not None:
        return kind, why
    if label is not None:
        return label, f"menu label: {page.menu_label}"
    heading = _called(page, page.heading) if len(page.heading) < 60 else None
    if heading is not None:
        return heading, f"heading: {page.heading}"
    titled = re.split(r"\s[|–—-]\s", page.title)[0]
    if rule := next((name for name in (page.heading, titled, page.menu) if _a_rule(name)), ""):
        return K.POLICY, f"{'menu: under' if rule == page.menu else 'named'} {rule[:60]}"
    if page.menu:
        listed = _called(page, page.menu)
        if listed is K.SOLUTION and _offers(page) is K.SERVICE:
            listed = K.SERVICE  # "For businesses: bookkeeping, advisory" lists services by customer
        if listed is not None and listed not in (K.CONTACT, K.PRICING):
            return listed, f"menu: under {page.menu}"
    if len(segments) == 1 and _LANGUAGE.match(segments[0]) is None:
        title = _called(page, re.split(r"\s[|–—-]\s", page.title)[0])
        if title is not None:
            return title, f"title: {page.title[:60]}"
    for name in page.schema_types:
        told = _SCHEMA.get(name)
        # an offer that ends in questions declares them too: a page for answers is called so
        if told is K.SERVICE or (
            told is K.SUPPORT and _ASKED.search(f"{page.menu_label} | {page.heading} | {page.title}")
        ):
            return told, f"structured data: {name}"
    title = _called(page, re.split(r"\s[|–—-]\s", page.title)[0])
    if title is K.POLICY:
        return title, f"title: {page.title[:60]}"
    kind, why = _by_words(page)
    if kind in (K.OTHER, K.SERVICE) and (found := _NO_OFFER.search(f"{page.heading} | {page.title}")):
        return K.OTHER, f"named after what is no offer: {found.group()}"
    if kind is K.OTHER and page.menu and page.words >= 80:
        offer = K.PRODUCT if len(_PRODUCT_WORDS.findall(page.copy)) >= 2 else K.SERVICE
        return offer, f"menu: one of several under {page.menu}"
    return kind, why


def _called(page: Evidence, name: str) -> PageKind | None:
    """The kind that a whole name of the page says, where its copy bears that out."""
    kind = _named(slug, whole=True) if (slug := _slug(name)) else None
    return kind if kind is None or _bears_out(page, kind, slug) else None


def _bears_out(page: Evidence, kind: PageKind, name: str) -> bool:
    """Whether a page's copy is for those whom its name may mean: "join us" a club's members, "IT support" its buyers.

    Careers and support are left out of the measure of focus, so a name that may mean something else is not enough.
    """
    if page.words < FEW_WORDS:
        return True
    if kind is K.CAREERS and _JOINING.search(name):
        return len(_JOB_WORDS.findall(page.copy)) >= BORNE_OUT
    if kind is K.SUPPORT and _HELPS.search(name):
        return _HELPED.fullmatch(name) is not None and not _supported(page)
    return True


def _supported(page: Evidence) -> bool:
    """Whether a page called "support" asks for it, or is about those who are supported, and helps no user."""
    asked = set(_GIVING_WORDS.findall(page.copy))
    gifts = len(asked) >= BORNE_OUT and any(_GIFT.match(word) for word in asked)
    return gifts or _SUPPORTS.search(f"{page.heading} | {page.title} | {page.menu_label}") is not None


def _offers(page: Evidence) -> PageKind | None:
    """Whether a page reads like an offer of a service."""
    if _SERVICE_TITLE.search(page.heading or "") or _SERVICE_TITLE.search(page.menu_label):
        return K.SERVICE
    return _by_words(page)[0]


def _segments(url: str) -> list[str]:
    """The parts of an address's path, an index page's name left out."""
    segments = [segment for segment in unquote(urlsplit(url).path).split("/") if segment]
    if segments and _INDEX.match(segments[-1]):
        segments.pop()
    return segments


@lru_cache(maxsize=1 << 12)
def _slug(text: str) -> str:
    """A name as plain lower-case words."""
    return " ".join(part for part in _SPLIT.split(_CAMEL.sub(" ", _EXTENSION.sub("", text)).lower()) if part)


def _a_rule(name: str) -> bool:
    """Whether a short name ends as house rules do ("Health and Safety Policy"), and is no insurer's ware."""
    slug = _slug(name)
    return _RULE_BOOK.search(slug) is not None and _INSURED.search(slug) is None and len(slug.split()) <= MOST_NAMED


_RULE_BOOK = re.compile(r"\b(?:policy|policies|policy and procedures?|code of conduct|rules and regulations)$")
_INSURED = re.compile(
    r"\b(?:insurances?|assurance|cover(?:age)?|life|home|house|motor|car|travel|pet|health(?! and)|landlord|umbrella|annuity|our) polic"
)
MOST_NAMED = 6
"""Words up to which a heading is a page's name: a judgement."""


@lru_cache(maxsize=1 << 12)
def _named(slug: str, *, whole: bool = False) -> PageKind | None:
    """The kind that a short name says ("about us", "faq"), or None; ``whole``: all of its words must say so."""
    if whole:
        slug = " ".join(word for word in slug.split() if word not in _FILLERS)
    for kind, rule in _RULES:
        found = rule.fullmatch(slug) if whole else rule.search(slug)
        if found and whole:
            return kind
        if found and (
            len(found.group().split()) >= 0.5 * len(slug.split()) or (found.start() == 0 and len(slug.split()) <= 4)
        ):
            return kind
    return None


def _by_address(url: str, segments: list[str]) -> tuple[PageKind | None, str]:
    """The kind that the address names: the folder for what stands in folders, else the page's own name."""
    path = urlsplit(url).path
    if _DATED.search(path):
        return K.BLOG, f"address with a date: {path}"
    slugs = [_slug(segment) for segment in segments]
    for slug in slugs[:-1]:
        folder = re.sub(r" (?:sub )?pages?$", "", slug)
        kind = _named(folder)
        if kind in _CONTAINERS:
            own = _named(slugs[-1])
            if own in (K.PRICING, K.CONTACT, K.POLICY, K.TESTIMONIAL, K.SUPPORT, K.DOCS, K.CAREERS) and kind not in (
                K.BLOG,
                K.SUPPORT,
            ):
                return own, f"address: {segments[-1]}"
            if own is K.MISSION and kind is K.ABOUT:
                return own, f"address: {segments[-1]}"
            return kind, f"address: {path}"
    last = slugs[-1]
    words = last.split()
    # "case-transit", "blog-year-end", "datasheet-x", "faq-brushing": the first word says what kind of page
    for kind, rule in _RULES:
        found = rule.match(last)
        if found and kind in _PREFIXED and len(words) <= 12 and (kind is K.POLICY or found.group() not in _VAGUE):
            return kind, f"address: {segments[-1]}"
    if len(words) > 1 and words[-1] in _LAST:
        kind = _named(words[-1])
        if kind is not None:
            return kind, f"address: {segments[-1]}"
    kind = _named(last)
    if kind is not None:
        return kind, f"address: {segments[-1]}"
    if last.startswith(("how to ", "what is ", "why ", "top ", "guide ", "best ")) or (
        re.match(r"\d+ ", last) and len(words) > 4
    ):
        return K.BLOG, f"address reads like an article: {segments[-1]}"
    return None, ""


def _by_words(page: Evidence) -> tuple[PageKind, str]:
    """The kind that the copy points to: an offer (service or product), an article, or nothing in particular."""
    if page.words < FEW_WORDS:
        return K.OTHER, "too little copy to tell"
    if page.quotes > 0.5:
        return K.TESTIMONIAL, "most of the copy is quotations"
    if page.questions > QUESTIONS and page.words > 120 and _ASKED.search(f"{page.heading} | {page.title}"):
        return K.SUPPORT, "most of its headings are questions, and it is called so"
    products = len(_PRODUCT_WORDS.findall(page.copy))
    services = len(_SERVICE_WORDS.findall(page.copy))
    titled = bool(_SERVICE_TITLE.search(page.heading or page.title))
    if products >= 3 and products > services:
        return K.PRODUCT, f"words of a product page ({products})"
    listed = bool(page.menu_label) and _slug(page.menu_label) == _slug(page.heading)
    if services >= (2 if listed else 3) or (titled and services):
        return K.SERVICE, f"words of a service page ({services})"
    if products >= 2:
        return K.PRODUCT, f"words of a product page ({products})"
    return K.OTHER, "nothing tells what it is for"
