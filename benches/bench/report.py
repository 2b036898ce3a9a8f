"""The report: docs/benchmarks/README.md and its plots."""

from __future__ import annotations

from pathlib import Path

from bench.build import BUILD, CHECK, MODES
from bench.plan import DERIVED
from bench.results import Results
from bench.plots import Lines, plot
from bench.promises import promises
from bench.subject import CODE_TO_TEXT, OPERATIONS, VALUE_TO_CODE
from bench.subjects import (
    EMPTY, EVERY_KIND, KNOWN_CODES, MIXED_ROWS, ONE_LANGUAGE, OPTIMIZED, OURS, SUBJECTS, TEXT_VALUES, THISERROR, Derived
)
from bench.subjects.kinds import OPERATIONS as OPERATIONS_OF_KINDS

NAMES = [subject.name for subject in SUBJECTS]


#: Why a target may be missed, and where others are ahead.
REASONS = """\
Where others are ahead, and why:

- **Hand-written messages** push texts into a `String`. Here, every message implements `Display`, as errors must: each text and
  each argument passes through `core::fmt`, which then calls the `String`. thiserror has the same cost. Collecting the parts in a
  buffer first would need `unsafe` code, or a check that the buffer is UTF-8.
- **thiserror's messages with two texts** also pass through `core::fmt`, the `String` and `memcpy`. Here, further instructions find
  the language, find out whether each text changes the direction of the sentence, and check, as safe Rust must, each place where
  a sentence is divided. Three changes were tried, and each took more instructions: dividing the sentence after each write, slicing
  it directly from all sentences, and marking rare arguments as cold. The loop over the parts of a sentence already needs more
  registers than the processor has.
- **Integers** below 100 are parts of a stored text. The digits of larger ones are computed at once, in an integer of eight
  bytes. Safe Rust must then check that the bytes are UTF-8. Numbers of nine digits and more, and those of programs without the
  standard library, pass through the `Display` of `core`. Groups of three digits from a table of 3,000 bytes take more
  instructions for numbers up to 65,535, because they need two writes.
- **Plurals written by hand, and those of thiserror,** test the count in code written for one language. Here, the rules of CLDR are
  data, and a translation may distinguish more categories than the default language. A derived error knows the position of the
  sentence for each category; evaluating the rules and writing the integer remain.
- **Lists and words.** thiserror's list knows its length, its connectives and its language when it is compiled. Here, each item is an
  argument of its own, and the connective may depend on the next item (`ed` in Italian). The name of a word may contain letters
  of another direction, so it passes through the writer that isolates them, which calls `core::fmt` a second time.
- **Look-up in `&str` arrays and match arms.** In these, a language is a column as soon as its tag is parsed, and parsing costs
  more than the look-up. Here, a `Language` can be any language, and each look-up finds its column. `texts` finds it once. What
  remains is the offset of the text, and the checks that it begins and ends between characters, which safe Rust needs. Because of
  these checks, a text in a resolved language misses its target. Without them, each text would have to be a `&str`.
  In a position-independent program, a `&str` in an array takes 40 bytes: 16, and 24 for a relocation. An offset takes 2.
- **Size.** Besides its texts, a program contains two bytes for the offset of each text in each language, the symbols, which
  `{:#}` shows, and the structure of messages: three bytes for an argument, about thirty for a plural. Hand-written blobs have four
  bytes for an offset. Their symbols are in the program as well, because they are looked up.
- **Build.** The macro reads and checks every text, and cargo builds it unoptimized: the row with `build-override.opt-level = 1`
  shows the difference. rust-i18n and fluent-templates do not check texts at compile time and have no values; fluent-templates also
  parses its files when the program starts (see "The first message"). Hand-written blobs have no enum and nothing to read or
  check. With offsets in byte strings instead of lists of numbers, they would compile faster still. From 4,000 codes on, the time
  grows slightly faster than the table.
- **Derived errors.** The targets are for `cargo check`. `cargo build` also generates code for each derived error, and is further
  behind thiserror (see "Errors derived from that table").
- **From nothing.** `encoding`, `table`, `macros`, the library and the crate with the table are compiled one after the other, because
  each needs the one before, so more processors would not help. Most of the time is spent on these five (see "From nothing").
  thiserror has less to compile: it reads no files and has no languages. Other crates are compiled next to the five. Larger ones
  were already replaced or reduced: `syn` has no feature `full`, `toml_parser` replaces `toml`, and only the tool contains
  Unicode's normalization. Without its own table of WebSocket close codes, the library could be compiled next to the macros, at
  the price of one more crate.""".splitlines()


