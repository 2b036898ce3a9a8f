//! No bytes make a reader panic.

use code_registry_encoding::names::Names;
use code_registry_encoding::numbers::Numbers;
use code_registry_encoding::operands::Operands;
use code_registry_encoding::plural::{category, category_of_integer};
use code_registry_encoding::tag::Tag;
use code_registry_encoding::texts::{Strings, Texts};

use crate::random::Random;

const INDEXES: [usize; 7] = [0, 1, 2, 7, 255, usize::MAX / 2, usize::MAX];

fn number(random: &mut Random) -> usize {
    match random.chance(70) {
        true => random.below(9),
        false => random.number() as usize,
    }
}

#[test]
fn tables_of_texts() {
    let mut random = Random::new(1);
    for _ in 0..10_000 {
        let text = random.text(12);
        let lists: Vec<Vec<u8>> = (0..6).map(|_| random.bytes(9)).collect();
        let mut numbers = lists.iter().map(|bytes| Numbers::new(random.below(6), bytes)).collect::<Vec<_>>();
        let mut strings = || Strings {
            texts: &text,
            average: number(&mut random),
            early: number(&mut random),
            shift: random.number() as u32 % 70,
            blocks: numbers.pop().unwrap(),
            starts: &lists[0],
        };
        let (symbols, variants, aliases) = (strings(), strings(), strings());
        let texts = Texts { strings: symbols, languages: number(&mut random), rows: numbers[0] };
        let names = Names {
            slots: numbers[0],
            count: number(&mut random),
            symbols: &symbols,
            variants: &variants,
            rows: number(&mut random),
            aliases,
            alias_rows: numbers[1],
        };
        for index in INDEXES {
            let _ = (symbols.get(index), texts.get(index, number(&mut random)), numbers[2].get(index));
        }
        let _ = (names.row(&text), names.row(""));
    }
}

#[test]
fn plural_rules() {
    let mut random = Random::new(2);
    for _ in 0..30_000 {
        let rules = random.bytes(40);
        let number = random.number();
        let _ = (category(&rules, &number.into()), category_of_integer(&rules, number % 12));
    }
    for byte in 0..=u8::MAX {
        for bytes in [
            &[byte; 4] as &[u8],
            &[byte; 9],
            &[byte, 5, 5, 0, 255, byte, byte, 0, 1, 1],
            &[255, byte, 0, 1, 2],
        ] {
            category(&[&[byte; 10], bytes].concat(), &u128::MAX.into());
            category(bytes, &u128::MAX.into());
            category_of_integer(bytes, 9);
        }
    }
}

#[test]
fn tags_and_numbers() {
    let mut random = Random::new(3);
    for _ in 0..50_000 {
        if let Some(tag) = Tag::from_bits(random.number()) {
            let _ = (tag.to_string(), tag.parent(), tag.language(), tag.with(tag.script(), tag.region()));
        }
        let letters = ['a', 'Z', '1', '-', 'x', 'é', '.', 'e', '9'];
        let text: String = (0..random.below(16)).map(|_| *random.pick(&letters)).collect();
        let _ = (Tag::new(&text), Operands::of(&text));
    }
}
