//! Arguments that are expressions, and what they are called.
use code_registry::Coded;

const LIMIT: u8 = 3;

#[derive(Debug)]
pub struct Kind(pub &'static str);

impl Kind {
    pub fn description(&self) -> &'static str {
        self.0
    }
}

#[derive(Debug, Coded)]
#[coded(crate::LoadStoreCode)]
pub enum NameError {
    #[arg("sum" = sizes.iter().sum::<usize>())]
    Turbofish { sizes: Vec<usize> },
    #[arg("len" = .0.iter().copied().collect::<std::collections::BTreeMap<u8, u8>>().len())]
    TwoTypes(Vec<(u8, u8)>),
    #[arg("seconds" = *seconds as u32)]
    #[arg("count" = *count as u64 as f32)]
    Casts { seconds: f32, count: u8 },
    #[arg("size_of" = std::mem::size_of::<u32>())]
    #[arg("type_name" = std::any::type_name::<Vec<u8>>())]
    Paths,
    #[arg("max" = u32::MAX)]
    #[arg("limit" = self::LIMIT)]
    Constants,
    #[arg("done" = format!("{} of {}", .done, .all))]
    #[arg("u8" = stringify!(u8))]
    #[arg("concat" = concat!("a", "b"))]
    Macros { done: u8, all: u8 },
    #[arg("names" = .names.iter().map(|name| name.to_uppercase()).collect::<Vec<_>>().join(", "))]
    Closures { names: Vec<String> },
    #[arg("value" = 3)]
    #[arg("value_2" = "three")]
    #[arg("value_3" = -1.5)]
    Literals,
    #[arg("args" = .args[0])]
    #[arg("len" = .args[..1].len())]
    Indexes { args: Vec<u8> },
    #[arg("left" = &.left)]
    #[arg("right" = &*.right)]
    #[arg("flag" = !.flag)]
    References { left: u8, right: Box<u8>, flag: bool },
    #[arg("first" = .0.first().map_or(0, |first| *first + 1))]
    Nested(Vec<u8>),
    #[arg("small" = u64::from(*small))]
    #[arg("bytes" = String::from_utf8_lossy(bytes.as_slice()))]
    Conversions { small: u8, bytes: Vec<u8> },
    #[arg("ok" = if *ok { "yes" } else { "no" })]
    #[arg("description" = match .kind.description() { "" => 0, _ => 1 })]
    Choices { ok: bool, kind: Kind },
    #[arg("len" = .rows.len() + 1)]
    #[arg("len_2" = (.rows.len() - 1) * 2)]
    Operators { rows: Vec<u8> },
    #[arg("half" = { let half = .0 / 2; half })]
    Block(u8),
    #[arg("description" = .r#type.description())]
    Raw { r#type: Kind },
    #[arg("name" = .0.name.as_deref().unwrap_or("nobody"))]
    Deep(Owner),
    #[arg("value" = <Vec<u8> as Into<Pair<u8, u8>>>::into(.0.clone()))]
    #[arg("len" = .0.len())]
    Qualified(Vec<u8>),
    #[arg("value" = *.0 as First<u64, u8>)]
    #[arg("value_2" = *.1 as First<u8, u64>)]
    TypesOfCasts(u8, u64),
    #[arg("value" = *.0 < 3)]
    #[arg("value_2" = *.1 > 2)]
    Comparisons(u8, u8),
    #[arg("sum" = .0.iter().fold(0, |sum, next| sum + next))]
    #[arg("len" = .0.len())]
    Named(Vec<u8>),
    #[arg("n" = .got + 1)]
    #[arg("n_2" = .got + 1, fmt = debug)]
    AuthorNames { got: u8, #[arg("all")] total: u8 },
    #[arg("first_2" = .0, fmt = debug)]
    FieldNames(#[arg("first")] &'static str),
    #[arg("total_2" = .total + 1)]
    #[arg("total_3" = .total + 2)]
    InvalidNames { total: u8 },
    #[arg("shown" = .0.len())]
    TwoNames(Vec<u8>),
    #[arg("len" = .0.len() + 1)]
    #[arg("capacity" = .0.capacity())]
    #[arg("len_2" = .0.len() + 2)]
    Clash(Vec<u8>),
    #[arg("cause" = source)]
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
