//! The registries of IANA (<https://www.iana.org/protocols>), in the XML that it publishes.

mod record;
mod reference;

use super::rows::{self, text};
use super::xml::{Content, Element, read};
use crate::document::{Document, Node};
use crate::failure::Failure;
use crate::said::Said;
use crate::show;

/// The language that IANA writes.
const LANGUAGE: &str = "en";

/// The table of a registry of the file: of the one that is asked for by its id or its title, or of the only one.
pub(crate) fn table(file: &str, requested: Option<&str>) -> Result<Document, Failure> {
    let root = read(file)?;
    let mut all = Vec::new();
    collect(&root, &mut all);
    let chosen = choose(&all, requested)?;
    let records: Vec<_> = chosen.named("record").map(record::read).collect::<Result<_, _>>()?;
    rows::table(head(chosen), Vec::new(), records)
}

/// Every registry that has records.
fn collect<'a>(element: &'a Element, out: &mut Vec<&'a Element>) {
    if element.name == "registry" {
        out.extend(element.named("record").next().map(|_| element));
        element.children().for_each(|child| collect(child, out));
    }
}

fn choose<'a>(all: &[&'a Element], requested: Option<&str>) -> Result<&'a Element, Failure> {
    let is_asked_for = |registry: &&&Element| {
        requested.is_some_and(|name| id(registry) == name || title(registry).eq_ignore_ascii_case(name))
    };
    match (all, all.iter().find(is_asked_for), requested) {
        (_, Some(found), _) | ([found], None, None) => Ok(found),
        ([], None, _) => Err(Failure::trouble(Said::NoRegistry)),
        (_, None, name) => {
            let list: Vec<_> =
                all.iter().map(|registry| format!("\n  {}  {}", id(registry), title(registry))).collect();
            let failure = match name {
                Some(name) => Failure::trouble(Said::UnknownRegistry { name: name.to_owned() }),
                None => Failure::trouble(Said::SeveralRegistries { count: all.len() }),
            };
            Err(failure.help(Said::RegistriesAre { list: list.concat() }))
        }
    }
}

fn id(registry: &Element) -> &str {
    registry.attribute("id").unwrap_or_default()
}

fn title(registry: &Element) -> String {
    registry.named("title").next().map(flat).unwrap_or_default()
}

fn head(registry: &Element) -> Vec<(String, Node)> {
    let mut fields = vec![text("title", LANGUAGE, &title(registry))];
    fields.push(("languages".to_owned(), Node::List(vec![Node::text(LANGUAGE)])));
    let references = reference::all(registry.named("xref"));
    fields.extend((!references.is_empty()).then(|| ("reference".to_owned(), Node::texts(&references))));
    let notes = registry.named("note").map(flat).filter(|note| !note.is_empty());
    let notes: Vec<_> =
        notes.map(|note| Node::Table(vec![(LANGUAGE.to_owned(), Node::Text(note))])).collect();
    fields.extend((!notes.is_empty()).then_some(("note".to_owned(), Node::List(notes))));
    fields
}

/// The text of an element on one line, its references as they are cited.
fn flat(element: &Element) -> String {
    show::one_line(&raw(element))
}

fn raw(element: &Element) -> String {
    let parts = element.content.iter().map(|content| match content {
        Content::Text(text) => text.clone(),
        Content::Element(inner) if inner.name == "xref" => reference::cited(inner),
        Content::Element(inner) if inner.name == "br" => " ".to_owned(),
        Content::Element(inner) => raw(inner),
    });
    parts.collect()
}
