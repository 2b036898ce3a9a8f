//! A Rust source and its use of registries: enums, errors that derive `Coded`, and paths to codes.
//!
//! Only tokens are read, so that codes inside macros are found and the rest of the file need not be valid.

use core::ops::Range;
use std::rc::Rc;

use code_registry_table::{Extent, Row, Table};
use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use syn::LitInt;

/// The maximum depth of nested brackets.
const DEEPEST: usize = 200;

/// A name or a value and its bytes.
#[derive(Debug, Clone)]
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) span: Range<usize>,
}

/// `#[codes("codes.toml")] enum ShopCode {}`
#[derive(Debug)]
pub(crate) struct Registry {
    pub(crate) name: Name,
    pub(crate) path: Name,
}

/// An error type with `#[coded(ShopCode)]`.
#[derive(Debug)]
pub(crate) struct Derive {
    pub(crate) registry: Name,
    pub(crate) variants: Vec<Variant>,
}

/// A variant of an error, or a struct.
#[derive(Debug)]
pub(crate) struct Variant {
    pub(crate) name: Name,
    /// The code that `#[code(…)]` names.
    pub(crate) code: Option<Name>,
    /// The fields by their arguments; those of sources are not arguments.
    pub(crate) fields: Vec<Name>,
    /// Whether its only field has the code.
    pub(crate) is_transparent: bool,
    /// The end of the variant.
    pub(crate) end: usize,
}

/// `ShopCode::NotFound`
#[derive(Debug)]
pub(crate) struct CodePath {
    pub(crate) owner: Name,
    /// The type of the `impl` that contains the path, which is `Self` there.
    self_type: Option<Rc<str>>,
    pub(crate) member: Name,
}

impl CodePath {
    /// The name of the type: the owner, but not `Self`.
    pub(crate) fn type_name(&self) -> &str {
        match &self.self_type {
            Some(self_type) if self.owner.text == "Self" => self_type,
            _ => &self.owner.text,
        }
    }
}

/// Whether a name in a source is this row: a symbol, an alias or a variant, in its letter case, or a value.
pub(crate) fn names_row(table: &Table, row: &Row, name: &str) -> bool {
    let known = [&row.symbol].into_iter().chain(&row.aliases).chain(&row.variant);
    known.into_iter().any(|known| known == name)
        || table.value(name).is_some_and(|value| row.extent == Extent::Code(value))
}

#[derive(Debug, Default)]
pub(crate) struct RustFile {
    pub(crate) registries: Vec<Registry>,
    pub(crate) derives: Vec<Derive>,
    pub(crate) paths: Vec<CodePath>,
    /// `ShopCode::from_value(2001)` and the like, with the value.
    pub(crate) values: Vec<CodePath>,
    /// The owners in `A::*` and, in a macro, `A::$name`: any word may be a member.
    pub(crate) open: Vec<String>,
    pub(crate) aliases: Vec<Alias>,
    /// The type of the `impl` that is being read.
    self_type: Option<Rc<str>>,
}

/// `use a::B as C` or `type C = a::B`
#[derive(Debug)]
pub(crate) struct Alias {
    pub(crate) name: String,
    pub(crate) original: String,
    /// Whether other files may use it.
    pub(crate) is_public: bool,
}

/// What the tokens of a group are part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// The list of a `pub use`.
    PublicImport,
    /// The body of an `impl` or a trait, whose types belong to the type.
    Associated,
    Other,
}

