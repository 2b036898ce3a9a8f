//! Catalogues that are loaded at run time.

use core::fmt;
use std::borrow::ToOwned as _;
use std::boxed::Box;
use std::format;
use std::fs::{self, File, Metadata};
use std::io::{self, Read as _, Seek as _};
use std::path::Path;
use std::string::{String, ToString as _};
use std::vec::Vec;

use code_registry_encoding::formats::Formats;
use code_registry_encoding::texts::{EncodedTexts, TextTooLong, Texts};
use code_registry_table::contract::Contract;
use code_registry_table::{
    MOST_FILE_BYTES, Reading, formats_of, is_right_to_left, locale_matches, missing_in_language, plural,
    read_known_of_language, read_language, says_nothing, shown, texts_of_language, utf8,
};

use super::{Catalog, CatalogTexts, catalog};
use crate::error_arguments::write_help;
use crate::languages::Speech;
use crate::{Code, Language, Table};

impl<E: Code> Catalog<E> {
    /// Reads a language file. It is checked as [`catalog!`](crate::catalog) checks it. It is not installed yet, so a
    /// file with an error changes nothing. A relative path starts at the current directory of the process, not at the
    /// package.
    ///
    /// Only a regular file is read. A file that changes while it is read is read again, so the catalogue never contains
    /// parts of two versions. To be safe, write a new file next to the old one and rename it.
    ///
    /// Loading a file again and installing it replaces what was loaded before: a translator sees a change without
    /// compiling. Loaded texts stay in memory until the program ends, because they are `'static`; loading a file
    /// whose installed texts have not changed takes no further memory.
    ///
    /// # Errors
    /// The reason why the file cannot be read, or every error in it with its line.
    ///
    /// ```
    /// # mod library {
    /// #     #[code_registry::codes("docs/guide.toml")]
    /// #     pub enum BackupCode {}
    /// # }
    /// use code_registry::{Catalog, Language};
    /// use library::BackupCode;
    ///
    /// let de = Language::new("de").unwrap();
    /// Catalog::<BackupCode>::load(de, "docs/guide.de.toml")?.install();
    /// assert_eq!(BackupCode::NoRoom.name(de), "Kein Platz");
    /// # Ok::<(), code_registry::CatalogError>(())
    /// ```
    pub fn load(language: Language, path: impl AsRef<Path>) -> Result<Self, CatalogError> {
        let file = name_of(path.as_ref());
        match text_of(path.as_ref()) {
            Ok(text) => Self::read(language, &file, &text),
            Err(error) => Err(CatalogError(Reason::Unreadable { file, error })),
        }
    }

    /// Reads the text of a language file, wherever it comes from. Errors call it `file`.
    ///
    /// # Errors
    /// Every error in the text with its line.
    ///
    /// ```
    /// use code_registry::{Catalog, Language, websocket::CloseCode};
    ///
    /// let fr = Language::new("fr").unwrap();
    /// let refused = Catalog::<CloseCode>::read(fr, "fr.toml", "[code.1000]\nnane = \"Fin normale\"").unwrap_err();
    /// assert!(refused.to_string().starts_with("fr.toml:2:1: error[unknown-key]: "), "{refused}");
    /// ```
    pub fn read(language: Language, file: &str, text: &str) -> Result<Self, CatalogError> {
        Self::read_with(read_language, language, file, text)
    }

    /// Reads a language file of an older or newer version of the registry. Rows, texts and arguments that this version
    /// does not have are left out: [`warnings`](Self::warnings) reports each.
    ///
    /// # Errors
    /// The reason why the file cannot be read, or every other error in it with its line.
    pub fn load_known(language: Language, path: impl AsRef<Path>) -> Result<Self, CatalogError> {
        let file = name_of(path.as_ref());
        match text_of(path.as_ref()) {
            Ok(text) => Self::read_known(language, &file, &text),
            Err(error) => Err(CatalogError(Reason::Unreadable { file, error })),
        }
    }

    /// The same for the text of a language file, wherever it comes from. Errors call it `file`.
    ///
    /// # Errors
    /// Every other error in the text with its line.
    ///
    /// ```
    /// use code_registry::{Catalog, Language, websocket::CloseCode};
    ///
    /// let fr = Language::new("fr").unwrap();
    /// let text = "[code.1000]\nname = \"Fermeture normale\"\n[code.1018]\nname = \"Nouveau\"";
    /// assert!(Catalog::<CloseCode>::read(fr, "fr.toml", text).is_err());
    /// let french = Catalog::<CloseCode>::read_known(fr, "fr.toml", text).unwrap();
    /// assert_eq!(french.warnings().count(), 1);
    /// assert!(french.missing().any(|key| key == "code.1000.description"));
    /// ```
    pub fn read_known(language: Language, file: &str, text: &str) -> Result<Self, CatalogError> {
        Self::read_with(read_known_of_language, language, file, text)
    }

