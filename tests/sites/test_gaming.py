"""A site's score does not rise by tricks: each is tried on two of our sites, from their bytes to the score.

The path is the real one but for the crawl: extraction, the small model's labels, assembly, every audit, the score. A
trick may cost points. Where it gains some by chance (a label turns with the words around it), the gain must stay
within :data:`CHANCE`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from auditor.audit import catalogue, perform
from auditor.classify.pages import Labeller
from auditor.classify.shares import share_model
from auditor.extract import extract_page
from auditor.model import Judgement, Page, Snapshot
from auditor.score import dimension_scores, overall
from auditor.site import Site, assemble

HERE = Path(__file__).parent
SITES = ("helpful", "boasting")
ORIGIN = "https://example.com"
CHANCE = 1.0
"""Points of the overall score, of 100, that a trick may gain by chance; a dimension may gain three times that."""

Pages = dict[str, str]


@pytest.fixture(scope="module")
def labeller() -> Iterator[Labeller]:
    with Labeller("fast", "en", threads=1) as shared:
        yield shared


def labelled(pages: Pages, labeller: Labeller) -> tuple[list[Page], list[list[Judgement]]]:
    """A site's pages as they are read, and what the small model makes of their lines."""
    read = []
    for name, html in sorted(pages.items()):
        url = f"{ORIGIN}/" + ("" if name == "index.html" else name)
        read.append(extract_page(Snapshot(url, url, 200, {"content-type": "text/html"}, "", ""), html.encode(), ORIGIN))
    return read, [labeller.judgements(page) for page in read]


def assembled(read: list[Page], judgements: list[list[Judgement]]) -> Site:
    """The site as the audits get it."""
    return assemble("example.com", read, judgements, start=f"{ORIGIN}/", correction=share_model("fast", "en"))


def scores(pages: Pages, labeller: Labeller) -> dict[str, float]:
    """The scores of a site's pages: each dimension that has a number, and the overall one."""
    site = assembled(*labelled(pages, labeller))
    found = dimension_scores([perform(entry, site) for entry in catalogue()])
    return {score.name: score.value for score in (*found, overall(found)) if score.value is not None}


def pages_of(name: str) -> Pages:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((HERE / name).glob("*.html"))}


def in_main(change: Callable[[str], str]) -> Callable[[Pages], Pages]:
    """A trick that changes what stands between <main> and </main> of every page."""

    def tricked(pages: Pages) -> Pages:
        return {
            name: re.sub(r"(?s)(<main>)(.*)(</main>)", lambda m: m[1] + change(m[2]) + m[3], html)
            for name, html in pages.items()
        }

    return tricked


def in_text(change: Callable[[str], str]) -> Callable[[str], str]:
    """A change of the words between tags, tags left alone."""
    return lambda html: re.sub(r">[^<]+<", lambda m: change(m[0]), html)


_TURNED = {"we": "you", "our": "your", "us": "you", "ours": "yours"}


def _you(text: str) -> str:
    def turned(match: re.Match[str]) -> str:
        word = _TURNED[match[0].lower()]
        return word.capitalize() if match[0][0].isupper() else word

    return re.sub(r"\b(?:we|our|us|ours)\b", turned, text, flags=re.I)


def _get(text: str) -> str:
    """What the vendor offers, told as what the reader gets."""
    return re.sub(
        r"\b[Ww]e (?:offer|provide|supply|make|sell|collect|answer)\b",
        lambda match: "You get" if match[0][0] == "W" else "you get",
        text,
    )


