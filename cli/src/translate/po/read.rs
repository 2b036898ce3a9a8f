//! A PO file as a catalog that is given back. No reader that there is keeps the places of texts, which errors need.

use code_registry_table::plural::forms;
use code_registry_table::{Place, Rule};

use super::super::format::{Given, GivenEntry};
use super::super::problems::{Problems, place};
use super::PLURAL_FORMS;
use super::escape::unescape;
use crate::language;
use crate::said::Said;

pub(in super::super) fn read(text: &str, problems: &mut Problems) -> Given {
    let mut reader = Reader { given: Given::default(), entry: Raw::default(), problems, header: None };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        reader.line(line, at);
        at += line.len();
    }
    reader.finish();
    let Reader { mut given, header, problems, .. } = reader;
    if let Some((header, place)) = header {
        read_header(&header, &place, &mut given, problems);
    }
    given
}

/// The strings of an entry, in the order of the file.
#[derive(Default)]
struct Raw {
    is_fuzzy: bool,
    strings: Vec<(String, String, Place)>,
}

struct Reader<'a> {
    given: Given,
    entry: Raw,
    header: Option<(String, Place)>,
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
        if let Some(flags) = line.strip_prefix("#,") {
            self.entry.is_fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
        } else if let Some(old) = line.strip_prefix("#~") {
            // The flags in front were this entry's.
            self.entry.is_fuzzy = false;
            self.given.obsolete += usize::from(old.trim_start().starts_with("msgid "));
        }
    }

    fn keyword(&mut self, line: &str, at: usize) {
        let end = line.find(['"', ' ', '\t']).unwrap_or(line.len());
        let (keyword, rest) = line.split_at(end);
        let is_form =
            |text: &str| text.strip_suffix(']').is_some_and(|number| number.parse::<usize>().is_ok());
        let is_known = matches!(keyword, "msgctxt" | "msgid" | "msgid_plural" | "msgstr")
            || keyword.strip_prefix("msgstr[").is_some_and(is_form);
        let text = rest.trim_start();
        if !is_known || !text.starts_with('"') {
            self.problems.add(Rule::Syntax, &place(at..at + end), &Said::NoPoLine);
            return;
        }
        if matches!(keyword, "msgctxt" | "msgid") && self.entry.is_translated() {
            self.begin_unless_empty();
        }
        self.entry.strings.push((keyword.to_owned(), String::new(), place(at..at + end)));
        let skipped = line.len() - text.len();
        if let Some((_, _, string)) = self.entry.strings.last_mut() {
            *string = place(at + skipped..at + line.len());
        }
        self.string(text, at + skipped);
    }

    /// A part of the last keyword's text.
    fn string(&mut self, line: &str, at: usize) {
        let part = line.strip_prefix('"').and_then(unescape).filter(|(_, length)| length + 1 == line.len());
        match (part, self.entry.strings.last_mut()) {
            (Some((part, _)), Some((_, text, _))) => text.push_str(&part),
            _ => self.problems.add(Rule::Syntax, &place(at..at + line.len()), &Said::NoPoString),
        }
    }

    /// What follows an entry's last string belongs to the next entry.
    fn begin_unless_empty(&mut self) {
        if !self.entry.strings.is_empty() {
            self.finish();
        }
    }

    fn finish(&mut self) {
        let entry = core::mem::take(&mut self.entry);
        let (Some((id, id_place)), None) = (entry.find("msgid"), entry.misplaced()) else {
            if let Some(place) = entry.misplaced().or(entry.strings.first().map(|(.., place)| place)) {
                self.problems.add(Rule::Syntax, place, &Said::NoPoLine);
            }
            return;
        };
        match entry.find("msgctxt") {
            Some((key, key_place)) => self.given.entries.push(GivenEntry {
                key: key.clone(),
                key_place: key_place.clone(),
                sources: entry.texts("msgid").map(|(text, _)| text).collect(),
                targets: entry.texts("msgstr").collect(),
                is_fuzzy: entry.is_fuzzy,
            }),
            None if id.is_empty() => {
                self.header = entry.find("msgstr").map(|(text, place)| (text.clone(), place.clone()));
            }
            None => self.problems.add(Rule::MissingKey, id_place, &Said::NoContext),
        }
    }
}

impl Raw {
    /// Whether nothing but further plural forms can follow.
    fn is_translated(&self) -> bool {
        self.strings.last().is_some_and(|(keyword, ..)| keyword.starts_with("msgstr"))
    }

    fn find(&self, name: &str) -> Option<(&String, &Place)> {
        let (_, text, place) = self.strings.iter().find(|(keyword, ..)| keyword == name)?;
        Some((text, place))
    }

    /// The texts whose keywords begin so.
    fn texts(&self, prefix: &str) -> impl Iterator<Item = (String, Place)> {
        let named = self.strings.iter().filter(move |(keyword, ..)| keyword.starts_with(prefix));
        named.map(|(_, text, place)| (text.clone(), place.clone()))
    }

    /// The first plural form that is not where its number says.
    fn misplaced(&self) -> Option<&Place> {
        let forms = self.strings.iter().filter(|(keyword, ..)| keyword.starts_with("msgstr["));
        let mut wrong = forms.enumerate().filter(|(at, (keyword, ..))| *keyword != format!("msgstr[{at}]"));
        wrong.next().map(|(_, (.., place))| place)
    }
}

/// The language, and whether its plural forms have the numbers that the table gives them.
fn read_header(header: &str, place: &Place, given: &mut Given, problems: &mut Problems) {
    let field = |wanted: &str| {
        let mut fields = header.lines().filter_map(|line| line.split_once(':'));
        let (_, value) = fields.find(|(name, _)| name.eq_ignore_ascii_case(wanted))?;
        Some(value.trim()).filter(|value| !value.is_empty())
    };
    let Some(tag) = field("Language") else { return };
    given.language = Some((tag.to_owned(), place.clone()));
    let forms = language::listed(tag).and_then(|tag| forms(&tag));
    let (Some(found), Some(forms)) = (field(PLURAL_FORMS), forms) else { return };
    let plain = |text: &str| text.replace([' ', '(', ')', ';'], "");
    if plain(found) != plain(&forms.header) && given.entries.iter().any(|entry| entry.targets.len() > 1) {
        problems.add(Rule::UnknownCase, place, &Said::PluralForms { wanted: forms.header });
        // Nothing can be said of forms whose numbers mean something else.
        given.entries.retain(|entry| entry.targets.len() == 1);
    }
}
