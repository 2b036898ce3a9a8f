//! `[code.…]` and `[range.…]`: the checks of a row that do not need the other rows.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use crate::identifier::{is_identifier, is_symbol};
use crate::model::{Argument, Localized, Message, PropertyKind, PropertyValue, Status, Words};
use crate::notation::{Extent, Notation, find};
use crate::read::Document;
use crate::read::enums::{DraftEnum, MOST_WORDS};
use crate::read::fields::{Fields, File, Located, Slot, SortedNames, table, text, wrong_type};
use crate::read::languages::Languages;
use crate::read::message::check_name;
use crate::read::properties::{DraftProperty, property_value, text_columns};
use crate::read::texts::{self, Texts};
use crate::report::{Guess, Quoted, Sink, Violation, Word, shown};
use crate::repr::Repr;
use crate::schema::{self, ArgumentKind, LiteralKind, OpaqueKey, ValueType};
use crate::source::Place;
use crate::syntax::{Entry, Kind, Table, Value};

/// A row whose values, symbols and arguments have not been compared with those of others.
#[derive(Debug, Clone)]
pub(crate) struct DraftRow {
    /// The number in its header.
    pub(crate) place: Place,
    /// The number in its spelling.
    pub(crate) label: String,
    /// `None` if the header is wrong.
    pub(crate) extent: Option<Extent>,
    /// Whether another row has its values already.
    pub(crate) is_duplicate: bool,
    /// Whether a syntax error may have hidden a part of it.
    pub(crate) is_damaged: bool,
    pub(crate) symbol: Option<Located<String>>,
    pub(crate) aliases: Vec<Located<String>>,
    pub(crate) variant: Option<Located<String>>,
    pub(crate) status: Status,
    pub(crate) replaced_by: Option<Located<i128>>,
    /// By [`OpaqueKey`].
    pub(crate) opaque: [Option<String>; OpaqueKey::ALL.len()],
    pub(crate) references: Vec<String>,
    pub(crate) texts: Arc<Texts>,
    pub(crate) comment: Option<String>,
    pub(crate) arguments: Slot<Located<Vec<DraftArgument>>>,
    /// By the columns of the draft; empty if there is no room.
    pub(crate) properties: Vec<Option<PropertyValue>>,
    /// Whether required columns may be empty: it has no variant, or its status is wrong.
    pub(crate) may_lack_values: bool,
    /// What is known of the text from which the whole row was read, if the table is read again and again.
    pub(crate) known: Option<KnownRow>,
}

/// What later readings of the same text need not find out again.
#[derive(Debug, Clone, Default)]
pub(crate) struct KnownRow {
    #[cfg_attr(not(feature = "tool"), allow(dead_code, reason = "only the linter compares rows"))]
    pub(crate) text_hash: u64,
    /// The checked texts, if nothing was reported about them.
    pub(crate) checked: Arc<OnceLock<CheckedTexts>>,
}

/// The texts of a row after all checks.
#[derive(Debug, Clone)]
pub(crate) struct CheckedTexts {
    pub(crate) literals: [Localized; LiteralKind::ALL.len()],
    pub(crate) message: Localized<Message>,
    /// Empty if help is literal.
    pub(crate) help: Localized<Message>,
    pub(crate) arguments: Vec<Argument>,
    pub(crate) notes: Vec<Localized>,
    /// The texts in the columns with `type = "text"`, each with the index of its column.
    pub(crate) columns: Vec<(usize, Localized)>,
}

impl DraftRow {
    /// The texts, to add those of other files.
    pub(crate) fn texts_mut(&mut self) -> &mut Texts {
        self.known = None;
        Arc::make_mut(&mut self.texts)
    }
}

/// What is needed to read a row.
pub(crate) struct Context<'a> {
    pub(crate) document: &'a Document<'a>,
    pub(crate) languages: &'a Languages,
    pub(crate) enums: &'a [DraftEnum],
    pub(crate) properties: &'a [DraftProperty],
    /// Whether there is room for their values.
    pub(crate) has_room: bool,
    pub(crate) notation: &'a Notation,
}

