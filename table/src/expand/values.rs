use std::fmt::Write as _;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::index::Index;
use super::{Registry, lex};
use crate::{Extent, Repr, Row, Segment};

/// How many arms one match may have. With twice as many, LLVM takes more than twice as long, and a value is found by 2
/// instructions less. 10,000 codes by a match over values, in a release build: 256 arms 26 instructions and 2.7 s, 1,024
/// arms 22 and 3.5 s, 2,048 arms 20 and 5.5 s (`benches/run`). With 2,000 codes the build takes as long with any.
const ARMS: usize = 1_024;

/// Up to how many segments a match is short enough to stand wherever it is used.
pub(super) const INLINE: usize = 64;

/// The type of the values.
pub(super) fn repr(repr: Repr, runtime: &Ident) -> TokenStream {
    match repr {
        Repr::Str(length) => quote!(::#runtime::CodeStr<#length>),
        integer => {
            let name = Ident::new(integer.name(), Span::call_site());
            quote!(::core::primitive::#name)
        }
    }
}

/// A value where one is expected.
pub(super) fn expression(repr: Repr, value: i128) -> String {
    if repr.is_text() { format!("__rt::from_key({value})") } else { value.to_string() }
}

/// The type of the number by which a text is matched; none where values are numbers themselves.
fn number(repr: Repr) -> Option<&'static str> {
    repr.is_text().then(|| if u64::try_from(repr.max()).is_ok() { "u64" } else { "u128" })
}

/// The functions between values, variants and rows.
pub(super) fn functions(registry: &Registry<'_>) -> TokenStream {
    let table = registry.selection.table;
    let index = Index::of(table);
    let is_indexed = |segment: &Segment| index.as_ref().is_some_and(|index| index.holds(segment));
    let segments: Vec<Segment> =
        table.segments.iter().copied().filter(|segment| !is_indexed(segment)).collect();
    let parts: Vec<&[Segment]> = segments.chunks(ARMS).collect();
    let functions: String =
        parts.iter().enumerate().map(|(index, part)| part_function(registry, index, part)).collect();
    let indexed = index.as_ref().map(|index| index.functions(registry));
    let of_value = of_value(registry, index.as_ref(), &parts);
    let (functions, row) = (lex(&functions), row_function(registry));
    quote!(#functions #indexed #of_value #row)
}

/// What a function from a value gives: the enum where every value has a variant.
pub(super) fn output(registry: &Registry<'_>) -> String {
    let name = registry.name;
    if registry.is_total { name.to_string() } else { format!("::core::option::Option<{name}>") }
}

pub(super) fn given(registry: &Registry<'_>, code: &str) -> String {
    if registry.is_total { code.to_owned() } else { format!("::core::option::Option::Some({code})") }
}

/// `of_value`: by the index, else by the part of the values that a value is in.
fn of_value(registry: &Registry<'_>, index: Option<&Index>, parts: &[&[Segment]]) -> TokenStream {
    let (repr, output) = (&registry.repr, output(registry));
    // A large function is in a program once, not wherever it is called.
    let inline = if registry.selection.table.segments.len() <= INLINE { "#[inline]" } else { "" };
    let mut text = format!("{inline} const fn of_value(value: {repr}) -> {output} {{");
    let (mut arguments, mut matched) = ("value", "value");
    if let Some(number) = number(registry.selection.table.repr) {
        let _ = write!(text, "let number = value.key() as {number};");
        (arguments, matched) = ("value, number", "number");
    }
    if let Some(index) = index {
        text.push_str(&index.look_up());
    }
    let firsts: Vec<i128> = parts.iter().map(|part| part[0].first).collect();
    text.push_str(&choice(matched, &firsts, 0, &|part| format!("part_{part}({arguments})")));
    if parts.is_empty() {
        text.push_str(&elsewhere(registry));
    }
    text.push('}');
    lex(&text)
}

/// A choice by halves of the part that a number is in, by the first numbers of all parts.
pub(super) fn choice(
    matched: &str,
    firsts: &[i128],
    before: usize,
    call: &dyn Fn(usize) -> String,
) -> String {
    match firsts.split_at(firsts.len() / 2) {
        (_, []) => String::new(),
        ([], _) => call(before),
        (lower, upper) => format!(
            "if {matched} < {} {{ {} }} else {{ {} }}",
            upper[0],
            choice(matched, lower, before, call),
            choice(matched, upper, before + lower.len(), call),
        ),
    }
}

/// A match over some segments: codes first, then ranges from the innermost, so that each can be written whole.
fn part_function(registry: &Registry<'_>, index: usize, part: &[Segment]) -> String {
    let rows = &registry.selection.table.rows;
    let (repr, output) = (&registry.repr, output(registry));
    let mut indices: Vec<usize> = part.iter().map(|segment| segment.row).collect();
    indices.sort_by_key(|&index| (rows[index].extent.is_range(), std::cmp::Reverse(index)));
    indices.dedup();
    let (parameters, matched) = match number(registry.selection.table.repr) {
        Some(number) => (format!("value: {repr}, number: {number}"), "number"),
        None => (format!("value: {repr}"), "value"),
    };
    let mut text = format!("const fn part_{index}({parameters}) -> {output} {{ match {matched} {{");
    for row in indices.into_iter().map(|index| &rows[index]) {
        let pattern = match row.extent {
            Extent::Code(value) => value.to_string(),
            Extent::Range(first, last) => format!("{first}..={last}"),
        };
        let _ = write!(text, "{pattern} => {},", given(registry, &construct(registry, row)));
    }
    let _ = write!(text, "_ => {} }} }}", elsewhere(registry));
    text
}

pub(super) fn construct(registry: &Registry<'_>, row: &Row) -> String {
    let (name, variant) = (registry.name, row.variant.as_deref().unwrap_or_default());
    if row.extent.is_range() {
        let runtime = &registry.runtime;
        format!("{name}::{variant}(::{runtime}::InRange::with_key(value, &__Key(())))")
    } else {
        format!("{name}::{variant}")
    }
}

/// What stands for a value that no row covers.
pub(super) fn elsewhere(registry: &Registry<'_>) -> String {
    let (name, runtime, table) = (registry.name, &registry.runtime, registry.selection.table);
    match &table.unlisted {
        Some(unlisted) => given(
            registry,
            &format!("{name}::{unlisted}(::{runtime}::Unlisted::with_key(value, &__Key(())))"),
        ),
        // The rows cover every value: this arm is for the compiler, which sees a part of them only.
        None if registry.is_total => "::core::unreachable!()".to_owned(),
        None => "::core::option::Option::None".to_owned(),
    }
}

/// `row`: the index of a code's row; that of an unlisted value is one past the last.
fn row_function(registry: &Registry<'_>) -> TokenStream {
    let (name, table) = (registry.name, registry.selection.table);
    let mut text = format!("#[inline] const fn row(code: {name}) -> usize {{ match code {{");
    for (index, row) in table.rows.iter().enumerate() {
        if let Some(variant) = &row.variant {
            let payload = if row.extent.is_range() { "(_)" } else { "" };
            let _ = write!(text, "{name}::{variant}{payload} => {index},");
        }
    }
    if let Some(unlisted) = &table.unlisted {
        let _ = write!(text, "{name}::{unlisted}(_) => {},", table.rows.len());
    }
    text.push_str("} }");
    lex(&text)
}
