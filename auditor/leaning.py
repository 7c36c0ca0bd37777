"""How a site leans on its people: whom it praises, counts on, calls qualified, speaks as, and has customers speak of.

No model but the labels; word lists "names" and "vouchers". Whether they are named is told by :mod:`auditor.team`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from auditor import lexicon
from auditor.assertions import bare
from auditor.concordance import entries
from auditor.cues import rare
from auditor.entities import customers_words
from auditor.model import Copy, JudgedPage, Label, PageKind, Role
from auditor.site import Site, is_counted
from auditor.voices import LONG, once, quoted

_STORIES = (PageKind.CUSTOMERS, PageKind.TESTIMONIAL, PageKind.BLOG, PageKind.POLICY)

_PRAISED = re.compile(
    r"(?:\bwe(?: are|['’]re) (?:an? )?(?:team of )?(?:[a-z-]+,? (?:and |& )?){0,2}?|\bour (?:team of |own |very |highly |fully |local )*(?:[a-z-]+,? (?:and |& )?){0,2}?|^\W*(?:highly |fully )?)"
    r"(?:experts?|experienced|expert|qualified|certified|trained|skilled|seasoned|licensed|knowledgeable|accredited|chartered|registered|specialist)"
    r"(?:,? (?:and |& )?[a-z-]+){0,3}? (?:technicians|team|staff|mechanics|engineers|specialists|instructors|teachers|tutors|consultants|professionals|craftsmen"
    r"|crew|crews|attorneys|lawyers|plumbers|drivers|installers|therapists|doctors|dentists|surveyors|advis[eo]rs|accountants|bookkeepers|solicitors|architects|brokers|hygienists|nurses|physicians|osteopaths|physiotherapists|gardeners|cleaners|inspectors|arborists|electricians|experts|trainers|coaches|vets|veterinarians|nutritionists|practitioners|pharmacists|personnel|opticians|optometrists|chiropractors|podiatrists|counsellors|counselors|psychologists|midwives|carers|groomers|stylists|hairdressers|beauticians|chefs|joiners|carpenters|roofers|builders|decorators|fitters|welders|machinists|guides|translators|paralegals|conveyancers)\b",
    re.I,
)
_ONE = re.compile(
    r"\ban? (?:(?:fully|highly) )?(?:chartered|qualified|registered|certified|licen[sc]ed|accredited)(?:,? (?:(?:and|&) )?[a-z-]+){0,3}? "
    r"(?:physiotherapist|osteopath|chiropractor|podiatrist|therapist|dentist|doctor|nurse|vet|accountant|bookkeeper|surveyor|solicitor|lawyer|attorney|electrician|plumber|gas engineer"
    r"|arborist|builder|teacher|tutor|instructor|trainer|coach|practitioner|counsellor|psychologist|midwife|carer|groomer|inspector|mechanic|technician|engineer)\b",
    re.I,
)
"""One who is praised and not named: "a fully chartered physiotherapist"."""
_IN_HIS_HANDS = re.compile(
    r"\b(?:with|from|by|of) (an? (?:experienced|expert|seasoned|skilled|trained) (?:[a-z-]+ ){0,2}?(?:skipper|captain|guide|pilot|chef|driver|photographer"
    r"|celebrant|instructor|teacher|tutor|coach|trainer|therapist|engineer|technician|groomer|planner))\b",
    re.I,
)
"""One in whose hands the customer is put: "with a seasoned guide"."""
_ASKED = re.compile(
    r"\b(?:find|choose|choosing|hire|hiring|need|use|using|consult|contact|ask|seek|why|what|should|unless|if|by law|must)\b",
    re.I,
)
"""A line that advises to look for one speaks of anybody's."""
_SOUGHT = re.compile(r"\b(?:looking for|seeking|hiring|recruiting|in search of|vacanc|apply)", re.I)
"""A line that looks for such people has none to show yet."""
_WE_ARE = re.compile(r"^we(?: are|['’]re) (?:an? )?", re.I)
_EXPERIENCED = rare(r"\b(?:experienced|expert|seasoned|skilled|trained)\b", re.I)
_ABLE = rare(
    r"expert|experience|qualif|certif|train|skill|season|licen|knowledge|accredit|charter|regist|specialist", re.I
)


