use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::{Numbers, Strings};

/// The texts of one kind: what each row says in each language; a text that is missing is empty.
pub(crate) struct Kind {
    strings: Strings,
    languages: usize,
    rows: Numbers,
    /// Whether no text is missing.
    pub(crate) is_complete: bool,
}

impl Kind {
    /// The texts of every row, for each language. Rows that say the same in all of them are stored once where that is
    /// smaller: so it is with messages, which few rows have.
    ///
    /// # Errors
    /// Says how large a text is, where it is too large.
    pub(crate) fn new<T: AsRef<str>>(languages: &[Vec<T>]) -> Result<Self, String> {
        let all: Vec<usize> = (0..languages.first().map_or(0, Vec::len)).collect();
        let says = |row: usize| languages.iter().map(move |texts| texts[row].as_ref());
        let is_missing = |row: &usize| says(*row).all(str::is_empty);
        let (different, numbers) =
            different(&all, |row| if is_missing(row) { Vec::new() } else { says(*row).collect() });
        let size = |rows: &[usize]| -> usize {
            rows.iter().flat_map(|&row| says(row)).map(|text| text.len() + 2).sum()
        };
        let once = size(&different) + numbers.size() < size(&all);
        let (stored, rows) = if once { (different, numbers) } else { (all, Numbers::NONE) };
        let is_complete = stored.iter().all(|&row| says(row).all(|text| !text.is_empty()));
        let stored = if stored.iter().all(is_missing) { Vec::new() } else { stored };
        let strings = Strings::of(stored.into_iter().flat_map(says))?;
        Ok(Self { strings, languages: languages.len(), rows, is_complete })
    }
}

/// The first of the rows with each key, and for every row which of these has its key.
fn different<'t>(rows: &[usize], key: impl Fn(&usize) -> Vec<&'t str>) -> (Vec<usize>, Numbers) {
    // Not a `HashMap`: a macro runs unoptimised, and comparing texts is compiled already where hashing them is not.
    let mut known = BTreeMap::new();
    let mut different = Vec::new();
    let number = |row: &usize| {
        *known.entry(key(row)).or_insert_with(|| {
            different.push(*row);
            different.len() - 1
        })
    };
    let numbers = rows.iter().map(number).collect();
    (different, numbers)
}

impl ToTokens for Kind {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { strings, languages, rows, .. } = self;
        tokens.extend(quote!(__rt::Kind { strings: #strings, languages: #languages, rows: #rows }));
    }
}
