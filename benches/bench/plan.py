"""The measurements, their order and their results."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

from bench import build, instructions
from bench.build import BUILD, CHECK, MODES, RELEASE
from bench.crates import WORK, Crates, Failed, say
from bench.promises import MOST_OF_THISERROR
from bench.results import Results, Shape, machine
from bench.subjects import (
    BLOBS, EMPTY, EVERY_KIND, FLUENT_TEMPLATES, KNOWN_CODES, MATCH_ARMS, MF2, MIXED_ROWS, ONE_LANGUAGE, OPTIMIZED, OURS, RUST_I18N,
    STRUM, SUBJECTS, TEXT_VALUES, THISERROR, Derived
)

FROM_NOTHING = "Builds from nothing"

#: The shapes of an application's own errors.
DERIVED = [(errors, 2) for errors in MOST_OF_THISERROR]


@dataclass
class Plan:
    #: Codes and languages of the main table of the report.
    main: Shape
    #: Tables for which run time is measured.
    run_shapes: list[Shape]
    #: Tables for which only build time is measured, for the subjects that are compared at all sizes.
    growth_shapes: list[Shape]
    subjects: list
    growth_subjects: list
    from_nothing: list
    #: The same table built with another profile.
    profiles: list
    rounds: int


GROWTH = [OURS, BLOBS, RUST_I18N, FLUENT_TEMPLATES, MF2]
FULL = Plan(
    main=(2_000, 14),
    run_shapes=[(20, 14), (200, 14), (2_000, 2), (2_000, 14), (10_000, 14)],
    growth_shapes=[(200, 14), (2_000, 2), (2_000, 7), (2_000, 14), (4_000, 14), (8_000, 14), (10_000, 14)],
    subjects=SUBJECTS,
    growth_subjects=GROWTH,
    from_nothing=[OURS, OPTIMIZED, THISERROR, STRUM, RUST_I18N, FLUENT_TEMPLATES, MF2],
    profiles=[OPTIMIZED],
    rounds=3,
)
QUICK = Plan(
    main=(200, 14),
    run_shapes=[(20, 14), (200, 14)],
    growth_shapes=[(20, 14), (200, 2), (200, 14), (400, 14), (800, 14)],
    subjects=[OURS, MATCH_ARMS, BLOBS, THISERROR],
    growth_subjects=[OURS, BLOBS],
    from_nothing=[OURS],
    profiles=[],
    rounds=1,
)


def measure(plan: Plan) -> Results:
    results = Results(plan, machine())
    WORK.mkdir(parents=True, exist_ok=True)
    # Times first, before long builds heat the machine; instruction counts do not depend on that.
    _timed(results, "Builds", "", _build_times, _derived, _growth, _text_values_builds)
    _timed(results, FROM_NOTHING, "", _from_nothing)
    for shape in plan.run_shapes:
        _run_time(results, shape)
    _text_values(results)
    _kinds(results)
    _known_codes(results)
    return results


def measure_from_nothing(results: Results):
    """Replaces the times of clean builds in the results of another run."""
    _timed(results, FROM_NOTHING, "in a separate run, ", _from_nothing)


def _timed(results: Results, what: str, how: str, *phases):
    start, before = time.monotonic(), _seconds_of_others()
    for phase in phases:
        phase(results)
    others = (_seconds_of_others() - before) / ((time.monotonic() - start) * os.cpu_count())
    is_real_time = os.sched_getscheduler(0) in (os.SCHED_FIFO, os.SCHED_RR)
    priority = "real-time priority" if is_real_time else f"priority {os.nice(0)} (`nice`)"
    results.conditions[what] = f"{how}with {priority}, while other programs used {others:.0%} of the processors"


def _seconds_of_others() -> float:
    """Processor time of all programs, without this one and those that it started."""
    user, nice, system = map(int, Path("/proc/stat").read_text().split()[1:4])
    return (user + nice + system) / os.sysconf("SC_CLK_TCK") - sum(os.times()[:4])


def _build_times(results: Results):
    plan = results.plan
    _builds(results, [EMPTY], plan.main, [CHECK, BUILD, RELEASE], plan.rounds)
    _builds(results, [*plan.subjects, *plan.profiles], plan.main, MODES, plan.rounds)


def _growth(results: Results):
    plan = results.plan
    for shape in plan.growth_shapes:
        if shape != plan.main:
            _builds(results, plan.growth_subjects, shape, [BUILD], plan.rounds)


def _builds(results: Results, subjects: list, shape: Shape, modes: list[str], rounds: int):
    say(f"build {shape}")
    all_crates = [Crates(subject, *shape) for subject in subjects]
    costs = build.costs(all_crates, modes, rounds)
    for crates in all_crates:
        for mode in modes:
            if cost := costs.get((crates.name, mode)):
                results.builds[crates.subject.name, shape, mode] = cost


def _derived(results: Results):
    """The crate of an application, compared with one whose messages are in its source."""
    plan = results.plan
    table = Crates(OURS, *plan.main).write()
    for shape in DERIVED:
        _builds(results, [Derived(table, shape[0]), THISERROR], shape, [CHECK, BUILD], plan.rounds)


def _from_nothing(results: Results):
    all_crates = [Crates(subject, 20, 2) for subject in results.plan.from_nothing]
    results.from_nothing = build.from_nothing(all_crates, results.plan.rounds)


def _run_time(results: Results, shape: Shape):
    empty = Crates(EMPTY, *shape).write().build_programs()
    start = instructions.first_message(empty)
    for subject in [*results.plan.subjects, ONE_LANGUAGE, MIXED_ROWS]:
        _run_subject(results, subject, shape, empty, start)


def _run_subject(results: Results, subject, shape: Shape, empty: Crates, start: int):
    crates = Crates(subject, *shape)
    if shape[0] * shape[1] > subject.most:
        return
    say(f"run {subject.name} {shape}")
    crates.write().build_programs()
    if not instructions.says_the_same(crates):
        raise Failed(f"{crates.name} shows another text than the others")
    key = subject.name, shape
    results.instructions[key] = instructions.operations(crates)
    if shape == results.plan.main:
        results.allocations[key] = instructions.allocations(crates)
    results.first_message[key] = instructions.first_message(crates) - start
    results.sizes[key] = {
        program: _size(crates, program) - _size(empty, program) for program in ("show", "text")
    }
    content = crates.content.only(subject.compiled_in) if subject.compiled_in else crates.content
    if shape == results.plan.main:
        results.symbol_bytes = sum(len(code.symbol) for code in content.codes)
    results.text_bytes[key] = sum(len(text.encode()) for text in subject.texts(content))


def _text_values_builds(results: Results):
    _builds(results, TEXT_VALUES, results.plan.main, [BUILD], results.plan.rounds)


def _text_values(results: Results):
    """A table whose values are texts."""
    shape = results.plan.main
    empty = Crates(EMPTY, *shape).write().build_programs()
    start = instructions.first_message(empty)
    for subject in TEXT_VALUES:
        _run_subject(results, subject, shape, empty, start)


def _kinds(results: Results):
    """Messages with an argument of each kind."""
    shape = results.plan.main
    for subject in EVERY_KIND:
        say(f"run {subject.name} {shape}")
        crates = Crates(subject, *shape).write().build_programs()
        key = subject.name, shape
        results.instructions[key] = instructions.operations(crates)
        results.allocations[key] = instructions.allocations(crates)


def _size(crates: Crates, program: str) -> int:
    return crates.program(program).stat().st_size


def _known_codes(results: Results):
    for subject in KNOWN_CODES:
        say(f"run {subject.name}")
        crates = Crates(subject, len(subject.content.codes), 1).write().build_programs()
        key = subject.name, (0, 0)
        results.instructions[key] = instructions.operations(crates)
        results.allocations[key] = instructions.allocations(crates)
