//! The meaning of a registry's columns, found by their names and by their contents in all records.

use code_registry_table::schema::ROW;
use code_registry_table::{Repr, is_property_name, variant_name};

use super::{status, values};
use crate::document::{Node, Section};
use crate::error::{Error, ToolMessage};

/// A record of a registry, with its cells by column.
#[derive(Debug)]
pub(super) struct Line {
    /// The index of the record in the registry.
    pub(super) at: usize,
    pub(super) line: usize,
    /// Empty if the record has no such element.
    pub(super) cells: Vec<String>,
}

/// The records except those that have one of these texts in a cell.
pub(super) fn without(lines: Vec<Line>, skip: &[String]) -> Result<Vec<Line>, Error> {
    let has = |line: &Line, text: &String| line.cells.contains(text);
    if let Some(text) = skip.iter().find(|text| !lines.iter().any(|line| has(line, text))) {
        return Err(Error::new(ToolMessage::NothingToSkip { text: text.clone() }));
    }
    Ok(lines.into_iter().filter(|line| !skip.iter().any(|text| has(line, text))).collect())
}

/// The use of each column.
#[derive(Debug)]
pub(super) struct Columns {
    pub(super) value: usize,
    pub(super) symbol: Option<usize>,
    pub(super) name: Option<usize>,
    pub(super) description: Option<usize>,
    pub(super) status: Vec<usize>,
    pub(super) notes: Vec<usize>,
    pub(super) date: Option<usize>,
    pub(super) properties: Vec<Property>,
    /// The names of the columns that are not imported, except those that name persons.
    pub(super) left_out: Vec<String>,
}

/// A typed column.
#[derive(Debug)]
pub(super) struct Property {
    pub(super) at: usize,
    pub(super) name: String,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Bool,
    Integer(Repr),
    Words(Vec<String>),
    Text,
}

/// Columns of values, the usual ones first.
const VALUES: [&str; 18] = [
    "value",
    "number",
    "code",
    "decimal",
    "bit",
    "bit_number",
    "key",
    "cbor",
    "label",
    "id",
    "identifier",
    "tag",
    "type",
    "version",
    "ede",
    "hex",
    "token",
    "short",
];

/// Columns of words that are values, if no column has numbers.
const WORDS: [&str; 4] = ["name", "keyword", "prefix", "scheme"];

/// Columns with a short name, the best first.
const NAMES: [&str; 31] = [
    "name",
    "mnemonic",
    "code",
    "token",
    "type",
    "error",
    "sample",
    "keyword",
    "symbol",
    "flag",
    "notation",
    "capability_token",
    "identifier",
    "message",
    "summary",
    "method",
    "kem",
    "kdf",
    "aead",
    "curve",
    "auth",
    "digest",
    "algorithm",
    "short",
    "shortname",
    "label",
    "contenttype",
    "common",
    "title",
    "argument",
    "meaning",
];

/// Columns with a longer text, the best first.
const DESCRIPTIONS: [&str; 6] = ["description", "meaning", "definition", "purpose", "summary", "cddl"];

const NOTES: [&str; 5] = ["note", "notes", "comment", "comments", "remarks"];

const STATUSES: [&str; 3] = ["status", "recommended", "state"];

/// Columns that name persons or organizations, or when they registered something.
const PERSONAL: [&str; 17] = [
    "contact",
    "controller",
    "change_controller",
    "submitter",
    "expert",
    "requester",
    "registrant",
    "owner",
    "assignee",
    "email",
    "person",
    "organization",
    "company",
    "author",
    "contact_person",
    "reviewer",
    "maintainer",
];

/// Columns of references, which are found in records anyway.
const REFERENCES: [&str; 5] = ["reference", "references", "refs", "ref", "spec"];

const DATES: [&str; 4] = ["date", "registration_date", "registration", "last_updated"];

/// The longest text of a property; longer ones are prose.
const LONGEST_PROPERTY: usize = 60;

/// The most words of an enum.
const MOST_WORDS: usize = 12;

