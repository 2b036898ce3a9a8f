//! Checks that compare rows with each other, and the table of the valid rows.

mod completeness;
mod messages;
mod symbols;
mod values;

use crate::model::{
    EnumWord, Enumeration, Language, Localized, Property, PropertyValue, Row, Segment, Table,
};
use crate::read::{
    CheckedTexts, Column, Draft, DraftEnum, DraftLanguage, DraftPart, DraftProperty, DraftRow, DraftWord,
    Located,
};
use crate::report::Sink;
use crate::repr::Repr;
use crate::schema::{LiteralKind, TextKind};
use crate::source::{Place, Source};

/// Checks a language file for a registry whose own table is not available and has been checked before.
pub(crate) fn check_language(draft: Draft, sink: &mut Sink) -> Table {
    completeness::check_language(&draft, sink);
    build(draft, &[], sink)
}

/// Runs the checks that need more than one place of a file.
pub(crate) fn check(mut draft: Draft, sources: &[Source], sink: &mut Sink) -> Table {
    values::check(&mut draft, sink);
    let segments = values::segments(&draft);
    symbols::check(&mut draft, &segments, sink);
    values::check_replacements(&mut draft, sink);
    completeness::check(&draft, sources, sink);
    build(draft, &segments, sink)
}

/// The table with every valid row; `segments` refer to all rows.
fn build(draft: Draft, segments: &[Segment], sink: &mut Sink) -> Table {
    let Draft { head, languages, enums, properties, rows, lints, .. } = draft;
    let repr = head.notation.repr.clone().unwrap_or(Repr::U64);
    let has_kind: Vec<bool> = properties.iter().map(|property| property.kind.is_some()).collect();
    let mut good = Vec::with_capacity(rows.len());
    let places = rows.into_iter().map(|draft| {
        let row = row(draft, (&repr, &head.parts), &has_kind, &enums, sink)?;
        good.push(row);
        Some(good.len() - 1)
    });
    let places: Vec<Option<usize>> = places.collect();
    Table {
        title: localized(head.title),
        notes: head.notes.into_iter().map(localized).collect(),
        references: head.references,
        url: head.url,
        domain: head.domain,
        repr,
        label: head.notation.label,
        prefix: head.prefix.map(|prefix| prefix.value).unwrap_or_default(),
        languages: languages.list.into_iter().enumerate().map(|(at, draft)| language(at, draft)).collect(),
        unlisted: head.unlisted.map(|name| name.value),
        serde: head.serde,
        comment: head.comment,
        enums: enums.into_iter().map(enumeration).collect(),
        lint_levels: lints.levels,
        name_length: lints.name_length,
        parts: head.parts.into_iter().map(|part| part.value).collect(),
        properties: properties.into_iter().filter_map(property).collect(),
        rows: good,
        segments: segments
            .iter()
            .filter_map(|piece| Some(Segment { row: places[piece.row]?, ..*piece }))
            .collect(),
    }
}

/// The row, if it has values and a symbol of its own. Its messages are always checked.
fn row(
    mut draft: DraftRow,
    (repr, parts): (&Repr, &[DraftPart]),
    has_kind: &[bool],
    enums: &[DraftEnum],
    sink: &mut Sink,
) -> Option<Row> {
    let message_places = places(&draft.texts.message);
    let help_places = places(draft.texts.literal(LiteralKind::Help));
    let explanation_files = files(&draft.texts.explanation_files);
    let known = draft.known.as_ref().and_then(|known| known.checked.get().cloned());
    let texts = match known {
        Some(known) => known,
        None => texts(&mut draft, repr, parts, enums, sink),
    };
    let mut row = Row {
        extent: draft.extent?,
        symbol: draft.symbol?.value,
        aliases: draft.aliases.into_iter().map(|alias| alias.value).collect(),
        variant: draft.variant.map(|variant| variant.value),
        status: draft.status,
        replaced_by: draft.replaced_by.map(|value| value.value),
        opaque: draft.opaque,
        references: draft.references,
        explanation_files,
        message_places: places_of(&texts.message, message_places),
        help_places: places_of(&texts.help, help_places),
        literals: texts.literals,
        help_message: texts.help,
        message: texts.message,
        notes: texts.notes,
        comment: draft.comment,
        arguments: texts.arguments,
        properties: values(draft.properties, texts.columns, has_kind),
        place: draft.place,
    };
    if !TextKind::ALL.into_iter().any(|kind| !kind.is_optional() && row.has_text(kind, 0)) {
        // This has been reported; front ends rely on every row having a text.
        row.literals[LiteralKind::Name as usize] = Localized::new(vec![Some(row.symbol.clone())]);
    }
    Some(row)
}

