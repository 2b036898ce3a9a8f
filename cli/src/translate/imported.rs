//! The content of a translator's file, independent of its format, and the problems found in it.

use core::ops::Range;

use code_registry_table::{Diagnostic, Place, Rule, Severity};

use super::plural_formula::PluralForms;
use crate::error::ToolMessage;

/// The content of a translator's file.
#[derive(Debug, Default)]
pub(super) struct ImportedCatalog {
    /// Its language, and the place where it is stated.
    pub(super) language: Option<(String, Place)>,
    /// The language that it was translated from.
    pub(super) source_language: Option<String>,
    /// The numbering of its plural forms, and the place where it is stated.
    pub(super) plural_forms: Option<(PluralForms, Place)>,
    pub(super) entries: Vec<ImportedEntry>,
    /// The number of obsolete entries.
    pub(super) obsolete: usize,
    /// The fields of a PO file's header, its comments, and its obsolete entries, unchanged.
    pub(super) header: Vec<(String, String)>,
    pub(super) header_comments: Vec<String>,
    pub(super) obsolete_lines: Vec<String>,
}

/// An entry of a translator's file.
#[derive(Debug, Default)]
pub(super) struct ImportedEntry {
    pub(super) key: String,
    pub(super) key_place: Option<Place>,
    /// Its source text.
    pub(super) sources: Vec<String>,
    /// The translation, each plural form by its number.
    pub(super) targets: Vec<(String, Place)>,
    pub(super) marks: Marks,
    /// Whether an error has been reported for which it is left out.
    pub(super) is_refused: bool,
}

/// The notes of translators on a translation.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Marks {
    /// Whether the translation needs review.
    pub(super) is_fuzzy: bool,
    pub(super) comments: Vec<String>,
    /// The flags of a PO file, except `fuzzy`.
    pub(super) flags: Vec<String>,
    /// The state that XLIFF gives the translation.
    pub(super) state: Option<String>,
}

/// What a reader knows about the table of the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Expected<'a> {
    /// The tag of the default language.
    pub(super) source: &'a str,
    /// The requested language.
    pub(super) target: Option<&'a str>,
}

/// The maximum number of errors that are kept: a file may have one on each of its lines.
const MOST: usize = 20_000;

/// The errors in a translator's file, each with its place.
#[derive(Debug, Default)]
pub(super) struct Problems {
    /// Errors for which the whole file is refused.
    pub(super) found: Vec<Diagnostic>,
    /// Errors for which a text is left out, and warnings: everything else is imported.
    pub(super) passed: Vec<Diagnostic>,
}

impl Problems {
    pub(super) fn add(&mut self, rule: Rule, place: &Place, said: &ToolMessage) {
        push(&mut self.found, diagnostic(rule, place, said));
    }

    /// A text is left out.
    pub(super) fn leave_out(&mut self, rule: Rule, place: &Place, said: &ToolMessage) {
        let mut diagnostic = diagnostic(rule, place, said);
        diagnostic.severity = Severity::Error;
        push(&mut self.passed, diagnostic);
    }

    pub(super) fn warn(&mut self, rule: Rule, place: &Place, said: &ToolMessage) {
        let mut diagnostic = diagnostic(rule, place, said);
        diagnostic.severity = Severity::Warning;
        push(&mut self.passed, diagnostic);
    }
}

fn push(diagnostics: &mut Vec<Diagnostic>, new: Diagnostic) {
    match diagnostics.len() {
        ..MOST => diagnostics.push(new),
        MOST => {
            let said = ToolMessage::TooManyMistakes { most: MOST };
            diagnostics.push(diagnostic(Rule::TooLarge, &new.place, &said));
        }
        _ => {}
    }
}

fn diagnostic(rule: Rule, place: &Place, said: &ToolMessage) -> Diagnostic {
    Diagnostic::new(rule, place.clone(), &said.to_string(), said.help().as_deref())
}

/// Some bytes of the file.
pub(super) fn place(span: Range<usize>) -> Place {
    Place { source: 0, span }
}
