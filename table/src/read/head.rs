//! `[registry]` and `[lint]`: what the table as a whole specifies.

use core::ops::Range;

use code_registry_encoding::url::Placeholder;

use crate::identifier::{is_identifier, is_word};
use crate::model::SerdeForm;
use crate::notation::Notation;
use crate::read::Document;
use crate::read::fields::{Fields, File, Located, Required, Slot, text, wrong_type};
use crate::read::label::{self, Wrong};
use crate::read::languages::{self, Languages};
use crate::read::parts::{self, DraftPart};
use crate::read::texts::{self, Column};
use crate::report::{Guess, Quoted, Rule, Severity, Sink, Violation};
use crate::repr::{LONGEST_TEXT, Label, NameList, REPRS, Repr};
use crate::safety::inside;
use crate::schema::{self, LINT_LEVELS, ValueType};
use crate::syntax::{Entry, Kind, Table, Value};

/// RFC 1123 section 2.1 requires software to handle host names of up to 255 characters; the DNS carries 253.
const LONGEST_DOMAIN: usize = 253;

/// The key that is not a lint but a setting of one.
const NAME_LENGTH: &str = "name_length";

/// The severity for each of [`LINT_LEVELS`]; `None`: the finding is not reported.
const SEVERITIES: [Option<Severity>; 3] = [None, Some(Severity::Warning), Some(Severity::Error)];

/// The registry's own keys.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) title: Column,
    pub(crate) notes: Vec<Column>,
    pub(crate) references: Vec<String>,
    pub(crate) url: Option<String>,
    pub(crate) domain: Option<String>,
    pub(crate) notation: Notation,
    pub(crate) parts: Vec<DraftPart>,
    pub(crate) prefix: Option<Located<String>>,
    pub(crate) unlisted: Option<Located<String>>,
    pub(crate) serde: SerdeForm,
    pub(crate) comment: Option<String>,
}

/// Reads the head, and the languages that it lists, with the `settings` of each.
pub(crate) fn read<'i>(
    document: &Document<'i>,
    registry: Slot<Located<&'i Table<'i>>>,
    settings: Option<Located<&'i Table<'i>>>,
    parts: Option<&Located<&'i Table<'i>>>,
    sink: &mut Sink,
) -> (Head, Languages) {
    let file = document.file;
    let is_there = registry.as_good().is_some();
    if registry.is_missing() && !document.is_damaged() {
        sink.report(file.place(0..0), &Violation::NoRegistry);
    }
    let empty = Table::default();
    let registry = registry.good().unwrap_or_else(|| Located::new(&empty, file.place(0..0)));
    let place = registry.place;
    let lenient = !is_there || document.is_damaged_at(place.span.start);
    let fields = Fields::open(file, registry.value, &schema::REGISTRY, sink);
    let mut required = Required { place: &place, lenient };
    let languages = languages::read(&fields, &mut required, settings, sink);
    let repr = repr(&fields, &required, sink);
    let parts = parts::read(file, parts, repr.as_ref(), sink);
    let label = label(&fields, repr.as_ref(), &parts, sink);
    let mut notation = Notation { repr, label };
    if notation.repr.as_ref().is_some_and(Repr::is_name) {
        notation.repr = Some(Repr::Name(names(document)));
    }
    let title = texts::localized(&fields, "title", &languages, sink);
    let has_file = languages.list[0].file.is_some();
    if title.is_empty() && !lenient && !languages.assumed && !has_file {
        sink.report(place.clone(), &Violation::MissingTitle { tag: languages.default_tag().to_owned() });
    }
    let unlisted = unlisted(&fields, notation.repr.as_ref(), sink);
    let head = Head {
        title,
        notes: texts::notes(&fields, &["registry"], &languages, sink),
        references: fields.texts("reference", sink).into_iter().map(|text| text.value).collect(),
        url: url(&fields, sink),
        domain: domain(&fields, sink),
        notation,
        parts,
        prefix: prefix(&fields, sink),
        unlisted,
        serde: serde(&fields, sink),
        comment: fields.text("comment", sink).good().map(|comment| comment.value),
    };
    (head, languages)
}

