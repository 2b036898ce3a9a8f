//! The lints: findings in tables that are valid.

mod clean_rows;
mod sentences;
mod translations;

use core::mem::discriminant;
use core::ops::Range;
use std::collections::BTreeSet;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::model::{Case, Words};
use crate::read::{
    Column, Draft, DraftArgument, DraftMessage, DraftProperty, DraftRow, DraftWord, Slot, Texts,
};
use crate::report::{Quoted, Sink, Violation};
use crate::safety::inside;
use crate::schema::{LiteralKind, TextKind};
use crate::source::Source;

pub(crate) use clean_rows::CleanRows;
use sentences::{Sentence, Text};
use translations::{Copies, compare};

const EXPLANATION: TextKind = TextKind::Literal(LiteralKind::Explanation);

/// Runs all lints.
pub(crate) fn check(draft: &Draft, sources: &[Source], sink: &mut Sink) {
    let mut linter = Linter::new(draft, sources);
    row_order(draft, sink);
    linter.head(sink);
    draft.rows.iter().for_each(|row| linter.row(row, sink));
    linter.finish(sink);
}

/// Runs all lints, but those of rows that are known to be clean.
pub(crate) fn check_again(draft: &Draft, sources: &[Source], clean: &mut CleanRows, sink: &mut Sink) {
    let mut linter = Linter::new(draft, sources);
    row_order(draft, sink);
    linter.head(sink);
    let context = clean_rows::context(draft);
    let mut now = CleanRows::new(context);
    for row in &draft.rows {
        let content = clean_rows::content(row);
        if clean.has(context, content) {
            linter.count(row);
            now.add(content);
            continue;
        }
        let before = (sink.reported(), linter.copied());
        linter.row(row, sink);
        if before == (sink.reported(), linter.copied()) {
            now.add(content);
        }
    }
    *clean = now;
    linter.finish(sink);
}

/// What the lints of texts need.
struct Linter<'a> {
    draft: &'a Draft,
    sources: &'a [Source],
    languages: Vec<&'a str>,
    copies: Vec<Copies>,
}

impl<'a> Linter<'a> {
    fn new(draft: &'a Draft, sources: &'a [Source]) -> Self {
        let languages: Vec<&str> =
            draft.languages.list.iter().map(|language| language.tag.as_str()).collect();
        let copies = vec![Copies::default(); languages.len()];
        Self { draft, sources, languages, copies }
    }

    /// Lints the texts of the registry.
    fn head(&mut self, sink: &mut Sink) {
        sentences::of_head(self.draft, |text| self.text(text, sink));
    }

    fn row(&mut self, row: &DraftRow, sink: &mut Sink) {
        unused_arguments(row, sink);
        braces(row, &self.draft.properties, self.sources, sink);
        unreachable_others(row, self.draft, sink);
        sentences::of_row(row, self.draft, |text| self.text(text, sink));
    }

    fn text(&mut self, text: &Text<'_>, sink: &mut Sink) {
        let tag = self.languages[text.language];
        for (sentence, default) in &text.sentences {
            let default = default.as_ref().filter(|_| text.language > 0);
            report_flaws(sentence, text.kind, default, self.sources, sink);
        }
        if text.language > 0 {
            compare(text, tag, self.languages[0], &mut self.copies[text.language], self.sources, sink);
        }
        name_length(text, tag, self.draft.lints.name_length, sink);
    }

    /// Counts the translations of a row that is not linted.
    fn count(&mut self, row: &DraftRow) {
        let Texts { literals, explanation_files: _, help_patterns: _, message, notes, columns } = &*row.texts;
        for column in literals.iter().chain(notes).chain(columns.iter().map(|(_, column)| column)) {
            self.count_column(column);
        }
        self.count_column(message);
    }

    fn count_column<T>(&mut self, column: &Column<T>) {
        for (slot, copies) in column.iter().zip(&mut self.copies).skip(1) {
            copies.texts += usize::from(slot.as_good().is_some());
        }
    }

    /// How many translations equal their source.
    fn copied(&self) -> usize {
        self.copies.iter().map(|copies| copies.places.len()).sum()
    }

    fn finish(self, sink: &mut Sink) {
        for (copies, tag) in self.copies.into_iter().zip(&self.languages) {
            copies.report(tag, self.languages[0], sink);
        }
    }
}

/// A part of a text, and the lint that it violates.
type Flaw = (Range<usize>, Violation);

/// Reports the lints that a sentence violates by itself. Flaws that a translation has taken over from the text in the default
/// language are reported only there.
fn report_flaws(
    sentence: &Sentence<'_>,
    kind: Option<TextKind>,
    default: Option<&Sentence<'_>>,
    sources: &[Source],
    sink: &mut Sink,
) {
    let own = &sentence.text;
    let found = flaws(own, kind);
    let inherited =
        default.filter(|_| !found.is_empty()).map(|default| (&default.text, flaws(&default.text, kind)));
    for (part, violation) in found {
        let is_inherited = inherited.as_ref().is_some_and(|(default, known)| {
            known.iter().any(|(place, known)| {
                discriminant(known) == discriminant(&violation) && default[place.clone()] == own[part.clone()]
            })
        });
        if !is_inherited {
            sink.report(sentence.part(part, sources), &violation);
        }
    }
}