    fn read_with(
        reader: fn(&Contract<'_>, &str, &str, &str) -> Reading,
        language: Language,
        file: &str,
        text: &str,
    ) -> Result<Self, CatalogError> {
        let refused = |report| CatalogError(Reason::Refused(report));
        let contract = Contract::read(<E::Table>::contract()).map_err(refused)?;
        let file = &shown(file);
        let reading = reader(&contract, &language.to_string(), file, text);
        if reading.has_errors() {
            return Err(refused(report(&reading)));
        }
        if says_nothing(&reading.table) {
            return Err(refused(format!("no row has a text in `{file}`")));
        }
        let texts = texts_of_language(&reading.table);
        let installed = (<E::Table>::NAMES.catalogs)().installed(file, language);
        let texts = match installed.filter(|installed| installed.has(&texts)) {
            Some(unchanged) => unchanged,
            None => Box::leak(Box::new(
                catalog_texts(language, file, &texts, formats_of(&reading.table, &language.to_string()))
                    .map_err(|error| CatalogError(Reason::TooLong { file: file.to_owned(), error }))?,
            )),
        };
        let mut catalog = catalog(texts);
        catalog.warnings = leak(reports(&reading).collect());
        Ok(catalog)
    }

    /// What should be corrected in the file although it can be used, such as a plural without a form that its language
    /// has. Each warning looks as the compiler would show it, with its line. A catalogue that was compiled has none
    /// here: the compiler has shown them.
    ///
    /// ```
    /// # mod library {
    /// #     #[code_registry::codes("docs/guide.toml")]
    /// #     pub enum BackupCode {}
    /// # }
    /// use code_registry::{Catalog, Language};
    /// use library::BackupCode;
    ///
    /// let de = Language::new("de").unwrap();
    /// let german = Catalog::<BackupCode>::load(de, "docs/guide.de.toml")?;
    /// for warning in german.warnings() {
    ///     eprintln!("{warning}");
    /// }
    /// # assert_eq!(german.warnings().count(), 0);
    /// # Ok::<(), code_registry::CatalogError>(())
    /// ```
    pub fn warnings(&self) -> impl Iterator<Item = &'static str> {
        self.warnings.iter().map(String::as_str)
    }

    /// The texts that the registry has in its default language and this catalogue does not: the keys of translators' files,
    /// such as `code.2001.message` or `range.3000-3999.note.1`. They are displayed in the languages of the registry.
    ///
    /// ```
    /// # mod library {
    /// #     #[code_registry::codes("docs/guide.toml")]
    /// #     pub enum BackupCode {}
    /// # }
    /// use code_registry::{Catalog, Language};
    /// use library::BackupCode;
    ///
    /// let de = Language::new("de").unwrap();
    /// let german = Catalog::<BackupCode>::load(de, "docs/guide.de.toml")?;
    /// for key in german.missing() {
    ///     eprintln!("not translated: {key}");
    /// }
    /// # assert!(german.missing().count() > 0);
    /// # Ok::<(), code_registry::CatalogError>(())
    /// ```
    pub fn missing(&self) -> impl Iterator<Item = String> {
        let contract = Contract::read(<E::Table>::contract()).ok();
        let has = |kind: usize, text: usize| !self.texts.kinds[kind].get(text, 0).is_empty();
        contract.map(|contract| missing_in_language(&contract, has)).unwrap_or_default().into_iter()
    }
}

/// How often a changing file is read before that is an error.
const ATTEMPTS: usize = 4;

/// The text of a regular file as it was at one moment.
fn text_of(path: &Path) -> io::Result<String> {
    // Checked before the file is opened: opening a named pipe waits for its other end.
    check_regular(&fs::metadata(path)?)?;
    for _ in 0..ATTEMPTS {
        if let Some(bytes) = unchanged_bytes(path)? {
            return utf8(bytes).map_err(|(line, column)| {
                let reason = format!("line {line} is not UTF-8 from column {column} on");
                io::Error::new(io::ErrorKind::InvalidData, reason)
            });
        }
    }
    let reason = "it changes while it is read; write a new file next to it and rename that";
    Err(io::Error::new(io::ErrorKind::Interrupted, reason))
}

