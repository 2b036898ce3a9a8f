//! ICU MessageFormat 1 in JSON: `{"id": "pattern"}`, or `{"id": {"defaultMessage": "pattern", "description": "…"}}`.

use std::iter::Peekable;
use std::str::Chars;

use code_registry_table::Selector;

use super::leaves::Leaf;
use super::pattern::{Choice, Part, argument_name};
use super::{Found, Source};
use crate::error::ToolMessage;

/// The maximum depth of nested choices.
const DEEPEST: usize = 8;

/// Keys of a pattern in an object, and of its description.
const PATTERNS: [&str; 3] = ["defaultMessage", "message", "translation"];
const DESCRIPTIONS: [&str; 2] = ["description", "developer_comment"];

pub(super) fn read(source: Source<'_>, leaves: Vec<Leaf>) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    let mut comments: Vec<(String, String)> = Vec::new();
    for leaf in leaves {
        let last = leaf.path.last().map(String::as_str).unwrap_or_default();
        let is_inner = leaf.path.len() > 1;
        let owner = leaf.path[..leaf.path.len() - 1].join(".");
        if let Ok(text) = &leaf.text
            && is_inner
            && DESCRIPTIONS.contains(&last)
        {
            comments.push((owner, text.clone()));
            continue;
        }
        let id = if is_inner && PATTERNS.contains(&last) { owner } else { leaf.path.join(".") };
        let parts = leaf.text.and_then(|text| parse(&text));
        all.push(Found { tag: source.tag.to_owned(), id, line: leaf.line, comment: None, parts });
    }
    for (owner, comment) in comments {
        let found = all.iter_mut().find(|found| found.id == owner);
        found.into_iter().for_each(|found| found.comment = Some(comment.clone()));
    }
    all
}

/// The parts of a pattern.
pub(super) fn parse(pattern: &str) -> Result<Vec<Part>, ToolMessage> {
    let mut reader = Reader { rest: pattern.chars().peekable() };
    let parts = reader.message(None, 0)?;
    match reader.rest.next() {
        Some(_) => Err(syntax("}")),
        None => Ok(parts),
    }
}

fn syntax(found: &str) -> ToolMessage {
    ToolMessage::MessageUnexpected { text: found.to_owned() }
}

struct Reader<'t> {
    rest: Peekable<Chars<'t>>,
}

impl Reader<'_> {
    /// A message up to its end or a closing brace. `counted` is the argument that `#` stands for.
    fn message(&mut self, counted: Option<&str>, depth: usize) -> Result<Vec<Part>, ToolMessage> {
        if depth > DEEPEST {
            return Err(ToolMessage::MessageTooLong);
        }
        let (mut parts, mut text) = (Vec::new(), String::new());
        while let Some(&next) = self.rest.peek() {
            match (next, counted) {
                ('}', _) => break,
                ('{', _) => {
                    self.rest.next();
                    push_text(&mut parts, &mut text);
                    parts.push(self.argument(depth)?);
                }
                ('#', Some(name)) => {
                    self.rest.next();
                    push_text(&mut parts, &mut text);
                    parts.push(Part::Argument(name.to_owned()));
                }
                ('\'', _) => self.quoted(counted.is_some(), &mut text),
                _ => {
                    self.rest.next();
                    text.push(next);
                }
            }
        }
        push_text(&mut parts, &mut text);
        Ok(parts)
    }

    /// An apostrophe: two are one; before what it can quote, it quotes up to the next one.
    fn quoted(&mut self, is_counted: bool, text: &mut String) {
        self.rest.next();
        match self.rest.peek() {
            Some('\'') => {
                self.rest.next();
                text.push('\'');
            }
            Some('{' | '}') => self.quotation(text),
            Some('#') if is_counted => self.quotation(text),
            _ => text.push('\''),
        }
    }

    fn quotation(&mut self, text: &mut String) {
        while let Some(next) = self.rest.next() {
            match next {
                '\'' if self.rest.peek() == Some(&'\'') => {
                    self.rest.next();
                    text.push('\'');
                }
                '\'' => return,
                other => text.push(other),
            }
        }
    }

    /// The content after an opening brace.
    fn argument(&mut self, depth: usize) -> Result<Part, ToolMessage> {
        let given = self.word();
        let name = argument_name(&given);
        if name.is_empty() {
            return Err(syntax("{"));
        }
        if self.ends()? {
            return Ok(Part::Argument(name));
        }
        let kind = self.word();
        match kind.as_str() {
            "number" => match self.ends()? {
                true => Ok(Part::Number(name)),
                false => {
                    let style: String = self.rest.by_ref().take_while(|&next| next != '}').collect();
                    Err(ToolMessage::MessageFunction { name: format!("number, {}", style.trim()) })
                }
            },
            "plural" => self.choice(Selector::Plural, name, depth),
            "selectordinal" => self.choice(Selector::Ordinal, name, depth),
            "select" => self.choice(Selector::Select, name, depth),
            _ => Err(ToolMessage::MessageFunction { name: kind }),
        }
    }

    /// Whether the argument ends here, instead of going on after a comma.
    fn ends(&mut self) -> Result<bool, ToolMessage> {
        self.skip_blanks();
        match self.rest.next() {
            Some('}') => Ok(true),
            Some(',') => Ok(false),
            Some(other) => Err(syntax(&other.to_string())),
            None => Err(syntax("{")),
        }
    }

    fn choice(&mut self, selector: Selector, argument: String, depth: usize) -> Result<Part, ToolMessage> {
        if self.ends()? {
            return Err(syntax("}"));
        }
        let counted = (selector != Selector::Select).then_some(argument.as_str());
        let (mut cases, mut other) = (Vec::new(), None);
        loop {
            self.skip_blanks();
            if self.rest.peek() == Some(&'}') {
                self.rest.next();
                break;
            }
            let case = self.word();
            self.skip_blanks();
            match self.rest.next() {
                Some('{') if !case.is_empty() => {}
                Some(':') if case == "offset" => return Err(ToolMessage::MessageOffset),
                found => return Err(syntax(&found.map_or("{".to_owned(), String::from))),
            }
            let parts = self.message(counted, depth + 1)?;
            if self.rest.next() != Some('}') {
                return Err(syntax("{"));
            }
            match (case.strip_prefix('='), case.as_str()) {
                (None, "other") => other = Some(parts),
                // Without a sign or leading zeros, as the table writes it.
                (Some(number), _) if number.parse::<u64>().is_ok_and(|read| read.to_string() == number) => {
                    cases.push((number.to_owned(), parts));
                }
                (Some(_), _) => return Err(ToolMessage::MessageFunction { name: case }),
                (None, _) => cases.push((case, parts)),
            }
        }
        let other = other.ok_or(ToolMessage::MessageNoOther)?;
        Ok(Part::Choice(Choice { selector, argument, cases, other }))
    }

    /// The text before a blank or a mark.
    fn word(&mut self) -> String {
        self.skip_blanks();
        let mut word = String::new();
        while let Some(&next) = self.rest.peek() {
            if next.is_whitespace() || matches!(next, '{' | '}' | ',' | ':' | '\'') {
                break;
            }
            word.push(next);
            self.rest.next();
        }
        word
    }

    fn skip_blanks(&mut self) {
        while self.rest.peek().is_some_and(|next| next.is_whitespace()) {
            self.rest.next();
        }
    }
}

fn push_text(parts: &mut Vec<Part>, text: &mut String) {
    if !text.is_empty() {
        parts.push(Part::Text(std::mem::take(text)));
    }
}
