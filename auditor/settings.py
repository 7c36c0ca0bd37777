"""What a run can be told: defaults < ``auditor.toml`` < ``AUDITOR_*`` < flags.

One flat table, typed and bounded; every field carries the sentence that ``auditor settings`` prints and the README
repeats. Unknown keys and bad values raise :class:`auditor.errors.ConfigError` with the nearest valid name.
"""

from __future__ import annotations

import ast
import difflib
import inspect
import os
import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_serializer,
    field_validator,
)

from auditor.errors import ConfigError

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

PREFIX = "AUDITOR_"
DELIVER = "deliver"
DECISIONS = Path("auditor-decisions.toml")
LABEL_BUDGET = 6_000
"""Lines, of about thirty a page: ordinary sites of two hundred pages are read whole. A judgement on time, six minutes of one core at most."""
GIVEN = "(given)"
"""Stands for a secret wherever settings are written down."""
SECRETS = ("auth", "header", "cookie")
COMMAND_LINE = "the command line"

_NOT_SETTINGS = {"AUDITOR_TRACEBACK"}
_HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([ -~]*[!-~])[ \t]*")
_POINTS = re.compile(r"100(?:\.0*)?|\d{1,2}(?:\.\d*)?|\.\d+")
_ADDRESSES = {
    "proxy": (("http",), "http://proxy.example:3128"),
    "database": (("postgresql", "postgres", "postgresql+psycopg", "sqlite"), "postgresql://user@host/name"),
}
"""Schemes that a setting's address may have, and an example."""
_COOKIE = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+=[ -~]+")
_OURS = {"user-agent", "host", "connection", "content-length", "transfer-encoding", "accept-encoding", "cookie", "te"}
_OURS |= {"proxy-authorization", "upgrade", "expect", "range"}


