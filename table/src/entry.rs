//! A message as `code-registry` stores and runs it: `registry/message.rs` has the format.

use crate::model::{Argument, Case, Choice, Message, Piece, Selector};

// What a program begins with: up to `FEW` the number of its steps.
const FEW: usize = 4;
const MANY: u8 = 5;
const CARDINAL: u8 = 6;
const ORDINAL: u8 = 7;
const SELECT: u8 = 8;
/// What the case of a word begins with.
const WORD: u8 = 5;
/// What a step has for an argument where it has none.
const NO_ARGUMENT: u8 = 127;

/// The most arguments that a message may have: as many as a byte of seven bits can number, but one.
pub(crate) const MOST_ARGUMENTS: usize = NO_ARGUMENT as usize;

/// The most bytes that a text, or all that a message says, is stored with.
pub const MOST_BYTES: usize = 0xFFFF;

/// The most bytes of text that a step can say.
const MOST: usize = 127;

/// A message as it is stored: its text, and before it a program where it has arguments or choices.
pub fn entry(message: &Message, arguments: &[Argument], right_to_left: bool) -> String {
    // Who reads that a sentence has few steps need not ask how it is written.
    let few = if right_to_left { 0 } else { FEW };
    let branch = Writer { arguments, few }.branch(message);
    match message {
        Message::Pattern(pieces) if pieces.iter().all(Piece::is_text) => branch.sentences,
        _ => branch.program + &branch.sentences,
    }
}

struct Writer<'m> {
    arguments: &'m [Argument],
    /// The most steps that are called few.
    few: usize,
}

/// A program and the sentences it works on.
#[derive(Default)]
struct Branch {
    program: String,
    sentences: String,
}

impl Writer<'_> {
    fn branch(&self, message: &Message) -> Branch {
        match message {
            Message::Pattern(pieces) => self.sentence(pieces),
            Message::Choice(choice) => self.choice(choice),
        }
    }

    fn sentence(&self, pieces: &[Piece]) -> Branch {
        let mut sentence = Sentence::default();
        for piece in pieces {
            match piece {
                Piece::Text(text) => sentence.text(text),
                Piece::Argument(index) => sentence.step(&self.shown(*index), argument_byte(*index)),
            }
        }
        let mut program = String::new();
        if sentence.count <= self.few {
            program.push(seven_bits(sentence.count));
        } else {
            program.push(char::from(MANY));
            push_number(&mut program, sentence.steps.len());
        }
        Branch { program: program + &sentence.steps, sentences: sentence.shown + sentence.text }
    }

    fn choice(&self, choice: &Choice) -> Branch {
        let kind = match choice.selector {
            Selector::Plural => CARDINAL,
            Selector::Ordinal => ORDINAL,
            Selector::Select => SELECT,
        };
        let cases = self.cases(choice);
        let mut program = String::from(char::from(kind));
        push_number(&mut program, cases.program.len());
        Branch { program: program + &cases.program, ..cases }
    }

    /// What follows the length of a choice.
    fn cases(&self, choice: &Choice) -> Branch {
        let mut cases = Branch::default();
        let shown = self.shown(choice.argument);
        cases.program.extend([char::from(argument_byte(choice.argument)), seven_bits(shown.len())]);
        cases.program.push_str(&shown);
        cases.push(&self.branch(&choice.other));
        for (case, message) in &choice.cases {
            match case {
                Case::Category(category) => cases.program.push(char::from(*category as u8)),
                Case::Exact(number) => push_word(&mut cases.program, &number.to_string()),
                Case::Word(word) => push_word(&mut cases.program, word),
            }
            cases.push(&self.branch(message));
        }
        cases
    }

    fn shown(&self, argument: usize) -> String {
        format!("{{{}}}", self.arguments[argument].name)
    }
}

impl Branch {
    fn push(&mut self, branch: &Self) {
        push_number(&mut self.program, branch.sentences.len());
        self.program.push_str(&branch.program);
        self.sentences.push_str(&branch.sentences);
    }
}

/// A sentence as a reader sees it, and its steps.
#[derive(Default)]
struct Sentence<'m> {
    shown: String,
    steps: String,
    count: usize,
    /// The text since the last step.
    text: &'m str,
}

impl<'m> Sentence<'m> {
    /// A text; one that is too long for a step is the place of an argument that there is none of.
    fn text(&mut self, text: &'m str) {
        self.text = text;
        while self.text.len() > MOST {
            let (text, rest) = split(self.text, MOST);
            let (shown, rest) = split(rest, MOST + 1);
            self.text = text;
            self.step(shown, NO_ARGUMENT);
            self.text = rest;
        }
    }

    fn step(&mut self, shown: &str, argument: u8) {
        self.steps.extend([seven_bits(self.text.len()), seven_bits(shown.len() - 1), char::from(argument)]);
        self.shown.extend([self.text, shown]);
        self.count += 1;
        self.text = "";
    }
}

/// A text in two, between characters: of the first part, at most so many bytes.
fn split(text: &str, most: usize) -> (&str, &str) {
    let end = (0..=most.min(text.len())).rev().find(|&end| text.is_char_boundary(end));
    text.split_at(end.unwrap_or(0))
}

/// [`MOST_ARGUMENTS`] fit below.
fn argument_byte(index: usize) -> u8 {
    u8::try_from(index).map_or(NO_ARGUMENT, |index| index.min(NO_ARGUMENT))
}

fn push_word(program: &mut String, word: &str) {
    program.push(char::from(WORD));
    push_number(program, word.len());
    program.push_str(word);
}

fn push_number(program: &mut String, number: usize) {
    program.extend([seven_bits(number), seven_bits(number >> 7), seven_bits(number >> 14)]);
}

fn seven_bits(number: usize) -> char {
    char::from((number & 0x7F) as u8)
}
