//! A page that closes its WebSocket in every way, and shows the CloseEvent of the browser next to the texts of the
//! table.
//!
//!     cargo run --example close_codes                      # prints the address of the page
//!     cargo run --example close_codes -- 0.0.0.0:8006      # for a phone in the same network
//!
//! [`closing`] uses the library: it decides what is sent, and which event the browser must deliver.

mod answer;
mod closing;
mod pages;
mod socket;

use std::io::{self, Write as _};
use std::net::{SocketAddr, UdpSocket};
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};

/// The longest time for a connection, so that abandoned pages are closed.
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
            // Too many connections at once; some will end soon.
            tokio::time::sleep(Duration::from_secs(1)).await;
            continue;
        };
        tokio::spawn(async {
            let ended = tokio::time::timeout(PATIENCE, connection(stream)).await;
            if let Ok(Err(error)) = ended {
                // The peer may disconnect at any time; that is the purpose of the page.
                let _ = writeln!(io::stderr(), "{error}");
            }
        });
    }
}

/// The address for other machines: the one with which this machine would leave the local network.
fn reachable(listening: SocketAddr) -> SocketAddr {
    let own = || {
        let socket = UdpSocket::bind(("0.0.0.0", 0))?;
        // Sends nothing: it only chooses a route.
        socket.connect(("192.0.2.1", 9))?;
        socket.local_addr()
    };
    match own() {
        Ok(own) if listening.ip().is_unspecified() => SocketAddr::new(own.ip(), listening.port()),
        _ => listening,
    }
}

/// The address of the command line, or a port that is easy to remember, or any other one if that is in use.
async fn listen(address: Option<String>) -> io::Result<TcpListener> {
    match address {
        Some(address) => TcpListener::bind(address).await,
        None => match TcpListener::bind("127.0.0.1:8006").await {
            Ok(listener) => Ok(listener),
            Err(_) => TcpListener::bind("127.0.0.1:0").await,
        },
    }
}

/// A request for `/socket` becomes a WebSocket; every other one gets a file.
async fn connection(stream: TcpStream) -> io::Result<()> {
    match pages::requested(&stream).await?.as_str() {
        "/socket" => socket::serve(stream).await.map_err(io::Error::other),
        path => pages::send(stream, path).await,
    }
}
