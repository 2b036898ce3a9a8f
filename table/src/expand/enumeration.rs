//! The enum of a registry, with its documentation for rustdoc and editors.

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;

use super::encode::raw;
use super::select::Selection;
use super::values::has_no_payload;
use super::{Registry, lex};
use crate::{
    Argument, LiteralKind, Message, OpaqueKey, PropertyValue, Row, Selector, Status, Table, TextKind, beside,
};

/// The enum, with its documentation.
pub(super) fn enumeration(registry: &Registry<'_>) -> TokenStream {
    let (attributes, name) = (&registry.item.attributes, registry.name);
    let table = table_doc(registry.selection);
    let variants = lex(&variants(registry));
    // The user's own documentation comes first, then the table.
    quote! {
        #attributes
        #[doc = #table]
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq,
        )]
        #[allow(deprecated, non_camel_case_types, clippy::all, clippy::pedantic)]
        pub enum #name { #variants }
    }
}

fn variants(registry: &Registry<'_>) -> String {
    let (name, runtime, table) = (registry.name, &registry.runtime, registry.selection.table);
    let (mut text, starts) = (String::new(), table.starts());
    // The number of a variant is that of its row. The compiler counts on from the previous one.
    let (is_numbered, mut next) = (has_no_payload(table), 0);
    for (index, row) in table.rows.iter().enumerate() {
        let Some(variant) = &row.variant else { continue };
        let _ = write!(
            text,
            "#[doc = {}] {}{}{variant}",
            raw(&row_doc(registry, row)),
            explanation(registry, row),
            mark(registry, row)
        );
        if row.extent.is_range() {
            let _ = write!(text, "({runtime}::InRange<{name}, {}>)", starts[index]);
        }
        if is_numbered && index != next {
            let _ = write!(text, " = {index}");
        }
        next = index + 1;
        text.push(',');
    }
    if let Some(unlisted) = &table.unlisted {
        let doc = raw("A value that no row of the table covers.");
        let _ = write!(text, "#[doc = {doc}] {unlisted}({runtime}::Unlisted<{name}>),");
    }
    text
}

/// The explanation in the default language, only for rustdoc: ordinary builds neither read nor contain it.
fn explanation(registry: &Registry<'_>, row: &Row) -> String {
    let Some(text) = row.text(LiteralKind::Explanation).get(0) else { return String::new() };
    let doc = match (row.explanation_files.get(0), registry.item.files.first()) {
        // The blank line separates it from what precedes it.
        (Some(path), Some(table)) => {
            let path = raw(&format!("/{}", beside(table, path)));
            format!("::core::include_str!(::core::concat!(::core::env!(\"CARGO_MANIFEST_DIR\"), {path}))")
        }
        (Some(_), None) => return String::new(),
        (None, _) => raw(text),
    };
    format!("#[cfg_attr(doc, doc = \"\\n\")] #[cfg_attr(doc, doc = {doc})] ")
}

/// Marks a deprecated code, with its replacement.
fn mark(registry: &Registry<'_>, row: &Row) -> String {
    if row.status != Status::Deprecated {
        return String::new();
    }
    let successor = row.replaced_by.and_then(|value| registry.selection.table.row_of(value));
    match successor.and_then(|row| row.variant.as_ref()) {
        Some(variant) => format!("#[deprecated(note = \"replaced by `{variant}`\")] "),
        None => "#[deprecated] ".to_owned(),
    }
}

/// The whole table, for the documentation of the enum.
fn table_doc(selection: &Selection<'_>) -> String {
    let table = selection.table;
    let mut text = String::from("\n\n");
    if let Some(title) = table.title.get(0) {
        let _ = write!(text, "# {}\n\n", escape(title));
    }
    text.push_str("| value | symbol | status | name |\n|---|---|---|---|\n");
    for row in &table.rows {
        let (symbol, status) = (&row.symbol, status_word(row.status));
        let label = escape(&table.extent_label(row.extent));
        let _ = writeln!(
            text,
            "| {label} | `{symbol}` | {status} | {} |",
            escape(&row.short(&[0]).unwrap_or_default())
        );
    }
    for note in table.notes.iter().filter_map(|note| note.get(0)) {
        let _ = write!(text, "\n{}\n", paragraph(note));
    }
    push_references(&mut text, &table.references);
    text
}

