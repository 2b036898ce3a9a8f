//! Changes of a Rust source at some places, which leave every other byte as it is.

use core::ops::Range;

use proc_macro2::{TokenStream, TokenTree};

use super::error_type::{Attribute, ErrorType, Message, Source};

/// The code of a variant or a struct.
#[derive(Debug)]
pub(super) enum Code {
    Row {
        symbol: String,
        /// The derive finds it by the name of the variant.
        is_implied: bool,
    },
    /// That of the only field, an error of the same registry.
    OfField,
}

/// The source with the types that have codes now; `codes` has those of each type, or `None` for a type that is left as
/// it is.
pub(super) fn rewritten(
    text: &str,
    source: &Source,
    codes: &[Option<Vec<Code>>],
    registry: &str,
) -> Option<Rewrite> {
    let are_all_migrated = codes.iter().all(Option::is_some);
    let derives = source.types.iter().filter(|found| found.is_imported).count();
    let renames_import = are_all_migrated && derives == derives_by_name(text, source);
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for (found, codes) in source.types.iter().zip(codes) {
        let Some(codes) = codes else { continue };
        let derive = if found.is_imported && renames_import { "Coded" } else { "code_registry::Coded" };
        of_type(text, found, codes, derive, registry, &mut edits);
    }
    if renames_import {
        edits.extend(source.imports.iter().map(|import| (import.clone(), "code_registry::Coded".to_owned())));
    }
    edits.sort_by_cached_key(|(place, _)| (place.start, place.end));
    let text_after = applied(text, &edits)?;
    let has_same_meaning = without_attributes(text)? == without_attributes(&text_after)?;
    has_same_meaning.then_some(Rewrite { text: text_after, edits })
}

/// A source after its changes.
#[derive(Debug)]
pub(super) struct Rewrite {
    pub(super) text: String,
    edits: Vec<(Range<usize>, String)>,
}

impl Rewrite {
    /// Where an unchanged byte is now.
    pub(super) fn moved(&self, at: usize) -> usize {
        let before = self.edits.iter().filter(|(place, _)| place.end <= at);
        before.fold(at, |at, (place, written)| at + written.len() - place.len())
    }
}

fn of_type(
    text: &str,
    found: &ErrorType,
    codes: &[Code],
    derive: &str,
    registry: &str,
    edits: &mut Vec<(Range<usize>, String)>,
) {
    edits.push((found.derive.clone(), derive.to_owned()));
    let end = found.derive_end;
    edits.push((end..end, format!("{}{}#[coded({registry})]", line_end(text), indent(text, end))));
    edits.extend(found.shared_message.iter().map(|place| (whole_line(text, place), String::new())));
    for (variant, code) in found.variants.iter().zip(codes) {
        let mut attributes = Vec::new();
        match (&variant.message, code) {
            (Message::OfField, _) | (_, Code::OfField) => attributes.push("#[code(transparent)]".to_owned()),
            (Message::Transparent(_), Code::Row { symbol, .. }) => {
                attributes.push(format!("#[code({symbol}, transparent)]"));
            }
            (Message::Pattern(converted), Code::Row { symbol, is_implied }) => {
                if found.is_struct || !is_implied {
                    attributes.push(format!("#[code({symbol})]"));
                }
                attributes.extend(converted.of_variant.iter().cloned());
                edits.extend(converted.of_fields.iter().map(|(at, attribute)| (*at..*at, attribute.clone())));
            }
        }
        match &variant.attribute {
            Attribute::Own(place) if attributes.is_empty() => {
                edits.push((whole_line(text, place), String::new()));
            }
            Attribute::Own(place) => {
                edits.push((place.clone(), attributes.join(&between(text, place.start))));
            }
            Attribute::OfEnum { before } => {
                let between = between(text, *before);
                let new = attributes.into_iter().map(|attribute| attribute + &between).collect();
                edits.push((*before..*before, new));
            }
        }
    }
}

/// What separates attributes here: a new line if the first of them begins its line.
fn between(text: &str, at: usize) -> String {
    let line = text[..at].trim_end_matches([' ', '\t']);
    match line.is_empty() || line.ends_with('\n') {
        true => format!("{}{}", line_end(text), indent(text, at)),
        false => " ".to_owned(),
    }
}

/// The blanks before the first character of a line.
fn indent(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line = &text[start..];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// The place with its line. If there is something else in the line, the place with the blanks that separate it from that.
fn whole_line(text: &str, place: &Range<usize>) -> Range<usize> {
    let before = text[..place.start].trim_end_matches([' ', '\t']);
    let after = text[place.end..].trim_start_matches([' ', '\t', '\r']);
    match after.strip_prefix('\n') {
        Some(rest) if before.ends_with('\n') => before.len()..text.len() - rest.len(),
        Some(_) => before.len()..place.end,
        None => place.start..text.len() - text[place.end..].trim_start().len(),
    }
}

/// The text with its changes; `None` if two of them overlap.
fn applied(text: &str, edits: &[(Range<usize>, String)]) -> Option<String> {
    let (mut new, mut end) = (String::new(), 0);
    for (place, written) in edits {
        new += text.get(end..place.start)?;
        new += written;
        end = place.end;
    }
    new += text.get(end..)?;
    Some(new)
}

/// How many derives use an imported name, also in macros.
fn derives_by_name(text: &str, source: &Source) -> usize {
    let Ok(tokens) = text.parse::<TokenStream>() else { return usize::MAX };
    count_derives(tokens, source)
}

fn count_derives(tokens: TokenStream, source: &Source) -> usize {
    let mut is_derive = false;
    let mut count = 0;
    for token in tokens {
        if let TokenTree::Group(group) = &token {
            let mut words = group.stream().into_iter();
            let has_name =
                |token| matches!(token, TokenTree::Ident(word) if source.is_name(&word.to_string()));
            count += if is_derive {
                usize::from(words.any(has_name))
            } else {
                count_derives(group.stream(), source)
            };
        }
        is_derive = matches!(&token, TokenTree::Ident(word) if word == "derive");
    }
    count
}

/// The tokens of a source except attributes of derives and imports: a migration must not change them.
fn without_attributes(text: &str) -> Option<String> {
    let tokens: TokenStream = text.parse().ok()?;
    let mut shown = String::new();
    show(tokens, &mut shown);
    Some(shown)
}

const CHANGED: [&str; 5] = ["derive", "error", "code", "coded", "arg"];

fn show(tokens: TokenStream, shown: &mut String) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match &token {
            TokenTree::Punct(pound) if pound.as_char() == '#' => {
                let is_changed = |group: &TokenTree| match group {
                    TokenTree::Group(group) => matches!(
                        group.stream().into_iter().next(),
                        Some(TokenTree::Ident(name)) if CHANGED.iter().any(|changed| name == changed)
                    ),
                    _ => false,
                };
                if tokens.next_if(is_changed).is_none() {
                    shown.push('#');
                }
            }
            TokenTree::Ident(word) if *word == "use" => {
                // The path of an import is compared by the compiler.
                let is_path =
                    |token: &TokenTree| !matches!(token, TokenTree::Punct(end) if end.as_char() == ';');
                let mut path = String::new();
                while let Some(token) = tokens.next_if(is_path) {
                    path += &token.to_string();
                }
                if !path.starts_with("thiserror") && path != "code_registry::Coded" {
                    *shown += &path;
                }
            }
            TokenTree::Group(group) => {
                shown.push_str(&format!("{:?} ", group.delimiter()));
                show(group.stream(), shown);
                shown.push_str(" end ");
            }
            token => {
                shown.push_str(&token.to_string());
                shown.push(' ');
            }
        }
    }
}