/// Every row of `[code]` or of `[range]`, in the order of the file.
pub(crate) fn read_all(
    context: &Context<'_>,
    key: &str,
    rows: &Table<'_>,
    out: &mut Vec<DraftRow>,
    sink: &mut Sink,
) {
    let file = context.document.file;
    let properties = SortedNames::new(context.properties.iter().map(|property| property.name.as_str()));
    for entry in rows.in_file_order() {
        let (span, value) = (entry.key.span.clone(), &entry.value);
        let header = [key, &file.text[span.clone()]];
        let label = Located::new(entry.key.name.clone().into_owned(), file.place(span));
        if context.notation.text().is_some()
            && value.as_table().is_some_and(|table| is_split(table, &properties))
        {
            let whole = format!("{}.{}", label.value, rest(value, &properties));
            sink.report(label.place, &Violation::SplitValue { key: key.to_owned(), whole });
            continue;
        }
        let extent = extent(key, &label, context.notation, sink);
        if let Some(table) = table(file, &label.value, value, sink) {
            let fields = Fields::open_with(file, table, &schema::ROW, &properties, sink);
            out.push(row(context, label, &header, extent, &fields, sink));
        }
    }
}

/// Whether this is how TOML reads a value with dots: tables in tables, with no key or column of a row.
fn is_split(table: &Table<'_>, columns: &SortedNames<'_>) -> bool {
    let mut entries = table.entries().iter();
    let is_known = |name: &str| schema::ROW.key(name).is_some() || columns.contains(name);
    !table.is_empty() && entries.all(|entry| entry.value.as_table().is_some() && !is_known(&entry.key.name))
}

/// The part after the first dot of such a value.
fn rest(value: &Value<'_>, columns: &SortedNames<'_>) -> String {
    let first =
        value.as_table().filter(|table| is_split(table, columns)).and_then(|table| table.entries().first());
    let Some(entry) = first else { return String::new() };
    let (first, rest) = (&entry.key.name, rest(&entry.value, columns));
    if rest.is_empty() { first.to_string() } else { format!("{first}.{rest}") }
}

fn row(
    context: &Context<'_>,
    label: Located<String>,
    header: &[&str; 2],
    extent: Option<Extent>,
    fields: &Fields<'_>,
    sink: &mut Sink,
) -> DraftRow {
    let is_damaged = context.document.is_damaged_at(label.place.span.start);
    let status = match status(fields, sink) {
        Slot::Missing if is_damaged => Slot::Broken,
        status => status,
    };
    let default_status = default_status(header[0], context.notation);
    let default_symbol = || extent.filter(|_| !is_damaged).and_then(|extent| context.notation.symbol(extent));
    let may_lack_values = matches!(status, Slot::Good(Status::Retired) | Slot::Broken);
    // A wrong value has been reported, and may be the only error.
    let may_lack_symbol = is_damaged || extent.is_none() && context.notation.has_default_symbols();
    DraftRow {
        symbol: symbol(fields, &label, default_symbol, may_lack_symbol, sink),
        aliases: fields
            .texts("aliases", sink)
            .into_iter()
            .filter(|alias| check_symbol(alias, sink))
            .collect(),
        variant: variant(fields, sink),
        replaced_by: replaced_by(fields, context.notation, sink)
            .filter(|value| check_replaced(&status, value, default_status, sink)),
        opaque: OpaqueKey::ALL.map(|key| Some(fields.text(key.name(), sink).good()?.value)),
        references: fields.texts("reference", sink).into_iter().map(|reference| reference.value).collect(),
        texts: Arc::new(texts::read(
            fields,
            header,
            text_columns(if context.has_room { context.properties } else { &[] }),
            context.languages,
            sink,
        )),
        comment: fields.text("comment", sink).good().map(|comment| comment.value),
        arguments: arguments(fields, context.enums, sink),
        properties: properties(context, RowKind::of(extent, may_lack_values), &label.place, fields, sink),
        may_lack_values,
        place: label.place,
        label: label.value,
        extent,
        is_duplicate: false,
        is_damaged,
        known: None,
        status: status.good().unwrap_or(default_status),
    }
}

/// The symbol: that of the row, otherwise the default, at the place of the value.
fn symbol(
    fields: &Fields<'_>,
    row: &Located<String>,
    default: impl FnOnce() -> Option<String>,
    may_lack: bool,
    sink: &mut Sink,
) -> Option<Located<String>> {
    match fields.text("symbol", sink) {
        Slot::Good(symbol) => check_symbol(&symbol, sink).then_some(symbol),
        Slot::Broken => None,
        Slot::Missing => {
            let default = default();
            if default.is_none() && !may_lack {
                let violation =
                    Violation::MissingKey {
                        key: "symbol", parent: Word::TheRow, example: "symbol = \"…\""
                    };
                sink.report(row.place.clone(), &violation);
            }
            default.map(|symbol| Located::new(symbol, row.place.clone()))
        }
    }
}

