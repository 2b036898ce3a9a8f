//! Reads the operands off a number while it is being written: no buffer, so none that a number could be too long for.

use core::fmt;

use super::operands::{Operands, push_digit};

/// Takes the text of a number in pieces of any length.
#[derive(Default)]
pub(super) struct Reader {
    operands: Operands,
    state: State,
}

/// What was read last.
#[derive(Clone, Copy, Default)]
enum State {
    #[default]
    Nothing,
    Sign,
    Whole,
    Point,
    Fraction,
    Mark,
    Power,
    /// Something that no number has.
    Foreign,
}

impl fmt::Write for Reader {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.bytes().for_each(|byte| self.read(byte));
        Ok(())
    }
}

impl Reader {
    /// The operands, if a whole number was read.
    pub(super) fn finish(self) -> Option<Operands> {
        match self.state {
            State::Whole | State::Fraction | State::Power => self.operands.expand(),
            _ => None,
        }
    }

    fn read(&mut self, byte: u8) {
        self.state = match (self.state, byte) {
            (State::Nothing, b'+' | b'-') => State::Sign,
            (State::Nothing | State::Sign | State::Whole, b'0'..=b'9') => self.whole(byte - b'0'),
            (State::Whole, b'.') => State::Point,
            (State::Point | State::Fraction, b'0'..=b'9') => self.fraction(byte - b'0'),
            (State::Whole | State::Fraction, b'c' | b'e') => State::Mark,
            (State::Mark | State::Power, b'0'..=b'9') => self.power(byte - b'0'),
            _ => State::Foreign,
        }
    }

    fn whole(&mut self, digit: u8) -> State {
        self.operands.i = push_digit(self.operands.i, digit);
        State::Whole
    }

    fn fraction(&mut self, digit: u8) -> State {
        let operands = &mut self.operands;
        operands.f = push_digit(operands.f, digit);
        operands.v = operands.v.saturating_add(1);
        if digit != 0 {
            (operands.t, operands.w) = (operands.f, operands.v);
        }
        State::Fraction
    }

    fn power(&mut self, digit: u8) -> State {
        let power = &mut self.operands.c;
        *power = power.saturating_mul(10).saturating_add(digit.into());
        State::Power
    }
}
