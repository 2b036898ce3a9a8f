//! The parsed rules of a language → the bytes that `code_registry::plural` runs.
//!
//! First stand the categories of the integers from 0 to 9, which most messages count: a byte each. Then come steps, of
//! which the first is taken first. Each asks whether an operand lies in a range, and leads to a later step or to a
//! category:
//!
//! ```text
//! step    head, yes, no, first, last − first    the last two are bytes, or, with bit 6 of the head, four each, the
//!                                               lowest first
//! head    bits 0–2 the operand (i v w f t c), bits 3–5 the power of ten whose remainder is asked about (0: none)
//! yes no  the offset of a step from the first; or 250 zero, 251 one … 255 other
//! ```
//!
//! Without bytes every number is `other`. There is no n: it lies in a range if i does and t is 0.

use core::ops::RangeInclusive;

use super::parse::{Condition, Operand, Relation};
use crate::model::Category;

const WIDE: u8 = 1 << 6;
const FIRST_CATEGORY: u8 = 250;
/// Integers below are small.
const SMALL: u32 = 10;

/// The rules of a language, in the order they are tried, as bytes. None if they are longer than offsets reach.
pub(super) fn encode(rules: &[(Category, Condition)]) -> Option<Vec<u8>> {
    let mut steps = Steps::default();
    let entry =
        rules.iter().rev().fold(Target::Category(Category::Other), |otherwise, (category, condition)| {
            steps.any(condition, Target::Category(*category), otherwise)
        });
    let bytes = steps.bytes(entry)?;
    if bytes.is_empty() {
        return Some(bytes);
    }
    let small = (0..SMALL).map(|integer| FIRST_CATEGORY + steps.category(entry, integer) as u8);
    Some(small.chain(bytes).collect())
}

/// The steps, the last first: each is made when what it leads to is known.
#[derive(Default)]
struct Steps(Vec<Step>);

#[derive(Clone, PartialEq)]
struct Step {
    question: Question,
    yes: Target,
    no: Target,
}

#[derive(Clone, PartialEq)]
struct Question {
    operand: Operand,
    power: u8,
    range: RangeInclusive<u32>,
}

#[derive(Clone, Copy, PartialEq)]
enum Target {
    /// The index of a step.
    Step(usize),
    Category(Category),
}

impl Steps {
    fn any(&mut self, condition: &Condition, yes: Target, no: Target) -> Target {
        condition.iter().rev().fold(no, |no, relations| self.all(relations, yes, no))
    }

    fn all(&mut self, relations: &[Relation], yes: Target, no: Target) -> Target {
        (0..relations.len()).rev().fold(yes, |yes, index| {
            let (known, relation) = (&relations[..index], &relations[index]);
            self.relation(relation, yes, self.past(known, no))
        })
    }

    /// Where the way goes on that leads to `target`, past the steps that ask what is known to hold.
    fn past(&self, known: &[Relation], mut target: Target) -> Target {
        let answers = |question: &Question| {
            known.iter().find(|relation| relation.question().as_ref() == Some(question))
        };
        while let Target::Step(step) = target
            && let Some(relation) = answers(&self.0[step].question)
        {
            target = if relation.negated { self.0[step].no } else { self.0[step].yes };
        }
        target
    }

    fn relation(&mut self, relation: &Relation, yes: Target, no: Target) -> Target {
        let (mut yes, no) = if relation.negated { (no, yes) } else { (yes, no) };
        let Relation { mut operand, power, .. } = *relation;
        if operand == Operand::N {
            yes = self.step(Question { operand: Operand::T, power: 0, range: 0..=0 }, yes, no);
            operand = Operand::I;
        }
        let ranges = joined(&relation.ranges);
        ranges.into_iter().rev().fold(no, |no, range| self.step(Question { operand, power, range }, yes, no))
    }

    /// A step that asks this; one that is there already, if it is the same.
    fn step(&mut self, question: Question, yes: Target, mut no: Target) -> Target {
        if let Target::Step(next) = no
            && self.0[next].question == question
        {
            no = self.0[next].no;
        }
        let step = Step { question, yes, no };
        Target::Step(self.0.iter().position(|known| *known == step).unwrap_or_else(|| {
            self.0.push(step);
            self.0.len() - 1
        }))
    }

    /// The category of an integer, which has no other operand than i.
    fn category(&self, target: Target, integer: u32) -> Category {
        let step = match target {
            Target::Step(step) => &self.0[step],
            Target::Category(category) => return category,
        };
        let Question { operand, power, range } = &step.question;
        let remainder = if *power == 0 { integer } else { integer % 10_u32.pow((*power).into()) };
        let value = if *operand == Operand::I { remainder } else { 0 };
        self.category(if range.contains(&value) { step.yes } else { step.no }, integer)
    }

    /// The steps that can be come to from `entry`, as bytes.
    fn bytes(&self, entry: Target) -> Option<Vec<u8>> {
        let reached = self.reached(entry);
        let (mut offsets, mut length) = (vec![0; self.0.len()], 0_u8);
        for &step in &reached {
            offsets[step] = length;
            length = length.checked_add(self.0[step].length()).filter(|&length| length <= FIRST_CATEGORY)?;
        }
        let mut bytes = Vec::with_capacity(length.into());
        reached.iter().for_each(|&step| self.0[step].write(&offsets, &mut bytes));
        Some(bytes)
    }

