//! An error and what it came from, for a person to read.

#[cfg(feature = "miette")]
mod diagnostic;
mod level;

use core::error::Error;
use core::fmt::{self, Write};

#[cfg(feature = "miette")]
pub use diagnostic::Diagnostic;
use level::{Cause, InLanguage};
pub use level::{CodedErrors, Level};

use crate::localize::speaking;
use crate::{Coded, Language};

/// An error and all that it came from, to be shown to a person in a language.
///
/// Each level begins a line: what `{:#}` shows if it has a code, otherwise what `{}` shows. There are no words
/// but those of the table and of the errors, so that a report is in one language:
///
/// | | |
/// |---|---|
/// | `- ` | what the level above came from |
/// | `  = ` | what the reader can do: [`help`](crate::Code::help) |
/// | `  * ` | a note: [`notes`](crate::Code::notes) |
/// | at the end | where to read on, once: the [page](crate::Code::url) of each code, or if it has none, the first of its [`references`](crate::Code::references) that begins with `https://` or `http://` |
///
/// A level has a code if the type of the source field is [`Coded`], or an `Option` of such a type. Behind a
/// `Box<dyn Error>`, and in a generic type without that bound, this is not known: such an error has no code here, and
/// speaks the language with the feature `std`. [`report_dyn`] finds the codes of the types that it is given.
///
/// ```
/// # mod library {
/// #     #[code_registry::codes("docs/guide.toml")]
/// #     pub enum BackupCode {}
/// # }
/// # use library::BackupCode;
/// use code_registry::{Coded, Language, report};
///
/// #[derive(Debug, Coded)]
/// #[coded(BackupCode::NoRoom)]
/// struct NoRoom {
///     folder: &'static str,
///     bytes: u64,
/// }
///
/// #[derive(Debug, Coded)]
/// #[coded(BackupCode::Unreadable)]
/// struct Unreadable {
///     path: &'static str,
///     source: NoRoom,
/// }
///
/// let error = Unreadable { path: "/srv/photos", source: NoRoom { folder: "/tmp", bytes: 12 } };
/// let it = Language::new("it").unwrap();
/// assert_eq!(report(&error, it).to_string(), "\
/// 3 BACKUP_UNREADABLE: impossibile leggere /srv/photos
/// - 1 BACKUP_NO_ROOM: a /tmp servono altri 12 byte
///   = eliminare i backup vecchi o usare un altro disco");
/// ```
pub fn report<E: Coded>(error: &E, language: Language) -> Report<'_> {
    Report { first: Cause::Coded(error), language, find: |_| None }
}

/// The [`report`] of an error of any type, in which errors of type `E`, or of one in a tuple of types, have their codes
/// wherever in the chain they are: boxed, in an `Arc` or in an `io::Error`, or wrapped by anyhow or eyre.
///
/// What is put around an error by anyhow's `context` or eyre's `wrap_err` is of no type that can be asked for: it shows no
/// code, and speaks the language.
///
/// ```
/// # mod library {
/// #     #[code_registry::codes("docs/guide.toml")]
/// #     pub enum BackupCode {}
/// # }
/// # use library::BackupCode;
/// use code_registry::{Coded, Language, report_dyn};
///
/// #[derive(Debug, Coded)]
/// #[coded(BackupCode::Offline)]
/// struct Offline;
///
/// let error = anyhow::Error::from(Offline).context("every night");
/// let it = Language::new("it").unwrap();
/// assert_eq!(report_dyn::<Offline>(&*error, it).to_string(), "\
/// every night
/// - 4 BACKUP_OFFLINE: Non in linea");
/// ```
pub fn report_dyn<'a, E: CodedErrors>(error: &'a (dyn Error + 'static), language: Language) -> Report<'a> {
    Report { first: Cause::of(error, E::level), language, find: E::level }
}

/// An error and all that it came from, in a language: what [`report`] gives.
#[derive(Clone, Copy)]
#[must_use = "a report is nothing until it is shown"]
pub struct Report<'a> {
    first: Cause<'a>,
    language: Language,
    /// Knows which errors of any type have codes.
    find: level::Find,
}

impl<'a> Report<'a> {
    fn levels(self) -> impl Iterator<Item = Cause<'a>> {
        core::iter::successors(Some(self.first), move |level| level.source(self.find))
    }

    /// Where to read on, each once.
    fn addresses(self) -> impl Iterator<Item = level::Address<'a>> {
        let all = move || self.levels().filter_map(move |level| level.address(self.language));
        all()
            .enumerate()
            .filter(move |&(at, address)| all().take(at).all(|other| other != address))
            .map(|(_, address)| address)
    }

    fn write(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (depth, level) in self.levels().enumerate() {
            if depth > 0 {
                f.write_str("\n- ")?;
            }
            self.write_level(level, f)?;
        }
        self.addresses().try_for_each(|address| write!(f, "\n{address}"))
    }

    fn write_level(self, level: Cause<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = match level {
            Cause::Any(error) => return write!(Lines::new(f, "  "), "{error}"),
            Cause::Coded(level) => level,
        };
        write!(Lines::new(f, "  "), "{:#}", InLanguage(level, self.language))?;
        let help = level.help(self.language).map(|help| ("\n  = ", help));
        let notes = level.notes(self.language).map(|note| ("\n  * ", note));
        help.into_iter().chain(notes).try_for_each(|(mark, text)| {
            f.write_str(mark)?;
            Lines::new(f, "    ").write_str(text)
        })
    }
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        speaking(self.language, || self.write(f))
    }
}

impl fmt::Debug for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Report({self})")
    }
}

/// Writes a text of several lines under its first one; line breaks at its end are left out, and all are `\n`.
struct Lines<'a, 'f> {
    f: &'a mut fmt::Formatter<'f>,
    /// What each line but the first begins with.
    indent: &'static str,
    /// Line breaks that something may still follow.
    breaks: usize,
}

impl<'a, 'f> Lines<'a, 'f> {
    fn new(f: &'a mut fmt::Formatter<'f>, indent: &'static str) -> Self {
        Self { f, indent, breaks: 0 }
    }

    fn begin_line(&mut self) -> fmt::Result {
        if self.breaks == 0 {
            return Ok(());
        }
        for _ in 0..core::mem::take(&mut self.breaks) {
            self.f.write_char('\n')?;
        }
        self.f.write_str(self.indent)
    }
}

impl Write for Lines<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for line in text.split_inclusive('\n') {
            let (line, breaks) = match line.strip_suffix('\n') {
                Some(line) => (line.strip_suffix('\r').unwrap_or(line), 1),
                None => (line, 0),
            };
            if !line.is_empty() {
                self.begin_line()?;
                self.f.write_str(line)?;
            }
            self.breaks += breaks;
        }
        Ok(())
    }
}
