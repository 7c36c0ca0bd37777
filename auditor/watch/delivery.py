"""A message on its way: posted to a web address, sent as a mail, or added to a file.

A failure is a sentence without a secret in it: the address of a webhook is one, and so is what a library says of it.
A message has an identity that stays the same however often it is tried, so that a receiver can tell a repeat.
"""

from __future__ import annotations

import json
import os
import smtplib
import ssl
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests

from auditor.crawl.guard import is_loopback
from auditor.errors import UsageError
from auditor.settings import Delivery

CHANNELS = ("webhook", "mail", "file")

PATIENCE = 20.0
"""Seconds that a receiver gets to answer."""

_PORTS = {"starttls": 587, "tls": 465, "none": 25}


class Undelivered(Exception):
    """A message could not be delivered this time; ``str(error)`` says why and names no secret.

    ``left`` are the recipients that are still to get it where the others have it; empty where nobody has.
    """

    def __init__(self, why: str, left: Sequence[str] = ()) -> None:
        super().__init__(why)
        self.left = tuple(left)


def ready(channel: str, to: Delivery) -> None:
    """Raise UsageError where the settings do not say where this channel leads."""
    missing = {
        "webhook": [] if to.webhook.get_secret_value() else ["webhook"],
        "mail": [name for name in ("smtp_host", "mail_from", "mail_to") if not getattr(to, name)],
        "file": [] if to.file else ["file"],
    }[channel]
    if missing:
        names = " and ".join(f"AUDITOR_DELIVER_{name.upper()}" for name in missing)
        raise UsageError(f"Nothing says where {channel} leads: set {names}, or {', '.join(missing)} under [deliver].")
    address = to.webhook.get_secret_value()
    if channel == "webhook" and urlsplit(address).scheme not in ("http", "https"):
        raise UsageError("deliver.webhook is no web address; give one that begins with https://.")
    password = to.smtp_password.get_secret_value()
    if channel == "mail" and password and to.smtp_security == "none" and not is_loopback(to.smtp_host):
        raise UsageError("deliver.smtp_security none would send the password in the clear; use starttls or tls.")


def deliver(channel: str, message: Mapping[str, Any], to: Delivery) -> None:
    """Deliver one message (see :class:`auditor.watch.message.Message` as plain values); raises Undelivered.

    Where a mail was refused for some of its recipients before, its ``left`` names them: only they are sent it again.
    """
    try:
        ready(channel, to)
    except UsageError as error:
        raise Undelivered(str(error)) from None
    _WAYS[channel](message, to)


def _post(message: Mapping[str, Any], to: Delivery) -> None:
    address = to.webhook.get_secret_value()
    host = urlsplit(address).hostname or "the webhook"
    body = slack(message) if to.webhook_format == "slack" else dict(message)
    try:
        # a redirect would carry the message to a place that nobody named
        answer = requests.post(address, json=body, timeout=PATIENCE, allow_redirects=False, stream=True)
        answer.close()
    except (requests.RequestException, ValueError) as error:
        raise Undelivered(f"{host} could not be reached ({type(error).__name__})") from None
    if not 200 <= answer.status_code < 300:
        raise Undelivered(f"{host} answered {answer.status_code}")


def slack(message: Mapping[str, Any]) -> dict[str, str]:
    """The message as Slack takes it; what a site says cannot become a mention, a link or markup in it."""
    text = "\n".join(message["lines"])
    for raw, safe in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(raw, safe)
    # a word joiner keeps marks of the site's from pairing up, and is not seen
    for mark in "*_~`":
        text = text.replace(mark, mark + "\u2060")
    text = text.replace("://", ":\u2060//")  # nor an address that the site wrote become a link
    subject = str(message["subject"]).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return {"text": f"*{subject.replace('*', '')}*\n{text}".rstrip()}


def _mail(message: Mapping[str, Any], to: Delivery) -> None:
    port = to.smtp_port or _PORTS[to.smtp_security]
    whom = [one for one in to.mail_to if one in message.get("left", to.mail_to)]
    if not whom:  # those that are left are no longer among the settings' recipients
        return
    try:
        secure = ssl.create_default_context()
        if to.smtp_security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(to.smtp_host, port, timeout=PATIENCE, context=secure)
        else:
            server = smtplib.SMTP(to.smtp_host, port, timeout=PATIENCE)
        with server:
            if to.smtp_security == "starttls":
                server.starttls(context=secure)
            if to.smtp_user:
                server.login(to.smtp_user, to.smtp_password.get_secret_value())
            refused = server.send_message(_letter(message, to), to_addrs=whom)
    except smtplib.SMTPRecipientsRefused as error:
        refused = error.recipients
    except (OSError, smtplib.SMTPException, ValueError) as error:
        code = getattr(error, "smtp_code", "")
        raise Undelivered(f"{to.smtp_host} took no mail ({type(error).__name__}{f' {code}' if code else ''})") from None
    if refused:
        names = ", ".join(f"{one} ({code})" for one, (code, _) in sorted(refused.items()))
        others = "; the other recipients have it" if len(refused) < len(to.mail_to) else ""
        raise Undelivered(f"{to.smtp_host} refused {names}{others}", sorted(refused))


def _letter(message: Mapping[str, Any], to: Delivery) -> EmailMessage:
    letter = EmailMessage()
    # a line break would end the header
    letter["Subject"] = " ".join(f"{message['subject']}".split())
    letter["From"] = to.mail_from
    letter["To"] = ", ".join(to.mail_to)
    letter["Date"] = format_datetime(datetime.fromisoformat(message["made"]))
    letter["Message-ID"] = f"<{message['id']}@auditor.invalid>"
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content("\n".join(message["lines"]) + "\n")
    return letter


def _add(message: Mapping[str, Any], to: Delivery) -> None:
    assert to.file is not None
    line = json.dumps(message, ensure_ascii=False) + "\n"
    try:
        to.file.parent.mkdir(parents=True, exist_ok=True)
        plain = (
            to.file.is_file() or not to.file.exists()
        )  # a device or a pipe has nothing to look up, and may have no end
        if not (plain and _stands_in(to.file, str(message["id"]))):
            with open(to.file, "ab") as file:
                if plain and _torn(to.file):
                    file.write(b"\n")
                file.write(line.encode())
                file.flush()
                if plain:
                    os.fsync(file.fileno())
    except OSError as error:
        raise Undelivered(f"{to.file} cannot be written ({error.strerror or error})") from None


def _torn(path: Path) -> bool:
    """True where the file ends within a line: a process died while it wrote."""
    with open(path, "rb") as file:
        file.seek(max(0, path.stat().st_size - 1))
        return file.read() not in (b"", b"\n")


def _stands_in(path: Path, identity: str) -> bool:
    """True where the message is in the file already: the process died between writing it and saying so."""
    if not path.exists():
        return False
    with open(path, "rb") as file:
        file.seek(max(0, path.stat().st_size - 65_536))
        return f'"id": "{identity}"'.encode() in file.read()


_WAYS: dict[str, Callable[[Mapping[str, Any], Delivery], None]] = {"webhook": _post, "mail": _mail, "file": _add}
