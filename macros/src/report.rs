//! What is wrong with a table, as the compiler says it.

use code_registry_table::expand::Selection;
use code_registry_table::{Diagnostic, Reading, Severity};
use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

#[cfg(test)]
mod tests;

/// More errors than these are counted: the compiler takes its time over each.
const ERRORS_SHOWN: usize = 1_000;

/// More warnings than these are counted: `codes check` shows them all.
const WARNINGS_SHOWN: usize = 10;

/// All mistakes and warnings of a table, at the place where its path is written.
pub(crate) fn diagnostics(reading: &Reading, selection: &Selection<'_>, span: Span) -> TokenStream {
    let relevant: Vec<&Diagnostic> =
        reading.diagnostics.iter().filter(|diagnostic| concerns(diagnostic, selection)).collect();
    let say = |severity, most, kind| said(reading, &relevant, severity, most, kind);
    let errors = say(Severity::Error, ERRORS_SHOWN, "mistakes").map(|message| error(&message, span));
    let warnings = say(Severity::Warning, WARNINGS_SHOWN, "warnings").map(|message| warning(&message, span));
    errors.chain(warnings).collect()
}

/// Those of a severity, so many at most, and how many more there are.
fn said(
    reading: &Reading,
    relevant: &[&Diagnostic],
    severity: Severity,
    most: usize,
    kind: &str,
) -> impl Iterator<Item = String> {
    let all = || relevant.iter().filter(move |diagnostic| diagnostic.severity == severity);
    let left = all().count().saturating_sub(most);
    let rest = (left > 0).then(|| format!("{left} more {kind}: `codes check` shows them all"));
    all().take(most).map(|diagnostic| diagnostic.report(&reading.sources).to_string()).chain(rest)
}

/// What is said of a language that is not compiled in concerns nobody here.
fn concerns(diagnostic: &Diagnostic, selection: &Selection<'_>) -> bool {
    diagnostic.language.as_ref().is_none_or(|tag| selection.spoken().any(|language| language.tag == *tag))
}

/// A compile error.
pub(crate) fn error(message: &str, span: Span) -> TokenStream {
    quote_spanned!(span=> ::core::compile_error! { #message })
}

/// A warning: stable Rust lets a macro give one only as the use of something deprecated.
fn warning(message: &str, span: Span) -> TokenStream {
    quote_spanned! {span=>
        const _: () = {
            #[deprecated(note = #message)]
            const WARNING: () = ();
            WARNING
        };
    }
}
