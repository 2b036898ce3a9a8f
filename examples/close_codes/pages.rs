//! A minimal HTTP server for the files of the page.

use std::io;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

const METHOD: &[u8] = b"GET ";
/// More than browsers send, and short enough to be read repeatedly.
const LONGEST_HEAD: usize = 16 * 1024;
/// The longest time for the first line of a request.
const PATIENCE: Duration = Duration::from_secs(10);

/// The requested path. The request is only peeked at, since the path decides which part of the program reads it.
pub(crate) async fn requested(stream: &TcpStream) -> io::Result<String> {
    tokio::time::timeout(PATIENCE, first_line(stream)).await?
}

async fn first_line(stream: &TcpStream) -> io::Result<String> {
    let mut head = [0; 2048];
    loop {
        let length = stream.peek(&mut head).await?;
        if let Some(path) = path(&head[..length]) {
            return Ok(path);
        }
        let other = length >= METHOD.len() && !head.starts_with(METHOD);
        if other || length == 0 || length == head.len() {
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                "neither a page nor a WebSocket is asked for",
            ));
        }
        // Peeking returns the same bytes immediately until more arrive.
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// `/path` of `GET /path?query HTTP/1.1`, once the line is complete.
fn path(head: &[u8]) -> Option<String> {
    let end = head.iter().position(|&byte| byte == b'\n')?;
    let target = std::str::from_utf8(&head[..end]).ok()?.split(' ').nth(1)?;
    target.split('?').next().map(str::to_owned)
}

pub(crate) async fn send(mut stream: TcpStream, path: &str) -> io::Result<()> {
    let (status, kind, body) = match path {
        "/" => ("200 OK", "text/html", include_str!("page.html").to_owned()),
        "/page.css" => ("200 OK", "text/css", include_str!("page.css").to_owned()),
        "/page.js" => ("200 OK", "text/javascript", include_str!("page.js").to_owned()),
        "/end.js" => ("200 OK", "text/javascript", include_str!("end.js").to_owned()),
        "/words.js" => ("200 OK", "text/javascript", include_str!("words.js").to_owned()),
        "/rows.json" => ("200 OK", "application/json", crate::answer::rows().to_string()),
        _ => ("404 Not Found", "text/plain", "404".to_owned()),
    };
    read_head(&mut stream).await?;
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body.as_bytes()).await?;
    stream.shutdown().await
}

/// Reads the rest of the request: otherwise the browser would see a broken connection.
async fn read_head(stream: &mut TcpStream) -> io::Result<()> {
    let mut read = Vec::new();
    let is_complete = |read: &[u8]| read.windows(4).any(|end| end == b"\r\n\r\n");
    while !is_complete(&read) && read.len() < LONGEST_HEAD {
        let mut buffer = [0; 1024];
        match stream.read(&mut buffer).await? {
            0 => break,
            length => read.extend_from_slice(&buffer[..length]),
        }
    }
    Ok(())
}
