"""The whole crawl, in its own process, against real servers that behave and that do not."""

import gzip
import itertools
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

from auditor.crawl import Kept, Target, crawl, parent, resolve
from auditor.crawl import settings as scrapy_settings
from auditor.errors import ConfigError, NotHtml, OutputError, RobotsRefuse, TargetError, Unreachable
from auditor.model import SkipReason
from auditor.settings import Settings
from auditor.snapshots import SnapshotStore
from tests.crawl import spy, standin
from tests.crawl.conftest import Crawler, Server, page

HTML = {"content-type": "text/html"}
LINUX = pytest.mark.skipif(not Path("/proc/self/net/tcp").exists(), reason="reads /proc")


def slow_body(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.1)


def never(handler):
    time.sleep(30)


def half(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(b"<html><p>half of it")
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


def short_of_its_length(handler):
    body = page("short of its length").encode()
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", str(len(body) + 50))
    handler.end_headers()
    handler.wfile.write(body)
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


def hang_up(handler):
    handler.connection.shutdown(socket.SHUT_RDWR)


def garbage(handler):
    handler.wfile.write(b"\x00\x01 this is not HTTP at all\r\n\r\n")
    handler.close_connection = True


def bad_chunks(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"5\r\n<html\r\nzzzz\r\nnonsense")
    handler.wfile.flush()
    handler.close_connection = True


def endless(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    handler.close_connection = True
    for _ in range(500):
        handler.wfile.write(b"<p>more</p>" * 1000)


def bomb(level):
    body = b"<html>" + b"\0 " * 5_000_000
    for _ in range(level):
        body = gzip.compress(body)
    return 200, {**HTML, "content-encoding": ", ".join(["gzip"] * level)}, body


class Flaky:
    """Fails twice, then answers."""

    def __init__(self, status, **headers):
        self.status, self.headers, self.times = status, headers, []

    def __call__(self, handler):
        self.times.append(time.monotonic())
        if len(self.times) < 3:
            handler.reply(self.status, {"Retry-After": "1"} if self.status == 503 else {}, b"")
        else:
            handler.reply(200, HTML, page(f"recovered from {self.status}").encode())


def test_every_fault_is_survived_and_every_good_page_kept(server, crawler):
    busy, limited = Flaky(500), Flaky(503)
    faults = {
        "/slow-body": slow_body,
        "/never": never,
        "/half": half,
        "/hang-up": hang_up,
        "/garbage": garbage,
        "/bad-chunks": bad_chunks,
        "/endless": endless,
        "/bomb": bomb(1),
        "/double-bomb": bomb(2),
        "/declared-large": (200, {**HTML, "content-length": "900000000"}, b"<html>"),
        "/corrupt-gzip": (200, {**HTML, "content-encoding": "gzip"}, b"\x1f\x8b\x08nonsense"),
        "/loop": (302, {"location": "/loop2"}, ""),
        "/loop2": (302, {"location": "/loop"}, ""),
        "/moved": (301, {"location": "/cafÃ©"}, ""),
        "/offsite": (302, {"location": "http://elsewhere.example/"}, ""),
        "/metadata": (302, {"location": "http://169.254.169.254/"}, ""),
        "/pdf": (200, {"content-type": "application/pdf"}, b"%PDF-" + b"x" * 3_000_000),
        "/binary": (200, HTML, b"\x7fELF\0\0\0"),
        "/no": (403, HTML, "no"),
        "/gone": (410, HTML, "gone"),
    }
    good = {f"/good{n}": page(f"good {n}") for n in range(5)} | {
        "/short": short_of_its_length, "/busy": busy, "/limited": limited, "/empty": (200, HTML, ""), "/caf%C3%A9": page("found where it moved"),
        "/nul": (200, HTML, page("a NUL \0 in it" + " " * 1100)), "/latin": (200, HTML, page("é").encode("latin-1")),
        "/headers": (200, {**HTML, "X-Bad": "a" * 5000}, page("long headers")),
    }  # fmt: skip
    links = [name for pair in zip(faults, good, strict=False) for name in pair] + list(faults)[len(good) :]
    server.pages = {"/": page("home", *links), **faults, **good}
    result = crawler(server.url, timeout=2, max_page_bytes=1_000_000, concurrency=8)
    assert result.judged == {""} | {name[1:] for name in good}
    assert result.finished.complete
    assert result.adds_up()
    unreachable = ("/slow-body", "/never", "/half", "/hang-up", "/garbage", "/bad-chunks", "/corrupt-gzip")
    large = ("/endless", "/bomb", "/double-bomb", "/declared-large")
    assert result.skips == (
        dict.fromkeys(unreachable, SkipReason.UNREACHABLE)
        | dict.fromkeys(large, SkipReason.TOO_LARGE)
        | dict.fromkeys(("/loop", "/loop2", "/moved"), SkipReason.REDIRECT)
        | dict.fromkeys(("/pdf", "/binary"), SkipReason.NOT_HTML)
        | {"/offsite": SkipReason.OFFSITE, "/metadata": SkipReason.PRIVATE, "/no": SkipReason.BLOCKED}
        | {"/gone": SkipReason.HTTP_ERROR}
    )
    assert len(busy.times) == 3
    assert limited.times[1] - limited.times[0] >= 0.95, "Retry-After is respected"
    assert server.paths.count("/slow-body") == 2 * 2, "a timeout is tried again once, and so at the end of the crawl"


@LINUX
def test_nothing_listens_nothing_else_is_looked_up_and_the_user_agent_is_honest(server, crawler, tmp_path, monkeypatch):
    notes = tmp_path / "notes"
    monkeypatch.setenv("AUDITOR_TEST_NOTES", str(notes))
    cookie = {**HTML, "set-cookie": "a=b; Domain=localhost.example.com"}
    home = page("home", "/a", "http://elsewhere.example/", head="<link rel=canonical href='http://elsewhere.example/'>")
    server.pages = {"/": (200, cookie, home), "/a": (200, cookie, page("a", "/b")), "/b": page("b")}
    result = crawler(server.url.replace("127.0.0.1", "localhost"), read=spy.extract, contact="me@example.org")
    assert result.paths == ["", "a", "b"]
    lines = notes.read_text().splitlines()
    assert not [line for line in lines if line.startswith(("listen", "bind"))]
    assert {line for line in lines if line.startswith("get")} == {"getaddrinfo localhost"}
    assert {line for line in lines if line.startswith("connect")} == {f"connect ('127.0.0.1', {server.port})"}
    for _, headers in server.asked:
        assert headers["user-agent"].startswith("auditor/")
        assert headers["user-agent"].endswith("(+me@example.org)")
        assert "cookie" not in headers
        assert "referer" not in headers


def test_a_killed_crawling_process_costs_nothing(server, crawler, tmp_path, monkeypatch):
    monkeypatch.setenv("AUDITOR_TEST_NOTES", str(tmp_path / "notes"))
    server.pages = {"/": page("home", *(f"/{n}" for n in range(20)))} | {f"/{n}": page(f"page {n}") for n in range(20)}
    result = crawler(server.url, read=spy.kill_at_five)
    assert result.paths == ["", *map(str, range(20))]
    assert (result.finished.complete, result.warnings) == (True, [])
    assert result.adds_up()


def test_a_page_that_kills_its_reader_costs_that_page_alone(server, crawler):
    server.pages = {
        "/": page("home", "/a", "/killer", "/b"),
        "/a": page("a"),
        "/killer": page("KILL ME"),
        "/b": page("b"),
    }
    result = crawler(server.url, read=spy.killed_by_a_word)
    assert result.paths == ["", "a", "b"]
    assert result.skips == {"/killer": SkipReason.TOO_LARGE}
    assert result.warnings == [f"{server.url}killer was left out: reading it brings the reader down."]
    assert result.finished.complete
    assert result.adds_up()
    before = len(server.asked)
    again = crawler(server.url, read=spy.killed_by_a_word)
    assert (again.kept, again.skips) == (result.kept, result.skips)
    assert not [path for path in server.paths[before:] if path == "/killer"]
    server.pages["/"] = page("KILL ME")
    crawler.folder = crawler.folder / "second"
    with pytest.raises(NotHtml, match="brings the reader down; give the address of another page"):
        crawler(server.url, read=spy.killed_by_a_word)


@LINUX
def test_markup_that_keeps_the_parser_busy_for_hours_is_left_after_its_time(server, crawler, monkeypatch):
    monkeypatch.setattr(parent, "LONGEST_READING", 1)
    bomb = "<body><p " + " ".join(f"a{n}=1" for n in range(60_000)) + ">boom"
    server.pages = {"/": page("home", "/a", "/bomb", "/b"), "/a": page("a"), "/bomb": bomb, "/b": page("b")}
    result = crawler(server.url)
    assert result.paths == ["", "a", "b"]
    assert result.detail("/bomb") == "reading it takes more than 1 s"
    assert result.finished.complete


def test_an_interrupted_crawl_ends_soon_and_keeps_what_it_has(server, crawler):
    server.pages = {"/": page("home", "/a", "/slow", "/b"), "/a": page("a"), "/slow": never, "/b": page("b")}
    told = []

    def seen(event):
        if isinstance(event, Kept) and event.snapshot.url.endswith("/a"):
            told.append(time.monotonic())

    result = crawler(server.url, stop=lambda: bool(told), seen=seen)
    assert time.monotonic() - told[0] < 2.5
    assert result.paths == ["", "a"]
    assert not result.finished.complete
    assert result.skips == {"/slow": SkipReason.INTERRUPTED, "/b": SkipReason.INTERRUPTED}


def test_closing_the_generator_ends_the_process(server, tmp_path):
    server.pages = {"/": page("home", "/slow"), "/slow": never}
    settings = Settings()
    events = crawl(
        resolve(server.url, settings),
        settings,
        tmp_path,
        SnapshotStore(tmp_path / "s"),
        standin.extract,
        stop=lambda: False,
    )
    assert next(event for event in events if isinstance(event, Kept)).snapshot.url == server.url
    children = set(_children())
    started = time.monotonic()
    events.close()
    assert time.monotonic() - started < 2.5
    assert children
    assert not children & set(_children())


def _children() -> list[int]:
    tasks = Path("/proc/self/task")
    return [int(pid) for task in tasks.iterdir() for pid in (task / "children").read_text().split()]


@LINUX
def test_sigint_reaches_the_parent_only_and_its_death_ends_the_child(server, tmp_path):
    server.pages = {"/": page("home", "/slow"), "/slow": never}
    script = f"""
import sys, os
from pathlib import Path
from auditor.crawl import crawl, resolve
from auditor.settings import Settings
from auditor.snapshots import SnapshotStore
from tests.crawl.standin import extract
settings, folder = Settings(), Path({str(tmp_path)!r})
for event in crawl(resolve({server.url!r}, settings), settings, folder, SnapshotStore(folder), extract, stop=lambda: False):
    children = Path(f"/proc/self/task/{{os.getpid()}}/children").read_text().split()
    print(*children, flush=True)
"""
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, cwd=os.getcwd())
    assert parent.stdout is not None
    child = int(parent.stdout.readline().split()[0])
    os.kill(child, signal.SIGINT)
    time.sleep(0.3)
    assert Path(f"/proc/{child}").exists(), "the crawling process ignores Ctrl-C"
    parent.kill()
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 6
    while _alive(child) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not _alive(child), "the crawling process ends with its parent"


def _alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2][:3]
    except OSError:
        return False


