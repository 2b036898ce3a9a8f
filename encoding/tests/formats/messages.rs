//! Messages: a random one is written, and its display is compared with the message itself.

use std::fmt::Write as _;

use code_registry_encoding::message::{
    Branch, Case, EncodedMessage, MAX_ARGUMENTS, Part, PluralPlaces, Selector, Sentence, is_program, shown,
};
use code_registry_encoding::plural::Category;

use crate::random::Random;

const CATEGORIES: [Category; 5] =
    [Category::Zero, Category::One, Category::Two, Category::Few, Category::Many];
const WORDS: [&str; 4] = ["0", "12345", "file", "cartella"];

#[derive(Debug)]
enum Message {
    Sentence(Vec<Piece>),
    Choice { selector: Selector, argument: usize, cases: Vec<(Key, Message)>, other: Box<Message> },
}

#[derive(Debug)]
enum Piece {
    Text(String),
    Argument(usize),
}

#[derive(Debug, Clone, Copy)]
enum Key {
    Category(Category),
    Word(&'static str),
}

/// The arguments of one test.
struct Given {
    category: Option<Category>,
    word: &'static str,
}

fn placeholder(argument: usize) -> String {
    format!("{{argument{argument}}}")
}

fn random_message(random: &mut Random, depth: usize) -> Message {
    if depth == 0 || random.chance(40) {
        let longest = *random.pick(&[5, 40, 400]);
        let mut pieces: Vec<Piece> = Vec::new();
        for _ in 0..random.below(8) {
            match pieces.last() {
                Some(Piece::Text(_)) => pieces.push(Piece::Argument(random.below(MAX_ARGUMENTS))),
                _ if random.chance(30) => pieces.push(Piece::Argument(random.below(5))),
                _ => pieces.push(Piece::Text(random.text(longest) + ".")),
            }
        }
        return Message::Sentence(pieces);
    }
    let cases = (0..random.below(4)).map(|_| {
        let key = match random.chance(50) {
            true => Key::Category(*random.pick(&CATEGORIES)),
            false => Key::Word(WORDS[random.below(WORDS.len())]),
        };
        (key, random_message(random, depth - 1))
    });
    let cases = cases.collect();
    let selector = *random.pick(Selector::ALL);
    let other = Box::new(random_message(random, depth - 1));
    Message::Choice { selector, argument: random.below(MAX_ARGUMENTS), cases, other }
}

impl Message {
    fn encode(&self, right_to_left: bool) -> EncodedMessage {
        match self {
            Self::Sentence(pieces) => {
                let placeholders: Vec<String> = (0..MAX_ARGUMENTS).map(placeholder).collect();
                let parts = pieces.iter().map(|piece| match piece {
                    Piece::Text(text) => Part::Text(text),
                    &Piece::Argument(index) => Part::Argument { index, placeholder: &placeholders[index] },
                });
                EncodedMessage::sentence(parts, right_to_left)
            }
            Self::Choice { selector, argument, cases, other } => {
                let cases = cases.iter().map(|(key, message)| {
                    let case = match *key {
                        Key::Category(category) => Case::Category(category),
                        Key::Word(word) => Case::Word(word),
                    };
                    (case, message.encode(right_to_left))
                });
                let (placeholder, other) = (placeholder(*argument), other.encode(right_to_left));
                EncodedMessage::choice(*selector, *argument, &placeholder, &other, cases)
            }
        }
    }

    /// The message with `<n>` in place of each argument.
    fn displayed(&self, given: &Given) -> String {
        match self {
            Self::Sentence(pieces) => pieces
                .iter()
                .map(|piece| match piece {
                    Piece::Text(text) => text.clone(),
                    Piece::Argument(index) => format!("<{index}>"),
                })
                .collect(),
            Self::Choice { cases, other, .. } => {
                let met = cases.iter().find(|(key, _)| match *key {
                    Key::Category(category) => given.category == Some(category),
                    Key::Word(word) => given.word == word,
                });
                met.map_or(&**other, |(_, message)| message).displayed(given)
            }
        }
    }

    fn other(&self) -> String {
        match self {
            Self::Sentence(pieces) => pieces
                .iter()
                .map(|piece| match piece {
                    Piece::Text(text) => text.clone(),
                    Piece::Argument(index) => placeholder(*index),
                })
                .collect(),
            Self::Choice { other, .. } => other.other(),
        }
    }

