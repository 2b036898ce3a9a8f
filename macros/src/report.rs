//! What is wrong with a table, as the compiler says it.

use code_registry_table::expand::Selection;
use code_registry_table::{Diagnostic, Reading, Severity};
use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

/// More errors than these are counted: the compiler takes its time over each.
const ERRORS_SHOWN: usize = 1_000;

/// More warnings than these are counted: `codes check` shows them all.
const WARNINGS_SHOWN: usize = 10;

/// All mistakes and warnings of a table, at the place where its path is written.
pub(crate) fn diagnostics(reading: &Reading, selection: &Selection<'_>, span: Span) -> TokenStream {
    let of = |severity: Severity| {
        let relevant = reading.diagnostics.iter().filter(|diagnostic| concerns(diagnostic, selection));
        relevant.filter(move |diagnostic| diagnostic.severity == severity)
    };
    let say = |diagnostic: &Diagnostic| diagnostic.report(&reading.sources).to_string();
    let errors = of(Severity::Error).take(ERRORS_SHOWN).map(|diagnostic| error(&say(diagnostic), span));
    let left = of(Severity::Error).count().saturating_sub(ERRORS_SHOWN);
    let more =
        (left > 0).then(|| error(&format!("{left} more mistakes: `codes check` shows them all"), span));
    let warnings =
        of(Severity::Warning).take(WARNINGS_SHOWN).map(|diagnostic| warning(&say(diagnostic), span));
    let left = of(Severity::Warning).count().saturating_sub(WARNINGS_SHOWN);
    let rest =
        (left > 0).then(|| warning(&format!("{left} more warnings: `codes check` shows them all"), span));
    errors.chain(more).chain(warnings).chain(rest).collect()
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
