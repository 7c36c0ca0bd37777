"""What the class names and the id of an element say of it.

Sites and toolkits name things alike ("hero", "card", "mobile-nav", "accordion-body", "col-md-4"). Every pattern that
reads such names is here; names repeat on all pages of a site, so what they say is worked out once and remembered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LONGEST = 600


def _pattern(words: str, *, after: str = r"(?=[\s_-]|$)", before: str = r"(?:^|[\s_-])") -> re.Pattern[str]:
    return re.compile(f"{before}(?:{words}){after}")


# --- what is seen ---------------------------------------------------------------------------------------------------

_SCREEN_READER = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader sr-text u-hidden-visually"
    " skip-link skiplink skip-nav skip-to-content skip-to-main skip-main skip-to-content-link assistive-text a11y-hidden"
    " hidden-accessible offscreen element-invisible usa-skipnav srt hide-text visually-hidden-focusable sr-only-focusable"
    " acc-hidden is-visually-hidden u-visually-hidden hidden-visually".split()
)
# what a form says after it was sent, or sent wrongly
_FORM_STATES = frozenset(
    "invalid-feedback valid-feedback invalid-tooltip valid-tooltip w-form-done w-form-fail wpcf7-response-output"
    " wpforms-confirmation-container screen-reader-response gform_validation_errors validation_error form-success"
    " form-error success-message error-message hs-error-msgs mce-responses parsley-errors-list field-validation-error"
    " form-message-success form-message-error form__error form__success submit-success submit-error".split()
)
_UTILITY_HIDDEN = frozenset("hidden d-none hide is-hidden u-hidden display-none ng-hide dn invisible uk-hidden".split())
# ... but shown again on a wide screen (1280 px) where one of these stands beside it
_WIDE_AGAIN = re.compile(
    r"(?:^|\s)(?:(?:sm|md|lg|xl):(?:block|flex|grid|inline|inline-block|inline-flex|table|contents|visible|table-cell)"
    r"|d-(?:sm|md|lg|xl)-(?:block|flex|grid|inline|inline-block|inline-flex|table|table-cell)"
    r"|show|active|in|open)(?=\s|$)"
)
_HOVERED = re.compile(
    r"(?:^|\s)(?:group-hover|hover|peer-checked|group-focus(?:-within)?):(?:block|flex|grid|visible|opacity)"
)
_WIDE_HIDDEN = re.compile(
    r"(?:^|\s)(?:(?:md|lg|xl):hidden|d-(?:sm|md|lg|xl)-none|hidden-(?:md|lg|desktop)|visible-xs(?:-\w+)?|visible-sm(?:-\w+)?"
    r"|show-for-small-only|hide-for-(?:medium|large)|hide-desktop|hidden-desktop|mobile-only|show-mobile|only-mobile"
    r"|is-hidden-desktop|is-hidden-tablet|uk-hidden@[ml]|u-mobile-only|elementor-hidden-desktop|hide-on-large-only"
    r"|hide-on-med-and-up|show-on-small|large-hide|medium-hide|small-only)(?=\s|$)"
)
_PANEL = _pattern(
    r"collapse|accordion[-_]?(?:content|body|panel|collapse|item-?content|text|inner|details|answer)"
    r"|(?:faq|qa|toggle|expander|expandable|collapsible)[-_]*(?:content|body|panel|answer|text|inner|a|copy)"
    r"|panel-collapse|tab-?pane|tab-?content-?item|tab-?panel|tabs?__(?:panel|content|pane)|et_pb_toggle_content"
    r"|elementor-tab-content|read-?more-?(?:content|text)|more-?(?:text|content)|flip-(?:card|box)-?_*back|answer"
    r"|card-back|tooltip-?text|hover-?(?:content|text)|reveal-?content"
)
_SLIDE = _pattern(
    r"carousel-?item|swiper-?slide|slick-?slide|slide|my-?slides|splide__slide|glide__slide|owl-item|flickity-slide"
    r"|carousel__slide",
    after=r"(?=\s|$)",
)
_SLIDER = re.compile(
    r"carousel|slider|swiper|slick|slideshow|flexslider|owl-|jcarousel|splide|glide|tab-|tabs|accordion"
)
_OVERLAY = _pattern(
    r"cookies?(?:law|bar|notice|banner|consent|popup|policy-?banner|-?modal|s)?|gdpr|consent|ccpa|onetrust|cky|cmplz"
    r"|pop-?ups?|popover|modal|lightbox|mini-?cart|side-?cart|cart-?drawer|exit-?intent|newsletter-?modal|toast|snackbar"
    r"|preloader|loader|loading|chat-?widget|chat-?bot|chat-?window|search-?overlay|overlay-?(?:menu|search|content|nav)"
    r"|termly|cc-window|cc-banner|didomi|osano|quantcast|usercentrics|cybotcookiebotdialog|hs-cookie"
)
_MOBILE_MENU = _pattern(
    r"mobile[-_]?(?:nav|menu|navigation|header|bar|links|drawer|overlay|dropdown|toggle|trigger|cta)s?"
    r"|(?:nav|menu|links)[-_]?(?:links[-_]?)?mobile|navmobile|mob[-_]?(?:nav|menu)|off-?canvas(?:-menu|-nav)?|drawer|sidenav"
    r"|side-?nav|hamburger|burger(?:-menu)?|nav-?toggle|menu-?toggle|navbar-toggler|navbar-toggle|slide-?menu"
    r"|responsive-?menu|mean-?bar|slicknav"
)
_TRIGGER = re.compile(
    r"(?:^|[\s_-])(?:header|head|question|toggle|trigger|accordion|opener|expand|collapser?|summary|q)(?=[\s_-]|$)"
)
_OPEN = frozenset("active show in open is-active current is-open opened".split())

# --- where it stands ------------------------------------------------------------------------------------------------

_NAV = _pattern(
    r"(?:(?:top|main|site|primary|sub|side|global|local|header|super|sf|desktop|mega|page|head|left|right|drop-?down)[-_]?)?"
    r"(?:nav|menu|navbar|navigation|navi)(?:[-_]?(?:bar|links?|list|menu|wrap(?:per)?|inner|container|items?|main|primary|top"
    r"|area|box|holder|super|table|ul))*|topnav|breadcrumbs?|pagination|pager|page-numbers|toc|table-of-contents|subnav"
    r"|mainmenu|skip-links?|language-?switcher|lang-?switch|navlinks?"
)
_TRAIL = _pattern(r"breadcrumbs?|crumbs?|pagination|pager|page-numbers")
_HEAD = _pattern(
    r"(?:site|page|main|top|global)?[-_]?(?:header|masthead|topbar|top-bar|banner-top|branding|logo)",
    after=r"(?=[\s_]|$|-(?:wrap|wrapper|inner|container|top|area|main|bar|section))",
)
_FOOT = re.compile(
    r"(?:^|[\s_])(?:(?:site|page|main|global|the|bottom|ft|wp|et|elementor-location)[-_]?)?(?:footer|foot|colophon"
    r"|copyrights?|site-info|footbar|bottombar|bottom-bar|credits?)(?:[-_]?(?:wrap(?:per)?|inner|container|area|main|bar"
    r"|section|bottom|top|widgets?|content|links?|nav|menu|text|copy|info|legal|cols?|columns?|grid|\d))*(?=\s|$)"
)
_SIDE = _pattern(r"side-?bar|widget-area|related-?(?:posts|links)|secondary")
_BAR = re.compile(r"top-?bar|announce|promo|utility|breadcrumb|notice")

# --- what it is -----------------------------------------------------------------------------------------------------

_PILL = _pattern(r"(?:btn|button|badge|tag|pill|chip|cta)s?", after=r"(?=[\s_-]|\d|$)")
_QUOTE = _pattern(
    r"(?:testimonials?|reviews?|quotes?|blockquote|feedback|testi)(?:[-_]+(?:text|body|content|copy|quote|card|item|slide|box"
    r"|block|inner|wrap|single|message))?"
)
_QUOTE_OFF = re.compile(
    r"(?:get|request|free|quick|instant)[-_]?(?:a[-_]?)?quote|quote[-_]?(?:form|btn|button|cta|request|us)|btn"
)
_TITLE = re.compile(
    r"(?:^|[\s_-])(?:titles?|headings?|headline|question|subtitle|sub-?head(?:ing|line)?|h[1-6])(?=[\s_-]|$)"
)
_PERSON = _pattern(
    r"author|name|cite|client|customer|reviewer|by|byline|person|attribution|source|role|position|job|who"
)
_LOGO = re.compile(r"logo|brand")

# toolkits' words for colours, corners, shades and small room, which are many and change from element to element
_UTILITY = re.compile(
    r"-?(?:[pm][xlr]-\S+|(?:w|h)-(?:\d\S*|full|auto|px|fit)|(?:bg|border|rounded|shadow|ring|font|leading|tracking|gap|space-[xy]"
    r"|justify|self|z|opacity|transition|duration|ease|divide|fill|stroke|cursor|overflow|object|backdrop|translate|scale"
    r"|rotate|whitespace|animate|delay|aspect|decoration|outline)(?:-\S+)?|text-(?:[a-z]+-\d{2,3}|left|right|center|white|black"
    r"|muted|primary|secondary|dark|light)|antialiased|uppercase|lowercase|capitalize|italic|underline|truncate"
    r"|(?:[a-z-]+:)+\S+)"
)

# --- how it is set --------------------------------------------------------------------------------------------------

_TAILWIND = {
    "xs": 12, "sm": 14, "base": 16, "lg": 18, "xl": 20, "2xl": 24, "3xl": 30, "4xl": 36, "5xl": 48, "6xl": 60, "7xl": 72
}  # fmt: skip
_WIDE = r"(?:^|\s)(?:(?:sm|md|lg|xl):)?"
_TEXT_SIZE = re.compile(_WIDE + r"text-(?:(xs|sm|base|lg|[2-7]?xl)|\[(\d+)px\])(?=\s|$)")
_GRID_COLUMNS = re.compile(_WIDE + r"grid-cols-(\d+)(?=\s|$)")
_COLUMN_SHARE = re.compile(
    r"(?:^|\s)(?:col-(?:(xs|sm|md|lg|xl)-)?(\d+)|(?:span|grid_)(\d+)|(?:(sm|md|lg|xl):)?w-(\d+)/(\d+)|et_pb_column_(\d)_(\d)"
    r"|(?:elementor|wp-block|vc)-col-(\d\d)|(one|two)[-_](half|third|fourth|quarter)s?)(?=\s|$)"
)
_BREAKS = ("", "xs", "sm", "md", "lg", "xl")
_FRACTIONS = {"half": 2, "third": 3, "fourth": 4, "quarter": 4}
_SPACING = re.compile(_WIDE + r"(p|py|pt|pb|m|my|mt|mb)-(?:(\d+(?:\.5)?)|\[(\d+)px\])(?=\s|$)")
_TALL = re.compile(_WIDE + r"(?:min-)?(?:h-screen|vh-100|h-dvh|h-\[(\d+)(?:px|vh)\])(?=\s|$)")
_DISPLAY_SIZE = re.compile(r"(?:^|\s)(?:display-([1-6])|fs-([1-6])|(lead))(?=\s|$)")
_TAILWIND_MARK = re.compile(r"(?:^|\s)(?:\w+:\S|flex-col|\S*\[|(?:bg|text|border)-\w+-\d{2,3}|max-w-|rounded-\wl)")
_BOOTSTRAP_STEPS = {"1": 4.0, "2": 8.0, "3": 16.0, "4": 24.0, "5": 48.0}
_FLEX_STACKED = re.compile(r"(?:^|\s)(?:flex-col|flex-column)(?=\s|$)")
_FLEX_AGAIN = re.compile(r"(?:^|\s)(?:(?:sm|md|lg|xl):flex-row|flex-(?:sm|md|lg|xl)-row)(?=\s|$)")
_ROW = _pattern(r"row|grid|cols|columns|cards|flex|tiles|split|two-col|three-col|stats", after=r"(?=[\s_-]|\d|$)")
_HERO = _pattern(r"hero|jumbotron|banner|masthead|splash|showcase|slider|carousel|slideshow")
_FLOATING = _pattern(
    r"(?:column|col|side)[-_]?(?:left|right)|(?:left|right|side)[-_]?(?:column|col|side|bar|panel|box)|sidebar"
)
_WRAP = _pattern(r"container|wrap|wrapper|inner|content|max-w-\S+|row", after=r"(?=[\s_-]|\d|$)")
_PILLS = _pattern(r"chips?|tags?|badges?|pills?|inline|social|icons?|signals|marks|trust|logos?|meta|ticks?")
_SMALL = re.compile(r"icon|logo|avatar|star|badge|flag|sprite|bullet|arrow")


_SETTINGS = (
    *(_WIDE_AGAIN, _HOVERED, _WIDE_HIDDEN, _TEXT_SIZE, _GRID_COLUMNS),
    *(_COLUMN_SHARE, _SPACING, _TALL, _FLEX_AGAIN, _DISPLAY_SIZE),
)


@dataclass(frozen=True, slots=True)
class Traits:
    """What names say. ``for_ears``: seen by no one, or only after a form was sent. ``share`` is a column's share of its row (0: unknown), ``columns`` a grid's number of columns."""

    for_ears: bool = False
    utility_hidden: bool = False
    hovered: bool = False
    panel: bool = False
    trigger: bool = False
    slide: bool = False
    slider: bool = False
    overlay: bool = False
    menu: bool = False
    open: bool = False
    nav: bool = False
    trail: bool = False
    head: bool = False
    foot: bool = False
    side: bool = False
    bar: bool = False
    pill: bool = False
    quote: bool = False
    title: bool = False
    person: bool = False
    logo: bool = False
    block: bool = False
    hero: bool = False
    wrap: bool = False
    floating: bool = False
    pills: bool = False
    small: bool = False
    row: bool = False
    flex: bool = False
    centred: bool = False
    size: float = 0.0
    share: float = 0.0
    columns: int = 0
    least: float = 0.0
    room: tuple[float, float] | None = None


NONE = Traits()


@lru_cache(maxsize=1 << 13)
def traits(names: str) -> Traits:
    """What the names of an element (its classes, a blank, its id) say of it."""
    telling = [name for name in names[:_LONGEST].split() if not _idle(name)]
    return _told(" ".join(telling)) if telling else NONE


@lru_cache(maxsize=1 << 13)
def _idle(name: str) -> bool:
    """Whether a name is a toolkit's word for a colour, a corner or a shade, which says nothing here."""
    return _UTILITY.fullmatch(name) is not None and not any(pattern.search(name) for pattern in _SETTINGS)


