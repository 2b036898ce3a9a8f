//! Generic errors whose arguments are expressions that are only a field: the same bounds and forms as the field itself.
#![deny(warnings)]
#![allow(clippy::unwrap_used, reason = "a test that meets what it does not expect stops")]

use std::fmt::{self, Display};
use std::path::{Path, PathBuf};
use std::time::Duration;

use code_registry::{Coded, Language, Localize};

#[code_registry::codes("tests/tables/kinds.toml")]
enum KindCode {}

#[code_registry::codes("tests/tables/words.toml")]
enum WordCode {}

#[track_caller]
fn check(error: &(impl Coded + Display), english: &str, italian: &str) {
    assert_eq!(error.localized(Language::new("en").unwrap()).to_string(), english);
    assert_eq!(error.localized(Language::new("it").unwrap()).to_string(), italian);
}

/// Each kind of data, by each spelling of the field.
mod of_each_kind {
    use super::*;

    #[derive(Debug, Coded)]
    #[coded(KindCode::OUTER)]
    #[arg("cause" = .why)]
    pub(super) struct Text<T> {
        pub(super) why: T,
    }

    #[derive(Debug, Coded)]
    #[coded(KindCode::OUTER)]
    #[arg("cause" = why, none = "–")]
    pub(super) struct Missing<T> {
        pub(super) why: Option<T>,
    }

    #[derive(Debug, Coded)]
    #[coded(KindCode::OUTER)]
    #[arg("cause" = .r#type, fmt = "{:#x}")]
    pub(super) struct Formatted<T> {
        pub(super) r#type: T,
    }

    #[derive(Debug, Coded)]
    #[coded(KindCode::OUTER)]
    #[arg("cause" = r#type, fmt = "{:p}")]
    pub(super) struct Pointer<'a, T> {
        pub(super) r#type: &'a T,
    }

    #[derive(Debug, Coded)]
    #[coded(KindCode::COUNT)]
    #[arg("count" = .0)]
    pub(super) struct Integer<T>(pub(super) T);

    #[derive(Debug, Coded)]
    #[coded(KindCode::PLAIN)]
    #[arg("port" = _0)]
    #[arg("ratio" = _1)]
    pub(super) struct Numbers<P, R>(pub(super) P, pub(super) R);

    #[derive(Debug, Coded)]
    #[coded(KindCode::DURATION)]
    #[arg("time" = limit)]
    pub(super) struct Time<T> {
        pub(super) limit: T,
    }

    #[derive(Debug, Coded)]
    #[coded(KindCode::AND)]
    #[arg("names" = .0)]
    pub(super) struct List<T>(pub(super) T);

    #[derive(Debug, Coded)]
    #[coded(KindCode::OR)]
    #[arg("names" = items)]
    pub(super) struct Items<T: Display> {
        pub(super) items: Vec<T>,
    }

    #[derive(Debug, Coded)]
    #[coded(KindCode::AND)]
    #[arg("names" = .items, fmt = debug)]
    pub(super) struct DebugItems {
        pub(super) items: Vec<&'static str>,
    }

    #[derive(Debug, Coded)]
    #[coded(WordCode::CLOSED)]
    #[arg("item" = .0)]
    #[arg("name" = .1)]
    pub(super) struct Word<W, N>(pub(super) W, pub(super) N);

    #[derive(Debug, Coded)]
    #[coded(WordCode::OWNED)]
    #[arg("owner" = user)]
    pub(super) struct Listed<T> {
        pub(super) user: T,
    }
}

