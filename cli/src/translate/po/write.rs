//! A catalog as a PO file.

use std::fmt::Write as _;

use super::super::catalog::{Catalog, Entry};
use super::PLURAL_FORMS;
use super::escape::escape;

pub(in super::super) fn write(catalog: &Catalog) -> String {
    let mut out = String::new();
    header(&mut out, catalog);
    for entry in &catalog.entries {
        out.push('\n');
        self::entry(&mut out, entry);
    }
    out
}

/// The entry without a text; what the table does not know stays empty for translators' tools to fill in.
fn header(out: &mut String, catalog: &Catalog) {
    let mut fields = vec![
        ("Project-Id-Version", catalog.title.replace('\n', " ")),
        ("PO-Revision-Date", String::new()),
        ("Last-Translator", String::new()),
        ("Language-Team", String::new()),
        ("Language", catalog.target.replace('-', "_")),
        ("MIME-Version", "1.0".to_owned()),
        ("Content-Type", "text/plain; charset=UTF-8".to_owned()),
        ("Content-Transfer-Encoding", "8bit".to_owned()),
    ];
    fields.extend(catalog.forms.iter().map(|forms| (PLURAL_FORMS, forms.header.clone())));
    let lines: String = fields.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
    out.push_str("msgid \"\"\n");
    string(out, "msgstr", &lines);
}

fn entry(out: &mut String, entry: &Entry) {
    for line in entry.notes.iter().flat_map(|note| note.lines()) {
        let _ = writeln!(out, "#. {line}");
    }
    if entry.is_stale {
        out.push_str("#, fuzzy\n");
    }
    string(out, "msgctxt", &entry.key);
    match &*entry.sources {
        [one, other] => {
            string(out, "msgid", one);
            string(out, "msgid_plural", other);
            for (at, target) in entry.targets.iter().enumerate() {
                string(out, &format!("msgstr[{at}]"), target);
            }
        }
        texts => {
            string(out, "msgid", &texts.concat());
            string(out, "msgstr", &entry.targets.concat());
        }
    }
}

/// A keyword and its text; of several lines each on its own.
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
