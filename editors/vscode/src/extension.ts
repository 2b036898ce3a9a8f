// Starts `codes lsp`; everything else is in the server.

import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/node";

let client: LanguageClient | undefined;

function command(): string {
  return vscode.workspace.getConfiguration("codes").get<string>("command", "codes");
}

async function start(): Promise<void> {
  client = new LanguageClient(
    "codes",
    "code-registry",
    { command: command(), args: ["lsp"] },
    {
      documentSelector: [
        { scheme: "file", language: "toml" },
        { scheme: "file", pattern: "**/*.toml" },
        { scheme: "file", language: "rust" },
      ],
      synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher("**/*.{toml,lock,rs}") },
    },
  );
  await client.start();
}

// Runs the command on the open file in a terminal, without a shell that would read its arguments.
function run(name: string, args: string[]): void {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const execution = new vscode.ProcessExecution(command(), args, { cwd: folder?.fsPath });
  const task = new vscode.Task({ type: "codes" }, vscode.TaskScope.Workspace, name, "codes", execution);
  void vscode.tasks.executeTask(task);
}

function table(): string[] {
  const file = vscode.window.activeTextEditor?.document;
  return file?.fileName.endsWith(".toml") ? [file.fileName] : [];
}

async function explain(...options: string[]): Promise<void> {
  const code = await vscode.window.showInputBox({ prompt: "A value or a symbol" });
  if (code) {
    run("explain", ["explain", code, ...options, ...table()]);
  }
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("codes.check", () => run("check", ["check", ...table()])),
    vscode.commands.registerCommand("codes.explain", () => explain()),
    vscode.commands.registerCommand("codes.openPage", () => explain("--open")),
    vscode.commands.registerCommand("codes.restart", async () => {
      await client?.stop();
      await start();
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
