//! Rows in which the lints found nothing: while a table is edited, they are not linted again.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::read::{Column, Draft, DraftMessage, DraftPiece, DraftRow, Slot, Texts};

/// Hashes of rows in which the lints found nothing.
#[derive(Debug, Default)]
pub(crate) struct CleanRows {
    context: u64,
    rows: HashSet<u64>,
}

impl CleanRows {
    pub(super) fn new(context: u64) -> Self {
        Self { context, rows: HashSet::new() }
    }

    pub(super) fn has(&self, context: u64, content: u64) -> bool {
        self.context == context && self.rows.contains(&content)
    }

    pub(super) fn add(&mut self, content: u64) {
        self.rows.insert(content);
    }
}

/// A hash of what the lints of all rows depend on.
pub(super) fn context(draft: &Draft) -> u64 {
    let mut hash = DefaultHasher::new();
    draft.lints.name_length.hash(&mut hash);
    for property in &draft.properties {
        (&property.name, property.is_text()).hash(&mut hash);
    }
    for language in &draft.languages.list {
        (&language.tag, language.file.is_some()).hash(&mut hash);
    }
    for one in &draft.enums {
        let words = one.words.iter().flatten().map(|word| &word.word);
        (&one.name, one.words.is_some(), words.collect::<Vec<_>>()).hash(&mut hash);
    }
    hash.finish()
}

/// A hash of what the lints of one row depend on. Places are not part of it.
pub(super) fn content(row: &DraftRow) -> u64 {
    if let Some(known) = &row.known {
        return known.text_hash;
    }
    let mut hash = DefaultHasher::new();
    let Texts { literals, explanation_files: _, help_patterns: _, message, notes, columns } = &*row.texts;
    for column in literals.iter().chain(notes) {
        hash_column(column, Hash::hash, &mut hash);
    }
    notes.len().hash(&mut hash);
    for (at, column) in columns {
        at.hash(&mut hash);
        hash_column(column, Hash::hash, &mut hash);
    }
    hash_column(message, hash_message, &mut hash);
    row.is_damaged.hash(&mut hash);
    match &row.arguments {
        Slot::Missing => 0.hash(&mut hash),
        Slot::Broken => 1.hash(&mut hash),
        Slot::Good(arguments) => {
            for argument in &arguments.value {
                argument.name.hash(&mut hash);
                format!("{:?}{:?}", argument.kind, argument.words).hash(&mut hash);
            }
        }
    }
    hash.finish()
}

fn hash_column<T>(column: &Column<T>, of: impl Fn(&T, &mut DefaultHasher), hash: &mut DefaultHasher) {
    column.len().hash(hash);
    for slot in column {
        match slot {
            Slot::Missing => 0.hash(hash),
            Slot::Broken => 1.hash(hash),
            Slot::Good(text) => {
                2.hash(hash);
                of(&text.value, hash);
            }
        }
    }
}

fn hash_message(message: &DraftMessage, hash: &mut DefaultHasher) {
    match message {
        DraftMessage::Pattern(pieces) => {
            pieces.value.len().hash(hash);
            for piece in &pieces.value {
                match piece {
                    DraftPiece::Text(text) => (0, text).hash(hash),
                    DraftPiece::Argument(name) => (1, &name.value).hash(hash),
                }
            }
        }
        DraftMessage::Choice(choice) => {
            (choice.selector.name(), &choice.argument.value, choice.cases.len()).hash(hash);
            for case in &choice.cases {
                format!("{:?}", case.case).hash(hash);
                hash_message(&case.message, hash);
            }
        }
    }
}