/// The template of the addresses of codes: a web address with placeholders, one of which distinguishes the codes.
fn url(fields: &Fields<'_>, sink: &mut Sink) -> Option<String> {
    let template = fields.text("url", sink).good()?;
    let text = template.value.as_str();
    let mut report = |part: Range<usize>, violation| {
        sink.report(inside(fields.file.text, &template.place, text, part), &violation);
    };
    let (mut plain, mut is_distinct, mut at) = (String::new(), false, 0);
    while let Some(start) = text[at..].find('{').map(|start| at + start) {
        let end = text[start..].find('}').map_or(text.len(), |end| start + end + 1);
        let name = text[start..end].trim_start_matches('{').trim_end_matches('}');
        let Some(placeholder) = Placeholder::named(name).filter(|_| text[start..end].ends_with('}')) else {
            report(start..end, Violation::UrlPlaceholder { found: Quoted::new(&text[start..end]) });
            return None;
        };
        is_distinct |= placeholder != Placeholder::Language;
        plain += &text[at..start];
        // Not in the name of the server, which would depend on the code.
        plain.push('/');
        at = end;
    }
    plain += &text[at..];
    let host = plain.strip_prefix("https://").or_else(|| plain.strip_prefix("http://"));
    let is_part = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
    if host.is_none_or(|host| host.starts_with(['/', '?', '#'])) || !plain.bytes().all(is_part) {
        report(0..text.len(), Violation::UrlAddress);
    } else if !is_distinct {
        report(0..text.len(), Violation::UrlOfAll);
    } else {
        return Some(template.value);
    }
    None
}

/// A host name of RFC 1123 section 2.1: labels of letters, digits and inner hyphens.
fn domain(fields: &Fields<'_>, sink: &mut Sink) -> Option<String> {
    let domain = fields.text("domain", sink).good()?;
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    if domain.value.len() <= LONGEST_DOMAIN && domain.value.split('.').all(is_label) {
        return Some(domain.value);
    }
    sink.report(domain.place, &Violation::InvalidDomain { domain: Quoted::new(&domain.value) });
    None
}

fn prefix(fields: &Fields<'_>, sink: &mut Sink) -> Option<Located<String>> {
    let prefix = fields.text("prefix", sink).good()?;
    if is_word(&prefix.value) {
        return Some(prefix);
    }
    sink.report(prefix.place, &Violation::InvalidPrefix { prefix: Quoted::new(&prefix.value) });
    None
}

fn unlisted(fields: &Fields<'_>, repr: Option<&Repr>, sink: &mut Sink) -> Option<Located<String>> {
    let name = fields.text("unlisted", sink).good()?;
    if repr.is_some_and(Repr::is_name) {
        sink.report(name.place, &Violation::UnlistedOfNames);
        return None;
    }
    if is_identifier(&name.value) {
        return Some(name);
    }
    sink.report(name.place, &Violation::InvalidVariant { name: Quoted::new(&name.value) });
    None
}

fn serde(fields: &Fields<'_>, sink: &mut Sink) -> SerdeForm {
    let Slot::Good(name) = fields.text("serde", sink) else { return SerdeForm::default() };
    let known = SerdeForm::named(&name.value);
    if known.is_none() {
        let guess = Guess::new(&name.value, SerdeForm::NAMES);
        sink.report(name.place, &Violation::UnknownSerdeForm { found: Quoted::new(&name.value), guess });
    }
    known.unwrap_or_default()
}

/// An integer type, `str` or `name`. The words of `name` are not known yet.
fn repr(fields: &Fields<'_>, required: &Required<'_>, sink: &mut Sink) -> Option<Repr> {
    let name = fields.text("repr", sink);
    required.check(&name, "repr", "repr = \"u16\"", sink);
    if name.as_good().is_some_and(|name| name.value == "str") {
        return Some(Repr::Str(length(fields, required, sink)));
    }
    if let Some(entry) = fields.any("length") {
        sink.report(fields.file.place(entry.key.span.clone()), &Violation::SurplusLength);
    }
    let name = name.good()?;
    let types = Repr::INTEGERS.into_iter().chain([Repr::Name(NameList::default())]);
    let repr = types.into_iter().find(|repr| repr.name() == name.value);
    if repr.is_none() {
        let guess = Guess::new(&name.value, &REPRS);
        sink.report(name.place, &Violation::UnknownRepr { found: Quoted::new(&name.value), guess });
    }
    repr
}

/// The words and headings of the rows, in the order of the file.
fn names(document: &Document<'_>) -> NameList {
    let mut names = Vec::new();
    for (key, is_heading) in [("code", false), ("range", true)] {
        let rows = [&document.tree.root, &document.tree.repeated].map(|tree| tree.table(key));
        let rows = rows.into_iter().flatten().flat_map(Table::entries);
        names.extend(rows.map(|row| (row.key.span.start, &*row.key.name, is_heading)));
    }
    names.sort_by_cached_key(|(start, ..)| *start);
    NameList::new(names.into_iter().map(|(_, name, is_heading)| (name, is_heading)))
}

