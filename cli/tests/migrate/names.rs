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
    #[error("{} {}", u32::MAX, crate::names::LIMIT)]
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
}

#[derive(Debug)]
pub struct Owner {
    pub name: Option<String>,
}