fn flaws(text: &str, kind: Option<TextKind>) -> Vec<Flaw> {
    // Markdown gives spaces a meaning.
    let mut found = if kind == Some(EXPLANATION) { Vec::new() } else { stray_spaces(text) };
    found.extend(not_nfc(text));
    found.extend(sentences::find(text));
    found
}

/// `row-order`: a row after one with a greater value, or after a row within it.
fn row_order(draft: &Draft, sink: &mut Sink) {
    let mut rows: Vec<(_, &DraftRow)> =
        draft.rows.iter().filter_map(|row| Some((row.extent?.order(), row))).collect();
    rows.sort_by_cached_key(|(_, row)| row.place.span.start);
    let mut found = rows.windows(2).filter_map(|pair| match pair {
        [(before_order, before), (order, row)] if order < before_order => Some((before, row)),
        _ => None,
    });
    let Some((first, second)) = found.next() else { return };
    let (row, before) = (Quoted::new(&second.label), Quoted::new(&first.label));
    let violation = match 1 + found.count() {
        1 => Violation::RowOrder { row, before },
        count => Violation::RowsOutOfOrder { row, before, count },
    };
    sink.report_between(second.place.clone(), &first.place, &violation);
}

/// `unused-argument`: a declared argument that no message and no help of any language uses.
fn unused_arguments(row: &DraftRow, sink: &mut Sink) {
    let column = &row.texts.message;
    let is_known = !row.is_damaged && !column.iter().any(|slot| matches!(slot, Slot::Broken));
    let Some(declared) = row.arguments.as_good().filter(|_| is_known) else { return };
    let mut used = BTreeSet::new();
    for message in column.iter().filter_map(Slot::as_good) {
        add_used(&message.value, &mut used);
    }
    for (_, pattern) in &row.texts.help_patterns {
        used.extend(sentences::arguments(&pattern.pieces));
    }
    for argument in declared.value.iter().filter(|argument| !used.contains(argument.name.as_str())) {
        let violation = Violation::UnusedArgument { name: Quoted::new(&argument.name) };
        sink.report(argument.place.clone(), &violation);
    }
}

/// The arguments that are declared, or that the message of the default language has.
fn known_arguments(row: &DraftRow) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    match &row.arguments {
        Slot::Good(declared) => names.extend(declared.value.iter().map(|argument| argument.name.as_str())),
        Slot::Missing => {
            let message = row.texts.message.first().and_then(Slot::as_good);
            message.into_iter().for_each(|message| add_used(&message.value, &mut names));
        }
        Slot::Broken => {}
    }
    names
}

/// `braces`: a `{name}` of an argument in a text that is displayed as it is.
fn braces(row: &DraftRow, properties: &[DraftProperty], sources: &[Source], sink: &mut Sink) {
    let arguments = known_arguments(row);
    if arguments.is_empty() {
        return;
    }
    for kind in TextKind::ALL {
        let columns = match kind {
            TextKind::Literal(LiteralKind::Help) | TextKind::Message => continue,
            TextKind::Literal(literal) => vec![row.texts.literal(literal)],
            TextKind::Note => row.texts.notes.iter().collect(),
        };
        let key = kind.key();
        columns.into_iter().for_each(|column| braces_in_column(key, column, &arguments, sources, sink));
    }
    for (at, column) in &row.texts.columns {
        braces_in_column(&properties[*at].name, column, &arguments, sources, sink);
    }
}

fn braces_in_column(
    key: &str,
    column: &Column,
    arguments: &BTreeSet<&str>,
    sources: &[Source],
    sink: &mut Sink,
) {
    let default = column.first().and_then(Slot::as_good);
    for (language, slot) in column.iter().enumerate() {
        let Some(text) = slot.as_good() else { continue };
        for (at, _) in text.value.match_indices('{') {
            let rest = &text.value[at + 1..];
            let Some((name, _)) = rest.split_once('}') else { break };
            let part = at..at + name.len() + 2;
            // What a translation has taken over is reported only in the default language.
            let is_inherited = language > 0
                && default.is_some_and(|default| default.value.contains(&text.value[part.clone()]));
            // Documents quote messages as code.
            let is_code =
                key == LiteralKind::Explanation.key() && text.value[..at].matches('`').count() % 2 == 1;
            // The text of an explanation in a file is not in a source.
            let source = sources
                .get(text.place.source)
                .filter(|_| arguments.contains(name) && !is_code && !is_inherited);
            if let Some(source) = source {
                let violation =
                    Violation::Braces { key: key.to_owned(), name: Quoted::new(&text.value[part.clone()]) };
                sink.report(inside(&source.text, &text.place, &text.value, part), &violation);
            }
        }
    }
}