    /// In the order they are taken in.
    fn reached(&self, entry: Target) -> Vec<usize> {
        let mut targets = vec![entry];
        let mut reached = Vec::new();
        for (index, step) in self.0.iter().enumerate().rev() {
            if targets.contains(&Target::Step(index)) {
                reached.push(index);
                targets.extend([step.yes, step.no]);
            }
        }
        reached
    }
}

impl Relation {
    /// What decides it, if that is a single question.
    fn question(&self) -> Option<Question> {
        let Self { operand, power, .. } = *self;
        let [range] = <[_; 1]>::try_from(joined(&self.ranges)).ok()?;
        (operand != Operand::N).then_some(Question { operand, power, range })
    }
}

impl Step {
    fn is_wide(&self) -> bool {
        *self.question.range.end() > u8::MAX.into()
    }

    fn length(&self) -> u8 {
        if self.is_wide() { 11 } else { 5 }
    }

    fn write(&self, offsets: &[u8], bytes: &mut Vec<u8>) {
        let Question { operand, power, range } = &self.question;
        let (first, span) = (range.start().to_le_bytes(), (range.end() - range.start()).to_le_bytes());
        let wide = if self.is_wide() { WIDE } else { 0 };
        bytes.extend([*operand as u8 | power << 3 | wide, self.yes.byte(offsets), self.no.byte(offsets)]);
        let width = if self.is_wide() { 4 } else { 1 };
        bytes.extend(first.iter().take(width).chain(span.iter().take(width)));
    }
}

impl Target {
    fn byte(self, offsets: &[u8]) -> u8 {
        match self {
            Self::Step(step) => offsets[step],
            Self::Category(category) => FIRST_CATEGORY + category as u8,
        }
    }
}

/// The same values in as few ranges as possible, in order.
fn joined(ranges: &[RangeInclusive<u32>]) -> Vec<RangeInclusive<u32>> {
    let mut sorted = ranges.to_vec();
    sorted.sort_by_key(|range| *range.start());
    sorted.dedup_by(|next, range| {
        let touch = u64::from(*next.start()) <= u64::from(*range.end()) + 1;
        if touch {
            *range = *range.start()..=*range.end().max(next.end());
        }
        touch
    });
    sorted
}

#[cfg(test)]
mod tests {
    use super::super::parse::condition;
    use super::*;

    const ONE: u8 = FIRST_CATEGORY + 1;
    const TWO: u8 = FIRST_CATEGORY + 2;
    const OTHER: u8 = FIRST_CATEGORY + 5;

    fn encoded(rules: &[(Category, &str)]) -> Option<Vec<u8>> {
        let parsed = rules.iter().map(|(category, text)| (*category, condition(text).expect("a condition")));
        encode(&parsed.collect::<Vec<_>>())
    }

    /// What comes after the small integers.
    #[track_caller]
    fn check(text: &str, expected: &[u8]) {
        let found = encoded(&[(Category::One, text)]);
        assert_eq!(found.as_deref().map(|bytes| &bytes[SMALL as usize..]), Some(expected), "{text}");
    }

    #[test]
    fn small_integers_come_first() {
        let rules = [(Category::One, "i = 1 and v = 0"), (Category::Two, "i % 10 = 2..4 or t = 1")];
        let [o, t, x] = [ONE, TWO, OTHER];
        assert_eq!(
            encoded(&rules).map(|bytes| bytes[..10].to_vec()),
            Some(vec![x, o, t, t, t, x, x, x, x, x])
        );
        assert_eq!(encoded(&[]), Some(Vec::new()));
    }

    #[test]
    fn all_of_some_relations() {
        check("i = 1 and v = 0", &[0, 5, OTHER, 1, 0, 1, ONE, OTHER, 0, 0]);
        check("n = 1", &[0, 5, OTHER, 1, 0, 4, ONE, OTHER, 0, 0]);
        check("n != 1", &[0, 5, ONE, 1, 0, 4, OTHER, ONE, 0, 0]);
    }

    #[test]
    fn any_of_some_alternatives() {
        check("f != 0 or i % 100 = 2..9", &[3, 5, ONE, 0, 0, 2 << 3, ONE, OTHER, 2, 7]);
    }

    #[test]
    fn values_are_joined_to_ranges() {
        check("i = 3,1,2,9", &[0, ONE, 5, 1, 2, 0, ONE, OTHER, 9, 0]);
        check("i = 1000..20000", &[WIDE, ONE, OTHER, 0xe8, 0x03, 0, 0, 0x38, 0x4a, 0, 0]);
        check("i = 4294967295", &[WIDE, ONE, OTHER, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]);
    }

    #[test]
    fn nothing_is_asked_twice() {
        let rules = [(Category::One, "v = 0 and i = 1"), (Category::Two, "v = 0 and i = 2")];
        let steps = [1, 5, OTHER, 0, 0, 0, ONE, 10, 1, 0, 0, TWO, OTHER, 2, 0];
        assert_eq!(encoded(&rules).map(|bytes| bytes[SMALL as usize..].to_vec()), Some(steps.to_vec()));
    }

    #[test]
    fn rules_too_long_are_refused() {
        let values = |count| (0..count).map(|value| (value * 2).to_string()).collect::<Vec<_>>().join(",");
        assert_eq!(
            encoded(&[(Category::One, &format!("i = {}", values(50)))]).map(|bytes| bytes.len()),
            Some(SMALL as usize + 250)
        );
        assert_eq!(encoded(&[(Category::One, &format!("i = {}", values(51)))]), None);
    }
}
