"""Messages on their way to real receivers: an HTTP server, a mail server, a file."""

from __future__ import annotations

import ipaddress
import json
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from auditor.errors import UsageError
from auditor.settings import Delivery
from auditor.watch.book import Book, Watched, watch_id
from auditor.watch.delivery import Undelivered, deliver, ready, slack
from auditor.watch.loop import Loop
from auditor.watch.timing import Schedule

# a mail server on loopback, without a certificate of its own
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
MESSAGE: dict[str, Any] = {
    "id": "a1b2c3d4e5f60718",
    "kind": "changed",
    "site": "example.com",
    "subject": "2 lines better, 1 new contradiction (example.com)",
    "lines": [
        "Better (home page): “Über uns” is now “Bread by six <!channel> & *more* https://evil.example”",
        "Report: output/r.html",
    ],
    "made": "2026-11-22T12:00:00+00:00",
}


@dataclass
class Receiver:
    """An HTTP server that keeps what it gets and answers as told."""

    answers: list[int] = field(default_factory=list)
    got: list[dict[str, Any]] = field(default_factory=list)
    address: str = ""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    kept = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            kept.got.append({"path": self.path, "type": self.headers["Content-Type"], "body": json.loads(body)})
            code = kept.answers.pop(0) if kept.answers else 200
            self.send_response(code)
            if code == 302:
                self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    kept.address = f"http://127.0.0.1:{server.server_port}/services/T0/secret-token"
    yield kept
    server.shutdown()
    server.server_close()


class Box:
    """What a mail server got, which password it wants, and which mailboxes are ``full``."""

    def __init__(self) -> None:
        self.letters: list[Any] = []
        self.full: set[str] = set()

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address in self.full:
            return "452 mailbox full"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.letters.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=policy.default)))
        return "250 OK"

    def check(self, server: Any, session: Any, envelope: Any, mechanism: str, auth_data: Any) -> AuthResult:
        assert isinstance(auth_data, LoginPassword)
        return AuthResult(success=auth_data == LoginPassword(b"jo", b"hunter2"), handled=False)


def _free() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@pytest.fixture
def box() -> Iterator[tuple[Box, Delivery]]:
    kept = Box()
    port = _free()
    controller = Controller(
        kept, hostname="127.0.0.1", port=port, authenticator=kept.check, auth_require_tls=False, auth_required=True
    )
    controller.start()
    yield kept, Delivery(
        smtp_host="127.0.0.1", smtp_port=port, smtp_security="none", smtp_user="jo", smtp_password="hunter2",
        mail_from="auditor@example.org", mail_to=("ann@example.org", "bo@example.org"),
    )  # fmt: skip
    controller.stop()


def test_a_webhook_gets_the_whole_message_as_json(receiver: Receiver) -> None:
    deliver("webhook", MESSAGE, Delivery(webhook=receiver.address))
    assert receiver.got == [{"path": "/services/T0/secret-token", "type": "application/json", "body": MESSAGE}]


def test_slack_gets_text_in_which_the_site_can_call_nobody(receiver: Receiver) -> None:
    deliver("webhook", MESSAGE, Delivery(webhook=receiver.address, webhook_format="slack"))
    (got,) = receiver.got
    assert got["body"] == slack(MESSAGE)
    text = got["body"]["text"]
    assert text.startswith("*2 lines better, 1 new contradiction (example.com)*\nBetter (home page): “Über uns”")
    assert "&lt;!channel&gt; &amp; *\u2060more*\u2060" in text
    assert "<" not in text
    assert "://" not in text


@pytest.mark.parametrize("code", [302, 404, 500])
def test_a_refusal_says_who_and_how_and_tells_no_secret(receiver: Receiver, code: int) -> None:
    receiver.answers = [code]
    with pytest.raises(Undelivered) as failed:
        deliver("webhook", MESSAGE, Delivery(webhook=receiver.address))
    assert str(failed.value) == f"127.0.0.1 answered {code}"
    assert len(receiver.got) == 1  # no redirect is followed


def test_a_receiver_that_is_not_there_tells_no_secret() -> None:
    with pytest.raises(Undelivered) as failed:
        deliver("webhook", MESSAGE, Delivery(webhook="http://127.0.0.1:9/T0/secret-token"))
    assert str(failed.value) == "127.0.0.1 could not be reached (ConnectionError)"


