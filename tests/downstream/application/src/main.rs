//! Uses the registry of one crate, the errors of another and registries of its own, in the language of its argument.

use std::error::Error;
use std::fmt::Display;
use std::{env, io};

use code_registry::{Language, language};
use errors::{FileError, StoreError};
use publisher::StoreCode;

mod backup;
mod jobs;

fn main() -> Result<(), Box<dyn Error>> {
    let tag = env::args().nth(1).ok_or("which language?")?;
    say("before", &full());
    language::set(tag.parse()?);
    say("after", &full());
    for error in [full(), locked(), unreadable()] {
        println!("{} {}", error.code().value(), error.code().name(tag.parse()?));
        say("error", &error);
        say("with code", &format!("{error:#}"));
        say("can be tried again", &error.code().retryable());
    }
    say_chain(&*backup::failed(unreadable()));
    jobs::say();
    other_languages(&locked());
    Ok(())
}

fn full() -> StoreError {
    StoreError::Full { name: "photo.jpg".into(), left: 1 }
}

fn locked() -> StoreError {
    StoreError::Locked("photo.jpg".into(), "anna".into())
}

fn unreadable() -> StoreError {
    let source = io::Error::other("EIO");
    FileError { path: "/srv/store".into(), source }.into()
}

fn say(what: &str, shown: &dyn Display) {
    println!("{what}: {shown}");
}

fn say_chain(error: &dyn Error) {
    say("because", &error);
    if let Some(source) = error.source() {
        say_chain(source);
    }
}

/// Whatever the language of the process is, one line can be in another.
fn other_languages(error: &StoreError) {
    for language in StoreCode::LANGUAGES {
        say("localized", &error.localized(*language));
        say("in a scope", &language::scope(*language, || error.to_string()));
    }
    let unknown = Language::new("fr-CA").map(|language| error.localized(language).to_string());
    say("in a language that the table has not", &unknown.unwrap_or_default());
}