impl RustFile {
    /// Reads a file, unless its brackets or quotes are unbalanced.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut file = Self::default();
        let tokens: Result<TokenStream, _> = text.parse();
        if let Ok(tokens) = &tokens {
            file.scan(tokens.clone(), Scope::Other, 0);
        }
        let is_read = tokens.is_ok();
        drop(tokens);
        // The places of all tokens are kept until then.
        proc_macro2::extra::invalidate_current_thread_spans();
        is_read.then_some(file)
    }

    /// The name that a name was imported from.
    pub(crate) fn original<'n>(&'n self, name: &'n str) -> &'n str {
        self.aliases.iter().find(|alias| alias.name == name).map_or(name, |alias| &alias.original)
    }

    fn scan(&mut self, tokens: TokenStream, scope: Scope, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut attributes: Vec<Group> = Vec::new();
        let is_import = scope == Scope::PublicImport;
        let (mut is_public, mut inner, mut inner_type) = (is_import, Scope::Other, None);
        for (at, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Group(group) => {
                    let is_attribute =
                        group.delimiter() == Delimiter::Bracket && at > 0 && is_punct(&tokens[at - 1], '#');
                    if is_attribute {
                        attributes.push(group.clone());
                    }
                    let is_body = group.delimiter() == Delimiter::Brace;
                    let outer_type = self.self_type.clone();
                    if is_body && inner == Scope::Associated {
                        self.self_type = inner_type.take();
                    }
                    self.scan(group.stream(), if is_body { inner } else { Scope::Other }, depth + 1);
                    self.self_type = outer_type;
                    if is_body {
                        (is_public, inner) = (is_import, Scope::Other);
                    }
                }
                TokenTree::Ident(ident) => {
                    let word = ident.to_string();
                    if matches!(word.as_str(), "enum" | "struct") && !attributes.is_empty() {
                        self.item(&attributes, &tokens[at + 1..], word == "enum");
                    }
                    if !matches!(word.as_str(), "pub" | "crate") {
                        attributes.clear();
                    }
                    match word.as_str() {
                        "pub" => is_public = true,
                        "use" if is_public => inner = Scope::PublicImport,
                        "trait" => inner = Scope::Associated,
                        "impl" if begins_item(at.checked_sub(1).map(|before| &tokens[before])) => {
                            inner = Scope::Associated;
                            inner_type = impl_type(&tokens[at + 1..]);
                        }
                        "type" if scope != Scope::Associated => {
                            self.type_alias(&tokens[at + 1..], is_public);
                        }
                        _ => {}
                    }
                    self.path(&tokens[at..], is_public);
                }
                TokenTree::Punct(punct) if matches!(punct.as_char(), ';' | ',') => {
                    attributes.clear();
                    if punct.as_char() == ';' {
                        (is_public, inner) = (is_import, Scope::Other);
                    }
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }

    /// `type A = b::C;`, from `A` on.
    fn type_alias(&mut self, tokens: &[TokenTree], is_public: bool) {
        let [TokenTree::Ident(alias), equals, path @ ..] = tokens else { return };
        let path = path.iter().take_while(|token| !is_punct(token, ';'));
        if let (true, Some(TokenTree::Ident(last))) = (is_punct(equals, '='), path.last()) {
            let (name, original) = (alias.to_string(), last.to_string());
            self.aliases.push(Alias { name, original, is_public });
        }
    }

    /// `A::B`, `<A>::B`, `<A as Trait>::B`, or, in an import, `A::{B, C}` and `A as B`.
    fn path(&mut self, tokens: &[TokenTree], is_public: bool) {
        let [TokenTree::Ident(owner), rest @ ..] = tokens else { return };
        let rest = match rest {
            [close, rest @ ..] if is_punct(close, '>') => rest,
            [TokenTree::Ident(word), TokenTree::Ident(alias), rest @ ..] if *word == "as" => {
                let Some(rest) = after_trait(rest) else {
                    let (name, original) = (alias.to_string(), owner.to_string());
                    self.aliases.push(Alias { name, original, is_public });
                    return;
                };
                rest
            }
            rest => rest,
        };
        let [first, second, member, after @ ..] = rest else { return };
        if !is_punct(first, ':') || !is_punct(second, ':') {
            return;
        }
        let owner = name(owner);
        let code_path =
            |member: Name| CodePath { owner: owner.clone(), self_type: self.self_type.clone(), member };
        match member {
            TokenTree::Ident(member) => {
                if let (true, [TokenTree::Group(group), ..]) = (is_conversion(member), after) {
                    let value = code(&group.stream().into_iter().collect::<Vec<_>>());
                    self.values.extend(value.map(code_path));
                }
                self.paths.push(code_path(name(member)));
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let members: Vec<TokenTree> = group.stream().into_iter().collect();
                for imported in members.split(|token| is_punct(token, ',')) {
                    self.imported(&owner, imported, is_public);
                }
            }
            member if is_punct(member, '*') || is_punct(member, '$') => self.open.push(owner.text),
            _ => {}
        }
    }

    /// `B`, `self as B` or `*` between the braces of `A::{…}`.
    fn imported(&mut self, owner: &Name, tokens: &[TokenTree], is_public: bool) {
        match tokens {
            [TokenTree::Ident(this), _, TokenTree::Ident(alias)] if *this == "self" => {
                let (name, original) = (alias.to_string(), owner.text.clone());
                self.aliases.push(Alias { name, original, is_public });
            }
            [TokenTree::Ident(member), ..] => {
                self.paths.push(CodePath { owner: owner.clone(), self_type: None, member: name(member) });
            }
            [star] if is_punct(star, '*') => self.open.push(owner.text.clone()),
            _ => {}
        }
    }

    /// An enum or a struct, from its name on.
    fn item(&mut self, attributes: &[Group], rest: &[TokenTree], is_enum: bool) {
        let Some(TokenTree::Ident(ident)) = rest.first() else { return };
        if let Some(path) =
            attributes.iter().find_map(|group| arguments(group, "codes")).and_then(|tokens| literal(&tokens))
        {
            self.registries.push(Registry { name: name(ident), path });
        }
        let Some(coded) = attributes.iter().find_map(|group| arguments(group, "coded")) else { return };
        let names: Vec<Name> = coded
            .into_iter()
            .filter_map(|token| match token {
                TokenTree::Ident(ident) => Some(name(&ident)),
                _ => None,
            })
            .collect();
        let end = rest.iter().take_while(|token| !is_punct(token, ';')).find_map(|token| match token {
            TokenTree::Group(group) if group.delimiter() != Delimiter::Bracket => Some(group),
            _ => None,
        });
        let body = end.map(Group::stream).unwrap_or_default();
        let Some(registry) = names.last().cloned() else { return };
        if is_enum {
            self.derives.push(Derive { registry, variants: variants(body) });
            return;
        }
        let code =
            attributes.iter().find_map(|group| arguments(group, "code")).and_then(|tokens| code(&tokens));
        // `#[coded(AppCode::NotFound)]` is a path, and found as one.
        let (registry, code) = match (code, names.as_slice()) {
            (None, [.., registry, code]) => (registry.clone(), Some(code.clone())),
            (code, _) => (registry, code),
        };
        let name = name(ident);
        let end = name.span.end;
        let variant =
            Variant { is_transparent: is_transparent(code.as_ref()), fields: fields(body), name, code, end };
        self.derives.push(Derive { registry, variants: vec![variant] });
    }
}

/// Whether this function makes a code of a value.
fn is_conversion(function: &proc_macro2::Ident) -> bool {
    ["from", "from_value", "try_from"].iter().any(|known| function == known)
}

/// Whether `impl` after this token is an item, not a type as in `-> impl Iterator`.
fn begins_item(before: Option<&TokenTree>) -> bool {
    before.is_none_or(|before| !matches!(before, TokenTree::Punct(_)) || is_punct(before, ';'))
}

/// The last name of the type of an `impl`, from the token after it on.
fn impl_type(tokens: &[TokenTree]) -> Option<Rc<str>> {
    let (mut depth, mut last) = (0_usize, None);
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Punct(open) if open.as_char() == '<' => depth += 1,
            TokenTree::Punct(close) if close.as_char() == '>' && !is_arrow(tokens, at) => {
                depth = depth.saturating_sub(1);
            }
            TokenTree::Ident(word) if depth == 0 && *word == "where" => break,
            TokenTree::Ident(word) if depth == 0 && *word != "for" => last = Some(name(word).text),
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => break,
            _ => {}
        }
    }
    last.map(Rc::from)
}

