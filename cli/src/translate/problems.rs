//! What is wrong with a translator's file, each with its place.

use core::ops::Range;

use code_registry_table::{Diagnostic, Place, Rule};

use crate::said::Said;

/// More than this are not kept: a file may have one on each of its lines.
const MOST: usize = 20_000;

/// Everything that speaks against an import.
#[derive(Debug, Default)]
pub(super) struct Problems {
    pub(super) found: Vec<Diagnostic>,
}

impl Problems {
    pub(super) fn add(&mut self, rule: Rule, place: &Place, said: &Said) {
        match self.found.len() {
            ..MOST => self.found.push(diagnostic(rule, place, said)),
            MOST => self.found.push(diagnostic(Rule::TooLarge, place, &Said::TooManyMistakes { most: MOST })),
            _ => {}
        }
    }
}

fn diagnostic(rule: Rule, place: &Place, said: &Said) -> Diagnostic {
    Diagnostic::new(rule, place.clone(), &said.to_string(), said.help())
}

/// Some bytes of the file.
pub(super) fn place(span: Range<usize>) -> Place {
    Place { source: 0, span }
}
