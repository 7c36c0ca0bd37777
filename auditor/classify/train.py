"""``auditor model train``: from labelled units to the weights that ship (training time only, extra ``train``).

Steps, each kept in the work folder so that a stopped run goes on where it was:

1. the encoder learns from the gold units of all but one fold of vendors, then from these with the project's corpus and
   the extra labels, then from all of these with the unlabelled copy of the same vendors, whose targets are the mixed
   probabilities of itself and the linear model so far (self-training); its predictions on the fold left out, and the
   linear model's, carry calibration, settling, lifts, thresholds, confusion and the share correction;
2. that network goes on for a short stage, at a lower rate, on the fold left out and as much again of the rest, and is
   exported to ONNX with eight-bit weights: what ships has seen a little more than what was measured;
3. the linear model learns from everything, and from the network's probabilities of the unlabelled copy (distillation);
4. ``meta.json`` and the card.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from auditor.classify.calibrate import confusion_counts, fit_decision, macro_f1
from auditor.classify.dataset import (
    LABELS,
    Example,
    folds,
    pages_of,
    read_examples,
    read_joined,
    read_records,
    vendor_of,
)
from auditor.classify.decision import Decision
from auditor.classify.inputs import item_of_record
from auditor.classify.linear import LinearModel
from auditor.classify.measure import LEAST_UNITS
from auditor.classify.packs import MODELS
from auditor.classify.settle import Settling, fields
from auditor.classify.shares import ShareModel
from auditor.model import Item

Floats = npt.NDArray[np.float32]
CORPUS = MODELS.parent / "corpus"
EXTRA = MODELS.parent / "labels"


# Labels for which the cheap model answers alone when it is this sure: on held-out copy that loses nothing.
CASCADE = {"labels": ["policy", "other"], "least": 0.8}


@dataclass(frozen=True, slots=True)
class Stage:
    """One stretch of the encoder's training: on what, for how long, how fast."""

    name: str
    data: str
    epochs: float
    rate: float
    head_rate: float
    taught: bool = False
    """Also on unlabelled copy of the same vendors, with the probabilities of the network so far."""


STAGES = (
    Stage("gold", "gold without the fold", 3.0, 1.2e-4, 1.5e-3),
    Stage("mixed", "everything without the fold", 1.7, 7e-5, 4e-4),
    Stage("taught", "everything without the fold", 2.2, 7e-5, 3e-4, taught=True),
    Stage("last", "the fold and as much again", 0.95, 4e-5, 1.5e-4),
)


@dataclass(slots=True)
class Sources:
    """What to learn from: the gold folder (may be none: then the project's corpus alone), corpus and extra labels."""

    gold: Path | None = None
    corpus: bool = True
    extra: bool = True
    seed: int = 13
    hold: int = 0
    stages: tuple[Stage, ...] = STAGES
    notes: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Material:
    """Examples read: gold (cross-validated) and what is only ever trained on."""

    gold: list[Example]
    added: list[Example]
    unlabelled: list[dict[str, Any]]
    digests: dict[str, str]


