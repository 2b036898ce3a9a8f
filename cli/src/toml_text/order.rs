//! The usual order of sections and of their keys.

/// Sections except the rows, which follow them.
const SECTIONS: [&str; 4] = ["registry", "language", "lint", "property"];

const REGISTRY: &[&str] =
    &["title", "repr", "length", "languages", "label", "prefix", "unlisted", "serde", "reference", "note"];
const LANGUAGE: &[&str] = &["policy", "fallback", "file"];
const PROPERTY: &[&str] = &["type", "values", "default", "doc"];
/// Those of a row before its properties, and those after.
const ROW: &[&str] = &["symbol", "status", "replaced_by", "name", "description", "message", "help", "args"];
const ROW_END: &[&str] = &["variant", "since", "reference", "aliases", "note"];

/// Comes after all that are known.
pub(super) const LAST: usize = usize::MAX;

/// Whether rows are under this key.
pub(super) fn is_row(kind: &str) -> bool {
    matches!(kind, "range" | "code")
}

/// Where a section is: rows come last of those that are known.
pub(super) fn section(kind: &str) -> usize {
    let known = SECTIONS.iter().position(|known| *known == kind);
    known.unwrap_or(if is_row(kind) { SECTIONS.len() } else { LAST })
}

/// How many keys the header of a section has.
pub(super) fn depth(kind: &str) -> usize {
    if matches!(kind, "registry" | "lint") { 1 } else { 2 }
}

/// Where a key is in a section of this kind; the name of a property is looked up in the table.
pub(super) fn key(kind: &str, name: &str, property: impl Fn(&str) -> Option<usize>) -> usize {
    let keys = match kind {
        "registry" => REGISTRY,
        "language" => LANGUAGE,
        "property" => PROPERTY,
        _ if is_row(kind) => ROW,
        _ => &[],
    };
    if let Some(at) = keys.iter().position(|key| *key == name) {
        return at;
    }
    if !is_row(kind) {
        return LAST;
    }
    // Between the keys before the properties and those after them.
    if let Some(at) = ROW_END.iter().position(|key| *key == name) {
        return LAST - ROW_END.len() + at;
    }
    property(name).map_or(LAST, |at| ROW.len() + at)
}
