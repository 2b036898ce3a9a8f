//! Fluent (<https://projectfluent.org>). Terms and references to messages are replaced by what they refer to.

use std::cell::Cell;
use std::collections::HashMap;
use std::str::Chars;

use code_registry_table::{MAX_TEXT_BYTES, Selector};
use fluent_syntax::ast::{
    CallArguments, Comment, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource, Variant,
    VariantKey,
};
use fluent_syntax::parser::parse;
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::pattern::{Choice, Part, argument_name};
use super::{Found, Source};
use crate::error::ToolMessage;

/// The maximum depth of nested references and placeables.
const DEEPEST: usize = 32;

/// The maximum depth of nested braces and parentheses.
const MOST_LEVELS: usize = 100;

/// The maximum number of bytes of a message with everything it refers to.
const LONGEST: usize = MAX_TEXT_BYTES;

/// Categories of plurals.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

pub(super) fn read(source: Source<'_>) -> Result<Vec<Found>, ToolMessage> {
    if is_too_deep(source.text) {
        return Err(ToolMessage::TooDeep);
    }
    let mut all = Vec::new();
    let resource = match parse(source.text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            all.extend(errors.iter().map(|error| {
                let start = error.slice.as_ref().map_or(error.pos.start, |junk| junk.start);
                source.junk(start, error.kind.to_string())
            }));
            resource
        }
    };
    let bundle = Bundle::of(&resource);
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let comment = message.comment.as_ref().map(comment);
        let value = message.value.as_ref().map(|pattern| (message.id.name.to_owned(), pattern));
        let attributes = message.attributes.iter();
        let attributes = attributes
            .map(|attribute| (format!("{}.{}", message.id.name, attribute.id.name), &attribute.value));
        for (id, pattern) in value.into_iter().chain(attributes) {
            bundle.left.set(LONGEST);
            let parts = bundle.parts(pattern, None, 0);
            let line = source.line(offset(source.text, message.id.name));
            all.push(Found { tag: source.tag.to_owned(), id, line, comment: comment.clone(), parts });
        }
    }
    Ok(all)
}

impl Source<'_> {
    fn line(self, at: usize) -> usize {
        1 + self.text.as_bytes()[..at.min(self.text.len())].iter().filter(|&&byte| byte == b'\n').count()
    }

    /// A part of the file that cannot be read.
    fn junk(self, at: usize, reason: String) -> Found {
        let line = self.line(at);
        let id = self.text[at.min(self.text.len())..].lines().next().unwrap_or_default();
        let id = id.chars().take(40).collect();
        let parts = Err(ToolMessage::MessageSyntax { reason });
        Found { tag: self.tag.to_owned(), id, line, comment: None, parts }
    }
}

/// The parser is recursive: placeables and arguments of functions nest.
fn is_too_deep(text: &str) -> bool {
    let mut levels = Levels::default();
    text.lines().any(|line| {
        levels.line(line);
        levels.deepest > MOST_LEVELS
    })
}

/// The content of an open brace or parenthesis.
#[derive(Clone, Copy, PartialEq)]
enum Level {
    Expression,
    /// The text of a variant.
    Text,
}

/// The open braces and parentheses of an entry, except those inside texts, string literals and comments.
#[derive(Default)]
struct Levels {
    open: Vec<Level>,
    deepest: usize,
}

impl Levels {
    fn line(&mut self, line: &str) {
        if line.starts_with('#') || is_entry(line) {
            self.open.clear();
        }
        if line.starts_with('#') {
            return;
        }
        // A variant begins on a line of its own.
        if let Some(level) = self.open.last_mut()
            && line.trim_start().starts_with(['[', '*'])
        {
            *level = Level::Expression;
        }
        let mut rest = line.chars();
        while let Some(next) = rest.next() {
            match (next, self.open.last_mut()) {
                ('{', _) | ('(', Some(Level::Expression)) => self.open.push(Level::Expression),
                ('}', _) | (')', Some(Level::Expression)) => _ = self.open.pop(),
                (']', Some(level)) => *level = Level::Text,
                ('"', Some(Level::Expression)) => skip_literal(&mut rest),
                _ => {}
            }
            self.deepest = self.deepest.max(self.open.len());
        }
    }
}

/// Whether a line begins a message or a term: `name =`. What was open before it is an error there.
fn is_entry(line: &str) -> bool {
    let is_part = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    let starts = line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-');
    starts && line.trim_start_matches(is_part).trim_start_matches(' ').starts_with('=')
}