/// Checks the texts of a row. If nothing is reported, the next reading of the same row need not check them.
fn texts(
    draft: &mut DraftRow,
    repr: &Repr,
    parts: &[DraftPart],
    enums: &[DraftEnum],
    sink: &mut Sink,
) -> CheckedTexts {
    let (known, before) = (draft.known.take(), sink.reported());
    let mut texts = core::mem::take(draft.texts_mut());
    let messages = messages::resolve(draft, &mut texts, repr, parts, enums, sink);
    let checked = CheckedTexts {
        literals: texts.literals.map(localized),
        message: messages.message,
        help: messages.help,
        arguments: messages.arguments,
        notes: texts.notes.into_iter().map(localized).collect(),
        columns: texts.columns.into_iter().map(|(at, column)| (at, localized(column))).collect(),
    };
    // A row without values of its own is not checked as a range.
    if let Some(known) = known.filter(|_| draft.extent.is_some() && sink.reported() == before) {
        known.checked.get_or_init(|| checked.clone());
    }
    checked
}

/// The place of each text.
fn places<T>(column: &Column<T>) -> Vec<Option<Place>> {
    column.iter().map(|slot| Some(slot.as_good()?.place.clone())).collect()
}

/// The places of the texts that are valid.
fn places_of<T>(texts: &Localized<T>, mut places: Vec<Option<Place>>) -> Localized<Place> {
    if texts.is_empty() {
        return Localized::default();
    }
    for (at, place) in places.iter_mut().enumerate() {
        if texts.get(at).is_none() {
            *place = None;
        }
    }
    Localized::new(places)
}

/// The paths of explanations, by the column of their language.
fn files(paths: &[(usize, Located<String>)]) -> Localized {
    let columns = paths.iter().map(|(language, _)| language + 1).max().unwrap_or(0);
    let mut files = vec![None; columns];
    for (language, path) in paths {
        files[*language] = Some(path.value.clone());
    }
    Localized::new(files)
}

fn localized(column: Column) -> Localized {
    let mut texts = Vec::with_capacity(column.len());
    for slot in column {
        texts.push(slot.good().map(|text| text.value));
    }
    Localized::new(texts)
}

/// The chain is the language itself, its fallbacks and the default language, each once.
fn language(at: usize, draft: DraftLanguage) -> Language {
    let mut chain = Vec::new();
    for column in [at].into_iter().chain(draft.fallback).chain([0]) {
        if !chain.contains(&column) {
            chain.push(column);
        }
    }
    Language { tag: draft.tag, policy: draft.policy, chain, file: draft.file.map(|file| file.value) }
}

fn enumeration(draft: DraftEnum) -> Enumeration {
    let DraftEnum { name, rust, words, comment } = draft;
    let word =
        |word: DraftWord| EnumWord { word: word.word, number: word.number, name: localized(word.name) };
    Enumeration { name, rust, words: words.into_iter().flatten().map(word).collect(), comment }
}

fn property(draft: DraftProperty) -> Option<Property> {
    Some(Property {
        name: draft.name,
        kind: draft.kind?,
        default: draft.default,
        is_required: draft.is_required,
        otherwise: draft.otherwise,
        title: localized(draft.title),
        doc: localized(draft.doc),
        comment: draft.comment,
    })
}

/// The values of the valid columns.
fn values(
    mut values: Vec<Option<PropertyValue>>,
    texts: Vec<(usize, Localized)>,
    has_kind: &[bool],
) -> Vec<Option<PropertyValue>> {
    values.resize(has_kind.len(), None);
    for (at, texts) in texts {
        values[at] = (!texts.is_empty()).then_some(PropertyValue::Text(texts));
    }
    values.into_iter().zip(has_kind).filter(|(_, has_kind)| **has_kind).map(|(value, _)| value).collect()
}
