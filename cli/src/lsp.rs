//! `codes lsp`: a language server for tables, language files and the Rust sources that use them.
//!
//! One thread reads messages, one reads tables (`analysis`), and the main thread answers, from what was last found. Places
//! in a table that has been edited since are moved by these edits (`documents`).

mod actions;
mod completion;
mod cursor;
mod documents;
mod hover;
mod navigation;
mod protocol;
mod tables;
mod usages;

use std::collections::VecDeque;
use std::io::{self, Write as _, stdin, stdout};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use clap::Args;
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use self::actions::Actions;
use self::completion::View;
use self::documents::{Document, Documents};
use self::protocol::{Encoding, Received, path_of};
use self::tables::{Analysis, Job, Role, Tables, role};
use self::usages::Workspace;
use crate::error::{Error, Exit, set_language};
use crate::fmt;
use crate::rust_package::is_rust;

/// Run the language server for editors
///
/// Speaks the Language Server Protocol over standard input and output: errors while typing, completion, formatting and
/// navigation in tables, language files and the Rust sources that use them. See docs/editors.md for the settings of
/// editors. Without `--language`, messages are in the language of the editor.
#[derive(Debug, Args)]
pub(crate) struct Lsp {
    /// Does nothing: clients pass it
    #[arg(long, hide = true)]
    stdio: bool,
}

/// The events that the main thread handles.
#[derive(Debug)]
enum Event {
    Received(Received),
    /// The input ended, or cannot be read further.
    Closed(Option<io::Error>),
    Analysed(PathBuf, Box<Analysis>),
}

impl Lsp {
    pub(crate) fn run(&self, language: Option<&str>) -> Result<Exit, Error> {
        let (events_sender, events) = mpsc::channel();
        let (jobs, jobs_receiver) = mpsc::channel();
        let sender = events_sender.clone();
        thread::spawn(move || receive_all(&sender));
        thread::spawn(move || tables::work(&jobs_receiver, &events_sender));
        let mut server = Server {
            jobs,
            documents: Documents::default(),
            tables: Tables::default(),
            workspace: Workspace::default(),
            encoding: Encoding::default(),
            has_language: language.is_some(),
            state: State::New,
            queue: VecDeque::new(),
        };
        server.serve(&events)
    }
}