#[test]
fn a_generic_field_can_be_an_argument_of_each_kind() {
    use of_each_kind as of;
    check(&of::Text { why: 'x' }, "outer: x", "esterno: x");
    check(&of::Missing { why: Some(1.5) }, "outer: 1.5", "esterno: 1.5");
    check(&of::Missing::<u8> { why: None }, "outer: –", "esterno: –");
    check(&of::Formatted { r#type: 255_u8 }, "outer: 0xff", "esterno: 0xff");
    let address = format!("{:p}", &1_u8);
    check(&of::Pointer { r#type: &1_u8 }, &format!("outer: {address}"), &format!("esterno: {address}"));
    check(&of::Integer(1_234_567), "1,234,567 files", "1.234.567 file");
    check(&of::Numbers(8080_u16, 0.5), "port 8080, 0.5", "porta 8080, 0.5");
    check(&of::Time { limit: Duration::from_secs(5) }, "wait 5 sec", "attendere 5 s");
    check(&of::List(["a", "b"]), "a and b are missing", "mancano a e b");
    check(&of::Items { items: vec![1, 2, 3] }, "expected 1, 2, or 3", "atteso 1, 2 o 3");
    check(&of::DebugItems { items: vec!["a", "b"] }, "\"a\" and \"b\" are missing", "mancano \"a\" e \"b\"");
    check(
        &of::Word(WordCodeItem::Folder, "x"),
        "cannot open the folder x",
        "impossibile aprire x (cartella)",
    );
    check(&of::Listed { user: "nobody" }, "nobody owns it", "non è di nessuno");
    check(&of::Listed { user: 'x' }, "x owns it", "è di x");
}

/// Has texts in two languages, and no `Display`.
#[derive(Debug, Clone)]
struct Colour;

impl Localize for Colour {
    fn fmt_in(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if language.as_str() == "it" { "rosso" } else { "red" })
    }
}

/// Bounds in the source by which a value is shown without `Display`.
mod without_display {
    use super::*;

    #[derive(Debug, Coded)]
    #[coded(KindCode::OUTER)]
    #[arg("cause" = .path)]
    pub(super) struct OfPath<T: AsRef<Path>> {
        pub(super) path: T,
    }

    #[derive(Debug, Coded)]
    #[coded(KindCode::OUTER)]
    pub(super) struct FieldOfPath<'a, T>
    where
        T: AsRef<std::path::Path>,
    {
        pub(super) cause: &'a T,
    }

    #[derive(Debug, Coded)]
    #[coded(KindCode::OUTER)]
    #[arg("cause" = .0)]
    pub(super) struct OfLocalize<T: Localize>(pub(super) T);

    #[derive(Debug, Coded)]
    #[coded(KindCode::OUTER)]
    pub(super) struct FieldOfLocalize<T>
    where
        T: Iterator,
        T::Item: code_registry::Localize,
    {
        #[arg("cause")]
        pub(super) first: Box<T::Item>,
    }

    /// `AsRef<str>` is not a form: the field needs `Display`, as without the bound.
    #[derive(Debug, Coded)]
    #[coded(KindCode::OUTER)]
    #[arg("cause" = .0)]
    pub(super) struct OfStr<T: AsRef<str>>(pub(super) T);
}

#[test]
fn bounds_in_the_source_replace_display() {
    use without_display as of;
    check(&of::OfPath { path: PathBuf::from("a/b") }, "outer: a/b", "esterno: a/b");
    check(&of::FieldOfPath { cause: &PathBuf::from("a/b") }, "outer: a/b", "esterno: a/b");
    check(&of::OfLocalize(Colour), "outer: red", "esterno: rosso");
    let first = Box::new(Colour);
    check(&of::FieldOfLocalize::<std::vec::IntoIter<Colour>> { first }, "outer: red", "esterno: rosso");
    check(&of::OfStr("a"), "outer: a", "esterno: a");
}

/// Fields that are not generic.
#[derive(Debug, Coded)]
#[coded(KindCode)]
enum Plain {
    #[code(OR)]
    #[arg("names" = .items)]
    Items { items: Vec<u8> },
    #[code(AND)]
    #[arg("names" = _0)]
    Slice(&'static [&'static str]),
    #[code(OUTER)]
    #[arg("cause" = .why)]
    Path { why: PathBuf },
}

#[test]
fn a_field_by_its_name_is_what_the_field_is() {
    check(&Plain::Items { items: vec![1, 2] }, "expected 1 or 2", "atteso 1 o 2");
    check(&Plain::Slice(&["a", "b"]), "a and b are missing", "mancano a e b");
    check(&Plain::Path { why: PathBuf::from("a/b") }, "outer: a/b", "esterno: a/b");
}
