//! A text as tables write it: a sentence, or whole sentences, each with its case.

use code_registry_table::{Case, Category, Message, Place, Selector};

use super::plural_forms::PluralRules;
use crate::display_text::Pattern;
use crate::document::Node;

/// The case for every other value.
pub(super) const OTHER: Case = Case::OTHER;

/// A text in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wording {
    Sentence(String),
    Choice(Choice),
}

/// Sentences, one of which an argument chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) selector: Selector,
    pub(super) argument: String,
    /// In the order of [`rank`]. `other` is one of them, unless every word of an enum has a case.
    pub(super) cases: Vec<(Case, Wording)>,
}

/// One case of one choice that leads to a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Condition {
    pub(super) selector: Selector,
    pub(super) argument: String,
    pub(super) case: Case,
}

/// The order of cases: exact numbers, categories in CLDR's order, words, `other`.
pub(super) fn rank(case: &Case) -> (u8, u64) {
    match case {
        Case::Exact(number) => (0, *number),
        Case::Category(Category::Other) => (3, 0),
        Case::Category(category) => (1, *category as u64),
        Case::Word(_) => (2, 0),
    }
}

impl Wording {
    /// A message.
    pub(super) fn of(pattern: Pattern<'_>) -> Self {
        let choice = match pattern.message {
            Message::Pattern(pieces) => return Self::Sentence(pattern.sentence(pieces)),
            Message::Choice(choice) => choice,
        };
        let case = |(case, message): (&Case, _)| (case.clone(), Self::of(Pattern { message, ..pattern }));
        Self::Choice(Choice {
            selector: choice.selector,
            argument: pattern.name(choice.argument).to_owned(),
            cases: choice.all_cases().map(case).collect(),
        })
    }

    /// The sentence for these conditions. A number that is not a case of a choice has its category in the text's own
    /// language; without a case, `other` is chosen.
    pub(super) fn sentence(&self, conditions: &[Condition], rules: &PluralRules) -> &str {
        let choice = match self {
            Self::Sentence(sentence) => return sentence,
            Self::Choice(choice) => choice,
        };
        for condition in conditions.iter().filter(|condition| choice.is_made_by(condition)) {
            let category = match condition.case {
                Case::Exact(number) => rules.category(choice.selector, number),
                _ => Category::Other,
            };
            let found = choice.case(&condition.case).or_else(|| choice.case(&Case::Category(category)));
            if let Some(wording) = found {
                return wording.sentence(conditions, rules);
            }
        }
        let last = choice.cases.last().map(|(_, wording)| wording);
        choice.case(&OTHER).or(last).map_or("", |wording| wording.sentence(conditions, rules))
    }

    /// Whether choices of this text have exactly these cases.
    pub(super) fn has_case(&self, conditions: &[Condition]) -> bool {
        let Some((first, rest)) = conditions.split_first() else { return true };
        match self {
            Self::Choice(choice) if choice.is_made_by(first) => {
                choice.case(&first.case).is_some_and(|wording| wording.has_case(rest))
            }
            _ => false,
        }
    }

    /// Every sentence, with what leads to it.
    pub(super) fn sentences(&self) -> Vec<(Vec<Condition>, &str)> {
        let choice = match self {
            Self::Sentence(sentence) => return vec![(Vec::new(), sentence)],
            Self::Choice(choice) => choice,
        };
        let below = choice.cases.iter().flat_map(|(case, wording)| {
            let (selector, argument) = (choice.selector, choice.argument.clone());
            let condition = Condition { selector, argument, case: case.clone() };
            let sentences = wording.sentences().into_iter();
            sentences.map(move |(rest, sentence)| {
                ([core::slice::from_ref(&condition), &rest[..]].concat(), sentence)
            })
        });
        below.collect()
    }

    /// The value of a key in the table.
    pub(super) fn to_node(&self) -> Node {
        match self {
            Self::Sentence(sentence) => Node::text(sentence),
            Self::Choice(choice) => {
                let selector = (choice.selector.name().to_owned(), Node::text(&choice.argument));
                let cases = choice.cases.iter().map(|(case, wording)| (case.to_string(), wording.to_node()));
                Node::Table([selector].into_iter().chain(cases).collect())
            }
        }
    }

    /// A number that another wording hardly has.
    pub(super) fn fingerprint(&self) -> u64 {
        let mut bytes = Vec::new();
        self.write(&mut bytes);
        fingerprint(&bytes)
    }

    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Sentence(sentence) => out.extend(sentence.as_bytes()),
            Self::Choice(choice) => {
                out.extend([choice.selector.name(), "\0", &choice.argument].concat().as_bytes());
                for (case, wording) in &choice.cases {
                    out.extend(format!("\0{case}\0").as_bytes());
                    wording.write(out);
                }
                out.extend(b"\0\0");
            }
        }
    }
}

impl Choice {
    /// Whether a condition is one of this choice.
    pub(super) fn is_made_by(&self, condition: &Condition) -> bool {
        (self.selector, &self.argument) == (condition.selector, &condition.argument)
    }

    pub(super) fn case(&self, case: &Case) -> Option<&Wording> {
        self.cases.iter().find(|(known, _)| known == case).map(|(_, wording)| wording)
    }
}

/// FNV-1a: short, the same everywhere; no protection against intent.
pub(super) fn fingerprint(bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}

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
    cases.sort_by_cached_key(|(case, _)| rank(case));
    let cases = cases.into_iter().map(|(case, leaves)| Ok((case, below(leaves)?)));
    choice.cases = cases.collect::<Result<_, _>>()?;
    Ok(Wording::Choice(choice))
}
