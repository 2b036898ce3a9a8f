//! Items are joined by the patterns of a language, and a connective changes with the sound of the item after it.

use code_registry_encoding::formats::{Elision, ListFormat};

const PATTERNS: ListFormat<'_> = ListFormat {
    pair: " (pair {1} pair)",
    start: " (start {1} start)",
    middle: " (middle {1} middle)",
    end: " (end {1} end)",
    elision: Elision::None,
};

fn joined(format: &ListFormat<'_>, items: &[&str]) -> String {
    let mut text = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            text += format.before(index, items.len(), item);
        }
        text += item;
    }
    format.write_end(items.len(), &mut text).unwrap();
    text
}

#[test]
fn each_place_of_a_list_has_its_pattern() {
    for (items, expected) in [
        (&[][..], ""),
        (&["a"], "a"),
        (&["a", "b"], "a (pair b pair)"),
        (&["a", "b", "c"], "a (start b (end c end) start)"),
        (&["a", "b", "c", "d"], "a (start b (middle c (end d end) middle) start)"),
        (&["a", "b", "c", "d", "e"], "a (start b (middle c (middle d (end e end) middle) middle) start)"),
    ] {
        assert_eq!(joined(&PATTERNS, items), expected);
    }
    assert_eq!(joined(&ListFormat::PLAIN, &["a", "b", "c"]), "a, b, c");
}

#[test]
fn a_pattern_without_a_placeholder_writes_nothing() {
    for pair in ["", " and ", " {2} ", " {1", " {"] {
        assert_eq!(joined(&ListFormat { pair, ..PATTERNS }, &["a", "b"]), "ab", "{pair}");
    }
    assert_eq!(joined(&ListFormat { pair: " {0}.", ..PATTERNS }, &["a", "b"]), "a b.");
}

#[test]
fn a_connective_changes_with_the_sound_after_it() {
    let check = |elision, pair, changed, items: &[(bool, &str)]| {
        let format = ListFormat { pair, elision, ..ListFormat::PLAIN };
        let unchanged = pair.trim_end_matches("{1}");
        for &(changes, item) in items {
            let expected = if changes { changed } else { unchanged };
            assert_eq!(format.before(1, 2, &item), expected, "{item}");
        }
    };
    let and = [(true, "ida"), (true, "Ida"), (true, "hijo"), (true, "HI"), (true, "hi")];
    check(Elision::SpanishAnd, " y {1}", " e ", &and);
    let and = [(false, "hierro"), (false, "Hiato"), (false, "hola"), (false, "h"), (false, "o"), (false, "")];
    check(Elision::SpanishAnd, " y {1}", " e ", &and);
    let or = [(true, "ocho"), (true, "8"), (true, "800"), (true, "hora"), (true, "HOY")];
    check(Elision::SpanishOr, " o {1}", " u ", &or);
    let or = [(false, "hijo"), (false, "h"), (false, "ida"), (false, "18"), (false, "")];
    check(Elision::SpanishOr, " o {1}", " u ", &or);
    let or = [(true, "elefanti"), (true, "Elena"), (true, "è"), (true, "é"), (true, "È"), (true, "É")];
    check(Elision::ItalianAnd, " e {1}", " ed ", &or);
    check(Elision::ItalianAnd, " e {1}", " ed ", &[(false, "altri"), (false, "hello"), (false, "")]);
    let hebrew = [(true, "x"), (true, "1"), (false, "א"), (false, "")];
    check(Elision::HebrewAnd, " \u{5d5}{1}", " \u{5d5}\u{2011}", &hebrew);
    check(Elision::None, " y {1}", " e ", &[(false, "ida")]);
}

#[test]
fn eleven_is_read_as_one_word_with_its_groups_and_decimals() {
    let format = ListFormat { pair: " o {1}", elision: Elision::SpanishOr, ..ListFormat::PLAIN };
    for item in [
        "11",
        "11000",
        "11.000",
        "11 000",
        "11\u{a0}000",
        "11.000.000",
        "11,5",
        "11,123",
        "11.000,5",
        "11,",
        "11 litros",
        "11 ab",
        "11 abc",
    ] {
        assert_eq!(format.before(1, 2, &item), " u ", "{item}");
    }
    for item in ["1", "12", "1 1", "110", "1100", "11.5", "11.0000", "11.00x", "11.x00", "11,5,5", "11,5.5"] {
        assert_eq!(format.before(1, 2, &item), " o ", "{item}");
    }
}

#[test]
fn only_a_whole_connective_before_the_last_item_changes() {
    let format = ListFormat { elision: Elision::SpanishAnd, pair: ", y {1}", ..ListFormat::PLAIN };
    assert_eq!(joined(&format, &["a", "ida"]), "a, y ida");
    let format = ListFormat {
        start: " y {1}",
        middle: " y {1}",
        end: " y {1}",
        elision: Elision::SpanishAnd,
        ..format
    };
    assert_eq!(joined(&format, &["a", "ida", "ida", "ida"]), "a y ida y ida e ida");
}

#[test]
fn an_item_is_displayed_in_pieces_of_any_length() {
    let format = ListFormat { pair: " o {1}", elision: Elision::SpanishOr, ..ListFormat::PLAIN };
    assert_eq!(format.before(1, 2, &format_args!("{}{}{}", 1, 1, ".000")), " u ");
    assert_eq!(format.before(1, 2, &format_args!("{}{}{}", 1, 1, 1)), " o ");
    assert_eq!(format.before(1, 2, &"o".repeat(100)), " u ", "only its beginning counts");
    assert_eq!(format.before(1, 2, &format_args!("11{}", ".000".repeat(7))), " u ");
    let long = ListFormat { pair: " \u{5d5}{1}", elision: Elision::HebrewAnd, ..ListFormat::PLAIN };
    assert_eq!(long.before(1, 2, &"א".repeat(100)), " \u{5d5}");
}
