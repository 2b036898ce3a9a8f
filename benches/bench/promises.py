"""The targets of the project, and the measured figures."""

from __future__ import annotations

from bench.build import BUILD, CHECK
from bench.subject import (
    CODE_TO_TEXT, MANY_INTEGERS, MANY_PLURALS, MANY_TEXTS, NAMED_AT_RUN_TIME, RESOLVED_TEXT, TWO_ARGUMENTS, VALUE_TO_CODE
)
from bench.subjects import BLOBS, FLUENT_TEMPLATES, MF2, MIXED_ROWS, OURS, RUST_I18N, SUBJECTS, THISERROR, Derived

#: The number of derived errors, and the maximum time relative to thiserror's.
MOST_OF_THISERROR = {30: 1.5, 300: 2.5}

HAND_WRITTEN = ["match arms", "&str arrays", "blobs with offsets"]

#: The maximum number of instructions of an operation.
MOST_INSTRUCTIONS = [
    (OURS, VALUE_TO_CODE, 15), (MIXED_ROWS, CODE_TO_TEXT, 70), (OURS, RESOLVED_TEXT, 30), (OURS, MANY_PLURALS, 600),
    (OURS, NAMED_AT_RUN_TIME, 700),
]


def promises(results) -> list[str]:
    """A table of measured figures."""
    rows = [
        *_lookup(results), *_operations(results), *_format(results), *_build(results), *_growth(results), *_derives(results),
        *_clean(results), *_size(results),
    ]
    lines = [f"| {promise} | {measured} | {'met' if met else '**not met**'} |" for promise, measured, met in rows]
    return ["| target | measured | |", "|---|---|---|", *lines]


def _lookup(results):
    for name in HAND_WRITTEN:
        ours, theirs = (_lookup_cost(results, subject) for subject in (OURS.name, name))
        if ours and theirs:
            yield (
                f"value → code → text within 1.1 × of hand-written {name}",
                f"{ours:.0f} and {theirs:.0f} instructions: {ours / theirs:.2f} ×", ours <= 1.1 * theirs,
            )
    allocated = sum(results.allocations[OURS.name, results.plan.main].values())
    yield f"{OURS.name}: no allocation in any operation", f"{allocated:.0f}", allocated < 0.5


def _operations(results):
    for subject, operation, most in MOST_INSTRUCTIONS:
        count = results.instructions.get((subject.name, results.plan.main), {}).get(operation)
        if count is not None:
            yield f"{subject.name}, {operation}: at most {most} instructions", f"{count:.0f}", count <= most
    for operation in (MANY_TEXTS, MANY_INTEGERS):
        counts = [results.instructions.get((subject.name, results.plan.main), {}) for subject in (OURS, THISERROR)]
        if all(operation in count for count in counts):
            ours, theirs = (count[operation] for count in counts)
            yield f"{operation}: at most those of thiserror, which contains one language", f"{ours:.0f} and {theirs:.0f}", ours <= theirs


def _lookup_cost(results, name):
    counts = results.instructions.get((name, results.plan.main), {})
    return counts.get(VALUE_TO_CODE) and counts[VALUE_TO_CODE] + counts[CODE_TO_TEXT]


def _format(results):
    # All subjects, so that faster ones are shown.
    ours = results.instructions[OURS.name, results.plan.main][TWO_ARGUMENTS]
    for subject in SUBJECTS:
        counts = results.instructions.get((subject.name, results.plan.main), {})
        if subject is not OURS and TWO_ARGUMENTS in counts:
            theirs = counts[TWO_ARGUMENTS]
            promise = "a localized message with two arguments: fewer instructions than"
            one = ", one language" if subject is THISERROR else ""
            yield f"{promise} {subject.name}{one}", f"{ours:.0f} and {theirs:.0f}", ours < theirs


def _build(results):
    ours = _seconds(results, OURS)
    for subject, factor in ((BLOBS, 1.4), (RUST_I18N, 1), (FLUENT_TEMPLATES, 1), (MF2, 1)):
        theirs = _seconds(results, subject)
        if theirs:
            promise = f"`{BUILD}` of the crate with the table: at most {factor} × {subject.name}"
            yield promise, f"{ours:.2f} s and {theirs:.2f} s: {ours / theirs:.2f} ×", ours <= factor * theirs
    large = 10_000, results.plan.main[1]
    ours, theirs = (_seconds(results, subject, large) for subject in (OURS, BLOBS))
    if ours and theirs:
        promise = "the same with 10,000 codes: at most 2 × blobs with offsets"
        yield promise, f"{ours:.2f} s and {theirs:.2f} s: {ours / theirs:.2f} ×", ours <= 2 * theirs


def _seconds(results, subject, shape=None):
    cost = results.builds.get((subject.name, shape or results.plan.main, BUILD))
    return cost and cost.seconds


def _growth(results):
    codes, languages = results.plan.main
    for factor in (1, 2):
        small, large = (
            results.builds.get((OURS.name, (codes * times, languages), BUILD)) for times in (factor, 2 * factor)
        )
        if small and large:
            time, memory = large.seconds / small.seconds, large.mebibytes / small.mebibytes
            yield (
                f"{codes * factor:,} to {codes * 2 * factor:,} codes at most doubles time and memory of the build",
                f"{time:.2f} × and {memory:.2f} ×", time <= 2 and memory <= 2,
            )


def _clean(results):
    cost = results.from_nothing[OURS.name]
    # Without the crate with the table and the library itself.
    needed = len(cost.crates) - 2
    promise = "from nothing: at most 12 crates for the macro, 5 s, 7 s of processor time"
    measured = f"{needed} crates, {cost.seconds:.1f} s, {cost.processor_seconds:.1f} s of processor time"
    if theirs := results.from_nothing.get(THISERROR.name):
        wall, processor = cost.seconds / theirs.seconds, cost.processor_seconds / theirs.processor_seconds
        measured += f"; times are {wall:.1f} × and {processor:.1f} × those of thiserror in the same run"
    yield promise, measured, needed <= 12 and cost.seconds <= 5 and cost.processor_seconds <= 7


def _derives(results):
    for errors, most in MOST_OF_THISERROR.items():
        costs = (results.builds[name, (errors, 2), CHECK] for name in (Derived.name, THISERROR.name))
        ours, theirs = (cost.processor_seconds for cost in costs)
        yield (
            f"`cargo check` of {errors} derived errors: at most {most} × thiserror's processor time",
            f"{ours:.2f} s and {theirs:.2f} s: {ours / theirs:.2f} ×", ours <= most * theirs,
        )


def _size(results):
    key = OURS.name, results.plan.main
    size, texts = results.sizes[key]["show"], results.text_bytes[key]
    yield "size: bytes of the texts + 6 %", f"{size:,} / {texts:,}: + {100 * (size / texts - 1):.1f} %", size <= 1.06 * texts
    if theirs := results.sizes.get((MF2.name, results.plan.main)):
        symbols = results.symbol_bytes
        yield (
            "size: at most that of mf2, plus the symbols", f"{size:,} and {theirs['show']:,} + {symbols:,}",
            size <= theirs["show"] + symbols,
        )
