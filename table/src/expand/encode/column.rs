use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::numbers;

/// The most bytes that the texts of one kind and language may have together: what three bytes can count.
const MOST: usize = 0xFF_FFFF;

/// The texts of one kind in one language, one for each row; an empty one is missing.
pub(crate) struct Column {
    texts: String,
    starts: Vec<usize>,
    ids: Vec<usize>,
}

impl Column {
    /// Stores each different text once, if that is smaller than all of them one after the other.
    ///
    /// # Errors
    /// Says how large the texts are, where they are too large.
    pub(crate) fn new<T: AsRef<str>>(rows: &[T]) -> Result<Self, String> {
        let once = Self::each_once(rows);
        let all = Self::one_after_the_other(rows);
        let column = if once.size() < all.size() { once } else { all };
        let size = column.texts.len();
        if size > MOST {
            return Err(format!(
                "{size} bytes of texts of one kind in one language are too many: at most {MOST}"
            ));
        }
        Ok(column)
    }

    fn one_after_the_other<T: AsRef<str>>(rows: &[T]) -> Self {
        let mut column = Self { texts: String::new(), starts: vec![0], ids: Vec::new() };
        rows.iter().for_each(|text| column.push(text.as_ref()));
        column
    }

    fn each_once<T: AsRef<str>>(rows: &[T]) -> Self {
        let mut column = Self { texts: String::new(), starts: vec![0], ids: Vec::new() };
        // Not a `HashMap`: a macro runs unoptimised, and comparing texts is compiled already where hashing them is not.
        let mut known = BTreeMap::new();
        for text in rows {
            let text = text.as_ref();
            let id = *known.entry(text).or_insert_with(|| {
                column.push(text);
                column.starts.len() - 2
            });
            column.ids.push(id);
        }
        column
    }

    fn push(&mut self, text: &str) {
        self.texts.push_str(text);
        self.starts.push(self.texts.len());
    }

    fn size(&self) -> usize {
        self.texts.len() + 3 * (self.starts.len() + self.ids.len())
    }

    fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

impl ToTokens for Column {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        // Nothing is stored for a language without any text of this kind.
        let starts = if self.is_empty() { Vec::new() } else { numbers(self.starts.iter().copied()) };
        let ids = if self.is_empty() { Vec::new() } else { numbers(self.ids.iter().copied()) };
        let texts = Literal::string(&self.texts);
        let (starts, ids) = (Literal::byte_string(&starts), Literal::byte_string(&ids));
        tokens.extend(quote!(__rt::Column::new(#texts, #starts, #ids)));
    }
}
