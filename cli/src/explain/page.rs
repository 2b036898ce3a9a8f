//! The page that explains a code.

use std::io::{self, Write};

use code_registry_table::{
    Extent, Language, LiteralKind, Localized, OpaqueKey, Property, PropertyKind, PropertyValue, Row, Table,
    unlisted,
};

use unicode_width::UnicodeWidthStr;

use super::Found;
use super::arguments::Given;
use crate::display_text::{self, Pattern, Sentence, Words};
use crate::error::Label;
use crate::markdown;
use crate::terminal::{self, BOLD};

/// The number of columns that a wrapped fact needs to be readable.
const NARROWEST: usize = 24;

/// The input of a page.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub(super) table: &'a Table,
    pub(super) language: &'a Language,
    /// The arguments of the message; without any, it shows its placeholders.
    pub(super) arguments: &'a Given,
}

impl<'a> Page<'a> {
    pub(super) fn write(self, out: &mut dyn Write, found: Found<'_>) -> io::Result<()> {
        match found {
            Found::Row(row) => {
                let value = (!row.extent.is_range()).then_some(row.extent.first());
                self.write_row(out, &display_text::row(self.table, row), row, value)
            }
            Found::InRange(value, row) => {
                let (label, extent) = (self.table.label(value), self.table.extent_label(row.extent));
                self.write_row(out, &format!("{label} {} ({extent})", row.symbol), row, Some(value))
            }
            Found::Unlisted(value) => self.write_unlisted(out, value),
        }
    }

    fn words(self) -> Words {
        Words::of(self.language)
    }

    fn write_row(self, out: &mut dyn Write, label: &str, row: &Row, value: Option<i128>) -> io::Result<()> {
        let label = match self.table.url(row, &self.language.tag) {
            Some(url) => terminal::link(label, &url),
            None => label.to_owned(),
        };
        match self.text(row.text(LiteralKind::Name)) {
            Some(name) => writeln!(out, "{BOLD}{label}{BOLD:#}: {name}")?,
            None => writeln!(out, "{BOLD}{label}{BOLD:#}")?,
        }
        if let Some(description) = self.text(row.text(LiteralKind::Description)) {
            write!(out, "\n{}", terminal::wrapped(description.trim_end(), "", ""))?;
        }
        if display_text::is_taken(self.table, row) {
            writeln!(out, "\n{}", self.words().say(Label::AllTaken))?;
        }
        writeln!(out)?;
        self.write_facts(out, &self.facts(row, value))?;
        section(out, self.words().say(Label::Message), &self.message(row))?;
        for kind in LiteralKind::ALL {
            if let Some(heading) = Words::of_text(kind) {
                let text = match kind {
                    LiteralKind::Help => self.help(row),
                    kind => self.text(row.text(kind)).cloned(),
                };
                section(out, self.words().say(heading), &text)?;
            }
        }
        for (at, property) in self.table.text_columns() {
            let text = row.column_text(at).and_then(|texts| self.text(texts));
            section(out, Words::column(self.language, property), text)?;
        }
        if let Some(explanation) = self.text(row.text(LiteralKind::Explanation)) {
            heading(out, self.words().say(Label::Explanation))?;
            markdown::write(out, explanation)?;
        }
        section(out, self.words().say(Label::Notes), row.notes.iter().filter_map(|note| self.text(note)))?;
        let general = self.table.references.iter().filter(|source| !row.references.contains(source));
        section(out, self.words().say(Label::Sources), row.references.iter().chain(general))
    }

    /// The library's texts for unlisted values.
    fn write_unlisted(self, out: &mut dyn Write, value: i128) -> io::Result<()> {
        let variant = self.table.unlisted.iter().map(|variant| format!(" {variant}")).collect::<String>();
        let texts = unlisted(&self.language.tag);
        writeln!(out, "{BOLD}{}{variant}{BOLD:#}: {}", self.table.label(value), texts.name)?;
        writeln!(out, "\n{}", texts.description)?;
        if !self.table.parts.is_empty() {
            writeln!(out)?;
            self.write_facts(out, &self.parts(value).collect::<Vec<_>>())?;
        }
        section(out, self.words().say(Label::Sources), &self.table.references)
    }

    /// The facts in columns, the last of which is wrapped, or on lines of its own if the terminal is narrow.
    fn write_facts(self, out: &mut dyn Write, facts: &[Vec<String>]) -> io::Result<()> {
        let mut lines = Vec::new();
        terminal::columns(&mut lines, facts)?;
        for (line, fact) in String::from_utf8_lossy(&lines).lines().zip(facts) {
            let last = fact.last().map_or("", String::as_str);
            let before = line.width() - last.width();
            let width = terminal::width().unwrap_or(usize::MAX);
            let is_narrow = width < before + NARROWEST;
            if is_narrow && (fact.len() > 2 || width < line.width()) {
                let start = line.strip_suffix(last).unwrap_or(line);
                write!(out, "{}\n{}", start.trim_end(), terminal::wrapped(last, "    ", "    "))?;
            } else {
                write!(out, "{}", terminal::wrapped(line, "", &" ".repeat(before)))?;
            }
        }
        Ok(())
    }

