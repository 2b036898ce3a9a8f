//! A message as `code-registry` stores and runs it: `registry/message.rs` has the format.

use crate::model::{Argument, Case, Choice, Message, Piece, Selector};

/// What begins an entry that is more than its text.
const PROGRAM: u8 = 1;
const SENTENCE: u8 = 0;
const NO_ARGUMENT: u8 = 127;
const WORD: u8 = 5;

/// The most arguments that a message may have: as many as a byte of seven bits can number, but one.
pub(crate) const MOST_ARGUMENTS: usize = NO_ARGUMENT as usize;

/// The most that a number of two bytes with seven bits each can say.
const MOST: usize = (1 << 14) - 1;

/// A message as it is stored: its text, and before it a program where it has arguments or choices.
pub fn entry(message: &Message, arguments: &[Argument]) -> String {
    let mut branch = Branch::default();
    branch.message(message, arguments);
    match message {
        Message::Pattern(pieces) if pieces.iter().all(Piece::is_text) => branch.sentences,
        _ => {
            let mut entry = String::from(char::from(PROGRAM));
            push_long_number(&mut entry, branch.program.len());
            entry + &branch.program + &branch.sentences
        }
    }
}

/// A program and the sentences it works on.
#[derive(Default)]
struct Branch {
    program: String,
    sentences: String,
}

impl Branch {
    fn message(&mut self, message: &Message, arguments: &[Argument]) {
        match message {
            Message::Pattern(pieces) => self.sentence(pieces, arguments),
            Message::Choice(choice) => self.choice(choice, arguments),
        }
    }

    fn sentence(&mut self, pieces: &[Piece], arguments: &[Argument]) {
        self.program.push(char::from(SENTENCE));
        let mut before = 0;
        for piece in pieces {
            match piece {
                Piece::Text(text) => {
                    self.sentences.push_str(text);
                    before = self.split_off(text);
                }
                Piece::Argument(index) => {
                    let shown = format!("{{{}}}", arguments[*index].name);
                    self.step(before, argument_byte(*index), shown.len());
                    self.sentences.push_str(&shown);
                    before = 0;
                }
            }
        }
    }

    /// Steps over the part of a text that is longer than one number can say; what is left of it.
    fn split_off(&mut self, text: &str) -> usize {
        let mut rest = text;
        while rest.len() > MOST {
            let end = (0..=MOST).rev().find(|&end| rest.is_char_boundary(end)).unwrap_or(MOST);
            self.step(end, NO_ARGUMENT, 0);
            rest = &rest[end..];
        }
        rest.len()
    }

    fn step(&mut self, text: usize, argument: u8, shown: usize) {
        push_number(&mut self.program, text);
        self.program.push(char::from(argument));
        push_number(&mut self.program, shown);
    }

    fn choice(&mut self, choice: &Choice, arguments: &[Argument]) {
        self.program.push(match choice.selector {
            Selector::Plural => '\u{1}',
            Selector::Ordinal => '\u{2}',
            Selector::Select => '\u{3}',
        });
        self.program.push(char::from(argument_byte(choice.argument)));
        push_text(&mut self.program, &arguments[choice.argument].name);
        self.branch(&choice.other, arguments);
        for (case, message) in &choice.cases {
            match case {
                Case::Category(category) => self.program.push(char::from(*category as u8)),
                Case::Exact(number) => self.word(&number.to_string()),
                Case::Word(word) => self.word(word),
            }
            self.branch(message, arguments);
        }
    }

    fn word(&mut self, word: &str) {
        self.program.push(char::from(WORD));
        push_text(&mut self.program, word);
    }

    fn branch(&mut self, message: &Message, arguments: &[Argument]) {
        let mut branch = Self::default();
        branch.message(message, arguments);
        push_long_number(&mut self.program, branch.program.len());
        push_long_number(&mut self.program, branch.sentences.len());
        self.program.push_str(&branch.program);
        self.sentences.push_str(&branch.sentences);
    }
}

/// [`MOST_ARGUMENTS`] fit below.
fn argument_byte(index: usize) -> u8 {
    u8::try_from(index).map_or(NO_ARGUMENT, |index| index.min(NO_ARGUMENT))
}

fn push_text(program: &mut String, text: &str) {
    push_long_number(program, text.len());
    program.push_str(text);
}

fn push_number(program: &mut String, number: usize) {
    program.extend([seven_bits(number), seven_bits(number >> 7)]);
}

fn push_long_number(program: &mut String, number: usize) {
    push_number(program, number);
    program.push(seven_bits(number >> 14));
}

fn seven_bits(number: usize) -> char {
    char::from((number & 0x7F) as u8)
}
