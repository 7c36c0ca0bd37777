"""What a re-audit says moved, as a person meets it: real folders are edited, audited again and compared."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from auditor.cli import cli

LINES = {
    "index": (
        "Dry cellars in the harbour town",
        "We pump out flooded cellars and find where the water comes from.",
        "Our call-out is free, whatever the hour.",
        "A survey costs £45 and takes 90 minutes.",
        "We work with 25 plumbers in the county.",
    ),
    "pumps": (
        "Pumps for hire",
        "Because we charge zero delivery fees, hire costs what the list says.",
        "The small pump empties a cellar of thirty square metres overnight.",
        "The large one stands on a trailer and needs a driveway.",
        "Hoses and couplings come with either of them.",
    ),
    "about": (
        "Who we are",
        "Two brothers began with one pump in 1994.",
        "The yard is open 8 am to 6 pm.",
        "Most of our work comes from neighbours of people we pumped dry before.",
    ),
}

Lines = dict[str, tuple[str, ...]]


def page(lines: Lines, name: str, more: str = "") -> str:
    head, *rest = lines[name]
    menu = "".join(f'<li><a href="{other}.html">{escape(lines[other][0])}</a></li>' for other in lines)
    body = "".join(f"<p>{escape(line)}</p>" for line in rest)
    return (
        f"<!doctype html><html lang=en><title>{escape(head)} | Quayside Pumps</title><body><nav><ul>{menu}</ul></nav>"
        f"<main><h1>{escape(head)}</h1>{body}{more}</main></body></html>"
    )


class Site:
    """The site in a folder, audited again after every edit."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "quayside"
        self.folder.mkdir()
        for name in LINES:
            (self.folder / f"{name}.html").write_text(page(LINES, name), encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        file = self.folder / f"{name}.html"
        text = file.read_text(encoding="utf-8")
        assert escape(old) in text or old in text, old
        file.write_text(text.replace(escape(old), escape(new)).replace(old, new), encoding="utf-8")

    def add(self, name: str, head: str, body: str) -> None:
        """A page that the home page links to."""
        (self.folder / f"{name}.html").write_text(page({name: (head,)}, name, body), encoding="utf-8")
        self.edit("index", "</main>", f'<p><a href="{name}.html">{head}</a></p></main>')

    def remove(self, *names: str) -> None:
        for name in names:
            (self.folder / f"{name}.html").unlink()

    def ids(self, kind: str) -> list[str]:
        """The ids of the findings of a kind in the last run."""
        run = json.loads(max(Path("output/quayside.example").glob("*/run.json")).read_bytes())
        return [found["id"] for result in run["results"] for found in result["findings"] if found["kind"] == kind]

    def score(self, name: str) -> float | None:
        """A dimension's score in the last run."""
        run = json.loads(max(Path("output/quayside.example").glob("*/run.json")).read_bytes())
        (value,) = [score["value"] for score in run["scores"] if score["name"] == name]
        return value if value is None else float(value)

    def audit(self, *words: str, target: str = "") -> Any:
        told = [
            "audit",
            target or str(self.folder),
            "--base-url",
            "https://quayside.example",
            "--fast",
            "--format",
            "json",
        ]
        return CliRunner().invoke(cli, [*told, *words], standalone_mode=False)

    def said(self) -> str:
        """What the comparison of the last two audits prints."""
        return CliRunner().invoke(cli, ["diff", "quayside.example"], catch_exceptions=False).output

    def told(self) -> dict[str, Any]:
        """The comparison as programs get it."""
        done = CliRunner().invoke(cli, ["diff", "quayside.example", "--print", "json"], catch_exceptions=False)
        found: dict[str, Any] = json.loads(done.output)
        return found


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.chdir(tmp_path)
    made = Site(tmp_path)
    assert made.audit().exit_code == 0
    return made


@pytest.fixture
def served(site: Site) -> Iterator[str]:
    """The folder on a real server."""

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *words: Any, **named: Any) -> None:
            super().__init__(*words, directory=str(site.folder), **named)

        def log_message(self, *words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_fee_where_there_was_none_and_every_changed_figure_are_told_with_both_values_and_never_as_better(
    site: Site,
) -> None:
    site.edit("pumps", "Because we charge zero delivery fees, hire", "Because we charge a delivery fee of £30, hire")
    site.edit("index", "costs £45 and takes 90 minutes", "costs £60 and takes 90 minutes")
    site.edit("index", "with 25 plumbers", "with 15 plumbers")
    site.edit("about", "8 am to 6 pm", "9 am to 4 pm")
    site.audit()
    said = site.said()
    assert "2 prices or fees changed" in said.splitlines()[0]
    assert "2 other figures changed" in said.splitlines()[0]
    assert "better" not in said.splitlines()[0]
    assert "\nBetter:" not in said
    at = [
        said.index(f"Reworded, {words} (")
        for words in (
            "£45, now £60",
            "zero delivery fees, now £30",
            "25 plumbers, now 15 plumbers",
            "8 am to 6 pm, now 9 am to 4 pm",
        )
    ]
    assert max(at[:2]) < min(at[2:])  # what is paid is told first
    # and back again, which is no more a loss than it was a gain
    site.edit("pumps", "Because we charge a delivery fee of £30, hire", "Because we charge zero delivery fees, hire")
    site.audit()
    back = site.said()
    assert "1 price or fee changed" in back.splitlines()[0]
    assert "line" not in back.splitlines()[0]
    assert "£30, now zero delivery fees" in back
    assert "\nWorse:" not in back
    (change,) = site.told()["lines"]
    assert change["values"] == [{"measure": "price", "before": "£30", "after": "zero delivery fees"}]


def test_of_the_broken_links_of_a_standing_finding_it_is_said_which_is_new_and_which_was_mended(
    site: Site, served: str
) -> None:
    def linked(name: str, instead: str = "") -> None:
        entry = '<li><a href="{0}.html">Our {0}</a></li>'
        for page in LINES:
            site.edit(page, entry.format(instead) if instead else "</ul>", entry.format(name) + "</ul>" * (not instead))

    linked("charter")
    site.audit(target=served)
    (first,) = site.ids("missing-page")
    linked("dinghies", instead="charter")
    site.audit(target=served)
    said = site.said()
    assert "1 new broken link and 1 broken link mended" in said.splitlines()[0]
    worse = said.split("\nWorse:")[1]
    assert "new: /dinghies.html (on 3 pages)" in worse
    assert "/charter.html" not in worse.split("\n\n")[0]
    assert "1 of 1 broken link fixed: /charter.html" in said.split("\nBetter:")[1].split("\nWorse:")[0]
    (change,) = [
        found for found in site.told()["findings"] if found["after"] and found["after"]["kind"] == "missing-page"
    ]
    assert (change["state"], change["key"]) == ("standing", first)  # what was decided of it holds
    assert [member["name"] for member in change["came"]] == ["/dinghies.html"]
    assert [member["name"] for member in change["went"]] == ["/charter.html"]
    site.audit(target=served)
    assert site.said().startswith("Nothing moved")


def test_a_fault_on_several_pages_names_their_number_and_a_page_that_was_mended_is_told(site: Site) -> None:
    for name in LINES:
        site.edit(name, "</main>", "<p>Please recieve our list by post.</p></main>")
    site.audit()
    site.edit("pumps", "Please recieve our", "Please receive our")
    site.audit()
    better = site.said().split("\nBetter:")[1].split("\n\n")[0]
    assert "“recieve” is misspelled (“receive”), on 2 pages" in better
    assert "“recieve” on 3 pages, now 2" in better
    # what went with its page was mended by nobody
    site.remove("about")
    site.audit()
    said = site.said()
    assert "now 1" not in said
    assert "\nBetter:" not in said


FOUND = "<p>Call us on 01632 960 118, or come to 4 Quay Lane, Harbourton. Ask for Joan Tilley, who answers for every job.</p>"


def test_to_delete_a_page_fixes_nothing_and_what_is_missing_since_is_new(site: Site) -> None:
    site.add("contact", "Where to find us", FOUND + "<p>Please recieve our list by post.</p>")
    site.edit("index", "</main>", "<p>We count on over 12 years of experience.</p></main>")
    site.audit()
    contact = (site.folder / "contact.html").read_text(encoding="utf-8")
    site.remove("contact")
    site.audit()
    told = site.told()
    gone = {found["before"]["title"]: found["why"] for found in told["findings"] if found["state"] == "gone"}
    assert all(why.endswith("gone") for why in gone.values()), gone
    assert any("recieve" in title for title in gone)
    assert not [found for found in told["findings"] if found["state"] == "fixed"]
    said = site.said()
    assert "\nBetter:" not in said
    assert "told no more, and nobody mended them: “recieve” is misspelled (“receive”) (its page is gone)" in said
    assert "is named on the 3 pages read (since /contact.html is gone)" in said.split("\nWorse:")[1]
    (site.folder / "contact.html").write_text(contact, encoding="utf-8")
    site.audit()
    assert "(by what stands on the new page /contact.html; stood since" in site.said().split("\nBetter:")[1]


PEOPLE = "<p>Joan Tilley and Piet Marsh mend every pump themselves, and answer for each.</p>"


def unmended(site: Site) -> tuple[set[str], set[str]]:
    """Why findings are told no more: of those that nobody mended, and of those that were fixed."""
    found = site.told()["findings"]
    whys = {state: {change["why"] for change in found if change["state"] == state} for state in ("gone", "fixed")}
    return whys["gone"], whys["fixed"]


def test_what_is_found_on_a_page_that_was_not_read_before_is_nobodys_work_and_on_a_new_page_it_is(site: Site) -> None:
    site.edit("index", "</main>", "<p>We count on over 12 years of experience.</p></main>")
    site.add("yard", "Down at the yard", PEOPLE)
    site.audit("--exclude", "/yard*")
    site.audit()
    assert unmended(site) == ({"found on a page that was not read before"}, set())
    assert "\nBetter:" not in site.said()
    # the same page, where it was not on the site at all
    site.remove("yard")
    site.edit("index", '<p><a href="yard.html">Down at the yard</a></p>', "")
    site.audit()
    site.add("yard", "Down at the yard", PEOPLE)
    site.audit()
    assert unmended(site) == (set(), {"by what stands on the new page /yard.html"})
    assert "\nBetter:" in site.said()


def code(done: Any) -> int:
    """The code that a command would exit with."""
    return int(done.exit_code or done.return_value or 0)


def test_to_mend_the_only_contradiction_breaks_no_gate_and_a_new_one_breaks_it(site: Site) -> None:
    site.add("support", "Help", "<p>Unused goods can be returned within 30 days of delivery.</p>")
    site.add("terms", "Terms of sale", "<p>Unused goods may be returned within 10 days of delivery.</p>")
    site.audit()
    assert site.score("one voice") == 75
    site.edit("terms", "returned within 10 days", "returned within 30 days")
    done = site.audit("--min-score", "one-voice=80", "--max-drop", "one-voice=2", "--max-drop", "2")
    assert (code(done), "gate broken" in done.output) == (0, False), done.output
    assert site.score("one voice") is None
    site.edit("terms", "returned within 30 days", "returned within 14 days")
    done = site.audit("--max-drop", "one-voice=2")
    assert code(done) == 10
    assert "One voice fell by 25.0 (100.0 to 75.0" in done.output
    # a number that is missing for another reason breaks the gate, with what to do
    done = site.audit("--min-score", "say-show=10")
    assert code(done) == 10
    assert "auditor explain score quayside.example" in done.output


def test_a_page_that_is_gone_and_still_linked_to_is_told_with_how_many_pages_lead_there(site: Site) -> None:
    site.edit("index", "</main>", "<p><a href=pumps.html>See the pumps</a></p></main>")
    site.audit()
    site.remove("pumps")
    site.audit()
    assert re.search(r"no longer on the site: /pumps\.html \(\d+ pages? still links? to it\)", site.said())
