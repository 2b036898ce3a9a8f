use core::borrow::Borrow as _;
use core::fmt;

use super::arguments::{Argument, Arguments};
use super::isolate;
use crate::languages::Speech;

// What a program begins with: up to `FEW` the number of its steps.
const FEW: u8 = 4;
const CARDINAL: u8 = 6;
const ORDINAL: u8 = 7;
const SELECT: u8 = PROGRAM;
/// The last of them: no text begins with such a byte.
pub(crate) const PROGRAM: u8 = 8;
/// What the case of a word begins with; others begin with their category.
const WORD: u8 = 5;

/// How long a text is, one less than how long the place after it is, and whose place that is.
pub(super) type Step = [u8; 3];

/// The text of an entry as a reader of the table sees it: arguments as `{name}`, of a choice the sentence `other`.
#[inline]
pub(crate) const fn shown(entry: &str) -> &str {
    match entry.as_bytes() {
        [(..=PROGRAM), ..] => sentence_shown(entry),
        _ => entry,
    }
}

const fn sentence_shown(entry: &str) -> &str {
    let bytes = entry.as_bytes();
    let sentences = entry.split_at(length(bytes, 0)).1;
    let (mut program, mut end) = (0, sentences.len());
    while bytes[program] >= CARDINAL {
        let other = program + 6 + bytes[program + 5] as usize;
        end = number(bytes, other);
        program = other + 3;
    }
    sentences.split_at(end).0
}

/// The steps and the sentence of an entry that is one, written from left to right; none where more is to be known.
pub(super) const fn sentence_of(entry: &str) -> Option<(&[Step], &str)> {
    match entry.as_bytes() {
        [(..=FEW), ..] => {
            let (program, sentence) = entry.split_at(length(entry.as_bytes(), 0));
            Some((program.as_bytes().split_at(1).1.as_chunks().0, sentence))
        }
        [(..=PROGRAM), ..] => None,
        _ => Some((&[], entry)),
    }
}

/// Writes an entry of a language that speaks so, with its arguments.
pub(super) fn run<'a, A: Arguments<'a>>(
    entry: &str,
    speech: &Speech<'_>,
    arguments: A,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let (steps, sentence) = sentence_of(entry).unwrap_or_else(|| chosen(entry, speech, arguments));
    match speech.right_to_left {
        true => write_sentence(steps, sentence, arguments, isolate::write_at_once, f),
        false => write_sentence(steps, sentence, arguments, isolate::write, f),
    }
}

#[inline(always)]
pub(super) fn write_sentence<'a, A: Arguments<'a>>(
    steps: &[Step],
    sentence: &str,
    arguments: A,
    write: impl Fn(&Argument<'_>, &mut fmt::Formatter<'_>) -> fmt::Result,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let mut rest = sentence;
    // Each byte is read where it is needed: kept over a call, it would need a register.
    for step in steps {
        if step[0] > 0 {
            let (text, after) = rest.split_at(step[0].into());
            rest = after;
            f.write_str(text)?;
        }
        let (shown, after) = rest.split_at(usize::from(step[1]) + 1);
        rest = after;
        match arguments.get(step[2].into(), shown.as_bytes()) {
            Some(argument) => write(argument.borrow(), f)?,
            None => f.write_str(shown)?,
        }
    }
    if rest.is_empty() { Ok(()) } else { f.write_str(rest) }
}

/// The steps and the sentence that the arguments choose.
fn chosen<'a, 'e, A: Arguments<'a>>(
    entry: &'e str,
    speech: &Speech<'_>,
    arguments: A,
) -> (&'e [Step], &'e str) {
    let (program, sentences) = entry.split_at(length(entry.as_bytes(), 0));
    let mut branch = Branch { program: program.as_bytes(), sentence: 0, end: sentences.len() };
    while let [kind @ CARDINAL..=SELECT, _, _, _, index, rest @ ..] = branch.program {
        let rest = Rest { program: rest, sentence: branch.sentence };
        branch = choose(*kind, usize::from(*index), rest, speech, arguments);
    }
    let steps = match branch.program {
        [(..=FEW), steps @ ..] | [_, _, _, _, steps @ ..] => steps,
        _ => &[],
    };
    (steps.as_chunks().0, sentences.split_at(branch.end).0.split_at(branch.sentence).1)
}

/// The sentence, or the next choice, that an argument chooses.
fn choose<'a, 'e, A: Arguments<'a>>(
    kind: u8,
    index: usize,
    mut rest: Rest<'e>,
    speech: &Speech<'_>,
    arguments: A,
) -> Branch<'e> {
    let length = rest.byte().unwrap_or_default();
    let shown = rest.take(length.into());
    let other = rest.branch();
    let Some(argument) = arguments.get(index, shown) else { return other };
    let argument = argument.borrow();
    let category = match kind {
        CARDINAL => argument.category(speech.cardinal),
        ORDINAL => argument.category(speech.ordinal),
        _ => None,
    };
    while let Some(case) = rest.byte() {
        let fits = if case == WORD {
            argument.is(rest.word())
        } else {
            category.is_some_and(|category| category as u8 == case)
        };
        let branch = rest.branch();
        if fits {
            return branch;
        }
    }
    other
}

/// A program, and where in the sentences of its entry those are that it works on.
struct Branch<'a> {
    program: &'a [u8],
    sentence: usize,
    end: usize,
}

/// What is still to be read of a choice.
struct Rest<'a> {
    program: &'a [u8],
    /// Where the sentences of the next branch begin.
    sentence: usize,
}

impl<'a> Rest<'a> {
    #[inline]
    fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.program.split_at(count);
        self.program = rest;
        taken
    }

    #[inline]
    fn byte(&mut self) -> Option<u8> {
        let (&byte, rest) = self.program.split_first()?;
        self.program = rest;
        Some(byte)
    }

    fn word(&mut self) -> &'a [u8] {
        let length = number(self.take(3), 0);
        self.take(length)
    }

    #[inline(always)]
    fn branch(&mut self) -> Branch<'a> {
        let (sentence, end) = (self.sentence, self.sentence + number(self.take(3), 0));
        self.sentence = end;
        Branch { program: self.take(length(self.program, 0)), sentence, end }
    }
}

/// How long the program is that begins there.
#[inline]
const fn length(bytes: &[u8], at: usize) -> usize {
    match bytes[at] {
        steps @ ..=FEW => 1 + size_of::<Step>() * steps as usize,
        _ => 4 + number(bytes, at + 1),
    }
}

#[inline]
const fn number(bytes: &[u8], at: usize) -> usize {
    bytes[at] as usize | (bytes[at + 1] as usize) << 7 | (bytes[at + 2] as usize) << 14
}