impl Columns {
    /// Finds the use of each column. A mapping specifies it for some of them.
    pub(super) fn find(
        names: &[String],
        lines: &[Line],
        mapping: &[(String, String)],
    ) -> Result<Self, Error> {
        let sheet = Sheet { names, lines };
        let mut free: Vec<bool> = vec![true; names.len()];
        let mut named = Vec::new();
        for (key, column) in mapping {
            let at = names.iter().position(|name| name == column).ok_or_else(|| unknown(column, names))?;
            free[at] = false;
            named.push((key.split('.').next().unwrap_or(key), at));
        }
        let mapped = |key: &str| named.iter().find(|(known, _)| *known == key).map(|(_, at)| *at);
        let mut take = |found: Option<usize>| found.inspect(|&at| free[at] = false);
        let value = mapped("value").or_else(|| sheet.value(&named));
        let value = take(value).ok_or_else(|| no_value(names))?;
        for at in (0..names.len()).filter(|&at| is_one_of(&PERSONAL, &names[at])) {
            free[at] = false;
        }
        let status = sheet.status(&free, mapped("status"));
        let is_name = |at: usize| free[at] && !status.contains(&at) && sheet.is_name(at);
        let words = || (0..names.len()).find(|&at| is_name(at) && sheet.has_distinct_words(at));
        let name = mapped("name").or_else(|| sheet.first(&NAMES, is_name)).or_else(words);
        let is_description = |at: usize| free[at] && Some(at) != name;
        let description = mapped("description").or_else(|| sheet.first(&DESCRIPTIONS, is_description));
        let mut columns = Self {
            value,
            symbol: mapped("symbol"),
            name,
            description,
            status,
            notes: mapped("note").into_iter().collect(),
            date: mapped("since").or_else(|| sheet.first(&DATES, |at| free[at])),
            properties: Vec::new(),
            left_out: Vec::new(),
        };
        for at in [name, description, columns.date].into_iter().flatten() {
            free[at] = false;
        }
        columns.others(sheet, &mut free, &named);
        Ok(columns)
    }

    /// Notes, properties, and columns that are left out.
    fn others(&mut self, sheet: Sheet<'_>, free: &mut [bool], named: &[(&str, usize)]) {
        let known = ["value", "symbol", "name", "description", "status", "note", "since"];
        for &(key, at) in named.iter().filter(|(key, _)| !known.contains(key)) {
            self.properties.push(Property {
                at,
                name: key.to_owned(),
                kind: sheet.kind(at).unwrap_or(Kind::Text),
            });
        }
        for at in (0..sheet.names.len()).filter(|&at| free[at]) {
            let name = &sheet.names[at];
            if is_note(name) {
                self.notes.push(at);
                continue;
            }
            // A column in which every word is a status has no other information.
            if self.status.contains(&at) && sheet.cells(at).all(|cell| status::of_cell(cell).is_some()) {
                continue;
            }
            let is_free = |name: &String| self.properties.iter().all(|property| property.name != *name);
            match (sheet.kind(at), property_name(name).filter(is_free)) {
                (Some(kind), Some(name)) if !is_one_of(&REFERENCES, &sheet.names[at]) => {
                    self.properties.push(Property { at, name, kind });
                }
                _ if sheet.cells(at).next().is_none() => {}
                _ => self.left_out.push(name.clone()),
            }
        }
    }
}

/// Whether a column of this name has notes, which keep their paragraphs.
pub(super) fn is_note(name: &str) -> bool {
    is_one_of(&NOTES, name)
}

fn is_one_of(list: &[&str], name: &str) -> bool {
    list.contains(&name.to_lowercase().replace(['-', ' '], "_").as_str())
}

fn unknown(name: &str, names: &[String]) -> Error {
    let similar = code_registry_table::nearest(name, names.iter().map(String::as_str));
    let error = Error::new(ToolMessage::NoColumn { name: name.to_owned() });
    error.suggest(similar, ToolMessage::ColumnsAre { columns: quoted(names) })
}