/// A row, for its variant: the texts of the default language in full. Other languages are only named, because their texts
/// would be most of a crate's metadata.
fn row_doc(registry: &Registry<'_>, row: &Row) -> String {
    let selection = registry.selection;
    let table = selection.table;
    let mut text = format!("{} `{}`", paragraph(&table.extent_label(row.extent)), row.symbol);
    let (name, message) = (row.text(LiteralKind::Name).get(0), row.message.get(0));
    // The sentence comes first: lists of variants show the first paragraph only.
    let sentence = message.map(|message| sentence(message).shown(&row.arguments));
    if let Some(first) = sentence.as_ref().or(name) {
        let _ = write!(text, ": {}", escape(first));
    }
    text.push_str("\n\n");
    if let Some(name) = name.filter(|_| message.is_some()) {
        let _ = write!(text, "Name: {}\n\n", escape(name));
    }
    if let Some(description) = row.text(LiteralKind::Description).get(0) {
        let _ = write!(text, "{}\n\n", paragraph(description));
    }
    if let Some(message @ Message::Choice(_)) = message {
        text.push_str(&heading(TextKind::Message));
        push_message(&mut text, message, &row.arguments, 0);
        text.push('\n');
    }
    if !row.arguments.is_empty() {
        let arguments = row.arguments.iter();
        let arguments: Vec<String> = arguments
            .map(|argument| format!("`{}` ({})", argument.name, escape(&argument.declaration())))
            .collect();
        let _ = write!(text, "Arguments: {}.\n\n", arguments.join(", "));
    }
    let optional = LiteralKind::STORED.map(|kind| (TextKind::Literal(kind), row.text(kind)));
    let optional = optional.into_iter().filter(|(kind, _)| kind.is_optional());
    for (kind, texts) in optional.chain(row.notes.iter().map(|note| (TextKind::Note, note))) {
        if let Some(own) = texts.get(0) {
            let _ = write!(text, "{}: {}\n\n", heading(kind), escape(own));
        }
    }
    for (at, column) in table.text_columns() {
        if let Some(own) = row.column_text(at).and_then(|texts| texts.get(0)) {
            let title = column.title.get(0);
            let title = title.map_or_else(|| format!("`{}`", column.name), |title| escape(title));
            let _ = write!(text, "{title}: {}\n\n", escape(own));
        }
    }
    push_columns(&mut text, table, row);
    let _ = write!(text, "Status: {}", status_word(row.status));
    for (key, own) in OpaqueKey::ALL.into_iter().filter_map(|key| Some((key, row.opaque(key)?))) {
        let _ = write!(text, ", {} {}", key.name(), escape(own));
    }
    text.push_str(".\n");
    if !row.aliases.is_empty() {
        let aliases: Vec<String> = row.aliases.iter().map(|alias| format!("`{alias}`")).collect();
        let _ = write!(text, "\nAliases: {}.\n", aliases.join(", "));
    }
    push_references(&mut text, &row.references);
    push_languages(&mut text, selection, row);
    push_place(&mut text, registry, row);
    text
}

/// `Help`, for the key `help`.
fn heading(kind: TextKind) -> String {
    let (first, rest) = kind.key().split_at(1);
    first.to_ascii_uppercase() + rest
}

/// The sentence for values to which no other case applies.
fn sentence(message: &Message) -> &Message {
    match message {
        Message::Pattern(_) => message,
        Message::Choice(choice) => sentence(choice.branches().1),
    }
}

/// A message after its heading or its case: a sentence, or a list of cases.
fn push_message(text: &mut String, message: &Message, arguments: &[Argument], depth: usize) {
    let choice = match message {
        Message::Pattern(_) => {
            text.push_str(": ");
            push_escaped(text, &message.shown(arguments));
            text.push('\n');
            return;
        }
        Message::Choice(choice) => choice,
    };
    let argument = &arguments[choice.argument].name;
    let by = match choice.selector {
        Selector::Plural => "plural form",
        Selector::Ordinal => "ordinal form",
        Selector::Select => "value",
    };
    // A blank line in a list would add space between all of its items.
    let end = if depth == 0 { "\n\n" } else { "\n" };
    let _ = write!(text, ", by the {by} of `{argument}`:{end}");
    for (case, message) in choice.all_cases() {
        let _ = write!(text, "{:indent$}- {}", "", escape(&case.to_string()), indent = 2 * depth);
        push_message(text, message, arguments, depth + 1);
    }
}

