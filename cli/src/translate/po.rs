//! PO files for gettext. They are read here because no crate keeps the places of texts, which errors need.

use std::fmt::Write as _;

use code_registry_table::{Place, Rule};

use super::catalog::{Catalog, Entry, ImportedCatalog, ImportedEntry, Marks, Problems, place};
use super::plural_forms::{PLACEHOLDER, PluralForms};
use crate::error::ToolMessage;

/// The header field with the plural form of each number.
const PLURAL_FORMS: &str = "Plural-Forms";
/// The header field of translate-toolkit that names the language of the sources, if that is not English.
const SOURCE_LANGUAGE: &str = "X-Source-Language";
/// The flag of a translation that needs review.
const FUZZY: &str = "fuzzy";
/// The flag that makes gettext and other tools check `{name}`.
const BRACES: &str = "python-brace-format";

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

pub(super) fn read(text: &str, problems: &mut Problems) -> ImportedCatalog {
    let mut reader = Reader { catalog: ImportedCatalog::default(), entry: Raw::default(), problems };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        reader.line(line, at);
        at += line.len();
    }
    reader.finish();
    reader.catalog
}

/// The lines of an entry, in the order of the file.
#[derive(Default)]
struct Raw {
    marks: Marks,
    strings: Vec<(String, String, Place)>,
}

struct Reader<'a> {
    catalog: ImportedCatalog,
    entry: Raw,
    problems: &'a mut Problems,
}

impl Reader<'_> {
    fn line(&mut self, line: &str, at: usize) {
        let trimmed = line.trim_start_matches([' ', '\t', '\u{feff}']);
        let (at, line) = (at + line.len() - trimmed.len(), trimmed.trim_end());
        if line.starts_with('#') {
            self.comment(line);
        } else if line.starts_with('"') {
            self.string(line, at);
        } else if !line.is_empty() {
            self.keyword(line, at);
        }
    }

    fn comment(&mut self, line: &str) {
        self.begin_unless_empty();
        let marks = &mut self.entry.marks;
        if let Some(flags) = line.strip_prefix("#,").or(line.strip_prefix("#=")) {
            let flags = flags.split(',').map(str::trim).filter(|flag| !flag.is_empty());
            let (fuzzy, others): (Vec<_>, Vec<_>) = flags.partition(|flag| *flag == FUZZY);
            marks.is_fuzzy |= !fuzzy.is_empty();
            marks.flags.extend(others.into_iter().map(str::to_owned));
        } else if let Some(old) = line.strip_prefix("#~") {
            self.obsolete(line, old);
        } else if !line[1..].starts_with(['.', ':', '|']) {
            marks.comments.push(line[1..].strip_prefix(' ').unwrap_or(&line[1..]).to_owned());
        }
    }

    /// An obsolete entry, with the comments and flags before it.
    fn obsolete(&mut self, line: &str, old: &str) {
        let is_first = old.trim_start().starts_with("msgctxt ");
        let is_entry = old.trim_start().starts_with("msgid ");
        self.catalog.obsolete += usize::from(is_entry);
        let Marks { is_fuzzy, comments, flags, .. } = core::mem::take(&mut self.entry.marks);
        let lines = &mut self.catalog.obsolete_lines;
        let before =
            lines.last().is_some_and(|last| last.starts_with("#~ msgstr") || last.starts_with("#~ \""));
        if !comments.is_empty() || is_fuzzy || before && (is_first || is_entry) {
            lines.extend((!lines.is_empty()).then(String::new));
        }
        lines.extend(comments.iter().map(|comment| format!("# {comment}").trim_end().to_owned()));
        let flags: Vec<_> = is_fuzzy.then(|| FUZZY.to_owned()).into_iter().chain(flags).collect();
        lines.extend((!flags.is_empty()).then(|| format!("#, {}", flags.join(", "))));
        lines.push(line.to_owned());
    }

    fn keyword(&mut self, line: &str, at: usize) {
        let end = line.find(['"', ' ', '\t']).unwrap_or(line.len());
        let (keyword, rest) = line.split_at(end);
        let is_form =
            |text: &str| text.strip_suffix(']').is_some_and(|number| number.parse::<usize>().is_ok());
        let is_known = matches!(keyword, "msgctxt" | "msgid" | "msgid_plural" | "msgstr" | "domain")
            || keyword.strip_prefix("msgstr[").is_some_and(is_form);
        let text = rest.trim_start();
        if !is_known || !text.starts_with('"') {
            self.problems.add(Rule::Syntax, &place(at..at + end), &ToolMessage::NoPoLine);
            return;
        }
        if matches!(keyword, "msgctxt" | "msgid" | "domain") && self.entry.is_translated() {
            self.begin_unless_empty();
        }
        // The domain of gettext's functions; translations of all domains are one file here.
        if keyword == "domain" {
            return;
        }
        let skipped = at + line.len() - text.len();
        self.entry.strings.push((keyword.to_owned(), String::new(), place(skipped..at + line.len())));
        self.string(text, skipped);
    }

    /// A part of the last keyword's text.
    fn string(&mut self, line: &str, at: usize) {
        let part = line.strip_prefix('"').and_then(unescape).filter(|(_, length)| length + 1 == line.len());
        match (part, self.entry.strings.last_mut()) {
            (Some((part, _)), Some((_, text, _))) => text.push_str(&part),
            _ => self.problems.add(Rule::Syntax, &place(at..at + line.len()), &ToolMessage::NoPoString),
        }
    }

    /// Comments and flags after an entry's last string belong to the next entry.
    fn begin_unless_empty(&mut self) {
        if !self.entry.strings.is_empty() {
            self.finish();
        }
    }

    fn finish(&mut self) {
        let entry = core::mem::take(&mut self.entry);
        let (Some((id, id_place)), None) = (entry.find("msgid"), entry.misplaced()) else {
            if let Some(place) = entry.misplaced().or(entry.strings.first().map(|(.., place)| place)) {
                self.problems.add(Rule::Syntax, place, &ToolMessage::NoPoLine);
            }
            return;
        };
        match entry.find("msgctxt") {
            Some((key, key_place)) => self.catalog.entries.push(ImportedEntry {
                key: key.clone(),
                key_place: Some(key_place.clone()),
                sources: entry.texts("msgid").map(|(text, _)| text).collect(),
                targets: entry.texts("msgstr").collect(),
                marks: entry.marks,
                is_refused: false,
            }),
            None if id.is_empty() => {
                if let Some((header, place)) = entry.find("msgstr") {
                    self.header(header, place);
                }
                self.catalog.header_comments = entry.marks.comments;
            }
            None => self.problems.leave_out(Rule::MissingKey, id_place, &ToolMessage::NoContext),
        }
    }

    /// The language, and the numbering of plural forms.
    fn header(&mut self, header: &str, place: &Place) {
        let fields = header.lines().filter_map(|line| line.split_once(':'));
        let fields = fields.map(|(name, value)| (name.to_owned(), value.trim().to_owned()));
        let catalog = &mut self.catalog;
        catalog.header = fields.collect();
        for (name, value) in catalog.header.iter().filter(|(_, value)| !value.is_empty()) {
            if name.eq_ignore_ascii_case("Language") {
                catalog.language = Some((value.clone(), place.clone()));
            } else if name.eq_ignore_ascii_case(SOURCE_LANGUAGE) {
                catalog.source_language = Some(value.clone());
            } else if name.eq_ignore_ascii_case(PLURAL_FORMS) && !is_placeholder(value) {
                match PluralForms::parse(value) {
                    Some(forms) => catalog.plural_forms = Some((forms, place.clone())),
                    None => {
                        let said = ToolMessage::PluralForms { header: value.clone() };
                        self.problems.leave_out(Rule::Syntax, place, &said);
                    }
                }
            }
        }
    }
}

