//! Reads the tables of code-registry: text in, a checked [`Table`] and every [`Diagnostic`] out.
//!
//! It does no I/O of its own: the caller passes [`read`] a function that reads language files. It never panics and
//! never stops at the first error; the table that it returns contains whatever is valid.
//!
//! A file becomes keys and values with their places (`syntax`), then rows and texts (`read`), which are compared with
//! each other (`check`). What is valid becomes the table. Diagnostics of all steps go to `report`.

mod check;
#[doc(hidden)]
pub mod contract;
mod display_text;
#[cfg(feature = "expand")]
#[doc(hidden)]
pub mod expand;
mod identifier;
mod language;
#[cfg(feature = "tool")]
mod lint;
mod locale;
mod locale_match;
mod model;
mod notation;
pub mod plural;
mod read;
mod report;
mod repr;
mod safety;
#[doc(hidden)]
pub mod schema;
mod source;
#[doc(hidden)]
pub mod syntax;

pub use code_registry_encoding::texts::MAX_TEXT_BYTES;
pub use code_registry_encoding::value::Radix;
pub use display_text::{Unlisted, entry, unlisted};
pub use identifier::{is_property_name, symbol_of, symbol_of_variant, variant_name};
#[doc(hidden)]
pub use language::{
    missing_in_language, read_known_of_language, read_language, says_nothing, texts_of_language,
};
pub use locale::{canonical_tag, formats, formats_for, formats_of, is_right_to_left};
pub use locale_match::{best_language, locale_matches};
pub use model::*;
pub use notation::{Extent, has_bounds};
pub use read::MOST_FILE_BYTES;
#[cfg(feature = "tool")]
#[doc(hidden)]
pub use report::sentences;
pub use report::{Diagnostic, MissingText, Report, Rule, Sentence, Severity, Translate, nearest, shown};
pub use repr::{Label, PartForm, Repr};
pub use schema::{ArgumentKind, DataType, LiteralKind, OpaqueKey, TextKind};
pub use source::{Place, Source, beside, utf8};

/// The result of reading: the valid rows, and all diagnostics.
#[derive(Debug)]
#[non_exhaustive]
pub struct Reading {
    /// The checked table with every valid row.
    pub table: Table,
    /// The table's text first, then the language files in the order they were read.
    pub sources: Vec<Source>,
    /// Every error and warning, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
}

impl Reading {
    /// Whether the table breaks a rule.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Whether an error may have taken a row, a column, an argument or a language from the table, so that a program that
    /// uses them would not compile.
    pub fn lacks_names(&self) -> bool {
        let errors = self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        errors.map(|error| error.rule).any(|rule| !KEEP_NAMES.contains(&rule))
    }

    /// Whether an error may have taken arguments from a message, so that error types that have them would not compile.
    pub fn lacks_arguments(&self) -> bool {
        let rules = self.diagnostics.iter().map(|diagnostic| diagnostic.rule);
        self.lacks_names() || rules.into_iter().any(|rule| rule == Rule::MissingDefaultText)
    }

    /// Treats every warning as an error.
    pub fn deny_warnings(&mut self) {
        for diagnostic in &mut self.diagnostics {
            diagnostic.severity = Severity::Error;
        }
    }
}

/// The rules of errors that take only a text or a value from a row.
const KEEP_NAMES: [Rule; 16] = [
    Rule::Bidi,
    Rule::MissingDefaultText,
    Rule::MissingText,
    Rule::NoText,
    Rule::OpenIsolate,
    Rule::PropertyBounds,
    Rule::PropertyType,
    Rule::Replacement,
    Rule::ReplacedStatus,
    Rule::UnknownEnum,
    Rule::UnknownLanguage,
    Rule::UnknownLevel,
    Rule::UnknownLint,
    Rule::UnknownPolicy,
    Rule::UnknownRow,
    Rule::UnknownWord,
];

