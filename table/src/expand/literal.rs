//! Literals as text.

/// A literal without escapes, which nobody must undo; the text has no carriage return.
pub(crate) fn raw(text: &str) -> String {
    let mut hashes = String::from("#");
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    ["r", &hashes, "\"", text, "\"", &hashes].concat()
}