fn no_value(names: &[String]) -> Error {
    Error::new(ToolMessage::NoValueColumn { columns: quoted(names) })
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The columns with their cells.
#[derive(Debug, Clone, Copy)]
struct Sheet<'a> {
    names: &'a [String],
    lines: &'a [Line],
}

impl<'a> Sheet<'a> {
    /// The cells of a column that are not empty.
    fn cells(self, at: usize) -> impl Iterator<Item = &'a str> {
        self.lines.iter().map(move |line| line.cells[at].as_str()).filter(|cell| !cell.is_empty())
    }

    fn first(self, list: &[&str], is_suitable: impl Fn(usize) -> bool) -> Option<usize> {
        let find = |wanted: &&str| {
            (0..self.names.len()).find(|&at| self.names[at].eq_ignore_ascii_case(wanted) && is_suitable(at))
        };
        list.iter().find_map(find)
    }

    /// A column of numbers, otherwise the usual column of values, otherwise a column of words.
    fn value(self, named: &[(&str, usize)]) -> Option<usize> {
        let is_free = |at: usize| named.iter().all(|(_, known)| *known != at);
        let is_full = |at: usize| is_free(at) && self.cells(at).count() == self.lines.len();
        let is_numeric = |at: usize| is_full(at) && self.cells(at).all(values::is_number);
        let is_mostly_numeric = |at: usize| {
            is_free(at)
                && (self.cells(at).all(values::is_number)
                    || values::is_numeric(&self.cells(at).collect::<Vec<_>>()))
                && self.cells(at).count() * 2 > self.lines.len()
        };
        let is_distinct = |at: usize| {
            let mut cells: Vec<_> = self.cells(at).collect();
            cells.sort_unstable();
            is_full(at) && cells.windows(2).all(|pair| pair[0] != pair[1])
        };
        let other = || {
            let is_other = |&at: &usize| {
                is_numeric(at) && is_distinct(at) && !is_one_of(&["length", "size"], &self.names[at])
            };
            (0..self.names.len()).find(is_other)
        };
        let numeric =
            self.first(&VALUES, is_numeric).or_else(|| self.first(&VALUES, is_mostly_numeric)).or_else(other);
        let usual = || self.first(&["value", "number", "code"], is_free);
        let are_words = |at: usize| self.cells(at).all(values::is_word);
        // Names of several words are not values, but the object identifiers next to them are.
        let identifiers = || (0..self.names.len()).find(|&at| is_distinct(at) && are_words(at));
        let words = || {
            let named = self.first(&WORDS, |at| is_full(at) && are_words(at)).or_else(identifiers);
            self.first(&VALUES, is_distinct).or(named).or_else(|| self.first(&WORDS, is_full))
        };
        numeric.or_else(usual).or_else(words)
    }

    /// Whether a column has a name for most assigned records; a column of numbers does not.
    fn is_name(self, at: usize) -> bool {
        let filled = self.cells(at).count();
        let numbers = self.cells(at).filter(|cell| values::is_number(cell)).count();
        filled * 2 >= self.lines.len() && numbers * 2 < filled.max(1)
    }

    /// Whether each assigned record has a word of its own in this column.
    fn has_distinct_words(self, at: usize) -> bool {
        let mut words: Vec<_> = self.cells(at).filter(|cell| status::of_text(cell).is_none()).collect();
        words.sort_unstable();
        let is_word = |word: &&str| !word.contains(' ') && word.starts_with(char::is_alphabetic);
        words.iter().all(is_word) && words.windows(2).all(|pair| pair[0] != pair[1])
    }

    fn status(self, free: &[bool], mapped: Option<usize>) -> Vec<usize> {
        let is_status = |&at: &usize| free[at] && is_one_of(&STATUSES, &self.names[at]);
        mapped.into_iter().chain((0..self.names.len()).filter(is_status)).collect()
    }

    /// The type that the cells of a column show.
    fn kind(self, at: usize) -> Option<Kind> {
        let mut cells: Vec<_> = self.cells(at).filter(|cell| !is_nothing(cell)).collect();
        cells.sort_unstable();
        cells.dedup();
        if cells.is_empty() {
            return None;
        }
        if cells.iter().all(|cell| boolean(cell).is_some()) {
            return Some(Kind::Bool);
        }
        if let Some(numbers) = cells.iter().map(|cell| integer(cell)).collect::<Option<Vec<i128>>>() {
            let fits = |repr: &Repr| numbers.iter().all(|number| (repr.min()..=repr.max()).contains(number));
            return Repr::INTEGERS.into_iter().find(fits).map(Kind::Integer);
        }
        if cells.iter().any(|cell| cell.chars().count() > LONGEST_PROPERTY) {
            return None;
        }
        Some(if are_words(&cells) {
            Kind::Words(cells.into_iter().map(str::to_owned).collect())
        } else {
            Kind::Text
        })
    }
}