/// "Letters, digits, `_`."
fn check_symbol(symbol: &Located<String>, sink: &mut Sink) -> bool {
    let is_good = is_symbol(&symbol.value);
    if !is_good {
        sink.report(symbol.place.clone(), &Violation::InvalidSymbol { symbol: Quoted::new(&symbol.value) });
    }
    is_good
}

/// "The Rust name, where the one made from the symbol would clash or read badly."
fn variant(fields: &Fields<'_>, sink: &mut Sink) -> Option<Located<String>> {
    let variant = fields.text("variant", sink).good()?;
    if is_identifier(&variant.value) {
        return Some(variant);
    }
    sink.report(variant.place, &Violation::InvalidVariant { name: Quoted::new(&variant.value) });
    None
}

fn status(fields: &Fields<'_>, sink: &mut Sink) -> Slot<Status> {
    fields.text("status", sink).and_then(|name| {
        let known = Status::named(&name.value);
        if known.is_none() {
            let guess = Guess::new(&name.value, Status::NAMES);
            sink.report(name.place, &Violation::UnknownStatus { found: Quoted::new(&name.value), guess });
        }
        known
    })
}

/// "assigned (default for a code), … unassigned" (the default for a range). A range of words is only a heading.
fn default_status(key: &str, notation: &Notation) -> Status {
    let is_heading = notation.repr.as_ref().is_some_and(Repr::is_name);
    if key == "range" && !is_heading { Status::Unassigned } else { Status::Assigned }
}

/// A value in the form of headers: a text, or a number without quotes.
fn replaced_by(fields: &Fields<'_>, notation: &Notation, sink: &mut Sink) -> Option<Located<i128>> {
    let file = fields.file;
    let value = &fields.get("replaced_by", sink).good()?.value;
    let place = file.place(value.span.clone());
    let text = match value.kind {
        Kind::Integer(number) => match (number.value(), number.radix()) {
            (Some(number), 10) => number.to_string(),
            (Some(number), _) => format!("0x{number:x}"),
            (None, _) => number.to_string(),
        },
        _ => text(file, "replaced_by", value, sink)?.value,
    };
    let value = single_value(&Located::new(text, place.clone()), notation, sink)?;
    Some(Located::new(value, place))
}

/// Only a deprecated or retired row has a replacement. A misspelt status may be one of these.
fn check_replaced(status: &Slot<Status>, value: &Located<i128>, default: Status, sink: &mut Sink) -> bool {
    let status = match status {
        Slot::Good(status) => *status,
        Slot::Missing => default,
        Slot::Broken => return true,
    };
    let is_good = matches!(status, Status::Deprecated | Status::Retired);
    if !is_good {
        sink.report(value.place.clone(), &Violation::ReplacedStatus { status: status.name() });
    }
    is_good
}

/// How a row relates to a column that needs values.
#[derive(Clone, Copy, PartialEq)]
enum RowKind {
    Code,
    Range,
    /// It has no variant.
    Retired,
}

impl RowKind {
    fn of(extent: Option<Extent>, is_retired: bool) -> Self {
        match extent {
            _ if is_retired => Self::Retired,
            Some(Extent::Range(..)) => Self::Range,
            Some(Extent::Code(_)) | None => Self::Code,
        }
    }
}

/// The value of each column: the row's own, otherwise the default, otherwise that for rows without a value. Texts are not
/// among them.
fn properties(
    context: &Context<'_>,
    row: RowKind,
    place: &Place,
    fields: &Fields<'_>,
    sink: &mut Sink,
) -> Vec<Option<PropertyValue>> {
    let columns = if context.has_room { context.properties } else { &[] };
    let value = |column: &DraftProperty| {
        let (kind, entry) = (column.kind.as_ref()?, fields.any(&column.name));
        if *kind == PropertyKind::Text {
            return None;
        }
        if let Some(entry) = entry {
            return property_value(fields.file, &column.name, (kind, context.enums), &entry.value, sink)
                .or_else(|| column.default.clone());
        }
        if column.default.is_some() {
            return column.default.clone();
        }
        let is_required = column.is_required && (row == RowKind::Code || column.otherwise.is_none());
        if is_required && row != RowKind::Retired {
            if !fields.has_slip(&column.name) {
                sink.report(place.clone(), &Violation::RequiredValue { name: Quoted::new(&column.name) });
            }
            return None;
        }
        column.otherwise.clone()
    };
    columns.iter().map(value).collect()
}

