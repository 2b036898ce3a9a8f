//! The close codes at work: a page that lets its own WebSocket be closed in every way, and shows the CloseEvent that
//! the browser delivers beside what the table says of it.
//!
//!     cargo run --example close_codes                      # prints the address of the page
//!     cargo run --example close_codes -- 0.0.0.0:8006      # for a phone in the same network
//!
//! [`closing`] is where the library is used: what is sent, and which event the browser must show for it.

mod answer;
mod closing;
mod pages;
mod socket;

use std::io::{self, Write as _};
use std::net::{SocketAddr, UdpSocket};
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};

/// How long a connection may take: a page that nobody looks at is not kept.
const PATIENCE: Duration = Duration::from_secs(60);

fn main() -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(serve())
}

async fn serve() -> io::Result<()> {
    let listener = listen(std::env::args().nth(1)).await?;
    writeln!(io::stdout(), "http://{}/", reachable(listener.local_addr()?))?;
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Too many connections at once: some of them end soon.
            tokio::time::sleep(Duration::from_secs(1)).await;
            continue;
        };
        tokio::spawn(async {
            let ended = tokio::time::timeout(PATIENCE, connection(stream)).await;
            if let Ok(Err(error)) = ended {
                // The other end may go away at any time; that is what the page is about.
                let _ = writeln!(io::stderr(), "{error}");
            }
        });
    }
}

/// Where others find it: of every address of this machine, the one by which it would leave the local network.
fn reachable(listening: SocketAddr) -> SocketAddr {
    let own = || {
        let socket = UdpSocket::bind(("0.0.0.0", 0))?;
        // Sends nothing: it only chooses a way.
        socket.connect(("192.0.2.1", 9))?;
        socket.local_addr()
    };
    match own() {
        Ok(own) if listening.ip().is_unspecified() => SocketAddr::new(own.ip(), listening.port()),
        _ => listening,
    }
}

/// The address that was asked for; else a port that is easy to remember, or any other if it is taken.
async fn listen(address: Option<String>) -> io::Result<TcpListener> {
    match address {
        Some(address) => TcpListener::bind(address).await,
        None => match TcpListener::bind("127.0.0.1:8006").await {
            Ok(listener) => Ok(listener),
            Err(_) => TcpListener::bind("127.0.0.1:0").await,
        },
    }
}

/// One port for both: a request for `/socket` becomes a WebSocket, every other gets a file.
async fn connection(stream: TcpStream) -> io::Result<()> {
    match pages::requested(&stream).await?.as_str() {
        "/socket" => socket::serve(stream).await.map_err(io::Error::other),
        path => pages::send(stream, path).await,
    }
}
