//! The lints: findings in tables that are valid.

mod braces;
mod clean_rows;
mod fidelity;
mod sentences;

use core::mem::discriminant;
use core::ops::Range;
use std::collections::BTreeSet;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::model::{Case, Words};
use crate::read::{Column, Draft, DraftArgument, DraftMessage, DraftRow, DraftWord, Slot, Texts};
use crate::report::{Quoted, Sink, Violation, Word};
use crate::schema::{LiteralKind, TextKind};
use crate::source::{Place, Source};

pub(crate) use clean_rows::CleanRows;
use sentences::{Sentence, Text};

const EXPLANATION: TextKind = TextKind::Literal(LiteralKind::Explanation);

/// Runs all lints.
pub(crate) fn check(draft: &Draft, sources: &[Source], sink: &mut Sink) {
    let mut linter = Linter::new(draft, sources);
    row_order(draft, sink);
    linter.head(sink);
    draft.rows.iter().for_each(|row| linter.row(row, sink));
    linter.finish(sink);
}

/// Runs all lints, but those of rows that are known to be clean.
pub(crate) fn check_again(draft: &Draft, sources: &[Source], clean: &mut CleanRows, sink: &mut Sink) {
    let mut linter = Linter::new(draft, sources);
    row_order(draft, sink);
    linter.head(sink);
    let context = clean_rows::context(draft);
    let mut now = CleanRows::new(context);
    for row in &draft.rows {
        let content = clean_rows::content(row);
        if clean.has(context, content) {
            linter.count(row);
            now.add(content);
            continue;
        }
        let before = (sink.reported(), linter.copied());
        linter.row(row, sink);
        if before == (sink.reported(), linter.copied()) {
            now.add(content);
        }
    }
    *clean = now;
    linter.finish(sink);
}

/// What the lints of texts need.
struct Linter<'a> {
    draft: &'a Draft,
    sources: &'a [Source],
    languages: Vec<&'a str>,
    copies: Vec<Copies>,
}

impl<'a> Linter<'a> {
    fn new(draft: &'a Draft, sources: &'a [Source]) -> Self {
        let languages: Vec<&str> =
            draft.languages.list.iter().map(|language| language.tag.as_str()).collect();
        let copies = vec![Copies::default(); languages.len()];
        Self { draft, sources, languages, copies }
    }

    /// Lints the texts of the registry.
    fn head(&mut self, sink: &mut Sink) {
        sentences::of_head(self.draft, |text| self.text(text, sink));
    }

    fn row(&mut self, row: &DraftRow, sink: &mut Sink) {
        unused_arguments(row, sink);
        braces::check(row, &self.draft.properties, self.sources, sink);
        unreachable_others(row, self.draft, sink);
        sentences::of_row(row, self.draft, |text| self.text(text, sink));
    }

    fn text(&mut self, text: &Text<'_>, sink: &mut Sink) {
        let tag = self.languages[text.language];
        for (sentence, default) in &text.sentences {
            let default = default.as_ref().filter(|_| text.language > 0);
            report_flaws(sentence, text.kind, default, self.sources, sink);
        }
        if text.language > 0 {
            compare(text, tag, self.languages[0], &mut self.copies[text.language], self.sources, sink);
        }
        name_length(text, tag, self.draft.lints.name_length, sink);
    }

    /// Counts the translations of a row that is not linted.
    fn count(&mut self, row: &DraftRow) {
        let Texts { literals, explanation_files: _, help_patterns: _, message, notes, columns } = &row.texts;
        for column in literals.iter().chain(notes).chain(columns.iter().map(|(_, column)| column)) {
            self.count_column(column);
        }
        self.count_column(message);
    }

    fn count_column<T>(&mut self, column: &Column<T>) {
        for (slot, copies) in column.iter().zip(&mut self.copies).skip(1) {
            copies.texts += usize::from(slot.as_good().is_some());
        }
    }

