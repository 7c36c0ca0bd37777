"""``auditor model worth``: from lines that readers marked to the weights that tell what is worth moving up.

Three sources, all by business, because a line is only better than the others of its site: lists written for this
project (``data/worth/lists.txt``), marks on its corpus of invented sites (``corpus.tsv``), and marks on copy of real
sites by the units' ids, without a word of it (``gold.tsv``, read where a gold folder is given). Two is a line to move
to the top, one a good line, nothing marked 0.

The weights are a ridge regression of the marks on what a line shows, each business centred on itself, so that only the
order within a business is learnt. Words have too few examples for a weight of their own each: they share one through
the encoder's word vectors, and the product of the two is what ships, one number a word. Closed form: no seed, and the
same numbers every time. Needs the extra ``train`` (onnx).
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from auditor.classify import load as classifier
from auditor.classify.inputs import item_of_record
from auditor.classify.packs import MODELS
from auditor.model import Item
from auditor.worth import NAMES, marks, words

Floats = npt.NDArray[np.float64]
DATA = MODELS.parent / "worth"
WEIGHTS = MODELS / "worth.json"
SOURCES = {"lists": 1.0, "corpus": 0.5, "gold": 4.0}
"""How much a line of each source weighs: copy of real sites most, because that is what is ranked."""

RIDGE = 600.0
MARK = 2.5
"""How much farther a mark's weight may go than that of a direction of the word vectors."""

PARTS = 100
"""Steps of one in a word's weight: it is stored as a whole number."""

KNOWN = 20_000
"""Entries of the encoder's vocabulary, the most frequent first, among which a word must be to have a weight."""

FAINTEST = 5
"""Weight, in these steps, under which a word is left out: it would change a line of ten words by less than 0.005."""

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Marked:
    """One line of a business with its mark (0, 1 or 2) and the record of it, if it has a context."""

    source: str
    business: str
    text: str
    mark: int
    item: Item