fn receive_all(events: &Sender<Event>) {
    let mut input = stdin().lock();
    loop {
        let event = match protocol::receive(&mut input) {
            Ok(Some(received)) => Event::Received(received),
            Ok(None) => Event::Closed(None),
            Err(error) => Event::Closed(Some(error)),
        };
        let is_last = matches!(event, Event::Closed(_));
        if events.send(event).is_err() || is_last {
            return;
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Running,
    /// The client asked for the end: only `exit` may follow.
    ShutDown,
}

/// The state of the server.
#[derive(Debug)]
struct Server {
    jobs: Sender<Job>,
    documents: Documents,
    tables: Tables,
    workspace: Workspace,
    encoding: Encoding,
    /// Whether the command line sets the language of messages.
    has_language: bool,
    state: State,
    /// Events that arrived while a request was waiting.
    queue: VecDeque<Event>,
}

impl Server {
    fn serve(&mut self, events: &Receiver<Event>) -> Result<Exit, Error> {
        loop {
            self.tables.start(&self.documents, &self.jobs);
            let event = match self.queue.pop_front() {
                Some(event) => event,
                None => match self.tables.wait() {
                    None => events.recv().unwrap_or(Event::Closed(None)),
                    Some(wait) => match events.recv_timeout(wait.max(Duration::from_millis(1))) {
                        Ok(event) => event,
                        Err(RecvTimeoutError::Timeout) => continue,
                        Err(RecvTimeoutError::Disconnected) => Event::Closed(None),
                    },
                },
            };
            self.queue.extend(events.try_iter());
            match event {
                Event::Analysed(table, analysis) => self.analysed(&table, *analysis)?,
                Event::Received(Received::Malformed(reason)) => {
                    self.log(&format!("malformed message: {reason}"))?;
                }
                Event::Received(Received::Message(Message::Request(request))) => self.request(request)?,
                Event::Received(Received::Message(Message::Notification(notification))) => {
                    if notification.method == "exit" {
                        return Ok(if self.state == State::ShutDown { Exit::Success } else { Exit::Failure });
                    }
                    self.notification(notification)?;
                }
                // The server only asks for registrations, and works without them if they fail.
                Event::Received(Received::Message(Message::Response(_))) => {}
                Event::Closed(None) => return Ok(Exit::Success),
                Event::Closed(Some(error)) => return Err(Error::input(&error)),
            }
        }
    }

    fn send(&self, message: &Message) -> Result<(), Error> {
        let mut out = stdout().lock();
        message.write(&mut out)?;
        Ok(out.flush()?)
    }

    fn notify(&self, method: &str, params: Value) -> Result<(), Error> {
        self.send(&Notification { method: method.to_owned(), params }.into())
    }

    fn log(&self, text: &str) -> Result<(), Error> {
        self.notify("window/logMessage", json!({ "type": 1, "message": text }))
    }

    fn request(&mut self, request: Request) -> Result<(), Error> {
        let Request { id, method, params } = request;
        let is_canceled = self.queue.iter().any(|event| cancels(event, &id));
        let response = if is_canceled {
            Response::new_err(id, ErrorCode::RequestCanceled as i32, "canceled".to_owned())
        } else {
            match self.answer(&method, params) {
                Ok(result) => Response::new_ok(id, result),
                Err(Failure(code, reason)) => Response::new_err(id, code as i32, reason),
            }
        };
        let is_initialized = method == "initialize" && response.response_result.is_ok();
        self.send(&response.into())?;
        if is_initialized {
            self.state = State::Running;
        }
        Ok(())
    }

    fn answer(&mut self, method: &str, params: Value) -> Result<Value, Failure> {
        match (self.state, method) {
            (State::New, "initialize") => Ok(self.initialize(&params)),
            (State::New, _) => Err(Failure(ErrorCode::ServerNotInitialized, "not initialized".to_owned())),
            (State::ShutDown, _) | (State::Running, "initialize") => {
                Err(Failure(ErrorCode::InvalidRequest, format!("unexpected `{method}`")))
            }
            (State::Running, "shutdown") => {
                self.state = State::ShutDown;
                Ok(Value::Null)
            }
            (State::Running, "textDocument/formatting") => self.formatting(&read(params)?),
            (State::Running, "textDocument/completion") => self.place(params, completion::complete),
            (State::Running, "textDocument/hover") => self.hover(params),
            (State::Running, "textDocument/definition") => {
                let request = self.prepared(params)?;
                Ok(self.definition(&request))
            }
            (State::Running, "textDocument/inlayHint") => Ok(self.hints(&read(params)?)),
            (State::Running, "textDocument/references") => {
                let is_with_row = params["context"]["includeDeclaration"] == true;
                let request = self.prepared(params)?;
                Ok(self.references(&request, is_with_row))
            }
            (State::Running, "textDocument/rename") => {
                let request = self.prepared(params)?;
                self.rename(&request)
            }
            (State::Running, "textDocument/codeAction") => self.actions(params),
            (State::Running, "textDocument/documentSymbol") => self.toml(params, hover::symbols),
            (State::Running, "textDocument/foldingRange") => self.toml(params, hover::folding),
            (State::Running, _) => {
                Err(Failure(ErrorCode::MethodNotFound, format!("unknown method `{method}`")))
            }
        }
    }

    fn initialize(&mut self, params: &Value) -> Value {
        let offered = params["capabilities"]["general"]["positionEncodings"].as_array();
        let mut offered = offered.into_iter().flatten().filter_map(Value::as_str);
        let known =
            offered.find_map(|name| Encoding::ALL.into_iter().find(|encoding| encoding.name() == name));
        self.encoding = known.unwrap_or_default();
        if !self.has_language
            && let Some(locale) = params["locale"].as_str()
        {
            set_language(Some(locale));
        }
        let folders = params["workspaceFolders"].as_array().into_iter().flatten();
        let uris = folders.filter_map(|folder| folder["uri"].as_str()).chain(params["rootUri"].as_str());
        self.workspace.roots = uris.filter_map(path_of).collect();
        self.workspace.roots.sort_unstable();
        self.workspace.roots.dedup();
        json!({
            "serverInfo": { "name": "codes", "version": env!("CARGO_PKG_VERSION") },
            "capabilities": {
                "positionEncoding": self.encoding.name(),
                "textDocumentSync": { "openClose": true, "change": 2, "save": true },
                "documentFormattingProvider": true,
                "completionProvider": { "triggerCharacters": [".", "\"", "{", "["] },
                "hoverProvider": true,
                "definitionProvider": true,
                "inlayHintProvider": true,
                "referencesProvider": true,
                "renameProvider": true,
                "documentSymbolProvider": true,
                "foldingRangeProvider": true,
                "codeActionProvider": { "codeActionKinds": ["quickfix", "refactor"] },
            },
        })
    }

    /// The change that formats a document; `None` if it is not TOML.
    fn formatting(&self, request: &protocol::Request) -> Result<Value, Failure> {
        let nothing = Ok(Value::Null);
        let Some((path, document)) = self.document(request) else { return nothing };
        let text = &document.text;
        let Some(table) = self.table_of(&path) else { return nothing };
        let form = match self.tables.get(&table) {
            Some(analysis) if table != path => fmt::language_file(text, analysis.table()),
            _ => fmt::in_form(text).ok(),
        };
        Ok(form.map_or(Value::Null, |form| Value::Array(document.edit_to(&form, self.encoding))))
    }

    /// The parameters of a request; the table that it is about has been read.
    fn prepared(&mut self, params: Value) -> Result<protocol::Request, Failure> {
        let request = read(params)?;
        self.prepare(&request);
        Ok(request)
    }

    fn hover(&mut self, params: Value) -> Result<Value, Failure> {
        let request = self.prepared(params.clone())?;
        match self.rust_hover(&request) {
            Some(shown) => Ok(shown),
            None => self.place(params, hover::hover),
        }
    }

    /// Answers about a place in a table or a language file.
    fn place(&self, params: Value, answer: impl FnOnce(View<'_>, usize) -> Value) -> Result<Value, Failure> {
        let request: protocol::Request = read(params)?;
        let Some(position) = request.position else { return Ok(Value::Null) };
        Ok(self
            .view(&request)
            .map_or(Value::Null, |(_, _, view)| answer(view, view.document.offset(position, self.encoding))))
    }

    /// Answers about a table or a language file as a whole.
    fn toml(&self, params: Value, answer: fn(&Document, Encoding) -> Value) -> Result<Value, Failure> {
        let request = read(params)?;
        let document = self.document(&request).filter(|(path, _)| self.table_of(path).is_some());
        Ok(document.map_or(Value::Null, |(_, document)| answer(document, self.encoding)))
    }

    fn actions(&mut self, params: Value) -> Result<Value, Failure> {
        let diagnostics = params["context"]["diagnostics"].as_array().cloned().unwrap_or_default();
        let request = self.prepared(params)?;
        let Some(range) = request.range else { return Ok(Value::Null) };
        if let Some(actions) = self.rust_actions(&request) {
            return Ok(actions);
        }
        let Some((_, table_path, view)) = self.view(&request) else { return Ok(Value::Null) };
        let actions = Actions { view, documents: &self.documents, table_path: &table_path };
        Ok(actions.at(view.document.offset(range.start, self.encoding), &diagnostics))
    }

    /// An open table or language file, and the table that it is or belongs to.
    fn view(&self, request: &protocol::Request) -> Option<(PathBuf, PathBuf, View<'_>)> {
        let (path, document) = self.document(request)?;
        let table_path = self.table_of(&path)?;
        let table = self.tables.get(&table_path)?.table();
        let folder = table_path.parent().unwrap_or(Path::new(""));
        let language = table
            .languages
            .iter()
            .find(|language| language.file.as_ref().is_some_and(|file| folder.join(file) == path));
        let language = language.map(|language| language.tag.as_str());
        Some((path, table_path, View { document, table, language, encoding: self.encoding }))
    }

    fn document(&self, request: &protocol::Request) -> Option<(PathBuf, &Document)> {
        let path = path_of(&request.text_document.uri)?;
        let document = self.documents.get(&path)?;
        Some((path, document))
    }

    fn notification(&mut self, Notification { method, params }: Notification) -> Result<(), Error> {
        if self.state != State::Running {
            return Ok(());
        }
        let handled = match method.as_str() {
            "textDocument/didOpen" => match read(params) {
                Ok(opened) => return self.opened(opened),
                Err(failure) => Err(failure),
            },
            "textDocument/didChange" => match read(params) {
                Ok(changed) => return self.changed(changed),
                Err(failure) => Err(failure),
            },
            "textDocument/didClose" => match read(params) {
                Ok(closed) => return self.closed(&closed),
                Err(failure) => Err(failure),
            },
            "workspace/didChangeWatchedFiles" => read(params).map(|files| self.watched(&files)),
            _ => Ok(()),
        };
        match handled {
            Ok(()) => Ok(()),
            Err(Failure(_, reason)) => self.log(&format!("{method}: {reason}")),
        }
    }

    fn opened(&mut self, protocol::Opened { text_document }: protocol::Opened) -> Result<(), Error> {
        let Some(path) = path_of(&text_document.uri) else { return Ok(()) };
        let document = Document::new(text_document.uri, text_document.version, text_document.text);
        self.documents.open(path.clone(), document);
        self.edited(&path)
    }

    /// Looks at a document again.
    fn edited(&mut self, path: &Path) -> Result<(), Error> {
        if is_rust(path) {
            self.rust_changed(path);
            return self.publish(path, &self.rust_diagnostics(path));
        }
        self.tables.touch(path);
        self.want_table_of(path);
        Ok(())
    }

    /// Has the table read that a TOML file is or belongs to.
    fn want_table_of(&mut self, path: &Path) {
        if let Some(table) = self.table_of(path) {
            self.tables.want(&table);
        }
    }

    /// The table that an open TOML file is or belongs to.
    fn table_of(&self, path: &Path) -> Option<PathBuf> {
        if path.extension().is_none_or(|kind| kind != "toml") {
            return None;
        }
        let known = self.tables.paths().into_iter().find(|table| {
            table == path || self.tables.get(table).is_some_and(|analysis| analysis.source_of(path).is_some())
        });
        known.or_else(|| {
            let text = &self.documents.get(path)?.text;
            match role(path, text, &self.documents) {
                Role::Table => Some(path.to_owned()),
                Role::LanguageFile(table) => Some(table),
                Role::Other => None,
            }
        })
    }

    fn changed(
        &mut self,
        protocol::Changed { text_document, content_changes }: protocol::Changed,
    ) -> Result<(), Error> {
        let Some(path) = path_of(&text_document.uri) else { return Ok(()) };
        let Some(document) = self.documents.get_mut(&path) else { return Ok(()) };
        document.change(text_document.version, content_changes, self.encoding);
        self.edited(&path)
    }

    fn closed(&mut self, closed: &protocol::Request) -> Result<(), Error> {
        let Some(path) = path_of(&closed.text_document.uri) else { return Ok(()) };
        self.documents.close(&path);
        self.tables.touch(&path);
        if is_rust(&path) {
            self.workspace.touched(&path);
            self.publish(&path, &[])?;
        }
        let sources: Vec<PathBuf> =
            self.documents.iter().map(|(path, _)| path.to_owned()).filter(|path| is_rust(path)).collect();
        let used: Vec<PathBuf> = sources.iter().flat_map(|path| self.tables_of_source(path)).collect();
        // A table without open files is no longer watched.
        for table in self.tables.paths() {
            let is_open = |path: &Path| self.documents.get(path).is_some();
            let is_needed = is_open(&table)
                || used.contains(&table)
                || self
                    .tables
                    .get(&table)
                    .is_some_and(|analysis| analysis.files.iter().any(|(file, _)| is_open(file)));
            if !is_needed {
                for file in self.tables.forget(&table) {
                    self.publish(&file, &[])?;
                }
            }
        }
        Ok(())
    }

    fn watched(&mut self, files: &protocol::WatchedFiles) {
        for path in files.changes.iter().filter_map(|file| path_of(&file.uri)) {
            self.tables.touch(&path);
            if is_rust(&path) && self.documents.get(&path).is_none() {
                self.workspace.touched(&path);
            }
        }
    }

    fn analysed(&mut self, table: &Path, analysis: Analysis) -> Result<(), Error> {
        self.tables.rest();
        let (before, files) = self.tables.finish(table, analysis, &self.documents);
        // The thread that allocated a table frees it: that is faster, and no request waits for it.
        let _ = before.map(|before| self.jobs.send(Job::Drop(Box::new(before))));
        let Some(analysis) = self.tables.get(table) else { return Ok(()) };
        let mut diagnostics = analysis.diagnostics(&self.documents, self.encoding);
        for (file, source) in files {
            let found = source.map(|source| std::mem::take(&mut diagnostics[source])).unwrap_or_default();
            self.publish(&file, &found)?;
        }
        // The valid names in derives depend on the table.
        for (path, _) in self.documents.iter().filter(|(path, _)| is_rust(path)) {
            if self.tables_of_source(path).iter().any(|known| known == table) {
                self.publish(path, &self.rust_diagnostics(path))?;
            }
        }
        Ok(())
    }

    fn publish(&self, file: &Path, diagnostics: &[Value]) -> Result<(), Error> {
        let mut params = json!({ "uri": self.documents.uri(file), "diagnostics": diagnostics });
        if let Some(document) = self.documents.get(file) {
            params["version"] = document.version.into();
        }
        self.notify("textDocument/publishDiagnostics", params)
    }
}

/// Whether an event cancels the request.
fn cancels(event: &Event, id: &RequestId) -> bool {
    let Event::Received(Received::Message(Message::Notification(notification))) = event else { return false };
    notification.method == "$/cancelRequest"
        && serde_json::from_value::<RequestId>(notification.params["id"].clone())
            .is_ok_and(|canceled| canceled == *id)
}

/// The reason why a request cannot be answered.
#[derive(Debug)]
struct Failure(ErrorCode, String);

fn read<T: DeserializeOwned>(params: Value) -> Result<T, Failure> {
    serde_json::from_value(params).map_err(|error| Failure(ErrorCode::InvalidParams, error.to_string()))
}
