import { end } from "./end.js";
import { words } from "./words.js";

const form = document.getElementById("wish");
const outcome = document.getElementById("outcome");
const fields = form.elements;
const rows = await (await fetch("rows.json")).json();
const NEEDS_CODE = ["send", "wait", "not-utf8"];
const NEEDS_REASON = ["send", "wait"];
const MAX_REASON = 123;

let language = navigator.language.startsWith("it") ? "it" : "en";
let shown = null;

/** Creates an element: `element("p", "note", "text", child…)`. */
function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

const say = (key) => words[language][key];

function speak() {
  document.documentElement.lang = language;
  document.title = say("title");
  for (const place of document.querySelectorAll("[data-text]")) place.textContent = say(place.dataset.text);
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", button.dataset.language === language);
  }
  const none = new Option(say("no-row"), "");
  none.disabled = true;
  fields.row.replaceChildren(none, ...rows.map(option));
  update();
  if (shown) show(shown);
}

function option(row) {
  const extent = row.first === row.last ? row.first : `${row.first}–${row.last}`;
  return new Option(`${extent} ${row.name[language]}`, row.own);
}

/** Updates what depends on other fields of the form. */
function update() {
  const code = Number(fields.code.value);
  // An inner row comes after the range around it.
  const row = rows.findLast((row) => row.first <= code && code <= row.last);
  fields.row.value = row?.own ?? "";
  fields.row.disabled = fields.code.disabled = !NEEDS_CODE.includes(fields.way.value);
  fields.reason.disabled = !NEEDS_REASON.includes(fields.way.value);
  const length = new TextEncoder().encode(fields.reason.value).length;
  const room = document.getElementById("room");
  room.textContent = say("room").replace("{length}", length);
  room.className = length > MAX_REASON ? "over" : "";
}

function show(result) {
  shown = result;
  const { predicted } = result;
  if (!predicted) {
    outcome.replaceChildren(element("div", "card bad", say("no-server")));
    return;
  }
  const { asked, delivered } = predicted;
  const [main, other] = result.thrown || asked?.value === result.event.code ? [asked] : [delivered, asked];
  const left = element("div", "", delivery(result));
  if (other) left.append(card(other, say("asked")));
  outcome.replaceChildren(left, card(main));
}

/** The event of the browser, and whether the library predicted it. */
function delivery({ event, thrown, predicted }) {
  const { throws, mistake } = predicted;
  const made = element("section", "card", element("h2", "", say(thrown ? "threw" : "delivered")));
  if (thrown) made.append(element("p", "thrown", thrown));
  else made.append(description(event));
  const same = (key) => event[key] === predicted.event[key];
  const agrees = thrown ? throws : !throws && ["code", "reason", "wasClean"].every(same);
  made.append(element("p", `verdict ${agrees ? "good" : "bad"}`, say(agrees ? "agrees" : "differs")));
  if (mistake && !thrown) {
    const text = say("mistake").replace("{text}", mistake.text[language]).replace("{answer}", mistake.answer);
    made.append(element("p", "note", text));
  }
  return made;
}

function description(event) {
  return element(
    "dl", "event",
    element("dt", "", "code"), element("dd", "value", event.code),
    element("dt", "", "reason"), element("dd", "", JSON.stringify(event.reason)),
    element("dt", "", "wasClean"), element("dd", "", event.wasClean),
  );
}

function card(facts, title = say("table")) {
  const made = element("section", "card", element("h2", "", title));
  made.append(element("p", "name", facts.name[language]));
  made.append(element("p", "symbol", `${facts.value} ${facts.symbol}`));
  made.append(element("p", "", facts.description[language]));
  const help = facts.help[language];
  if (help) made.append(element("p", "", element("b", "", say("help")), ` ${help}`));
  const items = columns(facts).map(([name, value]) => element("li", "", name, element("b", "", value)));
  made.append(element("ul", "facts", ...items));
  for (const note of facts.notes[language]) made.append(element("p", "note", note));
  return made;
}

function columns(facts) {
  const whether = (value) => say(value ? "yes" : "no");
  return [
    [say("status"), say(facts.status)],
    [say("on-wire"), whether(facts.onWire)],
    [say("browser"), whether(facts.browser)],
    ...(facts.setByClientOnly ? [[say("client-only"), say("yes")]] : []),
    ...(facts.setLocallyOnly ? [[say("locally-only"), say("yes")]] : []),
    [say("defined-by"), say(facts.definedBy ?? "nobody")],
    [say("reconnect"), reconnect(facts)],
  ];
}

function reconnect({ reconnect, reconnectFrom, reconnectTo }) {
  return say(`reconnect-${reconnect ?? "unknown"}`).replace("{from}", reconnectFrom).replace("{to}", reconnectTo);
}

form.addEventListener("input", ({ target }) => {
  if (target === fields.row) fields.code.value = target.value;
  update();
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const wish = { way: fields.way.value, code: Number(fields.code.value), reason: fields.reason.value };
  show(await end(WebSocket, new URL("socket", location.href.replace(/^http/, "ws")), wish));
  outcome.scrollIntoView({ block: "nearest" });
});

document.querySelector(".languages").addEventListener("click", ({ target }) => {
  language = target.dataset.language ?? language;
  speak();
});

speak();
