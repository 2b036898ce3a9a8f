//! Finding a table, reading it with its language files, and choosing one of its languages.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fs;
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use code_registry::websocket::{CODES_TOML, EXPLANATIONS};
use code_registry_table::{
    Diagnostic, Language, MOST_FILE_BYTES, Place, Reading, Rereader, Rule, Severity, Source, Table,
    best_language, canonical_tag, nearest,
};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::diagnostics::LanguageFile;
use crate::error::{Error, ToolMessage, environment_language, io_reason};
use crate::translate::Staleness;
use crate::{diagnostics, files, terminal};

/// The table that a command works on unless another is named.
pub(crate) const CURRENT: &str = "codes.toml";

/// The table that a command needs: its last argument.
#[derive(Debug, Args)]
pub(crate) struct TableArgument {
    /// The table
    #[arg(value_name = "TABLE", default_value = CURRENT, value_hint = ValueHint::FilePath)]
    pub(crate) path: PathBuf,
}

impl TableArgument {
    /// `codes.toml` in the current directory.
    pub(crate) fn current() -> Self {
        Self { path: CURRENT.into() }
    }

    /// The table, which has no errors.
    pub(crate) fn good(&self) -> Result<Reading, Error> {
        without_errors(read(&self.path)?)
    }
}

/// The table that a command looks something up in, and the language of the answer.
#[derive(Debug, Args)]
pub(crate) struct LookupOptions {
    /// The table [default: codes.toml, else the built-in WebSocket close codes]
    #[arg(value_name = "TABLE", value_hint = ValueHint::FilePath)]
    table: Option<PathBuf>,
    /// The language of the texts [default: the environment's, else English]
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
}

impl LookupOptions {
    /// The table, in which only texts may be missing. If none is named and `codes.toml` does not exist, the built-in
    /// one answers, and a notice says so.
    pub(crate) fn table(&self) -> Result<Table, Error> {
        let reading = match &self.table {
            Some(path) => read(path)?,
            None if current_is_missing() => {
                terminal::notice(ToolMessage::BuiltIn);
                built_in()
            }
            None => read(Path::new(CURRENT))?,
        };
        Ok(without_errors_except_texts(reading)?.table)
    }

    /// The language that is asked for.
    pub(crate) fn requested_language<'a>(&self, table: &'a Table) -> Result<Option<&'a Language>, Error> {
        self.language.as_deref().map(|tag| choose_language(table, Some(tag))).transpose()
    }

    /// The language of the answer.
    pub(crate) fn language<'a>(&self, table: &'a Table) -> Result<&'a Language, Error> {
        choose_language(table, self.language.as_deref())
    }
}

/// A table without errors.
pub(crate) fn good(path: &Path) -> Result<Table, Error> {
    Ok(without_errors(read(path)?)?.table)
}

/// A table in which only texts may be missing.
pub(crate) fn readable(path: &Path) -> Result<Table, Error> {
    Ok(readable_reading(path)?.table)
}

/// The same, with its diagnostics and source files.
pub(crate) fn readable_reading(path: &Path) -> Result<Reading, Error> {
    without_errors_except_texts(read(path)?)
}

/// The table, if it has no errors.
pub(crate) fn without_errors(reading: Reading) -> Result<Reading, Error> {
    if reading.has_errors() { Err(Error::BadTable(Box::new(reading))) } else { Ok(reading) }
}

/// The table, if at most texts are missing.
pub(crate) fn without_errors_except_texts(reading: Reading) -> Result<Reading, Error> {
    let is_bad = reading.diagnostics.iter().any(is_mistake);
    if is_bad { Err(Error::BadTable(Box::new(reading))) } else { Ok(reading) }
}

/// Missing texts are left to translators, so they do not stop other commands.
pub(crate) fn is_mistake(found: &Diagnostic) -> bool {
    found.severity == Severity::Error && found.rule != Rule::MissingText
}

/// Reads the table of this file with its language files.
pub(crate) fn read(path: &Path) -> Result<Reading, Error> {
    files::refuse_interrupted(path)?;
    Ok(read_text(path, &own_text(path)?))
}

