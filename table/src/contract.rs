//! What other crates need to know about a registry whose table they cannot read: symbols, values, arguments, and which
//! texts exist. It contains no texts and no line numbers, so it changes only if one of these changes.
//!
//! It is one string in the hidden macro beside the enum. Fields are separated by tabs, which symbols, tags, labels,
//! arguments and paths cannot contain. A registry can have thousands of rows, a derive uses a few, and macros usually
//! run unoptimised: so rows are only read when they are looked up, by binary search.
//!
//! ```text
//! the type of the values  default language  unlisted  notes  [ before after width radix ]      of the label
//!                                                            { before  shift  bits  width  radix }*     of its parts
//! argument kinds in use                                                        { kind | index of its words }*
//! places that use arguments                                                    { language  file }*
//! enums, and the words that rows list, which have no name                      { name  count  { word }* }*
//! columns with texts                                                           { name }*
//! number of rows
//! code|range  state  first  last  around  variant  symbol  texts  { argument  kind  place }*     kind, place: indexes
//! name  row                                                                    sorted by name
//! ```
//!
//! A word of an enum is followed by `+` if the default language has a name for it, otherwise by `-`.
//!
//! If values are words, `last` is the word, and `first` its index.
//!
//! `texts` has a letter for each kind that the default language has, then the number of notes, then the columns in which it has
//! a text, as indexes after colons: `nm2:0`.

use std::collections::BTreeMap;

use crate::Radix;
use crate::model::{EnumWord, Enumeration, Localized, Message, Piece, Row, Status, Table, Words};
use crate::repr::{Label, NameList, PartForm, Repr};
use crate::schema::{ArgumentKind, TextKind};
use crate::source::Place;
use crate::{Reading, variant_name};

/// Writes the contract of a table; `columns` are those whose messages the languages compiled in use.
///
/// `folder` is that of the package in its workspace, and is put before the path of a file.
pub fn write(reading: &Reading, folder: &str, columns: &dyn Fn(&Localized<Message>) -> Vec<usize>) -> String {
    let rows = &reading.table.rows;
    let mut uses = Uses { folder, ..Uses::default() };
    let lines: Vec<String> = rows
        .iter()
        .zip(reading.table.around())
        .map(|(row, around)| line(reading, columns, row, around, &mut uses))
        .collect();
    let names = names(reading).into_iter().map(|(name, row)| format!("{name}\t{row}"));
    let head = [
        head(reading),
        uses.kinds.join("\t"),
        uses.places.join("\t"),
        all_words(&reading.table, &uses.lists),
        reading.table.text_columns().map(|(_, column)| column.name.as_str()).collect::<Vec<_>>().join("\t"),
        rows.len().to_string(),
    ];
    head.into_iter().chain(lines).chain(names).collect::<Vec<_>>().join("\n")
}

/// What rows refer to by index.
#[derive(Default)]
struct Uses<'a> {
    folder: &'a str,
    /// The names of kinds, and indexes of words.
    kinds: Vec<String>,
    /// The words that rows list.
    lists: Vec<&'a [String]>,
    /// Languages, each with a file.
    places: Vec<String>,
}

/// The index of an item, which is added if it is new.
fn index_of<T: PartialEq>(items: &mut Vec<T>, item: T) -> usize {
    items.iter().position(|known| *known == item).unwrap_or_else(|| {
        items.push(item);
        items.len() - 1
    })
}

fn head(reading: &Reading) -> String {
    let table = &reading.table;
    let repr = match &table.repr {
        Repr::Str(length) => length.to_string(),
        integer => integer.name().to_owned(),
    };
    let (tag, unlisted) = (&table.languages[0].tag, table.unlisted.as_deref().unwrap_or_default());
    let mut head = format!("{repr}\t{tag}\t{unlisted}\t{}", table.notes.len());
    if let Some(Label { before, after, width, radix, parts, .. }) = &table.label {
        head += &format!("\t{before}\t{after}\t{width}\t{}", radix.letter());
        for PartForm { before, shift, bits, width, radix, .. } in parts {
            head += &format!("\t{before}\t{shift}\t{bits}\t{width}\t{}", radix.letter());
        }
    }
    head
}

