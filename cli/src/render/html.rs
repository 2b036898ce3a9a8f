//! A reference as one self-contained web page: texts in the language that the page opens with, and the data from which a
//! script shows and searches them in the others.

mod rows;

use std::collections::BTreeSet;
use std::io;

use code_registry_table::{Language, LiteralKind, Localized, Message, Radix, Row, Table};
use hmac_sha256::Hash;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::display_text::{self, Pattern, Words};
use crate::error::{Error, Label};
use crate::render::Reference;
use crate::render::elements::{self, direction, escape, marked};

const PAGE: &str = include_str!("page/page.html");
const STYLE: &str = concat!(include_str!("page/base.css"), include_str!("page/style.css"));
const SCRIPT: &str = include_str!("page/script.js");

/// The page. Its markup contains the texts in one language, so that it works without the script.
pub(super) fn page(table: &Table, language: &Language) -> Result<String, Error> {
    let mut writer = Writer::new(table, language);
    // The script replaces texts by their order, so the parts are written in the order of the page.
    fill(PAGE, |part| {
        Ok(match part {
            "language" => writer.page_language(),
            "direction" => writer.direction().to_owned(),
            "policy" => policy(STYLE, SCRIPT),
            "style" => STYLE.to_owned(),
            "script" => SCRIPT.to_owned(),
            "made by" => writer.say(Label::MadeBy).to_owned(),
            "title" => escape(writer.title()),
            "heading" => writer.heading(),
            "about" => writer.about(),
            "ranges" => writer.ranges(),
            "rows" => writer.rows(),
            "data" => json(&writer.data())?,
            word => writer.named_word(word),
        })
    })
}

fn json(data: &impl Serialize) -> Result<String, Error> {
    Ok(escape_script(&serde_json::to_string(data).map_err(io::Error::from)?))
}

/// Replaces each `{{name}}` in the template. The replacements are not scanned.
fn fill(template: &str, mut part: impl FnMut(&str) -> Result<String, Error>) -> Result<String, Error> {
    let mut places = template.split("{{");
    let mut filled = places.next().unwrap_or_default().to_owned();
    for place in places {
        let (name, after) = place.split_once("}}").unwrap_or((place, ""));
        filled += &part(name)?;
        filled += after;
    }
    Ok(filled)
}

/// The Content-Security-Policy.
fn policy(style: &str, script: &str) -> String {
    let (style, script) = (base64(&Hash::hash(style.as_bytes())), base64(&Hash::hash(script.as_bytes())));
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; \
         base-uri 'none'; form-action 'none'"
    )
}

/// RFC 4648 section 4.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |bytes: &[u8]| {
        let bits =
            bytes.iter().fold(0, |bits, byte| bits << 8 | usize::from(*byte)) << (8 * (3 - bytes.len()));
        let digit = |place| match place <= bytes.len() {
            true => char::from(DIGITS[bits >> (18 - 6 * place) & 63]),
            false => '=',
        };
        [0, 1, 2, 3].map(digit)
    };
    bytes.chunks(3).flat_map(group).collect()
}

/// The key of the only text that is not in cli/labels.toml.
const COUNTS: &str = "COUNTS";

#[derive(Debug)]
struct Writer<'a> {
    reference: Reference<'a>,
    values: Values<'a>,
    language: &'a Language,
    words: Words,
    /// The words used so far.
    shown: BTreeSet<Label>,
    /// The texts of the places so far, by language.
    texts: Vec<Vec<Text>>,
}

impl<'a> Writer<'a> {
    fn new(table: &'a Table, language: &'a Language) -> Self {
        let mut writer = Self {
            reference: Reference::new(table),
            values: Values::new(table),
            language,
            words: Words::of(language),
            shown: BTreeSet::new(),
            texts: vec![Vec::new(); table.languages.len()],
        };
        // The script uses it for its counter.
        writer.shown.insert(Label::Shown);
        writer
    }

