"""Whether a page can be judged from what the server sent."""

from __future__ import annotations

import re
from typing import Any

from auditor.extract.tree import Walked
from auditor.model import Readable

SHELL_WORDS = 25
"""Words of copy under which a page that scripts build counts as not readable without a browser."""
_ROOTS = "root app __next __nuxt ___gatsby svelte main-app react-root ember-app application wix-app SITE_CONTAINER q-app".split()
_ENABLE = re.compile(
    r"(?:enable|requires?|turn on|activate|without)\s+java\s?script|java\s?script\s+(?:is\s+)?(?:disabled|required|enabled|to run)",
    re.I,
)
_BLOCKED = re.compile(
    r"checking (?:your browser|if the site connection is secure)|verify(?:ing)? (?:that )?you are (?:a )?human|attention required|are you a robot"
    r"|access (?:to this page has been )?denied|request (?:was )?(?:blocked|unsuccessful)|unusual traffic|security check to access|captcha|ddos protection"
    r"|you have been blocked|403 forbidden|just a moment\.\.\.|bot (?:detection|verification)|performance & security by cloudflare",
    re.IGNORECASE,
)
_MISSING = re.compile(
    r"^\W*(?:error\W*)?404\s*(?:$|[-|:\u2013\u2014]|error\b|not\b|page\b)|\b404 (?:error|not found|page)|\b(?:page|file) (?:was |is |could |can)?\W?not (?:be )?found\b"
    r"|\b(?:page|file) (?:does not|doesn.?t|no longer) exists?\b",
    re.IGNORECASE,
)
_REDIRECTING = re.compile(
    r"redirect(?:ing|ed)|(?:page|site|website) (?:has|was) (?:been )?moved|moved (?:permanently|to)|if you are not (?:automatically )?(?:redirected|forwarded)|click here (?:to continue|if)",
    re.IGNORECASE,
)
_SCRIPTED = re.compile(
    r"(?:window\.|document\.|self\.|top\.)?location(?:\.href|\.replace\s*\(|\.assign\s*\(|\s*=)", re.IGNORECASE
)
_SIGN_IN = re.compile(r"sign in|log ?in|password|member(?:s)? only|authenticate", re.IGNORECASE)


def decide(
    root: Any, copy: str, words: int, all_words: int, walked: Walked, title: str, status: int, refresh: str, delay: int
) -> Readable:
    """Whether a page can be judged. ``copy`` is its copy in one string, ``words`` its words, ``all_words`` with menus."""
    refused = status in (401, 403, 429, 503) and words < 120
    challenged = _BLOCKED.search(title) is not None or (all_words < 120 and _BLOCKED.search(copy) is not None)
    if words < 220 and all_words < 400 and (refused or challenged):
        return Readable.BLOCKED
    if words < 120 and _MISSING.search(title):
        return Readable.MISSING
    if words < 60:
        if refresh and delay <= 10:
            return Readable.STUB
        if words < 40 and (_REDIRECTING.search(title) or _REDIRECTING.search(copy)) and not root.xpath("//h2"):
            return Readable.STUB
    scripts = walked.scripts
    if words < 150 and walked.passwords:
        return Readable.LOGIN
    if words < SHELL_WORDS:
        if scripts and _is_shell(root, all_words, scripts):
            return Readable.SHELL
        if all_words < 15 and any(_SCRIPTED.search(script or "") for script in root.xpath("//script/text()")[:20]):
            return Readable.STUB
        if words < 3:
            return Readable.SHELL if scripts >= 2 and all_words < 10 else Readable.EMPTY
    if words < 60 and _SIGN_IN.search(title) and root.xpath("//form"):
        return Readable.LOGIN
    return Readable.YES


def _is_shell(root: Any, all_words: int, scripts: int) -> bool:
    """Whether scripts are meant to build the page: an empty mounting point, or a plea to enable JavaScript."""
    for element in root.xpath("//noscript")[:10]:
        if _ENABLE.search(_noscript(element)):
            return True
    for identity in _ROOTS:
        for element in root.xpath("//*[@id=$identity]", identity=identity):
            if len("".join(element.itertext()).split()) < SHELL_WORDS:
                return True
    if root.xpath("//app-root | //*[@ng-app] | //*[@data-reactroot] | //*[@ng-version]"):
        return True
    return all_words < 10 and scripts >= 3


def _noscript(element: Any) -> str:
    """The text of a ``<noscript>``: parsers give its content as elements, or as one string of markup."""
    text = " ".join(element.itertext())
    if "<" in text:
        from bs4 import BeautifulSoup

        text = BeautifulSoup(text[:20_000], "lxml").get_text(" ")
    return text
