//! Missing texts: rule 4, and the policy of each language.

use crate::model::Policy;
use crate::read::{Column, Draft, DraftEnum, DraftLanguage, DraftRow, DraftWord};
use crate::read::{Located, Slot};
use crate::report::{Argument, Fill, Missing, MissingText, Quoted, Sink, Violation, Word};
use crate::schema::TextKind;
use crate::source::{Place, Source};

/// Missing texts of a language that a message names.
const NAMED: usize = 3;

/// Missing texts of all languages that are listed. Of more, only the number is kept, and the first ones of each language.
const LISTED: usize = 20_000;

/// Reports the texts that are missing in the default or in a required language, and once per partial language all of its
/// missing texts. If more than a few are missing in a required language, they are one error too.
pub(crate) fn check(draft: &Draft, sources: &[Source], sink: &mut Sink) {
    let languages = &draft.languages.list;
    if draft.languages.assumed {
        return;
    }
    let of_language = languages.iter().map(|_| Gap::default()).collect();
    let mut gaps = Gaps { languages, texts: 0, listed: 0, of_language };
    check_title(draft, sink);
    let registry = |key| TextOf { key, owner: Owner::Registry, word: None };
    gaps.check(registry("title"), &draft.head.title, sink);
    for note in &draft.head.notes {
        gaps.check(registry(TextKind::Note.key()), note, sink);
    }
    for property in &draft.properties {
        let owner = format!("property.{}", property.name);
        for (key, column) in [("name", &property.title), ("doc", &property.doc)] {
            gaps.check(TextOf { key, owner: Owner::Named(&owner), word: None }, column, sink);
        }
    }
    for one in &draft.enums {
        gaps.check_words(one, sink);
    }
    for row in draft.rows.iter().filter(|row| !row.is_damaged && !row.is_duplicate) {
        check_speaks(row, languages, sink);
        check_required(row, draft, sink);
        let (owner, texts) = (Owner::Named(&row.label), &row.texts);
        for kind in TextKind::ALL {
            let text_of = TextOf { key: kind.key(), owner, word: None };
            match kind {
                TextKind::Literal(kind) => gaps.check(text_of, texts.literal(kind), sink),
                TextKind::Message => gaps.check(text_of, &texts.message, sink),
                TextKind::Note => texts.notes.iter().for_each(|note| gaps.check(text_of, note, sink)),
            }
        }
        for (at, column) in &texts.columns {
            let key = &draft.properties[*at].name;
            gaps.check(TextOf { key, owner, word: None }, column, sink);
        }
    }
    gaps.report_languages(draft.languages.has_unknown.get(), sources, sink);
}

/// Reports every text of a language file that has no counterpart in the default language of the registry.
pub(crate) fn check_language(draft: &Draft, sink: &mut Sink) {
    let default = draft.languages.default_tag();
    for note in &draft.head.notes {
        check_surplus(TextKind::Note.key(), note, default, sink);
    }
    for word in draft.enums.iter().flat_map(|one| one.words.iter().flatten()) {
        check_surplus("name", &word.name, default, sink);
    }
    for texts in draft.rows.iter().map(|row| &row.texts) {
        for kind in TextKind::STORED {
            let key = kind.key();
            match kind {
                TextKind::Literal(literal) => check_surplus(key, texts.literal(literal), default, sink),
                TextKind::Message => check_surplus(key, &texts.message, default, sink),
                TextKind::Note => {
                    texts.notes.iter().for_each(|note| check_surplus(key, note, default, sink));
                }
            }
        }
        for (at, column) in &texts.columns {
            check_surplus(&draft.properties[*at].name, column, default, sink);
        }
    }
}

fn check_surplus<T>(key: &str, column: &Column<T>, default: &str, sink: &mut Sink) {
    let [Slot::Missing, Slot::Good(Located { place, .. })] = &**column else { return };
    sink.report(place.clone(), &Violation::SurplusText { key: key.to_owned(), default: default.to_owned() });
}

