use crate::Language;

/// The languages of a table.
#[derive(Debug)]
pub struct Languages {
    /// What they are called; the first is the default language.
    pub tags: &'static [Language],
    /// Where each of them is found at once.
    pub slots: Slots<'static>,
    /// For each of them, where a text is looked for: itself, its fallbacks, the default language.
    pub chains: &'static [&'static [u16]],
    /// For each of them, how it speaks.
    pub speech: &'static [Speech<'static>],
}

/// What a language does to a sentence with arguments.
#[derive(Debug)]
pub struct Speech<'a> {
    /// It is written from right to left.
    pub right_to_left: bool,
    /// Its plural rules for "three files", as [`category`](crate::plural::category) reads them.
    pub cardinal: &'a [u8],
    /// Its plural rules for "the third file".
    pub ordinal: &'a [u8],
}

impl Languages {
    /// The column that answers for a language, by the lookup of RFC 4647 section 3.4.
    #[inline(always)]
    pub const fn column(&self, language: Language) -> usize {
        match self.slots.column(language) {
            Some(column) => column,
            None => self.search(language),
        }
    }

    // Cold, so that a language that is found at once needs no register kept.
    #[cold]
    #[inline(never)]
    const fn search(&self, language: Language) -> usize {
        let mut wanted = Some(language);
        while let Some(language) = wanted {
            if let Some(column) = self.column_of(language) {
                return column;
            }
            wanted = language.parent();
        }
        0
    }

    /// The column of a language itself.
    #[inline]
    pub(crate) const fn column_of(&self, language: Language) -> Option<usize> {
        let mut found = self.slots.column(language);
        // One by one, where some are left out.
        let mut column = if self.slots.has_all { self.tags.len() } else { 0 };
        while found.is_none() && column < self.tags.len() {
            if self.tags[column].is(language) {
                found = Some(column);
            }
            column += 1;
        }
        found
    }
}

/// A perfect hash of languages, made when the table is compiled: it has the column of any of them at once.
#[derive(Debug, Clone, Copy)]
pub struct Slots<'a> {
    multiplier: u64,
    shift: u32,
    /// A language and its column.
    slots: &'a [Option<(Language, u16)>],
    /// Whether no language of the table is left out.
    has_all: bool,
}

impl Slots<'_> {
    /// The column of a language itself; none where it has none, or must be searched for.
    #[inline(always)]
    pub(crate) const fn column(&self, language: Language) -> Option<usize> {
        let slot = language.hash(self.multiplier, self.shift);
        match self.slots[slot] {
            Some((known, column)) if known.is(language) => Some(column as usize),
            _ => None,
        }
    }
}

/// What `Slots` refer to; `N` is a power of two.
#[derive(Debug, Clone, Copy)]
pub struct SlotArrays<const N: usize> {
    multiplier: u64,
    slots: [Option<(Language, u16)>; N],
    left_out: usize,
}

/// How many multipliers are tried until one leaves no language out.
const TRIES: usize = 64;

impl<const N: usize> SlotArrays<N> {
    const SHIFT: u32 = u64::BITS - N.ilog2();

    /// The slots of these languages. Of a hundred, a few may be left out, which are then searched for.
    pub const fn new(tags: &[Language]) -> Self {
        // 2^64 divided by the golden ratio: what differs in a few bits comes to lie far apart.
        let mut multiplier: u64 = 0x9E37_79B9_7F4A_7C15;
        let (mut best, mut tries) = (Self::with(multiplier, tags), 1);
        while best.left_out > 0 && tries < TRIES {
            multiplier = multiplier.wrapping_mul(0xD134_2543_DE82_EF95);
            let next = Self::with(multiplier, tags);
            if next.left_out < best.left_out {
                best = next;
            }
            tries += 1;
        }
        best
    }

    const fn with(multiplier: u64, tags: &[Language]) -> Self {
        let mut slots = Self { multiplier, slots: [None; N], left_out: 0 };
        let mut column = 0;
        while column < tags.len() {
            let slot = tags[column].hash(multiplier, Self::SHIFT);
            if slots.slots[slot].is_none() {
                slots.slots[slot] = Some((tags[column], column as u16));
            } else {
                slots.left_out += 1;
            }
            column += 1;
        }
        slots
    }

    /// They, wherever they lie.
    pub const fn as_slots(&self) -> Slots<'_> {
        let Self { multiplier, slots, left_out } = self;
        Slots { multiplier: *multiplier, shift: Self::SHIFT, slots, has_all: *left_out == 0 }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may panic")]

    extern crate std;

    use std::format;
    use std::vec::Vec;

    use super::*;

    /// Each is found by its tag, and by a longer one; no other is.
    fn check<const N: usize>(tags: &[&str], leaves_out: bool) {
        let tags: Vec<Language> = tags.iter().map(|tag| Language::new(tag).unwrap()).collect();
        let slots: &'static SlotArrays<N> = Vec::leak(std::vec![SlotArrays::new(&tags)]).first().unwrap();
        assert_eq!(slots.left_out > 0, leaves_out, "{tags:?}");
        let languages = Languages { tags: tags.leak(), slots: slots.as_slots(), chains: &[], speech: &[] };
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
    fn a_language_is_found_wherever_it_lies() {
        let all: Vec<_> = (b'a'..=b'w').flat_map(|a| (b'a'..=b'z').map(move |b| [a, b])).collect();
        let all: Vec<&str> = all.iter().map(|tag| core::str::from_utf8(tag).unwrap()).collect();
        check::<4>(&all[..1], false);
        check::<8>(&["en", "it"], false);
        check::<64>(&all[100..114], false);
        check::<1024>(&all[..129], false);
        check::<512>(&all, true);
    }
}
