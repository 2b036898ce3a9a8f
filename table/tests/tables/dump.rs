//! A table in a few lines.

use std::fmt::{Debug, Write as _};

use code_registry_table::{
    Case, Extent, Language, Localized, Message, OpaqueKey, Piece, PropertyValue, Row, Table, TextKind,
};

/// Everything in the table that a front end can see, except places.
pub(crate) fn table(table: &Table) -> String {
    let mut out = String::new();
    let _ =
        writeln!(out, "{}: {} unlisted {:?}", texts(&table.title, table), table.repr.name(), table.unlisted);
    table.label.iter().for_each(|label| line(&mut out, "", "label", &format!("{label:?}")));
    list(&mut out, "", "reference", &table.references);
    table.url.iter().for_each(|url| line(&mut out, "", "url", url));
    table.domain.iter().for_each(|domain| line(&mut out, "", "domain", domain));
    table.notes.iter().for_each(|note| line(&mut out, "", "note", &texts(note, table)));
    table.languages.iter().for_each(|tag| line(&mut out, "", "language", &language(tag, table)));
    for property in &table.properties {
        let _ = writeln!(out, "property {}: {:?}", property.name, property.kind);
        let _ = writeln!(out, "  default {:?}", property.default);
        [("name", &property.title), ("doc", &property.doc)]
            .into_iter()
            .filter(|(_, own)| !own.is_empty())
            .for_each(|(key, own)| line(&mut out, "  ", key, &texts(own, table)));
    }
    table.rows.iter().for_each(|row| self::row(&mut out, row, table));
    for piece in &table.segments {
        let (first, last) = (table.repr.show(piece.first), table.repr.show(piece.last));
        let _ = writeln!(out, "{first}..={last}: {}", table.rows[piece.row].symbol);
    }
    let _ = writeln!(out, "every value has a variant: {}", table.is_total());
    out
}

fn language(language: &Language, table: &Table) -> String {
    let chain: Vec<&str> = language.chain.iter().map(|&at| table.languages[at].tag.as_str()).collect();
    format!("{} {:?} {} {:?}", language.tag, language.policy, chain.join(" > "), language.file)
}

fn row(out: &mut String, row: &Row, table: &Table) {
    let extent = match row.extent {
        Extent::Code(value) => table.label(value),
        Extent::Range(first, last) => format!("{}..={}", table.label(first), table.label(last)),
    };
    let _ = writeln!(out, "{extent} {} = {:?}, {:?}", row.symbol, row.variant, row.status);
    for language in &table.languages {
        let (short, meaning) = (row.short(&language.chain), row.meaning(&language.chain));
        let _ = writeln!(out, "  in {}: {short:?}, {meaning:?}", language.tag);
    }
    list(out, "  ", "alias", &row.aliases);
    list(out, "  ", "replaced by", &row.replaced_by.map(|value| table.label(value)));
    OpaqueKey::ALL.iter().for_each(|key| list(out, "  ", key.name(), &row.opaque[*key as usize]));
    list(out, "  ", "reference", &row.references);
    for kind in TextKind::ALL {
        match kind {
            TextKind::Literal(literal) => localized(out, kind.key(), row.text(literal), table),
            TextKind::Message => messages(out, row, table),
            TextKind::Note => row.notes.iter().for_each(|note| localized(out, kind.key(), note, table)),
        }
    }
    let arguments = row.arguments.iter().map(|argument| {
        format!("{}: {:?} {:?}", argument.name, argument.kind, argument.words).replace(" None", "")
    });
    list(out, "  ", "argument", arguments.collect::<Vec<_>>().as_slice());
    for (property, value) in table.properties.iter().zip(&row.properties) {
        list(out, "  ", &property.name, &value.as_ref().map(value_of));
    }
}

fn messages(out: &mut String, row: &Row, table: &Table) {
    for (at, tag) in table.languages.iter().enumerate() {
        if let Some(message) = row.message.get(at) {
            line(out, "  ", "message", &format!("{}: {}", tag.tag, self::message(message, row)));
        }
    }
}

fn value_of(value: &PropertyValue) -> String {
    format!("{value:?}")
}

fn message(message: &Message, row: &Row) -> String {
    match message {
        Message::Pattern(pieces) => pieces.iter().map(|piece| self::piece(piece, row)).collect(),
        Message::Choice(choice) => {
            let mut out = format!("{:?} {} (", choice.selector, row.arguments[choice.argument].name);
            let cases = choice.all_cases();
            let cases =
                cases.map(|(case, message)| format!("{}: {}", self::case(case), self::message(message, row)));
            out += &cases.collect::<Vec<_>>().join("; ");
            out + ")"
        }
    }
}

fn case(case: &Case) -> String {
    match case {
        Case::Exact(number) => number.to_string(),
        Case::Category(category) => format!("{category:?}").to_lowercase(),
        Case::Word(word) => format!("{word:?}"),
    }
}

fn piece(piece: &Piece, row: &Row) -> String {
    match piece {
        Piece::Text(text) => format!("{text:?}"),
        Piece::Argument(at) => format!("<{}>", row.arguments[*at].name),
    }
}

fn localized(out: &mut String, key: &str, text: &Localized, table: &Table) {
    if !text.is_empty() {
        line(out, "  ", key, &texts(text, table));
    }
}

fn texts<T: Debug>(text: &Localized<T>, table: &Table) -> String {
    let text = |(at, tag): (usize, &Language)| Some(format!("{}: {:?}", tag.tag, text.get(at)?));
    table.languages.iter().enumerate().filter_map(text).collect::<Vec<_>>().join(", ")
}

fn list<'a>(out: &mut String, indent: &str, key: &str, values: impl IntoIterator<Item = &'a String>) {
    values.into_iter().for_each(|value| line(out, indent, key, value));
}

fn line(out: &mut String, indent: &str, key: &str, value: &str) {
    let _ = writeln!(out, "{indent}{key}: {value}");
}
