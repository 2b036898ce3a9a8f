//! A language file for a registry whose table is not available: an application translates a library, or replaces some
//! of its sentences.

use crate::contract::{Contract, ContractArgument, Entry, WordsOf};
use crate::model::{
    EnumWord, Enumeration, Language, Localized, Message, Policy, PropertyValue, Row, Status, Table, Words,
};
use crate::notation::{Extent, Notation};
use crate::read::{
    Column, Draft, DraftArgument, DraftEnum, DraftMessage, DraftProperty, DraftRow, DraftWord, Head,
    Languages, Texts, read_into,
};
use crate::read::{Located, Slot};
use crate::report::{Rule, Severity, Sink};
use crate::schema::{ArgumentKind, LiteralKind, TextKind};
use crate::source::{Place, Source};
use crate::{Reading, check, entry, is_right_to_left, unlisted};

/// The columns of the default language and of the file's language in the draft.
const DEFAULT: usize = 0;
const OWN: usize = 1;

/// Reads a language file and compares it with the contract of a registry; messages call the file `path`.
///
/// The table of the reading has every row, but only the texts of the file, which need not have all.
#[doc(hidden)]
pub fn read_language(contract: &Contract<'_>, tag: &str, path: &str, text: &str) -> Reading {
    let mut sink = Sink::default();
    let mut draft = draft(contract, tag);
    read_into(&mut draft, OWN, text, &mut sink);
    let table = alone(check::check_language(draft, &mut sink));
    let mut diagnostics = sink.into_sorted();
    for diagnostic in &mut diagnostics {
        // The other place is in a file that is not available.
        diagnostic.related = diagnostic.related.take().filter(|(place, _)| place.source == 0);
    }
    Reading { table, sources: vec![Source::new(path, text)], diagnostics }
}

/// Reads a file for an older or newer version of the registry: rows, texts and arguments that the registry does not
/// have are left out, each with a warning.
#[doc(hidden)]
pub fn read_known_of_language(contract: &Contract<'_>, tag: &str, path: &str, text: &str) -> Reading {
    let mut reading = read_language(contract, tag, path, text);
    for diagnostic in &mut reading.diagnostics {
        if matches!(diagnostic.rule, Rule::UnknownRow | Rule::MissingDefaultText | Rule::UnknownArgument) {
            diagnostic.severity = Severity::Warning;
        }
    }
    reading
}

/// The translation keys of the texts that a catalogue lacks: `code.2001.name`. `has` tells whether a text exists, by
/// the index of its kind and its index among the texts of this kind, in the order of [`texts_of_language`].
#[doc(hidden)]
pub fn missing_in_language(contract: &Contract<'_>, has: impl Fn(usize, usize) -> bool) -> Vec<String> {
    let notation = Notation { repr: Some(contract.repr.clone()), label: None };
    let (mut missing, mut first_note) = (Vec::new(), 0);
    let first_column = TextKind::STORED.len() + contract.enums().count();
    for (at, entry) in contract.rows().enumerate() {
        let header = match entry.is_range {
            is_range if contract.repr.is_name() => {
                format!("{}.{}", if is_range { "range" } else { "code" }, quoted(&notation.show(entry.first)))
            }
            true => {
                let (first, last) = (notation.show(entry.first), notation.show(entry.last));
                let between = if first.contains('-') || last.contains('-') { "..=" } else { "-" };
                format!("range.{first}{between}{last}")
            }
            false => format!("code.{}", notation.show(entry.first)),
        };
        for (kind, text) in TextKind::STORED.into_iter().enumerate() {
            let key = text.key();
            if text == TextKind::Note {
                let notes = (0..entry.notes()).filter(|note| !has(kind, first_note + note));
                missing.extend(notes.map(|note| format!("{header}.{key}.{}", note + 1)));
                first_note += entry.notes();
            } else if entry.has(text) && !has(kind, at) {
                missing.push(format!("{header}.{key}"));
            }
        }
        let lacking = entry.text_columns().filter(|column| !has(first_column + column, at));
        let names = lacking.filter_map(|column| contract.text_columns.get(column));
        missing.extend(names.map(|name| format!("{header}.{name}")));
    }
    for (one, words) in contract.enums().enumerate() {
        let names = words.words.iter().enumerate().filter(|(_, (_, has_name))| *has_name);
        let names = names.filter(|(at, _)| !has(TextKind::STORED.len() + one, *at));
        missing.extend(names.map(|(_, (word, _))| format!("enum.{}.{word}", words.name)));
    }
    missing
}

