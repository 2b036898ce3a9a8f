//! The table that represents a registry whose own table is not at hand: the rows and columns that a file of texts names, with
//! what a table needs besides.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use code_registry_table::{Case, Category, Selector, Source, is_property_name, plural, schema};
use toml::de::DeTable;

use super::catalog::{ImportedEntry, place};
use super::key;
use super::wording::{Condition, Leaf, OTHER, assemble};
use crate::document::{Document, Node, Section};

/// The name of the default language's file in the table that represents the registry.
pub(super) const SOURCE: &str = "source.toml";
/// The name of the converted language file in that table.
pub(super) const OWN: &str = "own.toml";

/// The languages of a conversion.
pub(super) struct Tags {
    pub(super) source: String,
    pub(super) target: String,
}

/// The content of the table that represents the registry: its rows, columns and source texts.
pub(super) fn table(tags: &Tags, has_source_file: bool, mut sections: Vec<Section>) -> Document {
    let headers = || {
        sections
            .iter()
            .filter(|section| !matches!(&*section.path[0], "property" | "enum"))
            .filter_map(|section| section.path.get(1))
    };
    let is_number =
        headers().all(|header| header.chars().all(|digit| digit.is_ascii_digit() || "-.=".contains(digit)));
    let has_range = sections.iter().any(|section| section.path[0] == "range");
    let repr = if is_number {
        "i64"
    } else if has_range {
        "str"
    } else {
        "name"
    };
    let texts = |values: &[&str]| Node::List(values.iter().map(|value| Node::text(*value)).collect());
    let mut fields = vec![
        ("repr".to_owned(), Node::text(repr)),
        ("languages".to_owned(), texts(&[&tags.source, &tags.target])),
    ];
    if repr == "str" {
        fields.push(("length".to_owned(), Node::Integer(15)));
    }
    if let Some(at) = sections.iter().position(|section| section.path[0] == "registry") {
        fields.extend(sections.remove(at).fields);
    }
    if !fields.iter().any(|(key, _)| key == "title") && !has_source_file {
        fields.push(("title".to_owned(), Node::Table(vec![(tags.source.clone(), Node::text("-"))])));
    }
    let section = |path: &[&str], fields| Section {
        path: path.iter().map(|key| (*key).to_owned()).collect(),
        fields,
        line: None,
    };
    let file = |name: &str| ("file".to_owned(), Node::text(name));
    let policy = || ("policy".to_owned(), Node::text("draft"));
    let mut all = vec![section(&["registry"], fields)];
    if has_source_file {
        all.push(section(&["language", &tags.source], vec![file(SOURCE)]));
    }
    all.push(section(&["language", &tags.target], vec![file(OWN), policy()]));
    all.extend(sections);
    Document::new(all)
}

/// The keys that a row or a column needs besides its texts.
fn begun(path: [&str; 2], number: usize) -> Section {
    let needed = match path[0] {
        "property" => ("type".to_owned(), Node::text("str")),
        "enum" => ("values".to_owned(), Node::List(Vec::new())),
        _ => ("symbol".to_owned(), Node::Text(format!("ROW_{number}"))),
    };
    Section { path: path.map(str::to_owned).to_vec(), fields: vec![needed], line: None }
}

/// Declares the columns with texts: the keys of a row that the format does not define.
fn declare_text_columns<'k>(sections: &mut Vec<Section>, row_keys: impl Iterator<Item = &'k str>) {
    let is_column = |key: &&str| is_property_name(key) && schema::ROW.key(key).is_none();
    let columns: BTreeSet<&str> = row_keys.filter(is_column).collect();
    for column in columns {
        let path = ["property", column];
        let at = sections.iter().position(|section| section.path == path).unwrap_or(sections.len());
        if at == sections.len() {
            sections.push(begun(path, at));
        }
        if let Some((_, kind)) = sections[at].fields.iter_mut().find(|(key, _)| key == "type") {
            *kind = Node::text("text");
        }
    }
}

/// Adds a word to an enum, with its name in the default language if that is not in a language file.
fn add_word(section: &mut Section, word: &str, name: Option<(&str, Node)>) {
    if let Some((_, Node::List(words))) = section.fields.iter_mut().find(|(key, _)| key == "values") {
        words.push(Node::text(word));
    }
    let Some((tag, name)) = name else { return };
    let name = (word.to_owned(), name);
    match section.fields.iter_mut().find(|(key, _)| key == "name") {
        Some((_, Node::Table(languages))) => {
            if let Some((_, Node::Table(names))) = languages.first_mut() {
                names.push(name);
            }
        }
        _ => section
            .fields
            .push(("name".to_owned(), Node::Table(vec![(tag.to_owned(), Node::Table(vec![name]))]))),
    }
}

