//! A reference in Markdown, in one language: CommonMark with the tables of GitHub.

mod section;

use code_registry_table::{Language, Localized, Table, is_right_to_left};

use super::reference::Reference;
use crate::markdown::{line, paragraph, source};
use crate::said::Phrase;
use crate::show;
use crate::words::Words;

pub(super) fn document(table: &Table, language: &Language) -> String {
    let writer = Writer { reference: Reference::new(table), language, words: Words::of(language) };
    let blocks = writer.blocks().join("\n\n") + "\n";
    let made_by = writer.words.say(Phrase::MadeBy);
    let blocks = if is_right_to_left(&language.tag) {
        // The blank lines let what stands between the tags be Markdown.
        format!("<div dir=\"rtl\" lang=\"{}\">\n\n{blocks}\n</div>\n", language.tag)
    } else {
        blocks
    };
    format!("<!-- {made_by} -->\n\n{blocks}")
}

/// What the document is made from.
#[derive(Debug)]
struct Writer<'a> {
    reference: Reference<'a>,
    language: &'a Language,
    words: Words,
}

impl<'a> Writer<'a> {
    fn blocks(&self) -> Vec<String> {
        let table = self.reference.table;
        let title = self.text(&table.title).unwrap_or(self.words.say(Phrase::CodesAndRanges));
        let mut blocks = vec![format!("# {}", line(title)), self.counts()];
        blocks.extend(table.notes.iter().filter_map(|note| Some(paragraph(self.text(note)?))));
        blocks.extend(self.list(Phrase::Sources, table.references.iter().map(|reference| source(reference))));
        blocks.extend(self.properties());
        blocks.push(format!("## {}", self.words.say(Phrase::CodesAndRanges)));
        blocks.push(self.overview());
        blocks.extend((0..table.rows.len()).map(|row| self.section(row)));
        blocks
    }

    /// `22 codes, 8 ranges`: the languages are not here.
    fn counts(&self) -> String {
        let [codes, ranges, _] = show::counts(self.reference.table);
        [codes, ranges].map(|count| count.localized(self.words.language()).to_string()).join(", ")
    }

    /// A line for each row; what lies in a range stands under it, and further in.
    fn overview(&self) -> String {
        let heads = [Phrase::Code, Phrase::Symbol, Phrase::Name, Phrase::Status];
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
        let lines =
            properties.iter().map(|column| format!("- `{}`{}", column.name, doc(column.doc.as_ref())));
        vec![format!("## {}", self.words.say(Phrase::Properties)), lines.collect::<Vec<_>>().join("\n")]
    }

    /// `**Sources**` and a list; nothing where the list is empty.
    fn list(&self, head: Phrase, items: impl Iterator<Item = String>) -> Option<String> {
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
