//! Where everything that is found goes.

use std::collections::BTreeMap;

use crate::report::{Diagnostic, Mistake, Rule, Severity};
use crate::source::Place;

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
    let (message, other_words, help) = wording.say(&|_, _| None);
    let related = other.cloned().zip(other_words);
    let language = mistake.language().map(str::to_owned);
    let (severity, missing) = (rule.severity(), mistake.missing().to_vec());
    Diagnostic { rule, severity, place, message, related, help, language, missing, wording: Some(wording) }
}
