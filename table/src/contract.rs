//! What other crates need to know about a registry whose table they cannot read: symbols, values, arguments, and which
//! texts exist. It contains no texts and no line numbers, so it changes only if one of these changes.
//!
//! It is one string in the hidden macro beside the enum. Fields are separated by tabs, which symbols, tags, labels,
//! arguments and paths cannot contain. A registry can have thousands of rows, a derive uses a few, and macros usually
//! run unoptimized: so rows are only read when they are looked up, by binary search.
//!
//! ```text
//! the type of the values  default language  unlisted  notes  [ before after width radix ]      of the label
//!                                                            { before  shift  bits  width  radix }*     of its parts
//! file of the table, as seen from the workspace
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

mod writer;

pub use writer::write;

use crate::Radix;
use crate::repr::{Label, NameList, PartForm, Repr};
use crate::schema::{ArgumentKind, TextKind};

/// The mark of a word that the default language has a name for.
const NAMED: char = '+';

/// The mark of any other word of an enum.
const NAMELESS: char = '-';

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
    /// The file of the table, as seen from the workspace.
    pub file: &'t str,
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
        let file = lines.next()?;
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
        Some(Self {
            repr,
            label,
            tag,
            unlisted,
            notes,
            file,
            kinds,
            places,
            words,
            text_columns,
            rows,
            names,
        })
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
