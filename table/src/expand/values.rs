//! The functions between values, variants and rows: matches that the compiler can handle at any size, and an index if
//! codes lie close together.

use std::fmt::Write as _;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::encode::Numbers;
use super::{Registry, lex};
use crate::{Extent, Repr, Row, Segment, Table};

/// The maximum number of arms of a match over values. With twice as many, LLVM takes more than twice as long, and a
/// value is found in 2 instructions less. 10,000 codes by a match over values, in a release build: 256 arms 26
/// instructions and 2.7 s, 1,024 arms 22 and 3.5 s, 2,048 arms 20 and 5.5 s (`benches/run`). With 2,000 codes, the
/// number makes no difference to the build.
const VALUE_ARMS: usize = 1_024;

/// The maximum number of arms of a match over rows: LLVM is superlinear in them too. 10,000 in one match are found in
/// as many instructions, and a release build takes 7 s.
const ROW_ARMS: usize = 2_048;

/// The maximum number of segments for a match to be inlined.
const INLINE: usize = 64;

/// The maximum number of values per code for an index: at two bytes each, it is smaller than a match.
const SPREAD: i128 = 4;

/// The type of the values.
pub(super) fn repr(repr: &Repr, runtime: &TokenStream) -> TokenStream {
    match repr {
        Repr::Str(length) => quote!(#runtime::CodeStr<#length>),
        Repr::Name(_) => quote!(&'static ::core::primitive::str),
        integer => {
            let name = Ident::new(integer.name(), Span::call_site());
            quote!(::core::primitive::#name)
        }
    }
}

/// A value as an expression.
pub(super) fn expression(repr: &Repr, value: i128) -> String {
    match repr {
        Repr::Str(_) => format!("__rt::from_key({value})"),
        // `Debug` writes visible ASCII characters as Rust literals.
        Repr::Name(_) => format!("{:?}", repr.show(value)),
        _ => value.to_string(),
    }
}

/// The functions between values, variants and rows.
pub(super) fn functions(registry: &Registry<'_>) -> TokenStream {
    let table = registry.selection.table;
    if table.repr.is_name() {
        let (of_text, row, to_value) = (of_text(registry), row_function(registry), to_value(registry));
        return quote!(#of_text #row #to_value);
    }
    let index = Index::of(table);
    let is_indexed = |segment: &Segment| index.as_ref().is_some_and(|index| index.holds(segment));
    let segments: Vec<Segment> =
        table.segments.iter().copied().filter(|segment| !is_indexed(segment)).collect();
    let parts: Vec<&[Segment]> = segments.chunks(VALUE_ARMS).collect();
    let functions: String =
        parts.iter().enumerate().map(|(index, part)| match_of_values(registry, index, part)).collect();
    let indexed = index.as_ref().map(|index| index.functions(registry));
    let of_value = of_value(registry, index.as_ref(), &parts);
    let (functions, row, to_value) = (lex(&functions), row_function(registry), to_value(registry));
    quote!(#functions #indexed #of_value #row #to_value)
}

/// The return type of a function from a value: the enum if every value has a variant.
fn output(registry: &Registry<'_>) -> String {
    let name = registry.name;
    if registry.is_total { name.to_string() } else { format!("::core::option::Option<{name}>") }
}

fn returned(registry: &Registry<'_>, code: &str) -> String {
    if registry.is_total { code.to_owned() } else { format!("::core::option::Option::Some({code})") }
}

/// The integer type for a match over texts; `None` if values are integers themselves.
fn matched_type(repr: &Repr) -> Option<&'static str> {
    let is_short = u64::try_from(repr.max()).is_ok();
    repr.is_text().then_some(if is_short { "::core::primitive::u64" } else { "::core::primitive::u128" })
}

/// `of_value`: by the index, otherwise by the match that holds the value.
fn of_value(registry: &Registry<'_>, index: Option<&Index>, parts: &[&[Segment]]) -> TokenStream {
    let (repr, output, runtime) = (&registry.repr, output(registry), registry.runtime);
    // A large function exists once in a program, not at each call.
    let inline = if registry.selection.table.segments.len() <= INLINE { "#[inline]" } else { "" };
    let mut text = format!("{inline} const fn of_value(__value: {repr}) -> {output} {{");
    let (mut arguments, mut matched) = ("__value", "__value");
    if let Some(integer) = matched_type(&registry.selection.table.repr) {
        let _ = write!(text, "let __number = {runtime}::CodeStr::key(__value) as {integer};");
        (arguments, matched) = ("__value, __number", "__number");
    }
    if let Some(index) = index {
        text.push_str(&index.look_up(repr));
    }
    let firsts: Vec<i128> = parts.iter().map(|part| part[0].first).collect();
    text.push_str(&choice(matched, &firsts, 0, &|part| format!("part_{part}({arguments})")));
    if parts.is_empty() {
        text.push_str(&elsewhere(registry));
    }
    text.push('}');
    lex(&text)
}

/// Finds the part that a number is in by binary search over the first numbers of all parts.
fn choice(matched: &str, firsts: &[i128], before: usize, call: &dyn Fn(usize) -> String) -> String {
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

/// A match over some segments: codes first, then ranges from the innermost, so that each can be written as a whole.
fn match_of_values(registry: &Registry<'_>, index: usize, part: &[Segment]) -> String {
    let rows = &registry.selection.table.rows;
    let (repr, output) = (&registry.repr, output(registry));
    let mut indices: Vec<usize> = part.iter().map(|segment| segment.row).collect();
    indices.sort_unstable_by_key(|&index| (rows[index].extent.is_range(), std::cmp::Reverse(index)));
    indices.dedup();
    let (parameters, matched) = match matched_type(&registry.selection.table.repr) {
        Some(integer) => (format!("__value: {repr}, __number: {integer}"), "__number"),
        None => (format!("__value: {repr}"), "__value"),
    };
    let mut text = format!("const fn part_{index}({parameters}) -> {output} {{ match {matched} {{");
    for row in indices.into_iter().map(|index| &rows[index]) {
        let pattern = match row.extent {
            Extent::Code(value) => value.to_string(),
            Extent::Range(first, last) => format!("{first}..={last}"),
        };
        let _ = write!(text, "{pattern} => {},", returned(registry, &construct(registry, row)));
    }
    let _ = write!(text, "_ => {} }} }}", elsewhere(registry));
    text
}

fn construct(registry: &Registry<'_>, row: &Row) -> String {
    let (name, variant) = (registry.name, row.variant.as_deref().unwrap_or_default());
    if row.extent.is_range() {
        let runtime = registry.runtime;
        format!("{name}::{variant}({runtime}::InRange::with_key(__value, &__Table(())))")
    } else {
        format!("{name}::{variant}")
    }
}

/// The code of an unlisted value.
fn elsewhere(registry: &Registry<'_>) -> String {
    let (name, runtime, table) = (registry.name, registry.runtime, registry.selection.table);
    match &table.unlisted {
        Some(unlisted) => {
            let payload = format!("{runtime}::Unlisted::with_key(__value, &__Table(()))");
            returned(registry, &format!("{name}::{unlisted}({payload})"))
        }
        // The rows cover every value; the compiler sees only some of them in each match.
        None if registry.is_total => "::core::unreachable!()".to_owned(),
        None => "::core::option::Option::None".to_owned(),
    }
}

/// Whether no variant has a payload, so that variants can be numbered like their rows.
pub(super) fn has_no_payload(table: &Table) -> bool {
    let mut with_variant = table.rows.iter().filter(|row| row.variant.is_some()).peekable();
    // An enum without variants cannot be cast.
    table.unlisted.is_none()
        && with_variant.peek().is_some()
        && with_variant.all(|row| !row.extent.is_range())
}

/// `row`: the index of a code's row; that of an unlisted value is one past the last.
fn row_function(registry: &Registry<'_>) -> TokenStream {
    let (name, table) = (registry.name, registry.selection.table);
    if has_no_payload(table) {
        // The compiler and LLVM take longer for a match the more variants there are.
        return quote! {
            #[inline]
            const fn row(__code: #name) -> ::core::primitive::usize { __code as ::core::primitive::usize }
        };
    }
    let mut text =
        format!("#[inline] const fn row(__code: {name}) -> ::core::primitive::usize {{ match __code {{");
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

/// `to_value`: the value of a code.
fn to_value(registry: &Registry<'_>) -> TokenStream {
    let (name, repr, table) = (registry.name, &registry.repr, registry.selection.table);
    let ranges =
        table.rows.iter().filter(|row| row.extent.is_range()).filter_map(|row| row.variant.as_deref());
    let arms: String = ranges
        .chain(table.unlisted.as_deref())
        .map(|variant| format!("{name}::{variant}(__value) => __value.get(),"))
        .collect();
    let arms = lex(&arms);
    quote! {
        #[inline]
        const fn to_value(__code: #name) -> #repr {
            match __code { #arms _ => FIRSTS[row(__code)] }
        }
    }
}

/// The row of every value from the first code to the last, if codes lie close together.
///
/// `benches/run`: one of 2,000 or of 10,000 codes takes 13 instructions; by a match over values 17 and 22, with 1 % and
/// 7 % of the size of the texts more, since LLVM makes a jump for each code of a match that has ranges too. The
/// remaining match over rows costs next to nothing, because variants are numbered like their rows.
struct Index {
    first: i128,
    last: i128,
    rows: Vec<usize>,
}

impl Index {
    /// `None` if a match is short, or codes lie far apart.
    fn of(table: &Table) -> Option<Self> {
        let is_code = |segment: &&Segment| !table.rows[segment.row].extent.is_range();
        let codes: Vec<&Segment> = table.segments.iter().filter(is_code).collect();
        let (first, last) = (codes.first()?.first, codes.last()?.last);
        let is_dense = (last - first) / SPREAD < codes.len() as i128;
        if table.repr.is_text() || codes.len() <= INLINE || !is_dense {
            return None;
        }
        // One past the last row represents an unlisted value.
        let mut rows = vec![table.rows.len(); (last - first + 1) as usize];
        for segment in &table.segments {
            for value in segment.first.max(first)..=segment.last.min(last) {
                rows[(value - first) as usize] = segment.row;
            }
        }
        Some(Self { first, last, rows })
    }

    /// Whether all values of a segment are in it.
    fn holds(&self, segment: &Segment) -> bool {
        self.first <= segment.first && segment.last <= self.last
    }

    /// A statement that returns the code of a value of the index.
    fn look_up(&self, repr: &TokenStream) -> String {
        let Self { first, last, .. } = self;
        let offset = format!("<{repr}>::abs_diff(__value, {first}) as ::core::primitive::usize");
        format!(
            "match __value {{
                {first}..={last} => return of_row(__rt::Numbers::get(&INDEX, {offset}), __value),
                _ => {{}}
            }}"
        )
    }

    /// The index, and the function from a row and a value to a code.
    fn functions(&self, registry: &Registry<'_>) -> TokenStream {
        let (index, functions): (Numbers, _) = (self.rows.iter().copied().collect(), codes_of_rows(registry));
        quote!(static INDEX: __rt::Numbers = #index; #functions)
    }
}

/// `of_row`: the code of a row and a value.
fn codes_of_rows(registry: &Registry<'_>) -> TokenStream {
    // All rows: if a match leaves one out, variants are no longer numbered like their rows.
    let all = registry.selection.table.rows.iter().enumerate();
    let rows: Vec<usize> = all.filter(|(_, row)| row.variant.is_some()).map(|(index, _)| index).collect();
    let parts: Vec<&[usize]> = rows.chunks(ROW_ARMS).collect();
    let functions: String =
        parts.iter().enumerate().map(|(part, rows)| match_of_rows(registry, part, rows)).collect();
    let firsts: Vec<i128> = parts.iter().map(|rows| rows[0] as i128).collect();
    let mut choice = choice("__row", &firsts, 0, &|part| format!("row_part_{part}(__row, __value)"));
    if parts.is_empty() {
        choice = elsewhere(registry);
    }
    lex(&format!("{functions} {} {{ {choice} }}", of_row(registry, "of_row")))
}

/// `of_text`: the code whose value is a word, which is one of its names.
fn of_text(registry: &Registry<'_>) -> TokenStream {
    let (name, of_row) = (registry.name, codes_of_rows(registry));
    quote! {
        #of_row
        #[inline]
        fn of_text(__text: &::core::primitive::str) -> ::core::option::Option<#name> {
            match __rt::Names::row(&OF_NAME, __text) {
                ::core::option::Option::Some(__row) if FIRSTS[__row] == __text => of_row(__row, FIRSTS[__row]),
                _ => ::core::option::Option::None,
            }
        }
    }
}

/// The head of a function from a row and a value to a code.
fn of_row(registry: &Registry<'_>, name: &str) -> String {
    let (repr, output) = (&registry.repr, output(registry));
    format!("const fn {name}(__row: ::core::primitive::usize, __value: {repr}) -> {output}")
}

fn match_of_rows(registry: &Registry<'_>, part: usize, rows: &[usize]) -> String {
    let mut text = of_row(registry, &format!("row_part_{part}")) + "{ match __row {";
    for &row in rows {
        let code = construct(registry, &registry.selection.table.rows[row]);
        let _ = write!(text, "{row} => {},", returned(registry, &code));
    }
    let _ = write!(text, "_ => {} }} }}", elsewhere(registry));
    text
}