/// The same, with lints, also those for translations. Invalid UTF-8 is reported like any other error in a table.
pub(crate) fn lint(path: &Path) -> Result<Reading, Error> {
    files::refuse_interrupted(path)?;
    let bytes = bytes(path).map_err(|error| unreadable(path, io_reason(path, &error)))?;
    match str::from_utf8(&bytes) {
        Err(error) if bytes.len() <= MOST_FILE_BYTES => Ok(no_text(path, &bytes, error.valid_up_to())),
        _ => {
            let text = utf8(bytes).map_err(|reason| unreadable(path, reason))?;
            let staleness = Staleness::read(path)?;
            let lint = |path: &str, text: &str, file: LanguageFile<'_>| {
                diagnostics::lint_translations(path, text, file, &staleness)
            };
            Ok(read_with(lint, path, &text, &|_| None))
        }
    }
}

/// Text of files that an editor has open, which may differ from the files on disk.
pub(crate) type OpenText<'a> = &'a dyn Fn(&Path) -> Option<&'a str>;

/// Reads a table as an editor shows it; with a reader, everything that [`lint`] finds.
pub(crate) fn read_open(
    path: &Path,
    open: OpenText<'_>,
    reader: Option<&mut Rereader>,
) -> Result<Reading, Error> {
    let text = match open(path) {
        Some(text) => Cow::Borrowed(text),
        None => Cow::Owned(own_text(path)?),
    };
    let Some(reader) = reader else { return Ok(read_with(diagnostics::read, path, &text, open)) };
    let staleness = Staleness::read(path).unwrap_or_default();
    let lint = |path: &str, text: &str, file: LanguageFile<'_>| {
        diagnostics::lint_again(reader, path, text, file, &staleness)
    };
    Ok(read_with(lint, path, &text, open))
}

/// A table with invalid UTF-8: the only error reported is its place.
fn no_text(path: &Path, bytes: &[u8], end: usize) -> Reading {
    let mut reading = read_text(path, "");
    reading.sources = vec![Source::new(&path.display().to_string(), &String::from_utf8_lossy(bytes))];
    let place = Place { source: 0, span: end..end + char::REPLACEMENT_CHARACTER.len_utf8() };
    let said = ToolMessage::NotUtf8Here;
    reading.diagnostics =
        vec![Diagnostic::new(Rule::Syntax, place, &said.to_string(), said.help().as_deref())];
    reading
}

fn own_text(path: &Path) -> Result<String, Error> {
    text(path).map_err(|reason| unreadable(path, reason))
}

/// The error for a file that cannot be read.
pub(crate) fn unreadable(path: &Path, reason: String) -> Error {
    let failure = Error::new(ToolMessage::CannotRead { file: path.display().to_string(), reason });
    let inside = path.join(CURRENT);
    if path == Path::new(CURRENT) && current_is_missing() {
        failure.help(ToolMessage::NoTable)
    } else if inside.is_file() {
        failure.help(ToolMessage::TableInFolder { table: inside.display().to_string() })
    } else {
        failure
    }
}

/// Whether `codes.toml` does not exist, as opposed to being unreadable.
fn current_is_missing() -> bool {
    fs::symlink_metadata(CURRENT).is_err_and(|error| error.kind() == ErrorKind::NotFound)
}

/// Reads a table from its text. Paths of language files are relative to `path`.
pub(crate) fn read_text(path: &Path, table: &str) -> Reading {
    read_with(diagnostics::read, path, table, &|_| None)
}

/// The table of the current directory, otherwise the built-in one; `None` if it has errors.
pub(crate) fn current() -> Option<Table> {
    let reading = if current_is_missing() { built_in() } else { read(Path::new(CURRENT)).ok()? };
    Some(without_errors_except_texts(reading).ok()?.table)
}

/// The close codes of WebSockets with their explanations.
fn built_in() -> Reading {
    diagnostics::read("codes.toml (built in)", CODES_TOML, &mut |file| {
        let found = EXPLANATIONS.iter().find(|(path, _)| *path == file);
        found.map(|(_, text)| (*text).to_owned()).ok_or_else(|| ToolMessage::NoSuchFile.to_string())
    })
}

