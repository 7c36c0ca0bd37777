"""What would a visitor take for carelessness: typing errors, gaps, notes and samples left in published pages?

Why it matters
--------------
A buyer who finds "Recognized by year after year" or a page of Latin filler asks who checks the work if nobody checks the
words. Nothing on a website is cheaper to put right, and nothing here is a matter of taste.

How it is measured
------------------
Visible text, titles and descriptions are read.

*Left behind*: sentences with a gap where a name or figure was to stand; notes to the owner, lines on how the website was
made, the builder's sample text,
links and texts behind pictures, and program code; a template's cards, counters and gallery tiles; contact data that only ever stands for an example; a description that
shares no word with the site, or breaks off in a word; another page's title over a page, none, or one without the name; pages of up to {STUB} words that only
announce what will stand there; entries for what comes round each year ("summer league 2024") under a year that is over
by the site's own lines.

*Slips*: misspellings; words, phrases and passages that stand twice running; small words that are wrong or missing where they stand
("one of the our", "we offers", "since 20 years", "these range of", "it's" before what is its own); characters garbled, or shown as the code that stands for them;
blanks missing, too many or before a stop; questions without their mark; capitals missing or too many; sentences that
run into each other; addresses that reach nobody; days that no calendar has,
and days of the week that their date does not fall on; the company's name with a slip in it or in two forms, and a name that stands once otherwise than
beside the same words everywhere else; words written in British and American spelling ("moulded", "molded"), and entries
that stand twice in a list. A word counts as misspelled only when it stands on a public list of
misspellings, or is unknown to a dictionary of 82,765 words and differs by a turn of two letters or one letter from a
word that is common in English or that the site writes elsewhere; with a capital a letter must be left out or two
turned round. A term of two words that the site writes often convicts the same term with a slip in it ("filer press"). Apostrophes and amounts ("£450.000") are told where the site writes the same right
elsewhere; a quotation mark within a word ("doesn"t") and a small L for I need no other line. Never counted: product names,
one spelling of the two, other languages, anything written more than twice that is not listed; customers' misspellings are told apart.

What was left behind is one finding, and so are all slips: words before marks, headlines before copy, copy before titles; each weighs by where it is read. Fewer
than {MANY} small ones lead nothing outside the home page's headline, nor does what stands behind pictures.

How to fix it
-------------
Correct the places shown today; then search all pages for the same words, because a copied mistake seldom comes alone.

Limit
-----
A right word in the wrong place ("meat" for "meet") is seen only in frames that the other alone can fill. Of grammar only that is told which
articles, pronouns, prepositions and auxiliaries decide, whatever the sentence means. What a script or an image shows is
not read. On four sites on which nobody had tuned it, a careful reader listed 72 errors, of which version 25 told 18.

Fails
-----
/ Acme
[first heading 1] company: Pumps that dairys trust
[first sentence] company: Recognized by year after year for outstanding service.
[main sentence] company: We will not rest until you are satisifed.
/policy Acme | Terms
[main sentence] policy: This page is a general template and not legal advice.

Passes
------
/ Acme
[first heading 1] outcome: Keep milking when a pump fails
[first sentence] company: Recognized by the county year after year for outstanding service.
[main sentence] feature: Our colour-coded aluminium couplings meet the behavioural standard in moulded parts.
[main quote cite=Jo Ray, Hilltop] company: They comes at any hour.

Sources
-------
The word lists visible-errors, misspellings and mistaken name their own sources. That visible flaws cost trust: Fogg et al. 2001,
"What Makes Web Sites Credible?", CHI 2001 (typographical errors lowered credibility in a survey of 1,400 people).
Dictionary: symspellpy 6 (MIT), from the word counts of Google Books Ngram and the word lists of SCOWL.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from auditor import spelling
from auditor.audit import Verdict, audit, finding, members
from auditor.errata import EVERYWHERE, STUB, errata, spots  # noqa: F401  the manual names them
from auditor.model import Finding, Member, Region, Role, Tier
from auditor.places import Hit
from auditor.site import Site

SHOWN = 5
"""Places named in the title of one kind of error."""

HIDDEN = 0.5
"""Share of its kind's weight that a place behind a picture has, less than any that is seen."""