class Settings(BaseModel):
    """Everything a run can be told."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    output: Path = Path("output")
    """Folder that runs are written to, one folder a host."""
    database: str = ""
    """Index of all runs: a postgresql:// URL, or a file of SQLite; left out, history.sqlite in the output folder."""
    formats: tuple[Literal["html", "json", "csv", "md"], ...] = ("html", "json", "csv", "md")
    """What to write beside run.json: html, csv, md (json is always written)."""
    name: str = ""
    """Company name, where the site's own data do not give it away."""
    rival: tuple[str, ...] = ()
    """Name of a rival: tells which lines about the company could be the rival's as well."""
    max_pages: int = Field(200, ge=1, le=100_000)
    """Stop after this many pages are kept."""
    max_depth: int = Field(12, ge=0, le=100)
    """How many clicks from the start page to follow."""
    include: tuple[str, ...] = ()
    """Only keep URLs whose path matches one of these patterns (shell style, such as /products/*)."""
    exclude: tuple[str, ...] = ()
    """Leave out URLs whose path matches one of these patterns (shell style)."""
    contact: str = ""
    """Mail address or URL that the user agent gives as contact; required off loopback."""
    user_agent: str = ""
    """User agent to send instead of auditor's own (the contact is still appended)."""
    delay: float = Field(0.5, ge=0, le=120)
    """Seconds between two requests to a site that is not on loopback (robots.txt may ask for more)."""
    concurrency: int = Field(4, ge=1, le=64)
    """Requests under way at once."""
    timeout: float = Field(30, gt=0, le=600)
    """Seconds after which a request is given up."""
    max_page_bytes: int = Field(5_000_000, ge=1_000, le=200_000_000)
    """Largest page body read, in bytes after decompression."""
    ignore_robots: bool = False
    """Fetch what robots.txt forbids; only together with i_own_this_site."""
    i_own_this_site: bool = False
    """Confirms that you may audit this site against its robots.txt; printed in the report."""
    base_url: str = ""
    """The address that sitemaps and canonical links name, when the site is served from elsewhere."""
    proxy: str = ""
    """HTTP proxy, such as http://proxy.example:3128."""
    ca_file: str = ""
    """PEM file of extra certificate authorities to trust."""
    auth: SecretStr = SecretStr("")
    """User name and password of a staging site, as name:password (safer in AUDITOR_AUTH, or name alone to be asked)."""
    header: tuple[SecretStr, ...] = ()
    """Header to send to the site, as 'Name: value' (safer in AUDITOR_HEADER, one a line)."""
    cookie: tuple[SecretStr, ...] = ()
    """Cookie to send to the site, as name=value (safer in AUDITOR_COOKIE); the site's own are never kept."""
    allow_private: bool = False
    """Let links lead to private and loopback addresses other than the target itself."""
    language: str = "en"
    """Language whose pages are labelled; pages in others are counted, not judged."""
    fast: bool = False
    """Label with the small model: many times faster, less accurate (figures: auditor model card)."""
    label_budget: int = Field(LABEL_BUDGET, ge=0)
    """Lines of copy that the large model reads, on the pages that matter most and a sample of the rest; 0: all."""
    workers: int = Field(0, ge=0, le=64)
    """Threads that label copy, and then processes that judge and write; 0 takes one a core."""
    show_score: bool = False
    """Show the overall score in the executive view of the report."""
    keep_reports: bool = False
    """Keep the report of a run that the next one repeats; it goes otherwise, and auditor report writes it again."""
    full: bool = False
    """Fetch, read and label everything anew, as if the site had never been audited; the result is the same."""
    trust_lastmod: bool = False
    """Do not ask again for pages that the sitemap dates before the last audit; the report says how many."""
    min_score: tuple[str, ...] = ()
    """Gate: lowest score that passes, 60 for the overall score, focus=55 for a dimension or an audit."""
    max_drop: tuple[str, ...] = ()
    """Gate: points by which a score may fall below the baseline, 5 for the overall score, focus=3 for one part."""
    baseline: str = ""
    """Run, or file written by auditor baseline, that max_drop is measured from; left out, the run before."""
    comments: bool = False
    """Read HTML comments too (shown as such, in the appendix)."""
    decisions: Path = DECISIONS
    """File of dismissed findings and labels set by hand (auditor dismiss, auditor relabel)."""
    today: str = ""
    """Day by which dismissals have expired or not, as YYYY-MM-DD; left out, the day on which the run began."""

    @field_validator("min_score", "max_drop", mode="before")
    @classmethod
    def _is_one_or_many(cls, value: Any) -> Any:
        """A number, a text, a list of them, or a TOML table of NAME = NUMBER."""
        if isinstance(value, dict):
            return tuple(f"{name}={number}" for name, number in value.items())
        return tuple(str(entry) for entry in value) if isinstance(value, list | tuple) else (str(value),)

    @field_validator("min_score", "max_drop")
    @classmethod
    def _are_points(cls, values: tuple[str, ...]) -> tuple[str, ...]:
        for value in values:
            if not _POINTS.fullmatch(value.rpartition("=")[2].strip()):
                raise ValueError(f"it takes a number from 0 to 100, or NAME=NUMBER, not '{value}'")
        return values

    @field_validator("proxy", "database")
    @classmethod
    def _is_address(cls, value: str, info: ValidationInfo) -> str:
        """The value itself is never told: an address may hold a password."""
        scheme, there, rest = value.partition("://")
        schemes, example = _ADDRESSES[info.field_name or ""]
        file = info.field_name == "database" and not there
        if value and not file and (scheme.lower() not in schemes or not rest.strip("/")):
            raise ValueError(
                f"it takes an address such as {example}" + (", or a file of SQLite" if "sqlite" in schemes else "")
            )
        return value

    @field_validator("today")
    @classmethod
    def _is_day(cls, value: str) -> str:
        try:
            good = not value or date.fromisoformat(value).isoformat() == value
        except ValueError:
            good = False
        if not good:
            raise ValueError(f"'{value}' is no day of the calendar; give one as YYYY-MM-DD")
        return value

    @field_validator("auth")
    @classmethod
    def _is_name_and_password(cls, value: SecretStr) -> SecretStr:
        text = value.get_secret_value()
        if text not in ("", GIVEN) and not re.fullmatch(r"[^:\x00-\x1f\x7f]+:[^\x00-\x1f\x7f]*", text):
            raise ValueError("it is not of the form name:password")
        return value

    @field_validator("header")
    @classmethod
    def _are_headers(cls, values: tuple[SecretStr, ...]) -> tuple[SecretStr, ...]:
        for value in values:
            found = _HEADER.fullmatch(value.get_secret_value())
            if value.get_secret_value() != GIVEN and not found:
                raise ValueError("it is not of the form 'Name: value'")
            if found and found[1].lower() in _OURS:
                raise ValueError(f"the header {found[1]} is not for you to set (see --user-agent and --cookie)")
        return values

    @field_validator("cookie")
    @classmethod
    def _are_cookies(cls, values: tuple[SecretStr, ...]) -> tuple[SecretStr, ...]:
        for value in values:
            if value.get_secret_value() != GIVEN and not _COOKIE.fullmatch(value.get_secret_value()):
                raise ValueError("it is not of the form name=value")
        return values

    @field_serializer(*SECRETS, when_used="json")
    def _unsaid(self, value: SecretStr | tuple[SecretStr, ...]) -> str | list[str]:
        if isinstance(value, SecretStr):
            return GIVEN if value else ""
        return [GIVEN] if value else []


