//! A reference in Markdown, in one language: CommonMark with GitHub's tables.

use code_registry_table::{
    Extent, Language, LiteralKind, Localized, OpaqueKey, Property, PropertyKind, Row, Table, is_right_to_left,
};

use super::Reference;
use super::elements::escape;
use crate::display_text::{self, Pattern, Words};
use crate::error::Label;
use crate::markdown::{line, paragraph, source};

pub(super) fn document(table: &Table, language: &Language) -> String {
    let writer = Writer { reference: Reference::new(table), language, words: Words::of(language) };
    let blocks = writer.blocks().join("\n\n") + "\n";
    let made_by = writer.words.say(Label::MadeBy);
    let blocks = if is_right_to_left(&language.tag) {
        // Blank lines make the content of the tags Markdown.
        format!("<div dir=\"rtl\" lang=\"{}\">\n\n{blocks}\n</div>\n", language.tag)
    } else {
        blocks
    };
    format!("<!-- {made_by} -->\n\n{blocks}")
}

/// The input of a document.
#[derive(Debug)]
struct Writer<'a> {
    reference: Reference<'a>,
    language: &'a Language,
    words: Words,
}

impl<'a> Writer<'a> {
    fn blocks(&self) -> Vec<String> {
        let table = self.reference.table;
        let title = self.text(&table.title).unwrap_or(self.words.say(Label::CodesAndRanges));
        let mut blocks = vec![format!("# {}", line(title)), self.counts()];
        blocks.extend(table.notes.iter().filter_map(|note| Some(paragraph(self.text(note)?))));
        blocks.extend(self.list(Label::Sources, table.references.iter().map(|reference| source(reference))));
        blocks.extend(self.properties());
        blocks.push(format!("## {}", self.words.say(Label::CodesAndRanges)));
        blocks.push(self.overview());
        blocks.extend((0..table.rows.len()).map(|row| self.section(row)));
        blocks
    }

    /// `22 codes, 8 ranges`
    fn counts(&self) -> String {
        let [codes, ranges, _] = display_text::counts(self.reference.table);
        [codes, ranges].map(|count| count.localized(self.words.language()).to_string()).join(", ")
    }

    /// A line per row; rows inside a range are indented below it.
    fn overview(&self) -> String {
        let heads = [Label::Code, Label::Symbol, Label::Name, Label::Status];
        let heads = heads.map(|head| self.words.say(head)).join(" | ");
        let mut lines = vec![format!("| {heads} |"), "|---|---|---|---|".to_owned()];
        lines.extend((0..self.reference.table.rows.len()).map(|row| self.entry(row)));
        lines.join("\n")
    }

    fn entry(&self, index: usize) -> String {
        let row = self.reference.row(index);
        let further_in = "&emsp;".repeat(self.reference.depth(index));
        let link = self.link(index);
        let name = line(&row.short(&self.language.chain).unwrap_or_default());
        let (symbol, status) = (&row.symbol, self.words.status(row.status));
        if row.extent.is_range() {
            format!("| {further_in}**{link}** | **`{symbol}`** | **{name}** | {status} |")
        } else {
            format!("| {further_in}{link} | `{symbol}` | {name} | {status} |")
        }
    }

    fn properties(&self) -> Vec<String> {
        let properties = &self.reference.table.properties;
        if properties.is_empty() {
            return Vec::new();
        }
        let doc = |doc: Option<&String>| doc.map(|doc| format!(": {}", line(doc))).unwrap_or_default();
        let lines = properties
            .iter()
            .map(|column| format!("- {}{}", self.column(column), doc(column.doc.resolve(self.language))));
        vec![format!("## {}", self.words.say(Label::Properties)), lines.collect::<Vec<_>>().join("\n")]
    }

    /// The name of a column, or its key if it has none.
    fn column(&self, property: &'a Property) -> String {
        self.text(&property.title).map_or_else(|| code(&property.name), line)
    }

    /// A label such as `**Sources**` and a list, unless it is empty.
    fn list(&self, head: Label, items: impl Iterator<Item = String>) -> Option<String> {
        let items: Vec<_> = items.map(|item| format!("- {item}")).collect();
        (!items.is_empty()).then(|| format!("**{}**\n\n{}", self.words.say(head), items.join("\n")))
    }

    fn link(&self, index: usize) -> String {
        format!("[{}]({})", line(&self.reference.label(index)), self.reference.link(index))
    }

