//! The plural rules of a language, compiled to bytes.
//!
//! First come the categories of the integers from 0 to 9, a byte each: most messages count few things. Then come the first
//! step for the integers from 10 to 999,999, the first step for any number, and the steps. Each step tests whether an operand
//! of the number is in a range, and leads to a later step or to a category. The integers up to 999,999 skip the tests whose
//! result is known: in most languages, all of them.
//!
//! ```text
//! rules   category*10 integers numbers step*
//! step    head, yes, no, first, last - first    the last two are bytes, or four bytes each if bit 6 of the head is set,
//!                                               the least significant one first
//! head    bits 0-2 the operand (i v w f t c), bits 3-5 the power of ten whose remainder is tested (0: the operand)
//! yes no, integers, numbers
//!         the offset of a step from the beginning of the steps; or 250 zero, 251 one ... 255 other
//! ```
//!
//! Without bytes every number is `other`. There is no operand n: it is in a range if i is and t is 0.
//!
//! ```
//! # use code_registry_encoding::plural::{Category, Operand, Relation, category_of_integer, encode_rules};
//! let is = |operand, number| Relation { operand, power: 0, negated: false, ranges: vec![number..=number] };
//! // English: one is "i = 1 and v = 0".
//! let one = vec![vec![is(Operand::I, 1), is(Operand::V, 0)]];
//! let english = encode_rules(&[(Category::One, one)]).unwrap();
//! assert_eq!(english[10..], [255, 0, 0, 5, 255, 1, 0, 1, 251, 255, 0, 0]);
//! assert_eq!(category_of_integer(&english, 1), Category::One);
//! assert_eq!(category_of_integer(&english, 21), Category::Other);
//! ```

#[cfg(feature = "write")]
use alloc::{vec, vec::Vec};
#[cfg(feature = "write")]
use core::ops::RangeInclusive;

use crate::operands::Operands;
use crate::words::words;

words! {
    /// A plural category of CLDR.
    #[allow(missing_docs, reason = "the names are CLDR's")]
    Category {
        Zero "zero"
        One "one"
        Two "two"
        Few "few"
        Many "many"
        Other "other"
    }
}

/// In the head of a step: the range has four bytes for each of its numbers.
const WIDE: u8 = 1 << 6;

/// The target of a step that is the first category; less than that is an offset.
const FIRST_CATEGORY: u8 = 250;

/// Instead of the first step for integers below [`LARGE`]: they take the steps of any number. No step is at this offset.
const AS_NUMBERS: u8 = FIRST_CATEGORY - 1;

/// The number of integers, from 0 on, whose categories come first.
const SMALL: usize = 10;

/// The first integer that takes the steps of any number: the first one with a rule of its own, in Italian for instance.
const LARGE: u64 = 1_000_000;

// Where the first step is for integers from `SMALL` on, and for any number; and where the steps begin.
const INTEGERS: usize = SMALL;
const NUMBERS: usize = SMALL + 1;
const STEPS: usize = SMALL + 2;

