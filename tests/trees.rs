//! Random trees of errors and codes of two registries, in each language: no word of another language is shown.
//!
//! `TREES` is the number of trees, by default 2,000.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{env, thread};

use code_registry::{Argument, Coded, Language, language, report};
use futures_lite::future;

#[code_registry::codes("tests/tables/trees-a.toml")]
enum ACode {}

#[code_registry::codes("tests/tables/trees-b.toml")]
enum BCode {}

macro_rules! registry {
    ($name:ident of $code:ident, around $other:ident of $other_code:ident) => {
        #[derive(Debug, Coded)]
        #[coded($code)]
        enum $name {
            Leaf,
            One { first: Box<$other> },
            Two { first: $other_code, second: Box<$other> },
            List { items: Vec<$other_code> },
            Caused(#[source] Box<$other>),
        }

        impl $name {
            fn random(random: &mut Random, depth: usize) -> Self {
                let inner = |random: &mut Random| Box::new($other::random(random, depth - 1));
                let code = |random: &mut Random| [$other_code::Leaf, $other_code::Caused][random.below(2)];
                match random.below(if depth == 0 { 2 } else { 5 }) {
                    0 => Self::Leaf,
                    1 => Self::List { items: (0..random.below(4)).map(|_| code(random)).collect() },
                    2 => Self::One { first: inner(random) },
                    3 => Self::Two { first: code(random), second: inner(random) },
                    _ => Self::Caused(inner(random)),
                }
            }

            /// The output of `format` with the same arguments.
            fn formatted(&self, language: Language) -> String {
                let arguments = match self {
                    Self::Leaf | Self::Caused(_) => vec![],
                    Self::One { first } => vec![("first", Argument::localized(first))],
                    Self::Two { first, second } => {
                        vec![("first", Argument::localized(first)), ("second", Argument::localized(second))]
                    }
                    Self::List { items } => {
                        let items: Vec<_> = items.iter().map(|item| Argument::localized(item)).collect();
                        let arguments = [("items", Argument::and_list(&items))];
                        return self.code().format(language, &arguments).to_string();
                    }
                };
                self.code().format(language, &arguments).to_string()
            }
        }
    };
}

registry!(A of ACode, around B of BCode);
registry!(B of BCode, around A of ACode);

/// The same numbers in each run: a linear congruential generator.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit
    }
}

/// The languages, and their words between the items of lists.
const LANGUAGES: [(&str, &str); 3] = [("en", " and "), ("it", " e "), ("de", " und ")];

#[track_caller]
fn check(shown: &str, tag: &str) {
    assert!(shown.contains(&format!("{tag}:")), "{tag}: {shown}");
    for (other, joined) in LANGUAGES.iter().filter(|(other, _)| *other != tag) {
        assert!(!shown.contains(&format!("{other}:")) && !shown.contains(joined), "{tag}: {shown}");
    }
}

/// Compares every way to show an error, in each language; `formatted` is the output of `format`.
fn check_tree(error: &(impl Coded + Sync), formatted: impl Fn(Language) -> String, uses_threads: bool) {
    for (tag, _) in LANGUAGES {
        let language = Language::new(tag).unwrap();
        let shown = error.localized(language).to_string();
        check(&shown, tag);
        check(&report(error, language).to_string(), tag);
        check(&error.help(language).unwrap().to_string(), tag);
        assert_eq!(language::scope(language, || error.to_string()), shown);
        assert_eq!(formatted(language), shown);
        let task = language::scope_async(language, async {
            future::yield_now().await;
            error.to_string()
        });
        assert_eq!(future::block_on(task), shown);
        if uses_threads {
            let in_thread = || language::scope(language, || error.to_string());
            let in_thread = thread::scope(|threads| threads.spawn(in_thread).join().unwrap());
            assert_eq!(in_thread, shown);
        }
    }
}

#[test]
fn no_tree_shows_a_word_of_another_language() {
    let count = env::var("TREES").ok().and_then(|count| count.parse().ok()).unwrap_or(2000);
    let mut random = Random(19);
    for number in 0..count {
        // Starting a thread takes longer than everything else.
        let uses_threads = number % 100 < 2;
        if number % 2 == 0 {
            let error = A::random(&mut random, 4);
            check_tree(&error, |language| error.formatted(language), uses_threads);
        } else {
            let error = B::random(&mut random, 4);
            check_tree(&error, |language| error.formatted(language), uses_threads);
        }
    }
}
