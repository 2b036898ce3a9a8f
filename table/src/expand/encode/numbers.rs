use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

/// A list of numbers, each in as many bytes as the largest needs.
pub(crate) struct Numbers(Vec<usize>);

impl Numbers {
    /// None at all: what that means, the reader of the list says.
    pub(crate) const NONE: Self = Self(Vec::new());

    /// The bytes that it takes.
    pub(crate) fn size(&self) -> usize {
        self.0.len() * self.width()
    }

    fn width(&self) -> usize {
        match self.0.iter().max() {
            None | Some(0..=0xFF) => 1,
            Some(0..=0xFFFF) => 2,
            Some(_) => 4,
        }
    }
}

impl FromIterator<usize> for Numbers {
    fn from_iter<T: IntoIterator<Item = usize>>(numbers: T) -> Self {
        Self(numbers.into_iter().collect())
    }
}

impl ToTokens for Numbers {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let width = self.width();
        let bytes: Vec<u8> =
            self.0.iter().flat_map(|number| number.to_le_bytes().into_iter().take(width)).collect();
        let bytes = Literal::byte_string(&bytes);
        tokens.extend(quote!(__rt::Numbers::new(#width, #bytes)));
    }
}
