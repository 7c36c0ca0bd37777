"""A run whose every word from the site is an attack: on the page, the spreadsheet, the terminal and Markdown."""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from auditor.model import Copy, Coverage, JudgedPage, Label, PageKind, Quote, Run, Skip, SkipReason
from tests.report import northbeck

PAYLOADS = (
    "<script>window.pwned=1</script>",
    "</style><script>window.pwned=2</script>",
    "</title><img src=x onerror=window.pwned=3>",
    '"><svg onload=window.pwned=4>',
    "' onmouseover='window.pwned=5",
    "]]><!--<script>window.pwned=6</script>-->",
    "{{ 7*7 }}{% raw %}{# x #}",
    "javascript:window.pwned=8",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b31m",
    "\u202eevil\u202c \u2066left\u2069 \u200f",
    '=HYPERLINK("http://evil.example","x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\uff1d1+1",
    "nul\x00 bell\x07 lone \ud800 surrogate",
    "[click](javascript:alert(1)) `code` **bold** <b>html</b> | cell | @everyone http://evil.example www.evil.example",
    "1. not a list\n\n# not a heading\n- nor this",
    "long " + "x" * 5000 + " " + "word " * 3000,
    "\u0130stanbul \u0130\u0130 fold",
)

URLS = (
    "https://www.northbeck.example/ok",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "https://www.northbeck.example/a b",
    'https://www.northbeck.example/"><script>alert(1)</script>',
    "//evil.example/x",
    "vbscript:x",
    "https://[bad",
    "https://www.northbeck.example/" + "a" * 4000,
    "https://www.northbeck.example/\u202ex",
    "file:///etc/passwd",
)


def pages() -> list[JudgedPage]:
    """Northbeck's pages with every text replaced by an attack."""
    result = []
    for number, page in enumerate(northbeck.pages()):
        url = URLS[number % len(URLS)] if page.kind is not PageKind.HOME else page.url
        copies = tuple(_attack(copy, url, place + number) for place, copy in enumerate(page.copy))
        plain = replace(
            page.page,
            url=url,
            title=PAYLOADS[number % len(PAYLOADS)],
            description=PAYLOADS[(number + 1) % len(PAYLOADS)],
            units=tuple(copy.unit for copy in copies),
        )
        result.append(replace(page, page=plain, copy=copies))
    return result


def _attack(copy: Copy, url: str, place: int) -> Copy:
    text = PAYLOADS[place % len(PAYLOADS)]
    unit = structs.replace(
        copy.unit,
        page=url,
        text=text,
        heading=text,
        cite=PAYLOADS[(place + 3) % len(PAYLOADS)],
        selector=text,
        href=url,
    )
    why = (PAYLOADS[(place + 1) % len(PAYLOADS)], "<b>", "(", "\\")
    return structs.replace(
        copy, unit=unit, judgement=replace(copy.judgement, why=why), overridden=Label.SPEC if place % 9 == 0 else None
    )


def run(judged: list[JudgedPage] | None = None) -> Run:
    """The run over them, with attacks in every other field that a site can fill."""
    judged = pages() if judged is None else judged
    base = northbeck.run()
    quotes = tuple(
        Quote(text, URLS[place % len(URLS)], "text" if place % 2 else "alt") for place, text in enumerate(PAYLOADS)
    )
    results = []
    for place, result in enumerate(base.results):
        findings = tuple(
            replace(
                finding,
                title=f"About {PAYLOADS[(place + step) % len(PAYLOADS)]}",
                quotes=quotes[place + step :] + quotes[: place + step],
                why=PAYLOADS[step],
                fix=PAYLOADS[step + 1],
                proposal=f"{PAYLOADS[(place + step) % len(PAYLOADS)]} [{PAYLOADS[0]}]",
            )
            for step, finding in enumerate(result.findings)
        )
        numbers = {**result.numbers, "customer_line": PAYLOADS[1], PAYLOADS[0]: PAYLOADS[8], "list": list(PAYLOADS)}
        results.append(
            replace(
                result,
                title=PAYLOADS[place],
                summary=PAYLOADS[place],
                findings=findings,
                keep=findings,
                numbers=numbers,
            )
        )
    return replace(
        base,
        site=PAYLOADS[3],
        name=PAYLOADS[0],
        target="javascript:alert(2)",
        verdict=f"It says {PAYLOADS[0]}. {PAYLOADS[8]} {PAYLOADS[9]}",
        results=tuple(results),
        pages=tuple(northbeck.record(page) for page in judged),
        coverage=Coverage(
            30, 12, 12, 0, {"robots.txt": 12},
            tuple(Skip(url, SkipReason.ROBOTS, PAYLOADS[place]) for place, url in enumerate(URLS)),
            {"en": 12, PAYLOADS[0]: 1}, PAYLOADS[0],
        ),
        settings={"name": PAYLOADS[0], "include": [PAYLOADS[1]], PAYLOADS[0]: PAYLOADS[9]},
        warnings=PAYLOADS,
    )  # fmt: skip
