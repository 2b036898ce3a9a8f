//! A hash table from names (symbols, names of variants, aliases) to rows.
//!
//! It is open addressing with linear probing: a name is in the first free slot after the one that its hash gives, and
//! more than half of the slots are free. A slot holds a number, not a text, so no name is stored twice: 0 if the slot is
//! free, `1 + 2 * row` for a symbol, `2 + 2 * row` for a variant, and `1 + 2 * rows + n` for the nth alias.
//!
//! `benches/run`: a look-up among 2,000 codes takes 172 instructions, a binary search over sorted strings 761.
//!
//! ```
//! # use code_registry_encoding::{names::{EncodedNames, Names, Spellings}, texts::EncodedStrings};
//! let codes = [Spellings { row: 0, symbol: "NOT_FOUND", variant: "NotFound", aliases: &["MISSING".to_owned()] }];
//! let encoded = EncodedNames::new(&codes, 1).unwrap();
//! let symbols = EncodedStrings::new(["NOT_FOUND"]).unwrap();
//! let variants = EncodedStrings::new(["NotFound"]).unwrap();
//! let (symbols, variants) = (symbols.as_strings(), variants.as_strings());
//! let names = encoded.as_names(&symbols, &variants);
//! assert_eq!((names.row("NotFound"), names.row("MISSING"), names.row("Found")), (Some(0), Some(0), None));
//! ```

#[cfg(feature = "write")]
use alloc::{string::String, vec, vec::Vec};

#[cfg(feature = "write")]
use crate::numbers::EncodedNumbers;
use crate::numbers::Numbers;
use crate::texts::Strings;
#[cfg(feature = "write")]
use crate::texts::{EncodedStrings, TextTooLong};

/// Finds the row of a name. The fields are public for the expansion of a macro.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// The slots.
    pub slots: Numbers<'a>,
    /// The number of slots.
    pub count: usize,
    /// The symbol of each row.
    pub symbols: &'a Strings<'a>,
    /// The variant of each row.
    pub variants: &'a Strings<'a>,
    /// The number of rows.
    pub rows: usize,
    /// Further symbols.
    pub aliases: Strings<'a>,
    /// The row of each alias.
    pub alias_rows: Numbers<'a>,
}

impl<'a> Names<'a> {
    /// The row that a name stands for.
    #[inline]
    pub fn row(&self, name: &str) -> Option<usize> {
        let (mut slot, mut wraps) = (first_slot(name.as_bytes(), self.count), 0);
        // A free slot ends the search. Malformed data may have none: it ends at the second wrap.
        while wraps < 2 {
            let at = self.slots.get(slot).checked_sub(1)?;
            let (row, known) = self.known(at);
            if known == name {
                return Some(row);
            }
            slot += 1;
            if slot == self.count {
                (slot, wraps) = (0, wraps + 1);
            }
        }
        None
    }

    #[inline]
    fn known(&self, at: usize) -> (usize, &'a str) {
        let row = at / 2;
        if row >= self.rows {
            let alias = at - 2 * self.rows;
            (self.alias_rows.get(alias), self.aliases.get(alias))
        } else {
            (row, if at.is_multiple_of(2) { self.symbols.get(row) } else { self.variants.get(row) })
        }
    }
}

/// The slot at which the search for a name begins. Stable across platforms; not collision-resistant.
#[inline]
fn first_slot(name: &[u8], count: usize) -> usize {
    let mut hash = name.len() as u64;
    for chunk in name.as_chunks().0 {
        hash = mixed(hash, u64::from_le_bytes(*chunk));
    }
    // The final chunk overlaps the previous one, so there is no tail case for names of eight bytes and more.
    hash = match name.last_chunk() {
        Some(last) => mixed(hash, u64::from_le_bytes(*last)),
        None => name.iter().fold(hash, |hash, &byte| mixed(hash, byte.into())),
    };
    ((u128::from(hash) * count as u128) >> 64) as usize
}

#[inline]
fn mixed(hash: u64, more: u64) -> u64 {
    let product = (hash ^ more).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    product ^ product >> 32
}

/// The names of a code.
#[cfg(feature = "write")]
#[derive(Debug, Clone, Copy)]
pub struct Spellings<'t> {
    /// The row of the code.
    pub row: usize,
    /// Its symbol.
    pub symbol: &'t str,
    /// The name of its variant.
    pub variant: &'t str,
    /// Further symbols.
    pub aliases: &'t [String],
}

/// Writes a table of names.
#[cfg(feature = "write")]
#[derive(Debug, Clone)]
pub struct EncodedNames {
    slots: EncodedNumbers,
    count: usize,
    rows: usize,
    aliases: EncodedStrings,
    alias_rows: EncodedNumbers,
}

#[cfg(feature = "write")]
impl EncodedNames {
    /// Encodes the names of codes, in a table of `rows` rows. If a variant is called like the symbol of another row, the
    /// name stands for the symbol.
    ///
    /// # Errors
    /// An alias is too long.
    pub fn new(codes: &[Spellings<'_>], rows: usize) -> Result<Self, TextTooLong> {
        let aliases =
            || codes.iter().flat_map(|code| code.aliases.iter().map(|alias| (alias.as_str(), code.row)));
        let symbols = codes.iter().map(|code| (code.symbol, 2 * code.row));
        let variants = codes.iter().map(|code| (code.variant, 2 * code.row + 1));
        let further = aliases().enumerate().map(|(index, (alias, _))| (alias, 2 * rows + index));
        let names: Vec<(&str, usize)> = symbols.chain(further).chain(variants).collect();
        let slots = slots(&names);
        Ok(Self {
            count: slots.len(),
            rows,
            slots: slots.iter().map(|slot| slot.map_or(0, |name| names[name].1 + 1)).collect(),
            aliases: EncodedStrings::new(aliases().map(|(alias, _)| alias))?,
            alias_rows: aliases().map(|(_, row)| row).collect(),
        })
    }

    /// The slots.
    pub fn slots(&self) -> &EncodedNumbers {
        &self.slots
    }

    /// The number of slots.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The further symbols.
    pub fn aliases(&self) -> &EncodedStrings {
        &self.aliases
    }

    /// The row of each alias.
    pub fn alias_rows(&self) -> &EncodedNumbers {
        &self.alias_rows
    }

    /// The table to read, with the symbols and the variants of all rows.
    pub fn as_names<'a>(&'a self, symbols: &'a Strings<'a>, variants: &'a Strings<'a>) -> Names<'a> {
        Names {
            slots: self.slots.as_numbers(),
            count: self.count,
            symbols,
            variants,
            rows: self.rows,
            aliases: self.aliases.as_strings(),
            alias_rows: self.alias_rows.as_numbers(),
        }
    }
}

/// For each slot, the name in it.
#[cfg(feature = "write")]
fn slots(names: &[(&str, usize)]) -> Vec<Option<usize>> {
    let mut slots: Vec<Option<usize>> = vec![None; 2 * names.len() + 1];
    for (index, &(name, _)) in names.iter().enumerate() {
        let mut slot = first_slot(name.as_bytes(), slots.len());
        while slots[slot].is_some_and(|known| names[known].0 != name) {
            slot = (slot + 1) % slots.len();
        }
        slots[slot].get_or_insert(index);
    }
    slots
}