/// The tokens after `Trait>` in `<A as Trait>::B`.
fn after_trait(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Punct(mark) if is_arrow(tokens, at) || !"<>,;".contains(mark.as_char()) => {}
            TokenTree::Punct(open) if open.as_char() == '<' => depth += 1,
            TokenTree::Punct(close) if close.as_char() == '>' && depth > 0 => depth -= 1,
            TokenTree::Punct(close) if close.as_char() == '>' => return Some(&tokens[at + 1..]),
            TokenTree::Punct(_) if depth == 0 => return None,
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return None,
            _ => {}
        }
    }
    None
}

/// Whether this is the end of `->`.
fn is_arrow(tokens: &[TokenTree], at: usize) -> bool {
    is_punct(&tokens[at], '>') && at > 0 && is_punct(&tokens[at - 1], '-')
}

fn variants(body: TokenStream) -> Vec<Variant> {
    let mut variants: Vec<Variant> = Vec::new();
    let (mut found, mut is_open) = (None, true);
    let mut tokens = body.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == ',' => (found, is_open) = (None, true),
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                if let Some(TokenTree::Group(group)) = tokens.next() {
                    found = arguments(&group, "code").and_then(|tokens| code(&tokens)).or(found);
                }
            }
            TokenTree::Ident(ident) if is_open => {
                is_open = false;
                let name = name(&ident);
                let (code, end) = (found.take(), name.span.end);
                let is_transparent = is_transparent(code.as_ref());
                variants.push(Variant { name, code, fields: Vec::new(), is_transparent, end });
            }
            TokenTree::Group(group) => {
                if let Some(last) = variants.last_mut() {
                    last.end = group.span_close().byte_range().end;
                    last.fields = fields(group.stream());
                }
            }
            _ => {}
        }
    }
    variants
}

