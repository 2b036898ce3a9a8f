//! Look-ups in a table by texts that people write: values, headers, languages, symbols.

use std::fs;

use code_registry_table::{Extent, LiteralKind, Reading, Table, TextKind, nearest, read, says_nothing};

use super::{cases, folder, read_case};

#[test]
fn a_value_is_found_as_it_is_shown() {
    for case in cases("good") {
        let table = read_case(&case, read).table;
        for row in &table.rows {
            let (key, first, last) = match row.extent {
                Extent::Code(value) => ("code", value, value),
                Extent::Range(first, last) => ("range", first, last),
            };
            let is_heading = table.repr.is_name() && row.extent.is_range();
            for value in [first, last].into_iter().filter(|_| !is_heading) {
                let (label, plain) = (table.label(value), table.repr.show(value));
                assert_eq!(
                    (table.value(&label), table.value(&plain)),
                    (Some(value), Some(value)),
                    "{label}, {plain}"
                );
            }
            assert_eq!(table.extent(key, &header(&table, row.extent)), Some(row.extent), "{}", row.symbol);
        }
        assert_eq!((table.value("no value"), table.extent("code", "no value")), (None, None));
    }
}

/// The texts between `[code.` or `[range.` and `]` in the table.
fn header(table: &Table, extent: Extent) -> String {
    match extent {
        Extent::Code(value) => table.label(value),
        Extent::Range(first, last) => match table.repr.prefix(first, last) {
            Some(prefix) => prefix,
            None => format!("{}..={}", table.label(first), table.label(last)),
        },
    }
}

#[test]
fn a_label_is_shown_as_it_is_written() {
    let shown = |name: &str| {
        let table = read_case(&folder("good").join(name), read).table;
        table.label.map(|label| label.to_string())
    };
    assert_eq!(shown("label.toml").as_deref(), Some("{{E{value:04}}}"));
    assert_eq!(shown("label-hexadecimal.toml").as_deref(), Some("0x{value:08X}"));
    assert_eq!(shown("minimal.toml"), None);
}

/// A table in English, from the text after `repr = `.
fn reading(rest: &str) -> Reading {
    let text = format!("[registry]\ntitle.en = 'T'\nlanguages = ['en']\nrepr = {rest}");
    read("codes.toml", &text, &mut |_| unreachable!())
}

#[test]
fn as_many_words_are_listed_as_can_be_read() {
    let help = |count: usize| {
        let words: Vec<String> = (0..count).map(|number| format!("w{number}")).collect();
        let property = format!("[property.p]\ntype = 'w'\n[enum.w]\nvalues = {words:?}\n");
        let row = "[code.1]\nsymbol = 'A'\nname.en = 'A'\np = 'something else'\n";
        reading(&format!("'u8'\n{property}{row}")).diagnostics.remove(0).help.unwrap()
    };
    let listed = |count: usize| ["`w23`", "w24", "…"].map(|word| help(count).contains(word));
    assert_eq!((listed(24), listed(25)), ([true, false, false], [true, false, true]));
}

#[test]
fn a_hexadecimal_label_needs_no_width() {
    let reading = reading("'u16'\nlabel = '0x{value:x}'\n[code.0xA0]\nsymbol = 'A'\nname.en = 'A'\n");
    assert_eq!((reading.diagnostics.len(), reading.table.label(0xa0).as_str()), (0, "0xa0"));
}

/// Only characters that cannot be part of a value may be next to one.
#[test]
fn a_label_may_mark_a_text() {
    let rest = "'str'\nlength = 5\nlabel = '§{value}'\n[code.42P01]\nsymbol = 'A'\nname.en = 'A'\n";
    let reading = reading(rest);
    assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
    assert_eq!(reading.table.label(reading.table.value("42P01").unwrap()), "§42P01");
}

#[test]
fn as_many_arguments_are_taken_as_can_be_numbered() {
    let is_taken = |count: usize| {
        let arguments: String = (0..count).map(|number| format!("{{a{number}}}")).collect();
        !reading(&format!("'u8'\n[code.1]\nsymbol = 'A'\nmessage.en = '{arguments}'\n")).has_errors()
    };
    assert_eq!((is_taken(127), is_taken(128)), (true, false));
}

#[test]
fn what_only_looks_like_a_part_of_a_repeated_row_is_a_row() {
    let table = read_case(&folder("errors").join("duplicate-value-dots.toml"), read).table;
    assert_eq!(table.rows.iter().map(|row| row.symbol.as_str()).collect::<Vec<_>>(), ["ONE", "THREE"]);
}

#[test]
fn brackets_are_found_whatever_ends_lines_and_begins_the_file() {
    let text = fs::read_to_string(folder("errors").join("syntax-unclosed.toml")).unwrap();
    let found = |text: &str| {
        let reading = read("codes.toml", text, &mut |_| unreachable!());
        let line = |at: usize| reading.sources[0].position(at).0;
        let found = reading.diagnostics.iter().map(|found| (found.rule, line(found.place.span.start)));
        found.collect::<Vec<_>>()
    };
    assert_eq!(found(&text.replace('\n', "\r\n")), found(&text));
    assert_eq!(found(&format!("\u{feff}{text}")), found(&text));
}