@lru_cache(maxsize=1 << 13)
def _told(names: str) -> Traits:
    """What names say, those that say nothing left out."""
    if not names.islower():
        names = _CAMEL.sub("-", names).lower()
    known = set(names.split())
    flex = "flex" in known or "d-flex" in known
    told = Traits(
        for_ears=not _SCREEN_READER.isdisjoint(known) or not _FORM_STATES.isdisjoint(known),
        utility_hidden=(not _UTILITY_HIDDEN.isdisjoint(known) and not _WIDE_AGAIN.search(names))
        or _WIDE_HIDDEN.search(names) is not None,
        hovered=_HOVERED.search(names) is not None,
        trigger=_TRIGGER.search(names) is not None,
        panel=_PANEL.search(names) is not None,
        slide=_SLIDE.search(names) is not None,
        slider=_SLIDER.search(names) is not None,
        overlay=_OVERLAY.search(names) is not None,
        menu=_MOBILE_MENU.search(names) is not None,
        open=not _OPEN.isdisjoint(known),
        nav=_NAV.search(names) is not None,
        trail=_TRAIL.search(names) is not None,
        head=_HEAD.search(names) is not None,
        foot=_FOOT.search(names) is not None,
        side=_SIDE.search(names) is not None,
        bar=_BAR.search(names) is not None,
        pill=_PILL.search(names) is not None,
        quote=_QUOTE.search(names) is not None and _QUOTE_OFF.search(names) is None,
        title=_TITLE.search(names.rsplit("__", 1)[-1]) is not None,
        person=_PERSON.search(names) is not None,
        logo=_LOGO.search(names) is not None,
        block="block" in known,
        hero=_HERO.search(names) is not None,
        wrap=_WRAP.search(names) is not None,
        floating=_FLOATING.search(names) is not None,
        pills=_PILLS.search(names) is not None,
        small=_SMALL.search(names) is not None,
        row=_ROW.search(names) is not None,
        flex=flex and (not _FLEX_STACKED.search(names) or _FLEX_AGAIN.search(names) is not None),
        centred="items-center" in known,
        size=_size(names),
        share=_share(names),
        columns=max((min(12, int(number)) for number in _GRID_COLUMNS.findall(names)), default=0),
        least=_least(names),
        room=_room(names),
    )
    return NONE if told == NONE else told


