//! A table as another language needs it: every text resolved, nothing left to look up.

use std::collections::HashSet;

use code_registry_table::{Row, Status, Table, unlisted};

use super::names::TypeName;
use super::text;

/// What every language is written from.
pub(super) struct Model<'t> {
    pub(super) table: &'t Table,
    pub(super) name: &'t TypeName,
    /// What the registry is called, for a comment.
    pub(super) title: String,
    /// In numeric order. A code that is retired is none any more.
    pub(super) codes: Vec<Entry<'t>>,
    /// In numeric order, an outer range before those in it; also those whose values all have rows of their own.
    pub(super) ranges: Vec<Entry<'t>>,
    /// What stands for a value that no row covers, where something does.
    pub(super) unlisted: Option<Answer<'t>>,
}

/// A row.
pub(super) struct Entry<'t> {
    pub(super) row: &'t Row,
    pub(super) answer: Answer<'t>,
}

/// What a value is answered with.
pub(super) struct Answer<'t> {
    pub(super) symbol: &'t str,
    /// One for each language of the table.
    pub(super) texts: Vec<Texts>,
}

/// The texts in one language, or those that it falls back to.
pub(super) struct Texts {
    pub(super) name: String,
    pub(super) description: String,
    pub(super) help: Option<String>,
}

/// A name for a value.
pub(super) struct Constant {
    pub(super) identifier: String,
    pub(super) value: i128,
    /// Paragraphs of one line each, for a comment.
    pub(super) doc: Vec<String>,
    /// What is to be used instead, of a deprecated code.
    pub(super) deprecated: Option<String>,
}

impl<'t> Model<'t> {
    pub(super) fn new(table: &'t Table, name: &'t TypeName) -> Self {
        let title = table.title.get(0).map_or_else(|| name.to_string(), |title| text::line(title));
        let rows = table.rows.iter().filter(|row| row.status != Status::Retired);
        let (ranges, codes) = rows.partition::<Vec<_>, _>(|row| row.extent.is_range());
        let entries = |rows: Vec<&'t Row>| rows.into_iter().map(|row| entry(table, row)).collect();
        let (codes, ranges) = (entries(codes), entries(ranges));
        let unlisted = table.unlisted.as_ref().map(|variant| answer_elsewhere(table, variant));
        Self { table, name, title, codes, ranges, unlisted }
    }

    /// The tags of the languages.
    pub(super) fn tags(&self) -> impl Iterator<Item = &'t str> {
        self.table.languages.iter().map(|language| language.tag.as_str())
    }

    /// A constant for each code, each followed by those for its aliases; `case` makes a language's own form of a name
    /// in UpperCamelCase, and `reserved` are the names that the language or the rest of the file has taken.
    pub(super) fn constants(&self, case: fn(&str) -> String, reserved: &[&str]) -> Vec<Constant> {
        let mut names = Names { taken: HashSet::new(), reserved };
        let variant = |entry: &Entry<'_>| case(entry.row.variant.as_deref().unwrap_or_default());
        // Before any alias: the code's own name is the one to be kept as it is.
        let own: Vec<String> = self.codes.iter().map(|entry| names.free(variant(entry))).collect();
        let mut constants = Vec::new();
        for (entry, identifier) in self.codes.iter().zip(&own) {
            let deprecated = self.instead(entry, &own);
            constants.push(self.constant(entry, identifier.clone(), deprecated.clone()));
            for alias in &entry.row.aliases {
                let doc = vec![format!("{alias}, another name of {identifier}")];
                let identifier = names.free(case(&self.table.usual_variant(alias)));
                let value = entry.row.extent.first();
                constants.push(Constant { identifier, value, doc, deprecated: deprecated.clone() });
            }
        }
        constants
    }

    fn constant(&self, entry: &Entry<'_>, identifier: String, deprecated: Option<String>) -> Constant {
        let (row, texts) = (entry.row, &entry.answer.texts[0]);
        let label = self.table.extent_label(row.extent);
        let head = text::line(&format!("{label} {}: {}", row.symbol, texts.name));
        let body = (texts.description != texts.name).then(|| text::line(&texts.description));
        let doc = [head].into_iter().chain(body).collect();
        Constant { identifier, value: row.extent.first(), doc, deprecated }
    }

    /// What to use instead of a deprecated code; none of any other.
    fn instead(&self, entry: &Entry<'_>, identifiers: &[String]) -> Option<String> {
        (entry.row.status == Status::Deprecated).then(|| {
            let value = entry.row.replaced_by;
            let found = self.codes.iter().position(|entry| Some(entry.row.extent.first()) == value);
            match (found, value) {
                (Some(position), _) => format!("use {}", identifiers[position]),
                (None, Some(value)) => text::line(&format!("use {}", self.table.label(value))),
                (None, None) => "do not use it any more".to_owned(),
            }
        })
    }
}

fn entry<'t>(table: &'t Table, row: &'t Row) -> Entry<'t> {
    let texts = table.languages.iter().map(|language| Texts {
        name: row.short(&language.chain).unwrap_or_default(),
        description: row.meaning(&language.chain).unwrap_or_default(),
        help: row.help.resolve(language).cloned(),
    });
    Entry { row, answer: Answer { symbol: &row.symbol, texts: texts.collect() } }
}

fn answer_elsewhere<'t>(table: &'t Table, variant: &'t str) -> Answer<'t> {
    let texts = table.languages.iter().map(|language| {
        let texts = unlisted(&language.tag);
        Texts { name: texts.name.to_owned(), description: texts.description.to_owned(), help: None }
    });
    Answer { symbol: variant, texts: texts.collect() }
}

/// Names that differ from each other and from all that are reserved.
struct Names<'r> {
    taken: HashSet<String>,
    reserved: &'r [&'r str],
}

impl Names<'_> {
    fn free(&mut self, name: String) -> String {
        let name = if self.reserved.contains(&name.as_str()) { name + "_" } else { name };
        let numbered = (2..).map(|number| format!("{name}_{number}"));
        let mut names = std::iter::once(name.clone()).chain(numbered);
        names.find(|name| self.taken.insert(name.clone())).unwrap_or(name)
    }
}