#[test]
fn what_is_said_of_one_language_names_it() {
    let languages = |name: &str| {
        let diagnostics = read_case(&folder("errors").join(name), read).diagnostics;
        diagnostics.into_iter().map(|found| found.language.unwrap_or_default()).collect::<Vec<_>>()
    };
    assert_eq!(languages("partial-language.toml"), ["it", "de"]);
    assert_eq!(languages("plural-category-missing.toml"), ["en"]);
    assert_eq!(languages("missing-text.toml").concat(), "");
}

#[test]
fn as_many_slips_are_seen_through_as_a_word_has_letters_for() {
    assert_eq!(nearest("abcdefghi", ["other", "xyzdefghi"]), Some("xyzdefghi"));
    assert_eq!(nearest("abcdefghi", ["wxyzefghi"]), None);
    assert_eq!(nearest("abc", ["abc\u{1f600}"]), Some("abc\u{1f600}"));
    assert_eq!((nearest("ab", ["ac"]), nearest("abc", ["ABd"])), (None, Some("ABd")));
}

#[test]
fn a_slip_is_a_letter_that_is_inserted_removed_replaced_or_swapped_with_the_next() {
    let slips = ["stratus", "staus", "stotus", "tsatus", "statsu", "tatus", "statuss"];
    for slip in slips {
        assert_eq!(nearest(slip, ["help", "status"]), Some("status"), "{slip}");
    }
    // The fewer slips, the nearer.
    assert_eq!(nearest("abcdef", ["badcef", "abdcef"]), Some("abdcef"));
    // Three swaps are as many as nine letters allow.
    assert_eq!(nearest("abcdefghi", ["badcfeghi"]), Some("badcfeghi"));
    assert_eq!(nearest("abcdefghi", ["badcfehgi"]), None);
    // A swap does not go around a third letter.
    assert_eq!((nearest("abc", ["cba"]), nearest("abcdef", ["abedcf"])), (None, Some("abedcf")));
}

#[test]
fn a_row_behind_a_bad_one_is_found() {
    let row = |code: u8, symbol: &str| format!("[code.{code}]\nsymbol = {symbol}\nname.en = 'n'\n");
    let reading = reading(&format!("'u8'\n{}{}{}", row(1, "'A'"), row(2, "''"), row(3, "'C'")));
    let found = [1, 3].map(|value| reading.table.row_of(value).map(|row| row.symbol.as_str()));
    assert_eq!((found, reading.diagnostics.len()), ([Some("A"), Some("C")], 1));
    assert!(reading.table.row_of(2).is_none());
}

#[test]
fn languages_and_variants_have_names() {
    let table = read_case(&folder("good").join("languages.toml"), read).table;
    for (column, language) in table.languages.iter().enumerate() {
        assert_eq!(table.language(&language.tag.to_uppercase()), Some(column));
    }
    assert_eq!(table.language("tlh"), None);
    assert_eq!(table.usual_variant("NOT_FOUND"), "NotFound");
}

#[test]
fn a_text_is_looked_for_along_the_chain() {
    let table = read_case(&folder("good").join("languages.toml"), read).table;
    let name = table.rows[0].text(LiteralKind::Name);
    let resolved = |tag: &str| name.resolve(&table.languages[table.language(tag).unwrap()]);
    let expected = [("en", "One"), ("pt-BR", "Um"), ("es-419", "One"), ("it", "Uno")];
    for (tag, text) in expected {
        assert_eq!(resolved(tag).map(String::as_str), Some(text), "{tag}");
    }
    assert_eq!(table.rows[0].text(LiteralKind::Description).resolve(&table.languages[0]), None);
}

#[test]
fn any_text_of_a_row_says_something() {
    let no_message = read_case(&folder("good").join("nested-ranges.toml"), read).table.rows.remove(0).message;
    let table = || {
        let mut table = read_case(&folder("good").join("format.toml"), read).table;
        for row in &mut table.rows {
            (row.literals, row.notes) = Default::default();
            row.message = no_message.clone();
        }
        table
    };
    assert!(says_nothing(&table()));
    let full = read_case(&folder("good").join("format.toml"), read).table;
    for (at, row) in full.rows.iter().enumerate() {
        for kind in TextKind::ALL {
            let mut only = table();
            let (own, has) = (&mut only.rows[at], row.has_text(kind, 0));
            match kind {
                TextKind::Literal(kind) => own.literals[kind as usize] = row.text(kind).clone(),
                TextKind::Message => own.message = row.message.clone(),
                TextKind::Note => own.notes.clone_from(&row.notes),
            }
            assert_eq!(says_nothing(&only), !has, "{} {}", row.symbol, kind.key());
        }
    }
}
