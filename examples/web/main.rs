//! Errors on the web: a problem has texts in the language of the reader, and the same members for programs in every
//! language.
//!
//! ```console
//! $ cargo run --features axum,runtime --example web
//! $ curl -i -H 'Accept-Language: it-CH, de;q=0.5' http://127.0.0.1:8007/books/3
//! ```
//!
//! The errors are those of [`lending`], in two languages. [`languages`] adds two, one of them loaded at run time, and
//! replaces a sentence; [`problem`] makes responses of errors, and a layer in [`app`] chooses the language.

mod app;
mod languages;
mod lending;
mod problem;

use std::io;

const ADDRESS: &str = "127.0.0.1:8007";

fn main() -> anyhow::Result<()> {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    languages::install()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    Ok(runtime.block_on(serve(std::env::args().nth(1).as_deref().unwrap_or(ADDRESS)))?)
}

async fn serve(address: &str) -> io::Result<()> {
    let listener = tokio::net::TcpListener::bind(address).await?;
    tracing::info!(address = %listener.local_addr()?, "listening");
    axum::serve(listener, app::router()).await
}
