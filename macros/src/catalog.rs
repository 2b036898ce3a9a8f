//! `catalog!`, in two steps like `#[derive(Coded)]`: the macro knows the path of the registry and calls the macro of that
//! name; that one adds the contract and calls back.

use code_registry_table::contract::Contract;
use code_registry_table::expand::{self, Selection};
use code_registry_table::{canonical_tag, read_language, says_nothing};
use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{LitStr, Path, Token, braced};

use crate::package::FileKind;
use crate::{package, report};

/// The first step: `Registry! { @catalog Registry, "de", "path" }`.
pub(crate) fn ask_for_contract(input: TokenStream) -> TokenStream {
    match syn::parse2::<Arguments>(input) {
        Ok(Arguments { registry, language, path }) => {
            quote!(#registry! { @catalog #registry, #language, #path })
        }
        Err(error) => error.to_compile_error(),
    }
}

/// The second step: `{the path of code-registry} "contract" Registry, "de", "path"`.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let expanded = Call::parse.parse2(input).and_then(|call| call.expand());
    expanded.unwrap_or_else(|error| error.to_compile_error())
}

/// The arguments of `catalog!(…)`.
struct Arguments {
    registry: Path,
    language: LitStr,
    path: LitStr,
}

struct Call {
    runtime: TokenStream,
    contract: LitStr,
    arguments: Arguments,
}

impl Call {
    fn expand(&self) -> syn::Result<TokenStream> {
        let Arguments { registry, language, path } = &self.arguments;
        let text = self.contract.value();
        if text.is_empty() {
            // The table of the registry has errors, which are reported there.
            let runtime = &self.runtime;
            return Ok(quote!({
                #[allow(unreachable_code)]
                let __catalog: #runtime::Catalog = loop {};
                #[allow(unreachable_code)]
                __catalog
            }));
        }
        let contract =
            Contract::read(&text).map_err(|reason| syn::Error::new(self.contract.span(), reason))?;
        let tag = language.value();
        let tag = canonical_tag(&tag).ok_or_else(|| {
            syn::Error::new(
                language.span(),
                format!("`{tag}` is not a valid language tag; write one of BCP 47, such as \"de\""),
            )
        })?;
        let (file, at) = (path.value(), path.span());
        let refuse = |reason: String| syn::Error::new(at, reason);
        let text = package::read(&file, FileKind::Texts)
            .map_err(|reason| refuse(format!("cannot read `{file}`: {reason}")))?;
        let reading = read_language(&contract, &tag, &file, &text);
        if !reading.has_errors() && says_nothing(&reading.table) {
            return Err(refuse(format!("no row has a text in `{file}`")));
        }
        let selection = Selection::new(&reading.table, None);
        let diagnostics = report::diagnostics(&reading, &selection, at);
        let catalog = expand::catalog(&self.runtime, &registry.to_token_stream(), &reading.table, &file)
            .map_err(refuse)?;
        Ok(quote!({ #diagnostics #catalog }))
    }
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let expected =
            "expected a registry, a language and a file: `catalog!(library::Code, \"de\", \"de.toml\")`";
        let parse = || -> syn::Result<Self> {
            let registry = input.parse()?;
            input.parse::<Token![,]>()?;
            let language = input.parse()?;
            input.parse::<Token![,]>()?;
            let path = input.parse()?;
            input.parse::<Option<Token![,]>>()?;
            Ok(Self { registry, language, path })
        };
        parse().map_err(|error| syn::Error::new(error.span(), expected))
    }
}

impl Parse for Call {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let runtime;
        braced!(runtime in input);
        Ok(Self { runtime: runtime.parse()?, contract: input.parse()?, arguments: input.parse()? })
    }
}
