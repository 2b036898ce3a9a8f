//! The changes between two tables, and how much each affects users of the enum.

use std::collections::{HashMap, HashSet};

use clap::ValueEnum;
use code_registry_table::schema::{self, Bump, Shape};
use code_registry_table::{ArgumentKind, Enumeration, Extent, Part, Property, Row, Status, Table};

use super::{Fact, Pairs};
use crate::document::{self, Node};
use crate::toml_text::quoting;
use crate::{display_text, table_file};

/// A difference between two tables.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) level: Level,
    /// What changed: `2001 CFG_NOT_FOUND`, `registry`, `language.it`.
    pub(crate) subject: String,
    /// The key; `None` if a whole row, language or property was added or removed.
    pub(crate) key: Option<String>,
    /// The value before and after, as tables write it.
    pub(crate) old: Option<String>,
    pub(crate) new: Option<String>,
}

/// All changes: those of the table as a whole, then row by row in numeric order.
pub(crate) fn compare(old: &Table, new: &Table, is_non_exhaustive: bool) -> Vec<Change> {
    let new = &new.with_values_of(old);
    let starts = [old, new].map(Table::starts);
    let around = [old, new].map(Table::around);
    let mut comparison = Comparison { old, new, starts, around, is_non_exhaustive, changes: Vec::new() };
    comparison.registry();
    comparison.languages();
    comparison.properties();
    comparison.enums();
    comparison.parts();
    comparison.rows();
    comparison.changes
}

struct Comparison<'a> {
    old: &'a Table,
    new: &'a Table,
    /// The start of the payload of each row, old and new.
    starts: [Vec<i128>; 2],
    /// The innermost range around each row, old and new.
    around: [Vec<Option<usize>>; 2],
    is_non_exhaustive: bool,
    changes: Vec<Change>,
}

