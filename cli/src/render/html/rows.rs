//! The head of the page and its rows: each code and each range, followed by the rows inside it.

use code_registry_table::{
    Argument, EnumWord, Extent, LiteralKind, OpaqueKey, Property, PropertyKind, PropertyValue, Row, Status,
};

use super::Writer;
use crate::display_text::{self, Words};
use crate::error::Label;
use crate::render::elements::{self, escape};
use crate::render::fragment;

/// A range with more rows than this collapses the list of their values.
const FEW: usize = 24;

impl<'a> Writer<'a> {
    pub(super) fn rows(&mut self) -> String {
        (0..self.reference.table.rows.len()).map(|row| self.row(row)).collect()
    }

    fn row(&mut self, index: usize) -> String {
        let row = self.reference.row(index);
        let kind = if row.extent.is_range() { "range" } else { "code" };
        let depth = self.reference.depth(index);
        let anchor = escape(&self.reference.anchor(index));
        let (values, head) = (self.extent(row), self.row_heading(index));
        let mut parts = String::new();
        let description = row.text(LiteralKind::Description);
        if !description.is_empty() {
            parts += &self.text("p", "text", description);
        }
        if display_text::is_taken(self.reference.table, row) {
            parts += &format!("<p>{}</p>", self.word(Label::AllTaken));
        }
        parts += &self.explained(row);
        parts += &self.facts(index);
        parts += &self.inside(index);
        parts += &self.remarks(row);
        format!(
            "<article class=\"row {kind} depth-{depth}\" id=\"{anchor}\"{values}>\n\
             {head}\n<div class=\"body\">{parts}</div>\n</article>\n"
        )
    }

    /// The attributes by which the script finds the range around a value.
    fn extent(&self, row: &Row) -> String {
        if !row.extent.is_range() {
            return String::new();
        }
        let digits = |value| escape(&self.values.digits(self.reference.table, value));
        format!(" data-first=\"{}\" data-last=\"{}\"", digits(row.extent.first()), digits(row.extent.last()))
    }

    /// Rows inside a range have a lower heading level.
    fn row_heading(&mut self, index: usize) -> String {
        let level = 2 + self.reference.depth(index);
        let (href, label) = (self.reference.link(index), escape(&self.reference.label(index)));
        let row = self.reference.row(index);
        let name = row.text(LiteralKind::Name);
        let name = if name.is_empty() { String::new() } else { self.text("span", "name", name) };
        let status = self.status(row);
        format!(
            "<div class=\"top\"><h{level}><a class=\"value\" href=\"{href}\">{label}</a> {name} \
             <code>{}</code></h{level}>{status}</div>",
            row.symbol
        )
    }

    /// The status, unless it is `assigned`.
    fn status(&mut self, row: &Row) -> String {
        if row.status == Status::Assigned {
            return String::new();
        }
        let word = self.word(Words::of_status(row.status));
        format!("<p class=\"status {}\">{word}</p>", row.status.name())
    }

    /// The message and the help.
    fn explained(&mut self, row: &'a Row) -> String {
        let mut parts = String::new();
        if !row.message.is_empty() {
            let message = self.message("dd", "message", row);
            parts += &self.labelled(Label::Message, &message);
        }
        for kind in LiteralKind::ALL {
            let Some(heading) = Words::of_text(kind).filter(|_| !row.text(kind).is_empty()) else { continue };
            let text = match kind {
                LiteralKind::Help => self.help(row),
                kind => self.text("dd", "text", row.text(kind)),
            };
            parts += &self.labelled(heading, &text);
        }
        for (at, property) in self.reference.table.text_columns() {
            let Some(texts) = row.column_text(at) else { continue };
            let heading = self.column(property);
            let text = self.text("dd", "text", texts);
            parts += &format!("<div><dt>{heading}</dt>{text}</div>");
        }
        list("parts", &parts)
    }

