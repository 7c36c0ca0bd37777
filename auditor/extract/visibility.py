"""What a visitor sees, judged from markup alone.

Five answers: *shown*; *folded* (a click, a hover or a slide reveals it: it is copy); *overlay* (consent, pop-ups,
modal windows: not copy); *menu* (the menu of a narrow screen: navigation); *hidden* (nobody ever sees it: not
extracted). Evidence: attributes, inline style, the page's own ``<style>`` where it is simple, and the class names of
common toolkits. Stylesheets in other files are never fetched, so a class that only they hide is taken as shown unless
its name says otherwise. Text that is hidden from screen readers only (``aria-hidden``) is seen, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from auditor.extract.names import NONE, Traits, traits
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
TELLING = frozenset("id style role hidden open type shadowrootmode aria-modal aria-hidden multiple".split())
"""Attributes that :func:`judge` reads beside the class."""
_NO_TEXT = frozenset("hidden radio checkbox file range color image".split())
_NOT_A_WINDOW = frozenset("html body main a button form input p h1 h2 h3 article span i li".split())
"""Elements on which "modal" or "cookie" in a class says what they do, not what they are."""

_DISPLAY_NONE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_INVISIBLE = re.compile(r"visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_ANIMATED = re.compile(
    r"\b(?:wow|anim\w*|aos|fade\w*|reveal\w*|appear\w*|scroll\w*|inview|in-view|elementor-invisible)\b", re.IGNORECASE
)
"""Names and styles of what a script brings into sight as the visitor scrolls; anything else made invisible stays so."""
_FAR_AWAY = re.compile(r"(?:text-indent|left|top|right)\s*:\s*-\d{3,}(?:\.\d+)?(?:px|em|rem)", re.IGNORECASE)
_TINY = re.compile(r"(?:^|[;\s])(?:font-size\s*:\s*0(?:px)?|clip\s*:\s*rect\(\s*0)\s*(?:;|$|[,)])", re.IGNORECASE)
_QUOTED = re.compile(r"['\"]#?([A-Za-z][\w-]*)['\"]")


@dataclass(frozen=True, slots=True)
class Seen:
    """How an element stands to the eye, and what the page's own style says of its looks."""

    sight: Sight
    look: Look | None = None


FOLDED = Seen(Sight.FOLDED)
_SHOWN, _HIDDEN = Seen(Sight.SHOWN), Seen(Sight.HIDDEN)
_OVERLAY, _MENU = Seen(Sight.OVERLAY), Seen(Sight.MENU)


def judge(
    tag: str,
    attributes: Mapping[str, str],
    styles: Styles,
    revealed: frozenset[str] = frozenset(),
    *,
    said: Traits = NONE,
    first: bool = True,
    turning: bool = False,
) -> Seen:
    """How one element stands to the visitor's eye, its ancestors apart.

    ``revealed`` are the ids that a click on the page opens; ``said`` what its names say; ``first`` that no element
    stands before it in its parent (the first slide is open), ``turning`` that it is in a carousel, tab set or accordion.
    """
    if tag in _NEVER:
        # the template of a declarative shadow root is shown in place
        return _SHOWN if tag == "template" and "shadowrootmode" in attributes else _HIDDEN
    if tag in ("html", "body"):
        return _SHOWN  # hidden only until the page's scripts are there
    if tag == "dialog" and "open" not in attributes:
        return _OVERLAY
    if not attributes:
        look = styles.looks.get(tag)
        return _SHOWN if look is None else _HIDDEN if look.state in ("none", "away") else Seen(Sight.SHOWN, look)
    if tag == "input" and attributes.get("type", "").lower() in _NO_TEXT:
        return _HIDDEN
    role = attributes.get("role", "")
    if role in ("dialog", "alertdialog"):
        return _OVERLAY
    identity, style = attributes.get("id", ""), attributes.get("style", "")
    look = styles.look(tag, attributes.get("class", "").split(), identity) if styles.looks else None
    state = look.state if look is not None else ""
    if said.for_ears or state == "away" or (style and (_FAR_AWAY.search(style) or _TINY.search(style))):
        return _HIDDEN
    if tag not in _NOT_A_WINDOW and (said.overlay or attributes.get("aria-modal") == "true"):
        return _OVERLAY
    if said.menu and tag not in ("body", "html", "main"):
        return _MENU
    gone = "hidden" in attributes or said.utility_hidden or state in ("none", "invisible", "folded")
    if style and not gone:
        gone = bool(_DISPLAY_NONE.search(style) or _INVISIBLE.search(style))
    panel = role == "tabpanel" or said.panel
    opened = bool(identity) and identity in revealed
    if gone:
        if look is not None and look.fixed:
            return _OVERLAY
        unfolds = panel or said.slide or said.hovered or turning or opened or state == "folded"
        comes = (
            bool(_INVISIBLE.search(style)) and _ANIMATED.search(f"{attributes.get('class', '')} {style}") is not None
        )
        if unfolds or comes or attributes.get("hidden") == "until-found":
            return Seen(Sight.FOLDED, look)
        return _HIDDEN
    closed = (panel or said.slide or opened) and not said.open and attributes.get("aria-hidden") != "false"
    if closed and not (said.slide and first):
        return Seen(Sight.FOLDED, look)
    return _SHOWN if look is None else Seen(Sight.SHOWN, look)


def opens(element: Any, tag: str, attributes: Mapping[str, str], said: Traits) -> bool:
    """Whether an element out of sight is what the element before it opens with a click (an answer under its question)."""
    if tag in _NEVER or tag in ("input", "span", "label") or said.for_ears or "aria-live" in attributes:
        return False
    if tag in ("div", "section", "main", "article") and element.find(".//h1") is not None:
        return True  # a page within the page, or the page itself before its scripts ran
    before = element.getprevious()
    if before is None or not isinstance(before.tag, str):
        return False
    if before.tag in ("summary", "dt"):
        return True
    if before.tag == "button" or before.get("onclick") or before.get("aria-expanded"):
        return not traits(before.get("class") or "").menu
    names = before.get("class")
    return bool(names) and traits(names).trigger and before.tag in ("div", "li", "a", "p", "h2", "h3", "h4", "h5", "h6")


def revealed(telling: Iterable[Any]) -> frozenset[str]:
    """The ids that a click on the page opens: what controls among its ``telling`` elements point at."""
    found: set[str] = set()
    for element in telling:
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