/// The divisors of an operand, by their number in a head. The first one leaves every operand as it is.
const DIVISORS: [u64; 8] = [u64::MAX, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

// The offsets in a step where the next step is.
const YES: usize = 1;
const NO: usize = 2;

/// The category of an integer in the language with these rules.
#[inline]
pub fn category_of_integer(rules: &[u8], integer: u64) -> Category {
    match rules.first_chunk::<STEPS>() {
        Some(entries) if integer < SMALL as u64 => named(entries[integer as usize]),
        Some(entries) if integer < LARGE && entries[INTEGERS] >= FIRST_CATEGORY => named(entries[INTEGERS]),
        Some(_) => category_by_steps(rules, integer),
        None => Category::Other,
    }
}

#[inline(never)]
fn category_by_steps(rules: &[u8], integer: u64) -> Category {
    if integer >= LARGE || rules.get(INTEGERS) == Some(&AS_NUMBERS) {
        return category(rules, &Operands::from(integer));
    }
    named(follow(rules, INTEGERS, |_| integer))
}

/// The category of a number in the language with these rules. Without rules every number is `Other`.
pub fn category(rules: &[u8], operands: &Operands) -> Category {
    named(follow(rules, NUMBERS, |operand| operands.value(operand)))
}

/// The category to which the steps lead.
#[inline(always)]
fn follow(rules: &[u8], entry: usize, operand: impl Fn(u8) -> u64) -> u8 {
    let Some((entries, steps)) = rules.split_at_checked(STEPS) else { return u8::MAX };
    let mut at = entries[entry];
    while let Some(step) = steps.get(usize::from(at)..).and_then(<[u8]>::first_chunk) {
        let [head, _, _, first, span] = *step;
        let (mut value, mut range) = (operand(head), (first.into(), span.into()));
        // Most steps have neither a divisor nor a wide range: a single comparison skips both.
        if head >= 1 << 3 {
            value %= DIVISORS[usize::from(head >> 3 & 0b111)];
            if head & WIDE != 0 {
                range = wide_range(steps, usize::from(at) + 3);
            }
        }
        let next = step[if value.wrapping_sub(range.0) <= range.1 { YES } else { NO }];
        // Steps only lead forward, so malformed rules come to an end too.
        if next <= at {
            break;
        }
        at = next;
    }
    at
}

fn wide_range(rules: &[u8], at: usize) -> (u64, u64) {
    match rules.get(at..) {
        Some(&[a, b, c, d, e, f, g, h, ..]) => {
            (u32::from_le_bytes([a, b, c, d]).into(), u32::from_le_bytes([e, f, g, h]).into())
        }
        _ => (0, 0),
    }
}

fn named(target: u8) -> Category {
    match target.wrapping_sub(FIRST_CATEGORY) {
        0 => Category::Zero,
        1 => Category::One,
        2 => Category::Two,
        3 => Category::Few,
        4 => Category::Many,
        _ => Category::Other,
    }
}

/// Alternatives, each of relations that must all hold.
#[cfg(feature = "write")]
pub type Condition = Vec<Vec<Relation>>;

/// A relation of a rule: `n % 100 != 3..10,13`.
#[cfg(feature = "write")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The operand that is tested.
    pub operand: Operand,
    /// The power of ten whose remainder is tested, at most 7; 0 if the operand itself is.
    pub power: u8,
    /// Whether the number must be outside of the ranges.
    pub negated: bool,
    /// The ranges.
    pub ranges: Vec<RangeInclusive<u32>>,
}

/// An operand of a number, in the order of their numbers in a head. N is not stored.
#[cfg(feature = "write")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of UTS #35, in capitals")]
pub enum Operand {
    I,
    V,
    W,
    F,
    T,
    C,
    N,
}

/// Compiles the rules of a language: the condition of each category but `other`, in the order they are tried.
/// `None` if they are longer than offsets reach, or if a condition has
/// no relations.
#[cfg(feature = "write")]
pub fn encode_rules(rules: &[(Category, Condition)]) -> Option<Vec<u8>> {
    let mut steps = Steps::default();
    let entry =
        rules.iter().rev().fold(Target::Category(Category::Other), |otherwise, (category, condition)| {
            steps.any(condition, Target::Category(*category), otherwise)
        });
    if let Target::Category(category) = entry {
        // Without steps every number is `other`.
        return (category == Category::Other).then(Vec::new);
    }
    let integers = steps.for_integers(entry);
    let mut rules: Vec<u8> =
        (0..SMALL as u32).map(|integer| FIRST_CATEGORY + steps.category(entry, integer) as u8).collect();
    // The steps for integers do not fit beside those of the languages with the most rules.
    let steps = steps.bytes([integers, entry]).or_else(|| {
        let mut bytes = steps.bytes([entry, entry])?;
        bytes[0] = AS_NUMBERS;
        Some(bytes)
    });
    rules.extend(steps?);
    Some(rules)
}

