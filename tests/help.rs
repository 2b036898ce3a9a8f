//! Help with the arguments of an error's message.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::error::Error;

use code_registry::{Code, Coded, Language, Localize, catalog, report, report_dyn};

#[code_registry::codes("tests/tables/help.toml")]
enum HelpCode {}

const EN: Language = Language::new("en").unwrap();
const IT: Language = Language::new("it").unwrap();
const AR: Language = Language::new("ar").unwrap();
const DE: Language = Language::new("de").unwrap();

#[derive(Debug, Coded)]
#[coded(HelpCode)]
enum Failure {
    Full {
        disk: &'static str,
        size: u64,
        count: u32,
    },
    Inferred {
        path: String,
    },
    Literal,
    #[arg("cause" = cause)]
    Wrapped {
        #[source]
        cause: Box<Failure>,
    },
    #[code(OTHER)]
    Boxed(#[source] Box<dyn Error + Send + Sync>),
    #[code(transparent)]
    Inner(Box<Failure>),
    #[code(OTHER, shared, transparent)]
    Any(anyhow::Error),
}

fn full() -> Failure {
    Failure::Full { disk: "/srv", size: 1_500_000, count: 12_345 }
}

/// The help of an error in a language.
fn help(error: &impl Coded, language: Language) -> String {
    error.help(language).unwrap().to_string()
}

#[test]
fn help_has_the_arguments_of_the_message() {
    assert_eq!(help(&full(), EN), "free 1.5 MB on /srv, for 12,345 files in {x}");
    assert_eq!(help(&full(), IT), "liberare 1,5 MB su /srv, per 12.345 file in {x}");
    assert_eq!(help(&full(), AR), "أفرغ \u{2068}1.5 م.ب\u{2069} من \u{2068}/srv\u{2069}");
    let inferred = Failure::Inferred { path: "a.txt".to_owned() };
    assert_eq!((help(&inferred, EN), help(&inferred, IT)), ("create a.txt".to_owned(), "crearlo".to_owned()));
    assert_eq!(help(&inferred, AR), "create a.txt", "the default language");
    assert_eq!(help(&Failure::Inner(Box::new(full())), EN), help(&full(), EN));
    assert_eq!(help(&&full(), EN), help(&full(), EN));
}

#[test]
fn without_arguments_they_are_names() {
    assert_eq!(HelpCode::Full.help(EN), Some("free {size} on {disk}, for {count} files in {x}"));
    assert_eq!(Code::help(HelpCode::Inferred, EN), Some("create {path}"));
    assert_eq!(HelpCode::texts(IT).help(HelpCode::Full), HelpCode::Full.help(IT));
    assert_eq!(HelpCode::Literal.help(EN), Some("write {path} or {{}}"), "the row has no arguments");
    assert_eq!(help(&Failure::Literal, EN), "write {path} or {{}}");
}

#[test]
fn reports_fill_in_help_at_each_level() {
    let error = Failure::Wrapped { cause: Box::new(full()) };
    let expected = "\
4 WRAPPED: avvolto: /srv è pieno
  = vedere /srv è pieno
- 1 FULL: /srv è pieno
  = liberare 1,5 MB su /srv, per 12.345 file in {x}";
    assert_eq!(report(&error, IT).to_string(), expected);
    let levels: Vec<String> =
        report(&error, IT).levels().map(|level| level.help().unwrap().to_string()).collect();
    assert_eq!(levels, ["vedere /srv è pieno", "liberare 1,5 MB su /srv, per 12.345 file in {x}"]);
}

#[cfg(feature = "miette")]
#[test]
fn diagnostics_fill_in_help() {
    let diagnostic = report(&full(), IT).diagnostic();
    let shown = miette::Diagnostic::help(&diagnostic).unwrap().to_string();
    assert_eq!(shown, "liberare 1,5 MB su /srv, per 12.345 file in {x}");
}

#[test]
fn errors_of_unknown_types_answer_with_their_help() {
    let boxed: Box<dyn Error + Send + Sync> = Box::new(full());
    let error = Failure::Boxed(boxed);
    let expected = "\
5 OTHER: Altro
  = niente
- 1 FULL: /srv è pieno
  = liberare 1,5 MB su /srv, per 12.345 file in {x}";
    assert_eq!(report(&error, IT).to_string(), expected);
    let error = anyhow::Error::from(full()).context("every night");
    let expected = "every night
- 1 FULL: /srv è pieno
  = liberare 1,5 MB su /srv, per 12.345 file in {x}";
    assert_eq!(report_dyn::<HelpCode>(&*error, IT).to_string(), expected);
    // As which another error is displayed.
    let once = Failure::Any(full().into());
    let expected = "\
1 FULL: /srv è pieno
  = liberare 1,5 MB su /srv, per 12.345 file in {x}";
    assert_eq!(report(&once, IT).to_string(), expected);
    assert_eq!(report(&Failure::Any(once.into()), IT).to_string(), expected);
    // One that displays only its code, and one without arguments.
    let code: &(dyn Error + 'static) = &HelpCode::Full;
    let shown = report_dyn::<HelpCode>(code, IT).to_string();
    assert!(shown.ends_with("  = liberare {size} su {disk}, per {count} file in {x}"), "{shown}");
    let literal: &(dyn Error + 'static) = &Failure::Literal;
    let shown = report_dyn::<HelpCode>(literal, IT).to_string();
    assert_eq!(shown, "3 LITERAL: Letterale\n  = scrivere {path} o {{}}");
}

#[code_registry::codes("tests/tables/plain-help.toml")]
enum PlainCode {}

#[derive(Debug, Coded)]
#[coded(PlainCode)]
enum PlainError {
    Full { disk: &'static str, size: u64 },
}

/// Only the catalogue has help with arguments: the table alone needs nothing that fills it in.
#[test]
fn catalogues_alone_may_have_help_with_arguments() {
    let full = || PlainError::Full { disk: "/srv", size: 1_500_000 };
    let shown = |language| {
        let boxed: Box<dyn Error + Send + Sync> = Box::new(full());
        report_dyn::<PlainCode>(&*boxed, language).to_string()
    };
    assert_eq!(shown(IT), "1 FULL: /srv è pieno\n  = liberare spazio");
    assert_eq!(shown(DE), "1 FULL: /srv is full\n  = free some space");
    catalog!(PlainCode, "de", "tests/tables/plain-help.de.toml").install();
    assert_eq!(full().help(DE).unwrap().to_string(), "1,5 MB auf /srv freigeben");
    assert_eq!(report(&full(), DE).to_string(), "1 FULL: /srv ist voll\n  = 1,5 MB auf /srv freigeben");
    assert_eq!(shown(DE), "1 FULL: /srv ist voll\n  = 1,5 MB auf /srv freigeben");
    let context = anyhow::Error::from(full()).context("every night");
    assert_eq!(
        report_dyn::<PlainCode>(&*context, DE).to_string(),
        "every night\n- 1 FULL: /srv ist voll\n  = 1,5 MB auf /srv freigeben"
    );
    assert_eq!(shown(IT), "1 FULL: /srv è pieno\n  = liberare spazio", "another language stays as it was");
}

#[test]
fn catalogues_may_have_help_with_arguments() {
    catalog!(HelpCode, "de", "tests/tables/help.de.toml").install();
    assert_eq!(help(&full(), DE), "1,5 MB auf /srv freigeben");
    assert_eq!(help(&Failure::Inferred { path: "a".to_owned() }, DE), "Datei anlegen");
    assert_eq!(HelpCode::Full.help(DE), Some("{size} auf {disk} freigeben"));
    let error = anyhow::Error::from(full());
    let shown = report_dyn::<HelpCode>(&*error, DE).to_string();
    assert_eq!(shown, "1 FULL: /srv ist voll\n  = 1,5 MB auf /srv freigeben");
    assert_eq!(full().localized(DE).to_string(), Localize::localized(&full(), DE).to_string());
}