/// Reads a table; `path` is its name in diagnostics.
///
/// `language_file` receives the path of a language's file as it is written in the table. [`beside`] joins it to the
/// path of the table; the result is in the table's folder or below. The function returns the text, or the reason why it
/// is not available.
///
/// ```
/// let text = r#"
///     [registry]
///     title.en = "Loader errors"
///     repr = "u16"
///     languages = ["en"]
///     [code.2001]
///     symbol = "NOT_FOUND"
///     message.en = "cannot find {path}"
/// "#;
/// let reading = code_registry_table::read("codes.toml", text, &mut |_| Err("there is none".to_owned()));
/// assert!(!reading.has_errors());
/// assert_eq!(reading.table.row_of(2001).unwrap().variant.as_deref(), Some("NotFound"));
/// ```
pub fn read(
    path: &str,
    text: &str,
    language_file: &mut dyn FnMut(&str) -> Result<String, String>,
) -> Reading {
    read_with(path, text, language_file, false)
}

/// Reads a table with its explanations, whose files `language_file` reads too. Programs do not need them.
pub fn read_explained(
    path: &str,
    text: &str,
    language_file: &mut dyn FnMut(&str) -> Result<String, String>,
) -> Reading {
    read_with(path, text, language_file, true)
}

/// Reads a table with its explanations and runs the linter, which reports what makes no difference to a program.
#[cfg(feature = "tool")]
pub fn lint(
    path: &str,
    text: &str,
    language_file: &mut dyn FnMut(&str) -> Result<String, String>,
) -> Reading {
    lint_translations(path, text, language_file, |_, _| Vec::new())
}

/// Reads and lints a table whose translations have a recorded state: `stale` returns the place and the language of each
/// text that was translated from another text than the table has now.
#[cfg(feature = "tool")]
pub fn lint_translations(
    path: &str,
    text: &str,
    language_file: &mut dyn FnMut(&str) -> Result<String, String>,
    stale: impl Fn(&Table, &[Source]) -> Vec<(Place, String)>,
) -> Reading {
    let mut sink = report::Sink::default();
    let (draft, sources) = read::draft(path, text, language_file, true, &mut sink);
    lint::check(&draft, &sources, &mut sink);
    finish(draft, sources, stale, sink)
}

/// Reads a table again and again while it is edited. Rows that did not change are neither read nor linted again; the results
/// are those of [`lint_translations`].
#[cfg(feature = "tool")]
#[derive(Debug, Default)]
pub struct Rereader {
    rows: read::KnownRows,
    clean: lint::CleanRows,
}

#[cfg(feature = "tool")]
impl Rereader {
    /// Reads the table as it is now.
    pub fn lint_translations(
        &mut self,
        path: &str,
        text: &str,
        language_file: &mut dyn FnMut(&str) -> Result<String, String>,
        stale: impl Fn(&Table, &[Source]) -> Vec<(Place, String)>,
    ) -> Reading {
        let mut sink = report::Sink::default();
        let (draft, sources) = read::draft_again(path, text, language_file, &mut self.rows, &mut sink);
        lint::check_again(&draft, &sources, &mut self.clean, &mut sink);
        finish(draft, sources, stale, sink)
    }
}

#[cfg(feature = "tool")]
fn finish(
    draft: read::Draft,
    sources: Vec<Source>,
    stale: impl Fn(&Table, &[Source]) -> Vec<(Place, String)>,
    mut sink: report::Sink,
) -> Reading {
    let table = check::check(draft, &sources, &mut sink);
    for (place, tag) in stale(&table, &sources) {
        sink.report(place, &report::Violation::Stale { tag });
    }
    Reading { table, sources, diagnostics: sink.into_sorted() }
}

/// Reads a table, with its explanations if a front end shows them.
fn read_with(
    path: &str,
    text: &str,
    language_file: &mut dyn FnMut(&str) -> Result<String, String>,
    explains: bool,
) -> Reading {
    let mut sink = report::Sink::default();
    let (draft, sources) = read::draft(path, text, language_file, explains, &mut sink);
    let table = check::check(draft, &sources, &mut sink);
    Reading { table, sources, diagnostics: sink.into_sorted() }
}