fn all_words(table: &Table, lists: &[&[String]]) -> String {
    let mut fields = Vec::new();
    for Enumeration { name, words, .. } in &table.enums {
        fields.extend([name.clone(), words.len().to_string()]);
        let mark = |word: &EnumWord| if word.name.get(0).is_some() { NAMED } else { NAMELESS };
        fields.extend(words.iter().map(|word| format!("{}{}", word.word, mark(word))));
    }
    for words in lists {
        fields.extend([String::new(), words.len().to_string()]);
        fields.extend(words.iter().cloned());
    }
    fields.join("\t")
}

/// The mark of a word that the default language has a name for.
const NAMED: char = '+';

/// The mark of any other word of an enum.
const NAMELESS: char = '-';

fn line<'a>(
    reading: &Reading,
    columns: &dyn Fn(&Localized<Message>) -> Vec<usize>,
    row: &'a Row,
    around: Option<usize>,
    uses: &mut Uses<'a>,
) -> String {
    let kind = if row.extent.is_range() { "range" } else { "code" };
    let (first, last) = (row.extent.first(), row.extent.last());
    let around = around.map(|index| index.to_string()).unwrap_or_default();
    let (state, variant) = (state(reading, row), variant(reading, row));
    let (texts, repr) = (texts(&reading.table, row), &reading.table.repr);
    let last = if repr.is_name() { repr.show(last) } else { last.to_string() };
    let mut line = format!("{kind}\t{state}\t{first}\t{last}\t{around}\t{variant}\t{}\t{texts}", row.symbol);
    for (index, argument) in row.arguments.iter().enumerate() {
        let name = &argument.name;
        let kind = match &argument.words {
            Words::None => argument.kind.name().to_owned(),
            Words::Enum { index, .. } => index.to_string(),
            Words::List(words) => {
                let lists = index_of(&mut uses.lists, words);
                (reading.table.enums.len() + lists).to_string()
            }
        };
        let kind = index_of(&mut uses.kinds, kind);
        let place = first_use(reading, columns, row, index);
        let place =
            place.map(|(tag, file)| index_of(&mut uses.places, format!("{tag}\t{}{file}", uses.folder)));
        let place = place.map(|place| place.to_string()).unwrap_or_default();
        line += &format!("\t{name}\t{kind}\t{place}");
    }
    line
}

/// The kinds of text that the default language has, and the number of notes.
fn texts(table: &Table, row: &Row) -> String {
    let there = TextKind::STORED.into_iter().filter(|kind| row.has_text(*kind, 0));
    let letters: String = there.filter_map(|kind| kind.info().letter).collect();
    let has_text = |at| row.column_text(at).is_some_and(|texts| texts.get(0).is_some());
    let columns = table.text_columns().enumerate().filter(|(_, (at, _))| has_text(*at));
    let columns: String = columns.map(|(number, _)| format!(":{number}")).collect();
    format!("{letters}{}{columns}", row.notes.len())
}

/// Whether a derive may use the row; for a retired row, its replacement.
fn state(reading: &Reading, row: &Row) -> String {
    match row.status {
        Status::Deprecated => "deprecated".to_owned(),
        Status::Retired => {
            let successor = row.replaced_by.and_then(|value| reading.table.row_of(value));
            successor.map_or_else(|| "retired".to_owned(), |row| format!("retired {}", row.symbol))
        }
        _ => "usable".to_owned(),
    }
}

/// The variant of a row; for a retired row, its former name.
fn variant(reading: &Reading, row: &Row) -> String {
    let symbol = row.symbol.strip_prefix(&reading.table.prefix).unwrap_or(&row.symbol);
    row.variant.clone().unwrap_or_else(|| variant_name(symbol))
}

fn is_retired(row: &Row) -> bool {
    row.status == Status::Retired
}

/// The row of each name. A symbol or an alias takes precedence over a variant, and a row in use over a retired one.
fn names(reading: &Reading) -> BTreeMap<String, usize> {
    let mut names = BTreeMap::new();
    // A range whose values are all taken by other rows has no variant, and never had one.
    let known = |(_, row): &(usize, &Row)| row.variant.is_some() || is_retired(row);
    let rows = || reading.table.rows.iter().enumerate().filter(known);
    let all = |retired: bool| rows().filter(move |(_, row)| is_retired(row) == retired);
    for retired in [false, true] {
        for (index, row) in all(retired) {
            for symbol in std::iter::once(&row.symbol).chain(&row.aliases) {
                names.entry(symbol.clone()).or_insert(index);
            }
        }
    }
    for retired in [false, true] {
        for (index, row) in all(retired) {
            names.entry(variant(reading, row)).or_insert(index);
        }
    }
    names
}

