//! What is said of a mistake: patterns in English, and what fills them in.

use core::fmt::Display;

use crate::report::{Word, quoted};

/// More characters of the table's than this, wherever they stand in a message, say nothing more.
const LONGEST: usize = 500;

/// How somebody else says it: the words for an English pattern with its arguments, if they have any.
///
/// In the pattern, `{name}` stands for an argument, and two braces for one. What is no sentence of this crate, as the
/// reason why the parser of TOML refuses a line, is a pattern without arguments.
pub type Translate<'a> = &'a dyn Fn(&str, &[(&str, String)]) -> Option<String>;

/// The sentences of a mistake in English, and the names of what fills them in.
#[derive(Debug)]
pub(crate) struct Patterns {
    pub(crate) message: &'static str,
    pub(crate) other: Option<&'static str>,
    pub(crate) help: Option<&'static str>,
    pub(crate) names: &'static [&'static str],
}

/// The sentences of one mistake.
#[derive(Debug, Clone)]
pub(crate) struct Wording {
    patterns: &'static Patterns,
    arguments: Vec<(&'static str, Argument)>,
}

/// What stands for a name in a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Argument {
    /// The same in every language.
    Text(String),
    /// A part of the sentence.
    Phrase(Word, Vec<(&'static str, Argument)>),
    /// What others say of the table.
    Foreign(String),
    /// Several, with commas between.
    List(Vec<Argument>),
}

/// What can stand for a name in a pattern.
pub(crate) trait Fill {
    fn fill(&self) -> Argument;
}

impl<T: Display> Fill for T {
    fn fill(&self) -> Argument {
        Argument::Text(quoted::cut(&self.to_string(), LONGEST))
    }
}

impl Fill for Word {
    fn fill(&self) -> Argument {
        self.with([])
    }
}

impl Fill for Argument {
    fn fill(&self) -> Argument {
        self.clone()
    }
}

impl Wording {
    /// The values are in the order of the names.
    pub(crate) fn new(patterns: &'static Patterns, values: &[&dyn Fill]) -> Self {
        let values = values.iter().map(|value| value.fill());
        Self { patterns, arguments: patterns.names.iter().copied().zip(values).collect() }
    }

    /// What is wrong, what stands at the other place, and what to do; in English where there is no translation.
    pub(crate) fn say(&self, translate: Translate<'_>) -> (String, Option<String>, Option<String>) {
        let arguments = said(&self.arguments, translate);
        let say = |pattern: &str| sentence(pattern, &arguments, translate);
        let Patterns { message, other, help, .. } = self.patterns;
        (say(message), other.map(say), help.map(say))
    }
}

impl Patterns {
    /// Each of them.
    #[cfg(any(test, feature = "lint"))]
    pub(crate) fn all(&self) -> impl Iterator<Item = &'static str> {
        [Some(self.message), self.other, self.help].into_iter().flatten()
    }
}

impl Argument {
    pub(crate) fn say(&self, translate: Translate<'_>) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Phrase(word, arguments) => sentence(word.pattern(), &said(arguments, translate), translate),
            Self::Foreign(text) => translate(text, &[]).unwrap_or_else(|| text.clone()),
            Self::List(list) => list.iter().map(|one| one.say(translate)).collect::<Vec<_>>().join(", "),
        }
    }
}

fn said<'a>(arguments: &[(&'a str, Argument)], translate: Translate<'_>) -> Vec<(&'a str, String)> {
    arguments.iter().map(|(name, value)| (*name, value.say(translate))).collect()
}

fn sentence(pattern: &str, arguments: &[(&str, String)], translate: Translate<'_>) -> String {
    translate(pattern, arguments).unwrap_or_else(|| filled(pattern, arguments))
}

/// The English sentence.
fn filled(pattern: &str, arguments: &[(&str, String)]) -> String {
    let mut sentence = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, brace) = rest.split_at(at);
        sentence += before;
        let named = brace[1..].split_once('}').filter(|_| !brace.starts_with("{{"));
        let argument = named.and_then(|(name, after)| {
            Some((arguments.iter().find(|(known, _)| *known == name)?.1.as_str(), after))
        });
        // Where there is no argument, two braces are one.
        let (shown, after) =
            argument.unwrap_or((&brace[..1], brace[1..].strip_prefix(&brace[..1]).unwrap_or(&brace[1..])));
        sentence += shown;
        rest = after;
    }
    sentence + rest
}

#[cfg(test)]
mod tests {
    use super::filled;
    use crate::report::Mistake;

    #[test]
    fn patterns_name_what_their_mistake_has() {
        for patterns in Mistake::PATTERNS {
            let arguments: Vec<_> = patterns.names.iter().map(|name| (*name, String::new())).collect();
            for pattern in patterns.all() {
                let left = filled(&pattern.replace("{{", "").replace("}}", ""), &arguments);
                assert!(!left.contains(['{', '}']), "{pattern}");
            }
        }
    }

    #[test]
    fn what_is_no_argument_stays() {
        let arguments = [("value", "{x}".to_owned())];
        assert_eq!(
            filled("{value} is {{value:04}} {{{value}}} {other}", &arguments),
            "{x} is {value:04} {{x}} {other}"
        );
    }
}
