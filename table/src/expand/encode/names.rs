use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::{Numbers, Strings};

/// A hash table of names: `registry/names.rs` reads it.
pub(crate) struct Names {
    slots: Numbers,
    count: usize,
    aliases: Strings,
    alias_rows: Numbers,
}

/// The names of a code.
pub(crate) struct Spellings<'t> {
    pub(crate) row: usize,
    pub(crate) symbol: &'t str,
    pub(crate) variant: &'t str,
    pub(crate) aliases: &'t [String],
}

impl Names {
    /// The names of these codes, in a table of so many rows. A symbol goes before a variant's name that another row's
    /// symbol equals.
    ///
    /// # Errors
    /// Says how large an alias is, where it is too large.
    pub(crate) fn new(codes: &[Spellings<'_>], rows: usize) -> Result<Self, String> {
        let aliases =
            || codes.iter().flat_map(|code| code.aliases.iter().map(|alias| (alias.as_str(), code.row)));
        let symbols = codes.iter().map(|code| (code.symbol, 2 * code.row));
        let variants = codes.iter().map(|code| (code.variant, 2 * code.row + 1));
        let further = aliases().enumerate().map(|(index, (alias, _))| (alias, 2 * rows + index));
        let names: Vec<(&str, usize)> = symbols.chain(further).chain(variants).collect();
        let slots = slots(&names);
        Ok(Self {
            count: slots.len(),
            slots: slots.iter().map(|slot| slot.map_or(0, |name| names[name].1 + 1)).collect(),
            aliases: Strings::of(aliases().map(|(alias, _)| alias))?,
            alias_rows: aliases().map(|(_, row)| row).collect(),
        })
    }
}

/// For each slot, the name in it. There are free ones: by these a search ends.
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

/// As `registry/names.rs` has it.
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

impl ToTokens for Names {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { slots, count, aliases, alias_rows } = self;
        tokens.extend(quote! {
            __rt::Names { slots: #slots, count: #count, aliases: #aliases, alias_rows: #alias_rows }
        });
    }
}