TITLE, DESCRIPTION, INNER = 0.5, 0.2, 0.6
"""How much a slip is read (0-1) in a title, in a description for search engines, and at the top of an inner page outside its headings."""

MANY = 5
"""Small slips from which they are told with the findings that lead."""

MIN_WORDS = 20
"""Fewer words on all pages than this: not enough to judge."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of error: what to say of one place and of several, why it matters, what to do, how much it weighs."""

    one: str
    many: str
    fix: str
    weight: float
    lead: bool = True
    why: str = "Visitors take it as a sample of how carefully the rest is done."


_KINDS = {
    "card": _Kind(
        "{meant} of what customers say still hold the template's text: “{hit}”", "", "Put in what customers said, with their names; until then take the block out.",
        1.0, why="It stands where proof was to stand, and shows every visitor that nobody looked."),
    "counters": _Kind(
        "The counters on one page all say “{hit}”, of {meant}: the template's figure", "", "Put the true figures in, or take the counters out.",
        0.97, why="Nobody believes one round number three times, nor the true figures beside it."),
    "pictures": _Kind(
        "“{hit}” shows no picture{meant}", "{n} galleries show no picture, such as “{hit}”{meant}",
        "Put the photographs in; until you have them, take the block out, and what leads to it out of the menu.", 0.93,
        why="Whoever came to judge by what can be seen finds nothing to see, and doubts that there is anything."),
    "lorem": _Kind(
        "A page still holds Latin filler text", "{n} places still hold Latin filler text",
        "Replace the filler with your own words, or take the block out.", 1.0),
    "note": _Kind(
        "A note meant for the site's owner is published: “{hit}”{times}", "{n} notes meant for the site's owner are published, such as “{hit}”",
        "Delete the note, and read what stands beside it; where nothing does, put in what the note asks for.", 0.95, why="It tells every visitor that the page was put up unread."),
    "unwritten": _Kind(
        "What is to stand in a place is not there yet: “{hit}”", "{n} places are still to be filled, such as “{hit}”",
        "Fill the place, or take it out until there is something to show.", 0.75, lead=False, why="Whoever came for it learns that the page went up before it was ready."),
    "aside": _Kind(
        "A line speaks of how the website was made, and not to its readers: “{hit}”",
        "{n} lines speak of how the website was made, and not to its readers, such as “{hit}”",
        "Say it to the customer as the company knows it, without the papers that it was copied from; or strike the line out.", 1.0,
        why="A buyer reads in them that nobody of the company read its own website."),
    "sample": _Kind(
        "A text of the website's builder stands in the page: “{hit}”{times}", "Texts of the website's builder stand in the pages: {list}",
        "Look at the page, where it may be folded away or hidden; take its block out, or put your own words there.", 0.95,
        why="Search engines and screen readers take it for your words; a visitor who sees it knows that nobody looked."),
    "slot": _Kind(
        "A sentence has a gap where a name or figure should stand: “{hit}”",
        "{n} sentences have a gap where a name or figure should stand, such as “{hit}”",
        "Put the missing name or figure in, or rewrite the sentence without it.", 0.9,
        why="Where the gap names who recognised, certified or trusted you, the proof is what is missing."),
    "code": _Kind(
        "A page shows program code to visitors: “{hit}”", "{n} places show program code to visitors, such as “{hit}”",
        "Have the page's template corrected so that the value appears, or nothing.", 0.85),
    "standin": _Kind(
        "Contact data of an example is published: “{hit}”", "Contact data of an example is published in {n} places, such as “{hit}”",
        "Put your own address, number or name there.", 0.9, why="Whoever uses it does not reach you."),
    "placeholder": _Kind(
        "“{hit}” looks like an example that was never replaced", "{n} entries look like examples that were never replaced, such as “{hit}”",
        "Check whether it is real; if not, put your own there.", 0.4, lead=False),
    "name": _Kind(
        "The company's own name is misspelled: “{hit}” for “{meant}”", "The company's own name is misspelled in {n} places, such as “{hit}” for “{meant}”",
        "Write the name the same way everywhere.", 0.85),
    "body": _Kind(
        "The name of an institution is misspelled: “{hit}”", "The names of {n} institutions are misspelled: {list}",
        "Write the name as the institution itself does.", 0.85, why="Whoever checks the training, the register or the membership starts from this name."),
    "alt": _Kind(
        "The company's own name is misspelled in the text behind a picture: “{hit}” for “{meant}”",
        "The company's own name is misspelled in the text behind {n} pictures, such as “{hit}” for “{meant}”",
        "Correct the picture's alternative text.", 0.5, lead=False, why="Search engines and screen readers read it out."),
    "variant": _Kind(
        "The company's name is spelled in two ways: “{hit}” and “{meant}”", "The company's name is spelled in several ways, such as “{hit}” and “{meant}”",
        "Choose one spelling and use it everywhere.", 0.6),
    "spelling": _Kind(
        "“{hit}” is misspelled{told}", "At least {n} words are misspelled: {list}",
        "Correct the words, then let a spelling checker run over every page.", 0.75),
    "quoted": _Kind(
        "Quoted words hold a typing error: “{hit}”{told}", "Quoted words hold {n} typing errors: {list}",
        "Put them right: whoever said them meant no error, and readers take it for yours.", 0.4, lead=False),
    "garbled": _Kind(
        "Characters are garbled: “{hit}”", "Characters are garbled in {n} places, such as “{hit}”",
        "Have the page's character encoding set right (UTF-8) and the text pasted again.", 0.6),
    "escape": _Kind(
        "A page shows the code of a character instead of the character: “{hit}”",
        "{n} places show the code of a character instead of the character, such as “{hit}”",
        "Put the character itself in its place, or have the template stop escaping the text twice.", 0.6),
    "space": _Kind(
        "A space is missing: “{hit}”", "Spaces are missing in {n} places, such as “{hit}”",
        "Put a space behind the punctuation mark.", 0.45, lead=False),
    "stops": _Kind(
        "Two stops stand where one belongs: “{hit}”", "Two stops stand where one belongs in {n} places, such as “{hit}”",
        "Delete one of them.", 0.4, lead=False),
    "unfinished": _Kind(
        "A page is put up empty: “{hit}”", "{n} pages are put up empty, such as “{hit}”",
        "Fill the page, or take it out of the menu until it has something to say.", 0.7, why="Whoever clicked came for an answer and found none."),
    "unready": _Kind(
        "A page {meant} that it is not ready yet, and holds more: “{hit}”", "{n} pages say that they are not ready yet, and hold more, such as “{hit}”",
        "If what stands there is meant to be read, take the note away; if not, say when the page will be ready.", 0.65,
        why="Whoever reads it goes again, past what the page has to offer."),
    "weekday": _Kind(
        "The date and its day of the week do not fit: “{hit}” was a {meant}",
        "{n} dates and their days of the week do not fit, such as “{hit}” (a {meant})",
        "Find out which of the two is right.", 0.8, why="Whoever comes on the wrong day will not come again."),
    "outdated": _Kind(
        "An entry still names a year that is over: “{hit}”", "{n} entries still name a year that is over, such as “{hit}”",
        "Put this year's in their place, or say that they are past.", 0.65, why="Whoever plans by it cannot tell what else is out of date."),
    "point": _Kind(
        "A mark stands where another belongs, or none: “{hit}”", "Marks stand where others belong, or none, in {n} places, such as “{hit}”",
        "Set the mark that belongs there, or delete it.", 0.42, lead=False),
    "twofold": _Kind(
        "A word is written in two ways: “{hit}” and “{meant}”", "{n} words are written in two ways: {list}",
        "Choose one way, write it down for whoever writes, and search the pages for the other.", 0.42, lead=False,
        why="It shows that several hands wrote and nobody read the whole."),
    "listed": _Kind(
        "A list has one entry twice: “{hit}”", "Lists have {n} entries twice: {list}",
        "Delete one of the two.", 0.45, lead=False),
    "nameless": _Kind(
        "{pages} of the site {has} no title; {which} begins “{hit}”", "{pages} of the site have no title",
        "Give each page a title that says what stands on it.", 0.6, why="It is what search results and a browser's tabs show of the page."),
    "unnamed": _Kind(
        "The titles of {pages} do not say whose they are: “{hit}” and others", "The titles of {pages} do not say whose they are: {list}",
        "Put the name behind each title, and the place or the trade where there is room.", 0.45, lead=False,
        why="Between others in search results and in a browser's tabs nobody can tell whose page it is."),
    "doubled": _Kind(
        "Words stand twice running: “{hit}”", "Words stand twice running in {n} places, such as “{hit}”",
        "Delete the second of them.", 0.6),
    "confused": _Kind(
        "A slip of language: “{hit}”{told}", "{n} slips of language: {list}",
        "Correct the words shown.", 0.55),
    "mark": _Kind(
        "A quotation mark stands in place of an apostrophe: “{hit}”", "Quotation marks stand in place of apostrophes in {n} places, such as “{hit}”",
        "Put the apostrophe in; search every page for the same mark inside a word.", 0.6),
    "letter": _Kind(
        "A small L stands in place of a capital I: “{hit}”", "A small L stands in place of a capital I in {n} places, such as “{hit}”",
        "Type the capital letter; the text was probably read by a scanner, so check the rest of it.", 0.5),
    "apostrophe": _Kind(
        "“{hit}” should be “{meant}”: the apostrophe is wrong here and right elsewhere", "{n} apostrophes are wrong here and right elsewhere: {list}",
        "Correct the apostrophes shown, then search for the same words on every page.", 0.55),
    "amount": _Kind(
        "“{hit}” has a point where a comma belongs ({meant})", "{n} amounts have a point where a comma belongs: {list}",
        "Set the comma, as elsewhere on the site.", 0.75, why="Read as it stands, the amount is a thousand times smaller."),
    "gap": _Kind(
        "A blank stands within a word: “{hit}”", "Blanks stand within words in {n} places, such as “{hit}”",
        "Close the gap or set the hyphen.", 0.42, lead=False),
    "blank": _Kind(
        "A blank stands beside a mark where none belongs: “{hit}”", "Blanks stand beside marks where none belong in {n} places, such as “{hit}”",
        "Delete the blank.", 0.4, lead=False),
    "capital": _Kind(
        "A capital is missing, or stands where none belongs: “{hit}”", "Capitals are missing, or stand where none belong, in {n} places, such as “{hit}”",
        "Set the right letter.", 0.42, lead=False),
    "address": _Kind(
        "An address is misspelled: “{hit}”", "{n} addresses are misspelled, such as “{hit}”",
        "Correct the address, and send a message to it.", 0.9, why="Whoever uses it does not reach you."),
    "until": _Kind(
        "A time has a beginning and no end: “{hit}”", "{n} times have a beginning and no end, such as “{hit}”",
        "Say until when.", 0.45, lead=False),
    "renamed": _Kind(
        "A name is spelled in two ways: “{hit}” and “{meant}”", "{n} names are spelled in two ways: {list}",
        "Find out which is right and use it everywhere.", 0.7, why="People and places look for their own names first."),
    "behind": _Kind(
        "A name is spelled otherwise in the text behind a picture: “{hit}” for “{meant}”",
        "Names are spelled otherwise in the text behind {n} pictures: {list}",
        "Correct the picture's alternative text.", 0.4, lead=False, why="Search engines and screen readers read it out."),
    "question": _Kind(
        "A question ends in a full stop: “{hit}”", "{n} questions end in a full stop, such as “{hit}”",
        "Set a question mark.", 0.42, lead=False),
    "run": _Kind(
        "Two sentences run into each other: “{hit}”", "Sentences run into each other in {n} places, such as “{hit}”",
        "Set a full stop between them, or go on with a small letter.", 0.45, lead=False),
    "amid": _Kind(
        "A capital stands amid a sentence: “{hit}”", "Capitals stand amid sentences in {n} places, such as “{hit}”",
        "Set a small letter behind the comma.", 0.42, lead=False),
    "small": _Kind(
        "A sentence begins with a small letter: “{hit}”", "{n} sentences begin with a small letter, such as “{hit}”",
        "Set a capital.", 0.45, lead=False),
    "unended": _Kind(
        "A sentence ends without a stop: “{hit}”", "{n} sentences end without a stop, such as “{hit}”", "Set it.", 0.4, lead=False),
    "repeated": _Kind(
        "A passage stands twice running: “{hit}”", "{n} passages stand twice running, such as “{hit}”",
        "Delete one of the two.", 0.6),
    "foreign": _Kind(
        "What search engines are told of {pages} is not about this company: “{hit}”",
        "What search engines are told of {pages} is not about this company: {list}",
        "Write the description of each page anew.", 0.9, why="It is what people read of you before they see the site."),
    "untitled": _Kind(
        "{pages} {are} called “{hit}” in the browser tab and in search", "{pages} {are} called by no name of their own in the browser tab and in search: {list}",
        "Give each page a title that says what stands on it, and whose it is.", 0.9, why="It is the first that people read of the page, and tells them that nobody looked."),
    "called": _Kind(
        "Another page's title stands over {pages}: “{hit}”", "Other pages' titles stand over {pages}: {list}",
        "Give each page a title that says what stands on it.", 0.6, why="It is what search results and a browser's tabs show of the page."),
    "severed": _Kind(
        "What search engines are told of {pages} breaks off in a word: “{hit}”",
        "What search engines are told of {pages} breaks off in a word: {list}",
        "Write the description of each page out, in one or two sentences that end.", 0.5, lead=False, why="It is what people read of you before they see the site."),
    "described": _Kind(
        "The text behind {times} is the website builder's: “{hit}”", "The texts behind {times} are the website builder's: {list}",
        "Say in each picture's alternative text what it shows.", 0.5, lead=False, why="Search engines and screen readers read it out."),
    "date": _Kind("There is no such day: “{hit}”", "{n} dates do not exist, such as “{hit}”", "Correct the date.", 0.8),
}  # fmt: skip


