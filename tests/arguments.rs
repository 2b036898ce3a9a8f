//! `#[arg]`: arguments that are formatted, made by functions, or expressions over the fields of an error.
#![deny(warnings)]
#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

use std::collections::BTreeMap;
use std::fmt::{self, Debug, Display};
use std::io;
use std::path::PathBuf;
use std::time::Duration;

use code_registry::{Coded, Language, language};

#[code_registry::codes("tests/tables/arguments.toml")]
enum Code {}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Token {
    Comma,
    Number(u8),
}

mod octal {
    pub(super) fn octal<T: std::fmt::Octal>(value: &T, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "0o{value:o}")
    }
}

fn first_letter(text: &str) -> char {
    text.chars().next().unwrap_or('?')
}

fn seconds(seconds: &u64) -> Duration {
    Duration::from_secs(*seconds)
}

fn words(words: &str) -> Vec<&str> {
    words.split(' ').collect()
}

#[derive(Debug, Coded)]
#[coded(Code)]
enum Field {
    #[code(TEXT, shared)]
    Debug(#[arg("found", fmt = debug)] Token),
    #[code(TEXT, shared)]
    Hex {
        #[arg(fmt = "{:#010x}")]
        found: u32,
    },
    #[code(TEXT, shared)]
    Pointer {
        #[arg(fmt = "{:p}")]
        found: Box<u8>,
    },
    #[code(TEXT, shared)]
    Twice {
        #[arg(fmt = "{0} ({0:?})")]
        found: &'static str,
    },
    #[code(TEXT, shared)]
    Function {
        #[arg(fmt = octal::octal::<u32>)]
        found: u32,
    },
    #[code(TEXT, shared)]
    Trait {
        #[arg(fmt = ::core::fmt::Octal::fmt)]
        found: u32,
    },
    #[code(TEXT, shared)]
    With {
        #[arg(with = first_letter)]
        found: String,
    },
    #[code(TEXT, shared)]
    WithAndDebug {
        #[arg(with = first_letter, fmt = debug)]
        found: &'static str,
    },
    #[code(TEXT, shared)]
    Option {
        #[arg(none = "nothing")]
        found: Option<String>,
    },
    #[code(TEXT, shared)]
    OptionDebug {
        #[arg(fmt = debug, none = "nothing")]
        found: Option<Token>,
    },
    #[code(TEXT, shared)]
    OptionPath(#[arg("found", with = PathBuf::as_path, none = "–")] Option<PathBuf>),
    #[code(TEXT, shared)]
    OptionCode {
        #[arg(none = "–")]
        found: Option<Code>,
    },
    #[code(TEXT, shared)]
    OptionReference {
        #[arg(none = "–")]
        found: Option<&'static str>,
    },
    #[code(AMOUNT)]
    Amount {
        #[arg(fmt = "{:.2}")]
        price: f64,
    },
    #[code(AMOUNT, shared)]
    NoAmount {
        #[arg(fmt = "{:.1}", none = "?")]
        price: Option<f64>,
    },
    #[code(LIST)]
    List {
        #[arg(fmt = debug)]
        expected: Vec<Token>,
    },
    #[code(LIST, shared)]
    NoList {
        #[arg(with = words, none = "something")]
        expected: Option<String>,
    },
    #[code(NUMBER)]
    Number {
        #[arg(fmt = "{:03}")]
        row: u8,
    },
    Wait {
        #[arg(with = seconds)]
        time: u64,
        #[arg("size", none = "?")]
        bytes: Option<u64>,
    },
    Owner {
        #[arg(none = "nobody")]
        owner: Option<&'static str>,
    },
}

#[track_caller]
fn check(error: &(impl Coded<Code = Code> + Display), english: &str, italian: &str) {
    let it = Language::new("it").unwrap();
    assert_eq!(error.to_string(), english);
    assert_eq!(error.localized(it).to_string(), italian);
    assert_eq!(language::scope(it, || error.to_string()), italian);
}

#[track_caller]
fn check_text(error: &(impl Coded<Code = Code> + Display), text: &str) {
    check(error, &format!("found {text}"), &format!("trovato {text}"));
}

#[test]
fn fields_are_formatted() {
    check_text(&Field::Debug(Token::Number(3)), "Number(3)");
    check_text(&Field::Hex { found: 255 }, "0x000000ff");
    let found = Box::new(1);
    let address = format!("{found:p}");
    check_text(&Field::Pointer { found }, &address);
    check_text(&Field::Twice { found: "x" }, "x (\"x\")");
    check_text(&Field::Function { found: 8 }, "0o10");
    check_text(&Field::Trait { found: 8 }, "10");
    check(&Field::Amount { price: 12345.5 }, "the price is 12,345.50", "il prezzo è 12.345,50");
    check(&Field::Number { row: 7 }, "row 007", "riga 007");
    let expected = vec![Token::Comma, Token::Number(1), Token::Number(2)];
    check(
        &Field::List { expected },
        "expected Comma, Number(1), or Number(2)",
        "atteso Comma, Number(1) o Number(2)",
    );
}

#[test]
fn functions_make_what_is_shown() {
    check_text(&Field::With { found: "xyz".into() }, "x");
    check_text(&Field::WithAndDebug { found: "xyz" }, "'x'");
    check(
        &Field::Wait { time: 61, bytes: Some(1500) },
        "wait 1 min, 1 sec for 1.5 kB",
        "attendere 1 min e 1 s per 1,5 kB",
    );
}

#[test]
fn options_show_their_content() {
    check_text(&Field::Option { found: Some("x".into()) }, "x");
    check_text(&Field::Option { found: None }, "nothing");
    check_text(&Field::OptionDebug { found: Some(Token::Comma) }, "Comma");
    check_text(&Field::OptionDebug { found: None }, "nothing");
    check_text(&Field::OptionPath(Some("/srv".into())), "/srv");
    check_text(&Field::OptionPath(None), "–");
    check_text(&Field::OptionReference { found: Some("x") }, "x");
    check_text(&Field::OptionReference { found: None }, "–");
    check(&Field::OptionCode { found: Some(Code::Plain) }, "found nothing more", "trovato nient'altro");
    check(&Field::NoAmount { price: Some(1000.0) }, "the price is 1,000.0", "il prezzo è 1000,0");
    check(&Field::NoAmount { price: None }, "the price is ?", "il prezzo è ?");
    let expected = Some("a b c".to_owned());
    check(&Field::NoList { expected }, "expected a, b, or c", "atteso a, b o c");
    check(&Field::NoList { expected: None }, "expected something", "atteso something");
    check(&Field::Owner { owner: Some("Ada") }, "owned by Ada", "di Ada");
    check(&Field::Owner { owner: None }, "no owner", "nessun proprietario");
}

const LIMIT: u16 = 9;

/// A static of this name does not clash with a field that an expression names `.limit`.
#[allow(non_upper_case_globals, reason = "such names exist in generated code")]
static limit: u8 = 8;

#[derive(Debug)]
struct Limits((char, u8));

#[derive(Debug, Coded)]
#[coded(Code)]
enum Expression {
    #[arg("count" = rows.len())]
    Rows { rows: Vec<u8> },
    #[code(TEXT)]
    #[arg("found" = .0.iter().copied().collect::<Vec<_>>().join(" "))]
    Tuple(Vec<&'static str>),
    #[code(TEXT, shared)]
    #[arg("found" = if *.is_left { "left" } else { "right" })]
    If { is_left: bool },
    #[code(TEXT, shared)]
    #[arg("found" = match .signed { Some(true) => "signed ", Some(false) => "unsigned ", None => "" })]
    Match { signed: Option<bool> },
    #[code(TEXT, shared)]
    #[arg("found" = name.to_lowercase().as_str())]
    Temporary { name: String },
    #[code(TEXT, shared)]
    #[arg("found" = format!("{name:>5}|{_private}"))]
    Inline { name: &'static str, _private: u8 },
    #[code(TEXT, shared)]
    #[arg("found" = format!("{_0}"))]
    InlineTuple(u8),
    #[code(TEXT, shared)]
    #[arg("found" = .0.0.1)]
    Nested(Limits),
    #[code(TEXT, shared)]
    #[arg("found" = .limit)]
    Static { limit: u8 },
    #[code(TEXT, shared)]
    #[arg("found" = crate::LIMIT)]
    Constant,
    #[code(TEXT, shared)]
    #[arg("found" = 1 + 1)]
    Sum,
    #[code(TEXT, shared)]
    #[arg("found" = first_letter(.0), fmt = debug)]
    Formatted(String),
    #[code(TEXT, shared)]
    #[arg("found" = .0.first(), none = "nothing")]
    None(Vec<u8>),
    #[code(TEXT, shared)]
    #[arg("found" = BTreeMap::<u8, u8>::new().len(), fmt = "{:02}")]
    Type,
    #[code(TEXT, shared)]
    #[arg("found" = &0_u8 as &dyn Iterable<u8, Item = u8>)]
    Trait,
    #[code(TEXT, shared)]
    #[arg("found" = self, fmt = debug)]
    Whole,
    #[code(TEXT, shared)]
    #[arg("found" = source)]
    Source { source: io::Error },
    #[code(TEXT, shared)]
    #[arg("found" = .0)]
    From(#[from] fmt::Error),
    #[code(TEXT, shared)]
    #[arg("found" = "…")]
    Instead { found: Limits },
    #[code(TEXT, shared)]
    #[arg("found" = r#type)]
    Raw { r#type: u8 },
    #[code(TEXT, shared)]
    #[arg("found" = .text.split('=').map(|_0| _0.trim()).filter(|s| !s.is_empty()).count())]
    Closure { text: &'static str },
    #[code(TEXT, shared)]
    #[arg("found" = (0..*.end).filter(|n| n % 2 == 1 && .end > n).sum::<u8>())]
    Range { end: u8 },
    #[code(TEXT, shared)]
    #[arg("found" = format!("{_0:>width$}", width = *_1))]
    Width(u8, usize),
    #[code(TWO)]
    #[arg("first" = .0)]
    #[arg("second" = .0 + 1)]
    Two(u8),
}

trait Iterable<T>: Display {
    type Item;
}

impl<T> Iterable<T> for u8 {
    type Item = T;
}

#[derive(Debug, Coded)]
#[coded(Code::Rows)]
#[arg("count" = .0.len())]
struct Rows(&'static str);

#[test]
fn expressions_use_the_fields() {
    check(&Expression::Rows { rows: vec![1] }, "one row", "una riga");
    check(&Expression::Rows { rows: vec![1; 1000] }, "1,000 rows", "1000 righe");
    check(&Rows("x"), "one row", "una riga");
    check_text(&Expression::Tuple(vec!["a", "b"]), "a b");
    check_text(&Expression::If { is_left: true }, "left");
    check_text(&Expression::Match { signed: Some(true) }, "signed ");
    check_text(&Expression::Temporary { name: "ABC".into() }, "abc");
    check_text(&Expression::Inline { name: "abc", _private: 1 }, "  abc|1");
    check_text(&Expression::InlineTuple(1), "1");
    check_text(&Expression::Nested(Limits(('x', 2))), "2");
    check_text(&Expression::Static { limit: 7 }, &(limit - 1).to_string());
    check_text(&Expression::Constant, "9");
    check_text(&Expression::Sum, "2");
    check_text(&Expression::Formatted("abc".into()), "'a'");
    check_text(&Expression::None(vec![]), "nothing");
    check_text(&Expression::None(vec![3]), "3");
    check_text(&Expression::Type, "00");
    check_text(&Expression::Trait, "0");
    check_text(&Expression::Whole, "Whole");
    check_text(&Expression::Source { source: io::Error::other("disk") }, "disk");
    check_text(&Expression::from(fmt::Error), &fmt::Error.to_string());
    check_text(&Expression::Instead { found: Limits(('x', 2)) }, "…");
    check_text(&Expression::Raw { r#type: 1 }, "1");
    check_text(&Expression::Closure { text: "a = b" }, "2");
    check_text(&Expression::Range { end: 6 }, "9");
    check_text(&Expression::Width(7, 3), "  7");
    check(&Expression::Two(1), "2 after 1", "2 dopo 1");
}

/// Bounds follow from the forms: `E: Debug`, `T: LowerHex + UpperHex`, `O: Display`, and nothing for an expression.
#[derive(Debug, Coded)]
#[coded(Code)]
enum Generic<E, T, O, N> {
    #[code(TEXT, shared)]
    Debug {
        #[arg(fmt = debug)]
        found: E,
    },
    #[code(TEXT, shared)]
    Hex(#[arg("found", fmt = "{0:x} {0:X}")] T),
    #[code(TEXT, shared)]
    Option {
        #[arg(none = "–")]
        found: Option<O>,
    },
    #[code(TEXT, shared)]
    #[arg("found" = "...")]
    Instead { found: N },
}

#[test]
fn generic_fields_have_the_bounds_of_their_form() {
    type Concrete = Generic<Token, i32, char, Limits>;
    check_text(&Concrete::Debug { found: Token::Comma }, "Comma");
    check_text(&Concrete::Hex(255), "ff FF");
    check_text(&Concrete::Option { found: Some('x') }, "x");
    check_text(&Concrete::Instead { found: Limits(('x', 2)) }, "...");
}

/// Fields and expressions that a macro of the user puts together.
mod from_macro {
    use code_registry::Coded;

    macro_rules! error {
        ($variant:ident($value:ty), $field:ident) => {
            #[derive(Debug, Coded)]
            #[coded(super::Code)]
            pub(super) enum Made {
                #[code(TEXT, shared)]
                $variant(#[arg("found", fmt = debug)] $value),
                #[code(TEXT, shared)]
                #[arg("found" = $field + 1)]
                Named { $field: u8 },
                #[code(TEXT, shared)]
                #[arg("found" = own + 1)]
                Own { own: u8 },
            }
        };
    }

    error!(Repro(u8), value);
}

#[test]
fn macros_may_write_the_attributes() {
    use from_macro::Made;
    check_text(&Made::Repro(1), "1");
    check_text(&Made::Named { value: 1 }, "2");
    check_text(&Made::Own { own: 2 }, "3");
}
