//! The call of the registry's macro, which also works if the path does not lead to a registry.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Path, PathSegment};

/// Imports the registry as `__Registry` and calls `__Registry! { item }`.
///
/// Around each import is a block in which this library defines the same name. If an import fails, or brings a type but no
/// macro, that definition is found instead: an empty module, and a macro that writes implementations without content. So the
/// compiler reports the path once. The macro is called in a block of its own, because the names of a block are not final while
/// a macro in it is not expanded.
pub(super) fn call(runtime: &TokenStream, registry: &Path, item: &TokenStream) -> TokenStream {
    let steps = steps(registry);
    let (last, modules) = steps.split_last().map_or((None, &[][..]), |(last, modules)| (Some(last), modules));
    let names: Vec<Ident> = (0..modules.len()).map(|number| format_ident!("__module_{number}")).collect();
    let registry = import(names.last(), last, &format_ident!("__Registry"));
    let mut expanded = quote! {
        #registry
        { __Registry! { #item } }
    };
    for (number, module) in modules.iter().enumerate().rev() {
        let before = number.checked_sub(1).and_then(|before| names.get(before));
        let import = import(before, Some(module), &names[number]);
        expanded = quote!(#import { #expanded });
    }
    quote! {
        const _: () = {
            // A path that does not lead to this library fails only here.
            #[allow(unused_imports)]
            use #runtime::__private as __runtime;
            #[allow(unused_imports)]
            use __runtime::not_a_registry as __Registry;
            #(#[allow(unused_imports)] use __runtime::no_module as #names;)*
            { #expanded }
        };
    }
}

fn import(before: Option<&Ident>, step: Option<&TokenStream>, name: &Ident) -> TokenStream {
    let before = before.map(|before| quote!(#before::));
    quote! {
        #[allow(deprecated, unused_imports)]
        use #before #step as #name;
    }
}

/// The segments of a path; words such as `crate` and `super` belong to the segment after them.
fn steps(path: &Path) -> Vec<TokenStream> {
    let leading = path.leading_colon;
    let mut steps = Vec::new();
    // An import of such a name would be ambiguous if a macro expanded to the registry.
    let is_of_prelude = path.get_ident().is_some_and(|name| PRELUDE.iter().any(|known| name == known));
    let mut words = if is_of_prelude { quote!(self::) } else { quote!(#leading) };
    for (number, segment) in path.segments.iter().enumerate() {
        let ident = if number == 0 { of_any_edition(segment) } else { segment.ident.clone() };
        if matches!(ident.to_string().as_str(), "crate" | "self" | "super" | "$crate") {
            words.extend(quote!(#ident::));
        } else {
            steps.push(quote!(#words #ident));
            words = TokenStream::new();
        }
    }
    steps
}

/// The names of all editions' preludes.
#[rustfmt::skip]
const PRELUDE: [&str; 41] = [
    "AsMut", "AsRef", "Box", "Clone", "Copy", "Debug", "Default", "DoubleEndedIterator", "Drop", "Eq", "Err",
    "ExactSizeIterator", "Extend", "Fn", "FnMut", "FnOnce", "From", "FromIterator", "Future", "Hash", "Into", "IntoFuture",
    "IntoIterator", "Iterator", "None", "Ok", "Option", "Ord", "PartialEq", "PartialOrd", "Result", "Send", "Sized", "Some",
    "String", "Sync", "ToOwned", "ToString", "TryFrom", "TryInto", "Vec",
];

/// In the edition of 2015, imports begin at the crate root, unless their first name is that of a macro of a later edition.
fn of_any_edition(first: &PathSegment) -> Ident {
    let mut ident = first.ident.clone();
    // Only its span leads to the crate that it stands for.
    if ident != "$crate" {
        ident.set_span(ident.span().resolved_at(Span::mixed_site()));
    }
    ident
}
