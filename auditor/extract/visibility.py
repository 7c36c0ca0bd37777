"""What a visitor sees, judged from markup alone.

Five answers: *shown*; *folded* (a click, a hover or a slide reveals it: it is copy); *overlay* (consent, pop-ups,
modal windows: not copy);
*menu* (the menu of a narrow screen: navigation); *hidden* (nobody ever sees it: not extracted). Evidence: attributes, inline style, the page's
own ``<style>`` where it is simple, and the class names of common toolkits. Stylesheets in other files are never
fetched, so a class that only they hide is taken as shown unless its name says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from auditor.extract.styles import Look, Styles


class Sight(Enum):
    """How an element and all in it stands to the visitor's eye."""

    SHOWN = "shown"
    FOLDED = "folded"
    OVERLAY = "overlay"
    MENU = "menu"
    HIDDEN = "hidden"


_NEVER = frozenset(
    "script style template noscript head meta link base title object embed iframe audio video canvas map area param"
    " source track datalist frameset frame noframes applet portal rp desc metadata defs symbol clippath lineargradient"
    " radialgradient mask pattern filter select optgroup option".split()
)
"""Elements whose content is never shown as text."""

_DISPLAY_NONE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_INVISIBLE = re.compile(r"visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_FAR_AWAY = re.compile(r"(?:text-indent|left|top|right)\s*:\s*-\d{3,}(?:\.\d+)?(?:px|em|rem)", re.IGNORECASE)
_TINY = re.compile(r"(?:^|[;\s])(?:font-size\s*:\s*0(?:px)?|clip\s*:\s*rect\(\s*0)\s*(?:;|$|[,)])", re.IGNORECASE)

_QUOTED = re.compile(r"['\"]#?([A-Za-z][\w-]*)['\"]")
_NO_TEXT = frozenset("hidden radio checkbox file range color image".split())
_NOT_A_WINDOW = frozenset("html body main a button form input p h1 h2 h3 article span i li".split())
"""Elements on which "modal" or "cookie" in a class says what they do, not what they are."""

_SCREEN_READER = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader sr-text u-hidden-visually"
    " skip-link skiplink skip-nav skip-to-content skip-to-main skip-main skip-to-content-link assistive-text a11y-hidden"
    " hidden-accessible offscreen element-invisible usa-skipnav srt hide-text visually-hidden-focusable sr-only-focusable"
    " acc-hidden is-visually-hidden u-visually-hidden hidden-visually".split()
)
_UTILITY_HIDDEN = frozenset("hidden d-none hide is-hidden u-hidden display-none ng-hide dn invisible uk-hidden".split())
# ... but shown again on a wide screen (1280 px) where one of these stands beside it
_WIDE_AGAIN = re.compile(
    r"(?:^|\s)(?:(?:sm|md|lg|xl):(?:block|flex|grid|inline|inline-block|inline-flex|table|contents|visible|table-cell)"
    r"|d-(?:sm|md|lg|xl)-(?:block|flex|grid|inline|inline-block|inline-flex|table|table-cell)"
    r"|show|active|in|open|group-hover:\S+|hover:\S+)(?=\s|$)"
)
_WIDE_HIDDEN = re.compile(
    r"(?:^|\s)(?:(?:md|lg|xl):hidden|d-(?:sm|md|lg|xl)-none|hidden-(?:md|lg|desktop)|visible-xs(?:-\w+)?|visible-sm(?:-\w+)?"
    r"|show-for-small-only|hide-for-(?:medium|large)|hide-desktop|hidden-desktop|mobile-only|show-mobile|only-mobile"
    r"|is-hidden-desktop|is-hidden-tablet|uk-hidden@[ml]|u-mobile-only|elementor-hidden-desktop|hide-on-large-only"
    r"|hide-on-med-and-up|show-on-small|large-hide|medium-hide|small-only)(?=\s|$)"
)
_FOLD_CLASS = re.compile(
    r"(?:^|[\s_-])(?:collapse|accordion[-_]?(?:content|body|panel|collapse|item-?content|text|inner|details|answer)"
    r"|(?:faq|toggle|expander|expandable|collapsible)[-_]*(?:content|body|panel|answer|text|inner|a|copy)"
    r"|panel-collapse|tab-?pane|tab-?content-?item|tab-?panel|tabs?__(?:panel|content|pane)|et_pb_toggle_content"
    r"|elementor-tab-content|read-?more-?(?:content|text)|more-?(?:text|content)|flip-(?:card|box)-?_*back|answer"
    r"|card-back|tooltip-?text|hover-?(?:content|text)|reveal-?content)(?=[\s_-]|$)",
    re.IGNORECASE,
)
_SLIDE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:carousel-?item|swiper-?slide|slick-?slide|slide|my-?slides|splide__slide|glide__slide|owl-item"
    r"|flickity-slide|carousel__slide)(?=[\s]|$)",
    re.IGNORECASE,
)
_SLIDER = re.compile(r"carousel|slider|swiper|slick|slideshow|flexslider|owl-|jcarousel|splide|glide|tab-|tabs|accordion", re.I)
_OVERLAY_CLASS = re.compile(
    r"(?:^|[\s_-])(?:cookies?(?:law|bar|notice|banner|consent|popup|policy-?banner|-?modal|s)?|gdpr|consent|ccpa|onetrust|cky|cmplz"
    r"|pop-?ups?|popover|modal|lightbox|off-?canvas|drawer|mini-?cart|side-?cart|cart-?drawer|exit-?intent|newsletter-?modal"
    r"|toast|snackbar|preloader|loader|loading|chat-?widget|chat-?bot|chat-?window|search-?overlay|overlay-?(?:menu|search|content|nav)|termly"
    r"|cc-window|cc-banner|didomi|osano|quantcast|usercentrics|cybotcookiebotdialog|hs-cookie)(?=[\s_-]|$)",
    re.IGNORECASE,
)
_MOBILE_MENU = re.compile(
    r"(?:^|[\s_-])(?:mobile[-_]?(?:nav|menu|navigation|header|bar|links|drawer|overlay|dropdown|toggle|trigger|cta)s?|(?:nav|menu|links)[-_]?(?:links[-_]?)?mobile|navmobile|mob[-_]?(?:nav|menu)"
    r"|off-?canvas(?:-menu|-nav)?|sidenav|side-?nav|hamburger|burger(?:-menu)?|nav-?toggle|menu-?toggle|navbar-toggler|navbar-toggle"
    r"|slide-?menu|responsive-?menu|mean-?bar|slicknav)(?=[\s_-]|$)",
    re.IGNORECASE,
)



