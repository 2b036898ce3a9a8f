//! Reports in the handlers of miette.
//!
//! The expected output is in `tests/diagnostics/`; `UPDATE_EXPECT=1 cargo test --features miette --test diagnostics`
//! rewrites it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io;

use code_registry::{Coded, Language, report, report_dyn};
use miette::{Diagnostic as _, GraphicalReportHandler, GraphicalTheme, NarratableReportHandler};

mod cargo;

const EN: Language = Language::new("en").unwrap();
const IT: Language = Language::new("it").unwrap();

#[code_registry::codes("tests/tables/report.toml")]
enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode::NotStarted)]
struct NotStarted {
    source: NotFound,
}

#[derive(Debug, Coded)]
#[coded(AppCode::NotFound)]
struct NotFound {
    path: &'static str,
    source: io::Error,
}

#[derive(Debug, Coded)]
#[coded(AppCode::Said)]
struct Said {
    what: NotFound,
}

fn not_found() -> NotFound {
    NotFound { path: "a.toml", source: io::Error::new(io::ErrorKind::NotFound, "no such file") }
}

fn not_started() -> NotStarted {
    NotStarted { source: not_found() }
}

#[track_caller]
fn check(name: &str, shown: impl Fn(Language) -> String) {
    let said = [EN, IT].map(shown).join("\n");
    cargo::check_file(&format!("tests/diagnostics/{name}.txt"), &said);
}

#[test]
fn every_level_has_its_code_help_and_address() {
    let diagnostic = report(&not_started(), IT).diagnostic();
    let cause = diagnostic.diagnostic_source().unwrap();
    let end = cause.diagnostic_source().unwrap();
    let shown = |diagnostic: &dyn miette::Diagnostic| {
        let [code, help, url] =
            [diagnostic.code(), diagnostic.help(), diagnostic.url()].map(|it| it.map(|it| it.to_string()));
        (diagnostic.to_string(), code, help, url)
    };
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(
        shown(&diagnostic),
        (
            "il server non si è avviato".into(),
            text("E0001 APP_NOT_STARTED"),
            None,
            text("https://example.org/errors")
        )
    );
    let help = "creare il file o indicare il percorso di un altro\n* I collegamenti non vengono seguiti.\n\
                * I nomi vengono confrontati lettera per lettera:\n  readme non è README.";
    assert_eq!(
        shown(cause),
        (
            "impossibile trovare a.toml".into(),
            text("E0002 APP_NOT_FOUND"),
            text(help),
            text("https://example.org/errors/2")
        )
    );
    assert_eq!(shown(end), ("no such file".into(), None, None, None));
    assert!(end.diagnostic_source().is_none());
}

#[test]
fn an_argument_that_is_an_error_speaks_the_language() {
    let said = Said { what: not_found() };
    assert_eq!(report(&said, IT).diagnostic().to_string(), "detto: impossibile trovare a.toml");
}

#[test]
fn miette_draws_them() {
    check("graphic", |language| {
        let mut drawn = String::new();
        let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor()).with_links(false);
        handler.render_report(&mut drawn, &report(&not_started(), language).diagnostic()).unwrap();
        drawn
    });
}

#[test]
fn miette_narrates_them() {
    check("narration", |language| {
        let mut told = String::new();
        let diagnostic = report(&not_started(), language).diagnostic();
        NarratableReportHandler::new().render_report(&mut told, &diagnostic).unwrap();
        told
    });
}

#[test]
fn an_error_of_any_type_is_one() {
    fn run() -> miette::Result<()> {
        let error = anyhow::Error::from(not_found()).context("while starting");
        Err(report_dyn::<AppCode>(&*error, IT).diagnostic())?
    }
    let error = run().unwrap_err();
    let chain: Vec<String> = error.chain().map(ToString::to_string).collect();
    assert_eq!(chain, ["while starting", "impossibile trovare a.toml", "no such file"]);
    assert!(error.code().is_none() && error.diagnostic_source().unwrap().help().is_some());
}
