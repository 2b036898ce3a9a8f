//! Arguments that are expressions: `.name` and `.0` become the bindings of the fields.

use proc_macro2::{Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::Member;
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;

use super::argument::{Display, ExpressionAttribute};
use super::input::Field;

/// An expression that can be written where the fields are bound.
pub(super) struct Expression<'a> {
    pub(super) tokens: TokenStream,
    /// The fields that it uses by their own names.
    pub(super) variables: TokenStream,
    pub(super) span: Span,
    pub(super) display: &'a Display,
}

impl ExpressionAttribute {
    /// The field, if the expression is only a field: `.name`, `.0`, `name` or `_0`.
    pub(super) fn only_field<'a>(&self, fields: &'a [Field<'a>]) -> Option<&'a Field<'a>> {
        fields.iter().find(|field| is_field(&self.tokens, field))
    }

    /// The expression with the bindings of fields for `.name` and `.0`. It can also use a field by its own name, or as `_0`.
    pub(super) fn with_fields(&self, fields: &[Field<'_>]) -> syn::Result<Expression<'_>> {
        let variables = fields.iter().filter_map(|field| {
            let mut variable = variable(field);
            let span = mention(&self.tokens, &variable.unraw().to_string())?;
            variable.set_span(span);
            let binding = field.binding();
            Some(quote!(#[allow(unused_variables, non_snake_case)] let #variable = #binding;))
        });
        let (tokens, variables) = (replaced(self.tokens.clone(), fields)?, variables.collect());
        Ok(Expression { tokens, variables, span: self.tokens.span(), display: &self.display })
    }
}

/// The name of a field in an expression.
fn variable(field: &Field<'_>) -> Ident {
    match &field.member {
        Member::Named(name) => name.clone(),
        Member::Unnamed(index) => format_ident!("_{}", index.index),
    }
}

/// Whether an expression is only this field.
fn is_field(tokens: &TokenStream, field: &Field<'_>) -> bool {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    match tokens.as_slice() {
        [TokenTree::Ident(name)] => *name == variable(field),
        [TokenTree::Punct(dot), member] if dot.as_char() == '.' => match (&field.member, member) {
            (Member::Named(name), TokenTree::Ident(member)) => member.unraw() == name.unraw(),
            (Member::Unnamed(index), TokenTree::Literal(member)) => {
                member.to_string() == index.index.to_string()
            }
            _ => false,
        },
        _ => false,
    }
}

/// The places of a name in an expression, as a variable or inside a text, which may be that of a `format!`.
fn mention(tokens: &TokenStream, name: &str) -> Option<Span> {
    let mut after_dot = false;
    for token in tokens.clone() {
        let found = match &token {
            TokenTree::Ident(ident) if !after_dot && ident.unraw() == name => Some(ident.span()),
            TokenTree::Literal(literal) if literal.to_string().contains(&format!("{{{name}")) => {
                Some(literal.span())
            }
            TokenTree::Group(group) => mention(&group.stream(), name),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
        // After `..`, a range, a name is a variable.
        after_dot = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '.' && !after_dot);
    }
    None
}

/// Words after which an expression begins.
const BEFORE_EXPRESSION: [&str; 9] = ["break", "else", "if", "in", "match", "move", "mut", "return", "while"];

/// The tokens with the bindings of fields instead of `.name` and `.0` at the beginning of an expression.
fn replaced(tokens: TokenStream, fields: &[Field<'_>]) -> syn::Result<TokenStream> {
    let mut replaced_tokens = TokenStream::new();
    let (mut begins, mut previous) = (true, ' ');
    // Inside `::<…>`, whose end is not a comparison.
    let mut depth = 0_usize;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_field = begins && matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '.');
        if is_field && matches!(tokens.peek(), Some(TokenTree::Ident(_) | TokenTree::Literal(_))) {
            replaced_tokens.extend(tokens.next().map(|member| of_member(&member, fields)).transpose()?);
            begins = false;
            continue;
        }
        let in_type = depth > 0;
        if let TokenTree::Punct(punct) = &token {
            match punct.as_char() {
                '<' if in_type || previous == ':' => depth += 1,
                '>' if in_type && previous != '-' && previous != '=' => depth -= 1,
                _ => {}
            }
            previous = punct.as_char();
        } else {
            previous = ' ';
        }
        begins = match &token {
            TokenTree::Punct(punct) => !in_type && !matches!(punct.as_char(), '.' | '?' | '\''),
            TokenTree::Ident(ident) => BEFORE_EXPRESSION.iter().any(|word| ident == word),
            TokenTree::Group(_) | TokenTree::Literal(_) => false,
        };
        replaced_tokens.extend([match token {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), replaced(group.stream(), fields)?);
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            // `self` is that of the function that contains the expression.
            TokenTree::Ident(ident) if ident == "self" => {
                Ident::new("self", Span::call_site().located_at(ident.span())).into()
            }
            other => other,
        }]);
    }
    Ok(replaced_tokens)
}

/// The binding of `name`, of `0`, or of `0.1`, which is the field `1` of the field `0`.
fn of_member(member: &TokenTree, fields: &[Field<'_>]) -> syn::Result<TokenStream> {
    let text = member.to_string();
    let (name, inner) = match member {
        TokenTree::Literal(_) => {
            text.split_once('.').map_or((&*text, None), |(name, inner)| (name, Some(inner)))
        }
        _ => (text.trim_start_matches("r#"), None),
    };
    let is_named = |field: &&Field<'_>| match &field.member {
        Member::Named(ident) => ident.unraw() == name,
        Member::Unnamed(index) => index.index.to_string() == name,
    };
    let Some(field) = fields.iter().find(is_named) else {
        return Err(syn::Error::new(member.span(), format!("no field `{name}`; {}", listed(fields))));
    };
    let mut binding = field.binding();
    binding.set_span(member.span().resolved_at(binding.span()));
    let inner = inner.and_then(|inner| inner.parse().ok()).map(Literal::usize_unsuffixed);
    let inner = inner.map(|inner| quote!(.#inner));
    Ok(quote!(#binding #inner))
}

fn listed(fields: &[Field<'_>]) -> String {
    let name = |field: &Field<'_>| match &field.member {
        Member::Named(name) => format!("`{}`", name.unraw()),
        Member::Unnamed(index) => format!("`.{}`", index.index),
    };
    let names: Vec<String> = fields.iter().map(name).collect();
    if names.is_empty() {
        "there are no fields".to_owned()
    } else {
        format!("the fields are {}", names.join(", "))
    }
}
