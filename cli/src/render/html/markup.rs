//! Texts of a table in HTML: whatever they hold, they are shown as texts.

use crate::show;

/// A text between tags, or as the value of an attribute.
pub(in crate::render) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// A reference: a link where it is one.
pub(super) fn link(reference: &str) -> String {
    let shown = escape(reference);
    if show::is_link(reference) {
        format!("<a href=\"{shown}\" rel=\"noreferrer\">{shown}</a>")
    } else {
        shown
    }
}

/// JSON inside of `<script>`, which only `</script` and `<!--` could end or change.
pub(super) fn escape_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}