    /// The parts of a value, each with the name of its number.
    fn parts(self, value: i128) -> impl Iterator<Item = Vec<String>> {
        let shown = move |part| self.words().part(self.table, self.language, part, value);
        self.table.parts.iter().map(move |part| vec![part.name.clone(), shown(part)])
    }

    /// The facts of the row: the parts of the value, status and the like, then the properties.
    fn facts(self, row: &Row, value: Option<i128>) -> Vec<Vec<String>> {
        let one = |label: &str, value: String| vec![label.to_owned(), value];
        let words = self.words();
        let mut facts = vec![one(words.say(Label::Status), words.status(row.status).to_owned())];
        facts.splice(0..0, value.into_iter().flat_map(|value| self.parts(value)));
        let opaque = OpaqueKey::ALL.into_iter().filter_map(|key| Some((key, row.opaque(key)?)));
        facts.extend(
            opaque.map(|(key, text)| one(words.say(Words::of_key(key)), display_text::one_line(text))),
        );
        facts.extend(row.replaced_by.map(|value| one(words.say(Label::ReplacedBy), self.label_of(value))));
        if !row.aliases.is_empty() {
            facts.push(one(words.say(Label::Aliases), row.aliases.join(", ")));
        }
        facts.extend(self.around(row).map(|range| one(words.say(Label::Within), self.label(range))));
        let properties = self.table.properties.iter().zip(&row.properties);
        let properties = properties.filter(|(property, _)| property.kind != PropertyKind::Text);
        facts.extend(properties.map(|(property, value)| self.property(property, value.as_ref())));
        facts
    }

    /// The ranges around a row, outermost first.
    fn around(self, row: &Row) -> impl Iterator<Item = &'a Row> {
        let (first, last) = (row.extent.first(), row.extent.last());
        self.table.rows.iter().filter(move |range| match range.extent {
            Extent::Range(start, end) => start <= first && last <= end && range.place != row.place,
            Extent::Code(_) => false,
        })
    }

    /// The row of a value in short.
    fn label_of(self, value: i128) -> String {
        let is_it = |row: &&Row| row.extent == Extent::Code(value);
        self.table.rows.iter().find(is_it).map_or_else(|| self.table.label(value), |row| self.label(row))
    }

    fn label(self, row: &Row) -> String {
        let name = self.text(row.text(LiteralKind::Name)).map(|name| format!(": {name}")).unwrap_or_default();
        format!("{}{name}", display_text::row(self.table, row))
    }

    fn property(self, property: &Property, value: Option<&PropertyValue>) -> Vec<String> {
        let shown = value.map(|value| self.words().property(self.table, self.language, value));
        let shown = shown.unwrap_or_else(|| "—".to_owned());
        let doc = self.text(&property.doc).map(|doc| display_text::one_line(doc));
        let name = self.text(&property.title).unwrap_or(&property.name).clone();
        [name, shown].into_iter().chain(doc).collect()
    }

    /// The message filled in, or all its sentences.
    fn message(self, row: &Row) -> Vec<String> {
        let found = self.language.chain.iter().find_map(|&column| Some((column, row.message.get(column)?)));
        match found {
            None => Vec::new(),
            Some((_, message)) if self.arguments.is_empty() => {
                let sentences = Pattern { message, arguments: &row.arguments }.sentences();
                sentences.iter().map(Sentence::to_string).collect()
            }
            Some((column, message)) => {
                vec![self.arguments.fill(&self.table.languages[column], row, message)]
            }
        }
    }

    /// The help, filled in if it has arguments.
    fn help(self, row: &Row) -> Option<String> {
        let found =
            self.language.chain.iter().find_map(|&column| Some((column, row.help_message.get(column)?)));
        match found {
            Some((column, help)) if !self.arguments.is_empty() => {
                Some(self.arguments.fill(&self.table.languages[column], row, help))
            }
            _ => self.text(row.text(LiteralKind::Help)).cloned(),
        }
    }

    fn text(self, text: &Localized) -> Option<&String> {
        text.resolve(self.language)
    }
}

/// A heading with its texts, unless there are none.
fn section<'a>(
    out: &mut dyn Write,
    heading: &str,
    texts: impl IntoIterator<Item = &'a String>,
) -> io::Result<()> {
    let mut texts = texts.into_iter().peekable();
    if texts.peek().is_some() {
        self::heading(out, heading)?;
    }
    // The lines of one text stay together.
    texts.try_for_each(|text| write!(out, "{}", terminal::wrapped(text.trim_end(), "  ", "    ")))
}

fn heading(out: &mut dyn Write, text: &str) -> io::Result<()> {
    writeln!(out, "\n{BOLD}{text}{BOLD:#}")
}
