//! The `codes` command.

fn main() {}
