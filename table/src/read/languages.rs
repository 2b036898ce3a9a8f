//! The languages of the table, and `[language.…]`: the settings of each.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, HashSet};

use crate::canonical_tag;
use crate::model::{Policy, Selector};
use crate::plural::{self, Categories};
use crate::read::fields::{Fields, Located, Required, Slot, table, text};
use crate::report::{Guess, Quoted, Sink, Violation};
use crate::schema;
use crate::source::Place;
use crate::syntax::{Entry, Table};

/// No one writes a table in more languages than this.
const MOST: usize = 1_000;

/// The maximum number of fallbacks of a language.
const MOST_FALLBACKS: usize = 16;

/// The maximum number of texts of all rows. Texts that are missing in a language count, since each takes memory.
const MOST_TEXTS: usize = 4_000_000;

/// The languages in the order of the file, the default language first. Never empty.
#[derive(Debug)]
pub(crate) struct Languages {
    pub(crate) list: Vec<DraftLanguage>,
    /// Whether the table names no languages, so that the languages of its texts cannot be checked.
    pub(crate) assumed: bool,
    columns: BTreeMap<String, usize>,
    /// Tags that have been reported: where they are listed, or at their first text.
    refused: RefCell<HashSet<String>>,
    /// Whether a text has a tag that is not listed.
    pub(crate) has_unknown: Cell<bool>,
    /// The listed tags that are invalid.
    invalid: Vec<String>,
    /// The number of texts that there is still room for; `None` once that was exceeded.
    room: Cell<Option<usize>>,
}

/// A language and its settings.
#[derive(Debug)]
pub(crate) struct DraftLanguage {
    pub(crate) tag: String,
    /// The place of its settings, otherwise the place where it is listed.
    pub(crate) place: Place,
    pub(crate) policy: Policy,
    /// The languages in which a missing text is looked for, before the default language.
    pub(crate) fallback: Vec<usize>,
    pub(crate) file: Option<Located<String>>,
    /// Whether its file was read to the end, so that a text that was not found is missing.
    pub(crate) is_complete: bool,
    /// The plural rules of each language, for messages with a choice.
    cardinals: OnceCell<Option<Categories>>,
    ordinals: OnceCell<Option<Categories>>,
}

impl Languages {
    /// The default language of a table that is not available, and the language of a file for it.
    pub(crate) fn of_file(default: &str, tag: &str, table: &Place) -> Self {
        let (columns, refused) = (BTreeMap::new(), RefCell::default());
        let list = [default, tag].map(|tag| DraftLanguage::new(tag.to_owned(), table.clone())).into();
        let (has_unknown, room) = (Cell::new(false), Cell::new(Some(MOST_TEXTS)));
        let invalid = Vec::new();
        Self { list, assumed: false, columns, refused, has_unknown, invalid, room }
    }

    pub(crate) fn default_tag(&self) -> &str {
        &self.list[0].tag
    }

    /// The column of a language; a tag that the table does not list is reported.
    pub(crate) fn column(&self, tag: &str, place: impl FnOnce() -> Place, sink: &mut Sink) -> Option<usize> {
        let column = self.columns.get(tag).or_else(|| self.columns.get(&tag.to_ascii_lowercase()));
        if column.is_none() && !self.assumed && self.refused.borrow_mut().insert(tag.to_owned()) {
            self.has_unknown.set(true);
            // `it` follows from `it_IT`.
            if self.invalid.iter().any(|invalid| invalid.starts_with(tag)) {
                return None;
            }
            let guess = Guess::among(tag, self.list.iter().map(|language| language.tag.as_str()));
            sink.report(place(), &Violation::UnknownLanguage { tag: Quoted::new(tag), guess });
        }
        column.copied()
    }

    /// Reserves room for a text in each language; if there is not enough, that is reported.
    pub(crate) fn take_room(&self, place: impl FnOnce() -> Place, sink: &mut Sink) -> bool {
        let Some(room) = self.room.get() else { return false };
        let count = self.list.len();
        let left = room.checked_sub(count);
        if left.is_none() {
            sink.report(place(), &Violation::TooManyTexts { count, most: MOST_TEXTS });
        }
        self.room.set(left);
        left.is_some()
    }

    /// Whether a tag has been reported.
    #[cfg(feature = "tool")]
    pub(crate) fn has_refused(&self) -> bool {
        !self.refused.borrow().is_empty()
    }

    /// Reads a part of the table as if there were no other part; how many texts it takes room for, if there is as much, and
    /// how many tags in it are not listed.
    #[cfg(feature = "tool")]
    pub(crate) fn read_alone(&self, read: impl FnOnce()) -> Option<(usize, usize)> {
        let room = self.room.get()?;
        read();
        let unknown = self.refused.take().len();
        let left = self.room.replace(Some(room))?;
        Some((room - left, unknown))
    }

    /// Takes room for texts that were read alone; whether there was as much.
    #[cfg(feature = "tool")]
    pub(crate) fn spend(&self, count: usize) -> bool {
        let left = self.room.get().and_then(|room| room.checked_sub(count));
        self.room.set(left);
        left.is_some()
    }

    fn push(&mut self, tag: Located<String>, sink: &mut Sink) {
        let Some(canonical) = canonical_tag(&tag.value) else {
            sink.report(tag.place, &Violation::InvalidLanguage { tag: Quoted::new(&tag.value) });
            self.refused.borrow_mut().insert(tag.value.clone());
            self.invalid.push(tag.value);
            return;
        };
        let key = canonical.to_ascii_lowercase();
        if let Some(&first) = self.columns.get(&key) {
            let violation = Violation::DuplicateLanguage { tag: Quoted::new(&canonical) };
            sink.report_between(tag.place, &self.list[first].place, &violation);
            return;
        }
        self.columns.insert(key, self.list.len());
        self.columns.insert(canonical.clone(), self.list.len());
        self.list.push(DraftLanguage::new(canonical, tag.place));
    }
}

