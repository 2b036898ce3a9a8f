use core::error::Error;
use core::fmt::{self, Display};
use std::boxed::Box;
use std::format;
use std::string::{String, ToString as _};
use std::vec::Vec;

use super::{Report, ReportLevel};

/// A report for [`miette`], which displays it with its handler: as a graphic, a narration or JSON.
///
/// The code of a diagnostic is the label and the symbol, as `{:#}` shows them. Its URL is the address of its page, or
/// otherwise of its reference. Notes follow the help, each after a `*`. Sources are diagnostics too. The texts are in the
/// language in which the diagnostic was made; it does not keep the error.
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
/// #[coded(BackupCode::Offline)]
/// struct Offline;
///
/// fn back_up() -> miette::Result<()> {
///     let it = Language::new("it").unwrap();
///     Err(report(&Offline, it).diagnostic().into())
/// }
/// let error = back_up().unwrap_err();
/// assert_eq!(error.to_string(), "Non in linea");
/// assert_eq!(error.code().unwrap().to_string(), "4 BACKUP_OFFLINE");
/// ```
#[derive(Debug)]
pub struct Diagnostic {
    message: String,
    code: Option<String>,
    help: Option<String>,
    url: Option<String>,
    source: Option<Box<Diagnostic>>,
}

impl Report<'_> {
    /// The report for [`miette`].
    pub fn diagnostic(self) -> Diagnostic {
        diagnostic_of(self.first)
    }
}

fn diagnostic_of(level: ReportLevel<'_>) -> Diagnostic {
    let help = level.help().map(|help| help.to_string());
    let help: Vec<String> = help.into_iter().chain(level.notes().map(marked)).collect();
    Diagnostic {
        message: level.message().to_string(),
        code: level.heading().map(|heading| heading.to_string()),
        help: (!help.is_empty()).then(|| help.join("\n")),
        url: level.url().map(|url| url.to_string()),
        source: level.source().map(|source| Box::new(diagnostic_of(source))),
    }
}

/// A note as [`Report`] shows it: with a mark, to tell it from the help.
fn marked(note: &str) -> String {
    format!("* {}", note.trim_end().replace('\n', "\n  "))
}

impl Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for Diagnostic {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.source.as_deref()?)
    }
}

impl miette::Diagnostic for Diagnostic {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        shown(self.code.as_ref())
    }

    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        shown(self.help.as_ref())
    }

    fn url<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        shown(self.url.as_ref())
    }

    fn diagnostic_source(&self) -> Option<&dyn miette::Diagnostic> {
        Some(self.source.as_deref()?)
    }
}

fn shown<'a>(text: Option<impl Display + 'a>) -> Option<Box<dyn Display + 'a>> {
    Some(Box::new(text?))
}