@audit(
    passes="A dictionary and fixed rules, which miss what only a reader sees, found no slip",
    fails="It shows errors that every visitor can see",
    version=32,
)
def visible_errors(site: Site) -> Verdict:
    """Judge a site."""
    found = spots(site)
    words = sum(len(spot.text.split()) for spot in found)
    if words < MIN_WORDS:
        return Verdict.not_enough(f"Too little text to look for errors: {words} words.", words=words)
    hits = errata(site, found)
    by_task: dict[str, list[Hit]] = defaultdict(list)
    headed = _headed(site)
    # what a template left beside notes to the owner is put right with them
    tasks = (
        TASKS | dict.fromkeys(("card", "counters"), "left")
        if any(TASKS.get(hit.kind) == "left" for hit in hits)
        else TASKS
    )
    for hit in sorted(
        hits, key=lambda hit: (*_order(site, hit, headed), hit.spot.quote.url, hit.spot.order, hit.spot.text)
    ):
        by_task[tasks.get(hit.kind, hit.kind)].append(hit)
    findings = [_finding(site, task, places) for task, places in by_task.items()]
    findings.sort(key=lambda entry: (-entry.weight, entry.id))
    by_kind = Counter(hit.kind for hit in hits)
    counts = {kind: by_kind[kind] for kind in _KINDS if kind in by_kind}
    total = sum(counts.values())
    pages = len({hit.spot.quote.url for hit in hits})
    summary = (
        f"{total} visible error{'s' * (total != 1)} on {pages} of {len(site.pages)} pages."
        if total
        else f"In {words:,} words on {site.read} nothing was told: only what a dictionary and fixed rules are sure of is, and readers see "
        "several times as much. Read the pages aloud once."
    )
    ordered = [hit for places in by_task.values() for hit in places]
    numbers = {
        "errors": counts,
        "words": words,
        "pages": pages,
        "places": [_place(hit) for hit in ordered[:MOST_PLACES]],
    }
    return Verdict(summary, findings=findings, numbers=numbers)


