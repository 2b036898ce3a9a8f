//! The wording of diagnostics: patterns in English, and what fills them in.

use core::fmt::Display;

use crate::report::Rule;

/// Characters of a table's own text that an argument shows before it is cut.
const LONGEST_ARGUMENT: usize = 500;

/// Characters of a quoted text that are shown before it is cut.
const LONGEST_QUOTE: usize = 60;

/// Words a sentence in another language, given the [`Sentence::id`] and the arguments of its pattern.
///
/// English is used for a sentence that has no translation.
pub type Translate<'a> = &'a dyn Fn(&str, &[(&str, String)]) -> Option<String>;

/// A sentence of a diagnostic, a phrase within one, or a rule: what a translator translates.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sentence {
    /// The stable name by which [`Translate`] finds the translation: `DUPLICATE_VALUE`, `DUPLICATE_VALUE_HELP`,
    /// `PHRASE_INTEGER`, `RULE_DUPLICATE_VALUE`.
    pub id: String,
    /// The English pattern: `{name}` is replaced by an argument, and `{{` and `}}` are single braces.
    pub english: &'static str,
}

impl Sentence {
    #[cfg(feature = "tool")]
    pub(crate) fn of_rule(rule: Rule) -> Self {
        Self { id: rule.sentence_id(), english: rule.sentence() }
    }
}

impl Rule {
    /// The id of [`sentence`](Self::sentence) for [`Translate`].
    pub fn sentence_id(self) -> String {
        format!("RULE_{}", self.id().replace('-', "_").to_uppercase())
    }
}

/// The sentences of a violation in English, and the names of their arguments.
#[derive(Debug)]
pub(crate) struct Patterns {
    pub(crate) violation: &'static str,
    pub(crate) message: &'static str,
    pub(crate) other: Option<&'static str>,
    pub(crate) help: Option<&'static str>,
    pub(crate) names: &'static [&'static str],
}

