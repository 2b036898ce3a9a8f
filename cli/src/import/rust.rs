//! Enums of Rust sources: their discriminants and documentation, and the attributes of `strum`, `num_enum` and `thiserror`.

mod attributes;
mod discriminant;

use std::collections::{HashMap, HashSet};
use std::ptr;

use code_registry_table::{Repr, symbol_of_variant, variant_name};
use proc_macro2::{Span, TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::{Fields, Item, ItemEnum, LitInt, Variant};

use self::attributes::{Attributes, Documentation};
use self::discriminant::Constants;
use super::records::{Record, Symbols, merge_record, text};
use crate::add;
use crate::document::{Document, Node, Section};
use crate::error::{Error, ToolMessage};

/// The language of documentation.
const LANGUAGE: &str = "en";

/// The maximum depth of nested brackets, or number of consecutive operators.
const DEEPEST: usize = 200;

/// The maximum number of tokens without an end or a bracket: each operator of an expression is one level of the syntax
/// tree.
const LONGEST: usize = 2_000;

/// A Rust source and the options of its import.
#[derive(Debug, Clone, Copy)]
pub(super) struct Request<'a> {
    pub(super) file: &'a str,
    pub(super) text: &'a str,
    /// The name of the enum.
    pub(super) name: Option<&'a str>,
    pub(super) title: Option<&'a str>,
    /// The variants to leave out, by their names or values.
    pub(super) skip: &'a [String],
    /// The values, or the names of variants with them, whose later variants become aliases of the first one.
    pub(super) merge: &'a [String],
}

/// The table of an enum, and what to report about it.
pub(super) fn table(request: Request<'_>) -> Result<(Document, Vec<ToolMessage>), Error> {
    let file = syntax_tree(request.text).map_err(|error| {
        let (line, reason) = (error.span().start().line, error.to_string());
        Error::new(ToolMessage::RustSyntax { file: request.file.to_owned(), line, reason })
    })?;
    let (mut enums, mut constants) = (Vec::new(), Constants::default());
    collect(&file.items, &mut enums, &mut constants);
    let found = choose(&enums, request.name)?;
    let mut reader = Reader {
        request,
        notices: Vec::new(),
        symbols: Symbols::default(),
        merged: HashMap::new(),
        properties: Vec::new(),
        is_hexadecimal: true,
    };
    let document = reader.table(found, constants)?;
    Ok((document, reader.notices))
}

/// The parsed file. The parser is recursive, so deep nesting is refused first.
fn syntax_tree(text: &str) -> syn::Result<syn::File> {
    let tokens: TokenStream = text.parse().map_err(syn::Error::from)?;
    if let Some(span) = too_deep(tokens.clone(), 0) {
        return Err(syn::Error::new(span, ToolMessage::TooDeep));
    }
    syn::parse_file(text)
}

fn too_deep(tokens: TokenStream, depth: usize) -> Option<Span> {
    let (mut marks, mut length) = (0, 0);
    for token in tokens {
        marks = if matches!(token, TokenTree::Punct(_)) { marks + 1 } else { 0 };
        let is_end = matches!(&token, TokenTree::Punct(mark) if matches!(mark.as_char(), ',' | ';'));
        length = if is_end || matches!(token, TokenTree::Group(_)) { 0 } else { length + 1 };
        if depth > DEEPEST || marks > DEEPEST || length > LONGEST {
            return Some(token.span());
        }
        if let TokenTree::Group(group) = token
            && let Some(span) = too_deep(group.stream(), depth + 1)
        {
            return Some(span);
        }
    }
    None
}

/// The enums and constants, also in modules and implementations.
fn collect<'a>(items: &'a [Item], enums: &mut Vec<&'a ItemEnum>, constants: &mut Constants<'a>) {
    for item in items {
        match item {
            Item::Enum(item) => enums.push(item),
            Item::Const(item) => constants.add(&item.ident, &item.expr),
            Item::Impl(block) => {
                for item in &block.items {
                    if let syn::ImplItem::Const(item) = item {
                        constants.add(&item.ident, &item.expr);
                    }
                }
            }
            Item::Mod(module) => {
                let inner = module.content.as_ref().map_or(&[][..], |(_, items)| items);
                collect(inner, enums, constants);
            }
            _ => {}
        }
    }
}

