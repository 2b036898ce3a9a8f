// The bundled extension for VS Code with the real client and server. The API of VS Code is that of jest-mock-vscode, whose
// types are those of VS Code; registrations and events are here. `.ci/editors` runs it:
//
//     node vscode.cjs EXTENSION PROJECT
//
// A failed step throws, so that the program ends with 1.

const assert = require("node:assert");
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");

const [extension, project] = process.argv.slice(2).map((folder) => path.resolve(folder));
const mock = require(path.join(extension, "node_modules/jest-mock-vscode"));

// Functions that nobody defines below return nothing.
const api = mock.createVSCodeMock({ fn: (implementation) => (...args) => implementation?.(...args) });
const nothing = () => new api.Disposable(() => {});

const providers = {};
for (const name of Object.keys(api.languages).filter((name) => name.startsWith("register"))) {
  api.languages[name] = (_selector, provider) => {
    providers[name.replace(/^register(.*?)(Edit|Item)?s?Provider$/, "$1")] = provider;
    return nothing();
  };
}
const diagnostics = new Map();
api.languages.createDiagnosticCollection = (name) => ({
  name,
  set: (uri, found) => diagnostics.set(uri.toString(), found ?? []),
  delete: (uri) => diagnostics.delete(uri.toString()),
  clear: () => diagnostics.clear(),
  dispose: () => diagnostics.clear(),
});
const fits = (filter, document) =>
  (!filter.language || filter.language === document.languageId) && (!filter.pattern || document.fileName.endsWith(".toml"));
api.languages.match = (selector, document) => ([selector].flat().some((filter) => fits(filter, document)) ? 10 : 0);

const events = {};
for (const owner of [api.workspace, api.window]) {
  for (const name of Object.keys(owner).filter((name) => /^on(Did|Will)/.test(name))) {
    events[name] = new api.EventEmitter();
    owner[name] = events[name].event;
  }
}
api.workspace.setWorkspaceFolders([{ uri: api.Uri.file(project), name: "mail", index: 0 }]);
api.workspace.createFileSystemWatcher = () => ({
  onDidCreate: nothing, onDidChange: nothing, onDidDelete: nothing, dispose: () => {},
});
api.workspace.getConfiguration = () => ({ get: (_name, otherwise) => otherwise });
api.window.createOutputChannel = (name) =>
  new Proxy({ name }, { get: (channel, key) => (key in channel ? channel[key] : (text) => key === "error" && console.error(text)) });
api.window.showInputBox = async () => "2001";
api.env = { language: "en", appName: "test", uriScheme: "vscode" };
const commands = {};
api.commands.registerCommand = (name, command) => {
  commands[name] = command;
  return nothing();
};
const tasks = [];
api.tasks.executeTask = async (task) => tasks.push(task.execution);
// Classes that the package lacks: each has the arguments of its constructor as properties.
const record = (...names) =>
  class {
    constructor(...values) {
      names.forEach((name, at) => (this[name] = values[at]));
    }
  };
api.ProcessExecution = record("process", "args", "options");
api.Task = record("definition", "scope", "name", "source", "execution");
api.Hover = record("contents", "range");
api.InlayHint = record("position", "label", "kind");
api.CancellationTokenSource = require(path.join(extension, "node_modules/vscode-jsonrpc/node")).CancellationTokenSource;
const vscode = new Proxy(api, { get: (known, name) => known[name] ?? (/^[A-Z]/.test(name) ? record() : undefined) });
const load = Module._load;
Module._load = (request, ...rest) => (request === "vscode" ? vscode : load(request, ...rest));