    /// The data for the script, after everything else has been written.
    fn data(&mut self) -> Data<'a> {
        let languages = &self.reference.table.languages;
        let mut every_word = Map::new();
        for words in languages.iter().map(Words::of) {
            every_word.insert(words.language().to_string(), Value::Object(self.every_word(words)));
        }
        Data {
            words: every_word,
            languages: languages.iter().map(PageLanguage::new).collect(),
            shown: self.language.chain[0],
            texts: std::mem::take(&mut self.texts),
            values: self.values,
        }
    }

    fn every_word(&self, words: Words) -> Map<String, Value> {
        let mut every_word = Map::new();
        for &word in &self.shown {
            every_word.insert(word.symbol().to_owned(), Value::from(words.say(word)));
        }
        every_word.insert(COUNTS.to_owned(), Value::from(self.counts(words)));
        every_word
    }

    /// The language of the page's own words.
    fn page_language(&self) -> String {
        self.words.language().to_string()
    }

    fn direction(&self) -> &'static str {
        direction(self.language)
    }

    fn say(&self, word: Label) -> &'static str {
        self.words.say(word)
    }

    /// A word that the script translates.
    fn word(&mut self, word: Label) -> String {
        self.shown.insert(word);
        word_of(word.symbol(), self.words.say(word))
    }

    /// The word with this symbol, as used in `page.html`.
    fn named_word(&mut self, name: &str) -> String {
        let symbol = name.trim_start_matches("word ");
        symbol.parse().map_or_else(|_| symbol.to_owned(), |word| self.word(word))
    }

    /// The title of the table as plain text, for the window.
    fn title(&self) -> &'a str {
        let title = self.reference.table.title.resolve(self.language);
        title.map_or(self.words.say(Label::CodesAndRanges), String::as_str)
    }

    /// An element that shows a text.
    fn text(&mut self, tag: &str, class: &str, texts: &'a Localized) -> String {
        self.place(tag, class, texts, |text| Text::Plain(text.clone()))
    }

    /// An element that shows the sentences of a message.
    fn message(&mut self, tag: &str, class: &str, row: &'a Row) -> String {
        let sentences = |message: &Message| {
            let sentences = Pattern { message, arguments: &row.arguments }.sentences().into_iter();
            Text::Sentences(sentences.map(|sentence| [sentence.choice, sentence.text]).collect())
        };
        self.place(tag, class, &row.message, sentences)
    }

    /// An element that shows the help of a row; its arguments are marked as those of a message.
    fn help(&mut self, row: &'a Row) -> String {
        let sentence = |text: &String| Text::Sentences(vec![[String::new(), text.clone()]]);
        let texts = row.text(LiteralKind::Help);
        match row.arguments.is_empty() {
            true => self.text("dd", "text", texts),
            false => self.place("dd", "text", texts, sentence),
        }
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
    fn counts_word(&self) -> String {
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
        Text::Plain(text) => marked(text),
        Text::Sentences(sentences) => sentences.iter().map(sentence).collect(),
    }
}

fn sentence([choice, text]: &[String; 2]) -> String {
    let choice = if choice.is_empty() {
        String::new()
    } else {
        format!("<code class=\"choice\">{}</code> ", escape(choice))
    };
    format!("<p>{choice}{}</p>", elements::sentence(text))
}

/// The data of the page in all languages.
#[derive(Debug, Serialize)]
struct Data<'a> {
    languages: Vec<PageLanguage<'a>>,
    /// The column of the language that the page opens in.
    shown: usize,
    /// The words of the page itself, by language and symbol.
    words: Map<String, Value>,
    /// For each language of the table, the text of every place, in the order of the page.
    texts: Vec<Vec<Text>>,
    /// How readers write values.
    values: Values<'a>,
}

/// A language of the table.
#[derive(Debug, Serialize)]
struct PageLanguage<'a> {
    tag: &'a str,
    dir: &'static str,
    /// The language of the page's words next to its texts.
    words: String,
}

/// The content of a place in one language.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
enum Text {
    Nothing,
    /// The same content as in the language of this column.
    Like(usize),
    Plain(String),
    /// The sentences of a message, each with the choice that selects it.
    Sentences(Vec<[String; 2]>),
}

/// The prefix and suffix of labels, and the kind of their digits.
#[derive(Debug, Clone, Copy, Serialize)]
struct Values<'a> {
    before: &'a str,
    after: &'a str,
    hexadecimal: bool,
    text: bool,
}

impl<'a> PageLanguage<'a> {
    fn new(language: &'a Language) -> Self {
        Self {
            tag: &language.tag,
            dir: direction(language),
            words: Words::of(language).language().to_string(),
        }
    }
}

impl<'a> Values<'a> {
    fn new(table: &'a Table) -> Self {
        let around = table.label.as_ref().filter(|label| label.parts.is_empty());
        Self {
            before: around.map_or("", |label| &label.before),
            after: around.map_or("", |label| &label.after),
            hexadecimal: around.is_some_and(|label| label.radix != Radix::Decimal),
            text: table.repr.is_text(),
        }
    }

    /// A value as the script reads it.
    fn digits(&self, table: &Table, value: i128) -> String {
        if !self.hexadecimal {
            return table.repr.show(value);
        }
        let label = table.label(value);
        let digits = label.strip_prefix(self.before).and_then(|rest| rest.strip_suffix(self.after));
        format!("0x{}", digits.unwrap_or_default())
    }
}

/// Escapes JSON inside `<script>`, which `</script` would end and `<!--` would change.
fn escape_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn examples_of_rfc_4648() {
        let examples = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")];
        for (bytes, digits) in examples {
            assert_eq!(base64(bytes.as_bytes()), digits);
        }
    }
}
