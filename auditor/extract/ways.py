"""Ways on that are no links to a page: links to nothing and for mail, forms and where they send, buttons that do nothing.

A form or button is told as dead only where nothing could bring it to life: no attribute by which a script finds it, no
script that was not read, and no word in those on the page that may mean it.

Doors of forms that cannot send: "unsent" (``detail`` is the page of HTML that it posts to, "" where it has neither a target nor
a name for a field), "program" (the program that its host does not run), "unwired" (as "unsent", where a script may take it
up), "nameless" (it has a target, and no field a name), "sample" (``detail`` is the address for tests or examples that it is
sent to), "by-mail" (whom the visitor's own program writes to). A "button" is one that nothing takes up, a "map" is embedded, and
"drawn" is an empty element that a script may fill (``detail`` is what it is called); "reviews" are brought in from elsewhere.
A "form" without text is embedded and may be anything, unless its ``detail`` says by which maker of forms it is. "bare" is a heading
that promises customers' words or pictures, with nothing but text up to the next of its rank: no picture, frame or script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from auditor.addresses import MAIL
from auditor.extract.blocks import hooked
from auditor.extract.tree import Block, Walked
from auditor.model import Door, Region
from auditor.text import fold

MOST_DOORS = 50
MOST_FORMS = 10
MOST_FIELDS = 60
MOST_BUTTONS = 200
MOST_DRAWN = 20
MOST_SCRIPT = 200_000

ENQUIRY = 3
"""Fields of a form from which it takes an enquiry, and no search or newsletter."""

_NO_PLACE = re.compile(r"|#!?|javascript:\s*(?:void\s*\(\s*0?\s*\))?;?", re.I)
_ANY_FORM = re.compile(r"form|booking|calend|embed|widget|survey|hubspot|hsforms|contact", re.I)
"""Words in a script's address that let it draw a form."""

_ONLY_FORM = re.compile(
    r"hsforms|hbspt\.forms|hubspot\.com/forms|jotform|typeform|calendly|wufoo|cognitoforms|formstack|formspree|paperform|acuityscheduling|123formbuilder"
    r"|//tally\.so|docs\.google\.com/forms|forms\.(?:office|gle|zoho|app)\b|recaptcha|mailchimp|list-manage|contact[-_]?form",
    re.I,
)
"""Addresses of what draws forms and calendars, and nothing else."""

_MAP = re.compile(r"//(?:[\w-]+\.)*(?:google\.[a-z.]{2,6}/maps|maps\.google\.|openstreetmap\.org|bing\.com/maps)", re.I)
_SHOWS = re.compile(
    rf"{_MAP.pattern}|//(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|facebook\.com/plugins)", re.I
)
"""Frames that show a map, a film or a page of a network, and hold no form."""

_REVIEWS = re.compile(
    r"trustindex|trustpilot|feefo|reviews\.(?:io|co)|reviewsonmywebsite|sociablekit|embedsocial|birdeye|podium|yotpo|judge\.me|grade\.us|nicejob|widewail"
    r"|tagembed|elfsight|shapo|checkatrade|reviewable|endorsal|senja|testimonial\.to|broadly|reviews?[-_.]?(?:widget|badge|carousel|slider|feed|embed)"
    r"|tripadvisor\.[a-z.]+/(?:wejs|widget)|facebook\.com/plugins/(?:post|comment)|google[-_]?reviews?",
    re.I,
)
"""Addresses from which the reviews of customers are brought in."""

_REVIEW_WIDGET = re.compile(
    r"(?:^|[\s_-])(?:trustpilot|trustindex|elfsight|feefo|sk-ww-google|ti-widget|reviews?[-_](?:widget|carousel|slider|feed|embed)|google[-_]reviews?)",
    re.I,
)
"""Names of what a script fills with them."""

_SIGNS = ("eview", "trust", "elfsight", "feefo", "sk-ww", "ti-widget")
"""One of these stands in each such name."""

_CALLED = ("type", "name", "id", "placeholder", "aria-label")
_LIBRARY = re.compile(
    r"/(?:jquery(?:[.-]?\d[\d.]*)?(?:[.-]slim)?|popper|bootstrap(?:\.bundle)?|modernizr|html5shiv|respond|fontawesome(?:-all)?|webfont)"
    r"(?:[.-]\d[\w.]*)*(?:[.-]min)?\.js(?:[?#]|$)"
    r"|//(?:[\w-]+\.)?(?:fontawesome\.com|edgefonts\.net|typekit\.net|google-analytics\.com|googletagmanager\.com/gtag/js|maps\.googleapis\.com)(?:[/:]|$|\?)",
    re.I,
)
"""Scripts that take up nothing without being told to in the markup or by another script."""

