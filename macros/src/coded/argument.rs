//! `#[arg(…)]`: which argument a field is, how its value is displayed, and arguments that are expressions.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::spanned::Spanned as _;
use syn::{Attribute, LitStr, Path, Token};

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
    pub(super) tokens: TokenStream,
    pub(super) display: Display,
}

/// How the value of an argument is displayed.
#[derive(Default)]
pub(super) struct Display {
    /// `with = path`: a function from a reference to the value to the displayed value.
    pub(super) with: Option<Path>,
    /// `fmt = …`
    pub(super) format: Option<Format>,
    /// `none = "…"`: the text for `None`; otherwise the content of the `Option` is displayed.
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
        let display = Display::parse(input)?;
        if display.with.is_none() && display.format.is_none() && is_self(tokens.clone()) {
            let message = "the message would contain itself; use a field, or add `fmt = debug`";
            return Err(syn::Error::new(tokens.span(), message));
        }
        Ok(ExpressionAttribute { name, tokens, display })
    };
    parse.parse2(content(attribute, EXPECTED_OF_VARIANT)?)
}

/// Whether an expression is the error itself: `self`, `&self`, `*self`, `(self)`. Calls such as `self.to_string()` are not
/// recognized: only their bodies show whether they display the error.
fn is_self(expression: TokenStream) -> bool {
    let is_prefix =
        |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if matches!(sign.as_char(), '&' | '*'));
    let mut operand = expression.into_iter().skip_while(is_prefix);
    match (operand.next(), operand.next()) {
        (Some(TokenTree::Ident(name)), None) => name == "self",
        (Some(TokenTree::Group(group)), None) => is_self(group.stream()),
        _ => false,
    }
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
            // A placeholder with a name would be a variable, which the author does not have.
            let is_unnamed =
                |placeholder: &str| placeholder.is_empty() || placeholder.starts_with([':', '}', '0']);
            let unescaped = pattern.value().replace("{{", "").replace("}}", "");
            let mut placeholders = unescaped.split('{').skip(1).peekable();
            return match placeholders.peek().is_some() && placeholders.all(is_unnamed) {
                true => Ok(Self::Pattern(pattern)),
                false => Err(syn::Error::new(pattern.span(), "expected a placeholder")),
            };
        }
        let path: Path = input.parse()?;
        Ok(if path.is_ident("debug") { Self::Debug(path.span()) } else { Self::Function(path) })
    }

    /// The place in the source.
    pub(super) fn span(&self) -> Span {
        match self {
            Self::Debug(span) => *span,
            Self::Pattern(pattern) => pattern.span(),
            Self::Function(path) => path.span(),
        }
    }

    /// The traits of `core::fmt` by which a value is written; `None` if a function decides.
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
