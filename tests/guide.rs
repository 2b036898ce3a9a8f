//! The guides contain the files that its examples use.

#[test]
fn the_guide_shows_its_table() {
    check(include_str!("../docs/guide.md"), include_str!("../docs/guide.toml"));
}

#[test]
fn the_guide_shows_its_table_of_kinds() {
    check(include_str!("../docs/guide.md"), include_str!("../docs/guide-kinds.toml"));
}

#[test]
fn the_page_for_libraries_shows_its_language_file() {
    check(include_str!("../docs/libraries.md"), include_str!("../docs/guide.de.toml"));
}

#[track_caller]
fn check(page: &str, file: &str) {
    assert!(page.contains(&format!("```toml\n{file}```\n")), "the page does not contain this file:\n{file}");
}