    fn text(&self, text: &'a Localized) -> Option<&'a str> {
        text.resolve(self.language).map(String::as_str)
    }
}

impl Writer<'_> {
    fn section(&self, index: usize) -> String {
        let row = self.reference.row(index);
        let mut blocks = vec![self.heading(index)];
        blocks.extend(self.text(row.text(LiteralKind::Description)).map(paragraph));
        blocks.extend(
            display_text::is_taken(self.reference.table, row)
                .then(|| self.words.say(Label::AllTaken).to_owned()),
        );
        blocks.extend(self.message(row));
        let headings = LiteralKind::ALL.into_iter().filter_map(|kind| Some((kind, Words::of_text(kind)?)));
        blocks.extend(headings.filter_map(|(kind, head)| self.labelled(head, self.text(row.text(kind)))));
        for (at, property) in self.reference.table.text_columns() {
            let text = row.column_text(at).and_then(|texts| self.text(texts));
            let head = self.column(property);
            blocks.extend(text.map(|text| format!("**{head}:** {}", paragraph(text))));
        }
        blocks.push(self.facts(index).join("\n"));
        let notes = row.notes.iter().filter_map(|note| Some(paragraph(self.text(note)?)));
        blocks.extend(self.list(Label::Notes, notes.map(|note| note.replace('\n', "\n  "))));
        blocks.extend(self.list(Label::Sources, row.references.iter().map(|reference| source(reference))));
        blocks.join("\n\n")
    }

    /// Rows inside a range have a lower heading level, down to the lowest.
    fn heading(&self, index: usize) -> String {
        let row = self.reference.row(index);
        let level = "#".repeat((3 + self.reference.depth(index)).min(6));
        let (anchor, label) = (escape(&self.reference.anchor(index)), line(&self.reference.label(index)));
        let name = self
            .text(row.text(LiteralKind::Name))
            .map(|name| format!(": {}", line(name)))
            .unwrap_or_default();
        format!("{level} <a id=\"{anchor}\"></a>{label} `{}`{name}", row.symbol)
    }

    fn labelled(&self, head: Label, text: Option<&str>) -> Option<String> {
        text.map(|text| format!("**{}:** {}", self.words.say(head), paragraph(text)))
    }

    /// A quotation, because a list would merge with that of the facts.
    fn message(&self, row: &Row) -> Option<String> {
        let message = row.message.resolve(self.language)?;
        let sentences = Pattern { message, arguments: &row.arguments }.sentences();
        let lines: Vec<_> =
            sentences.iter().map(|sentence| format!("> {}", line(&sentence.to_string()))).collect();
        Some(format!("**{}**\n\n{}", self.words.say(Label::Message), lines.join("\\\n")))
    }

    fn facts(&self, index: usize) -> Vec<String> {
        let row = self.reference.row(index);
        let fact = |head: Label, value: String| format!("- {}: {value}", self.words.say(head));
        let mut facts = vec![fact(Label::Status, self.words.status(row.status).to_owned())];
        if let Extent::Code(value) = row.extent {
            facts.extend(self.reference.table.parts.iter().map(|part| {
                let shown = self.words.part(self.reference.table, self.language, part, value);
                format!("- {}: {}", code(&part.name), line(&shown))
            }));
        }
        facts.extend(row.replaced_by.map(|value| fact(Label::ReplacedBy, self.value(value))));
        let opaque = OpaqueKey::ALL.into_iter().filter_map(|key| Some((key, row.opaque(key)?)));
        facts.extend(opaque.map(|(key, text)| fact(Words::of_key(key), line(text))));
        facts.extend(
            listed(row.aliases.iter().map(|alias| code(alias))).map(|list| fact(Label::Aliases, list)),
        );
        facts.extend(self.reference.parent(index).map(|range| fact(Label::Within, self.named(range))));
        let inside = self.reference.inside(index).iter().map(|&row| self.link(row));
        facts.extend(listed(inside).map(|list| fact(Label::Inside, list)));
        let arguments = row.arguments.iter();
        let arguments =
            arguments.map(|argument| format!("{} ({})", code(&argument.name), line(&argument.declaration())));
        facts.extend(listed(arguments).map(|list| fact(Label::Arguments, list)));
        let properties = self.reference.table.properties.iter().zip(&row.properties);
        let properties = properties.filter(|(property, _)| property.kind != PropertyKind::Text);
        facts.extend(properties.filter_map(|(property, value)| {
            let value = self.words.property(self.reference.table, self.language, value.as_ref()?);
            Some(format!("- {}: {}", self.column(property), line(&value)))
        }));
        facts
    }

    fn value(&self, value: i128) -> String {
        let row = self.reference.row_of(value);
        row.map_or_else(|| line(&self.reference.table.label(value)), |row| self.named(row))
    }

    /// A link to a row with its symbol.
    fn named(&self, index: usize) -> String {
        format!("{} `{}`", self.link(index), self.reference.row(index).symbol)
    }
}

/// A name of letters, digits and `_`, which needs no escapes.
fn code(name: &str) -> String {
    format!("`{name}`")
}

fn listed(items: impl Iterator<Item = String>) -> Option<String> {
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then(|| items.join(", "))
}
