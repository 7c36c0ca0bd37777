"""Bombs, giants, redirects into the private network and broken TLS: real servers, and every good page still there."""

import datetime
import gzip
import socket
import ssl
import zlib

import brotli
import pytest
from backports import zstd

from auditor.errors import PrivateAddress, Unreachable
from auditor.model import SkipReason
from tests.crawl.conftest import Server, page

HTML = {"content-type": "text/html"}
NOTHING = b"\0" * 30_000_000


def packed(kind, body):
    return 200, {**HTML, "content-encoding": kind}, body


def giant(length):
    """A page of 200 MB, with and without its length."""

    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        if length:
            handler.send_header("Content-Length", "200000000")
        handler.end_headers()
        handler.close_connection = True
        for _ in range(2_000):
            handler.wfile.write(b"<p>more</p>" * 9_100)

    return answer


def test_bombs_and_giants_are_left_out_by_name_and_every_good_page_is_kept(server, crawler):
    raw = zlib.compressobj(1, zlib.DEFLATED, -15)
    large = {
        "/gzip": packed("gzip", gzip.compress(NOTHING, 1)), "/deflate": packed("deflate", zlib.compress(NOTHING, 1)),
        "/raw": packed("deflate", raw.compress(NOTHING) + raw.flush()), "/br": packed("br", brotli.compress(NOTHING, quality=1)),
        "/zstd": packed("zstd", zstd.compress(NOTHING)), "/nested": packed("br, gzip", gzip.compress(brotli.compress(NOTHING, quality=1))),
        "/giant": giant(True), "/endless-giant": giant(False),
    }  # fmt: skip
    odd = {"/odd": packed("x-unheard-of", b"<p>some bytes</p>")}
    good = {f"/good{n}": page(f"good {n}") for n in range(3)}
    good["/really-br"] = packed("br", brotli.compress(page("brotli").encode()))
    good["/really-zstd"] = packed("zstd", zstd.compress(page("zstandard").encode()))
    server.pages = {"/": page("home", *large, *odd, *good), **large, **odd, **good}
    result = crawler(server.url, max_page_bytes=1_000_000)
    assert result.judged == {""} | {name[1:] for name in good}
    assert result.skips == dict.fromkeys(large, SkipReason.TOO_LARGE) | dict.fromkeys(odd, SkipReason.NOT_HTML)
    assert "x-unheard-of" in result.detail("/odd")
    assert result.adds_up()


def test_no_redirect_reaches_a_private_address_however_it_is_spelt(server, other_server, crawler):
    port = other_server.port
    other_server.pages = {"*": page("secret")}
    private = [
        f"http://127.0.0.1:{port}/", f"http://localhost:{port}/", f"http://2130706433:{port}/", f"http://0x7f.1:{port}/",
        f"http://0177.0.0.1:{port}/", f"http://[::ffff:127.0.0.1]:{port}/", f"http://[::ffff:7f00:1]:{port}/",
        f"http://[::1]:{port}/", f"http://[64:ff9b::7f00:1]:{port}/", f"https://127.0.0.1:{port}/", "http://169.254.169.254/latest/",
        "http://[fd00:ec2::254]/", "http://metadata.google.internal/", "http://10.0.0.1/", "http://192.168.0.1/router",
        f"http://127.0.0.1.:{port}/", f"http://127.1:{port}/", f"//127.0.0.1:{port}/x", f"http://a@127.0.0.1:{port}/",
    ]  # fmt: skip
    other = ["file:///etc/passwd", "ftp://127.0.0.1/", "javascript:alert(1)", "data:text/html,x", "gopher://127.0.0.1/"]
    hops = {f"/to{n}": (302, {"location": url}, "") for n, url in enumerate([*private, *other])}
    meta = {f"/meta{n}": f"<meta http-equiv=refresh content='0;url={url}'>" for n, url in enumerate(private)}
    server.pages = {"/": page("home", *hops, *meta, "/good"), **hops, **meta, "/good": page("good")}
    result = crawler(server.url)
    assert result.judged == {"", "good"}
    assert other_server.asked == []
    names = [f"/to{n}" for n in range(len(private))] + list(meta)
    assert {result.skips[name] for name in names} == {SkipReason.PRIVATE}
    assert {result.skips[f"/to{len(private) + n}"] for n in range(len(other))} == {SkipReason.HTTP_ERROR}


@pytest.mark.parametrize(
    "there", ["http://127.0.0.1:{}/", "http://[::ffff:127.0.0.1]:{}/", "http://169.254.169.254/{}"]
)
def test_a_public_site_does_not_lead_to_a_private_one_even_with_leave(server, other_server, crawler, there):
    # the proxy stands for the public network
    server.pages = {"http://shop.example/": (302, {"location": there.format(other_server.port)}, "")}
    with pytest.raises(PrivateAddress, match="no public address"):
        crawler("http://shop.example/", proxy=server.url, contact="a@b.example", delay=0, allow_private=True)
    assert other_server.asked == []


@pytest.fixture
def secure(tmp_path):
    """Makes a server with a certificate: (server, PEM file of who signed it)."""
    x509 = pytest.importorskip("cryptography.x509")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    made = []

    def make(name="localhost", days=1):
        key = ec.generate_private_key(ec.SECP256R1())
        own = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        now = datetime.datetime.now(datetime.UTC)
        builder = x509.CertificateBuilder().subject_name(own).issuer_name(own).public_key(key.public_key())
        builder = builder.serial_number(1).not_valid_before(now - datetime.timedelta(days=9))
        builder = builder.not_valid_after(now + datetime.timedelta(days=days))
        builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        public = builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
        pem, both = tmp_path / "ca.pem", tmp_path / "server.pem"
        pem.write_bytes(public)
        form = serialization.PrivateFormat.PKCS8
        both.write_bytes(public + key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption()))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(both)
        server = Server("localhost")
        server.http.socket = context.wrap_socket(server.http.socket, server_side=True)
        server.url = server.url.replace("http:", "https:")
        made.append(server)
        return server, str(pem)

    yield make
    for server in made:
        server.close()


@pytest.mark.parametrize("wrong", [{"days": -1}, {"name": "elsewhere.example"}])
def test_an_expired_certificate_or_one_for_another_name_is_not_trusted(secure, crawler, wrong):
    server, authority = secure(**wrong)
    server.pages = {"*": page("secret")}
    with pytest.raises(Unreachable, match="certificate cannot be trusted") as caught:
        crawler(server.url, ca_file=authority)
    assert "ca_file" in str(caught.value)
    assert server.asked == []


def test_a_server_that_never_finishes_its_handshake_is_given_up(crawler):
    silent = socket.create_server(("127.0.0.1", 0))  # the kernel connects, and nobody says anything
    with silent, pytest.raises(Unreachable, match="no answer within 1 s"):
        crawler(f"https://127.0.0.1:{silent.getsockname()[1]}/", timeout=1)
