//! `#[arg(…)]`: which argument a field is, how its value is displayed, and arguments that are expressions.

use proc_macro2::{Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::spanned::Spanned as _;
use syn::{Attribute, LitStr, Member, Path, Token};

use super::input::Field;
use crate::report::collect;

/// `#[arg]` of a field.
pub(super) struct FieldArgument {
    /// Without it, the argument has the name of the field.
    pub(super) name: Option<String>,
    pub(super) span: Span,
    pub(super) display: Display,
}

/// `#[arg("name" = expression)]` of a variant or a struct.
pub(super) struct ExpressionAttribute {
    pub(super) name: LitStr,
    tokens: TokenStream,
    display: Display,
}

/// An expression that can be written where the fields are bound.
pub(super) struct Expression<'a> {
    pub(super) tokens: TokenStream,
    /// The fields that it uses by their own names.
    pub(super) variables: TokenStream,
    pub(super) span: Span,
    pub(super) display: &'a Display,
}

/// How the value of an argument is displayed.
#[derive(Default)]
pub(super) struct Display {
    /// `with = path`: a function from a reference to the value to what is displayed.
    pub(super) with: Option<Path>,
    /// `fmt = …`
    pub(super) format: Option<Format>,
    /// `none = "…"`: what is displayed for `None`; otherwise the content of the `Option` is.
    pub(super) none: Option<LitStr>,
}

/// How a value is written.
pub(super) enum Format {
    /// `fmt = debug`
    Debug(Span),
    /// `fmt = "{:08x}"`
    Pattern(LitStr),
    /// `fmt = path`: a function like those of [`std::fmt::Display`].
    Function(Path),
}

const EXPECTED_OF_FIELD: &str =
    "expected the name of an argument, `fmt`, `with` or `none`: `#[arg(\"path\", fmt = debug)]`";
const EXPECTED_OF_VARIANT: &str = "expected an argument and an expression: `#[arg(\"count\" = rows.len())]`";

/// The attribute of a field.
pub(super) fn of_field(attribute: &Attribute) -> syn::Result<FieldArgument> {
    let span = attribute.path().span();
    let parse = |input: ParseStream<'_>| {
        let mut argument = FieldArgument { name: None, span, display: Display::default() };
        if input.peek(LitStr) {
            let name: LitStr = input.parse()?;
            if input.peek(Token![=]) {
                let message = format!(
                    "an expression belongs above the variant or the struct, because it can use every field; on a field \
                     write `#[arg(\"{}\", with = path::to::function)]`",
                    name.value()
                );
                return Err(syn::Error::new(name.span(), message));
            }
            argument.span = name.span();
            argument.name = Some(name.value());
            input.parse::<Option<Token![,]>>()?;
        }
        argument.display = Display::parse(input)?;
        Ok(argument)
    };
    let tokens = content(attribute, EXPECTED_OF_FIELD)?;
    if tokens.is_empty() {
        return Err(syn::Error::new(span, EXPECTED_OF_FIELD));
    }
    parse.parse2(tokens)
}

/// The attributes of a variant or a struct, each of which is an argument.
pub(super) fn expressions(attributes: &[Attribute]) -> syn::Result<Vec<ExpressionAttribute>> {
    let attributes = attributes.iter().filter(|attribute| attribute.path().is_ident("arg"));
    let expressions = collect(attributes.map(expression))?;
    for (index, expression) in expressions.iter().enumerate() {
        let name = expression.name.value();
        if expressions[..index].iter().any(|before| before.name.value() == name) {
            let message = format!("another expression is already the argument `{name}`");
            return Err(syn::Error::new(expression.name.span(), message));
        }
    }
    Ok(expressions)
}

fn expression(attribute: &Attribute) -> syn::Result<ExpressionAttribute> {
    let span = attribute.path().span();
    let parse = |input: ParseStream<'_>| {
        let name: LitStr = input.parse().map_err(|_| syn::Error::new(span, EXPECTED_OF_VARIANT))?;
        let wanted = format!(
            "on a field, `#[arg(\"{0}\")]` makes it an argument; on a variant or a struct, write an expression: `#[arg(\"{0}\" = \
             …)]`",
            name.value()
        );
        input.parse::<Token![=]>().map_err(|_| syn::Error::new(name.span(), &wanted))?;
        let mut tokens = TokenStream::new();
        let mut has_type = false;
        while !input.is_empty() && !begins_option(input, has_type) {
            has_type |= input.peek(Token![<]);
            tokens.extend([input.parse::<TokenTree>()?]);
        }
        if tokens.is_empty() {
            return Err(syn::Error::new(name.span(), wanted));
        }
        input.parse::<Option<Token![,]>>()?;
        Ok(ExpressionAttribute { name, tokens, display: Display::parse(input)? })
    };
    parse.parse2(content(attribute, EXPECTED_OF_VARIANT)?)
}

/// Whether the expression ends here: a comma at the end or before an option. `A = B` may also be in the brackets of a type,
/// where only the words of options end the expression.
fn begins_option(input: ParseStream<'_>, has_type: bool) -> bool {
    let ahead = input.fork();
    if ahead.parse::<Token![,]>().is_err() {
        return false;
    }
    let is_option = match Ident::parse_any(&ahead) {
        Ok(word) => !has_type || ["fmt", "with", "none"].iter().any(|option| word == option),
        Err(_) => ahead.parse::<LitStr>().is_ok(),
    };
    ahead.is_empty() || (is_option && ahead.peek(Token![=]) && !ahead.peek(Token![==]))
}

