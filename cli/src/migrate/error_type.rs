//! Error types that derive `thiserror::Error`, with the places that a migration changes.

use core::ops::Range;

use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Expr, Fields, Ident, Item, LitStr, Meta, Path, Token, Type, UseTree};

use super::expression_name::with_self;
use super::format_attribute::{Converted, Field, FormatAttribute, convert, written_by};
use crate::error::ToolMessage;

/// An error type.
#[derive(Debug)]
pub(super) struct ErrorType {
    pub(super) name: String,
    /// The modules around it in its file.
    pub(super) modules: Vec<String>,
    /// The parameters that stand for types.
    pub(super) parameters: Vec<String>,
    /// The path of the derive: `thiserror::Error`.
    pub(super) derive: Range<usize>,
    /// Whether that is an imported name.
    pub(super) is_imported: bool,
    /// The end of the derive's attribute.
    pub(super) derive_end: usize,
    /// `#[error(…)]` of the enum, for variants without one.
    pub(super) shared_message: Option<Range<usize>>,
    pub(super) is_struct: bool,
    pub(super) variants: Vec<Variant>,
    /// The number of variants, including those that cannot be migrated.
    pub(super) size: usize,
    pub(super) problems: Vec<Problem>,
}

/// A variant, or the struct.
#[derive(Debug)]
pub(super) struct Variant {
    pub(super) name: String,
    pub(super) attribute: Attribute,
    pub(super) message: Message,
}

/// Where `#[error(…)]` is.
#[derive(Debug)]
pub(super) enum Attribute {
    Own(Range<usize>),
    /// The variant has none, and begins here after its other attributes.
    OfEnum {
        before: usize,
    },
}

#[derive(Debug)]
pub(super) enum Message {
    /// With the path of the field's type, or of what a pointer to it holds.
    Transparent(Vec<String>),
    /// The only field is an error of the same registry.
    OfField,
    Pattern(Converted),
}

/// The reasons why it cannot be migrated.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) at: usize,
    pub(super) reason: ToolMessage,
}

/// A source with its error types.
#[derive(Debug, Default)]
pub(super) struct Source {
    pub(super) types: Vec<ErrorType>,
    /// `thiserror::Error`, perhaps with `as`, in imports of nothing else.
    pub(super) imports: Vec<Range<usize>>,
    /// The name in imports.
    names: Vec<String>,
}

impl Source {
    /// Reads a source.
    pub(super) fn read(text: &str) -> syn::Result<Self> {
        let file = syn::parse_file(text)?;
        let mut source = Self::default();
        source.find_imports(&file.items);
        source.find_types(text, &file.items, &mut Vec::new());
        let methods = own_methods(&file.items);
        for (name, method, at) in methods {
            let types = source.types.iter_mut().filter(|found| found.name == name);
            let reason = || ToolMessage::MigrateMethod { method: method.clone() };
            types.for_each(|found| found.problems.push(Problem { at, reason: reason() }));
        }
        Ok(source)
    }

    /// Whether an import gives this name to the derive.
    pub(super) fn is_name(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }

    fn find_imports(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Use(import) => self.find_import(&import.tree),
                Item::Mod(module) => {
                    if let Some((_, items)) = &module.content {
                        self.find_imports(items);
                    }
                }
                _ => {}
            }
        }
    }

    fn find_import(&mut self, tree: &UseTree) {
        let UseTree::Path(path) = tree else { return };
        if path.ident != "thiserror" {
            return;
        }
        match &*path.tree {
            UseTree::Name(name) if name.ident == "Error" => {
                self.names.push("Error".to_owned());
                self.imports.push(tree.span().byte_range());
            }
            UseTree::Rename(rename) if rename.ident == "Error" => {
                self.names.push(rename.rename.to_string());
                self.imports.push(tree.span().byte_range());
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    match tree {
                        UseTree::Name(name) if name.ident == "Error" => self.names.push("Error".to_owned()),
                        UseTree::Rename(rename) if rename.ident == "Error" => {
                            self.names.push(rename.rename.to_string());
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    fn find_types(&mut self, text: &str, items: &[Item], modules: &mut Vec<String>) {
        for item in items {
            let found = match item {
                Item::Enum(item) => {
                    let attributes = item.variants.iter().flat_map(|variant| &variant.attrs);
                    let has_messages = item.attrs.iter().chain(attributes).any(is_message);
                    let shared = item.attrs.iter().find(|attribute| is_message(attribute));
                    self.begin(&item.attrs, &item.ident, false, has_messages).map(|mut found| {
                        found.parameters = type_parameters(&item.generics);
                        found.shared_message = shared.map(|attribute| attribute.span().byte_range());
                        for variant in &item.variants {
                            found.add(text, &variant.ident, &variant.attrs, &variant.fields, shared);
                        }
                        found
                    })
                }
                Item::Struct(item) => {
                    let has_messages = item.attrs.iter().any(is_message);
                    self.begin(&item.attrs, &item.ident, true, has_messages).map(|mut found| {
                        found.parameters = type_parameters(&item.generics);
                        found.add(text, &item.ident, &item.attrs, &item.fields, None);
                        found
                    })
                }
                Item::Mod(module) => {
                    if let Some((_, items)) = &module.content {
                        modules.push(module.ident.to_string());
                        self.find_types(text, items, modules);
                        modules.pop();
                    }
                    None
                }
                _ => None,
            };
            self.types.extend(found.map(|found| ErrorType { modules: modules.clone(), ..found }));
        }
    }

    /// A type without its variants, if it derives `thiserror::Error`. In a file without the import, a type with messages
    /// does: the import may be a glob, or `#[macro_use]`.
    fn begin(
        &self,
        attributes: &[syn::Attribute],
        name: &Ident,
        is_struct: bool,
        has_messages: bool,
    ) -> Option<ErrorType> {
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
            let paths = attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated).ok()?;
            for path in &paths {
                let segments: Vec<String> =
                    path.segments.iter().map(|segment| segment.ident.to_string()).collect();
                let is_imported = segments.len() == 1 && self.names.contains(&segments[0]);
                let is_inherited = segments == ["Error"] && has_messages;
                if is_imported || is_inherited || segments == ["thiserror", "Error"] {
                    return Some(ErrorType {
                        name: name.to_string(),
                        modules: Vec::new(),
                        parameters: Vec::new(),
                        derive: path.span().byte_range(),
                        is_imported,
                        derive_end: attribute.span().byte_range().end,
                        shared_message: None,
                        is_struct,
                        variants: Vec::new(),
                        size: 0,
                        problems: Vec::new(),
                    });
                }
            }
        }
        None
    }
}

impl ErrorType {
    fn add(
        &mut self,
        text: &str,
        name: &Ident,
        attributes: &[syn::Attribute],
        fields: &Fields,
        shared: Option<&syn::Attribute>,
    ) {
        self.size += 1;
        match variant(text, name, attributes, fields, shared) {
            Ok(variant) => self.variants.push(variant),
            Err(reason) => self.problems.push(Problem { at: name.span().byte_range().start, reason }),
        }
    }
}

fn variant(
    text: &str,
    name: &Ident,
    attributes: &[syn::Attribute],
    fields: &Fields,
    shared: Option<&syn::Attribute>,
) -> Result<Variant, ToolMessage> {
    let own = attributes.iter().find(|attribute| is_message(attribute));
    let attribute = own.or(shared).ok_or(ToolMessage::MigrateNoMessage)?;
    let is_backtrace = |field: &syn::Field| {
        field.attrs.iter().any(|attribute| attribute.path().is_ident("backtrace"))
            || type_name(&field.ty).is_some_and(|name| name == "Backtrace")
    };
    if fields.iter().any(is_backtrace) {
        return Err(ToolMessage::MigrateBacktrace);
    }
    let list = attribute.meta.require_list().map_err(|_| ToolMessage::MigrateNoMessage)?;
    let message = match list.tokens.clone().into_iter().next() {
        Some(TokenTree::Ident(word)) if word == "transparent" => {
            Message::Transparent(fields.iter().next().map(|field| held_type(&field.ty)).unwrap_or_default())
        }
        _ => {
            let written =
                text[attribute.span().byte_range()].lines().map(str::trim).collect::<Vec<_>>().join(" ");
            let format = || ToolMessage::MigrateFormat { attribute: written.clone() };
            let known = self::fields(fields);
            Message::Pattern(match list.parse_args_with(function) {
                // The derive passes a reference on as it is, and not a reference to it.
                Ok(_) if fields.iter().any(|field| matches!(field.ty, Type::Reference(_))) => {
                    return Err(format());
                }
                Ok(path) => written_by(&text[path.span().byte_range()], &known).ok_or_else(format)?,
                Err(_) => {
                    let parsed = format_attribute(text, list.tokens.clone(), written.clone());
                    convert(&parsed.ok_or_else(format)?, &known)?
                }
            })
        }
    };
    let attribute = match own {
        Some(own) => Attribute::Own(own.span().byte_range()),
        None => Attribute::OfEnum { before: name.span().byte_range().start },
    };
    Ok(Variant { name: name.to_string().trim_start_matches("r#").to_owned(), attribute, message })
}

/// Whether this is `#[error(…)]`.
fn is_message(attribute: &syn::Attribute) -> bool {
    attribute.path().is_ident("error")
}

/// The function of `#[error(fmt = path)]`.
fn function(input: ParseStream<'_>) -> syn::Result<Path> {
    match input.parse::<Ident>()? {
        word if word == "fmt" => {
            input.parse::<Token![=]>()?;
            input.parse()
        }
        _ => Err(input.error("not a function")),
    }
}

/// The format and its expressions; `None` if one cannot be parsed.
fn format_attribute(text: &str, tokens: TokenStream, written: String) -> Option<FormatAttribute> {
    let parse = move |input: ParseStream<'_>| {
        let format = input.parse::<LitStr>()?.value();
        let mut attribute = FormatAttribute { format, written, expressions: Vec::new() };
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            if input.is_empty() {
                break;
            }
            let is_named = input.peek(Ident::peek_any) && input.peek2(Token![=]) && !input.peek2(Token![==]);
            let name = if is_named { Some(input.call(Ident::parse_any)?.to_string()) } else { None };
            if is_named {
                input.parse::<Token![=]>()?;
            }
            let expression = input.parse::<Expr>()?.span().byte_range();
            attribute.expressions.push((name, text[expression].to_owned()));
        }
        Ok(attribute)
    };
    parse.parse2(with_self(tokens)).ok()
}

