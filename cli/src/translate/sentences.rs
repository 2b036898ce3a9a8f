//! The sentences of a text that a language needs: those it has, and those its plurals want.

use code_registry_table::{Case, plural};

use super::wording::{Choice, Condition, OTHER, Wording, rank};

/// A sentence to translate.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    /// What leads to it.
    pub(super) conditions: Vec<Condition>,
    /// What this language says there.
    pub(super) own: Option<&'a str>,
}

/// The sentences of a text: in the shape that the language has given it, else in that of the default language.
pub(super) fn of<'a>(source: &'a Wording, own: Option<&'a Wording>, tag: &str) -> Vec<Sentence<'a>> {
    let mut pairing = Pairing { tag, conditions: Vec::new(), out: Vec::new() };
    pairing.pair(source, own);
    pairing.out
}

struct Pairing<'a, 't> {
    tag: &'t str,
    conditions: Vec<Condition>,
    out: Vec<Sentence<'a>>,
}

impl<'a> Pairing<'a, '_> {
    fn pair(&mut self, source: &'a Wording, own: Option<&'a Wording>) {
        match (source, own) {
            (Wording::Choice(source), None) => self.pair_cases(source, Some(source), None),
            (Wording::Choice(source), Some(Wording::Choice(own)))
                if (source.selector, &source.argument) == (own.selector, &own.argument) =>
            {
                self.pair_cases(own, Some(source), Some(own));
            }
            (_, Some(Wording::Choice(own))) => self.pair_cases(own, None, Some(own)),
            (Wording::Sentence(_), own) | (Wording::Choice(_), own @ Some(Wording::Sentence(_))) => {
                let own = own.map(|own| own.sentence(&[]));
                self.out.push(Sentence { conditions: self.conditions.clone(), own });
            }
        }
    }

    /// The sentences of a choice of this shape.
    fn pair_cases(&mut self, shape: &Choice, source: Option<&'a Choice>, own: Option<&'a Choice>) {
        for case in self.cases(shape, own.is_some()) {
            let nearest = |choice: &'a Choice| choice.case(&case).or_else(|| choice.case(&OTHER));
            let shape_here = source.and_then(nearest).or_else(|| own.and_then(nearest));
            let inner = own.and_then(|own| own.case(&case));
            let condition =
                Condition { selector: shape.selector, argument: shape.argument.clone(), case: case.clone() };
            self.conditions.push(condition);
            if let Some(shape_here) = shape_here {
                self.pair(shape_here, inner);
            }
            self.conditions.pop();
        }
    }

    /// The cases of a choice: what is tried beside plurals as the shape has it, and the categories of the language.
    fn cases(&self, shape: &Choice, is_own: bool) -> Vec<Case> {
        let keeps = |case: &&Case| is_own || !matches!(case, Case::Category(_)) || **case == OTHER;
        let mut cases: Vec<Case> = shape.cases.iter().map(|(case, _)| case).filter(keeps).cloned().collect();
        let reached = plural::integer_categories(self.tag, shape.selector).unwrap_or_default();
        for case in reached.iter().map(|category| Case::Category(*category)) {
            if !cases.contains(&case) {
                cases.push(case);
            }
        }
        cases.sort_by_key(rank);
        cases
    }
}
