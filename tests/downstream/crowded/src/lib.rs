//! Registries and errors in modules that already use every name of their expansions.

#![no_implicit_prelude]
#![deny(warnings)]
#![allow(
    dead_code,
    deprecated,
    missing_docs,
    non_camel_case_types,
    non_snake_case,
    non_upper_case_globals,
    unused_imports,
    unused_macros,
    reason = "names are what is tested"
)]

/// A module with these items, then registries that are used in every way that has an expansion.
macro_rules! crowded {
    ($module:ident: $($item:item)*) => {
        pub mod $module {
            $($item)*

            #[::codes::codes("codes.toml")]
            pub enum Code {}

            #[::codes::codes("states.toml")]
            enum State {}

            #[derive(::core::fmt::Debug, ::codes::Coded)]
            #[coded(Code)]
            pub enum Failure {
                NotFound {
                    path: ::std::string::String,
                    #[source]
                    cause: ::core::option::Option<::std::boxed::Box<dyn ::core::error::Error>>,
                },
                Many {
                    count: ::core::primitive::u64,
                },
                #[code(100)]
                Own(#[from] ::core::num::ParseIntError),
                #[code(transparent)]
                Other(#[from] Absent),
            }

            #[derive(::core::fmt::Debug, ::codes::Coded)]
            #[coded(Code::NOT_FOUND)]
            pub struct Absent {
                path: &'static ::core::primitive::str,
            }

            static GERMAN: ::codes::Catalog<Code> = ::codes::catalog!(Code, "de", "de.toml");

            pub fn check() {
                GERMAN.install();
                ::core::assert!(::core::matches!(Code::from_value(1), ::core::option::Option::Some(Code::NotFound)));
                ::core::assert!(::core::matches!(::codes::CodeStr::new("42P01").and_then(State::from_value), ::core::option::Option::Some(State::UndefinedTable)));
                let [__en, __de] = ["en", "de"].map(|__tag| ::codes::Language::new(__tag).unwrap());
                ::core::assert!(Code::symbol(Code::ABSENT) == "NOT_FOUND");
                ::core::assert!(Code::exit(Code::NotFound) == ::core::option::Option::Some(3));
                let __failure = Failure::Other(Absent { path: "/etc" });
                ::core::assert!(::std::format!("{}", Failure::localized(&__failure, __en)) == "cannot find /etc");
                ::core::assert!(::std::format!("{}", Failure::localized(&__failure, __de)) == "/etc fehlt");
                let __failure = Failure::Many { count: 2 };
                ::core::assert!(::std::format!("{__failure:#}") == "E0002 MANY: 2 files");
            }
        }
    };
}

/// Passes to a macro every name of a value, a binding or a function in an expansion.
macro_rules! with_names {
    ($callback:ident) => {
        $callback! {
            arguments binding catalog catalogs cause code contract count data deserializer error f field format help
            index input item kind label language message name near notes number of_name of_row of_value other part_0
            path place references registry row rows serializer slots source speech state status symbol tags text texts
            to_value tracked value
            CATALOGS COLUMN DATA DESCRIPTIONS EXTENTS FIRSTS HELP INDEX LABEL LANGUAGES MESSAGES NAMES NEAR NOTES
            NOTE_FIRSTS OF_NAME PLACED RANGES REFERENCES REGISTRY SLOTS STATUSES SYMBOLS TAGS TEXTS VARIANTS WARNING
        }
    };
}

/// Passes to a macro every name of a type, a trait or a module in an expansion, and those of the prelude.
macro_rules! with_types {
    ($callback:ident) => {
        $callback! {
            bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize
            alloc code_registry codes core std rt
            Argument AsArgument Clone CodeStr Coded Copy D Data Debug Display E Err Error Extents Field Formatter From
            FromStr H Hash InRange Into Key Kind Label Language Languages Localize Localized None Notes Numbers Ok Option
            Ord Ordering Placed Property Result Rows S Shown Some Speech Status Strings T Table Texts Topic TryFrom
            Unlisted UnknownCode UnlistedValue
        }
    };
}

macro_rules! statics { ($($name:ident)*) => { crowded! { statics: $(static $name: () = ();)* } }; }
macro_rules! constants { ($($name:ident)*) => { crowded! { constants: $(const $name: () = ();)* } }; }
macro_rules! structs { ($($name:ident)*) => { crowded! { structs: $(struct $name;)* } }; }
macro_rules! functions { ($($name:ident)*) => { crowded! { functions: $(fn $name() {})* } }; }
macro_rules! bang_macros {
    ($($name:ident)*) => {
        crowded! { bang_macros: $(macro_rules! $name { () => { ::core::compile_error! {} }; })* }
    };
}
with_names!(statics);
with_names!(constants);
with_names!(structs);
with_names!(functions);
with_names!(bang_macros);

macro_rules! types { ($($name:ident)*) => { crowded! { types: $(type $name = ();)* } }; }
macro_rules! traits { ($($name:ident)*) => { crowded! { traits: $(trait $name {})* } }; }
macro_rules! modules { ($($name:ident)*) => { crowded! { modules: $(mod $name {})* } }; }
with_types!(types);
with_types!(traits);
with_types!(modules);

/// Traits whose methods every type has, by value and by reference.
macro_rules! methods {
    ($($name:ident)*) => {
        crowded! { by_value:
            pub trait Methods: ::core::marker::Sized { $(fn $name(self) {})* }
            impl<T> Methods for T {}
        }
        crowded! { by_reference:
            pub trait Methods { $(fn $name(&self) {})* }
            impl<T: ?::core::marker::Sized> Methods for T {}
        }
    };
}
methods! {
    abs_diff argument as_slots as_str category code coded_source column contract description find fmt_in fmt_with get
    get_optional has_catalogs help index is is_empty key label len name notes ok_or_else operands pad parse place
    references row row_of_name rows source status symbol value
}
