"""The language of a page: what it declares, checked against the words it uses.

Single headlines have no reliable language; a page has. Declarations lose against the text where there is enough of it
(templates keep ``lang="en"`` on translated pages), and hold where it is made of names, addresses and numbers.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

ENOUGH = 60
"""Words of text from which the text outweighs the declaration."""

DISTINCT = 5
TIMES = 2
"""Different small words of another language, and how many times those of the declared one, from which the text outweighs it.

Judgements: "de", "da", "do" and "com" stand in names and addresses of every country, and five of a language's commonest words
stand in any paragraph of it.
"""

FEWEST = 3
"""Different small words of a language under which a text is in none that is known."""

_STOP = {
    "en": "the and of to in for with is are your you our we that this on from or by can it as at be have has not all what how",
    "de": "der die das und ist nicht mit für von den dem ein eine auf sie wir ihr ihre unsere im zu auch werden sich bei oder es wie aus nach haben hat",
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
_ADDRESS = re.compile(r"@|://|\w[.]\w+[./]?$")
"""A token that is the address of a mail box or a page: "com", "de" and "no" at its end are no words."""
_BETWEEN = frozenset("da das de des di dis do dos du dus del el la le na no em van".split())
_NAMED = re.compile(rf"(?<!\w)([A-ZÀ-ÖØ-Þ]\w*[.,]?) (?:{'|'.join(sorted(_BETWEEN))})(?= [A-ZÀ-ÖØ-Þ])")
"""A small word between two with capitals that is mostly a part of a name, "Rua de Cima"."""
_CODE = re.compile(r"[a-z]{2,3}(?=$|[-_,;\s])")


def decide(texts: Iterable[str], declared: Iterable[str]) -> str:
    """A two-letter code, or "" where neither the text nor the declarations (best first) tell."""
    claim = next((code for code in map(_code, declared) if code), "")
    spoken, count, points = _spoken(texts)
    if not spoken or not claim:
        return claim or spoken
    if count < ENOUGH:
        return claim
    told, different = points.get(spoken, (count, DISTINCT))
    return spoken if different >= DISTINCT and told >= TIMES * points.get(claim, (0, 0))[0] else claim


def _code(value: str) -> str:
    """The language of a declaration such as "en-GB", "" where it is none."""
    found = _CODE.match(value.strip().lower())
    code = found[0] if found else ""
    return {"nb": "no", "nn": "no"}.get(code, code if len(code) == 2 else "")


@lru_cache(maxsize=1 << 13)
def _words(token: str) -> tuple[str, ...]:
    """The words in a token that is not one itself, none where it is an address; most tokens come back on other pages."""
    return tuple(_LETTERS.findall(token)) if _ADDRESS.search(token) is None else ()


def _spoken(texts: Iterable[str]) -> tuple[str, int, dict[str, tuple[int, int]]]:
    """The language that a text's commonest words point to, how many words it has, and how often which language's stand in it.

    ``points`` has for each language the number of its words and of its different ones; it is empty where the script tells.
    """
    whole = " ".join(texts)[:20_000]
    letters = len(whole) - whole.count(" ")
    if not letters:
        return "", 0, {}
    foreign = len(whole) - len(whole.encode("ascii", "ignore")) > 0.15 * letters
    for code, script in _SCRIPTS if foreign else ():
        if len(script.findall(whole)) > 0.15 * letters:
            return code, letters // 3, {}
    tokens = (whole.lower() if whole.isupper() else whole).split()
    times = Counter(tokens)
    if not _BETWEEN.isdisjoint(times) and any(
        token in _BETWEEN and then[0].isupper() for token, then in itertools.pairwise(tokens)
    ):
        times = Counter(_NAMED.sub(r"\1", whole).split())
    for token in [token for token in times if not token.isalpha()]:
        many = times.pop(token)
        for word in _words(token):
            times[word] += many
    count = times.total()
    points = dict.fromkeys(_STOP, (0, 0))
    # in small letters: a word with a capital may be a name's, "De Souza"
    for word in times.keys() & _CODES.keys():
        for code in _CODES[word]:
            said, different = points[code]
            points[code] = (said + times[word], different + 1)
    scores = sorted(((said, code) for code, (said, _) in points.items()), key=lambda pair: (-pair[0], pair[1]))
    (best, code), (second, _) = scores[0], scores[1]
    clear = (best >= 4 and best >= 0.05 * count and best > 1.25 * second) or (best >= 3 and second == 0)
    return (code if clear and points[code][1] >= FEWEST else ""), count, points
