
"use strict";

/** Languages, the words of the page, every text in every language, and how values are written. */
const data = JSON.parse(document.getElementById("§data").textContent);

const root = document.documentElement;
const input = document.querySelector("input");
const select = document.querySelector("select");
const count = document.querySelector(".count");
const ranges = document.querySelector("nav");
const nothing = document.querySelector(".nothing");
const rows = [...document.querySelectorAll(".row")];
/** Where texts stand, in the order of `data.texts`; where words of the page stand; what may be left without a text. */
const places = [...document.querySelectorAll("[data-t]")];
const words = [...document.querySelectorAll("[data-w]")];
const parts = [...document.querySelectorAll(".parts > div")];
const tags = data.languages.map((language) => language.tag);

/** The language that is shown, as an index. */
let shown = data.shown;
/** What each row can be found by, in the language that is shown; made when somebody searches. */
let index = null;

begin();

function begin() {
  for (const hidden of document.querySelectorAll(".tools, footer")) hidden.hidden = false;
  select.append(...tags.map(option));
  select.closest("label").hidden = tags.length < 2;
  speak(preferred());
  search();
  arrive();
  select.addEventListener("change", () => choose(select.selectedIndex));
  input.addEventListener("focus", prepare);
  input.addEventListener("input", search);
  addEventListener("hashchange", arrive);
  addEventListener("click", follow);
  addEventListener("keydown", press);
}

// Languages.

/** A language under its own name. */
function option(tag, column) {
  const option = new Option(tag, tag);
  try {
    const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag);
    option.text = name[0].toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    // The browser does not know the language: its tag must do.
  }
  option.lang = tag;
  option.dir = data.languages[column].dir;
  return option;
}

/** The first of the reader's languages that the table has: RFC 4647 lookup, then any kin. */
function preferred() {
  for (const wish of navigator.languages) {
    for (let tag = wish; tag; tag = tag.slice(0, Math.max(tag.lastIndexOf("-"), 0))) {
      const column = tags.findIndex((known) => known.toLowerCase() === tag.toLowerCase());
      if (column >= 0) return column;
    }
    const kin = tags.findIndex((known) => known.split("-")[0] === wish.split("-")[0]);
    if (kin >= 0) return kin;
  }
  return data.shown;
}

/** The reader chooses a language: what was read stays where it was on the screen. */
function choose(column) {
  const row = scrollY > 0 ? rows.find((row) => !row.hidden && row.getBoundingClientRect().bottom > edge()) : null;
  const before = row?.getBoundingClientRect().top;
  speak(column);
  search();
  if (row && !row.hidden) scrollBy({ top: row.getBoundingClientRect().top - before, behavior: "instant" });
  history.replaceState(null, "", address(document.querySelector(".here")?.id ?? ""));
}

function speak(column) {
  select.selectedIndex = column;
  if (column === shown) return;
  shown = column;
  index = null;
  const language = data.languages[column];
  root.lang = language.words;
  root.dir = language.dir;
  for (const word of words) word.textContent = say(word.dataset.w);
  places.forEach(fill);
  for (const part of parts) part.hidden = part.querySelector("dd:not([hidden])") === null;
  document.title = document.querySelector("h1").textContent;
}

/** Puts a text in its place; a number is the language whose text replaces a missing one. */
function fill(place, at) {
  let [column, text] = [shown, data.texts[shown][at]];
  if (typeof text === "number") [column, text] = [text, data.texts[text][at]];
  const { tag, dir } = data.languages[column];
  place.hidden = text === null;
  if (tag === root.lang) place.removeAttribute("lang"); else place.lang = tag;
  if (dir === root.dir) place.removeAttribute("dir"); else place.dir = dir;
  place.replaceChildren(...(Array.isArray(text) ? text.map(sentence) : marked(text ?? "", String)));
}

/** A sentence of a message or of a help with arguments, after the choice that leads to it. */
function sentence([choice, text]) {
  const sentence = document.createElement("p");
  if (choice !== "") sentence.append(element("code", "choice", choice), " ");
  sentence.append(...marked(text, withArguments));
  return sentence;
}

/** A text as nodes: backticks enclose code. `part` converts each part of it. */
function marked(text, part) {
  const [first, ...rest] = text.split("`");
  const nodes = [part(first)];
  for (let at = 0; at < rest.length; at += 2) {
    const [code, after] = rest.slice(at, at + 2);
    if (code !== "" && after !== undefined) nodes.push(element("code", "", part(code)), part(after));
    else nodes.push("`", part(code), ...(after === undefined ? [] : ["`", part(after)]));
  }
  return nodes;
}

/** A part of a sentence: a name in braces is an argument, and two braces are one. */
function withArguments(text) {
  const fragment = document.createDocumentFragment();
  for (const [piece, brace] of text.matchAll(/([{}])\1|\{[^}]*\}?|\}|[^{}]+/g)) {
    const isArgument = brace === undefined && /^[{}]/.test(piece);
    fragment.append(isArgument ? element("var", "", piece.replace(/[{}]/g, "")) : brace ?? piece);
  }
  return fragment;
}

function element(tag, name, content) {
  const element = document.createElement(tag);
  if (name !== "") element.className = name;
  element.append(content);
  return element;
}

