use core::fmt;

use code_registry_encoding::message::{PluralPlaces, Sentence, SentencePlace, Step};
use code_registry_encoding::plural::Category;
use code_registry_encoding::texts::Texts as KindTexts;

use crate::Table;
use crate::argument::{Argument, Value, isolate};
use crate::code::Code;
use crate::languages::Languages;
use crate::sentence::write_sentence;
use crate::texts::Texts;

/// Where the message of a row is in each language: a derived error knows its row, so that its message need not be found
/// whenever it is displayed.
///
/// `P` is an array of [`Place`]s: for each language one, or as many as the plurals of any language need.
#[derive(Debug)]
pub struct SentenceIndex<P: ?Sized = [Place]> {
    /// Not the string itself: the crate that derives would hold a copy of it.
    texts: &'static KindTexts<'static>,
    /// The number of the argument that chooses a plural; past the last one if none does.
    counted: u8,
    /// The number of places of each language.
    stride: u8,
    /// First one for each language, then the other ones of each language.
    places: P,
}

/// A sentence and its steps, in the string of all messages.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// As bytes, so that a place has ten and not twelve.
    sentence: [u8; 4],
    length: u16,
    /// The bytes between the beginning of the steps and that of the sentence.
    back: u16,
    /// The number of steps in the lower three bits. Above them, in the first place of a language, a bit for each category
    /// that has a sentence of its own.
    steps: u8,
    /// The column of the language that the sentence is written in.
    column: u8,
}

/// The bits of the number of steps.
const STEPS: u32 = 3;

impl<const PLACES: usize> SentenceIndex<[Place; PLACES]> {
    /// Finds the sentences of a row, with the same number of places for each language.
    ///
    /// Generic, so that each derive adds only a short expression to the metadata of its crate.
    pub const fn of<C: Code>(row: usize) -> Self {
        let (texts, languages) = (&<C::Table>::MESSAGES, languages::<C>());
        let stride = PLACES / languages;
        let counted = if stride > 1 { counted(texts, row, languages).0 } else { NOT_COUNTED };
        let (mut places, mut column) = ([Place::ELSEWHERE; PLACES], 0);
        while column < languages {
            let next = languages + column * (stride - 1);
            Found::new(texts, row, column).put(&mut places, column, next, counted);
            column += 1;
        }
        Self { texts: texts.kind(row), counted, stride: stride as u8, places }
    }
}

/// No argument has this number.
const NOT_COUNTED: u8 = u8::MAX;

/// How many languages a registry has.
pub const fn languages<C: Code>() -> usize {
    C::LANGUAGES.len()
}

/// How many sentences the plurals of a row have, in the language that has the most; 1 if it has no plurals.
pub const fn sentences<C: Code>(row: usize) -> usize {
    counted(&<C::Table>::MESSAGES, row, languages::<C>()).1
}

/// The number of the argument that chooses a plural in the first language that has one, and the most sentences.
const fn counted(texts: &Texts, row: usize, languages: usize) -> (u8, usize) {
    let (mut counted, mut most, mut column) = (NOT_COUNTED, 1, 0);
    while column < languages {
        if let Some(plural) = PluralPlaces::of_entry(Found::new(texts, row, column).entry) {
            if counted == NOT_COUNTED {
                counted = plural.argument;
            }
            let own = 1 + plural.own().count_ones() as usize;
            if own > most {
                most = own;
            }
        }
        column += 1;
    }
    (counted, most)
}

/// An entry, where it begins, and the column that it was found in.
struct Found {
    entry: &'static str,
    start: usize,
    column: usize,
}

impl Found {
    const fn new(texts: &Texts, row: usize, column: usize) -> Self {
        let (start, end, column) = texts.place(row, column);
        let entry = texts.kind(row).strings.texts.split_at(end).0.split_at(start).1;
        Self { entry, start, column }
    }

