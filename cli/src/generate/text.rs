//! Texts in source code: between quotes they are what they were, in comments they only show it.

/// Puts these values at their places, which stand as `«name»` in the template. What is put there is not looked
/// through again: a text may say anything.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut pieces = template.split('«');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once('»').unwrap_or_default();
        let value = values.iter().find(|(known, _)| *known == name);
        debug_assert!(value.is_some(), "no value for «{name}»");
        filled.push_str(value.map_or("", |(_, value)| value));
        filled.push_str(rest);
    }
    filled
}

/// A text between double quotes.
pub(super) fn quoted(text: &str, escape: fn(char) -> String) -> String {
    format!("\"{}\"", escaped(text, escape))
}

/// A text as it stands between quotes. A character that cannot be seen is written by `escape`.
pub(super) fn escaped(text: &str, escape: fn(char) -> String) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '"' | '\\' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push_str("\\t"),
            _ if is_hidden(character) => escaped.push_str(&escape(character)),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// `\u200D`, `\U000E0001`.
pub(super) fn unicode_escape(character: char) -> String {
    match u32::from(character) {
        number @ 0..=0xFFFF => format!("\\u{number:04X}"),
        number => format!("\\U{number:08X}"),
    }
}

/// A text for a comment, in one line, without what could hide or turn around the code beside it.
pub(super) fn line(text: &str) -> String {
    let shapes_letters = |character| matches!(character, '\u{200C}'..='\u{200F}');
    let is_shown = |character: &char| !is_hidden(*character) || shapes_letters(*character);
    let words = text.split_whitespace().map(|word| word.chars().filter(is_shown).collect::<String>());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The text with a space in the middle of every such pair of characters.
pub(super) fn apart(text: &str, pair: &str) -> String {
    let (left, right) = pair.split_at(1);
    let apart = [left, right].join(" ");
    // Twice: the second of a pair may be the first of the next.
    text.replace(pair, &apart).replace(pair, &apart)
}

/// Controls, spaces without width, marks of direction and whatever else leaves no trace on paper; also the
/// separators of lines and paragraphs, which end a line in some languages and not in others.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
                | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
                | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFF}'
                | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
        )
}