    /// How many translations equal their source.
    fn copied(&self) -> usize {
        self.copies.iter().map(|copies| copies.places.len()).sum()
    }

    fn finish(self, sink: &mut Sink) {
        for (copies, tag) in self.copies.into_iter().zip(&self.languages) {
            copies.report(tag, self.languages[0], sink);
        }
    }
}

/// A part of a text, and the lint that it violates.
type Flaw = (Range<usize>, Violation);

/// Reports the lints that a sentence violates by itself. Flaws that a translation has taken over from the text in the default
/// language are reported only there.
fn report_flaws(
    sentence: &Sentence<'_>,
    kind: Option<TextKind>,
    default: Option<&Sentence<'_>>,
    sources: &[Source],
    sink: &mut Sink,
) {
    let own = &sentence.text;
    let found = flaws(own, kind);
    let inherited =
        default.filter(|_| !found.is_empty()).map(|default| (&default.text, flaws(&default.text, kind)));
    for (part, violation) in found {
        let is_inherited = inherited.as_ref().is_some_and(|(default, known)| {
            known.iter().any(|(place, known)| {
                discriminant(known) == discriminant(&violation) && default[place.clone()] == own[part.clone()]
            })
        });
        if !is_inherited {
            sink.report(sentence.part(part, sources), &violation);
        }
    }
}

fn flaws(text: &str, kind: Option<TextKind>) -> Vec<Flaw> {
    // Markdown gives spaces a meaning.
    let mut found = if kind == Some(EXPLANATION) { Vec::new() } else { stray_spaces(text) };
    found.extend(not_nfc(text));
    found.extend(sentences::find(text));
    found
}

/// Compares a translation with the text in the default language.
fn compare(
    text: &Text<'_>,
    tag: &str,
    default_tag: &str,
    copies: &mut Copies,
    sources: &[Source],
    sink: &mut Sink,
) {
    let pairs = || text.sentences.iter().filter_map(|(own, default)| Some((own, default.as_ref()?)));
    copies.texts += 1;
    if let Some(places) = untranslated(pairs(), tag, default_tag) {
        copies.places.push(places);
        return;
    }
    // A document with examples is not translated sentence by sentence.
    if text.kind == Some(EXPLANATION) {
        return;
    }
    for (own, default) in pairs() {
        let pair = Pair { own, default, tag, default_tag };
        final_punctuation(&pair, sources, sink);
        leading_capital(&pair, sources, sink);
        fidelity::check(&pair, sources, sink);
    }
}

/// A sentence and its counterpart in the default language.
#[derive(Debug, Clone, Copy)]
struct Pair<'a> {
    own: &'a Sentence<'a>,
    default: &'a Sentence<'a>,
    tag: &'a str,
    default_tag: &'a str,
}

/// The language of a tag, without script and region.
fn language(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// `row-order`: a row after one with a greater value, or after a row within it.
fn row_order(draft: &Draft, sink: &mut Sink) {
    let mut rows: Vec<(_, &DraftRow)> =
        draft.rows.iter().filter_map(|row| Some((row.extent?.order(), row))).collect();
    rows.sort_by_key(|(_, row)| row.place.span.start);
    let mut found = rows.windows(2).filter_map(|pair| match pair {
        [(before_order, before), (order, row)] if order < before_order => Some((before, row)),
        _ => None,
    });
    let Some((first, second)) = found.next() else { return };
    let (row, before) = (Quoted::new(&second.label), Quoted::new(&first.label));
    let violation = match 1 + found.count() {
        1 => Violation::RowOrder { row, before },
        count => Violation::RowsOutOfOrder { row, before, count },
    };
    sink.report_between(second.place.clone(), &first.place, &violation);
}

/// `unused-argument`: a declared argument that no message and no help of any language uses.
fn unused_arguments(row: &DraftRow, sink: &mut Sink) {
    let column = &row.texts.message;
    let is_known = !row.is_damaged && !column.iter().any(|slot| matches!(slot, Slot::Broken));
    let Some(declared) = row.arguments.as_good().filter(|_| is_known) else { return };
    let mut used = BTreeSet::new();
    for message in column.iter().filter_map(Slot::as_good) {
        add_used(&message.value, &mut used);
    }
    for (_, pattern) in &row.texts.help_patterns {
        used.extend(sentences::arguments(&pattern.pieces));
    }
    for argument in declared.value.iter().filter(|argument| !used.contains(argument.name.as_str())) {
        let violation = Violation::UnusedArgument { name: Quoted::new(&argument.name) };
        sink.report(argument.place.clone(), &violation);
    }
}

/// The arguments that are declared, or that the message of the default language has.
fn known_arguments(row: &DraftRow) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    match &row.arguments {
        Slot::Good(declared) => names.extend(declared.value.iter().map(|argument| argument.name.as_str())),
        Slot::Missing => {
            let message = row.texts.message.first().and_then(Slot::as_good);
            message.into_iter().for_each(|message| add_used(&message.value, &mut names));
        }
        Slot::Broken => {}
    }
    names
}