impl DraftLanguage {
    fn new(tag: String, place: Place) -> Self {
        let (policy, fallback, file) = (Policy::default(), Vec::new(), None);
        let (cardinals, ordinals) = (OnceCell::new(), OnceCell::new());
        Self { tag, place, policy, fallback, file, is_complete: true, cardinals, ordinals }
    }

    /// Its plural categories; `None` if CLDR does not know the language, or if words make the choice.
    pub(crate) fn categories(&self, selector: Selector) -> Option<&Categories> {
        let known = match selector {
            Selector::Plural => &self.cardinals,
            Selector::Ordinal => &self.ordinals,
            Selector::Select => return None,
        };
        known.get_or_init(|| plural::categories(&self.tag, selector)).as_ref()
    }
}

/// "BCP 47 tags; the first is the default language", and the settings of each.
pub(crate) fn read<'i>(
    fields: &Fields<'i>,
    required: &mut Required<'_>,
    settings: Option<Located<&'i Table<'i>>>,
    sink: &mut Sink,
) -> Languages {
    let mut languages = listed(fields, required, sink);
    for Entry { key, value } in settings.into_iter().flat_map(|settings| settings.value.in_file_order()) {
        let (tag, place) = (&key.name, fields.file.place(key.span.clone()));
        let Some(table) = table(fields.file, tag, value, sink) else { continue };
        let settings = Fields::open(fields.file, table, &schema::LANGUAGE, sink);
        match languages.column(tag, || place.clone(), sink) {
            Some(0) if !languages.assumed => set_default(&mut languages, place, &settings, sink),
            Some(column) => set(&mut languages, column, place, &settings, sink),
            None => {}
        }
    }
    languages
}

fn listed(fields: &Fields<'_>, required: &mut Required<'_>, sink: &mut Sink) -> Languages {
    let file = fields.file;
    let mut languages = Languages {
        list: Vec::new(),
        assumed: false,
        columns: BTreeMap::new(),
        refused: RefCell::default(),
        has_unknown: Cell::new(false),
        invalid: Vec::new(),
        room: Cell::new(Some(MOST_TEXTS)),
    };
    let list = fields.get("languages", sink);
    required.check(&list, "languages", "languages = [\"en\"]", sink);
    if let Slot::Good(Entry { value, .. }) = list {
        let place = file.place(value.span.clone());
        let tags = value.items();
        if tags.is_empty() {
            sink.report(place, &Violation::NoLanguages);
        } else if tags.len() > MOST {
            sink.report(place, &Violation::TooManyLanguages { count: tags.len(), most: MOST });
        }
        for tag in tags.iter().take(MOST) {
            if let Some(tag) = text(file, "languages", tag, sink) {
                languages.push(tag, sink);
            }
        }
    }
    if languages.list.is_empty() {
        languages.assumed = true;
        languages.list.push(DraftLanguage::new("en".to_owned(), file.place(0..0)));
        languages.columns.insert("en".to_owned(), 0);
    }
    languages
}

fn set(languages: &mut Languages, column: usize, place: Place, settings: &Fields<'_>, sink: &mut Sink) {
    let policy = policy(settings, sink);
    let fallback = fallback(languages, column, settings, sink);
    let language = &mut languages.list[column];
    (language.place, language.policy, language.fallback) = (place, policy, fallback);
    language.file = settings.text("file", sink).good();
}

/// The default language can have a file and no other setting: its texts are required, and it ends every chain.
fn set_default(languages: &mut Languages, place: Place, settings: &Fields<'_>, sink: &mut Sink) {
    for key in ["policy", "fallback"] {
        if let Some(entry) = settings.any(key) {
            let violation = Violation::DefaultLanguage { tag: Quoted::new(languages.default_tag()), key };
            sink.report(settings.file.place(entry.key.span.clone()), &violation);
        }
    }
    let language = &mut languages.list[0];
    (language.place, language.file) = (place, settings.text("file", sink).good());
}

/// "required (default): a missing text is an error; partial: a warning; draft: silent".
fn policy(settings: &Fields<'_>, sink: &mut Sink) -> Policy {
    let Slot::Good(name) = settings.text("policy", sink) else { return Policy::default() };
    let known = Policy::named(&name.value);
    if known.is_none() {
        let guess = Guess::new(&name.value, Policy::NAMES);
        sink.report(name.place, &Violation::UnknownPolicy { found: Quoted::new(&name.value), guess });
    }
    known.unwrap_or(Policy::Draft)
}

/// "where a missing text comes from": languages of the table.
fn fallback(languages: &Languages, own: usize, settings: &Fields<'_>, sink: &mut Sink) -> Vec<usize> {
    let mut fallback = Vec::new();
    let tags = settings.texts("fallback", sink);
    if let Some(tag) = tags.get(MOST_FALLBACKS) {
        let violation = Violation::TooManyFallbacks { count: tags.len(), most: MOST_FALLBACKS };
        sink.report(tag.place.clone(), &violation);
    }
    for tag in tags.into_iter().take(MOST_FALLBACKS) {
        match languages.column(&tag.value, || tag.place.clone(), sink) {
            Some(column) if column == own => {
                sink.report(tag.place, &Violation::DefaultFallback { tag: Quoted::new(&tag.value) });
            }
            Some(column) => fallback.push(column),
            None => {}
        }
    }
    fallback
}
