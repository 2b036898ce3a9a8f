//! Symbols of the table, and the names that they get in Rust.

use crate::schema::kinds::TextKind;
use crate::syntax::is_bare_key;

/// Every reserved word of Rust.
const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do",
    "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
    "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static",
    "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual",
    "where", "while", "yield", "_",
];

/// The methods that every enum has, except those that return texts: generated ones, and those of common traits.
const METHODS: &[&str] = &[
    "from_value",
    "from_parts",
    "negotiate",
    "first_of",
    "of_system",
    "value",
    "label",
    "symbol",
    "texts",
    "status",
    "references",
    "column",
    "columns",
    "column_text",
    "column_texts",
    "domain",
    "url",
    "rows",
    "localized",
    "fmt_in",
    "title",
    "languages",
    "clone",
    "cmp",
    "partial_cmp",
    "eq",
    "ne",
    "hash",
    "fmt",
    "default",
    "into",
    "try_into",
    "from",
    "try_from",
    "from_str",
    "to_string",
    "to_owned",
    "borrow",
    "type_id",
    "lt",
    "le",
    "gt",
    "ge",
    "min",
    "max",
    "clamp",
    "source",
    "provide",
];

/// The variant for a symbol, or for a word of an enum: `NOT_FOUND` becomes `NotFound`.
pub fn variant_name(symbol: &str) -> String {
    let bytes = symbol.as_bytes();
    let mut name = String::with_capacity(symbol.len() + 1);
    // Bytes instead of iterators: a macro runs unoptimized.
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_alphanumeric() {
            at += 1;
        }
        if start < at {
            push_capitalized(&mut name, &symbol[start..at]);
        }
        at += 1;
    }
    // No other keyword begins with a capital.
    if name == "Self" {
        name.push('_');
    }
    name
}

/// The symbol without the prefix, if the rest can become a name.
pub(crate) fn without_prefix<'s>(symbol: &'s str, prefix: &str) -> &'s str {
    let rest = symbol.strip_prefix(prefix);
    rest.filter(|rest| rest.contains(|c: char| c.is_ascii_alphanumeric())).unwrap_or(symbol)
}

/// Whether this is a valid name of a Rust variant.
pub(crate) fn is_identifier(name: &str) -> bool {
    !name.starts_with(|first: char| first.is_ascii_digit()) && is_word(name) && !is_keyword(name)
}

/// Whether this is a reserved word of Rust.
pub(crate) fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

/// Whether every enum has a method of this name.
pub(crate) fn is_method(name: &str) -> bool {
    METHODS.contains(&name) || TextKind::ALL.into_iter().any(|kind| kind.info().method.0 == name)
}

/// Whether a property can have this name, unless it is a key of rows: snake case, and not a keyword or method of every enum.
pub fn is_property_name(name: &str) -> bool {
    is_snake_case(name) && !is_keyword(name) && !is_method(name)
}

pub(crate) fn is_snake_case(name: &str) -> bool {
    let is_made_of = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(is_made_of)
        && !name.contains("__")
        && !name.ends_with('_')
}

/// Whether this can be a symbol: letters, digits and `_`, with at least one letter.
pub(crate) fn is_symbol(name: &str) -> bool {
    is_word(name) && name.contains(|character: char| character.is_ascii_alphabetic())
}

/// The symbol for a label or a word: upper case, with `_` for each run of other characters; `None` if it would contain
/// no letter.
pub fn symbol_of(text: &str) -> Option<String> {
    let mut symbol = String::with_capacity(text.len());
    for character in text.chars() {
        match character.is_ascii_alphanumeric() {
            true => symbol.push(character.to_ascii_uppercase()),
            false if symbol.ends_with('_') && character != '_' => {}
            false => symbol.push('_'),
        }
    }
    is_symbol(&symbol).then_some(symbol)
}

/// The usual symbol for the name of a type or a variant.
///
/// ```
/// use code_registry_table::symbol_of_variant;
///
/// assert_eq!(symbol_of_variant("NotFound"), "NOT_FOUND");
/// assert_eq!(symbol_of_variant("IOError"), "IO_ERROR");
/// assert_eq!(symbol_of_variant("Http2Error"), "HTTP2_ERROR");
/// assert_eq!(symbol_of_variant("E2big"), "E2BIG");
/// assert_eq!(symbol_of_variant("X1_2"), "X1_2");
/// ```
pub fn symbol_of_variant(name: &str) -> String {
    let mut symbol = String::with_capacity(name.len());
    let mut letters = name.chars().peekable();
    let mut before = None;
    while let Some(letter) = letters.next() {
        let ends_word = |before: char| before.is_lowercase() || before.is_ascii_digit();
        let begins_word = letters.peek().is_some_and(|next| next.is_lowercase());
        let is_new = |before: char| ends_word(before) || (before.is_uppercase() && begins_word);
        if letter.is_uppercase() && before.is_some_and(is_new) {
            symbol.push('_');
        }
        symbol.extend(letter.to_uppercase());
        before = Some(letter);
    }
    symbol
}

/// Whether the name is made of letters, digits and `_`.
pub(crate) fn is_word(name: &str) -> bool {
    is_bare_key(name) && !name.as_bytes().contains(&b'-')
}

/// Adds a word of letters and digits. Only the first letter of one with lower-case letters is changed: `fileName` becomes
/// `FileName`.
fn push_capitalized(name: &mut String, word: &str) {
    let is_after_letter = name.as_bytes().last().is_some_and(|last| !last.is_ascii_digit());
    let bytes = word.as_bytes();
    if bytes[0].is_ascii_digit() && !is_after_letter {
        name.push('_');
    }
    let mut at = 0;
    while at < bytes.len() && !bytes[at].is_ascii_lowercase() {
        at += 1;
    }
    let start = name.len();
    name.push_str(word);
    name[start..start + 1].make_ascii_uppercase();
    if at == bytes.len() {
        name[start + 1..].make_ascii_lowercase();
    }
}
