"""A website of any size for the bench: the same pages on every machine, made of copy written for it.

Page ``i`` links to pages ``6i+1`` to ``6i+6``, so that links alone lead everywhere; beside them stand a menu, a footer,
neighbours and a few pages drawn at random: about 55 internal links, 700 words of copy and 55 KB of markup a page, most of it
the class names and icons that templates bring. Headings and a good part of the sentences come back on other pages with
another noun in them, as they do on a large site.
"""

from __future__ import annotations

import random
from html import escape

NAME = "Harrow & Pell"
SECTIONS = ("doors", "gates", "barriers", "shutters", "trades", "stories", "advice", "spares")
THINGS = (
    "roller door|loading gate|dock leveller|fire shutter|swing gate|turnstile|rising bollard|strip curtain|hatch|"
    "garage door|cold-room door|sliding gate|crash barrier|wicket door|folding wall|hangar door"
).split("|")
PLACES = "Hexham|Lowestoft|Nantwich|Kendal|Selby|Truro|Wisbech|Oban|Neath|Larne|Thurso|Ludlow".split("|")
PEOPLE = (
    "dispatch crews|night porters|depot managers|caretakers|bakery shifts|fire officers|landlords|fitters|"
    "yard marshals|school bursars|clinic staff|cold-store pickers"
).split("|")
TROUBLES = (
    "a queue at the dock|a door stuck half open|ice on the sill|a fine after an inspection|a call-out at midnight|"
    "a lorry turned away|draughts across the packing line|a gate that nobody can lift"
).split("|")
GAINS = (
    "lorries leave on time|heating bills fall|nobody waits in the rain|inspections pass the first time|"
    "the night shift goes home on time|stock stays dry|tenants stop ringing|one person can close up alone"
).split("|")
PARTS = "motor|spring|gearbox|sensor strip|control panel|guide rail|lath|bearing plate|limit switch|seal".split("|")
LINES = (
    "With a {thing} from us, {gain}, and {people} stop talking about {trouble}.",
    "Last winter a dairy in {place} lost {n} hours to {trouble}; since the new {thing} it has lost none.",
    "Is {trouble} the first thing that {people} hear about on a Monday?",
    "The {thing} opens in {n} seconds and closes in {m}.",
    "Each {part} is rated for {n}0,000 cycles at 40 °C.",
    "We have built the {thing} in {place} since 19{n}, and three families have worked here from the start.",
    "You choose the {part}; we fit it, test it and leave the drawings with you.",
    "A {thing} can be ordered with a {part} on the left or on the right.",
    "Our engineers answer within {n} hours, and carry the {part} on the van.",
    "{people} asked for a {thing} that can be cleaned with a hose, so that is what it is.",
    "Width up to {n},{m}00 mm, height up to {m},{n}00 mm, galvanised to EN ISO 1461.",
    "Orders cancelled less than {n} days before delivery are charged at {m} per cent.",
    "Without a {part} that holds, {trouble} comes back every spring.",
    "“We rang at six and by nine the {thing} was running again,” says the manager in {place}.",
    "When {gain}, {people} have time for the work that they are paid for.",
    "The {part} is covered for {n} months, the {thing} for ten years.",
    "We are proud to be a leading maker of the {thing} and of much else.",
    "A spare {part} reaches {place} the next working day.",
    "If {trouble} costs you an hour a day, a {thing} pays for itself within {n} weeks.",
    "The {thing} weighs {n}{m} kg and needs no more than a single-phase supply.",
)
HEADINGS = (
    "A {thing} for {people}",
    "What {people} say",
    "No more {trouble}",
    "Built in {place}",
    "The {part}, in numbers",
    "How {gain}",
    "Delivery and terms",
    "Choosing a {thing}",
)
BUTTONS = ("Ask for a price", "Read more", "See the drawings", "Book a visit")
CLASSES = (
    "flex items-start justify-between gap-6 px-4 py-8 sm:px-6 lg:px-8",
    "text-lg leading-relaxed tracking-tight text-slate-700 dark:text-slate-200 md:text-xl",
    "rounded-2xl border border-slate-200 bg-white p-6 shadow-sm transition duration-200 hover:shadow-lg focus:ring-2",
    "grid grid-cols-1 gap-8 sm:grid-cols-2 lg:grid-cols-3 xl:gap-12",
)


