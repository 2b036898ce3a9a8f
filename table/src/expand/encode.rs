//! The data of the table as tokens: [`code_registry_encoding`] defines its format.

use std::collections::HashMap;
use std::hash::Hash;

use code_registry_encoding::names::EncodedNames;
pub(crate) use code_registry_encoding::names::Spellings;
use code_registry_encoding::numbers::EncodedNumbers;
use code_registry_encoding::texts::{EncodedStrings, EncodedTexts};
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::{lex, proc_macro};

/// A list of numbers.
pub(crate) struct Numbers(EncodedNumbers);

impl Numbers {
    pub(crate) const NONE: Self = Self(EncodedNumbers::NONE);
}

impl FromIterator<usize> for Numbers {
    fn from_iter<T: IntoIterator<Item = usize>>(numbers: T) -> Self {
        Self(numbers.into_iter().collect())
    }
}

impl ToTokens for Numbers {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(numbers(&self.0));
    }
}

fn numbers(numbers: &EncodedNumbers) -> TokenStream {
    let (width, bytes) = (numbers.width(), Literal::byte_string(numbers.bytes()));
    quote!(__rt::Numbers::new(#width, #bytes))
}

/// Many texts.
///
/// # Errors
/// If a text is too long; the message contains its length.
pub(crate) struct Strings(EncodedStrings);

impl Strings {
    /// # Errors
    /// The message says how long a text is that is too long.
    pub(crate) fn new<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Result<Self, String> {
        EncodedStrings::new(texts).map(Self).map_err(|error| error.to_string())
    }
}

impl ToTokens for Strings {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(strings(&self.0));
    }
}

fn strings(strings: &EncodedStrings) -> TokenStream {
    let encoded = strings.as_strings();
    let (texts, average, early) = (any(encoded.texts), encoded.average, encoded.early);
    let (shift, blocks) = (encoded.shift, numbers(strings.blocks()));
    let starts = Literal::byte_string(encoded.starts);
    quote! {
        __rt::Strings {
            texts: #texts, average: #average, early: #early, shift: #shift, blocks: #blocks, starts: #starts,
        }
    }
}

/// The texts of one kind, by row and language.
pub(crate) struct Texts(EncodedTexts);

impl Texts {
    /// Encodes the texts of every row, for each language; a missing text is empty.
    ///
    /// # Errors
    /// If a text is too long; the message contains its length.
    pub(crate) fn new<T: AsRef<str>>(languages: &[Vec<T>]) -> Result<Self, String> {
        EncodedTexts::new(languages).map(Self).map_err(|error| error.to_string())
    }
}

impl ToTokens for Texts {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let (strings, languages) = (strings(self.0.strings()), self.0.languages());
        let rows = numbers(self.0.rows());
        tokens.extend(quote!(__rt::KindTexts { strings: #strings, languages: #languages, rows: #rows }));
    }
}

/// A hash table of names.
///
/// # Errors
/// If an alias is too long; the message contains its length.
pub(crate) struct Names(EncodedNames);

impl Names {
    /// # Errors
    /// The message says how long an alias is that is too long.
    pub(crate) fn new(codes: &[Spellings<'_>], rows: usize) -> Result<Self, String> {
        EncodedNames::new(codes, rows).map(Self).map_err(|error| error.to_string())
    }
}

impl ToTokens for Names {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let (slots, count, rows) = (numbers(self.0.slots()), self.0.count(), self.0.rows());
        let (aliases, alias_rows) = (strings(self.0.aliases()), numbers(self.0.alias_rows()));
        tokens.extend(quote! {
            __rt::Names {
                slots: #slots,
                count: #count,
                symbols: &SYMBOLS,
                variants: &VARIANTS,
                rows: #rows,
                aliases: #aliases,
                alias_rows: #alias_rows,
            }
        });
    }
}

/// The distinct values of the rows, and the index of the value for each row.
pub(crate) struct Ids<T> {
    pub(crate) values: Vec<T>,
    pub(crate) ids: Numbers,
}

/// Numbers the distinct values. There are no numbers if all values are the same.
pub(crate) fn ids<T: Clone + Eq + Hash>(rows: impl IntoIterator<Item = T>) -> Ids<T> {
    let mut values = Vec::new();
    let mut known = HashMap::new();
    let mut ids = Vec::new();
    for value in rows {
        let id = *known.entry(value.clone()).or_insert_with(|| {
            values.push(value);
            values.len() - 1
        });
        ids.push(id);
    }
    let ids = if values.len() > 1 { ids.into_iter().collect() } else { Numbers::NONE };
    Ids { values, ids }
}

/// A literal without escapes; the text has no carriage return.
pub(crate) fn raw(text: &str) -> String {
    let mut hashes = String::new();
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    ["r", &hashes, "\"", text, "\"", &hashes].concat()
}

/// A literal of any text. In a macro the compiler's lexer reads it: `Literal::string` tests each character for
/// visibility, which takes as long as half of reading the table. In a file that people open, the test is worth its
/// time.
pub(crate) fn any(text: &str) -> TokenStream {
    if !proc_macro::is_available() {
        return Literal::string(text).into_token_stream();
    }
    let mut escaped = text.to_owned();
    for (character, escape) in [('\\', r"\\"), ('"', "\\\""), ('\r', r"\r")] {
        escaped = escaped.replace(character, escape);
    }
    lex(&["\"", &escaped, "\""].concat())
}
