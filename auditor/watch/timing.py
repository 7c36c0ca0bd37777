"""When a watch is due: a cron expression or an interval, in a time zone, right on the days when clocks change.

APScheduler's triggers do the calendar; two things that they do otherwise than every cron are put right here. Weekdays
count from Sunday (0 and 7), and a day of the month together with a weekday means either. On the night when an hour
comes twice, what is set for a fixed hour runs once, in the first of the two, as Vixie cron has it (crontab(8)); on the
night when an hour is missing, it runs by the same clock reckoned on, an hour later by the new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from auditor.errors import UsageError

LEAST = timedelta(minutes=5)
"""Shortest interval between two looks at a site: a courtesy to whoever runs it."""

YEAR = timedelta(days=366)

_EVERY = re.compile(r"(\d{1,5})\s*(m|min|h|hours?|d|days?|w|weeks?)", re.I)
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NICK = {
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *",
}


@dataclass(frozen=True, slots=True)
class Schedule:
    """A cron expression in an IANA time zone, or an interval counted from ``start`` (UTC, ISO form)."""

    cron: str = ""
    every: str = ""
    zone: str = "UTC"
    start: str = ""

    def __str__(self) -> str:
        return f"{self.cron} ({self.zone})" if self.cron else f"every {self.every}"


def schedule(cron: str, every: str, zone: str, now: datetime) -> Schedule:
    """The schedule that a user asked for; raises UsageError with what to give instead.

    ``zone`` "" is the zone of this machine. Exactly one of ``cron`` and ``every`` must be given.
    """
    if bool(cron) == bool(every):
        raise UsageError("Give either --cron '0 6 * * mon' or --every 6h.")
    made = Schedule(" ".join(cron.split()), every.strip(), zone or _own_zone(), now.astimezone(UTC).isoformat())
    if next_after(made, now) is None:
        raise UsageError(f"'{cron}' never comes; give a day that exists, such as '0 6 1 * *'.")
    return made


def next_after(made: Schedule, moment: datetime) -> datetime | None:
    """The first time that it is due strictly after ``moment``, in UTC; None where it never is."""
    if made.every:
        step = _interval(made.every)
        start = datetime.fromisoformat(made.start)
        passed = max(0, (moment - start) // step)
        return (start + (passed + 1) * step).astimezone(UTC)
    zone = _zone(made.zone)
    # whole seconds: the trigger would round up by the wall clock, and lose which of two equal hours it is in
    after = (moment.astimezone(UTC).replace(microsecond=0) + timedelta(seconds=1)).astimezone(zone)
    triggers = _triggers(made.cron, zone, after)
    found = [time.astimezone(UTC) for trigger in triggers if (time := _fire(trigger, after, made.cron))]
    return min(found, default=None)


def _fire(trigger: Any, after: datetime, cron: str) -> datetime | None:
    time: datetime | None = trigger.get_next_fire_time(None, after)
    if time is not None and time.fold and not cron.split()[1].startswith("*"):
        # the hour comes twice and its first coming was the one meant
        return _fire(trigger, (time.astimezone(UTC) + timedelta(seconds=1)).astimezone(time.tzinfo), cron)
    return time


def _triggers(cron: str, zone: ZoneInfo, after: datetime) -> list[Any]:
    """One trigger, or two where either a day of the month or a weekday will do."""
    try:
        from apscheduler.triggers.cron import CronTrigger
    except ImportError:
        raise UsageError("Schedules need the extra 'schedule': pip install 'auditor[schedule]'.") from None
    parts = _NICK.get(cron.lower(), cron).split()
    if len(parts) != 5:
        raise UsageError(f"'{cron}' is no cron expression: it has five parts, such as '0 6 * * mon' (Mondays at six).")
    minute, hour, day, month, weekday = parts
    try:
        weekday = _weekdays(weekday)
        # the longest way to a day that exists is from one 29 February to the next over a century without one
        times = {"minute": minute, "hour": hour, "month": month, "timezone": zone, "end_date": after + 9 * YEAR}
        if day.startswith("*") or weekday == "*":
            return [CronTrigger(day=day, day_of_week=weekday, **times)]
        return [CronTrigger(day=day, **times), CronTrigger(day_of_week=weekday, **times)]
    except (ValueError, IndexError) as error:
        raise UsageError(f"'{cron}' is no cron expression: {error}.") from None


def _weekdays(field: str) -> str:
    """Weekdays as cron counts them, by name."""
    if field == "*":
        return field
    return ",".join(dict.fromkeys(name for part in field.split(",") for name in _days(part.lower())))


def _days(part: str) -> Iterator[str]:
    span, _, step = part.partition("/")
    first, _, last = ("0-6" if span == "*" else span).partition("-")
    low = _number(first)
    high = _number(last) if last else (6 if step else low)
    if high < low:
        high += 7  # fri-mon
    for number in range(low, high + 1, int(step or 1)):
        yield _DAYS[number % 7]


def _number(day: str) -> int:
    if day.isdigit() and int(day) <= 7:
        return int(day)
    if day[:3] in _DAYS:
        return _DAYS.index(day[:3])
    raise ValueError(f"'{day}' is no weekday")


def _interval(text: str) -> timedelta:
    match = _EVERY.fullmatch(text)
    if not match:
        raise UsageError(f"'{text}' is no interval; give one such as 6h, 1d or 2w.")
    step = int(match[1]) * _UNITS[match[2][0].lower()]
    if step < LEAST:
        raise UsageError(f"--every {text} is too often; give five minutes (5m) or more.")
    return step


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UsageError(f"There is no time zone '{name}'; give an IANA name such as Europe/Berlin.") from None


def _own_zone() -> str:
    try:
        from tzlocal import get_localzone_name
    except ImportError:
        return "UTC"
    return get_localzone_name() or "UTC"
