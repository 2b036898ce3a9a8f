//! Messages with arguments: programs over whole sentences.
//!
//! A stored text that begins with a byte up to 8, which no text of a table does, is an entry with a program:
//!
//! ```text
//! entry    program sentences                        the sentences as a reader sees them, arguments as `{name}`
//! program  0 to 4 step*                             a sentence with this number of steps; if it is the whole entry,
//!                                                   the sentence is written from left to right
//!        | 5 length:3 step*                         a sentence with this number of bytes of steps
//!        | 6|7|8 length:3 argument:1 placeholder:1+ other case*    a choice: plural, ordinal, select
//! step     text:1 placeholder:1 argument:1          `text` bytes, then an argument in place of `placeholder` + 1 bytes;
//!                                                   the rest after the last step ends the sentence
//! other    branch                                   its sentence comes first
//! case     category:1 branch | 5 word:3+ branch     zero one two few many, or the text of the argument
//! branch   sentences:3 program                      the length of its sentences
//! ```
//!
//! Numbers have as many bytes of seven bits as the figure says, the low ones first; `+` is a number and as many bytes.
//! So an entry is a valid `str`. Literals too long for one step use argument index 127, which never exists; it prints
//! the literal alone.
//!
//! ```
//! # use code_registry_encoding::message::{Branch, Case, EncodedMessage, Part, Selector, shown};
//! # use code_registry_encoding::plural::Category;
//! let files = Part::Argument { index: 0, placeholder: "{count}" };
//! let one = EncodedMessage::sentence([Part::Text("one file")], false);
//! let other = EncodedMessage::sentence([files, Part::Text(" files")], false);
//! let message = EncodedMessage::choice(Selector::Plural, 0, "{count}", &other, [(Case::Category(Category::One), one)]);
//! let entry = message.into_entry();
//! assert_eq!(entry, "\u{6}\u{15}\0\0\0\u{7}{count}\u{d}\0\0\u{1}\0\u{6}\0\u{1}\u{8}\0\0\0{count} filesone file");
//! assert_eq!(shown(&entry), "{count} files");
//!
//! let (branch, sentences) = Branch::of_entry(&entry);
//! let chosen = branch.choice().unwrap().branch(Some(Category::One), |_| false);
//! assert_eq!(chosen.sentence(sentences).text, "one file");
//! ```

mod places;

#[cfg(feature = "write")]
use alloc::string::String;
use core::fmt::{self, Write};

use crate::plural::Category;
use crate::texts::slice;
use crate::words::words;
pub use places::{PluralPlaces, SentencePlace};

// The first byte of a program. Up to `FEW` it is the number of steps.
const FEW: u8 = 4;
#[cfg(feature = "write")]
const MANY: u8 = 5;
const PLURAL: u8 = 6;
const ORDINAL: u8 = 7;
const SELECT: u8 = 8;

/// The last of these: no text of a table begins with a byte up to it.
pub const LAST_PROGRAM: u8 = SELECT;

/// The first byte of a case with a word. Other cases begin with their category.
const WORD: u8 = 5;

/// The argument of a step that has none.
const NO_ARGUMENT: u8 = 127;

/// The most arguments that a message may have: their numbers are seven bits, and the last one is not used.
pub const MAX_ARGUMENTS: usize = NO_ARGUMENT as usize;

/// The length of a text, one less than the length of the placeholder after it, and the number of the argument.
pub type Step = [u8; 3];

/// A part of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// A text that stands for itself.
    Text(&'a str),
    /// An argument.
    Argument {
        /// Its number in the contract of the message; [`MAX_ARGUMENTS`] if it is a text.
        index: usize,
        /// The text to write if the argument is missing: `{name}`.
        placeholder: &'a str,
    },
}

words! {
    /// How an argument chooses a sentence.
    Selector {
        /// By the language's cardinal plural rules.
        Plural "plural"
        /// By the language's ordinal plural rules.
        Ordinal "ordinal"
        /// By the argument's text.
        Select "select"
    }
}

/// Whether a text is an entry with a program.
#[inline(always)]
pub const fn is_program(entry: &str) -> bool {
    matches!(entry.as_bytes(), [(..=LAST_PROGRAM), ..])
}

