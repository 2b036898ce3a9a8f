//! The formats of compiled data: readers return what the writers were given.
#![no_main]

use std::collections::HashMap;
use std::fmt::Write as _;

use arbitrary::Arbitrary;
use code_registry_encoding::message::{
    Branch, Case, EncodedMessage, MAX_ARGUMENTS, Part, Selector, is_program, shown,
};
use code_registry_encoding::names::{EncodedNames, Spellings};
use code_registry_encoding::numbers::EncodedNumbers;
use code_registry_encoding::operands::Operands;
use code_registry_encoding::plural::{
    Category, Operand, Relation, category, category_of_integer, encode_rules,
};
use code_registry_encoding::texts::{EncodedStrings, EncodedTexts};
use code_registry_encoding::value::{LabelForm, Radix, is_text_value, text_from_key, text_key};
use libfuzzer_sys::fuzz_target;

#[derive(Debug, Arbitrary)]
enum Input {
    Numbers(Vec<u32>),
    Strings(Vec<String>),
    Texts { languages: u8, rows: Vec<String> },
    Names(Vec<(String, String, Option<String>)>),
    Label { before: String, after: String, width: u8, radix: u8, number: i64 },
    TextValue(String),
    Rules { relations: Vec<(u8, u8, bool, u32, u16)>, integers: Vec<u64> },
    Message { message: Message, right_to_left: bool, category: u8, word: String },
}

#[derive(Debug, Arbitrary)]
enum Message {
    Sentence(Vec<(String, u8)>),
    Choice { selector: u8, argument: u8, cases: Vec<(Key, Message)>, other: Box<Message> },
}

#[derive(Debug, Arbitrary)]
enum Key {
    Category(u8),
    Word(String),
}

fuzz_target!(|input: Input| match input {
    Input::Numbers(numbers) => check_numbers(&numbers),
    Input::Strings(texts) => check_strings(&texts),
    Input::Texts { languages, rows } => check_texts(usize::from(languages % 5) + 1, &rows),
    Input::Names(names) => check_names(&names),
    Input::Label { before, after, width, radix, number } => {
        let radix = Radix::ALL[usize::from(radix) % Radix::ALL.len()];
        let form =
            LabelForm { before: &before, after: &after, width: usize::from(width % 40), radix, parts: &[] };
        let mut label = String::new();
        form.write_number(&number, &mut label).expect("a string takes any text");
        assert_eq!(
            form.read_number(&label, i64::MIN.into(), i64::MAX.into()),
            Some(number.into()),
            "{label}"
        );
    }
    Input::TextValue(text) => {
        if is_text_value(text.as_bytes(), 15) {
            let bytes: [u8; 15] = text_from_key(text_key(text.as_bytes(), 15).cast_unsigned());
            assert_eq!(&bytes[..text.len()], text.as_bytes());
        }
    }
    Input::Rules { relations, integers } => check_rules(&relations, &integers),
    Input::Message { message, right_to_left, category, word } => {
        check_message(&message, right_to_left, self::category_of(category), &word);
    }
});

fn check_numbers(numbers: &[u32]) {
    let encoded: EncodedNumbers = numbers.iter().map(|&number| number as usize).collect();
    let read = encoded.as_numbers();
    for (index, &number) in numbers.iter().enumerate() {
        assert_eq!(read.get(index), number as usize);
    }
}

fn check_strings(texts: &[String]) {
    let Ok(encoded) = EncodedStrings::new(texts) else { return };
    for (index, text) in texts.iter().enumerate() {
        assert_eq!(encoded.as_strings().get(index), text);
    }
}

fn check_texts(languages: usize, texts: &[String]) {
    let rows: Vec<&[String]> = texts.chunks_exact(languages).collect();
    let columns: Vec<Vec<&str>> =
        (0..languages).map(|language| rows.iter().map(|row| row[language].as_str()).collect()).collect();
    let Ok(encoded) = EncodedTexts::new(&columns) else { return };
    for (row, texts) in rows.iter().enumerate() {
        for (language, text) in texts.iter().enumerate() {
            assert_eq!(encoded.as_texts().get(row, language), text);
        }
    }
}

