//! `[enum.…]`: words with a name in each language.

use std::collections::HashMap;

use crate::identifier::{is_identifier, is_keyword, is_snake_case, variant_name};
use crate::read::Languages;
use crate::read::fields::{Fields, File, Located, Slot, table, text, wrong_type};
use crate::read::texts::{Column, absent, broken, by_language, column, without_slips};
use crate::report::{Guess, Quoted, Sink, Violation};
use crate::repr::COLUMN_TYPES;
use crate::schema::{self, ArgumentKind, ValueType};
use crate::source::Place;
use crate::syntax::{Entry, Kind, Table, Value};

/// No one writes more words than this in one enum by hand.
pub(crate) const MOST_WORDS: usize = 1_000;

/// Words with names.
#[derive(Debug)]
pub(crate) struct DraftEnum {
    pub(crate) name: String,
    /// The name of the Rust enum, unless it is derived from the names of the registry and the enum.
    pub(crate) rust: Option<String>,
    /// `None` if they have errors: nothing is reported about their use.
    pub(crate) words: Option<Vec<DraftWord>>,
    pub(crate) comment: Option<String>,
}

/// A word of an enum.
#[derive(Debug)]
pub(crate) struct DraftWord {
    pub(crate) word: String,
    /// The place where it is listed.
    pub(crate) place: Place,
    /// The number of the part that it names.
    pub(crate) number: Option<i128>,
    /// Its name.
    pub(crate) name: Column,
}

/// The texts of one language, by word.
pub(crate) type Names = HashMap<String, Slot<Located<String>>>;

impl DraftEnum {
    /// The words, if they have no errors.
    pub(crate) fn known_words(&self) -> impl Iterator<Item = &str> + Clone {
        self.words.iter().flatten().map(|word| word.word.as_str())
    }
}

/// The enums in the order of the file.
pub(crate) fn read<'i>(
    file: File<'i>,
    enums: Option<&'i Table<'i>>,
    languages: &Languages,
    sink: &mut Sink,
) -> Vec<DraftEnum> {
    let mut read = Vec::new();
    let mut rust_names = HashMap::new();
    for Entry { key, value } in enums.into_iter().flat_map(Table::in_file_order) {
        let name = Located::new(key.name.clone().into_owned(), file.place(key.span.clone()));
        let Some(table) = table(file, &name.value, value, sink) else {
            read.push(unknown(&name.value));
            continue;
        };
        let fields = Fields::open(file, table, &schema::ENUM, sink);
        let is_named = check_name(&name, sink);
        let mut one = enumeration(&name, &fields, languages, sink);
        let rust = one.rust.clone().unwrap_or_else(|| variant_name(&name.value));
        if is_named
            && let Some(first) = rust_names.insert((one.rust.is_some(), rust.clone()), name.place.clone())
        {
            let violation = Violation::EnumClash { name: Quoted::new(&name.value), rust };
            sink.report_between(name.place, &first, &violation);
        }
        if !is_named {
            one.words = None;
        }
        read.push(one);
    }
    read
}

/// An enum with an error that has been reported: columns may still use it.
pub(crate) fn unknown(name: &str) -> DraftEnum {
    DraftEnum { name: name.to_owned(), rust: None, words: None, comment: None }
}

fn enumeration(
    name: &Located<String>,
    fields: &Fields<'_>,
    languages: &Languages,
    sink: &mut Sink,
) -> DraftEnum {
    let words = words(name, fields, sink);
    let known: Option<Vec<&str>> =
        words.as_ref().map(|words| words.iter().map(|(word, _)| word.value.as_str()).collect());
    let names = localized_names(fields, languages, known.as_deref(), sink);
    let rust = fields.text("rust", sink).good().filter(|rust| check_rust(rust, sink));
    DraftEnum {
        name: name.value.clone(),
        rust: rust.map(|rust| rust.value),
        words: words.map(|words| by_word(words, names, languages, sink)),
        comment: fields.text("comment", sink).good().map(|comment| comment.value),
    }
}

/// The name of an enum becomes a part of a Rust name, and columns use it as a type.
fn check_name(name: &Located<String>, sink: &mut Sink) -> bool {
    let quoted = Quoted::new(&name.value);
    let text = name.value.as_str();
    let violation = if COLUMN_TYPES.contains(&text) || ArgumentKind::NAMES.contains(&text) {
        Violation::EnumIsType { name: quoted }
    } else if is_keyword(&name.value) {
        Violation::EnumKeyword { name: quoted }
    } else if !is_snake_case(&name.value) {
        Violation::EnumName { name: quoted }
    } else {
        return true;
    };
    sink.report(name.place.clone(), &violation);
    false
}

fn check_rust(rust: &Located<String>, sink: &mut Sink) -> bool {
    let is_good =
        is_identifier(&rust.value) && rust.value.starts_with(|first: char| first.is_ascii_uppercase());
    if !is_good {
        sink.report(rust.place.clone(), &Violation::EnumRustName { name: Quoted::new(&rust.value) });
    }
    is_good
}

