"""What hangs on each threshold that is a judgement: ``python tests/measure/thresholds.py [FOLDER...]``.

Every constant of one number whose docstring calls it a judgement is halved and doubled, and all audits judge the given
folders of HTML again (small model). Printed is how many findings went and came, and by how much the audits' scores moved:
on average where they did, and at the most. A share is doubled to 1 at most, and a whole number is halved downwards, to 1
at least. Without a folder the sites to tune on of ``../shared/sites`` are taken; says so and stops where they are not there.
"""

from __future__ import annotations

import ast
import multiprocessing
import pickle
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from itertools import pairwise
from pathlib import Path
from types import CodeType, ModuleType

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

SHARED = ROOT.parent / "shared" / "sites"
TUNING = (
    "evolution-controls",
    "ibr-insurance",
    "rfid-manufacturer",
    "scotland-manufacturing",
    "smile-dental",
    "sterling-tax",
    "unblock-any-drain",
)
"""The sites that may be tuned on; the others judge."""

Found = tuple[frozenset[str], dict[str, float]]
"""What the audits said of all sites: the findings, and the scores by site and audit."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """One number that is a judgement: the module where it stands, its name and its value."""

    module: str
    name: str
    value: float

    def tried(self) -> Iterator[tuple[str, float]]:
        """Half and twice of it, where that is another number."""
        whole = isinstance(self.value, int)
        half = max(1, self.value // 2) if whole else self.value / 2
        twice = self.value * 2 if whole or self.value > 1 else min(1.0, self.value * 2)
        yield from ((word, new) for word, new in (("half", half), ("twice", twice)) if new != self.value)


def thresholds() -> list[Threshold]:
    """Every constant of one number that audits may hang on and whose docstring calls it a judgement, by module and name."""
    found = []
    for path in sorted((ROOT / "auditor").rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if module.startswith("auditor.diff."):
            continue  # what a comparison rounds away is no audit's
        body = ast.parse(path.read_text(encoding="utf-8")).body
        for node, below in pairwise(body):
            match node, below:
                case (
                    ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=int() | float() as value)),
                    ast.Expr(value=ast.Constant(value=str() as told)),
                ) if "judgement" in told.casefold():
                    found.append(Threshold(module, name, value))
    return found


class _Changed(MetaPathFinder):
    """Has one module imported as if another number stood in it: what is made of it there is made of the new one."""

    def __init__(self, threshold: Threshold, value: float) -> None:
        self.threshold, self.value = threshold, value

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path) if name == self.threshold.module else None
        if spec is not None and spec.origin is not None:
            spec.loader = _Loader(name, spec.origin)
            spec.loader.name_of, spec.loader.value = self.threshold.name, self.value
        return spec


class _Loader(SourceFileLoader):
    """The module's code with a constant of it set to something else."""

    name_of = ""
    value = 0.0

    def get_code(self, fullname: str) -> CodeType:
        tree = ast.parse(self.get_data(self.path))
        for node in tree.body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == self.name_of:
                node.value = ast.copy_location(ast.Constant(self.value), node.value)
        return compile(tree, self.path, "exec")


def labelled_sites(folders: Sequence[Path]) -> bytes:
    """The sites, read and labelled once, pickled: what unpickles them imports the modules that are tried."""
    from auditor.classify.pages import Labeller
    from tests.measure.gaming import pages_in
    from tests.sites.test_gaming import labelled

    with Labeller("fast", "en", threads=1) as labeller:
        return pickle.dumps([labelled(pages_in(place), labeller) for place in folders])


def said(sites: bytes, threshold: Threshold | None = None, value: float = 0) -> Found:
    """What the audits say of the sites, with a constant set so; to be run in a process that imported nothing of ours."""
    if threshold is not None:
        sys.meta_path.insert(0, _Changed(threshold, value))
    from auditor.audit import catalogue, perform
    from tests.sites.test_gaming import assembled

    findings, scores = set(), {}
    for number, read in enumerate(pickle.loads(sites)):
        site = assembled(*read)
        for entry in catalogue():
            result = perform(entry, site)
            findings |= {f"{number} {entry.id} {found.title} {found.quotes}" for found in result.findings}
            if result.score is not None:
                scores[f"{number} {entry.id}"] = result.score
    return frozenset(findings), scores


def moved(before: Found, after: Found) -> str:
    """In words, what differs: findings that went and came, scores that moved (0-1) or are no longer there."""
    (was, old), (now, new) = before, after
    by = [abs(new[key] - old[key]) for key in old.keys() & new.keys() if abs(new[key] - old[key]) > 0.0005]
    words = f"{len(was - now)} went, {len(now - was)} came"
    if by:
        words += f"; {len(by)} score{'s' * (len(by) > 1)} moved by {sum(by) / len(by):.2f} on average, {max(by):.2f} at the most"
    lost = len(old.keys() ^ new.keys())
    return words + (f"; {lost} measured or not" if lost else "")


def main(arguments: list[str]) -> int:
    if not arguments and not SHARED.is_dir():
        print(f"{SHARED} is not here, so nothing was measured; give folders of HTML.")
        return 0
    folders = [Path(name) for name in arguments] or [SHARED / name for name in TUNING]
    # each in a process of its own, forked from this one, which imports nothing of ours
    with multiprocessing.get_context("fork").Pool(1, maxtasksperchild=1) as pool:
        sites = pool.apply(labelled_sites, (folders,))
        before = pool.apply(said, (sites,))
        print(f"{len(folders)} sites, {len(before[0])} findings, {len(before[1])} scores")
        for known in thresholds():
            print(f"{known.module}.{known.name} = {known.value}")
            for word, value in known.tried():
                print(f"  {word} ({value:g}): {moved(before, pool.apply(said, (sites, known, value)))}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