/// The text of an entry as a reader of the table sees it: arguments as `{name}`, and `other` of a choice.
#[inline]
pub const fn shown(entry: &str) -> &str {
    match entry.as_bytes() {
        [steps @ (..=FEW), ..] => match entry.split_at_checked(1 + size_of::<Step>() * *steps as usize) {
            Some((_, sentence)) => sentence,
            None => "",
        },
        [(..=LAST_PROGRAM), ..] => shown_sentence(entry),
        _ => entry,
    }
}

const fn shown_sentence(entry: &str) -> &str {
    let bytes = entry.as_bytes();
    let sentences = slice(entry, program_length(bytes), bytes.len());
    let (mut program, mut end) = (0, sentences.len());
    while byte(bytes, program) >= PLURAL {
        let other = program + 6 + byte(bytes, program + 5) as usize;
        end = number_at(bytes, other);
        program = other + 3;
    }
    slice(sentences, 0, end)
}

/// A sentence and the steps that write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence<'e> {
    /// The steps.
    pub steps: &'e [Step],
    /// The sentence as a reader sees it, arguments as `{name}`.
    pub text: &'e str,
}

impl<'e> Sentence<'e> {
    /// The sentence of an entry that is a single one, written from left to right. `None` if the entry is a choice or is
    /// written from right to left.
    #[inline]
    pub const fn of_entry(entry: &'e str) -> Option<Self> {
        match entry.as_bytes() {
            [steps @ (..=FEW), ..] => match entry.split_at_checked(1 + size_of::<Step>() * *steps as usize) {
                Some((program, text)) => {
                    Some(Self { steps: program.as_bytes().split_at(1).1.as_chunks().0, text })
                }
                None => Some(Self { steps: &[], text: "" }),
            },
            [(..=LAST_PROGRAM), ..] => None,
            _ => Some(Self { steps: &[], text: entry }),
        }
    }

    /// Writes the texts of the sentence to `out`, and the arguments, given by their index and their placeholder, with
    /// `write_argument`.
    ///
    /// # Errors
    /// Returns the first error.
    #[inline(always)]
    pub fn write<W: Write>(
        self,
        out: &mut W,
        mut write_argument: impl FnMut(usize, &'e str, &mut W) -> fmt::Result,
    ) -> fmt::Result {
        let mut rest = self.text;
        for step in self.steps {
            let Some((text, after)) = rest.split_at_checked(step[0].into()) else { break };
            let Some((placeholder, after)) = after.split_at_checked(usize::from(step[1]) + 1) else { break };
            rest = after;
            if !text.is_empty() {
                out.write_str(text)?;
            }
            // The number is read here: kept across the call, it would occupy a register.
            write_argument(step[2].into(), placeholder, out)?;
        }
        if rest.is_empty() { Ok(()) } else { out.write_str(rest) }
    }
}

/// A program, and the part of the sentences of its entry that it writes.
#[derive(Debug, Clone, Copy)]
pub struct Branch<'e> {
    program: &'e [u8],
    start: usize,
    end: usize,
}

impl<'e> Branch<'e> {
    /// The program of an entry, and its sentences.
    #[inline(always)]
    pub fn of_entry(entry: &'e str) -> (Self, &'e str) {
        let length = match *entry.as_bytes() {
            [steps @ (..=FEW), ..] => 1 + size_of::<Step>() * usize::from(steps),
            [(..=LAST_PROGRAM), a, b, c, ..] => 4 + number([a, b, c]),
            _ => 0,
        };
        let (program, sentences) = entry.split_at_checked(length).unwrap_or_default();
        (Self { program: program.as_bytes(), start: 0, end: sentences.len() }, sentences)
    }

    /// The choice between branches; `None` if this is a sentence.
    #[inline(always)]
    pub fn choice(&self) -> Option<Choice<'e>> {
        let [kind @ (PLURAL..), _, _, _, argument, rest @ ..] = self.program else { return None };
        let selector = match *kind {
            PLURAL => Selector::Plural,
            ORDINAL => Selector::Ordinal,
            _ => Selector::Select,
        };
        let mut rest = Rest { program: rest, start: self.start };
        let length = rest.byte().unwrap_or_default();
        let placeholder = rest.take(length.into());
        let other = rest.branch();
        Some(Choice { selector, argument: usize::from(*argument), placeholder, other, cases: rest })
    }

    /// The sentence of the branch, of the sentences of its entry.
    #[inline(always)]
    pub fn sentence(&self, sentences: &'e str) -> Sentence<'e> {
        let steps = match self.program {
            [(..=FEW), steps @ ..] | [_, _, _, _, steps @ ..] => steps,
            _ => &[],
        };
        Sentence { steps: steps.as_chunks().0, text: slice(sentences, self.start, self.end) }
    }
}

