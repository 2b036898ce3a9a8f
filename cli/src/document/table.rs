//! From a table to its document, which leaves out defaults.

use code_registry_table::{
    EnumWord, Enumeration, Extent, Label, Language, LiteralKind, Localized, Message, OpaqueKey, Part, Policy,
    Property, PropertyKind, PropertyValue, Repr, Row, Rule, SerdeForm, Status, Table, TextKind,
};

use super::{Document, Node, Section};
use crate::display_text::{self, Pattern};

/// The whole table; with a language, only its texts, each from the language that the fallbacks lead to.
pub(crate) fn of(table: &Table, only: Option<&Language>) -> Document {
    let writer = Writer { table, only };
    let section =
        |path: [&str; 2], fields| Section { path: path.map(str::to_owned).to_vec(), fields, line: None };
    let mut sections =
        vec![Section { path: vec!["registry".to_owned()], fields: writer.registry(), line: None }];
    let languages = table.languages.iter().filter(|_| only.is_none());
    let languages = languages.map(|language| section(["language", &language.tag], writer.language(language)));
    sections.extend(languages.filter(|section| !section.fields.is_empty()));
    let lint = Section { path: vec!["lint".to_owned()], fields: lint(table), line: None };
    sections.extend(Some(lint).filter(|lint| only.is_none() && !lint.fields.is_empty()));
    sections.extend(
        table.properties.iter().map(|column| section(["property", &column.name], writer.property(column))),
    );
    sections.extend(table.enums.iter().map(|one| section(["enum", &one.name], writer.enumeration(one))));
    let parts = Section { path: vec!["part".to_owned()], fields: parts(table), line: None };
    sections.extend(Some(parts).filter(|parts| only.is_none() && !parts.fields.is_empty()));
    sections.extend(table.rows.iter().map(|row| {
        let kind = if row.extent.is_range() { "range" } else { "code" };
        section([kind, &writer.header(row.extent)], writer.row(row))
    }));
    Document { sections }
}

/// An imported table: default symbols are left out.
pub(crate) fn imported(table: &Table) -> Document {
    let mut document = of(table, None);
    let first = document.sections.len() - table.rows.len();
    for (section, row) in document.sections[first..].iter_mut().zip(&table.rows) {
        let default = table.default_symbol(row.extent).map(|symbol| Node::text(&symbol));
        section.fields.retain(|(key, value)| key != "symbol" || Some(value) != default.as_ref());
    }
    document
}

/// The keys of `[lint]`.
fn lint(table: &Table) -> Vec<(String, Node)> {
    let level = |(rule, level): &(Rule, &str)| (rule.id().to_owned(), Node::text(*level));
    let length = table.name_length.map(|length| ("name_length".to_owned(), Node::Integer(length as i128)));
    table.lint_levels.iter().map(level).chain(length).collect()
}

/// The keys of `[part]`.
fn parts(table: &Table) -> Vec<(String, Node)> {
    let written = |of: &Part| match of.names {
        None => Node::Text(of.range()),
        Some(_) => Node::Table(part(table, of)),
    };
    table.parts.iter().map(|part| (part.name.clone(), written(part))).collect()
}

/// The keys of a part.
pub(crate) fn part(table: &Table, part: &Part) -> Vec<(String, Node)> {
    let names = part.names.map(|names| ("names".to_owned(), Node::text(&table.enums[names].name)));
    [("bits".to_owned(), Node::Text(part.range()))].into_iter().chain(names).collect()
}

/// The values of a row as in its header: `2001`, `2000-2999`, `-9..=-1`, `0x80004005`.
pub(crate) fn header(table: &Table, extent: Extent) -> String {
    Writer { table, only: None }.header(extent)
}

/// The keys of `[registry]`.
pub(crate) fn registry(table: &Table) -> Vec<(String, Node)> {
    Writer { table, only: None }.registry()
}

/// The keys in the section of a language, given by its index in the table.
pub(crate) fn language(table: &Table, at: usize) -> Vec<(String, Node)> {
    Writer { table, only: None }.language(&table.languages[at])
}

/// The keys in the section of a row.
pub(crate) fn row(table: &Table, row: &Row) -> Vec<(String, Node)> {
    Writer { table, only: None }.row(row)
}

/// The keys with texts in one language, each from the language that the fallbacks lead to.
pub(crate) fn row_in(table: &Table, row: &Row, language: &Language) -> Vec<(String, Node)> {
    Writer { table, only: Some(language) }.row(row)
}

#[derive(Clone, Copy)]
struct Writer<'a> {
    table: &'a Table,
    only: Option<&'a Language>,
}

/// The fields of a section that have a value.
struct Fields(Vec<(String, Node)>);

impl Fields {
    fn add(&mut self, key: &str, value: Option<Node>) {
        self.0.extend(value.map(|value| (key.to_owned(), value)));
    }

    fn add_text(&mut self, key: &str, text: Option<&String>) {
        self.add(key, text.map(Node::text));
    }