    /// Puts the places of the sentences there. They remain elsewhere if the entry has other choices.
    const fn put<const PLACES: usize>(
        &self,
        places: &mut [Place; PLACES],
        first: usize,
        mut next: usize,
        counted: u8,
    ) {
        if let Some(Sentence { steps, text }) = Sentence::of_entry(self.entry) {
            let sentence = self.entry.len() - text.len();
            let before = size_of_val(steps);
            let (steps, count) = (sentence - before, steps.len() as u8);
            if let Some(place) = self.place(SentencePlace { steps, count, sentence, length: text.len() }) {
                places[first] = place;
            }
        } else if let Some(plural) = PluralPlaces::of_entry(self.entry)
            && plural.argument == counted
            && let Some(mut other) = self.place(plural.sentences[Category::Other as usize])
        {
            let own = plural.own();
            other.steps |= own << STEPS;
            places[first] = other;
            let mut category = 0;
            while category < Category::Other as usize {
                if own & 1 << category != 0 {
                    if let Some(place) = self.place(plural.sentences[category]) {
                        places[next] = place;
                    }
                    next += 1;
                }
                category += 1;
            }
        }
    }

    /// The place in the string of all messages; `None` if the numbers are too large.
    const fn place(&self, place: SentencePlace) -> Option<Place> {
        let (sentence, back) = (self.start + place.sentence, place.sentence - place.steps);
        let fits = sentence <= u32::MAX as usize && place.length <= u16::MAX as usize;
        if !fits || back > u16::MAX as usize || self.column > u8::MAX as usize {
            return None;
        }
        Some(Place {
            sentence: (sentence as u32).to_le_bytes(),
            length: place.length as u16,
            back: back as u16,
            steps: place.count,
            column: self.column as u8,
        })
    }
}

impl Place {
    /// The message is found as others are: it has choices other than plurals, or is written from right to left.
    const ELSEWHERE: Self = Self { sentence: [0; 4], length: 0, back: 1, steps: 0, column: 0 };
}

impl SentenceIndex {
    /// The place of the sentence that an argument chooses, by the rules of the language of `other`.
    #[inline(always)]
    fn plural<'a>(
        &'a self,
        other: &'a Place,
        languages: &Languages,
        column: usize,
        arguments: &[Argument<'_>],
    ) -> Option<&'a Place> {
        let counted = arguments.get(usize::from(self.counted))?;
        let category = counted.category(languages.speech(other.column).cardinal).unwrap_or(Category::Other);
        let (own, bit) = (other.steps >> STEPS, 1 << category as u8);
        if own & bit == 0 {
            return Some(other);
        }
        let before = (own & (bit - 1)).count_ones() as usize;
        self.places.get(languages.tags.len() + column * usize::from(self.stride - 1) + before)
    }

    /// Writes the message for readers of the language of a column. `None` if it is not in the index.
    // Inlined into its only caller: a call between them took 50 instructions to save registers.
    #[inline(always)]
    pub(super) fn write(
        &self,
        languages: &'static Languages,
        column: usize,
        arguments: &[Argument<'_>],
        f: &mut fmt::Formatter<'_>,
    ) -> Option<fmt::Result> {
        let mut place = self.places.get(column)?;
        if place.steps >= 1 << STEPS {
            place = self.plural(place, languages, column, arguments)?;
        }
        let (before, after) = self.texts.strings.texts.split_at(u32::from_le_bytes(place.sentence) as usize);
        let bytes = before.as_bytes().get(before.len().checked_sub(place.back.into())?..)?;
        let steps =
            bytes.get(..size_of::<Step>() * usize::from(place.steps & ((1 << STEPS) - 1)))?.as_chunks().0;
        let sentence = Sentence { steps, text: after.split_at(place.length.into()).0 };
        let column = place.column;
        Some(write_sentence(
            sentence,
            arguments,
            |argument, f| {
                isolate::write_left_to_right(argument, f, |f| write_other(argument, languages, column, f))
            },
            f,
        ))
    }
}

// Not inlined, so that the language is only looked up for the few arguments that depend on it.
#[inline(never)]
fn write_other(
    argument: &Argument<'_>,
    languages: &Languages,
    column: u8,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    match argument.0 {
        Value::Unsigned(number) => isolate::write_unsigned(number, f),
        _ => isolate::write_other(argument, languages.speech(column), f),
    }
}
