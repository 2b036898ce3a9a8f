//! One thing to say about a table.

use crate::report::{Argument, Fill, Rule, Translate, Word, Wording, shown};
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
    /// How to say it in other words, where it is not a front end that says it.
    pub(crate) wording: Option<Wording>,
}

/// A text that a language lacks.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct MissingText {
    /// `name`, `message` and the like.
    pub key: &'static str,
    /// Whose text it is, as messages say it.
    pub owner: String,
    /// Where the default language has it.
    pub place: Place,
    pub(crate) whose: Argument,
}

impl MissingText {
    pub(crate) fn new(key: &'static str, whose: Argument, place: Place) -> Self {
        Self { key, owner: whose.say(&|_, _| None), place, whose }
    }
}

/// What a partial language lacks.
#[derive(Debug, Clone)]
pub(crate) struct Missing {
    pub(crate) all: Vec<MissingText>,
    /// The first ones, as messages name them.
    pub(crate) named: Vec<Argument>,
}

impl Fill for Missing {
    fn fill(&self) -> Argument {
        let word = if self.all.len() == 1 { Word::OneText } else { Word::Texts };
        word.with([("count", self.all.len().fill()), ("texts", Argument::List(self.named.clone()))])
    }
}

impl Diagnostic {
    /// What a front end finds in a file of its own; what the file says in these words stays within them.
    pub fn new(rule: Rule, place: Place, message: &str, help: Option<&str>) -> Self {
        let (message, help) = (shown(message), help.map(shown));
        let (severity, related, language, wording) = (rule.severity(), None, None, None);
        Self { rule, severity, place, message, related, help, language, missing: Vec::new(), wording }
    }

    /// Says all of it in other words.
    pub fn translate(&mut self, translate: Translate<'_>) {
        let Some(wording) = &self.wording else { return };
        let (message, other, help) = wording.say(translate);
        (self.message, self.help) = (message, help);
        if let (Some((_, said)), Some(other)) = (&mut self.related, other) {
            *said = other;
        }
        for text in &mut self.missing {
            text.owner = text.whose.say(translate);
        }
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