function say(word) {
  return data.words[data.languages[shown].words][word];
}

// Search.

/** Shows the rows that have every word in them, and the ranges around the value that is asked for. */
function search() {
  const query = input.value.trim();
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  if (wanted.length > 0) prepare();
  const around = new Set(holding(query));
  let found = 0;
  rows.forEach((row, at) => {
    const hit = around.has(row) || wanted.every((word) => index[at].includes(word));
    row.hidden = !hit;
    found += hit;
  });
  nothing.hidden = found > 0;
  if (ranges !== null) ranges.hidden = query !== "";
  count.textContent = say("SHOWN").replace("{shown}", number(found)).replace("{all}", number(rows.length));
}

function prepare() {
  index ??= rows.map(findable);
}

function findable(row) {
  const texts = row.querySelectorAll(":is(h2, h3, h4, h5, h6) > *, .body [data-t], .alias, .status");
  return fold([...texts].map((text) => text.textContent).join("\n"));
}

/** Case and accents do not matter. */
function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function number(count) {
  return count.toLocaleString(root.lang);
}

/** The ranges around a value, the innermost last. */
function holding(query) {
  const value = valueOf(query);
  if (value === null) return [];
  return rows.filter((row) => {
    if (row.dataset.first === undefined) return false;
    const [first, last] = [row.dataset.first, row.dataset.last].map(data.values.text ? String : BigInt);
    return first <= value && value <= last;
  });
}

/** The value that a reader means, with its label or without. */
function valueOf(query) {
  const { before, after, hexadecimal, text } = data.values;
  let digits = query;
  if (before && digits.toLowerCase().startsWith(before.toLowerCase())) digits = digits.slice(before.length);
  if (after && digits.toLowerCase().endsWith(after.toLowerCase())) digits = digits.slice(0, -after.length);
  if (text) return digits === "" ? null : digits;
  if (hexadecimal && /^[0-9a-f]*\d[0-9a-f]*$/i.test(digits)) digits = "0x" + digits;
  return /^(-?\d+|0x[0-9a-f]+)$/i.test(digits) ? BigInt(digits) : null;
}

/** The row that the reader most probably means. */
function best() {
  const query = fold(input.value.trim());
  const visible = rows.filter((row) => !row.hidden);
  return (
    visible.find((row) => names(row).some((name) => fold(name) === query)) ??
    holding(input.value.trim()).at(-1) ??
    visible.find((row) => fold(row.querySelector(".top").textContent).includes(query)) ??
    visible[0]
  );
}

/** The value with its label and without, the symbol and its aliases. */
function names(row) {
  const shown = row.querySelectorAll(".top .value, .top code, .alias");
  return [row.id, ...[...shown].map((name) => name.textContent)];
}

// Places of the page: `#1006`, or by its symbol `#CLOSE_ABNORMAL`; with a language `#it/1006`.

function address(id) {
  return "#" + (tags.length > 1 ? `${tags[shown]}/` : "") + encodeURIComponent(id);
}

/** Shows what the address names. */
function arrive() {
  let name = decoded(location.hash.slice(1));
  // A value may have a slash in it: the language stands before the first one, where the whole names nothing.
  const [tag] = name.split("/", 1);
  if (tag !== name && document.getElementById(name) === null && tags.includes(tag)) {
    name = name.slice(tag.length + 1);
    speak(tags.indexOf(tag));
    search();
  }
  const target = document.getElementById(name) ?? rows.find((row) => names(row).includes(name));
  if (target) reveal(target);
}

function decoded(hash) {
  try {
    return decodeURIComponent(hash);
  } catch {
    // A percent sign that encodes nothing.
    return hash;
  }
}

/** A link inside the page keeps the language. */
function follow(event) {
  const link = event.target.closest('a[href^="#"]');
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (target === null) return;
  event.preventDefault();
  go(target);
}

function go(target) {
  history.pushState(null, "", address(target.id));
  reveal(target);
}

function reveal(target) {
  if (target.hidden) {
    input.value = "";
    search();
  }
  const details = target.closest("details");
  if (details !== null) details.open = true;
  for (const row of rows) row.classList.toggle("here", row === target);
  target.scrollIntoView({ behavior: "instant" });
  const focused = target.querySelector(".top .value") ?? target;
  if (focused === target) target.tabIndex = -1;
  focused.focus({ preventScroll: true });
}

/** Where the tools end that lie over the rows. */
function edge() {
  return document.querySelector(".tools").getBoundingClientRect().bottom;
}

// Keys.

function press(event) {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const searching = event.target === input;
  if (event.key === "/" && isPlain && !event.target.matches("input, select")) {
    input.focus();
    input.select();
  } else if (event.key === "Enter" && searching && !event.isComposing) {
    const row = best();
    if (row) go(row);
  } else if (step && isPlain && (searching || event.target.matches(".top .value"))) {
    move(event.target.closest(".row"), step);
  } else {
    return;
  }
  event.preventDefault();
}

/** To the next row that is shown; above the first one is the search. */
function move(from, step) {
  const visible = rows.filter((row) => !row.hidden);
  const to = from === null ? visible[step > 0 ? 0 : -1] : visible[visible.indexOf(from) + step];
  if (to) to.querySelector(".value").focus(); else if (step < 0) input.focus();
}
