//! Plural rules: random ones are compiled, and must give the category of their conditions.

use code_registry_encoding::operands::Operands;
use code_registry_encoding::plural::{
    Category, Condition, Operand, Relation, category, category_of_integer, encode_rules,
};

use crate::random::Random;

const OPERANDS: [Operand; 7] =
    [Operand::N, Operand::I, Operand::V, Operand::W, Operand::F, Operand::T, Operand::C];

/// The operands of a number with this many fraction digits, by the definitions of UTS #35.
fn value(operand: Operand, whole: u64, fraction: &str) -> u64 {
    let trimmed = fraction.trim_end_matches('0');
    match operand {
        Operand::N | Operand::I => whole,
        Operand::V => fraction.len() as u64,
        Operand::W => trimmed.len() as u64,
        Operand::F => fraction.parse().unwrap_or(0),
        Operand::T => trimmed.parse().unwrap_or(0),
        Operand::C => 0,
    }
}

fn holds(relation: &Relation, whole: u64, fraction: &str) -> bool {
    let value = value(relation.operand, whole, fraction);
    let value = if relation.power == 0 { value } else { value % 10_u64.pow(relation.power.into()) };
    let is_integer = relation.operand != Operand::N || fraction.trim_end_matches('0').is_empty();
    let is_in = |range: &std::ops::RangeInclusive<u32>| {
        (u64::from(*range.start())..=u64::from(*range.end())).contains(&value)
    };
    (is_integer && relation.ranges.iter().any(is_in)) != relation.negated
}

fn random_relation(random: &mut Random) -> Relation {
    let ranges = (0..1 + random.below(3)).map(|_| {
        let first = *random.pick(&[0, 1, 2, 3, 11, 100, 1_000, 1_000_000]);
        first..=first + *random.pick(&[0, 0, 1, 7, 300])
    });
    Relation {
        ranges: ranges.collect(),
        operand: *random.pick(&OPERANDS),
        power: *random.pick(&[0, 0, 1, 2, 3, 6, 7]),
        negated: random.chance(30),
    }
}

#[test]
fn rules_give_the_category_whose_condition_holds() {
    let mut random = Random::new(1);
    let fractions = ["", "0", "00", "1", "5", "50", "03", "1000", "00000300"];
    let mut compiled = 0;
    for _ in 0..3_000 {
        let condition = |random: &mut Random| -> Condition {
            (0..1 + random.below(2))
                .map(|_| (0..1 + random.below(3)).map(|_| random_relation(random)).collect())
                .collect()
        };
        let rules: Vec<(Category, Condition)> = Category::ALL[random.below(3)..]
            .iter()
            .take(random.below(4))
            .map(|&category| (category, condition(&mut random)))
            .collect();
        let Some(bytes) = encode_rules(&rules) else { continue };
        compiled += 1;
        for _ in 0..60 {
            let whole = *random.pick(&[
                0, 1, 2, 3, 5, 9, 10, 11, 12, 21, 100, 101, 1_000, 1_300, 999_999, 1_000_000, 5_000_007,
            ]);
            let fraction = *random.pick(&fractions);
            let met = rules.iter().find(|(_, condition)| {
                condition.iter().any(|all| all.iter().all(|relation| holds(relation, whole, fraction)))
            });
            let expected = met.map_or(Category::Other, |(category, _)| *category);
            let point = if fraction.is_empty() { "" } else { "." };
            let operands = Operands::of(&format_args!("{whole}{point}{fraction}")).unwrap();
            assert_eq!(category(&bytes, &operands), expected, "{whole}{point}{fraction} {rules:?}");
            if fraction.is_empty() {
                assert_eq!(category_of_integer(&bytes, whole), expected, "{whole} {rules:?}");
            }
        }
    }
    assert!(compiled > 2_000, "{compiled}");
}

const ONE: u8 = 251;
const TWO: u8 = 252;
const OTHER: u8 = 255;
const SMALL: usize = 10;

fn relation(operand: Operand, power: u8, ranges: &[(u32, u32)]) -> Relation {
    Relation {
        operand,
        power,
        negated: false,
        ranges: ranges.iter().map(|&(first, last)| first..=last).collect(),
    }
}

fn is(operand: Operand, number: u32) -> Relation {
    relation(operand, 0, &[(number, number)])
}

fn not(relation: Relation) -> Relation {
    Relation { negated: true, ..relation }
}

/// The first step for larger integers, the first step for any number, and the steps; the small integers come before.
#[track_caller]
fn check(rules: &[(Category, Condition)], expected: &[u8]) {
    assert_eq!(encode_rules(rules).as_deref().map(|bytes| &bytes[SMALL..]), Some(expected), "{rules:?}");
}

