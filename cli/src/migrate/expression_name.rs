//! The name of an argument that is an expression.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use syn::punctuated::Punctuated;
use syn::{Expr, ExprCall, ExprMacro, ExprMethodCall, Member, Path, Stmt, Token};

/// The word of an expression that best names its value: a method, a field or a constant; otherwise `value`.
pub(super) fn name_of(expression: &str) -> String {
    let parsed = expression.parse().ok().and_then(|tokens| syn::parse2(with_self(tokens)).ok());
    parsed.and_then(|parsed| name(&parsed)).unwrap_or_else(|| "value".to_owned())
}

/// The tokens with thiserror's `.field` as `self.field`, whose `self` has the place of the dot.
pub(super) fn with_self(tokens: TokenStream) -> TokenStream {
    let mut written = Vec::new();
    for token in tokens {
        let follows_value = match written.last() {
            None => false,
            Some(TokenTree::Ident(word)) => {
                !["else", "if", "in", "match", "return"].iter().any(|own| word == own)
            }
            Some(TokenTree::Literal(_) | TokenTree::Group(_)) => true,
            Some(TokenTree::Punct(mark)) => matches!(mark.as_char(), '.' | '?'),
        };
        if matches!(&token, TokenTree::Punct(dot) if dot.as_char() == '.') && !follows_value {
            written.push(TokenTree::Ident(Ident::new("self", token.span())));
        }
        written.push(match token {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), with_self(group.stream()));
                inner.set_span(group.span());
                inner.into()
            }
            token => token,
        });
    }
    written.into_iter().collect()
}

fn name(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Path(path) => of_path(&path.path),
        Expr::Field(field) => match &field.member {
            Member::Named(member) => word(member),
            Member::Unnamed(_) => name(&field.base),
        },
        Expr::MethodCall(call) => of_method(call),
        Expr::Call(call) => of_call(call),
        Expr::Macro(call) => of_macro(call),
        Expr::Binary(binary) => name(&binary.left).or_else(|| name(&binary.right)),
        Expr::If(choice) => name(&choice.cond),
        Expr::Match(choice) => name(&choice.expr),
        Expr::Let(condition) => name(&condition.expr),
        Expr::Block(block) => of_statements(&block.block.stmts),
        Expr::Unsafe(block) => of_statements(&block.block.stmts),
        Expr::Closure(closure) => name(&closure.body),
        Expr::Cast(inner) => name(&inner.expr),
        Expr::Index(inner) => name(&inner.expr),
        Expr::Paren(inner) => name(&inner.expr),
        Expr::Reference(inner) => name(&inner.expr),
        Expr::Try(inner) => name(&inner.expr),
        Expr::Unary(inner) => name(&inner.expr),
        _ => None,
    }
}

/// The last segment of a path.
fn of_path(path: &Path) -> Option<String> {
    word(&path.segments.last()?.ident)
}

/// A method that only converts or finds the value has no name for it; what it is called on may have one.
fn of_method(call: &ExprMethodCall) -> Option<String> {
    let of_receiver = || name(&call.receiver);
    match is_conversion(&call.method) {
        true => of_receiver(),
        false => word(&call.method).or_else(of_receiver),
    }
}

/// The first argument that has a name, otherwise the function.
fn of_call(call: &ExprCall) -> Option<String> {
    call.args.iter().find_map(name).or_else(|| match &*call.func {
        Expr::Path(path) if is_conversion(&path.path.segments.last()?.ident) => None,
        function => name(function),
    })
}

fn of_macro(call: &ExprMacro) -> Option<String> {
    let arguments = call.mac.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated);
    let argument = arguments.ok().and_then(|arguments| arguments.iter().find_map(name));
    argument.or_else(|| of_path(&call.mac.path))
}

/// The value of a block.
fn of_statements(statements: &[Stmt]) -> Option<String> {
    match statements.last()? {
        Stmt::Expr(expression, None) => name(expression),
        _ => None,
    }
}

/// A word as the name of an argument, which begins with a letter.
fn word(name: &Ident) -> Option<String> {
    let name = name.to_string();
    let name = name.trim_start_matches("r#").trim_start_matches('_').to_lowercase();
    (is_argument(&name) && name != "self").then_some(name)
}

/// Whether a word is a valid name of an argument.
pub(super) fn is_argument(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.chars().all(|next| next.is_ascii_alphanumeric() || next == '_')
}

/// Methods and functions whose names do not describe the value.
fn is_conversion(method: &Ident) -> bool {
    let method = method.to_string();
    CONVERSIONS.contains(&method.as_str()) || BEGINNINGS.iter().any(|start| method.starts_with(start))
}

const BEGINNINGS: [&str; 7] = ["as_", "from_", "into_", "map_", "or_", "to_", "unwrap_"];

const CONVERSIONS: [&str; 33] = [
    "and_then",
    "borrow",
    "chain",
    "clone",
    "cloned",
    "collect",
    "concat",
    "copied",
    "deref",
    "display",
    "enumerate",
    "escape_debug",
    "escape_default",
    "expect",
    "filter",
    "filter_map",
    "flat_map",
    "flatten",
    "from",
    "get",
    "inspect",
    "into",
    "iter",
    "join",
    "lock",
    "map",
    "new",
    "ok",
    "rev",
    "skip",
    "take",
    "unwrap",
    "zip",
];
