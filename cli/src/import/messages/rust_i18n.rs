//! Catalogues of rust-i18n: a file for each language, or with `_version: 2` all languages of a text next to each other.

use super::leaves::Leaf;
use super::pattern::{Part, argument_name};
use super::{Found, Source, language};
use crate::error::ToolMessage;

/// The key of the version of the format.
const VERSION: &str = "_version";

pub(super) fn read(source: Source<'_>, leaves: Vec<Leaf>) -> Vec<Found> {
    let is_version = |leaf: &Leaf| leaf.path == [VERSION];
    let has_languages =
        leaves.iter().any(|leaf| is_version(leaf) && leaf.text.as_ref().is_ok_and(|version| version == "2"));
    let texts = leaves.into_iter().filter(|leaf| !is_version(leaf));
    texts
        .map(|Leaf { mut path, text, line }| {
            let mut parts = text.map(|text| parts(&text));
            let mut tag = source.tag.to_owned();
            if has_languages {
                match path.last().and_then(|last| language(last)) {
                    Some(found) if path.len() > 1 => {
                        tag = found;
                        path.pop();
                    }
                    _ => {
                        let name = path.last().cloned().unwrap_or_default();
                        parts = parts.and(Err(ToolMessage::NotALanguage { name }));
                    }
                }
            }
            Found { tag, id: path.join("."), line, comment: None, parts }
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
