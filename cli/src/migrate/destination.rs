//! The registry of migrated errors, and its new rows.

use std::collections::BTreeSet;
use std::fs;
use std::path::{self, Path, PathBuf};

use code_registry_table::{
    Extent, Language, Policy, Repr, Table, symbol_of, symbol_of_variant, syntax, variant_name,
};

use super::{Code, ErrorType, Message};
use crate::add::{self, FreeValues};
use crate::document::{Document, Node, Section};
use crate::error::{Error, ToolMessage};
use crate::fmt;
use crate::revise::Revision;
use crate::rust_file::RustFile;
use crate::rust_package::{self, Declared, registries, source_text};

/// Where the rows go.
#[derive(Debug)]
pub(super) struct Destination {
    /// The registry as Rust names it.
    pub(super) registry: String,
    pub(super) table: PathBuf,
    pub(super) package: PathBuf,
    pub(super) package_name: String,
    /// `Cargo.toml` mentions the library.
    pub(super) has_dependency: bool,
    /// The enum, if the package has none yet.
    pub(super) declaration: Option<Declaration>,
}

/// The text to add to the crate root.
#[derive(Debug)]
pub(super) struct Declaration {
    pub(super) root: PathBuf,
    pub(super) text: String,
}

impl Destination {
    /// The registry of the package that a source belongs to, unless the options name another.
    pub(super) fn find(source: &Path, table: Option<&Path>, registry: Option<&str>) -> Result<Self, Error> {
        let no_package = || Error::new(ToolMessage::NoPackage { file: source.display().to_string() });
        let package = rust_package::package(&resolved(source)).ok_or_else(no_package)?;
        let manifest = fs::read_to_string(package.join("Cargo.toml")).unwrap_or_default();
        let has_dependency = manifest.contains("code-registry");
        let package_name = package_name(&package, &manifest);
        let declared = declared(&package)?;
        let is_wanted = |declared: &&Declared| {
            let is_table = table.is_none_or(|table| is_same_file(table, &declared.table));
            let name = registry.map(|path| path.rsplit("::").next().unwrap_or_default());
            is_table && name.is_none_or(|name| declared.name == name)
        };
        let mut wanted = declared.iter().filter(is_wanted);
        match (wanted.next(), wanted.next(), registry) {
            (Some(first), Some(second), _) => {
                let names = format!("`{}`, `{}`", first.name, second.name);
                Err(Error::new(ToolMessage::ChooseRegistry { names }))
            }
            (Some(only), None, _) => Ok(Self {
                registry: registry.map_or_else(|| path_of(&package, only), str::to_owned),
                table: table.map_or_else(|| displayed(&only.table), Path::to_owned),
                package,
                package_name,
                has_dependency,
                declaration: None,
            }),
            (None, _, Some(registry)) => Ok(Self {
                registry: registry.to_owned(),
                table: table.map_or_else(|| displayed(&package.join("codes.toml")), Path::to_owned),
                package,
                package_name,
                has_dependency,
                declaration: None,
            }),
            (None, _, None) => Self::new(package, package_name, has_dependency, table),
        }
    }

    /// A registry in the crate root.
    fn new(
        package: PathBuf,
        package_name: String,
        has_dependency: bool,
        table: Option<&Path>,
    ) -> Result<Self, Error> {
        let roots = ["src/lib.rs", "src/main.rs"].map(|root| package.join(root));
        let root = roots.into_iter().find(|root| root.exists());
        let root = root.ok_or_else(|| Error::new(ToolMessage::NoCrateRoot))?;
        let table = table.map_or_else(|| displayed(&package.join("codes.toml")), Path::to_owned);
        let absolute = resolved(&table);
        let inside =
            absolute.strip_prefix(&package).map(|inside| inside.to_string_lossy().replace('\\', "/"));
        let outside = |_| Error::new(ToolMessage::LeadsOutside);
        let name = format!("{}Code", variant_name(&package_name));
        let text = format!(
            "\n/// The codes of the errors of this package.\n#[code_registry::codes(\"{}\")]\npub enum {name} {{}}\n",
            inside.map_err(outside)?
        );
        let declaration = Some(Declaration { root: displayed(&root), text });
        let registry = format!("crate::{name}");
        Ok(Self { registry, table, package, package_name, has_dependency, declaration })
    }
}

