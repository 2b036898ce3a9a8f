//! The language of a scope reaches everything that is formatted inside it, whatever wraps the error.
//!
//! The language of the process is in `language_process.rs`, since all tests of a binary share it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::error::Error;
use std::sync::Barrier;
use std::{io, iter, panic, thread};

use code_registry::websocket::CloseCode;
use code_registry::{Coded, Language, language};

const EN: Language = Language::new("en").unwrap();
const IT: Language = Language::new("it").unwrap();

#[derive(Debug, Coded)]
#[coded(CloseCode)]
enum Failure {
    Abnormal { source: Cause },
    InternalError,
}

#[derive(Debug, Coded)]
#[coded(CloseCode::BadGateway)]
struct Cause {
    source: io::Error,
}

fn failure() -> Failure {
    Failure::Abnormal { source: Cause { source: io::Error::other("reset") } }
}

/// The messages of the failure and its causes in a language.
fn chain(language: Language) -> [String; 3] {
    let said = |code: CloseCode| code.description(language).to_owned();
    [said(CloseCode::Abnormal), said(CloseCode::BadGateway), "reset".to_owned()]
}

/// Outside a scope the chain is English, inside it in the language of the scope.
#[track_caller]
fn check(said: impl Fn() -> String, expected: impl Fn(Language) -> String) {
    assert_ne!(expected(EN), expected(IT));
    assert_eq!(said(), expected(EN), "before a scope");
    assert_eq!(language::scope(IT, &said), expected(IT), "inside");
    assert_eq!(said(), expected(EN), "after it");
}

#[test]
fn errors_and_codes() {
    check(|| CloseCode::Normal.to_string(), |language| CloseCode::Normal.description(language).to_owned());
    check(
        || format!("{:#}", CloseCode::Normal),
        |language| format!("1000 CLOSE_NORMAL: {}", CloseCode::Normal.description(language)),
    );
    check(|| failure().to_string(), |language| chain(language)[0].clone());
    check(|| format!("{:#}", failure()), |language| format!("1006 CLOSE_ABNORMAL: {}", chain(language)[0]));
}

#[test]
fn the_chain_of_sources() {
    let error = failure();
    let said = || {
        let causes = iter::successors(Some(&error as &dyn Error), |&error| error.source());
        causes.map(ToString::to_string).collect::<Vec<_>>().join("; ")
    };
    check(said, |language| chain(language).join("; "));
}

#[test]
fn boxes_of_any_error() {
    let error: Box<dyn Error + Send + Sync> = failure().into();
    check(|| error.to_string(), |language| chain(language)[0].clone());
    let wrapped = io::Error::other(failure());
    check(|| wrapped.to_string(), |language| chain(language)[0].clone());
}

#[test]
fn anyhow() {
    let error = anyhow::Error::from(failure());
    check(|| error.to_string(), |language| chain(language)[0].clone());
    let error = error.context(Failure::InternalError);
    check(|| format!("{error:#}"), below_internal_error);
    let report = || format!("{error:?}").lines().skip(3).take(3).collect::<Vec<_>>().join("\n");
    check(report, |language| {
        let [first, second, third] = chain(language);
        format!("    0: {first}\n    1: {second}\n    2: {third}")
    });
}

#[test]
fn eyre() {
    let error = eyre::Report::from(failure());
    check(|| error.to_string(), |language| chain(language)[0].clone());
    let error = error.wrap_err(Failure::InternalError);
    check(|| format!("{error:#}"), below_internal_error);
    let report = || format!("{error:?}").lines().skip(3).take(3).collect::<Vec<_>>().join("\n");
    check(report, |language| {
        let [first, second, third] = chain(language);
        format!("   0: {first}\n   1: {second}\n   2: {third}")
    });
}

/// The chain of an internal error that the failure caused, in one line.
fn below_internal_error(language: Language) -> String {
    format!("{}: {}", CloseCode::InternalError.description(language), chain(language).join(": "))
}

#[test]
fn scopes_nest() {
    assert_eq!(language::current(), None);
    let inner = language::scope(IT, || {
        let inner = language::scope(EN, || (language::current(), failure().to_string()));
        assert_eq!(language::current(), Some(IT));
        inner
    });
    assert_eq!(inner, (Some(EN), chain(EN)[0].clone()));
    assert_eq!(language::current(), None);
}

#[test]
fn a_panic_ends_its_scope() {
    language::scope(IT, || {
        let panicked =
            panic::catch_unwind(|| language::scope(EN, || panic::resume_unwind(Box::new("on purpose"))));
        assert!(panicked.is_err());
        assert_eq!(language::current(), Some(IT));
    });
    assert_eq!(language::current(), None);
}

#[test]
fn threads_do_not_see_the_scopes_of_others() {
    let all_are_inside = Barrier::new(3);
    let speak = |language: Option<Language>| {
        let said = || {
            all_are_inside.wait();
            (language::current(), failure().to_string())
        };
        language.map_or_else(said, |language| language::scope(language, said))
    };
    let [english, italian, none] = thread::scope(|threads| {
        // A thread that is started inside a scope is outside it.
        language::scope(IT, || {
            [Some(EN), Some(IT), None].map(|language| threads.spawn(move || speak(language)))
        })
        .map(|thread| thread.join().unwrap())
    });
    assert_eq!(english, (Some(EN), chain(EN)[0].clone()));
    assert_eq!(italian, (Some(IT), chain(IT)[0].clone()));
    assert_eq!(none, (None, chain(EN)[0].clone()));
}

#[test]
fn an_explicit_language_wins() {
    let (error, code) = (failure(), CloseCode::Normal);
    language::scope(IT, || {
        assert_eq!(error.localized(EN).to_string(), chain(EN)[0]);
        assert_eq!(code.localized(EN).to_string(), code.description(EN));
        assert_eq!(code.format(EN, &[]).to_string(), code.description(EN));
    });
    assert_eq!(error.localized(IT).to_string(), chain(IT)[0]);
}

#[test]
fn the_nearest_language_answers() {
    let said = |tag| language::scope(Language::new(tag).unwrap(), || failure().to_string());
    assert_eq!(said("it-CH"), chain(IT)[0]);
    assert_eq!(said("fi"), chain(EN)[0], "the default language");
}