STUFFING = "".join(
    f"<p>{line}</p>"
    for line in (
        "Outcomes, results, success, growth and ROI.",
        "Unlock your potential and achieve more.",
        "Grow your business with better outcomes.",
        "Success, value and results for every customer.",
        "Transform your business and reach your goals.",
        "Better results, better outcomes, better business.",
    )
)
PROMISES = "".join(
    f"<p>{line}</p>"
    for line in (
        "Your orders reach your customers two days sooner.",
        "Your drivers are home by six and nobody works on Saturdays.",
        "You never pay for the same repair twice.",
        "A shop in Leeds cut its losses by 40 percent in a month.",
        "Your kitchen is spotless before the first guest arrives.",
        "Late deliveries leave your shelves empty and your customers angry.",
    )
)
SPECS = {
    f"product-{n}.html": "<!doctype html><html lang='en'><head><title>Model {0} | Data</title><meta name='description' content='Data of model {0}.'></head><body><main><h1>Model {0}</h1>{1}</main></body></html>".format(
        f"R{n}00",
        "".join(
            f"<p>{line}</p>"
            for line in (
                f"Rated voltage {n}4 V DC, current draw {n}.5 A.",
                f"Housing IP6{n}, aluminium EN AW-6060.",
                f"Weight {n}.2 kg, length {n}40 mm, width {n}8 mm.",
                f"Operating temperature -{n}0 to {n}5 degrees Celsius.",
                f"Conforms to EN 6100{n}-3 and RoHS.",
            )
        ),
    )
    for n in range(1, 6)
}  # fmt: skip


def specs(pages: Pages) -> Pages:
    """Five pages of specifications in the manner of the site: with a description where its own pages have one."""
    described = 'name="description"' in pages["index.html"]
    return {
        name: html if described else re.sub("<meta name='description'[^>]*>", "", html) for name, html in SPECS.items()
    }


def _split(text: str) -> str:
    """Every sentence in two, where a comma or a joint allows it."""

    def parted(match: re.Match[str]) -> str:
        return ". " + match[1].upper()

    return re.sub(r"(?:, | and | because | so | with )([a-z])", parted, text)


def _repeat(pages: Pages) -> Pages:
    line = "<p>Builders get paid 18 days sooner because invoices go out the same evening.</p>"
    return in_main(lambda html: line * 3 + html + line * 3)(pages)


TRICKS: dict[str, Callable[[Pages], Pages]] = {
    "pronouns turned": in_main(in_text(_you)),
    "offers told as what you get": in_main(in_text(_get)),
    "keywords stuffed": in_main(lambda html: html + STUFFING),
    "keywords on top": in_main(lambda html: STUFFING + html),
    "text hidden by style": in_main(lambda html: f'<div style="display:none">{PROMISES}</div>' + html),
    "text hidden by attribute": in_main(lambda html: f"<div hidden>{PROMISES}</div>" + html),
    "text pushed off the screen": in_main(
        lambda html: f'<div style="position:absolute;left:-9999px">{PROMISES}</div>' + html
    ),
    "text made invisible": in_main(lambda html: f'<div style="visibility:hidden">{PROMISES}</div>' + html),
    "sentences split": in_main(in_text(_split)),
    "spec pages added": lambda pages: pages | specs(pages),
}


@pytest.fixture(scope="module")
def before(labeller: Labeller) -> dict[str, dict[str, float]]:
    return {name: scores(pages_of(name), labeller) for name in SITES}


def gains(before: dict[str, float], after: dict[str, float]) -> dict[str, float]:
    """What rose by more than chance, with its points."""
    return {
        name: round(value - before[name], 1)
        for name, value in after.items()
        if name in before and value - before[name] > (CHANCE if name == "overall" else 3 * CHANCE)
    }


@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize("name", SITES)
def test_a_trick_does_not_raise_a_score(name, trick, before, labeller):
    assert gains(before[name], scores(TRICKS[trick](pages_of(name)), labeller)) == {}


@pytest.mark.parametrize("name", SITES)
def test_deleting_spec_pages_does_not_raise_a_score(name, before, labeller):
    with_specs = scores(pages_of(name) | specs(pages_of(name)), labeller)
    assert gains(with_specs, before[name]) == {}


@pytest.mark.parametrize("name", SITES)
def test_a_line_repeated_counts_once(name, labeller):
    once = {
        page: html.replace(
            "<main>", "<main><p>Builders get paid 18 days sooner because invoices go out the same evening.</p>", 1
        )
        if page == "index.html"
        else html
        for page, html in pages_of(name).items()
    }
    assert gains(scores(once, labeller), scores(_repeat(pages_of(name)), labeller)) == {}