    fn has_arguments(&self) -> bool {
        match self {
            Self::Sentence(pieces) => pieces.iter().any(|piece| matches!(piece, Piece::Argument(_))),
            Self::Choice { .. } => true,
        }
    }
}

/// The output of the reader.
fn read(entry: &str, given: &Given) -> String {
    let (mut branch, sentences) = Branch::of_entry(entry);
    while let Some(choice) = branch.choice() {
        assert_eq!(choice.placeholder, placeholder(choice.argument).as_bytes());
        branch = choice.branch(given.category, |word| word == given.word.as_bytes());
    }
    written(branch.sentence(sentences))
}

fn written(sentence: Sentence<'_>) -> String {
    let mut text = String::new();
    let result = sentence.write(&mut text, |index, placeholder, text| {
        if index == MAX_ARGUMENTS {
            return text.write_str(placeholder);
        }
        assert_eq!(placeholder, self::placeholder(index));
        write!(text, "<{index}>")
    });
    assert_eq!(result, Ok(()));
    text
}

#[test]
fn a_message_displays_what_it_says() {
    let mut random = Random::new(1);
    for _ in 0..3_000 {
        let (message, right_to_left) = (random_message(&mut random, 3), random.chance(30));
        let entry = message.encode(right_to_left).into_entry();
        assert_eq!(is_program(&entry), message.has_arguments(), "{message:?}");
        assert_eq!(shown(&entry), message.other(), "{message:?}");
        let categories = CATEGORIES.into_iter().map(Some).chain([None, Some(Category::Other)]);
        for category in categories {
            for word in WORDS.into_iter().chain(["another"]) {
                let given = Given { category, word };
                assert_eq!(read(&entry, &given), message.displayed(&given), "{message:?}");
            }
        }
        let is_sentence = matches!(message, Message::Sentence(_));
        match Sentence::of_entry(&entry) {
            Some(sentence) => {
                assert!(is_sentence);
                assert_eq!(written(sentence), read(&entry, &Given { category: None, word: "" }));
            }
            None => assert!(!is_sentence || entry.starts_with('\u{5}')),
        }
    }
}

#[test]
fn the_places_of_a_plural_are_those_of_its_sentences() {
    let sentence = |text, argument| {
        let placeholder = placeholder(argument);
        let parts = [Part::Text(text), Part::Argument { index: argument, placeholder: &placeholder }];
        EncodedMessage::sentence(parts, false)
    };
    let plural =
        |cases| EncodedMessage::choice(Selector::Plural, 3, "{argument3}", &sentence("other ", 3), cases);
    let few = || (Case::Category(Category::Few), sentence("few ", 1));
    let one = |text| (Case::Category(Category::One), sentence(text, 2));
    let entry = plural(vec![few(), one("one "), one("never ")]).into_entry();
    let places = check_places(&entry);
    assert_eq!((places.argument, places.own()), (3, 1 << Category::One as u8 | 1 << Category::Few as u8));
    for entry in [
        plural(vec![few(), (Case::Word("0"), sentence("none ", 0))]),
        plural(vec![(Case::Category(Category::One), plural(vec![few()]))]),
        EncodedMessage::choice(Selector::Ordinal, 3, "{argument3}", &sentence("other ", 3), [few()]),
        sentence("alone ", 0),
    ] {
        assert_eq!(PluralPlaces::of_entry(&entry.into_entry()), None);
    }
}

/// Compares the places with the sentences that the program chooses.
fn check_places(entry: &str) -> PluralPlaces {
    let places = PluralPlaces::of_entry(entry).unwrap();
    for &category in Category::ALL {
        let place = places.sentences[category as usize];
        let (branch, sentences) = Branch::of_entry(entry);
        let chosen = branch.choice().unwrap().branch(Some(category), |_| false).sentence(sentences);
        assert_eq!(&entry[place.sentence..][..place.length], chosen.text, "{category:?}");
        let steps = &entry.as_bytes()[place.steps..][..3 * usize::from(place.count)];
        assert_eq!(steps, chosen.steps.as_flattened(), "{category:?}");
    }
    places
}

#[test]
fn the_places_of_a_plural_depend_on_the_steps_of_its_sentences() {
    let sentence = |arguments: usize| {
        let parts = (0..arguments)
            .flat_map(|index| [Part::Argument { index, placeholder: "{argument}" }, Part::Text(" and ")]);
        EncodedMessage::sentence(parts.chain([Part::Text("end")]), false)
    };
    for [other, one, two] in [[0, 2, 1], [1, 0, 3], [2, 4, 0], [3, 1, 2], [4, 3, 4]] {
        let cases = [(Category::One, one), (Category::Two, two)];
        let cases = cases.map(|(category, count)| (Case::Category(category), sentence(count)));
        let message = EncodedMessage::choice(Selector::Plural, 0, "{argument0}", &sentence(other), cases);
        let places = check_places(&message.into_entry());
        assert_eq!(places.own(), 1 << Category::One as u8 | 1 << Category::Two as u8);
    }
}

#[test]
fn a_choice_has_the_selector_and_the_argument_that_it_was_given() {
    let sentence = |text| EncodedMessage::sentence([Part::Text(text)], false);
    for (argument, &selector) in Selector::ALL.iter().enumerate() {
        let placeholder = placeholder(argument);
        let one = (Case::Category(Category::One), sentence("one"));
        let message = EncodedMessage::choice(selector, argument, &placeholder, &sentence("other"), [one]);
        let entry = message.into_entry();
        let (branch, sentences) = Branch::of_entry(&entry);
        let choice = branch.choice().unwrap();
        assert_eq!((choice.selector, choice.argument), (selector, argument));
        assert_eq!(choice.other().sentence(sentences).text, "other");
    }
}

#[test]
fn long_sentences_have_few_steps() {
    let steps = |bytes: usize| {
        let text = "x".repeat(bytes);
        let parts = [Part::Text(&text), Part::Argument { index: 0, placeholder: "{argument0}" }];
        let entry = EncodedMessage::sentence(parts, false).into_entry();
        Sentence::of_entry(&entry).unwrap().steps.len()
    };
    // A step has up to 127 bytes of text and 128 in place of an argument.
    assert_eq!([127, 128, 382, 383].map(steps), [1, 2, 2, 3]);
    let sentence = |letter: &str, bytes| EncodedMessage::sentence([Part::Text(&letter.repeat(bytes))], false);
    let cases = [Category::One, Category::Two]
        .map(|category| (Case::Category(category), sentence(category.name(), 12_345)));
    let message = EncodedMessage::choice(Selector::Plural, 0, "{argument0}", &sentence("x", 60_000), cases);
    let entry = message.into_entry();
    for (category, expected) in [(Category::One, "one".repeat(12_345)), (Category::Two, "two".repeat(12_345))]
    {
        assert_eq!(read(&entry, &Given { category: Some(category), word: "" }), expected);
    }
    assert_eq!(shown(&entry), "x".repeat(60_000));
}

#[test]
fn a_sentence_from_right_to_left_is_not_taken_for_one_from_left_to_right() {
    let parts = [Part::Argument { index: 0, placeholder: "{argument0}" }, Part::Text(" א")];
    let [left_to_right, right_to_left] =
        [false, true].map(|right_to_left| EncodedMessage::sentence(parts, right_to_left).into_entry());
    assert!(Sentence::of_entry(&left_to_right).is_some());
    assert_eq!(Sentence::of_entry(&right_to_left), None);
    assert_eq!(shown(&right_to_left), "{argument0} א");
}

#[test]
fn malformed_entries_display_some_text() {
    let mut random = Random::new(2);
    let mut check = |entry: &str| {
        let _ = (
            shown(entry),
            Sentence::of_entry(entry).map(|sentence| sentence.write(&mut String::new(), |_, _, _| Ok(()))),
        );
        let (mut branch, sentences) = Branch::of_entry(entry);
        while let Some(choice) = branch.choice() {
            branch = match random.below(3) {
                0 => choice.other(),
                1 => choice.branch(Some(Category::One), |_| false),
                _ => choice.branch(None, <[u8]>::is_empty),
            };
        }
        let _ = branch.sentence(sentences).write(&mut String::new(), |_, _, _| Ok(()));
    };
    let mut bytes = Random::new(3);
    for _ in 0..30_000 {
        let mut entry: Vec<u8> = bytes.bytes(40).into_iter().map(|byte| byte & 0x7F).collect();
        entry.insert(0, bytes.below(10) as u8);
        check(str::from_utf8(&entry).unwrap());
        let mut entry = random_message(&mut bytes, 2).encode(bytes.chance(50)).into_entry();
        for _ in 0..3 {
            let at = bytes.below(entry.len() + 1);
            if entry.is_char_boundary(at) {
                match bytes.chance(50) {
                    true => entry.truncate(at),
                    false => entry.insert(at, char::from(bytes.below(10) as u8)),
                }
            }
        }
        check(&entry);
    }
}
