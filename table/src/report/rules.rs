//! [`Rule`] and [`Violation`], built from the lists in `table_rules.rs` and `text_rules.rs`.

use crate::report::wording::{Patterns, Wording};
use crate::report::{Argument, Guess, Missing, MissingText, Quoted, Severity, Word};

macro_rules! define {
    ($(
        #[doc = $doc:literal]
        $rule:ident $severity:ident $id:literal {
            $($name:ident $({ $($field:ident: $type:ty),* })?: $message:literal
                $(, other $other:literal)? $(, help $help:literal)?;)*
        }
    )*) => {
        /// A rule of the format that a table can break.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule { $(#[doc = $doc] $rule,)* }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Self] = &[$(Self::$rule,)*];

            /// The stable name: `duplicate-value`.
            pub fn id(self) -> &'static str {
                match self { $(Self::$rule => $id,)* }
            }

            /// The rule in a sentence.
            pub fn sentence(self) -> &'static str {
                match self { $(Self::$rule => $doc.trim_ascii_start(),)* }
            }

            /// How bad it is to break the rule, unless the table sets another level.
            pub fn severity(self) -> Severity {
                match self { $(Self::$rule => Severity::$severity,)* }
            }

            /// Every rule that `[lint]` of a table may allow or deny: the warnings.
            pub fn lints() -> impl Iterator<Item = Self> + Clone {
                Self::ALL.iter().copied().filter(|rule| rule.severity() == Severity::Warning)
            }
        }

        /// A broken rule, with the data that its wording needs.
        #[derive(Debug, Clone)]
        #[cfg_attr(not(feature = "lint"), allow(dead_code, reason = "some are found only by the linter"))]
        pub(crate) enum Violation { $($($name $({ $($field: $type),* })?,)*)* }

        impl Violation {
            /// The patterns of each.
            #[cfg(any(test, feature = "lint"))]
            pub(crate) const PATTERNS: &'static [Patterns] =
                &[$($(define!(@patterns $name, $message, [$($other)?], [$($help)?], [$($($field)*)?]),)*)*];

            /// The rule that is broken.
            pub(crate) fn rule(&self) -> Rule {
                match self { $($(Self::$name { .. } => Rule::$rule,)*)* }
            }

            /// Its sentences, filled in.
            pub(crate) fn wording(&self) -> Wording {
                match self {
                    $($(Self::$name $({ $($field),* })? => Wording::new(
                        &define!(@patterns $name, $message, [$($other)?], [$($help)?], [$($($field)*)?]),
                        &[$($($field),*)?],
                    ),)*)*
                }
            }
        }
    };
    (@patterns $violation:ident, $message:literal, [$($other:literal)?], [$($help:literal)?], [$($name:ident)*]) => {
        Patterns {
            violation: stringify!($violation),
            message: $message,
            other: define!(@optional $($other)?),
            help: define!(@optional $($help)?),
            names: &[$(stringify!($name),)*],
        }
    };
    (@optional) => { None };
    (@optional $words:literal) => { Some($words) };
}

// Each list hands what it is given, and then itself, to the next macro.
table_rules! { text_rules define }

impl Violation {
    /// The only language that is affected, if any: programs without it can ignore the violation.
    pub(crate) fn language(&self) -> Option<&str> {
        match self {
            Self::PartialLanguage { tag, .. }
            | Self::VeryPartialLanguage { tag, .. }
            | Self::PluralCategoryMissing { tag, .. } => Some(tag),
            _ => None,
        }
    }

    /// Every missing text; the message may name only the first ones.
    pub(crate) fn missing(&self) -> &[MissingText] {
        match self {
            Self::PartialLanguage { missing, .. } | Self::VeryPartialLanguage { missing, .. } => {
                &missing.listed
            }
            _ => &[],
        }
    }
}

/// Every sentence of a diagnostic, every phrase within one, and every rule: what a translation of them consists of.
#[cfg(feature = "lint")]
pub fn sentences() -> impl Iterator<Item = super::Sentence> {
    let violations = Violation::PATTERNS.iter().flat_map(Patterns::sentences);
    let rules = Rule::ALL.iter().map(|rule| super::Sentence::of_rule(*rule));
    violations.chain(Word::ALL.iter().map(|word| word.sentence())).chain(rules)
}
