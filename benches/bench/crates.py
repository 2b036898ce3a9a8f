"""Writes the crates of a subject under target/benches, and builds them."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from bench.content import COUNT_AND_TEXT, TEXT_AND_INTEGER, TWO_TEXTS, Code, Content, generate
from bench.rust import quote
from bench.subject import MANY, MANY_MESSAGES, NAME, NAMED_AT_RUN_TIME, PATH, Subject, first_with, variants_with

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "target" / "benches"
PEERS = ROOT / "benches" / "peers"
CARGO_ENVIRONMENT = {
    key: value for key, value in os.environ.items()
    # Variables of a developer's shell would change the measurements.
    if not key.startswith(("CARGO_PROFILE_", "CARGO_BUILD_", "CARGO_INCREMENTAL", "RUSTFLAGS", "RUSTC_WRAPPER"))
} | {"CARGO_TARGET_DIR": str(WORK / "target"), "CARGO_TERM_COLOR": "never"}


@dataclass
class Run:
    """The resources that a command used."""

    seconds: float
    #: Including every process that it started.
    processor_seconds: float
    #: The maximum of its processes.
    mebibytes: float
    output: str


class Failed(Exception):
    pass


def say(what: str):
    """Prints the progress."""
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)


def command(arguments: list[str], folder: Path, environment: dict[str, str] = CARGO_ENVIRONMENT) -> Run:
    start = time.monotonic()
    process = subprocess.Popen(
        arguments, cwd=folder, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    output = process.stdout.read()
    # Unlike `wait`, this also returns the memory.
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise Failed(f"{' '.join(arguments)}\n{output[-3000:]}")
    return Run(time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output)


class Crates:
    """The crate with the content of a subject, and the programs that use it in the folder `run`."""

    def __init__(self, subject: Subject, codes: int, languages: int):
        self.subject = subject
        self.content = subject.content or generate(codes, languages)
        if subject.holds:
            self.content = self.content.only(subject.holds)
        self.name = f"{subject.slug}-{codes}x{languages}"
        self.folder = WORK / self.name

    def write(self) -> Crates:
        files = {
            "Cargo.toml": _library_manifest(self.name, self.subject),
            "run/Cargo.toml": _program_manifest(self.name, self.subject),
            "run/src/input.rs": _input(self.subject, self.content),
            "run/src/bench.rs": _bench(self.subject, self.content),
            "run/src/show.rs": _show(self.subject, self.content, self.subject.show),
            "run/src/text.rs": _show(self.subject, self.content, self.subject.show_text),
            **self.subject.files(self.content),
        }
        for file in self.folder.glob("**/*"):
            if file.is_file() and str(file.relative_to(self.folder)) not in files:
                file.unlink()
        for path, text in files.items():
            _write_if_changed(self.folder / path, text)
        shutil.copy(PEERS / "Cargo.lock", self.folder)
        return self

    #: The arguments of cargo, and the folder with the programs.
    environment, release = CARGO_ENVIRONMENT, "release"

    def cargo(self, *arguments: str) -> Run:
        return command(["cargo", *arguments], self.folder, self.environment)

    def build_programs(self, *arguments: str) -> Crates:
        self.cargo("build", "--release", "--package", f"{self.name}-run", *arguments)
        return self

    def program(self, name: str) -> Path:
        return WORK / "target" / self.release / f"{self.name}-{name}"


def _write_if_changed(file: Path, text: str):
    """Makes cargo build a file again, by its time."""
    if not file.exists() or file.read_text() != text:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def _library_manifest(name: str, subject: Subject) -> str:
    return f"""
[package]
name = "{name}"
version = "0.0.0"
edition = "2024"

[workspace]
members = ["run"]

[profile.release]
strip = true

{subject.manifest}

[dependencies]
{_dependencies(subject)}

[build-dependencies]
{_peers(subject.build_dependencies)}
"""


def _program_manifest(name: str, subject: Subject) -> str:
    programs = "".join(
        f'[[bin]]\nname = "{name}-{program}"\npath = "src/{program}.rs"\n' for program in ("bench", "show", "text")
    )
    return f"""
[package]
name = "{name}-run"
version = "0.0.0"
edition = "2024"

[dependencies]
subject = {{ path = "..", package = "{name}" }}
{_dependencies(subject)}

{programs}
"""


def _dependencies(subject: Subject) -> str:
    paths = [
        f"{name} = {{ path = {quote(str(crates.folder))}, package = {quote(crates.name)} }}"
        for name, crates in subject.crates().items()
    ]
    return "\n".join([_peers(subject.dependencies), *paths])


def _peers(names: list[str]) -> str:
    """The lines of these packages in the common manifest."""
    lines = (PEERS / "Cargo.toml").read_text().split("[dependencies]")[1].splitlines()
    return "\n".join(line.replace("../..", str(ROOT)) for line in lines if line.split(" = ")[0] in names)


def _input(subject: Subject, content: Content) -> str:
    """The input of the operations: every code in random order; every language, some with a region."""
    codes = content.codes[:]
    random.Random(2).shuffle(codes)
    tags = [tag + suffix for index, tag in enumerate(content.languages) for suffix in ("", "-CH")[: 1 + index % 2]]
    two, plural = (first_with(content, names) for names in (TWO_TEXTS, COUNT_AND_TEXT))
    no_value = '""' if subject.are_texts else "0"
    value = lambda code: subject.value(code) if code else no_value
    return f"""