    /// The facts of the row, then the properties.
    fn facts(&mut self, index: usize) -> String {
        let row = self.reference.row(index);
        let mut facts = self.parts_of(row);
        if let Some(value) = row.replaced_by {
            let value = self.value(value);
            facts += &self.fact(Label::ReplacedBy, &value);
        }
        for key in OpaqueKey::ALL {
            if let Some(text) = row.opaque(key) {
                facts += &self.fact(Words::of_key(key), &escape(text));
            }
        }
        if !row.aliases.is_empty() {
            let alias = |alias: &String| format!("<code class=\"alias\">{alias}</code>");
            let aliases: Vec<_> = row.aliases.iter().map(alias).collect();
            facts += &self.fact(Label::Aliases, &aliases.join(", "));
        }
        if let Some(range) = self.reference.parent(index) {
            let range = self.short(range);
            facts += &self.fact(Label::Within, &range);
        }
        if !row.arguments.is_empty() {
            let argument = |argument: &Argument| {
                format!("<bdi><code>{}</code> {}</bdi>", argument.name, escape(&argument.declaration()))
            };
            let arguments: Vec<_> = row.arguments.iter().map(argument).collect();
            facts += &self.fact(Label::Arguments, &arguments.join(", "));
        }
        facts += &self.properties_of(row);
        list("facts", &facts)
    }

    /// The parts of the value, with the names of their numbers.
    fn parts_of(&mut self, row: &Row) -> String {
        let (table, mut facts) = (self.reference.table, String::new());
        let Extent::Code(value) = row.extent else { return facts };
        for part in &table.parts {
            let name = match table.part_word(part, value) {
                Some(PropertyValue::Word(at, word)) => format!(" {}", self.word_of(table.word(at, word))),
                _ => String::new(),
            };
            facts +=
                &format!("<div><dt><code>{}</code></dt><dd>{}{name}</dd></div>", part.name, part.of(value));
        }
        facts
    }

    /// The columns; what most rows have is in the background.
    fn properties_of(&mut self, row: &Row) -> String {
        let mut facts = String::new();
        for (at, (property, value)) in self.reference.table.properties.iter().zip(&row.properties).enumerate()
        {
            // Texts are among the parts.
            let Some(value) = value.as_ref().filter(|_| property.kind != PropertyKind::Text) else {
                continue;
            };
            let class = if self.reference.is_usual(at, value) { " class=\"usual\"" } else { "" };
            let href = fragment(&format!("§{}", property.name));
            let name = self.column(property);
            let value = match value {
                PropertyValue::Bool(true) => self.mark("yes", Label::Yes),
                PropertyValue::Bool(false) => self.mark("no", Label::No),
                PropertyValue::Word(at, word) => self.word_of(self.reference.table.word(*at, *word)),
                value => escape(&display_text::property(self.reference.table, value)),
            };
            facts += &format!("<div{class}><dt><a href=\"{href}\">{name}</a></dt><dd>{value}</dd></div>");
        }
        facts
    }

    fn mark(&mut self, class: &str, word: Label) -> String {
        format!("<span class=\"{class}\"><span class=\"sign\">{}</span></span>", self.word(word))
    }

    /// The values of the rows inside a range.
    fn inside(&mut self, index: usize) -> String {
        let rows = self.reference.inside(index);
        if rows.is_empty() {
            return String::new();
        }
        let links = rows.iter().map(|&row| format!("<li>{}</li>", self.link(row)));
        let (links, count) = (links.collect::<String>(), rows.len());
        let label = self.word(Label::Inside);
        let open = if count > FEW { "" } else { " open" };
        format!(
            "<details class=\"inside\"{open}><summary>{label} <span>{count}</span></summary><ul>{links}</ul></details>"
        )
    }

    /// Notes and sources.
    fn remarks(&mut self, row: &'a Row) -> String {
        let mut parts = String::new();
        if !row.notes.is_empty() {
            let notes: String = row.notes.iter().map(|note| self.text("dd", "note", note)).collect();
            parts += &self.labelled(Label::Notes, &notes);
        }
        if !row.references.is_empty() {
            let sources: Vec<_> = row.references.iter().map(|source| self.reference(source)).collect();
            let sources = sources.iter().map(|source| format!("<dd class=\"source\">{source}</dd>"));
            parts += &self.labelled(Label::Sources, &sources.collect::<String>());
        }
        list("parts", &parts)
    }

    /// A link to the row that explains a value.
    fn value(&self, value: i128) -> String {
        let row = self.reference.row_of(value);
        row.map_or_else(|| escape(&self.reference.table.label(value)), |row| self.short(row))
    }

    fn reference(&mut self, reference: &str) -> String {
        let section = self.word(Label::Section);
        elements::reference(reference, &section)
    }