/// The words with their numbers: at least one word, no word or number twice, and each word a valid name of a variant.
fn words(name: &Located<String>, fields: &Fields<'_>, sink: &mut Sink) -> Option<Vec<Listed>> {
    let list = fields.get("values", sink);
    if list.is_missing() {
        sink.report(name.place.clone(), &Violation::NoWords { name: Quoted::new(&name.value) });
    }
    let list = &list.good()?.value;
    let count = list.as_table().map_or(list.items().len(), |table| table.entries().len());
    if count == 0 || count > MOST_WORDS {
        let violation = match count {
            0 => Violation::NoWords { name: Quoted::new(&name.value) },
            _ => Violation::TooManyWords { count, most: MOST_WORDS },
        };
        sink.report(fields.file.place(list.span.clone()), &violation);
        return None;
    }
    let words: Vec<_> = match list.as_table() {
        Some(table) => numbered(fields.file, table, sink)?,
        None => {
            let words = list.items().iter().map(|word| text(fields.file, "values", word, sink));
            let words: Vec<_> = words.collect();
            words.into_iter().map(|word| Some((word?, None))).collect::<Option<_>>()?
        }
    };
    let mut variants: HashMap<String, &Located<String>> = HashMap::new();
    for (word, _) in &words {
        let variant = variant_name(&word.value);
        let quoted = Quoted::new(&word.value);
        if !is_enum_word(&word.value) {
            sink.report(word.place.clone(), &Violation::WordVariant { word: quoted });
        } else if let Some(first) = variants.get(&variant) {
            let violation = match first.value == word.value {
                true => Violation::DuplicateWord { word: quoted },
                false => Violation::WordClash { word: quoted, variant },
            };
            sink.report_between(word.place.clone(), &first.place, &violation);
        } else {
            variants.insert(variant, word);
        }
    }
    (variants.len() == words.len()).then_some(words)
}

/// A word, and its number if it has one.
type Listed = (Located<String>, Option<i128>);

/// Words with numbers: `{ rpc = 1, win32 = 7 }`.
fn numbered(file: File<'_>, table: &Table<'_>, sink: &mut Sink) -> Option<Vec<Listed>> {
    let (mut words, mut is_good) = (Vec::new(), true);
    let mut numbers: HashMap<i128, Place> = HashMap::new();
    for Entry { key, value } in table.in_file_order() {
        let word = Located::new(key.name.clone().into_owned(), file.place(key.span.clone()));
        let (place, quoted) = (file.place(value.span.clone()), Quoted::new(&word.value));
        let Kind::Integer(number) = &value.kind else {
            wrong_type(file, &word.value, value, ValueType::Integer, sink);
            is_good = false;
            continue;
        };
        let number = number.value().filter(|number| (0..=i128::from(u64::MAX)).contains(number));
        let Some(number) = number else {
            sink.report(place, &Violation::WordNumber { word: quoted });
            is_good = false;
            continue;
        };
        if let Some(first) = numbers.get(&number) {
            sink.report_between(place, first, &Violation::WordNumberTwice { word: quoted, number });
            is_good = false;
        } else {
            numbers.insert(number, place);
        }
        words.push((word, Some(number)));
    }
    is_good.then_some(words)
}

fn is_enum_word(word: &str) -> bool {
    let is_made_of = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    word.bytes().all(is_made_of) && is_identifier(&variant_name(word))
}

/// Each word with its names, from the names of each language.
fn by_word(
    words: Vec<Listed>,
    mut names: Column<Names>,
    languages: &Languages,
    sink: &mut Sink,
) -> Vec<DraftWord> {
    let with_name = |(Located { value: word, place }, number): Listed| {
        let has_room = names.is_empty() || languages.take_room(|| place.clone(), sink);
        let slots = if has_room { &mut names[..] } else { &mut [] };
        let name = slots.iter_mut().map(|slot| match slot {
            Slot::Missing => Slot::Missing,
            Slot::Broken => Slot::Broken,
            Slot::Good(names) => names.value.remove(&word).unwrap_or_default(),
        });
        DraftWord { name: name.collect(), word, place, number }
    };
    words.into_iter().map(with_name).collect()
}

/// The names of the words of an enum, in each language; `words` are its words, if they are known.
fn localized_names(
    fields: &Fields<'_>,
    languages: &Languages,
    words: Option<&[&str]>,
    sink: &mut Sink,
) -> Column<Names> {
    let (file, name) = (fields.file, "name");
    let Some(Entry { key, value }) = fields.any(name) else { return absent(fields, name) };
    let is_language =
        |name: &str| languages.list.iter().any(|language| language.tag.eq_ignore_ascii_case(name));
    let is_name = |entry: &Entry<'_>| entry.value.as_str().is_some() && !is_language(&entry.key.name);
    let has_no_language = |table: &Table<'_>| !table.is_empty() && table.entries().iter().all(is_name);
    if value.as_table().is_some_and(has_no_language) {
        let tag = languages.default_tag().to_owned();
        sink.report(file.place(key.span.clone()), &Violation::NoLanguage { key: name.to_owned(), tag });
        return broken();
    }
    let column = match by_language(file, name, value, languages, sink) {
        Some(table) => column(file, table, languages, sink, |_, value, sink| {
            let place = file.place(value.span.clone());
            Some(Located::new(names(file, value, words, sink)?, place))
        }),
        None => broken(),
    };
    without_slips(column, fields, name)
}

/// The texts of one language by word; without `words`, of any words.
pub(crate) fn names(
    file: File<'_>,
    value: &Value<'_>,
    words: Option<&[&str]>,
    sink: &mut Sink,
) -> Option<Names> {
    let mut names = Names::new();
    let Some(table) = value.as_table() else {
        wrong_type(file, "name", value, ValueType::Words, sink);
        return None;
    };
    for Entry { key, value } in table.in_file_order() {
        if let Some(words) = words.filter(|words| !words.contains(&&*key.name)) {
            let guess = Guess::new(&key.name, words);
            if let Guess::Nearest(word) = &guess {
                // The name of the misspelt word is not reported as missing.
                names.entry(word.clone()).or_insert(Slot::Broken);
            }
            let violation = Violation::NameOfNoWord { word: Quoted::new(&key.name), guess };
            sink.report(file.place(key.span.clone()), &violation);
            continue;
        }
        names.insert(key.name.clone().into_owned(), text(file, &key.name, value, sink).into());
    }
    Some(names)
}