#[test]
fn small_integers_come_first() {
    use Operand::{I, T, V};
    let two = vec![vec![relation(I, 1, &[(2, 4)])], vec![is(T, 1)]];
    let rules = [(Category::One, vec![vec![is(I, 1), is(V, 0)]]), (Category::Two, two)];
    let [o, t, x] = [ONE, TWO, OTHER];
    assert_eq!(encode_rules(&rules).unwrap()[..SMALL], [x, o, t, t, t, x, x, x, x, x]);
    assert_eq!(encode_rules(&[]), Some(Vec::new()));
}

#[test]
fn steps_of_conditions() {
    use Operand::{F, I, N, V};
    let one = |condition| [(Category::One, condition)];
    check(&one(vec![vec![is(I, 1), is(V, 0)]]), &[OTHER, 0, 0, 5, OTHER, 1, 0, 1, ONE, OTHER, 0, 0]);
    check(&one(vec![vec![is(N, 1)]]), &[OTHER, 0, 0, 5, OTHER, 1, 0, 4, ONE, OTHER, 0, 0]);
    check(&one(vec![vec![not(is(N, 1))]]), &[ONE, 0, 0, 5, ONE, 1, 0, 4, OTHER, ONE, 0, 0]);
    let either = vec![vec![not(is(F, 0))], vec![relation(I, 2, &[(2, 9)])]];
    check(&one(either), &[5, 0, 3, 5, ONE, 0, 0, 2 << 3, ONE, OTHER, 2, 7]);
}

#[test]
fn values_are_joined_to_ranges() {
    let check = |ranges: &[(u32, u32)], expected: &[u8]| {
        check(&[(Category::One, vec![vec![relation(Operand::I, 0, ranges)]])], expected);
    };
    let wide = 1 << 6;
    check(&[(3, 3), (1, 1), (2, 2), (9, 9)], &[OTHER, 0, 0, ONE, 5, 1, 2, 0, ONE, OTHER, 9, 0]);
    check(&[(200, 255)], &[0, 0, 0, ONE, OTHER, 200, 55]);
    check(&[(200, 256)], &[0, 0, wide, ONE, OTHER, 200, 0, 0, 0, 56, 0, 0, 0]);
    check(&[(1_000, 20_000)], &[0, 0, wide, ONE, OTHER, 0xe8, 0x03, 0, 0, 0x38, 0x4a, 0, 0]);
    check(&[(u32::MAX, u32::MAX)], &[OTHER, 0, wide, ONE, OTHER, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]);
}

#[test]
fn nothing_is_tested_twice() {
    use Operand::{I, V};
    let [one, two] = [1, 2].map(|number| vec![vec![is(V, 0), is(I, number)]]);
    let steps = [OTHER, 0, 1, 5, OTHER, 0, 0, 0, ONE, 10, 1, 0, 0, TWO, OTHER, 2, 0];
    check(&[(Category::One, one), (Category::Two, two)], &steps);
}

#[test]
fn rules_that_have_no_encoding_are_refused() {
    assert_eq!(encode_rules(&[(Category::One, vec![Vec::new()])]), None, "every number");
    let rules = |count| {
        let values: Vec<_> = (0..count).map(|value| (2 * value, 2 * value)).collect();
        [(Category::One, vec![vec![relation(Operand::I, 0, &values)]])]
    };
    assert_eq!(encode_rules(&rules(50)).map(|bytes| bytes.len()), Some(SMALL + 2 + 250));
    assert_eq!(encode_rules(&rules(51)), None);
}

#[test]
fn steps_lead_to_a_category() {
    let english = [&[250; SMALL][..], &[255, 0, 0, 5, 255, 1, 0, 1, 251, 255, 0, 0]].concat();
    assert_eq!(category(&english, &1_u8.into()), Category::One);
    assert_eq!(category(&english, &2_u8.into()), Category::Other);
    assert_eq!(category_of_integer(&english, 9), Category::Zero);
    assert_eq!(category_of_integer(&english, 10), Category::Other);
    let steps: &[u8] = &[1 << 6 | 6 << 3, 252, 255, 0xa0, 0x86, 0x01, 0, 0, 0, 0, 0];
    let a_hundred_thousand = [&[0; SMALL], &[0, 0][..], steps].concat();
    assert_eq!(category(&a_hundred_thousand, &5_100_000_u32.into()), Category::Two);
    assert_eq!(category(&a_hundred_thousand, &5_100_001_u32.into()), Category::Other);
    assert_eq!(category(&[], &1_u8.into()), Category::Other);
}
