//! The same errors written with `Coded` and with thiserror: messages, sources and conversions are the same.

mod classes;
mod migrated;
mod mistakes;
mod ours;
mod theirs;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::error::Error;
use std::num::{NonZeroU32, ParseIntError};
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::{fmt, io};

use code_registry::Coded;

/// `codes migrate` declares it here.
use migrated::LoadStoreCode;

/// Creates a value with the same name and fields in both, compares them, and returns the code.
macro_rules! check {
    ($($value:tt)*) => {
        compare(&ours::$($value)*, &theirs::$($value)*)
    };
}

#[test]
fn thirty_variants_are_the_same() {
    let codes = [
        check!(Failure::Unit),
        check!(Failure::One(7)),
        check!(Failure::Two("first", "second".into())),
        check!(Failure::Named { name: "a {name}".into() }),
        check!(Failure::Again { name: "x".into(), line: 3 }),
        check!(Failure::Braces { value: -1 }),
        check!(Failure::Silent { code: 7, text: "unseen" }),
        check!(Failure::Renamed { file: "codes.toml".into() }),
        check!(Failure::Keyword { r#type: "u7" }),
        check!(Failure::OwnedPath { path: "/srv/x y".into() }),
        check!(Failure::LentPath { path: Path::new("/srv") }),
        check!(Failure::BoxedPath { path: Path::new("/mnt").into() }),
        check!(Failure::Numbers { tiny: i8::MIN, huge: u128::MAX, ratio: 1.50 }),
        check!(Failure::Shown { letter: 'é', truth: true, count: NonZeroU32::MIN }),
        check!(Failure::Cow(Cow::Borrowed("grass"))),
        check!(Failure::Pointers { boxed: "a".into(), shared: "b".into(), lent: "c" }),
        check!(Failure::Lines(1)),
        check!(Failure::Foreign("ß".into())),
        check!(Failure::Marked { cause: broken() }),
        check!(Failure::CalledSource { line: 9, source: broken() }),
        check!(Failure::Made(broken())),
        check!(Failure::MadeNamed { cause: fmt::Error }),
        check!(Failure::MadeSource { source: number() }),
        check!(Failure::Boxed(broken().into())),
        check!(Failure::Sendable { source: broken().into() }),
        check!(Failure::Shared(Arc::new(broken()))),
        check!(Failure::Optional(3, Some(fmt::Error))),
        check!(Failure::OptionalBox { source: Some(broken().into()) }),
        check!(Failure::TupleSource(4, fmt::Error)),
        check!(Failure::Location { file: "main.rs".into(), line: 12 }),
    ];
    assert_eq!(BTreeSet::from(codes), (1..=30).collect());
    check!(Failure::Optional(3, None));
    check!(Failure::OptionalBox { source: None });
}

#[test]
fn what_is_made_from_another_is_the_same() {
    assert_eq!(compare(&ours::Failure::from(broken()), &theirs::Failure::from(broken())), 21);
    assert_eq!(compare(&ours::Failure::from(fmt::Error), &theirs::Failure::from(fmt::Error)), 22);
    assert_eq!(compare(&ours::Failure::from(number()), &theirs::Failure::from(number())), 23);
    assert_eq!(compare(&ours::Whole::from(ours::Unit), &theirs::Whole::from(theirs::Unit)), 1);
}

#[test]
fn sources_are_the_same() {
    assert_eq!(check!(Sources::NamedSource { source: "a".into(), cause: broken() }), 34);
    assert_eq!(check!(Sources::MadeNamed { cause: None }), 22);
    assert_eq!(check!(Sources::Sendable { source: Arc::new(broken().into()) }), 25);
    assert_eq!(check!(Sources::Boxed { source: broken().into() }), 24);
    assert_eq!(compare(&ours::Sources::from(fmt::Error), &theirs::Sources::from(fmt::Error)), 22);
}

#[test]
fn parameters_are_the_same() {
    assert_eq!(check!(Filled::Generic(5)), 31);
    assert_eq!(check!(Filled::Borrowed { name: "lent" }), 32);
    assert_eq!(check!(Filled::Caused { source: broken() }), 33);
    type Ours = ours::Generic<Rc<u8>, f32, ours::Failure>;
    type Theirs = theirs::Generic<Rc<u8>, f32, theirs::Failure>;
    let counted =
        (Ours::Counted { count: Rc::new(1), total: 2.5 }, Theirs::Counted { count: Rc::new(1), total: 2.5 });
    assert_eq!(compare(&counted.0, &counted.1), 35);
    let other = (Ours::Other(ours::Failure::Unit), Theirs::Other(theirs::Failure::Unit));
    assert_eq!(compare(&other.0, &other.1), 1);
}

#[test]
fn structs_are_the_same() {
    assert_eq!(check!(Unit), 1);
    assert_eq!(check!(Tuple(7)), 2);
    assert_eq!(check!(Named { name: "x".into(), line: 7, source: broken() }), 5);
    assert_eq!(check!(Made { cause: fmt::Error }), 22);
}

/// A transparent error has the message and the source of another error.
#[test]
fn what_is_transparent_is_the_same() {
    let inner = (ours::Failure::Made(broken()), theirs::Failure::Made(broken()));
    assert_eq!(compare(&ours::Whole::Failure(inner.0), &theirs::Whole::Failure(inner.1)), 21);
    let boxed = (ours::Failure::Lines(2).into(), theirs::Failure::Lines(2).into());
    assert_eq!(compare(&ours::Whole::Boxed { inner: boxed.0 }, &theirs::Whole::Boxed { inner: boxed.1 }), 17);
}

#[track_caller]
fn compare(ours: &impl Coded<Code = ours::Code>, theirs: &impl Error) -> u8 {
    assert_eq!(ours.to_string(), theirs.to_string());
    assert_eq!(sources(ours), sources(theirs), "{ours}");
    ours.code().value()
}

/// The message of each source, and whether it is still the value that it was before.
fn sources(error: &dyn Error) -> Vec<(String, [bool; 3])> {
    std::iter::successors(error.source(), |source| (*source).source())
        .map(|source| {
            (
                source.to_string(),
                [source.is::<io::Error>(), source.is::<fmt::Error>(), source.is::<Arc<io::Error>>()],
            )
        })
        .collect()
}

fn broken() -> io::Error {
    io::Error::new(io::ErrorKind::BrokenPipe, fmt::Error)
}

fn number() -> ParseIntError {
    "x".parse::<u8>().expect_err("`x` is no number")
}