/// The sentences of a violation with their arguments.
#[derive(Debug, Clone)]
pub(crate) struct Wording {
    patterns: &'static Patterns,
    arguments: Vec<(&'static str, Argument)>,
}

/// The text that replaces a name in a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Argument {
    /// The same in every language.
    Text(String),
    /// A phrase that is translated, with arguments of its own.
    Phrase(Word, Vec<(&'static str, Argument)>),
    /// Several, separated by commas.
    List(Vec<Argument>),
}

/// A type that can replace a name in a pattern.
pub(crate) trait Fill {
    fn fill(&self) -> Argument;
}

impl<T: Display> Fill for T {
    fn fill(&self) -> Argument {
        Argument::Text(cut(&self.to_string(), LONGEST_ARGUMENT))
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

    /// The word of a [`Guess`](crate::report::Guess).
    pub(crate) fn suggestion(&self) -> Option<&str> {
        self.arguments.iter().find_map(|(_, argument)| match argument {
            Argument::Phrase(Word::DidYouMean, near) => match near.as_slice() {
                [(_, Argument::Text(word))] => Some(word.as_str()),
                _ => None,
            },
            _ => None,
        })
    }

    /// The message, the note at the other place, and the help.
    pub(crate) fn render(
        &self,
        translate: Option<Translate<'_>>,
    ) -> (String, Option<String>, Option<String>) {
        let arguments = rendered(&self.arguments, translate);
        let Patterns { violation, message, other, help, .. } = self.patterns;
        let render =
            |pattern: &str, part: &str| sentence(pattern, || id(violation) + part, &arguments, translate);
        (
            render(message, ""),
            other.map(|other| render(other, "_OTHER")),
            help.map(|help| render(help, "_HELP")),
        )
    }
}

impl Patterns {
    #[cfg(any(test, feature = "tool"))]
    pub(crate) fn sentences(&self) -> impl Iterator<Item = Sentence> {
        let parts = [("", Some(self.message)), ("_OTHER", self.other), ("_HELP", self.help)];
        parts
            .into_iter()
            .filter_map(|(part, pattern)| Some(Sentence { id: id(self.violation) + part, english: pattern? }))
    }
}

impl Argument {
    pub(crate) fn render(&self, translate: Option<Translate<'_>>) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Phrase(word, arguments) => {
                let arguments = rendered(arguments, translate);
                sentence(word.pattern(), || word.id(), &arguments, translate)
            }
            Self::List(list) => list.iter().map(|one| one.render(translate)).collect::<Vec<_>>().join(", "),
        }
    }
}

fn rendered<'a>(
    arguments: &[(&'a str, Argument)],
    translate: Option<Translate<'_>>,
) -> Vec<(&'a str, String)> {
    arguments.iter().map(|(name, value)| (*name, value.render(translate))).collect()
}

fn sentence(
    pattern: &str,
    id: impl FnOnce() -> String,
    arguments: &[(&str, String)],
    translate: Option<Translate<'_>>,
) -> String {
    let translated = translate.and_then(|translate| translate(&id(), arguments));
    translated.unwrap_or_else(|| filled(pattern, arguments))
}

/// The id of a variant: `DUPLICATE_VALUE` of `DuplicateValue`.
fn id(variant: &str) -> String {
    let mut id = String::new();
    for letter in variant.chars() {
        if letter.is_uppercase() && !id.is_empty() {
            id.push('_');
        }
        id.push(letter.to_ascii_uppercase());
    }
    id
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
        // Not an argument: two braces are shown as one.
        let (shown, after) =
            argument.unwrap_or((&brace[..1], brace[1..].strip_prefix(&brace[..1]).unwrap_or(&brace[1..])));
        sentence += shown;
        rest = after;
    }
    sentence + rest
}

macro_rules! words {
    ($($name:ident $words:literal)*) => {
        /// A phrase within a sentence.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[cfg_attr(not(feature = "tool"), allow(dead_code, reason = "some are used only by the linter"))]
        pub(crate) enum Word { $($name,)* }

        impl Word {
            /// Every phrase.
            #[cfg(feature = "tool")]
            pub(crate) const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The English pattern.
            pub(crate) fn pattern(self) -> &'static str {
                match self { $(Self::$name => $words,)* }
            }

            fn id(self) -> String {
                let name = match self { $(Self::$name => stringify!($name),)* };
                "PHRASE_".to_owned() + &id(name)
            }
        }
    };
}

