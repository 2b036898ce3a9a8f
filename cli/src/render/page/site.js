"use strict";
// Search over `search.json`: numbers in decimal and hexadecimal, symbols, and names in all languages. Every page works
// without this script.
let { root, language } = document.body.dataset;
const form = document.querySelector(".search");
const input = form.querySelector("input");
const results = form.querySelector(".results");
const nothing = form.querySelector(".nothing");
const most = 30;
const isMissing = document.body.classList.contains("missing");
const ready = isMissing ? prepare() : Promise.resolve();
let loading;

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

async function index(folder) {
  const response = await fetch(`${folder}search.json`);
  return response.json();
}

function load() {
  loading ??= ready.then(() => index(root)).then(({ languages, rows }) => {
    const column = Math.max(languages.indexOf(language), 0);
    return rows.map((row) => ({
      ...row,
      page: root + row.pages[column],
      name: row.names[column] ?? row.names[0] ?? "",
      texts: plain([row.label, ...row.symbols, ...row.names].join("\n")),
      exact: [row.label, ...row.values, ...row.symbols].map(plain),
    }));
  });
  return loading;
}

function number(query) {
  try {
    return /^-?(0x[0-9a-f]+|\d+)$/i.test(query)
      ? query.startsWith("-") ? -BigInt(query.slice(1)) : BigInt(query)
      : undefined;
  } catch {
    return undefined;
  }
}

// A row whose value or symbol is the query comes first, then ranges around the number from the inside, then words.
function find(rows, text) {
  const query = plain(text.trim().replace(/^#/, ""));
  if (!query) return [];
  const value = number(query);
  const words = query.split(/\s+/);
  const scored = rows.flatMap((row) => {
    const bounds = row.values.map(number);
    if (row.exact.includes(query) || (value !== undefined && bounds.length === 1 && bounds[0] === value)) return [[0, row]];
    if (value !== undefined && bounds.length === 2 && bounds[0] <= value && value <= bounds[1]) {
      return [[1 + Number(bounds[1] - bounds[0]) / 1e20, row]];
    }
    return words.every((word) => row.texts.includes(word)) ? [[2, row]] : [];
  });
  return scored.sort(([one], [other]) => one - other).map(([, row]) => row).slice(0, most);
}

function entry(row) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const value = document.createElement("span");
  link.href = row.page;
  value.className = "value";
  value.textContent = row.label;
  link.append(value, ` ${row.name}`);
  item.append(link);
  return item;
}

async function show() {
  const query = input.value;
  const found = query.trim() ? find(await load(), query) : [];
  if (query !== input.value) return;
  results.replaceChildren(...found.map(entry));
  results.hidden = found.length === 0;
  nothing.textContent = query.trim() && !found.length ? nothing.dataset.text : "";
}

form.hidden = false;
input.addEventListener("input", show);
input.addEventListener("focus", load, { once: true });
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await show();
  results.querySelector("a")?.click();
});
form.addEventListener("keydown", (event) => {
  const links = [...results.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  if (event.key === "Escape") {
    input.value = "";
    show();
    input.focus();
  } else if (event.key === "ArrowDown" && links.length) {
    links[Math.min(at + 1, links.length - 1)].focus();
    event.preventDefault();
  } else if (event.key === "ArrowUp" && at >= 0) {
    (links[at - 1] ?? input).focus();
    event.preventDefault();
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
    event.preventDefault();
    input.focus();
  }
});
document.addEventListener("click", (event) => {
  if (!form.contains(event.target)) results.hidden = true;
});

// `#1006`, `#0x3EE` and `#CLOSE_ABNORMAL` on an overview lead to the page of the code.
async function follow() {
  const target = decoded(location.hash.slice(1));
  if (!target || document.getElementById(target)) return;
  const [row] = find(await load(), target);
  if (row) location.replace(row.page);
}
addEventListener("hashchange", follow);
follow();

// The page for missing addresses is in the default language, but leads to pages in the language of the address.
async function prepare() {
  const tags = [...document.querySelectorAll(".languages a")].map((link) => link.hreflang);
  language = missingNames().find((name) => tags.includes(name)) ?? language;
  if (!document.querySelector("base")) await findRoot();
}

// Without a `url`, the page does not know the root of the site, which is a folder of the missing address.
async function findRoot() {
  const folders = location.pathname.split("/").slice(0, -1).filter(Boolean);
  for (let depth = folders.length; depth >= 0; depth -= 1) {
    const path = ["", ...folders.slice(0, depth), ""].join("/");
    try {
      await index(path);
    } catch {
      continue;
    }
    root = path;
    for (const link of document.querySelectorAll("a")) link.href = path + link.getAttribute("href");
    return;
  }
}

function missingNames() {
  return location.pathname.split("/").filter(Boolean).map(decoded);
}

// `100%` is an address, too.
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// The codes that the missing address names, last name first.
async function suggest() {
  const rows = await load();
  const found = missingNames().reverse().map((name) => find(rows, name.replace(/\.html$/, ""))).find((rows) => rows.length) ?? [];
  document.querySelector(".found").replaceChildren(...found.map(entry));
}

if (isMissing) suggest();

// Languages by their own names.
for (const link of document.querySelectorAll(".languages a")) {
  try {
    const name = new Intl.DisplayNames([link.lang], { type: "language" }).of(link.lang);
    link.textContent = name.charAt(0).toLocaleUpperCase(link.lang) + name.slice(1);
  } catch {
    // A tag that the browser does not know stays as it is.
  }
}
