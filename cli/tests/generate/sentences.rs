//! Random sentences of `tests/tables/sentences.toml`, as Rust writes them and as the generated code does.

use std::fmt;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use code_registry::{Argument, Coded, Language, Localize, Number, codes};
use serde_json::{Map, Value, json};

use crate::tools::run;

#[codes("tests/tables/sentences.toml")]
pub(crate) enum Sentence {}

/// Languages of the table, languages that CLDR matches to them, and one that gets the default language.
const LANGUAGES: [&str; 17] = [
    "en", "it", "ar", "es", "he", "hi", "fr", "pl", "de", "ja", "lt", "fa", "it-CH", "ar-EG", "es-419", "iw",
    "tlh",
];

const TEXTS: [&str; 20] = [
    "inbox",
    "",
    "a b",
    "ann",
    "Ann",
    "0",
    "1",
    "2.50",
    "11",
    "11.000,5",
    "8",
    "hielo",
    "hiato",
    "Ida",
    "ora",
    "èra",
    "עברית",
    "مجلد א",
    "a\u{2067}b",
    "\u{2069}c\u{2069}\u{202e}",
];

const INTEGERS: [i128; 16] = [
    0,
    1,
    2,
    3,
    5,
    11,
    21,
    22,
    100,
    1234,
    12_345,
    1_000_000,
    -7,
    9_007_199_254_740_993,
    i64::MIN as i128,
    u64::MAX as i128,
];

const DECIMALS: [&str; 14] = [
    "0",
    "1",
    "1.0",
    "1.50",
    "-2.30",
    "0.001",
    "12345.678",
    "1234567",
    "1e6",
    "1.2c3",
    "NaN",
    "inf",
    "-inf",
    "99999999999999999999.5",
];