def test_another_port_of_this_machine_is_another_site(server, other_server, crawler):
    other_server.pages = {"*": page("secret")}
    server.pages = {"/": page("home", "/x", other_server.url), "/x": (302, {"location": other_server.url}, "")}
    result = crawler(server.url)
    assert result.paths == [""]
    assert other_server.asked == []
    assert result.skips == {"/x": SkipReason.PRIVATE}


def test_what_cannot_be_started_is_said_in_one_sentence(server, crawler, tmp_path):
    server.pages = {"/doc.html": (200, {"content-type": "application/pdf"}, b"%PDF-")}
    with pytest.raises(Unreachable, match="answered 404; check the address"):
        crawler(server.url)
    with pytest.raises(NotHtml, match="application/pdf"):
        crawler(server.url + "doc.html")
    server.pages = {"/": page("home"), "/robots.txt": "User-agent: auditor\nDisallow: /"}
    with pytest.raises(RobotsRefuse, match=r"robots\.txt"):
        crawler(server.url)
    with pytest.raises(Unreachable, match="refused"):
        crawler("http://127.0.0.1:9/")
    with pytest.raises(ConfigError, match="--contact"):
        crawler("https://example.com/")
    with pytest.raises(Unreachable, match="no address is known"):
        crawler("https://nowhere.invalid/", contact="a@b.example")
    (tmp_path / "file").write_text("x")
    crawler.folder = tmp_path / "file" / "run"
    with pytest.raises(OutputError, match="Cannot write"):
        crawler(server.url)