_LOADS = re.compile(
    r"createElement\s*\(\s*\w+\s*\)|['\"]script['\"]|\bimport\s*[({'\"]|\beval\s*\(|document\.write", re.I
)
"""What in a script brings in others."""

_DELEGATES = re.compile(r"\b(?:target|closest|matches|composedPath|currentTarget|children|querySelectorAll\(['\"]\*)\b")
"""What in a script may mean any element of the page without naming it."""

_STATIC = re.compile(
    r"(?:^|\.)(?:github\.io|gitlab\.io|bitbucket\.io|codeberg\.page|netlify\.app|netlify\.com|pages\.dev|web\.app|firebaseapp\.com|surge\.sh|neocities\.org)$"
)
"""Hosts that hand out files as they are and run no program of the site's."""

_SAMPLE = re.compile(
    r"(?:^|\.)(?:example\.(?:com|net|org)|test|invalid|localhost)$|^127(?:\.\d+){3}$"
    r"|(?:^|\.)(?:httpbin\.(?:org|dev)|httpbingo\.org|postman-echo\.com|webhook\.site|requestbin\.(?:com|net)|requestb\.in|requestcatcher\.com"
    r"|beeceptor\.com|mockbin\.(?:org|io|com)|reqres\.in|ptsv[23]?\.com|jsonplaceholder\.typicode\.com|formdump\.codeinstitute\.net"
    r"|register-demo\.freecodecamp\.org|freecatphotoapp\.com)$"
)
"""Hosts that deliver to nobody: those kept for examples (RFC 2606, RFC 6761), and services and courses on which forms are tried out."""

_UNFILLED = re.compile(
    r"[/={]your?[-_ ]?(?:own[-_ ]?)?(?:e-?mail|form|id|endpoint|code|key|url|address|@)|@(?:example|domain|your[-_]?\w+)\.\w+$|/action_page\.php$",
    re.I,
)
"""A sample that stands where a service's own address of the form was to be put in ("/f/YOUR_FORM_ID"), and that of a well-known tutorial."""

_PROGRAM = re.compile(r"\.(?:php\d?|aspx?|cgi|pl|jsp|cfm)$", re.I)
_NO_FIELD = frozenset({"hidden", "submit", "button", "reset", "image"})
_PLAIN_FORM = frozenset(
    "action method class name id enctype accept-charset target autocomplete novalidate role style title".split()
)
"""Attributes of a form that take nothing up by themselves; a script may look for its name, id or class."""

_PLAIN_BUTTON = frozenset(("class", "type", "style", "title"))


class _Hands:
    """What a page's scripts may do: whether any was not read, or may mean any element, and the words of those on the page."""

    def __init__(self, unread: bool, text: str) -> None:
        self.unread = unread
        self._any = unread or _DELEGATES.search(text) is not None
        self._text = text
        self._words = frozenset(() if self._any else _WORD.findall(text))

    def may_take(self, names: Iterable[str]) -> bool:
        """Whether a script may take up what bears these names."""
        return self._any or any(
            name in self._words or (_WORD.fullmatch(name) is None and name in self._text) for name in names if name
        )


_WORD = re.compile(r"[\w-]+")


def doors(root: Any, walked: Walked, base: str) -> tuple[Door, ...]:
    """The ways on of a page that are no links to a page; ``base`` is the address its own are relative to."""
    found: list[Door] = []
    targets: set[str] | None = None
    for anchor in walked.anchors:
        href, region = anchor.href.strip(), anchor.box.region
        if not anchor.text or len(found) >= MOST_DOORS:
            continue
        if href[:7].lower() == "mailto:":
            shown, written = MAIL.findall(anchor.text), MAIL.findall(unquote(href[7:].partition("?")[0]))
            if len(shown) == 1 and written and shown[0].casefold() not in map(str.casefold, written):
                found.append(Door("mail", shown[0], region, written[0]))
        elif anchor.plain and _NO_PLACE.fullmatch(href) and (href or not _drawn_by_a_script(root)):
            found.append(Door("nowhere", anchor.text, region, href))
        elif anchor.plain and re.fullmatch(r"#[A-Za-z][\w-]*", href) and href.casefold() != "#top":
            if targets is None:
                targets = {
                    value for element in root.iter() for value in (element.get("id"), element.get("name")) if value
                }
            if href[1:] not in targets:
                found.append(Door("nowhere", anchor.text, region, href))
    acts = next(root.iter("form", "button"), None) is not None  # else there is nothing that a script could take up
    hands = _hands(root) if acts else _Hands(True, "")
    return (
        *found,
        *_buttons(root, walked, hands),
        *_forms(root, hands, base),
        *_drawn(root),
        *_reviewed(root),
        *_bare(root),
    )