fn is_transparent(code: Option<&Name>) -> bool {
    code.is_some_and(|code| code.text == "transparent")
}

/// The fields of a variant by their arguments: `#[arg("name")]`, else their names, else their positions.
fn fields(body: TokenStream) -> Vec<Name> {
    let mut fields = Vec::new();
    let (mut argument, mut is_source, mut position, mut is_open) = (None, false, 0, true);
    let mut tokens = body.into_iter().peekable();
    let mut depth = 0;
    while let Some(token) = tokens.next() {
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == '<' => depth += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' => depth -= 1,
            TokenTree::Punct(punct) if punct.as_char() == ',' && depth == 0 => {
                (argument, is_source, is_open) = (None, false, true);
                position += 1;
            }
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                if let Some(TokenTree::Group(group)) = tokens.next() {
                    argument = arguments(&group, "arg").and_then(|tokens| literal(&tokens)).or(argument);
                    let word = group.stream().into_iter().next();
                    is_source |=
                        matches!(word, Some(TokenTree::Ident(word)) if word == "source" || word == "from");
                }
            }
            TokenTree::Ident(ident) if *ident == "pub" => {}
            TokenTree::Ident(ident) if is_open => {
                is_open = false;
                let is_named = tokens.peek().is_some_and(|next| is_punct(next, ':'));
                let mut field = name(ident);
                if !is_named {
                    field.text = position.to_string();
                }
                let is_source = is_source || (argument.is_none() && field.text == "source");
                if let (Some(argument), false) = (argument.take(), is_source) {
                    fields.push(Name { text: argument.text, span: field.span });
                } else if !is_source {
                    fields.push(field);
                }
            }
            _ => {}
        }
    }
    fields
}

/// The content of the parentheses of an attribute with this name, whatever its path is.
fn arguments(attribute: &Group, wanted: &str) -> Option<Vec<TokenTree>> {
    let tokens: Vec<TokenTree> = attribute.stream().into_iter().collect();
    match tokens.as_slice() {
        [.., TokenTree::Ident(ident), TokenTree::Group(group)] if *ident == wanted => {
            Some(group.stream().into_iter().collect())
        }
        _ => None,
    }
}

/// The first text in quotes.
fn literal(tokens: &[TokenTree]) -> Option<Name> {
    let Some(TokenTree::Literal(literal)) = tokens.first() else { return None };
    let text = literal.to_string();
    text.starts_with('"')
        .then(|| Name { text: text.trim_matches('"').to_owned(), span: literal.span().byte_range() })
}

/// A symbol, a value, or `transparent`.
fn code(tokens: &[TokenTree]) -> Option<Name> {
    let transparent = tokens.iter().find_map(|token| match token {
        TokenTree::Ident(ident) if *ident == "transparent" => Some(name(ident)),
        _ => None,
    });
    transparent.or_else(|| match tokens {
        [TokenTree::Ident(ident), ..] => Some(name(ident)),
        [TokenTree::Literal(literal), ..] => {
            Some(Name { text: value(literal), span: literal.span().byte_range() })
        }
        [minus, TokenTree::Literal(literal), ..] if is_punct(minus, '-') => {
            Some(Name { text: format!("-{}", value(literal)), span: literal.span().byte_range() })
        }
        _ => None,
    })
}

/// A number in decimal digits and without its type, or a text without quotes.
fn value(literal: &Literal) -> String {
    let text = literal.to_string();
    match syn::parse_str::<LitInt>(&text) {
        Ok(number) => number.base10_digits().to_owned(),
        Err(_) => text.trim_matches('"').to_owned(),
    }
}

fn name(ident: &proc_macro2::Ident) -> Name {
    let text = ident.to_string();
    Name { text: text.trim_start_matches("r#").to_owned(), span: ident.span().byte_range() }
}

fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}
