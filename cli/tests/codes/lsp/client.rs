//! A client of the language server that records its requests and their answers.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

pub(crate) struct Client {
    server: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    root: PathBuf,
    encoding: String,
    /// Each open file: its version and its text.
    open: BTreeMap<String, (i64, String)>,
    next: i64,
    /// Notifications that nothing waited for yet.
    pub(crate) waiting: Vec<Value>,
    pub(crate) transcript: String,
}

impl Client {
    /// Starts the server for a folder; positions are in this encoding.
    pub(crate) fn start(root: &Path, encoding: &str, locale: &str) -> Self {
        let mut client = Self::raw(root);
        client.encoding = encoding.to_owned();
        let answer = client.ask(
            "initialize",
            &json!({
                "processId": null,
                "locale": locale,
                "rootUri": client.uri(""),
                "workspaceFolders": [{ "uri": client.uri(""), "name": "root" }],
                "capabilities": { "general": { "positionEncodings": [encoding] } },
            }),
        );
        assert_eq!(answer["capabilities"]["positionEncoding"], encoding);
        client.notify("initialized", &json!({}));
        client
    }

    /// Starts the server, and sends nothing.
    pub(crate) fn raw(root: &Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_codes"));
        command.arg("lsp").env_clear().stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut server = command.spawn().unwrap();
        Self {
            input: server.stdin.take(),
            output: BufReader::new(server.stdout.take().unwrap()),
            server,
            root: root.to_owned(),
            encoding: "utf-16".to_owned(),
            open: BTreeMap::new(),
            next: 0,
            waiting: Vec::new(),
            transcript: String::new(),
        }
    }

    pub(crate) fn uri(&self, file: &str) -> String {
        format!("file://{}", self.root.join(file).display()).trim_end_matches('/').to_owned()
    }

    pub(crate) fn write(&mut self, bytes: &[u8]) {
        // A server that refused an earlier message may have ended.
        let _ = self.input.as_mut().unwrap().write_all(bytes);
    }

    pub(crate) fn send(&mut self, message: &Value) {
        let text = message.to_string();
        self.write(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    pub(crate) fn notify(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// The next message of the server; `None` at the end.
    pub(crate) fn receive(&mut self) -> Option<Value> {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if self.output.read_line(&mut line).unwrap() == 0 {
                return None;
            }
            match line.trim().split_once(": ") {
                Some((_, value)) => length = value.parse().unwrap(),
                None => break,
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).unwrap();
        Some(serde_json::from_slice(&body).unwrap())
    }

    /// Sends a request without waiting; returns its number.
    pub(crate) fn request(&mut self, method: &str, params: &Value) -> i64 {
        self.next += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.next, "method": method, "params": params }));
        self.next
    }

    /// The result of a request, or its error.
    pub(crate) fn answer(&mut self, id: i64) -> Value {
        loop {
            let message = self.receive().expect("the server ended");
            if message["id"] == id && message.get("method").is_none() {
                return message.get("error").unwrap_or(&message["result"]).clone();
            }
            self.waiting.push(message);
        }
    }

    pub(crate) fn ask(&mut self, method: &str, params: &Value) -> Value {
        let id = self.request(method, params);
        self.answer(id)
    }

    /// Opens a file as it is on disk.
    pub(crate) fn open(&mut self, file: &str) {
        let text = fs::read_to_string(self.root.join(file)).unwrap();
        self.open_text(file, &text);
    }

    /// Opens a file that may be different on disk, or not be there.
    pub(crate) fn open_text(&mut self, file: &str, text: &str) {
        self.open.insert(file.to_owned(), (1, text.to_owned()));
        let uri = self.uri(file);
        let document = json!({ "uri": uri, "languageId": "toml", "version": 1, "text": text });
        self.notify("textDocument/didOpen", &json!({ "textDocument": document }));
        let _ = writeln!(self.transcript, "open {file}");
    }

    pub(crate) fn close(&mut self, file: &str) {
        self.open.remove(file);
        let params = json!({ "textDocument": { "uri": self.uri(file) } });
        self.notify("textDocument/didClose", &params);
        let _ = writeln!(self.transcript, "close {file}");
    }

    /// The position of a byte of an open file.
    fn position(&self, file: &str, offset: usize) -> Value {
        let before = &self.open[file].1[..offset];
        let line = before.matches('\n').count();
        let column = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
        let column = match self.encoding.as_str() {
            "utf-8" => column.len(),
            "utf-16" => column.encode_utf16().count(),
            _ => column.chars().count(),
        };
        json!({ "line": line, "character": column })
    }

    /// Replaces the only occurrence of a text in an open file.
    #[track_caller]
    pub(crate) fn change(&mut self, file: &str, old: &str, new: &str) {
        let text = self.open[file].1.clone();
        assert_eq!(text.matches(old).count(), 1, "{old:?}");
        let start = text.find(old).unwrap();
        let range = json!({
            "start": self.position(file, start), "end": self.position(file, start + old.len()),
        });
        let uri = self.uri(file);
        let (version, text) = self.open.get_mut(file).unwrap();
        *version += 1;
        text.replace_range(start..start + old.len(), new);
        let params = json!({
            "textDocument": { "uri": uri, "version": version },
            "contentChanges": [{ "range": range, "text": new }],
        });
        self.notify("textDocument/didChange", &params);
        let _ = writeln!(self.transcript, "change {file}: {old:?} → {new:?}");
    }

