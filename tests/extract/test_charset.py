"""Bytes to text by the best evidence."""

import codecs

import pytest

from tests.extract.pages import read, texts

WORDS = "Café für Gäste – “immer” offen"


def page(text: str, encoding: str, meta: str = "", header: str = "text/html") -> tuple[list[str], str]:
    declared = f'<meta charset="{meta}">' if meta else ""
    found = read(
        f"<html><head>{declared}</head><body><p>{text}</p></body></html>".encode(encoding), content_type=header
    )
    return texts(found), found.charset


@pytest.mark.parametrize(
    ("encoding", "meta", "header"),
    [
        ("utf-8", "", "text/html"),
        ("utf-8", "utf-8", "text/html; charset=utf-8"),
        ("utf-8", "iso-8859-1", "text/html"),
        ("utf-8", "utf-8", "text/html; charset=ISO-8859-1"),
        ("windows-1252", "windows-1252", "text/html"),
        ("windows-1252", "", "text/html; charset=windows-1252"),
        ("windows-1252", "", "text/html"),
        ("windows-1252", "utf-8", "text/html; charset=utf-8"),
        ("windows-1252", "no-such-set", "text/html; charset=idna"),
    ],
)
def test_the_text_is_read_whatever_is_claimed(encoding: str, meta: str, header: str) -> None:
    assert page(WORDS, encoding, meta, header)[0] == [WORDS]


def test_a_declared_encoding_is_believed_where_the_bytes_are_not_utf8() -> None:
    assert page("Чистим трубы", "windows-1251", meta="windows-1251") == (["Чистим трубы"], "cp1251")
    assert page("Чистим трубы", "koi8-r", header="text/html; charset=koi8-r") == (["Чистим трубы"], "koi8-r")
    assert page("屋根を直します", "shift_jis", meta="Shift_JIS") == (["屋根を直します"], "shift_jis")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_settles_it(encoding: str) -> None:
    assert page(WORDS, encoding, header="text/html; charset=windows-1252")[0] == [WORDS]


def test_sixteen_bits_without_a_mark_are_noticed() -> None:
    body = f"<html><body><p>{WORDS}</p></body></html>"
    for encoding in ("utf-16-le", "utf-16-be"):
        assert texts(read(body.encode(encoding))) == [WORDS]


def test_windows_quotation_marks_pasted_into_utf8_are_mended() -> None:
    body = "<p>Grüße, ".encode() + b"\x93quoted\x94" + "</p><p>Größe öfter über Äpfel</p>".encode()
    assert texts(read(body)) == ["Grüße, “quoted”", "Größe öfter über Äpfel"]


def test_bytes_that_are_no_text_do_not_stop_the_reading() -> None:
    assert texts(read(b"<p>Fast\x00 work\x01\x02</p>\xff\xfe<p>Fair prices</p>"))[0].startswith("Fast")
    read(codecs.BOM_UTF16_LE + b"\xd8\x00\xd8")
    assert read(b"").units == ()
