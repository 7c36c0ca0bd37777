"""What hangs on each threshold that is a judgement: ``python tests/measure/thresholds.py [FOLDER...] [--only PART]``.

Every number of a constant whose docstring calls it a judgement, each of several in a table by itself, is halved and
doubled, and all audits judge the given folders of HTML again (small model). Printed is how many findings went and came, and
by how much scores moved (audits, dimensions, overall): on average where they did, and at the most. A share is doubled to 1 at most, and a
whole number is halved downwards, to 1 at least. ``--only`` takes those whose module or name holds this. Without a folder the
sites to tune on of ``../shared/sites`` are taken; says so and stops where they are not there.

Not tried are the thresholds of what is done before a site's lines are labelled (crawl, extraction, classifier), which would have to be done again
each time, and of what is compared or shown after it is judged.
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


ELSEWHERE = tuple(f"auditor.{package}." for package in ("crawl", "extract", "classify", "diff", "report"))
"""Modules on which nothing hangs that audits say of lines that are read and labelled."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """One number that is a judgement: the module where it stands, the constant, its value, and which number of the constant it is."""

    module: str
    name: str
    value: float
    nth: int = 0
    key: str = ""
    share: bool = True
    """Whether no number of the constant is more than 1."""

    def __str__(self) -> str:
        return f"{self.module}.{self.name}{f'[{self.key}]' if self.key else ''}"

    def tried(self) -> Iterator[tuple[str, float]]:
        """Half and twice of it, where that is another number."""
        whole = isinstance(self.value, int)
        half = max(1, self.value // 2) if whole else self.value / 2
        twice = self.value * 2 if whole or not self.share or self.value > 1 else min(1.0, self.value * 2)
        yield from ((word, new) for word, new in (("half", half), ("twice", twice)) if new != self.value)


def _numbers(value: ast.expr) -> list[ast.Constant]:
    """The numbers of an expression, in their order: of calls (a pattern, a set of names) none."""
    if any(isinstance(node, ast.Call) for node in ast.walk(value)):
        return []
    found = [node for node in ast.walk(value) if isinstance(node, ast.Constant) and type(node.value) in (int, float)]
    return sorted(found, key=lambda node: (node.lineno, node.col_offset))


def _keys(value: ast.expr) -> list[str]:
    """What each number of a table stands for there; its place where it has no key of its own."""
    numbers = _numbers(value)
    keyed = {}
    if isinstance(value, ast.Dict):
        keyed = {
            node: ast.unparse(key)
            for key, entry in zip(value.keys, value.values, strict=True)
            if key
            for node in _numbers(entry)
        }
    return [keyed.get(node, str(place)) if len(numbers) > 1 else "" for place, node in enumerate(numbers)]


def _assigned(node: ast.stmt) -> tuple[str, ast.expr] | None:
    """The name and value of an assignment that has numbers."""
    match node:
        case ast.Assign(targets=[target], value=value) if _numbers(value):
            return ast.unparse(target), value
        case ast.AnnAssign(target=target, value=ast.expr() as value) if _numbers(value):
            return ast.unparse(target), value
    return None


def thresholds() -> list[Threshold]:
    """Every number that audits may hang on and whose docstring calls it a judgement, by module and name.

    A docstring speaks of all the constants of one number that are set right above it, one under the other.
    """
    found = []
    for path in sorted((ROOT / "auditor").rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if module.startswith(ELSEWHERE):
            continue
        above: list[tuple[str, ast.expr]] = []
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if entry := _assigned(node):
                above = [*(one for one in above if len(_numbers(one[1])) == len(_numbers(entry[1])) == 1), entry]
                continue
            match node:
                case ast.Expr(value=ast.Constant(value=str() as told)) if "judgement" in told.casefold():
                    for name, value in above:
                        set_to = [number.value for number in _numbers(value) if isinstance(number.value, int | float)]
                        found += [
                            Threshold(module, name, number, nth, key, share=max(set_to) <= 1)
                            for nth, (number, key) in enumerate(zip(set_to, _keys(value), strict=True))
                        ]
            above = []
    return found


class _Changed(MetaPathFinder):
    """Has one module imported as if another number stood in it: what is made of it there is made of the new one."""

    def __init__(self, threshold: Threshold, value: float) -> None:
        self.threshold, self.value = threshold, value

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path) if name == self.threshold.module else None
        if spec is not None and spec.origin is not None:
            spec.loader = _Loader(name, spec.origin)
            spec.loader.threshold, spec.loader.value = self.threshold, self.value
        return spec


class _Loader(SourceFileLoader):
    """The module's code with a number of it set to something else."""

    threshold = Threshold("", "", 0)
    value = 0.0

    def get_code(self, fullname: str) -> CodeType:
        tree = ast.parse(self.get_data(self.path))
        for node in tree.body:
            if (entry := _assigned(node)) and entry[0] == self.threshold.name:
                _numbers(entry[1])[self.threshold.nth].value = self.value
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
    from auditor.classify.shares import share_model
    from auditor.model import Skip, SkipReason
    from auditor.score import dimension_scores, overall
    from auditor.site import assemble, missing_pages
    from tests.sites.test_gaming import ORIGIN

    findings: set[str] = set()
    scores: dict[str, float] = {}
    for number, (pages, judgements) in enumerate(pickle.loads(sites)):
        there = {page.url for page in pages}
        linked = {link.url.split("#")[0] for page in pages for link in page.links if link.internal}
        absent = [Skip(url, SkipReason.ABSENT) for url in sorted(linked - there)]
        missing = missing_pages(pages, absent, copied=True)
        site = assemble(
            "example.com", pages, judgements, start=f"{ORIGIN}/", correction=share_model("fast", "en"), missing=missing
        )
        results = [perform(entry, site) for entry in catalogue()]
        findings |= {
            f"{number} {result.id} {found.title} {found.quotes}" for result in results for found in result.findings
        }
        scores |= {f"{number} {result.id}": result.score for result in results if result.score is not None}
        dimensions = dimension_scores(results)
        scores |= {
            f"{number} {it.name}": it.value / 100 for it in (*dimensions, overall(dimensions)) if it.value is not None
        }
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
    only = arguments.pop(arguments.index("--only") + 1) if "--only" in arguments[:-1] else ""
    folders = [Path(name) for name in arguments if name != "--only"] or [SHARED / name for name in TUNING]
    if not all(folder.is_dir() for folder in folders):
        print(f"{folders[0]} is not here, so nothing was measured; give folders of HTML.")
        return 0
    # each in a process of its own, forked from this one, which imports nothing of ours
    with multiprocessing.get_context("fork").Pool(1, maxtasksperchild=1) as pool:
        sites = pool.apply(labelled_sites, (folders,))
        before = pool.apply(said, (sites,))
        print(f"{len(folders)} sites, {len(before[0])} findings, {len(before[1])} scores")
        for known in thresholds():
            if only not in str(known):
                continue
            print(f"{known} = {known.value}")
            for word, value in known.tried():
                print(f"  {word} ({value:g}): {moved(before, pool.apply(said, (sites, known, value)))}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
