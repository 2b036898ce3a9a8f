//! The meaning of the attributes of an enum or a variant for a table.

use pulldown_cmark::{BrokenLink, Event, Options, Parser, Tag, TagEnd};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, Token};

use crate::display_text;
use crate::document::Node;

/// The attributes of an enum or a variant.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    pub(super) documentation: Documentation,
    /// `strum(detailed_message = "…")`, which is the documentation if there is no other.
    detail: Option<String>,
    /// The integer type in `#[repr(…)]`.
    pub(super) repr: Option<String>,
    /// The text that the variant displays: `strum(to_string = "…")`, or the longest `serialize`.
    pub(super) name: Option<String>,
    /// `strum(serialize = "…")`
    serialized: Vec<String>,
    /// `error("…")` or `strum(message = "…")`, as a message of a table.
    pub(super) message: Option<String>,
    pub(super) properties: Vec<(String, Node)>,
    /// `#[deprecated]` with its note.
    pub(super) deprecated: Option<String>,
    /// The conditions of `#[cfg(…)]`.
    pub(super) conditions: Vec<String>,
    /// `#[num_enum(catch_all)]`
    pub(super) is_catch_all: bool,
    /// Attributes that a table cannot express.
    pub(super) left_out: Vec<String>,
}

/// A documentation comment.
#[derive(Debug, Default)]
pub(super) struct Documentation {
    /// The first paragraph as plain text.
    pub(super) first: String,
    /// What precedes and follows it, as Markdown.
    pub(super) rest: String,
}

impl Attributes {
    pub(super) fn read(attributes: &[Attribute]) -> Self {
        let mut found = Self::default();
        let mut lines = Vec::new();
        for attribute in attributes {
            let path = attribute.path();
            let word = path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
            match word.as_str() {
                "doc" => lines.extend(literal(&attribute.meta)),
                "repr" => {
                    let is_integer = |word: &String| word.starts_with(['i', 'u']) && word.len() > 1;
                    found.repr = arguments(attribute).iter().map(word_of).find(is_integer).or(found.repr);
                }
                "cfg" => found.conditions.push(inner_text(attribute)),
                "cfg_attr" => found.left_out.push(format!("cfg_attr({})", inner_text(attribute))),
                "deprecated" => found.deprecated = Some(deprecation(attribute)),
                "error" => found.error(attribute),
                "strum" => arguments(attribute).iter().for_each(|meta| found.strum(meta)),
                "num_enum" => arguments(attribute).iter().for_each(|meta| match word_of(meta).as_str() {
                    "catch_all" => found.is_catch_all = true,
                    _ => found.left_out.push(format!("num_enum({})", shown(meta))),
                }),
                _ => {}
            }
        }
        found.name_from_serialized();
        found.documentation = Documentation::of(&lines.join("\n"));
        match found.detail.take() {
            Some(detail) if found.documentation.first.is_empty() => found.documentation.first = detail,
            Some(detail) => found.left_out.push(format!("strum(detailed_message = \"{detail}\")")),
            None => {}
        }
        found
    }

    fn error(&mut self, attribute: &Attribute) {
        let arguments = attribute.parse_args_with(Punctuated::<Expr, Token![,]>::parse_terminated);
        let arguments = arguments.unwrap_or_default();
        let text = match (arguments.len(), arguments.first()) {
            (1, Some(Expr::Lit(ExprLit { lit: Lit::Str(text), .. }))) => text.value(),
            _ => {
                self.left_out.push(format!("error({})", inner_text(attribute)));
                return;
            }
        };
        // Its braces are doubled already, as in a table.
        let is_literal = !text.replace("{{", "").replace("}}", "").contains(['{', '}']);
        if is_literal {
            self.message = Some(text);
        } else {
            self.left_out.push(format!("error(\"{text}\")"));
        }
    }

    /// As strum displays a variant without `to_string`: by the longest `serialize`, the first of several.
    fn name_from_serialized(&mut self) {
        let mut serialized = std::mem::take(&mut self.serialized);
        if self.name.is_none() {
            let longest = (0..serialized.len()).rev().max_by_key(|&at| serialized[at].len());
            self.name = longest.map(|at| serialized.remove(at));
        }
        self.left_out.extend(serialized.iter().map(|text| format!("strum(serialize = \"{text}\")")));
    }