impl Comparison<'_> {
    fn registry(&mut self) {
        let [old, new] = [self.old, self.new].map(|table| {
            let fields = document::registry(table)
                .into_iter()
                .filter(|(key, _)| key != "languages" && key != "unlisted");
            let mut facts = super::of_fields(fields);
            facts.push(Fact::new("conversion", conversion(table)));
            facts.push(Fact::new("default", quoting::value(&Node::text(&table.languages[0].tag))));
            facts
        });
        self.facts("registry", &old, &new, &|key, fate, _, _| level_of_registry(key, fate));
        let [old, new] = [self.old, self.new].map(|table| table.unlisted.clone());
        if old != new {
            let level = if old.is_none() { level_of_variant(self.is_non_exhaustive) } else { Level::Major };
            self.push(level, "registry", Some("unlisted"), old, new);
        }
    }

    fn languages(&mut self) {
        let (old, new) = (self.old, self.new);
        let facts = |table, at: usize| super::of_fields(document::language(table, at));
        for (at, language) in old.languages.iter().enumerate() {
            let subject = format!("language.{}", language.tag);
            match new.language(&language.tag) {
                Some(same) => {
                    self.facts(&subject, &facts(old, at), &facts(new, same), &|key, fate, _, _| {
                        level_of(&schema::LANGUAGE, key, fate).unwrap_or(Level::Patch)
                    });
                }
                None => self.push(Level::Major, &subject, None, Some(language.tag.clone()), None),
            }
        }
        for language in new.languages.iter().filter(|language| old.language(&language.tag).is_none()) {
            self.push(
                Level::Minor,
                &format!("language.{}", language.tag),
                None,
                None,
                Some(language.tag.clone()),
            );
        }
    }

    fn properties(&mut self) {
        let sections = |table: &Table| {
            let section = |property: &Property| (property.name.clone(), document::property(table, property));
            table.properties.iter().map(section).collect()
        };
        self.family("property", &schema::PROPERTY, &sections);
    }

    fn enums(&mut self) {
        let sections = |table: &Table| {
            let section = |one: &Enumeration| (one.name.clone(), document::enumeration(table, one));
            table.enums.iter().map(section).collect()
        };
        self.family("enum", &schema::ENUM, &sections);
        let number = |table: &Table, name: &str| {
            let index = table.enums.iter().position(|one| one.name == name)?;
            Some(table.number_repr(index)?.name().to_owned())
        };
        let (old, new) = (self.old, self.new);
        for one in &old.enums {
            let [before, after] = [old, new].map(|table| number(table, &one.name));
            if before.is_some() && after.is_some() && before != after {
                self.push(Level::Major, &format!("enum.{}", one.name), Some("number"), before, after);
            }
        }
    }

    /// A part is a method of the enum. Its names are only shown, but they can change the type of the words' numbers, which
    /// `enums` compares.
    fn parts(&mut self) {
        let sections = |table: &Table| {
            let section = |part: &Part| (part.name.clone(), document::part(table, part));
            table.parts.iter().map(section).collect()
        };
        self.family("part", &schema::PART, &sections);
    }

    /// Sections that are known by their names.
    fn family(&mut self, family: &str, shape: &Shape, sections: &dyn Fn(&Table) -> Sections) {
        let [old, new] = [sections(self.old), sections(self.new)];
        let fields_of: HashMap<_, _> = new.iter().map(|(name, fields)| (name, fields)).collect();
        for (name, fields) in &old {
            let subject = format!("{family}.{name}");
            match fields_of.get(name) {
                Some(&same) => {
                    let [old, new] = [fields, same].map(|fields| super::of_fields(fields.clone()));
                    self.facts(&subject, &old, &new, &|key, fate, _, _| {
                        let name = key.split('.').next().unwrap_or(key);
                        level_of(shape, name, fate).unwrap_or(Level::Major)
                    });
                }
                None => self.push(Level::Major, &subject, None, Some(name.clone()), None),
            }
        }
        let known: HashSet<_> = old.iter().map(|(name, _)| name).collect();
        for (name, _) in new.iter().filter(|(name, _)| !known.contains(name)) {
            self.push(Level::Minor, &format!("{family}.{name}"), None, None, Some(name.clone()));
        }
    }

    fn rows(&mut self) {
        let (old, new) = (self.old, self.new);
        let pairs = Pairs::find(old, new);
        let mut first = self.changes.len();
        let mut starts = Vec::new();
        for (at, row) in old.rows.iter().enumerate() {
            match pairs.new[at] {
                Some(same) => self.row(at, same, &pairs),
                None => self.removed(row),
            }
            starts.extend((first..self.changes.len()).map(|_| row.extent.first()));
            first = self.changes.len();
        }
        for (_, row) in new.rows.iter().enumerate().filter(|(at, _)| !pairs.is_known[*at]) {
            self.added(row);
            starts.push(row.extent.first());
        }
        let rows = self.changes.len() - starts.len();
        let mut numbered: Vec<_> = starts.into_iter().zip(self.changes.drain(rows..)).collect();
        numbered.sort_by_cached_key(|(start, _)| *start);
        self.changes.extend(numbered.into_iter().map(|(_, change)| change));
    }

    fn added(&mut self, row: &Row) {
        let level =
            if row.variant.is_some() { level_of_variant(self.is_non_exhaustive) } else { Level::Minor };
        self.push(level, &display_text::row(self.new, row), None, None, Some(shown(self.new, row)));
    }

    /// No code can have used a row without a variant.
    fn removed(&mut self, row: &Row) {
        let level = if row.variant.is_some() { Level::Major } else { Level::Patch };
        self.push(level, &display_text::row(self.old, row), None, Some(shown(self.old, row)), None);
    }

    fn row(&mut self, old_at: usize, new_at: usize, pairs: &Pairs) {
        let (old, new) = (&self.old.rows[old_at], &self.new.rows[new_at]);
        let subject = display_text::row(self.new, new);
        if old.extent != new.extent {
            let [was, is] =
                [(self.old, old), (self.new, new)].map(|(table, row)| table.extent_label(row.extent));
            self.push(self.of_values(old_at, new_at), &subject, Some("value"), Some(was), Some(is));
        } else if old.variant.is_some() && new.variant.is_some() {
            let [old_start, new_start] = self.starts_of(old_at, new_at);
            let (was, is) = (self.old.repr.show(old_start), self.new.repr.show(new_start));
            let level = if self.is_free(old) { Level::Minor } else { Level::Major };
            self.payload(level, &subject, &was, &is);
        }
        let (was, is) = (self.around[0][old_at], self.around[1][new_at]);
        if was.and_then(|at| pairs.new[at]) != is {
            let [was, is] = [(self.old, was), (self.new, is)]
                .map(|(table, at)| at.map(|at| display_text::row(table, &table.rows[at])));
            self.push(Level::Patch, &subject, Some("within"), was, is);
        }
        let (was, is) = (super::of_row(self.old, old), super::of_row(self.new, new));
        let still_named = new.aliases.contains(&old.symbol);
        let is_non_exhaustive = self.is_non_exhaustive;
        self.facts(&subject, &was, &is, &|key, fate, old, new| match key {
            // The old symbol still names the row.
            "symbol" if still_named => Level::Minor,
            // The row is no longer retired, or has a value of its own again.
            "variant" if fate == KeyChange::Added => level_of_variant(is_non_exhaustive),
            _ => level_of_row(key, fate, old, new),
        });
    }

    /// If an inner range begins at the same value, the payload of the outer one begins after it.
    fn payload(&mut self, level: Level, subject: &str, was: &str, is: &str) {
        if was != is {
            let [was, is] = [was, is].map(|start| Some(format!("InRange<_, {start}>")));
            self.push(level, subject, Some("payload"), was, is);
        }
    }

    fn starts_of(&self, old_at: usize, new_at: usize) -> [i128; 2] {
        [self.starts[0][old_at], self.starts[1][new_at]]
    }

    /// Whether values may be taken out of this range: it is not assigned, and users of the enum must expect new variants.
    fn is_free(&self, row: &Row) -> bool {
        let is_free = matches!(row.status, Status::Unassigned | Status::Reserved);
        self.is_non_exhaustive && is_free && row.extent.is_range()
    }

    /// A different value is breaking. A range that only grows, with the same payload start, is not, and neither is a free
    /// range that only shrinks.
    fn of_values(&self, old_at: usize, new_at: usize) -> Level {
        let is_free = self.is_free(&self.old.rows[old_at]);
        let (old, new) = (self.old.rows[old_at].extent, self.new.rows[new_at].extent);
        let [old_start, new_start] = self.starts_of(old_at, new_at);
        match (old, new) {
            (Extent::Range(first, last), Extent::Range(new_first, new_last))
                if old_start == new_start && new_first <= first && last <= new_last =>
            {
                Level::Minor
            }
            (Extent::Range(first, last), Extent::Range(new_first, new_last))
                if is_free && first <= new_first && new_last <= last =>
            {
                Level::Minor
            }
            _ => Level::Major,
        }
    }

    /// Every fact that was added, removed or changed, except in languages that only one table has.
    fn facts(&mut self, subject: &str, old: &[Fact], new: &[Fact], level: &LevelOf<'_>) {
        let (was, is) = (self.old, self.new);
        let is_common = |fact: &&Fact| {
            let both = |tag: &str| was.language(tag).is_some() && is.language(tag).is_some();
            fact.language().is_none_or(both)
        };
        let mut add = |fact: &Fact, fate, old: Option<&Fact>, new: Option<&Fact>| {
            let [old, new] = [old, new].map(|fact| fact.map(|fact| fact.value.clone()));
            let level = level(&fact.key, fate, old.as_deref(), new.as_deref());
            self.changes.push(Change {
                level,
                subject: subject.to_owned(),
                key: Some(fact.key.clone()),
                old,
                new,
            });
        };
        let answers = new.iter().rev().map(|fact| (fact.question(), fact)).collect::<HashMap<_, _>>();
        for fact in old.iter().filter(is_common) {
            match answers.get(&fact.question()) {
                None => add(fact, KeyChange::Removed, Some(fact), None),
                Some(other) if other.value != fact.value => {
                    add(fact, KeyChange::Changed, Some(fact), Some(other));
                }
                Some(_) => {}
            }
        }
        let asked = old.iter().map(Fact::question).collect::<HashSet<_>>();
        let is_new = |fact: &&Fact| !asked.contains(&fact.question());
        new.iter()
            .filter(is_common)
            .filter(is_new)
            .for_each(|fact| add(fact, KeyChange::Added, None, Some(fact)));
    }

    fn push(
        &mut self,
        level: Level,
        subject: &str,
        key: Option<&str>,
        old: Option<String>,
        new: Option<String>,
    ) {
        self.changes.push(Change {
            level,
            subject: subject.to_owned(),
            key: key.map(str::to_owned),
            old,
            new,
        });
    }
}

