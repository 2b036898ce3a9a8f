//! What stands in `#[codes(…)]`.

use proc_macro2::TokenStream;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{Ident, LitStr, Token, parenthesized};

/// The arguments of `#[codes("path", languages("…"))]`.
pub(crate) struct Arguments {
    pub(crate) path: LitStr,
    /// The languages to compile in; none: all.
    pub(crate) languages: Option<Vec<LitStr>>,
}

impl Arguments {
    pub(crate) fn parse(tokens: TokenStream) -> syn::Result<Self> {
        if tokens.is_empty() {
            let message = "where is the table? write `#[codes(\"codes.toml\")]`";
            return Err(syn::Error::new(proc_macro2::Span::call_site(), message));
        }
        Parse::parse.parse2(tokens)
    }
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let path = input.parse::<LitStr>().map_err(|error| {
            syn::Error::new(
                error.span(),
                "expected the path of a table in quotes: `#[codes(\"codes.toml\")]`",
            )
        })?;
        let mut arguments = Self { path, languages: None };
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            if !input.is_empty() {
                arguments.option(input)?;
            }
        }
        Ok(arguments)
    }
}

impl Arguments {
    fn option(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let unknown = "the only option is `languages(\"en\", \"it\")`";
        let name = input.parse::<Ident>().map_err(|error| syn::Error::new(error.span(), unknown))?;
        if name != "languages" {
            return Err(syn::Error::new(name.span(), format!("no option is called `{name}`; {unknown}")));
        }
        if self.languages.is_some() {
            return Err(syn::Error::new(name.span(), "`languages` stands here twice"));
        }
        let content;
        parenthesized!(content in input);
        let tags = Punctuated::<LitStr, Token![,]>::parse_terminated(&content)?;
        if tags.is_empty() {
            return Err(syn::Error::new(name.span(), "`languages` needs at least one: `languages(\"it\")`"));
        }
        self.languages = Some(tags.into_iter().collect());
        Ok(())
    }
}
