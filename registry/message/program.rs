use core::fmt;

use super::arguments::Arguments;
use crate::plural::category;
use crate::texts::Speech;

/// The first byte of an entry that is more than its text.
const PROGRAM: u8 = 1;
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
    let length = number(bytes, 1);
    let sentences = entry.split_at(3 + length).1;
    let (mut program, mut end) = (3, sentences.len());
    while bytes[program] != SENTENCE {
        let branch = program + 4 + number(bytes, program + 2);
        end = long_number(bytes, branch + 3);
        program = branch + 6;
    }
    sentences.split_at(end).0
}

/// Writes an entry with its arguments.
pub(super) fn run(
    entry: &str,
    speech: &Speech,
    arguments: Arguments<'_>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    if entry.as_bytes().first() != Some(&PROGRAM) {
        return f.write_str(entry);
    }
    let (program, sentences) = entry[3..].split_at(number(entry.as_bytes(), 1));
    Branch { program, sentences }.write(speech, arguments, f)
}

/// A program and the sentences it works on.
#[derive(Clone, Copy)]
struct Branch<'a> {
    program: &'a str,
    sentences: &'a str,
}

impl Branch<'_> {
    fn write(self, speech: &Speech, arguments: Arguments<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut branch = self;
        while branch.program.as_bytes()[0] != SENTENCE {
            branch = branch.choose(speech, arguments);
        }
        branch.write_sentence(speech, arguments, f)
    }

    fn write_sentence(
        self,
        speech: &Speech,
        arguments: Arguments<'_>,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        let mut rest = self.sentences;
        let (steps, _) = self.program.as_bytes()[1..].as_chunks();
        for &[text_low, text_high, argument, shown_low, shown_high] in steps {
            let (text, after) = rest.split_at(join(text_low, text_high));
            f.write_str(text)?;
            let (shown, after) = after.split_at(join(shown_low, shown_high));
            rest = after;
            if argument != NO_ARGUMENT {
                arguments.write(argument as usize, shown, speech.right_to_left, f)?;
            }
        }
        f.write_str(rest)
    }

    fn choose(self, speech: &Speech, arguments: Arguments<'_>) -> Self {
        let bytes = self.program.as_bytes();
        let (kind, index, name_length) = (bytes[0], bytes[1] as usize, number(bytes, 2));
        let (name, mut rest) = self.program[4..].split_at(name_length);
        let mut sentences = self.sentences;
        let other = next_branch(&mut rest, &mut sentences);
        let Some(argument) = arguments.get(index, name) else { return other };
        let category = match kind {
            CARDINAL => argument.operands().map(|operands| category(speech.cardinal, &operands)),
            ORDINAL => argument.operands().map(|operands| category(speech.ordinal, &operands)),
            _ => None,
        };
        while let Some(&case) = rest.as_bytes().first() {
            rest = &rest[1..];
            let fits = if case == WORD {
                let (word, after) = rest[2..].split_at(number(rest.as_bytes(), 0));
                rest = after;
                argument.is(word)
            } else {
                category.is_some_and(|category| category as u8 == case)
            };
            let branch = next_branch(&mut rest, &mut sentences);
            if fits {
                return branch;
            }
        }
        other
    }
}

fn next_branch<'a>(program: &mut &'a str, sentences: &mut &'a str) -> Branch<'a> {
    let bytes = program.as_bytes();
    let (program_length, sentences_length) = (long_number(bytes, 0), long_number(bytes, 3));
    let (branch_program, program_after) = program[6..].split_at(program_length);
    let (branch_sentences, sentences_after) = sentences.split_at(sentences_length);
    (*program, *sentences) = (program_after, sentences_after);
    Branch { program: branch_program, sentences: branch_sentences }
}

const fn join(low: u8, high: u8) -> usize {
    low as usize | (high as usize) << 7
}

const fn number(bytes: &[u8], at: usize) -> usize {
    join(bytes[at], bytes[at + 1])
}

const fn long_number(bytes: &[u8], at: usize) -> usize {
    number(bytes, at) | (bytes[at + 2] as usize) << 14
}