@once
def praised(site: Site) -> tuple[tuple[JudgedPage, Copy, str], ...]:
    """The lines in which it praises what its people can, with the words; the home page's first."""
    found = []
    for page, copy in site.copy():
        text = copy.text[:LONG]
        match = _PRAISED.search(text) if _ABLE.search(text) else None
        if match is None and _CREDENTIAL.search(text) and not _ASKED.search(text):
            match = _ONE.search(text)
        if match is None and _EXPERIENCED.search(text) and not _ASKED.search(text):
            match = _IN_HIS_HANDS.search(text)
        if (
            match
            and copy.label is not Label.POLICY
            and page.kind not in (PageKind.BLOG, PageKind.CAREERS)
            and not _SOUGHT.search(text)
            and copy.unit.id not in quoted(site, page)
        ):
            found.append((page, copy, _WE_ARE.sub("", match[match.lastindex or 0])))
    return tuple(sorted(found, key=lambda entry: (entry[0] is not site.home, entry[1].unit.order)))


_LEANS = rare(
    r"\b(?:speak|talk|deal)(?:s|ing)? (?:directly |straight |personally )?(?:to|with) (?:the|a|your) (?:person|people|expert|one|owner|specialist|surveyor|engineer|mechanic"
    r"|plumber|electrician|accountant|advis[eo]r|lawyer|solicitor|therapist|builder)\b(?: who| doing)?"
    r"|\ba named (?:person|contact|[a-z]+(?:or|er|ist|ant))\b|\byour (?:own|personal|dedicated) (?:[a-z]+ )?(?:manager|advis[eo]r|consultant|contact|coach|trainer|accountant|lawyer|therapist|tutor)\b"
    r"|\bfamily[- ](?:run|owned|operated)\b|\bowner[- ](?:operated|run|led|managed)\b|\bthe owner (?:is|does|answers|comes|himself|herself|will)\b|\bowner on (?:every|each|the) (?:job|site)\b",
    re.I,
)
_YEARS = rare(
    r"\b(?:over |more than |nearly |almost |combined )?\d+\+? years(?:['’])?(?: of)? (?:[\w-]+ ){0,3}experience\b", re.I
)


@once
def experienced(site: Site) -> tuple[tuple[JudgedPage, Copy, str], ...]:
    """The lines that count years of experience, with the words: somebody must have had them."""
    return tuple(_own_found(site, _YEARS))


_I = rare(r"\bI(?:['’](?:ll|m|ve|d))?\b")
_YOU = re.compile(r"\byou(?:rs?|['’]\w+)?\b", re.I)
_THANKING = re.compile(r"recommend|thank|agree|consent|accept", re.I)
MIN_I = 2
"""Lines in which somebody speaks for himself to the customer from which the site is his: a judgement."""


@once
def leant_on(site: Site) -> tuple[tuple[JudgedPage, Copy, str], ...]:
    """The lines in which it counts on who its people are ("family-run", "speak directly to the engineer"), with the words."""
    return tuple(_own_found(site, _LEANS))


@once
def spoken_for(site: Site) -> tuple[tuple[JudgedPage, Copy, str], ...]:
    """The lines in which an "I" speaks to the customer, with the words; none where there are fewer than MIN_I."""
    found = [
        (page, copy, words)
        for page, copy, words in _own_found(site, _I)
        if _YOU.search(copy.text[:LONG])
        and not _THANKING.search(copy.text[:LONG])
        and copy.unit.role is not Role.BUTTON
    ]
    return tuple(found) if len({copy.text for _, copy, _ in found}) >= MIN_I else ()