/// `unreachable-other`: an `other` next to a case for every word of an enum.
fn unreachable_others(row: &DraftRow, draft: &Draft, sink: &mut Sink) {
    let Some(declared) = row.arguments.as_good() else { return };
    for message in row.texts.message.iter().filter_map(Slot::as_good) {
        unreachable_other(&message.value, &declared.value, draft, sink);
    }
}

fn unreachable_other(message: &DraftMessage, declared: &[DraftArgument], draft: &Draft, sink: &mut Sink) {
    let DraftMessage::Choice(choice) = message else { return };
    for case in &choice.cases {
        unreachable_other(&case.message, declared, draft, sink);
    }
    let name = &choice.argument.value;
    let words = declared.iter().find(|argument| argument.name == *name).map(|argument| &argument.words);
    let Some(Words::Enum { index, .. }) = words else { return };
    let Some(words) = &draft.enums[*index].words else { return };
    let has = |word: &DraftWord| choice.case(&Case::Word(word.word.clone())).is_some();
    let other = choice.cases.iter().find(|known| known.case == Case::OTHER);
    if let Some(other) = other.filter(|_| words.iter().all(has)) {
        sink.report(other.place.clone(), &Violation::UnreachableOther { name: Quoted::new(name) });
    }
}

/// Adds the arguments that a message shows or selects by.
fn add_used<'a>(message: &'a DraftMessage, used: &mut BTreeSet<&'a str>) {
    match message {
        DraftMessage::Pattern(pieces) => {
            used.extend(sentences::arguments(&pieces.value));
        }
        DraftMessage::Choice(choice) => {
            used.insert(&choice.argument.value);
            choice.cases.iter().for_each(|case| add_used(&case.message, used));
        }
    }
}

/// `long-name`: a name of more characters than the limit.
fn name_length(text: &Text<'_>, tag: &str, most: Option<usize>, sink: &mut Sink) {
    let Some(most) = most.filter(|_| text.kind == Some(TextKind::Literal(LiteralKind::Name))) else { return };
    for (name, _) in &text.sentences {
        let count = name.text.chars().count();
        if count > most {
            let violation = Violation::LongName { tag: tag.to_owned(), count, most };
            sink.report(name.place.clone(), &violation);
        }
    }
}

/// `stray-space`: leading, trailing and doubled spaces, except for those that indent a line.
fn stray_spaces(text: &str) -> Vec<Flaw> {
    let ends_with_break = text.ends_with('\n');
    let break_at_end = ends_with_break.then(|| (text.len() - 1, Violation::LineBreakAtEnd));
    let found = if text.starts_with(char::is_whitespace) {
        Some((0, Violation::SpaceAtStart))
    } else {
        doubled(text).or_else(|| before_break(text))
    };
    let at_end = (!ends_with_break && text.ends_with(char::is_whitespace))
        .then(|| (text.trim_end().len(), Violation::SpaceAtEnd));
    let found = break_at_end.into_iter().chain(found).chain(at_end);
    found.map(|(at, violation)| (at..at + width(text, at), violation)).collect()
}

/// The bytes of the character that starts here.
fn width(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// The second of two spaces inside a line.
fn doubled(text: &str) -> Option<(usize, Violation)> {
    let mut before = None;
    let mut is_indented = true;
    for (at, character) in text.trim_end().char_indices() {
        let is_space = character.is_whitespace() && character != '\n';
        if is_space && before == Some(true) && !is_indented {
            // Spaces before a line break are reported as such.
            let line_goes_on = !text[at..].trim_start_matches([' ', '\t']).starts_with('\n');
            return line_goes_on.then_some((at, Violation::DoubledSpace));
        }
        is_indented = character == '\n' || (is_indented && is_space);
        before = Some(is_space);
    }
    None
}

fn before_break(text: &str) -> Option<(usize, Violation)> {
    let at = text.find(" \n").or_else(|| text.find("\t\n"))?;
    Some((at, Violation::SpaceBeforeBreak))
}

/// `not-nfc`: the first characters that differ in normalization form C.
fn not_nfc(text: &str) -> Option<Flaw> {
    if text.is_ascii() || is_nfc(text) {
        return None;
    }
    let differs = text.char_indices().zip(text.nfc()).find(|((_, written), canonical)| written != canonical);
    let at = differs.map_or(0, |((at, _), _)| at);
    let ends = text[at..].char_indices().map(|(end, last)| at + end + last.len_utf8());
    let changes = |end: &usize| !is_nfc(&text[at..*end]);
    let end = ends.into_iter().find(changes).unwrap_or(text.len());
    let canonical: String = text[at..end].nfc().collect();
    let violation = Violation::NotNfc {
        written: code_points(&text[at..end]),
        canonical: format!("`{canonical}` ({})", code_points(&canonical)),
    };
    Some((at..end, violation))
}

fn code_points(text: &str) -> String {
    let code_points: Vec<_> =
        text.chars().map(|character| format!("U+{:04X}", u32::from(character))).collect();
    code_points.join(" ")
}