/// A call of the message of a value.
#[derive(Debug)]
struct Call {
    value: u16,
    arguments: Vec<(&'static str, Given)>,
}

#[derive(Debug)]
enum Given {
    Text(&'static str),
    Integer(i128),
    Count(i128),
    Bytes(i128),
    Number(Decimal),
    Quantity(Decimal),
    Duration(Duration),
    Nested(Box<Call>),
    AndList(Vec<&'static str>),
    OrList(Vec<&'static str>),
    Item(SentenceItem),
    State(SentenceState),
}

/// The rows whose help has arguments.
#[derive(Debug, Coded)]
#[coded(Sentence)]
enum Failure<'a> {
    Counted { count: i128, folder: &'a Given },
    Amounts { a: i128, b: Decimal, c: Decimal, d: i128, e: Duration },
    Lists { all: &'a [&'static str], any: &'a [&'static str] },
    Item { item: SentenceItem, owner: &'a Given },
    Pair { from: SentenceItem, to: SentenceItem, state: SentenceState },
}

#[derive(Debug, Clone, Copy)]
struct Decimal(&'static str);

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Number for Decimal {}

impl Localize for Call {
    fn fmt_in(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut arguments: Vec<(&str, Argument<'_>)> =
            self.arguments.iter().map(|(name, given)| (*name, given.argument())).collect();
        // Generated code fills in the value of a range, as `Display` does.
        if self.arguments.is_empty() {
            return Sentence::from(self.value).fmt_in(language, f);
        }
        if (200..3000).contains(&self.value) {
            arguments.push(("value", Argument::integer(&self.value)));
        }
        Sentence::from(self.value).format(language, &arguments).fmt_in(language, f)
    }
}

impl Localize for Given {
    fn fmt_in(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nested(call) => call.fmt_in(language, f),
            Self::Text(text) => f.write_str(text),
            other => panic!("{other:?} is not a text"),
        }
    }
}

impl Given {
    fn argument(&self) -> Argument<'_> {
        match self {
            Self::Text(text) => Argument::text(text),
            Self::Integer(integer) => Argument::integer(integer),
            Self::Count(count) => Argument::count(count),
            Self::Bytes(bytes) => Argument::bytes(bytes),
            Self::Number(number) => Argument::number(number),
            Self::Quantity(quantity) => Argument::quantity(quantity),
            Self::Duration(duration) => Argument::duration(duration),
            Self::Nested(call) => Argument::localized(&**call),
            Self::AndList(items) => Argument::and_list(items),
            Self::OrList(items) => Argument::or_list(items),
            Self::Item(item) => Argument::word(item),
            Self::State(state) => Argument::word(state),
        }
    }

    /// The input of a driver: numbers as decimal text.
    fn json(&self) -> Value {
        match self {
            Self::Text(text) => json!({ "text": text }),
            Self::Integer(integer) | Self::Count(integer) | Self::Bytes(integer) => {
                json!({ "integer": integer.to_string() })
            }
            Self::Number(number) | Self::Quantity(number) => json!({ "decimal": number.0 }),
            Self::Duration(duration) => {
                json!({ "seconds": duration.as_secs().to_string(), "nanoseconds": duration.subsec_nanos() })
            }
            Self::Nested(call) => call.json(),
            Self::AndList(items) | Self::OrList(items) => json!({ "list": items }),
            Self::Item(item) => json!({ "text": item.as_str() }),
            Self::State(state) => json!({ "text": state.as_str() }),
        }
    }
}

impl Call {
    /// The error with these arguments, if its help has any.
    fn failure(&self) -> Option<Failure<'_>> {
        use Given::{AndList, Bytes, Count, Integer, Item, Number, OrList, Quantity, State};
        let given: Vec<&Given> = self.arguments.iter().map(|(_, given)| given).collect();
        Some(match (self.value, &given[..]) {
            (1, &[&Count(count), folder]) => Failure::Counted { count, folder },
            (2, &[&Integer(a), &Number(b), &Quantity(c), &Bytes(d), &Given::Duration(e)]) => {
                Failure::Amounts { a, b, c, d, e }
            }
            (3, &[AndList(all), OrList(any)]) => Failure::Lists { all, any },
            (9, &[&Item(item), owner]) => Failure::Item { item, owner },
            (10, &[&Item(from), &Item(to), &State(state)]) => Failure::Pair { from, to, state },
            _ => return None,
        })
    }

    fn json(&self) -> Value {
        let arguments: Map<String, Value> =
            self.arguments.iter().map(|(name, given)| ((*name).to_owned(), given.json())).collect();
        json!({ "value": self.value, "arguments": arguments })
    }
}

/// The same numbers in each run: a linear congruential generator.
struct Random {
    state: u64,
    /// The longest duration in seconds.
    longest: u64,
}

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.state =
            self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.state >> 33) as usize) % limit
    }

    fn text(&mut self, depth: usize) -> Given {
        match depth {
            1.. if self.below(3) == 0 => Given::Nested(Box::new(self.call(depth - 1))),
            _ => Given::Text(TEXTS[self.below(TEXTS.len())]),
        }
    }

    fn integer(&mut self) -> i128 {
        match self.below(3) {
            0 => self.below(2000) as i128,
            _ => INTEGERS[self.below(INTEGERS.len())],
        }
    }

    fn decimal(&mut self) -> Decimal {
        Decimal(DECIMALS[self.below(DECIMALS.len())])
    }

    fn bytes(&mut self) -> i128 {
        let power = 10_i128.pow(self.below(17) as u32);
        match self.below(3) {
            0 => self.integer(),
            1 => power * self.below(1200) as i128 / 2,
            _ => power - 1 - self.below(60) as i128,
        }
    }

    fn duration(&mut self) -> Duration {
        let seconds = [0, 1, 59, 60, 61, 3600, 7200, 86_400, 90_061, 172_800, self.longest][self.below(11)];
        Duration::new(seconds, [0, 1, 2, 1500, 2_000_000, 999_999_999][self.below(6)])
    }

    fn list(&mut self) -> Vec<&'static str> {
        (0..self.below(6)).map(|_| TEXTS[self.below(TEXTS.len())]).collect()
    }

    fn item(&mut self) -> SentenceItem {
        SentenceItem::ALL[self.below(2)]
    }

    fn call(&mut self, depth: usize) -> Call {
        let value =
            [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 150, 201, 2999, 3100, 3999, 4000, 4821][self.below(18)];
        let arguments = match value {
            1 => vec![("count", Given::Count(self.integer())), ("folder", self.text(depth))],
            2 => vec![
                ("a", Given::Integer(self.integer())),
                ("b", Given::Number(self.decimal())),
                ("c", Given::Quantity(self.decimal())),
                ("d", Given::Bytes(self.bytes())),
                ("e", Given::Duration(self.duration())),
            ],
            3 => vec![("all", Given::AndList(self.list())), ("any", Given::OrList(self.list()))],
            4 => vec![("place", Given::Integer(self.integer())), ("who", self.text(depth))],
            6 => vec![("cause", self.text(depth)), ("size", Given::Quantity(self.decimal()))],
            9 => vec![("item", Given::Item(self.item())), ("owner", self.text(depth))],
            10 => {
                let state = Given::State(SentenceState::ALL[self.below(2)]);
                vec![("from", Given::Item(self.item())), ("to", Given::Item(self.item())), ("state", state)]
            }
            3000.. => Vec::new(),
            200.. if self.below(2) == 0 => Vec::new(),
            200.. => vec![("who", self.text(depth))],
            150.. => vec![("it", self.text(depth))],
            _ => Vec::new(),
        };
        let mut arguments = arguments;
        if matches!(value, 2 | 6) && self.below(8) == 0 {
            arguments.pop();
        }
        Call { value, arguments }
    }
}

