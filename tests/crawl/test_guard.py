import pytest
from twisted.internet.address import IPv4Address, IPv6Address

from auditor.crawl.guard import Guard, address, is_loopback, is_public, names_private
from auditor.crawl.resolving import GuardedResolver

PRIVATE = [
    "127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1",
    "::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::10.0.0.1", "2002:7f00:1::",
    "::7f00:1", "2001:db8::1", "[::1]",
]  # fmt: skip
PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]


@pytest.mark.parametrize("text", PRIVATE)
def test_an_address_that_is_not_on_the_open_internet_is_told(text):
    ip = address(text)
    assert ip is not None
    assert not is_public(ip)
    assert names_private(text)
    assert Guard("example.com", 443).admit("example.com", 443, [text]) == []


@pytest.mark.parametrize("text", PUBLIC)
def test_a_public_address_is_admitted(text):
    assert is_public(address(text))
    assert Guard("example.com", 443).admit("example.com", 443, [text]) == [text]


@pytest.mark.parametrize("text", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0x7f.1", "127.0.0.1."])
def test_loopback_in_disguise_is_recognised(text):
    assert str(address(text)) == "127.0.0.1"
    assert is_loopback(text)


@pytest.mark.parametrize("text", ["example.com", "1.2.3.4.5", "256.1.1.1.example", "1..2", "999.1.1.1"])
def test_a_name_is_not_an_address(text):
    assert address(text) is None


def test_names_that_are_plainly_local():
    for name in ("localhost", "foo.localhost", "nas.local", "intranet", "db.internal", "router.lan"):
        assert names_private(name), name
    for name in ("example.com", "localhost.example.com", "internal.example.com"):
        assert not names_private(name), name
    assert is_loopback("localhost")
    assert is_loopback("a.localhost")
    assert not is_loopback("localhost.example.com")
    assert not is_loopback("10.0.0.1")


def test_a_private_start_is_let_in_where_the_user_wrote_a_private_host():
    assert Guard("127.0.0.1", 8000).admit("127.0.0.1", 8000, ["127.0.0.1"])
    assert Guard("nas.local", 80).admit("nas.local", 80, ["192.168.1.5"])
    assert Guard("nas.local", 80).admit("nas.local", 443, ["192.168.1.5"])
    assert not Guard("127.0.0.1", 8000).admit("127.0.0.1", 9000, ["127.0.0.1"])
    assert not Guard("nas.local", 80).admit("router.lan", 80, ["192.168.1.1"])
    assert not Guard("169.254.169.254", 80).admit("169.254.169.254", 80, ["169.254.169.254"])


def test_a_public_looking_name_with_a_private_answer_needs_leave():
    guard = Guard("example.com", 443)
    assert not guard.admit("example.com", 443, ["10.0.0.1"])
    assert guard.refused == {"example.com": "10.0.0.1"}
    assert Guard("example.com", 443, allow_private=True).admit("example.com", 443, ["10.0.0.1"])


def test_a_site_that_was_public_once_never_becomes_private():
    guard = Guard("example.com", 443, allow_private=True)
    assert guard.admit("example.com", 443, ["93.184.216.34"])
    assert not guard.admit("example.com", 443, ["127.0.0.1"])
    assert not guard.admit("www.example.com", 443, ["10.0.0.1"])
    assert not guard.admit("localhost", 443, ["127.0.0.1"])
    assert guard.admit("example.com", 443, ["127.0.0.1", "93.184.216.34"]) == ["93.184.216.34"]


def test_other_private_hosts_only_with_leave_and_from_a_private_start():
    guard = Guard("127.0.0.1", 8000, allow_private=True)
    assert guard.admit("127.0.0.1", 8000, ["127.0.0.1"])
    assert guard.admit("10.0.0.1", 80, ["10.0.0.1"])


def test_the_proxy_is_the_users_own():
    assert Guard("example.com", 443, proxy=("127.0.0.1", 3128)).admit("127.0.0.1", 3128, ["127.0.0.1"])
    assert not Guard("example.com", 443, proxy=("127.0.0.1", 3128)).admit("127.0.0.1", 22, ["127.0.0.1"])


class Answers:
    """A name server that answers differently each time."""

    def __init__(self, *answers):
        self.answers = list(answers)

    def resolveHostName(self, receiver, host, port, *_):
        receiver.resolutionBegan(None)
        for text in self.answers.pop(0):
            kind = IPv6Address if ":" in text else IPv4Address
            receiver.addressResolved(kind("TCP", text, port))
        receiver.resolutionComplete()


class Receiver:
    def __init__(self):
        self.got, self.complete = [], False

    def resolutionBegan(self, _):
        self.got.clear()

    def addressResolved(self, address):
        self.got.append(address.host)

    def resolutionComplete(self):
        self.complete = True


def test_a_connection_sees_only_what_the_guard_admits_at_every_lookup():
    answers = Answers(["93.184.216.34", "10.0.0.1"], ["127.0.0.1"], ["::ffff:127.0.0.1"])
    resolver = GuardedResolver(answers, Guard("example.com", 443))
    seen = []
    for _ in range(3):
        receiver = Receiver()
        resolver.resolveHostName(receiver, "example.com", 443)
        assert receiver.complete
        seen.append(list(receiver.got))
    assert seen == [["93.184.216.34"], [], []]