/// Sections of one kind: their names and their keys.
type Sections = Vec<(String, Vec<(String, Node)>)>;

/// The level of a change of a key with this name, which has these values before and after it.
type LevelOf<'f> = dyn Fn(&str, KeyChange, Option<&str>, Option<&str>) -> Level + 'f;

/// The trait that makes the enum from a value.
fn conversion(table: &Table) -> String {
    let repr = if table.repr.is_text() { "&str" } else { table.repr.name() };
    let from = if table.is_total() { "From" } else { "TryFrom" };
    format!("{from}<{repr}>")
}

/// The name of a row in the tool's language.
fn shown(table: &Table, row: &Row) -> String {
    row.short(&table_file::spoken_language(table).chain).unwrap_or_else(|| row.symbol.clone())
}

/// The semantic version bump that a change requires, from harmless to breaking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum Level {
    /// Only texts
    Patch,
    /// Additions
    Minor,
    /// Breaking changes
    Major,
}

impl Level {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

/// How a key changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyChange {
    Added,
    Removed,
    Changed,
}

/// The level of a new variant: a `match` without a wildcard stops compiling, unless the enum is non-exhaustive.
fn level_of_variant(is_non_exhaustive: bool) -> Level {
    if is_non_exhaustive { Level::Minor } else { Level::Major }
}

