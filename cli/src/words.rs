//! The tool's own words on the pages it writes, in every language it speaks.

use code_registry_table::{Language, Status};

/// The words of one language.
#[derive(Debug)]
pub(crate) struct Words {
    assigned: &'static str,
    unassigned: &'static str,
    reserved: &'static str,
    private_use: &'static str,
    experimental_use: &'static str,
    deprecated: &'static str,
    retired: &'static str,
    pub(crate) yes: &'static str,
    pub(crate) no: &'static str,
    pub(crate) status: &'static str,
    pub(crate) since: &'static str,
    pub(crate) aliases: &'static str,
    pub(crate) replaced_by: &'static str,
    pub(crate) within: &'static str,
    pub(crate) message: &'static str,
    pub(crate) help: &'static str,
    pub(crate) notes: &'static str,
    pub(crate) sources: &'static str,
    pub(crate) all_taken: &'static str,
}

const ENGLISH: Words = Words {
    assigned: "assigned",
    unassigned: "unassigned",
    reserved: "reserved",
    private_use: "private use",
    experimental_use: "experimental use",
    deprecated: "deprecated",
    retired: "retired",
    yes: "yes",
    no: "no",
    status: "Status",
    since: "Since",
    aliases: "Also called",
    replaced_by: "Replaced by",
    within: "Within",
    message: "Message",
    help: "What to do",
    notes: "Notes",
    sources: "Sources",
    all_taken: "Every value of this range has a row of its own.",
};

const ITALIAN: Words = Words {
    assigned: "assegnato",
    unassigned: "non assegnato",
    reserved: "riservato",
    private_use: "uso privato",
    experimental_use: "uso sperimentale",
    deprecated: "deprecato",
    retired: "ritirato",
    yes: "sì",
    no: "no",
    status: "Stato",
    since: "Introdotto in",
    aliases: "Detto anche",
    replaced_by: "Sostituito da",
    within: "Compreso in",
    message: "Messaggio",
    help: "Che cosa fare",
    notes: "Note",
    sources: "Fonti",
    all_taken: "Ogni valore di questo intervallo ha una riga propria.",
};

/// The words that go with texts in this language: its own, else English ones.
pub(crate) fn of(language: &Language) -> &'static Words {
    match language.tag.split('-').next() {
        Some("it") => &ITALIAN,
        _ => &ENGLISH,
    }
}

impl Words {
    /// What a state is called.
    pub(crate) fn status_word(&self, status: Status) -> &'static str {
        match status {
            Status::Assigned => self.assigned,
            Status::Unassigned => self.unassigned,
            Status::Reserved => self.reserved,
            Status::PrivateUse => self.private_use,
            Status::ExperimentalUse => self.experimental_use,
            Status::Deprecated => self.deprecated,
            Status::Retired => self.retired,
        }
    }
}
