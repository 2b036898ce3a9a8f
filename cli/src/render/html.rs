//! A reference as one self-contained web page: every language of the table, and a script that shows and searches it.

mod rows;
mod writer;

use std::io;

use code_registry_table::{Language, Table};
use hmac_sha256::Hash;
use serde::Serialize;

use self::writer::{Writer, escape_script};
pub(super) use self::writer::{direction, escape};
use crate::error::{Error, Label};

const PAGE: &str = include_str!("page/page.html");
const STYLE: &str = include_str!("page/style.css");
const SCRIPT: &str = include_str!("page/script.js");

/// The page. Its markup contains the texts in one language, so that it works without the script.
pub(super) fn page(table: &Table, language: &Language) -> Result<String, Error> {
    let mut writer = Writer::new(table, language);
    // The script replaces texts by their order, so the parts are written in the order of the page.
    fill(PAGE, |part| {
        Ok(match part {
            "language" => writer.page_language(),
            "direction" => writer.direction().to_owned(),
            "policy" => policy(STYLE, SCRIPT),
            "style" => STYLE.to_owned(),
            "script" => SCRIPT.to_owned(),
            "made by" => writer.say(Label::MadeBy).to_owned(),
            "title" => escape(writer.title()),
            "heading" => writer.heading(),
            "about" => writer.about(),
            "ranges" => writer.ranges(),
            "rows" => writer.rows(),
            "data" => json(&writer.data())?,
            word => writer.named_word(word),
        })
    })
}

fn json(data: &impl Serialize) -> Result<String, Error> {
    Ok(escape_script(&serde_json::to_string(data).map_err(io::Error::from)?))
}

/// Replaces each `{{name}}` in the template. The replacements are not scanned.
fn fill(template: &str, mut part: impl FnMut(&str) -> Result<String, Error>) -> Result<String, Error> {
    let mut places = template.split("{{");
    let mut filled = places.next().unwrap_or_default().to_owned();
    for place in places {
        let (name, after) = place.split_once("}}").unwrap_or((place, ""));
        filled += &part(name)?;
        filled += after;
    }
    Ok(filled)
}

/// The Content-Security-Policy.
fn policy(style: &str, script: &str) -> String {
    let (style, script) = (base64(&Hash::hash(style.as_bytes())), base64(&Hash::hash(script.as_bytes())));
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; \
         base-uri 'none'; form-action 'none'"
    )
}

/// RFC 4648 section 4.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |bytes: &[u8]| {
        let bits =
            bytes.iter().fold(0, |bits, byte| bits << 8 | usize::from(*byte)) << (8 * (3 - bytes.len()));
        let digit = |place| match place <= bytes.len() {
            true => char::from(DIGITS[bits >> (18 - 6 * place) & 63]),
            false => '=',
        };
        [0, 1, 2, 3].map(digit)
    };
    bytes.chunks(3).flat_map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn examples_of_rfc_4648() {
        let examples = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")];
        for (bytes, digits) in examples {
            assert_eq!(base64(bytes.as_bytes()), digits);
        }
    }
}
