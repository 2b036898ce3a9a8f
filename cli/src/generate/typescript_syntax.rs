//! How TypeScript writes values and texts, and what differs between one file and a module for each language.

use code_registry_table::Repr;

use super::messages::{Speech, Syntax};
use super::model::{fill, quoted_with};

pub(super) const SYNTAX: Syntax = Syntax {
    quoted,
    sentence: ["[", "]"],
    cases: ["[", "]"],
    single: "",
    choice: |by, argument, cases, other| {
        format!("{{ by: \"{by}\", argument: {argument}, cases: {cases}, other: {other} }}")
    },
};

/// A `number` holds 53 bits.
pub(super) fn is_big(repr: &Repr) -> bool {
    matches!(repr, Repr::U64 | Repr::I64)
}

pub(super) fn value_type(repr: &Repr) -> &'static str {
    match repr {
        Repr::Str(_) | Repr::Name(_) => "string",
        _ if is_big(repr) => "bigint",
        _ => "number",
    }
}

pub(super) fn value(repr: &Repr, value: i128) -> String {
    match repr {
        Repr::Str(_) | Repr::Name(_) => quoted(&repr.show(value)),
        _ if is_big(repr) => format!("{value}n"),
        _ => value.to_string(),
    }
}

/// Escapes the end of the comment, JSDoc tags, and the end of a script in a page.
pub(super) fn comment(line: &str) -> String {
    line.replace("*/", "*\\/").replace('@', "\\@").replace("</", "<\\/").replace("<!", "<\\!")
}

pub(super) fn quoted(text: &str) -> String {
    let escape = |character| match u32::from(character) {
        number @ 0..=0xFFFF => format!("\\u{number:04X}"),
        number => format!("\\u{{{number:X}}}"),
    };
    // Must not end a script in a page or begin a comment there.
    quoted_with(text, escape).replace("</", "\\u003C/").replace("<!", "\\u003C!")
}

/// The name of a property, in quotes if it is not an identifier.
pub(super) fn key(name: &str) -> String {
    let is_word = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    let is_identifier = is_word && !name.starts_with(|first: char| first.is_ascii_digit());
    if is_identifier { name.to_owned() } else { quoted(name) }
}

/// The languages in which a message is looked for, as a field of [`speech`].
pub(super) fn chain_field(speech: &Speech<'_>) -> String {
    format!("    chain: {:?},\n", speech.language.chain)
}

/// How a language writes sentences. `chain` is a further field.
pub(super) fn speech(speech: &Speech<'_>, chain: &str) -> String {
    let Speech { duration, .. } = speech;
    let number = speech.number_parts(quoted).map(|(name, part)| format!("{name}: {part}")).join(", ");
    let lists = speech.lists.map(|texts| format!("[{}]", texts.map(quoted).join(", ")));
    let sizes = speech.sizes.0.map(quoted).join(", ");
    format!(
        "{{\n    rightToLeft: {},\n{chain}    plural: {:?},\n    ordinal: {:?},\n    number: {{ {number} }},\n    lists: \
         [{}],\n    sizes: [{sizes}],\n    durations: [{}],\n    durationPair: {},\n  }}",
        speech.right_to_left,
        speech.cardinal,
        speech.ordinal,
        lists.join(", "),
        duration.units.map(quoted).join(", "),
        quoted(duration.pair),
    )
}

/// One of the two forms of the output.
pub(super) struct Form {
    pub(super) has_modules: bool,
    /// Names of the functions that only this form has, separated by spaces.
    pub(super) reserved: &'static str,
    /// The parts of the templates that differ.
    pub(super) pieces: [(&'static str, &'static str); 9],
}

impl Form {
    /// Fills in a template.
    pub(super) fn fill(&self, template: &str, values: &[(&str, &str)]) -> String {
        fill(template, &[values, &self.pieces].concat())
    }
}

/// One file: everything that has a text in each language is a list in the order of the languages.
pub(super) static FILE: Form = Form {
    has_modules: false,
    reserved: "",
    pieces: [
        ("texts_doc", "One for each of `LANGUAGES`."),
        ("row_index", ""),
        ("text_of_value", "rowOf(value)?.texts[columnOf(language)]"),
        ("text_of_row", "row?.texts[columnOf(language)]"),
        (
            "words_type",
            "/** The names of words, in each of `LANGUAGES`. */\ntype Words = ReadonlyMap<string, readonly string[]>;\n\n",
        ),
        (
            "sentences",
            "  /** One for each of `LANGUAGES` that has the message itself. */\n  \
             readonly sentences: readonly (Sentence | Choice | null)[];\n",
        ),
        (
            "chain_field",
            "  /** The languages in which a message is looked for. */\n  readonly chain: readonly number[];\n",
        ),
        (
            "find_sentence",
            "  const wanted = SPEECHES[columnOf(language)] as Speech;
  const column = wanted.chain.find((index) => message.sentences[index] != null) ?? 0;
  const speech = SPEECHES[column] as Speech;
  const tag = LANGUAGES[column] as string;
  let branch = message.sentences[column] as Sentence | Choice;
",
        ),
        ("word_name", "kind.get(word)?.[columnOf(tag)] ?? word"),
    ],
};