/// The values of the typed columns.
fn push_columns(text: &mut String, table: &Table, row: &Row) {
    let columns = table.properties.iter().zip(&row.properties);
    let mut is_first = true;
    for (property, value) in columns.filter_map(|(property, value)| Some((property, value.as_ref()?))) {
        let value = match value {
            PropertyValue::Text(_) => continue,
            PropertyValue::Bool(value) => value.to_string(),
            PropertyValue::Integer(value) => value.to_string(),
            PropertyValue::Str(value) => escape(value),
            PropertyValue::Word(at, word) => escape(&table.word(*at, *word).word),
        };
        let separator = if is_first { "" } else { "; " };
        let _ = write!(text, "{separator}`{}`: {value}", property.name);
        is_first = false;
    }
    if !is_first {
        text.push_str("\n\n");
    }
}

/// The other languages that have a text of the row.
fn push_languages(text: &mut String, selection: &Selection<'_>, row: &Row) {
    let has_text = |column| TextKind::ALL.into_iter().any(|kind| row.has_text(kind, column));
    let others = selection.spoken_columns().filter(|(column, _)| *column > 0 && has_text(*column));
    let tags: Vec<&str> = others.map(|(_, language)| language.tag.as_str()).collect();
    if !tags.is_empty() {
        let _ = write!(text, "\nOther languages: {}.\n", tags.join(", "));
    }
}

/// The place of the row, for editors that cannot go to definitions in the table: its file and its page.
fn push_place(text: &mut String, registry: &Registry<'_>, row: &Row) {
    let table = registry.selection.table;
    if let Some(file) = registry.item.files.first() {
        let _ = write!(text, "\nTable: `{}{file}`.\n", registry.item.folder);
    }
    if let Some(address) = table.url(row, &table.languages[0].tag) {
        let _ = write!(text, "\nPage: <{address}>\n");
    }
}

/// In prose form: `private use`.
fn status_word(status: Status) -> String {
    status.name().replace('-', " ")
}

fn push_references(text: &mut String, references: &[String]) {
    for reference in references {
        let is_address = reference.starts_with("https://") || reference.starts_with("http://");
        if is_address && !reference.contains(['<', '>', ' ', '\n']) {
            let _ = write!(text, "\n<{reference}>\n");
        } else {
            let _ = write!(text, "\n{}\n", paragraph(reference));
        }
    }
}

/// A text that begins a paragraph, not a code block, a list or a rule.
pub(super) fn paragraph(text: &str) -> String {
    let escaped = escape(text.trim_start());
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    match escaped.as_bytes().get(digits) {
        Some(b'+' | b'-' | b'=') if digits == 0 => format!("\\{escaped}"),
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &escaped[..digits], &escaped[digits..]),
        _ => escaped,
    }
}

/// Appends a text in which Markdown must find no markup, link or line break, and rustdoc no dash, ellipsis or
/// curved quotation mark.
fn push_escaped(out: &mut String, text: &str) {
    // Bytes instead of iterators: macros run unoptimized, over megabytes of texts.
    let bytes = text.as_bytes();
    let (mut from, mut at) = (0, 0);
    while at < bytes.len() {
        let byte = bytes[at];
        let is_markup = match byte {
            b'-' => bytes.get(at + 1) == Some(&b'-'),
            b'.' => bytes.get(at + 1..at + 3) == Some(b".."),
            _ => IS_MARKUP[byte as usize],
        };
        if is_markup {
            out.push_str(&text[from..at]);
            let is_blank = byte == b'\n' || byte == b'\t';
            out.push(if is_blank { ' ' } else { '\\' });
            from = at + usize::from(is_blank);
        }
        at += 1;
    }
    out.push_str(&text[from..]);
}

static IS_MARKUP: [bool; 256] = {
    let mut table = [false; 256];
    let marks = b"\n\t\\`*_[]<>|&#~:$\"'";
    let mut at = 0;
    while at < marks.len() {
        table[marks[at] as usize] = true;
        at += 1;
    }
    table
};

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    push_escaped(&mut escaped, text);
    escaped
}