/// `length = 5` is the maximum length; if it is invalid, no value is too long.
fn length(fields: &Fields<'_>, required: &Required<'_>, sink: &mut Sink) -> usize {
    let slot = fields.get("length", sink);
    required.check(&slot, "length", "length = 5", sink);
    let Slot::Good(entry) = slot else { return LONGEST_TEXT };
    let length = match entry.value.kind {
        Kind::Integer(number) => number.value().and_then(|number| usize::try_from(number).ok()),
        _ => None,
    };
    let length = length.filter(|length| (1..=LONGEST_TEXT).contains(length));
    if length.is_none() {
        let place = fields.file.place(entry.value.span.clone());
        sink.report(place, &Violation::InvalidLength { longest: LONGEST_TEXT });
    }
    length.unwrap_or(LONGEST_TEXT)
}

/// How values are shown to people. Without a valid `repr`, the label cannot be compared with values.
fn label(fields: &Fields<'_>, repr: Option<&Repr>, parts: &[DraftPart], sink: &mut Sink) -> Option<Label> {
    let text = fields.text("label", sink).good()?;
    let repr = repr?;
    if repr.is_name() {
        sink.report(text.place, &Violation::LabelOfName);
        return None;
    }
    let found =
        label::parse(&text.value, repr, parts).and_then(|label| label::check(label, &text.value, repr));
    let report = |wrong: Wrong| {
        sink.report(inside(fields.file.text, &text.place, &text.value, wrong.part), &wrong.violation);
    };
    found.map_err(report).ok()
}

/// The settings of the linter.
#[derive(Debug, Default)]
pub(crate) struct LintSettings {
    /// The lints with a level of their own, and this level.
    pub(crate) levels: Vec<(Rule, &'static str)>,
    /// The maximum number of characters in a name.
    pub(crate) name_length: Option<usize>,
}

/// Reads the settings; the levels go to the sink, which applies them to reports.
pub(crate) fn read_lints(
    file: File<'_>,
    table: Option<Located<&Table<'_>>>,
    sink: &mut Sink,
) -> LintSettings {
    let mut settings = LintSettings::default();
    for entry in table.into_iter().flat_map(|table| table.value.in_file_order()) {
        if entry.key.name == NAME_LENGTH {
            settings.name_length = name_length(file, &entry.value, sink);
        } else {
            settings.levels.extend(read_level(file, entry, sink));
        }
    }
    settings
}

/// "`untranslated = "allow"`": a lint and its level.
fn read_level(
    file: File<'_>,
    Entry { key, value }: &Entry<'_>,
    sink: &mut Sink,
) -> Option<(Rule, &'static str)> {
    let name: &str = &key.name;
    let known = Rule::ALL.iter().find(|rule| rule.id() == name);
    let violation = match known {
        Some(rule) if rule.severity() == Severity::Warning => None,
        Some(rule) => Some(Violation::FixedRule { rule: rule.id() }),
        None => {
            let guess = Guess::among(name, Rule::lints().map(Rule::id).chain([NAME_LENGTH]));
            Some(Violation::UnknownLint { found: Quoted::new(name), guess })
        }
    };
    if let Some(violation) = violation {
        sink.report(file.place(key.span.clone()), &violation);
        return None;
    }
    let (rule, level) = known.zip(level(file, name, value, sink))?;
    sink.set_level(*rule, SEVERITIES[level]);
    Some((*rule, LINT_LEVELS[level]))
}

/// The index of a level in [`LINT_LEVELS`].
fn level(file: File<'_>, name: &str, value: &Value<'_>, sink: &mut Sink) -> Option<usize> {
    let word = text(file, name, value, sink)?;
    let known = LINT_LEVELS.iter().position(|known| *known == word.value);
    if known.is_none() {
        let guess = Guess::new(&word.value, &LINT_LEVELS);
        sink.report(word.place, &Violation::UnknownLevel { found: Quoted::new(&word.value), guess });
    }
    known
}

fn name_length(file: File<'_>, value: &Value<'_>, sink: &mut Sink) -> Option<usize> {
    let Kind::Integer(number) = value.kind else {
        wrong_type(file, NAME_LENGTH, value, ValueType::Integer, sink);
        return None;
    };
    let length = number.value().and_then(|number| usize::try_from(number).ok()).filter(|length| *length > 0);
    if length.is_none() {
        sink.report(file.place(value.span.clone()), &Violation::NameLength);
    }
    length
}
