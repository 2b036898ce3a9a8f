//! A text as tables write it: a sentence, or whole sentences with the case that each is for.

use code_registry_table::{Case, Category, Message, Selector};

use crate::document::Node;
use crate::pattern::Pattern;

/// The case that every choice has.
pub(super) const OTHER: Case = Case::Category(Category::Other);

/// What a text says in one language.
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
    /// In the order of [`rank`]; `other` is one of them.
    pub(super) cases: Vec<(Case, Wording)>,
}

/// One case of one choice that leads to a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Condition {
    pub(super) selector: Selector,
    pub(super) argument: String,
    pub(super) case: Case,
}

/// The order of cases: exact numbers, categories as CLDR has them, words, `other`.
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
        let cases = choice.cases.iter().map(|(case, message)| (case, message));
        Self::Choice(Choice {
            selector: choice.selector,
            argument: pattern.name(choice.argument).to_owned(),
            cases: cases.chain([(&OTHER, &*choice.other)]).map(case).collect(),
        })
    }

    /// The sentence where all of these hold; where a choice says nothing of them, its `other`.
    pub(super) fn sentence(&self, conditions: &[Condition]) -> &str {
        match self {
            Self::Sentence(sentence) => sentence,
            Self::Choice(choice) => {
                let held = conditions.iter().filter(|condition| choice.is_made_by(condition));
                let mut cases = held.map(|condition| &condition.case).chain([&OTHER]);
                cases.find_map(|case| choice.case(case)).map_or("", |wording| wording.sentence(conditions))
            }
        }
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
    pub(super) fn fingerprint(&self) -> u32 {
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

/// FNV-1a: short, the same everywhere, and not against anybody's will.
pub(super) fn fingerprint(bytes: &[u8]) -> u32 {
    let step = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    bytes.iter().fold(0x811c_9dc5, step)
}
