//! Messages with arguments, as all output languages receive them, and what each language needs to write them. Each output
//! contains a small interpreter: `typescript_messages.ts`, `python_messages.py`, `go_messages.go` and so on.
//!
//! TypeScript and Python get a message as nested data ([`Syntax`]). Go, Java and C get one text per language ([`program`]),
//! which is the smallest form in all of them: nested data is code in Java, where a method has at most 64 KiB, and C99 has no
//! nested data of different lengths that C++ can read. A text can be written as a constant of a row.
//!
//! ```text
//! message      alternative (U+001E alternative)*      the first one whose conditions hold; the last one has none
//! alternative  (condition U+001F)* sentence
//! condition    selector " " argument " " case         "plural count one", "plural count 0", "select kind a word"
//! sentence     text (U+001D argument U+001D text)*
//! argument     name | name ":number" | name ":bytes" | name ":or-list" | name ":" enum
//! ```
//!
//! Texts of tables do not contain these characters. An enum is an index into [`word_lists`]. Nested choices are alternatives with several conditions, in the order in
//! which they are tried. `number` is a `count` or a `quantity`; the other kinds are known from what the program passes.
//!
//! An interpreter does this:
//!
//! - It looks for the message in the languages of the chain of the best matching language. Everything else is done as the
//!   language that has the message does it, and nested messages are written in this language.
//! - A category of a condition is that of the text of the argument, by the cardinal or ordinal rules; the format of the rules
//!   is described with `code_registry_encoding::plural`. A number or a word is compared with the text of the argument. A
//!   condition on a missing or nested argument, a list or a duration does not hold.
//! - In the message of a range, the argument `value` is the value of the code, unless the program passes another one.
//! - A missing argument is written as `{name}`. Any other is isolated, from its beginning in a sentence written from right
//!   to left, otherwise from the first part that may change the direction of the text.
//! - A number keeps its digits, and gets the digits, groups and signs of the language. Bytes are rounded half to even, to
//!   tenths below 10. Units have forms by category: `one={0} day|other={0} days`.
//! - Patterns of lists have `{1}` for the rest of the list. The text before the last item changes with its sound in the
//!   languages with an elision.

use code_registry_encoding::formats::{DurationFormat, Elision, ListFormat, NumberFormat, SizeFormat};
use code_registry_table::{
    Argument, ArgumentKind, Case, EnumWord, Enumeration, Language, Message, Piece, Row, Table, TextKind,
    Words, formats_of, is_right_to_left, locale_matches, plural,
};

/// The message or the help of a row, in each language of the table that has it itself.
pub(super) struct RowMessage<'t> {
    pub(super) row: &'t Row,
    pub(super) texts: Vec<Option<&'t Message>>,
}

impl<'t> RowMessage<'t> {
    /// `None` if the row has no message.
    pub(super) fn of(row: &'t Row, table: &Table) -> Option<Self> {
        let has_message = row.has_text(TextKind::Message, 0);
        has_message.then(|| Self {
            row,
            texts: (0..table.languages.len()).map(|index| row.message.get(index)).collect(),
        })
    }

    /// The help, if it has arguments in a language.
    pub(super) fn of_help(row: &'t Row, table: &Table) -> Option<Self> {
        let texts: Vec<_> = (0..table.languages.len()).map(|index| row.help_message.get(index)).collect();
        texts.iter().flatten().any(|help| !help.is_plain()).then_some(Self { row, texts })
    }

    /// The arguments, in the order of their indices.
    pub(super) fn arguments(&self) -> &'t [Argument] {
        &self.row.arguments
    }
}

/// The names of the words of an enum, in each language of the table.
pub(super) fn names<'t>(
    table: &'t Table,
    one: &'t Enumeration,
) -> impl Iterator<Item = (&'t str, Vec<&'t str>)> {
    let names = |word: &'t EnumWord| table.languages.iter().map(|language| word.name(language)).collect();
    one.words.iter().map(move |word| (word.word.as_str(), names(word)))
}

/// Whether a message or the help of a row has arguments.
pub(super) fn has_arguments(table: &Table) -> bool {
    let has_message = |row: &Row| !row.arguments.is_empty() && row.has_text(TextKind::Message, 0);
    table.rows.iter().any(has_message) || has_help_arguments(table)
}

/// Whether the help of a row has arguments.
pub(super) fn has_help_arguments(table: &Table) -> bool {
    table.rows.iter().any(|row| RowMessage::of_help(row, table).is_some())
}