/// The rows and columns of a language file, whose texts stay there.
pub(super) fn sections_in(text: &str) -> Vec<Section> {
    let root: toml::Table = toml::from_str(text).unwrap_or_default();
    let mut sections = Vec::new();
    for (name, words) in root.get("enum").and_then(toml::Value::as_table).into_iter().flatten() {
        let mut section = begun(["enum", name], sections.len());
        let names =
            words.get("name").and_then(toml::Value::as_table).into_iter().flat_map(|names| names.keys());
        names.for_each(|word| add_word(&mut section, word, None));
        sections.push(section);
    }
    let mut row_keys = Vec::new();
    for kind in ["property", "range", "code"] {
        let rows = root.get(kind).and_then(toml::Value::as_table).into_iter().flatten();
        for (header, texts) in rows {
            sections.push(begun([kind, header], sections.len()));
            if kind != "property" {
                row_keys.extend(texts.as_table().into_iter().flat_map(|texts| texts.keys()));
            }
        }
    }
    declare_text_columns(&mut sections, row_keys.into_iter().map(String::as_str));
    add_lines_of_headers(&mut sections, text);
    sections
}

/// The rows and columns of a translator's file with their source texts.
pub(super) fn sections_of(entries: &[ImportedEntry], tag: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut texts: Vec<(&str, Vec<Leaf>)> = Vec::new();
    let (mut by_key, mut by_owner) = (HashMap::new(), HashMap::new());
    for entry in entries {
        let (base, brackets) = key::split(&entry.key);
        let Some(found) = key::read(brackets) else { continue };
        let at = *by_key.entry(base).or_insert(texts.len());
        if at == texts.len() {
            texts.push((base, Vec::new()));
        }
        let known = &mut texts[at].1;
        for leaf in leaves(&found, &entry.sources, tag) {
            if known.iter().all(|known| known.conditions != leaf.conditions) {
                known.push(leaf);
            }
        }
    }
    let mut row_keys = Vec::new();
    for (base, leaves) in texts {
        let Ok(wording) = assemble(&leaves) else { continue };
        let (path, field, note) = owner(base);
        let at = *by_owner.entry(path.clone()).or_insert(sections.len());
        if at == sections.len() {
            sections.push(match &path[..] {
                [kind, header] => begun([kind, header], at),
                _ => Section { path: path.clone(), fields: Vec::new(), line: None },
            });
        }
        let text = Node::Table(vec![(tag.to_owned(), wording.to_node())]);
        if path[0] == "enum" {
            add_word(&mut sections[at], field, Some((tag, wording.to_node())));
            continue;
        }
        if matches!(&*path[0], "range" | "code") {
            row_keys.push(field);
        }
        let fields = &mut sections[at].fields;
        match fields.iter_mut().find(|(key, _)| key == field && note) {
            Some((_, Node::List(notes))) => notes.push(text),
            _ if note => fields.push((field.to_owned(), Node::List(vec![text]))),
            _ => fields.push((field.to_owned(), text)),
        }
    }
    declare_text_columns(&mut sections, row_keys.into_iter());
    sections
}

/// The rows with the `args` that they need because a message chooses among words, which are those of the cases.
pub(super) fn with_words(mut sections: Vec<Section>, files: &[&str]) -> Vec<Section> {
    let files: Vec<toml::Table> = files.iter().filter_map(|text| toml::from_str(text).ok()).collect();
    for section in &mut sections {
        let mut arguments = Arguments::default();
        for (_, texts) in section.fields.iter().filter(|(key, _)| key == "message") {
            let Node::Table(texts) = texts else { continue };
            texts.iter().for_each(|(_, message)| arguments.add_node(message));
        }
        for file in &files {
            let [kind, header] = &section.path[..] else { continue };
            let message = file.get(kind).and_then(|rows| rows.get(header)?.get("message"));
            message.iter().for_each(|message| arguments.add(message));
        }
        section.fields.extend(arguments.declared().map(|args| ("args".to_owned(), args)));
    }
    sections
}

/// The arguments of a row's messages.
#[derive(Default)]
struct Arguments(BTreeMap<String, Use>);

/// The use of an argument in messages.
#[derive(Default)]
struct Use {
    is_count: bool,
    words: BTreeSet<String>,
    makes_choice: bool,
}

impl Arguments {
    fn add_node(&mut self, message: &Node) {
        let text = Document::new(vec![Section {
            path: vec!["row".to_owned()],
            fields: vec![("message".to_owned(), message.clone())],
            line: None,
        }]);
        let root: toml::Table = toml::from_str(&text.to_toml()).unwrap_or_default();
        root.get("row").and_then(|row| row.get("message")).iter().for_each(|message| self.add(message));
    }