fn check_names(names: &[(String, String, Option<String>)]) {
    let aliases: Vec<Vec<String>> = names.iter().map(|(.., alias)| alias.iter().cloned().collect()).collect();
    let codes: Vec<Spellings<'_>> = names
        .iter()
        .zip(&aliases)
        .enumerate()
        .map(|(row, ((symbol, variant, _), aliases))| Spellings { row, symbol, variant, aliases })
        .collect();
    let Ok(encoded) = EncodedNames::new(&codes, codes.len()) else { return };
    let Ok(symbols) = EncodedStrings::new(codes.iter().map(|code| code.symbol)) else { return };
    let Ok(variants) = EncodedStrings::new(codes.iter().map(|code| code.variant)) else { return };
    let (symbols, variants) = (symbols.as_strings(), variants.as_strings());
    let read = encoded.as_names(&symbols, &variants);
    // For equal names, the first symbol wins, then the first alias, then the first variant.
    let mut rows = HashMap::new();
    let aliases = codes.iter().flat_map(|code| code.aliases.iter().map(|alias| (alias.as_str(), code.row)));
    let variants = codes.iter().map(|code| (code.variant, code.row));
    for (name, row) in codes.iter().map(|code| (code.symbol, code.row)).chain(aliases).chain(variants) {
        rows.entry(name).or_insert(row);
    }
    for (name, &row) in &rows {
        assert_eq!(read.row(name), Some(row), "{name}");
        let longer = format!("{name}?");
        assert_eq!(read.row(&longer), rows.get(longer.as_str()).copied(), "{longer}");
    }
}

/// A single category with these relations, all about integers, as its condition.
fn check_rules(relations: &[(u8, u8, bool, u32, u16)], integers: &[u64]) {
    let relations = relations.iter().map(|&(operand, power, negated, first, span)| Relation {
        operand: [Operand::N, Operand::I][usize::from(operand % 2)],
        power: power % 8,
        negated,
        ranges: vec![first..=first.saturating_add(span.into())],
    });
    let relations: Vec<Relation> = relations.collect();
    let holds = |relation: &Relation, integer: u64| {
        let power = 10_u64.pow(relation.power.into());
        let value = if relation.power == 0 { integer } else { integer % power };
        let range = &relation.ranges[0];
        (u64::from(*range.start())..=u64::from(*range.end())).contains(&value) != relation.negated
    };
    let Some(rules) = encode_rules(&[(Category::Few, vec![relations.clone()])]) else { return };
    for &integer in integers {
        let holds = relations.iter().all(|relation| holds(relation, integer));
        let expected = if holds { Category::Few } else { Category::Other };
        assert_eq!(category_of_integer(&rules, integer), expected, "{integer} {relations:?}");
        let operands = Operands::of(&integer).expect("it is a number");
        assert_eq!(category(&rules, &operands), expected, "{integer} {relations:?}");
    }
}

fn category_of(number: u8) -> Category {
    Category::ALL[usize::from(number) % (Category::ALL.len() - 1)]
}

fn argument(number: u8) -> usize {
    usize::from(number) % MAX_ARGUMENTS
}

fn placeholder(argument: usize) -> String {
    format!("{{a{argument}}}")
}

impl Message {
    fn encode(&self, right_to_left: bool) -> EncodedMessage {
        match self {
            Self::Sentence(pieces) => {
                let placeholders: Vec<String> = (0..MAX_ARGUMENTS).map(placeholder).collect();
                let parts = pieces.iter().flat_map(|(text, number)| {
                    let index = argument(*number);
                    [Part::Text(text), Part::Argument { index, placeholder: &placeholders[index] }]
                });
                EncodedMessage::sentence(parts, right_to_left)
            }
            Self::Choice { selector, argument, cases, other } => {
                let cases = cases.iter().map(|(key, message)| {
                    let case = match key {
                        Key::Category(category) => Case::Category(category_of(*category)),
                        Key::Word(word) => Case::Word(word),
                    };
                    (case, message.encode(right_to_left))
                });
                let selector = Selector::ALL[usize::from(*selector) % Selector::ALL.len()];
                let (index, other) = (self::argument(*argument), other.encode(right_to_left));
                EncodedMessage::choice(selector, index, &placeholder(index), &other, cases)
            }
        }
    }

    fn displayed(&self, category: Category, word: &str) -> String {
        match self {
            Self::Sentence(pieces) => {
                let pieces = pieces.iter();
                pieces.map(|(text, number)| format!("{text}<{}>", argument(*number))).collect()
            }
            Self::Choice { cases, other, .. } => {
                let met = cases.iter().find(|(key, _)| match key {
                    Key::Category(number) => category_of(*number) == category,
                    Key::Word(known) => known == word,
                });
                met.map_or(&**other, |(_, message)| message).displayed(category, word)
            }
        }
    }
}

fn check_message(message: &Message, right_to_left: bool, category: Category, word: &str) {
    let entry = message.encode(right_to_left).into_entry();
    // Longer entries are refused, and no text of a table begins with a byte of a program.
    if entry.len() > 0xFFFF || !is_program(&entry) {
        return;
    }
    let _ = shown(&entry);
    let (mut branch, sentences) = Branch::of_entry(&entry);
    while let Some(choice) = branch.choice() {
        branch = choice.branch(Some(category), |known| known == word.as_bytes());
    }
    let mut text = String::new();
    let result = branch.sentence(sentences).write(&mut text, |index, placeholder, text| match index {
        MAX_ARGUMENTS => text.write_str(placeholder),
        _ => write!(text, "<{index}>"),
    });
    assert_eq!(result, Ok(()));
    assert_eq!(text, message.displayed(category, word));
}
