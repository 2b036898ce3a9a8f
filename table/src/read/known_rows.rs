//! Rows that were read before, so that only the sections that changed are read again.
//!
//! While a table is edited, it is read after each edit, and a large table takes long. Here, each section with a row is read
//! as a text of its own, and its places are moved to where it is in the file. A table in which a section could mean something
//! else by itself than in the file is not read here but as a whole.

use core::ops::Range;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::{Document, Draft, MOST_FILE_BYTES, parse, row, table};
use crate::read::properties::fit;
use crate::read::{Column, DraftMessage, DraftPattern, DraftPiece, DraftRow, KnownRow, Located, Slot};
use crate::report::{Diagnostic, Rule, Sink};
use crate::repr::Repr;
use crate::safety;
use crate::source::Place;
use crate::syntax::{Problem, SyntaxError, Table};

/// The source of places in a section that is read as a text of its own.
const SECTION: usize = usize::MAX;

/// A table with more diagnostics of its rows is read as a whole: only so many of each rule are kept.
const MOST_FOUND: usize = 1_000;

/// The longest unknown language tag that diagnostics show in full.
const LONGEST_TAG: usize = 30;

/// The rows of a table as it was read last.
#[derive(Debug, Default)]
pub(crate) struct KnownRows {
    text: String,
    /// The bytes before the first section.
    head: usize,
    /// Whether the file may contain invisible characters, so that each text is checked.
    may_hide: bool,
    sections: Vec<Section>,
}

/// A row that was read from its section alone.
#[derive(Debug)]
struct Section {
    bytes: Range<usize>,
    is_range: bool,
    /// Its places are those in the file.
    row: DraftRow,
    /// The places of these are relative to the section.
    found: Vec<Diagnostic>,
    damaged: Vec<Place>,
    /// Whether anything of the section may be missing because of a syntax error.
    is_damaged: bool,
    /// How many texts it takes room for.
    room: usize,
}

impl KnownRows {
    /// Reads a table; `None` if its sections depend on each other, or if it is too large.
    pub(super) fn read(&mut self, text: &str, sink: &mut Sink) -> Option<Draft> {
        if text.len() > MOST_FILE_BYTES {
            return None;
        }
        let bytes = sections(text)?;
        let head = &text[..bytes[0].start];
        let may_hide = safety::may_hide(text);
        let mut document = parse(0, head, sink);
        document.file.may_hide = may_hide;
        if !is_independent(&document) || !has_head_alone(&document.tree.root) {
            return None;
        }
        let draft = table(&document, sink);
        let is_name = draft.head.notation.repr.as_ref().is_some_and(Repr::is_name);
        if is_name || draft.languages.has_refused() || !fit(draft.properties.len(), bytes.len()) {
            return None;
        }
        self.update(text, may_hide, bytes, &draft)?;
        self.add_rows(draft, sink)
    }

    /// Reads the sections that differ from those of the last text.
    fn update(&mut self, text: &str, may_hide: bool, bytes: Vec<Range<usize>>, draft: &Draft) -> Option<()> {
        let head = bytes[0].start;
        let (mut front, mut back) = (0, 0);
        if self.may_hide == may_hide && self.text.get(..self.head) == Some(&text[..head]) {
            let is_same =
                |old: &Section, new: &Range<usize>| self.text[old.bytes.clone()] == text[new.clone()];
            front = self.sections.iter().zip(&bytes).take_while(|(old, new)| is_same(old, new)).count();
            let (old, new) = (&self.sections[front..], &bytes[front..]);
            let pairs = old.iter().rev().zip(new.iter().rev());
            back = pairs.take_while(|(old, new)| is_same(old, new)).count();
        }
        let mut changed = Vec::new();
        for bytes in &bytes[front..bytes.len() - back] {
            changed.push(Section::read(&text[bytes.clone()], may_hide, draft)?);
        }
        let end = self.sections.len() - back;
        self.sections.splice(front..end, changed);
        for (section, bytes) in self.sections.iter_mut().zip(bytes) {
            section.move_to(bytes);
        }
        (self.head, self.may_hide, self.text) = (head, may_hide, text.to_owned());
        Some(())
    }

