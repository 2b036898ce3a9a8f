//! The guide shows the files that its examples use.

const GUIDE: &str = include_str!("../docs/guide.md");

#[test]
fn the_guide_shows_its_table() {
    check("docs/guide.toml", include_str!("../docs/guide.toml"));
}

#[test]
fn the_guide_shows_its_language_file() {
    check("docs/guide.de.toml", include_str!("../docs/guide.de.toml"));
}

#[track_caller]
fn check(path: &str, text: &str) {
    assert!(GUIDE.contains(&format!("```toml\n{text}```\n")), "docs/guide.md shows another {path}");
}