/// `unreachable-other`: an `other` next to a case for every word of an enum.
fn unreachable_others(row: &DraftRow, draft: &Draft, sink: &mut Sink) {
    let Some(declared) = row.arguments.as_good() else { return };
    for message in row.texts.message.iter().filter_map(Slot::as_good) {
        unreachable_other(&message.value, &declared.value, draft, sink);
    }
}

fn unreachable_other(message: &DraftMessage, declared: &[DraftArgument], draft: &Draft, sink: &mut Sink) {
    let DraftMessage::Choice(choice) = message else { return };
    for case in &choice.cases {
        unreachable_other(&case.message, declared, draft, sink);
    }
    let name = &choice.argument.value;
    let words = declared.iter().find(|argument| argument.name == *name).map(|argument| &argument.words);
    let Some(Words::Enum { index, .. }) = words else { return };
    let Some(words) = &draft.enums[*index].words else { return };
    let has = |word: &DraftWord| choice.case(&Case::Word(word.word.clone())).is_some();
    let other = choice.cases.iter().find(|known| known.case == Case::OTHER);
    if let Some(other) = other.filter(|_| words.iter().all(has)) {
        sink.report(other.place.clone(), &Violation::UnreachableOther { name: Quoted::new(name) });
    }
}

/// Adds the arguments that a message shows or selects by.
fn add_used<'a>(message: &'a DraftMessage, used: &mut BTreeSet<&'a str>) {
    match message {
        DraftMessage::Pattern(pieces) => {
            used.extend(sentences::arguments(&pieces.value));
        }
        DraftMessage::Choice(choice) => {
            used.insert(&choice.argument.value);
            choice.cases.iter().for_each(|case| add_used(&case.message, used));
        }
    }
}

/// `long-name`: a name of more characters than the limit.
fn name_length(text: &Text<'_>, tag: &str, most: Option<usize>, sink: &mut Sink) {
    let Some(most) = most.filter(|_| text.kind == Some(TextKind::Literal(LiteralKind::Name))) else { return };
    for (name, _) in &text.sentences {
        let count = name.text.chars().count();
        if count > most {
            let violation = Violation::LongName { tag: tag.to_owned(), count, most };
            sink.report(name.place.clone(), &violation);
        }
    }
}

/// `stray-space`: leading, trailing and doubled spaces, except for those that indent a line.
fn stray_spaces(text: &str) -> Vec<Flaw> {
    let ends_with_break = text.ends_with('\n');
    let break_at_end = ends_with_break.then(|| (text.len() - 1, Violation::LineBreakAtEnd));
    let found = if text.starts_with(char::is_whitespace) {
        Some((0, Violation::SpaceAtStart))
    } else {
        doubled(text).or_else(|| before_break(text))
    };
    let at_end = (!ends_with_break && text.ends_with(char::is_whitespace))
        .then(|| (text.trim_end().len(), Violation::SpaceAtEnd));
    let found = break_at_end.into_iter().chain(found).chain(at_end);
    found.map(|(at, violation)| (at..at + width(text, at), violation)).collect()
}