/// The registries of a package.
fn declared(package: &Path) -> Result<Vec<Declared>, Error> {
    let sources = rust_package::below(vec![package.join("src")], |_| false).all()?;
    let declared = sources
        .into_iter()
        .filter_map(|path| Some((source_text(&path).filter(|text| text.contains("codes("))?, path)))
        .filter_map(|(text, path)| Some(registries(&path, &RustFile::read(&text)?)))
        .flatten();
    Ok(declared.collect())
}

/// The module of a source by its path in the package; `None` if the source does not belong to the crate of the package: with a
/// library, that is the library.
pub(super) fn module_of(package: &Path, source: &Path) -> Option<Vec<String>> {
    let inside = source.strip_prefix(package.join("src")).ok()?.with_extension("");
    let mut modules: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    let is_main = matches!(&modules[..], [root] if root == "main");
    if modules.first().is_some_and(|first| first == "bin") || (is_main && package.join("src/lib.rs").exists())
    {
        return None;
    }
    if modules.last().is_some_and(|last| last == "mod")
        || matches!(&modules[..], [root] if root == "lib" || root == "main")
    {
        modules.pop();
    }
    Some(modules)
}

/// The path of a registry by its file: modules inside files are not considered.
fn path_of(package: &Path, declared: &Declared) -> String {
    ["crate".to_owned()]
        .into_iter()
        .chain(module_of(package, &declared.file).unwrap_or_default())
        .chain([declared.name.clone()])
        .collect::<Vec<_>>()
        .join("::")
}

/// The name in `Cargo.toml`, otherwise that of the folder.
fn package_name(package: &Path, manifest: &str) -> String {
    let manifest = syntax::parse(manifest).root;
    let name = manifest.table("package").and_then(|package| package.get("name")?.as_str());
    name.map_or_else(
        || package.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        str::to_owned,
    )
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    real(one) == real(other)
}

/// A path without `..` and without links to folders. The file need not exist, and may be a link.
pub(super) fn resolved(path: &Path) -> PathBuf {
    let absolute = path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let folder = absolute.parent().and_then(|folder| fs::canonicalize(folder).ok());
    match (folder, absolute.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => absolute,
    }
}

/// A path as seen from the current directory, if it is below it.
pub(super) fn displayed(path: &Path) -> PathBuf {
    let current = std::env::current_dir().and_then(fs::canonicalize).unwrap_or_default();
    path.strip_prefix(current).unwrap_or(path).to_owned()
}

/// Rows, and the symbols and values that are taken.
#[derive(Debug)]
pub(super) struct NewRows {
    rows: Vec<NewRow>,
    prefix: String,
    /// The prefix that the registry removes from symbols to make names of variants.
    table_prefix: String,
    symbols: BTreeSet<String>,
    /// Names of variants.
    variants: BTreeSet<String>,
    /// The values of new rows, if they are numbers.
    values: FreeValues,
    /// `None` if the values are numbers.
    words: Option<Words>,
}

#[derive(Debug)]
struct NewRow {
    value: Value,
    symbol: String,
    key: &'static str,
    text: String,
}

#[derive(Debug)]
enum Value {
    Number(i128),
    Word(String),
}

impl NewRows {
    /// The rows of a new table.
    pub(super) fn first(prefix: Option<&str>, start: Option<&str>) -> Result<Self, Error> {
        let not_value =
            |query: &str| Error::new(ToolMessage::NotValue { query: query.to_owned(), repr: "u16" });
        let first = start.map_or(Ok(1), |start| start.parse::<u16>().map_err(|_| not_value(start)))?;
        let prefix = prefix.unwrap_or_default().to_owned();
        Ok(Self {
            rows: Vec::new(),
            table_prefix: prefix.clone(),
            prefix,
            symbols: BTreeSet::new(),
            variants: BTreeSet::new(),
            values: add::new_values(first.into()..=u16::MAX.into()),
            words: None,
        })
    }