def _place(hit: Hit) -> dict[str, str]:
    """One place as the report's table and run.json have it: the words, what is wrong with them, the line and where it stands."""
    told = _told(hit).replace(f": “{hit.words[:SHOWN_WORDS]}”", "").replace(f"“{hit.words[:SHOWN_WORDS]}” ", "")
    quote = hit.spot.quote
    return {"words": hit.words, "wrong": told, "text": quote.text, "url": quote.url, "source": quote.source}


def _told(hit: Hit) -> str:
    """What is said of one place alone."""
    return _KINDS[hit.kind].one.format(**_values([hit]))


def _order(site: Site, hit: Hit, headed: set[str]) -> tuple[bool, bool, int, bool, float]:
    """What is shown first of one task: what visitors see, slips before trifles, in headlines, in copy, in titles, in descriptions."""
    source = hit.spot.quote.source
    headline = hit.spot.copy is not None and hit.spot.copy.unit.level > 0 and hit.spot.page is site.home
    place = (
        ("title", "meta description").index(source) + 2
        if source in ("title", "meta description")
        else int(not headline)
    )
    return _is_hidden(hit), _is_trifle(hit), place, not _is_loud(hit, headed), -_weight(site, hit)


def _weight(site: Site, hit: Hit) -> float:
    """The weight of a place by its kind and by how much it is read (0-1); what only search engines and screen readers meet is last."""
    if _is_hidden(hit):
        return _KINDS[hit.kind].weight * HIDDEN
    if TASKS.get(hit.kind) != "slips":
        return _KINDS[hit.kind].weight * (0.7 + 0.3 * hit.spot.seen)
    copy, source = hit.spot.copy, hit.spot.quote.source
    seen = {"title": TITLE, "meta description": DESCRIPTION}.get(source, hit.spot.seen)
    inner = copy is not None and hit.spot.page is not site.home and hit.pages < EVERYWHERE
    if inner and copy is not None and copy.unit.role not in (Role.HEADING, Role.BUTTON):
        seen = min(seen, INNER)
    return _KINDS[hit.kind].weight * (0.5 + 0.5 * seen)