    fn add(&mut self, message: &toml::Value) {
        match message {
            toml::Value::String(sentence) => {
                let plain = sentence.replace("{{", "").replace("}}", "");
                let names = plain.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
                for (name, _) in names {
                    self.0.entry(name.to_owned()).or_default();
                }
            }
            toml::Value::Table(choice) => {
                let selector = choice
                    .iter()
                    .find_map(|(key, argument)| Some((Selector::named(key)?, argument.as_str()?)));
                let Some((selector, argument)) = selector else { return };
                let used = self.0.entry(argument.to_owned()).or_default();
                let cases = || choice.iter().filter(|(key, _)| Selector::named(key).is_none());
                match selector {
                    Selector::Plural | Selector::Ordinal => used.is_count = true,
                    Selector::Select => {
                        used.makes_choice = true;
                        used.words.extend(cases().map(|(word, _)| word.clone()));
                    }
                }
                cases().for_each(|(_, message)| self.add(message));
            }
            _ => {}
        }
    }

    /// Its declaration, if a message selects among words.
    fn declared(self) -> Option<Node> {
        let has_choice = self.0.values().any(|used| used.makes_choice);
        let kind = |used: Use| match used {
            Use { makes_choice: true, words, .. } => Node::List(words.iter().map(Node::text).collect()),
            Use { is_count: true, .. } => Node::text("count"),
            Use { .. } => Node::text("text"),
        };
        has_choice.then(|| Node::Table(self.0.into_iter().map(|(name, used)| (name, kind(used))).collect()))
    }
}

/// The owner of a text, its key there, and whether it is a note: `code.1.note.2`, `code."auth/expired".name`.
fn owner(base: &str) -> (Vec<String>, &str, bool) {
    let (owner, field, note) = match base.rsplit_once(".note.") {
        Some((owner, number)) if number.bytes().all(|digit| digit.is_ascii_digit()) => (owner, "note", true),
        _ => base.rsplit_once('.').map_or((base, "", false), |(owner, field)| (owner, field, false)),
    };
    let mut path: Vec<String> = owner.splitn(2, '.').map(str::to_owned).collect();
    if let Some(header) = path.get_mut(1).filter(|header| header.starts_with(['"', '\''])) {
        let word =
            format!("{header} = 0").parse::<toml::Table>().ok().and_then(|table| table.into_iter().next());
        *header = word.map_or_else(|| header.clone(), |(word, _)| word);
    }
    (path, field, note)
}

/// The source sentences of an entry. A category that their language does not have is `other` there.
fn leaves(found: &key::Place, sources: &[String], tag: &str) -> Vec<Leaf> {
    let known = |condition: &Condition| {
        let categories = plural::every_category(tag, condition.selector);
        let case = match &condition.case {
            Case::Category(category) if categories.is_some_and(|all| !all.contains(category)) => OTHER,
            case => case.clone(),
        };
        Condition { case, ..condition.clone() }
    };
    let leaf = |case: Option<Case>, sentence: &String| {
        let argument = found.plural.clone().unwrap_or_default();
        let form = case.map(|case| Condition { selector: Selector::Plural, argument, case });
        let conditions = found.conditions.iter().chain(&form).map(known).collect();
        Leaf { conditions, sentence: sentence.clone(), place: place(0..0) }
    };
    if found.plural.is_none() {
        return sources.first().map(|source| leaf(None, source)).into_iter().collect();
    }
    let one = sources.first().map(|source| leaf(Some(Case::Category(Category::One)), source));
    let other = sources.last().map(|source| leaf(Some(OTHER), source));
    // The last one counts if both are `other`.
    other.into_iter().chain(one).collect()
}

/// Adds the line of the first entry of each row or column, or of the first text in a column.
pub(super) fn add_lines_of_entries(sections: &mut [Section], entries: &[ImportedEntry], text: &str) {
    let file = Source::new("", text);
    let mut lines = HashMap::new();
    for entry in entries {
        let Some(place) = &entry.key_place else { continue };
        let (path, field, _) = owner(key::split(&entry.key).0);
        let line = file.position(place.span.start).0;
        for path in [path, vec!["property".to_owned(), field.to_owned()]] {
            lines.entry(path).or_insert(line);
        }
    }
    for section in sections {
        section.line = lines.get(&section.path).copied();
    }
}

/// Adds the line of the header of each row or column in a language file, or of a text in a column without a header.
fn add_lines_of_headers(sections: &mut [Section], text: &str) {
    let Ok(root) = DeTable::parse(text) else { return };
    let file = Source::new("", text);
    let mut lines = HashMap::new();
    for (kind, rows) in root.get_ref() {
        let rows = rows.get_ref().as_table().into_iter().flatten();
        for (header, texts) in rows {
            let path = vec![kind.get_ref().to_string(), header.get_ref().to_string()];
            lines.insert(path, file.position(header.span().start).0);
            for (key, _) in texts.get_ref().as_table().into_iter().flatten() {
                let column = vec!["property".to_owned(), key.get_ref().to_string()];
                lines.entry(column).or_insert_with(|| file.position(key.span().start).0);
            }
        }
    }
    for section in sections {
        section.line = lines.get(&section.path).copied();
    }
}