/// The tokens between the parentheses.
fn content(attribute: &Attribute, expected: &str) -> syn::Result<TokenStream> {
    match attribute.meta.require_list() {
        Ok(list) => Ok(list.tokens.clone()),
        Err(_) => Err(syn::Error::new(attribute.path().span(), expected)),
    }
}

impl Display {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut display = Self::default();
        while !input.is_empty() {
            display.parse_option(input)?;
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(display)
    }

    fn parse_option(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        if input.peek(LitStr) {
            let name: LitStr = input.parse()?;
            let message =
                format!("one attribute for each argument: write `#[arg(\"{}\" …)]` as well", name.value());
            return Err(syn::Error::new(name.span(), message));
        }
        let word = Ident::parse_any(input)
            .map_err(|error| syn::Error::new(error.span(), "expected `fmt`, `with` or `none`"))?;
        let name = word.to_string();
        let is_given = match name.as_str() {
            "fmt" => self.format.is_some(),
            "with" => self.with.is_some(),
            "none" => self.none.is_some(),
            _ => {
                let message = format!(
                    "unknown option `{name}`; an argument can have `fmt`, `with` and `none`, and its name is in quotes"
                );
                return Err(syn::Error::new(word.span(), message));
            }
        };
        if is_given {
            return Err(syn::Error::new(word.span(), format!("`{name}` is given twice")));
        }
        let example = match name.as_str() {
            "fmt" => "`fmt = debug`, `fmt = \"{:08x}\"` or `fmt = path::to::function`",
            "with" => "`with = path::to::function`",
            _ => "`none = \"–\"`",
        };
        let refuse = |error: syn::Error| syn::Error::new(error.span(), format!("expected {example}"));
        input
            .parse::<Token![=]>()
            .map_err(|_| syn::Error::new(word.span(), format!("expected {example}")))?;
        match name.as_str() {
            "fmt" => self.format = Some(Format::parse(input).map_err(refuse)?),
            "with" => self.with = Some(input.parse().map_err(refuse)?),
            _ => self.none = Some(input.parse().map_err(refuse)?),
        }
        Ok(())
    }
}

impl Format {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            let pattern: LitStr = input.parse()?;
            return match pattern.value().contains('{') {
                true => Ok(Self::Pattern(pattern)),
                false => Err(syn::Error::new(pattern.span(), "expected a placeholder")),
            };
        }
        let path: Path = input.parse()?;
        Ok(if path.is_ident("debug") { Self::Debug(path.span()) } else { Self::Function(path) })
    }

    /// Where the author wrote it.
    pub(super) fn span(&self) -> Span {
        match self {
            Self::Debug(span) => *span,
            Self::Pattern(pattern) => pattern.span(),
            Self::Function(path) => path.span(),
        }
    }

    /// The traits of `core::fmt` by which a value is written; none if a function decides.
    pub(super) fn traits(&self) -> Vec<Ident> {
        let names = match self {
            Self::Debug(_) => vec!["Debug"],
            Self::Pattern(pattern) => traits_of_pattern(&pattern.value()),
            Self::Function(_) => Vec::new(),
        };
        names.into_iter().map(|name| Ident::new(name, Span::call_site())).collect()
    }
}

fn traits_of_pattern(pattern: &str) -> Vec<&'static str> {
    let unescaped = pattern.replace("{{", "").replace("}}", "");
    let placeholders = unescaped.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    let traits = placeholders.map(|placeholder| match placeholder.split_once(':') {
        Some((_, form)) if form.ends_with('?') => "Debug",
        Some((_, form)) => match form.chars().next_back() {
            Some('x') => "LowerHex",
            Some('X') => "UpperHex",
            Some('o') => "Octal",
            Some('b') => "Binary",
            Some('p') => "Pointer",
            Some('e') => "LowerExp",
            Some('E') => "UpperExp",
            _ => "Display",
        },
        None => "Display",
    });
    traits.collect()
}

impl ExpressionAttribute {
    /// The expression with the bindings of fields for `.name` and `.0`. It can also use a field by its own name, or as `_0`.
    pub(super) fn with_fields(&self, fields: &[Field<'_>]) -> syn::Result<Expression<'_>> {
        let variables = fields.iter().filter_map(|field| {
            let mut variable = variable(field);
            let span = mention(&self.tokens, &variable.unraw().to_string())?;
            variable.set_span(span);
            let binding = super::fields::binding(field);
            Some(quote!(#[allow(unused_variables, non_snake_case)] let #variable = #binding;))
        });
        let (tokens, variables) = (replaced(self.tokens.clone(), fields)?, variables.collect());
        Ok(Expression { tokens, variables, span: self.tokens.span(), display: &self.display })
    }
}

/// What an expression calls a field.
fn variable(field: &Field<'_>) -> Ident {
    match &field.member {
        Member::Named(name) => name.clone(),
        Member::Unnamed(index) => format_ident!("_{}", index.index),
    }
}

/// Where an expression has a name as a variable, or within a text, which may be that of a `format!`.
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
    // Within `::<…>`, whose end is not a comparison.
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
    let mut binding = super::fields::binding(field);
    binding.set_span(member.span().resolved_at(binding.span()));
    let inner = inner.and_then(|inner| inner.parse().ok()).map(Literal::usize_unsuffixed);
    let inner = inner.map(|inner| quote!(.#inner));
    Ok(quote!(#binding #inner))
}

fn listed(fields: &[Field<'_>]) -> String {
    let names: Vec<String> = fields.iter().map(|field| format!("`{}`", variable(field).unraw())).collect();
    if names.is_empty() {
        "there are no fields".to_owned()
    } else {
        format!("the fields are {}", names.join(", "))
    }
}
