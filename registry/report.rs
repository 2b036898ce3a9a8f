//! Reports: an error with its sources, for people.

pub(crate) mod answer;
#[cfg(feature = "miette")]
mod diagnostic;
mod level;

use core::error::Error;
use core::fmt::{self, Write};

#[cfg(feature = "miette")]
pub use diagnostic::Diagnostic;
use level::{Address, find};
pub use level::{AnyCoded, Registries, ReportLevel};

use crate::localize::speaking;
use crate::{Coded, Language};

/// An error with its sources, to be displayed to people in a language.
///
/// Each level begins a line: `{:#}` of an error with a code, `{}` of any other error. All words come from the table and
/// the errors, so a report is in one language:
///
/// | | |
/// |---|---|
/// | `- ` | the source of the level above |
/// | `  = ` | what the reader can do: [`help`](crate::Code::help) |
/// | `  * ` | a note: [`notes`](crate::Code::notes) |
/// | at the end | where to read on, each address once: the [page](crate::Code::url) of each code; without one, the first of its [`references`](crate::Code::references) that begins with `https://` or `http://` |
///
/// A level has a code if its type is [`Coded`], or if it displays an error with a code of the same registry: a box, an
/// `Arc`, an `io::Error` around one, a context of anyhow or eyre, a transparent type of another derive. [`report_dyn`]
/// knows further registries. For a variant with `#[code(SYMBOL, transparent)]`, a level shows the code of the error inside, if
/// it has one of a registry that the report knows, otherwise `SYMBOL`. With the feature `std`, errors without a code and errors of other registries are in the language too.
///
/// Any other error of a registry that the report does not know is shown with its code, but without help, notes and address. In a
/// program with debug assertions, `  ! ` and a sentence follow each code of an unknown registry, so that a forgotten one is
/// noticed.
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
    Report { first: ReportLevel::coded(error, find::<E::Code>, language) }
}

/// The [`report`] of an error of any type, which knows the registry `R`, or those in a tuple.
///
/// Write the tuple in one place, as a type of your own:
///
/// ```
/// # mod library {
/// #     #[code_registry::codes("docs/guide.toml")]
/// #     pub enum BackupCode {}
/// # }
/// # use library::BackupCode;
/// use code_registry::websocket::CloseCode;
/// use code_registry::{Coded, Language, Report, report_dyn};
///
/// /// All registries of this application.
/// type Known = (BackupCode, CloseCode);
///
/// #[derive(Debug, Coded)]
/// #[coded(BackupCode::Offline)]
/// struct Offline;
///
/// let error = anyhow::Error::from(Offline).context("every night");
/// let it = Language::new("it").unwrap();
/// assert_eq!(report_dyn::<Known>(&*error, it).to_string(), "\
/// every night
/// - 4 BACKUP_OFFLINE: Non in linea");
/// ```
pub fn report_dyn<'a, R: Registries>(error: &'a (dyn Error + 'static), language: Language) -> Report<'a> {
    Report { first: ReportLevel::any(error, find::<R>, language) }
}

/// An error with its sources, in a language: the result of [`report`].
///
/// `{:#}` shows it on one line, for logs: the levels without help, notes and addresses, separated by `: `.
///
/// ```
/// # mod library {
/// #     #[code_registry::codes("docs/guide.toml")]
/// #     pub enum BackupCode {}
/// # }
/// # use library::BackupCode;
/// use std::io;
///
/// use code_registry::{Coded, report};
///
/// #[derive(Debug, Coded)]
/// #[coded(BackupCode::Unreadable)]
/// struct Unreadable {
///     path: &'static str,
///     source: io::Error,
/// }
///
/// let error = Unreadable { path: "/srv", source: io::Error::other("disk on fire") };
/// let report = report(&error, BackupCode::LANGUAGES[0]);
/// assert_eq!(format!("{report:#}"), "3 BACKUP_UNREADABLE: cannot read /srv: disk on fire");
/// let symbols: Vec<_> = report.levels().map(|level| level.symbol()).collect();
/// assert_eq!(symbols, [Some("BACKUP_UNREADABLE"), None]);
/// ```
#[derive(Clone, Copy)]
#[must_use = "does nothing unless it is formatted"]
pub struct Report<'a> {
    first: ReportLevel<'a>,
}

impl<'a> Report<'a> {
    /// The error, its source, and so on.
    pub fn levels(&self) -> impl Iterator<Item = ReportLevel<'a>> + use<'a> {
        core::iter::successors(Some(self.first), |level| level.source())
    }

    /// Where to read on, each address once.
    fn addresses(self) -> impl Iterator<Item = Address<'a>> {
        let all = move || self.levels().filter_map(ReportLevel::address);
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
            level.write(&mut Lines::new(f, "\n  "))?;
            if let Some(help) = level.help() {
                f.write_str("\n  = ")?;
                write!(Lines::new(f, "\n    "), "{help}")?;
            }
            for note in level.notes() {
                f.write_str("\n  * ")?;
                Lines::new(f, "\n    ").write_str(note)?;
            }
            if let Some(registry) = level.unknown_registry() {
                write!(f, "\n  ! `{registry}` is not among the registries of this report")?;
            }
        }
        self.addresses().try_for_each(|address| write!(f, "\n{address}"))
    }

    fn write_line(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (depth, level) in self.levels().enumerate() {
            if depth > 0 {
                f.write_str(": ")?;
            }
            level.write(&mut Lines::new(f, " "))?;
        }
        Ok(())
    }
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        speaking(self.first.language(), || match f.alternate() {
            true => self.write_line(f),
            false => self.write(f),
        })
    }
}

impl fmt::Debug for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Report({self})")
    }
}

/// Writes a text of several lines under its first one; line breaks at its end are left out.
struct Lines<'a, 'f> {
    f: &'a mut fmt::Formatter<'f>,
    /// The text that is written for line breaks between lines, with the indentation of the next one.
    break_and_indent: &'static str,
    /// Line breaks that something may still follow.
    breaks: usize,
}

impl<'a, 'f> Lines<'a, 'f> {
    fn new(f: &'a mut fmt::Formatter<'f>, break_and_indent: &'static str) -> Self {
        Self { f, break_and_indent, breaks: 0 }
    }

    fn begin_line(&mut self) -> fmt::Result {
        let breaks = core::mem::take(&mut self.breaks);
        if breaks == 0 {
            return Ok(());
        }
        if self.break_and_indent.starts_with('\n') {
            (1..breaks).try_for_each(|_| self.f.write_char('\n'))?;
        }
        self.f.write_str(self.break_and_indent)
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
