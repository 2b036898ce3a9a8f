//! What every part of the page is written with: texts in the language that it opens with, and the data from which the
//! script shows them in another.

use std::collections::{BTreeMap, BTreeSet};

use code_registry_table::{Language, Localized, Message, Radix, Row, Table, is_right_to_left};
use serde::Serialize;

use crate::display_text::{self, Pattern, Words};
use crate::error::Label;
use crate::render::reference::Reference;

/// The key of the only text that is no row of cli/labels.toml.
const COUNTS: &str = "COUNTS";

#[derive(Debug)]
pub(super) struct Writer<'a> {
    pub(super) reference: Reference<'a>,
    pub(super) values: Values<'a>,
    language: &'a Language,
    words: Words,
    /// The words used so far.
    shown: BTreeSet<Label>,
    /// The texts of the places so far, by language.
    texts: Vec<Vec<Text>>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(table: &'a Table, language: &'a Language) -> Self {
        Self {
            reference: Reference::new(table),
            values: Values::new(table),
            language,
            words: Words::of(language),
            // The script uses it for its counter.
            shown: BTreeSet::from([Label::Shown]),
            texts: vec![Vec::new(); table.languages.len()],
        }
    }

    /// The data for the script, after everything else has been written.
    pub(super) fn data(&mut self) -> Data<'a> {
        let languages = &self.reference.table.languages;
        let words = languages.iter().map(Words::of);
        Data {
            words: words.map(|words| (words.language().to_string(), self.every_word(words))).collect(),
            languages: languages.iter().map(Spoken::new).collect(),
            shown: self.language.chain[0],
            texts: std::mem::take(&mut self.texts),
            values: self.values,
        }
    }

    fn every_word(&self, words: Words) -> BTreeMap<&'static str, String> {
        let shown = self.shown.iter().map(|&word| (word.symbol(), words.say(word).to_owned()));
        shown.chain([(COUNTS, self.counts(words))]).collect()
    }

    /// The language of the page's own words.
    pub(super) fn page_language(&self) -> String {
        self.words.language().to_string()
    }

    pub(super) fn direction(&self) -> &'static str {
        direction(self.language)
    }

    pub(super) fn say(&self, word: Label) -> &'static str {
        self.words.say(word)
    }

    /// A word that the script translates.
    pub(super) fn word(&mut self, word: Label) -> String {
        self.shown.insert(word);
        word_of(word.symbol(), self.words.say(word))
    }

    /// The word with this symbol, as used in `page.html`.
    pub(super) fn named_word(&mut self, name: &str) -> String {
        let symbol = name.trim_start_matches("word ");
        symbol.parse().map_or_else(|_| symbol.to_owned(), |word| self.word(word))
    }

    /// The title of the table as plain text, for the window.
    pub(super) fn title(&self) -> &'a str {
        let title = self.reference.table.title.resolve(self.language);
        title.map_or(self.words.say(Label::CodesAndRanges), String::as_str)
    }

    /// An element that shows a text.
    pub(super) fn text(&mut self, tag: &str, class: &str, texts: &'a Localized) -> String {
        self.place(tag, class, texts, |text| Text::Plain(text.clone()))
    }

    /// An element that shows the sentences of a message.
    pub(super) fn message(&mut self, tag: &str, class: &str, row: &'a Row) -> String {
        let sentences = |message: &Message| {
            let sentences = Pattern { message, arguments: &row.arguments }.sentences().into_iter();
            Text::Sentences(sentences.map(|sentence| [sentence.choice, sentence.text]).collect())
        };
        self.place(tag, class, &row.message, sentences)
    }

    fn place<T>(
        &mut self,
        tag: &str,
        class: &str,
        texts: &Localized<T>,
        text: impl Fn(&T) -> Text,
    ) -> String {
        for (column, language) in self.reference.table.languages.iter().enumerate() {
            let source = language.chain.iter().copied().find(|&source| texts.get(source).is_some());
            self.texts[column].push(match source {
                Some(source) if source != column => Text::Like(source),
                _ => texts.get(column).map_or(Text::Nothing, &text),
            });
        }
        let languages = &self.reference.table.languages;
        let found = self.language.chain.iter().find_map(|&source| Some((source, texts.get(source)?)));
        match found {
            None => format!("<{tag} class=\"{class}\" data-t hidden></{tag}>"),
            Some((source, found)) => {
                let spoken = self.spoken(&languages[source]);
                format!("<{tag} class=\"{class}\" data-t{spoken}>{}</{tag}>", content(&text(found)))
            }
        }
    }

    /// The `lang` and `dir` attributes of a text, if they differ from the page's.
    fn spoken(&self, language: &Language) -> String {
        let lang = if language.tag == self.page_language() {
            String::new()
        } else {
            format!(" lang=\"{}\"", language.tag)
        };
        let dir = direction(language);
        if dir == self.direction() { lang } else { format!("{lang} dir=\"{dir}\"") }
    }

    /// The counts of codes, ranges and languages.
    pub(super) fn counts_word(&self) -> String {
        word_of(COUNTS, &self.counts(self.words))
    }

    fn counts(&self, words: Words) -> String {
        display_text::counts(self.reference.table)
            .map(|count| count.localized(words.language()).to_string())
            .join(", ")
    }
}

