//! What stands above the rows.

use super::data::direction;
use super::markup::{escape, link};
use super::writer::Writer;
use crate::said::Phrase;

impl Writer<'_> {
    pub(super) fn heading(&mut self) -> String {
        let title = &self.reference.table.title;
        if title.is_empty() { self.word(Phrase::CodesAndRanges) } else { self.text("span", "title", title) }
    }

    /// What the table says of itself.
    pub(super) fn about(&mut self) -> String {
        let table = self.reference.table;
        let mut about = format!("<p class=\"counts\">{}</p>\n", self.counts_word());
        for note in &table.notes {
            about += &format!("{}\n", self.text("p", "text", note));
        }
        if !table.references.is_empty() {
            let label = self.word(Phrase::Sources);
            let sources: String =
                table.references.iter().map(|source| format!("<li>{}</li>", link(source))).collect();
            about += &format!("<h2 class=\"label\">{label}</h2>\n<ul class=\"sources\">{sources}</ul>\n");
        }
        about + &self.properties()
    }

    /// What the columns mean: written once, in the table's first language.
    fn properties(&mut self) -> String {
        let table = self.reference.table;
        if table.properties.is_empty() {
            return String::new();
        }
        let label = self.word(Phrase::Properties);
        let (tag, dir) = (&table.languages[0].tag, direction(&table.languages[0]));
        let column = |(name, doc): (&str, &str)| {
            format!(
                "<div><dt id=\"§{name}\"><code>{name}</code></dt><dd lang=\"{tag}\" dir=\"{dir}\">{}</dd></div>\n",
                escape(doc)
            )
        };
        let columns = table.properties.iter();
        let columns: String = columns
            .map(|column| (column.name.as_str(), column.doc.as_deref().unwrap_or("—")))
            .map(column)
            .collect();
        format!("<details class=\"columns\"><summary>{label}</summary>\n<dl>\n{columns}</dl></details>\n")
    }

    /// A link to each range that lies in no other.
    pub(super) fn ranges(&mut self) -> String {
        let table = self.reference.table;
        let is_top =
            |index: &usize| table.rows[*index].extent.is_range() && self.reference.depth(*index) == 0;
        let ranges: Vec<_> = (0..table.rows.len()).filter(is_top).collect();
        if ranges.is_empty() {
            return String::new();
        }
        let label = self.word(Phrase::TopRanges);
        let links: String = ranges.into_iter().map(|range| self.range(range)).collect();
        format!(
            "<nav aria-labelledby=\"§ranges\">\n\
             <h2 class=\"label\" id=\"§ranges\">{label}</h2>\n<ul>\n{links}</ul>\n</nav>\n"
        )
    }

    fn range(&mut self, index: usize) -> String {
        let (href, label) = (self.reference.link(index), escape(&self.reference.label(index)));
        let row = self.reference.row(index);
        let name = if row.name.is_empty() {
            format!("<code>{}</code>", row.symbol)
        } else {
            self.text("span", "name", &row.name)
        };
        format!("<li><a href=\"{href}\"><span class=\"value\">{label}</span> {name}</a></li>\n")
    }
}
