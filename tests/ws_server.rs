//! Close frames to and from a server with `ws` for Node, byte by byte: `.ci/websocket` runs these tests.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Lines, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use code_registry::websocket::{CloseCode, CloseEvent, CloseFrame, MAX_PAYLOAD};
use serde_json::{Value, json};

const TEXT: u8 = 1;
const CLOSE: u8 = 8;

/// Every row, both ends of every range, and their neighbours.
fn codes() -> BTreeSet<u16> {
    let ends = CloseCode::rows().flat_map(|row| {
        [row.first().saturating_sub(1), row.first(), row.last(), row.last().saturating_add(1)]
    });
    ends.chain([0, u16::MAX]).collect()
}

#[test]
fn what_ws_sends_is_read() {
    let mut server = Server::start();
    for code in codes().into_iter().map(CloseCode::from) {
        let mut socket = server.connect();
        send(&mut socket, TEXT, json!([code.value(), "perché"]).to_string().as_bytes());
        let (kind, payload) = receive(&mut socket);
        match CloseFrame::new(code, "perché") {
            Ok(frame) => {
                assert_eq!((kind, CloseFrame::parse(&payload)), (CLOSE, Ok(frame)));
                send(&mut socket, CLOSE, frame.write(&mut [0; MAX_PAYLOAD]));
                drop(socket);
                assert_eq!(server.event(), as_json(&CloseEvent::from(frame)));
            }
            Err(error) => {
                assert_eq!((kind, payload.as_slice()), (TEXT, b"throws".as_slice()), "{error}");
                drop(socket);
                assert_eq!(server.event(), as_json(&CloseEvent::ABNORMAL));
            }
        }
    }
}

#[test]
fn what_ws_reads_is_judged_alike() {
    let mut server = Server::start();
    let with_reason = |reason: &[u8]| [&[0x03, 0xE8], reason].concat();
    let payloads = codes().into_iter().map(|code| code.to_be_bytes().to_vec()).chain([
        vec![],
        vec![3],
        with_reason("perché".as_bytes()),
        with_reason(b"perch\xE9"),
        with_reason(&[b'a'; 123]),
        with_reason(&[b'a'; 124]),
    ]);
    for payload in payloads {
        let mut socket = server.connect();
        send(&mut socket, CLOSE, &payload);
        let (kind, answer) = receive(&mut socket);
        let answer = CloseFrame::parse(&answer).unwrap();
        assert_eq!(kind, CLOSE);
        drop(socket);
        match CloseFrame::parse(&payload) {
            Ok(frame) => {
                assert_eq!(answer, frame, "{payload:?}");
                assert_eq!(server.event(), as_json(&CloseEvent::from(frame)));
            }
            Err(error) => {
                assert_eq!(answer.code(), error.answer(), "{payload:?}: {error}");
                assert_eq!(server.event(), as_json(&CloseEvent::ABNORMAL));
            }
        }
    }
}

fn as_json(event: &CloseEvent<&str>) -> Value {
    json!([event.code.value(), event.reason, event.was_clean])
}

struct Server {
    process: Child,
    printed: Lines<BufReader<ChildStdout>>,
    port: u16,
}

impl Server {
    fn start() -> Self {
        let script = std::env::var("WS_SERVER").expect("WS_SERVER names ws-server.mjs, with `ws` beside it");
        let mut process = Command::new("node").arg(script).stdout(Stdio::piped()).spawn().unwrap();
        let mut printed = BufReader::new(process.stdout.take().unwrap()).lines();
        let port = printed.next().unwrap().unwrap().parse().unwrap();
        Self { process, printed, port }
    }

    fn connect(&self) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        let request = "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
                       Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
        stream.write_all(request.as_bytes()).unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte).unwrap();
            head.extend(byte);
        }
        assert!(head.starts_with(b"HTTP/1.1 101 "));
        stream
    }

    /// The event of the next connection that ends.
    fn event(&mut self) -> Value {
        serde_json::from_str(&self.printed.next().unwrap().unwrap()).unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A frame masked with zeros: a client must mask, with any key.
fn send(stream: &mut TcpStream, kind: u8, payload: &[u8]) {
    let length = u8::try_from(payload.len()).unwrap();
    let head: &[u8] = if payload.len() <= MAX_PAYLOAD {
        &[0x80 | kind, 0x80 | length]
    } else {
        &[0x80 | kind, 0x80 | 126, 0, length]
    };
    stream.write_all(&[head, &[0; 4], payload].concat()).unwrap();
}

fn receive(stream: &mut TcpStream) -> (u8, Vec<u8>) {
    let mut head = [0; 2];
    stream.read_exact(&mut head).unwrap();
    let mut payload = vec![0; usize::from(head[1])];
    stream.read_exact(&mut payload).unwrap();
    (head[0] & 0x0F, payload)
}