/// Every row has a name, a description or a message in the default language.
fn check_speaks(row: &DraftRow, languages: &[DraftLanguage], sink: &mut Sink) {
    fn is_silent<T>(column: &Column<T>) -> bool {
        column.iter().all(Slot::is_missing)
    }
    let texts = &row.texts;
    if !languages[0].is_complete {
        return;
    }
    let has_text = |kind: TextKind| match kind {
        TextKind::Literal(kind) => !is_silent(texts.literal(kind)),
        TextKind::Message => !is_silent(&texts.message),
        TextKind::Note => !texts.notes.is_empty(),
    };
    if !TextKind::ALL.into_iter().any(|kind| !kind.is_optional() && has_text(kind)) {
        let place = row.place.clone();
        let (row, tag) = (Quoted::new(&row.label), languages[0].tag.clone());
        let violation = match &languages[0].file {
            Some(file) => Violation::NoTextInFile { row, file: Quoted::new(&file.value) },
            None => Violation::NoText { row, tag },
        };
        sink.report(place, &violation);
    }
}

/// Every row with a variant has a text in each required column of texts. Only in another language, it is reported as a text
/// that the default language lacks.
fn check_required(row: &DraftRow, draft: &Draft, sink: &mut Sink) {
    if row.may_lack_values || !draft.languages.list[0].is_complete {
        return;
    }
    // Without room for the values, which has been reported, rows have none.
    for (at, property) in draft.properties.iter().enumerate().take(row.properties.len()) {
        let texts = &row.texts.columns;
        let text = || texts.binary_search_by_key(&at, |(column, _)| *column).map(|own| &texts[own].1);
        let has_text = || text().is_ok_and(|text| !text.iter().all(Slot::is_missing));
        if property.is_text() && property.is_required && !has_text() {
            let violation = Violation::RequiredValue { name: Quoted::new(&property.name) };
            sink.report(row.place.clone(), &violation);
        }
    }
}

/// A default language with a file has its title there. Without a file, the title is looked for where it belongs.
fn check_title(draft: &Draft, sink: &mut Sink) {
    let default = &draft.languages.list[0];
    if let Some(file) = default.file.as_ref().filter(|_| default.is_complete && draft.head.title.is_empty()) {
        let violation = Violation::MissingTitleInFile { file: Quoted::new(&file.value) };
        sink.report(file.place.clone(), &violation);
    }
}

/// A text of the table.
#[derive(Clone, Copy)]
struct TextOf<'a> {
    key: &'a str,
    owner: Owner<'a>,
    /// The word that it is the name of.
    word: Option<&'a str>,
}

/// Whose text it is.
#[derive(Clone, Copy)]
enum Owner<'a> {
    Registry,
    /// A row, a property or a word of an enum.
    Named(&'a str),
}

impl Fill for Owner<'_> {
    fn fill(&self) -> Argument {
        match self {
            Self::Registry => Word::TheRegistry.fill(),
            Self::Named(name) => Quoted::new(name).fill(),
        }
    }
}

/// What is missing in each language.
struct Gaps<'a> {
    languages: &'a [DraftLanguage],
    /// How many texts the default language has.
    texts: usize,
    /// How many missing texts are listed.
    listed: usize,
    of_language: Vec<Gap>,
}

/// What is missing in a partial or required language.
#[derive(Default)]
struct Gap {
    count: usize,
    listed: Vec<MissingText>,
    /// An error for each of the first texts, if the language is required.
    errors: Vec<(Place, Violation)>,
}