impl Word {
    /// The phrase with its arguments.
    pub(crate) fn with(self, arguments: impl Into<Vec<(&'static str, Argument)>>) -> Argument {
        Argument::Phrase(self, arguments.into())
    }

    #[cfg(feature = "tool")]
    pub(crate) fn sentence(self) -> Sentence {
        Sentence { id: self.id(), english: self.pattern() }
    }
}

words! {
    // Tables of the file.
    TableOfCodes "a table of codes"
    RegistryTable "`[registry]`"
    ALanguage "a language"
    LintTable "`[lint]`"
    AProperty "a property"
    AnEnum "an enum"
    APart "a part"
    ARow "a row"
    TheRow "the row"
    TheRegistry "the registry"
    LanguageFile "a language file"
    RegistryInFile "`[registry]` of a language file"
    PropertyInFile "a property in a language file"
    EnumInFile "an enum in a language file"
    RowInFile "a row of a language file"

    // Types.
    Text "a string"
    List "an array"
    ListOrTable "an array or a table"
    TextOrList "a string or an array of strings"
    Integer "an integer"
    Float "a float"
    Boolean "a boolean"
    Date "a date"
    Value "the value of a code"
    Table "a table"
    TextOrTable "a string or a table"
    Localized "a text for each language"
    LocalizedMessage "a message for each language"
    Notes "an array of notes"
    LocalizedWords "a text for each word, in each language"
    Words "a text for each word"
    TextOrChoice "a string or a choice"
    PropertyValue "a value of the type of the property"

    // How values are written.
    WriteText "a string in quotes: `\"…\"`"
    WriteList "`[\"…\"]`"
    WriteWordList "`[\"…\", \"…\"]`, or `{{ rpc = 1, win32 = 7 }}` for words with numbers"
    WritePart "the bits in quotes, as in `\"16-26\"`, or `{{ bits = \"16-26\", names = \"…\" }}`"
    WriteTextOrList "`\"…\"` or `[\"…\", \"…\"]`"
    WriteArgumentKind "the name of a kind or of an enum in quotes, or a list of words: `[\"…\", \"…\"]`"
    WriteInteger "an integer without quotes"
    WriteBoolean "`true` or `false`"
    WriteValue "an integer without quotes, or a string in quotes if `repr` is `str`"
    WriteTable "`{{ … }}`, or a separate header"
    WriteDocument "a string in quotes, or `{{ file = \"explanations/en/2001.md\" }}`"
    WriteLocalized "`en = \"…\"` for each language"
    WriteMessage "`\"…\"` or `{{ plural = \"…\", one = \"…\", other = \"…\" }}`"
    WriteNotes "a header in double brackets for each note, followed by `en = \"…\"`"
    WriteLocalizedWords "`en = {{ word = \"…\" }}` for each language"
    WriteWords "`{{ word = \"…\" }}`"
    WritePropertyValue "a value of the declared `type`"

    // What a message names.
    LineEnd "the end of the line"
    DidYouMean "did you mean `{near}`?"
    Known "use one of: {words}"
    NoneKnown "no names are defined"
    TextOf "`{key}` of {owner} (line {line})"
    TextIn "`{key}` of {owner} (line {line} of {file})"
    OneText "1 text: {texts}"
    Texts "{count} texts: {texts}"

    // Why a name cannot be a constant.
    EnumHasOne "every enum already has one"
    IsKeyword "it is a Rust keyword"
    EnumHasMethod "every enum has a method of this name"
    IsProperty "it is a property"
    IsVariant "it is a variant"

    // Plural rules.
    Plural "plural"
    Ordinal "ordinal"

    // Lints.
    NoMark "no punctuation"
    FullStop "a full stop"
    QuestionMark "a question mark"
    ExclamationMark "an exclamation mark"
    Ellipsis "an ellipsis"
    Colon "a colon"
    Capital "a capital letter"
    Small "a lowercase letter"
}

/// A text of the table as a message shows it: in backticks, cut if long, with control characters escaped.
#[derive(Debug, Clone)]
pub(crate) struct Quoted(String);

impl Quoted {
    pub(crate) fn new(words: &str) -> Self {
        Self(cut(words, LONGEST_QUOTE))
    }
}

impl Fill for Quoted {
    fn fill(&self) -> Argument {
        let shown = if self.0.is_empty() { "\"\"" } else { &self.0 };
        format!("`{shown}`").fill()
    }
}

/// A text that is safe to show in a terminal: characters that hide or reorder others are escaped.
pub fn shown(text: &str) -> String {
    text.chars().flat_map(visible).collect()
}

/// The same, cut after a number of characters.
pub(crate) fn cut(text: &str, longest: usize) -> String {
    let mut shown: String = text.chars().take(longest).flat_map(visible).collect();
    if text.chars().nth(longest).is_some() {
        shown.push('…');
    }
    shown
}

/// A character as it is shown: itself, or its escape if it controls or reorders the characters around it.
pub(crate) fn visible(character: char) -> impl Iterator<Item = char> {
    let escaped = hides(character).then(|| character.escape_unicode());
    let itself = escaped.is_none().then_some(character);
    escaped.into_iter().flatten().chain(itself)
}

/// Whether a terminal would show something other than the text.
pub(crate) fn hides(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::{Sentence, filled};
    use crate::report::Violation;

    #[test]
    fn patterns_use_only_the_arguments_of_their_violation() {
        for patterns in Violation::PATTERNS {
            let arguments: Vec<_> = patterns.names.iter().map(|name| (*name, String::new())).collect();
            for Sentence { english: pattern, .. } in patterns.sentences() {
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