def _drawn_by_a_script(root: Any) -> bool:
    """Whether a page is drawn, or taken up whole, by a framework: then any element of it may be listened to."""
    return any(
        (element.get("id") or "") in _ROOTS or element.get("data-reactroot") is not None or element.get("ng-version")
        for element in root.iter("div", "main", "body", "app-root")
    ) or any((script.get("type") or "").lower() == "module" for script in root.iter("script"))


_ROOTS = frozenset(("root", "app", "__next", "__nuxt", "___gatsby", "q-app", "svelte", "ember-application"))
"""Ids of the element in which frameworks draw a page."""


def _drawn(root: Any) -> Iterator[Door]:
    """Empty elements with a name, on pages with a script: reviews, people or a price list may be drawn there."""
    if next(root.iter("script"), None) is None:
        return
    called: dict[str, None] = {}
    for element in root.iter("div", "section", "ul", "ol", "tbody"):
        if len(element) == 0 and not (element.text or "").strip() and (name := _called(element)):
            called[name] = None
            if len(called) >= MOST_DRAWN:
                break
    yield from (Door("drawn", "", Region.MAIN, name[:100]) for name in called)


HEADED = 80
"""Characters up to which a heading names what stands under it."""

_PROMISES = re.compile(
    r"testimonial|reviews\b|feedback|kind words|success stories|what (?:[\w'’]+ ){0,5}(?:say|says|said|are saying|think|thinks)\b|\b(?:say|said|saying) about\b"
    r"|galler|photos\b|pictures\b|portfolio|^\W*projects\W*$|\b(?:our|recent|past|completed|latest) (?:\w+ )?(?:projects|work)\b|before (?:and|&) after",
    re.I,
)
_CUES = "testimonial review feedback words stories say think said galler photo picture portfolio projects work before".split()
"""One of these stands in whatever :data:`_PROMISES` finds: most headings hold none."""
_RANKS = {f"h{rank}": rank for rank in range(1, 7)}
_SHOWING = frozenset("img picture video audio iframe frame embed object canvas source image".split())
_FILLED = frozenset("div section ul ol tbody span a figure li p main article aside".split())
_FILE = re.compile(r"url\(|\.(?:jpe?g|png|webp|gif|avif|svg|mp4|webm)\b", re.I)
_ORNAMENT = re.compile(r"clear|divid|spac|separat|line\b|border|icon|arrow|(?:^|[\s_-])(?:row|bar|dot|star)s?\b", re.I)
"""Names of empty elements that are drawn by a style sheet: a rule, a gap, a sign."""


def _bare(root: Any) -> Iterator[Door]:
    """Headings that promise something to see or somebody's words, under which nothing that could show it stands."""
    headings = ((heading, "".join(heading.itertext()).strip()) for heading in root.iter(*_RANKS))
    promising = [heading for heading, text in headings if len(text) <= HEADED and _promises(text)]
    promising = [heading for heading in promising if next(heading.iterancestors("a", "button", "nav"), None) is None]
    if not promising or _drawn_by_a_script(root):
        return
    for heading in promising:
        for element in _from(heading):
            rank = 0 if element.tag == "footer" else _RANKS.get(element.tag) if isinstance(element.tag, str) else None
            if rank is not None and rank <= _RANKS[heading.tag]:
                yield Door("bare", fold(" ".join(heading.itertext()))[:300], Region.MAIN)
                break
            if rank is None and _may_show(element):
                break
        else:
            yield Door("bare", fold(" ".join(heading.itertext()))[:300], Region.MAIN)


def _promises(heading: str) -> bool:
    """Whether a heading promises something to see or somebody's words."""
    plain = heading.casefold()
    return any(word in plain for word in _CUES) and _PROMISES.search(heading) is not None


def _from(element: Any) -> Iterator[Any]:
    """What stands in an element and behind it, in the document's order; as far as somebody asks."""
    yield from element.iterdescendants()
    for place in (element, *element.iterancestors()):
        for sibling in place.itersiblings():
            yield from sibling.iter()