def test_a_server_that_speaks_no_tls_is_named(server, crawler):
    with pytest.raises(Unreachable, match=r"no secure connection|dropped|no answer"):
        crawler(server.url.replace("http:", "https:"), timeout=1)


def test_ten_pages_a_second_are_not_asked_of_a_site_that_asks_for_rest(server, crawler):
    there = "http://shop.example"  # through a proxy: a local server, and not a site on loopback
    server.pages = {f"{there}/": page("home", "/a", "/b"), f"{there}/a": page("a"), f"{there}/b": page("b")}
    server.pages[f"{there}/robots.txt"] = "User-agent: *\nCrawl-delay: 0.4"
    times = []
    for path in (f"{there}/", f"{there}/a", f"{there}/b"):
        body = server.pages[path]
        server.pages[path] = lambda handler, body=body: (
            times.append(time.monotonic()),
            handler.reply(200, HTML, body.encode()),
        )
    assert crawler(there, proxy=server.url, contact="a@b.example", delay=0.1).paths == ["", "a", "b"]
    assert min(b - a for a, b in itertools.pairwise(times)) > 0.35


def test_a_folder_is_a_site(tmp_path, crawler):
    root = tmp_path / "Our Site"
    (root / "news").mkdir(parents=True)
    (root / "assets/img").mkdir(parents=True)
    outside = tmp_path / "secret.html"
    outside.write_text(page("secret"))
    (root / "link.html").symlink_to(outside)
    files = {
        "index.html": page(
            "home", "/about", "news/", "/missing", "/../secret.html", "a&b.html", "x.pdf", "?v=1", "saved.php", "raw"
        ),
        "about.html": page("about"),
        "news/index.html": page("news", "one.html"),
        "news/one.html": page("one"),
        "a&b.html": page("a and b"),
        "orphan.html": page("orphan", "/found.html"),
        "found.html": page("found"),
        "q?p=1.html": page("query in a name"),
        "404.html": page("not found"),
        "google0123456789abcdef.html": "google-site-verification",
        "saved.php": page("saved"),
        "raw": "no markup at all",
        "assets/img/sprite.html": page("The page cannot be found"),
        "robots.txt": "User-agent: *\nDisallow: /",
    }
    for name, text in files.items():
        (root / name).write_text(text)
    result = crawler(root)
    assert result.finished.origin == "http://our_site"
    wanted = {
        "",
        "about",
        "news/",
        "news/one.html",
        "a&b.html",
        "orphan.html",
        "found.html",
        "saved.php",
        "q%3Fp=1.html",
    }
    assert result.judged == wanted
    assert result.skips["/missing"] is SkipReason.ABSENT
    assert result.skips["/secret.html"] is SkipReason.ABSENT
    assert result.skips["/raw"] is SkipReason.NOT_HTML
    assert result.finished.robots == "none"


