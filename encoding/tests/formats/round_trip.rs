//! Each reader returns what its writer was given.

use code_registry_encoding::names::{EncodedNames, Names, Spellings};
use code_registry_encoding::numbers::EncodedNumbers;
use code_registry_encoding::tag::Tag;
use code_registry_encoding::texts::{EncodedStrings, EncodedTexts, MAX_TEXT_BYTES, Texts};
use code_registry_encoding::value::{
    LabelForm, MAX_TEXT_VALUE_BYTES, Radix, is_text_value, last_text_key, text_from_key, text_key,
};
use code_registry_encoding::words::Status;

use crate::random::Random;

#[test]
fn numbers() {
    let mut random = Random::new(1);
    for most in [0, 1, 0xFF, 0x100, 0xFFFF, 0x1_0000, u32::MAX as usize] {
        for _ in 0..100 {
            let mut numbers: Vec<usize> = (0..random.below(40)).map(|_| random.below(most + 1)).collect();
            numbers.push(most);
            let encoded: EncodedNumbers = numbers.iter().copied().collect();
            assert_eq!(encoded.bytes().len(), encoded.width() * numbers.len());
            let expected = if most < 0x100 { 1 } else { if most < 0x1_0000 { 2 } else { 4 } };
            assert_eq!(encoded.width(), expected, "{most}");
            let read = encoded.as_numbers();
            assert!(numbers.iter().enumerate().all(|(index, number)| read.get(index) == *number));
            assert_eq!(read.get(numbers.len()), 0);
            assert!(!read.is_empty());
        }
    }
    assert!(EncodedNumbers::NONE.as_numbers().is_empty());
}

#[test]
fn strings() {
    let mut random = Random::new(2);
    for round in 0..200 {
        let longest = *random.pick(&[0, 3, 20, 3_000]);
        let texts: Vec<String> = (0..random.below(200)).map(|_| random.text(longest)).collect();
        let encoded = EncodedStrings::new(&texts).unwrap();
        let strings = encoded.as_strings();
        assert_eq!(strings.is_empty(), texts.is_empty());
        for (index, text) in texts.iter().enumerate() {
            assert_eq!(strings.get(index), text, "{round}");
        }
    }
}

#[test]
fn blocks_are_as_long_as_their_offsets_allow() {
    let texts = |count: usize, bytes: usize| vec!["x".repeat(bytes); count];
    // The first half has all the text, so that no text begins where one of average length would.
    let uneven = |count: usize, bytes: usize| [texts(count, bytes), texts(count, 0)].concat();
    let blocks = |texts: &[String]| {
        let encoded = EncodedStrings::new(texts).unwrap();
        assert!((0..texts.len()).all(|index| encoded.as_strings().get(index) == texts[index]));
        encoded.blocks().bytes().len() / encoded.blocks().width()
    };
    assert_eq!(blocks(&uneven(5, 13_107)), 0, "65,535 bytes are one block");
    assert_eq!(blocks(&texts(200, 3_000)), 0, "texts of the same length begin where they are expected");
    assert_eq!(blocks(&uneven(200, 3_000)), 25);
    assert_eq!(blocks(&uneven(5, MAX_TEXT_BYTES)), 10);
    let error = EncodedStrings::new(texts(1, MAX_TEXT_BYTES + 1)).unwrap_err();
    assert_eq!(error.to_string(), "65536 bytes are too many for one text: at most 65535");
}

#[test]
fn texts_of_a_kind() {
    let mut random = Random::new(3);
    for _ in 0..300 {
        let (rows, languages) = (random.below(30), 1 + random.below(4));
        let different: Vec<Vec<String>> =
            (0..4).map(|_| (0..languages).map(|_| random.text(9)).collect()).collect();
        let few = random.chance(50);
        let table: Vec<Vec<String>> = (0..rows)
            .map(|_| match few {
                true => random.pick(&different).clone(),
                false => (0..languages).map(|_| random.text(6)).collect(),
            })
            .collect();
        let by_language: Vec<Vec<&str>> =
            (0..languages).map(|language| table.iter().map(|row| row[language].as_str()).collect()).collect();
        let encoded = EncodedTexts::new(&by_language).unwrap();
        let (strings, rows) = (encoded.strings().as_strings(), encoded.rows().as_numbers());
        let texts = match random.chance(50) {
            true => encoded.as_texts(),
            false => Texts { strings, languages: encoded.languages(), rows },
        };
        for (row, expected) in table.iter().enumerate() {
            for (language, expected) in expected.iter().enumerate() {
                assert_eq!(texts.get(row, language), expected);
                let (start, end) = texts.place(row, language);
                assert_eq!(&texts.strings.texts[start..end], expected);
            }
        }
    }
    let rare = [vec!["a long message"; 1], vec![""; 500]].concat();
    let encoded = EncodedTexts::new(&[rare]).unwrap();
    assert!(encoded.strings().as_strings().starts.len() < 10, "equal rows are stored once");
    assert!(EncodedTexts::new(&[["", ""]]).unwrap().as_texts().strings.is_empty());
}