/// The first language compiled in whose message or help uses the argument, and the file of that text.
fn first_use(
    reading: &Reading,
    columns: &dyn Fn(&Localized<Message>) -> Vec<usize>,
    row: &Row,
    argument: usize,
) -> Option<(String, String)> {
    let used = |texts: &Localized<Message>, places: &Localized<Place>| {
        let uses = |&column: &usize| texts.get(column).is_some_and(|text| names_argument(text, argument));
        let column = columns(texts).into_iter().find(uses)?;
        let source = reading.sources.get(places.get(column)?.source)?;
        Some((reading.table.languages[column].tag.to_string(), source.path.clone()))
    };
    used(&row.message, &row.message_places).or_else(|| used(&row.help_message, &row.help_places))
}

fn names_argument(message: &Message, argument: usize) -> bool {
    match message {
        Message::Pattern(pieces) => pieces.contains(&Piece::Argument(argument)),
        Message::Choice(choice) => {
            choice.argument == argument
                || choice.all_cases().any(|(_, message)| names_argument(message, argument))
        }
    }
}

/// The contract of a registry.
#[derive(Debug)]
pub struct Contract<'t> {
    /// The type of the values.
    pub repr: Repr,
    /// How values are shown to people.
    pub(crate) label: Option<Label>,
    /// The default language.
    pub(crate) tag: &'t str,
    /// The variant for unlisted values.
    pub(crate) unlisted: Option<&'t str>,
    /// The number of notes on the registry as a whole.
    pub(crate) notes: usize,
    /// The kinds of arguments, each with the index of its words.
    kinds: Vec<(ArgumentKind, Option<usize>)>,
    /// Languages, each with a file.
    places: Vec<&'t str>,
    /// The enums in the order of the table, then the words that rows list.
    pub(crate) words: Vec<WordsOf<'t>>,
    /// The names of the columns with texts.
    pub(crate) text_columns: Vec<&'t str>,
    rows: Vec<&'t str>,
    names: Vec<&'t str>,
}

/// A row.
#[derive(Debug, Clone)]
pub struct Entry<'t> {
    /// Whether it is a range.
    pub is_range: bool,
    /// Its place among all rows of the table.
    pub index: usize,
    /// Whether a derive may use it.
    pub state: State<'t>,
    /// The least value.
    pub first: i128,
    /// The greatest value.
    pub last: i128,
    around: Option<usize>,
    /// The variant.
    pub variant: &'t str,
    /// The symbol, prefix and all.
    pub symbol: &'t str,
    texts: &'t str,
    /// The arguments of its message.
    pub arguments: Vec<ContractArgument<'t>>,
}

/// An enum of words, or words that a row lists.
#[derive(Debug)]
pub(crate) struct WordsOf<'t> {
    /// Its name in tables and language files; empty if it is not an enum.
    pub(crate) name: &'t str,
    /// Each word, and whether the default language has a name for it.
    pub(crate) words: Vec<(&'t str, bool)>,
}

/// Whether a derive may use a row.
#[derive(Debug, Clone, Copy)]
pub enum State<'t> {
    /// It may.
    Usable,
    /// It may, with a warning.
    Deprecated,
    /// It may not.
    Retired {
        /// The symbol of the replacement.
        successor: Option<&'t str>,
    },
}

/// An argument of a message.
#[derive(Debug, Clone, Copy)]
pub struct ContractArgument<'t> {
    /// The name between braces.
    pub name: &'t str,
    /// Its kind.
    pub kind: ArgumentKind,
    /// The index of its words; that of the enum in the table if its kind is [`ArgumentKind::Word`].
    pub words: Option<usize>,
    /// The first language whose message uses it; empty if none does.
    pub language: &'t str,
    /// The file of that message.
    pub file: &'t str,
}

impl<'t> Contract<'t> {
    /// Reads the output of [`write`].
    ///
    /// # Errors
    /// If it was written by another version of this crate, whose format differs or which knows other kinds of
    /// arguments.
    pub fn read(text: &'t str) -> Result<Self, String> {
        let read = Self::read_known(text);
        read.ok_or_else(|| {
            "another version of code-registry wrote this registry; use the same version".to_owned()
        })
    }