def write(results: Results, out: Path):
    out.mkdir(parents=True, exist_ok=True)
    (out / "README.md").write_text("\n".join(_page(results)) + "\n")
    for name, picture in _plots(results).items():
        (out / f"{name}.svg").write_text(picture)
    print(out / "README.md")


def _page(results: Results) -> list[str]:
    codes, languages = results.plan.main
    return [
        "# Benchmarks",
        "",
        "Generated by `benches/run`. [`benches/`](../../benches/README.md) describes what is measured, and how the compared crates"
        " are written.",
        "",
        *(f"- {line}" for line in results.machine),
        *(f"- {what} were timed {how}" for what, how in results.conditions.items()),
        "",
        "Other programs made the times longer than on an idle machine, so compare times only within a table. Instructions,"
        " allocations, memory and sizes do not depend on other programs.",
        "",
        "## Targets",
        "",
        *promises(results),
        "",
        *REASONS,
        "",
        f"## Run time, {codes:,} codes × {languages} languages",
        "",
        "Instructions for each operation, without the loop around it. They are exact, and the same in every run. Allocations, if"
        " there are any, are below. `160 messages` are chosen at random, with random numbers; the other columns with messages show"
        " the same message again and again. thiserror and strum contain one language.",
        "",
        *_run_table(results, results.plan.main, [OURS.name, MIXED_ROWS.name, *NAMES[1:]]),
        "",
        "![value → code](value-to-code.svg)",
        "![code → text](code-to-text.svg)",
        "",
        *_other_shapes(results),
        "### Values that are texts",
        "",
        "The same table with values of five characters, such as those of SQLSTATE. The second table shows the time and memory of"
        " `cargo build`, and the bytes of the program for each byte of text.",
        "",
        *_run_table(results, results.plan.main, [subject.name for subject in TEXT_VALUES]),
        "",
        *_text_values(results),
        "",
        "### Kinds of arguments",
        "",
        "A message with a text and an argument of another kind, in Italian. thiserror itself shows integers. Its lists and words are"
        " shown by hand-written code. It has no formats for amounts.",
        "",
        *_kinds(results),
        "",
        "### Codes of other libraries",
        "",
        "http's `StatusCode` holds any number of three digits. Its texts are in English only.",
        "",
        *_run_table(results, (0, 0), [subject.name for subject in KNOWN_CODES]),
        "",
        "### The first message",
        "",
        "Instructions of a process that shows one text, minus those of one that shows its command-line argument. The figure is"
        " negative if the latter took more. A few hundred depend on the length of the text.",
        "",
        *_by_shape(results, results.first_message, lambda count: f"{count:,}"),
        "",
        f"## Build time, {codes:,} codes × {languages} languages",
        "",
        "Seconds, seconds of processor time, and the peak memory of rustc in MiB for the crate with the table: medians of"
        f" {results.plan.rounds} runs, in which the crates take turns. Dependencies are built beforehand. `CARGO_INCREMENTAL` is not"
        " set, so debug builds are incremental; their state is deleted before each run, except after an edit. Builds of more"
        " than 20 s run once, in one mode only. strum and thiserror contain one language. rust-i18n and es-fluent do not notice an"
        " edit without a build script, so their last column is a build without changes.",
        "",
        *_build_table(results),
        "",
        "![build time by codes](build-by-codes.svg)",
        "![memory by codes](memory-by-codes.svg)",
        "![build time by languages](build-by-languages.svg)",
        "",
        "### By the size of the table",
        "",
        "`cargo build`: seconds, seconds of processor time, MiB.",
        "",
        *_growth_table(results),
        "",
        "### Errors derived from that table, in a separate crate",
        "",
        "Seconds and seconds of processor time, without incremental state. thiserror has the same number of errors.",
        "",
        *_derived_table(results),
        "",
        "### From nothing",
        "",
        "`cargo build` of a crate with 20 codes in 2 languages and all of its dependencies: medians of"
        f" {results.plan.rounds} runs, in which the crates take turns, with `CARGO_INCREMENTAL=0`: cargo never compiles packages from"
        " crates.io incrementally, but those of this project are paths here. Other programs slowed these builds down, so the times are too"
        " long; their share is at the top of the page. The ratio between the processor times of two rows depends little on it.",
        "",
        *_table(["", "seconds", "of processor time", "crates"], [
            [name, f"{cost.seconds:.1f}", f"{cost.processor_seconds:.1f}", str(len(cost.crates))]
            for name, cost in results.from_nothing.items()
        ]),
        "",
        *_profile(results),
        "Processor time of rustc for each crate, build scripts included:",
        "",
        *_table(["", "seconds by crate"], [
            [name, ", ".join(f"{crate} {seconds:.2f}" for crate, seconds in cost.crates.items())]
            for name, cost in results.from_nothing.items() if name in (OURS.name, THISERROR.name)
        ]),
        "",
        "## Size",
        "",
        "Bytes of the stripped release program that uses everything, minus those of the same program without a table,"
        " divided by the UTF-8 bytes of its texts; in brackets, a program that shows only descriptions.",
        "",
        *_sizes(results),
    ]


