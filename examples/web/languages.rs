//! What the application says in place of `lending`: two languages more, and a sentence in other words.

use code_registry::{Catalog, CatalogError, Language, catalog};

use crate::lending::LendingCode;

/// A language that `lending` lacks.
static GERMAN: Catalog<LendingCode> = catalog!(LendingCode, "de", "examples/web/languages/de.toml");

/// A sentence that it has, corrected.
static ITALIAN: Catalog<LendingCode> = catalog!(LendingCode, "it", "examples/web/languages/it.toml");

/// Another that it lacks, from disk: who translates sees a change without compiling.
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
