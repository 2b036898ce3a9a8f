use crate::MOST_BYTES;
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::Numbers;
use crate::expand::literal;

/// Many texts in one string, one after the other.
#[derive(Default)]
pub(crate) struct Strings {
    texts: String,
    ends: Vec<usize>,
}

impl Strings {
    /// # Errors
    /// Says how large a text is, where it is too large.
    pub(crate) fn push(&mut self, text: &str) -> Result<(), String> {
        // Each sentence of a message fits; all that it may say, perhaps not.
        if text.len() > MOST_BYTES {
            return Err(format!("{} bytes are too many for one text: at most {MOST_BYTES}", text.len()));
        }
        self.texts.push_str(text);
        self.ends.push(self.texts.len());
        Ok(())
    }

    /// # Errors
    /// Says how large a text is, where it is too large.
    pub(crate) fn of<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Result<Self, String> {
        let mut strings = Self::default();
        texts.into_iter().try_for_each(|text| strings.push(text.as_ref()))?;
        Ok(strings)
    }

    /// Where blocks of so many texts begin and end.
    fn blocks(&self, texts: usize) -> impl Iterator<Item = (usize, &[usize])> {
        let before = |index: usize| index.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.ends.chunks(texts).enumerate().map(move |(block, ends)| (before(block * texts), ends))
    }

    /// How many texts a block has, as a power of two: as many as fit into every one.
    fn shift(&self) -> u32 {
        let all = self.ends.len().next_power_of_two().ilog2();
        let fits = |&shift: &u32| {
            self.blocks(1 << shift).all(|(first, ends)| ends.iter().all(|end| end - first <= MOST_BYTES))
        };
        (0..=all).rev().find(fits).unwrap_or_default()
    }
}

impl ToTokens for Strings {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let (texts, shift) = (literal::any(&self.texts), self.shift());
        let blocks: Vec<(usize, &[usize])> = self.blocks(1 << shift).collect();
        let starts = blocks
            .iter()
            .flat_map(|(first, ends)| std::iter::once(first).chain(*ends).map(move |at| at - first));
        let starts: Vec<u8> = starts.flat_map(|start| start.to_le_bytes().into_iter().take(2)).collect();
        let starts = Literal::byte_string(&starts);
        let blocks =
            if blocks.len() > 1 { blocks.iter().map(|&(first, _)| first).collect() } else { Numbers::NONE };
        tokens.extend(quote! {
            __rt::Strings { texts: #texts, shift: #shift, blocks: #blocks, starts: #starts }
        });
    }
}