    /// Rows for a table that has others.
    pub(super) fn after(table: &Table, prefix: Option<&str>, start: Option<&str>) -> Result<Self, Error> {
        let words = Words::of(table);
        match (&words, start) {
            (Some(_), Some(_)) => return Err(Error::new(ToolMessage::MigrateStartWord)),
            (None, _) if table.repr.is_text() => return Err(Error::new(ToolMessage::MigrateTextValues)),
            _ => {}
        }
        let not_value = |query: &str| {
            Error::new(ToolMessage::NotValue { query: query.to_owned(), repr: table.repr.name() })
        };
        let values = match start {
            Some(start) => add::free_values_from(table, table.value(start).ok_or_else(|| not_value(start))?),
            None => add::free_values(table),
        };
        let rows = &table.rows;
        let symbols = rows.iter().flat_map(|row| [&row.symbol].into_iter().chain(&row.aliases)).cloned();
        let variants = rows.iter().filter_map(|row| row.variant.clone()).chain(table.unlisted.clone());
        Ok(Self {
            rows: Vec::new(),
            prefix: prefix.unwrap_or(&table.prefix).to_owned(),
            table_prefix: table.prefix.clone(),
            symbols: symbols.collect(),
            variants: variants.collect(),
            values,
            words,
        })
    }

    /// Adds the rows of an error type.
    pub(super) fn codes(&mut self, found: &ErrorType) -> Result<Vec<Code>, Error> {
        let mut codes = Vec::new();
        for variant in &found.variants {
            if let Message::OfField = variant.message {
                codes.push(Code::OfField);
                continue;
            }
            let (symbol, is_implied, word) = self.symbol(found, &variant.name);
            let (key, text) = match &variant.message {
                Message::Pattern(converted) => ("message", converted.message.clone()),
                Message::Transparent(_) | Message::OfField => {
                    ("name", add::words(&self.table_prefix, &symbol))
                }
            };
            let value = match word {
                Some(word) => Value::Word(word),
                None => Value::Number(self.value()?),
            };
            self.rows.push(NewRow { value, symbol: symbol.clone(), key, text });
            codes.push(Code::Row { symbol, is_implied });
        }
        Ok(codes)
    }

    /// A symbol that no other row has: that of the variant, otherwise with the name of its type in front, otherwise
    /// with a number. Also whether the name of the variant implies it, and in a table of words, the word.
    fn symbol(&mut self, found: &ErrorType, variant: &str) -> (String, bool, Option<String>) {
        let own = symbol_of_variant(variant);
        let of_type = symbol_of_variant(found.name.strip_suffix("Error").unwrap_or(&found.name));
        let long =
            if of_type.is_empty() || found.is_struct { own.clone() } else { format!("{of_type}_{own}") };
        let numbered = (2..).map(|number| format!("{long}_{number}"));
        for candidate in [own, long.clone()].into_iter().chain(numbered) {
            let word = self.words.as_ref().map(|words| words.spell(&self.prefix) + &words.spell(&candidate));
            let symbol = word.as_deref().and_then(symbol_of);
            let symbol = symbol.unwrap_or_else(|| format!("{}{candidate}", self.prefix));
            let name = variant_name(symbol.strip_prefix(&self.table_prefix).unwrap_or(&symbol));
            let is_listed = |word: &String| self.words.iter().any(|words| words.listed.contains(word));
            if self.symbols.contains(&symbol) || self.variants.contains(&name) || word.iter().any(is_listed) {
                continue;
            }
            self.symbols.insert(symbol.clone());
            self.variants.insert(name.clone());
            return (symbol, name == variant, word);
        }
        (long, false, None)
    }

    /// The next value that has no row.
    fn value(&mut self) -> Result<i128, Error> {
        self.values.next().ok_or_else(|| Error::failure(ToolMessage::NoFreeStart))
    }

    /// Lists the words of the rows in a table of words.
    pub(super) fn list_words(&self, table: &mut Table) {
        table.list_words(self.rows.iter().filter_map(|row| match &row.value {
            Value::Word(word) => Some((word.as_str(), false)),
            Value::Number(_) => None,
        }));
    }

