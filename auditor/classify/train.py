"""``auditor model train``: from labelled units to the weights that ship (training time only, extra ``train``).

Steps, each kept in the work folder so that a stopped run goes on where it was:

1. the encoder learns from the gold units of all but one fold of vendors, then from these with the project's corpus and
   the extra labels; its predictions on the fold left out, and the linear model's out-of-fold predictions, carry
   calibration, lifts, thresholds, confusion and the share correction;
2. that network goes on for a short stage, at a lower rate, on the fold left out and as much again of the rest, and is
   exported to ONNX with eight-bit weights: what ships has seen a little more than what was measured;
3. the linear model learns from everything; with unlabelled copy also the encoder's probabilities (distillation);
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
from auditor.classify.dataset import LABELS, Example, folds, pages_of, read_examples, read_joined, read_records
from auditor.classify.decision import Decision
from auditor.classify.inputs import item_of_record
from auditor.classify.linear import LinearModel
from auditor.classify.measure import LEAST_UNITS
from auditor.classify.packs import MODELS
from auditor.classify.settle import Settling, fields
from auditor.classify.shares import ShareModel

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


STAGES = (
    Stage("gold", "gold without the fold", 3.0, 1.2e-4, 1.5e-3),
    Stage("mixed", "everything without the fold", 1.7, 7e-5, 4e-4),
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
            if sources.extra:
                labels = sorted(EXTRA.glob("*.jsonl"))
                added += read_joined(texts, labels, "extra")
                paths += labels
    else:
        gold, added = added, []
    return Material(gold, added, unlabelled, {path.name: digest_of(path) for path in paths})


def linear_held_out(material: Material, *, penalty: float = 0.4, power: float = 0.5) -> Floats:
    """Out-of-fold logits of the linear model for every gold unit."""
    from auditor.classify.train_linear import class_weights, fit, matrix, one_hot

    everything = [*material.gold, *material.added]
    features = matrix([example.item for example in everything])
    soft = one_hot([example.label for example in everything], [example.second for example in everything])
    dealt = folds(material.gold)
    # Added units of a vendor that is held out may not be learnt from either.
    fold = np.array([dealt.get(example.vendor, -1) for example in everything])
    logits = np.zeros((len(everything), len(LABELS)), dtype=np.float32)
    for number in sorted(set(dealt.values())):
        used = fold != number
        table, bias = fit(features[used], soft[used], weights=class_weights(soft[used], power), penalty=penalty)
        logits[~used] = features[~used] @ table + bias
    return logits[: len(material.gold)]


def linear_model(material: Material, path: Path, teacher: Floats | None = None, *, penalty: float = 0.4) -> None:
    """The linear model on everything; ``teacher`` holds probabilities for the unlabelled units, if there are any."""
    from auditor.classify.train_linear import class_weights, fit, matrix, one_hot

    everything = [*material.gold, *material.added]
    soft = one_hot([example.label for example in everything], [example.second for example in everything])
    items = [example.item for example in everything]
    weights = class_weights(soft, 0.5)
    if teacher is not None:
        items += [item_of_record(record) for record in material.unlabelled]
        soft = np.concatenate([soft, teacher])
        weights = np.concatenate([weights, 0.7 * class_weights(teacher, 0.5)])
    table, bias = fit(matrix(items), soft, weights=weights, penalty=penalty)
    LinearModel.save(path, table, bias)


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
    folder: Path,
    modes: dict[str, Any],
    material: Material,
    notes: dict[str, Any],
    encoder: Sequence[Example] = (),
) -> Path:
    """Write ``meta.json``: what the weights are, what they were trained on, how logits become judgements."""
    everything = [*material.gold, *material.added]
    counts = {"encoder.onnx": counts_of(encoder), "fast.npz": counts_of(everything)}
    meta = {
        "labels": [label.value for label in LABELS],
        "modes": modes,
        "trained_on": {"units": counts, "digests": material.digests},
        "notes": notes,
    }
    path = folder / "meta.json"
    path.write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
    return path


def _encoder_stage(examples: Sequence[Example], recipe: Any, folder: Path, *, start: Path | None, log: Any) -> Any:
    """One stage of the encoder's training, read back from the work folder if it is already there."""
    import torch

    from auditor.classify.train_encoder import build, train

    weights = folder / "weights.pt"
    if (folder / "done").exists():
        network = build(recipe)
        network.load_state_dict(torch.load(weights, weights_only=True))
        return network
    folder.mkdir(parents=True, exist_ok=True)
    network = train(examples, recipe, start=start, save=weights, log=log)
    (folder / "done").touch()
    return network


def encoder_logits(network: Any, items: Sequence[Example]) -> Floats:
    """Logits of a trained network for examples, in order."""
    from tokenizers import Tokenizer

    from auditor.classify.train_encoder import base_folder, predict, tokenise

    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    found: Floats = predict(network, tokenise([example.item for example in items], tokenizer))
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
    from auditor.classify.train_encoder import Recipe

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
    network, start, logits = None, None, np.zeros((len(held), len(LABELS)), dtype=np.float32)
    for stage in sources.stages:
        recipe = Recipe(seed=sources.seed, epochs=stage.epochs, rate=stage.rate, head_rate=stage.head_rate)
        network = _encoder_stage(data[stage.data], recipe, work / stage.name, start=start, log=log)
        start = work / stage.name / "weights.pt"
        if stage.data.endswith("without the fold"):
            logits = encoder_logits(network, held)
    export(network, folder / "encoder.onnx")
    linear = linear_held_out(material)
    rows = [row for row, example in enumerate(material.gold) if dealt[example.vendor] == sources.hold]
    linear_model(material, folder / "fast.npz")
    default, _ = mode_meta(["encoder.onnx", "fast.npz"], [logits, linear[rows]], held)
    fast, _ = mode_meta(["fast.npz"], [linear], material.gold)
    default["cascade"] = {**CASCADE, "decision": fast["decision"]}
    return write_meta(folder, {"default": default, "fast": fast}, material, dict(sources.notes), everything)
