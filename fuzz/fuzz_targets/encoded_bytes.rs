//! The readers of compiled data: no input makes one panic or loop forever.
#![no_main]

use arbitrary::Arbitrary;
use code_registry_encoding::message::{Branch, Sentence, shown};
use code_registry_encoding::names::Names;
use code_registry_encoding::numbers::Numbers;
use code_registry_encoding::operands::Operands;
use code_registry_encoding::plural::{Category, category, category_of_integer};
use code_registry_encoding::tag::Tag;
use code_registry_encoding::texts::{Strings, Texts};
use code_registry_encoding::value::{LabelForm, Radix};
use libfuzzer_sys::fuzz_target;

#[derive(Debug, Arbitrary)]
struct Input<'a> {
    text: &'a str,
    lists: [(u8, &'a [u8]); 4],
    starts: &'a [u8],
    average: usize,
    early: usize,
    shift: u32,
    counts: [usize; 3],
    index: usize,
    number: u64,
    choices: &'a [u8],
}

fuzz_target!(|input: Input<'_>| {
    check_tables(&input);
    check_message(input.text, input.choices);
    let rules = input.starts;
    let _ = (category(rules, &input.number.into()), category_of_integer(rules, input.number % 12));
    if let Some(operands) = Operands::of(&input.text) {
        let _ = category(rules, &operands);
    }
    if let Some(tag) = Tag::from_bits(input.number) {
        let _ = (tag.to_string(), tag.parent(), tag.with(tag.script(), tag.region()));
    }
    for radix in Radix::ALL {
        let form = LabelForm { before: "", after: "", width: 0, radix, parts: &[] };
        let _ = form.read_number(input.text, i64::MIN.into(), i64::MAX.into());
    }
});

fn check_tables(input: &Input<'_>) {
    let numbers = |list: usize| Numbers::new(input.lists[list].0.into(), input.lists[list].1);
    let strings = |list| Strings {
        texts: input.text,
        average: input.average,
        early: input.early,
        shift: input.shift,
        blocks: numbers(list),
        starts: input.starts,
    };
    let [count, rows, languages] = input.counts;
    let (symbols, variants) = (strings(0), strings(1));
    let texts = Texts { strings: strings(2), languages, rows: numbers(3) };
    let names = Names {
        slots: numbers(3),
        count,
        symbols: &symbols,
        variants: &variants,
        rows,
        aliases: strings(1),
        alias_rows: numbers(0),
    };
    let _ = (symbols.get(input.index), texts.get(input.index, rows), names.row(input.text));
}

fn check_message(entry: &str, choices: &[u8]) {
    let _ = (
        shown(entry),
        Sentence::of_entry(entry).map(|sentence| sentence.write(&mut String::new(), |_, _, _| Ok(()))),
    );
    let (mut branch, sentences) = Branch::of_entry(entry);
    let mut choices = choices.iter();
    while let Some(choice) = branch.choice() {
        let category = choices.next().and_then(|&byte| Category::ALL.get(usize::from(byte)).copied());
        branch = choice.branch(category, |word| choices.next().is_some_and(|&byte| word.contains(&byte)));
    }
    let _ = branch.sentence(sentences).write(&mut String::new(), |_, _, _| Ok(()));
}
