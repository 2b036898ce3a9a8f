//! PO files, as gettext has them.

mod escape;
mod read;
mod write;

pub(super) use read::read;
pub(super) use write::write;

/// The header that says which plural form is for which numbers.
const PLURAL_FORMS: &str = "Plural-Forms";
