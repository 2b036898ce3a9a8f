//! The words by which registries and spreadsheets give a value a status.

use code_registry_table::Status;

/// Words that state a status at the start of a text, or alone in brackets. The first match counts.
const WORDS: [(&str, Status); 22] = [
    ("unassigned", Status::Unassigned),
    ("removed/unassigned", Status::Unassigned),
    ("unallocated", Status::Unassigned),
    ("not allocated", Status::Unassigned),
    ("not assigned", Status::Unassigned),
    ("available for", Status::Unassigned),
    ("private use", Status::PrivateUse),
    ("private-use", Status::PrivateUse),
    ("experimental", Status::ExperimentalUse),
    ("experimentation", Status::ExperimentalUse),
    ("rfc3692-style", Status::ExperimentalUse),
    ("temporary -", Status::ExperimentalUse),
    ("use for experimentation", Status::ExperimentalUse),
    ("deprecated", Status::Deprecated),
    ("obsolete", Status::Deprecated),
    ("historic", Status::Deprecated),
    ("withdrawn", Status::Deprecated),
    ("retired", Status::Retired),
    ("reserved", Status::Reserved),
    ("(unused", Status::Reserved),
    ("unused", Status::Reserved),
    ("not used", Status::Reserved),
];

/// The status that a name or a description states; `None` if the value is assigned.
pub(super) fn of_text(text: &str) -> Option<Status> {
    let text = text.trim().to_lowercase();
    if let Some(rest) = text.trim_start_matches(['(', '[']).strip_prefix("reserved") {
        return Some(reserved_for(rest));
    }
    let stated = |(word, status): &(&str, Status)| {
        let begins = text.trim_start_matches(['(', '[']).strip_prefix(word).is_some_and(ends_there);
        let in_brackets = ["(", "[", "- "].iter().any(|open| {
            text.match_indices(&format!("{open}{word}"))
                .any(|(at, found)| ends_there(&text[at + found.len()..]))
        });
        let remark = *status == Status::Deprecated && text.contains("(note: deprecated");
        (begins && is_marker(&text, *status) || in_brackets || remark).then_some(*status)
    };
    let found = WORDS.iter().find_map(stated);
    found.or_else(|| text.ends_with("_reserved").then_some(Status::Reserved))
}

/// `Obsolete` and `Obsoleted`, but not `Obsoletely`.
fn ends_there(rest: &str) -> bool {
    let rest = rest.strip_prefix('d').unwrap_or(rest);
    !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_')
}

/// Whether a text that begins with the word states the status, and does not use the word as an adjective: `Experimental
/// Use`, but not `Experimental Ethernet` or `Private key`.
fn is_marker(text: &str, status: Status) -> bool {
    let words = text.split_whitespace().count();
    match status {
        Status::ExperimentalUse => {
            words == 1
                || ["use", "usage", "-style", "and test", "experimentation"]
                    .iter()
                    .any(|end| text.contains(end))
        }
        Status::Deprecated | Status::Retired => {
            words == 1 || text.starts_with(['(', '[']) || text.contains(['(', ';', '-', ':', '.'])
        }
        _ => true,
    }
}

/// `Reserved for Private Use`, `Reserved (Experimental Use)`.
fn reserved_for(rest: &str) -> Status {
    let purpose = rest.trim_start_matches([' ', '(', ',', '-']).trim_start_matches("for ");
    match purpose {
        purpose if purpose.starts_with("private") => Status::PrivateUse,
        purpose if purpose.contains("experimental") && purpose.contains("use") => Status::ExperimentalUse,
        purpose if purpose.starts_with("experiment") => Status::ExperimentalUse,
        _ => Status::Reserved,
    }
}

/// The status that a cell of a column for it states; `None` for other words.
pub(super) fn of_cell(cell: &str) -> Option<Status> {
    let plain = cell.trim().to_lowercase().replace([' ', '_'], "-");
    let plain = plain.trim_matches(['(', ')', '[', ']']);
    let known = Status::ALL.iter().copied().find(|status| status.name() == plain);
    known.or_else(|| of_text(cell))
}

/// `.gbr (DEPRECATED)` as the word and the status in the remark after it.
pub(super) fn of_word(text: &str) -> (&str, Option<Status>) {
    let remark = text.split_once(" (").filter(|(word, _)| !word.contains(' '));
    match remark.and_then(|(word, remark)| Some((word, of_text(remark.strip_suffix(')')?)?))) {
        Some((word, status)) => (word, Some(status)),
        None => (text, None),
    }
}
