"""What the crate with the table costs to build."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from statistics import median

from bench.crates import CARGO_ENVIRONMENT, WORK, Crates, Failed, Run, command, say

CHECK, BUILD, RELEASE, EDIT = "cargo check", "cargo build", "cargo build --release", "after editing one text"
MODES = [BUILD, CHECK, RELEASE, EDIT]
#: What took longer than this many seconds is not done again.
PATIENCE = 20


@dataclass
class Cost:
    """The medians of several runs."""

    seconds: float
    mebibytes: float


def costs(all_crates: list[Crates], modes: list[str], rounds: int) -> dict[tuple[str, str], Cost]:
    """By name of the crate and mode. The crates take turns, so that a busy minute is no crate's own."""
    for crates in all_crates:
        crates.write()
    runs: dict[tuple[str, str], list[Run]] = {}
    for mode in modes:
        # Of who builds slowly, one figure says enough.
        taking_part = [crates for crates in all_crates if not _is_slow(runs.get((crates.name, BUILD)))]
        for crates in taking_part:
            _prepare(crates, mode)
        for _ in range(rounds):
            for crates in taking_part:
                known = runs.setdefault((crates.name, mode), [])
                if not _is_slow(known):
                    known.append(_once(crates, mode))
    return {key: _median(known) for key, known in runs.items()}


def _is_slow(runs: list[Run] | None) -> bool:
    return bool(runs) and runs[0].seconds > PATIENCE


def _median(runs: list[Run]) -> Cost:
    return Cost(median(run.seconds for run in runs), median(run.mebibytes for run in runs))


def _prepare(crates: Crates, mode: str):
    """Builds what it depends on, which is not measured, and what is to be edited."""
    library = crates.folder / "src" / "lib.rs"
    text = library.read_text()
    library.write_text("")
    crates.cargo(*_arguments(mode))
    library.write_text(text)
    if mode == EDIT:
        crates.cargo(*_arguments(mode))


def _arguments(mode: str) -> list[str]:
    return {CHECK: ["check"], RELEASE: ["build", "--release"]}.get(mode, ["build"])


def _once(crates: Crates, mode: str) -> Run:
    if mode == EDIT:
        _edit(crates)
    else:
        _forget(crates)
    run = crates.cargo(*_arguments(mode))
    say(f"{mode}: {crates.name} {run.seconds:.2f} s")
    return run


def _forget(crates: Crates):
    """As if it had never been compiled."""
    crate = crates.name.replace("-", "_")
    for folder in (WORK / "target").glob(f"*/incremental/{crate}-*"):
        shutil.rmtree(folder)
    (crates.folder / "src" / "lib.rs").touch()


def _edit(crates: Crates):
    """Says the same once more at the end of a text."""
    text = next(iter(crates.content.codes[0].description.values()))
    for file in crates.folder.glob("**/*"):
        if file.is_file() and text in (content := file.read_text()):
            at = content.index(text) + len(text)
            file.write_text(f"{content[:at]} {text}{content[at:]}")
            return
    raise Failed(f"{crates.name} has no text to edit")


def from_nothing(crates: Crates) -> tuple[Cost, int]:
    """A first build with everything it depends on, and how many crates that were."""
    target = WORK / "from-nothing"
    shutil.rmtree(target, ignore_errors=True)
    crates.write().cargo("fetch")
    run = command(["cargo", "build"], crates.folder, CARGO_ENVIRONMENT | {"CARGO_TARGET_DIR": str(target)})
    compiled = run.output.count(" Compiling ")
    shutil.rmtree(target)
    return _median([run]), compiled
