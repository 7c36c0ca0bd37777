"""Three generations of one made-up company's website: what stood there, what was rewritten, what was put back.

``write(generation, folder)`` builds one as a folder of HTML. The second generation gains a figure in a claim, loses a
page, renames a template's pages and contradicts itself; the third mends the contradiction, loses the figure again,
brings a page and a typing error.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

Pages = dict[str, tuple[str, str, str]]
"""Path -> title, meta description, copy: a line an element, "#" headings, "-" bullets, ">" quotations."""

BASE = "https://www.saltmarsh-coldrooms.example"

FIRST: Pages = {
    "index.html": (
        "Saltmarsh Cold Rooms | Refrigeration since 1988",
        "Saltmarsh Cold Rooms builds and services cold rooms on the east coast.",
        """
# Three decades of refrigeration excellence
Saltmarsh Cold Rooms is a family business with its own workshop and eleven fitters.
We design, build and service walk-in cold rooms, blast chillers and display counters.
## What we do
- Cold rooms made to measure
- Service contracts for every make
- Breakdown cover around the clock
## Why Saltmarsh
We have been certified to the refrigerant handling standard since 2001.
Our vans carry more than 400 spare parts.
> The freezer was running again before the lunch orders came in. | Dana Whitlow, Pier Kitchen
## Talk to us
Call the workshop or send us a plan of your kitchen.
""",
    ),
    "about.html": (
        "About us | Saltmarsh Cold Rooms",
        "Who we are.",
        """
# About Saltmarsh
Saltmarsh was founded in 1988 by Ines and Colm Farrow in a former ice house.
Today the second generation runs the company from the same yard.
## Our people
Eleven fitters, two apprentices and a very patient dispatcher work here.
## Our values
We are proud of tidy pipework, and we say what we mean.
Our customers come first in everything we do.
""",
    ),
    "services/breakdown.html": (
        "Breakdown cover | Saltmarsh Cold Rooms",
        "Help when a cold room stops.",
        """
# Breakdown cover
A cold room that fails on a Friday night can cost you a weekend's stock.
We respond quickly to every breakdown call.
## What happens when you call
The dispatcher asks for the alarm code and sends the nearest van.
Most faults are mended on the first visit, because the part is on board.
If a part has to be ordered, we lend you a mobile freezer so that nothing thaws.
""",
    ),
    "services/contracts.html": (
        "Service contracts | Saltmarsh Cold Rooms",
        "Planned maintenance.",
        """
# Service contracts
Our service contracts cover cleaning, leak testing and the yearly gas log.
## What is included
- Two visits a year outside your opening hours
- Leak test with a written record
- Door seals and fan blades checked
Restaurants with a contract throw away less stock, because small leaks are found before the room warms up.
""",
    ),
    "services/installation.html": (
        "Installation | Saltmarsh Cold Rooms",
        "How a cold room is put in.",
        """
# Installation in a day
Panels are cut in our workshop and clipped together on site.
You keep serving while we work: the old room stays cold until the new one is down to temperature.
## The steps
- Measuring and a drawing
- Panels and door
- Cooling unit and test run
""",
    ),
    "products/walk-in.html": (
        "Walk-in cold room | Saltmarsh Cold Rooms",
        "Walk-in cold rooms made to measure.",
        """
# Walk-in cold room
Panels of 80 mm or 120 mm with a food-safe steel skin.
Temperature range from minus 22 to plus 8 degrees Celsius.
The floor carries 300 kg per square metre.
Every door can be opened from the inside, even when it is locked.
## Sizes
The smallest room is 1.2 m by 1.2 m, the largest we have built is 9 m by 6 m.
""",
    ),
    "products/blast-chiller.html": (
        "Blast chiller | Saltmarsh Cold Rooms",
        "Blast chillers for kitchens.",
        """
# Blast chiller
Chills 20 kg from 70 to 3 degrees Celsius in 90 minutes.
Takes trays of one standard size and their halves.
The core probe logs every batch to a memory card.
## Connection
Needs 230 V and a drain of 32 mm.
""",
    ),
    "products/display-counter.html": (
        "Display counter | Saltmarsh Cold Rooms",
        "Display counters for shops.",
        """
# Display counter
Curved or straight glass, with lights that do not warm the goods.
Runs at plus 2 to plus 5 degrees Celsius in a shop of 25 degrees.
The night blind saves a third of the power.
## Lengths
Available in lengths of 1.0 m, 1.5 m and 2.0 m.
""",
    ),
    "solutions/restaurants.html": (
        "Restaurants | Saltmarsh Cold Rooms",
        "Cold rooms for restaurant kitchens.",
        """
# Cold rooms for restaurants
When the walk-in dies in the middle of service, somebody drives to the cash and carry and the menu shrinks.
We plan the room around your deliveries, so the Tuesday fish has a shelf before it arrives.
## What kitchens tell us
> We stopped throwing out a crate of cream every other week. | Marek Sobel, The Copper Pan
""",
    ),
    "solutions/florists.html": (
        "Florists | Saltmarsh Cold Rooms",
        "Cold rooms for florists.",
        """
# Cold rooms for florists
Roses that sit in a draught open two days early and are given away.
Our slow fans move the air without drying the blooms.
Stems cut on Monday still sell on Saturday.
""",
    ),
    "customers.html": (
        "Customers | Saltmarsh Cold Rooms",
        "Who we work for.",
        """