#[test]
fn names() {
    let mut random = Random::new(4);
    for _ in 0..100 {
        let rows = 1 + random.below(60);
        let symbols: Vec<String> = (0..rows).map(|row| format!("{}{row}", random.text(12))).collect();
        let variants: Vec<String> = (0..rows).map(|row| format!("V{row}{}", random.text(30))).collect();
        let aliases: Vec<Vec<String>> = (0..rows)
            .map(|row| (0..random.below(3)).map(|at| format!("alias {row} {at}")).collect())
            .collect();
        let codes: Vec<Spellings<'_>> = (0..rows)
            .filter(|row| row % 7 != 3)
            .map(|row| Spellings {
                row,
                symbol: &symbols[row],
                variant: &variants[row],
                aliases: &aliases[row],
            })
            .collect();
        let encoded = EncodedNames::new(&codes, rows).unwrap();
        let (symbols, variants) =
            (EncodedStrings::new(&symbols).unwrap(), EncodedStrings::new(&variants).unwrap());
        let (symbols, variants) = (symbols.as_strings(), variants.as_strings());
        let names = match random.chance(50) {
            true => encoded.as_names(&symbols, &variants),
            false => Names {
                slots: encoded.slots().as_numbers(),
                count: encoded.count(),
                symbols: &symbols,
                variants: &variants,
                rows: encoded.rows(),
                aliases: encoded.aliases().as_strings(),
                alias_rows: encoded.alias_rows().as_numbers(),
            },
        };
        for code in &codes {
            for name in [code.symbol, code.variant].into_iter().chain(code.aliases.iter().map(String::as_str))
            {
                assert_eq!(names.row(name), Some(code.row), "{name}");
                assert_eq!(names.row(&format!("{name}?")), None);
            }
        }
        assert_eq!(names.row(""), None);
    }
}

/// The longest run of occupied slots, which limits how many slots a look-up tries.
fn longest_run(symbol: impl Fn(usize) -> String) -> usize {
    let symbols: Vec<String> = (0..2_000).map(symbol).collect();
    let codes: Vec<Spellings<'_>> = symbols
        .iter()
        .enumerate()
        .map(|(row, symbol)| Spellings { row, symbol, variant: symbol, aliases: &[] })
        .collect();
    let encoded = EncodedNames::new(&codes, codes.len()).unwrap();
    let is_free: Vec<bool> =
        (0..encoded.count()).map(|slot| encoded.slots().as_numbers().get(slot) == 0).collect();
    assert_eq!(is_free.iter().filter(|is_free| !**is_free).count(), symbols.len());
    is_free.split(|is_free| *is_free).map(<[bool]>::len).max().unwrap()
}

#[test]
fn similar_names_are_far_apart() {
    let runs = [
        longest_run(|row| format!("E{row}")),
        longest_run(|row| format!("{row}E")),
        longest_run(|row| format!("E_{row:09}")),
        longest_run(|row| format!("E_{row:09}_IS_A_LONG_NAME")),
        longest_run(|row| format!("E_{}_{}", "A".repeat(row % 50), "B".repeat(row / 50))),
    ];
    assert!(runs.iter().all(|&run| run < 15), "{runs:?}");
}

#[test]
fn a_symbol_takes_precedence_over_a_variant() {
    let code = |row, symbol, variant| Spellings { row, symbol, variant, aliases: &[] };
    let codes = [code(0, "Other", "Same"), code(1, "Same", "Another")];
    let encoded = EncodedNames::new(&codes, 2).unwrap();
    let symbols = EncodedStrings::new(["Other", "Same"]).unwrap();
    let variants = EncodedStrings::new(["Same", "Another"]).unwrap();
    let (symbols, variants) = (symbols.as_strings(), variants.as_strings());
    assert_eq!(encoded.as_names(&symbols, &variants).row("Same"), Some(1));
}

#[test]
fn tags() {
    let mut random = Random::new(5);
    let subtags =
        ["it", "yue", "Latn", "hant", "CH", "419", "valencia", "1996", "x", "u", "nu", "ao1990", "e"];
    for _ in 0..20_000 {
        let count = 1 + random.below(4);
        let tag = (0..count).map(|_| *random.pick(&subtags)).collect::<Vec<_>>().join("-");
        let Some(read) = Tag::new(&tag) else { continue };
        assert_eq!(Tag::new(&tag.to_ascii_uppercase()), Some(read), "{tag}");
        assert_eq!(Tag::from_bits(read.to_bits()), Some(read));
        let text = read.to_string();
        assert_eq!((Tag::new(&text), Tag::exact(&text)), (Some(read), Some(read)), "{tag}");
        assert_eq!(Tag::exact(&tag).is_some(), text.eq_ignore_ascii_case(&tag), "{tag}");
        let shorter = text.rsplit_once('-').map(|(shorter, _)| shorter);
        assert_eq!(read.parent().map(|parent| parent.to_string()).as_deref(), shorter);
        let same = read.with(read.script(), read.region());
        assert_eq!(
            same == read,
            !text.contains("valencia") && !text.contains("1996") && !text.contains("ao1990")
        );
        assert_eq!(read.language().to_string(), text.split('-').next().unwrap());
    }
}