def lists() -> list[Marked]:
    """The lines written for this."""
    found, business = [], ""
    for line in (DATA / "lists.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            business = line[3:].partition(" | ")[0]
        elif line:
            found.append(Marked("lists", "lists " + business, line[2:], int(line[0]), Item(line[2:])))
    return found


def _by_id(source: str, paths: Iterable[Path], whole: bool) -> list[Marked]:
    """The marked units of files of records; ``whole``: units without a mark are 0, else left out."""
    given = dict(line.split("\t") for line in (DATA / f"{source}.tsv").read_text(encoding="utf-8").splitlines())
    found = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            mark = given.get(record["id"], "0" if whole and _read(record) else "")
            if mark:
                business = f"{source} {record['site']}"
                found.append(Marked(source, business, record["text"], int(mark), item_of_record(record)))
    return found


def _read(record: dict[str, Any]) -> bool:
    """Whether a unit of the corpus was among those that were read for marks."""
    return (
        record.get("region") not in ("nav", "overlay", None)
        and record["role"] not in ("link", "button")
        and 4 <= len(record["text"].split()) <= 45
        and not record["text"].rstrip().endswith("?")
    )


def gather(gold: Path | None) -> list[Marked]:
    """Every marked line; ``gold`` is the folder with the real sites' copy, or None."""
    found = lists() + _by_id("corpus", sorted((MODELS.parent / "corpus").glob("[abc]-*.jsonl")), whole=True)
    if gold is not None:
        found += _by_id("gold", [gold / "train.jsonl", gold / "unlabelled.jsonl"], whole=False)
    return found


def digest() -> str:
    """A short hash of the marks: the weights say which they were learnt from."""
    read = hashlib.sha256()
    for path in sorted(path for path in DATA.iterdir() if path.suffix in (".txt", ".tsv")):
        read.update(path.name.encode() + path.read_bytes().replace(b"\r\n", b"\n"))
    return read.hexdigest()[:16]


def vectors() -> dict[str, Floats]:
    """The encoder's vector of every word of its vocabulary that is written in plain letters, of mean length one."""
    import onnx
    from onnx import numpy_helper

    folder = MODELS / "en"
    graph = onnx.load(str(folder / "encoder.onnx")).graph
    stored = {one.name.rpartition(".")[2]: one for one in graph.initializer if "word_embeddings" in one.name}
    table = numpy_helper.to_array(stored["weight_small"]).astype(np.float64)
    table *= numpy_helper.to_array(stored["weight_scale"]).astype(np.float64)
    table /= np.linalg.norm(table, axis=1).mean()
    vocabulary: dict[str, int] = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    return {word: table[place] for word, place in vocabulary.items() if place < KNOWN and words(word) == [word]}


@dataclass(slots=True)
class Design:
    """Lines as numbers: the marks, then the mean of the words' vectors, each column of a like spread."""

    rows: Floats
    marks: Floats
    weights: Floats
    business: npt.NDArray[np.int64]
    spread: Floats
    scale: float
    table: dict[str, Floats]


def design(lines: Sequence[Marked]) -> Design:
    """The lines as numbers; labels are those of the fast model, which every mode has."""
    judged = classifier("fast").label([line.item for line in lines], why=False)
    seen = [marks(line.text, said.probabilities) for line, said in zip(lines, judged, strict=True)]
    marked = np.array([[one.get(name, 0.0) for name in NAMES] for one in seen])
    table = vectors()
    none = np.zeros_like(next(iter(table.values())))
    spoken = np.array(
        [
            sum((table.get(word, none) for word in said), none) / max(1, len(said))
            for said in (words(line.text) for line in lines)
        ]
    )
    spread: Floats = marked.std(axis=0) + 1e-6
    scale = float((spoken - spoken.mean(axis=0)).std())
    names = {name: place for place, name in enumerate(sorted({line.business for line in lines}))}
    return Design(
        np.hstack([MARK * marked / spread, spoken / scale]),
        np.array([float(line.mark) for line in lines]),
        np.array([SOURCES[line.source] for line in lines]),
        np.array([names[line.business] for line in lines]),
        spread,
        scale,
        table,
    )


def _centred(values: Floats, business: npt.NDArray[np.int64]) -> Floats:
    sums = np.zeros((int(business.max()) + 1, values.shape[1]))
    np.add.at(sums, business, values)
    counts = np.bincount(business, minlength=len(sums))[:, None]
    result: Floats = values - (sums / np.maximum(1, counts))[business]
    return result


def fit(known: Design, only: npt.NDArray[np.bool_]) -> Floats:
    """The weight of each column, learnt from the lines where ``only`` is true."""
    rows = _centred(known.rows[only], known.business[only])
    wanted = _centred(known.marks[only][:, None], known.business[only])[:, 0]
    heavy = rows * known.weights[only][:, None]
    gram = rows.T @ heavy + RIDGE * np.eye(rows.shape[1])
    result: Floats = np.asarray(np.linalg.solve(gram, heavy.T @ wanted), dtype=np.float64)
    return result


def measure(lines: Sequence[Marked], known: Design) -> dict[str, dict[str, float]]:
    """By source, on businesses left out of training in turn: how well a marked line stands above an unmarked one.

    ``order``: the share of pairs of a line marked 2 and one marked 0 of one business in which the first is worth more;
    ``first five``: the share of 2 among the five worth most; ``none``: of 0 among them.
    """
    worth = np.zeros(len(lines))
    for fold in range(FOLDS):
        left = known.business % FOLDS == fold
        worth[left] = known.rows[left] @ fit(known, ~left)
    found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for number in range(int(known.business.max()) + 1):
        here = known.business == number
        given, said = known.marks[here], worth[here]
        kept = found[lines[int(np.flatnonzero(here)[0])].source]
        if (given == 2).any() and (given == 0).any():
            kept["order"].append(float((said[given == 2][:, None] > said[given == 0][None]).mean()))
            best = given[np.argsort(-said, kind="stable")[:5]]
            kept["first five"].append(float((best == 2).mean()))
            kept["none"].append(float((best == 0).mean()))
    return {source: {name: float(np.mean(each)) for name, each in kept.items()} for source, kept in found.items()}


def train(gold: Path | None, out: Path = WEIGHTS, log: Callable[[str], None] = print) -> Path:
    """Learn the weights, say how well businesses left out are ranked, and write them to ``out``."""
    lines = gather(gold)
    log(f"{len(lines):,} lines of {len({line.business for line in lines})} businesses")
    known = design(lines)
    for source, figures in measure(lines, known).items():
        log(source + ": " + ", ".join(f"{name} {value:.3f}" for name, value in figures.items()))
    learnt = fit(known, np.ones(len(lines), dtype=bool))
    count = len(NAMES)
    marked = MARK * learnt[:count] / known.spread
    spoken = learnt[count:] / known.scale
    by_word = {word: round(PARTS * float(vector @ spoken)) for word, vector in known.table.items()}
    start = float(known.marks.mean() - (known.rows @ learnt).mean())
    text = json.dumps(
        {
            "about": "Learnt by auditor.worth.train: what makes a line worth moving up. One number a mark and a word.",
            "licence": "Apache-2.0",
            "digest": digest(),
            "gold": gold is not None,
            "start": round(start, 4),
            "marks": {name: round(float(value), 4) for name, value in zip(NAMES, marked, strict=True)},
            "parts": PARTS,
            "words": " ".join(f"{word} {value}" for word, value in sorted(by_word.items()) if abs(value) >= FAINTEST),
        },
        indent=0,
    )
    out.write_text(text + "\n", encoding="utf-8")
    return out