/// Reads or lints a table from its text.
fn read_with(
    read: impl FnOnce(&str, &str, LanguageFile<'_>) -> Reading,
    path: &Path,
    table: &str,
    open: OpenText<'_>,
) -> Reading {
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut known = HashSet::new();
    read(&path.display().to_string(), table, &mut |file| {
        open(&folder.join(file))
            .map_or_else(|| language_text(path, file, &mut known), |text| Ok(text.to_owned()))
    })
}

/// The text of a language file. The table may be untrusted, so a link must not lead outside its folder or to a device. Two
/// languages cannot share a file, and none can be in the table or its lock file.
fn language_text(table: &Path, file: &str, known: &mut HashSet<files::Identity>) -> Result<String, String> {
    let folder = files::folder(table);
    let path = &folder.join(file);
    let real = |path: &Path| fs::canonicalize(path).map_err(|error| io_reason(path, &error));
    if !real(path)?.starts_with(real(&folder)?) {
        return Err(ToolMessage::LeadsOutside.to_string());
    }
    let own = files::identity(path).map_err(|error| io_reason(path, &error))?;
    let is_own = |path: &Path| files::identity(path).is_ok_and(|other| other == own);
    if is_own(table) || is_own(&lock_path(table)) {
        return Err(ToolMessage::TableItself.to_string());
    }
    if !known.insert(own) {
        return Err(ToolMessage::SharedFile.to_string());
    }
    if !path.is_file() && !path.is_dir() {
        return Err(ToolMessage::NoOrdinaryFile.to_string());
    }
    text(path)
}

/// The text of a file, or why it cannot be read.
pub(crate) fn text(path: &Path) -> Result<String, String> {
    utf8(bytes(path).map_err(|error| io_reason(path, &error))?)
}

/// The text of a file in the encoding that it declares: by a byte order mark, in the header of PO (`charset=`), or in the
/// declaration of XML (`encoding=`). Otherwise it is UTF-8.
pub(crate) fn any_text(path: &Path) -> Result<String, String> {
    let bytes = bytes(path).map_err(|error| io_reason(path, &error))?;
    if bytes.len() > MOST_FILE_BYTES {
        return Err(ToolMessage::TooLarge { most: MOST_FILE_BYTES }.to_string());
    }
    // UTF-16 without a mark: every second byte of ASCII is zero.
    let encoding = match bytes[..] {
        [0xff, 0xfe, ..] => UTF_16LE,
        [0xfe, 0xff, ..] => UTF_16BE,
        [first, 0, ..] if first != 0 => UTF_16LE,
        [0, second, ..] if second != 0 => UTF_16BE,
        _ => match declared_encoding(&bytes) {
            Some(name) => Encoding::for_label(name.as_bytes())
                .filter(|encoding| *encoding != UTF_16LE && *encoding != UTF_16BE)
                .ok_or_else(|| ToolMessage::UnknownEncoding { name: name.clone() }.to_string())?,
            None => UTF_8,
        },
    };
    if encoding == UTF_8 {
        return utf8(bytes);
    }
    let (text, had_errors) = encoding.decode_with_bom_removal(&bytes);
    // An unpaired surrogate becomes a replacement character; the rest of the file can still be read.
    if had_errors && encoding != UTF_16LE && encoding != UTF_16BE {
        let line = text[..text.find(char::REPLACEMENT_CHARACTER).unwrap_or(0)].matches('\n').count() + 1;
        return Err(ToolMessage::WrongEncoding { name: encoding.name().to_owned(), line }.to_string());
    }
    Ok(text.into_owned())
}

/// Headers and declarations are at the start of a file.
const MOST_HEADER_BYTES: usize = 16 << 10;

/// The encoding that the header of a PO file or the declaration of an XML file names, unless it is UTF-8 or the
/// placeholder of a template.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(MOST_HEADER_BYTES)]);
    let after = match start.trim_start_matches('\u{feff}').strip_prefix("<?xml") {
        Some(xml) => {
            let declaration = xml.split_once("?>")?.0;
            declaration.split_once("encoding=")?.1.trim_start_matches(['"', '\''])
        }
        None => {
            let line = start.lines().find(|line| line.trim_start().starts_with("\"Content-Type:"))?;
            line.split_once("charset=")?.1
        }
    };
    let is_name = |character: char| character.is_ascii_alphanumeric() || "-_.:".contains(character);
    let name: String = after.chars().take_while(|character| is_name(*character)).collect();
    let is_usual = ["", "charset", "utf-8", "utf8"].contains(&&*name.to_ascii_lowercase());
    (!is_usual).then_some(name)
}

