//! Parts of the page and of the site: escaped texts with code and arguments, references, values of properties, messages.

use code_registry_table::{
    Argument, Language, LiteralKind, Localized, Message, Property, PropertyValue, Row, Table,
    is_right_to_left,
};

use crate::display_text::{self, Pattern, TextPart, text_parts};

/// A text between tags, or as the value of an attribute.
pub(super) fn escape(text: &str) -> String {
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

/// The value of `dir`.
pub(super) fn direction(language: &Language) -> &'static str {
    if is_right_to_left(&language.tag) { "rtl" } else { "ltr" }
}

/// A text for people: backticks enclose code.
pub(super) fn marked(text: &str) -> String {
    code_marked(text, escape)
}

/// The same for a sentence of a row with arguments, which are marked, too.
pub(super) fn sentence(text: &str) -> String {
    code_marked(text, arguments_marked)
}

fn code_marked(text: &str, part: fn(&str) -> String) -> String {
    let html = |text_part: TextPart<'_>| match text_part {
        TextPart::Text(text) => part(text),
        TextPart::Code(code) => format!("<code>{}</code>", part(code)),
    };
    text_parts(text).into_iter().map(html).collect()
}

/// A text whose line breaks are kept.
pub(super) fn inline(text: &str) -> String {
    with_lines(&marked(text))
}

fn with_lines(html: &str) -> String {
    html.trim_end().replace('\n', "<br>")
}

/// The `lang` and `dir` attributes of a text that comes from another language than the page's.
pub(super) fn foreign(table: &Table, language: &Language, source: usize) -> String {
    let own = &table.languages[source];
    if own.tag == language.tag {
        return String::new();
    }
    format!(" lang=\"{}\" dir=\"{}\"", own.tag, direction(own))
}

/// A text in the language of the page, or the one that replaces it, in an element.
pub(super) fn element(
    table: &Table,
    language: &Language,
    tag: &str,
    class: &str,
    texts: &Localized,
) -> String {
    let found = language.chain.iter().find_map(|&source| Some((source, texts.get(source)?)));
    let Some((source, text)) = found else { return String::new() };
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    format!("<{tag}{class}{}>{}</{tag}>", foreign(table, language, source), inline(text))
}

/// The help of a row, with marked arguments if the row has any.
pub(super) fn help(table: &Table, language: &Language, row: &Row) -> String {
    let texts = row.text(LiteralKind::Help);
    let found = language.chain.iter().find_map(|&source| Some((source, texts.get(source)?)));
    match found {
        Some((source, text)) if !row.arguments.is_empty() => {
            format!("<p{}>{}</p>", foreign(table, language, source), with_lines(&sentence(text)))
        }
        _ => element(table, language, "p", "", texts),
    }
}

/// The sentences of a message, each after the choice that leads to it.
pub(super) fn message(language: &Language, message: &Localized<Message>, arguments: &[Argument]) -> String {
    let Some(message) = message.resolve(language) else { return String::new() };
    let entry = |display_text::Sentence { choice, text }| {
        let choice = match choice.as_str() {
            "" => String::new(),
            choice => format!("<code class=\"choice\">{}</code> ", escape(choice)),
        };
        format!("<li>{choice}{}</li>", with_lines(&sentence(&text)))
    };
    let sentences: String = Pattern { message, arguments }.sentences().into_iter().map(entry).collect();
    format!("<ul class=\"message\">{sentences}</ul>")
}

/// A sentence whose arguments are marked.
fn arguments_marked(text: &str) -> String {
    let mut html = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(['{', '}']) {
        html += &escape(&rest[..start]);
        let after = &rest[start..];
        if after.starts_with("{{") || after.starts_with("}}") {
            html.push_str(&after[..1]);
            rest = &after[2..];
            continue;
        }
        let end = after.find('}').map_or(after.len(), |end| end + 1);
        html += &format!("<var>{}</var>", escape(after[..end].trim_matches(['{', '}'])));
        rest = &after[end..];
    }
    html + &escape(rest)
}

/// A reference as people write it: `RFC 6455, section 7.4.1`. The word for a section depends on the language.
pub(super) fn reference(reference: &str, section: &str) -> String {
    if !display_text::is_link(reference) {
        return inline(reference);
    }
    let (name, number) = name_of(reference);
    let number = number.map(|number| format!(", {section} {}", escape(number))).unwrap_or_default();
    format!("<a href=\"{}\" rel=\"noreferrer\">{}{number}</a>", escape(reference), escape(&name))
}

/// The name of a document, and the number of its section.
fn name_of(reference: &str) -> (String, Option<&str>) {
    let (_, rest) = reference.split_once("://").unwrap_or(("", reference));
    let (page, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (host, path) = page.split_once('/').unwrap_or((page, ""));
    let host = host.trim_start_matches("www.");
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let last = last.trim_end_matches(".html").trim_end_matches(".xhtml").trim_end_matches(".xml");
    let rfc = last.strip_prefix("rfc").filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    let name = match (host, rfc) {
        ("rfc-editor.org" | "datatracker.ietf.org" | "tools.ietf.org", Some(number))
            if !number.is_empty() =>
        {
            return (format!("RFC {number}"), fragment.strip_prefix("section-"));
        }
        ("iana.org", _) => format!("IANA, {last}"),
        (host, _) if host.ends_with(".spec.whatwg.org") => {
            format!("WHATWG, {}", host.trim_end_matches(".spec.whatwg.org"))
        }
        ("developer.mozilla.org", _) => format!("MDN, {last}"),
        // Longer names are identifiers, not words.
        (host, _) if last.is_empty() || last.len() > 24 => host.to_owned(),
        (host, _) => format!("{host}, {last}"),
    };
    (name, None)
}

/// The name of a column, or its key if it has none.
pub(super) fn column(table: &Table, language: &Language, property: &Property) -> String {
    match property.title.is_empty() {
        true => format!("<code>{}</code>", property.name),
        false => element(table, language, "span", "", &property.title),
    }
}

/// A value of a column that is not a yes or no.
pub(super) fn value(table: &Table, language: &Language, value: &PropertyValue) -> String {
    let text = escape(&display_text::property(table, value));
    match value {
        PropertyValue::Word(at, word) => match &table.word(*at, *word).name {
            name if name.is_empty() => format!("<code>{text}</code>"),
            name => element(table, language, "span", "", name),
        },
        PropertyValue::Text(texts) => element(table, language, "span", "", texts),
        PropertyValue::Bool(_) | PropertyValue::Integer(_) | PropertyValue::Str(_) => text,
    }
}
