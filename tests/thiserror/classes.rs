//! The classes of thiserror's own tests and of its README, each written with both derives.
//!
//! The guide lists what has no equivalent.

#![allow(
    clippy::uninlined_format_args,
    clippy::iter_cloned_collect,
    reason = "the expressions are those of thiserror's tests"
)]

use std::error::Error;
use std::fmt::{self, Debug, Display};
use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// The items that both derives use in their attributes.
const MSG: &str = "failed to do";
const CODE: usize = 9;

fn not(value: &bool) -> bool {
    !*value
}

fn first_char(text: &str) -> char {
    text.chars().next().unwrap_or_default()
}

fn octal<T: fmt::Octal>(value: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "0o{value:o}")
}

#[derive(Debug)]
pub(crate) struct Inner {
    data: usize,
}

#[derive(Debug)]
pub(crate) struct Limits {
    lo: i16,
    hi: i16,
}

pub(crate) trait Trait<T>: Display {
    type A;
}

impl<T> Trait<T> for i32 {
    type A = T;
}

/// Displays only its name.
pub(crate) struct NoFormat;

#[derive(Debug)]
pub(crate) struct DebugOnly;

pub(crate) struct DisplayOnly;

impl Display for DisplayOnly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("display only")
    }
}

mod ours {
    use code_registry::Coded;

    use super::*;

    #[code_registry::codes("tests/tables/thiserror.toml")]
    pub(crate) enum Code {}