/// A word as the tool writes it as a TOML key: in quotes if it needs them.
fn quoted(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')) {
        return word.to_owned();
    }
    match word.contains(['"', '\\']) && !word.contains('\'') {
        true => format!("'{word}'"),
        false => format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

/// A place in the table, which is not available.
fn elsewhere() -> Place {
    Place { source: usize::MAX, span: 0..0 }
}

/// The table according to its contract: every text that exists has a placeholder in the default language.
fn draft(contract: &Contract<'_>, tag: &str) -> Draft {
    let notation = Notation { repr: Some(contract.repr.clone()), label: contract.label.clone() };
    Draft {
        languages: Languages::of_file(contract.tag, tag, &elsewhere()),
        enums: contract.enums().map(enumeration).collect(),
        properties: contract.text_columns.iter().map(|name| DraftProperty::of_texts(name)).collect(),
        rows: contract.rows().map(|entry| row(contract, &entry, &notation)).collect(),
        is_damaged: false,
        lints: Default::default(),
        head: Head {
            title: text(true),
            notes: notes(contract.notes),
            references: Vec::new(),
            url: None,
            domain: None,
            notation,
            parts: Vec::new(),
            prefix: None,
            unlisted: contract.unlisted.map(|name| placed(name.to_owned())),
            serde: Default::default(),
            comment: None,
        },
    }
}

fn enumeration(one: &WordsOf<'_>) -> DraftEnum {
    let word = |&(word, has_name): &(&str, bool)| DraftWord {
        word: word.to_owned(),
        place: elsewhere(),
        number: None,
        name: text(has_name),
    };
    let words = Some(one.words.iter().map(word).collect());
    DraftEnum { name: one.name.to_owned(), rust: None, words, comment: None }
}

fn row(contract: &Contract<'_>, entry: &Entry<'_>, notation: &Notation) -> DraftRow {
    let &Entry { first, last, .. } = entry;
    let (label, extent) = match entry.is_range {
        true => (notation.show_range(first, last), Extent::Range(first, last)),
        false => (notation.show(first), Extent::Code(first)),
    };
    DraftRow {
        place: elsewhere(),
        label,
        extent: Some(extent),
        is_duplicate: false,
        is_damaged: false,
        may_lack_values: false,
        known: None,
        symbol: Some(placed(entry.symbol.to_owned())),
        aliases: Vec::new(),
        variant: Some(placed(entry.variant.to_owned())),
        status: Status::Assigned,
        replaced_by: None,
        opaque: Default::default(),
        references: Vec::new(),
        texts: texts(entry).into(),
        comment: None,
        arguments: arguments(contract, entry),
        properties: Vec::new(),
    }
}

fn texts(entry: &Entry<'_>) -> Texts {
    Texts {
        literals: LiteralKind::ALL.map(|kind| text(entry.has(TextKind::Literal(kind)))),
        explanation_files: Vec::new(),
        help_patterns: Vec::new(),
        message: column(entry.has(TextKind::Message).then(|| DraftMessage::Pattern(placed(Vec::new())))),
        notes: notes(entry.notes()),
        columns: entry.text_columns().map(|column| (column, text(true))).collect(),
    }
}

/// The messages of a row whose arguments are unknown: without a message, the contract does not contain them.
fn arguments(contract: &Contract<'_>, entry: &Entry<'_>) -> Slot<Located<Vec<DraftArgument>>> {
    if entry.arguments.is_empty() && !entry.has(TextKind::Message) {
        return Slot::Missing;
    }
    let argument = |wanted: &ContractArgument<'_>| DraftArgument {
        name: wanted.name.to_owned(),
        place: elsewhere(),
        kind: Some(wanted.kind),
        words: words(contract, wanted),
    };
    Slot::Good(placed(entry.arguments.iter().map(argument).collect()))
}

fn words(contract: &Contract<'_>, wanted: &ContractArgument<'_>) -> Words {
    match (wanted.words, contract.words_of(wanted)) {
        (Some(index), Some(one)) if wanted.kind == ArgumentKind::Word => {
            Words::Enum { index, name: one.name.to_owned() }
        }
        (_, Some(one)) => Words::List(one.words.iter().map(|(word, _)| (*word).to_owned()).collect()),
        (_, None) => Words::None,
    }
}

fn notes(count: usize) -> Vec<Column> {
    (0..count).map(|_| text(true)).collect()
}

fn text(is_there: bool) -> Column {
    column(is_there.then(String::new))
}