    fn short(&self, index: usize) -> String {
        format!("{} <code>{}</code>", self.link(index), self.reference.row(index).symbol)
    }

    fn link(&self, index: usize) -> String {
        let (href, label) = (self.reference.link(index), escape(&self.reference.label(index)));
        format!("<a class=\"value\" href=\"{href}\">{label}</a>")
    }

    fn labelled(&mut self, label: Label, values: &str) -> String {
        format!("<div><dt>{}</dt>{values}</div>", self.word(label))
    }

    fn fact(&mut self, label: Label, value: &str) -> String {
        self.labelled(label, &format!("<dd>{value}</dd>"))
    }
}

/// A list of labels and values, unless it is empty.
fn list(class: &str, entries: &str) -> String {
    if entries.is_empty() { String::new() } else { format!("<dl class=\"{class}\">{entries}</dl>") }
}

impl<'a> Writer<'a> {
    pub(super) fn heading(&mut self) -> String {
        let title = &self.reference.table.title;
        if title.is_empty() { self.word(Label::CodesAndRanges) } else { self.text("span", "title", title) }
    }

    /// A word by its name, if it has one.
    fn word_of(&mut self, word: &'a EnumWord) -> String {
        if word.name.is_empty() { escape(&word.word) } else { self.text("span", "", &word.name) }
    }

    /// Counts, notes, sources and properties of the table.
    pub(super) fn about(&mut self) -> String {
        let table = self.reference.table;
        let mut about = format!("<p class=\"counts\">{}</p>\n", self.counts_word());
        for note in &table.notes {
            about += &format!("{}\n", self.text("p", "text", note));
        }
        if !table.references.is_empty() {
            let label = self.word(Label::Sources);
            let sources: Vec<_> = table.references.iter().map(|source| self.reference(source)).collect();
            let sources: String = sources.iter().map(|source| format!("<li>{source}</li>")).collect();
            about += &format!("<h2 class=\"label\">{label}</h2>\n<ul class=\"sources\">{sources}</ul>\n");
        }
        about + &self.properties()
    }

    /// The name of a column, or its key if it has none.
    fn column(&mut self, property: &'a Property) -> String {
        if property.title.is_empty() {
            format!("<code>{}</code>", property.name)
        } else {
            self.text("span", "", &property.title)
        }
    }

    /// The columns of the table and what they mean.
    fn properties(&mut self) -> String {
        let table = self.reference.table;
        if table.properties.is_empty() {
            return String::new();
        }
        let label = self.word(Label::Properties);
        let mut columns = String::new();
        for property in &table.properties {
            let name = self.column(property);
            let doc = if property.doc.is_empty() {
                "<dd>—</dd>".to_owned()
            } else {
                self.text("dd", "", &property.doc)
            };
            columns += &format!("<div><dt id=\"§{}\">{name}</dt>{doc}</div>\n", property.name);
        }
        format!("<details class=\"columns\"><summary>{label}</summary>\n<dl>\n{columns}</dl></details>\n")
    }

    /// Links to the outermost ranges.
    pub(super) fn ranges(&mut self) -> String {
        let table = self.reference.table;
        let is_top =
            |index: &usize| table.rows[*index].extent.is_range() && self.reference.depth(*index) == 0;
        let ranges: Vec<_> = (0..table.rows.len()).filter(is_top).collect();
        if ranges.is_empty() {
            return String::new();
        }
        let label = self.word(Label::TopRanges);
        let links: String = ranges.into_iter().map(|range| self.range(range)).collect();
        format!(
            "<nav aria-labelledby=\"§ranges\">\n\
             <h2 class=\"label\" id=\"§ranges\">{label}</h2>\n<ul>\n{links}</ul>\n</nav>\n"
        )
    }

    fn range(&mut self, index: usize) -> String {
        let (href, label) = (self.reference.link(index), escape(&self.reference.label(index)));
        let row = self.reference.row(index);
        let name = row.text(LiteralKind::Name);
        let name = if name.is_empty() {
            format!("<code>{}</code>", row.symbol)
        } else {
            self.text("span", "name", name)
        };
        format!("<li><a href=\"{href}\"><span class=\"value\">{label}</span> {name}</a></li>\n")
    }
}