/// The calls as lines of JSON, and the sentences of Rust as JSON strings.
pub(crate) struct Sentences {
    calls: String,
    sentences: Vec<String>,
}

impl Sentences {
    /// The number in `GENERATE_SENTENCES`, by default 3,000.
    pub(crate) fn new() -> Self {
        Self::up_to(u64::MAX)
    }

    /// The sentences for a language whose durations have a limit, in seconds.
    pub(crate) fn up_to(longest: u64) -> Self {
        Self::of(longest, |tag| tag)
    }

    /// The sentences of a program that shows another language instead of the one that a call asks for.
    pub(crate) fn shown_in(shown: impl Fn(&'static str) -> &'static str) -> Self {
        Self::of(u64::MAX, shown)
    }

    fn of(longest: u64, shown: impl Fn(&'static str) -> &'static str) -> Self {
        let count =
            std::env::var("GENERATE_SENTENCES").ok().and_then(|count| count.parse().ok()).unwrap_or(3000);
        let mut random = Random { state: 1, longest };
        let (mut calls, mut sentences) = (String::new(), Vec::new());
        for _ in 0..count {
            let call = random.call(2);
            let tag = LANGUAGES[random.below(LANGUAGES.len())];
            let mut line = call.json();
            let language = Language::new(shown(tag)).unwrap();
            let failure = call.failure().filter(|_| random.below(3) == 0);
            line["language"] = json!(tag);
            line["help"] = json!(failure.is_some());
            calls += &format!("{line}\n");
            sentences.push(match failure {
                Some(failure) => failure.help(language).unwrap().to_string(),
                None => call.localized(language).to_string(),
            });
        }
        Self { calls, sentences }
    }

    /// Compares the sentences of a driver, one JSON string per line, with those of Rust.
    #[track_caller]
    pub(crate) fn compare(&self, driver: &mut Command, folder: &Path) {
        let output = run(driver, folder, &self.calls);
        let written: Vec<String> = output.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(written.len(), self.sentences.len());
        for ((written, expected), call) in written.iter().zip(&self.sentences).zip(self.calls.lines()) {
            assert_eq!(written, expected, "{call}");
        }
    }
}
