"""The regression guard: exact counts for one table, compared with the committed ones.

The counts are the same on every machine: one compiler, one processor, a C library that comes with the compiler (glibc
chooses its `memcpy` by the processor), no environment, no paths of the machine in the program.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

from bench import instructions
from bench.crates import CARGO_ENVIRONMENT, ROOT, WORK, Crates
from bench.subject import CODE_TO_TEXT, CODE_TO_WORD, VALUE_TO_CODE
from bench.subjects import EMPTY, KINDS, MIXED_ROWS, OURS, WORDS

FILE = ROOT / "benches" / "baseline.json"
CODES, LANGUAGES = 1_000, 14
TARGET = "x86_64-unknown-linux-musl"
GROWTH = 1.02
WORD_OPERATIONS = {VALUE_TO_CODE: "word → code", CODE_TO_WORD: "code → word"}


def compare() -> int:
    """The exit status."""
    known = json.loads(FILE.read_text())
    if not _install(known["compiler"]):
        print(f"not compared: {TARGET} of Rust {known['compiler']} cannot be installed here, and counts differ by C library")
        return 0
    counts = _counts(known["compiler"])
    grown = False
    for name, count in counts.items():
        allowed = known["counts"].get(name, 0) * GROWTH
        grown |= count > allowed
        print(f"{'GROWN ' if count > allowed else '      '}{name}: {count:,}, was {known['counts'].get(name, 0):,}")
    if grown:
        print("more than 2 % above benches/baseline.json: make it smaller, or commit what `benches/guard --write` writes")
    return int(grown)


def write():
    compiler = subprocess.check_output(["rustc", "--version"], text=True).split()[1]
    if not _install(compiler):
        raise SystemExit(f"{TARGET} of Rust {compiler} is needed: rustup target add {TARGET}")
    FILE.write_text(json.dumps({"compiler": compiler, "counts": _counts(compiler)}, indent=2, ensure_ascii=False) + "\n")


def _counts(compiler: str) -> dict[str, int]:
    ours, empty = (_build(Crates(subject, CODES, LANGUAGES), compiler) for subject in (OURS, EMPTY))
    counts = {name: round(count) for name, count in sorted(instructions.operations(ours).items())}
    mixed = instructions.operations(_build(Crates(MIXED_ROWS, CODES, LANGUAGES), compiler))
    counts[f"{CODE_TO_TEXT}, some rows have only a message"] = round(mixed[CODE_TO_TEXT])
    kinds = _build(Crates(KINDS, CODES, LANGUAGES), compiler)
    counts |= {name: round(count) for name, count in sorted(instructions.operations(kinds).items())}
    for subject in WORDS:
        words = instructions.operations(_build(Crates(subject, CODES, 1), compiler))
        counts |= {f"{WORD_OPERATIONS[name]}, {subject.name}": round(count) for name, count in sorted(words.items())}
    for program, what in (("show", "bytes of a program with all texts"), ("text", "bytes with descriptions alone")):
        counts[what] = ours.program(program).stat().st_size - empty.program(program).stat().st_size
    counts["bytes of the metadata of the crate with the table"] = _metadata(ours)
    return counts


def _metadata(crates: Crates) -> int:
    """The metadata that dependent crates read: the newest file, because the folder keeps those of earlier settings."""
    folder = WORK / "target" / crates.release / "deps"
    files = folder.glob(f"lib{crates.name.replace('-', '_')}-*.rmeta")
    return max(files, key=lambda file: file.stat().st_mtime).stat().st_size


def _install(compiler: str) -> bool:
    """Whether the tools for counting are installed, or could be installed."""
    if not shutil.which("valgrind"):
        sudo = [] if os.geteuid() == 0 else ["sudo"]
        subprocess.run([*sudo, "apt-get", "update", "-qq"], check=True)
        subprocess.run([*sudo, "apt-get", "install", "-qq", "--yes", "valgrind"], check=True)
    sysroot = subprocess.run(["rustc", f"+{compiler}", "--print", "sysroot"], capture_output=True, text=True)
    if sysroot.returncode == 0 and Path(sysroot.stdout.strip(), "lib", "rustlib", TARGET).exists():
        return True
    toolchain = ["rustup", "toolchain", "install", compiler, "--no-self-update", "--profile", "minimal"]
    return subprocess.run([*toolchain, "--target", TARGET]).returncode == 0


def _build(crates: Crates, compiler: str) -> Crates:
    remap = f"--remap-path-prefix={ROOT}=/code-registry"
    crates.environment = CARGO_ENVIRONMENT | {"RUSTUP_TOOLCHAIN": compiler, "RUSTFLAGS": remap}
    crates.release = f"{TARGET}/release"
    return crates.write().build_programs("--target", TARGET)
