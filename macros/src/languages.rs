//! The languages that are asked for.

use code_registry_table::{Table, nearest};
use syn::LitStr;

/// Their columns of the table, and the mistake where one of them is none of the table's.
pub(crate) fn columns(table: &Table, wanted: &[LitStr]) -> (Vec<usize>, Option<syn::Error>) {
    let (found, unknown): (Vec<_>, Vec<_>) =
        wanted.iter().partition(|tag| table.language(&tag.value()).is_some());
    let mistakes = unknown.into_iter().map(|tag| unknown_language(table, tag)).reduce(|mut all, mistake| {
        all.combine(mistake);
        all
    });
    (found.iter().filter_map(|tag| table.language(&tag.value())).collect(), mistakes)
}

fn unknown_language(table: &Table, tag: &LitStr) -> syn::Error {
    let wanted = tag.value();
    let tags = || table.languages.iter().map(|language| language.tag.as_str());
    let help = match nearest(&wanted, tags()) {
        Some(near) => format!("; did you mean `{near}`?"),
        None => format!("; it has {}", tags().map(|tag| format!("`{tag}`")).collect::<Vec<_>>().join(", ")),
    };
    syn::Error::new(tag.span(), format!("the table has no language `{wanted}`{help}"))
}