/// Skips the rest of a string literal, which ends on the same line.
fn skip_literal(rest: &mut Chars<'_>) {
    while let Some(next) = rest.next() {
        match next {
            '"' => return,
            '\\' => _ = rest.next(),
            _ => {}
        }
    }
}

/// The place of a part of the text.
fn offset(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

fn comment(comment: &Comment<&str>) -> String {
    comment.content.join("\n")
}

/// The messages and terms of a file by their names; attributes as `name.attribute`.
struct Bundle<'a> {
    messages: HashMap<String, &'a Pattern<&'a str>>,
    terms: HashMap<String, &'a Pattern<&'a str>>,
    /// The number of bytes that the message may still grow: references to references could be endless.
    left: Cell<usize>,
}

/// The arguments of a term. A message has its own arguments.
type Locals<'l> = Option<&'l HashMap<&'l str, String>>;

impl<'a> Bundle<'a> {
    fn of(resource: &'a Resource<&'a str>) -> Self {
        let (mut messages, mut terms) = (HashMap::new(), HashMap::new());
        for entry in &resource.body {
            let (found, id, value, attributes) = match entry {
                Entry::Message(message) => {
                    (&mut messages, message.id.name, message.value.as_ref(), &message.attributes)
                }
                Entry::Term(term) => (&mut terms, term.id.name, Some(&term.value), &term.attributes),
                _ => continue,
            };
            found.extend(value.map(|value| (id.to_owned(), value)));
            let attributes = attributes.iter();
            found.extend(
                attributes.map(|attribute| (format!("{id}.{}", attribute.id.name), &attribute.value)),
            );
        }
        Self { messages, terms, left: Cell::new(LONGEST) }
    }

    fn parts(
        &self,
        pattern: &Pattern<&str>,
        locals: Locals<'_>,
        depth: usize,
    ) -> Result<Vec<Part>, ToolMessage> {
        if depth > DEEPEST {
            return Err(ToolMessage::MessageCycle);
        }
        let mut parts = Vec::new();
        for element in &pattern.elements {
            let length = match element {
                PatternElement::TextElement { value } => value.len(),
                PatternElement::Placeable { .. } => 1,
            };
            let left = self.left.get().checked_sub(length).ok_or(ToolMessage::MessageTooLong)?;
            self.left.set(left);
            match element {
                PatternElement::TextElement { value } => parts.push(Part::Text((*value).to_owned())),
                PatternElement::Placeable { expression } => {
                    parts.extend(self.expression(expression, locals, depth)?);
                }
            }
        }
        Ok(parts)
    }

    fn expression(
        &self,
        expression: &Expression<&str>,
        locals: Locals<'_>,
        depth: usize,
    ) -> Result<Vec<Part>, ToolMessage> {
        match expression {
            Expression::Select { selector, variants } => self.select(selector, variants, locals, depth),
            Expression::Inline(inline) => self.inline(inline, locals, depth),
        }
    }

    fn inline(
        &self,
        expression: &InlineExpression<&str>,
        locals: Locals<'_>,
        depth: usize,
    ) -> Result<Vec<Part>, ToolMessage> {
        let unknown = |name: String| ToolMessage::MessageReference { name };
        match expression {
            InlineExpression::StringLiteral { value } => {
                Ok(vec![Part::Text(unescape_unicode_to_string(value).into_owned())])
            }
            InlineExpression::NumberLiteral { value } => Ok(vec![Part::Text((*value).to_owned())]),
            InlineExpression::VariableReference { id } => match locals {
                None => Ok(vec![Part::Argument(argument_name(id.name))]),
                Some(locals) => {
                    let text = locals.get(id.name).ok_or_else(|| unknown(format!("${}", id.name)))?;
                    Ok(vec![Part::Text(text.clone())])
                }
            },
            InlineExpression::FunctionReference { id, arguments } => match number(id.name, arguments) {
                Some((name, Selector::Plural)) if locals.is_none() => Ok(vec![Part::Number(name)]),
                _ => Err(ToolMessage::MessageFunction { name: id.name.to_owned() }),
            },
            InlineExpression::MessageReference { id, attribute } => {
                let name = joined(id.name, attribute.as_ref().map(|attribute| attribute.name));
                let pattern = self.messages.get(&name).ok_or_else(|| unknown(name))?;
                self.parts(pattern, locals, depth + 1)
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                let name = joined(id.name, attribute.as_ref().map(|attribute| attribute.name));
                let pattern = self.terms.get(&name).ok_or_else(|| unknown(format!("-{name}")))?;
                let given = arguments.iter().flat_map(|arguments| &arguments.named);
                let locals = given.filter_map(|given| Some((given.name.name, literal(&given.value)?)));
                self.parts(pattern, Some(&locals.collect()), depth + 1)
            }
            InlineExpression::Placeable { expression } => self.expression(expression, locals, depth + 1),
        }
    }