    fn strum(&mut self, meta: &Meta) {
        let text = literal(meta);
        match (word_of(meta).as_str(), text) {
            ("to_string", Some(text)) => self.name = Some(text),
            ("serialize", Some(text)) => self.serialized.push(text),
            ("message", Some(text)) => self.message = Some(text.replace('{', "{{").replace('}', "}}")),
            ("detailed_message", Some(text)) => self.detail = Some(text),
            ("props", _) => self.props(meta),
            _ => self.left_out.push(format!("strum({})", shown(meta))),
        }
    }

    /// `props(retry = "yes", level = 2)`
    fn props(&mut self, meta: &Meta) {
        let Meta::List(list) = meta else { return };
        let props = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).unwrap_or_default();
        for prop in &props {
            let Meta::NameValue(pair) = prop else { continue };
            let Expr::Lit(value) = &pair.value else { continue };
            let value = match &value.lit {
                Lit::Str(text) => Node::Text(text.value()),
                Lit::Bool(found) => Node::Bool(found.value),
                Lit::Int(number) => {
                    number.base10_parse().map_or_else(|_| Node::text(number.to_string()), Node::Integer)
                }
                _ => continue,
            };
            self.properties.push((word_of(prop).to_ascii_lowercase(), value));
        }
    }
}

fn arguments(attribute: &Attribute) -> Punctuated<Meta, Token![,]> {
    attribute.parse_args_with(Punctuated::parse_terminated).unwrap_or_default()
}

fn word_of(meta: &Meta) -> String {
    meta.path().segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default()
}

/// The text of `name = "text"`.
fn literal(meta: &Meta) -> Option<String> {
    let Meta::NameValue(pair) = meta else { return None };
    let Expr::Lit(found) = &pair.value else { return None };
    let Lit::Str(text) = &found.lit else { return None };
    Some(text.value())
}

/// The content of the parentheses.
fn inner_text(attribute: &Attribute) -> String {
    let Meta::List(list) = &attribute.meta else { return String::new() };
    source(list.tokens.span())
}

fn shown(meta: &Meta) -> String {
    source(meta.span())
}

fn source(span: proc_macro2::Span) -> String {
    display_text::one_line(&span.source_text().unwrap_or_default())
}

/// `#[deprecated = "note"]` or `#[deprecated(note = "note")]`
fn deprecation(attribute: &Attribute) -> String {
    let own = literal(&attribute.meta);
    let inner = || arguments(attribute).iter().find(|meta| word_of(meta) == "note").and_then(literal);
    own.or_else(inner).unwrap_or_default()
}

impl Documentation {
    /// The text of a documentation comment, whose lines usually begin with a blank.
    fn of(text: &str) -> Self {
        let lines: Vec<&str> = text.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        let text = lines.join("\n");
        let (mut first, mut place, mut heading) = (String::new(), None, None);
        let (mut depth, mut is_first) = (0_usize, false);
        // Links to items have no address in the text.
        let mut known = |_: BrokenLink<'_>| Some(("".into(), "".into()));
        let parser = Parser::new_with_broken_link_callback(&text, Options::empty(), Some(&mut known));
        for (event, range) in parser.into_offset_iter() {
            match event {
                Event::Start(tag) => {
                    // A list, a quotation or code is not a description.
                    is_first |= depth == 0 && matches!(tag, Tag::Paragraph | Tag::Heading { .. });
                    depth += 1;
                }
                Event::End(tag) => {
                    depth -= 1;
                    match tag {
                        TagEnd::Paragraph if is_first && depth == 0 => {
                            place = Some(range);
                            break;
                        }
                        // A heading is the description if there is no paragraph.
                        TagEnd::Heading(_) if is_first && depth == 0 => {
                            heading = heading.or(Some((std::mem::take(&mut first), range)));
                            first.clear();
                            is_first = false;
                        }
                        _ => {}
                    }
                }
                _ if !is_first => {}
                Event::Text(part) => first.push_str(&part),
                Event::Html(markup) | Event::InlineHtml(markup) => first.push_str(&markup),
                Event::Code(code) => first.push_str(&format!("`{code}`")),
                Event::SoftBreak | Event::HardBreak => first.push(' '),
                _ => {}
            }
        }
        let found = place.map(|place| (first, place)).or(heading);
        let (first, place) = found.unwrap_or_else(|| (String::new(), 0..0));
        let around = [&text[..place.start], &text[place.end..]].map(str::trim);
        let rest = around.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
        Self { first: display_text::one_line(&first), rest }
    }
}
