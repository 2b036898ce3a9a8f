//! Writes PO files for gettext.

use std::fmt::Write as _;

use super::catalog::{Catalog, Entry};

/// The header field with the plural form of each number.
pub(super) const PLURAL_FORMS: &str = "Plural-Forms";
/// The header field of translate-toolkit that names the language of the sources, if that is not English.
pub(super) const SOURCE_LANGUAGE: &str = "X-Source-Language";
/// The flag of a translation that needs review.
pub(super) const FUZZY: &str = "fuzzy";
/// The flag that makes gettext and other tools check `{name}`.
pub(super) const BRACES: &str = "python-brace-format";

pub(super) fn write(catalog: &Catalog) -> String {
    let mut out = String::new();
    header(&mut out, catalog);
    for entry in &catalog.entries {
        out.push('\n');
        self::entry(&mut out, entry);
    }
    for entry in &catalog.obsolete {
        let mut lines = String::new();
        self::entry(&mut lines, entry);
        let lines =
            lines.lines().map(|line| if line.starts_with('#') { line.into() } else { format!("#~ {line}") });
        out.extend(["\n".to_owned()].into_iter().chain(lines.map(|line| line + "\n")));
    }
    if !catalog.kept.obsolete_lines.is_empty() {
        out.push('\n');
        out.extend(catalog.kept.obsolete_lines.iter().flat_map(|line| [line, "\n"]));
    }
    out
}

/// The entry without a text. The fields of an existing file are kept; unknown ones stay empty for translators' tools to
/// fill in.
fn header(out: &mut String, catalog: &Catalog) {
    comments(out, &catalog.kept.header_comments);
    let Some(target) = &catalog.target else {
        // Babel misreads templates that have the placeholders of xgettext for the language and its formula.
        out.push_str("#, fuzzy\n");
        let mut all = usual_fields(catalog, "");
        all.retain(|(name, _)| name != "Language");
        return fields(out, &all);
    };
    let mut all = catalog.kept.header.clone();
    let is_new = all.is_empty();
    for (name, value) in usual_fields(catalog, &target.replace('-', "_")) {
        match all.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(&name)) {
            Some((_, known)) if known.is_empty() || name == "Content-Type" => *known = value,
            None if is_new || !TRANSLATORS.contains(&&*name) => all.push((name, value)),
            _ => {}
        }
    }
    if let Some(header) = &catalog.plural_header {
        match all.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(PLURAL_FORMS)) {
            Some((_, known)) => known.clone_from(header),
            None => all.push(field(PLURAL_FORMS, header)),
        }
    }
    fields(out, &all);
}

/// The header fields that translators fill in.
const TRANSLATORS: [&str; 3] = ["PO-Revision-Date", "Last-Translator", "Language-Team"];

fn usual_fields(catalog: &Catalog, language: &str) -> Vec<(String, String)> {
    let mut fields = vec![
        field("Project-Id-Version", &catalog.title.replace('\n', " ")),
        // Babel refuses an empty date.
        field("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"),
        field("Last-Translator", ""),
        field("Language-Team", ""),
        field("Language", language),
        field("MIME-Version", "1.0"),
        field("Content-Type", "text/plain; charset=UTF-8"),
        field("Content-Transfer-Encoding", "8bit"),
    ];
    if catalog.source != "en" {
        fields.push(field(SOURCE_LANGUAGE, &catalog.source.replace('-', "_")));
    }
    fields
}

fn field(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

fn fields(out: &mut String, fields: &[(String, String)]) {
    let lines: String = fields.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
    out.push_str("msgid \"\"\n");
    string(out, "msgstr", &lines);
}

fn comments(out: &mut String, comments: &[String]) {
    for line in comments {
        out.push('#');
        if !line.is_empty() {
            out.extend([" ", line]);
        }
        out.push('\n');
    }
}

fn entry(out: &mut String, entry: &Entry) {
    comments(out, &entry.marks.comments);
    for line in entry.notes.iter().flat_map(|note| note.lines()) {
        let _ = writeln!(out, "#. {line}");
    }
    if let Some(reference) = &entry.reference {
        let _ = writeln!(out, "#: {reference}");
    }
    let is_checked = entry.is_checked().then_some(BRACES);
    let own = entry.marks.flags.iter().map(String::as_str).filter(|flag| *flag != BRACES);
    let flags: Vec<_> =
        entry.marks.is_fuzzy.then_some(FUZZY).into_iter().chain(is_checked).chain(own).collect();
    if !flags.is_empty() {
        let _ = writeln!(out, "#, {}", flags.join(", "));
    }
    if entry.marks.is_fuzzy && entry.previous != entry.sources {
        sources(out, "#| ", &entry.previous);
    }
    string(out, "msgctxt", &entry.key);
    sources(out, "", &entry.sources);
    match &*entry.targets {
        targets if entry.sources.len() > 1 => {
            for (at, target) in targets.iter().enumerate() {
                string(out, &format!("msgstr[{at}]"), target);
            }
        }
        targets => string(out, "msgstr", &targets.concat()),
    }
}

/// `msgid`, and `msgid_plural` if there are plural forms.
fn sources(out: &mut String, prefix: &str, sources: &[String]) {
    let mut lines = String::new();
    for (keyword, source) in ["msgid", "msgid_plural"].into_iter().zip(sources) {
        string(&mut lines, keyword, source);
    }
    out.extend(lines.lines().flat_map(|line| [prefix, line, "\n"]));
}

/// A keyword and its text; several lines are written one by one.
fn string(out: &mut String, keyword: &str, text: &str) {
    if text.lines().nth(1).is_some() {
        let _ = writeln!(out, "{keyword} \"\"");
        for line in text.split_inclusive('\n') {
            let _ = writeln!(out, "\"{}\"", escape(line));
        }
    } else {
        let _ = writeln!(out, "{keyword} \"{}\"", escape(text));
    }
}

/// A text in the notation between quotes.
fn escape(text: &str) -> String {
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
