//! The words of the model's closed sets: what tables write, and all that prints or reads one.

use core::fmt::{self, Display};

use crate::model::{
    ArgumentKind, Case, Category, Policy, Property, PropertyKind, Selector, SerdeForm, Status,
};

macro_rules! names {
    ($($set:ident { $($variant:ident $name:literal),* })*) => {$(
        impl $set {
            /// All there are, in this order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Every word.
            pub(crate) const NAMES: &'static [&'static str] = &[$($name),*];

            /// The word that tables write for it.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What this word stands for.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.name() == name)
            }
        }
    )*};
}

names! {
    SerdeForm { Number "number", Symbol "symbol", Object "object" }
    Policy { Required "required", Partial "partial", Draft "draft" }
    Status {
        Assigned "assigned", Unassigned "unassigned", Reserved "reserved", PrivateUse "private-use",
        ExperimentalUse "experimental-use", Deprecated "deprecated", Retired "retired"
    }
    ArgumentKind { Text "text", Integer "integer", Number "number" }
    Selector { Plural "plural", Ordinal "ordinal", Select "select" }
    Category { Zero "zero", One "one", Two "two", Few "few", Many "many", Other "other" }
}

impl Display for Case {
    /// The key of the case.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(number) => write!(f, "{number}"),
            Self::Category(category) => f.write_str(category.name()),
            Self::Word(word) => f.write_str(word),
        }
    }
}

impl Property {
    /// A word of an `enum` column, by its index; no other column has any.
    pub fn word(&self, index: usize) -> &str {
        match &self.kind {
            PropertyKind::Enum(words) => &words[index],
            PropertyKind::Bool | PropertyKind::Integer(_) | PropertyKind::Str => "",
        }
    }
}