    #[derive(Debug, Coded)]
    #[coded(Code)]
    pub(crate) enum Shown {
        Braced {
            msg: String,
        },
        Unused {
            extra: usize,
        },
        Tuple(usize),
        Unit,
        #[arg("msg" = MSG)]
        #[arg("code" = CODE, fmt = debug)]
        Constants {
            #[arg(fmt = debug)]
            id: &'static str,
        },
        Escape,
        #[arg("sum" = 1 + 1)]
        Sum,
        #[arg("not" = not(.0))]
        Not(bool),
        #[arg("intro" = match .1 {
            Some(n) => format!("error occurred with {}", n),
            None => "there was an empty error".to_owned(),
        })]
        Intro(String, Option<usize>),
        #[code(ONLY)]
        #[arg("0" = {
            struct Msg<'a>(&'a String, &'a Option<usize>);
            impl Display for Msg<'_> {
                fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                    match self.1 {
                        Some(n) => write!(formatter, "error occurred with {}", n),
                        None => write!(formatter, "there was an empty error"),
                    }?;
                    write!(formatter, ": {}", self.0)
                }
            }
            Msg(.0, .1)
        })]
        Block(String, Option<usize>),
        #[arg("b" = 1)]
        #[arg("c" = 2)]
        #[arg("d" = 3)]
        Mixed {
            a: usize,
            d: usize,
        },
        #[code(ONLY, shared)]
        #[arg("0" = '?')]
        Character {
            v: usize,
        },
        #[code(ONLY, shared)]
        #[arg("0" = .0.data)]
        Field(Inner),
        #[code(ONLY, shared)]
        #[arg("0" = .0.0)]
        Nested((usize, u8)),
        Pointer {
            #[arg(fmt = "{:p}")]
            field: &'static i32,
        },
        Raw {
            r#fn: &'static str,
        },
        #[arg("type" = 1)]
        Keyword,
        #[arg("self" = self, fmt = debug)]
        Whole,
        Left,
        NewLine,
        #[code(ONLY, shared)]
        I16(#[arg("0", fmt = octal)] i16),
        #[code(ONLY, shared)]
        I32 {
            #[arg("0", fmt = octal::<i32>)]
            n: i32,
        },
        #[code(ONLY, shared)]
        I64(#[arg("0", fmt = core::fmt::Octal::fmt)] i64),
        Other(bool),
        #[code(PRECISION)]
        Precision(#[arg("0", fmt = debug)] &'static str, #[arg("x", fmt = "{:.2}")] f64),
    }

    #[derive(Debug, Coded)]
    #[coded(Code)]
    pub(crate) enum Expression {
        #[code(SHIFT)]
        #[arg("direction" = if *.is_left { "left" } else { "right" })]
        TooManyShiftBits { is_left: bool, maximum: u64, current: u64 },
        #[arg("words" = (.0).iter().copied().collect::<Vec<_>>().join(" "))]
        User(Vec<&'static str>),
        #[code(OVERFLOW)]
        #[arg("signed" = if let Some(signed) = .is_signed { if *signed { "signed " } else { "unsigned " } } else { "" })]
        IntegerOverflow { is_signed: Option<bool> },
        #[code(COMPONENT)]
        #[arg("suggestion" = .suggestion.as_ref().map_or_else(String::new, |s| format!("; did you mean '{}'?", s)))]
        UnknownComponent { name: String, component: String, suggestion: Option<String> },
        #[arg("0" = None::<i32>.is_some())]
        #[arg("1" = Vec::<Vec<u8>>::new().len())]
        #[arg("2" = (0..3).filter(|_| Option::<Box<dyn Fn(u8) -> u8>>::None.is_none()).count())]
        Turbofish,
        #[arg("b" = &0 as &dyn Trait<i32, A = i32>)]
        #[allow(non_snake_case, reason = "the field of thiserror's test")]
        AAndB { A: PathBuf },
        #[code(LOOKAHEAD)]
        #[arg("max" = i32::MAX)]
        InvalidLookahead(u32),
        #[code(CASE)]
        #[arg("letter" = first_char(.0), fmt = debug)]
        WrongCase(String),
        #[code(BOUNDS)]
        #[arg("lo" = .limits.lo)]
        #[arg("hi" = .limits.hi)]
        OutOfBounds { idx: usize, limits: Limits },
        Header {
            #[arg(fmt = debug)]
            expected: String,
            #[arg(fmt = debug)]
            found: String,
        },
    }

    #[derive(Debug, Coded)]
    #[coded(Code)]
    pub(crate) enum PathError {
        Path {
            file: PathBuf,
        },
        #[code(PATH, shared)]
        Lent {
            file: Box<Path>,
        },
        #[arg("debug" = .0, fmt = debug)]
        TwoForms(PathBuf),
    }

    #[derive(Debug, Coded)]
    #[coded(Code)]
    #[code(FAILED, transparent)]
    pub(crate) struct Opaque(pub(crate) ErrorKind);

    #[derive(Debug, Coded)]
    #[coded(Code)]
    pub(crate) enum ErrorKind {
        Unit,
        Wrapped(#[from] io::Error),
    }

    #[derive(Debug, Coded)]
    #[coded(Code)]
    pub(crate) enum Transparent<E> {
        #[code(FAILED)]
        This,
        #[code(WRAPPED, transparent)]
        Other(E),
    }

    #[derive(Debug, Coded)]
    #[coded(Code)]
    #[code(WRAPPED, transparent)]
    pub(crate) struct Any(#[from] anyhow::Error);

    #[derive(Debug, Coded)]
    #[coded(Code)]
    #[code(FAILED, transparent)]
    pub(crate) struct NonStatic<'a> {
        pub(crate) inner: Unexpected<'a>,
    }

    #[derive(Debug, Coded)]
    #[coded(Code::Token)]
    pub(crate) struct Unexpected<'a> {
        #[arg(fmt = debug)]
        pub(crate) token: &'a str,
    }

    #[derive(Debug, Coded)]
    #[coded(Code)]
    pub(crate) enum EnumDebugGeneric<E> {
        #[code(ONLY)]
        FatalError(#[arg("0", fmt = debug)] E),
    }

    #[derive(Debug, Coded)]
    #[coded(Code)]
    pub(crate) enum EnumFromGeneric<E: Debug + 'static> {
        #[code(WRAPPED)]
        Source(#[from] EnumDebugGeneric<E>),
    }

    #[derive(Coded)]
    #[coded(Code)]
    pub(crate) enum EnumCompound<HasDisplay, HasDebug, HasNeither> {
        #[code(TWO_FORMS)]
        DisplayDebug(HasDisplay, #[arg("debug", fmt = debug)] HasDebug),
        #[code(ONLY)]
        Display(HasDisplay, HasNeither),
        #[code(DEBUG)]
        Debug(HasNeither, #[arg("debug", fmt = debug)] HasDebug),
    }

    #[derive(Debug, Coded)]
    #[coded(Code)]
    pub(crate) enum AssociatedType<T: FromStr> {
        #[code(FAILED)]
        Other,
        #[code(MATRIX)]
        EntryParseError(T::Err),
    }

    #[derive(Debug, Coded)]
    #[coded(Code::Thing)]
    #[arg("lower" = .thing, fmt = "{:x}")]
    #[arg("upper" = .thing, fmt = "{:X}")]
    pub(crate) struct MultipleBound<T> {
        pub(crate) thing: T,
    }

    #[derive(Debug, Coded)]
    #[coded(Code::Only)]
    #[arg("0" = "...")]
    pub(crate) struct NoBound<T>(pub(crate) T);

    #[derive(Debug, Coded)]
    #[coded(Code::Arrow)]
    pub(crate) struct NotSource {
        #[arg("source")]
        pub(crate) source: char,
        pub(crate) destination: char,
    }

    #[derive(Debug, Coded)]
    #[coded(Code)]
    pub(crate) enum Sources {
        Implicit {
            source: io::Error,
        },
        #[code(WRAPPED)]
        Boxed {
            #[source]
            source: Box<dyn Error + Send + 'static>,
        },
        #[arg("0" = .0)]
        FromSource(#[from] io::Error),
        #[code(UNIT)]
        Optional {
            #[from]
            source: Option<fmt::Error>,
        },
    }

    /// Variants that a macro puts into an enum.
    macro_rules! error_from_macro {
        ($($variants:tt)*) => {
            #[derive(Coded)]
            #[derive(Debug)]
            #[coded(Code)]
            pub(crate) enum FromMacro {
                $($variants)*
            }
        };
    }

    error_from_macro! {
        #[code(ONLY)]
        Unnamed(u8),
        Braced { msg: u8 },
        #[code(FAILED)]
        Variant(#[from] io::Error)
    }

    macro_rules! variant_from_macro {
        ($variant:ident($value:ident)) => {
            #[derive(Debug, Coded)]
            #[coded(Code)]
            pub(crate) enum VariantFromMacro {
                #[code(ONLY)]
                $variant(#[arg("0", fmt = debug)] $value),
            }
        };
    }

    variant_from_macro!(Repro(u8));

    /// Lints that libraries forbid: no expansion allows them.
    #[forbid(missing_debug_implementations, missing_docs, rust_2018_idioms, unsafe_code, unused_must_use)]
    pub(crate) mod forbidden {
        /// Codes.
        #[code_registry::codes("tests/tables/thiserror.toml")]
        pub enum ForbiddenCode {}

        /// An error.
        #[derive(Debug, code_registry::Coded)]
        #[coded(ForbiddenCode::Wrapped)]
        pub(crate) struct Forbidden(#[from] std::io::Error);
    }

    /// `#![deny(deprecated)]` in the errors of a crate.
    #[deny(deprecated)]
    pub(crate) mod deprecated {
        use super::Code;

        #[derive(Debug, code_registry::Coded)]
        #[coded(Code::Unit)]
        #[deprecated]
        pub(crate) struct Struct;

        #[derive(Debug, code_registry::Coded)]
        #[coded(Code)]
        pub(crate) enum Variant {
            #[deprecated]
            Unit,
            #[allow(deprecated)]
            #[code(FAILED, transparent)]
            From(#[from] Struct),
        }
    }
}

#[allow(non_snake_case, reason = "a field of thiserror's tests")]
mod theirs {
    use thiserror::Error;

    use super::*;

    #[derive(Debug, Error)]
    pub(crate) enum Shown {
        #[error("braced error: {msg}")]
        Braced { msg: String },
        #[error("braced error")]
        Unused { extra: usize },
        #[error("tuple error: {0}")]
        Tuple(usize),
        #[error("unit error")]
        Unit,
        #[error("{MSG}: {id:?} (code {CODE:?})")]
        Constants { id: &'static str },
        #[error("fn main() {{}}")]
        Escape,
        #[error("1 + 1 = {}", 1 + 1)]
        Sum,
        #[error("!bool = {}", not(.0))]
        Not(bool),
        #[error("{intro}: {0}", intro = match .1 {
            Some(n) => format!("error occurred with {}", n),
            None => "there was an empty error".to_owned(),
        })]
        Intro(String, Option<usize>),
        #[error("{}", {
            struct Msg<'a>(&'a String, &'a Option<usize>);
            impl Display for Msg<'_> {
                fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                    match self.1 {
                        Some(n) => write!(formatter, "error occurred with {}", n),
                        None => write!(formatter, "there was an empty error"),
                    }?;
                    write!(formatter, ": {}", self.0)
                }
            }
            Msg(.0, .1)
        })]
        Block(String, Option<usize>),
        #[error("a={a} :: b={} :: c={c} :: d={d}", 1, c = 2, d = 3)]
        Mixed { a: usize, d: usize },
        #[error("{0}", '?')]
        Character { v: usize },
        #[error("{}", .0.data)]
        Field(Inner),
        #[error("{}", .0.0)]
        Nested((usize, u8)),
        #[error("{field:p}")]
        Pointer { field: &'static i32 },
        #[error("braced raw error: {fn}")]
        Raw { r#fn: &'static str },
        #[error("error: {type}", type = 1)]
        Keyword,
        #[error("error: {self:?}")]
        Whole,
        #[error("brace left {{")]
        Left,
        #[error(
            "new_\
line"
        )]
        NewLine,
        #[error(fmt = octal)]
        I16(i16),
        #[error(fmt = octal::<i32>)]
        I32 { n: i32 },
        #[error(fmt = core::fmt::Octal::fmt)]
        I64(i64),
        #[error("...{0}")]
        Other(bool),
        #[error("{0:?} {1:.2}")]
        Precision(&'static str, f64),
    }

    #[derive(Debug, Error)]
    pub(crate) enum Expression {
        #[error("cannot shift {} by {maximum} or more bits (got {current})", if *.is_left { "left" } else { "right" })]
        TooManyShiftBits { is_left: bool, maximum: u64, current: u64 },
        #[error("#error {}", (.0).iter().copied().collect::<Vec<_>>().join(" "))]
        User(Vec<&'static str>),
        #[error("overflow while parsing {}integer literal",
            if let Some(signed) = .is_signed { if *signed { "signed " } else { "unsigned " } } else { "" })]
        IntegerOverflow { is_signed: Option<bool> },
        #[error("toolchain '{name}' does not contain component {component}{}",
            .suggestion.as_ref().map_or_else(String::new, |s| format!("; did you mean '{}'?", s)))]
        UnknownComponent { name: String, component: String, suggestion: Option<String> },
        #[error(
            "{} {} {}",
            None::<i32>.is_some(),
            Vec::<Vec<u8>>::new().len(),
            (0..3).filter(|_| Option::<Box<dyn Fn(u8) -> u8>>::None.is_none()).count()
        )]
        Turbofish,
        #[error("{A} {b}", b = &0 as &dyn Trait<i32, A = i32>)]
        #[allow(non_snake_case, reason = "the field of thiserror's test")]
        AAndB { A: PathBuf },
        #[error("invalid rdo_lookahead_frames {0} (expected < {max})", max = i32::MAX)]
        InvalidLookahead(u32),
        #[error("first letter must be lowercase but was {:?}", first_char(.0))]
        WrongCase(String),
        #[error("invalid index {idx}, expected at least {} and at most {}", .limits.lo, .limits.hi)]
        OutOfBounds { idx: usize, limits: Limits },
        #[error("invalid header (expected {expected:?}, found {found:?})")]
        Header { expected: String, found: String },
    }

    #[derive(Debug, Error)]
    pub(crate) enum PathError {
        #[error("failed to read '{file}'")]
        Path { file: PathBuf },
        #[error("failed to read '{file}'")]
        Lent { file: Box<Path> },
        #[error("display:{0} debug:{0:?}")]
        TwoForms(PathBuf),
    }

    #[derive(Debug, Error)]
    #[error(transparent)]
    pub(crate) struct Opaque(pub(crate) ErrorKind);

    #[derive(Debug, Error)]
    pub(crate) enum ErrorKind {
        #[error("unit error")]
        Unit,
        #[error("wrapped")]
        Wrapped(#[from] io::Error),
    }

    #[derive(Debug, Error)]
    pub(crate) enum Transparent<E> {
        #[error("this failed")]
        This,
        #[error(transparent)]
        Other(E),
    }

    #[derive(Debug, Error)]
    #[error(transparent)]
    pub(crate) struct Any(#[from] anyhow::Error);

    #[derive(Debug, Error)]
    #[error(transparent)]
    pub(crate) struct NonStatic<'a> {
        pub(crate) inner: Unexpected<'a>,
    }

    #[derive(Debug, Error)]
    #[error("unexpected token: {token:?}")]
    pub(crate) struct Unexpected<'a> {
        pub(crate) token: &'a str,
    }

    #[derive(Debug, Error)]
    pub(crate) enum EnumDebugGeneric<E> {
        #[error("{0:?}")]
        FatalError(E),
    }

    #[derive(Debug, Error)]
    pub(crate) enum EnumFromGeneric<E> {
        #[error("wrapped")]
        Source(#[from] EnumDebugGeneric<E>),
    }

    #[derive(Error)]
    pub(crate) enum EnumCompound<HasDisplay, HasDebug, HasNeither> {
        #[error("display:{0} debug:{1:?}")]
        DisplayDebug(HasDisplay, HasDebug),
        #[error("{0}")]
        Display(HasDisplay, HasNeither),
        #[error("{1:?}")]
        Debug(HasNeither, HasDebug),
    }

    #[derive(Debug, Error)]
    pub(crate) enum AssociatedType<T: FromStr> {
        #[error("this failed")]
        Other,
        #[error("couldn't parse entry: {0}")]
        EntryParseError(T::Err),
    }

    #[derive(Debug, Error)]
    #[error("0x{thing:x} 0x{thing:X}")]
    pub(crate) struct MultipleBound<T> {
        pub(crate) thing: T,
    }

    #[derive(Debug, Error)]
    #[error("{thing}", thing = "...")]
    pub(crate) struct NoBound<T>(pub(crate) T);

    #[derive(Debug, Error)]
    #[error("{source} ==> {destination}")]
    pub(crate) struct NotSource {
        pub(crate) r#source: char,
        pub(crate) destination: char,
    }

    #[derive(Debug, Error)]
    pub(crate) enum Sources {
        #[error("implicit source")]
        Implicit { source: io::Error },
        #[error("wrapped")]
        Boxed {
            #[source]
            source: Box<dyn Error + Send + 'static>,
        },
        #[error("I/O error: {0}")]
        FromSource(#[from] io::Error),
        #[error("unit error")]
        Optional {
            #[from]
            source: Option<fmt::Error>,
        },
    }

    macro_rules! error_from_macro {
        ($($variants:tt)*) => {
            #[derive(Error)]
            #[derive(Debug)]
            pub(crate) enum FromMacro {
                $($variants)*
            }
        };
    }

    error_from_macro! {
        #[error("{0}")]
        Unnamed(u8),
        #[error("braced error: {msg}")]
        Braced { msg: u8 },
        #[error("this failed")]
        Variant(#[from] io::Error)
    }

    macro_rules! variant_from_macro {
        ($variant:ident($value:ident)) => {
            #[derive(Debug, Error)]
            pub(crate) enum VariantFromMacro {
                #[error("{0:?}")]
                $variant($value),
            }
        };
    }

    variant_from_macro!(Repro(u8));
}

impl<A, B, C> Debug for ours::EnumCompound<A, B, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EnumCompound")
    }
}

