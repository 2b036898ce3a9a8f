//! `examples/web` and a client: problems in the language that each request accepts. The library has English and
//! Italian; the application adds German, French and one Italian sentence.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../examples/web/app.rs"]
mod app;
#[path = "../examples/web/languages.rs"]
mod languages;
#[path = "../examples/web/lending.rs"]
mod lending;
#[path = "../examples/web/problem.rs"]
mod problem;

use std::net::SocketAddr;
use std::sync::{Arc, LazyLock, Mutex};
use std::{io, thread};

use serde_json::Value;
use tracing_subscriber::fmt::MakeWriter;
use ureq::Agent;
use ureq::http::{HeaderValue, Response};

const CONNECTIONS: usize = 64;
const REQUESTS: usize = 100;

/// The message for a book that is out of stock: of the library, corrected, of the application, and loaded at run time.
const NOT_FOUND: [(&str, &str, &str); 4] = [
    ("en", "Book not found", "there is no book with the number "),
    ("it", "Libro non trovato", "non abbiamo alcun libro con il numero "),
    ("de", "Buch nicht gefunden", "kein Buch hat die Nummer "),
    ("fr", "Livre introuvable", "aucun livre ne porte le numéro "),
];

/// The log of the service.
static LOG: LazyLock<Arc<Mutex<Vec<u8>>>> = LazyLock::new(Arc::default);

/// The service, on an unused port.
static ADDRESS: LazyLock<SocketAddr> = LazyLock::new(|| {
    tracing_subscriber::fmt().with_writer(Log).with_ansi(false).without_time().init();
    languages::install().unwrap();
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
        "argument_title": "Der Zauberberg",
        "days": 12,
    });
    assert_eq!(problem, expected);
}

#[test]
fn members_for_programs_are_the_same_in_every_language() {
    for (language, title, beginning) in NOT_FOUND {
        let (response, problem) = get(&agent(), "/books/7", language);
        assert_eq!(response.status(), 404);
        assert_eq!(header(&response, "content-language"), language);
        let said = [problem["title"].as_str().unwrap(), problem["detail"].as_str().unwrap()];
        assert_eq!(said, [title, &format!("{beginning}7")]);
        assert_eq!((&problem["status"], &problem["code"]), (&404.into(), &1.into()));
        assert_eq!(problem["symbol"], "BOOK_NOT_FOUND");
        assert_eq!(problem["type"], "https://example.org/errors#L001");
    }
}

#[test]
fn an_application_s_languages_are_negotiated_like_a_library_s() {
    let details = [
        ("de-AT, it;q=0.9", "de", "„Der Zauberberg“ ist noch 12 Tage verliehen"),
        ("ja, fr-CA;q=0.9, en;q=0.8", "fr", "« Der Zauberberg » est emprunté pour encore 12 jours"),
        ("de;q=0, it;q=0.5, fr;q=0.4", "it", "«Der Zauberberg» è in prestito per altri 12 giorni"),
    ];
    for (accepted, language, detail) in details {
        let (response, problem) = get(&agent(), "/books/3", accepted);
        assert_eq!(header(&response, "content-language"), language, "{accepted}");
        assert_eq!(problem["detail"], detail, "{accepted}");
    }
}

#[test]
fn help_is_shown_if_the_table_has_one() {
    let (_, problem) = get(&agent(), "/books/7", "de");
    assert_eq!(problem["help"], "die Nummer im Katalog nachsehen: /books");
}

#[test]
fn errors_of_the_server_are_problems_too() {
    for place in ["/books/x", "/books/%FF", "/nope"] {
        let (response, problem) = get(&agent(), place, "de");
        assert_eq!(response.status(), 404);
        assert_eq!(header(&response, "content-type"), "application/problem+json");
        assert_eq!(header(&response, "content-language"), "de");
        assert_eq!(problem["detail"], format!("die Leihbibliothek hat nichts unter {place}"));
        assert_eq!(problem["symbol"], "NOTHING_HERE");
    }
}

