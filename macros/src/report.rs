//! Errors and warnings of a table, as the compiler shows them.

use code_registry_table::expand::Selection;
use code_registry_table::{Diagnostic, Reading, Severity};
use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

/// More errors than these are counted: the compiler takes its time over each.
const ERRORS_SHOWN: usize = 1_000;

/// More warnings than these are counted: `codes check` shows them all.
const WARNINGS_SHOWN: usize = 10;

/// All errors and warnings of a table, at the span of its path.
pub(crate) fn diagnostics(reading: &Reading, selection: &Selection<'_>, span: Span) -> TokenStream {
    let relevant: Vec<&Diagnostic> =
        reading.diagnostics.iter().filter(|diagnostic| concerns(diagnostic, selection)).collect();
    let say = |severity, most, kind| said(reading, &relevant, severity, most, kind);
    let errors = say(Severity::Error, ERRORS_SHOWN, "errors").map(|message| error(&message, span));
    let warnings = say(Severity::Warning, WARNINGS_SHOWN, "warnings").map(|message| warning(&message, span));
    errors.chain(warnings).collect()
}

/// Those of a severity, up to a number, and how many more there are.
fn said(
    reading: &Reading,
    relevant: &[&Diagnostic],
    severity: Severity,
    most: usize,
    kind: &str,
) -> impl Iterator<Item = String> {
    let all = || relevant.iter().filter(move |diagnostic| diagnostic.severity == severity);
    let left = all().count().saturating_sub(most);
    let rest = (left > 0).then(|| format!("{left} more {kind}; `codes check` reports all of them"));
    all().take(most).map(|diagnostic| diagnostic.report(&reading.sources).to_string()).chain(rest)
}

/// Whether a diagnostic is about a language that is compiled in, or about none.
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

/// All results, or all errors at once.
pub(crate) fn collect<T>(results: impl Iterator<Item = syn::Result<T>>) -> syn::Result<Vec<T>> {
    let mut all = Vec::new();
    let mut errors: Option<syn::Error> = None;
    for result in results {
        match (result, &mut errors) {
            (Ok(good), _) => all.push(good),
            (Err(error), Some(errors)) => errors.combine(error),
            (Err(error), none) => *none = Some(error),
        }
    }
    errors.map_or(Ok(all), Err)
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