def _is_trifle(hit: Hit) -> bool:
    """True for what is a matter of marks, blanks and capitals, or of one apostrophe ("LED's", "35+ years experience"): no reader stumbles over it."""
    marked = hit.meant and hit.words != hit.meant and re.sub("['’]", "", hit.words) == hit.meant
    unmarked = hit.meant.endswith("s'") and hit.meant[:-1] in hit.words.casefold()
    one, other = (re.sub(r"[\s.]", "", words).casefold() for words in (hit.words, hit.meant))
    return not _KINDS[hit.kind].lead or bool(marked or unmarked) or (hit.kind == "variant" and one == other)


LOUD, SHORTEST_HEADED = 0.8, 5
"""How much is seen what a heading, a title, a button or the home page shows; letters of a word that a heading is about."""


def _headed(site: Site) -> set[str]:
    """The longer words of the site's headings: what it is about."""
    headings = {copy.text for page in site.pages for copy in page.copy if copy.unit.role is Role.HEADING}
    return {word.casefold() for text in headings for word in spelling.words(text) if len(word) >= SHORTEST_HEADED}


def _is_loud(hit: Hit, headed: set[str]) -> bool:
    """True for a grave slip where everybody reads it, or in a word that the site is about: these are named first."""
    grave = TASKS.get(hit.kind) == "slips" and _KINDS[hit.kind].lead
    return grave and (hit.spot.seen >= LOUD or hit.meant.casefold() in headed)