fn fields(fields: &Fields) -> Vec<Field> {
    let is_marked = |field: &syn::Field| field.attrs.iter().any(is_source);
    let has_marked = fields.iter().any(is_marked);
    let field = |(index, field): (usize, &syn::Field)| {
        let name = field.ident.as_ref().map(ToString::to_string);
        let start = match (&field.vis, &field.ident) {
            (syn::Visibility::Inherited, Some(name)) => name.span(),
            (syn::Visibility::Inherited, None) => field.ty.span(),
            (visibility, _) => visibility.span(),
        };
        Field {
            is_named: name.is_some(),
            is_source: is_marked(field) || (!has_marked && name.as_deref() == Some("source")),
            name: name.map_or_else(|| index.to_string(), |name| name.trim_start_matches("r#").to_owned()),
            is_path: type_name(&field.ty).is_some_and(|name| name == "PathBuf" || name == "Path"),
            start: start.byte_range().start,
        }
    };
    fields.iter().enumerate().map(field).collect()
}

/// Whether this is `#[source]` or `#[from]`, perhaps under a condition.
fn is_source(attribute: &syn::Attribute) -> bool {
    let is_named = |token: TokenTree| match token {
        TokenTree::Ident(name) => name == "source" || name == "from",
        _ => false,
    };
    match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg_attr") => list.tokens.clone().into_iter().any(is_named),
        meta => meta.path().is_ident("source") || meta.path().is_ident("from"),
    }
}

/// The last name of a type, or of the target of a reference.
fn type_name(ty: &Type) -> Option<&Ident> {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|segment| &segment.ident),
        Type::Reference(reference) => type_name(&reference.elem),
        _ => None,
    }
}

/// The path of a type, or of what a reference, `Box` or `Arc` of it holds; empty if it has none.
fn held_type(ty: &Type) -> Vec<String> {
    let path = match ty {
        Type::Path(path) if path.qself.is_none() => &path.path,
        Type::Reference(reference) => return held_type(&reference.elem),
        Type::Paren(inner) => return held_type(&inner.elem),
        Type::Group(inner) => return held_type(&inner.elem),
        _ => return Vec::new(),
    };
    if let Some(last) = path.segments.last()
        && (last.ident == "Box" || last.ident == "Arc")
        && let syn::PathArguments::AngleBracketed(arguments) = &last.arguments
        && let Some(syn::GenericArgument::Type(inner)) = arguments.args.first()
    {
        return held_type(inner);
    }
    match path.leading_colon {
        Some(_) => Vec::new(),
        None => path.segments.iter().map(|segment| segment.ident.to_string()).collect(),
    }
}

fn type_parameters(generics: &syn::Generics) -> Vec<String> {
    generics.type_params().map(|parameter| parameter.ident.to_string()).collect()
}

/// Methods that `Coded` would define a second time: the type, the method, and its place.
fn own_methods(items: &[Item]) -> Vec<(String, String, usize)> {
    let mut methods = Vec::new();
    for item in items {
        match item {
            Item::Mod(module) => {
                methods.extend(module.content.iter().flat_map(|(_, items)| own_methods(items)));
            }
            Item::Impl(block) if block.trait_.is_none() => {
                let Some(name) = type_name(&block.self_ty) else { continue };
                for item in &block.items {
                    let syn::ImplItem::Fn(method) = item else { continue };
                    let method = &method.sig.ident;
                    if METHODS.iter().any(|own| method == own) {
                        methods.push((
                            name.to_string(),
                            method.to_string(),
                            method.span().byte_range().start,
                        ));
                    }
                }
            }
            _ => {}
        }
    }
    methods
}

/// The inherent methods of an error type with a code.
const METHODS: [&str; 2] = ["code", "localized"];