/// The values of a row of `[code]` or `[range]`; errors are reported.
pub(crate) fn extent(
    key: &str,
    header: &Located<String>,
    notation: &Notation,
    sink: &mut Sink,
) -> Option<Extent> {
    let (extent, violation) = find(key, &header.value, notation);
    if let Some(violation) = violation {
        sink.report(header.place.clone(), &violation);
    }
    extent
}

/// A value outside of a header; errors are reported.
fn single_value(text: &Located<String>, notation: &Notation, sink: &mut Sink) -> Option<i128> {
    if notation.lacks("code", &text.value) {
        let value = shown(&text.value);
        sink.report(text.place.clone(), &Violation::UnknownReplacement { value });
        return None;
    }
    extent("code", text, notation, sink).map(Extent::first)
}

/// An argument of the contract.
#[derive(Debug, Clone)]
pub(crate) struct DraftArgument {
    pub(crate) name: String,
    pub(crate) place: Place,
    /// `None` if the declaration is wrong.
    pub(crate) kind: Option<ArgumentKind>,
    pub(crate) words: Words,
}

/// The arguments in the order of the file, and the place of `args`; `None` if the row has no `args`.
fn arguments(fields: &Fields<'_>, enums: &[DraftEnum], sink: &mut Sink) -> Slot<Located<Vec<DraftArgument>>> {
    let file = fields.file;
    fields.table("args", sink).and_then(|args| {
        let mut arguments = Vec::new();
        for Entry { key, value } in args.value.in_file_order() {
            let name = Located::new(key.name.clone().into_owned(), file.place(key.span.clone()));
            let kind = match value.is_array() {
                true => listed_words(file, &name, value, sink),
                false => argument_kind(file, &name.value, value, enums, sink),
            };
            let (kind, words) = kind.map_or((None, Words::None), |(kind, words)| (Some(kind), words));
            if check_name(&name, sink) {
                arguments.push(DraftArgument { name: name.value, place: name.place, kind, words });
            }
        }
        Some(Located::new(arguments, args.place))
    })
}

/// One of the kinds, or an enum of the table.
fn argument_kind(
    file: File<'_>,
    argument: &str,
    value: &Value<'_>,
    enums: &[DraftEnum],
    sink: &mut Sink,
) -> Option<(ArgumentKind, Words)> {
    if value.as_str().is_none() {
        wrong_type(file, argument, value, ValueType::ArgumentKind, sink);
        return None;
    }
    let name = text(file, argument, value, sink)?;
    if let Some(kind) = ArgumentKind::named(&name.value) {
        return Some((kind, Words::None));
    }
    if let Some(index) = enums.iter().position(|one| one.name == name.value) {
        return Some((ArgumentKind::Word, Words::Enum { index, name: name.value }));
    }
    let names = enums.iter().map(|one| one.name.as_str());
    let guess = Guess::among(&name.value, ArgumentKind::NAMES.into_iter().chain(names));
    sink.report(name.place, &Violation::UnknownArgumentKind { found: Quoted::new(&name.value), guess });
    None
}

/// The words of an argument without an enum: at least one, and none twice.
fn listed_words(
    file: File<'_>,
    argument: &Located<String>,
    list: &Value<'_>,
    sink: &mut Sink,
) -> Option<(ArgumentKind, Words)> {
    let count = list.items().len();
    if count == 0 || count > MOST_WORDS {
        let name = Quoted::new(&argument.value);
        let violation = match count {
            0 => Violation::NoListedWords { name },
            _ => Violation::TooManyListedWords { name, count, most: MOST_WORDS },
        };
        sink.report(file.place(list.span.clone()), &violation);
        return None;
    }
    let words: Vec<_> = list.items().iter().map(|word| text(file, &argument.value, word, sink)).collect();
    let words: Vec<_> = words.into_iter().collect::<Option<_>>()?;
    let mut known: HashMap<&str, &Place> = HashMap::new();
    let mut is_good = true;
    for word in &words {
        let quoted = Quoted::new(&word.value);
        if word.value.contains(['\t', '\n']) {
            sink.report(word.place.clone(), &Violation::ListedLines { word: quoted });
            is_good = false;
        } else if let Some(first) = known.insert(&word.value, &word.place) {
            sink.report_between(word.place.clone(), first, &Violation::ListedTwice { word: quoted });
            is_good = false;
        }
    }
    let words = words.into_iter().map(|word| word.value).collect();
    is_good.then_some((ArgumentKind::Listed, Words::List(words)))
}