async function until(what, condition) {
  for (let tries = 0; tries < 600; tries++) {
    if (condition()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.fail(`timed out: ${what}`);
}

function open(file, language) {
  const uri = api.Uri.file(path.join(project, file));
  const document = mock.createTextDocument(uri, fs.readFileSync(uri.fsPath, "utf8"), language, 1);
  api.workspace.textDocuments.push(document);
  events.onDidOpenTextDocument.fire(document);
  return document;
}

/** Replaces a text in the editor; the file stays as it is. */
function replace(document, old, text) {
  const whole = document.getText();
  const start = whole.indexOf(old);
  assert.ok(start >= 0, old);
  const range = new api.Range(document.positionAt(start), document.positionAt(start + old.length));
  const changed = mock.createTextDocument(
    document.uri, whole.replace(old, () => text), document.languageId, document.version + 1,
  );
  api.workspace.textDocuments.splice(api.workspace.textDocuments.indexOf(document), 1, changed);
  const contentChanges = [{ range, rangeOffset: start, rangeLength: old.length, text }];
  events.onDidChangeTextDocument.fire({ document: changed, contentChanges });
  return changed;
}

const place = (document, text) => document.positionAt(document.getText().indexOf(text));
const found = (document) => diagnostics.get(document.uri.toString());
const token = { isCancellationRequested: false, onCancellationRequested: nothing };

async function main() {
  const client = require(path.join(extension, "out/extension.js"));
  const context = { subscriptions: [] };
  await client.activate(context);

  // An error appears while it is typed, and disappears when it is undone.
  let table = open("codes.toml", "toml");
  await until("the first diagnostics", () => found(table)?.length === 0);
  const italian = table.getText().split("\n").find((line) => line.startsWith('message.it = "impossibile'));
  table = replace(table, `${italian}\n`, "");
  await until("an error for the missing text", () => found(table)?.some((error) => error.message.includes("`it`")));
  table = replace(table, "[code.2001]", `[code.2001]\n${italian}`);
  await until("no error", () => found(table)?.length === 0);

  // From a variant to its row.
  const source = open("src/main.rs", "rust");
  const variant = place(source, "NotFound { path: std");
  const definition = [await providers.Definition.provideDefinition(source, variant, token)].flat()[0];
  assert.equal((definition.uri ?? definition.targetUri).fsPath, table.fileName);
  const hover = await providers.Hover.provideHover(source, variant, token);
  assert.match([hover.contents].flat().map((part) => part.value ?? part).join("\n"), /2001 NOT_FOUND/);
  const all = new api.Range(0, 0, source.lineCount, 0);
  assert.ok((await providers.InlayHint.provideInlayHints(source, all, token)).length > 0, "hints");

  // Completion inside a message, and references of a row.
  const symbol = place(table, "NOT_FOUND");
  const items = await providers.Completion.provideCompletionItems(table, place(table, "symbol"), token, { triggerKind: 0 });
  assert.ok((items.items ?? items).length > 0, "completion");
  const uses = await providers.Reference.provideReferences(table, symbol, { includeDeclaration: true }, token);
  assert.ok(uses.some((use) => use.uri.fsPath === source.fileName), "references");

  // A rename changes the table and the source.
  const renamed = await providers.Rename.provideRenameEdits(table, symbol, "MISSING", token);
  const files = renamed.entries().map(([uri]) => path.relative(project, uri.fsPath)).sort();
  assert.deepEqual(files, ["codes.toml", "src/main.rs"]);

  // The commands run the tool on the table.
  api.window.activeTextEditor = { document: table };
  await commands["codes.check"]();
  await commands["codes.explain"]();
  await commands["codes.openPage"]();
  const [check, explain, page] = tasks;
  assert.deepEqual([check.args, explain.args], [["check", table.fileName], ["explain", "2001", table.fileName]]);
  assert.deepEqual(page.args, ["explain", "2001", "--open", table.fileName]);
  execFileSync(check.process, check.args, { cwd: check.options.cwd });
  assert.match(execFileSync(explain.process, explain.args, { encoding: "utf8" }), /NOT_FOUND/);

  // The server can be restarted, and ends with the extension.
  await commands["codes.restart"]();
  await until("the table is read again", () => found(table)?.length === 0);
  await client.deactivate();
}

main().then(
  () => {
    console.log("the extension for VS Code works");
    process.exit(0);
  },
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
