use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;

use super::encode::Numbers;
use super::values::{INLINE, choice, construct, elsewhere, given, output};
use super::{Registry, lex};
use crate::{Segment, Table};

/// The row of every value from the first code to the last, where codes lie close together.
///
/// `benches/run`: one of 2,000 codes or of 10,000 in 13 instructions; by a match over values in 17 and 22, with 1 % of
/// the texts' size more and 7 %, since LLVM makes a jump for each code of a match that has ranges too. The match over
/// rows that is left costs next to nothing: variants count like their rows.
pub(super) struct Index {
    first: i128,
    last: i128,
    rows: Vec<usize>,
}

/// How many rows one match may have: LLVM is superlinear in them. 10,000 in one are found in as many instructions, and
/// a release build takes 7 s.
const ARMS: usize = 2_048;

/// How many values there may be for each code: two bytes each are less than what a match takes.
const SPREAD: i128 = 4;

impl Index {
    /// None where a match is short, or codes lie far apart.
    pub(super) fn of(table: &Table) -> Option<Self> {
        let is_code = |segment: &&Segment| !table.rows[segment.row].extent.is_range();
        let codes: Vec<&Segment> = table.segments.iter().filter(is_code).collect();
        let (first, last) = (codes.first()?.first, codes.last()?.last);
        let is_dense = (last - first) / SPREAD < codes.len() as i128;
        if table.repr.is_text() || codes.len() <= INLINE || !is_dense {
            return None;
        }
        // The number of no row stands for a value that no row covers.
        let mut rows = vec![table.rows.len(); (last - first + 1) as usize];
        for segment in &table.segments {
            for value in segment.first.max(first)..=segment.last.min(last) {
                rows[(value - first) as usize] = segment.row;
            }
        }
        Some(Self { first, last, rows })
    }

    /// Whether all values of a segment are in it.
    pub(super) fn holds(&self, segment: &Segment) -> bool {
        self.first <= segment.first && segment.last <= self.last
    }

    /// What finds a value of the index, and returns.
    pub(super) fn look_up(&self) -> String {
        let Self { first, last, .. } = self;
        format!(
            "match value {{
                {first}..={last} => return of_row(INDEX.get(value.abs_diff({first}) as ::core::primitive::usize), value),
                _ => {{}}
            }}"
        )
    }

    /// The index, and the function from a row and a value to a code.
    pub(super) fn functions(&self, registry: &Registry<'_>) -> TokenStream {
        // All of them: in a match that leaves one out, variants no longer count with their rows.
        let all = registry.selection.table.rows.iter().enumerate();
        let rows: Vec<usize> = all.filter(|(_, row)| row.variant.is_some()).map(|(index, _)| index).collect();
        let parts: Vec<&[usize]> = rows.chunks(ARMS).collect();
        let functions: String =
            parts.iter().enumerate().map(|(part, rows)| part_function(registry, part, rows)).collect();
        let firsts: Vec<i128> = parts.iter().map(|rows| rows[0] as i128).collect();
        let choice = choice("row", &firsts, 0, &|part| format!("row_part_{part}(row, value)"));
        let head = head(registry, "of_row");
        let (functions, index) =
            (lex(&format!("{functions} {head} {{ {choice} }}")), self.rows.iter().copied());
        let index: Numbers = index.collect();
        quote!(static INDEX: __rt::Numbers = #index; #functions)
    }
}

fn head(registry: &Registry<'_>, name: &str) -> String {
    let (repr, output) = (&registry.repr, output(registry));
    format!("const fn {name}(row: ::core::primitive::usize, value: {repr}) -> {output}")
}

fn part_function(registry: &Registry<'_>, part: usize, rows: &[usize]) -> String {
    let mut text = head(registry, &format!("row_part_{part}")) + "{ match row {";
    for &row in rows {
        let code = construct(registry, &registry.selection.table.rows[row]);
        let _ = write!(text, "{row} => {},", given(registry, &code));
    }
    let _ = write!(text, "_ => {} }} }}", elsewhere(registry));
    text
}
