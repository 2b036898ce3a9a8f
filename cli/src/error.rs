//! Errors and messages as data: codes of the tool's own registry with their arguments. [`terminal`](crate::terminal)
//! prints them.

use std::env;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::ExitCode;

use code_registry::{Coded, Language, language};
use code_registry_table::Reading;

/// The exit status, from best to worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// Success; there may be warnings.
    Success,
    /// The table has errors, an output is out of date, or no row matches.
    Failure,
    /// Wrong usage, or a file that cannot be read or written.
    Error,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command stopped.
#[derive(Debug)]
pub(crate) enum Error {
    /// The request cannot be fulfilled.
    Refused(Box<Refusal>),
    /// The table has errors.
    BadTable(Box<Reading>),
    /// A change would have caused these errors, so nothing was written.
    BadChange(Box<Reading>),
    /// Standard output cannot be written.
    Output(io::Error),
}

/// Why a request cannot be fulfilled, and what to do.
#[derive(Debug)]
pub(crate) struct Refusal {
    exit: Exit,
    pub(crate) message: ToolMessage,
    /// Instead of the help that the registry has for the message.
    pub(crate) help: Option<ToolMessage>,
}

impl Error {
    /// Wrong usage, or a file or environment that cannot be used: exit status 2.
    pub(crate) fn new(message: ToolMessage) -> Self {
        Self::Refused(Box::new(Refusal { exit: Exit::Error, message, help: None }))
    }

    /// No row matches, or an output is out of date: exit status 1.
    pub(crate) fn failure(message: ToolMessage) -> Self {
        Self::Refused(Box::new(Refusal { exit: Exit::Failure, message, help: None }))
    }

    /// Standard input cannot be read.
    pub(crate) fn input(error: &io::Error) -> Self {
        Self::new(ToolMessage::CannotReadInput { reason: error.to_string() })
    }

    /// Replaces the help of the message.
    pub(crate) fn help(mut self, message: ToolMessage) -> Self {
        if let Self::Refused(refusal) = &mut self {
            refusal.help = Some(message);
        }
        self
    }

