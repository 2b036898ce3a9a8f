use core::fmt;

use super::arguments::Arguments;
use crate::languages::Speech;
use crate::plural::category;

/// The first byte of an entry that is more than its text.
pub(crate) const PROGRAM: u8 = 1;
/// An argument's index that stands for none: a text longer than a number can say goes on.
const NO_ARGUMENT: u8 = 127;
/// What a program begins with, and what a case does.
const SENTENCE: u8 = 0;
const CARDINAL: u8 = 1;
const ORDINAL: u8 = 2;
const WORD: u8 = 5;

/// The text of an entry as a reader of the table sees it: arguments as `{name}`, of a choice the sentence `other`.
#[inline]
pub(crate) const fn shown(entry: &str) -> &str {
    match entry.as_bytes() {
        [PROGRAM, ..] => sentence_shown(entry),
        _ => entry,
    }
}

const fn sentence_shown(entry: &str) -> &str {
    let bytes = entry.as_bytes();
    let sentences = entry.split_at(4 + long_number(bytes, 1)).1;
    let (mut program, mut end) = (4, sentences.len());
    while bytes[program] != SENTENCE {
        let branch = program + 5 + long_number(bytes, program + 2);
        end = long_number(bytes, branch + 3);
        program = branch + 6;
    }
    sentences.split_at(end).0
}

/// Writes an entry with its arguments.
#[inline]
pub(super) fn run(
    entry: &str,
    speech: &Speech<'_>,
    arguments: Arguments<'_>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    match entry.as_bytes() {
        bytes @ [PROGRAM, _, _, _, rest @ ..] => {
            let length = long_number(bytes, 1);
            let branch = Branch { program: &rest[..length], sentences: entry.split_at(4 + length).1 };
            branch.write(speech, arguments, f)
        }
        _ => f.write_str(entry),
    }
}

/// A program and the sentences it works on.
#[derive(Clone, Copy)]
struct Branch<'a> {
    program: &'a [u8],
    sentences: &'a str,
}

impl Branch<'_> {
    #[inline]
    fn write(
        mut self,
        speech: &Speech<'_>,
        arguments: Arguments<'_>,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        loop {
            match self.program {
                [SENTENCE, steps @ ..] => return write_sentence(steps, self.sentences, speech, arguments, f),
                _ => self = self.choose(speech, arguments),
            }
        }
    }

    /// The sentence, or the next choice, that an argument chooses.
    // Most messages have no choice: in one function with it, they pay for its registers.
    #[inline(never)]
    fn choose(self, speech: &Speech<'_>, arguments: Arguments<'_>) -> Self {
        let (kind, index) = (self.program[0], usize::from(self.program[1]));
        let mut rest = Rest { program: &self.program[2..], sentences: self.sentences };
        let name = rest.word();
        let other = rest.branch();
        let Some(argument) = arguments.get(index, name) else { return other };
        let category = match kind {
            CARDINAL => argument.operands().map(|operands| category(speech.cardinal, &operands)),
            ORDINAL => argument.operands().map(|operands| category(speech.ordinal, &operands)),
            _ => None,
        };
        while let Some(case) = rest.case() {
            let fits = match case {
                WORD => argument.is(rest.word()),
                _ => category.is_some_and(|category| category as u8 == case),
            };
            let branch = rest.branch();
            if fits {
                return branch;
            }
        }
        other
    }
}

fn write_sentence(
    steps: &[u8],
    sentence: &str,
    speech: &Speech<'_>,
    arguments: Arguments<'_>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let mut rest = sentence;
    for &[text_low, text_high, argument, shown_low, shown_high] in steps.as_chunks().0 {
        let (text, after) = rest.split_at(join(text_low, text_high));
        f.write_str(text)?;
        let (shown, after) = after.split_at(join(shown_low, shown_high));
        rest = after;
        if argument != NO_ARGUMENT {
            arguments.write(usize::from(argument), shown, speech.right_to_left, f)?;
        }
    }
    if rest.is_empty() { Ok(()) } else { f.write_str(rest) }
}

/// What is still to be read of a choice.
struct Rest<'a> {
    program: &'a [u8],
    sentences: &'a str,
}

impl<'a> Rest<'a> {
    fn case(&mut self) -> Option<u8> {
        let (&case, rest) = self.program.split_first()?;
        self.program = rest;
        Some(case)
    }

    fn word(&mut self) -> &'a [u8] {
        let (word, rest) = self.program[3..].split_at(long_number(self.program, 0));
        self.program = rest;
        word
    }

    fn branch(&mut self) -> Branch<'a> {
        let (program, program_rest) = self.program[6..].split_at(long_number(self.program, 0));
        let (sentences, sentences_rest) = self.sentences.split_at(long_number(self.program, 3));
        *self = Self { program: program_rest, sentences: sentences_rest };
        Branch { program, sentences }
    }
}

#[inline]
const fn join(low: u8, high: u8) -> usize {
    low as usize | (high as usize) << 7
}

const fn number(bytes: &[u8], at: usize) -> usize {
    join(bytes[at], bytes[at + 1])
}

const fn long_number(bytes: &[u8], at: usize) -> usize {
    number(bytes, at) | (bytes[at + 2] as usize) << 14
}
