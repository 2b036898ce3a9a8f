//! The guide: its table is the one that its examples use. The examples are tests of the documentation.

const GUIDE: &str = include_str!("../docs/guide.md");
const TABLE: &str = include_str!("../docs/guide.toml");

#[test]
fn the_guide_shows_its_table() {
    assert!(GUIDE.contains(&format!("```toml\n{TABLE}```\n")), "docs/guide.md shows another docs/guide.toml");
}
