use crate::numbers::Numbers;
use crate::strings::Strings;

/// A hash table of every name that stands for one value: symbols, names of variants, aliases.
///
/// With room for twice as many, each in the first free slot from its own on; `table/src/expand/encode/names.rs` fills it. A
/// slot holds no text but says where it stands, so no name is in a program twice.
///
/// `benches/run`: one of 2,000 codes in 169 instructions, where strings by hand, sorted, take 761.
#[derive(Debug)]
pub struct Names {
    /// Of each slot: nothing in 0; else from 1 on by turns the symbol and the variant of each row, then the aliases.
    pub slots: Numbers,
    /// How many slots there are.
    pub count: usize,
    /// The symbol of each row.
    pub symbols: &'static Strings,
    /// The variant of each row.
    pub variants: &'static Strings,
    /// How many rows there are.
    pub rows: usize,
    /// Further symbols.
    pub aliases: Strings,
    /// The row of each.
    pub alias_rows: Numbers,
}

impl Names {
    /// The row that a name stands for.
    #[inline]
    pub fn row(&self, name: &str) -> Option<usize> {
        let mut slot = first_slot(name.as_bytes(), self.count);
        loop {
            let at = self.slots.get(slot).checked_sub(1)?;
            let (row, known) = self.known(at);
            if known == name {
                return Some(row);
            }
            slot = if slot + 1 == self.count { 0 } else { slot + 1 };
        }
    }

    #[inline]
    fn known(&self, at: usize) -> (usize, &'static str) {
        let row = at / 2;
        if row >= self.rows {
            let alias = at - 2 * self.rows;
            (self.alias_rows.get(alias), self.aliases.get(alias))
        } else {
            (row, if at.is_multiple_of(2) { self.symbols.get(row) } else { self.variants.get(row) })
        }
    }
}

/// Eight bytes at a time; the last eight again, so that there is no rest.
#[inline]
fn first_slot(name: &[u8], count: usize) -> usize {
    let mut hash = name.len() as u64;
    for chunk in name.as_chunks().0 {
        hash = mixed(hash, u64::from_le_bytes(*chunk));
    }
    hash = match name.last_chunk() {
        Some(last) => mixed(hash, u64::from_le_bytes(*last)),
        None => name.iter().fold(hash, |hash, &byte| mixed(hash, byte.into())),
    };
    ((u128::from(hash) * count as u128) >> 64) as usize
}

fn mixed(hash: u64, more: u64) -> u64 {
    let product = (hash ^ more).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    product ^ product >> 32
}