    fn read_known(text: &'t str) -> Option<Self> {
        let mut lines = text.lines();
        let mut head = lines.next()?.split('\t');
        let repr = head.next()?;
        let types = Repr::INTEGERS.into_iter().chain([Repr::Name(NameList::default())]);
        let known = types.into_iter().find(|known| known.name() == repr);
        let mut repr = known.or_else(|| repr.parse().ok().map(Repr::Str))?;
        let tag = head.next()?;
        let unlisted = Some(head.next()?).filter(|name| !name.is_empty());
        let notes = head.next()?.parse().ok()?;
        let label = label(&mut head, &repr);
        let kinds = fields(lines.next()?);
        let places = fields(lines.next()?).collect();
        let words: Vec<WordsOf<'_>> = words(lines.next()?).collect();
        let kinds = kinds.map(|kind| {
            let Ok(index) = kind.parse::<usize>() else { return Some((ArgumentKind::named(kind)?, None)) };
            let is_enum = !words.get(index)?.name.is_empty();
            Some((if is_enum { ArgumentKind::Word } else { ArgumentKind::Listed }, Some(index)))
        });
        let kinds = kinds.collect::<Option<_>>()?;
        let text_columns = fields(lines.next()?).collect();
        let count = lines.next()?.parse().ok()?;
        let rows: Vec<&str> = lines.by_ref().take(count).collect();
        if repr.is_name() {
            repr = Repr::Name(NameList::new(rows.iter().filter_map(|line| word(line))));
        }
        let names = lines.collect();
        Some(Self { repr, label, tag, unlisted, notes, kinds, places, words, text_columns, rows, names })
    }

    /// The enums of the table.
    pub(crate) fn enums(&self) -> impl Iterator<Item = &WordsOf<'t>> {
        self.words.iter().filter(|words| !words.name.is_empty())
    }

    /// The words of an argument.
    pub(crate) fn words_of(&self, wanted: &ContractArgument<'_>) -> Option<&WordsOf<'t>> {
        self.words.get(wanted.words?)
    }

    /// The declaration of an argument, as far as an error type needs it.
    pub fn declaration(&self, wanted: &ContractArgument<'t>) -> &'t str {
        match self.words_of(wanted) {
            Some(words) if wanted.kind == ArgumentKind::Word => words.name,
            _ => wanted.kind.name(),
        }
    }

    /// The row of a symbol, an alias or a variant's name.
    pub fn named(&self, name: &str) -> Option<Entry<'t>> {
        let name_of = |line: &&'t str| line.split_once('\t').map_or("", |(name, _)| name);
        let index = self.names.binary_search_by(|line| name_of(line).cmp(name)).ok()?;
        let (_, row) = self.names[index].split_once('\t')?;
        self.row(row.parse().ok()?)
    }

    /// The row that a value belongs to: its code, otherwise the innermost range.
    pub fn valued(&self, value: i128) -> Option<Entry<'t>> {
        let after = self.rows.partition_point(|line| first(line).is_some_and(|first| first <= value));
        let mut row = self.row(after.checked_sub(1)?)?;
        while row.last < value {
            row = self.row(row.around?)?;
        }
        Some(row)
    }

    /// Every row of the table, in its order.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Entry<'t>> {
        (0..self.rows.len()).filter_map(|index| self.row(index))
    }

    /// The symbol of every code that may be used.
    pub fn symbols(&self) -> impl Iterator<Item = &'t str> {
        self.rows().filter(Entry::is_code_in_use).map(|row| row.symbol)
    }

    /// Every name of every code that may be used.
    pub fn names(&self) -> impl Iterator<Item = &'t str> {
        self.names.iter().filter_map(|line| {
            let (name, row) = line.split_once('\t')?;
            self.row(row.parse().ok()?)?.is_code_in_use().then_some(name)
        })
    }

    fn row(&self, index: usize) -> Option<Entry<'t>> {
        let mut fields = self.rows.get(index)?.split('\t');
        let is_range = fields.next()? == "range";
        let state = State::read(fields.next()?);
        let (first, last) = (fields.next()?.parse().ok()?, fields.next()?);
        let last = if self.repr.is_name() { first } else { last.parse().ok()? };
        let around = fields.next()?.parse().ok();
        let variant = fields.next()?;
        let symbol = fields.next()?;
        let texts = fields.next()?;
        let mut arguments = Vec::new();
        while let Some(name) = fields.next() {
            arguments.push(self.argument(name, fields.next()?, fields.next()?)?);
        }
        Some(Entry { is_range, index, state, first, last, around, variant, symbol, texts, arguments })
    }

    fn argument(&self, name: &'t str, kind: &str, place: &str) -> Option<ContractArgument<'t>> {
        let (kind, words) = *self.kinds.get(kind.parse::<usize>().ok()?)?;
        let (language, file) = match place {
            "" => ("", ""),
            index => {
                let first = 2 * index.parse::<usize>().ok()?;
                (*self.places.get(first)?, *self.places.get(first + 1)?)
            }
        };
        Some(ContractArgument { name, kind, words, language, file })
    }
}

