"""What was read and what could not be judged, as sentences that a chief executive can repeat."""

from __future__ import annotations

from auditor.model import Coverage, Run, Sampled, SkipReason, Status
from auditor.report.words import NB, counted, number, percent
from auditor.text import listed

LANGUAGES = {
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "sv": "Swedish",
    "zh": "Chinese",
}

MANY_UNSURE = 0.15
"""Share of lines too close to call from which the first screen says so; the method section always does."""

REASONS: dict[SkipReason, tuple[str, str]] = {
    SkipReason.SHELL: (
        "stays empty until a script runs and was not scored",
        "stay empty until a script runs and were not scored",
    ),
    SkipReason.LANGUAGE: ("is in another language", "are in other languages"),
    SkipReason.CAP: ("lies beyond the page limit of this run", "lie beyond the page limit of this run"),
    SkipReason.ROBOTS: ("is closed to robots by robots.txt", "are closed to robots by robots.txt"),
    SkipReason.LOGIN: ("asks to sign in", "ask to sign in"),
    SkipReason.BLOCKED: ("was refused by the server", "were refused by the server"),
    SkipReason.HTTP_ERROR: ("answered with an error", "answered with errors"),
    SkipReason.ABSENT: ("is not in the folder", "are not in the folder"),
    SkipReason.UNREACHABLE: ("did not answer", "did not answer"),
    SkipReason.INTERRUPTED: ("was not reached when the run stopped", "were not reached when the run stopped"),
    SkipReason.TOO_LARGE: ("is too large to read", "are too large to read"),
    SkipReason.EMPTY: ("has no copy", "have no copy"),
    SkipReason.DEPTH: ("lies deeper than this run follows links", "lie deeper than this run follows links"),
    SkipReason.TRAP: ("belongs to an endless series of addresses", "belong to an endless series of addresses"),
    SkipReason.PATTERN: ("was left out by pattern", "were left out by pattern"),
    SkipReason.PRIVATE: ("leads to a private address", "lead to private addresses"),
}
"""Why pages could not be judged, in the order they are told. Redirects, duplicates, files and other sites are no loss
to the picture: they stand in the method section only."""


ADDRESSES = frozenset(
    {
        SkipReason.HTTP_ERROR,
        SkipReason.ABSENT,
        SkipReason.UNREACHABLE,
        SkipReason.BLOCKED,
        SkipReason.TOO_LARGE,
        SkipReason.TRAP,
        SkipReason.PRIVATE,
    }
)
"""Reasons for which nobody can tell whether a page stands behind the address."""


def unsure_share(run: Run) -> float:
    """The share of the site's lines that the classifier would not decide."""
    total = sum(run.profile.counts.values())
    return run.profile.unsure / total if total else 0.0


def ignored_robots(run: Run) -> bool:
    """True where the run fetched what robots.txt forbids."""
    return bool(run.settings.get("ignore_robots"))


def unjudged(run: Run) -> list[str]:
    """Every reservation a reader should know before acting, weightiest first.

    What was too thin to measure is told where its number would stand, among the dimensions.
    """
    cover = run.coverage
    lines = []
    if not cover.complete:
        lines.append(
            f"The run was stopped before the site was read to the end: all of this rests on the "
            f"{counted(cover.read, 'page')} kept by then."
        )
    elif len(run.pages) <= 1:
        lines.append("Only one page was read, so nothing here speaks for the whole site.")
    if ignored_robots(run):
        lines.append("robots.txt was not obeyed, on the word of the person who ran this that the site is theirs.")
    if run.settings.get("fast"):
        lines.append("Lines were labelled with the small model, which is faster and less accurate.")
    if cover.sampled:
        lines.append(by_sample(cover.sampled))
    for reason, (one, many) in REASONS.items():
        count = cover.skipped.get(reason.value, 0)
        if count:
            tail = _languages(run) if reason is SkipReason.LANGUAGE else ""
            noun = ("address", "addresses") if reason in ADDRESSES else ("page", "pages")
            lines.append(f"{counted(count, *noun)} {one if count == 1 else many}{tail}.")
    if cover.twins:
        lines.append(
            f"{counted(cover.twins, 'page')} built from one template with hardly a word changed "
            f"{'was' if cover.twins == 1 else 'were'} counted as one with its model."
        )
    broken = sum(result.status is Status.ERROR for result in run.results)
    if broken:
        lines.append(
            f"{counted(broken, 'check')} failed to run and {'is' if broken == 1 else 'are'} left without a number; "
            "see the method."
        )
    if unsure_share(run) >= MANY_UNSURE:
        lines.append(unsure(run))
    return lines


def by_sample(read: Sampled) -> str:
    """Which model read how much of a large site, and what that means for its shares."""
    return (
        f"{number(read.lines)} of {counted(read.of_lines, 'line')} of copy were read by the large model (on "
        f"{number(read.pages)} of {counted(read.of_pages, 'page')}: those that matter most, and a sample of the others), the rest "
        "by the small one; the shares are corrected for the difference (--label-budget 0 has all read)."
    )


def unsure(run: Run) -> str:
    """How many of the lines the classifier would not decide, as a sentence; "" where there was no line."""
    total = sum(run.profile.counts.values())
    if not run.profile.unsure:
        return f"None of the {counted(total, 'line')} was too close to call." if total else ""
    verb = "was" if run.profile.unsure == 1 else "were"
    return (
        f"{number(run.profile.unsure)} of {counted(total, 'line')} ({percent(unsure_share(run))}) {verb} too close "
        "to call: counted as what they most likely are, and marked in the copy."
    )


def _languages(run: Run) -> str:
    own = str(run.settings.get("language", "en"))
    others = sorted(((n, code) for code, n in run.coverage.languages.items() if code and code != own), reverse=True)
    names = [f"{LANGUAGES.get(code, code)} {number(count)}" for count, code in others[:4]]
    return f" ({', '.join(names)})" if names else ""


def skipped(run: Run) -> list[tuple[str, int, list[tuple[str, str]], int]]:
    """Per reason: its name, how many URLs, those listed as (url, detail), how many are not listed."""
    rows = []
    for reason, count in sorted(run.coverage.skipped.items(), key=lambda item: (-item[1], item[0])):
        examples = [(skip.url, skip.detail) for skip in run.coverage.examples if skip.reason.value == reason]
        rows.append((reason, count, examples, max(0, count - len(examples))))
    return rows


def read_sentence(run: Run) -> str:
    """How many pages were read, of how many found."""
    cover = run.coverage
    if _apart(cover) > cover.read:
        return f"{counted(cover.read, 'page')} read of {counted(_apart(cover), 'address', 'addresses')} found"
    return f"{counted(cover.read, 'page')} read"


def languages(run: Run) -> str:
    """The pages' languages with their counts."""
    rows = sorted(run.coverage.languages.items(), key=lambda item: (-item[1], item[0]))
    return listed([f"{LANGUAGES.get(code, code or 'undecided')}{NB}{number(count)}" for code, count in rows])


def _apart(cover: Coverage) -> int:
    """Addresses found that are pages of their own: other spellings of a page and redirects to one count once."""
    return cover.found - sum(
        cover.skipped.get(reason.value, 0) for reason in (SkipReason.DUPLICATE, SkipReason.REDIRECT)
    )