def _profile(results: Results) -> list[str]:
    """What advice about build profiles costs."""
    if OPTIMIZED.name not in results.from_nothing:
        return []
    builds = [results.builds[subject.name, results.plan.main, BUILD] for subject in (OURS, OPTIMIZED)]
    clean = [results.from_nothing[subject.name] for subject in (OURS, OPTIMIZED)]
    saved, lost = builds[0].seconds - builds[1].seconds, clean[1].seconds - clean[0].seconds
    codes = f"the crate with {results.plan.main[0]:,} codes"
    if saved > 0:
        effect = (
            f"It saves {saved:.2f} s in each build of {codes}, and adds {lost:.0f} s to the clean build:"
            f" it pays after {lost / saved:,.0f} builds."
        )
    else:
        effect = f"It saves nothing measurable in a build of {codes}, and adds {lost:.0f} s to the clean build."
    return [f"`[profile.dev.build-override] opt-level = 1` optimizes macros and build scripts. {effect}", ""]


def _table(head: list[str], rows: list[list[str]]) -> list[str]:
    line = lambda cells: "| " + " | ".join(cells) + " |"
    return [line(head), "|---" * len(head) + "|", *map(line, rows)]


def _run_table(results: Results, shape, names: list[str]) -> list[str]:
    measured = [name for name in names if (name, shape) in results.instructions]
    operations = [
        operation for operation in OPERATIONS
        if any(operation in results.instructions[name, shape] for name in measured)
    ]
    rows = [[name] + [_cell(results, (name, shape), operation) for operation in operations] for name in measured]
    return _table(["", *operations], rows)


def _cell(results: Results, key, operation: str) -> str:
    count = results.instructions[key].get(operation)
    if count is None or key not in results.allocations:
        return "–" if count is None else f"{count:,.0f}"
    allocations = round(results.allocations[key][operation])
    plural = "" if allocations == 1 else "s"
    return f"{count:,.0f}" + (f"<br><small>{allocations} allocation{plural}</small>" if allocations else "")


def _text_values(results: Results) -> list[str]:
    rows = []
    for subject in TEXT_VALUES:
        key = subject.name, results.plan.main
        if cost := results.builds.get((*key, BUILD)):
            size = results.sizes[key]["show"] / results.text_bytes[key]
            rows.append([subject.name, f"{cost.seconds:.2f}", f"{cost.mebibytes:.0f}", f"{size:.2f}"])
    return _table(["", "seconds", "MiB", "size"], rows)


def _kinds(results: Results) -> list[str]:
    keys = [(subject.name, results.plan.main) for subject in EVERY_KIND]
    keys = [key for key in keys if key in results.instructions]
    shown = lambda key, operation: _cell(results, key, operation)
    rows = [[operation, *(shown(key, operation) for key in keys)] for operation in OPERATIONS_OF_KINDS]
    return _table(["", *(name for name, _ in keys)], rows)


def _other_shapes(results: Results) -> list[str]:
    lines = []
    for shape in results.plan.run_shapes:
        if shape != results.plan.main:
            lines += [f"### {shape[0]:,} codes × {shape[1]} languages", "", *_run_table(results, shape, NAMES), ""]
    return lines