/// The bytes of the character that starts here.
fn width(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// The second of two spaces inside a line.
fn doubled(text: &str) -> Option<(usize, Violation)> {
    let mut before = None;
    let mut is_indented = true;
    for (at, character) in text.trim_end().char_indices() {
        let is_space = character.is_whitespace() && character != '\n';
        if is_space && before == Some(true) && !is_indented {
            // Spaces before a line break are reported as such.
            let line_goes_on = !text[at..].trim_start_matches([' ', '\t']).starts_with('\n');
            return line_goes_on.then_some((at, Violation::DoubledSpace));
        }
        is_indented = character == '\n' || (is_indented && is_space);
        before = Some(is_space);
    }
    None
}

fn before_break(text: &str) -> Option<(usize, Violation)> {
    let at = text.find(" \n").or_else(|| text.find("\t\n"))?;
    Some((at, Violation::SpaceBeforeBreak))
}

/// `not-nfc`: the first characters that differ in normalization form C.
fn not_nfc(text: &str) -> Option<Flaw> {
    if text.is_ascii() || is_nfc(text) {
        return None;
    }
    let differs = text.char_indices().zip(text.nfc()).find(|((_, written), canonical)| written != canonical);
    let at = differs.map_or(0, |((at, _), _)| at);
    let ends = text[at..].char_indices().map(|(end, last)| at + end + last.len_utf8());
    let changes = |end: &usize| !is_nfc(&text[at..*end]);
    let end = ends.into_iter().find(changes).unwrap_or(text.len());
    let canonical: String = text[at..end].nfc().collect();
    let violation = Violation::NotNfc {
        written: code_points(&text[at..end]),
        canonical: format!("`{canonical}` ({})", code_points(&canonical)),
    };
    Some((at..end, violation))
}

fn code_points(text: &str) -> String {
    let code_points: Vec<_> =
        text.chars().map(|character| format!("U+{:04X}", u32::from(character))).collect();
    code_points.join(" ")
}

/// Fewer words are probably names, numbers or terms, which many languages share.
const WORDS: usize = 2;

/// Fewer letters in a script without spaces between words are probably a single word.
const UNSPACED: usize = 6;

/// The texts of a language that are the same in the default language.
#[derive(Debug, Default, Clone)]
struct Copies {
    /// How many texts the language has.
    texts: usize,
    /// The first sentence of each text that is the same, and its counterpart.
    places: Vec<(Place, Place)>,
}

/// Fewer texts are reported one by one.
const MANY_COPIES: usize = 3;

impl Copies {
    /// A language most of whose texts are copies is one finding.
    fn report(self, tag: &str, default_tag: &str, sink: &mut Sink) {
        let (tag, default, count) = (tag.to_owned(), default_tag.to_owned(), self.places.len());
        if count >= MANY_COPIES && count * 2 > self.texts {
            let violation = Violation::MostlyUntranslated { tag, default, count, all: self.texts };
            let first = self.places.iter().min_by_key(|(own, _)| (own.source, own.span.start));
            first.into_iter().for_each(|(own, other)| sink.report_between(own.clone(), other, &violation));
            return;
        }
        let violation = Violation::Untranslated { tag, default };
        self.places.into_iter().for_each(|(own, other)| sink.report_between(own, &other, &violation));
    }
}

/// `untranslated`: a translation whose sentences all equal those of the default language and have words to translate. The
/// places of the first such sentence and of its counterpart.
///
/// Arguments, numbers, code in backticks and words such as `HTTP`, `WebSocket` and `codes.toml` do not count. Tags of the
/// same language (`pt`, `pt-BR`) are not compared.
fn untranslated<'a>(
    mut pairs: impl Iterator<Item = (&'a Sentence<'a>, &'a Sentence<'a>)> + Clone,
    tag: &str,
    default_tag: &str,
) -> Option<(Place, Place)> {
    let found = pairs.clone().find(|(own, _)| has_words(&own.text));
    let is_same =
        language(tag) != language(default_tag) && pairs.all(|(own, default)| own.text == default.text);
    let (own, default) = found.filter(|_| is_same)?;
    Some((own.place.clone(), default.place.clone()))
}