/// How a language writes sentences.
pub(super) struct Speech<'t> {
    pub(super) language: &'t Language,
    pub(super) right_to_left: bool,
    /// The plural rules, as `code_registry_encoding::plural` describes them.
    pub(super) cardinal: Vec<u8>,
    pub(super) ordinal: Vec<u8>,
    // If no argument needs a format, it is the plain one.
    pub(super) number: NumberFormat<'static>,
    /// The lists joined by "and" and by "or": the texts between items, and the name of the elision.
    pub(super) lists: [[&'static str; 5]; 2],
    pub(super) sizes: SizeFormat<'static>,
    pub(super) duration: DurationFormat<'static>,
}

/// The languages of a table.
pub(super) fn speeches<'t>(table: &'t Table) -> Vec<Speech<'t>> {
    let speech = |language: &'t Language| {
        let Language { tag, .. } = language;
        let formats = formats_of(table, tag);
        let formats = formats.as_ref();
        let list = |list: Option<ListFormat<'static>>| {
            let ListFormat { pair, start, middle, end, elision } = list.unwrap_or(ListFormat::PLAIN);
            [pair, start, middle, end, elision_name(elision)]
        };
        Speech {
            language,
            right_to_left: is_right_to_left(tag),
            cardinal: plural::compile(tag, false).unwrap_or_default(),
            ordinal: plural::compile(tag, true).unwrap_or_default(),
            number: formats.map_or(NumberFormat::PLAIN, |formats| formats.number),
            lists: [
                list(formats.and_then(|formats| formats.and_list)),
                list(formats.and_then(|formats| formats.or_list)),
            ],
            sizes: formats.and_then(|formats| formats.size).unwrap_or(SizeFormat::PLAIN),
            duration: formats.and_then(|formats| formats.duration).unwrap_or(DurationFormat::PLAIN),
        }
    };
    table.languages.iter().map(speech).collect()
}

/// Requests that get another language than the lookup of RFC 4647 finds, in lowercase, each with the index of the language.
pub(super) fn matches(table: &Table) -> Vec<(String, usize)> {
    let tags: Vec<&str> = table.languages.iter().map(|language| language.tag.as_str()).collect();
    let matches = locale_matches(&tags).into_iter();
    matches.map(|(request, index)| (request.to_ascii_lowercase(), index)).collect()
}