    /// A single text is written alone, several as a list.
    fn add_texts(&mut self, key: &str, texts: &[String]) {
        self.add(
            key,
            match texts {
                [] => None,
                [text] => Some(Node::text(text)),
                texts => Some(Node::texts(texts)),
            },
        );
    }
}

impl<'a> Writer<'a> {
    fn registry(self) -> Vec<(String, Node)> {
        let table = self.table;
        let mut fields = Fields(Vec::new());
        fields.add("title", self.text(&table.title));
        fields.add("repr", Some(Node::text(table.repr.name())));
        if let Repr::Str(length) = &table.repr {
            fields.add("length", Some(Node::Integer(*length as i128)));
        }
        let tags = self.languages().into_iter().map(|language| &language.tag);
        fields.add("languages", Some(Node::texts(tags)));
        fields.add("label", table.label.as_ref().map(|label| Node::Text(label.to_string())));
        fields.add("prefix", Some(Node::text(&table.prefix)).filter(|_| !table.prefix.is_empty()));
        fields.add_text("unlisted", table.unlisted.as_ref());
        let is_usual = table.serde == SerdeForm::default();
        fields.add("serde", Some(Node::text(table.serde.name())).filter(|_| !is_usual));
        fields.add_texts("reference", &table.references);
        fields.add_text("url", table.url.as_ref());
        fields.add_text("domain", table.domain.as_ref());
        fields.add_text("comment", table.comment.as_ref());
        fields.add(TextKind::Note.key(), self.notes(&table.notes));
        fields.0
    }

    fn language(self, language: &Language) -> Vec<(String, Node)> {
        let policy = match language.policy {
            Policy::Required => None,
            Policy::Partial => Some(Node::text("partial")),
            Policy::Draft => Some(Node::text("draft")),
        };
        // The chain begins with the language itself and ends with the default language; the file names neither.
        let fallback = language.chain.get(1..).unwrap_or_default();
        let fallback = fallback.strip_suffix(&[0]).unwrap_or(fallback);
        let tags = fallback.iter().map(|&column| &self.table.languages[column].tag);
        let mut fields = Fields(Vec::new());
        fields.add("policy", policy);
        fields.add("fallback", Some(Node::texts(tags)).filter(|_| !fallback.is_empty()));
        fields.0
    }

    fn row(self, row: &Row) -> Vec<(String, Node)> {
        let is_range = row.extent.is_range() && !self.table.repr.is_name();
        let usual = if is_range { Status::Unassigned } else { Status::Assigned };
        let is_usual_variant = |variant: &&String| **variant == self.table.usual_variant(&row.symbol);
        let message = |message: &Message| super::message_node(Pattern { message, arguments: &row.arguments });
        let mut fields = Fields(Vec::new());
        fields.add_text("symbol", Some(&row.symbol));
        fields.add("status", (row.status != usual).then(|| Node::text(row.status.name())));
        fields.add("replaced_by", row.replaced_by.map(|value| self.value(value)));
        for kind in TextKind::ALL {
            match kind {
                TextKind::Literal(LiteralKind::Help) if !row.help_message.is_empty() => {
                    fields.add(kind.key(), self.localized(&row.help_message, message));
                }
                TextKind::Literal(literal) => fields.add(kind.key(), self.text(row.text(literal))),
                TextKind::Message => fields.add(kind.key(), self.localized(&row.message, message)),
                // At the end, because each has a header of its own.
                TextKind::Note => {}
            }
        }
        fields.add_text("comment", row.comment.as_ref());
        fields.add("args", super::arguments(row));
        for (property, value) in self.table.properties.iter().zip(&row.properties) {
            let usual = property.default.as_ref().or_else(|| {
                let needs_value = property.is_required && !row.extent.is_range();
                property.otherwise.as_ref().filter(|_| !needs_value)
            });
            let value = value.as_ref().filter(|value| usual != Some(*value));
            let value = match value {
                Some(PropertyValue::Text(texts)) => self.text(texts),
                value => value.map(|value| property_value(self.table, value)),
            };
            fields.add(&property.name, value);
        }
        fields.add_text("variant", row.variant.as_ref().filter(|variant| !is_usual_variant(variant)));
        for key in OpaqueKey::ALL {
            fields.add(key.name(), row.opaque(key).map(Node::text));
        }
        fields.add_texts("reference", &row.references);
        fields.add("aliases", Some(Node::texts(&row.aliases)).filter(|_| !row.aliases.is_empty()));
        fields.add(TextKind::Note.key(), self.notes(&row.notes));
        fields.0
    }

