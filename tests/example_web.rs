//! The example on the web, asked by a client: problems in the language that each request accepts.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../examples/web/app.rs"]
mod app;
#[path = "../examples/web/error.rs"]
mod error;

use std::net::SocketAddr;
use std::sync::{Arc, LazyLock, Mutex};
use std::{io, thread};

use serde_json::Value;
use tracing_subscriber::fmt::MakeWriter;
use ureq::Agent;
use ureq::http::Response;

const CONNECTIONS: usize = 64;
const REQUESTS: usize = 100;

/// What the service logs.
static LOG: LazyLock<Arc<Mutex<Vec<u8>>>> = LazyLock::new(Arc::default);

/// The service, on a port that nobody else has.
static ADDRESS: LazyLock<SocketAddr> = LazyLock::new(|| {
    tracing_subscriber::fmt().with_writer(Log).with_ansi(false).without_time().init();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            axum::serve(listener, app::router()).await.unwrap();
        });
    });
    address
});

struct Log;

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LOG.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        Self
    }
}

fn agent() -> Agent {
    Agent::config_builder().http_status_as_error(false).build().into()
}

fn get(agent: &Agent, path: &str, languages: &str) -> (Response<()>, Value) {
    let request = agent.get(format!("http://{}{path}", *ADDRESS)).header("Accept-Language", languages);
    let (head, mut body) = request.call().unwrap().into_parts();
    let body = serde_json::from_slice(&body.read_to_vec().unwrap()).unwrap();
    (Response::from_parts(head, ()), body)
}

fn header<'a>(response: &'a Response<()>, name: &str) -> &'a str {
    response.headers().get(name).unwrap().to_str().unwrap()
}

#[test]
fn problems_speak_the_readers_language() {
    let (response, problem) = get(&agent(), "/books/3", "rm, it-CH;q=0.9, de;q=0.5");
    assert_eq!(response.status(), 409);
    assert_eq!(header(&response, "content-type"), "application/problem+json");
    assert_eq!(header(&response, "content-language"), "it");
    assert_eq!(header(&response, "vary"), "accept-language");
    let expected = serde_json::json!({
        "type": "https://example.org/errors#L002",
        "status": 409,
        "title": "Libro in prestito",
        "detail": "«Der Zauberberg» è in prestito per altri 12 giorni",
        "code": 2,
        "symbol": "BOOK_ON_LOAN",
    });
    assert_eq!(problem, expected);
}

#[test]
fn what_programs_go_by_is_the_same_in_every_language() {
    let details = ["en", "it", "de", "fr"].map(|language| {
        let (response, problem) = get(&agent(), "/books/7", language);
        assert_eq!(header(&response, "content-language"), language);
        let same = (response.status().as_u16(), &problem["code"], &problem["symbol"], &problem["type"]);
        assert_eq!(
            same,
            (404, &1.into(), &"BOOK_NOT_FOUND".into(), &"https://example.org/errors#L001".into())
        );
        problem["detail"].as_str().unwrap().to_owned()
    });
    assert_eq!(details[0], "there is no book with the number 7");
    assert_eq!(details[3], "aucun livre ne porte le numéro 7");
    assert!(details.iter().all(|detail| detail.contains('7')));
}

#[test]
fn nobody_knows_the_language() {
    let (response, problem) = get(&agent(), "/books/2", "tlh, *;q=0");
    assert_eq!(header(&response, "content-language"), "en");
    assert_eq!(problem["detail"], "“Momo” is on loan until tomorrow");
}

#[test]
fn logs_are_in_the_default_language() {
    let (_, problem) = get(&agent(), "/catalogue", "it");
    assert_eq!(problem["detail"], "al momento il catalogo non è consultabile");
    let log = String::from_utf8(LOG.lock().unwrap().clone()).unwrap();
    let line = log.lines().find(|line| line.contains("L003")).unwrap();
    assert!(line.contains("the catalogue cannot be read at the moment code=L003"), "{line}");
    assert!(line.contains(r#"symbol="CATALOGUE_UNREADABLE" cause="No such file or directory"#), "{line}");
}

/// Every connection asks in another language than its neighbours, all at once.
#[test]
fn requests_in_different_languages_never_mix() {
    let details = [
        ("en", "there is no book with the number "),
        ("it", "nessun libro ha il numero "),
        ("de", "kein Buch hat die Nummer "),
        ("fr", "aucun livre ne porte le numéro "),
    ];
    let clients: Vec<_> = (0..CONNECTIONS)
        .map(|client| {
            let (language, beginning) = details[client % details.len()];
            thread::spawn(move || {
                let agent = agent();
                for request in 0..REQUESTS {
                    let id = 1000 + client * REQUESTS + request;
                    let (_, problem) = get(&agent, &format!("/books/{id}"), language);
                    assert_eq!(problem["detail"], format!("{beginning}{id}"), "{language}");
                }
            })
        })
        .collect();
    clients.into_iter().for_each(|client| client.join().unwrap());
}