# Customers
> Since the new room went in, the health inspector has had nothing to write. | Lotte Brandt, Harbour School
> They cut our power bill by 18 percent in the first winter. | Owen Pryce, Pryce Butchers
""",
    ),
    "pricing.html": (
        "Prices | Saltmarsh Cold Rooms",
        "What it costs.",
        """
# Prices
A walk-in room of 2 m by 2 m costs from 4,900 pounds, installed.
A service contract costs 38 pounds a month for one room.
Breakdown visits without a contract are charged by the hour.
""",
    ),
    "support.html": (
        "Help | Saltmarsh Cold Rooms",
        "Questions and answers.",
        """
# Help
## Can I send something back?
Unused goods can be returned within 30 days of delivery.
## The room is iced up. What now?
Leave the door shut, switch to defrost and call us if it is not clear in an hour.
""",
    ),
    "terms.html": (
        "Terms of sale | Saltmarsh Cold Rooms",
        "Terms of sale.",
        """
# Terms of sale
Unused goods may be returned within 30 days of delivery.
The warranty on cooling units is 24 months.
Invoices are due 14 days after the date of the invoice.
""",
    ),
    "careers.html": (
        "Work here | Saltmarsh Cold Rooms",
        "Jobs.",
        """
# Work at Saltmarsh
We are looking for a fitter who likes early mornings and short drives.
You get a van, a phone and every second Friday off.
""",
    ),
    "contact.html": (
        "Contact | Saltmarsh Cold Rooms",
        "How to reach us.",
        """
# Contact
Ring the workshop between 7 am and 5 pm, Monday to Friday.
Send a sketch and we will tell you what fits.
""",
    ),
}


def _edited(pages: Pages, edits: dict[str, list[tuple[str, str]]], rename: dict[str, str], drop: set[str]) -> Pages:
    found: Pages = {}
    for path, (title, description, copy) in pages.items():
        if path in drop:
            continue
        for old, new in edits.get(path, ()):
            assert old in copy, (path, old)
            copy = copy.replace(old, new)
        found[rename.get(path, path)] = (title, description, copy)
    return found


SECOND = _edited(
    FIRST,
    {
        "index.html": [
            (
                "Three decades of refrigeration excellence",
                "Your stock stays cold, even when a compressor dies at midnight",
            ),
            ("Our vans carry more than 400 spare parts.\n", ""),
        ],
        "services/breakdown.html": [
            (
                "We respond quickly to every breakdown call.",
                "A fitter reaches you within 3 hours of every breakdown call.",
            ),
        ],
        "services/contracts.html": [
            (
                "Our service contracts cover cleaning, leak testing and the yearly gas log.",
                "You never write a gas log again: we hand the inspector a finished one every year.",
            ),
        ],
        "support.html": [("within 30 days", "within 14 days")],
        "about.html": [("Our customers come first in everything we do.\n", "")],
    },
    {f"products/{name}.html": f"range/{name}.html" for name in ("walk-in", "blast-chiller", "display-counter")},
    {"careers.html"},
)

THIRD = _edited(
    SECOND,
    {
        "services/breakdown.html": [
            (
                "A fitter reaches you within 3 hours of every breakdown call.",
                "A fitter reaches you soon after every breakdown call.",
            ),
        ],
        "support.html": [("within 14 days", "within 30 days")],
        "services/contracts.html": [("# Service contracts\n", "# Service and maintainance contracts\n")],
    },
    {},
    set(),
) | {
    "solutions/schools.html": (
        "Schools | Saltmarsh Cold Rooms",
        "Cold rooms for school kitchens.",
        """
# Cold rooms for school kitchens
Term starts whether the freezer works or not, and 300 lunches cannot wait for a part.
Your cooks find the room at temperature when they unlock at half past six.
""",
    )
}

GENERATIONS = {1: FIRST, 2: SECOND, 3: THIRD}


def write(generation: int, folder: Path) -> Path:
    """One generation as a folder of HTML."""
    pages = GENERATIONS[generation]
    for path, (title, description, copy) in pages.items():
        up = "../" * path.count("/")
        menu = "".join(
            f'<li><a href="{up}{other}">{escape(pages[other][0].split(" | ")[0])}</a></li>' for other in sorted(pages)
        )
        body = "\n".join(_element(line) for line in copy.strip().splitlines())
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
            f'<meta name="description" content="{escape(description)}"></head>\n<body><nav><ul>{menu}</ul></nav>\n'
            f"<main>\n{body}\n</main>\n<footer><p>Saltmarsh Cold Rooms Ltd, The Ice House, Quay Lane</p></footer></body></html>\n",
            encoding="utf-8",
        )
    return folder


def _element(line: str) -> str:
    if line.startswith("> "):
        words, _, who = line[2:].partition(" | ")
        return f"<blockquote><p>{escape(words)}</p><cite>{escape(who)}</cite></blockquote>"
    for mark, tag in (("## ", "h2"), ("# ", "h1")):
        if line.startswith(mark):
            return f"<{tag}>{escape(line[len(mark) :])}</{tag}>"
    if line.startswith("- "):
        return f"<ul><li>{escape(line[2:])}</li></ul>"
    return f"<p>{escape(line)}</p>"
