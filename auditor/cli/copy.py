"""Commands that judge a few words without a site: label, mission."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from itertools import chain, groupby, islice
from typing import IO

import click

from auditor import classify
from auditor.errors import UsageError
from auditor.model import Item, Judgement, Label, PageKind, Region, Role

_WORDS: dict[str, list[str]] = {
    "role": [role.value for role in Role],
    "region": [region.value for region in Region],
    "page_kind": [kind.value for kind in PageKind],
}
_HALF = re.compile("[\ud800-\udfff]")
_BATCH = 64
_LONGEST = 5_000
"""Lines held in memory at most before they are answered, however long a page."""


@click.command()
@click.argument("texts", nargs=-1)
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default=None, help="[default: table]")
@click.option("--fast", is_flag=True, help="Use the small model.")
@click.option("--language", default="en", show_default=True, help="Language of the copy.")
def label(texts: tuple[str, ...], form: str | None, fast: bool, language: str) -> None:
    """Label TEXTS, or standard input: plain lines, or JSON lines with "text" and, if known, its context.

    \b
    auditor label "We cut your scrap by 40 %" "ISO 9001 certified"
    echo '{"text": "Real-time dashboards", "role": "heading"}' | auditor label --format jsonl

    Context fields: before, heading, title, url, role (heading, sentence, bullet, link, button, cell, quote, caption),
    region (first, second, main, aside, nav, footer, overlay), page_kind. One answer a line, in order. Lines that follow
    each other with the same url are read as one page: what its other lines are about counts for each of them, as in an
    audit; a line without url is read alone.
    """
    if not texts and sys.stdin.isatty():
        raise UsageError("Give some text, or lines on standard input: auditor label 'Founded in 1921'.")
    items: Iterable[Item] = [Item(_whole(text)) for text in texts] if texts else _read(sys.stdin)
    classifier = classify.load("fast" if fast else "default", language)
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for pages in _batches(_pages(items)):
            # a line read alone never depends on its neighbours, so that lines can be labelled side by side
            alone = pool.map(lambda item: classifier.label([item])[0], chain.from_iterable(pages))
            for page in pages:
                found = list(islice(alone, len(page)))
                for item, judgement in zip(page, classifier.settle(page, found) if page[0].url else found, strict=True):
                    click.echo(_json(item, judgement) if form == "jsonl" else _row(item, judgement))


def _pages(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Lines that follow each other with one url, at most :data:`_LONGEST`; a line without url by itself."""
    for _, group in groupby(enumerate(items), key=lambda pair: (pair[1].url, -1 if pair[1].url else pair[0])):
        while page := [item for _, item in islice(group, _LONGEST)]:
            yield page


def _batches(pages: Iterable[list[Item]]) -> Iterator[list[list[Item]]]:
    """Whole pages, together at least :data:`_BATCH` lines but for the last."""
    batch: list[list[Item]] = []
    for page in pages:
        batch.append(page)
        if sum(map(len, batch)) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _whole(text: str) -> str:
    """The text without halves of characters (bytes that are no UTF-8, a lone escape in JSON): nothing can print them."""
    return _HALF.sub("\ufffd", text)


def _read(lines: IO[str]) -> Iterator[Item]:
    known = {field.name for field in fields(Item)}
    if isinstance(lines, io.TextIOWrapper):
        lines.reconfigure(errors="replace")
    for number, raw in enumerate(lines, 1):
        line = raw.rstrip("\r\n")
        if not line.strip():
            continue
        if not line.lstrip().startswith("{"):
            yield Item(_whole(line.strip()))
            continue
        try:
            data = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UsageError(f"Line {number} of standard input is not JSON: {error}.") from None
        if not isinstance(data.get("text"), str):
            raise UsageError(f'Line {number} of standard input has no "text".')
        values = {key: _whole(data[key]) for key in known if isinstance(data.get(key), str)}
        for key, words in _WORDS.items():
            if values.get(key) and values[key] not in words:
                raise UsageError(f"Line {number}: {key} '{values[key]}' is none of {', '.join(words)}.")
        yield Item(**values)


def _json(item: Item, judgement: Judgement) -> str:
    spread = {name.value: round(chance, 4) for name, chance in zip(Label, judgement.probabilities, strict=True)}
    answer = {
        "text": item.text,
        "label": judgement.label.value,
        "probability": round(judgement.probability, 4),
        "unsure": judgement.unsure,
        "why": list(judgement.why),
        "probabilities": spread,
    }
    return json.dumps(answer, ensure_ascii=False)


def _row(item: Item, judgement: Judgement) -> str:
    doubt = "?" if judgement.unsure else " "
    why = f"   [{', '.join(judgement.why)}]" if judgement.why else ""
    row = f"{judgement.label.value:<8}{doubt} {judgement.probability:4.2f}  {item.text}{why}"
    return "".join(character if character.isprintable() else " " for character in row)


@click.command()
@click.argument("text")
@click.option("--name", default="", help="The company's name, so that it does not count as something specific.")
def mission(text: str, name: str) -> None:
    """Judge one mission, vision or purpose statement: whom it mentions, what it contributes, whether it is specific."""
    from auditor.report.safe import bounded, shown
    from auditor.spelling import is_word
    from auditor.statement import judge_statement, why_none

    if not text.strip():
        raise UsageError("The statement is empty; give its words: auditor mission 'We help dairies keep milking'.")
    said = judge_statement(text, name)
    none = why_none(said, is_word)
    if none:
        click.echo(shown(f"This does not read as a mission: {bounded(none)}."))
        remains = bounded(", ".join(said.remains[:10]))
        click.echo(shown(f"  Without the name and stock words there remains: {remains or 'nothing'}."))
        return
    rows = (
        ("mentions customers", said.customers),
        ("says what it contributes to their lives", said.contribution),
        ("is specific: has words that not every company uses", said.specific),
    )
    click.echo(f"This reads as a {said.kind}.")
    for words, criterion in rows:
        quoted = f'  "{bounded(criterion.quote)}"' if criterion.quote else ""
        note = f"  ({bounded(criterion.note)})" if criterion.note else ""
        click.echo(shown(f"  {criterion.answer:<9} {words}{quoted}{note}"))
    click.echo(shown(f"  Who gains, by its verbs: {bounded(said.beneficiary) or 'nobody named'}."))