def _is_hidden(hit: Hit) -> bool:
    """True for what stands behind a picture: no visitor who sees the page meets it."""
    return hit.spot.quote.source == "alt"


TASKS = {
    **dict.fromkeys(("lorem", "note", "unwritten", "aside", "sample", "slot", "code", "standin", "foreign", "untitled"), "left"),
    **dict.fromkeys(
        ("spelling", "body", "name", "amount", "date", "weekday", "doubled", "repeated", "confused", "mark",
         "letter", "apostrophe", "escape", "garbled", "point", "listed", "run", "gap", "blank", "space", "stops",
         "question", "until", "renamed", "capital", "address", "amid", "small", "unended"), "slips"),
}  # fmt: skip
"""What is put right in one go, and so is one finding: what was left unfinished, and slips of the pen."""

_LEFT = _Kind(
    "", "{n} things that were never finished stand on {pages}: {list}",
    "Put your own words in the places shown, or take them out; then look through every page once.", 0.95,
    why="They tell every visitor that the pages were put up unread.",
)  # fmt: skip
_SLIPS = _Kind(
    "", "At least {n} slips of spelling and language stand on {pages}: {list}",
    "Correct the places shown, then have somebody who did not write them read all pages aloud: a sentence that says the wrong thing is not seen here.", 0.75,
)  # fmt: skip