    /// The diagnostics of an open file at its current version.
    pub(crate) fn diagnostics(&mut self, file: &str) -> Value {
        let (uri, version) = (self.uri(file), self.open[file].0);
        let is_wanted = |message: &Value| {
            let params = &message["params"];
            message["method"] == "textDocument/publishDiagnostics"
                && params["uri"] == *uri
                && params["version"] == version
        };
        if let Some(at) = self.waiting.iter().rposition(is_wanted) {
            let found = self.waiting[at]["params"]["diagnostics"].clone();
            self.waiting.drain(..=at);
            return found;
        }
        loop {
            let message = self.receive().expect("the server ended");
            if is_wanted(&message) {
                return message["params"]["diagnostics"].clone();
            }
            self.waiting.push(message);
        }
    }

    /// Records the diagnostics of an open file.
    pub(crate) fn show_diagnostics(&mut self, file: &str) {
        let found = self.diagnostics(file);
        self.record(&format!("diagnostics {file}"), &found);
    }

    /// Replaces a text; returns the parameters of a request about the `|` in the new one.
    #[track_caller]
    pub(crate) fn change_at(&mut self, file: &str, old: &str, marked: &str) -> Value {
        let start = self.open[file].1.find(old).unwrap();
        self.change(file, old, &marked.replacen('|', "", 1));
        let position = self.position(file, start + marked.find('|').unwrap());
        json!({ "textDocument": { "uri": self.uri(file) }, "position": position })
    }

    /// Undoes all changes of a file.
    pub(crate) fn reset(&mut self, file: &str) {
        let text = fs::read_to_string(self.root.join(file)).unwrap();
        let uri = self.uri(file);
        let (version, known) = self.open.get_mut(file).unwrap();
        *version += 1;
        known.clone_from(&text);
        let params = json!({
            "textDocument": { "uri": uri, "version": version }, "contentChanges": [{ "text": text }],
        });
        self.notify("textDocument/didChange", &params);
    }

    /// The parameters of a request about a place in an open file: the `|` in a text that occurs once.
    #[track_caller]
    pub(crate) fn at(&self, file: &str, marked: &str) -> Value {
        let bar = marked.find('|').expect("a place");
        let text = marked.replacen('|', "", 1);
        let found: Vec<usize> = self.open[file].1.match_indices(&text).map(|(at, _)| at).collect();
        assert_eq!(found.len(), 1, "{text:?} in {file}");
        let position = self.position(file, found[0] + bar);
        json!({
            "textDocument": { "uri": self.uri(file) },
            "position": position,
            "range": { "start": position, "end": position },
            "context": { "includeDeclaration": false, "diagnostics": [] },
        })
    }

    /// Asks about a place and records the answer.
    #[track_caller]
    pub(crate) fn show(&mut self, method: &str, file: &str, marked: &str, more: &Value) -> Value {
        let mut params = if marked.is_empty() {
            json!({ "textDocument": { "uri": self.uri(file) } })
        } else {
            self.at(file, marked)
        };
        for (key, value) in more.as_object().into_iter().flatten() {
            params[key] = value.clone();
        }
        let answer = self.ask(method, &params);
        let more = if more.is_null() { String::new() } else { format!(" {more}") };
        self.record(&format!("{method} {file} {marked:?}{more}"), &answer);
        answer
    }

    pub(crate) fn record(&mut self, title: &str, answer: &Value) {
        let uri = self.uri("");
        let shown = serde_json::to_string_pretty(&shortened(answer)).unwrap().replace(&uri, "ROOT");
        let _ = writeln!(self.transcript, "{title}\n{shown}");
    }

    /// Ends the server; returns its exit status.
    pub(crate) fn stop(&mut self) -> Option<i32> {
        self.ask("shutdown", &Value::Null);
        self.notify("exit", &Value::Null);
        self.server.wait().unwrap().code()
    }

    /// Closes the input without a notification; returns the exit status.
    pub(crate) fn hang_up(&mut self) -> Option<i32> {
        self.input = None;
        while self.receive().is_some() {}
        self.server.wait().unwrap().code()
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Ranges as `1:2-1:8`, counted from 1.
fn shortened(value: &Value) -> Value {
    let place = |position: &Value| {
        Some(format!("{}:{}", position["line"].as_u64()? + 1, position["character"].as_u64()? + 1))
    };
    match value {
        Value::Object(map) if map.len() == 2 && map.contains_key("start") => {
            match place(&map["start"]).zip(place(&map["end"])) {
                Some((start, end)) => format!("{start}-{end}").into(),
                None => value.clone(),
            }
        }
        Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), shortened(value))).collect(),
        Value::Array(values) => values.iter().map(shortened).collect(),
        _ => value.clone(),
    }
}
