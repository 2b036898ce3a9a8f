//! Errors and warnings of a table in the form of compiler errors.

use code_registry_table::expand::Selection;
use code_registry_table::{Diagnostic, Reading, Severity, Source};
use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

use crate::package;

/// Further errors are only counted: the compiler takes its time for each.
const ERRORS_SHOWN: usize = 1_000;

/// Further warnings are only counted: `codes check` shows them all.
const WARNINGS_SHOWN: usize = 10;

/// All errors and warnings of a table, at the span of its path.
pub(crate) fn diagnostics(reading: &Reading, selection: &Selection<'_>, span: Span) -> TokenStream {
    let warnings = messages(reading, selection, Severity::Warning, WARNINGS_SHOWN, "warnings");
    let warnings = warnings.into_iter().map(|message| warning(&message, span));
    errors(reading, selection, span).into_iter().chain(warnings).collect()
}

/// The errors of a table, at the span of its path.
pub(crate) fn errors(reading: &Reading, selection: &Selection<'_>, span: Span) -> Vec<TokenStream> {
    let messages = messages(reading, selection, Severity::Error, ERRORS_SHOWN, "errors");
    messages.into_iter().map(|message| error(&message, span)).collect()
}

/// The messages of a severity, up to a maximum, and the number of the others.
fn messages(
    reading: &Reading,
    selection: &Selection<'_>,
    severity: Severity,
    most: usize,
    kind: &str,
) -> Vec<String> {
    let is_shown = |shown: &&Diagnostic| shown.severity == severity && concerns(shown, selection);
    let all: Vec<&Diagnostic> = reading.diagnostics.iter().filter(is_shown).collect();
    if all.is_empty() {
        return Vec::new();
    }
    // A workspace may have several files of this name.
    let folder = package::folder_in_workspace();
    let named = |source: &Source| Source::new(&format!("{folder}{}", source.path), &source.text);
    let sources: Vec<Source> = reading.sources.iter().map(named).collect();
    let left = all.len().saturating_sub(most);
    let rest = (left > 0).then(|| format!("{left} more {kind}; `codes check` reports all of them"));
    all.iter().take(most).map(|diagnostic| diagnostic.report(&sources).to_string()).chain(rest).collect()
}

/// Whether a diagnostic is about a language that is compiled in, or about no language.
fn concerns(diagnostic: &Diagnostic, selection: &Selection<'_>) -> bool {
    diagnostic.language.as_ref().is_none_or(|tag| selection.spoken().any(|language| language.tag == *tag))
}

/// A compile error.
pub(crate) fn error(message: &str, span: Span) -> TokenStream {
    quote_spanned!(span=> ::core::compile_error! { #message })
}

/// A warning: on stable Rust, a macro can emit one only as the use of a deprecated item.
fn warning(message: &str, span: Span) -> TokenStream {
    quote_spanned! {span=>
        const _: () = {
            #[deprecated(note = #message)]
            const WARNING: () = ();
            WARNING
        };
    }
}

/// All results, or all errors at once.
pub(crate) fn collect<T>(results: impl Iterator<Item = syn::Result<T>>) -> syn::Result<Vec<T>> {
    let mut errors = Errors::default();
    let all = results.filter_map(|result| errors.keep(result)).collect();
    errors.0.map_or(Ok(all), Err)
}

/// An error that is reported only if the crate has no other.
///
/// It is for errors that probably follow from a misspelt attribute, which the compiler rejects. If the attribute belongs to
/// another derive, the compiler accepts it and reports these errors: first as a lint, which `cargo check` reports too, and,
/// if lints are disabled, when it generates code for the static. Only the constant of a generic function is evaluated as late.
pub(crate) fn consequence(error: syn::Error) -> TokenStream {
    let each = error.into_iter().map(|error| {
        let message = error.to_string();
        // In the edition of 2015, the user's path would begin in the crate.
        let span = error.span().resolved_at(Span::mixed_site());
        let panic = quote_spanned!(span=> ::core::panic!("{}", #message));
        quote_spanned! {error.span()=>
            #[allow(dead_code, path_statements)]
            const _: () = {
                #[must_use = #message]
                struct UnknownAttribute;
                #[deny(unused_must_use)]
                fn report<T>() -> ! {
                    UnknownAttribute;
                    const { #panic }
                }
                static REPORT: fn() -> ! = report::<()>;
            };
        }
    });
    each.collect()
}

/// The errors so far, so that one does not hide the next.
#[derive(Default)]
pub(crate) struct Errors(pub(crate) Option<syn::Error>);

impl Errors {
    pub(crate) fn add(&mut self, error: syn::Error) {
        match &mut self.0 {
            Some(errors) => errors.combine(error),
            none => *none = Some(error),
        }
    }

    /// The result if it is valid; an error is added to the others.
    pub(crate) fn keep<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.add(error)).ok()
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use code_registry_table::expand::Selection;
    use proc_macro2::Span;

    use super::{ERRORS_SHOWN, WARNINGS_SHOWN, diagnostics};

    /// The errors and warnings of a table with this many rows, each with these lines.
    fn said(rows: usize, row: &str) -> String {
        let mut table =
            "[registry]\ntitle.en = \"Codes\"\ntitle.it = \"Codici\"\nrepr = \"u16\"\nlanguages = [\"en\", \"it\"]\n".to_owned();
        for value in 1..=rows {
            write!(table, "[code.{value}]\nsymbol = \"ROW_{value}\"\n{row}\n").expect("a text takes all");
        }
        let reading = code_registry_table::read("codes.toml", &table, &mut |_| Err(String::new()));
        diagnostics(&reading, &Selection::new(&reading.table, None), Span::call_site()).to_string()
    }

    #[track_caller]
    fn check(row: &str, shown: usize, sign: &str, rest: &str) {
        let said = |rows| said(rows, row);
        assert_eq!(said(shown).matches(sign).count(), shown);
        assert!(!said(shown).contains(rest), "all of them are there");
        let more = said(shown + 2);
        assert_eq!(more.matches(sign).count(), shown + 1);
        assert!(more.contains(&format!("\"2 {rest}; `codes check` reports all of them\"")), "{more}");
    }

    #[test]
    fn what_is_too_much_is_counted() {
        check(
            "color = 1\nname.en = \"Row\"\nname.it = \"Riga\"",
            ERRORS_SHOWN,
            "compile_error",
            "more errors",
        );
        let plural = "{ plural = \"n\", one = \"one\", other = \"{n}\" }";
        let italian_without_many = format!("message.en = {plural}\nmessage.it = {plural}");
        check(&italian_without_many, WARNINGS_SHOWN, "deprecated", "more warnings");
    }
}