def _finding(site: Site, task: str, hits: Sequence[Hit]) -> Finding:
    """One finding for all places of a task, the gravest and most seen first."""
    kinds = list(dict.fromkeys(hit.kind for hit in hits))
    first = hits[0]
    alone = len(kinds) == 1
    told = _KINDS[first.kind] if alone else _LEFT if task == "left" else _SLIPS
    shown = hits[: SHOWN if alone else LISTED]
    more = f" and {len(hits) - len(shown)} more" * (len(hits) > len(shown))
    values = _values(hits) | {"list": ", ".join(map(_listed, shown)) + more}
    quotes = list(dict.fromkeys(entry for hit in hits for entry in (hit.spot.quote, hit.beside) if entry))[:QUOTED]
    title = (told.one if len(hits) == 1 else told.many).format(**values)
    listed = _members(site, hits)
    if len(hits) == 1 and listed[0].pages > 1 and "{pages}" not in told.one:
        title += f", on {listed[0].pages} pages"
    open_ = [hit for hit in hits if not _is_hidden(hit)]
    lead = any(not _is_trifle(hit) for hit in open_) or (
        task == "slips" and (len(open_) >= MANY or _in_headline(site, open_))
    )
    return finding(
        "visible-errors",
        task,
        Tier.VISIBLE,
        title,
        quotes,
        why=told.why,
        fix=told.fix,
        weight=_grave(site, hits),
        lead=lead,
        members=listed,
    )


def _members(site: Site, hits: Sequence[Hit]) -> list[Member]:
    """The faulty words one by one, each with the pages that show its line."""
    lines: dict[str, set[str]] = defaultdict(set)
    for hit in hits:
        lines[hit.spot.text].add(hit.words)
    pairs = [(hit.words, hit.spot.quote.url) for hit in hits]
    for page in site.pages:
        shown = lines.keys() & {copy.text for copy in page.copy}
        pairs += [(words, page.url) for text in shown for words in lines[text]]
    return members(pairs, {hit.words: max(hit.pages, hit.times) for hit in hits if hit.kind in _ON_PAGES})