fn has_words(text: &str) -> bool {
    let plain = without_terms(text);
    let unspaced = plain.chars().filter(|&character| is_unspaced(character)).count();
    unspaced >= UNSPACED || plain.split_whitespace().filter(|word| is_word(word)).nth(WORDS - 1).is_some()
}

/// The text without arguments and code.
fn without_terms(text: &str) -> String {
    let (mut plain, mut end) = (String::new(), None);
    for character in text.chars() {
        match (end, character) {
            (Some(closing), _) if closing == character => end = None,
            (Some(_), _) => {}
            (None, '{') => end = Some('}'),
            (None, '`') => end = Some('`'),
            (None, _) => plain.push(character),
        }
    }
    plain
}

/// Whether a word consists of letters of which at most the first is a capital.
fn is_word(word: &str) -> bool {
    let word = word.trim_matches(|character: char| !character.is_alphanumeric());
    let is_inner = |letter: char| letter.is_alphabetic() && !letter.is_uppercase() || "'’-".contains(letter);
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic)
        && letters.next().is_some()
        && word.chars().skip(1).all(is_inner)
}

/// Scripts without spaces between words: Thai to Myanmar, Khmer, Japanese and Chinese.
fn is_unspaced(character: char) -> bool {
    matches!(character, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// The punctuation at the end of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Nothing,
    Stop,
    Question,
    Exclamation,
    Ellipsis,
    Colon,
}

/// `final-punctuation`: other punctuation than in the default language; the marks of different scripts are equal.
fn final_punctuation(pair: &Pair<'_>, sources: &[Source], sink: &mut Sink) {
    let (own, default) = (End::of(&pair.own.text, pair.tag), End::of(&pair.default.text, pair.default_tag));
    if own == default || is_usual(own, default, language(pair.tag)) {
        return;
    }
    let (tag, wanted) = (pair.tag.to_owned(), default.name());
    let violation =
        Violation::FinalPunctuation { tag, ends: own.name(), default: pair.default_tag.to_owned(), wanted };
    let text = pair.own.text.trim_end();
    let last = text.char_indices().next_back().map_or(0, |(at, _)| at);
    sink.report_between(pair.own.character(last, sources), pair.default.place, &violation);
}

/// Whether the difference is usual in a language: Thai and Lao have no final punctuation, and Armenian puts question and
/// exclamation marks inside the word.
fn is_usual(own: End, default: End, language: &str) -> bool {
    match language {
        "th" | "lo" => own == End::Nothing,
        "hy" | "hyw" => matches!(default, End::Question | End::Exclamation),
        _ => false,
    }
}

impl End {
    fn of(text: &str, tag: &str) -> Self {
        let text = text.trim_end_matches(closes);
        let has_greek_question = language(tag) == "el" && text.ends_with([';', '\u{37e}']);
        let Some(last) = text.chars().next_back() else { return Self::Nothing };
        if has_greek_question || matches!(last, '?' | '？' | '؟' | '⁇' | '⁈' | '፧' | '՞') {
            Self::Question
        } else if matches!(last, '!' | '！' | '՜') {
            if text.trim_end_matches(['!', '！']).ends_with(['?', '？', '؟']) {
                Self::Question
            } else {
                Self::Exclamation
            }
        } else if matches!(last, '…' | '⋯') || text.ends_with("...") || text.ends_with("。。") {
            Self::Ellipsis
        } else if matches!(last, ':' | '：') {
            Self::Colon
        } else if is_stop(last) {
            Self::Stop
        } else {
            Self::Nothing
        }
    }

    fn name(self) -> Word {
        match self {
            Self::Nothing => Word::NoMark,
            Self::Stop => Word::FullStop,
            Self::Question => Word::QuestionMark,
            Self::Exclamation => Word::ExclamationMark,
            Self::Ellipsis => Word::Ellipsis,
            Self::Colon => Word::Colon,
        }
    }
}

/// The full stops of all scripts, from Latin and Chinese to Devanagari, Urdu, Ethiopic, Khmer and Santali.
fn is_stop(character: char) -> bool {
    ".。．｡।॥۔։።။។៕᠃᠉།᱾꫰꯫܁܂꓿".contains(character)
}

/// Characters that may follow the punctuation: quotes, brackets, spaces and direction marks.
fn closes(character: char) -> bool {
    character.is_whitespace() || ")]\"'»«”“’‘›‹」』）】》〉*_`\u{200e}\u{200f}\u{2069}".contains(character)
}

/// Languages that capitalize nouns, so that a capital at the start has no meaning.
const NOUNS_HAVE_CAPITALS: [&str; 7] = ["bar", "de", "gsw", "ksh", "lb", "nds", "pdc"];

/// `leading-capital`: one text starts with a capital and the other does not, if both start with a word in a script that
/// has capitals.
fn leading_capital(pair: &Pair<'_>, sources: &[Source], sink: &mut Sink) {
    let words = first_word(&pair.own.text).zip(first_word(&pair.default.text));
    let Some(((at, own), (_, default))) = words else { return };
    let is_capital = begins_with_capital(own);
    let capital_tag = if is_capital { pair.tag } else { pair.default_tag };
    let is_name = pair.default.text.contains(own) && is_capital || pair.own.text.contains(default);
    if is_capital == begins_with_capital(default)
        || NOUNS_HAVE_CAPITALS.contains(&language(capital_tag))
        || is_name
    {
        return;
    }
    let [begins, wanted] =
        if is_capital { [Word::Capital, Word::Small] } else { [Word::Small, Word::Capital] };
    let (tag, default) = (pair.tag.to_owned(), pair.default_tag.to_owned());
    let violation = Violation::LeadingCapital { tag, begins, default, wanted };
    sink.report_between(pair.own.character(at, sources), pair.default.place, &violation);
}

/// The first word of a text and its position, if it is an ordinary word: not quoted, not an argument, without digits, dots
/// or inner capitals (`tsconfig.json`, `URL`, `iOS`), and in a script that has capitals.
fn first_word(text: &str) -> Option<(usize, &str)> {
    if text.chars().any(|letter| letter.is_alphabetic() && !has_case(letter)) {
        return None;
    }
    let begun = text.trim_start_matches(opens);
    let word = begun.split_whitespace().next()?.trim_end_matches([',', '.', ':', ';', '!', '?', ')', '…']);
    let is_inner = |letter: char| letter.is_alphabetic() && !letter.is_uppercase() || "'’-".contains(letter);
    let is_ordinary = has_case(word.chars().next()?) && word.chars().skip(1).all(is_inner);
    is_ordinary.then_some((text.len() - begun.len(), word))
}

/// Characters that may precede the first word: brackets, inverted question marks, spaces and direction marks.
fn opens(character: char) -> bool {
    character.is_whitespace() || "([¿¡\u{200e}\u{200f}\u{2066}\u{2067}\u{2068}".contains(character)
}

/// Georgian has capitals but does not start sentences with them. Modifier letters such as `ʻ` occur in words with case.
fn has_case(letter: char) -> bool {
    let has_case = letter.is_uppercase() || letter.is_lowercase() || matches!(letter, '\u{2b0}'..='\u{2ff}');
    has_case && !matches!(letter, '\u{10a0}'..='\u{10ff}')
}

fn begins_with_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}
