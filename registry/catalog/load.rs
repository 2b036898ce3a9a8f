//! Catalogues that are read while the program runs.

use core::fmt;
use std::borrow::ToOwned as _;
use std::boxed::Box;
use std::format;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;
use std::string::{String, ToString as _};
use std::vec::Vec;

use code_registry_table::contract::Contract;
use code_registry_table::{
    MOST_BYTES, MOST_FILE_BYTES, Reading, is_right_to_left, near, plural, read_language, says_nothing,
    texts_of_language,
};

use super::{Catalog, CatalogTexts, catalog};
use crate::languages::Speech;
use crate::numbers::Numbers;
use crate::strings::Strings;
use crate::texts::Kind;
use crate::{Code, Language};

impl<E: Code> Catalog<E> {
    /// Reads a language file from disk. It is checked as [`catalog!`](crate::catalog) checks it, and not yet installed:
    /// a file that is refused changes nothing. A relative path goes on from the folder that the process runs in, not from
    /// the package.
    ///
    /// Loaded again and installed, it replaces what it said before: so a translator sees a change without compiling.
    /// What was loaded stays in memory until the program ends.
    ///
    /// # Errors
    /// Says why the file cannot be read, or every mistake in it, each with its line.
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
        let file = path.as_ref().display().to_string();
        match text_of(path.as_ref()) {
            Ok(text) => Self::read(language, &file, &text),
            Err(error) => Err(CatalogError(Reason::Unreadable { file, error })),
        }
    }

    /// The same with the text of a file, wherever it comes from; `file` is what mistakes call it.
    ///
    /// # Errors
    /// Says every mistake in it, each with its line.
    ///
    /// ```
    /// use code_registry::{Catalog, Language, websocket::CloseCode};
    ///
    /// let fr = Language::new("fr").unwrap();
    /// let refused = Catalog::<CloseCode>::read(fr, "fr.toml", "[code.1000]\nnane = \"Fin normale\"").unwrap_err();
    /// assert!(refused.to_string().starts_with("fr.toml:2:1: error[unknown-key]: "), "{refused}");
    /// ```
    pub fn read(language: Language, file: &str, text: &str) -> Result<Self, CatalogError> {
        let refused = |report| CatalogError(Reason::Refused(report));
        let another = || refused("the registry was made by another version".to_owned());
        let contract = Contract::read(E::contract()).ok_or_else(another)?;
        let reading = read_language(&contract, &language.to_string(), file, text);
        if reading.has_errors() {
            return Err(refused(report(&reading)));
        }
        if says_nothing(&reading.table) {
            return Err(refused(format!("no row has a text in `{file}`")));
        }
        let texts = texts_of_language(&reading.table);
        match texts.iter().flatten().map(String::len).find(|&length| length > MOST_BYTES) {
            Some(length) => Err(CatalogError(Reason::TooLong { file: file.to_owned(), length })),
            None => {
                let mut catalog = catalog(Box::leak(Box::new(self::texts(language, file, &texts))));
                catalog.warnings = leak(reports(&reading).collect());
                Ok(catalog)
            }
        }
    }

    /// What is wrong with the file though it can be used, such as a plural without a form that its language has: each as
    /// the compiler would show it, with its line. None of a catalogue that was compiled: the compiler has shown them.
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
}

/// Of a file that never ends no more than can be told to be too much.
fn text_of(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?.take(MOST_FILE_BYTES as u64 + 1).read_to_string(&mut text)?;
    Ok(text)
}

/// Every mistake and every warning, as the compiler would show them.
fn report(reading: &Reading) -> String {
    reports(reading).collect::<Vec<_>>().join("\n\n")
}

fn reports(reading: &Reading) -> impl Iterator<Item = String> {
    let diagnostics = reading.diagnostics.iter();
    diagnostics.map(|diagnostic| diagnostic.report(&reading.sources).to_string().trim_end().to_owned())
}

fn texts(language: Language, file: &str, texts: &[Vec<String>; 5]) -> CatalogTexts {
    let tag = language.to_string();
    let rules = |ordinal| leak(plural::compile(&tag, ordinal).unwrap_or_default());
    let near = near(&[&tag]).into_iter().filter_map(|(request, _)| Language::new(&request));
    CatalogTexts {
        language,
        near: leak(near.collect()),
        speech: Speech {
            right_to_left: is_right_to_left(&tag),
            cardinal: rules(false),
            ordinal: rules(true),
        },
        kinds: texts.each_ref().map(|texts| -> &'static Kind { Box::leak(Box::new(kind(texts))) }),
        file: file.to_owned().leak(),
    }
}

/// The texts of a kind, each a block of its own: nobody minds a few bytes more.
fn kind(texts: &[String]) -> Kind {
    let (mut blocks, mut starts, mut base) = (Vec::new(), Vec::new(), 0);
    for text in texts {
        blocks.extend(u32::try_from(base).unwrap_or(u32::MAX).to_le_bytes());
        starts.extend([0, text.len()].into_iter().flat_map(|at| (at as u16).to_le_bytes()));
        base += text.len();
    }
    let strings = Strings {
        texts: texts.concat().leak(),
        shift: 0,
        blocks: Numbers::new(size_of::<u32>(), leak(blocks)),
        starts: leak(starts),
    };
    Kind { strings, languages: 1, rows: Numbers::new(1, &[]) }
}

/// What is read once and asked for until the program ends.
fn leak<T>(list: Vec<T>) -> &'static [T] {
    list.leak()
}

/// Why a language file is no catalogue: it cannot be read, or the registry's contract refuses it.
///
/// It shows every mistake, each with its line, as the compiler would; `{:?}`, which a `main` that returns it prints, too.
pub struct CatalogError(Reason);

enum Reason {
    Unreadable { file: String, error: io::Error },
    Refused(String),
    TooLong { file: String, length: usize },
}

impl fmt::Display for CatalogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::Unreadable { file, .. } => write!(f, "cannot read `{file}`"),
            Reason::Refused(report) => f.write_str(report),
            Reason::TooLong { file, length } => {
                write!(f, "{file}: {length} bytes are too many for one text: at most {MOST_BYTES}")
            }
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
