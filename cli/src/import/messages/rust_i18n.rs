//! Catalogues of rust-i18n: a file for each language, or with `_version: 2` all languages of a text next to each other.

use code_registry_table::canonical_tag;

use super::leaves::Leaf;
use super::pattern::{Part, argument_name};
use super::{Found, Source};

/// The key of the version of the format.
const VERSION: &str = "_version";

pub(super) fn read(source: Source<'_>, leaves: Vec<Leaf>) -> Vec<Found> {
    let is_version = |leaf: &Leaf| leaf.path == [VERSION];
    let has_languages = leaves.iter().any(|leaf| is_version(leaf) && leaf.text == "2");
    let texts = leaves.into_iter().filter(|leaf| !is_version(leaf));
    texts
        .map(|leaf| {
            let (id, tag) = match leaf.path.split_last() {
                Some((last, path)) if has_languages && !path.is_empty() => {
                    let tag = canonical_tag(&last.replace('_', "-"));
                    (path.join("."), tag.unwrap_or_else(|| last.clone()))
                }
                _ => (leaf.path.join("."), source.tag.to_owned()),
            };
            Found { tag, id, line: leaf.line, comment: None, parts: Ok(parts(&leaf.text)) }
        })
        .collect()
}

/// `Hello, %{name}!`
fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut pieces = text.split("%{");
    parts.extend(pieces.next().filter(|first| !first.is_empty()).map(|first| Part::Text(first.to_owned())));
    for piece in pieces {
        match piece.split_once('}') {
            Some((name, rest)) if !name.trim().is_empty() => {
                parts.push(Part::Argument(argument_name(name.trim())));
                if !rest.is_empty() {
                    parts.push(Part::Text(rest.to_owned()));
                }
            }
            _ => parts.push(Part::Text(format!("%{{{piece}"))),
        }
    }
    parts
}