/// The enum of this name; otherwise the only one with numbers.
fn choose<'a>(enums: &[&'a ItemEnum], name: Option<&str>) -> Result<&'a ItemEnum, Error> {
    if let Some(name) = name {
        let found = enums.iter().find(|found| found.ident == name);
        return found.copied().ok_or_else(|| {
            let error = Error::new(ToolMessage::UnknownEnum { name: name.to_owned() });
            error.help(ToolMessage::RegistriesAre { list: listed(enums) })
        });
    }
    let numbered: Vec<&ItemEnum> = enums.iter().copied().filter(|found| has_numbers(found)).collect();
    match numbered.as_slice() {
        [found] => Ok(found),
        [] => Err(Error::new(ToolMessage::NoDiscriminants)),
        several => {
            let error = Error::new(ToolMessage::SeveralEnums { count: several.len() });
            Err(error.help(ToolMessage::RegistriesAre { list: listed(several) }))
        }
    }
}

fn listed(enums: &[&ItemEnum]) -> String {
    enums.iter().map(|found| format!("\n  {}", found.ident)).collect()
}

fn has_numbers(found: &ItemEnum) -> bool {
    let has_repr = Attributes::read(&found.attrs).repr.is_some();
    has_repr || found.variants.iter().any(|variant| variant.discriminant.is_some())
}

struct Reader<'a> {
    request: Request<'a>,
    notices: Vec<ToolMessage>,
    symbols: Symbols,
    /// The symbols of variants whose value is to be merged, by value and name.
    merged: HashMap<(i128, String), String>,
    /// The columns that `strum(props(…))` makes, with the types that their values show.
    properties: Vec<(String, &'static str)>,
    /// Whether every discriminant is written in hexadecimal.
    is_hexadecimal: bool,
}

