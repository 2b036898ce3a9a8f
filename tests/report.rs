//! Reports: an error and its sources, as users read them.
//!
//! A case is an error in `cases`. Its report in each language is in `tests/report/`;
//! `UPDATE_EXPECT=1 cargo test --test report` rewrites the reports.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::error::Error;
use std::io;
use std::sync::Arc;

use code_registry::{Code, Coded, Language, Report, Unlisted, catalog, report, report_dyn};
use eyre::WrapErr as _;

#[macro_use]
mod backups;
mod cargo;

registries!(worded);

const EN: Language = Language::new("en").unwrap();
const IT: Language = Language::new("it").unwrap();

#[code_registry::codes("tests/tables/report.toml")]
enum AppCode {}

/// Errors with sources of all types that a source may have.
#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    #[code(APP_NOT_STARTED)]
    Alone,
    #[code(APP_NOT_STARTED, shared)]
    Caused {
        source: FileError,
    },
    #[code(APP_NOT_STARTED, shared)]
    Boxed {
        source: Box<FileError>,
    },
    #[code(APP_NOT_STARTED, shared)]
    Counted(#[source] Arc<FileError>),
    #[code(APP_NOT_STARTED, shared)]
    Optional(#[source] Option<FileError>),
    #[code(APP_NOT_STARTED, shared)]
    Dynamic(#[source] Box<dyn Error + Send + Sync>),
    #[code(APP_NOT_STARTED, shared)]
    Context(#[source] anyhow::Error),
    #[code(APP_NOT_STARTED, shared)]
    Elsewhere(#[from] worded::BackupError),
    #[code(transparent)]
    Inner(#[from] FileError),
    #[code(transparent)]
    InnerBox(Box<AppError>),
    Said {
        what: FileError,
    },
    #[code(150)]
    Plugin,
}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum FileError {
    NotFound { path: &'static str, source: io::Error },
    Several { text: &'static str },
}

/// Whether the source has a code is unknown.
#[derive(Debug, Coded)]
#[coded(AppCode::NotStarted)]
struct Generic<T> {
    source: T,
}

/// The author declares that it has one.
#[derive(Debug, Coded)]
#[coded(AppCode::NotStarted)]
struct GenericCoded<T>
where
    T: Coded + 'static,
{
    source: T,
}

fn not_found() -> FileError {
    FileError::NotFound { path: "a.toml", source: io::Error::new(io::ErrorKind::NotFound, "no such file") }
}

fn several() -> FileError {
    FileError::Several { text: "one\n\n  three\n\n" }
}

/// The report of an error in each language.
#[track_caller]
fn check(case: &str, error: &impl Coded) {
    check_reports(case, |language| report(error, language));
}

/// The report of an error of any type, with the types of the application known.
#[track_caller]
fn check_any(case: &str, error: &(dyn Error + 'static)) {
    check_reports(case, |language| report_dyn::<(AppError, FileError)>(error, language));
}

#[track_caller]
fn check_reports<'a>(case: &str, report: impl Fn(Language) -> Report<'a>) {
    let said = format!("{}\n\n{}\n", report(EN), report(IT));
    cargo::check_file(&format!("tests/report/{case}.txt"), &said);
}

#[test]
fn levels_show_their_codes_help_and_notes() {
    check("alone", &AppError::Alone);
    check("caused", &AppError::Caused { source: not_found() });
    check("range", &AppError::Plugin);
    check("two-registries", &AppError::from(worded::BackupError::NoRoom { folder: "/srv", bytes: 1 }));
}

#[test]
fn text_of_several_lines_is_indented() {
    check("several-lines", &several());
    check("several-lines-below", &AppError::Caused { source: several() });
    check_any("several-lines-unknown", &*anyhow::anyhow!("a\nb\r\nc\r\n\r\n").context("d\n\ne"));
}

#[test]
fn a_source_has_its_code_whatever_holds_it() {
    check("caused", &AppError::Boxed { source: not_found().into() });
    check("caused", &AppError::Counted(not_found().into()));
    check("caused", &AppError::Optional(Some(not_found())));
    check("alone", &AppError::Optional(None));
    check("caused", &GenericCoded { source: not_found() });
    check("caused", &&AppError::Caused { source: not_found() });
    check("caused", &Box::new(AppError::Caused { source: not_found() }));
    check("caused", &Arc::new(AppError::Caused { source: not_found() }));
}

#[test]
fn a_transparent_error_is_not_a_level() {
    check("transparent", &AppError::Inner(not_found()));
    check("caused", &AppError::InnerBox(AppError::Caused { source: not_found() }.into()));
}

#[test]
fn a_source_of_unknown_type_speaks_the_language() {
    check("unknown", &Generic { source: not_found() });
    check("unknown", &AppError::Dynamic(not_found().into()));
    check("unknown", &AppError::Context(not_found().into()));
    check("argument", &AppError::Said { what: not_found() });
}

#[test]
fn named_types_are_known() {
    check_any("caused", &AppError::Dynamic(not_found().into()));
    check_any("caused", &AppError::Context(not_found().into()));
    check_any("caused", &AppError::Dynamic(Box::new(Box::new(not_found()))));
    check_any("caused", &AppError::Dynamic(Arc::new(not_found()).into()));
    check_any("caused", &AppError::Dynamic(io::Error::other(io::Error::other(not_found())).into()));
    check_any("caused", &*anyhow::Error::from(AppError::Caused { source: not_found() }));
    check_any("caused", &*eyre::Report::from(AppError::Caused { source: not_found() }));
    check_any("caused", &*Box::<dyn Error>::from(AppError::Caused { source: not_found() }));
    let boxed: Box<dyn Error + Send + Sync> = not_found().into();
    check_reports("transparent", |language| report_dyn::<FileError>(&*boxed, language));
}

#[test]
fn what_anyhow_and_eyre_put_around_an_error_speaks_the_language() {
    let anyhow = anyhow::Context::context(Err::<(), _>(not_found()), AppError::Alone).unwrap_err();
    check_any("context", &*anyhow);
    check_any("context", &*anyhow::Error::from(not_found()).context(AppError::Alone));
    check_any("context", &*Err::<(), _>(not_found()).wrap_err(AppError::Alone).unwrap_err());
    check_any("context", &*eyre::Report::from(not_found()).wrap_err(AppError::Alone));
    check_any("foreign", &*anyhow.context("while starting"));
    check_any("foreign-only", &io::Error::other("disk on fire"));
}

#[test]
fn an_address_is_shown_once() {
    let source = FileError::NotFound { path: "b.toml", source: io::Error::other(AppError::Alone) };
    check_any("same-address", &AppError::Caused { source });
}

#[test]
fn flags_change_nothing() {
    let error = AppError::Caused { source: several() };
    let report = report(&error, IT);
    assert_eq!(format!("{report:>200.3}"), report.to_string());
    assert_eq!(format!("{report:#}"), report.to_string());
}

#[test]
fn catalogues_word_help_and_notes() {
    catalog!(worded::BackupCode, "pl", "tests/tables/catalog.pl.toml").install();
    let error = worded::BackupError::NoRoom { folder: "/srv", bytes: 12 };
    assert_eq!(
        report(&error, Language::new("pl").unwrap()).to_string(),
        "B0001 BACKUP_NO_ROOM: brakuje 12 bajtów w /srv\n  = użyj innego dysku\n  * Od 1.0.\n  * Nie na taśmach."
    );
}

#[test]
fn the_language_of_a_report_ends_with_it() {
    code_registry::language::scope(IT, || {
        assert!(report(&AppError::Said { what: not_found() }, EN).to_string().contains("said: cannot find"));
        assert_eq!(not_found().to_string(), "impossibile trovare a.toml");
    });
}

#[test]
fn references_are_those_of_the_row_else_of_the_registry() {
    const OF_REGISTRY: [&str; 2] = ["the manual", "https://example.org/errors"];
    const OF_ROW: &[&str] = AppCode::NotFound.references();
    assert_eq!(
        OF_ROW,
        ["RFC 9999: \"è\"", "https://example.org/errors/2", "https://example.org/errors/2/more"]
    );
    assert_eq!(AppCode::NotStarted.references(), OF_REGISTRY);
    assert_eq!(AppCode::from(150).references(), ["http://example.org/plugins"]);
    assert_eq!(AppCode::Unlisted(Unlisted::new(9).unwrap()).references(), OF_REGISTRY);
    assert_eq!(AppCode::from(4).references(), OF_REGISTRY, "a retired row has no code");
    let retired = AppCode::rows().find(|row| row.symbol() == "APP_OLD").unwrap();
    assert_eq!(retired.references(), ["https://example.org/history"]);
    assert_eq!(worded::BackupCode::NoRoom.references(), [""; 0]);
    fn of<E: Code>(code: E) -> &'static [&'static str] {
        code.references()
    }
    assert_eq!(of(AppCode::Several), ["chapter 3"]);
}

#[test]
fn a_report_can_be_debugged() {
    let error = AppError::Alone;
    let report = report(&error, EN);
    assert_eq!(format!("{report:?}"), format!("Report({report})"));
}
