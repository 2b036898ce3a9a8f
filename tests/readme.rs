//! The first example of README.md, in a new crate as its readers make one: it compiles and prints what README.md shows.

use std::fs;
use std::path::Path;

mod cargo;

use cargo::{ROOT, cargo, scratch, stdout};

#[test]
fn the_first_example_prints_what_it_shows() {
    let readme = fs::read_to_string(Path::new(ROOT).join("README.md")).expect("it can be read");
    let block = |start: &str| {
        let (_, rest) = readme.split_once(start).unwrap_or_else(|| panic!("README.md has no `{start}`"));
        rest.split_once("```\n").expect("the block ends").0
    };
    let program =
        scratch("readme", &[("codes.toml", block("```toml\n")), ("src/main.rs", block("```rust,ignore\n"))]);
    let printed = stdout(cargo(&program).args(["run", "--quiet"]));
    assert_eq!(printed, block("$ cargo run\n"));
}