def _by_shape(results: Results, values: dict, show) -> list[str]:
    shapes = results.plan.run_shapes
    rows = [
        [name] + [show(values[name, shape]) if (name, shape) in values else "–" for shape in shapes] for name in NAMES
        if any((name, shape) in values for shape in shapes)
    ]
    return _table(["", *(f"{codes:,} × {languages}" for codes, languages in shapes)], rows)


def _build_table(results: Results) -> list[str]:
    rows = []
    for name in [EMPTY.name, OURS.name, OPTIMIZED.name, *NAMES[1:]]:
        costs = [results.builds.get((name, results.plan.main, mode)) for mode in MODES]
        if any(costs):
            rows.append([name, *map(_cost, costs)])
    return _table(["", *(f"`{mode}`" if mode.startswith("cargo") else mode for mode in MODES)], rows)


def _cost(cost) -> str:
    return f"{cost.seconds:.2f}, {cost.processor_seconds:.2f}, {cost.mebibytes:.0f}" if cost else "–"


def _growth_table(results: Results) -> list[str]:
    built = {(name, shape): cost for (name, shape, mode), cost in results.builds.items() if mode == BUILD}
    shapes = sorted({shape for name, shape in built if name == OURS.name})
    rows = [
        [name, *(_cost(built.get((name, shape))) for shape in shapes)]
        for name in [subject.name for subject in results.plan.growth_subjects]
    ]
    return _table(["", *(f"{codes:,} × {languages}" for codes, languages in shapes)], rows)


def _derived_table(results: Results) -> list[str]:
    modes = [(shape, mode) for shape in DERIVED for mode in (CHECK, BUILD)]
    costs = [(name, [results.builds[name, *mode] for mode in modes]) for name in (Derived.name, THISERROR.name)]
    rows = [[name, *(f"{cost.seconds:.2f}, {cost.processor_seconds:.2f}" for cost in each)] for name, each in costs]
    return _table(["", *(f"{shape[0]} errors, `{mode}`" for shape, mode in modes)], rows)


def _sizes(results: Results) -> list[str]:
    def cell(key):
        size, texts = results.sizes[key], results.text_bytes[key]
        return f"{size['show']:,} / {texts:,} = {size['show'] / texts:.2f} ({size['text']:,})"

    shapes = results.plan.run_shapes
    names = [OURS.name, ONE_LANGUAGE.name, *NAMES[1:]]
    rows = [
        [name] + [cell((name, shape)) if (name, shape) in results.sizes else "–" for shape in shapes] for name in names
        if any((name, shape) in results.sizes for shape in shapes)
    ]
    return _table(["", *(f"{codes:,} × {languages}" for codes, languages in shapes)], rows)


def _plots(results: Results) -> dict[str, str]:
    codes, languages = results.plan.main
    built = {(name, shape): cost for (name, shape, mode), cost in results.builds.items() if mode == BUILD}
    seconds = {key: cost.seconds for key, cost in built.items()}
    memory = {key: cost.mebibytes for key, cost in built.items()}
    cargo_build = "cargo build of the crate with the table"
    by_codes = lambda title, unit, values: plot(
        f"{title}, {languages} languages", "codes", unit, _lines(values, 0, languages), NAMES
    )
    ran = lambda operation: by_codes(operation, "instructions", {
        key: counts[operation] for key, counts in results.instructions.items() if operation in counts
    })
    return {
        "build-by-codes": by_codes(cargo_build, "seconds", seconds),
        "memory-by-codes": by_codes(f"{cargo_build}: peak memory of rustc", "MiB", memory),
        "build-by-languages": plot(
            f"{cargo_build}, {codes:,} codes", "languages", "seconds", _lines(seconds, 1, codes), NAMES
        ),
        "value-to-code": ran(VALUE_TO_CODE),
        "code-to-text": ran(CODE_TO_TEXT),
    }


def _lines(values: dict, along: int, fixed: int) -> Lines:
    """The values by codes (0) or languages (1) with the other one fixed, for subjects that have several."""
    lines = {}
    for name in NAMES:
        points = sorted(
            (shape[along], value) for (known, shape), value in values.items()
            if known == name and shape[1 - along] == fixed and value > 0
        )
        if len(points) > 1:
            lines[name] = points
    return lines