type Value = {subject.value_type};
const CODE_TWO: Value = {value(two)};
const CODE_PLURAL: Value = {value(plural)};
static VALUES: [Value; {len(codes)}] = [{", ".join(map(value, codes))}];
static SYMBOLS: [&str; {len(codes)}] = [{", ".join(quote(code.symbol) for code in codes)}];
static TAGS: [&str; {len(tags)}] = [{", ".join(map(quote, tags))}];
{_many(content, value)}
"""


@dataclass
class Many:
    """Messages of each shape in random order, as many as there are values, and numbers for them."""

    codes: dict[str, list[Code | None]]
    ports: list[int]
    counts: list[int]

    @staticmethod
    def of(content: Content) -> Many:
        rng, count = random.Random(3), len(content.codes)

        def some(arguments):
            known = variants_with(content, arguments) or [None]
            return rng.choices(rng.sample(known, min(MANY_MESSAGES, len(known))), k=count)

        codes = {name: some(arguments) for name, arguments in SHAPES.items()}
        ports = [rng.randrange(1, 65_536) for _ in range(count)]
        # Small counts are the most frequent.
        return Many(codes, ports, [int(3_000 ** rng.random()) for _ in range(count)])


#: The shapes of messages, and the names of their lists of values.
SHAPES = {"TWO_TEXTS": TWO_TEXTS, "TEXT_AND_INTEGER": TEXT_AND_INTEGER, "COUNT_AND_TEXT": COUNT_AND_TEXT}


def _many(content: Content, value) -> str:
    many = Many.of(content)
    lists = [(name, "Value", [value(code) for code in codes]) for name, codes in many.codes.items()]
    lists += [("PORTS", "u64", map(str, many.ports)), ("COUNTS", "u64", map(str, many.counts))]
    count = len(content.codes)
    return "".join(f"static {name}: [{type}; {count}] = [{', '.join(of)}];\n" for name, type, of in lists)


def first_messages(content: Content, tag: str):
    """The output of a program for the first messages of each shape."""
    many = Many.of(content)
    for operation, (shape, codes) in zip(MANY, many.codes.items()):
        message, count = codes[0].message[tag], many.counts[0]
        if shape == "COUNT_AND_TEXT":
            message = message["one" if count == 1 else "other"]
        shown = {"path": PATH, "name": NAME, "count": str(count), "port": str(many.ports[0])}
        for name, argument in shown.items():
            message = message.replace(f"{{{name}}}", argument.strip('"'))
        yield operation, message


def _bench(subject: Subject, content: Content) -> str:
    arms = "".join(
        f"{quote(name)} => {{ {before} repeat(count, |i| {body}); }}\n"
        for name in sorted(subject.can) for before, body in [subject.operation(name)]
    )
    shown = "".join(
        f"{{ {before} let i = 0; {body}; println!(\"{{out}}\"); }}\n"
        for name in MANY if name in subject.can for before, body in [subject.operation(name)]
    )
    # The time is for runs by hand. The report does not use it: short runs on a busy machine differ too much.
    return f"""
#![allow(unused)]
include!("input.rs");
use std::hint::black_box;
{subject.prelude(content)}
{subject.many_prelude(content) if subject.can & {*MANY, NAMED_AT_RUN_TIME} else ""}

fn main() {{
    let arguments: Vec<String> = std::env::args().collect();
    let count = arguments[2].parse().unwrap();
    match &*arguments[1] {{
        "messages" => {{ {shown} }}
        "nothing" => repeat(count, |i| black_box(VALUES[i])),
        {arms}
        other => panic!("no operation {{other}}"),
    }}
}}

fn repeat<R>(count: usize, mut body: impl FnMut(usize) -> R) {{
    let start = std::time::Instant::now();
    let mut i = 0;
    for _ in 0..count {{
        black_box(body(i));
        i = if i + 1 == VALUES.len() {{ 0 }} else {{ i + 1 }};
    }}
    println!("{{}}", start.elapsed().as_nanos());
}}
"""


def _show(subject: Subject, content: Content, show: str) -> str:
    return f"""
#![allow(unused)]
include!("input.rs");
{subject.prelude(content)}

fn main() {{
    let mut arguments = std::env::args().skip(1);
    let value: Value = arguments.next().unwrap(){subject.read_value};
    let tag: &'static str = arguments.next().unwrap().leak();
    let mut out = String::new();
    {subject.set_up_language("tag")}
    {show}
    println!("{{out}}");
}}
"""