def addresses(count: int) -> list[str]:
    """The paths of the pages, the home page first."""
    return ["/", *(f"/{SECTIONS[i % len(SECTIONS)]}/{_slug(i)}-{i}/" for i in range(1, count))]


def page(i: int, paths: list[str]) -> str:
    """The HTML of page ``i``."""
    draw = random.Random(f"page {i}")
    title = _fill(HEADINGS[i % len(HEADINGS)], draw)
    count = len(paths)
    body = [f'<h1 class="{CLASSES[1]}">{escape(title)}</h1>', _paragraph(draw, 2)]
    for _ in range(9):
        heading = escape(_fill(draw.choice(HEADINGS), draw))
        cards = "".join(
            f'<div class="{CLASSES[2]}">{_icon(draw)}<h3 class="{CLASSES[1]}">{escape(_fill("The {part}", draw))}</h3>'
            f'{_paragraph(draw, 1)}<a class="{CLASSES[2]}" href="{paths[draw.randrange(count)]}">{draw.choice(BUTTONS)}</a>'
            "</div>"
            for _ in range(2)
        )
        body.append(
            f'<section class="{CLASSES[0]}"><h2 class="{CLASSES[1]}">{heading}</h2>{_paragraph(draw, 3)}'
            f'<div class="{CLASSES[3]}">{cards}</div></section>'
        )
    near = [6 * i + k for k in range(1, 7) if 6 * i + k < count] + [(i + 1) % count, (i - 1) % count]
    body.append(_list([(paths[k], f"{_slug(k).replace('-', ' ').capitalize()} {k}") for k in near]))
    menu = _list([(paths[k], _slug(k).replace("-", " ").capitalize()) for k in range(min(count, 18))])
    foot = _list(
        [(paths[-1 - k], f"More on the {_slug(count - 1 - k).replace('-', ' ')}") for k in range(min(count, 12))]
    )
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)} | {escape(NAME)}</title>'
        f'<meta name="description" content="{escape(_fill(LINES[i % len(LINES)], draw))}">'
        f'<meta property="og:site_name" content="{escape(NAME)}"></head><body class="{CLASSES[1]}">'
        f"<header><nav>{menu}</nav></header><main>{''.join(body)}</main>"
        f"<footer>{foot}<p>© {escape(NAME)} 2026</p></footer></body></html>"
    )


def sitemap(base: str, paths: list[str]) -> str:
    """sitemap.xml with every page."""
    urls = "".join(f"<url><loc>{base}{path}</loc></url>" for path in paths)
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'


def _slug(i: int) -> str:
    return THINGS[i % len(THINGS)].replace(" ", "-")


def _fill(line: str, draw: random.Random) -> str:
    values = {
        "thing": THINGS,
        "place": PLACES,
        "people": PEOPLE,
        "trouble": TROUBLES,
        "gain": GAINS,
        "part": PARTS,
    }
    text = line.format(
        n=draw.randrange(11, 99), m=draw.randrange(2, 9), **{k: draw.choice(v) for k, v in values.items()}
    )
    return text[0].upper() + text[1:]


def _paragraph(draw: random.Random, lines: int) -> str:
    said = " ".join(_fill(draw.choice(LINES), draw) for _ in range(lines))
    return f'<div class="{CLASSES[3]}"><p class="{CLASSES[1]}">{escape(said)}</p></div>'


def _icon(draw: random.Random) -> str:
    """A drawing of the size that templates inline."""
    steps = " ".join(f"{draw.choice('MLCQ')}{draw.randrange(999) / 10} {draw.randrange(999) / 10}" for _ in range(110))
    return f'<svg class="{CLASSES[0]}" viewBox="0 0 100 100" aria-hidden="true"><path d="{steps}"/></svg>'


def _list(links: list[tuple[str, str]]) -> str:
    items = "".join(
        f'<li class="{CLASSES[0]}"><a class="{CLASSES[2]}" href="{url}">{escape(text)}</a></li>' for url, text in links
    )
    return f'<ul class="{CLASSES[3]}">{items}</ul>'