    fn select(
        &self,
        selector: &InlineExpression<&str>,
        variants: &[Variant<&str>],
        locals: Locals<'_>,
        depth: usize,
    ) -> Result<Vec<Part>, ToolMessage> {
        let default = variants.iter().find(|variant| variant.default).ok_or(ToolMessage::MessageNoOther)?;
        if let Some(known) = self.known(selector, locals, depth)? {
            let chosen = variants.iter().find(|variant| key(variant) == known).unwrap_or(default);
            return self.parts(&chosen.value, locals, depth + 1);
        }
        let is_plural = variants.iter().all(|variant| match variant.key {
            VariantKey::Identifier { name } => CATEGORIES.contains(&name),
            VariantKey::NumberLiteral { .. } => true,
        });
        let (argument, selector) = match selector {
            InlineExpression::VariableReference { id } if is_plural => {
                (argument_name(id.name), Selector::Plural)
            }
            InlineExpression::VariableReference { id } => (argument_name(id.name), Selector::Select),
            InlineExpression::FunctionReference { id, arguments } => match number(id.name, arguments) {
                Some(found) if is_plural => found,
                _ => return Err(ToolMessage::MessageFunction { name: id.name.to_owned() }),
            },
            _ => return Err(ToolMessage::MessageSelector),
        };
        let mut cases = Vec::new();
        for variant in variants {
            let case = key(variant);
            if matches!(variant.key, VariantKey::NumberLiteral { .. }) && case.parse::<u64>().is_err() {
                return Err(ToolMessage::MessageFunction { name: case.to_owned() });
            }
            if case != "other" {
                cases.push((case.to_owned(), self.parts(&variant.value, locals, depth + 1)?));
            }
        }
        let other = variants.iter().find(|variant| key(variant) == "other").unwrap_or(default);
        let other = self.parts(&other.value, locals, depth + 1)?;
        Ok(vec![Part::Choice(Choice { selector, argument, cases, other })])
    }

    /// The value of a selector that does not depend on arguments of the message.
    fn known(
        &self,
        selector: &InlineExpression<&str>,
        locals: Locals<'_>,
        depth: usize,
    ) -> Result<Option<String>, ToolMessage> {
        match (selector, locals) {
            (InlineExpression::VariableReference { id }, Some(locals)) => {
                Ok(Some(locals.get(id.name).cloned().unwrap_or_default()))
            }
            (InlineExpression::TermReference { attribute: Some(_), .. }, _) => {
                let parts = self.inline(selector, locals, depth + 1)?;
                let texts = parts.iter().map(|part| match part {
                    Part::Text(text) => Some(text.as_str()),
                    _ => None,
                });
                let text = texts.collect::<Option<Vec<_>>>().ok_or(ToolMessage::MessageSelector)?;
                Ok(Some(text.concat()))
            }
            _ => Ok(literal(selector)),
        }
    }
}

fn joined(name: &str, attribute: Option<&str>) -> String {
    attribute.map_or_else(|| name.to_owned(), |attribute| format!("{name}.{attribute}"))
}

fn key<'v>(variant: &Variant<&'v str>) -> &'v str {
    match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

fn literal(expression: &InlineExpression<&str>) -> Option<String> {
    match expression {
        InlineExpression::StringLiteral { value } => Some(unescape_unicode_to_string(value).into_owned()),
        InlineExpression::NumberLiteral { value } => Some((*value).to_owned()),
        _ => None,
    }
}

/// `NUMBER($count)` and `NUMBER($place, type: "ordinal")`
fn number(name: &str, arguments: &CallArguments<&str>) -> Option<(String, Selector)> {
    let [InlineExpression::VariableReference { id }] = arguments.positional.as_slice() else { return None };
    let argument = argument_name(id.name);
    match arguments.named.as_slice() {
        _ if name != "NUMBER" => None,
        [] => Some((argument, Selector::Plural)),
        [kind] if kind.name.name == "type" => match literal(&kind.value)?.as_str() {
            "ordinal" => Some((argument, Selector::Ordinal)),
            "cardinal" => Some((argument, Selector::Plural)),
            _ => None,
        },
        _ => None,
    }
}
