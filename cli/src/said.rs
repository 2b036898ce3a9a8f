//! All that the tool says, in the languages of cli/codes.toml.

use std::env;

use code_registry::{Coded, Language, language};

use crate::language::{of_environment, tag_of};

/// What the tool says, and the words of the pages that it makes.
#[code_registry::codes("codes.toml")]
pub(crate) enum Phrase {}

/// A sentence with what fills it in; shown in the language of [`speak`].
#[derive(Debug, Coded)]
#[coded(Phrase)]
pub(crate) enum Said {
    // Files.
    CannotRead { file: String, reason: String },
    CannotReadInput { reason: String },
    CannotWrite { file: String, reason: String },
    CannotAnswer { reason: String },
    AlreadyThere { file: String },
    NoFolder { file: String },
    IsDirectory,
    NoSuchFile,
    PermissionDenied,
    DiskFull,
    OverwritesToml { file: String },
    TooLarge { most: usize },
    LeadsOutside,
    NoOrdinaryFile,
    NotUtf8 { line: usize, column: usize },
    NotUtf8Here,
    Error,
    Warning,
    Help,
    Stale { file: String },
    NoTable,
    // Languages, rows and arguments.
    NoLanguage { tag: String },
    LanguagesAre { tags: String },
    DidYouMean { near: String },
    BuiltIn,
    NoRow { query: String },
    SeeList,
    DoesNotFit { query: String, repr: &'static str },
    NotValue { query: String, repr: &'static str },
    ArgumentTwice { name: String },
    ArgumentNotInteger { name: String, value: String },
    ArgumentNotNumber { name: String, value: String },
    NoArgument { name: String },
    NoArguments,
    ArgumentsAre { names: String },
    // What a check found.
    NoMistakes,
    Errors { count: usize },
    Warnings { count: usize },
    Codes { count: usize },
    Ranges { count: usize },
    Languages { count: usize },
    // The form of tables.
    NotFormatted { file: String },
    OtherMeaning { file: String },
    // Translations.
    BadLock { file: String, line: usize },
    DefaultIsSource { tag: String },
    NoFormat { file: String },
    NoTargetLanguage { file: String },
    OtherLanguage { tag: String, asked: String },
    NoTag { tag: String },
    Imported { tag: String, changed: usize, same: usize, fuzzy: usize, untranslated: usize, obsolete: usize },
    NoText { key: String },
    TextTwice { key: String },
    SentencesDiffer,
    SentenceEmpty,
    NoteBefore,
    NoPoLine,
    NoPoString,
    NoContext,
    PluralForms { wanted: String },
    NoCsvHead,
    ShortRecord,
    NoXml { reason: String },
    NoXliff,
    EndsEarly,
    OpenQuote,
    TooManyMistakes { most: usize },
    // What changed.
    NoGit { reason: String },
    Added { what: String },
    Removed { what: String },
    Renumbered { old: String, new: String },
    Moved { old: String, new: String },
    Nowhere,
    KeyAdded { key: String, new: String },
    KeyRemoved { key: String, old: String },
    KeyChanged { key: String, old: String, new: String },
    NoChange,
    VerdictPatch,
    VerdictMinor,
    VerdictMajor,
    NotAllowed { level: &'static str, allowed: &'static str },
    Breaking,
    Compatible,
    TextsChanged,
    // Imports.
    NoJson { reason: String },
    NoObject { what: String },
    NoTables,
    NoFileName { name: String },
    WhereTo { name: String },
    AsTable { file: String },
    TextsInside,
    BadXml { line: usize, reason: String },
    TooDeep,
    Entity { name: String },
    DocType,
    NoElement,
    NoRegistry,
    SeveralRegistries { count: usize },
    UnknownRegistry { name: String },
    RegistriesAre { list: String },
    NoValue { line: usize, value: String },
    NoValueHere { line: usize },
    NoMapping,
    NoCsv { reason: String },
    QuoteOpen { file: String, line: usize },
    MoreCells { file: String, line: usize },
    NoValueColumn { columns: String },
    NoColumn { name: String },
    ColumnsAre { columns: String },
    OneInto,
    ComesFrom { section: String, file: String, line: usize },
    NotInSource { row: String, file: String },
    // New tables and new codes.
    Begun { file: String },
    OtherName,
    LanguageTwice { tag: String },
    OptionTwice { option: &'static str, tag: String },
    NoLanguageForText { option: &'static str, tag: String },
    NothingWritten,
    Taken { row: String },
    NoNextText,
    RangeFull { range: String },
    TableFull,
    NoRange { name: String },
    // Other programming languages.
    NoTypeName { name: String },
    UsedTypeName { name: String },
    NoRust { reason: String },
}

impl Said {
    /// What to do, where there is something to do whatever the arguments are.
    pub(crate) fn help(&self) -> Option<&'static str> {
        self.code().help(language::current().unwrap_or(Phrase::LANGUAGES[0]))
    }
}

/// Says everything in the language asked for, else the environment's; in English where there is neither.
pub(crate) fn speak(requested: Option<&str>) {
    let tag = requested.map_or_else(|| of_environment(|name| env::var(name).ok()), tag_of);
    if let Some(spoken) = tag.and_then(|tag| Language::new(&tag)) {
        language::set(spoken);
    }
}