def test_a_folder_resumes_too(tmp_path, crawler):
    root = tmp_path / "site"
    root.mkdir()
    (root / "index.html").write_text(page("home", *(f"{n}.html" for n in range(30))))
    for n in range(30):
        (root / f"{n}.html").write_text(page(f"page {n}"))
    kept = []
    first = crawler(root, stop=lambda: len(kept) > 3, seen=kept.append)
    second = crawler(root)
    assert len(second.kept) == 31
    assert second.kept[: len(first.kept)] == first.kept


@pytest.fixture
def tls_server(tmp_path):
    import datetime
    import ssl

    x509 = pytest.importorskip("cryptography.x509")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = tmp_path / "ca.pem"
    pem.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    both = tmp_path / "server.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    both.write_bytes(pem.read_bytes() + private)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    server = Server("localhost")
    server.http.socket = context.wrap_socket(server.http.socket, server_side=True)
    server.url = server.url.replace("http:", "https:")
    yield server, pem
    server.close()


def test_a_certificate_is_verified_and_another_authority_can_be_trusted(tls_server, crawler):
    server, pem = tls_server
    server.pages = {"/": page("home", "/a"), "/a": page("a")}
    with pytest.raises(Unreachable, match="certificate cannot be trusted"):
        crawler(server.url)
    assert server.asked == []
    before = set(Path(tempfile.gettempdir()).glob("auditor-ca-*"))
    assert crawler(server.url, ca_file=str(pem)).paths == ["", "a"]
    assert set(Path(tempfile.gettempdir()).glob("auditor-ca-*")) <= before
    with pytest.raises(ConfigError, match="holds no certificate"):
        crawler(server.url, ca_file=__file__)


