//! Arguments that are expressions, and what they are called.
use thiserror::Error;

const LIMIT: u8 = 3;

#[derive(Debug)]
pub struct Kind(pub &'static str);

impl Kind {
    pub fn description(&self) -> &'static str {
        self.0
    }
}

#[derive(Debug, Error)]
pub enum NameError {
    #[error("{}", sizes.iter().sum::<usize>())]
    Turbofish { sizes: Vec<usize> },
    #[error("{}", .0.iter().copied().collect::<std::collections::BTreeMap<u8, u8>>().len())]
    TwoTypes(Vec<(u8, u8)>),
    #[error("{} {}", *seconds as u32, *count as u64 as f32)]
    Casts { seconds: f32, count: u8 },
    #[error("{} {}", std::mem::size_of::<u32>(), std::any::type_name::<Vec<u8>>())]
    Paths,
    #[error("{} {}", u32::MAX, self::LIMIT)]
    Constants,
    #[error("{} {} {}", format!("{} of {}", .done, .all), stringify!(u8), concat!("a", "b"))]
    Macros { done: u8, all: u8 },
    #[error("{}", .names.iter().map(|name| name.to_uppercase()).collect::<Vec<_>>().join(", "))]
    Closures { names: Vec<String> },
    #[error("{} {} {}", 3, "three", -1.5)]
    Literals,
    #[error("{} {}", .args[0], .args[..1].len())]
    Indexes { args: Vec<u8> },
    #[error("{} {} {}", &.left, &*.right, !.flag)]
    References { left: u8, right: Box<u8>, flag: bool },
    #[error("{}", .0.first().map_or(0, |first| *first + 1))]
    Nested(Vec<u8>),
    #[error("{} {}", u64::from(*small), String::from_utf8_lossy(bytes.as_slice()))]
    Conversions { small: u8, bytes: Vec<u8> },
    #[error("{} {}", if *ok { "yes" } else { "no" }, match .kind.description() { "" => 0, _ => 1 })]
    Choices { ok: bool, kind: Kind },
    #[error("{} {}", .rows.len() + 1, (.rows.len() - 1) * 2)]
    Operators { rows: Vec<u8> },
    #[error("{}", { let half = .0 / 2; half })]
    Block(u8),
    #[error("{}", .r#type.description())]
    Raw { r#type: Kind },
    #[error("{}", .0.name.as_deref().unwrap_or("nobody"))]
    Deep(Owner),
    #[error("{} of {}", <Vec<u8> as Into<Pair<u8, u8>>>::into(.0.clone()), .0.len())]
    Qualified(Vec<u8>),
    #[error("{} {}", *.0 as First<u64, u8>, *.1 as First<u8, u64>)]
    TypesOfCasts(u8, u64),
    #[error("{} {}", *.0 < 3, *.1 > 2)]
    Comparisons(u8, u8),
    #[error("{sum} {}", .0.len(), sum = .0.iter().fold(0, |sum, next| sum + next),)]
    Named(Vec<u8>),
    #[error("{n} of {all} and {n:?}", n = .got + 1, all = .total)]
    AuthorNames { got: u8, total: u8 },
    #[error("{first} {first:?} {again}", first = .0, again = .0)]
    FieldNames(&'static str),
    #[error("{_hidden} {größe} {total}", _hidden = .total + 1, größe = .total + 2)]
    InvalidNames { total: u8 },
    #[error("{shown} {}", .0.len(), shown = .0.len())]
    TwoNames(Vec<u8>),
    #[error("{len} {} {len_2}", .0.capacity(), len = .0.len() + 1, len_2 = .0.len() + 2)]
    Clash(Vec<u8>),
    #[error("{cause}", cause = .source)]
    Cause { source: std::fmt::Error },
}

pub struct Pair<A, B>(A, B);

impl From<Vec<u8>> for Pair<u8, u8> {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes[0], bytes[1])
    }
}

impl std::fmt::Display for Pair<u8, u8> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.0, self.1)
    }
}

pub type First<A, B> = <(A, B) as Choice>::First;

pub trait Choice {
    type First;
}

impl<A, B> Choice for (A, B) {
    type First = A;
}

#[derive(Debug)]
pub struct Owner {
    pub name: Option<String>,
}
