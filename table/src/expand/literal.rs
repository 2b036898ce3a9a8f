//! Literals as text.

use proc_macro2::{Literal, TokenStream};
use quote::ToTokens as _;

use super::{lex, proc_macro};

/// A literal without escapes; the text has no carriage return.
pub(crate) fn raw(text: &str) -> String {
    let mut hashes = String::new();
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    ["r", &hashes, "\"", text, "\"", &hashes].concat()
}

/// A literal of any text. In a macro it is read by the compiler's lexer: `Literal::string` asks of each character whether
/// it can be seen, which takes as long as half of reading the table. In a file that people open, it shall be asked.
pub(crate) fn any(text: &str) -> TokenStream {
    if !proc_macro::is_available() {
        return Literal::string(text).into_token_stream();
    }
    let mut escaped = text.to_owned();
    for (character, escape) in [('\\', r"\\"), ('"', "\\\""), ('\r', r"\r")] {
        escaped = escaped.replace(character, escape);
    }
    lex(&["\"", &escaped, "\""].concat())
}