class Delivery(BaseModel):
    """Where messages of ``auditor watch`` go: the table ``[deliver]`` of auditor.toml, or AUDITOR_DELIVER_* variables.

    Never flags, which other users of a machine can read, and never part of a run.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    webhook: SecretStr = SecretStr("")
    """Web address that messages are posted to; taken as it is given, on a private network too."""
    webhook_format: Literal["json", "slack"] = "json"
    """What is posted: json (everything, for programs) or slack (for Slack and what understands its messages)."""
    smtp_host: str = ""
    """Mail server that takes messages."""
    smtp_port: int = Field(0, ge=0, le=65535)
    """Its port; 0 takes 587 for starttls, 465 for tls, 25 for none."""
    smtp_security: Literal["starttls", "tls", "none"] = "starttls"
    """How the connection is secured; with none, no password is sent except to this machine."""
    smtp_user: str = ""
    """Name to sign in with, where the server asks for one."""
    smtp_password: SecretStr = SecretStr("")
    """Password to sign in with."""
    mail_from: str = ""
    """Address that mails come from."""
    mail_to: tuple[str, ...] = ()
    """Addresses that mails go to."""
    file: Path | None = None
    """File that messages are added to, one JSON object a line."""


def names() -> tuple[str, ...]:
    """All setting names, in the order of the table."""
    return tuple(Settings.model_fields)


@cache
def sentences(table: type[BaseModel] = Settings) -> dict[str, str]:
    """Setting -> the sentence under its field. Read only where it is shown: it takes longer than all the rest here."""
    (body,) = (node.body for node in ast.parse(inspect.getsource(table)).body if isinstance(node, ast.ClassDef))
    found = {}
    for field, said in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(said, ast.Expr):
            found[field.target.id] = " ".join(str(ast.literal_eval(said.value)).split())
    return found


def describe() -> list[tuple[str, str, str]]:
    """(name, default as text, sentence) of every setting, those of delivery last."""
    rows = []
    for key, info in Settings.model_fields.items():
        default = info.default
        shown = ",".join(map(str, default)) if isinstance(default, tuple) else str(default)
        rows.append((key, shown, sentences()[key]))
    for key, info in Delivery.model_fields.items():
        default = "" if info.default is None or not str(info.default) or info.default == () else str(info.default)
        rows.append((f"{DELIVER}.{key}", default, sentences(Delivery)[key]))
    return rows


def load(
    config: Path | None = None, *, flags: Mapping[str, Any] | None = None, environ: Mapping[str, str] = os.environ
) -> Settings:
    """Settings from all four sources; later ones win.

    ``config`` None reads ``auditor.toml`` in the working directory if there is one. Flags of value None are unset.
    Raises ConfigError with the offending key, its source, and the nearest valid name.
    """
    values: dict[str, Any] = {}
    origin: dict[str, str] = {}
    told, environment, source = _told(config, environ)
    _take(values, origin, {key: value for key, value in told.items() if key != DELIVER}, source)
    own = {key: value for key, value in environment.items() if not key.startswith(f"{DELIVER}_")}
    _take(values, origin, {key: _split(key, value) for key, value in own.items()}, "the environment")
    given = {key: value for key, value in (flags or {}).items() if value is not None}
    _take(values, origin, given, COMMAND_LINE)
    settings = _made(values, origin)
    if settings.ignore_robots and not settings.i_own_this_site:
        raise ConfigError("--ignore-robots is allowed only together with --i-own-this-site.")
    return settings


def changed(settings: Settings, changes: Mapping[str, Any]) -> Settings:
    """The settings with some of them taken from the command line; raises ConfigError as :func:`load` does."""
    origin: dict[str, str] = {}
    values = settings.model_dump()
    _take(values, origin, changes, COMMAND_LINE)
    return _made(values, origin)


def _made(values: Mapping[str, Any], origin: Mapping[str, str]) -> Settings:
    try:
        return Settings(**values)
    except ValidationError as error:
        key, words = _wrong(error)
        raise ConfigError(f"Setting '{key}' {_where(origin.get(key, 'the defaults'))}: {words}.") from None


def _wrong(error: ValidationError) -> tuple[str, str]:
    """The first key whose value is none that it takes, and what it takes instead."""
    first = error.errors()[0]
    key = str(first["loc"][0])
    return key, f'it takes a list; write {key} = ["..."]' if first["type"] == "tuple_type" else _wanted(first)


def _where(source: str) -> str:
    return f"{'on' if source == COMMAND_LINE else 'in'} {source}"


def _wanted(error: ErrorDetails) -> str:
    """What a setting takes instead of what it was given, in our words; never the value, which may be a secret."""
    kind, told = error["type"], error.get("ctx", {})
    if kind == "value_error":
        return str(told["error"])
    if kind in _BOUNDS:
        return f"it takes a number {_BOUNDS[kind][0]} {f'{told[_BOUNDS[kind][1]]:,}'.removesuffix('.0')}"
    if kind.startswith("literal"):
        return f"it takes {told['expected']}"
    return f"it takes {next((words for start, words in _TAKES if kind.startswith(start)), 'another kind of value')}"


_BOUNDS = {
    "greater_than_equal": ("from", "ge"),
    "greater_than": ("above", "gt"),
    "less_than_equal": ("up to", "le"),
    "less_than": ("below", "lt"),
}
_TAKES = (
    ("int", "a whole number"),
    ("float", "a number"),
    ("finite", "a number"),
    ("bool", "true or false"),
    ("path", "the path of a file or folder"),
    ("string", "a text"),
)
"""What a setting takes, by how the names of pydantic's errors begin."""