#[test]
fn a_wrong_method_is_a_problem() {
    let request = agent().delete(format!("http://{}/books", *ADDRESS)).header("Accept-Language", "it");
    let (head, mut body) = request.call().unwrap().into_parts();
    let problem: Value = serde_json::from_slice(&body.read_to_vec().unwrap()).unwrap();
    assert_eq!((head.status.as_u16(), &problem["status"]), (405, &405.into()));
    assert_eq!(head.headers["allow"], "GET,HEAD");
    assert_eq!(head.headers["content-language"], "it");
    assert_eq!(problem["detail"], "/books non si può usare con DELETE");
}

#[test]
fn a_malformed_body_is_a_problem() {
    for (body, kind, status) in [
        ("{", "application/json", 400),
        ("{}", "application/json", 422),
        (r#"{"days": 3}"#, "text/plain", 415),
        (r#"{"days": 3}"#, "application/json", 200),
    ] {
        let request = agent().post(format!("http://{}/books/1/loans", *ADDRESS));
        let request = request.header("Accept-Language", "de").header("Content-Type", kind);
        let (head, mut answer) = request.send(body).unwrap().into_parts();
        let answer: Value = serde_json::from_slice(&answer.read_to_vec().unwrap()).unwrap();
        assert_eq!(head.status, status, "{body}");
        assert_eq!(head.headers["vary"], "accept-language");
        if status != 200 {
            assert_eq!((&answer["status"], &answer["code"]), (&status.into(), &6.into()));
            assert_eq!(answer["detail"], "der Inhalt der Anfrage hat nicht die erwartete Form");
        }
    }
}

#[test]
fn a_header_may_be_repeated() {
    let request = agent().get(format!("http://{}/books/7", *ADDRESS));
    let response = request.header("Accept-Language", "ja").header("Accept-Language", "de").call().unwrap();
    assert_eq!(response.headers()["content-language"], "de");
}

/// Neither the rest of the header nor the request is refused.
#[test]
fn an_invalid_byte_concerns_one_language() {
    let accepted = HeaderValue::from_bytes(b"fr\xFF, it;q=0.8, en;q=0.5").unwrap();
    let request = agent().get(format!("http://{}/books/7", *ADDRESS)).header("Accept-Language", accepted);
    assert_eq!(request.call().unwrap().headers()["content-language"], "it");
}

#[test]
fn an_unknown_language_gets_the_default_one() {
    let (response, problem) = get(&agent(), "/books/2", "tlh, *;q=0");
    assert_eq!(header(&response, "content-language"), "en");
    assert_eq!(problem["detail"], "“Momo” is on loan until tomorrow");
}

#[test]
fn logs_are_in_the_default_language() {
    for (language, detail) in [
        ("it", "al momento il catalogo non è consultabile"),
        ("de", "der Katalog ist zurzeit nicht lesbar"),
        ("fr", "le catalogue ne peut pas être consulté pour le moment"),
    ] {
        assert_eq!(get(&agent(), "/catalogue", language).1["detail"], detail);
    }
    get(&agent(), "/books/4242", "it");
    let log = String::from_utf8(LOG.lock().unwrap().clone()).unwrap();
    let found = log.lines().find(|line| line.contains("4242")).unwrap();
    assert!(
        found.contains(r#"the number 4242 error.type="BOOK_NOT_FOUND" code=L001 arguments={"id": "4242"}"#),
        "{found}"
    );
    let lines: Vec<_> = log.lines().filter(|line| line.contains("L003")).collect();
    assert_eq!(lines.len(), 3, "{log}");
    for line in lines {
        let head =
            r#"the catalogue cannot be read at the moment error.type="CATALOGUE_UNREADABLE" code=L003"#;
        assert!(line.contains(head), "{line}");
        assert!(line.contains(r#"arguments={} cause="No such file or directory"#), "{line}");
    }
}

/// All connections are open at once, each in another language than its neighbours; two of the languages are catalogues.
#[test]
fn requests_in_different_languages_never_mix() {
    let clients: Vec<_> = (0..CONNECTIONS)
        .map(|client| {
            let (language, _, beginning) = NOT_FOUND[client % NOT_FOUND.len()];
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