def _own_found(site: Site, shape: re.Pattern[str]) -> Iterable[tuple[JudgedPage, Copy, str]]:
    """The lines of the copy that hold this in the company's own voice, the home page's first; questions and terms left out."""
    found = []
    for page, copy in site.lines_with(shape):
        text = copy.text[:LONG]
        match = shape.search(text) if is_counted(page, copy) else None
        if match is None or copy.label is Label.POLICY or page.kind in _STORIES or "?" in text:
            continue
        if copy.unit.id not in quoted(site, page) and copy.unit.role is not Role.QUOTE:
            found.append((page, copy, match[0]))
    return sorted(found, key=lambda entry: (entry[0] is not site.home, entry[1].unit.order))


_CREDENTIAL = rare(r"\b(?:qualified|certified|chartered|registered|licen[sc]ed|accredited)\b", re.I)
_CHECKED = re.compile(
    r"(?i:\b(?:certified|licen[sc]ed|registered|accredited|approved|regulated|qualified|trained) (?:by|with|through|as|at|to) )(?:the |an? )?[A-Z]"
    r"|(?i:\b(?:members?|fellows?|graduates?|certificates?|diplomas?|degrees?) (?:of|in|from) )(?:the )?[A-Z]"
    r"|\b[A-Z]{2,}[- ](?i:certified|licen[sc]ed|registered|accredited|approved|qualified|chartered|members?\b)"
    r"|\b(?:Institut(?:e|ion)|Association|Society|Council|Register|Guild|Federation|Chamber|Academy|University|College|Board) (?:of|for)\b"
    r"|\b[A-Z]\w+ (?:Institut(?:e|ion)|Association|Society|Council|Register|Guild|Federation|Academy|University|College|Board)\b"
)
"""What names the body, the school or the register that stands behind a credential."""
_BADGE = re.compile(r"accredit|certif|regist|member|chartered|approved|institut|associat", re.I)


@once
def unchecked(site: Site) -> tuple[tuple[JudgedPage, Copy, str], ...]:
    """The lines that call its people qualified, chartered or licensed, where no body, school, register or number is named.

    A picture whose text or file is called after one is taken for it. What is told of a licence by :mod:`auditor.assertions`
    is left to it.
    """
    said = [entry for entry in praised(site) if _CREDENTIAL.search(entry[2])]
    cover = bare(site).get("cover") if said else None
    told = {entry.copy.unit.id for entry in cover.said} if cover else set()
    said = [entry for entry in said if entry[1].unit.id not in told]
    if not said:
        return ()
    lists = lexicon.load("vouchers")
    if any(_BADGE.search(f"{image.alt or ''} {image.src}") for page in site.pages for image in page.page.images):
        return ()
    for text in site.texts_with(_CHECKED, entries("vouchers", "licensed", "authority")):
        if _CHECKED.search(text[:LONG]) or lists.has(text[:LONG], "licensed", "authority"):
            return ()
    return tuple(said)


_WORKED = re.compile(
    r"\b(?:the|my|their|these) (?:\w+ )?(?:dentists?|doctors?|hygienists?|therapists?|mechanics?|engineers?|plumbers?|electricians?"
    r"|drivers?|cleaners?|gardeners?|technicians?|surveyors?|solicitors?|lawyers?|accountants?|advis[eo]rs?|instructors?|teachers?|tutors?|nurses?"
    r"|carers?|builders?|joiners?|painters?|roofers?|fitters?|installers?|stylists?|groomers?|trainers?|coach(?:es)?|guides?|guys|lads|crew|team|staff)\b",
    re.I,
)


@once
def met(site: Site) -> tuple[tuple[JudgedPage, Copy, str], ...]:
    """The lines in which customers speak of those who did the work by their trade ("the dentist"), with these words."""
    found = []
    for entry in customers_words(site):
        for copy in entry.copies:
            if match := _WORKED.search(copy.text[:LONG]):
                found.append((entry.page, copy, match[0]))
                break
    return tuple(found)
