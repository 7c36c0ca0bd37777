"""Every way a run can be impossible, drawn as one tree.

    AuditorError                  one sentence on stderr that says what to do
    |-- UsageError      exit 2    the command, a setting or a file it names is wrong
    |   |-- ConfigError           auditor.toml or AUDITOR_* has a key or value that is not one
    |   |-- TargetError           TARGET is neither a URL nor a folder of HTML
    |   `-- OutputError           the output folder cannot be written, or is full
    |       `-- DamagedIndex      the index of all runs is no database any more
    |-- Busy            exit 4    another process writes runs of the same host
    `-- NothingToAudit  exit 3    the site gave nothing that could be judged
        |-- Unreachable           no server answered
        |-- RobotsRefuse          robots.txt allows none of it
        |-- PrivateAddress        a private, loopback or link-local address that was not named by the user
        |-- NotHtml               the start page is not HTML
        |-- LoginWall             every page asks to sign in
        `-- EmptySite             no page has copy that can be read without a browser

An audit that broke is a result, a good run with a blemish is a sentence in ``Run.warnings``, and a fault of the site
is a finding: none of these is an exception (see CONTRIBUTING.md, "Errors have four homes").
"""

from __future__ import annotations

EXIT_OK = 0
EXIT_BUG = 1
EXIT_USAGE = 2
EXIT_NOTHING = 3
EXIT_BUSY = 4
EXIT_CHANGED = 5
EXIT_GATE = 10


class AuditorError(Exception):
    """A run is impossible; ``str(error)`` is one sentence for a person and says what to do."""

    exit_code = EXIT_BUG


class UsageError(AuditorError):
    """The command, a setting or a file that it names is wrong."""

    exit_code = EXIT_USAGE


class ConfigError(UsageError):
    """auditor.toml or an AUDITOR_* variable has a key or value that is not one."""


class TargetError(UsageError):
    """TARGET is neither a URL nor a folder of HTML."""


class OutputError(UsageError):
    """The output folder cannot be written, or its disk is full."""


class DamagedIndex(OutputError):
    """The index of all runs is no database any more; the runs themselves are whole."""


class Busy(AuditorError):
    """Another process writes runs of the same host."""

    exit_code = EXIT_BUSY


class NothingToAudit(AuditorError):
    """The site gave nothing that could be judged."""

    exit_code = EXIT_NOTHING


class Unreachable(NothingToAudit):
    """No server answered at the start URL."""


class RobotsRefuse(NothingToAudit):
    """robots.txt allows none of the site."""


class PrivateAddress(NothingToAudit):
    """The target resolves to an address that is not public and was not named by the user."""


class NotHtml(NothingToAudit):
    """The start page is not HTML."""


class LoginWall(NothingToAudit):
    """Every page asks the visitor to sign in."""


class EmptySite(NothingToAudit):
    """No page has copy that can be read without a browser."""