/// Reads just enough to detect a file that is too large or endless.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(MOST_FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The bytes as text, or where they are not valid UTF-8.
pub(crate) fn utf8(bytes: Vec<u8>) -> Result<String, String> {
    if bytes.len() > MOST_FILE_BYTES {
        return Err(ToolMessage::TooLarge { most: MOST_FILE_BYTES }.to_string());
    }
    code_registry_table::utf8(bytes)
        .map_err(|(line, column)| ToolMessage::NotUtf8 { line, column }.to_string())
}

/// Used if neither the user nor the environment asks for a language of the table.
const LAST_RESORT: &str = "en";

/// The requested language, by its tag or locale name; else the environment's, else English, else the default language.
pub(crate) fn choose_language<'a>(table: &'a Table, requested: Option<&str>) -> Result<&'a Language, Error> {
    if let Some(tag) = requested {
        // A locale name, or a tag, of which `Language` would drop a variant after a region.
        let found = match tag.contains(['_', '.', '@']) {
            true => code_registry::Language::from_posix(tag).and_then(|tag| lookup(table, &tag.to_string())),
            false => lookup(table, tag),
        };
        return found.ok_or_else(|| missing(table, tag));
    }
    Ok(environment_language()
        .and_then(|language| lookup(table, &language.to_string()))
        .or_else(|| lookup(table, LAST_RESORT))
        .unwrap_or(&table.languages[0]))
}

/// The tool's language if the table has it, else the default language.
pub(crate) fn spoken_language(table: &Table) -> &Language {
    let found = code_registry::language::current().and_then(|language| lookup(table, &language.to_string()));
    found.unwrap_or(&table.languages[0])
}

/// The canonical tag of a language that an option names.
pub(crate) fn language_option(tag: &str) -> Result<String, Error> {
    canonical_language(tag).ok_or_else(|| Error::new(ToolMessage::NoTag { tag: tag.to_owned() }))
}

/// The canonical tag of a language tag or locale name. A locale with an unknown modifier has none: `sr@latin` must not
/// become Serbian in Cyrillic.
pub(crate) fn canonical_language(tag: &str) -> Option<String> {
    let (name, modifier) = tag.split_once('@').unwrap_or((tag, ""));
    let name = name.split_once('.').map_or(name, |(name, _)| name);
    let plain = canonical_tag(&name.replace('_', "-"))?;
    if matches!(modifier, "" | "euro") {
        return Some(plain);
    }
    let language = code_registry::Language::from_posix(tag)?.to_string();
    (language != plain).then_some(language)
}

/// The language of the table that suits a tag, as a program with this table finds it.
fn lookup<'a>(table: &'a Table, tag: &str) -> Option<&'a Language> {
    let tags: Vec<&str> = table.languages.iter().map(|language| language.tag.as_str()).collect();
    Some(&table.languages[best_language(&tags, tag)?])
}

fn missing(table: &Table, tag: &str) -> Error {
    let tags = || table.languages.iter().map(|language| language.tag.as_str());
    let all = tags().map(|tag| format!("`{tag}`")).collect::<Vec<_>>().join(", ");
    let error = Error::new(ToolMessage::NoLanguage { tag: tag.to_owned() });
    error.suggest(nearest(tag, tags()), ToolMessage::LanguagesAre { tags: all })
}

/// The file that records from which texts the translations of a table were made.
pub(crate) fn lock_path(table: &Path) -> PathBuf {
    table.with_extension("lock")
}

/// The files with texts of a table, relative to its folder: those of languages, and explanations.
pub(crate) fn texts_in(table: &Table) -> impl Iterator<Item = &str> {
    let languages = table.languages.iter().filter_map(|language| language.file.as_deref());
    let explanations = table
        .rows
        .iter()
        .flat_map(|row| (0..table.languages.len()).filter_map(|column| row.explanation_files.get(column)));
    languages.chain(explanations.map(String::as_str))
}
