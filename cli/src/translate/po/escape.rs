//! The strings of PO files: C's, without their quotes.

/// A text as it stands between quotes.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            _ => out.push(character),
        }
    }
    out
}

/// What stands between quotes as a text, and how many bytes it takes with the quote that closes it; none where an
/// escape is unknown, or the quote is missing.
pub(super) fn unescape(quoted: &str) -> Option<(String, usize)> {
    let (mut out, mut bytes, mut rest) = (String::new(), Vec::new(), quoted);
    loop {
        let (before, after) = rest.split_at(rest.find(['"', '\\'])?);
        bytes.extend(before.as_bytes());
        if let Some(rest) = after.strip_prefix('"') {
            out.push_str(&String::from_utf8(bytes).ok()?);
            return Some((out, quoted.len() - rest.len()));
        }
        let (byte, length) = character(&after[1..])?;
        bytes.push(byte);
        rest = &after[1 + length..];
    }
}

/// The byte that stands for what follows a backslash, and how many bytes that is.
fn character(escape: &str) -> Option<(u8, usize)> {
    let simple = |byte| Some((byte, 1));
    match escape.as_bytes().first()? {
        b'n' => simple(b'\n'),
        b't' => simple(b'\t'),
        b'r' => simple(b'\r'),
        b'a' => simple(7),
        b'b' => simple(8),
        b'v' => simple(11),
        b'f' => simple(12),
        byte @ (b'"' | b'\\') => simple(*byte),
        b'x' => number(&escape[1..], 2, 16).map(|(byte, length)| (byte, length + 1)),
        b'0'..=b'7' => number(escape, 3, 8),
        _ => None,
    }
}

fn number(text: &str, most: usize, radix: u32) -> Option<(u8, usize)> {
    let length = text.chars().take(most).take_while(|digit| digit.is_digit(radix)).count();
    Some((u8::from_str_radix(&text[..length], radix).ok()?, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_escaped_is_unescaped() {
        for text in ["", "a \"b\" \\c\\", "line\nline\ttab", "l'è ‏ب", "\\n"] {
            let quoted = escape(text) + "\" rest";
            assert_eq!(unescape(&quoted), Some((text.to_owned(), quoted.len() - 5)), "{text}");
        }
    }

    #[test]
    fn escapes_of_c_are_known() {
        let of = |quoted| unescape(quoted).map(|(text, _)| text);
        assert_eq!(of(r#"\303\250\x41\a\b\v\f\r""#).as_deref(), Some("èA\u{7}\u{8}\u{b}\u{c}\r"));
        for wrong in ["no end", r"\", r#"\""#, r#"\q""#, r#"\x""#, r#"\777""#, r#"\377""#] {
            assert_eq!(of(wrong), None, "{wrong}");
        }
    }
}
