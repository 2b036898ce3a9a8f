//! Diagnostics, and the list that collects them while a table is read.

use std::collections::BTreeMap;

use crate::report::wording::Wording;
use crate::report::{Argument, Fill, Mistake, Rule, Translate, Word, shown};
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
        Self { key, owner: whose.say(None), place, whose }
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
        let (message, other, help) = wording.say(Some(translate));
        (self.message, self.help) = (message, help);
        if let (Some((_, said)), Some(other)) = (&mut self.related, other) {
            *said = other;
        }
        for text in &mut self.missing {
            text.owner = text.whose.say(Some(translate));
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

/// More breaches of one rule than this are not kept: a table may have one on each of its lines.
const MOST: usize = 20_000;

/// Collects what there is to say.
#[derive(Debug, Default)]
pub(crate) struct Sink {
    diagnostics: Vec<Diagnostic>,
    /// How often each rule has been broken.
    counts: BTreeMap<Rule, usize>,
    /// What a syntax error left unreadable, in the order of the files: what seems wrong there is not the user's.
    damaged: Vec<Place>,
    /// How bad the table says a rule is to break, where it says so; none: not at all.
    levels: BTreeMap<Rule, Option<Severity>>,
}

impl Sink {
    /// A mistake at a place.
    pub(crate) fn report(&mut self, place: Place, mistake: &Mistake) {
        self.push(place, None, mistake);
    }

    /// A mistake between two places.
    pub(crate) fn report_between(&mut self, place: Place, other: &Place, mistake: &Mistake) {
        self.push(place, Some(other), mistake);
    }

    /// Nothing more is said of these bytes, which end behind all that are damaged before: of a line, what is damaged in it goes
    /// with it.
    pub(crate) fn damage(&mut self, place: Place) {
        if self.is_damaged(&place) {
            return;
        }
        let start = (place.source, place.span.start);
        while self.damaged.pop_if(|inner| (inner.source, inner.span.start) > start).is_some() {}
        self.damaged.push(place);
    }

    /// How bad breaking this rule is in this table, also where it has been reported; none: not at all.
    pub(crate) fn set_level(&mut self, rule: Rule, level: Option<Severity>) {
        self.levels.insert(rule, level);
    }

    /// Everything, by place, nothing twice, and nothing that the table allows.
    pub(crate) fn into_sorted(self) -> Vec<Diagnostic> {
        let Self { mut diagnostics, levels, .. } = self;
        diagnostics.retain_mut(|diagnostic| match levels.get(&diagnostic.rule) {
            Some(None) => false,
            Some(&Some(severity)) => {
                diagnostic.severity = severity;
                true
            }
            None => true,
        });
        let order = |diagnostic: &Diagnostic| {
            let Place { source, span } = &diagnostic.place;
            (*source, span.start, span.end, diagnostic.rule)
        };
        diagnostics.sort_by_key(order);
        diagnostics.dedup_by(|a, b| (&a.place, a.rule, &a.message) == (&b.place, b.rule, &b.message));
        diagnostics
    }

    fn push(&mut self, place: Place, other: Option<&Place>, mistake: &Mistake) {
        if self.is_damaged(&place) {
            return;
        }
        let rule = mistake.rule();
        let count = self.counts.entry(rule).or_default();
        *count += 1;
        if *count <= MOST {
            self.diagnostics.push(diagnostic(rule, place, other, mistake));
        } else if *count == MOST + 1 {
            self.diagnostics.push(diagnostic(rule, place, None, &Mistake::TooMany { most: MOST }));
        }
    }

    fn is_damaged(&self, place: &Place) -> bool {
        let start = (place.source, place.span.start);
        let after = self.damaged.partition_point(|damage| (damage.source, damage.span.start) <= start);
        let damage = self.damaged[..after].last();
        damage.is_some_and(|damage| damage.source == place.source && damage.span.contains(&start.1))
    }
}

fn diagnostic(rule: Rule, place: Place, other: Option<&Place>, mistake: &Mistake) -> Diagnostic {
    let wording = mistake.wording();
    let (message, other_words, help) = wording.say(None);
    let related = other.cloned().zip(other_words);
    let language = mistake.language().map(str::to_owned);
    let (severity, missing) = (rule.severity(), mistake.missing().to_vec());
    Diagnostic { rule, severity, place, message, related, help, language, missing, wording: Some(wording) }
}