_ON_PAGES = ("foreign", "called", "nameless", "unnamed", "severed")
"""Kinds whose pages are counted and not named one by one."""


def _values(hits: Sequence[Hit]) -> dict[str, object]:
    """What titles say of places of one task, the first of them first."""
    first = hits[0]
    times = sum(hit.times for hit in hits)
    pages = max(len({hit.spot.quote.url for hit in hits}), *(hit.pages for hit in hits))
    if first.kind in (*_ON_PAGES, "untitled"):
        pages = times
    pictures = f"{times} picture" + "s" * (times != 1)
    return {
        "hit": first.words[:SHOWN_WORDS],
        "meant": first.meant,
        "told": f" (“{first.meant}”)" if first.meant else "",
        "n": len(hits),
        "times": pictures if first.kind == "described" else f", {first.times} times" * (first.times > 1),
        "pages": f"{pages} page" + "s" * (pages != 1),
        "are": "is" if pages == 1 else "are",
        "has": "has" if pages == 1 else "have",
        "which": "it" if pages == 1 else "the first",
    }


def _in_headline(site: Site, hits: Sequence[Hit]) -> bool:
    """Whether one of them stands in a headline of the home page's first screen, which every visitor reads."""
    copies = [hit.spot.copy for hit in hits if hit.spot.page is site.home and hit.spot.copy is not None]
    return any(copy.unit.level > 0 and copy.unit.region is Region.FIRST for copy in copies)


def _grave(site: Site, hits: Sequence[Hit]) -> float:
    """The weight of a finding (0-1): that of its gravest place, and more where one stands on most pages or they are many."""
    more = ON_ALL * any(hit.pages >= EVERYWHERE and hit.spot.seen == 1 for hit in hits) + IN_MANY * (
        len(hits) >= 2 * MANY
    )
    heaviest = max(_weight(site, hit) for hit in hits) + more
    most = TRIFLE if all(_is_trifle(hit) for hit in hits) else max(MOST, heaviest - more)
    return min(most, heaviest)


ON_ALL, IN_MANY, MOST = 0.15, 0.1, 0.95
"""What a slip on most pages, and twice as many as lead by their number, add to the weight; the heaviest a finding is so."""

TRIFLE = 0.45
"""The heaviest that trifles alone are, however many."""


def _listed(hit: Hit) -> str:
    """A hit as it is listed: its words, what was meant where that is short, and on how many pages where on many."""
    words = hit.words if len(hit.words) <= LONGEST_LISTED else hit.words[:LONGEST_LISTED].rsplit(" ", 1)[0] + " …"
    notes = [_ELSEWHERE.get(hit.kind, "") + hit.meant] if hit.meant and hit.kind != "weekday" else []
    notes += [_NOTES[hit.kind]] if hit.kind in _NOTES else []
    notes += [f"on {hit.pages} pages"] if hit.pages >= EVERYWHERE else []
    return f"“{words}”" + f" ({', '.join(notes)})" * bool(notes)


_NOTES = {
    "repeated": "stands twice", "question": "no question mark", "run": "two sentences in one", "until": "no end",
    "untitled": "a title", "amid": "capital amid a sentence", "small": "small letter at the start", "unended": "no full stop",
}  # fmt: skip
"""What is wrong with words in a list that do not show it."""

_ELSEWHERE = {"renamed": "elsewhere "}
"""What is said ahead of the other form where nobody but the owner knows which of the two is right."""

LISTED, LONGEST_LISTED, SHOWN_WORDS = 4, 60, 90
"""Places named in the title of several kinds told together, characters of one that are named there, and of one told alone."""

QUOTED, MOST_PLACES = 100, 500
"""Lines quoted for a finding, all of which its table of findings (CSV) holds, and places kept for the report's own table."""
