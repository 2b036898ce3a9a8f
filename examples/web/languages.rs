//! The application's texts for `lending`: two more languages, and a sentence in other words.

use code_registry::{Catalog, CatalogError, Language, catalog};

use crate::lending::LendingCode;

/// A language that `lending` lacks.
static GERMAN: Catalog<LendingCode> = catalog!(LendingCode, "de", "examples/web/languages/de.toml");

/// A corrected sentence of `lending`.
static ITALIAN: Catalog<LendingCode> = catalog!(LendingCode, "it", "examples/web/languages/it.toml");

/// Another language that it lacks, loaded at run time: a translator sees a change without compiling.
const FRENCH: (Language, &str) = (Language::new("fr").unwrap(), "examples/web/languages/fr.toml");

pub(crate) fn install() -> Result<(), CatalogError> {
    GERMAN.install();
    ITALIAN.install();
    let french = Catalog::<LendingCode>::load(FRENCH.0, FRENCH.1)?;
    for warning in french.warnings() {
        tracing::warn!("{warning}");
    }
    french.install();
    Ok(())
}
