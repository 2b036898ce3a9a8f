use code_registry_encoding::formats::Formats;

use crate::Language;

/// The languages of a table.
#[derive(Debug)]
pub struct Languages {
    /// The tags; the first is the default language.
    pub tags: &'static [Language],
    /// A hash table from languages to columns.
    pub slots: Slots<'static>,
    /// Languages that CLDR matches to a language of the table, each with its column.
    pub matches: &'static [(Language, u16)],
    /// For each language, the columns in which a text is looked for: its own, its fallbacks, the default language.
    pub chains: &'static [&'static [u16]],
    /// For each language, how sentences are written in it.
    pub speech: &'static [Speech<'static>],
}

/// How sentences with arguments are written in a language.
#[derive(Debug)]
pub struct Speech<'a> {
    /// The language, in which arguments are shown too.
    pub language: Language,
    /// It is written from right to left.
    pub right_to_left: bool,
    /// Its plural rules for "three files", as [`category`](code_registry_encoding::plural::category) reads them.
    pub cardinal: &'a [u8],
    /// Its plural rules for "the third file".
    pub ordinal: &'a [u8],
    /// How numbers and lists are written in it; `None` if no argument of the table needs it.
    pub formats: Option<&'a Formats<'a>>,
}

/// A text, and the language in which it is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    /// The text as it is stored.
    pub(crate) entry: &'static str,
    /// How sentences are written in its language.
    pub(crate) speech: &'static Speech<'static>,
}

impl Languages {
    /// The column with the texts for a language, by the lookup of RFC 4647 section 3.4. Each step also considers
    /// the relations of CLDR.
    #[inline(always)]
    pub const fn column(&self, language: Language) -> usize {
        self.column_by(self.slots, language)
    }

    /// The same with the slots of these languages.
    #[inline(always)]
    pub(crate) const fn column_by(&self, slots: Slots<'_>, language: Language) -> usize {
        match slots.column(language) {
            Some(column) => column,
            None => self.search(language),
        }
    }

    /// How sentences are written in the language of a column.
    #[inline]
    pub(crate) fn speech(&self, column: u8) -> &'static Speech<'static> {
        &self.speech[usize::from(column)]
    }

    // Cold, so that a language that is found at once does not occupy a register.
    #[cold]
    #[inline(never)]
    const fn search(&self, language: Language) -> usize {
        let mut wanted = Some(language);
        while let Some(language) = wanted {
            if let Some(column) = self.column_of(language) {
                return column;
            }
            if let Some(column) = self.matched_column(language) {
                return column;
            }
            wanted = language.parent();
        }
        0
    }

    /// The column of a language itself.
    #[inline]
    pub(crate) const fn column_of(&self, language: Language) -> Option<usize> {
        self.slots.search(language)
    }

    /// The column that CLDR chooses for readers of another language.
    pub(crate) const fn matched_column(&self, language: Language) -> Option<usize> {
        let mut index = 0;
        while index < self.matches.len() {
            if self.matches[index].0.is(language) {
                return Some(self.matches[index].1 as usize);
            }
            index += 1;
        }
        None
    }

    /// The language that CLDR chooses for readers of another one.
    pub(crate) fn matched(&self, language: Language) -> Option<Language> {
        Some(self.tags[self.matched_column(language)?])
    }
}

/// 2^64 divided by the golden ratio: keys that differ in a few bits get distant slots.
const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// A hash table from languages to columns, with linear probing. At most a quarter of its slots are taken.
#[derive(Debug, Clone, Copy)]
pub struct Slots<'a> {
    shift: u32,
    slots: &'a [Option<(Language, u16)>],
}

impl Slots<'_> {
    /// The column of a language that is in its first slot: nearly every one is.
    #[inline(always)]
    const fn column(&self, language: Language) -> Option<usize> {
        match self.slots[first_slot(language, self.shift)] {
            Some((known, column)) if known.is(language) => Some(column as usize),
            _ => None,
        }
    }

    /// The column of a language.
    const fn search(&self, language: Language) -> Option<usize> {
        let mut slot = first_slot(language, self.shift);
        while let Some((known, column)) = self.slots[slot] {
            if known.is(language) {
                return Some(column as usize);
            }
            slot = (slot + 1) % self.slots.len();
        }
        None
    }
}

#[inline(always)]
const fn first_slot(language: Language, shift: u32) -> usize {
    // The upper bits of the product depend on all bits of the language.
    (language.to_bits().wrapping_mul(MULTIPLIER) >> shift) as usize
}

/// The slots of the languages of a table; `N` is a power of two, and more than their number.
#[derive(Debug, Clone, Copy)]
pub struct SlotArrays<const N: usize> {
    slots: [Option<(Language, u16)>; N],
}

impl<const N: usize> SlotArrays<N> {
    const SHIFT: u32 = u64::BITS - N.ilog2();

    /// Puts each language into its first slot, or into the next free one.
    pub const fn new(tags: &[Language]) -> Self {
        assert!(N.is_power_of_two() && tags.len() < N, "a search ends at a free slot");
        let (mut slots, mut column) = ([None; N], 0);
        while column < tags.len() {
            let mut slot = first_slot(tags[column], Self::SHIFT);
            while slots[slot].is_some() {
                slot = (slot + 1) % N;
            }
            slots[slot] = Some((tags[column], column as u16));
            column += 1;
        }
        Self { slots }
    }

    /// The table to search.
    pub const fn as_slots(&self) -> Slots<'_> {
        Slots { shift: Self::SHIFT, slots: &self.slots }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may panic")]

    extern crate std;

    use std::format;
    use std::vec::Vec;

    use super::*;

    /// Each language is found by its tag and by a longer one; no other language is found.
    fn check<const N: usize>(tags: &[&str]) {
        let tags: Vec<Language> = tags.iter().map(|tag| Language::new(tag).unwrap()).collect();
        let slots: &'static SlotArrays<N> = Vec::leak(std::vec![SlotArrays::new(&tags)]).first().unwrap();
        let languages =
            Languages { tags: tags.leak(), slots: slots.as_slots(), matches: &[], chains: &[], speech: &[] };
        for (column, tag) in languages.tags.iter().enumerate() {
            assert_eq!(languages.column(*tag), column, "{tag}");
            for longer in ["CH", "Latn-CH"] {
                let longer = Language::new(&format!("{tag}-{longer}")).unwrap();
                assert_eq!(languages.column(longer), column, "{longer}");
            }
        }
        assert_eq!(languages.column(Language::new("xx-CH").unwrap()), 0);
    }

    #[test]
    fn a_language_is_found_in_whichever_slot_it_is() {
        let all: Vec<_> = (b'a'..=b'w').flat_map(|a| (b'a'..=b'z').map(move |b| [a, b])).collect();
        let all: Vec<&str> = all.iter().map(|tag| core::str::from_utf8(tag).unwrap()).collect();
        check::<4>(&all[..1]);
        check::<8>(&["en", "it"]);
        check::<64>(&all[100..114]);
        check::<1024>(&all[..129]);
        check::<1024>(&all);
    }
}
