"""The build time of the crate with the table."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.crates import CARGO_ENVIRONMENT, WORK, Crates, Failed, Run, command, say

CHECK, BUILD, RELEASE, EDIT = "cargo check", "cargo build", "cargo build --release", "after editing one text"
MODES = [BUILD, CHECK, RELEASE, EDIT]
#: A build that took longer than this many seconds is not repeated.
PATIENCE = 20


@dataclass
class Cost:
    """The medians of several runs."""

    seconds: float
    processor_seconds: float
    mebibytes: float


@dataclass
class FromNothing:
    """The medians of several clean builds."""

    seconds: float
    processor_seconds: float
    #: Processor seconds by package, the longest first.
    crates: dict[str, float]


def costs(all_crates: list[Crates], modes: list[str], rounds: int) -> dict[tuple[str, str], Cost]:
    """By name of the crate and mode. The crates take turns, so that a busy minute affects all of them."""
    for crates in all_crates:
        crates.write()
    runs: dict[tuple[str, str], list[Run]] = {}
    for mode in modes:
        # One figure is enough for a slow build.
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
    return Cost(
        median(run.seconds for run in runs),
        median(run.processor_seconds for run in runs),
        median(run.mebibytes for run in runs),
    )


def _prepare(crates: Crates, mode: str):
    """Builds its dependencies, which are not measured, and the crate before its edit."""
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
    """Removes the results of earlier builds."""
    crate = crates.name.replace("-", "_")
    for folder in (WORK / "target").glob(f"*/incremental/{crate}-*"):
        shutil.rmtree(folder)
    (crates.folder / "src" / "lib.rs").touch()
    if crates.subject.build_dependencies:
        # So that the build script runs again, as in every clean build.
        for file in (crates.folder / "locales").glob("**/*"):
            file.touch()


def _edit(crates: Crates):
    """Repeats the last words of a text at its end."""
    text = next(iter(crates.content.codes[0].description.values()))
    for file in crates.folder.glob("**/*"):
        if file.is_file() and text in (content := file.read_text()):
            at = content.index(text) + len(text)
            file.write_text(f"{content[:at]} {text}{content[at:]}")
            return
    raise Failed(f"{crates.name} has no text to edit")


def from_nothing(all_crates: list[Crates], rounds: int) -> dict[str, FromNothing]:
    """A first build with everything that a crate depends on. The crates take turns."""
    target = WORK / "from-nothing"
    log = WORK / "rustc.log"
    environment = CARGO_ENVIRONMENT | {
        "CARGO_TARGET_DIR": str(target),
        # Cargo never compiles packages from crates.io incrementally. Those of this project are paths here.
        "CARGO_INCREMENTAL": "0",
        "RUSTC_WRAPPER": str(Path(__file__).with_name("rustc_time.py")),
        "RUSTC_TIME_LOG": str(log),
    }
    runs: dict[str, list[tuple[Run, dict[str, float]]]] = {}
    for crates in all_crates:
        crates.write().cargo("fetch")
    for _ in range(rounds):
        for crates in all_crates:
            shutil.rmtree(target, ignore_errors=True)
            log.unlink(missing_ok=True)
            run = command(["cargo", "build"], crates.folder, environment)
            say(f"from nothing: {crates.subject.name} {run.seconds:.2f} s")
            runs.setdefault(crates.subject.name, []).append((run, _by_crate(log)))
    shutil.rmtree(target)
    return {name: _from_nothing(known) for name, known in runs.items()}


def _by_crate(log: Path) -> dict[str, float]:
    """Processor time of rustc for each package; a build script counts to its package."""
    seconds: dict[str, float] = {}
    for line in log.read_text().splitlines():
        package, spent = line.split()
        seconds[package] = seconds.get(package, 0) + float(spent)
    return seconds


def _from_nothing(runs: list[tuple[Run, dict[str, float]]]) -> FromNothing:
    of_crates = [crates for _, crates in runs]
    crates = {package: median(crates[package] for crates in of_crates) for package in of_crates[0]}
    return FromNothing(
        median(run.seconds for run, _ in runs),
        median(run.processor_seconds for run, _ in runs),
        dict(sorted(crates.items(), key=lambda entry: -entry[1])),
    )
