//! Arguments of each kind in the languages of a table, and values that are shown in the language of the message around
//! them.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

use std::fmt::{self, Display};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use code_registry::{
    Argument, Catalog, Coded, ErrorArgument, Language, Localize, Localized, Number, catalog, language, report,
};

#[code_registry::codes("tests/tables/kinds.toml")]
pub enum KindCode {}

#[derive(Debug, Coded)]
#[coded(KindCode)]
enum Failure {
    Count { count: i128 },
    Quantity { amount: f64 },
    Bytes { size: u64 },
    Duration { time: Duration },
    And { names: Vec<&'static str> },
    Or { names: [KindCode; 2] },
    Inner,
    Outer { cause: Box<Failure> },
    Plain { port: u16, ratio: f32 },
}

#[derive(Debug, Coded)]
#[coded(KindCode::OUTER)]
struct Outer<T> {
    cause: T,
}

#[derive(Debug, Coded)]
#[coded(KindCode::OUTER)]
struct Explicit<'a> {
    cause: Localized<'a, Box<Failure>>,
}

#[derive(Debug, Coded)]
#[coded(KindCode::AND)]
struct Generic<T: Display> {
    names: Vec<T>,
}

fn tag(tag: &str) -> Language {
    Language::new(tag).unwrap()
}