/// `-` and `N/A` mean that there is no value.
fn is_nothing(cell: &str) -> bool {
    matches!(cell, "-" | "--" | "N/A" | "n/a")
}

fn boolean(cell: &str) -> Option<bool> {
    match cell.to_lowercase().as_str() {
        "y" | "yes" | "true" => Some(true),
        "n" | "no" | "false" => Some(false),
        _ => None,
    }
}

/// A number without leading zeros, which would be lost.
fn integer(cell: &str) -> Option<i128> {
    let number: i128 = cell.parse().ok()?;
    (number.to_string() == cell).then_some(number)
}

/// A few words, each of which can be a variant.
fn are_words(cells: &[&str]) -> bool {
    let is_made_of = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let is_word = |cell: &&str| {
        cell.starts_with(|first: char| first.is_ascii_alphabetic())
            && cell.bytes().all(is_made_of)
            && *cell != "Self"
    };
    let mut variants: Vec<_> = cells.iter().map(|cell| variant_name(cell)).collect();
    variants.sort_unstable();
    variants.dedup();
    let are_variants = !variants.iter().any(|variant| variant.is_empty() || variant == "Self");
    cells.len() <= MOST_WORDS && variants.len() == cells.len() && are_variants && cells.iter().all(is_word)
}

/// The name of a column as one of a property; `None` if it has no letters.
fn property_name(column: &str) -> Option<String> {
    let name = snake_case(column);
    let is_usable = |name: &String| is_property_name(name) && ROW.key(name).is_none();
    [name.clone(), format!("iana_{name}")].into_iter().find(is_usable)
}

/// `Retry after` is `retry_after`.
pub(super) fn snake_case(heading: &str) -> String {
    let is_part = |character: char| character.is_ascii_alphanumeric();
    let words = heading.split(|character| !is_part(character)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_").to_ascii_lowercase()
}

impl Property {
    /// The section of the property, and that of its words.
    pub(super) fn sections(&self) -> impl Iterator<Item = Section> {
        let section = |family: &str, key: &str, value| Section {
            path: vec![family.to_owned(), self.name.clone()],
            fields: vec![(key.to_owned(), value)],
            line: None,
        };
        let (kind, words) = match &self.kind {
            Kind::Bool => ("bool", None),
            Kind::Integer(repr) => (repr.name(), None),
            Kind::Text => ("str", None),
            Kind::Words(words) => (self.name.as_str(), Some(Node::texts(words))),
        };
        let words = words.map(|words| section("enum", "values", words));
        [section("property", "type", Node::text(kind))].into_iter().chain(words)
    }

    /// The value in a cell, if it has one.
    pub(super) fn value(&self, cell: &str) -> Option<Node> {
        if cell.is_empty() || is_nothing(cell) {
            return None;
        }
        match self.kind {
            Kind::Bool => boolean(cell).map(Node::Bool),
            Kind::Integer(_) => integer(cell).map(Node::Integer),
            Kind::Words(_) | Kind::Text => Some(Node::text(cell)),
        }
    }
}
