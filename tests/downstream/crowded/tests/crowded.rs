//! The expansions work whatever is around them.

#[test]
fn names_around_a_registry_do_not_matter() {
    crowded::statics::check();
    crowded::constants::check();
    crowded::structs::check();
    crowded::functions::check();
    crowded::bang_macros::check();
    crowded::types::check();
    crowded::traits::check();
    crowded::modules::check();
    crowded::by_value::check();
    crowded::by_reference::check();
}

/// From another crate too.
mod own {
    #[derive(Debug, codes::Coded)]
    #[coded(crowded::statics::Code)]
    #[code(MANY)]
    pub(super) struct Many {
        pub(super) count: u8,
    }
}

#[test]
fn another_crate_reaches_the_contract() {
    assert_eq!(own::Many { count: 1 }.to_string(), "one file");
}