#[test]
fn parts_of_tags() {
    let tag = |tag| Tag::new(tag).unwrap();
    let (taiwan, valencia) = (tag("zh-Hant-TW"), tag("ca-valencia"));
    assert_eq!(taiwan.with(taiwan.script(), None), tag("zh-Hant"));
    assert_eq!(taiwan.with(None, taiwan.region()), tag("zh-TW"));
    assert_eq!((valencia.script(), valencia.region()), (None, None));
    assert_eq!(valencia.with(taiwan.script(), None), tag("ca-Hant"));
    assert_eq!((tag("it").script(), tag("it").region()), (None, None));
    assert_eq!(tag("es-419").region(), tag("pt-419").region());
    assert!(taiwan.is(tag("ZH-hant-tw")) && !taiwan.is(valencia));
}

#[test]
fn labels_of_numbers() {
    let mut random = Random::new(6);
    macro_rules! check {
        ($($integer:ty)*) => {$(
            for round in 0..400 {
                let number = match round {
                    0 => <$integer>::MIN,
                    1 => <$integer>::MAX,
                    _ => random.number() as $integer,
                };
                let radix = *random.pick(&Radix::ALL);
                let (before, after) = (random.text(3), random.text(3));
                let form = LabelForm { before: &before, after: &after, width: random.below(12), radix, parts: &[] };
                let mut label = String::new();
                form.write_number(&number, &mut label).unwrap();
                let (min, max) = (<$integer>::MIN.into(), <$integer>::MAX.into());
                assert_eq!(form.read_number(&label, min, max), Some(number.into()), "{label}");
                assert_eq!(form.read_number(&format!("{label}.0"), min, max), None, "{label}");
            }
        )*};
    }
    check!(u8 u16 u32 u64 i8 i16 i32 i64);
}

#[test]
fn numbers_that_are_not_labels() {
    let form = |radix| LabelForm { before: "E", after: "", width: 0, radix, parts: &[] };
    let read = |text, radix| form(radix).read_number(text, 0, 255);
    for text in ["", "E", "E+1", "E--1", "E 1", "1", "e1", "E1_0", "E٣", "E-0"] {
        assert_eq!(read(text, Radix::Decimal), None, "{text}");
    }
    for text in ["E", "E-1", "E+1", "Exyz", "E0x1"] {
        assert_eq!(read(text, Radix::LowerHexadecimal), None, "{text}");
    }
    assert_eq!(read("E-1", Radix::Decimal), Some(-1), "outside of the type");
    assert_eq!(read("E300", Radix::Decimal), Some(300));
    assert_eq!(read("E100", Radix::UpperHexadecimal), Some(256));
    assert_eq!(read("E18446744073709551615", Radix::Decimal), Some(u64::MAX.into()));
    assert_eq!(read("E18446744073709551616", Radix::Decimal), Some(i128::MAX));
    assert_eq!(form(Radix::Decimal).read_number("E-0", -1, 1), Some(0));
}

#[test]
fn values_that_are_texts() {
    let mut random = Random::new(7);
    let mut texts: Vec<String> = (0..500)
        .map(|_| (0..=random.below(5)).map(|_| char::from(b'!' + random.below(94) as u8)).collect())
        .collect();
    let key = |text: &str| text_key(text.as_bytes(), 5);
    for text in &texts {
        let mut padded = [0; 5];
        padded.get_mut(..text.len()).unwrap().copy_from_slice(text.as_bytes());
        assert_eq!(text_from_key::<5>(key(text) as u128), padded, "{text}");
        assert!(is_text_value(text.as_bytes(), 5) && !is_text_value(text.as_bytes(), text.len() - 1));
        let last = last_text_key(text.as_bytes(), 5);
        assert_eq!(text_from_key::<5>(last as u128), *format!("{text:~<5}").as_bytes());
    }
    assert_eq!(text_from_key::<18>(u128::MAX)[..], [&[0; 2][..], &[0xFF; 16]].concat()[..]);
    texts.sort();
    assert!(texts.is_sorted_by_key(|text| key(text)));
    for text in ["", "a b", "é", "\u{7f}"] {
        assert!(!is_text_value(text.as_bytes(), MAX_TEXT_VALUE_BYTES), "{text}");
    }
    let form = LabelForm { before: "[", after: "]", width: 9, radix: Radix::UpperHexadecimal, parts: &[] };
    let mut label = String::new();
    form.write_text("42P01", &mut label).unwrap();
    assert_eq!((label.as_str(), form.read_text("[42P01]")), ("[42P01]", Some("42P01")));
}

#[test]
fn words() {
    for &status in Status::ALL {
        assert_eq!(Status::named(status.name()), Some(status));
        assert_eq!(format!("{status:>17}"), format!("{:>17}", status.name()));
    }
    assert_eq!(Status::named("Assigned"), None);
    assert_eq!(Status::ALL.len(), Status::NAMES.len());
}