def _may_show(element: Any) -> bool:
    """Whether an element is a picture, a film, a frame or a script, bears the address of one, or is empty and may be filled."""
    tag = element.tag
    if not isinstance(tag, str):
        return False
    if tag == "script":  # what stands at the end of the body is the whole page's
        source = element.get("src") or ""
        loaded = f"/{source}" if source else element.text or ""
        return element.getparent().tag != "body" and not _LIBRARY.search(loaded) and not _ONLY_FORM.search(loaded)
    if tag in _SHOWING or "-" in tag:
        return True
    values = element.values()
    if not values:
        return False
    if _FILE.search(" ".join(values)):
        return True
    said = (element.text or "").strip() or any((child.tail or "").strip() for child in element)
    hollow = not said and tag in _FILLED and not any(isinstance(child.tag, str) for child in element)
    name = _called(element) if hollow else ""
    return bool(name) and _ORNAMENT.search(name) is None


def _reviewed(root: Any) -> Iterator[Door]:
    """What brings in customers' reviews from elsewhere, by the address or the name of what loads them."""
    sources = [element.get("src") or element.get("data-src") or "" for element in root.iter("script", "iframe")]
    boxes = root.iter("div", "section") if sources else ()
    called = (f"{element.get('id') or ''} {element.get('class') or ''}" for element in boxes)
    named = (name for name in called if any(sign in name for sign in _SIGNS))
    found = next(filter(None, chain(map(_REVIEWS.search, sources), map(_REVIEW_WIDGET.search, named))), None)
    if found:
        yield Door("reviews", "", Region.MAIN, found[0].strip(" _-").casefold())


def _called(element: Any) -> str:
    return element.get("id") or element.get("class") or next((name for name, _ in element.items() if "-" in name), "")


def _hands(root: Any) -> _Hands:
    """What the page's scripts may do."""
    said = []
    for script in root.iter("script"):
        kind = (script.get("type") or "").lower()
        if "json" in kind or "template" in kind:
            continue
        source = script.get("src") or script.get("data-src") or ""
        if source and not _LIBRARY.search(f"/{source}"):
            return _Hands(True, "")
        said.append("" if source else script.text or "")
    text = "\n".join(said)
    return _Hands(len(text) > MOST_SCRIPT or _LOADS.search(text) is not None, text)


def _lone(element: Any) -> bool:
    """Whether nothing around an element takes up what is pressed in it: no link, no form, no attribute for a script."""
    for around in element.iterancestors():
        if around.tag in ("a", "form", "label", "summary", "template", "noscript"):
            return False
        if around.tag not in ("body", "html") and not _telling(around):
            return False
    return True


def _telling(element: Any) -> bool:
    """Whether an element bears only what a style sheet asks for."""
    return all(name in _STYLED or name.startswith("aria-") for name, _ in element.items())


_STYLED = frozenset(("class", "id", "style", "role", "lang", "dir"))


def _names(element: Any) -> Iterator[str]:
    """The names by which a script may find an element or what it stands in."""
    for one in (element, *element.iterancestors()):
        yield from (one.get("class") or "").split()
        yield one.get("id") or ""


def _buttons(root: Any, walked: Walked, hands: _Hands) -> Iterator[Door]:
    """Buttons outside forms and links that bear nothing by which a script could find them, on pages whose scripts were read."""
    if hands.unread:
        return
    seen = {
        _words(box.items): box.region
        for box in walked.boxes
        if box.tag == "button" and not box.folded and not box.overlay
    }
    for place, button in enumerate(root.iter("button") if seen else ()):
        text = fold(" ".join(button.itertext()))
        if place >= MOST_BUTTONS or text not in seen or not _PLAIN_BUTTON.issuperset(button.keys()):
            continue
        if not hooked(button.get("class") or "") and _lone(button) and not hands.may_take(("button", *_names(button))):
            yield Door("button", text[:300], seen[text])


def _words(items: Iterable[object]) -> str:
    return fold(" ".join(piece.text for item in items if isinstance(item, Block) for piece in item.pieces))


