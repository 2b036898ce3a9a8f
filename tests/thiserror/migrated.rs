//! Sources with thiserror, and what `codes migrate` makes of them: the texts are the same.
#![allow(
    dead_code,
    missing_debug_implementations,
    unreachable_pub,
    clippy::all,
    reason = "a library uses all of it, and the expressions are not the simplest"
)]

use std::{fmt, io};

#[rustfmt::skip]
#[path = "../../cli/tests/migrate/names.rs"]
mod names_before;
#[rustfmt::skip]
#[path = "migrated/names.rs"]
mod names_after;
#[rustfmt::skip]
#[path = "../../cli/tests/migrate/shared.rs"]
mod shared_before;
#[rustfmt::skip]
#[path = "migrated/shared.rs"]
mod shared_after;

#[rustfmt::skip]
#[path = "../../cli/tests/migrate/nested/mod.rs"]
mod nested_before;
#[rustfmt::skip]
#[path = "migrated/nested/mod.rs"]
mod nested_after;

#[code_registry::codes("tests/thiserror/migrated/codes.toml")]
pub enum LoadStoreCode {}

/// The sources.
mod before {
    pub(super) use super::{names_before as names, nested_before as nested, shared_before as shared};
}

/// The results.
mod after {
    pub(super) use super::{names_after as names, nested_after as nested, shared_after as shared};
}

/// Creates the same value of both, and compares their texts.
macro_rules! same {
    ($module:ident: $($value:tt)*) => {{
        let before = {
            #[allow(unused_imports, reason = "not every value needs them")]
            use before::$module::*;
            ($($value)*).to_string()
        };
        #[allow(unused_imports, reason = "not every value needs them")]
        use after::$module::*;
        assert_eq!(($($value)*).to_string(), before);
    }};
}

#[test]
fn expressions() {
    same!(names: NameError::Turbofish { sizes: vec![1, 2] });
    same!(names: NameError::TwoTypes(vec![(1, 2), (1, 3)]));
    same!(names: NameError::Casts { seconds: 1.5, count: 7 });
    same!(names: NameError::Paths);
    same!(names: NameError::Constants);
    same!(names: NameError::Macros { done: 1, all: 2 });
    same!(names: NameError::Closures { names: vec!["a".into(), "b".into()] });
    same!(names: NameError::Literals);
    same!(names: NameError::Indexes { args: vec![1, 2] });
    same!(names: NameError::References { left: 1, right: Box::new(2), flag: true });
    same!(names: NameError::Nested(vec![4]));
    same!(names: NameError::Conversions { small: 1, bytes: b"ab".to_vec() });
    same!(names: NameError::Choices { ok: true, kind: Kind("") });
    same!(names: NameError::Operators { rows: vec![1] });
    same!(names: NameError::Block(9));
    same!(names: NameError::Raw { r#type: Kind("kind") });
    same!(names: NameError::Deep(Owner { name: Some("owner".into()) }));
    same!(names: NameError::Qualified(vec![1, 2]));
    same!(names: NameError::TypesOfCasts(1, 2));
    same!(names: NameError::Comparisons(1, 2));
    same!(names: NameError::Named(vec![1, 2]));
    same!(names: NameError::AuthorNames { got: 1, total: 7 });
    same!(names: NameError::FieldNames("a"));
    same!(names: NameError::InvalidNames { total: 7 });
    same!(names: NameError::TwoNames(vec![1, 2]));
    same!(names: NameError::Clash(Vec::new()));
    same!(names: NameError::Cause { source: std::fmt::Error });
}

#[test]
fn messages_of_enums() {
    let broken = || io::Error::other("broken");
    same!(shared: LoadError::Missing);
    #[cfg(unix)]
    same!(shared: LoadError::Forbidden { path: "/".into() });
    same!(shared: LoadError::Part(3));
    same!(shared: PlaceError::Inner(vec![1]));
    same!(shared: PlaceError::Outer(fmt::Error));
    same!(shared: PlaceError::Last(broken()));
    same!(shared: AnyError::Io(broken()));
    same!(shared: AnyError::Nothing);
    same!(shared: LineError::Short(1));
    same!(shared: LineError::Long(fmt::Error));
    same!(shared: LineError::Own(1));
}

/// An error of the same registry keeps its code; another one has the code of the variant.
#[test]
fn errors_in_errors() {
    use after::nested::{Disk, FullDisk, LaterError, ServiceError};
    same!(nested: ServiceError::Later(LaterError));
    same!(nested: ServiceError::Reexported(Disk(7)));
    same!(nested: ServiceError::Renamed(Box::new(FullDisk::Around(Disk(7)))));
    same!(nested: ServiceError::Generic(GenericError::Parameter(Disk(7))));
    same!(nested: ServiceError::Foreign(std::fmt::Error));
    same!(nested: ServiceError::Alias(Box::new(LaterError)));
    assert_eq!(ServiceError::Later(LaterError).code(), LoadStoreCode::LaterError);
    assert_eq!(ServiceError::Renamed(Box::new(FullDisk::Full)).code(), LoadStoreCode::Full);
    assert_eq!(ServiceError::Itself(Box::new(ServiceError::Reexported(Disk(7)))).code(), LoadStoreCode::Disk);
    assert_eq!(ServiceError::Foreign(std::fmt::Error).code(), LoadStoreCode::Foreign);
}
