//! docs/diff.md: the effect of a change on users of the enum.

use std::collections::BTreeSet;

use crate::generate::messages::WORDS;
use crate::model::names;
use crate::table::{Extent, Property, Row, Table};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Patch,
    Minor,
    Major,
}

use Level::{Major, Minor, Patch};

/// The most severe level of all changes; `None` if nothing changed.
pub fn verdict(old: &Table, new: &Table) -> Option<Level> {
    if spelled_out(old) == spelled_out(new) {
        return None;
    }
    let mut levels = vec![Patch];
    registry(old, new, &mut levels);
    languages(old, new, &mut levels);
    properties(old, new, &mut levels);
    rows(old, new, &mut levels);
    levels.into_iter().max()
}

/// The table with all defaults written out, and its rows in order.
fn spelled_out(table: &Table) -> Table {
    let mut said = table.clone();
    said.serde = table.serde.or(Some("number"));
    for language in said.languages.iter_mut().skip(1) {
        language.policy = language.policy.or(Some("required"));
        // Languages after the default language are never asked.
        language.fallback.retain(|tag| tag != table.default_language());
    }
    for row in &mut said.rows {
        row.variant = table.has_variant(row).then(|| names::variant(table, row));
        row.args = Some(table.contract(row));
        row.status = Some(row.status());
        for property in &table.properties {
            let cell = property.cell(row).cloned();
            row.cells.extend(cell.map(|cell| (property.name.clone(), cell)));
        }
    }
    said.rows.sort_by(|one, other| one.symbol.cmp(&other.symbol));
    said
}

fn registry(old: &Table, new: &Table, levels: &mut Vec<Level>) {
    let form = |table: &Table| table.serde.unwrap_or("number");
    let breaks = old.repr != new.repr
        || form(old) != form(new)
        || old.default_language() != new.default_language()
        || old.is_total() != new.is_total()
        || old.unlisted != new.unlisted
        || (old.label.is_some() && old.label != new.label);
    levels.extend(breaks.then_some(Major));
    levels.extend((old.label != new.label).then_some(Minor));
}

fn languages(old: &Table, new: &Table, levels: &mut Vec<Level>) {
    let tags = |table: &Table| table.languages.iter().map(|language| language.tag.clone()).collect();
    let (old, new): (BTreeSet<String>, BTreeSet<String>) = (tags(old), tags(new));
    levels.extend((!old.is_subset(&new)).then_some(Major));
    levels.extend((!new.is_subset(&old)).then_some(Minor));
}

fn properties(old: &Table, new: &Table, levels: &mut Vec<Level>) {
    for was in &old.properties {
        levels.extend(
            new.properties.iter().find(|is| is.name == was.name).map_or(Some(Major), |is| of(was, is)),
        );
    }
    let is_new = |is: &&Property| old.properties.iter().all(|was| was.name != is.name);
    levels.extend(new.properties.iter().find(is_new).map(|_| Minor));

    fn of(was: &Property, is: &Property) -> Option<Level> {
        let is_other = was.kind != is.kind || was.default.is_some() != is.default.is_some();
        is_other.then_some(Major).or((was.default != is.default).then_some(Minor))
    }
}

fn rows(old: &Table, new: &Table, levels: &mut Vec<Level>) {
    let mut known = BTreeSet::new();
    for was in &old.rows {
        // "A row is the one of the same symbol; else the one of the same values, which then has another name."
        let same_values = |is: &&Row| is.extent == was.extent && old.row(&is.symbol).is_none();
        match new.row(&was.symbol).or_else(|| new.rows.iter().find(same_values)) {
            Some(is) => {
                known.insert(&is.symbol);
                row((old, was), (new, is), levels);
            }
            None => levels.extend(old.has_variant(was).then_some(Major)),
        }
    }
    for is in new.rows.iter().filter(|is| !known.contains(&is.symbol)) {
        // A new row that is retired has no variant, so it is minor.
        levels.push(if new.has_variant(is) { Major } else { Minor });
    }
}

fn row((old, was): (&Table, &Row), (new, is): (&Table, &Row), levels: &mut Vec<Level>) {
    levels.extend((was.extent != is.extent).then(|| moved((old, was), (new, is))));
    let [had, has] = [(old, was), (new, is)].map(|(table, row)| table.has_variant(row));
    let variant = |table, row| names::variant(table, row);
    let is_renamed = had && has && variant(old, was) != variant(new, is);
    let has_other_payload = had && has && is.extent.is_range() && old.start(was) != new.start(is);
    levels.extend((had != has || is_renamed || has_other_payload).then_some(Major));
    if was.symbol != is.symbol {
        levels.push(if is.aliases.contains(&was.symbol) { Minor } else { Major });
    }
    levels.extend((!was.aliases.is_subset(&is.aliases)).then_some(Major));
    levels.extend((was.aliases != is.aliases || was.status() != is.status()).then_some(Minor));
    levels.extend(columns((old, was), (new, is)));
    contract((old, was), (new, is), levels);
}

/// "A range grows: minor. A range shrinks, or begins elsewhere: major", whether it has a variant or not.
fn moved((old, was): (&Table, &Row), (new, is): (&Table, &Row)) -> Level {
    let start = |table: &Table, row: &Row| table.start(row).unwrap_or(row.extent.first());
    match (&was.extent, &is.extent) {
        (Extent::Numbers(was_first, was_last), Extent::Numbers(is_first, is_last))
            if is_first <= was_first && was_last <= is_last && start(old, was) == start(new, is) =>
        {
            Minor
        }
        _ => Major,
    }
}

/// A method that returns another type. A property that is new or gone is reported separately.
fn columns((old, was): (&Table, &Row), (new, is): (&Table, &Row)) -> Option<Level> {
    let differs = |property: &Property| {
        let of_new = new.properties.iter().find(|other| other.name == property.name);
        of_new.is_some_and(|of_new| property.cell(was) != of_new.cell(is))
    };
    old.properties.iter().any(differs).then_some(Minor)
}

/// "An argument added, removed, of another kind: major; what becomes a `text`, or one of several words, minor."
fn contract((old, was): (&Table, &Row), (new, is): (&Table, &Row), levels: &mut Vec<Level>) {
    let (was, is) = (old.contract(was), new.contract(is));
    levels.extend((was.keys().collect::<Vec<_>>() != is.keys().collect::<Vec<_>>()).then_some(Major));
    for (name, kind) in &was {
        match is.get(name) {
            Some(other) if other != kind => {
                levels.push(if [WORDS, "text"].contains(other) { Minor } else { Major });
            }
            _ => {}
        }
    }
}
