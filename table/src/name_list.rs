//! The values of a table whose codes are words: `repr = "name"`.

use core::ops::Bound;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most bytes of a word.
pub(crate) const LONGEST_NAME: usize = 255;

/// The words of a table in the order of its file. A value is the index of its word.
///
/// Headings of sections (`[range."auth/"]`) have an index too, so that they keep their place among the rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NameList(Arc<Names>);

#[derive(Debug, Default, PartialEq, Eq)]
struct Names {
    texts: Vec<String>,
    codes: BTreeMap<String, i128>,
    headings: BTreeMap<String, i128>,
}

impl NameList {
    /// The words and headings of a table in the order of the file; a heading is marked by `true`.
    pub(crate) fn new<'t>(names: impl IntoIterator<Item = (&'t str, bool)>) -> Self {
        let mut list = Names::default();
        for (text, is_heading) in names.into_iter().filter(|(text, _)| is_name(text)) {
            let known = if is_heading { &mut list.headings } else { &mut list.codes };
            known.entry(text.to_owned()).or_insert_with(|| {
                list.texts.push(text.to_owned());
                list.texts.len() as i128 - 1
            });
        }
        Self(Arc::new(list))
    }

    /// The list with further words and headings at the end.
    pub(crate) fn with<'t>(&self, more: impl IntoIterator<Item = (&'t str, bool)>) -> Self {
        let more: Vec<_> = more.into_iter().collect();
        Self::new(self.entries().chain(more.iter().copied()))
    }

    /// The words and headings; a heading is marked by `true`.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&str, bool)> {
        let is_heading = |at: i128, text: &str| self.heading(text) == Some(at);
        (0..).zip(&self.0.texts).map(move |(at, text)| (text.as_str(), is_heading(at, text)))
    }

    /// The value of a word or heading.
    pub(crate) fn value(&self, (text, is_heading): (&str, bool)) -> Option<i128> {
        if is_heading { self.heading(text) } else { self.code(text) }
    }

    /// The number of words and headings.
    pub(crate) fn len(&self) -> usize {
        self.0.texts.len()
    }

    /// The word or heading of a value; empty if there is none.
    pub(crate) fn text(&self, value: i128) -> &str {
        let text = usize::try_from(value).ok().and_then(|index| self.0.texts.get(index));
        text.map_or("", String::as_str)
    }

    /// The value of a word.
    pub(crate) fn code(&self, text: &str) -> Option<i128> {
        self.0.codes.get(text).copied()
    }

    /// The value of a heading.
    pub(crate) fn heading(&self, text: &str) -> Option<i128> {
        self.0.headings.get(text).copied()
    }

    /// Whether a word of the table starts with this text.
    pub(crate) fn has_prefix(&self, prefix: &str) -> bool {
        let mut from = self.0.codes.range::<str, _>((Bound::Included(prefix), Bound::Unbounded));
        from.next().is_some_and(|(word, _)| word.starts_with(prefix))
    }
}

/// Whether a text can be a word: visible ASCII characters, at most 255.
pub(crate) fn is_name(text: &str) -> bool {
    (1..=LONGEST_NAME).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}
