//! All mistakes of a table are shown at once, and those alone: the good rows are there.

#[code_registry::codes("tests/tables/three-mistakes.toml")]
enum Code {}

const GOOD: [Code; 2] = [Code::Good, Code::Better];

fn main() {}