def test_a_mail_has_the_verdict_as_its_subject_and_an_identity_that_stays(box: tuple[Box, Delivery]) -> None:
    kept, to = box
    deliver("mail", MESSAGE, to)
    ((whom, letter),) = kept.letters
    assert whom == ["ann@example.org", "bo@example.org"]
    assert letter["Subject"] == MESSAGE["subject"]
    assert letter["Message-ID"] == "<a1b2c3d4e5f60718@auditor.invalid>"
    assert letter.get_content().replace("\r\n", "\n").splitlines() == MESSAGE["lines"]


def test_a_mail_server_that_refuses_is_told_without_the_password(box: tuple[Box, Delivery]) -> None:
    kept, to = box
    with pytest.raises(Undelivered) as failed:
        deliver(
            "mail", MESSAGE, to.model_copy(update={"smtp_password": Delivery(smtp_password="wrong-one").smtp_password})
        )
    assert str(failed.value) == "127.0.0.1 took no mail (SMTPAuthenticationError 535)"
    with pytest.raises(Undelivered, match="SMTPNotSupportedError"):
        deliver("mail", MESSAGE, to.model_copy(update={"smtp_security": "starttls"}))
    assert kept.letters == []


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for this machine, with its key, in one PEM file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime.now(UTC) - timedelta(days=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "machine.pem"
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.write_bytes(key.private_bytes(*form) + made.public_bytes(serialization.Encoding.PEM))
    return path


def test_the_password_goes_only_over_a_secured_connection_to_a_server_that_proves_who_it_is(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Box()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    controller = Controller(
        kept, hostname="127.0.0.1", port=_free(), tls_context=context, require_starttls=True,
        authenticator=kept.check, auth_required=True,
    )  # fmt: skip
    controller.start()
    to = Delivery(
        smtp_host="127.0.0.1", smtp_port=controller.port, smtp_user="jo", smtp_password="hunter2",
        mail_from="auditor@example.org", mail_to=("ann@example.org",),
    )  # fmt: skip
    try:
        with pytest.raises(Undelivered, match="SSLCertVerificationError"):
            deliver("mail", MESSAGE, to)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        deliver("mail", MESSAGE, to)
    finally:
        controller.stop()
    ((whom, letter),) = kept.letters
    assert (whom, letter["Subject"]) == (["ann@example.org"], MESSAGE["subject"])


def test_a_line_break_in_a_subject_adds_no_header(box: tuple[Box, Delivery]) -> None:
    kept, to = box
    deliver("mail", MESSAGE | {"subject": "No change\r\nBcc: all@example.org"}, to)
    ((_, letter),) = kept.letters
    assert (letter["Subject"], letter["Bcc"]) == ("No change Bcc: all@example.org", None)


def test_a_file_gets_a_line_once_even_where_the_last_process_died_over_it(tmp_path: Path) -> None:
    to = Delivery(file=tmp_path / "told" / "messages.jsonl")
    assert to.file
    deliver("file", MESSAGE, to)
    deliver("file", MESSAGE, to)
    with open(to.file, "a") as file:
        file.write('{"id": "torn')
    deliver("file", MESSAGE | {"id": "b2"}, to)
    lines = to.file.read_text(encoding="utf-8").splitlines()
    assert [json.loads(lines[0]), lines[1], json.loads(lines[2])["id"]] == [MESSAGE, '{"id": "torn', "b2"]


def test_a_device_without_an_end_is_written_to_and_never_read(tmp_path: Path) -> None:
    with pytest.raises(Undelivered, match="/dev/full cannot be written"):
        deliver("file", MESSAGE, Delivery(file=Path("/dev/full")))
    deliver("file", MESSAGE, Delivery(file=Path("/dev/null")))


def test_a_channel_that_leads_nowhere_is_refused_before_anything_runs() -> None:
    for channel, to, says in (
        ("webhook", Delivery(), "AUDITOR_DELIVER_WEBHOOK"),
        ("webhook", Delivery(webhook="hooks.example/T0"), "is no web address"),
        ("mail", Delivery(smtp_host="mail.example"), "AUDITOR_DELIVER_MAIL_FROM and AUDITOR_DELIVER_MAIL_TO"),
        ("file", Delivery(), "AUDITOR_DELIVER_FILE"),
        (
            "mail",
            Delivery(smtp_host="mail.example", mail_from="a@b", mail_to=("c@d",), smtp_password="x", smtp_security="none"),
            "in the clear",
        ),
    ):  # fmt: skip
        with pytest.raises(UsageError, match=says):
            ready(channel, to)


def _watched(**changes: Any) -> Watched:
    target = "http://127.0.0.1:9/"
    return Watched(watch_id(target), target, Schedule(every="1d", start=NOW.isoformat()), NOW.isoformat(), **changes)


def test_what_cannot_be_delivered_waits_longer_each_time_and_goes_out_once_it_can(
    tmp_path: Path, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDITOR_DELIVER_WEBHOOK", receiver.address)
    clock = [NOW]
    told: list[str] = []
    loop = Loop(tmp_path, tell=told.append, clock=lambda: clock[0])
    entry = _watched(channels=("webhook",))
    loop.book.add(entry)
    loop.book.end(entry, [MESSAGE], NOW)
    receiver.answers = [500, 503, 429]
    waits = []
    for _ in range(3):
        loop.post()
        (waiting,) = loop.book.outbox()
        waits.append(datetime.fromisoformat(waiting.next) - clock[0])
        loop.post()  # its time has not come
        clock[0] = datetime.fromisoformat(waiting.next)
    assert waits == [timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=4)]
    loop.post()
    assert (loop.book.outbox(), len(receiver.got)) == ([], 4)
    assert told[-1] == f"Told by webhook: {MESSAGE['subject']}"
    assert not any("secret-token" in words for words in told)
    assert b"secret-token" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_a_recipient_that_was_refused_is_tried_again_alone_and_named(
    tmp_path: Path, box: tuple[Box, Delivery], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, to = box
    for name in ("smtp_host", "smtp_port", "smtp_security", "smtp_user", "mail_from"):
        monkeypatch.setenv(f"AUDITOR_DELIVER_{name.upper()}", str(getattr(to, name)))
    monkeypatch.setenv("AUDITOR_DELIVER_SMTP_PASSWORD", "hunter2")
    monkeypatch.setenv("AUDITOR_DELIVER_MAIL_TO", "ann@example.org,bo@example.org,cy@example.org")
    clock = [NOW]
    told: list[str] = []
    loop = Loop(tmp_path, tell=told.append, clock=lambda: clock[0])
    entry = _watched(channels=("mail",))
    loop.book.add(entry)
    loop.book.end(entry, [MESSAGE], NOW)
    for full in ({"bo@example.org", "cy@example.org"}, {"bo@example.org", "cy@example.org"}, {"bo@example.org"}, set()):
        kept.full = full
        loop.post()
        for waiting in loop.book.outbox():
            clock[0] = datetime.fromisoformat(waiting.next)
    assert [whom for whom, _ in kept.letters] == [["ann@example.org"], ["cy@example.org"], ["bo@example.org"]]
    assert {letter["To"] for _, letter in kept.letters} == {"ann@example.org, bo@example.org, cy@example.org"}
    assert loop.book.outbox() == []
    assert told[0].startswith(
        "Not delivered by mail: 127.0.0.1 refused bo@example.org (452), cy@example.org (452); the other recipients have it"
    )
    assert told[2].startswith("Not delivered by mail: 127.0.0.1 refused bo@example.org (452); the other")
    # who was taken out of the settings meanwhile is waited for no longer
    deliver("mail", MESSAGE | {"left": ["gone@example.org"]}, to)
    assert len(kept.letters) == 3


def test_a_message_is_in_the_outbox_exactly_when_its_audit_is_noted(tmp_path: Path) -> None:
    book = Book(tmp_path)
    book.add(_watched(channels=("webhook", "file")))
    entry = book.begin(book.watches()[0], NOW)
    assert entry is not None
    with pytest.raises(KeyError):  # dies between the two
        book.end(entry, [MESSAGE, {"no": "identity"}], NOW)
    assert [kept.begun for kept in Book(tmp_path).watches()] == [NOW.isoformat()]
    assert Book(tmp_path).outbox() == []
    book.end(entry, [MESSAGE], NOW)
    book.end(entry, [MESSAGE], NOW)
    assert [(waiting.channel, waiting.message) for waiting in Book(tmp_path).outbox()] == [
        ("webhook", MESSAGE), ("file", MESSAGE),
    ]  # fmt: skip
    book.remove(entry)
    book.end(entry, [], NOW)
    assert book.watches() == []
