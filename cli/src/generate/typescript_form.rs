//! What differs between one file with all languages and a module for each language.

use super::model::fill;

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

/// A module for each language: the main one has the texts of the default language, and finds those of the others by their
/// position.
pub(super) static MODULES: Form = Form {
    has_modules: true,
    reserved: "install installedFor load nameIn sentenceIn textIn",
    pieces: [
        ("texts_doc", "Those in the default language."),
        (
            "row_index",
            "  /** The position of its texts in the modules of the other languages. */\n  readonly index: number;\n",
        ),
        ("text_of_value", "textIn(rowOf(value), language)"),
        ("text_of_row", "textIn(row, language)"),
        ("words_type", ""),
        (
            "sentences",
            "  /** Its position in the modules of the other languages. */
  readonly index: number;
  /** That of the default language. */
  readonly sentence: Sentence | Choice | null;
",
        ),
        ("chain_field", ""),
        (
            "find_sentence",
            "  const chain = CHAINS[columnOf(language)] as readonly number[];
  const column = chain.find((index) => sentenceIn(message, index) != null) ?? 0;
  const speech = INSTALLED.get(column)?.speech ?? SPEECH;
  const tag = LANGUAGES[column] as string;
  let branch = sentenceIn(message, column) as Sentence | Choice;
",
        ),
        ("word_name", "nameIn(kind, word, tag)"),
    ],
};
