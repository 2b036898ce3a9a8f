//! Diagnostics, and the list that collects them while a table is read.

use std::collections::HashMap;

use crate::report::wording::Wording;
use crate::report::{Argument, Fill, Rule, Translate, Violation, Word, shown};
use crate::source::Place;

/// An error or a warning, with its place and what to do about it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The broken rule.
    pub rule: Rule,
    /// Whether the table can still be used.
    pub severity: Severity,
    /// Where the problem is.
    pub place: Place,
    /// What the problem is: a lowercase phrase.
    pub message: String,
    /// The other place of a problem between two places, and a note about it.
    pub related: Option<(Place, String)>,
    /// What to do.
    pub help: Option<String>,
    /// The only language that is affected, if any: programs without it can ignore the problem.
    pub language: Option<String>,
    /// Every missing text of a partial language; the message names the first ones.
    pub missing: Vec<MissingText>,
    /// What a translation needs; none if a front end made the diagnostic.
    pub(crate) wording: Option<Wording>,
}

/// A text that is missing in a language.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct MissingText {
    /// `name`, `message` and the like.
    pub key: String,
    /// The row or the registry that the text belongs to, as messages name it.
    pub owner: String,
    /// The place of the text in the default language.
    pub place: Place,
    pub(crate) whose: Argument,
}

impl MissingText {
    pub(crate) fn new(key: String, whose: Argument, place: Place) -> Self {
        Self { key, owner: whose.render(None), place, whose }
    }
}

/// The missing texts of a partial language.
#[derive(Debug, Clone)]
pub(crate) struct Missing {
    /// All of them, unless they are very many.
    pub(crate) listed: Vec<MissingText>,
    pub(crate) count: usize,
    /// The first ones, as messages name them.
    pub(crate) named: Vec<Argument>,
}

impl Fill for Missing {
    fn fill(&self) -> Argument {
        let word = if self.count == 1 { Word::OneText } else { Word::Texts };
        word.with([("count", self.count.fill()), ("texts", Argument::List(self.named.clone()))])
    }
}

impl Diagnostic {
    /// A diagnostic of a front end about a file of its own; control characters in the texts are escaped.
    pub fn new(rule: Rule, place: Place, message: &str, help: Option<&str>) -> Self {
        let (message, help) = (shown(message), help.map(shown));
        let (severity, related, language, wording) = (rule.severity(), None, None, None);
        Self { rule, severity, place, message, related, help, language, missing: Vec::new(), wording }
    }

    /// The word that was probably meant instead of the one at the place.
    pub fn suggestion(&self) -> Option<&str> {
        self.wording.as_ref()?.suggestion()
    }

    /// Rewords the diagnostic in another language.
    pub fn translate(&mut self, translate: Translate<'_>) {
        let Some(wording) = &self.wording else { return };
        let (message, other, help) = wording.render(Some(translate));
        (self.message, self.help) = (message, help);
        if let (Some((_, said)), Some(other)) = (&mut self.related, other) {
            *said = other;
        }
        for text in &mut self.missing {
            text.owner = text.whose.render(Some(translate));
        }
    }
}

/// How severe a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The table breaks a rule.
    Error,
    /// The table can still be used.
    Warning,
}

impl Severity {
    /// The name: `error`, `warning`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Problems of one rule that are kept: a table may have one on each of its lines.
const MOST: usize = 20_000;

/// Collects diagnostics.
#[derive(Debug, Default)]
pub(crate) struct Sink {
    diagnostics: Vec<Diagnostic>,
    /// The number of problems of each rule.
    counts: HashMap<Rule, usize>,
    /// Places that a syntax error made unreadable, sorted: problems there are consequences, and are not reported.
    damaged: Vec<Place>,
    /// The levels that the table sets; `None` allows the rule.
    levels: HashMap<Rule, Option<Severity>>,
    /// How many problems were reported, those that are not kept included.
    reported: usize,
}

impl Sink {
    /// Reports a problem at a place.
    pub(crate) fn report(&mut self, place: Place, violation: &Violation) {
        self.push(place, None, violation);
    }

    /// Reports a problem between two places.
    pub(crate) fn report_between(&mut self, place: Place, other: &Place, violation: &Violation) {
        self.push(place, Some(other), violation);
    }

    /// Suppresses further problems in these bytes, which must end after all damaged bytes so far; damaged places inside them
    /// are merged.
    pub(crate) fn damage(&mut self, place: Place) {
        if self.is_damaged(&place) {
            return;
        }
        let start = (place.source, place.span.start);
        while self.damaged.pop_if(|inner| (inner.source, inner.span.start) > start).is_some() {}
        self.damaged.push(place);
    }

    /// How many problems were reported, also those that are not kept.
    pub(crate) fn reported(&self) -> usize {
        self.reported
    }

    /// The diagnostics as they were reported, and the damaged places.
    #[cfg(feature = "tool")]
    pub(crate) fn into_parts(self) -> (Vec<Diagnostic>, Vec<Place>) {
        (self.diagnostics, self.damaged)
    }

    /// Adds a diagnostic that was reported before.
    #[cfg(feature = "tool")]
    pub(crate) fn add(&mut self, found: Diagnostic) {
        *self.counts.entry(found.rule).or_default() += 1;
        self.diagnostics.push(found);
    }

    /// Sets the level of a rule, which also applies to problems that were reported before; `None` allows the rule.
    pub(crate) fn set_level(&mut self, rule: Rule, level: Option<Severity>) {
        self.levels.insert(rule, level);
    }

    /// All diagnostics, sorted by place, without duplicates and without those that the table allows.
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
        diagnostics.sort_by_cached_key(order);
        diagnostics.dedup_by(|a, b| (&a.place, a.rule, &a.message) == (&b.place, b.rule, &b.message));
        diagnostics
    }

    fn push(&mut self, place: Place, other: Option<&Place>, violation: &Violation) {
        self.reported += 1;
        if self.is_damaged(&place) {
            return;
        }
        let rule = violation.rule();
        let count = self.counts.entry(rule).or_default();
        *count += 1;
        if *count <= MOST {
            self.diagnostics.push(diagnostic(rule, place, other, violation));
        } else if *count == MOST + 1 {
            self.diagnostics.push(diagnostic(rule, place, None, &Violation::TooMany { most: MOST }));
        }
    }

    fn is_damaged(&self, place: &Place) -> bool {
        let start = (place.source, place.span.start);
        let after = self.damaged.partition_point(|damage| (damage.source, damage.span.start) <= start);
        let damage = self.damaged[..after].last();
        damage.is_some_and(|damage| damage.source == place.source && damage.span.contains(&start.1))
    }
}

fn diagnostic(rule: Rule, place: Place, other: Option<&Place>, violation: &Violation) -> Diagnostic {
    let wording = violation.wording();
    let (message, other_words, help) = wording.render(None);
    let related = other.cloned().zip(other_words);
    let language = violation.language().map(str::to_owned);
    let (severity, missing) = (rule.severity(), violation.missing().to_vec());
    Diagnostic { rule, severity, place, message, related, help, language, missing, wording: Some(wording) }
}
