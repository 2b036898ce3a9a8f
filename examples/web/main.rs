//! Errors on the web: a problem says in the reader's language what is wrong, and to programs always the same.
//!
//! ```console
//! $ cargo run --example web
//! $ curl -i -H 'Accept-Language: it-CH, de;q=0.5' http://127.0.0.1:8007/books/3
//! ```
//!
//! [`error`] is where the library is used.

mod app;
mod error;

use std::io;

const ADDRESS: &str = "127.0.0.1:8007";

fn main() -> io::Result<()> {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(serve(std::env::args().nth(1).as_deref().unwrap_or(ADDRESS)))
}

async fn serve(address: &str) -> io::Result<()> {
    let listener = tokio::net::TcpListener::bind(address).await?;
    tracing::info!(address = %listener.local_addr()?, "listening");
    axum::serve(listener, app::router()).await
}