/// The fields of a line; `None` if it is empty.
fn fields(line: &str) -> impl Iterator<Item = &str> {
    line.split('\t').filter(|_| !line.is_empty())
}

fn words(line: &str) -> impl Iterator<Item = WordsOf<'_>> {
    let mut fields = fields(line);
    core::iter::from_fn(move || {
        let name = fields.next()?;
        let count = fields.next()?.parse().ok()?;
        let words = fields.by_ref().take(count);
        let words = match name {
            "" => words.map(|word| (word, false)).collect(),
            _ => words.map(|word| (&word[..word.len().saturating_sub(1)], word.ends_with(NAMED))).collect(),
        };
        Some(WordsOf { name, words })
    })
}

fn label<'t>(fields: &mut impl Iterator<Item = &'t str>, repr: &Repr) -> Option<Label> {
    let around = [fields.next()?.to_owned(), fields.next()?.to_owned()];
    let width = fields.next()?.parse().ok()?;
    let radix = radix(fields.next()?)?;
    let mut parts = Vec::new();
    while let Some(before) = fields.next() {
        let mut number = || fields.next()?.parse().ok();
        let (shift, bits) = (number()?, number()?);
        let width = fields.next()?.parse().ok()?;
        let radix = self::radix(fields.next()?)?;
        parts.push(PartForm { name: String::new(), before: before.to_owned(), shift, bits, width, radix });
    }
    let mut label = Label::new(around, width, radix, repr.clone());
    label.parts = parts;
    Some(label)
}

/// The digits that a letter selects.
fn radix(letter: &str) -> Option<Radix> {
    Radix::ALL.into_iter().find(|known| known.letter() == letter)
}

/// The least value of a row.
fn first(line: &str) -> Option<i128> {
    line.split('\t').nth(2)?.parse().ok()
}

/// The word of a row, and whether it is a heading.
fn word<'t>(line: &&'t str) -> Option<(&'t str, bool)> {
    let mut fields = line.split('\t');
    Some((fields.nth(3)?, line.starts_with("range")))
}

impl<'t> Entry<'t> {
    /// Whether the default language has a text of this kind.
    pub(crate) fn has(&self, kind: TextKind) -> bool {
        match kind {
            TextKind::Note => self.notes() > 0,
            TextKind::Literal(_) | TextKind::Message => {
                kind.info().letter.is_some_and(|letter| self.texts.contains(letter))
            }
        }
    }

    fn is_code_in_use(&self) -> bool {
        !self.is_range && !matches!(self.state, State::Retired { .. })
    }

    /// The number of notes.
    pub(crate) fn notes(&self) -> usize {
        let texts = self.texts.split(':').next().unwrap_or_default();
        texts.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).parse().unwrap_or_default()
    }

    /// The columns in which it has a text, as indexes of the columns with texts.
    pub(crate) fn text_columns(&self) -> impl Iterator<Item = usize> {
        self.texts.split(':').skip(1).filter_map(|index| index.parse().ok())
    }
}

impl<'t> State<'t> {
    fn read(word: &'t str) -> Self {
        match word.split_once(' ') {
            Some((_, successor)) => Self::Retired { successor: Some(successor) },
            None if word == "retired" => Self::Retired { successor: None },
            None if word == "deprecated" => Self::Deprecated,
            None => Self::Usable,
        }
    }
}
