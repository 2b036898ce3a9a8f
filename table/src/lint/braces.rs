//! `braces`: arguments of a row in texts that take none.

use std::collections::BTreeSet;

use super::known_arguments;
use crate::read::{Column, DraftProperty, DraftRow, Slot};
use crate::report::{Quoted, Sink, Violation};
use crate::safety::inside;
use crate::schema::{LiteralKind, TextKind};
use crate::source::Source;

/// Reports each `{name}` of an argument in a text that is displayed as it is.
pub(super) fn check(row: &DraftRow, properties: &[DraftProperty], sources: &[Source], sink: &mut Sink) {
    let arguments = known_arguments(row);
    if arguments.is_empty() {
        return;
    }
    for kind in TextKind::ALL {
        let columns = match kind {
            TextKind::Literal(LiteralKind::Help) | TextKind::Message => continue,
            TextKind::Literal(literal) => vec![row.texts.literal(literal)],
            TextKind::Note => row.texts.notes.iter().collect(),
        };
        let key = kind.key();
        columns.into_iter().for_each(|column| check_column(key, column, &arguments, sources, sink));
    }
    for (at, column) in &row.texts.columns {
        check_column(&properties[*at].name, column, &arguments, sources, sink);
    }
}

fn check_column(key: &str, column: &Column, arguments: &BTreeSet<&str>, sources: &[Source], sink: &mut Sink) {
    let default = column.first().and_then(Slot::as_good);
    for (language, slot) in column.iter().enumerate() {
        let Some(text) = slot.as_good() else { continue };
        for (at, _) in text.value.match_indices('{') {
            let rest = &text.value[at + 1..];
            let Some((name, _)) = rest.split_once('}') else { break };
            let part = at..at + name.len() + 2;
            // What a translation has taken over is reported only in the default language.
            let is_inherited = language > 0
                && default.is_some_and(|default| default.value.contains(&text.value[part.clone()]));
            // Documents quote messages as code.
            let is_code =
                key == LiteralKind::Explanation.key() && text.value[..at].matches('`').count() % 2 == 1;
            // The text of an explanation in a file is not in a source.
            let source = sources
                .get(text.place.source)
                .filter(|_| arguments.contains(name) && !is_code && !is_inherited);
            if let Some(source) = source {
                let violation =
                    Violation::Braces { key: key.to_owned(), name: Quoted::new(&text.value[part.clone()]) };
                sink.report(inside(&source.text, &text.place, &text.value, part), &violation);
            }
        }
    }
}