impl Reader<'_> {
    fn table(&mut self, found: &ItemEnum, mut constants: Constants<'_>) -> Result<Document, Error> {
        let attributes = Attributes::read(&found.attrs);
        constants.repr = attributes.repr.clone();
        let variants = self.valued(found, &mut constants)?;
        let merge = matching(&variants, self.request.merge)?;
        let merge: HashSet<i128> = merge.into_iter().map(|(_, value)| value).collect();
        let skip = matching(&variants, self.request.skip)?;
        let (mut rows, mut values, mut unlisted): (Vec<Section>, Vec<i128>, _) =
            (Vec::new(), Vec::new(), None);
        let is_skipped = |variant: &Variant| skip.iter().any(|(skipped, _)| ptr::eq(*skipped, variant));
        for (variant, value) in variants {
            if is_skipped(variant) {
                continue;
            }
            let attributes = Attributes::read(&variant.attrs);
            let is_merged = merge.contains(&value);
            let first = is_merged.then(|| values.iter().position(|&known| known == value)).flatten();
            if attributes.is_catch_all {
                unlisted = Some(variant.ident.to_string());
            } else if has_fields(variant) {
                self.leave_out(variant, &variant.ident.to_string());
            } else {
                let symbol = self.symbol(variant, value, is_merged);
                let row = self.row(variant, value, &symbol, attributes);
                match first {
                    Some(first) => self.merge(&mut rows[first], row),
                    None => {
                        values.push(value);
                        rows.push(row);
                    }
                }
            }
        }
        let mut head = self.head(found, &attributes, &values);
        head.extend(unlisted.map(|name| ("unlisted".to_owned(), Node::Text(name))));
        let mut sections = vec![Section { path: vec!["registry".to_owned()], fields: head, line: None }];
        sections.extend(self.properties.iter().map(|(name, kind)| Section {
            path: vec!["property".to_owned(), name.clone()],
            fields: vec![("type".to_owned(), Node::text(*kind))],
            line: None,
        }));
        sections.extend(rows);
        Ok(Document::new(sections))
    }

    fn head(&self, found: &ItemEnum, attributes: &Attributes, values: &[i128]) -> Vec<(String, Node)> {
        let words = || add::words("", &symbol_of_variant(&found.ident.to_string()));
        let title = self.request.title.map_or_else(words, str::to_owned);
        let mut head = vec![text("title", LANGUAGE, &title)];
        let repr = attributes
            .repr
            .as_deref()
            .and_then(|name| Repr::INTEGERS.iter().find(|known| known.name() == name));
        // Without `#[repr]`, discriminants are `isize`.
        let usual = [Repr::I32, Repr::U32, Repr::I64, Repr::U64];
        let fits = |repr: &&Repr| values.iter().all(|value| (repr.min()..=repr.max()).contains(value));
        let repr = repr.or_else(|| usual.iter().find(fits)).unwrap_or(&Repr::I64);
        head.push(("repr".to_owned(), Node::text(repr.name())));
        head.push(("languages".to_owned(), Node::List(vec![Node::text(LANGUAGE)])));
        if self.is_hexadecimal && !values.is_empty() && values.iter().all(|&value| value >= 0) {
            let width = values.iter().map(|value| format!("{value:X}").len()).max().unwrap_or(1);
            head.push(("label".to_owned(), Node::Text(format!("0x{{value:0{width}X}}"))));
        }
        let Documentation { first, rest } = &attributes.documentation;
        let notes = [first, rest].into_iter().filter(|note| !note.is_empty());
        let notes: Vec<_> =
            notes.map(|note| Node::Table(vec![(LANGUAGE.to_owned(), Node::text(note))])).collect();
        if !notes.is_empty() {
            head.push(("note".to_owned(), Node::List(notes)));
        }
        head
    }

    /// The variants with their values.
    fn valued<'a>(
        &mut self,
        found: &'a ItemEnum,
        constants: &mut Constants<'_>,
    ) -> Result<Vec<(&'a Variant, i128)>, Error> {
        let (mut variants, mut next) = (Vec::new(), Some(0));
        for variant in &found.variants {
            let value = self.value(variant, constants, next)?;
            constants.add_variant(&variant.ident, value);
            next = value.checked_add(1);
            variants.push((variant, value));
        }
        Ok(variants)
    }

    /// The discriminant, or the successor of the previous one.
    fn value(
        &mut self,
        variant: &Variant,
        constants: &Constants<'_>,
        next: Option<i128>,
    ) -> Result<i128, Error> {
        let Some((_, expression)) = &variant.discriminant else {
            self.is_hexadecimal = false;
            return next.ok_or_else(|| self.unknown(variant));
        };
        self.is_hexadecimal &= discriminant::is_hexadecimal(expression);
        constants.value(expression).ok_or_else(|| self.unknown(variant))
    }

    fn unknown(&self, variant: &Variant) -> Error {
        let (file, line) = (self.request.file.to_owned(), line(variant));
        Error::new(ToolMessage::NoDiscriminant { file, line, variant: variant.ident.to_string() })
    }

    fn leave_out(&mut self, variant: &Variant, what: &str) {
        let (file, line) = (self.request.file.to_owned(), line(variant));
        self.notices.push(ToolMessage::NotImported { file, line, what: what.to_owned() });
    }

    /// A free symbol, or that of the merged variant with the same name.
    fn symbol(&mut self, variant: &Variant, value: i128, is_merged: bool) -> String {
        let name = variant.ident.unraw().to_string();
        if let Some(known) = self.merged.get(&(value, name.clone())) {
            return known.clone();
        }
        let symbol = self.symbols.free(&symbol_of_variant(&name), &value.to_string());
        if is_merged {
            self.merged.insert((value, name), symbol.clone());
        }
        symbol
    }

    fn row(&mut self, variant: &Variant, value: i128, symbol: &str, attributes: Attributes) -> Section {
        let name = variant.ident.unraw().to_string();
        let mut fields = vec![("symbol".to_owned(), Node::text(symbol))];
        if variant_name(symbol) != name {
            fields.push(("variant".to_owned(), Node::text(&name)));
        }
        for condition in &attributes.conditions {
            let (file, line, variant) = (self.request.file.to_owned(), line(variant), name.clone());
            let condition = condition.clone();
            self.notices.push(ToolMessage::Conditional { file, line, variant, condition });
        }
        for what in &attributes.left_out {
            self.leave_out(variant, what);
        }
        if let Some(note) = &attributes.deprecated {
            fields.push(("status".to_owned(), Node::text("deprecated")));
            if !note.is_empty() {
                let note = Node::Table(vec![(LANGUAGE.to_owned(), Node::text(note))]);
                fields.push(("note".to_owned(), Node::List(vec![note])));
            }
        }
        let Documentation { first, rest } = &attributes.documentation;
        let has_text = attributes.name.is_some() || attributes.message.is_some() || !first.is_empty();
        let own = attributes.name.clone();
        let called = own.or_else(|| (!has_text).then(|| add::words("", symbol)));
        let texts = [
            ("name", called.as_deref()),
            ("message", attributes.message.as_deref()),
            ("description", Some(first.as_str())),
            ("explanation", Some(rest.as_str())),
        ];
        let texts =
            texts.into_iter().filter_map(|(key, text)| Some((key, text.filter(|text| !text.is_empty())?)));
        fields.extend(texts.map(|(key, found)| text(key, LANGUAGE, found)));
        for (key, value) in attributes.properties {
            self.add_property(&key, &value);
            fields.push((key, value));
        }
        Section { path: vec!["code".to_owned(), value.to_string()], fields, line: Some(line(variant)) }
    }

    /// Makes a variant an alias of the first one with its value.
    fn merge(&mut self, first: &mut Section, other: Section) {
        let (mut symbol, mut fields) = (String::new(), other.fields);
        fields.retain(|(key, value)| match (key.as_str(), value) {
            ("symbol", Node::Text(own)) => {
                symbol.clone_from(own);
                false
            }
            _ => key != "variant",
        });
        let (line, value) = (other.line.unwrap_or(0), other.path[1].clone());
        let record = Record { line, value, symbol: None, called: symbol.clone(), status: None, fields };
        if let Some(differs) = merge_record(first, &symbol, record) {
            let (file, message) = (self.request.file.to_owned(), differs.to_string());
            self.notices.push(ToolMessage::AtFileLine { file, line, message });
        }
    }

    fn add_property(&mut self, key: &str, value: &Node) {
        let kind = match value {
            Node::Bool(_) => "bool",
            Node::Integer(_) => "i64",
            _ => "str",
        };
        if self.properties.iter().all(|(known, _)| known != key) {
            self.properties.push((key.to_owned(), kind));
        }
    }
}

/// The variants that one of the texts names, by their identifiers or values.
fn matching<'a>(
    variants: &[(&'a Variant, i128)],
    texts: &[String],
) -> Result<Vec<(&'a Variant, i128)>, Error> {
    let mut found = Vec::new();
    for text in texts {
        let number: Option<i128> =
            syn::parse_str::<LitInt>(text).ok().and_then(|number| number.base10_parse().ok());
        let is_it = |(variant, value): &&(&Variant, i128)| {
            variant.ident.unraw() == text.as_str() || number == Some(*value)
        };
        let before = found.len();
        found.extend(variants.iter().filter(is_it));
        if found.len() == before {
            return Err(Error::new(ToolMessage::NothingToSkip { text: text.clone() }));
        }
    }
    Ok(found)
}

fn has_fields(variant: &Variant) -> bool {
    !matches!(variant.fields, Fields::Unit) && !variant.fields.is_empty()
}

fn line(variant: &Variant) -> usize {
    variant.ident.span().start().line
}