@dataclass(frozen=True, slots=True)
class Seen:
    """How an element stands to the eye, and what the page's own style says of its looks."""

    sight: Sight
    look: Look | None = None


_SHOWN, _FOLDED, _HIDDEN = Seen(Sight.SHOWN), Seen(Sight.FOLDED), Seen(Sight.HIDDEN)
_OVERLAY, _MENU = Seen(Sight.OVERLAY), Seen(Sight.MENU)


def judge(
    tag: str,
    attributes: Mapping[str, str],
    styles: Styles,
    revealed: frozenset[str] = frozenset(),
    *,
    first: bool = True,
    turning: bool = False,
) -> Seen:
    """How one element stands to the visitor's eye, its ancestors apart.

    ``revealed`` are the ids that a click on the page opens; ``first`` says that no element stands before this one in
    its parent (the first slide is open), ``turning`` that it is inside a carousel, tab set or accordion.
    """
    if tag in _NEVER:
        return _HIDDEN
    if not attributes:
        look = styles.looks.get(tag)
        return _SHOWN if look is None else _HIDDEN if look.state in ("none", "away") else Seen(Sight.SHOWN, look)
    names, identity, style = attributes.get("class", ""), attributes.get("id", ""), attributes.get("style", "")
    if tag == "input" and attributes.get("type", "").lower() in _NO_TEXT:
        return _HIDDEN
    role = attributes.get("role", "")
    if (tag == "dialog" and "open" not in attributes) or role in ("dialog", "alertdialog"):
        return _OVERLAY
    tokens = names.split()
    look = styles.look(tag, tokens, identity)
    state = look.state if look is not None else ""
    if tokens and not _SCREEN_READER.isdisjoint(token.lower() for token in tokens):
        return _HIDDEN
    if state == "away" or (style and (_FAR_AWAY.search(style) or _TINY.search(style))):
        return _HIDDEN
    both = f"{names} {identity}" if identity else names
    if both and tag not in _NOT_A_WINDOW and (_OVERLAY_CLASS.search(both) or attributes.get("aria-modal") == "true"):
        return _OVERLAY
    menu = bool(both) and tag not in ("body", "html", "main") and _MOBILE_MENU.search(both) is not None
    if menu:
        return _MENU
    gone = _gone(attributes, style, names, state)
    slide = bool(both) and _SLIDE_CLASS.search(both) is not None
    panel = role == "tabpanel" or (bool(both) and _FOLD_CLASS.search(both) is not None)
    opened = bool(identity) and identity in revealed
    if gone:
        if look is not None and look.fixed:
            return _OVERLAY
        unfolds = panel or slide or turning or opened or state == "folded" or bool(_INVISIBLE.search(style))
        return Seen(Sight.FOLDED, look) if unfolds or attributes.get("hidden") == "until-found" else _HIDDEN
    if (panel or slide or opened) and not _open(tokens, attributes) and not (slide and first):
        return Seen(Sight.FOLDED, look)
    return _SHOWN if look is None else Seen(Sight.SHOWN, look)


def _gone(attributes: Mapping[str, str], style: str, names: str, state: str) -> bool:
    """Whether an element is out of sight when the page comes."""
    if "hidden" in attributes or state in ("none", "invisible", "folded"):
        return True
    if style and (_DISPLAY_NONE.search(style) or _INVISIBLE.search(style)):
        return True
    if not names:
        return False
    if not _UTILITY_HIDDEN.isdisjoint(names.split()) and not _WIDE_AGAIN.search(names):
        return True
    return _WIDE_HIDDEN.search(names) is not None


def _open(tokens: list[str], attributes: Mapping[str, str]) -> bool:
    """A panel or slide that is open when the page comes."""
    if attributes.get("aria-hidden") == "false":
        return True
    return any(token in ("active", "show", "in", "open", "is-active", "current", "is-open", "opened") for token in tokens)


def slider(both: str) -> bool:
    """A container that turns its children one by one (carousel, tabs, accordion)."""
    return _SLIDER.search(both) is not None


def revealed(root: Any) -> frozenset[str]:
    """The ids that a click on the page opens: what controls point at."""
    found: set[str] = set()
    for element in root.xpath("//*[@aria-controls or @data-target or @data-bs-target or @onclick or @data-toggle]"):
        for name in ("aria-controls", "data-target", "data-bs-target"):
            for identity in (element.get(name) or "").split():
                found.add(identity.lstrip("#"))
        if element.get("data-toggle") or element.get("data-bs-toggle"):
            found.add((element.get("href") or "").lstrip("#"))
        onclick = element.get("onclick")
        if onclick:
            found.update(_QUOTED.findall(onclick[:500]))
    found.discard("")
    return frozenset(found)