def digest_of(path: Path) -> str:
    """A short content hash of a data file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def gather(sources: Sources) -> Material:
    """Read everything that the sources name."""
    paths: list[Path] = []
    gold: list[Example] = []
    added: list[Example] = []
    unlabelled: list[dict[str, Any]] = []
    if sources.corpus:
        for path in sorted(CORPUS.glob("*.jsonl")):
            added += read_examples(path, "corpus")
            paths.append(path)
    if sources.gold is not None:
        gold = read_examples(sources.gold / "train.jsonl", "gold")
        paths.append(sources.gold / "train.jsonl")
        texts = sources.gold / "unlabelled.jsonl"
        if texts.exists():
            unlabelled = read_records(texts)
            paths.append(texts)
            if sources.extra:
                labels = sorted(EXTRA.glob("*.jsonl"))
                added += read_joined(texts, labels, "extra")
                paths += labels
    else:
        gold, added = added, []
    return Material(gold, added, unlabelled, {path.name: digest_of(path) for path in paths})


TAUGHT_WEIGHT = 1.5
"""What a unit that the encoder labelled is worth to the linear model beside one that was read. On held-out vendors macro-F1
was 0.544 without such units, 0.562 with a weight of 0.7 and 0.569 with 1.5."""


def unlabelled_of(material: Material) -> list[dict[str, Any]]:
    """The records of the unlabelled copy whose label is not known from the extra labels."""
    known = {example.id for example in material.added} | {example.id for example in material.gold}
    return [record for record in material.unlabelled if record["id"] not in known]


def fit_linear(
    examples: Sequence[Example],
    taught: Sequence[Item] = (),
    lessons: Floats | None = None,
    *,
    penalty: float = 0.4,
) -> tuple[Floats, Floats]:
    """Table and bias of the linear model, from read examples and from items that a teacher gave probabilities."""
    from auditor.classify.train_linear import class_weights, fit, matrix, one_hot

    soft = one_hot([example.label for example in examples], [example.second for example in examples])
    items = [example.item for example in examples]
    weights = class_weights(soft, 0.5)
    if lessons is not None and len(taught):
        items += taught
        soft = np.concatenate([soft, lessons])
        weights = np.concatenate([weights, TAUGHT_WEIGHT * class_weights(lessons, 0.5)])
    table, bias = fit(matrix(items), soft, weights=weights, penalty=penalty)
    return table, bias


def linear_logits(
    examples: Sequence[Example], items: Sequence[Item], taught: Sequence[Item] = (), lessons: Floats | None = None
) -> Floats:
    """Logits for items of a linear model that learnt from the examples (and from a teacher)."""
    from auditor.classify.train_linear import matrix

    table, bias = fit_linear(examples, taught, lessons)
    found: Floats = (matrix(list(items)) @ table + bias).astype(np.float32)
    return found


def linear_held_out(material: Material, lessons: Floats | None = None) -> Floats:
    """Out-of-fold logits of the linear model for every gold unit: nothing of a fold's vendors is learnt from for it.

    ``lessons`` are a teacher's probabilities for :func:`unlabelled_of`. The teacher has met the labels of all folds but
    one, so that for the others these logits are a little too good; thresholds need more units than one fold has.
    """
    everything = [*material.gold, *material.added]
    dealt = folds(material.gold)
    fold = np.array([dealt.get(example.vendor, -1) for example in material.gold])
    bare = unlabelled_of(material) if lessons is not None else []
    spare = [item_of_record(record) for record in bare]
    home = np.array([dealt.get(vendor_of(str(record["site"])), -1) for record in bare])
    logits = np.zeros((len(material.gold), len(LABELS)), dtype=np.float32)
    for number in sorted(set(dealt.values())):
        logits[fold == number] = linear_logits(
            [example for example in everything if dealt.get(example.vendor, -1) != number],
            [example.item for example in material.gold if dealt[example.vendor] == number],
            [item for item, place in zip(spare, home, strict=True) if place != number],
            None if lessons is None else lessons[home != number],
        )
    return logits


def mode_meta(
    names: Sequence[str], logits: Sequence[npt.NDArray[Any]], held: Sequence[Example]
) -> tuple[dict[str, Any], Decision]:
    """The part of ``meta.json`` about one mode, from held-out logits of its models."""
    truth = np.array([example.label for example in held], dtype=np.int64)
    natural = np.array([example.sample == "natural" for example in held])
    decision = fit_decision(logits, truth, natural)
    alone = decision.probabilities(logits)
    settling, field = fit_settling(alone, decision, truth, natural, held)
    found = settling.decision.probabilities([np.log(np.maximum(alone, 1e-6)), field])
    guess = settling.decision.choose(found)
    table = confusion_counts(truth[natural], guess[natural])
    rates = (table + 1e-3) / (table + 1e-3).sum(axis=1, keepdims=True)
    by_site: dict[str, list[int]] = defaultdict(list)
    for row in np.flatnonzero(natural):
        by_site[held[int(row)].site].append(int(row))
    rows = [by_site[site] for site in sorted(by_site) if len(by_site[site]) >= LEAST_UNITS]
    tallies = [[np.bincount(part[row], minlength=len(LABELS)).tolist() for row in rows] for part in (truth, guess)]
    meta = {
        "models": list(names),
        "decision": decision.stored(),
        "settling": settling.stored(),
        "confusion": [[round(float(value), 5) for value in row] for row in rates],
        "confusion_counts": [[int(value) for value in row] for row in table],
        "shares": ShareModel.fit(*tallies).stored(),
        "held_out": {
            "units": len(held),
            "natural": int(natural.sum()),
            "vendors": len({example.vendor for example in held}),
            "macro_f1": round(macro_f1(truth, guess), 4),
            "macro_f1_alone": round(macro_f1(truth, decision.choose(alone)), 4),
        },
    }
    return meta, decision


def fit_settling(
    alone: npt.NDArray[np.float64],
    decision: Decision,
    truth: npt.NDArray[np.int64],
    natural: npt.NDArray[np.bool_],
    held: Sequence[Example],
) -> tuple[Settling, npt.NDArray[np.float64]]:
    """The settling fitted on held-out units (their pages are what of them is labelled), and the field it was fitted on."""
    usual = alone[natural].mean(axis=0)
    field = np.zeros_like(alone)
    for rows in pages_of(held).values():
        field[rows] = fields([held[row].item for row in rows], alone[rows], usual)
    second = fit_decision([np.log(np.maximum(alone, 1e-6)), field], truth, natural, before=decision.bias, alone=alone)
    return Settling(tuple(float(value) for value in usual), second), field


def counts_of(examples: Sequence[Example]) -> dict[str, int]:
    """How many units of each source."""
    return {source: sum(example.source == source for example in examples) for source in ("gold", "corpus", "extra")}


def write_meta(
    folder: Path, modes: dict[str, Any], material: Material, notes: dict[str, Any], taught: tuple[int, int] = (0, 0)
) -> Path:
    """Write ``meta.json``: what the weights are, what they were trained on, how logits become judgements.

    ``taught``: how many unlabelled units the encoder and the linear model learnt from.
    """
    counts = counts_of([*material.gold, *material.added])
    meta = {
        "labels": [label.value for label in LABELS],
        "modes": modes,
        "trained_on": {
            "units": {
                name: {**counts, "taught": number}
                for name, number in zip(("encoder.onnx", "fast.npz"), taught, strict=True)
            },
            "digests": material.digests,
        },
        "notes": notes,
    }
    path = folder / "meta.json"
    path.write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
    return path


def _encoder_stage(
    examples: Sequence[Example], recipe: Any, folder: Path, *, start: Path | None, taught: Sequence[Any] = (), log: Any
) -> Any:
    """One stage of the encoder's training, read back from the work folder if it is already there."""
    import torch

    from auditor.classify.train_encoder import build, train

    weights = folder / "weights.pt"
    if (folder / "done").exists():
        network = build(recipe)
        network.load_state_dict(torch.load(weights, weights_only=True))
        return network
    folder.mkdir(parents=True, exist_ok=True)
    network = train(examples, recipe, start=start, taught=taught, save=weights, log=log)
    (folder / "done").touch()
    return network


