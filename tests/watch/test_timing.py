"""When a watch is due, against what every cron does and what the clock on the wall shows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from auditor.errors import UsageError
from auditor.watch.timing import next_after, schedule

BERLIN = ZoneInfo("Europe/Berlin")
SUNDAY = datetime(2026, 11, 22, 12, tzinfo=UTC)


def _times(cron: str, start: datetime, count: int, zone: str = "Europe/Berlin") -> list[str]:
    """The next times by the clock on the wall."""
    made = schedule(cron, "", zone, start)
    found = []
    moment: datetime | None = start
    for _ in range(count):
        assert moment is not None
        moment = next_after(made, moment)
        assert moment is not None
        found.append(moment.astimezone(ZoneInfo(zone)).strftime("%a %d.%m. %H:%M %z"))
    return found


@pytest.mark.parametrize(
    ("field", "days"),
    [
        ("1", ["Mon"]),
        ("0", ["Sun"]),
        ("7", ["Sun"]),
        ("mon-wed", ["Mon", "Tue", "Wed"]),
        ("5-7", ["Fri", "Sat", "Sun"]),
        ("sat,1", ["Mon", "Sat"]),
        ("1-5/2", ["Mon", "Wed", "Fri"]),
        ("fri-mon", ["Mon", "Fri", "Sat", "Sun"]),
        ("*/3", ["Wed", "Sat", "Sun"]),
    ],
)
def test_weekdays_count_from_sunday_as_in_every_cron(field: str, days: list[str]) -> None:
    assert [time[:3] for time in _times(f"0 6 * * {field}", SUNDAY, len(days))] == days


def test_a_day_of_the_month_and_a_weekday_mean_either() -> None:
    assert _times("0 6 24 * mon", SUNDAY, 3) == [
        "Mon 23.11. 06:00 +0100", "Tue 24.11. 06:00 +0100", "Mon 30.11. 06:00 +0100",
    ]  # fmt: skip


def test_an_hour_by_the_wall_stays_that_hour_when_clocks_change() -> None:
    assert _times("0 6 * * *", datetime(2026, 3, 28, 12, tzinfo=UTC), 2) == [
        "Sun 29.03. 06:00 +0200", "Mon 30.03. 06:00 +0200",
    ]  # fmt: skip


def test_in_the_night_with_an_hour_twice_a_fixed_hour_runs_once_and_an_hourly_one_twice() -> None:
    start = datetime(2026, 10, 24, 12, tzinfo=UTC)
    assert _times("30 2 * * *", start, 2) == ["Sun 25.10. 02:30 +0200", "Mon 26.10. 02:30 +0100"]
    assert _times("0 * * * *", datetime(2026, 10, 24, 23, 30, tzinfo=UTC), 3) == [
        "Sun 25.10. 02:00 +0200", "Sun 25.10. 02:00 +0100", "Sun 25.10. 03:00 +0100",
    ]  # fmt: skip


def test_in_the_night_without_the_hour_it_runs_once_an_hour_later() -> None:
    assert _times("30 2 * * *", datetime(2026, 3, 28, 12, tzinfo=UTC), 2) == [
        "Sun 29.03. 03:30 +0200", "Mon 30.03. 02:30 +0200",
    ]  # fmt: skip


def test_an_interval_counts_from_its_start_and_never_piles_up() -> None:
    made = schedule("", "6h", "UTC", SUNDAY)
    assert next_after(made, SUNDAY) == SUNDAY + timedelta(hours=6)
    assert next_after(made, SUNDAY + timedelta(days=9, minutes=1)) == SUNDAY + timedelta(days=9, hours=6)
    assert next_after(made, SUNDAY - timedelta(days=400)) == SUNDAY + timedelta(hours=6)  # a clock that went back


@pytest.mark.parametrize(
    ("cron", "every", "zone", "says"),
    [
        ("", "", "UTC", "either --cron"),
        ("0 6 * * *", "6h", "UTC", "either --cron"),
        ("0 6 * *", "", "UTC", "five parts"),
        ("0 25 * * *", "", "UTC", "is no cron expression"),
        ("0 6 * * 8", "", "UTC", "'8' is no weekday"),
        ("0 6 31 2 *", "", "UTC", "never comes"),
        ("", "soon", "UTC", "is no interval"),
        ("", "1m", "UTC", "too often"),
        ("0 6 * * *", "", "Middle/Earth", "no time zone"),
    ],
)
def test_a_schedule_that_is_none_is_told_with_what_to_give(cron: str, every: str, zone: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        schedule(cron, every, zone, SUNDAY)
