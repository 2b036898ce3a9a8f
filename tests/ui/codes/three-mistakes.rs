//! All errors of a table are reported at once, without further ones: the valid rows exist.

#[code_registry::codes("tests/tables/three-mistakes.toml")]
enum Code {}

const GOOD: [Code; 2] = [Code::Good, Code::Better];

fn main() {}
