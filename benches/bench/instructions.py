"""The run-time costs of an operation: exact counts of instructions and allocations."""

from __future__ import annotations

import os
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.crates import WORK, Crates, command, first_messages

# No variables of a developer's shell: the size of the environment alone moves the stack.
BARE = {"PATH": os.environ["PATH"], "LC_ALL": "C"}


def operations(crates: Crates) -> dict[str, float]:
    """Instructions for each operation, minus those of an empty loop."""
    names = ["nothing", *sorted(crates.subject.can)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        each = dict(zip(names, pool.map(lambda name: _per_operation(crates, name, instructions), names)))
    nothing = each.pop("nothing")
    return {name: count - nothing for name, count in each.items()}


def allocations(crates: Crates) -> dict[str, float]:
    """Allocations for each operation."""
    names = sorted(crates.subject.can)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(names, pool.map(lambda name: _per_operation(crates, name, _blocks), names)))


def _per_operation(crates: Crates, name: str, measure) -> float:
    """The difference of two runs of different length, which excludes everything before and after the loop."""
    codes = len(crates.content.codes)
    first = codes * (1 + 200 // codes)
    more = codes * (1 + 1000 // codes)
    program = crates.program("bench")
    short, long = (measure([str(program), name, str(count)]) for count in (first, first + more))
    return (long - short) / more


def instructions(arguments: list[str]) -> int:
    """All instructions of a process, from the dynamic linker on."""
    out = WORK / f"callgrind.{os.getpid()}.{abs(hash(tuple(arguments)))}"
    valgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", *arguments]
    output = command(valgrind, WORK, BARE).output
    out.unlink()
    return int(re.search(r"Collected : (\d+)", output)[1])


def _blocks(arguments: list[str]) -> int:
    valgrind = ["valgrind", "--tool=dhat", "--dhat-out-file=/dev/null", *arguments]
    output = command(valgrind, WORK, BARE).output
    return int(re.search(r"Total: .* in ([\d,]+) blocks", output)[1].replace(",", ""))


def first_message(crates: Crates) -> int:
    """From the start of the process to its end, with one displayed message."""
    return instructions(_show_first(crates))


def says_the_same(crates: Crates) -> bool:
    """Whether the program shows the expected texts."""
    tag = (crates.subject.compiled_in or ["it"])[0]
    shown = command(_show_first(crates), WORK, BARE).output
    if crates.content.codes[0].description[tag] not in shown:
        return False
    messages = command([str(crates.program("bench")), "messages", "0"], WORK, BARE).output
    # es-fluent's manager always isolates arguments.
    messages = messages.translate(dict.fromkeys(map(ord, "\u2068\u2069"))).splitlines()
    return messages == [message for name, message in first_messages(crates.content, tag) if name in crates.subject.can]


def _show_first(crates: Crates) -> list[str]:
    code = crates.content.codes[0]
    value = code.text if crates.subject.are_texts else str(code.value)
    return [str(crates.program("text")), value, "it"]