impl<A, B, C> Debug for theirs::EnumCompound<A, B, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EnumCompound")
    }
}

/// Creates the same value with both derives and compares their texts.
macro_rules! check {
    ($($value:tt)*) => {
        compare(&ours::$($value)*, &theirs::$($value)*)
    };
}

#[track_caller]
fn compare(ours: &impl Error, theirs: &impl Error) {
    assert_eq!(ours.to_string(), theirs.to_string());
    let sources =
        |error: &dyn Error| error.source().map(|source| (source.to_string(), source.is::<io::Error>()));
    assert_eq!(sources(ours), sources(theirs), "{ours}");
}

fn disk() -> io::Error {
    io::Error::other("oh no!")
}

#[test]
fn messages_and_formats_are_the_same() {
    check!(Shown::Braced { msg: "T".into() });
    check!(Shown::Unused { extra: 0 });
    check!(Shown::Tuple(0));
    check!(Shown::Unit);
    check!(Shown::Constants { id: "" });
    check!(Shown::Escape);
    check!(Shown::Sum);
    check!(Shown::Not(true));
    check!(Shown::Intro("...".into(), Some(1)));
    check!(Shown::Intro("...".into(), None));
    check!(Shown::Block("...".into(), Some(1)));
    check!(Shown::Mixed { a: 0, d: 0 });
    check!(Shown::Character { v: 0 });
    check!(Shown::Field(Inner { data: 0 }));
    check!(Shown::Nested((0, 1)));
    check!(Shown::Pointer { field: &-1 });
    check!(Shown::Raw { r#fn: "T" });
    check!(Shown::Keyword);
    check!(Shown::Whole);
    check!(Shown::Left);
    check!(Shown::NewLine);
    check!(Shown::I16(0o777));
    check!(Shown::I32 { n: 0o777 });
    check!(Shown::I64(0o777));
    check!(Shown::Other(false));
    check!(Shown::Precision("x", 1.0));
}

#[test]
fn expressions_are_the_same() {
    check!(Expression::TooManyShiftBits { is_left: true, maximum: 32, current: 50 });
    check!(Expression::User(vec!["A", "B", "C"]));
    check!(Expression::IntegerOverflow { is_signed: Some(true) });
    check!(Expression::IntegerOverflow { is_signed: None });
    check!(Expression::UnknownComponent {
        name: "nightly".into(),
        component: "clipy".into(),
        suggestion: Some("clippy".into()),
    });
    check!(Expression::Turbofish);
    check!(Expression::AAndB { A: "...".into() });
    check!(Expression::InvalidLookahead(3));
    check!(Expression::WrongCase("X".into()));
    check!(Expression::OutOfBounds { idx: 7, limits: Limits { lo: 1, hi: 2 } });
    check!(Expression::Header { expected: "a".into(), found: "b\n".into() });
    check!(PathError::Path { file: "/thiserror".into() });
    check!(PathError::Lent { file: Path::new("/thiserror").into() });
    check!(PathError::TwoForms("/thiserror".into()));
}

#[test]
fn transparent_errors_are_the_same() {
    compare(&ours::Opaque(ours::ErrorKind::Unit), &theirs::Opaque(theirs::ErrorKind::Unit));
    compare(&ours::Opaque(disk().into()), &theirs::Opaque(disk().into()));
    compare(&ours::Transparent::<io::Error>::This, &theirs::Transparent::<io::Error>::This);
    check!(Transparent::Other(io::Error::other(disk())));
    let any = || anyhow::anyhow!("inner").context("outer");
    check!(Any::from(any()));
    let inner = (ours::Unexpected { token: "error" }, theirs::Unexpected { token: "error" });
    compare(&ours::NonStatic { inner: inner.0 }, &theirs::NonStatic { inner: inner.1 });
}

#[test]
fn generic_errors_are_the_same() {
    check!(EnumDebugGeneric::FatalError(DebugOnly));
    let inner =
        (ours::EnumDebugGeneric::FatalError(DebugOnly), theirs::EnumDebugGeneric::FatalError(DebugOnly));
    compare(&ours::EnumFromGeneric::from(inner.0), &theirs::EnumFromGeneric::from(inner.1));
    type Ours = ours::EnumCompound<DisplayOnly, DebugOnly, NoFormat>;
    type Theirs = theirs::EnumCompound<DisplayOnly, DebugOnly, NoFormat>;
    compare(&Ours::DisplayDebug(DisplayOnly, DebugOnly), &Theirs::DisplayDebug(DisplayOnly, DebugOnly));
    compare(&Ours::Display(DisplayOnly, NoFormat), &Theirs::Display(DisplayOnly, NoFormat));
    compare(&Ours::Debug(NoFormat, DebugOnly), &Theirs::Debug(NoFormat, DebugOnly));
    let parse = || "x".parse::<u8>().expect_err("`x` is not a number");
    compare(
        &ours::AssociatedType::<u8>::EntryParseError(parse()),
        &theirs::AssociatedType::<u8>::EntryParseError(parse()),
    );
    compare(&ours::AssociatedType::<u8>::Other, &theirs::AssociatedType::<u8>::Other);
    check!(MultipleBound { thing: 0xFF_i32 });
    check!(NoBound(DebugOnly));
}

#[test]
fn sources_and_conversions_are_the_same() {
    check!(NotSource { source: 'S', destination: 'D' });
    check!(Sources::Implicit { source: disk() });
    check!(Sources::Boxed { source: Box::new(disk()) });
    check!(Sources::from(disk()));
    check!(Sources::from(fmt::Error));
    check!(FromMacro::Unnamed(1));
    check!(FromMacro::Braced { msg: 1 });
    check!(FromMacro::from(disk()));
    check!(VariantFromMacro::Repro(1));
    #[allow(deprecated, reason = "so it is in thiserror's test")]
    {
        use ours::deprecated::{Struct, Variant};
        assert_eq!(Variant::from(Struct).to_string(), Variant::Unit.to_string());
    }
}