def test_a_proxy_is_used_and_may_be_on_this_machine(server, crawler):
    server.pages = {
        "http://shop.example/": page("home", "/a"),
        "http://shop.example/a": page("a"),
        "http://shop.example/robots.txt": "",
    }
    result = crawler("http://shop.example/", proxy=server.url, contact="a@b.example", delay=0)
    assert result.kept == ["http://shop.example/", "http://shop.example/a"]
    assert all(path.startswith("http://shop.example/") for path in server.paths)


def test_a_slow_reader_makes_the_crawl_wait_and_loses_nothing(server, crawler):
    server.pages = {"/": page("home", *(f"/{n}" for n in range(50)))} | {f"/{n}": page(f"page {n}") for n in range(50)}
    result = crawler(server.url, seen=lambda event: time.sleep(0.01))
    assert len(result.kept) == 51


def test_who_asks_for_no_pages_is_told_the_same_of_them(server, tmp_path):
    link = '<link rel="canonical" href="/oak">'
    server.pages.update(
        {"/": page("Boats", "/oak", "/copy", "/print", "/gone"), "/oak": page("Oak"), "/copy": page("Oak")}
        | {"/print": f"<html><head>{link}</head><body><p>Oak, to print</p></body></html>"}
    )
    whole = Crawler(tmp_path / "whole")(server.url)
    bare = Crawler(tmp_path / "bare")(server.url, pages=False)
    assert {event.page for event in bare.events if isinstance(event, Kept)} == {None}
    assert None not in [event.page for event in whole.events if isinstance(event, Kept)]
    assert sorted(bare.kept) == sorted(whole.kept)
    assert bare.finished == whole.finished
    assert len(bare.finished.aliases) == 2
    assert bare.skips == whole.skips


