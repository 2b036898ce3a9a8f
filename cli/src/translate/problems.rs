//! What is wrong with a translator's file, each with its place.

use core::ops::Range;

use code_registry_table::{Diagnostic, Place, Rule};

use crate::said::Said;

/// Everything that speaks against an import.
#[derive(Debug, Default)]
pub(super) struct Problems {
    pub(super) found: Vec<Diagnostic>,
}

impl Problems {
    pub(super) fn add(&mut self, rule: Rule, place: &Place, said: &Said) {
        let help = said.help().map(str::to_owned);
        self.found.push(Diagnostic::new(rule, place.clone(), said.to_string(), help));
    }
}

/// Some bytes of the file.
pub(super) fn place(span: Range<usize>) -> Place {
    Place { source: 0, span }
}