    /// The number of texts to translate, and the languages. A language with a fallback uses the texts of that language.
    pub(super) fn missing_translations(&self, table: &Table) -> (usize, Vec<String>) {
        // The chain of a language without a fallback is the language itself and the default language.
        let is_required =
            |language: &&Language| language.policy != Policy::Draft && language.chain.len() <= 2;
        let languages = table.languages.iter().skip(1).filter(is_required);
        (self.rows.len(), languages.map(|language| format!("`{}`", language.tag)).collect())
    }

    /// Adds the rows to a table, which lists their words.
    pub(super) fn add_to(&self, revision: &mut Revision<'_>, table: &Table) -> Result<(), Error> {
        let language = &table.languages[0].tag;
        for row in &self.rows {
            let extent = match &row.value {
                Value::Number(value) => Extent::Code(*value),
                Value::Word(word) => table.extent("code", word).ok_or_else(|| {
                    Error::new(ToolMessage::NotValue { query: word.clone(), repr: table.repr.name() })
                })?,
            };
            let is_word = matches!(row.value, Value::Word(_));
            if !is_word || table.default_symbol(extent).as_ref() != Some(&row.symbol) {
                revision.set(extent, "symbol", &Node::text(&row.symbol));
            }
            revision.set_text(extent, row.key, language, &Node::text(&row.text));
        }
        Ok(())
    }

    /// A new table with the rows.
    pub(super) fn into_table(self, package: &str) -> Result<String, Error> {
        let text = |text: &str| Node::Table(vec![("en".to_owned(), Node::text(text))]);
        let mut head = vec![
            ("title".to_owned(), text(&format!("Errors of {package}"))),
            ("repr".to_owned(), Node::text("u16")),
            ("languages".to_owned(), Node::List(vec![Node::text("en")])),
        ];
        if !self.table_prefix.is_empty() {
            head.push(("prefix".to_owned(), Node::text(&self.table_prefix)));
        }
        let section = |path: &[&str], fields| Section {
            path: path.iter().map(|key| (*key).to_owned()).collect(),
            fields,
            line: None,
        };
        let rows = self.rows.iter().map(|row| {
            let fields =
                vec![("symbol".to_owned(), Node::text(&row.symbol)), (row.key.to_owned(), text(&row.text))];
            let header = match &row.value {
                Value::Number(value) => value.to_string(),
                Value::Word(word) => word.clone(),
            };
            section(&["code", &header], fields)
        });
        fmt::in_form(
            &Document::new([section(&["registry"], head)].into_iter().chain(rows).collect()).to_toml(),
        )
    }
}

/// The words of a table, and how new ones are written: like most of them.
#[derive(Debug)]
struct Words {
    listed: BTreeSet<String>,
    separator: &'static str,
    is_upper: bool,
}

impl Words {
    /// `None` if the values of the table are not words.
    fn of(table: &Table) -> Option<Self> {
        let Repr::Name(_) = &table.repr else { return None };
        let codes = table.rows.iter().filter(|row| !row.extent.is_range());
        let listed: BTreeSet<String> = codes.map(|row| table.repr.show(row.extent.first())).collect();
        let count = |has: fn(char) -> bool| listed.iter().filter(|word| word.contains(has)).count();
        let separator = if count(|letter| letter == '_') > count(|letter| letter == '-') { "_" } else { "-" };
        let is_upper =
            count(|letter| letter.is_ascii_uppercase()) > count(|letter| letter.is_ascii_lowercase());
        Some(Self { listed, separator, is_upper })
    }

    /// A symbol as a part of a word; any other text stays as it is.
    fn spell(&self, text: &str) -> String {
        if text.contains(|letter: char| {
            !letter.is_ascii_uppercase() && !letter.is_ascii_digit() && letter != '_'
        }) {
            return text.to_owned();
        }
        let text = if self.is_upper { text.to_owned() } else { text.to_ascii_lowercase() };
        text.replace('_', self.separator)
    }
}
