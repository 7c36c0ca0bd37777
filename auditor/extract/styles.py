"""The page's own ``<style>`` sheets, read as far as they are simple.

Only rules with one simple selector count (``.class``, ``#id``, ``tag``, ``tag.class``), and only what a desktop visitor
gets: narrow-screen, print and motion queries are left out. A rule on a longer selector matters in one case: where it
displays what a simple rule hides (``.item.open .answer``), the text is folded and not hidden.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

WIDTH = 1280
"""Width of the visitor's window, CSS pixels."""
_LONGEST = 400_000
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SIMPLE = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?P<mark>[.#])?(?P<name>[A-Za-z_-][\w-]*)?")
_LAST = re.compile(r"(?P<mark>[.#])(?P<name>[A-Za-z_-][\w-]*)(?:[.:\[][^\s>+~]*)?$")
_MIN_WIDTH = re.compile(r"min-width\s*:\s*([\d.]+)(px|em|rem)")
_MAX_WIDTH = re.compile(r"max-width\s*:\s*([\d.]+)(px|em|rem)")
_LENGTH = re.compile(r"(-?[\d.]+)(px|rem|em|vw|vh|%)?")
_REPEAT = re.compile(r"repeat\(\s*(\d+)")
_AUTO_FILL = re.compile(r"repeat\(\s*auto-fi[tl]l?\s*,\s*minmax\(\s*(?:min\()?\s*([\d.]+)(px|rem)")
_FUNCTION = re.compile(r"[\w-]+\([^()]*\)")


@dataclass(slots=True)
class Look:
    """What is known of how the elements of one class, id or tag are set. Zero and "" mean unknown."""

    state: str = ""
    display: str = ""
    fixed: bool = False
    absolute: bool = False
    size: float = 0.0
    height: float = 0.0
    least: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    width: float = 0.0
    columns: int = 0
    stacked: bool = False


@dataclass(slots=True)
class Styles:
    """Looks by selector: ``.class``, ``#id``, ``tag`` or ``tag.class``."""

    looks: dict[str, Look] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    """The class names in those selectors."""

    def look(self, tag: str, names: list[str], identity: str) -> Look | None:
        """The look of an element: its tag's, overlaid by its classes' and its id's; None where nothing is known."""
        looks = self.looks
        if not looks:
            return None
        found: list[Look] = []
        if tag in looks:
            found.append(looks[tag])
        if not self.names.isdisjoint(names):
            for name in names:
                if "." + name in looks:
                    found.append(looks["." + name])
                if tag + "." + name in looks:
                    found.append(looks[tag + "." + name])
        if identity and "#" + identity in looks:
            found.append(looks["#" + identity])
        if not found:
            return None
        return found[0] if len(found) == 1 else _overlay(found)


def _overlay(found: list[Look]) -> Look:
    """Several looks laid over each other, later ones on top."""
    result = Look()
    for look in found:
        result.state = look.state or result.state
        if look.display:
            result.display = look.display
            if not look.state and result.state in ("none", "folded"):
                result.state = ""
        result.fixed = result.fixed or look.fixed
        result.absolute = result.absolute or look.absolute
        result.stacked = look.stacked or result.stacked
        result.size = look.size or result.size
        result.height = look.height or result.height
        result.least = look.least or result.least
        result.top = look.top or result.top
        result.bottom = look.bottom or result.bottom
        result.width = look.width or result.width
        result.columns = look.columns or result.columns
    return result


EMPTY = Styles()


@lru_cache(maxsize=64)
def read(css: str) -> Styles:
    """The looks in a style sheet. Sites repeat their sheets on every page, so the last ones are remembered."""
    styles = Styles()
    if len(css) > _LONGEST:
        css = css[:_LONGEST]
    css = _COMMENT.sub("", css)
    longer: list[tuple[str, str]] = []
    for prelude, declarations in _rules(css):
        values: dict[str, str] | None = None
        for selector in prelude.split(","):
            selector = selector.strip()
            simple = _SIMPLE.fullmatch(selector)
            if values is None:
                values = _values(declarations)
            if simple and (simple["tag"] or simple["name"]):
                _apply(styles.looks.setdefault(selector, Look()), values)
            elif values.get("display", "none") != "none" or _opens(values):
                last = _LAST.search(selector)
                if last:
                    longer.append((last["mark"] + last["name"], values.get("display", "")))
    for name, display in longer:
        look = styles.looks.get(name)
        if look is None:
            styles.looks[name] = Look(display=display)
        elif look.state in ("none", "invisible"):
            look.state = "folded"
    styles.names = frozenset(selector.partition(".")[2] for selector in styles.looks if "." in selector)
    return styles


def _opens(values: dict[str, str]) -> bool:
    """Declarations that make something seen."""
    if values.get("visibility") == "visible":
        return True
    height = values.get("max-height", "")
    return bool(height) and not height.startswith("0")


def _rules(css: str) -> list[tuple[str, str]]:
    """The rules of a sheet that hold on a wide screen, as (selectors, declarations)."""
    found: list[tuple[str, str]] = []
    position, skipping, depth = 0, 0, 0
    length = len(css)
    while position < length:
        opened = css.find("{", position)
        closed = css.find("}", position)
        if opened < 0 and closed < 0:
            break
        if closed >= 0 and (opened < 0 or closed < opened):
            depth = max(0, depth - 1)
            if depth < skipping:
                skipping = 0
            position = closed + 1
            continue
        prelude = css[position:opened].rsplit(";", 1)[-1].strip()
        if prelude.startswith("@"):
            depth += 1
            if not skipping and not _holds(prelude):
                skipping = depth
            position = opened + 1
            continue
        end = css.find("}", opened)
        if end < 0:
            break
        if not skipping:
            found.append((prelude, css[opened + 1 : end]))
        position = end + 1
    return found


def _holds(prelude: str) -> bool:
    """Whether an at-rule's content holds for a desktop visitor."""
    lowered = prelude.lower()
    if lowered.startswith(("@supports", "@layer", "@container")):
        return True
    if not lowered.startswith("@media"):
        return False
    if "print" in lowered or "prefers" in lowered or "hover" in lowered or "orientation" in lowered:
        return False
    for least in _MIN_WIDTH.finditer(lowered):
        if float(least[1]) * (16 if least[2] != "px" else 1) > WIDTH:
            return False
    return all(float(most[1]) * (16 if most[2] != "px" else 1) >= WIDTH for most in _MAX_WIDTH.finditer(lowered))


def _values(declarations: str) -> dict[str, str]:
    """Declarations by property, later ones winning."""
    found: dict[str, str] = {}
    for declaration in declarations.split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            found[name.strip().lower()] = value.replace("!important", "").strip().lower()
    return found


def _apply(look: Look, values: dict[str, str]) -> None:
    """Lay declarations over a look."""
    display = values.get("display", "")
    if display == "none":
        look.state = "none"
    elif display:
        look.display = display
        if look.state == "none":
            look.state = ""
    if values.get("visibility") in ("hidden", "collapse"):
        look.state = "invisible"
    height, most = values.get("height", ""), values.get("max-height", "")
    if values.get("overflow", "") in ("hidden", "clip") and (most in ("0", "0px") or height in ("0", "0px")):
        look.state = "folded"
    position = values.get("position", "")
    if position in ("absolute", "fixed"):
        if _away(values):
            look.state = "away"
        look.fixed = look.fixed or position == "fixed"
        look.absolute = True
    elif position:
        look.absolute = look.fixed = False
    if values.get("text-indent", "").startswith("-999"):
        look.state = "away"
    look.size = pixels(values.get("font-size", "")) or look.size
    look.height = pixels(height, 720) or look.height
    look.least = pixels(values.get("min-height", ""), 720) or look.least
    look.width = pixels(values.get("max-width", ""), WIDTH) or pixels(values.get("width", ""), WIDTH) or look.width
    _apply_padding(look, values)
    template = values.get("grid-template-columns", "")
    if template:
        look.columns = _columns(template)
    if values.get("flex-direction", "").startswith("column") or "column" in values.get("flex-flow", ""):
        look.stacked = True


def _away(values: dict[str, str]) -> bool:
    """Set aside for screen readers: one pixel, clipped, or far off the page."""
    if values.get("clip", "").startswith("rect(") or "inset(50%" in values.get("clip-path", ""):
        return True
    if values.get("width") == "1px" and values.get("height") == "1px":
        return True
    return any(pixels(values.get(side, "")) <= -900 for side in ("left", "top", "right"))


def _apply_padding(look: Look, values: dict[str, str]) -> None:
    """The room above and below: padding and margin together."""
    top = bottom = 0.0
    seen = False
    for name in ("padding", "margin"):
        sides = values.get(name, "").split()
        if sides:
            seen = True
            top += max(0.0, pixels(sides[0]))
            bottom += max(0.0, pixels(sides[2] if len(sides) > 2 else sides[0]))
        for side in ("top", "bottom"):
            value = values.get(f"{name}-{side}", "")
            if value:
                seen = True
                if side == "top":
                    top += max(0.0, pixels(value))
                else:
                    bottom += max(0.0, pixels(value))
    if seen:
        look.top, look.bottom = top or look.top, bottom or look.bottom


def pixels(value: str, whole: float = 0.0) -> float:
    """A CSS length in pixels (0 where it cannot be told): the largest of a clamp() that fits, percentages of ``whole``."""
    if not value:
        return 0.0
    if value.startswith("clamp("):
        low, *rest = [pixels(part.strip(), whole) for part in value[6:].rstrip(")").split(",")]
        high = rest[-1] if rest else low
        middle = rest[0] if len(rest) > 1 else high
        return min(max(middle or high, low), high)
    if value.startswith(("min(", "max(")):
        sizes = [size for size in (pixels(part.strip(), whole) for part in value[4:].rstrip(")").split(",")) if size]
        return (min if value.startswith("min(") else max)(sizes, default=0.0)
    found = _LENGTH.match(value)
    if not found:
        return 0.0
    try:
        number = float(found[1])
    except ValueError:
        return 0.0
    unit = found[2] or "px"
    if unit == "px":
        return number
    if unit in ("rem", "em"):
        return number * 16
    if unit == "vw":
        return number * WIDTH / 100
    if unit == "vh":
        return number * 7.2
    return number * whole / 100


def _columns(template: str) -> int:
    """How many columns a grid template makes."""
    repeated = _REPEAT.search(template)
    if repeated:
        return min(12, int(repeated[1]))
    fill = _AUTO_FILL.search(template)
    if fill:
        least = float(fill[1]) * (16 if fill[2] == "rem" else 1)
        return max(1, min(6, int(1100 // max(least, 60))))
    while "(" in template:
        plain = _FUNCTION.sub("x", template)
        if plain == template:
            break
        template = plain
    return max(1, min(12, len(template.split())))