/// The error in a language: explicitly, in a scope, and with `format`.
#[track_caller]
fn check(
    error: &(impl Coded<Code = KindCode> + Display),
    arguments: &[(&str, Argument<'_>)],
    expected: &[(&str, &str)],
) {
    for (name, expected) in expected {
        let language = tag(name);
        assert_eq!(error.localized(language).to_string(), *expected, "{name}");
        assert_eq!(language::scope(language, || error.to_string()), *expected, "{name}, scope");
        assert_eq!(error.code().format(language, arguments).to_string(), *expected, "{name}, format");
        assert!(report(error, language).to_string().contains(expected), "{name}, report");
    }
}

#[test]
fn counts_have_the_digits_and_groups_of_the_language() {
    let count = 1_234_567;
    check(
        &Failure::Count { count },
        &[("count", Argument::count(&count))],
        &[
            ("en", "1,234,567 files"),
            ("it", "1.234.567 file"),
            ("de", "Dateien: 1.234.567"),
            ("es", "archivos: 1.234.567"),
            ("hi", "फ़ाइलें: 12,34,567"),
            ("ar-EG", "ملفات: \u{2068}١٬٢٣٤٬٥٦٧\u{2069}"),
            ("de-CH", "Dateien: 1.234.567"),
        ],
    );
    let count = -1_234;
    check(
        &Failure::Count { count },
        &[("count", Argument::count(&count))],
        &[
            ("en", "-1,234 files"),
            ("es", "archivos: -1234"),
            ("ar-EG", "ملفات: \u{2068}\u{61c}-١٬٢٣٤\u{2069}"),
        ],
    );
    let count = i128::MIN;
    check(
        &Failure::Count { count },
        &[("count", Argument::count(&count))],
        &[("en", "-170,141,183,460,469,231,731,687,303,715,884,105,728 files")],
    );
    check(
        &Failure::Count { count: 1 },
        &[("count", Argument::count(&1))],
        &[("en", "1 file"), ("it", "1 file")],
    );
}

#[test]
fn quantities_keep_their_digits() {
    for (amount, en, it) in [
        (1234.5, "1,234.5 liters", "1234,5 litri"),
        (12345.25, "12,345.25 liters", "12.345,25 litri"),
        (1.0, "1 liter", "1 litro"),
        (0.1, "0.1 liters", "0,1 litri"),
        (-0.0, "-0 liters", "-0 litri"),
        (f64::NAN, "NaN liters", "NaN litri"),
        (f64::NEG_INFINITY, "-∞ liters", "-∞ litri"),
    ] {
        let arguments = [("amount", Argument::quantity(&amount))];
        check(&Failure::Quantity { amount }, &arguments, &[("en", en), ("it", it)]);
    }
    struct Price(&'static str);
    impl Display for Price {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.0)
        }
    }
    impl Number for Price {}
    let price = Price("1.0");
    let message = KindCode::Quantity.format(tag("en"), &[("amount", Argument::quantity(&price))]).to_string();
    assert_eq!(message, "1.0 liters", "a fraction is seen by plural rules");
}

#[test]
fn sizes_are_rounded_half_to_even() {
    for (size, en, it) in [
        (0, "0 byte left", "restano 0 byte"),
        (999, "999 byte left", "restano 999 byte"),
        (1_500_000, "1.5 MB left", "restano 1,5 MB"),
        (1_250, "1.2 kB left", "restano 1,2 kB"),
        (1_350, "1.4 kB left", "restano 1,4 kB"),
        (10_500, "10 kB left", "restano 10 kB"),
        (999_950, "1 MB left", "restano 1 MB"),
        (u64::MAX, "18,447 PB left", "restano 18.447 PB"),
    ] {
        check(&Failure::Bytes { size }, &[("size", Argument::bytes(&size))], &[("en", en), ("it", it)]);
    }
    check(
        &Failure::Bytes { size: 1_500 },
        &[("size", Argument::bytes(&1_500))],
        &[("ar-EG", "بقي \u{2068}١٫٥ كيلوبايت\u{2069}")],
    );
}

#[test]
fn durations_have_two_units() {
    let minutes = |minutes: u64| Duration::from_secs(60 * minutes);
    for (time, en, it) in [
        (Duration::ZERO, "wait 0 sec", "attendere 0 s"),
        (minutes(125), "wait 2 hr, 5 min", "attendere 2 h e 5 min"),
        (minutes(60 * 24), "wait 1 day", "attendere 1 giorno"),
        (minutes(60 * 24) + Duration::from_secs(59), "wait 1 day", "attendere 1 giorno"),
        (Duration::from_micros(1_500_999), "wait 1 sec, 500 ms", "attendere 1 s e 500 ms"),
        (Duration::from_nanos(7), "wait 7 ns", "attendere 7 ns"),
    ] {
        check(&Failure::Duration { time }, &[("time", Argument::duration(&time))], &[("en", en), ("it", it)]);
    }
}

#[test]
fn lists_are_joined_as_the_language_joins_them() {
    let names = vec!["a", "b", "c"];
    check(
        &Failure::And { names: names.clone() },
        &[("names", Argument::and_list(&names))],
        &[
            ("en", "a, b, and c are missing"),
            ("it", "mancano a, b e c"),
            ("es", "faltan a, b y c"),
            ("ar-EG", "مفقود: \u{2068}a\u{2069} و\u{2068}b\u{2069} و\u{2068}c\u{2069}"),
        ],
    );
    let names = vec!["siete", "ida"];
    check(
        &Failure::And { names: names.clone() },
        &[("names", Argument::and_list(&names))],
        &[("es", "faltan siete e ida")],
    );
    check(
        &Failure::And { names: Vec::new() },
        &[("names", Argument::and_list(&[""; 0]))],
        &[("en", " are missing")],
    );
    let names = [KindCode::Inner, KindCode::Count];
    let localized = names.each_ref().map(|code| Argument::localized(code));
    check(
        &Failure::Or { names },
        &[("names", Argument::or_list(&localized))],
        &[("en", "expected inner error or {count} files"), ("it", "atteso errore interno o {count} file")],
    );
    assert_eq!(Generic { names: vec![1, 2] }.localized(tag("it")).to_string(), "mancano 1 e 2");
}

/// The table has no Persian, which has digits, signs and connectives of its own.
#[test]
fn a_catalogue_brings_the_formats_of_its_language() {
    mod extended {
        #[code_registry::codes("tests/tables/kinds.toml")]
        pub enum KindCode {}
    }
    use extended::KindCode;

    static PERSIAN: Catalog<KindCode> = catalog!(KindCode, "fa", "tests/tables/kinds.fa.toml");
    PERSIAN.install();
    let (hours, names) = (Duration::from_secs(90_061), ["a", "b"]);
    for (code, argument, shown) in [
        (KindCode::Count, ("count", Argument::count(&-1_234_567)), "پرونده‌ها: ⟨\u{200e}−۱٬۲۳۴٬۵۶۷⟩"),
        (KindCode::Quantity, ("amount", Argument::quantity(&1.5)), "⟨۱٫۵⟩ لیتر"),
        (KindCode::Bytes, ("size", Argument::bytes(&1500)), "⟨۱٫۵ kB⟩ مانده"),
        (KindCode::Duration, ("time", Argument::duration(&hours)), "⟨۱ روز،\u{200f} ۱ ساعت⟩ صبر کنید"),
        (KindCode::And, ("names", Argument::and_list(&names)), "نیست: ⟨a⟩ و ⟨b⟩"),
        (KindCode::Or, ("names", Argument::or_list(&names)), "لازم: ⟨a⟩ یا ⟨b⟩"),
    ] {
        let text = code.format(tag("fa"), &[argument]).to_string();
        let text = text.replace('\u{2068}', "⟨").replace('\u{2069}', "⟩").replace('\u{a0}', " ");
        assert_eq!(text, shown);
    }
}

#[test]
fn identifiers_are_shown_as_they_are() {
    let arguments = [("port", Argument::integer(&8080_u16)), ("ratio", Argument::number(&1234.5_f32))];
    check(
        &Failure::Plain { port: 8080, ratio: 1234.5 },
        &arguments,
        &[("en", "port 8080, 1234.5"), ("it", "porta 8080, 1234.5")],
    );
}

#[test]
fn nested_values_speak_the_language_of_the_message() {
    let nested = || Box::new(Failure::Outer { cause: Box::new(Failure::Inner) });
    let expected = [
        ("en", "outer: outer: inner error"),
        ("it", "esterno: esterno: errore interno"),
        ("de", "außen: außen: innerer Fehler"),
        ("de-CH", "außen: außen: innerer Fehler"),
        ("es", "outer: outer: inner error"),
    ];
    let cause = nested();
    check(&Failure::Outer { cause: nested() }, &[("cause", Argument::localized(&cause))], &expected);
    check(
        &Outer { cause: Rc::new(Failure::Outer { cause: Box::new(Failure::Inner) }) },
        &[("cause", Argument::localized(&cause))],
        &expected,
    );
    // Inside a type that only displays itself.
    let any: Arc<dyn std::error::Error> = Arc::from(Box::<dyn std::error::Error>::from(nested()));
    check(&Outer { cause: any.clone() }, &[("cause", Argument::text(&any))], &expected);
    // An explicit language inside is that of the message, too.
    let it = Localize::localized(&cause, tag("it"));
    check(
        &Explicit { cause: Localize::localized(&cause, tag("it")) },
        &[("cause", Argument::localized(&it))],
        &expected,
    );
    // Without a language, the default language of the outer table applies.
    assert_eq!(Failure::Outer { cause: nested() }.to_string(), "outer: outer: inner error");
}

/// A user's type that is localized and does not implement `Display`.
#[derive(Debug)]
struct Greeting;

impl Localize for Greeting {
    fn fmt_in(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if language == tag("it") { "ciao" } else { "hello" })
    }
}