/// A choice between branches by an argument.
#[derive(Debug, Clone, Copy)]
pub struct Choice<'e> {
    /// How the argument chooses.
    pub selector: Selector,
    /// The number of the argument in the contract of the message.
    pub argument: usize,
    /// The argument as `{name}`.
    pub placeholder: &'e [u8],
    other: Branch<'e>,
    cases: Rest<'e>,
}

impl<'e> Choice<'e> {
    /// The branch if the argument is missing.
    #[inline(always)]
    pub fn other(&self) -> Branch<'e> {
        self.other
    }

    /// The branch of the first case that is met: by the plural category of the argument, or by a word if the argument
    /// `is` displayed as this word.
    #[inline(always)]
    pub fn branch(self, category: Option<Category>, mut is: impl FnMut(&'e [u8]) -> bool) -> Branch<'e> {
        let mut cases = self.cases;
        while let Some(case) = cases.byte() {
            let is_met = match case {
                WORD => is(cases.word()),
                case => category.is_some_and(|category| category as u8 == case),
            };
            let branch = cases.branch();
            if is_met {
                return branch;
            }
        }
        self.other
    }
}

/// The unread part of a choice.
#[derive(Debug, Clone, Copy)]
struct Rest<'e> {
    program: &'e [u8],
    /// Where the sentences of the next branch begin.
    start: usize,
}

impl<'e> Rest<'e> {
    #[inline]
    fn take(&mut self, count: usize) -> &'e [u8] {
        let (taken, rest) = self.program.split_at_checked(count).unwrap_or_default();
        self.program = rest;
        taken
    }

    #[inline(always)]
    fn byte(&mut self) -> Option<u8> {
        let (&byte, rest) = self.program.split_first()?;
        self.program = rest;
        Some(byte)
    }

    #[inline(always)]
    fn number(&mut self) -> usize {
        let &[a, b, c, ref rest @ ..] = self.program else { return 0 };
        self.program = rest;
        number([a, b, c])
    }

    fn word(&mut self) -> &'e [u8] {
        let length = self.number();
        self.take(length)
    }

    #[inline(always)]
    fn branch(&mut self) -> Branch<'e> {
        let (start, end) = (self.start, self.start + self.number());
        self.start = end;
        let length = match *self.program {
            [steps @ (..=FEW), ..] => 1 + size_of::<Step>() * usize::from(steps),
            [_, a, b, c, ..] => 4 + number([a, b, c]),
            _ => self.program.len(),
        };
        let program = self.take(length);
        Branch { program, start, end }
    }
}

/// The length of the program of an entry whose first byte is more than [`FEW`].
#[inline]
const fn program_length(bytes: &[u8]) -> usize {
    4 + number_at(bytes, 1)
}

#[inline]
const fn number_at(bytes: &[u8], at: usize) -> usize {
    number([byte(bytes, at), byte(bytes, at + 1), byte(bytes, at + 2)])
}

/// The byte at an offset; 0 past the end.
#[inline]
const fn byte(bytes: &[u8], at: usize) -> u8 {
    if at < bytes.len() { bytes[at] } else { 0 }
}

/// A number of three times seven bits.
#[inline]
const fn number([a, b, c]: [u8; 3]) -> usize {
    a as usize | (b as usize) << 7 | (c as usize) << 14
}

/// When a branch of a choice is taken.
#[cfg(feature = "write")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case<'a> {
    /// The argument has this plural category.
    Category(Category),
    /// The argument is displayed as this word.
    Word(&'a str),
}

/// Writes a message, or a branch of one.
#[cfg(feature = "write")]
#[derive(Debug, Clone, Default)]
pub struct EncodedMessage {
    program: String,
    sentences: String,
    /// The message is a sentence without arguments.
    is_plain: bool,
}

