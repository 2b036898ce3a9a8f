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

/// It is unknown at compile time whether the source has a code.
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

/// The report of an error of any type, with the registry of the application known.
#[track_caller]
fn check_any(case: &str, error: &(dyn Error + 'static)) {
    check_reports(case, |language| report_dyn::<AppCode>(error, language));
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
fn a_source_of_unknown_type_has_its_code() {
    check("caused", &Generic { source: not_found() });
    check("caused", &AppError::Dynamic(not_found().into()));
    check("caused", &AppError::Context(not_found().into()));
    check("argument", &AppError::Said { what: not_found() });
}

/// Types of other derives that display what they contain.
#[derive(Debug, thiserror::Error)]
enum Foreign {
    #[error(transparent)]
    File(#[from] FileError),
    #[error(transparent)]
    Boxed(Box<dyn Error + Send + Sync>),
    #[error("around")]
    Around(#[source] FileError),
}

#[test]
fn a_code_is_found_through_whatever_displays_its_error() {
    check_any("caused", &AppError::Dynamic(not_found().into()));
    check_any("caused", &AppError::Context(not_found().into()));
    check_any("caused", &AppError::Dynamic(Box::new(Box::new(not_found()))));
    check_any("caused", &AppError::Dynamic(Arc::new(not_found()).into()));
    check_any("caused", &AppError::Dynamic(io::Error::other(io::Error::other(not_found())).into()));
    check_any("caused", &AppError::Dynamic(Foreign::from(not_found()).into()));
    check_any("caused", &AppError::Dynamic(Foreign::Boxed(Foreign::from(not_found()).into()).into()));
    check_any("caused", &*anyhow::Error::from(AppError::Caused { source: not_found() }));
    check_any("caused", &*eyre::Report::from(AppError::Caused { source: not_found() }));
    check_any("caused", &*Box::<dyn Error>::from(AppError::Caused { source: not_found() }));
    check_any("around", &Foreign::Around(not_found()));
    let boxed: Box<dyn Error + Send + Sync> = not_found().into();
    check_any("transparent", &*boxed);
    check_any("transparent", &Foreign::from(not_found()));
}

#[test]
fn what_anyhow_and_eyre_put_around_an_error_has_its_code() {
    let anyhow = anyhow::Context::context(Err::<(), _>(not_found()), AppError::Alone).unwrap_err();
    check_any("caused", &*anyhow);
    check_any("caused", &*anyhow::Error::from(not_found()).context(AppError::Alone));
    check_any("caused", &*Err::<(), _>(not_found()).wrap_err(AppError::Alone).unwrap_err());
    check_any("caused", &*eyre::Report::from(not_found()).wrap_err(AppError::Alone));
    check_any("foreign", &*anyhow.context("while starting"));
    check_any("foreign-only", &io::Error::other("disk on fire"));
    // A code as the context.
    check_any("caused", &*anyhow::Error::from(not_found()).context(AppCode::NotStarted));
}

/// Errors that only look like an answer, or like an error with a code.
#[test]
fn an_error_without_a_code_has_none() {
    #[derive(Debug)]
    struct Plain(&'static str);
    impl std::fmt::Display for Plain {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.pad(self.0)?;
            write!(f, " {}", AppError::Alone)
        }
    }
    impl Error for Plain {}
    for text in ["x", "", "\u{FDD1}", "\u{FDD1}1\u{FDD1}1\u{FDD1}", "{#}"] {
        let error = Plain(text);
        let report = report_dyn::<AppCode>(&error, EN);
        assert_eq!(report.to_string(), format!("{text} the server did not start"));
        assert!(report.levels().all(|level| level.symbol().is_none() && level.label().is_none()));
    }
}

#[test]
fn a_registry_that_the_report_does_not_know_is_noticed() {
    let other = worded::BackupError::NoRoom { folder: "/srv", bytes: 1 };
    let error: Box<dyn Error> = anyhow::Error::from(other).context(AppError::Alone).into();
    let forgotten = "E0001 APP_NOT_STARTED: the server did not start
- B0001 BACKUP_NO_ROOM: /srv needs 1 more bytes
  ! `BackupCode` is not among the registries of this report
https://example.org/errors";
    assert_eq!(report_dyn::<AppCode>(&*error, EN).to_string(), forgotten);
    check_reports("two-registries", |language| {
        report_dyn::<(worded::BackupCode, AppCode)>(&*error, language)
    });
}

#[test]
fn a_line_for_logs_has_every_level() {
    let line = |error: &AppError| format!("{:#}", report(error, IT));
    assert_eq!(
        line(&AppError::Caused { source: not_found() }),
        "E0001 APP_NOT_STARTED: il server non si è avviato: E0002 APP_NOT_FOUND: impossibile trovare a.toml: no such file"
    );
    let lines = line(&AppError::Dynamic("a\r\nb\n\n\nc\n".into()));
    assert_eq!(lines, "E0001 APP_NOT_STARTED: il server non si è avviato: a b c");
}

#[test]
fn levels_are_data() {
    let error = AppError::Dynamic(not_found().into());
    let levels: Vec<_> = report(&error, IT).levels().collect();
    let [first, second, third] = &levels[..] else { panic!("three levels") };
    assert_eq!(
        (first.label().unwrap().to_string(), first.symbol()),
        ("E0001".into(), Some("APP_NOT_STARTED"))
    );
    assert_eq!(first.url().unwrap().to_string(), "https://example.org/errors");
    assert_eq!(
        (second.label().unwrap().to_string(), second.symbol()),
        ("E0002".into(), Some("APP_NOT_FOUND"))
    );
    assert_eq!(second.message().to_string(), "impossibile trovare a.toml");
    let help = second.help().unwrap().to_string();
    assert_eq!(help, "creare il file o indicare il percorso di un altro");
    assert_eq!(second.notes().count(), 2);
    assert_eq!((third.symbol(), third.notes().count()), (None, 0));
    assert!(third.help().is_none() && third.label().is_none() && third.url().is_none());
    assert_eq!(third.message().to_string(), "no such file");
    assert_eq!(format!("{third:?}"), "ReportLevel(no such file)");
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