    /// Suggests a similar name, if there is one; otherwise gives other help.
    pub(crate) fn suggest(self, similar: Option<&str>, otherwise: ToolMessage) -> Self {
        match similar {
            Some(near) => self.help(ToolMessage::DidYouMean { near: near.to_owned() }),
            None => self.help(otherwise),
        }
    }

    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Refused(refusal) => refusal.exit,
            Self::BadTable(_) | Self::BadChange(_) => Exit::Failure,
            Self::Output(_) => Exit::Error,
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Messages of the tool.
#[code_registry::codes("codes.toml")]
pub(crate) enum Phrase {}

/// The words on the pages that the tool writes.
#[code_registry::codes("labels.toml")]
pub(crate) enum Label {}

/// The size of a table.
#[derive(Debug, Coded)]
#[coded(Label)]
pub(crate) enum Count {
    Codes { count: usize },
    Ranges { count: usize },
    Languages { count: usize },
}

/// A message with its arguments, displayed in the language set by [`set_language`].
#[derive(Debug, Coded)]
#[coded(Phrase)]
pub(crate) enum ToolMessage {
    // Files.
    CannotRead { file: String, reason: String },
    CannotReadInput { reason: String },
    CannotWrite { file: String, reason: String },
    CannotAnswer { reason: String },
    AlreadyThere { file: String },
    NotASite { folder: String },
    SiteNeedsFolder,
    SameAddress { one: String, other: String },
    NoFolder { file: String },
    IsDirectory,
    NoSuchFile,
    PermissionDenied,
    DiskFull,
    OverwritesToml { file: String },
    OverwritesSource { file: String },
    ReadOnly { file: String },
    Locked { folder: String, seconds: u64 },
    ChangedMeanwhile { file: String },
    HalfWritten { folder: String },
    Interrupted { file: String },
    TooLarge { most: usize },
    LeadsOutside,
    SharedFile,
    TableItself,
    NoOrdinaryFile,
    NotUtf8 { line: usize, column: usize },
    NotUtf8Here,
    UnknownEncoding { name: String },
    WrongEncoding { name: String, line: usize },
    Error,
    Warning,
    Help,
    Stale { file: String },
    NoOutput { file: String },
    NoTable,
    TableInFolder { table: String },
    // Languages, rows and arguments.
    NoLanguage { tag: String },
    LanguagesAre { tags: String },
    DidYouMean { near: String },
    BuiltIn,
    NoRow { query: String },
    NoRowMatches,
    SeeList,
    NoPage,
    UnlistedHasNoPage { value: String },
    CannotOpen { url: String, reason: String },
    NotRange { range: String },
    NoAssignment,
    NotPercentage,
    NoSourceFile { file: String },
    DoesNotFit { query: String, repr: &'static str },
    NotValue { query: String, repr: &'static str },
    ArgumentTwice { name: String },
    ArgumentNotInteger { name: String, value: String },
    ArgumentNotNumber { name: String, value: String },
    ArgumentNotDuration { name: String, value: String },
    ArgumentNotWord { name: String, value: String },
    WordsAre { words: String },
    NoArgument { name: String },
    NoArguments,
    ArgumentsAre { names: String },
    // What a check found.
    NoMistakes,
    Errors { count: usize },
    Warnings { count: usize },
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
    Recorded { tag: String, count: usize, stale: usize },
    Behind { tag: String, percent: usize, min: usize },
    Resembles { tag: String, known: String },
    NoText { key: String },
    TextTwice { key: String },
    SentencesDiffer,
    SentenceEmpty,
    SentenceMissing { key: String },
    NoteBefore,
    NoPoLine,
    NoPoString,
    NoContext,
    PluralForms { header: String },
    FormCount { found: usize, wanted: usize },
    FormsUnknown { tag: String },
    FormUnmapped { form: usize, tag: String },
    FormsFilled { categories: String },
    FormsShifted { numbers: String },
    InlineUnknown,
    NoCsvHead,
    ShortRecord,
    NoXml { reason: String },
    NoXliff,
    EndsEarly,
    OpenQuote,
    TooManyMistakes { most: usize },
    // What changed.
    FetchRevision,
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
    MakeNew { file: String },
    OtherNotation { line: usize, value: String },
    ValueTooLarge { line: usize, value: String },
    NothingToSkip { text: String },
    LeftOut { columns: String },
    IfNonExhaustive { level: &'static str },
    NoEffect { option: &'static str },
    NoHeadings { file: String },
    RangeOfTexts { line: usize, value: String },
    SameColumns { key: String, columns: String },
    MergedDiffers { value: String, keys: String },
    AtFileLine { file: String, line: usize, message: String },
    NoHeadingsOf { columns: String },
    UnassignedNothing { line: usize },
    RustSyntax { file: String, line: usize, reason: String },
    NoDiscriminants,
    SeveralEnums { count: usize },
    UnknownEnum { name: String },
    NoDiscriminant { file: String, line: usize, variant: String },
    NotImported { file: String, line: usize, what: String },
    Conditional { file: String, line: usize, variant: String, condition: String },
    MessageLeftOut { file: String, line: usize, id: String, reason: String },
    MessagesUnreadable { file: String, reason: String },
    NoMessages,
    NoValueForMessage,
    NoTextForMessage,
    NoSymbolForMessage,
    MessageSymbolTwice { other: String },
    RowHasName { symbol: String },
    LanguageLeftOut { tag: String },
    NoSuchCategory { file: String, line: usize, id: String, tag: String, category: String },
    MessageTwice,
    NotInDefault { language: String },
    MessageSelectors { name: String },
    MessageTooLong,
    MessageEmpty,
    MessageReference { name: String },
    MessageCycle,
    MessageSyntax { reason: String },
    MessageUnexpected { text: String },
    MessageFunction { name: String },
    MessageSelector,
    MessageOffset,
    MessageNoOther,
    YamlAlias { line: usize },
    NotAText,
    MessageCase { case: String },
    NotALanguage { name: String },
    RepeatsRecord { line: usize, value: String, first: usize },
    RegistriesImported { count: usize, imported: usize, refused: usize },
    AtLine { line: usize, message: String },
    MergeDuplicates,
    DiffersKept { row: String, key: String, kept: String, theirs: String },
    ComesFrom { section: String, file: String, line: usize },
    NotInSource { row: String, file: String },
    // New tables and new codes.
    Begun { file: String },
    OtherName,
    LanguageTwice { tag: String },
    OptionTwice { option: String, tag: String },
    NoLanguageForText { option: String, tag: String },
    NothingWritten,
    Taken { row: String },
    NoNextText,
    SymbolIsValue { symbol: String },
    RangeFull { range: String },
    TableFull,
    NoRange { name: String },
    UnknownColumn { name: String },
    SeeColumns,
    ColumnTwice { name: String },
    ColumnRequired { name: String },
    // Errors of thiserror.
    NoThiserror,
    NothingMigrated,
    AddDependency,
    Migrated { types: usize, variants: usize, left: usize },
    MigratedUntranslated { count: usize, languages: String, table: String },
    RemoveThiserror,
    ThiserrorUsed { places: String },
    NotMigrated { place: String, name: String, reason: String },
    NotRust { place: String, reason: String },
    NoPackage { file: String },
    NoCrateRoot,
    ChooseRegistry { names: String },
    MigrateNoMessage,
    MigrateFormat { attribute: String },
    MigrateBacktrace,
    MigrateMethod { method: String },
    MigrateTextValues,
    MigrateStartWord,
    NoFreeStart,
    TooManySources { count: usize },
    // Codes that no source uses.
    NoEnum { file: String },
    Unused { count: usize, sources: usize },
    SourceSkipped { file: String },
    UnusedUnseen,
    // In the editor.
    ReplaceWith { word: String },
    AddTexts { tag: String },
    AddCases { tag: String },
    AddNextCode { value: String },
    MoveLanguage { tag: String, file: String },
    AddCode { symbol: String, value: String },
    NoField { argument: String, row: String },
    NotSymbol { name: String },
    SymbolTaken { row: String },
    CategoryNumbers { category: &'static str, tag: String, numbers: String },
    // Other programming languages.
    NoTypeName { name: String },
    UsedTypeName { name: String },
    NoRust { reason: String },
    NotGenerated { file: String },
}

impl ToolMessage {
    /// The help that the registry has for this message.
    pub(crate) fn help(&self) -> Option<String> {
        let help = Coded::help(self, language::current().unwrap_or(Phrase::DEFAULT_LANGUAGE));
        help.map(|help| help.to_string())
    }
}

/// Why a file cannot be used: without the system's error number, and the same on every system.
pub(crate) fn io_reason(path: &Path, error: &io::Error) -> String {
    match error.kind() {
        _ if path.is_dir() => ToolMessage::IsDirectory.to_string(),
        ErrorKind::NotFound => ToolMessage::NoSuchFile.to_string(),
        ErrorKind::PermissionDenied => ToolMessage::PermissionDenied.to_string(),
        ErrorKind::StorageFull => ToolMessage::DiskFull.to_string(),
        _ => error.to_string(),
    }
}

/// Sets the language of all messages: the requested one, else the environment's. English if neither is known.
pub(crate) fn set_language(requested: Option<&str>) {
    if let Some(spoken) = requested.map_or_else(environment_language, Language::from_posix) {
        language::set(spoken);
    }
}

/// The language of the locale for messages: of the first POSIX variable that is not empty.
pub(crate) fn environment_language() -> Option<Language> {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| env::var(name).ok())
        .find(|locale| !locale.is_empty())?;
    Language::from_posix(&locale)
}