impl Gaps<'_> {
    /// Checks one text in all languages.
    fn check<T>(&mut self, text_of: TextOf<'_>, column: &Column<T>, sink: &mut Sink) {
        match column.first() {
            Some(Slot::Good(default)) => {
                self.texts += 1;
                for (language, _) in column.iter().enumerate().filter(|(_, slot)| slot.is_missing()) {
                    self.add(text_of, language, &default.place);
                }
            }
            Some(Slot::Missing) => self.check_default(text_of.key, column, sink),
            Some(Slot::Broken) | None => {}
        }
    }

    /// If any word of an enum has a name, each word has one.
    fn check_words(&mut self, one: &DraftEnum, sink: &mut Sink) {
        let words = one.words.as_deref().unwrap_or_default();
        let is_nameless = |word: &DraftWord| word.name.iter().all(Slot::is_missing);
        let has_names = !words.iter().all(is_nameless);
        for word in words {
            let owner = format!("enum.{}.{}", one.name, word.word);
            let text_of = TextOf { key: "name", owner: Owner::Named(&owner), word: Some(&word.word) };
            if has_names && is_nameless(word) && self.languages[0].is_complete {
                sink.report(word.place.clone(), &missing_text(text_of, &self.languages[0]));
            } else {
                self.check(text_of, &word.name, sink);
            }
        }
    }

    /// The default language has every text that another language has.
    fn check_default<T>(&self, key: &str, column: &Column<T>, sink: &mut Sink) {
        let written =
            column.iter().zip(self.languages).find_map(|(slot, language)| Some((slot.as_good()?, language)));
        if let Some((Located { place, .. }, language)) = written
            && self.languages[0].is_complete
        {
            let (tag, default) = (language.tag.clone(), self.languages[0].tag.clone());
            let key = key.to_owned();
            sink.report(place.clone(), &Violation::MissingDefaultText { key, tag, default });
        }
    }

    /// "`required` (the default): a missing text is an error; `partial`: a warning; `draft`: not reported."
    fn add(&mut self, text_of: TextOf<'_>, column: usize, default: &Place) {
        let language = &self.languages[column];
        if language.policy == Policy::Draft || !language.is_complete {
            return;
        }
        let gap = &mut self.of_language[column];
        gap.count += 1;
        if self.listed < LISTED || gap.listed.len() < NAMED {
            self.listed += 1;
            gap.listed.push(MissingText::new(text_of.key.to_owned(), text_of.owner.fill(), default.clone()));
        }
        if language.policy == Policy::Partial || gap.errors.len() == NAMED {
            return;
        }
        gap.errors.push((default.clone(), missing_text(text_of, language)));
    }

    /// Reports a warning for each partial language with missing texts, and the errors of required languages.
    fn report_languages(self, has_unknown: bool, sources: &[Source], sink: &mut Sink) {
        for (language, Gap { count, listed, errors }) in self.languages.iter().zip(self.of_language) {
            // Its tag is misspelt, or that of the texts is, which has been reported.
            let is_misspelt = has_unknown && count == self.texts;
            if count == 0 || (is_misspelt && language.policy == Policy::Required) {
                continue;
            }
            let place = language.place.clone();
            let missing = missing(listed, count, sources);
            match language.policy {
                Policy::Required if count > NAMED => sink.report(place, &required(language, missing)),
                Policy::Required => {
                    errors.iter().for_each(|(place, error)| sink.report(place.clone(), error));
                }
                Policy::Partial | Policy::Draft => sink.report(place, &partial(language, missing)),
            }
        }
    }
}

/// A text that is missing in a required language.
fn missing_text(text_of: TextOf<'_>, language: &DraftLanguage) -> Violation {
    let TextOf { key, owner, word } = text_of;
    let (owner, tag) = (owner.fill(), language.tag.clone());
    let note = TextKind::Note.key();
    let path = || [key, &language.tag].into_iter().chain(word).collect::<Vec<_>>().join(".");
    match &language.file {
        Some(file) => {
            Violation::MissingInFile { owner, key: key.to_owned(), tag, file: Quoted::new(&file.value) }
        }
        None if key == note => Violation::MissingNote { owner, tag },
        None => Violation::MissingText { owner, key: key.to_owned(), tag, path: path() },
    }
}

/// More than a few missing texts of a required language.
fn required(language: &DraftLanguage, missing: Missing) -> Violation {
    let tag = language.tag.clone();
    match &language.file {
        Some(file) => Violation::MissingTextsInFile { tag, missing, file: Quoted::new(&file.value) },
        None => Violation::MissingTexts { tag, missing },
    }
}

fn partial(language: &DraftLanguage, missing: Missing) -> Violation {
    let tag = language.tag.clone();
    match missing.count > NAMED {
        true => Violation::VeryPartialLanguage { tag, missing },
        false => Violation::PartialLanguage { tag, missing },
    }
}

/// Missing texts, of which a message names the first ones.
fn missing(listed: Vec<MissingText>, count: usize, sources: &[Source]) -> Missing {
    let named = |text: &MissingText| {
        let source = &sources[text.place.source];
        let (line, _) = source.position(text.place.span.start);
        let (key, owner, line) = (text.key.fill(), text.whose.clone(), line.fill());
        if text.place.source == 0 {
            return Word::TextOf.with([("key", key), ("owner", owner), ("line", line)]);
        }
        let file = Quoted::new(&source.path).fill();
        Word::TextIn.with([("key", key), ("owner", owner), ("line", line), ("file", file)])
    };
    let mut named: Vec<Argument> = listed.iter().take(NAMED).map(named).collect();
    if count > NAMED {
        named.push("…".fill());
    }
    Missing { listed, count, named }
}
