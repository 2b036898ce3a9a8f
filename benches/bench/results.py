"""The results of a measurement, and the file that keeps them."""

from __future__ import annotations

import json
import os
import platform
import re
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING

from bench.build import Cost, FromNothing
from bench.crates import ROOT, command

if TYPE_CHECKING:
    from bench.plan import Plan

Shape = tuple[int, int]


@dataclass
class Results:
    """Keys are a subject's name and a shape, unless stated otherwise."""

    plan: Plan
    #: The machine, its system and the tools, a line for each.
    machine: list[str]
    #: For each kind of build, how it was timed: its priority, and how much of the processors other programs used.
    conditions: dict[str, str] = field(default_factory=dict)
    instructions: dict[tuple[str, Shape], dict[str, float]] = field(default_factory=dict)
    #: Only for the main table.
    allocations: dict[tuple[str, Shape], dict[str, float]] = field(default_factory=dict)
    #: From the start of the process, minus the program without a table.
    first_message: dict[tuple[str, Shape], int] = field(default_factory=dict)
    #: Bytes of the stripped program, minus those of one without a table; by program.
    sizes: dict[tuple[str, Shape], dict[str, int]] = field(default_factory=dict)
    text_bytes: dict[tuple[str, Shape], int] = field(default_factory=dict)
    #: For the main table.
    symbol_bytes: int = 0
    #: With the mode as the third part of the key.
    builds: dict[tuple[str, Shape, str], Cost] = field(default_factory=dict)
    #: By the name of the subject.
    from_nothing: dict[str, FromNothing] = field(default_factory=dict)


#: Fields whose keys are tuples, which JSON does not have: they are stored as lists of `[key, value]`.
_PAIRS = ["instructions", "allocations", "first_message", "sizes", "text_bytes", "builds"]


def save(results: Results, file: Path):
    """Writes everything except the plan, with a line for each measured crate."""
    stored = {each.name: getattr(results, each.name) for each in fields(results) if each.name != "plan"}
    lines = [f"{json.dumps(name)}: {_stored(name, value)}" for name, value in stored.items()]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("{\n" + ",\n".join(lines) + "\n}\n")


def _stored(name: str, value) -> str:
    to_json = lambda item: json.dumps(item, ensure_ascii=False, default=asdict)
    if name in _PAIRS:
        return "[\n" + ",\n".join(to_json(pair) for pair in value.items()) + "\n]"
    return to_json(value)


def load(file: Path, plan: Plan) -> Results:
    stored = json.loads(file.read_text())
    for name in _PAIRS:
        stored[name] = {_key(key): value for key, value in stored[name]}
    stored["builds"] = {key: Cost(**cost) for key, cost in stored["builds"].items()}
    stored["from_nothing"] = {name: FromNothing(**cost) for name, cost in stored["from_nothing"].items()}
    return Results(plan, **stored)


def _key(key: list) -> tuple:
    return tuple(tuple(part) if isinstance(part, list) else part for part in key)


def machine() -> list[str]:
    cpu = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    os_name = re.search(r'PRETTY_NAME="(.*)"', Path("/etc/os-release").read_text())
    rustc, valgrind = (command([tool, "--version"], ROOT).output.strip() for tool in ("rustc", "valgrind"))
    memory = round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)
    return [
        f"machine: {cpu[1] if cpu else platform.machine()}, {os.cpu_count()} cores, {memory} GiB",
        f"system: {os_name[1] if os_name else platform.system()}, Linux {platform.release().split('-')[0]}",
        f"compiler: {rustc}; macros as cargo builds them by default, unoptimized",
        f"instructions: {valgrind}, callgrind",
    ]