def _share(names: str) -> float:
    """The share of its row's width that column classes name, on a wide screen."""
    best, share = -1, 0.0
    for found in _COLUMN_SHARE.finditer(names):
        if found[2] or found[3]:
            part = max(1, int(found[2] or found[3])) / 12
        elif found[5]:
            part = int(found[5]) / max(1, int(found[6]))
        elif found[7]:
            part = int(found[7]) / max(1, int(found[8]))
        elif found[9]:
            part = int(found[9]) / 100
        else:
            part = (2 if found[10] == "two" else 1) / _FRACTIONS[found[11]]
        rank = _BREAKS.index(found[1] or found[4] or "")
        if rank >= best:
            best, share = rank, min(1.0, max(0.08, part))
    return share


def _size(names: str) -> float:
    """The font size that a toolkit's class names (0 where none does)."""
    shown = _DISPLAY_SIZE.search(names)
    if shown:
        if shown[1]:
            return 88.0 - 8.0 * int(shown[1])
        return {"1": 40.0, "2": 32.0, "3": 28.0, "4": 24.0, "5": 20.0, "6": 16.0}[shown[2]] if shown[2] else 20.0
    return max((float(_TAILWIND[name] if name else exact) for name, exact in _TEXT_SIZE.findall(names)), default=0.0)


def _least(names: str) -> float:
    """The height that a class gives at least."""
    tall = _TALL.search(names)
    return (min(900.0, float(tall[1])) if tall[1] else 720.0) if tall else 0.0


def _room(names: str) -> tuple[float, float] | None:
    """The room above and below that spacing classes name, at their widest."""
    told = _SPACING.findall(names)
    if not told:
        return None
    top: dict[str, float] = {}
    bottom: dict[str, float] = {}
    tailwind = _TAILWIND_MARK.search(names) is not None
    for name, step, exact in told:
        plain = not tailwind and step in _BOOTSTRAP_STEPS
        room = min(200.0, float(exact) if exact else _BOOTSTRAP_STEPS[step] if plain else float(step) * 4)
        if name[-1] != "b":
            top[name[0]] = max(top.get(name[0], 0.0), room)
        if name[-1] != "t":
            bottom[name[0]] = max(bottom.get(name[0], 0.0), room)
    return sum(top.values()), sum(bottom.values())