fn word_of(key: &str, word: &str) -> String {
    format!("<span data-w=\"{key}\">{}</span>", escape(word))
}

fn content(text: &Text) -> String {
    match text {
        Text::Nothing | Text::Like(_) => String::new(),
        Text::Plain(text) => escape(text),
        Text::Sentences(sentences) => sentences.iter().map(sentence).collect(),
    }
}

fn sentence([choice, text]: &[String; 2]) -> String {
    let choice = if choice.is_empty() { String::new() } else { format!("<code>{}</code> ", escape(choice)) };
    format!("<p>{choice}{}</p>", escape(text))
}

/// The data of the page in all languages.
#[derive(Debug, Serialize)]
pub(super) struct Data<'a> {
    pub(super) languages: Vec<Spoken<'a>>,
    /// The column of the language that the page opens in.
    pub(super) shown: usize,
    /// The words of the page itself, by language and symbol.
    pub(super) words: BTreeMap<String, BTreeMap<&'static str, String>>,
    /// For each language of the table, the text of every place, in the order of the page.
    pub(super) texts: Vec<Vec<Text>>,
    /// How readers write values.
    pub(super) values: Values<'a>,
}

/// A language of the table.
#[derive(Debug, Serialize)]
pub(super) struct Spoken<'a> {
    tag: &'a str,
    dir: &'static str,
    /// The language of the page's words next to its texts.
    words: String,
}

/// The content of a place in one language.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub(super) enum Text {
    Nothing,
    /// The same as in the language of this column.
    Like(usize),
    Plain(String),
    /// The sentences of a message, each with the choice that selects it.
    Sentences(Vec<[String; 2]>),
}

/// The prefix and suffix of labels, and the kind of their digits.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Values<'a> {
    before: &'a str,
    after: &'a str,
    hexadecimal: bool,
    text: bool,
}

impl<'a> Spoken<'a> {
    pub(super) fn new(language: &'a Language) -> Self {
        Self {
            tag: &language.tag,
            dir: direction(language),
            words: Words::of(language).language().to_string(),
        }
    }
}

impl<'a> Values<'a> {
    pub(super) fn new(table: &'a Table) -> Self {
        let around = table.label.as_ref();
        Self {
            before: around.map_or("", |label| &label.before),
            after: around.map_or("", |label| &label.after),
            hexadecimal: around.is_some_and(|label| label.radix != Radix::Decimal),
            text: table.repr.is_text(),
        }
    }

    /// A value as the script reads it.
    pub(super) fn digits(&self, table: &Table, value: i128) -> String {
        if !self.hexadecimal {
            return table.repr.show(value);
        }
        let label = table.label(value);
        let digits = label.strip_prefix(self.before).and_then(|rest| rest.strip_suffix(self.after));
        format!("0x{}", digits.unwrap_or_default())
    }
}

/// The value of `dir`.
pub(in crate::render) fn direction(language: &Language) -> &'static str {
    if is_right_to_left(&language.tag) { "rtl" } else { "ltr" }
}

/// A text between tags, or as the value of an attribute.
pub(in crate::render) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// A reference, as a link if it is a web address.
pub(super) fn link(reference: &str) -> String {
    let shown = escape(reference);
    if display_text::is_link(reference) {
        format!("<a href=\"{shown}\" rel=\"noreferrer\">{shown}</a>")
    } else {
        shown
    }
}

/// Escapes JSON inside `<script>`, which `</script` would end and `<!--` would change.
pub(super) fn escape_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}