/// The steps, the last one first: a step is made after the steps that it leads to.
#[cfg(feature = "write")]
#[derive(Default)]
struct Steps(Vec<Step>);

#[cfg(feature = "write")]
#[derive(Clone, PartialEq)]
struct Step {
    question: Question,
    yes: Target,
    no: Target,
}

#[cfg(feature = "write")]
#[derive(Clone, PartialEq)]
struct Question {
    operand: Operand,
    power: u8,
    range: RangeInclusive<u32>,
}

#[cfg(feature = "write")]
#[derive(Clone, Copy, PartialEq)]
enum Target {
    /// The index of a step.
    Step(usize),
    Category(Category),
}

#[cfg(feature = "write")]
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

    /// The target without the steps at its beginning that test what is known to hold.
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

    /// A step with this question; the same step is not made twice.
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

    /// The category of an integer: of its operands, only i is not 0.
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

    /// The target for an integer from `SMALL` to `LARGE` - 1, without the steps that each of these takes in the same direction.
    fn for_integers(&mut self, target: Target) -> Target {
        let Target::Step(step) = target else { return target };
        let Step { question, yes, no } = self.0[step].clone();
        match question {
            // The remainder of six digits or more is the integer itself.
            Question { operand: Operand::I, power: 0 | 6.., range }
                if *range.end() < SMALL as u32 || u64::from(*range.start()) >= LARGE =>
            {
                self.for_integers(no)
            }
            Question { operand: Operand::I, .. } => {
                let (yes, no) = (self.for_integers(yes), self.for_integers(no));
                if yes == no { yes } else { self.step(question, yes, no) }
            }
            Question { range, .. } => self.for_integers(if range.contains(&0) { yes } else { no }),
        }
    }

    /// The entries, and the steps that can be reached from them, as bytes.
    fn bytes(&self, entries: [Target; 2]) -> Option<Vec<u8>> {
        let reached = self.reached(entries);
        let (mut offsets, mut length) = (vec![0; self.0.len()], 0_u8);
        for &step in &reached {
            offsets[step] = length;
            length = length.checked_add(self.0[step].length()).filter(|&length| length <= FIRST_CATEGORY)?;
        }
        let mut bytes = entries.map(|entry| entry.byte(&offsets)).to_vec();
        reached.iter().for_each(|&step| self.0[step].write(&offsets, &mut bytes));
        Some(bytes)
    }

    /// The steps that can be reached from the entries, in the order in which they are taken.
    fn reached(&self, entries: [Target; 2]) -> Vec<usize> {
        let mut targets = entries.to_vec();
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

#[cfg(feature = "write")]
impl Relation {
    /// The question that decides it, if it is a single one.
    fn question(&self) -> Option<Question> {
        let Self { operand, power, .. } = *self;
        let [range] = <[_; 1]>::try_from(joined(&self.ranges)).ok()?;
        (operand != Operand::N).then_some(Question { operand, power, range })
    }
}

#[cfg(feature = "write")]
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

#[cfg(feature = "write")]
impl Target {
    fn byte(self, offsets: &[u8]) -> u8 {
        match self {
            Self::Step(step) => offsets[step],
            Self::Category(category) => FIRST_CATEGORY + category as u8,
        }
    }
}

/// The same values in as few ranges as possible, in order.
#[cfg(feature = "write")]
fn joined(ranges: &[RangeInclusive<u32>]) -> Vec<RangeInclusive<u32>> {
    let mut sorted = ranges.to_vec();
    sorted.sort_unstable_by_key(|range| *range.start());
    sorted.dedup_by(|next, range| {
        let touch = u64::from(*next.start()) <= u64::from(*range.end()) + 1;
        if touch {
            *range = *range.start()..=*range.end().max(next.end());
        }
        touch
    });
    sorted
}
