//! Derives of other crates stay, whatever the attribute derives itself.

#[code_registry::codes("tests/tables/catalog.toml")]
#[derive(Debug, Kept, core::hash::Hash, kept::Hash)]
enum BackupCode {}

fn main() {}