def test_two_crawls_at_once_do_not_disturb_each_other(server, other_server, tmp_path):
    from tests.crawl.conftest import Crawler

    results = {}
    for each, name in ((server, "one"), (other_server, "two")):
        each.pages = {"/": page(name, "/a"), "/a": page(name + " a")}

    def run(each, name):
        results[name] = Crawler(tmp_path / name)(each.url)

    threads = [threading.Thread(target=run, args=pair) for pair in ((server, "one"), (other_server, "two"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [results[name].paths for name in ("one", "two")] == [["", "a"], ["", "a"]]


def test_scrapys_own_command_line_finds_the_spider(server, tmp_path):
    server.pages = {"/": page("home", "/a"), "/a": page("a")}
    root, out = Path(__file__).parents[2], tmp_path / "pages.jsonl"
    scrapy = [sys.executable, "-m", "scrapy"]
    listed = subprocess.run([*scrapy, "list"], cwd=root, capture_output=True, text=True, timeout=60)
    assert listed.stdout.split() == ["site"], listed.stderr
    arguments = ["-a", f"target={server.url}", "-a", "extract=tests.crawl.standin.extract", "-a", f"output={tmp_path}"]
    done = subprocess.run(
        [*scrapy, "crawl", "site", *arguments, "-O", str(out)], cwd=root, capture_output=True, text=True, timeout=60
    )
    assert [json.loads(line)["url"] for line in out.read_text().splitlines()] == [server.url, server.url + "a"], (
        done.stderr
    )


def test_a_folder_is_named_by_what_its_pages_call_themselves(tmp_path):
    def named(name, index, sitemap="", **settings):
        root = tmp_path / name
        root.mkdir()
        (root / "index.html").write_text(index)
        (root / "sitemap.xml").write_text(sitemap)
        return resolve(str(root), Settings(**settings))

    def canonical(url):
        return page("home", head=f'<link rel="canonical" href="{url}">')

    def locs(*urls):
        return "".join(f"<url><loc>{url}</loc></url>" for url in urls)

    plain = named("plain site", page("home"))
    assert (plain.start, plain.host) == ("http://plain_site/", "plain_site")
    own = named("own", canonical("https://www.example.com/"), locs("https://example.com/a"))
    assert (own.start, own.host) == ("https://www.example.com/", "www.example.com")
    assert (
        named("listed", page("home"), locs("https://example.com/", "https://example.com/a")).start
        == "https://example.com/"
    )
    assert named("torn", canonical("https://one.example/"), locs("https://two.example/")).start == "http://torn/"
    assert (
        named("told", canonical("https://one.example/"), base_url="https://two.example").start == "https://two.example/"
    )
    assert resolve(str(tmp_path / "own" / "index.html"), Settings()).start == own.start


def test_a_copy_on_this_machine_is_kept_under_the_address_that_it_is_a_copy_of():
    target = resolve("http://127.0.0.1:8101/en/", Settings(base_url="https://www.mill.example"))
    assert (target.start, target.host, target.local) == ("http://127.0.0.1:8101/en/", "www.mill.example", True)
    assert resolve("127.0.0.1:8101", Settings()).host == "127.0.0.1_8101"


def test_a_folder_without_an_index_is_its_one_sub_folder_with_one(tmp_path):
    inner = tmp_path / "Site Files" / "public"
    inner.mkdir(parents=True)
    (inner / "index.html").write_text(page("home", "/a.html"))
    target = resolve(str(tmp_path / "Site Files"), Settings())
    assert (target.folder, target.start) == (inner, "http://public/")
    (inner / "index.html").write_text(page("home", "/public/a.html"))
    target = resolve(str(tmp_path / "Site Files"), Settings())
    assert (target.folder, target.start) == (inner.parent, "http://site_files/public/")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "empty"), ("ftp://example.com", "ftp://"), ("./nowhere", "no folder"), ("nowhere", "no folder"),
        ("http://", "not a web address"), ("http://exa mple.com/", "not a web address"), ("http://x\n.com", "control"),
    ],
)  # fmt: skip
def test_what_is_neither_an_address_nor_a_folder_is_said(name, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(TargetError, match=words):
        resolve(name, Settings(contact="a@b.example"))


def test_an_address_without_a_scheme_is_https_and_http_on_loopback(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = Settings(contact="a@b.example")
    assert resolve("Example.com", settings).start == "https://example.com/"
    assert resolve("example.com/shop/", settings).start == "https://example.com/shop/"
    assert resolve("localhost:8000", settings) == Target("localhost:8000", "http://localhost:8000/", "localhost_8000")
    assert resolve("127.0.0.1:8000/x", Settings()).start == "http://127.0.0.1:8000/x"
    assert resolve("http://[::1]:8000/", Settings()).host == "_1_8000"
    (tmp_path / "empty").mkdir()
    with pytest.raises(TargetError, match="no HTML file"):
        resolve("empty", settings)
    (tmp_path / "notes.txt").write_text("x")
    with pytest.raises(TargetError, match="not HTML"):
        resolve("notes.txt", settings)
    with pytest.raises(ConfigError, match="base-url"):
        resolve("empty", Settings(base_url="mailto:x"))
    with pytest.raises(ConfigError, match="one line"):
        resolve("https://example.com", Settings(contact="a@b.example\r\nX-Evil: 1"))


def test_only_the_crawling_process_loads_scrapy():
    code = (
        "import sys, auditor.crawl; print([name for name in ('scrapy', 'twisted', 'protego') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]", done.stderr


def test_what_scrapy_has_on_by_default_and_nobody_asked_for_is_off():
    assert scrapy_settings.REMOTE_CONTROL_ENABLED is False
    assert scrapy_settings.TELNETCONSOLE_ENABLED is False
    assert scrapy_settings.COOKIES_ENABLED is False
    assert scrapy_settings.DOWNLOAD_VERIFY_CERTIFICATES is True
    assert scrapy_settings.DOWNLOAD_MAXSIZE <= 10_000_000
    assert scrapy_settings.DOWNLOAD_TIMEOUT <= 30
    assert set(scrapy_settings.DOWNLOAD_HANDLERS_BASE) == {"http", "https"}