def delivery(config: Path | None = None, *, environ: Mapping[str, str] = os.environ) -> Delivery:
    """Where messages go, from ``[deliver]`` of the settings file and AUDITOR_DELIVER_* variables, which win.

    Raises ConfigError with the offending key; never with its value, which may be a secret.
    """
    told, environment, source = _told(config, environ)
    table = told.get(DELIVER, {})
    if not isinstance(table, dict):
        raise ConfigError(f"'{DELIVER}' in {source} is no table; write [{DELIVER}] and its keys below.")
    values = {key.replace("-", "_"): value for key, value in table.items()}
    for key, value in environment.items():
        if key.startswith(f"{DELIVER}_"):
            name = key.removeprefix(f"{DELIVER}_")
            values[name] = tuple(part.strip() for part in value.split(",")) if name == "mail_to" else value

    def _in(key: str) -> str:
        return _where("the environment" if f"{DELIVER}_{key}" in environment else source)

    for key in sorted(set(values) - set(Delivery.model_fields)):
        near = difflib.get_close_matches(key, list(Delivery.model_fields), n=1, cutoff=0.5)
        hint = f"did you mean '{near[0]}'?" if near else "'auditor settings' lists the valid ones."
        raise ConfigError(f"Unknown setting '{DELIVER}.{key}' {_in(key)}; {hint}")
    try:
        return Delivery(**values)
    except ValidationError as error:
        key, words = _wrong(error)
        raise ConfigError(f"Setting '{DELIVER}.{key}' {_in(key)}: {words}.") from None


def _told(config: Path | None, environ: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, str], str]:
    """The table of the settings file, the AUDITOR_* variables by their setting's name, and the file as it is called."""
    path = config if config is not None else Path("auditor.toml")
    told: dict[str, Any] = {}
    if config is not None or path.is_file():
        try:
            told = tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise ConfigError(
                f"Cannot read {path}: {error.strerror or error}; give an existing file to --config."
            ) from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ConfigError(f"{path} is not valid TOML: {error}.") from None
    found = {
        key[len(PREFIX) :].lower(): value
        for key, value in sorted(environ.items())
        if key.startswith(PREFIX) and value and key not in _NOT_SETTINGS
    }
    return told, found, str(path)


def _take(values: dict[str, Any], origin: dict[str, str], table: Mapping[str, Any], source: str) -> None:
    known = set(names())
    for key, value in table.items():
        name = key.replace("-", "_")
        if name not in known:
            near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.5)
            hint = f"; did you mean '{near[0]}'?" if near else "; 'auditor settings' lists the valid ones."
            raise ConfigError(f"Unknown setting '{key}' {_where(source)}{hint}")
        parts = value if isinstance(value, list | tuple) else (value,)
        if Settings.model_fields[name].annotation is not Path and not all(map(_is_text, parts)):
            raise ConfigError(
                f"Setting '{name}' {_where(source)} holds bytes that are no UTF-8 text; write it in UTF-8."
            )
        values[name] = value
        origin[name] = source


def _is_text(value: Any) -> bool:
    """False for a text with bytes in it that are no characters: no file could hold it."""
    return not (isinstance(value, str) and re.search("[\ud800-\udfff]", value))


def _split(key: str, value: str) -> Any:
    """An environment value as the field expects it: lists are separated by commas, headers and cookies by lines."""
    if key in SECRETS[1:]:
        return tuple(line.strip() for line in value.splitlines() if line.strip())
    return tuple(part.strip() for part in value.split(",") if part.strip()) if key in _LISTS else value


_LISTS = {"formats", "include", "exclude", "rival", "min_score", "max_drop"}
