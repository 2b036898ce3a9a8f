//! Look-ups in a contract agree with the table.

use std::collections::BTreeSet;

use code_registry_table::contract::{self, Contract, State};
use code_registry_table::{Extent, Row, Status, Table, Words, read, read_language};

use super::{cases, folder, read_case};

#[test]
fn values_and_names_are_found() {
    for case in cases("good") {
        let reading = read_case(&case, read);
        let written = contract::write(&reading, "", &|_| Vec::new());
        let contract = Contract::read(&written).unwrap();
        assert_eq!(contract.repr, reading.table.repr);
        values(&contract, &reading.table);
        names(&contract, &reading.table);
    }
}

/// A code is found by the label in a language file: the contract has the label of the table.
#[test]
fn codes_are_found_by_their_labels() {
    for case in ["label.toml", "label-dashes.toml", "label-hexadecimal.toml"] {
        let reading = read_case(&folder("good").join(case), read);
        let codes = reading.table.rows.iter().filter(|row| matches!(row.extent, Extent::Code(_)));
        let labels = codes.map(|row| reading.table.label(ends(row).0));
        let file: String = labels.map(|label| format!("[code.{label:?}]\nname = \"nome\"\n")).collect();
        let written = contract::write(&reading, "", &|_| Vec::new());
        let said = read_language(&Contract::read(&written).unwrap(), "it", "it.toml", &file).diagnostics;
        assert!(said.is_empty(), "{case}: {said:?}");
    }
}

/// Both ends of each row, and their neighbours.
fn values(contract: &Contract<'_>, table: &Table) {
    for value in table.rows.iter().map(ends).flat_map(|(first, last)| [first - 1, first, last, last + 1]) {
        let found = contract.valued(value).map(|entry| entry.index);
        assert_eq!(found, innermost(table, value), "{}", table.label(value));
    }
}

/// The row with the fewest values around this one; of two equal ones the inner one, which comes later.
fn innermost(table: &Table, value: i128) -> Option<usize> {
    let around =
        table.rows.iter().map(ends).enumerate().filter(|(_, (first, last))| (first..=last).contains(&&value));
    around.rev().min_by_key(|(_, (first, last))| last - first).map(|(index, _)| index)
}

fn ends(row: &Row) -> (i128, i128) {
    match row.extent {
        Extent::Code(value) => (value, value),
        Extent::Range(first, last) => (first, last),
    }
}

fn names(contract: &Contract<'_>, table: &Table) {
    let mut suggested = BTreeSet::new();
    let mut symbols = Vec::new();
    for (index, row) in table.rows.iter().enumerate() {
        let Some(entry) = contract.named(&row.symbol) else {
            assert!(row.variant.is_none(), "{} is a name", row.symbol);
            continue;
        };
        assert_eq!((entry.index, entry.symbol), (index, row.symbol.as_str()));
        assert_eq!((entry.first, entry.last), ends(row));
        assert_eq!(entry.is_range, matches!(row.extent, Extent::Range(..)));
        assert_eq!(matches!(entry.state, State::Retired { .. }), row.status == Status::Retired);
        assert_eq!(matches!(entry.state, State::Deprecated), row.status == Status::Deprecated);
        let arguments = entry.arguments.iter().map(|argument| (argument.name, argument.kind));
        assert!(arguments.eq(row.arguments.iter().map(|argument| (argument.name.as_str(), argument.kind))));
        for (argument, known) in entry.arguments.iter().zip(&row.arguments) {
            let declaration = match &known.words {
                Words::Enum { name, .. } => name,
                Words::None | Words::List(_) => known.kind.name(),
            };
            assert_eq!(contract.declaration(argument), declaration);
        }
        // If a symbol of one row is the variant of another, it names the row with the symbol.
        let is_symbol = |name: &&String| table.rows.iter().any(|row| row.symbol == **name);
        let variant = row.variant.iter().filter(|name| !is_symbol(name));
        let own: Vec<&String> = row.aliases.iter().chain(variant).collect();
        for name in &own {
            assert_eq!(contract.named(name).map(|entry| entry.index), Some(index), "{name}");
        }
        if !entry.is_range && !matches!(entry.state, State::Retired { .. }) {
            suggested.extend(own.into_iter().chain([&row.symbol]).map(String::as_str));
            symbols.push(row.symbol.as_str());
        }
    }
    assert_eq!(contract.symbols().collect::<Vec<_>>(), symbols);
    let names: BTreeSet<&str> = contract.names().collect();
    assert!(names.is_superset(&suggested), "{suggested:?} are names, and {names:?} are suggested");
    assert!(names.iter().all(|name| !contract.named(name).unwrap().is_range));
    assert!(contract.named("NO_SUCH_ROW").is_none());
}

/// A kind that a later version may add is refused everywhere: it must not be read as text.
#[test]
fn an_unknown_argument_kind_is_refused() {
    let written = contract::write(&read_case(&folder("good").join("messages.toml"), read), "", &|_| vec![0]);
    // After the line of the registry and that of the file.
    let kinds = written.lines().nth(2).unwrap();
    assert!(kinds.split('\t').any(|kind| kind == "count"), "{kinds}");
    let later = written.replacen(kinds, &kinds.replace("count", "money"), 1);
    assert!(Contract::read(&later).unwrap_err().contains("another version"));
    assert!(Contract::read(&written).is_ok());
}
