//! `#[derive(Coded)]` next to anything that a user may have declared.
#![deny(warnings)]
#![allow(clippy::unwrap_used, reason = "a test that meets what it does not expect stops")]
#![allow(unreachable_pub, reason = "who sees what is tested, as a library has it")]

use std::error::Error as _;
use std::fmt;

use code_registry::{Coded, Language};

/// A registry with a lower visibility than the errors with its codes.
mod hidden {
    macro_rules! registries {
        ($($visibility:vis mod $module:ident;)*) => {$(
            pub mod $module {
                use code_registry::Coded;

                #[code_registry::codes("tests/tables/app.toml")]
                #[derive(Debug)]
                $visibility enum Code {}

                /// A public error.
                #[derive(Debug, Coded)]
                #[coded(Code)]
                pub enum Failure {
                    NotFound { path: String },
                    Broken(#[from] std::fmt::Error),
                    #[code(150)]
                    Own,
                }

                /// Another error of the same registry.
                #[derive(Debug, Coded)]
                #[coded(Code)]
                pub(crate) enum Outer<T> {
                    #[code(transparent)]
                    Failure(#[from] Failure),
                    TooMany { count: T, folder: &'static str },
                }

                pub fn is_broken(failure: &Failure) -> bool {
                    failure.code() == Code::Broken
                }
            }
        )*};
    }

    registries! {
        pub mod everywhere;
        pub(crate) mod in_the_crate;
        pub(super) mod in_the_parent;
        mod in_the_module;
        pub(self) mod in_itself;
    }
}

#[test]
fn a_registry_may_be_hidden() {
    macro_rules! check {
        ($($module:ident)*) => {$({
            use hidden::$module::{Failure, Outer, is_broken};
            let failure = Failure::from(fmt::Error);
            assert!(is_broken(&failure) && failure.source().is_some());
            let outer = Outer::<u8>::from(Failure::NotFound { path: "x".into() });
            assert_eq!(outer.to_string(), "cannot find x");
            let it = Language::new("it").unwrap();
            assert_eq!(outer.localized(it).to_string(), "impossibile trovare x");
            let many = Outer::TooMany { count: 2, folder: "y" };
            assert_eq!(many.localized(it).to_string(), "2 file in y");
            assert_eq!(code_registry::Code::value(Coded::code(&Failure::Own)), 150);
        })*};
    }
    check!(everywhere in_the_crate in_the_parent in_the_module in_itself);
}

/// Traits that everything implements, with names that a derive might call, and modules with names that it might import.
mod crowded {
    use std::fmt;

    use code_registry::Coded;

    #[allow(dead_code, reason = "that it is in scope is enough")]
    pub trait Everything {
        fn code(self) -> u8
        where
            Self: Sized,
        {
            0
        }
        fn as_argument(&self) {}
        fn argument(&self) {}
        fn as_source(&self) {}
        fn source(&self) {}
        fn fmt_with(&self) {}
        fn fmt_in(&self) {}
        fn localized(&self) {}
        fn is(&self) {}
        fn value(&self) {}
    }
    impl<T: ?Sized> Everything for T {}

    pub mod runtime {
        #[derive(Debug)]
        pub struct Error;
        impl std::fmt::Display for Error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("runtime")
            }
        }
        impl std::error::Error for Error {}
    }
    pub use runtime as rt;

    #[code_registry::codes("tests/tables/app.toml")]
    enum Code {}

    #[derive(Debug, Coded)]
    #[coded(Code)]
    pub enum Failure {
        NotFound {
            path: std::path::PathBuf,
        },
        TooMany {
            count: u8,
            folder: String,
        },
        TooSlow {
            seconds: f64,
        },
        Broken(#[from] rt::Error),
        #[code(150)]
        Own {
            source: Option<Box<dyn std::error::Error>>,
        },
        #[code(transparent)]
        Inner(Box<Inner>),
    }

    #[derive(Debug, Coded)]
    #[coded(Code::Failed)]
    pub struct Inner {
        #[arg("cause")]
        pub source: fmt::Error,
    }

    #[derive(Debug, Coded)]
    #[coded(Code)]
    pub enum Never {}
}

#[test]
fn names_of_a_user_are_no_names_of_the_derive() {
    use crowded::{Failure, Inner, rt};
    let said = [
        Failure::NotFound { path: "x".into() },
        Failure::TooMany { count: 1, folder: "y".into() },
        Failure::TooSlow { seconds: 0.5 },
        Failure::from(rt::Error),
        Failure::Own { source: None },
        Failure::Inner(Inner { source: fmt::Error }.into()),
    ];
    let said = said.map(|failure| failure.to_string());
    let failed = format!("failed: {}", fmt::Error);
    assert_eq!(said, ["cannot find x", "one file", "after 0.5 s", "Broken", "Of a plug-in", &failed]);
    assert_eq!(size_of::<crowded::Never>(), 0);
}

/// A code next to its registry; a type parameter that is only used inside the brackets of another type.
mod shapes {
    use std::fmt::{self, Debug, Display, Formatter};

    use code_registry::Coded;

    #[code_registry::codes("tests/tables/app.toml")]
    enum Code {}

    #[derive(Debug, Coded)]
    #[coded(Code)]
    #[code(150)]
    pub struct Own;

    #[derive(Debug)]
    pub struct Quoted<T>(pub T);

    impl<T: Debug> Display for Quoted<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
            write!(f, "{:?}", self.0)
        }
    }

