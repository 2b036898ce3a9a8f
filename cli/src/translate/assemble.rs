//! Sentences become the text that they were parts of.

use code_registry_table::Place;

use super::wording::{Choice, Condition, Wording, rank};

/// A sentence, what leads to it, and where the file has it.
#[derive(Debug, Clone)]
pub(super) struct Leaf {
    pub(super) conditions: Vec<Condition>,
    pub(super) sentence: String,
    pub(super) place: Place,
}

/// The text of these sentences; else one that contradicts the first.
pub(super) fn assemble(leaves: &[Leaf]) -> Result<Wording, &Leaf> {
    below(leaves.iter().map(|leaf| (&leaf.conditions[..], leaf)).collect())
}

type Below<'a> = Vec<(&'a [Condition], &'a Leaf)>;

fn below(leaves: Below<'_>) -> Result<Wording, &Leaf> {
    let Some((first, _)) = leaves.first().and_then(|(conditions, _)| conditions.split_first()) else {
        return match &*leaves {
            [] => Ok(Wording::Sentence(String::new())),
            [(_, leaf)] => Ok(Wording::Sentence(leaf.sentence.clone())),
            [_, (_, second), ..] => Err(second),
        };
    };
    let mut choice = Choice { selector: first.selector, argument: first.argument.clone(), cases: Vec::new() };
    let mut cases: Vec<(_, Below<'_>)> = Vec::new();
    for (conditions, leaf) in leaves {
        let (condition, rest) =
            conditions.split_first().filter(|(next, _)| choice.is_made_by(next)).ok_or(leaf)?;
        match cases.iter_mut().find(|(case, _)| *case == condition.case) {
            Some((_, leaves)) => leaves.push((rest, leaf)),
            None => cases.push((condition.case.clone(), vec![(rest, leaf)])),
        }
    }
    cases.sort_by_key(|(case, _)| rank(case));
    let cases = cases.into_iter().map(|(case, leaves)| Ok((case, below(leaves)?)));
    choice.cases = cases.collect::<Result<_, _>>()?;
    Ok(Wording::Choice(choice))
}
