-- Edits the project of README.md as a user would, with `codes lsp`. `.ci/editors` runs it after the settings of
-- docs/editors.md. A failed step prints why and exits with 1.

local function fail(message)
  io.stderr:write(message .. "\n")
  vim.cmd("cquit 1")
end

-- The settings need Neovim 0.8; Debian has 0.7, which only lacks these helpers.
vim.fs = vim.fs or {
  dirname = function(path) return vim.fn.fnamemodify(path, ":h") end,
  find = function(names) return { vim.fn.getcwd() .. "/" .. names[1] } end,
}
vim.lsp.start = vim.lsp.start or function(settings)
  _G.client = _G.client or vim.lsp.start_client(settings)
  vim.lsp.buf_attach_client(0, _G.client)
end

local function wait(what, condition)
  if not vim.wait(30000, condition, 50) then fail("timed out: " .. what) end
end

local function open(path, filetype)
  vim.cmd("edit " .. path)
  vim.bo.filetype = filetype
  wait("the server starts", function()
    local clients = vim.lsp.buf_get_clients(0)
    local _, client = next(clients)
    return client and client.initialized ~= false and client.server_capabilities
  end)
end

-- Puts the cursor on a text: lines count from 1, columns from 0.
local function go_to(text)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  if vim.fn.search("\\V" .. text, "cW") == 0 then fail("not found: " .. text) end
end

local function request(method, more)
  local params = vim.tbl_extend("force", vim.lsp.util.make_position_params(), more or {})
  local answers = vim.lsp.buf_request_sync(0, method, params, 30000) or {}
  for _, answer in pairs(answers) do
    if answer.error then fail(method .. ": " .. vim.inspect(answer.error)) end
    if answer.result then return answer.result end
  end
  fail(method .. ": no answer")
end

-- An error appears while it is typed, and disappears when it is undone.
open("codes.toml", "toml")
go_to("message.it = \"impossibile")
vim.cmd("normal! dd")
wait("an error for the missing text", function()
  local found = vim.diagnostic.get(0)
  return #found > 0 and found[1].message:find("it", 1, true) ~= nil
end)
vim.cmd("undo")
wait("no error", function() return #vim.diagnostic.get(0) == 0 end)

-- From a variant to its row.
open("src/main.rs", "rust")
go_to("NotFound { path: std")
local definition = request("textDocument/definition")
local place = definition[1] or definition
if not (place.uri or place.targetUri):find("codes.toml", 1, true) then fail(vim.inspect(definition)) end
local hover = vim.inspect(request("textDocument/hover"))
if not hover:find("2001 NOT_FOUND", 1, true) then fail(hover) end

-- Rename a symbol in the table and in the sources.
vim.cmd("edit codes.toml")
go_to("NOT_FOUND")
local edit = request("textDocument/rename", { newName = "MISSING" })
vim.lsp.util.apply_workspace_edit(edit, "utf-16")
vim.cmd("wall")
vim.cmd("qall!")