def _forms(root: Any, hands: _Hands, base: str) -> list[Door]:
    """The forms of a page, seen or not, with what a visitor reads in them and what their fields are called."""
    found: list[Door] = []
    for form in root.iter("form"):
        if len(found) >= 2 * MOST_FORMS:
            break
        fields = [field for field in form.iter("input", "select", "textarea") if field.get("type") != "hidden"]
        called = [" ".join(filter(None, map(field.get, _CALLED))) for field in fields[:MOST_FIELDS]]
        text = fold(" ".join(form.itertext())[:4000])
        found.append(Door("form", text[:1000], Region.MAIN, fold(" | ".join(called))[:1000]))
        asked = [field for field in fields if (field.get("type") or "").lower() not in _NO_FIELD]
        if asked and (sample := _sample(form.get("action") or "", base)):
            found.append(Door("sample", text[:1000], Region.MAIN, sample[:200]))
        elif len(fields) >= ENQUIRY and asked and (dead := _dead(form, asked, hands, base)):
            found.append(Door(dead[0], text[:1000], Region.MAIN, dead[1]))
    frames = [frame.get("src") or frame.get("data-src") or "" for frame in root.iter("iframe") if _hangs(frame)]
    loose = any(_hangs(element) for element in root.iter("embed", "object", "input", "textarea"))
    sources = [script.get("src") or "" for script in root.iter("script")]
    sources = [src for src in frames if not _SHOWS.search(src)] + [src for src in sources if _ANY_FORM.search(src)]
    makers = [_ONLY_FORM.search(source) for source in sources]
    # where all that is embedded is by makers of forms, nothing else may stand in it
    maker = makers[0][0].casefold() if makers and makers[0] and all(makers) and not loose else ""
    found = found[: 2 * MOST_FORMS] or ([Door("form", "", Region.MAIN, maker)] if loose or sources else [])
    return found + [Door("map", "", Region.MAIN)] * any(_MAP.search(source) for source in frames)


def _sample(action: str, base: str) -> str:
    """The address for tests or examples that a form is sent to, without its scheme; "" where it is none."""
    try:
        target, host = urlsplit(action.strip()), urlsplit(base).hostname or ""
    except ValueError:
        return ""
    own = target.hostname in (None, host)
    if (target.hostname and not own and _SAMPLE.search(target.hostname)) or (
        target.scheme in ("", "http", "https")
        and _UNFILLED.search(target.path + "?" * bool(target.query) + target.query)
    ):
        return f"{target.netloc}{target.path}".rstrip("/")
    return ""


def _hangs(element: Any) -> bool:
    return element.getparent() is not None


def _dead(form: Any, asked: list[Any], hands: _Hands, base: str) -> tuple[str, str] | None:
    """Why a form cannot send by itself: the kind of its door and the detail; None where something may take it up."""
    action = (form.get("action") or "").strip()
    try:
        target = urlsplit(urljoin(base, action))
        host, path = target.hostname or "", target.path
    except ValueError:  # an action may be any text
        return None
    names = tuple(form.keys())
    marked = any(name in ("id", "onsubmit", "netlify") or name.startswith("data-") for name in names)
    page = path.lower().endswith((".html", ".htm"))
    # what is posted to its own page may be taken by the server that made it, whatever it is called
    elsewhere = page and path != urlsplit(base).path and host == (urlsplit(base).hostname or "")
    if action and elsewhere and form.get("method", "").lower() == "post" and not marked:
        return "unsent", urlsplit(action).path
    if not _PLAIN_FORM.issuperset(names) or hooked(form.get("class") or "") or not _unhooked(form):
        return None
    if action[:7].lower() == "mailto:":
        written = MAIL.search(unquote(action[7:]).partition("?")[0])
        return ("by-mail", written[0]) if written else None
    taken = hands.may_take(("form", "forms", "submit", "input", "textarea", *_names(form), *map(_id, form.iter())))
    if _PROGRAM.search(path) and _STATIC.search(host) and not taken:
        return "program", f"{host}{path}"
    if any(field.get("name") for field in asked):  # a server that made the page may take what has a name
        return None
    # a browser sends what has a name
    if action in ("", "#"):
        told = "id" not in names and any(field.tag == "textarea" for field in asked)
        return ("unwired" if taken else "unsent", "") if told else None
    return None if taken or action[:11].lower() == "javascript:" else ("nameless", f"{host}{path}")


def _id(element: Any) -> str:
    return element.get("id") or "" if isinstance(element.tag, str) else ""


def _unhooked(form: Any) -> bool:
    """Whether no field or button of a form carries what makes a script or another address take it up."""
    return not any(
        name.startswith(("on", "data-", "hx-", "wire", "x-", "v-", "ng-", "@")) or name in ("formaction", "formmethod")
        for field in form.iter("input", "button")
        for name, _ in field.items()
    )
