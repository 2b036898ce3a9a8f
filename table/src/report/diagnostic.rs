//! One thing to say about a table.

use crate::report::Rule;
use crate::source::Place;

/// A mistake or a warning, with its place and what to do about it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The rule that is broken.
    pub rule: Rule,
    /// Whether the table can be used all the same.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What it is: a lowercase phrase.
    pub message: String,
    /// The other place, where the mistake is between two, and what stands there.
    pub related: Option<(Place, String)>,
    /// What to do.
    pub help: Option<String>,
    /// The language that it is about alone: it matters to nobody who has not that language.
    pub language: Option<String>,
    /// Every text that a partial language lacks; the message names the first ones.
    pub missing: Vec<MissingText>,
}

/// A text that a language lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MissingText {
    /// `name`, `message` and the like.
    pub key: &'static str,
    /// Whose text it is, as messages say it.
    pub owner: String,
    /// Where the default language has it.
    pub place: Place,
}

impl Diagnostic {
    /// What a front end finds in a file of its own.
    pub fn new(rule: Rule, place: Place, message: String, help: Option<String>) -> Self {
        let severity = rule.severity();
        Self { rule, severity, place, message, related: None, help, language: None, missing: Vec::new() }
    }
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The table breaks a rule.
    Error,
    /// The table can be used.
    Warning,
}

impl Severity {
    /// The word for it: `error`, `warning`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}
