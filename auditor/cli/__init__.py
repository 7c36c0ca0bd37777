"""The command line. Importing this costs click only; every command loads its own machinery when it runs."""

from __future__ import annotations

import contextlib
import difflib
import errno
import importlib
import io
import os
import signal
import sys
import traceback
from types import FrameType
from typing import Any, NoReturn

import click

from auditor import __version__
from auditor.errors import EXIT_BUG, EXIT_OK, EXIT_USAGE, AuditorError, UsageError

COMMANDS: dict[str, tuple[str, str]] = {
    "audit": ("runs", "Crawl a website or a folder of HTML, judge its copy, write the report."),
    "demo": ("runs", "Audit a small made-up company's site, to see what you get."),
    "crawl": ("crawl", "Only fetch: keep the pages of a site for judging later."),
    "judge": ("runs", "Judge the pages of a run again, without fetching."),
    "report": ("runs", "Write the report of a run again, without judging."),
    "dismiss": ("decide", "Dismiss a finding until a day or for good, with a reason."),
    "relabel": ("decide", "Give a line of copy the label that a person says it has."),
    "decisions": ("decide", "List what was dismissed and relabelled, and take it back."),
    "diff": ("diff", "Compare two runs: what got better, what got worse, what to do."),
    "baseline": ("diff", "Keep a run's figures in a file that later audits are held against."),
    "history": ("history", "List the audited sites, or the runs of one."),
    "show": ("history", "Show a run, and since when each of its findings has stood."),
    "export": ("history", "Export the history as CSV or JSON: a row a run, with scores and intervals."),
    "verify": ("history", "Check that the files of runs are as they were when they were made."),
    "prune": ("history", "Remove old runs, and the pages that no kept run needs."),
    "purge": ("history", "Remove every run and page kept of a host."),
    "reindex": ("history", "Make the index of all runs anew from their files."),
    "compare": ("market", "Put several sites side by side: what tells them apart, what all say, what only one says."),
    "benchmark": ("market", "Make dated sets of your own audits, and hold a site against one."),
    "watch": ("watch", "Audit sites again and again, by the clock or when they changed, and tell what moved."),
    "label": ("copy", "Label lines of copy: outcome, problem, feature, spec, company, policy, other."),
    "mission": ("copy", "Judge one mission statement."),
    "explain": ("manual", "Explain an audit: why it matters, how it is measured, how to fix it."),
    "settings": ("manual", "List every setting, its default and what it does."),
    "model": ("model", "Train, evaluate and describe the classifier."),
}
"""Command -> (module of this package, one line of help)."""

GROUPS = {
    "audit": "Audit a site",
    "dismiss": "Decide what need not be told again",
    "diff": "See what moved, and look back",
    "compare": "Several sites, and by the clock",
    "label": "Words and method",
}
"""The command that begins a group in the help -> the group's heading."""


class _Lazy(click.Group):
    """A group that knows its commands' names and help without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"auditor.cli.{COMMANDS[name][0]}")
        command: click.Command = getattr(module, name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = difflib.get_close_matches(name, COMMANDS, n=1)
            hint = f"did you mean '{near[0]}'?" if near else "auditor --help lists all of them."
            raise UsageError(f"There is no command '{name}'; {hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # click would end with 1, which is a bug's code
            unheard()
            raise click.exceptions.Exit(EXIT_OK) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        groups: dict[str, list[tuple[str, str]]] = {}
        heading = "Commands"
        for name, (_, text) in COMMANDS.items():
            heading = GROUPS.get(name, heading)
            groups.setdefault(heading, []).append((name, text))
        width = max(map(len, COMMANDS))
        for heading, rows in groups.items():
            with formatter.section(heading):
                formatter.write_dl([(f"{name:<{width}}", text) for name, text in rows])


LONGEST = 1000
"""Characters of an error that are printed: an argument may be longer than any screen."""


_OUTSIDE = frozenset("EACCES EPERM EROFS ENOSPC EDQUOT EIO EMFILE ENFILE ENOMEM ENAMETOOLONG ELOOP".split())
"""Troubles of the machine that may meet any command: disks, rights, names that no file can have."""


@click.group(
    cls=_Lazy,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 good, 1 a bug in auditor, 2 wrong usage, 3 nothing to audit, "
    "4 another process writes the same site, 5 kept files were changed, 10 a gate failed, 130 stopped (Ctrl-C, SIGTERM).",
)
@click.version_option(__version__, prog_name="auditor")
def cli() -> None:
    """Does a company's website talk about its customers' outcomes, or about itself?

    auditor reads a website, labels every sentence by what it is about, and writes a report with exact quotes and
    what to change. The definitions of the labels: auditor explain codebook.

    \b
    auditor demo                                                    the first thing to try
    auditor audit https://example.com --contact you@example.org
    auditor COMMAND --help                                          what a command takes, with examples
    """


def unheard() -> None:
    """The reader of our pipe has seen enough: nothing more is printed, and Python does not complain when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


_REMOVING = frozenset({"prune", "purge"})
"""Commands after which what was kept may not be there."""


def _stopped() -> str:
    """What is true when somebody stops a command."""
    if next((word for word in sys.argv[1:] if not word.startswith("-")), "") in _REMOVING:
        return "Stopped: what was not removed by then is still there."
    return "Stopped. Whatever was kept is still there; the same command goes on with it."


def _asked_to_end(_: int, __: FrameType | None) -> None:
    raise KeyboardInterrupt


def main() -> None:
    """Run the command line; errors of :mod:`auditor.errors` become one sentence and their exit code."""
    with contextlib.suppress(ValueError):  # whoever calls this on a thread of theirs keeps their own
        signal.signal(signal.SIGTERM, _asked_to_end)  # what a scheduler sends is what Ctrl-C is
    for stream in (sys.stdout, sys.stderr):
        # a quotation mark or a file's name that the terminal cannot show must not end a run that is done
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code: Any = cli.main(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo(_stopped(), err=True)
        # what is being labelled on a thread would be waited for, which for a long page takes a minute
        with contextlib.suppress(OSError):
            sys.stdout.flush()
        os._exit(130)
    except AuditorError as error:
        click.echo(f"auditor: {_plain(str(error))}", err=True)
        sys.exit(error.exit_code)
    except OSError as error:
        if errno.errorcode.get(error.errno or 0) not in _OUTSIDE:
            _bug(error)
        with contextlib.suppress(OSError):
            unheard()
        where = f"{_plain(str(error.filename))}: " if error.filename else ""
        said = f"{where}{error.strerror}; put that right, then give the same command."
        click.echo(f"auditor: Cannot go on: {said}", err=True)
        sys.exit(EXIT_USAGE)
    except Exception as error:  # noqa: BLE001 - the last fence: a bug gets one sentence too
        _bug(error)


def _bug(error: Exception) -> NoReturn:
    if os.environ.get("AUDITOR_TRACEBACK"):
        traceback.print_exc()
    said = f"{type(error).__name__}: {_plain(str(error))}"
    click.echo(f"auditor: a bug: {said} (AUDITOR_TRACEBACK=1 shows where; please report it).", err=True)
    sys.exit(EXIT_BUG)


def _plain(text: str) -> str:
    """What an error quotes (a server's header, an argument), without what a terminal would obey and without end."""
    text = "".join(mark if mark.isprintable() else " " for mark in text)
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} ... {text[-LONGEST // 2 :]}"
