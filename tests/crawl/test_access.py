"""A staging site behind a password: what is sent, to whom, and that it stays between the two."""

import pickle
from base64 import b64encode
from pathlib import Path

import pytest

from auditor.crawl import resolve
from auditor.crawl.access import Access
from auditor.crawl.job import Job
from auditor.errors import ConfigError, LoginWall, TargetError
from auditor.settings import GIVEN, Settings, load
from auditor.snapshots import SnapshotStore
from tests.crawl import standin
from tests.crawl.conftest import page

AUTH = "preview:s3cret-Pässword&more"
TOKEN = b64encode(AUTH.encode()).decode()
GIVENS = {"auth": AUTH, "header": ("X-Preview-Key: k3y-9f8e7d6c",), "cookie": ("gate=open-sesame-42; theme=dark",)}
SECRETS = ("s3cret", TOKEN, "k3y-9f8e7d6c", "open-sesame-42")


def behind_a_password(handler):
    """Lets in who knows the password, and echoes what it was sent, as a debugging page does."""
    if handler.headers.get("Authorization") != f"Basic {TOKEN}":
        handler.reply(401, {"content-type": "text/html", "www-authenticate": "Basic"}, b"who are you?")
        return
    echo = "".join(f"<p>{name}: {value}</p>" for name, value in handler.headers.items())
    handler.reply(200, {"content-type": "text/html"}, (page(f"page {handler.path}", "/a", "/b") + echo).encode())


def test_a_site_behind_a_password_is_read_with_it_and_nothing_of_it_reaches_the_disk(server, crawler):
    server.pages = {"*": behind_a_password, "/robots.txt": "User-agent: *\nDisallow:"}
    result = crawler(server.url, **GIVENS)
    assert result.paths == ["", "a", "b"]
    for _, headers in server.asked:
        assert headers["authorization"] == f"Basic {TOKEN}"
        assert headers["x-preview-key"] == "k3y-9f8e7d6c"
        assert headers["cookie"] == "gate=open-sesame-42; theme=dark"
    bodies = [SnapshotStore(crawler.folder / "snapshots").get(event.snapshot.digest) for event in result.events[:1]]
    assert b"Authorization: Basic " + b"*" * len(TOKEN) in bodies[0]
    assert b"theme=dark" in bodies[0], "an ordinary word is left as it is"
    kept = b"".join(path.read_bytes() for path in crawler.folder.rglob("*") if path.is_file())
    bodies += [SnapshotStore(path.parents[1]).get(path.stem) for path in crawler.folder.rglob("*.zst")]
    assert not [secret for secret in SECRETS if secret.encode() in kept + b"".join(bodies)]
    assert "s3cret" not in repr(result.events)


def test_without_the_password_and_with_a_wrong_one_the_user_is_told_what_to_do(server, crawler):
    server.pages = {"*": behind_a_password}
    with pytest.raises(LoginWall, match="AUDITOR_AUTH"):
        crawler(server.url)
    with pytest.raises(LoginWall, match="does not accept what --auth") as caught:
        crawler(server.url, auth="preview:wr0ng-one")
    assert "wr0ng" not in str(caught.value)


def test_a_redirect_to_another_host_gets_no_password_even_where_it_is_the_same_site(server, crawler):
    # through a proxy: one local server answers for both names
    server.pages = {
        "http://shop.example/": (301, {"location": "http://www.shop.example/"}, ""),
        "http://www.shop.example/": page("home", "/a", "http://elsewhere.example/"),
        "http://www.shop.example/a": (302, {"location": "http://elsewhere.example/collect"}, ""),
    }
    result = crawler("http://shop.example/", proxy=server.url, contact="a@b.example", delay=0, **GIVENS)
    assert result.kept == ["http://www.shop.example/"]
    sent = {(url.split("/")[2], "authorization" in h, "cookie" in h, "x-preview-key" in h) for url, h in server.asked}
    assert sent == {("shop.example", True, True, True), ("www.shop.example", False, False, False)}


@pytest.mark.parametrize(
    ("start", "url", "sent"),
    [
        ("https://a.example/", "https://a.example/x", True), ("https://a.example/", "http://a.example/x", False),
        ("http://a.example/", "https://a.example/x", True), ("http://a.example:8080/", "https://a.example/x", False),
        ("http://a.example:8080/", "http://a.example:8080/x", True), ("http://a.example/", "http://a.example:8080/", False),
        ("https://a.example/", "https://www.a.example/", False), ("https://a.example/", "https://a.example.evil.example/", False),
        ("https://a.example/", "https://a.example@evil.example/", False), ("https://[::1]/", "https://[::1]/x", True),
    ],
)  # fmt: skip
def test_secrets_go_to_the_host_that_was_named_and_not_from_https_to_http(start, url, sent):
    assert bool(Access(Settings(auth="a:b"), start).headers(url)) is sent


def test_settings_hold_secrets_without_telling_them():
    settings = Settings(**GIVENS)
    for told in (repr(settings), str(settings.auth), settings.model_dump_json(), str(settings.model_dump())):
        assert not [secret for secret in SECRETS if secret in told]
    written = settings.model_dump(mode="json")
    assert (written["auth"], written["header"], written["cookie"]) == (GIVEN, [GIVEN], [GIVEN])
    assert Settings(**written).auth, "a plan that is read again still says that there was one"
    target = resolve("http://127.0.0.1/", settings)
    job = Job(target, settings, Path("x"), SnapshotStore(Path("x")), standin.extract)
    assert pickle.loads(pickle.dumps(job)).settings.auth.get_secret_value() == AUTH


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"AUDITOR_AUTH": "only-a-s3cret"}, "'auth' in the environment: it is not of the form name:password"),
        ({"AUDITOR_HEADER": "s3cret"}, "not of the form 'Name: value'"),
        ({"AUDITOR_HEADER": "X: a\x0bs3cret"}, "not of the form"),
        ({"AUDITOR_HEADER": "User-Agent: s3cret"}, "User-Agent is not for you to set"),
        ({"AUDITOR_COOKIE": "s3cret"}, "not of the form name=value"),
    ],
)
def test_what_is_wrong_with_a_secret_is_said_without_it(environ, words):
    with pytest.raises(ConfigError) as caught:
        load(None, environ=environ)
    assert words in str(caught.value)
    assert "s3cret" not in str(caught.value)


def test_headers_from_the_environment_come_one_a_line():
    settings = load(None, environ={"AUDITOR_HEADER": "X-A: 1, 2\nX-B: 3", "AUDITOR_TRACEBACK": "1"})
    assert [value.get_secret_value() for value in settings.header] == ["X-A: 1, 2", "X-B: 3"]


@pytest.mark.parametrize(
    "target", ["https://me:s3cret@example.com/", "me:s3cret@example.com", "http://s3cret@x.example"]
)
def test_a_password_in_the_address_is_refused_and_not_repeated(target):
    with pytest.raises(TargetError, match="--auth") as caught:
        resolve(target, Settings(contact="a@b.example"))
    assert "s3cret" not in str(caught.value)


def test_a_secret_that_is_an_ordinary_word_does_not_blot_out_the_copy():
    access = Access(Settings(auth="acme:acme", cookie=("lang=en",)), "https://a.example/")
    assert access.hide(b"Acme pumps by acme speak en") == b"Acme pumps by acme speak en"
    assert b"acme:acme" not in access.hide(b"curl -u acme:acme")