#[derive(Debug, Coded)]
#[coded(KindCode::OUTER)]
struct Greeted<'a> {
    cause: &'a Greeting,
}

#[test]
fn types_of_users_speak_the_language_of_the_message() {
    let arguments = [("cause", Argument::localized(&Greeting))];
    check(&Greeted { cause: &Greeting }, &arguments, &[("en", "outer: hello"), ("it", "esterno: ciao")]);
}

/// Name, kind, value, number, and the value in Italian.
#[test]
fn arguments_are_data() {
    let read = |error: &Failure| {
        let of = |argument: ErrorArgument<'_>| {
            let shown = (argument.to_string(), argument.localized(tag("it")).to_string());
            (argument.name(), argument.kind(), shown.0, shown.1, argument.integer(), argument.float())
        };
        error.arguments().map(of).collect::<Vec<_>>()
    };
    let text = str::to_owned;
    assert_eq!(
        read(&Failure::Plain { port: 8080, ratio: 1234.5 }),
        [
            ("port", "integer", text("8080"), text("8080"), Some(8080), Some(8080.0)),
            ("ratio", "number", text("1234.5"), text("1234.5"), None, Some(1234.5)),
        ]
    );
    assert_eq!(
        read(&Failure::Duration { time: Duration::from_secs(90) }),
        [("time", "duration", text("90s"), text("1 min e 30 s"), None, None)]
    );
    let names = Failure::And { names: vec!["a", "b"] };
    assert_eq!(read(&names), [("names", "and-list", text("a, b"), text("a e b"), None, None)]);
    let mut items = Vec::new();
    assert!(names.arguments().all(|argument| argument.for_each_item(|item| items.push(item.to_string()))));
    assert_eq!(items, ["a", "b"]);
    assert_eq!(
        read(&Failure::Outer { cause: Box::new(Failure::Inner) }),
        [("cause", "text", text("inner error"), text("errore interno"), None, None)]
    );
    assert_eq!(read(&Failure::Inner), []);
    let report = report(&names, tag("it"));
    let level = report.levels().next().map(|level| level.arguments().count());
    assert_eq!(level, Some(1));
}

#[test]
fn messages_have_a_width_and_a_precision() {
    let error = Failure::And { names: vec!["a", "b"] };
    assert_eq!(format!("{error:>21}|"), "  a and b are missing|");
    assert_eq!(format!("{error:*^22}|"), "*a and b are missing**|");
    assert_eq!(format!("{error:21}|"), "a and b are missing  |");
    assert_eq!(format!("{error:.7}|"), "a and b|");
    assert_eq!(format!("{error:<9.7}|"), "a and b  |");
    assert_eq!(format!("{:>15}|", Failure::Inner), "    inner error|");
    let head = format!("{error:#}");
    assert_eq!(format!("{error:>#40}"), format!("{head:>40}"));
    // An isolate that is cut is closed, and its marks do not count.
    let arabic = error.localized(tag("ar-EG")).to_string();
    let cut = format!("{:.8}|", error.localized(tag("ar-EG")));
    assert!(arabic.starts_with(cut.trim_end_matches(['|', '\u{2069}'])), "{arabic:?} {cut:?}");
    assert!(cut.ends_with("\u{2069}|"), "{cut:?}");
    let arguments = [("names", Argument::and_list(&["a", "b"]))];
    let code = KindCode::And.format(tag("en"), &arguments);
    assert_eq!(format!("{code:>21}"), "  a and b are missing");
    let head = format!("{:#}", KindCode::And);
    assert_eq!(format!("{:>#60}", KindCode::And), format!("{head:>60}"));
}
