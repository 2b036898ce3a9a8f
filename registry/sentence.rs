//! Writes sentences: runs the programs that the macro makes of messages with arguments
//! ([`code_registry_encoding::message`]).

use core::fmt;

use code_registry_encoding::message::{Branch, Choice, MAX_ARGUMENTS, Selector, Sentence};

use crate::argument::{Argument, isolate};
use crate::languages::Speech;

/// The arguments of a message.
pub(crate) trait Arguments: Copy {
    /// The argument with this index in the contract, whose placeholder is `{name}`.
    fn get(&self, index: usize, placeholder: &[u8]) -> Option<&Argument<'_>>;
}

/// In the order of the contract, which a derive knows.
impl Arguments for &[Argument<'_>] {
    #[inline]
    fn get(&self, index: usize, _: &[u8]) -> Option<&Argument<'_>> {
        <[_]>::get(self, index)
    }
}

/// By name, which is all that is known at run time.
impl Arguments for &[(&str, Argument<'_>)] {
    #[inline]
    fn get(&self, index: usize, placeholder: &[u8]) -> Option<&Argument<'_>> {
        let [b'{', name @ .., b'}'] = placeholder else { return None };
        let is_named = |given: &&(&str, Argument<'_>)| is_same(given.0.as_bytes(), name);
        // Most are in the order of the message.
        match <[_]>::get(self, index).filter(is_named) {
            Some((_, argument)) => Some(argument),
            None if index == MAX_ARGUMENTS => None,
            None => self.iter().find(is_named).map(|(_, argument)| argument),
        }
    }
}

/// Whether two names are equal. Most have four to sixteen bytes: the first and the last four or eight are compared, which takes
/// half the instructions of a call.
#[inline(always)]
fn is_same(name: &[u8], other: &[u8]) -> bool {
    name.len() == other.len()
        && match name.len() {
            4..=8 => ends::<4>(name) == ends::<4>(other),
            9..=16 => ends::<8>(name) == ends::<8>(other),
            _ => name == other,
        }
}

/// The first N bytes and the last N.
#[inline(always)]
fn ends<const N: usize>(bytes: &[u8]) -> (Option<&[u8; N]>, Option<&[u8; N]>) {
    (bytes.first_chunk(), bytes.last_chunk())
}

/// The arguments of an error with their names and kinds, some of which may be missing.
#[derive(Clone, Copy)]
struct Named<'a> {
    names: &'a [(&'a str, &'a str)],
    arguments: &'a [Argument<'a>],
}

impl Arguments for Named<'_> {
    fn get(&self, _: usize, placeholder: &[u8]) -> Option<&Argument<'_>> {
        let [b'{', name @ .., b'}'] = placeholder else { return None };
        let index = self.names.iter().position(|(known, _)| known.as_bytes() == name)?;
        self.arguments.get(index)
    }
}

/// Writes a stored message of any table, with arguments named at run time.
pub fn fmt_entry(
    entry: &str,
    speech: &Speech<'_>,
    arguments: &[(&str, Argument<'_>)],
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    write_entry(entry, speech, arguments, f)
}

/// Writes a stored text of any table, with the arguments of an error and their names.
pub(crate) fn write_with_names(
    entry: &str,
    speech: &Speech<'_>,
    names: &[(&str, &str)],
    arguments: &[Argument<'_>],
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    write_entry(entry, speech, Named { names, arguments }, f)
}

/// Writes a stored message in its language.
pub(crate) fn write_entry<A: Arguments>(
    entry: &str,
    speech: &Speech<'_>,
    arguments: A,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let sentence = Sentence::of_entry(entry).unwrap_or_else(|| chosen(entry, speech, arguments));
    write_sentence(sentence, arguments, |argument, f| isolate::write(argument, speech, f), f)
}

#[inline(always)]
pub(crate) fn write_sentence<A: Arguments>(
    sentence: Sentence<'_>,
    arguments: A,
    write: impl Fn(&Argument<'_>, &mut fmt::Formatter<'_>) -> fmt::Result,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    sentence.write(f, |index, placeholder, f| match arguments.get(index, placeholder.as_bytes()) {
        Some(argument) => write(argument, f),
        None => f.write_str(placeholder),
    })
}

/// The sentence that the arguments choose.
fn chosen<'e, A: Arguments>(entry: &'e str, speech: &Speech<'_>, arguments: A) -> Sentence<'e> {
    let (mut branch, sentences) = Branch::of_entry(entry);
    while let Some(choice) = branch.choice() {
        branch = choose(choice, speech, arguments);
    }
    branch.sentence(sentences)
}

/// The sentence, or the next choice, that an argument chooses.
fn choose<'e, A: Arguments>(choice: Choice<'e>, speech: &Speech<'_>, arguments: A) -> Branch<'e> {
    let Some(argument) = arguments.get(choice.argument, choice.placeholder) else { return choice.other() };
    let category = match choice.selector {
        Selector::Plural => argument.category(speech.cardinal),
        Selector::Ordinal => argument.category(speech.ordinal),
        Selector::Select => None,
    };
    choice.branch(category, |word| argument.is(word))
}