#[cfg(feature = "write")]
impl EncodedMessage {
    /// A sentence. An argument has a number less than [`MAX_ARGUMENTS`] and a placeholder of 1 to 128 bytes.
    pub fn sentence<'p>(parts: impl IntoIterator<Item = Part<'p>>, right_to_left: bool) -> Self {
        let mut sentence = SentenceWriter { is_plain: true, ..SentenceWriter::default() };
        for part in parts {
            match part {
                Part::Text(text) => sentence.text(text),
                Part::Argument { index, placeholder } => {
                    sentence.is_plain = false;
                    sentence.step(placeholder, argument_byte(index));
                }
            }
        }
        // A small step count implies that the sentence is written from left to right.
        let few = if right_to_left { 0 } else { usize::from(FEW) };
        let mut program = String::new();
        if sentence.count <= few {
            program.push(seven_bits(sentence.count));
        } else {
            program.push(char::from(MANY));
            push_number(&mut program, sentence.steps.len());
        }
        program.push_str(&sentence.steps);
        sentence.shown.push_str(sentence.text);
        Self { program, sentences: sentence.shown, is_plain: sentence.is_plain }
    }

    /// A choice by an argument, with the branch `other` and the cases in the order they are tried.
    pub fn choice<'c>(
        selector: Selector,
        argument: usize,
        placeholder: &str,
        other: &Self,
        cases: impl IntoIterator<Item = (Case<'c>, Self)>,
    ) -> Self {
        let mut branches = Self::default();
        branches.program.extend([char::from(argument_byte(argument)), seven_bits(placeholder.len())]);
        branches.program.push_str(placeholder);
        branches.push(other);
        for (case, message) in cases {
            match case {
                Case::Category(category) => branches.program.push(char::from(category as u8)),
                Case::Word(word) => {
                    branches.program.push(char::from(WORD));
                    push_number(&mut branches.program, word.len());
                    branches.program.push_str(word);
                }
            }
            branches.push(&message);
        }
        let kind = match selector {
            Selector::Plural => PLURAL,
            Selector::Ordinal => ORDINAL,
            Selector::Select => SELECT,
        };
        let mut program = String::from(char::from(kind));
        push_number(&mut program, branches.program.len());
        program.push_str(&branches.program);
        Self { program, ..branches }
    }

    /// The text to store. A sentence without arguments is stored as it is.
    pub fn into_entry(self) -> String {
        if self.is_plain { self.sentences } else { self.program + &self.sentences }
    }

    fn push(&mut self, branch: &Self) {
        push_number(&mut self.program, branch.sentences.len());
        self.program.push_str(&branch.program);
        self.sentences.push_str(&branch.sentences);
    }
}

/// The most bytes of text in a step.
#[cfg(feature = "write")]
const MAX_STEP_TEXT: usize = 127;

/// A sentence as a reader sees it, and its steps.
#[cfg(feature = "write")]
#[derive(Default)]
struct SentenceWriter<'m> {
    shown: String,
    steps: String,
    count: usize,
    /// The text since the last step.
    text: &'m str,
    is_plain: bool,
}

#[cfg(feature = "write")]
impl<'m> SentenceWriter<'m> {
    fn text(&mut self, text: &'m str) {
        self.text = text;
        while self.text.len() > MAX_STEP_TEXT {
            let (text, rest) = split(self.text, MAX_STEP_TEXT);
            let (placeholder, rest) = split(rest, MAX_STEP_TEXT + 1);
            self.text = text;
            self.step(placeholder, NO_ARGUMENT);
            self.text = rest;
        }
    }

    fn step(&mut self, placeholder: &str, argument: u8) {
        let shown = seven_bits(placeholder.len().saturating_sub(1));
        self.steps.extend([seven_bits(self.text.len()), shown, char::from(argument)]);
        self.shown.extend([self.text, placeholder]);
        self.count += 1;
        self.text = "";
    }
}

/// A text in two parts; the first one has at most `most` bytes.
#[cfg(feature = "write")]
fn split(text: &str, most: usize) -> (&str, &str) {
    let end = (0..=most.min(text.len())).rev().find(|&end| text.is_char_boundary(end));
    text.split_at(end.unwrap_or(0))
}

#[cfg(feature = "write")]
fn argument_byte(index: usize) -> u8 {
    u8::try_from(index).map_or(NO_ARGUMENT, |index| index.min(NO_ARGUMENT))
}

#[cfg(feature = "write")]
fn push_number(program: &mut String, number: usize) {
    program.extend([seven_bits(number), seven_bits(number >> 7), seven_bits(number >> 14)]);
}

#[cfg(feature = "write")]
fn seven_bits(number: usize) -> char {
    char::from((number & 0x7F) as u8)
}
