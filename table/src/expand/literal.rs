//! Literals as text.

use proc_macro2::Literal;

/// A literal without escapes, which nobody must undo; the text has no carriage return.
pub(crate) fn raw(text: &str) -> String {
    let mut hashes = String::from("#");
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    ["r", &hashes, "\"", text, "\"", &hashes].concat()
}

/// A literal of a long text, read by the compiler's lexer: `Literal::string` asks of each character whether it can be
/// seen, which takes as long as half of reading the table.
pub(crate) fn long(text: &str) -> Literal {
    // What turns the direction of a text may stand in no literal as it is; nothing turns it without turning it back.
    if text.contains('\u{2069}') {
        return Literal::string(text);
    }
    let mut escaped = text.to_owned();
    for (character, escape) in [('\\', r"\\"), ('"', "\\\""), ('\r', r"\r")] {
        if escaped.contains(character) {
            escaped = escaped.replace(character, escape);
        }
    }
    ["\"", &escaped, "\""].concat().parse().unwrap_or_else(|_| Literal::string(text))
}