/// How an output language writes data.
pub(super) struct Syntax {
    pub(super) quoted: fn(&str) -> String,
    /// Around the parts of a sentence.
    pub(super) sentence: [&'static str; 2],
    /// Around the cases of a choice, and each of them.
    pub(super) cases: [&'static str; 2],
    /// After the only item of a list: Python needs a comma in a tuple of one.
    pub(super) single: &'static str,
    /// A choice, from its selector, its argument, its cases, and its other sentence.
    pub(super) choice: fn(&str, usize, &str, &str) -> String,
}

impl Syntax {
    /// A message as an expression.
    pub(super) fn message(&self, message: &Message) -> String {
        match message {
            Message::Pattern(pieces) => {
                let piece = |piece: &Piece| match piece {
                    Piece::Text(text) => (self.quoted)(text),
                    Piece::Argument(index) => index.to_string(),
                };
                self.list(self.sentence, pieces.iter().map(piece))
            }
            Message::Choice(choice) => {
                let (cases, other) = choice.branches();
                let case = |(case, message): &(Case, Message)| {
                    let key = (self.quoted)(&case.to_string());
                    self.list(self.cases, [key, self.message(message)].into_iter())
                };
                let cases = self.list(self.cases, cases.iter().map(case));
                (self.choice)(choice.selector.name(), choice.argument, &cases, &self.message(other))
            }
        }
    }

    fn list(&self, [open, close]: [&str; 2], items: impl Iterator<Item = String>) -> String {
        let items: Vec<String> = items.collect();
        let end = if items.len() == 1 { self.single } else { "" };
        format!("{open}{}{end}{close}", items.join(", "))
    }
}

/// A message as a text for Go, Java and C.
pub(super) fn program(message: &Message, arguments: &[Argument]) -> String {
    let mut alternatives = Vec::new();
    push_alternatives(message, arguments, "", &mut alternatives);
    alternatives.join("\u{1E}")
}

fn push_alternatives(
    message: &Message,
    arguments: &[Argument],
    conditions: &str,
    alternatives: &mut Vec<String>,
) {
    match message {
        Message::Pattern(pieces) => {
            let piece = |piece: &Piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Argument(index) => {
                    let argument = &arguments[*index];
                    format!("\u{1D}{}{}\u{1D}", argument.name, kind_suffix(argument))
                }
            };
            alternatives.push(conditions.to_owned() + &pieces.iter().map(piece).collect::<String>());
        }
        Message::Choice(choice) => {
            let (cases, other) = choice.branches();
            for (case, message) in cases {
                let (selector, name) = (choice.selector.name(), &arguments[choice.argument].name);
                let conditions = format!("{conditions}{selector} {name} {case}\u{1F}");
                push_alternatives(message, arguments, &conditions, alternatives);
            }
            push_alternatives(other, arguments, conditions, alternatives);
        }
    }
}

/// What a program cannot tell from the value of an argument.
fn kind_suffix(argument: &Argument) -> String {
    if let Words::Enum { index, .. } = argument.words {
        return format!(":{index}");
    }
    let kind = match argument.kind {
        ArgumentKind::Count | ArgumentKind::Quantity => ":number",
        ArgumentKind::Bytes => ":bytes",
        ArgumentKind::OrList => ":or-list",
        ArgumentKind::Text
        | ArgumentKind::Integer
        | ArgumentKind::Number
        | ArgumentKind::Duration
        | ArgumentKind::AndList
        | ArgumentKind::Word
        | ArgumentKind::Listed => "",
    };
    kind.to_owned()
}

/// The names of the words of each enum, as a text per language: `file U+001F cartella U+001E folder ...`.
pub(super) fn word_lists(table: &Table) -> Vec<Vec<String>> {
    let list = |one: &Enumeration, language: &Language| {
        let words = one.words.iter().map(|word| format!("{}\u{1F}{}", word.word, word.name(language)));
        words.collect::<Vec<_>>().join("\u{1E}")
    };
    let lists = |one| table.languages.iter().map(|language| list(one, language)).collect();
    table.enums.iter().map(lists).collect()
}

impl Speech<'_> {
    /// How the language writes numbers: each part with its name, in the order of all outputs.
    pub(super) fn number_parts(&self, quoted: fn(&str) -> String) -> [(&'static str, String); 9] {
        let NumberFormat { zero, decimal, group, minus, infinity, nan, .. } = self.number;
        let NumberFormat { last_group, other_groups, first_group, .. } = self.number;
        [
            ("zero", u32::from(zero).to_string()),
            ("decimal", quoted(decimal)),
            ("group", quoted(group)),
            ("minus", quoted(minus)),
            ("infinity", quoted(infinity)),
            ("nan", quoted(nan)),
            ("lastGroup", last_group.to_string()),
            ("otherGroups", other_groups.to_string()),
            ("firstGroup", first_group.to_string()),
        ]
    }

    /// The fields in the order of the interpreters of Go, Java and C. `arrays` begin the list of languages, both lists of
    /// patterns, each of them, the sizes and the durations.
    pub(super) fn fields(&self, quoted: fn(&str) -> String, arrays: [&str; 5], end: &str) -> String {
        let Self { duration, .. } = self;
        let texts = |texts: &[&str]| texts.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", ");
        let chain: Vec<String> = self.language.chain.iter().map(usize::to_string).collect();
        let [and_list, or_list] = &self.lists;
        let [chain_array, both, list, sizes, durations] = arrays;
        [
            format!("{chain_array}{}{end}", chain.join(", ")),
            format!("{}, {}", octal(&self.cardinal), octal(&self.ordinal)),
            self.number_parts(quoted).map(|(_, part)| part).join(", "),
            format!("{both}{list}{}{end}, {list}{}{end}{end}", texts(and_list), texts(or_list)),
            format!("{sizes}{}{end}", texts(&self.sizes.0)),
            format!("{durations}{}{end}", texts(&duration.units)),
            quoted(duration.pair),
        ]
        .join(", ")
    }
}

/// Plural rules as a literal of Go, Java or C. Without rules, every number is `other`.
fn octal(rules: &[u8]) -> String {
    let other = [u8::MAX; 12];
    let rules = if rules.is_empty() { &other } else { rules };
    format!("\"{}\"", rules.iter().map(|byte| format!("\\{byte:03o}")).collect::<String>())
}

/// The name of an elision in all outputs; empty if the connective never changes.
fn elision_name(elision: Elision) -> &'static str {
    match elision {
        Elision::None => "",
        Elision::SpanishAnd => "es-and",
        Elision::SpanishOr => "es-or",
        Elision::ItalianAnd => "it-and",
        Elision::HebrewAnd => "he-and",
    }
}