/// A change of a key of a row.
fn level_of_row(key: &str, fate: KeyChange, old: Option<&str>, new: Option<&str>) -> Level {
    match key.split('.').next().unwrap_or(key) {
        // Arguments that are texts, or one of several words, accept any type.
        "args"
            if fate == KeyChange::Changed
                && old.is_some()
                && new.is_some_and(|new| new == text_kind() || new.starts_with('[')) =>
        {
            Level::Minor
        }
        "within" => Level::Patch,
        name if key.len() > name.len() && schema::is_column("code", name) => Level::Patch,
        // The value of a property.
        name => level_of(&schema::ROW, name, fate).unwrap_or(Level::Minor),
    }
}

fn text_kind() -> String {
    quoting::value(&Node::text(ArgumentKind::Text.name()))
}

/// A change of `[registry]`.
fn level_of_registry(key: &str, fate: KeyChange) -> Level {
    match key.split('.').next().unwrap_or(key) {
        // The first of the languages, and the trait that makes the enum from a value.
        "default" | "conversion" => Level::Major,
        name => level_of(&schema::REGISTRY, name, fate).unwrap_or(Level::Patch),
    }
}

/// The level of a change of a key; `None` if it is not a key.
fn level_of(shape: &Shape, name: &str, fate: KeyChange) -> Option<Level> {
    let effect = shape.key(name)?.effect;
    let bump = match fate {
        KeyChange::Added => effect.added,
        KeyChange::Removed => effect.removed,
        KeyChange::Changed => effect.changed,
    };
    Some(match bump {
        Bump::Patch => Level::Patch,
        Bump::Minor => Level::Minor,
        Bump::Major => Level::Major,
    })
}
