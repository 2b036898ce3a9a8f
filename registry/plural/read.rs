//! Reads the operands off a number while it is being written: no buffer, so none that a number could be too long for.

use core::fmt;

use super::operands::{Named, push_digit};

/// Takes the text of a number in pieces of any length.
#[derive(Default)]
pub(super) struct Reader {
    operands: Named,
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
    /// The operands, if all of a number was read; the power of ten of a compact number is still to be applied.
    pub(super) fn finish(self) -> Option<Named> {
        match self.state {
            State::Whole | State::Fraction | State::Power => Some(self.operands),
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

#[cfg(test)]
mod tests {
    use core::fmt;

    use super::super::operands::{LARGE, Operands};

    /// The operands i, v, w, f, t, c.
    #[track_caller]
    fn check(number: impl fmt::Display, expected: [u64; 6]) {
        let found =
            Operands::of(&number).map(|operands| [0, 1, 2, 3, 4, 5].map(|operand| operands.value(operand)));
        assert_eq!(found, Some(expected), "{number}");
    }

    #[test]
    fn operands_are_those_of_the_standard() {
        check("1", [1, 0, 0, 0, 0, 0]);
        check("1.0", [1, 1, 0, 0, 0, 0]);
        check("1.00", [1, 2, 0, 0, 0, 0]);
        check("1.3", [1, 1, 1, 3, 3, 0]);
        check("1.30", [1, 2, 1, 30, 3, 0]);
        check("1.03", [1, 2, 2, 3, 3, 0]);
        check("1.230", [1, 3, 2, 230, 23, 0]);
        check("1200000", [1_200_000, 0, 0, 0, 0, 0]);
        check("1.2c6", [1_200_000, 0, 0, 0, 0, 6]);
        check("123c6", [123_000_000, 0, 0, 0, 0, 6]);
        check("123c5", [12_300_000, 0, 0, 0, 0, 5]);
        check("1200.50", [1200, 2, 1, 50, 5, 0]);
        check("1.20050c3", [1200, 2, 1, 50, 5, 3]);
    }

    #[test]
    fn signs_and_forms_of_numbers() {
        check("-1.50", [1, 2, 1, 50, 5, 0]);
        check("+007", [7, 0, 0, 0, 0, 0]);
        check("1e6", [1_000_000, 0, 0, 0, 0, 6]);
        check("5c0", [5, 0, 0, 0, 0, 0]);
        check(-0.0, [0, 0, 0, 0, 0, 0]);
        check(2.5_f32, [2, 1, 1, 5, 5, 0]);
        check(format_args!("{}{}.{:03}", 1, 2, 40), [12, 3, 2, 40, 4, 0]);
    }

    #[test]
    fn what_is_no_number_has_no_operands() {
        for text in [
            "", "-", "NaN", "inf", "-inf", ".5", "5.", "1..2", "1,000", "1 000", "--1", "1-", "0x1", "٣",
            "1é",
        ] {
            assert_eq!(Operands::of(&text), None, "{text}");
        }
        for text in ["1c", "c6", "1.c6", "1e-6", "1e+6", "1c6c6", "1c6.5"] {
            assert_eq!(Operands::of(&text), None, "{text}");
        }
    }

    #[test]
    fn a_large_number_keeps_its_last_digits() {
        check(u128::MAX, [LARGE + 74607431768211455, 0, 0, 0, 0, 0]);
        check(f64::MAX, [LARGE, 0, 0, 0, 0, 0]);
        check("100000000000000000", [LARGE, 0, 0, 0, 0, 0]);
        check("99999999999999999", [LARGE - 1, 0, 0, 0, 0, 0]);
        check("0.00000000000000000000000000000000000000420", [0, 41, 40, 420, 42, 0]);
        check("1c4294967296", [LARGE, 0, 0, 0, 0, u32::MAX.into()]);
        check("99999999999999999.99999999999999999c34", [LARGE, 0, 0, 0, 0, 34]);
        assert_eq!(
            Operands::of(&"1.000000000000000001c6"),
            None,
            "so long a fraction of a compact number is not kept"
        );
    }

    #[test]
    fn an_integer_and_its_text_are_the_same() {
        macro_rules! check_extremes {
            ($($integer:ident)*) => {$(
                for integer in [$integer::MIN, 0, 1, $integer::MAX / 3, $integer::MAX - 1, $integer::MAX] {
                    assert_eq!(Some(Operands::from(integer)), Operands::of(&integer), "{integer}");
                }
            )*};
        }
        check_extremes!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);
    }
}
