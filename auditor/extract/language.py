"""The language of a page: what it declares, checked against the words it uses.

Single headlines have no reliable language; a page has. Declarations lose against the text where there is enough of it
(templates keep ``lang="en"`` on translated pages).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

ENOUGH = 60
"""Words of text from which the text outweighs the declaration."""

_STOP = {
    "en": "the and of to in for with is are your you our we that this on from or by can it as at be have has not all what how",
    "de": "der die das und ist nicht mit für von den dem ein eine auf sie wir ihr ihre unsere im zu auch werden sich bei oder",
    "fr": "le la les des et est une pour vous nous votre nos dans avec sur que qui pas plus du au ce sont notre par être",
    "es": "el la los las de y que en para con una por su es del se más como nuestro nuestra sus al lo son tu",
    "it": "il di che la per con una del della i gli le un è nel sono nostro nostra più alla dei anche si da non",
    "nl": "de het een en van voor met is op zijn je wij ons onze dat niet aan te uw of bij ook naar om",
    "pt": "de que e do da em para com os as um uma é por não mais nosso nossa dos das na no se você seu",
    "sv": "och att det som för med är på en av till vi den har inte din vår kan ett om du eller",
    "da": "og det at er en til af på for med de vi den du kan ikke din vores et har som",
    "no": "og det at er en til av på for med de vi den du kan ikke din vår et har som",
    "pl": "i w na z do że się nie jest to dla oraz od po jak są nasze przez lub za",
    "cs": "a v na se je že s z do pro jako jsou nebo od po za které naše",
    "fi": "ja on ei se että kun niin tai ovat myös meidän sinun mutta",
    "tr": "ve bir bu için ile da de en çok olarak daha gibi sizin",
    "ro": "și de la în cu pentru un o care este sunt pe nu mai din",
    "hu": "a az és hogy nem is egy van meg de ha vagy mint",
}
_CODES: dict[str, list[str]] = {}
for _code_, _text in _STOP.items():
    for _word in sorted(set(_text.split())):
        if len(_word) > 1:
            _CODES.setdefault(_word, []).append(_code_)
_LETTERS = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
_CODE = re.compile(r"[a-z]{2,3}(?=$|[-_,;\s])")


def decide(texts: Iterable[str], declared: Iterable[str]) -> str:
    """A two-letter code, or "" where neither the text nor the declarations (best first) tell."""
    claim = next((code for code in map(_code, declared) if code), "")
    spoken, count = _spoken(texts)
    if spoken and (count >= ENOUGH or not claim):
        return spoken
    return claim or spoken


def _code(value: str) -> str:
    """The language of a declaration such as "en-GB", "" where it is none."""
    found = _CODE.match(value.strip().lower())
    code = found[0] if found else ""
    return {"nb": "no", "nn": "no"}.get(code, code if len(code) == 2 else "")


def _spoken(texts: Iterable[str]) -> tuple[str, int]:
    """The language that a text's commonest words point to, and how many words it has."""
    whole = " ".join(texts)[:20_000]
    letters = len(whole) - whole.count(" ")
    if not letters:
        return "", 0
    foreign = len(whole) - len(whole.encode("ascii", "ignore")) > 0.15 * letters
    for code, script in _SCRIPTS if foreign else ():
        if len(script.findall(whole)) > 0.15 * letters:
            return code, letters // 3
    times = Counter(whole.lower().split())
    for token in [token for token in times if not token.isalpha()]:
        many = times.pop(token)
        for word in _LETTERS.findall(token):
            times[word] += many
    count = times.total()
    points = dict.fromkeys(_STOP, 0)
    for word in times.keys() & _CODES.keys():
        for code in _CODES[word]:
            points[code] += times[word]
    scores = sorted(((points[code], code) for code in _STOP), key=lambda pair: (-pair[0], pair[1]))
    (best, code), (second, _) = scores[0], scores[1]
    if (best >= 4 and best >= 0.05 * count and best > 1.25 * second) or (best >= 3 and second == 0):
        return code, count
    return "", count
