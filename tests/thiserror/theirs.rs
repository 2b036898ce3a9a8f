//! The messages are here.

use std::borrow::Cow;
use std::error::Error;
use std::fmt::{self, Debug};
use std::io;
use std::num::{NonZeroU32, ParseIntError};
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("nothing more to say")]
    Unit,
    #[error("one value {0}")]
    One(u8),
    #[error("{1} after {0}")]
    Two(&'static str, String),
    #[error("cannot find {name}")]
    Named { name: String },
    #[error("{name}, {line} and again {name}")]
    Again { name: String, line: u32 },
    #[error("{{literal}} {{{value}}}")]
    Braces { value: i32 },
    #[error("no field is shown")]
    Silent { code: u8, text: &'static str },
    #[error("cannot open {file}")]
    Renamed { file: String },
    #[error("no type {type}")]
    Keyword { r#type: &'static str },
    #[error("no file {path}")]
    OwnedPath { path: PathBuf },
    #[error("no folder {path}")]
    LentPath { path: &'static Path },
    #[error("no volume {path}")]
    BoxedPath { path: Box<Path> },
    #[error("{tiny} {huge} {ratio}")]
    Numbers { tiny: i8, huge: u128, ratio: f64 },
    #[error("{letter} {truth} {count}")]
    Shown { letter: char, truth: bool, count: NonZeroU32 },
    #[error("moo: {0}")]
    Cow(Cow<'static, str>),
    #[error("{boxed} {shared} {lent}")]
    Pointers { boxed: Box<str>, shared: Arc<str>, lent: &'static str },
    #[error("first line: {0}\nsecond line")]
    Lines(u8),
    #[error("naïve café — {0} 日本")]
    Foreign(String),
    #[error("a source that is marked")]
    Marked {
        #[source]
        cause: io::Error,
    },
    #[error("a source by its name, at {line}")]
    CalledSource { line: u32, source: io::Error },
    #[error("made from another")]
    Made(#[from] io::Error),
    #[error("made from what is named")]
    MadeNamed {
        #[from]
        cause: fmt::Error,
    },
    #[error("made from the source")]
    MadeSource {
        #[from]
        source: ParseIntError,
    },
    #[error("any error")]
    Boxed(#[source] Box<dyn Error>),
    #[error("any error that can be sent")]
    Sendable { source: Box<dyn Error + Send + Sync> },
    #[error("an error that others have too")]
    Shared(#[source] Arc<io::Error>),
    #[error("perhaps a source, {0}")]
    Optional(u8, #[source] Option<fmt::Error>),
    #[error("perhaps any source")]
    OptionalBox { source: Option<Box<dyn Error + Send + Sync + 'static>> },
    #[error("{0} because of something")]
    TupleSource(u8, #[source] fmt::Error),
    #[error("{file}:{line}", file = file.display())]
    Location { file: PathBuf, line: u32 },
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum Parameters<'a, T, E>
where
    T: Debug,
{
    #[error("generic {0}")]
    Generic(T),
    #[error("borrowed {name}")]
    Borrowed { name: &'a str },
    #[error("caused by what is generic")]
    Caused { source: E },
}

pub(crate) type Filled = Parameters<'static, u8, io::Error>;

#[derive(Debug, thiserror::Error)]
#[error("nothing more to say")]
pub(crate) struct Unit;

#[derive(Debug, thiserror::Error)]
#[error("one value {0}")]
pub(crate) struct Tuple(pub(crate) u8);

#[derive(Debug, thiserror::Error)]
#[error("{name}, {line} and again {name}")]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) line: u8,
    pub(crate) source: io::Error,
}

#[derive(Debug, thiserror::Error)]
#[error("made from what is named")]
pub(crate) struct Made {
    #[from]
    pub(crate) cause: fmt::Error,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum Whole {
    #[error(transparent)]
    Unit(#[from] Unit),
    #[error(transparent)]
    Failure(Failure),
    #[error(transparent)]
    Boxed { inner: Box<Failure> },
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum Sources {
    #[error("from {source}")]
    NamedSource {
        source: String,
        #[source]
        cause: io::Error,
    },
    #[error("made from what is named")]
    MadeNamed {
        #[from]
        cause: Option<fmt::Error>,
    },
    #[error("any error that can be sent")]
    Sendable { source: Arc<Box<dyn Error + Send + Sync>> },
    #[error("any error")]
    Boxed { source: anyhow::Error },
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum Generic<N, M, T> {
    #[error("{count} of {total}")]
    Counted { count: N, total: M },
    #[error(transparent)]
    Other(T),
}
