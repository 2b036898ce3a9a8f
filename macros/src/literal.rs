//! Literals.

use code_registry_table::Repr;
use proc_macro2::Literal;

/// A value as Rust writes it.
pub(crate) fn value(repr: Repr, value: i128) -> Literal {
    match repr {
        Repr::Str(_) => Literal::string(&repr.show(value)),
        _ => Literal::i128_unsuffixed(value),
    }
}

/// A literal without escapes, which nobody must undo; the text has no carriage return.
pub(crate) fn raw(text: &str) -> String {
    let mut hashes = String::from("#");
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    ["r", &hashes, "\"", text, "\"", &hashes].concat()
}