def item_logits(network: Any, items: Sequence[Item]) -> Floats:
    """Logits of a trained network for items, in order."""
    from tokenizers import Tokenizer

    from auditor.classify.train_encoder import base_folder, predict, tokenise

    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    found: Floats = predict(network, tokenise(items, tokenizer))
    return found


def last_stage(everything: Sequence[Example], dealt: dict[str, int], sources: Sources) -> list[Example]:
    """The units of the held-out vendors, and about as many drawn from the rest so that nothing is unlearnt."""
    fresh = [example for example in everything if dealt.get(example.vendor, -1) == sources.hold]
    rest = [example for example in everything if dealt.get(example.vendor, -1) != sources.hold]
    random.Random(sources.seed).shuffle(rest)  # noqa: S311 a seeded shuffle, not a secret
    return fresh + rest[: len(fresh) + 100]


def train_all(sources: Sources, work: Path, out: Path | None = None, *, log: Any = print) -> Path:
    """Every step; weights and ``meta.json`` are written to ``out`` (default: where they ship), checkpoints to ``work``."""
    from auditor.classify.export import export
    from auditor.classify.train_encoder import Recipe, Taught

    folder = out or MODELS / "en"
    folder.mkdir(parents=True, exist_ok=True)
    material = gather(sources)
    dealt = folds(material.gold)
    held = [example for example in material.gold if dealt[example.vendor] == sources.hold]
    everything = [*material.gold, *material.added]
    data = {
        "gold without the fold": [e for e in material.gold if dealt[e.vendor] != sources.hold],
        "everything without the fold": [e for e in everything if dealt.get(e.vendor, -1) != sources.hold],
        "the fold and as much again": last_stage(everything, dealt, sources),
    }
    asked = [example.item for example in held]
    bare = unlabelled_of(material)
    spare = [item_of_record(record) for record in bare]
    there = np.array([dealt.get(vendor_of(str(record["site"])), -1) != sources.hold for record in bare], dtype=bool)
    mine = [item for item, used in zip(spare, there, strict=True) if used]
    # The linear model, and with unlabelled copy the teacher, know nothing of the vendors that are held out.
    linear = linear_logits(data["everything without the fold"], [*asked, *spare])
    network, start, logits, lessons = None, None, linear[: len(held)], None
    for stage in sources.stages:
        recipe = Recipe(seed=sources.seed, epochs=stage.epochs, rate=stage.rate, head_rate=stage.head_rate)
        taught: list[Taught] = []
        if stage.taught and lessons is not None:
            taught = [Taught(item, tuple(p)) for item, p in zip(mine, lessons[there].tolist(), strict=True)]
        folder_of = work / stage.name
        network = _encoder_stage(data[stage.data], recipe, folder_of, start=start, taught=taught, log=log)
        start = folder_of / "weights.pt"
        if stage.data.endswith("without the fold"):
            logits = item_logits(network, asked)
            if bare:
                decision = Decision.read(mode_meta(["", ""], [logits, linear[: len(held)]], held)[0]["decision"])
                lessons = decision.probabilities([item_logits(network, spare), linear[len(held) :]]).astype(np.float32)
    export(network, folder / "encoder.onnx")
    held_linear = linear_held_out(material, lessons)
    rows = [row for row, example in enumerate(material.gold) if dealt[example.vendor] == sources.hold]
    LinearModel.save(folder / "fast.npz", *fit_linear(everything, spare, lessons))
    default, _ = mode_meta(["encoder.onnx", "fast.npz"], [logits, held_linear[rows]], held)
    fast, _ = mode_meta(["fast.npz"], [held_linear], material.gold)
    default["cascade"] = {**CASCADE, "decision": fast["decision"]}
    taught_units = (len(mine) if any(stage.taught for stage in sources.stages) else 0, len(spare))
    return write_meta(folder, {"default": default, "fast": fast}, material, dict(sources.notes), taught_units)