    /// The draft with the rows of all sections, whose diagnostics go to `sink`.
    fn add_rows(&self, mut draft: Draft, sink: &mut Sink) -> Option<Draft> {
        if self.sections.iter().map(|section| section.found.len()).sum::<usize>() > MOST_FOUND {
            return None;
        }
        let (mut labels, mut unknown) = (HashSet::new(), HashSet::new());
        // In the order in which a whole table is read.
        for is_range in [false, true] {
            for section in self.sections.iter().filter(|section| section.is_range == is_range) {
                let is_new = labels.insert((is_range, &section.row.label));
                if !is_new || !draft.languages.spend(section.room) {
                    return None;
                }
                draft.rows.push(section.row.clone());
                for found in section.placed_diagnostics() {
                    if found.rule == Rule::UnknownLanguage {
                        draft.languages.has_unknown.set(true);
                        // It is reported once.
                        if !unknown.insert(found.message.clone()) {
                            continue;
                        }
                    }
                    sink.add(found);
                }
                draft.is_damaged |= section.is_damaged;
            }
        }
        for section in &self.sections {
            for damaged in &section.damaged {
                let mut place = damaged.clone();
                section.place(&mut place);
                sink.damage(place);
            }
        }
        Some(draft)
    }
}

impl Section {
    fn read(text: &str, may_hide: bool, draft: &Draft) -> Option<Self> {
        let mut sink = Sink::default();
        let mut document = parse(SECTION, text, &mut sink);
        document.file.may_hide = may_hide;
        let (key, rows) = only_row(&document.tree.root)?;
        if !is_independent(&document) || !document.tree.repeated.is_empty() {
            return None;
        }
        let context = row::Context {
            document: &document,
            languages: &draft.languages,
            enums: &draft.enums,
            properties: &draft.properties,
            has_room: true,
            notation: &draft.head.notation,
        };
        let mut out = Vec::new();
        let read = || row::read_all(&context, key, rows, &mut out, &mut sink);
        let (room, unknown) = draft.languages.read_alone(read)?;
        let mut row = out.pop()?;
        let mut hash = DefaultHasher::new();
        (text, may_hide).hash(&mut hash);
        row.known = Some(KnownRow { text_hash: hash.finish(), checked: Arc::default() });
        let (found, damaged) = sink.into_parts();
        // Another row may have the same tag, so that each must be reported, and in full.
        let is_unknown = |found: &&Diagnostic| {
            found.rule == Rule::UnknownLanguage && found.place.span.len() <= LONGEST_TAG
        };
        if found.iter().filter(is_unknown).count() != unknown {
            return None;
        }
        let (is_range, is_damaged) = (key == "range", document.is_damaged());
        each_place(&mut row, &mut |place| {
            if place.source == SECTION {
                place.source = 0;
            }
        });
        Some(Self { bytes: 0..text.len(), is_range, row, found, damaged, is_damaged, room })
    }

    /// Moves the places of the row to where the section is now. Nothing is copied: the last table has been dropped, or shares
    /// only what has no places.
    fn move_to(&mut self, bytes: Range<usize>) {
        let (old, new) = (self.bytes.start, bytes.start);
        if old != new {
            each_place(&mut self.row, &mut |place| {
                place.span = place.span.start - old + new..place.span.end - old + new;
            });
        }
        self.bytes = bytes;
    }

    /// Moves a place to where it is in the file.
    fn place(&self, place: &mut Place) {
        if place.source == SECTION {
            place.source = 0;
            place.span.start += self.bytes.start;
            place.span.end += self.bytes.start;
        }
    }

    fn placed_diagnostics(&self) -> impl Iterator<Item = Diagnostic> {
        self.found.iter().cloned().map(|mut found| {
            self.place(&mut found.place);
            if let Some((place, _)) = &mut found.related {
                self.place(place);
            }
            found
        })
    }
}

