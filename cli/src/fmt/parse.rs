//! A file with its comments.

use core::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml_edit::Document;

/// The file; nothing where it is no TOML.
///
/// The parser that keeps comments holds no integer beyond 64 bits with a sign, and tables do: to it they are texts of
/// the same length. What is written is taken from the file itself.
pub(super) fn parse(source: &str) -> Option<Document<String>> {
    let document = Document::parse(source.to_owned());
    document.ok().or_else(|| Document::parse(with_small_integers(source)?).ok())
}

fn with_small_integers(source: &str) -> Option<String> {
    let table = DeTable::parse(source).ok()?;
    let mut great = Vec::new();
    table.get_ref().values().for_each(|value| find(value, &mut great));
    let mut text = source.to_owned();
    for span in great.into_iter().filter(|span| span.len() > 2) {
        let digits = "0".repeat(span.len() - 2);
        text.replace_range(span, &format!("'{digits}'"));
    }
    Some(text)
}

fn find(value: &Spanned<DeValue<'_>>, great: &mut Vec<Range<usize>>) {
    match value.get_ref() {
        DeValue::Integer(number) if i64::from_str_radix(number.as_str(), number.radix()).is_err() => {
            great.push(value.span());
        }
        DeValue::Array(values) => values.iter().for_each(|value| find(value, great)),
        DeValue::Table(table) => table.values().for_each(|value| find(value, great)),
        _ => {}
    }
}