    fn property(self, property: &Property) -> Vec<(String, Node)> {
        let table = self.table;
        let kind = match &property.kind {
            PropertyKind::Bool => "bool",
            PropertyKind::Integer(repr) => repr.name(),
            PropertyKind::Str => "str",
            PropertyKind::Text => "text",
            PropertyKind::Enum(at) => &table.enums[*at].name,
            PropertyKind::HttpStatus => "http-status",
        };
        let mut fields = Fields(Vec::new());
        fields.add("type", Some(Node::text(kind)));
        fields.add("default", property.default.as_ref().map(|value| property_value(table, value)));
        fields.add("required", property.is_required.then_some(Node::Bool(true)));
        fields.add("otherwise", property.otherwise.as_ref().map(|value| property_value(table, value)));
        fields.add("name", self.text(&property.title));
        fields.add("doc", self.text(&property.doc));
        fields.add_text("comment", property.comment.as_ref());
        fields.0
    }

    fn enumeration(self, one: &Enumeration) -> Vec<(String, Node)> {
        let mut fields = Fields(Vec::new());
        let numbered = |word: &EnumWord| Some((word.word.clone(), Node::Integer(word.number?)));
        let numbers: Option<Vec<_>> = one.words.iter().map(numbered).collect();
        let words = || Node::texts(one.words.iter().map(|word| &word.word));
        fields.add("values", Some(numbers.map_or_else(words, Node::Table)));
        fields.add_text("rust", one.rust.as_ref());
        let has_names = one.words.iter().any(|word| !word.name.is_empty());
        let names =
            self.languages().into_iter().map(|language| (language.tag.clone(), self.names(one, language)));
        let names = names.filter(|(_, names)| !names.entries().is_empty()).collect();
        fields.add("name", has_names.then_some(Node::Table(names)));
        fields.add_text("comment", one.comment.as_ref());
        fields.0
    }

    /// The name of each word in a language.
    fn names(self, one: &Enumeration, language: &Language) -> Node {
        let name = |word: &EnumWord| Some((word.word.clone(), Node::text(self.own(&word.name, language)?)));
        Node::Table(one.words.iter().filter_map(name).collect())
    }

    fn languages(self) -> Vec<&'a Language> {
        self.only.map_or_else(|| self.table.languages.iter().collect(), |only| vec![only])
    }

    fn text(self, text: &Localized) -> Option<Node> {
        self.localized(text, |text| Node::text(text))
    }

    /// The text in each language; in a document with one language, also its substitute.
    fn localized<T>(self, texts: &Localized<T>, node: impl Fn(&T) -> Node) -> Option<Node> {
        let entries = self.languages().into_iter();
        let entries =
            entries.filter_map(|language| Some((language.tag.clone(), node(self.own(texts, language)?))));
        Some(Node::Table(entries.collect())).filter(|_| !texts.is_empty())
    }

    /// The text in a language; in a document with one language, also its substitute.
    fn own<'t, T>(self, texts: &'t Localized<T>, language: &Language) -> Option<&'t T> {
        match self.only {
            Some(_) => texts.resolve(language),
            None => texts.get(self.table.language(&language.tag)?),
        }
    }

    fn notes(self, notes: &[Localized]) -> Option<Node> {
        let list = notes.iter().filter_map(|note| self.text(note)).collect();
        (!notes.is_empty()).then_some(Node::List(list))
    }

    fn header(self, extent: Extent) -> String {
        match extent {
            Extent::Code(value) => self.shown(value),
            Extent::Range(first, last) => self.table.repr.prefix(first, last).unwrap_or_else(|| {
                let (first, last) = (self.shown(first), self.shown(last));
                let between = if first.starts_with('-') { "..=" } else { "-" };
                [&first, between, &last].concat()
            }),
        }
    }

    /// A value as the table names it: a TOML number, or its label in quotes.
    fn value(self, value: i128) -> Node {
        let is_number = !self.table.repr.is_text() && self.hexadecimal().is_none();
        if is_number { Node::Integer(value) } else { Node::Text(self.shown(value)) }
    }

    fn shown(self, value: i128) -> String {
        self.hexadecimal().map_or_else(|| self.table.repr.show(value), |label| label.show(value))
    }

    /// The label, if it shows values in other digits than decimal ones.
    fn hexadecimal(self) -> Option<&'a Label> {
        self.table.label.as_ref().filter(|label| label.is_usual_spelling())
    }
}

/// The keys in the section of an enum.
pub(crate) fn enumeration(table: &Table, one: &Enumeration) -> Vec<(String, Node)> {
    Writer { table, only: None }.enumeration(one)
}

/// The keys in the section of a property.
pub(crate) fn property(table: &Table, property: &Property) -> Vec<(String, Node)> {
    Writer { table, only: None }.property(property)
}

fn property_value(table: &Table, value: &PropertyValue) -> Node {
    match value {
        PropertyValue::Bool(value) => Node::Bool(*value),
        PropertyValue::Integer(value) => Node::Integer(*value),
        PropertyValue::Str(text) => Node::text(text),
        PropertyValue::Text(_) => Node::text(display_text::property(table, value)),
        PropertyValue::Word(at, word) => Node::text(&table.word(*at, *word).word),
    }
}