/// The sections with rows: each begins with a header at the start of a line, and has the headers of inner tables.
fn sections(text: &str) -> Option<Vec<Range<usize>>> {
    let (mut starts, mut at, mut header) = (Vec::new(), 0, "");
    for line in text.split_inclusive('\n') {
        let is_header = line.starts_with("[code.") || line.starts_with("[range.");
        let is_inner = |header: &str| line.strip_prefix(header).is_some_and(|rest| rest.starts_with('.'));
        if is_header && (header.is_empty() || !is_inner(header)) {
            starts.push(at);
            header = line.split(']').next().unwrap_or(line);
        }
        at += line.len();
    }
    starts.first()?;
    let ends = starts.iter().skip(1).copied().chain([text.len()]).collect::<Vec<_>>();
    Some(starts.into_iter().zip(ends).map(|(start, end)| start..end).collect())
}

/// Whether this text and the rest of the file cannot change each other's meaning: after an error, a string over several
/// lines may be one that is not closed, and the sides of a conflict may extend over several sections.
fn is_independent(document: &Document<'_>) -> bool {
    let (tree, text) = (&document.tree, document.file.text);
    let may_go_on = || text.contains("\"\"\"") || text.contains("'''");
    let is_marker = |error: &SyntaxError| error.problem == Problem::ConflictMarker;
    tree.stopped.is_none() && (tree.errors.is_empty() || !may_go_on()) && !tree.errors.iter().any(is_marker)
}

/// Whether the sections without rows certainly are those of a table, and of nothing but its head.
fn has_head_alone(root: &Table<'_>) -> bool {
    root.get("code").is_none()
        && root.get("range").is_none()
        && root.table("registry").is_some_and(|registry| registry.get("languages").is_some())
}

/// The only row, below `code` or `range`.
fn only_row<'t, 'i>(root: &'t Table<'i>) -> Option<(&'static str, &'t Table<'i>)> {
    let [entry] = root.entries() else { return None };
    let key = ["code", "range"].into_iter().find(|key| *key == entry.key.name)?;
    let rows = entry.value.as_table()?;
    (rows.len() == 1).then_some((key, rows))
}

type Visit<'v> = &'v mut dyn FnMut(&mut Place);

/// Visits every place in a row.
fn each_place(row: &mut DraftRow, visit: Visit<'_>) {
    let DraftRow { place, symbol, aliases, variant, replaced_by, texts, arguments, .. } = row;
    visit(place);
    symbol.iter_mut().chain(aliases).chain(variant).for_each(|text| visit(&mut text.place));
    replaced_by.iter_mut().for_each(|value| visit(&mut value.place));
    if let Slot::Good(arguments) = arguments {
        visit(&mut arguments.place);
        arguments.value.iter_mut().for_each(|argument| visit(&mut argument.place));
    }
    let texts = Arc::make_mut(texts);
    texts.literals.iter_mut().chain(&mut texts.notes).for_each(|column| each_text(column, visit));
    texts.columns.iter_mut().for_each(|(_, column)| each_text(column, visit));
    texts.explanation_files.iter_mut().for_each(|(_, path)| visit(&mut path.place));
    for (_, DraftPattern { pieces, flaws }) in &mut texts.help_patterns {
        each_piece(pieces, visit);
        flaws.iter_mut().for_each(|(place, _)| visit(place));
    }
    for slot in &mut texts.message {
        if let Slot::Good(message) = slot {
            visit(&mut message.place);
            each_sentence(&mut message.value, visit);
        }
    }
}

fn each_text(column: &mut Column, visit: Visit<'_>) {
    for slot in column {
        if let Slot::Good(text) = slot {
            visit(&mut text.place);
        }
    }
}

fn each_piece(pieces: &mut [DraftPiece], visit: Visit<'_>) {
    for piece in pieces {
        if let DraftPiece::Argument(Located { place, .. }) = piece {
            visit(place);
        }
    }
}

fn each_sentence(message: &mut DraftMessage, visit: Visit<'_>) {
    match message {
        DraftMessage::Pattern(pieces) => {
            visit(&mut pieces.place);
            each_piece(&mut pieces.value, visit);
        }
        DraftMessage::Choice(choice) => {
            visit(&mut choice.place);
            visit(&mut choice.argument.place);
            choice.missing.iter_mut().for_each(|missing| visit(&mut missing.place));
            for case in &mut choice.cases {
                visit(&mut case.place);
                each_sentence(&mut case.message, visit);
            }
        }
    }
}
