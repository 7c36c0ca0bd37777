"""Language packs: what the classifier needs to know of one language. English ships; others are added as data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from auditor.errors import UsageError

MODELS = Path(__file__).resolve().parent.parent / "data" / "model"


@dataclass(frozen=True)
class LanguagePack:
    """One language: its code, the folder of its weights, and the patterns of units that can only be ``other``."""

    language: str
    folder: Path
    certain_other: tuple[str, ...] = ()

    @cached_property
    def certain(self) -> re.Pattern[str] | None:
        """One pattern for all units that are certainly ``other``, or none."""
        if not self.certain_other:
            return None
        return re.compile(rf"\W*(?:{'|'.join(self.certain_other)})\W*", re.IGNORECASE)


# A date, a phone number, a mail or web address, a copyright line: matched against the whole unit.
_SIGNS = (
    r"(?:(?:tel|phone|call|fax|mobile|email|e-mail)\b[:.]?\s*)?\+?[\d() .\-–/]{7,22}",
    r"(?:(?:email|e-mail|mail)\b[:.]?\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    r"(?:https?://|www\.)\S+",
    r"(?:©|\(c\)|copyright)[^.!?]{0,80}(?:\.?\s*all rights reserved)?",
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s*[-–]\s*\w+day)?:?(?:\s*\d{1,2}(?:[:.]\d\d)?\s*[ap]?\.?m?\.?\s*[-–to]*)*",
)
_ENGLISH_BUTTONS = (
    r"(?:learn|read|find out|see|view|show|load|discover|explore)\s+(?:more|all|now|details|less)",
    r"(?:contact|call|email|message|text)\s+(?:us|now|today|us now|us today|sales)",
    r"(?:get|let'?s get)\s+(?:started|in touch|directions|a (?:free )?(?:quote|estimate)|your (?:free )?quote)"
    r"(?:\s+(?:now|today))?",
    r"(?:book|apply|shop|order|buy|enrol|enroll|register|donate|subscribe|download)\s*(?:now|today|online)?",
    r"(?:sign|log)\s*(?:up|in|out)(?:\s+(?:now|today|for free))?",
    r"(?:request|book|schedule)\s+(?:a|your)\s+(?:free\s+)?(?:quote|demo|estimate|call|consultation|appointment)",
    r"skip to (?:main )?(?:content|navigation)|back to top|scroll (?:down|to top)|(?:main )?menu|close|search|submit|"
    r"send|next|previous|prev|back|home|home ?page|share|print|faqs?|sitemap|breadcrumbs?|follow us|"
    r"(?:our )?(?:news|blog)",
)

PACKS: dict[str, LanguagePack] = {
    "en": LanguagePack("en", MODELS / "en", (*_SIGNS, *_ENGLISH_BUTTONS)),
}


def pack_of(language: str) -> LanguagePack:
    """The pack of a language code such as ``en`` or ``en-GB``."""
    code = language.lower().split("-")[0].split("_")[0]
    if code not in PACKS:
        known = ", ".join(sorted(PACKS))
        raise UsageError(f"There is no classifier for the language '{language}'; known: {known}.")
    return PACKS[code]
