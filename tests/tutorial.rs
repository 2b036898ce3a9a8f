//! docs/tutorial.md: its program, and the table that its commands produce. A test of the tool runs the commands.

mod cargo;

use cargo::{cargo, scratch, stdout};

const TUTORIAL: &str = include_str!("../docs/tutorial.md");
const TABLE: &str = include_str!("tutorial/codes.toml");

#[test]
fn the_program_prints_what_the_tutorial_shows() {
    let program = block("rust file=main.rs\n");
    let folder = scratch("tutorial", &[("codes.toml", TABLE), ("src/main.rs", program)]);
    assert_eq!(stdout(cargo(&folder).args(["run", "-q"])), block("console\n$ cargo run -q\n"));
}

/// The text between this beginning and the end of its block.
fn block(beginning: &str) -> &'static str {
    let (_, rest) = TUTORIAL.split_once(&format!("```{beginning}")).expect("the tutorial has such a block");
    rest.split_once("```").map_or(rest, |(block, _)| block)
}
