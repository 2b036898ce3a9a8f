//! `#[code(SYMBOL, transparent)]`: errors of other registries, and errors without a code, under a code of one's own.
#![deny(warnings)]
#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

use std::error::Error;
use std::fmt;
use std::io;
use std::sync::Arc;

use code_registry::{Coded, Language, language, report, report_dyn};

#[code_registry::codes("tests/tables/arguments.toml")]
enum Code {}

#[code_registry::codes("tests/tables/storage.toml")]
enum StorageCode {}

#[derive(Debug, Coded)]
#[coded(StorageCode)]
enum StorageError {
    Full { left: u8, source: fmt::Error },
}

#[derive(Debug, Coded)]
#[coded(Code)]
enum Failure {
    #[code(PLAIN, transparent)]
    Storage(#[from] StorageError),
    #[code(PLAIN, shared, transparent)]
    Boxed(Arc<StorageError>),
    #[code(NUMBER, transparent)]
    Io(#[from] io::Error),
    #[code(NUMBER, transparent, shared)]
    Other(#[from] anyhow::Error),
    #[code(NUMBER, transparent, shared)]
    Any { inner: Box<dyn Error + Send + Sync> },
    #[code(NUMBER, transparent, shared)]
    Report(#[from] eyre::Report),
    /// An argument that is transparent itself.
    #[code(TEXT)]
    Found { found: Box<Failure> },
    #[code(TWO)]
    Caused { first: u8, second: u8, source: Box<Failure> },
}

/// An opaque public error with a private representation.
#[derive(Debug, Coded)]
#[coded(Code)]
#[code(PLAIN, transparent)]
struct Public(#[from] StorageError);

/// An error that borrows, and one of a type that only the caller knows.
#[derive(Debug, Coded)]
#[coded(Code)]
enum Generic<'a, T> {
    #[code(PLAIN, transparent)]
    Other(T),
    #[code(TEXT)]
    Found { found: &'a str },
    #[code(NUMBER, transparent)]
    Lent(Borrowed<'a>),
}

#[derive(Debug)]
struct Borrowed<'a>(&'a str);

impl fmt::Display for Borrowed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

impl Error for Borrowed<'_> {}

const EN: Language = Language::new("en").unwrap();
const IT: Language = Language::new("it").unwrap();

fn full() -> StorageError {
    StorageError::Full { left: 3, source: fmt::Error }
}

#[test]
fn an_error_of_another_registry_is_displayed_with_its_code() {
    let errors = [Failure::from(full()), Failure::Boxed(full().into()), Failure::Storage(full())];
    for error in errors {
        assert_eq!(error.code(), Code::Plain);
        // The default language of its own registry.
        assert_eq!(error.to_string(), "restano 3 byte");
        assert_eq!(error.localized(EN).to_string(), "3 bytes are left");
        assert_eq!(format!("{:#}", error.localized(EN)), "S07 FULL: 3 bytes are left");
        assert!(error.source().unwrap().is::<fmt::Error>());
        let expected = format!("S07 FULL: 3 bytes are left\n  = delete old files\n- {}", fmt::Error);
        assert_eq!(report(&error, EN).to_string(), expected);
        assert_eq!(report_dyn::<(Code, StorageCode)>(&error, EN).to_string(), expected);
    }
    let public = Public::from(full());
    assert_eq!((public.code(), public.localized(EN).to_string()), (Code::Plain, "3 bytes are left".into()));
}

#[test]
fn it_is_displayed_so_inside_other_errors() {
    let found = Failure::Found { found: Box::new(full().into()) };
    assert_eq!(found.localized(IT).to_string(), "trovato restano 3 byte");
    let caused = Failure::Caused { first: 1, second: 2, source: Box::new(full().into()) };
    let expected =
        format!("2 TWO: 2 after 1\n- S07 FULL: 3 bytes are left\n  = delete old files\n- {}", fmt::Error);
    assert_eq!(report(&caused, EN).to_string(), expected);
}

#[test]
fn any_error_is_displayed_under_a_code() {
    let io = || io::Error::new(io::ErrorKind::BrokenPipe, fmt::Error);
    let errors =
        [Failure::from(io()), Failure::from(anyhow::Error::from(io())), Failure::Any { inner: io().into() }];
    for error in errors {
        assert_eq!((error.code(), error.to_string()), (Code::Number, io().to_string()));
        assert_eq!(format!("{error:#}"), format!("6 NUMBER: {}", io()));
        assert_eq!(error.source().is_some(), io().source().is_some());
        assert_eq!(report(&error, EN).to_string(), format!("6 NUMBER: {}", io()));
        let boxed = anyhow::Error::from(error);
        assert_eq!(report_dyn::<Code>(&*boxed, EN).to_string(), format!("6 NUMBER: {}", io()));
    }
    let outer = Failure::from(anyhow::anyhow!("inner").context("outer"));
    assert_eq!(outer.to_string(), "outer");
    assert_eq!(outer.source().unwrap().to_string(), "inner");
    // The language is current while the error is displayed.
    let inner = Failure::Any { inner: full().into() };
    assert_eq!(inner.localized(EN).to_string(), "3 bytes are left");
    assert_eq!(language::scope(EN, || inner.to_string()), "3 bytes are left");
}

/// An error with a code inside an error whose type does not show it: of each such type.
fn opaque<E: Error + Send + Sync + 'static>(inner: impl Fn() -> E) -> [Failure; 5] {
    [
        Failure::from(io::Error::other(inner())),
        Failure::from(anyhow::Error::from(inner())),
        Failure::from(eyre::Report::from(inner())),
        Failure::Any { inner: inner().into() },
        Failure::Any { inner: Box::new(Arc::new(inner())) },
    ]
}

type Known = (Code, StorageCode);

#[test]
fn the_code_inside_is_reported() {
    let in_english = format!("S07 FULL: 3 bytes are left\n  = delete old files\n- {}", fmt::Error);
    let in_italian = format!("S07 FULL: restano 3 byte\n  = eliminare i file vecchi\n- {}", fmt::Error);
    let once = opaque(full);
    // The same at any depth.
    let twice = opaque(|| Failure::Any { inner: full().into() });
    let typed = opaque(|| Public::from(full()));
    for error in once.into_iter().chain(twice).chain(typed) {
        assert_eq!(error.code(), Code::Number);
        assert_eq!(format!("{:#}", error.localized(EN)), "S07 FULL: 3 bytes are left");
        assert_eq!(format!("{:#.12}", error.localized(IT)), "S07 FULL: re");
        assert_eq!(report_dyn::<Known>(&error, EN).to_string(), in_english);
        assert_eq!(report_dyn::<Known>(&error, IT).to_string(), in_italian);
        let line = format!("{:#}", report_dyn::<Known>(&error, IT));
        assert_eq!(line, format!("S07 FULL: restano 3 byte: {}", fmt::Error));
        // The registry of the inner code is not among those of this report: the code is that of the variant.
        let expected = format!(
            "6 NUMBER: 3 bytes are left\n  ! `StorageCode` is not among the registries of this report\n- {}",
            fmt::Error
        );
        assert_eq!(report(&error, EN).to_string(), expected);
        let level = report(&error, EN).levels().next().unwrap();
        assert_eq!((level.symbol(), level.label().unwrap().to_string()), (Some("NUMBER"), "6".into()));
        assert_eq!((level.message().to_string(), level.arguments().count()), ("3 bytes are left".into(), 0));

        let caused = Failure::Caused { first: 1, second: 2, source: Box::new(error) };
        assert_eq!(report_dyn::<Known>(&caused, IT).to_string(), format!("2 TWO: 2 dopo 1\n- {in_italian}"));
        let level = report(&caused, IT).levels().nth(1).unwrap();
        assert_eq!((level.message().to_string(), level.arguments().count()), ("restano 3 byte".into(), 0));
        let Failure::Caused { source, .. } = caused else { unreachable!() };
        let found = Failure::Found { found: source };
        assert_eq!(found.localized(IT).to_string(), "trovato restano 3 byte");
        assert_eq!(found.localized(EN).to_string(), "found 3 bytes are left");
    }
}

#[test]
fn a_code_of_the_same_registry_inside_is_reported() {
    for error in opaque(|| Failure::Caused { first: 1, second: 2, source: Box::new(full().into()) }) {
        assert_eq!(
            report(&error, IT).to_string(),
            format!(
                "2 TWO: 2 dopo 1\n- S07 FULL: restano 3 byte\n  ! `StorageCode` is not among the registries \
                 of this report\n- {}",
                fmt::Error
            )
        );
        let first = report(&error, IT).levels().next().unwrap();
        assert_eq!((first.symbol(), first.label().unwrap().to_string()), (Some("TWO"), "2".into()));
    }
}

#[code_registry::codes("tests/tables/report.toml")]
enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    #[code(APP_NOT_FOUND, transparent)]
    Any(anyhow::Error),
}

#[test]
fn the_variant_has_its_help_around_a_code_of_an_unknown_registry() {
    let error = AppError::Any(full().into());
    let own = report(&error, EN);
    let expected = format!(
        "E0002 APP_NOT_FOUND: 3 bytes are left\n  = create the file, or give the path of another one\n  \
         * Links are not followed.\n  * Names are compared letter by letter:\n    readme is not README.\n  \
         ! `StorageCode` is not among the registries of this report\n- {}\nhttps://example.org/errors/2",
        fmt::Error
    );
    assert_eq!(own.to_string(), expected);
    assert_eq!(format!("{own:#}"), format!("E0002 APP_NOT_FOUND: 3 bytes are left: {}", fmt::Error));
    let known = report_dyn::<(AppCode, StorageCode)>(&error, EN).to_string();
    assert_eq!(known, format!("S07 FULL: 3 bytes are left\n  = delete old files\n- {}", fmt::Error));
}

#[test]
fn contexts_have_the_code_of_the_variant() {
    let in_contexts = [
        Failure::from(anyhow::Error::from(full()).context("every night")),
        Failure::from(eyre::Report::from(full()).wrap_err("every night")),
    ];
    let below = format!("- S07 FULL: restano 3 byte\n  = eliminare i file vecchi\n- {}", fmt::Error);
    for error in in_contexts {
        let expected = format!("6 NUMBER: every night\n{below}");
        assert_eq!(report_dyn::<Known>(&error, IT).to_string(), expected);
        let around = anyhow::Error::from(error).context("of the server");
        assert_eq!(report_dyn::<Known>(&*around, IT).to_string(), format!("of the server\n- {expected}"));
    }
    // A context with a code.
    let coded = anyhow::Error::from(full()).context(Failure::Found { found: Box::new(full().into()) });
    let expected = format!("1 TEXT: trovato restano 3 byte\n{below}");
    assert_eq!(report_dyn::<Known>(&Failure::from(coded), IT).to_string(), expected);
}

#[test]
fn generic_and_borrowed_errors_are_displayed_as_they_are() {
    let other: Generic<'_, io::Error> = Generic::Other(io::Error::other("disk"));
    assert_eq!((other.code(), other.to_string()), (Code::Plain, "disk".into()));
    let lent: Generic<'_, io::Error> = Generic::Lent(Borrowed("lent"));
    assert_eq!((lent.code(), format!("{lent:>6}")), (Code::Number, "  lent".into()));
    assert!(lent.source().is_none());
    let found: Generic<'_, io::Error> = Generic::Found { found: "x" };
    assert_eq!(found.to_string(), "found x");
}

/// `Coded` by hand, for a wrapper around any error with a code.
mod by_hand {
    use std::error::Error;
    use std::fmt;

    use code_registry::{AnyCoded, Code as _, Coded, Language, Localize};

    #[derive(Debug)]
    pub(super) struct Retried<E> {
        pub(super) tries: u32,
        pub(super) last: E,
    }

    impl<E: Coded> fmt::Display for Retried<E> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.code().write_prefix(f)?;
            write!(f, "{} (×{})", self.last, self.tries)
        }
    }

    impl<E: Coded> Localize for Retried<E> {
        fn fmt_in(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.code().write_prefix(f)?;
            write!(f, "{} (×{})", self.last.localized(language), self.tries)
        }
    }

    impl<E: Coded> Error for Retried<E> {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            self.last.source()
        }
    }

    impl<E: Coded> Coded for Retried<E> {
        type Code = E::Code;

        fn code(&self) -> E::Code {
            self.last.code()
        }

        fn coded_source(&self) -> Option<&dyn AnyCoded> {
            self.last.coded_source()
        }
    }
}

#[test]
fn a_wrapper_by_hand_has_a_code() {
    let error = by_hand::Retried { tries: 3, last: full() };
    assert_eq!(error.to_string(), "restano 3 byte (×3)");
    let expected = format!("S07 FULL: 3 bytes are left (×3)\n  = delete old files\n- {}", fmt::Error);
    assert_eq!(report(&error, EN).to_string(), expected);
    let boxed: Box<dyn Error> = error.into();
    assert_eq!(report_dyn::<StorageCode>(&*boxed, EN).to_string(), expected);
    let failure =
        Failure::Any { inner: Box::new(by_hand::Retried { tries: 2, last: Failure::from(full()) }) };
    assert_eq!(failure.localized(EN).to_string(), "3 bytes are left (×2)");
}
