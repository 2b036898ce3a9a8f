//! Help with the arguments of an error's message.

use core::fmt;

use code_registry_encoding::message::{is_program, shown};

use crate::coded::HasArguments;
use crate::languages::{Found, Speech};
use crate::message::write_with_names;
use crate::table::row;
use crate::{Coded, Language, Table};

/// Writes a stored help text with the arguments of an error.
///
/// Only tables and catalogues whose help has arguments refer to such a function, so that other programs do not contain it.
pub type WriteHelp = fn(&str, &Speech<'_>, &dyn HasArguments, &mut fmt::Formatter<'_>) -> fmt::Result;

/// The only [`WriteHelp`].
pub fn write_help(
    entry: &str,
    speech: &Speech<'_>,
    error: &dyn HasArguments,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let mut written = None;
    error.visit_arguments(&mut |names, arguments| {
        written = Some(write_with_names(entry, speech, names, arguments, f));
    });
    written.unwrap_or_else(|| f.write_str(shown(entry)))
}

/// Writes the help of an error; nothing if there is none.
pub(crate) fn fmt_help<T: Coded>(error: &T, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (write, Found { entry, speech }) = find::<T::Code>(error.code(), language);
    match write {
        Some(write) if is_program(entry) => write(entry, speech, error, f),
        _ => f.write_str(shown(entry)),
    }
}

/// The help of a code as it is stored, and what writes it if it has arguments.
pub(crate) fn find<E: crate::Code>(code: E, language: Language) -> (Option<WriteHelp>, Found) {
    let texts = <E::Table>::HELP;
    match texts.has_catalogs() {
        true => {
            let of_catalogs = || (texts.catalogs)().write_help();
            let write = <E::Table>::WRITE_HELP.or_else(of_catalogs);
            (write, texts.find_with_catalogs(row(code), language))
        }
        false => (<E::Table>::WRITE_HELP, texts.find(row(code), texts.languages.column(language))),
    }
}

/// What the reader of an error can do, with the arguments of its message: what [`Coded::help`] returns.
#[derive(Debug)]
pub struct Help<'a, T> {
    error: &'a T,
    language: Language,
}

impl<T> Clone for Help<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Help<'_, T> {}

impl<'a, T: Coded> Help<'a, T> {
    pub(crate) fn new(error: &'a T, language: Language) -> Self {
        Self { error, language }
    }
}

impl<T: Coded> fmt::Display for Help<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt_help(self.error, self.language, f)
    }
}
