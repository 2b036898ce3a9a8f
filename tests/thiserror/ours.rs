//! The messages are in `tests/tables/thirty.toml`.

use std::borrow::Cow;
use std::error::Error;
use std::fmt::{self, Debug};
use std::io;
use std::num::{NonZeroU32, ParseIntError};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use code_registry::Coded;

#[code_registry::codes("tests/tables/thirty.toml")]
pub(crate) enum Code {}

#[derive(Debug, Coded)]
#[coded(Code)]
pub(crate) enum Failure {
    Unit,
    One(u8),
    Two(&'static str, String),
    Named {
        name: String,
    },
    Again {
        name: String,
        line: u32,
    },
    Braces {
        value: i32,
    },
    Silent {
        code: u8,
        text: &'static str,
    },
    Renamed {
        #[arg("path")]
        file: String,
    },
    Keyword {
        r#type: &'static str,
    },
    OwnedPath {
        path: PathBuf,
    },
    LentPath {
        path: &'static Path,
    },
    BoxedPath {
        path: Box<Path>,
    },
    Numbers {
        tiny: i8,
        huge: u128,
        ratio: f64,
    },
    Shown {
        letter: char,
        truth: bool,
        count: NonZeroU32,
    },
    Cow(Cow<'static, str>),
    Pointers {
        boxed: Box<str>,
        shared: Arc<str>,
        lent: &'static str,
    },
    Lines(u8),
    Foreign(String),
    Marked {
        #[source]
        cause: io::Error,
    },
    CalledSource {
        line: u32,
        source: io::Error,
    },
    Made(#[from] io::Error),
    MadeNamed {
        #[from]
        cause: fmt::Error,
    },
    MadeSource {
        #[from]
        source: ParseIntError,
    },
    Boxed(#[source] Box<dyn Error>),
    Sendable {
        source: Box<dyn Error + Send + Sync>,
    },
    Shared(#[source] Arc<io::Error>),
    Optional(u8, #[source] Option<fmt::Error>),
    OptionalBox {
        source: Option<Box<dyn Error + Send + Sync + 'static>>,
    },
    TupleSource(u8, #[source] fmt::Error),
    #[code(30)]
    Location {
        file: PathBuf,
        line: u32,
    },
}

#[derive(Debug, Coded)]
#[coded(self::Code)]
pub(crate) enum Parameters<'a, T, E>
where
    T: Debug,
{
    Generic(T),
    Borrowed { name: &'a str },
    Caused { source: E },
}

pub(crate) type Filled = Parameters<'static, u8, io::Error>;

#[derive(Debug, Coded)]
#[coded(Code::Unit)]
pub(crate) struct Unit;

#[derive(Debug, Coded)]
#[coded(Code::One)]
pub(crate) struct Tuple(pub(crate) u8);

#[derive(Debug, Coded)]
#[coded(Code)]
#[code(5)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) line: u8,
    pub(crate) source: io::Error,
}

#[derive(Debug, Coded)]
#[coded(Code::MadeNamed)]
pub(crate) struct Made {
    #[from]
    pub(crate) cause: fmt::Error,
}

#[derive(Debug, Coded)]
#[coded(Code)]
pub(crate) enum Whole {
    #[code(transparent)]
    Unit(#[from] Unit),
    #[code(transparent)]
    Failure(Failure),
    #[code(transparent)]
    Boxed { inner: Box<Failure> },
}

#[derive(Debug, Coded)]
#[coded(Code)]
pub(crate) enum Sources {
    /// The attribute takes precedence over the name `source`.
    NamedSource {
        source: String,
        #[source]
        cause: io::Error,
    },
    MadeNamed {
        #[from]
        cause: Option<fmt::Error>,
    },
    Sendable {
        source: Arc<Box<dyn Error + Send + Sync>>,
    },
    Boxed {
        source: anyhow::Error,
    },
}

#[derive(Debug, Coded)]
#[coded(Code)]
pub(crate) enum Generic<N, M, T> {
    Counted {
        count: N,
        total: M,
    },
    #[code(transparent)]
    Other(T),
}