fn check_regular(metadata: &Metadata) -> io::Result<()> {
    if metadata.is_file() {
        Ok(())
    } else if metadata.is_dir() {
        Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a directory; name a file in it"))
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a regular file"))
    }
}

/// The bytes of a file, or the beginning of one that is too large. `None` if it changed meanwhile.
fn unchanged_bytes(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut file = File::open(path)?;
    let before = file.metadata()?;
    check_regular(&before)?;
    let most = MOST_FILE_BYTES as u64 + 1;
    let read = |file: &mut File| {
        let mut bytes = Vec::new();
        file.rewind()?;
        file.take(most).read_to_end(&mut bytes)?;
        io::Result::Ok(bytes)
    };
    let bytes = read(&mut file)?;
    // The clock of a file system is coarse: two changes within one tick leave the same time.
    let is_same = read(&mut file)? == bytes;
    let after = file.metadata()?;
    let is_unchanged = is_same
        && bytes.len() as u64 == before.len().min(most)
        && (before.len(), before.modified().ok()) == (after.len(), after.modified().ok());
    Ok(is_unchanged.then_some(bytes))
}

/// A path in messages: bytes that are not UTF-8 and characters that a terminal obeys are escaped.
fn name_of(path: &Path) -> String {
    let chunks = path.as_os_str().as_encoded_bytes().utf8_chunks();
    let names = chunks.map(|chunk| {
        let bytes = chunk.invalid().iter().map(|byte| format!("\\x{byte:02x}"));
        shown(chunk.valid()) + &bytes.collect::<String>()
    });
    names.collect()
}

/// Every error and every warning, as the compiler would show them.
fn report(reading: &Reading) -> String {
    reports(reading).collect::<Vec<_>>().join("\n\n")
}

fn reports(reading: &Reading) -> impl Iterator<Item = String> {
    let diagnostics = reading.diagnostics.iter();
    diagnostics.map(|diagnostic| diagnostic.report(&reading.sources).to_string().trim_end().to_owned())
}

fn catalog_texts(
    language: Language,
    file: &str,
    texts: &[Vec<String>],
    formats: Option<Formats<'static>>,
) -> Result<CatalogTexts, TextTooLong> {
    let kinds = texts.iter().map(|texts| EncodedTexts::new(&[texts])).collect::<Result<Vec<_>, _>>()?;
    let kinds =
        kinds.into_iter().map(|texts| -> &'static Texts<'static> { Box::leak(Box::new(texts.leak())) });
    let tag = language.to_string();
    let rules = |ordinal| leak(plural::compile(&tag, ordinal).unwrap_or_default());
    let matches = locale_matches(&[&tag]).into_iter().filter_map(|(request, _)| Language::new(&request));
    Ok(CatalogTexts {
        language,
        matches: leak(matches.collect()),
        speech: Speech {
            language,
            right_to_left: is_right_to_left(&tag),
            cardinal: rules(false),
            ordinal: rules(true),
            formats: formats.map(|formats| -> &Formats<'static> { Box::leak(Box::new(formats)) }),
        },
        kinds: leak(kinds.collect()),
        write_help: Some(write_help),
        file: file.to_owned().leak(),
    })
}

/// Texts are `'static`, so what is read stays until the program ends.
fn leak<T>(list: Vec<T>) -> &'static [T] {
    list.leak()
}

/// The reason why a language file is not a catalogue: it cannot be read, or does not match the registry.
///
/// It shows every error with its line, as the compiler would. So does `{:?}`, which is what a `main` that returns the
/// error prints.
pub struct CatalogError(Reason);

enum Reason {
    Unreadable { file: String, error: io::Error },
    Refused(String),
    TooLong { file: String, error: TextTooLong },
}

impl fmt::Display for CatalogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::Unreadable { file, .. } => write!(f, "cannot read `{file}`"),
            Reason::Refused(report) => f.write_str(report),
            Reason::TooLong { file, error } => write!(f, "{file}: {error}"),
        }
    }
}

impl fmt::Debug for CatalogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::Unreadable { error, .. } => write!(f, "{self}: {error}"),
            Reason::Refused(_) | Reason::TooLong { .. } => write!(f, "{self}"),
        }
    }
}

impl core::error::Error for CatalogError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match &self.0 {
            Reason::Unreadable { error, .. } => Some(error),
            Reason::Refused(_) | Reason::TooLong { .. } => None,
        }
    }
}
