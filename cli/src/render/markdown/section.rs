//! The section of a row.

use code_registry_table::Row;

use super::Writer;
use crate::markdown::{line, paragraph, source};
use crate::pattern::Pattern;
use crate::render::html::escape;
use crate::said::Phrase;
use crate::show;

impl Writer<'_> {
    pub(super) fn section(&self, index: usize) -> String {
        let row = self.reference.row(index);
        let mut blocks = vec![self.heading(index)];
        blocks.extend(self.text(&row.description).map(paragraph));
        blocks.extend(show::is_taken(row).then(|| self.words.say(Phrase::AllTaken).to_owned()));
        blocks.extend(self.message(row));
        blocks.extend(self.labelled(Phrase::Advice, self.text(&row.help)));
        blocks.push(self.facts(index).join("\n"));
        let notes = row.notes.iter().filter_map(|note| Some(paragraph(self.text(note)?)));
        blocks.extend(self.list(Phrase::Notes, notes.map(|note| note.replace('\n', "\n  "))));
        blocks.extend(self.list(Phrase::Sources, row.references.iter().map(|reference| source(reference))));
        blocks.join("\n\n")
    }

    /// What lies in a range stands a step below it, as far as there are steps.
    fn heading(&self, index: usize) -> String {
        let row = self.reference.row(index);
        let level = "#".repeat((3 + self.reference.depth(index)).min(6));
        let (anchor, label) = (escape(&self.reference.anchor(index)), line(&self.reference.label(index)));
        let name = self.text(&row.name).map(|name| format!(": {}", line(name))).unwrap_or_default();
        format!("{level} <a id=\"{anchor}\"></a>{label} `{}`{name}", row.symbol)
    }

    fn labelled(&self, head: Phrase, text: Option<&str>) -> Option<String> {
        text.map(|text| format!("**{}:** {}", self.words.say(head), paragraph(text)))
    }

    /// A quotation: a list would go on in that of the facts.
    fn message(&self, row: &Row) -> Option<String> {
        let message = row.message.resolve(self.language)?;
        let sentences = Pattern { message, arguments: &row.arguments }.sentences();
        let lines: Vec<_> =
            sentences.iter().map(|sentence| format!("> {}", line(&sentence.to_string()))).collect();
        Some(format!("**{}**\n\n{}", self.words.say(Phrase::Message), lines.join("\\\n")))
    }

    fn facts(&self, index: usize) -> Vec<String> {
        let row = self.reference.row(index);
        let fact = |head: Phrase, value: String| format!("- {}: {value}", self.words.say(head));
        let mut facts = vec![fact(Phrase::Status, self.words.status(row.status).to_owned())];
        facts.extend(row.replaced_by.map(|value| fact(Phrase::ReplacedBy, self.value(value))));
        facts.extend(row.since.iter().map(|since| fact(Phrase::Since, line(since))));
        facts.extend(
            listed(row.aliases.iter().map(|alias| code(alias))).map(|list| fact(Phrase::Aliases, list)),
        );
        facts.extend(self.reference.parent(index).map(|range| fact(Phrase::Within, self.named(range))));
        let inside = self.reference.inside(index).iter().map(|&row| self.link(row));
        facts.extend(listed(inside).map(|list| fact(Phrase::Inside, list)));
        let arguments = row.arguments.iter();
        let arguments =
            arguments.map(|argument| format!("{} ({})", code(&argument.name), argument.kind.name()));
        facts.extend(listed(arguments).map(|list| fact(Phrase::Arguments, list)));
        let properties = self.reference.table.properties.iter().zip(&row.properties);
        facts.extend(properties.filter_map(|(property, value)| {
            let value = self.words.property(property, value.as_ref()?);
            Some(format!("- `{}`: {}", property.name, line(&value)))
        }));
        facts
    }

    fn value(&self, value: i128) -> String {
        let row = self.reference.row_of(value);
        row.map_or_else(|| line(&self.reference.table.label(value)), |row| self.named(row))
    }

    /// A row in short.
    fn named(&self, index: usize) -> String {
        format!("{} `{}`", self.link(index), self.reference.row(index).symbol)
    }
}

/// A name of letters, digits and `_`.
fn code(name: &str) -> String {
    format!("`{name}`")
}

fn listed(items: impl Iterator<Item = String>) -> Option<String> {
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then(|| items.join(", "))
}