fn is_placeholder(header: &str) -> bool {
    header.split_whitespace().eq(PLACEHOLDER.split_whitespace())
}

impl Raw {
    /// Whether only further plural forms can follow.
    fn is_translated(&self) -> bool {
        self.strings.last().is_some_and(|(keyword, ..)| keyword.starts_with("msgstr"))
    }

    fn find(&self, name: &str) -> Option<(&String, &Place)> {
        let (_, text, place) = self.strings.iter().find(|(keyword, ..)| keyword == name)?;
        Some((text, place))
    }

    /// The texts whose keywords have this beginning.
    fn texts(&self, prefix: &str) -> impl Iterator<Item = (String, Place)> {
        let named = self.strings.iter().filter(move |(keyword, ..)| keyword.starts_with(prefix));
        named.map(|(_, text, place)| (text.clone(), place.clone()))
    }

    /// The first plural form that is not at the index in its brackets.
    fn misplaced(&self) -> Option<&Place> {
        let forms = self.strings.iter().filter(|(keyword, ..)| keyword.starts_with("msgstr["));
        let mut wrong = forms.enumerate().filter(|(at, (keyword, ..))| *keyword != format!("msgstr[{at}]"));
        wrong.next().map(|(_, (.., place))| place)
    }
}

/// A string of C as a text, and its number of bytes including the closing quote; `None` if an escape is unknown, or the
/// quote is missing.
fn unescape(quoted: &str) -> Option<(String, usize)> {
    let (mut bytes, mut rest) = (Vec::new(), quoted);
    loop {
        let (before, after) = rest.split_at(rest.find(['"', '\\'])?);
        bytes.extend(before.as_bytes());
        if let Some(rest) = after.strip_prefix('"') {
            return Some((String::from_utf8(bytes).ok()?, quoted.len() - rest.len()));
        }
        let (byte, length) = escaped(&after[1..])?;
        bytes.push(byte);
        rest = &after[1 + length..];
    }
}

/// The byte that an escape denotes, and the number of bytes after its backslash.
fn escaped(escape: &str) -> Option<(u8, usize)> {
    let number = |text: &str, most, radix| {
        let length = text.chars().take(most).take_while(|digit| digit.is_digit(radix)).count();
        Some((u8::from_str_radix(&text[..length], radix).ok()?, length))
    };
    let byte = match escape.as_bytes().first()? {
        b'n' => b'\n',
        b't' => b'\t',
        b'r' => b'\r',
        b'a' => 7,
        b'b' => 8,
        b'v' => 11,
        b'f' => 12,
        byte @ (b'"' | b'\\') => *byte,
        b'x' => return number(&escape[1..], 2, 16).map(|(byte, length)| (byte, length + 1)),
        b'0'..=b'7' => return number(escape, 3, 8),
        _ => return None,
    };
    Some((byte, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_of_c_are_known() {
        let of = |quoted| unescape(quoted).map(|(text, _)| text);
        assert_eq!(of(r#"\303\250\x41\a\b\v\f\r""#).as_deref(), Some("èA\u{7}\u{8}\u{b}\u{c}\r"));
        assert_eq!(of(r#"\"b\" \\c\\\n\t" rest"#).as_deref(), Some("\"b\" \\c\\\n\t"));
        for wrong in ["no end", r"\", r#"\""#, r#"\q""#, r#"\x""#, r#"\777""#, r#"\377""#] {
            assert_eq!(of(wrong), None, "{wrong}");
        }
    }
}