    #[derive(Debug, Coded)]
    #[coded(Code::TooMany)]
    pub struct Many<T> {
        pub count: u8,
        pub folder: Quoted<(T,)>,
    }
}

#[test]
fn structs_have_codes_as_variants_have() {
    use shapes::{Many, Own, Quoted};
    assert_eq!(code_registry::Code::value(Own.code()), 150);
    let many = Many { count: 2, folder: Quoted(('y',)) };
    assert_eq!(many.localized(Language::new("it").unwrap()).to_string(), "2 file in ('y',)");
}

/// A lifetime of `for<'a>` is not one that the error borrows, so such a source is `'static`.
mod lifetimes {
    use std::error::Error;
    use std::fmt::{self, Debug, Formatter};

    use code_registry::Coded;

    #[code_registry::codes("tests/tables/app.toml")]
    enum Code {}

    /// An error that keeps what it called.
    #[derive(Debug)]
    pub struct Called<F>(pub F);

    impl<F> fmt::Display for Called<F> {
        fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
            f.write_str("the call failed")
        }
    }

    impl<F: Debug> Error for Called<F> {}

    pub type Trimmed = Called<for<'a> fn(&'a str) -> &'a str>;

    #[derive(Debug, Coded)]
    #[coded(Code)]
    pub enum Failure<'b> {
        NotFound {
            path: &'b str,
        },
        Broken(#[from] Called<for<'a> fn(&'a str) -> &'a str>),
        #[code(150)]
        Own {
            source: Called<for<'a> fn(&'a str)>,
            place: &'b str,
        },
        #[code(151, transparent)]
        Shown(Called<&'b str>),
    }
}

#[test]
fn a_source_may_have_lifetimes_of_its_own() {
    use lifetimes::{Called, Failure, Trimmed};
    let called: Trimmed = Called(str::trim);
    let text = String::from("a");
    let errors = [
        (Failure::NotFound { path: &text }, "cannot find a", false),
        (Failure::from(called), "Broken", true),
        (Failure::Own { source: Called(|_| ()), place: &text }, "Of a plug-in", true),
        (Failure::Shown(Called(&text)), "the call failed", false),
    ];
    for (error, message, has_source) in errors {
        assert_eq!((error.to_string(), error.source().is_some()), (message.to_owned(), has_source));
        if let Failure::Own { place, .. } = error {
            assert_eq!(place, "a");
        }
    }
}