fn column<T>(default: Option<T>) -> Column<T> {
    default.map(|default| vec![Slot::Good(placed(default)), Slot::Missing]).unwrap_or_default()
}

fn placed<T>(value: T) -> Located<T> {
    Located::new(value, elsewhere())
}

/// The texts of the only language of such a table, by kind: one for each row, then those for unlisted values, and
/// finally the names of the words of each enum, and the texts of each column with texts. A missing text is empty; a message is encoded as by [`entry`].
#[doc(hidden)]
pub fn texts_of_language(table: &Table) -> Vec<Vec<String>> {
    let tag = &table.languages[DEFAULT].tag;
    let right_to_left = is_right_to_left(tag);
    let plain = |text: &Localized| text.get(DEFAULT).cloned().unwrap_or_default();
    let message = |row: &Row, texts: &Localized<Message>| {
        let message = texts.get(DEFAULT);
        message.map(|message| entry(message, &row.arguments, right_to_left)).unwrap_or_default()
    };
    let literal = |row: &Row, kind| match kind {
        LiteralKind::Help if !row.help_message.is_empty() => message(row, &row.help_message),
        _ => plain(row.text(kind)),
    };
    let unlisted = table.unlisted.as_ref().map(|_| unlisted(tag));
    let rows = || table.rows.iter();
    let of_rows = TextKind::STORED.into_iter().map(|kind| match kind {
        TextKind::Literal(kind) => {
            let unlisted = unlisted.map(|texts| texts.text(kind).to_owned());
            rows().map(|row| literal(row, kind)).chain(unlisted).collect()
        }
        TextKind::Message => rows().map(|row| message(row, &row.message)).collect(),
        TextKind::Note => rows().flat_map(|row| &row.notes).map(plain).collect(),
    });
    let names = table.enums.iter().map(|one| one.words.iter().map(|word| plain(&word.name)).collect());
    let in_column = |at: usize| {
        let text = |row: &Row| row.column_text(at).map(plain).unwrap_or_default();
        rows().map(text).chain(unlisted.map(|_| String::new())).collect()
    };
    of_rows.chain(names).chain(table.text_columns().map(|(at, _)| in_column(at))).collect()
}

/// Whether the file has no text of any row. A reader of its language would then get texts in another one.
#[doc(hidden)]
pub fn says_nothing(table: &Table) -> bool {
    let has_column_text = |row: &Row| {
        let mut texts = table.text_columns().filter_map(|(at, _)| row.column_text(at));
        texts.any(|texts| texts.get(DEFAULT).is_some())
    };
    let is_silent = |row: &Row| {
        !TextKind::STORED.into_iter().any(|kind| row.has_text(kind, DEFAULT)) && !has_column_text(row)
    };
    table.rows.iter().all(is_silent)
}

/// The rows without the placeholders of the default language.
fn alone(table: Table) -> Table {
    let tag = table.languages[OWN].tag.clone();
    let language = Language { tag, policy: Policy::Draft, chain: vec![DEFAULT], file: None };
    let own_words = |one: Enumeration| {
        let words = one.words.into_iter().map(|word| EnumWord { name: own(&word.name), ..word });
        Enumeration { words: words.collect(), ..one }
    };
    Table {
        enums: table.enums.into_iter().map(own_words).collect(),
        rows: table.rows.into_iter().map(own_texts).collect(),
        languages: vec![language],
        ..table
    }
}

fn own_texts(row: Row) -> Row {
    Row {
        literals: row.literals.each_ref().map(own),
        help_message: own(&row.help_message),
        message: own(&row.message),
        notes: row.notes.iter().filter(|note| note.get(DEFAULT).is_some()).map(own).collect(),
        properties: row.properties.into_iter().map(|value| own_value(value?)).collect(),
        message_places: own(&row.message_places),
        help_places: own(&row.help_places),
        ..row
    }
}

/// A value of a column; of texts, the one of the language.
fn own_value(value: PropertyValue) -> Option<PropertyValue> {
    match value {
        PropertyValue::Text(texts) => {
            Some(own(&texts)).filter(|texts| !texts.is_empty()).map(PropertyValue::Text)
        }
        PropertyValue::Bool(_)
        | PropertyValue::Integer(_)
        | PropertyValue::Str(_)
        | PropertyValue::Word(..) => Some(value),
    }
}

/// The text of the language, if the default language has one too.
fn own<T: Clone>(texts: &Localized<T>) -> Localized<T> {
    let is_known = texts.get(DEFAULT).is_some();
    Localized::new(vec![texts.get(OWN).filter(|_| is_known).cloned()])
}
