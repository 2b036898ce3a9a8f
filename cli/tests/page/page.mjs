// What readers do with the page of `codes render`, in Chromium: node page.mjs FOLDER

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const [folder] = process.argv.slice(2);
const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

for (const part of [search, keys, languages, sameMarkup, links, rightToLeft, paper, withoutScript, markup, everybody, big]) {
  const start = performance.now();
  await part();
  await Promise.all(browser.contexts().map((context) => context.close()));
  console.log(`${part.name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
await browser.close();

async function search() {
  const page = await open("close-codes");
  for (const query of ["1006", "close_abnormal", "abnormal closure", "ABNÓRMAL"]) {
    await page.fill("input", query);
    expect((await visible(page)).includes("1006"), true, query);
    await page.press("input", "Enter");
    expect(await place(page), "#en/1006", query);
  }
  await page.fill("input", "3500");
  expect(await visible(page), ["3000-3999"]);
  expect(await page.textContent("[role=status]"), "Entries shown: 1 of 25");
  await page.fill("input", "no such words");
  expect(await visible(page), []);
  expect(await page.isVisible(".nothing"), true);
  await page.fill("input", "");
  expect((await visible(page)).length, 25);

  // Values with their label and without, of every kind; an alias.
  await finds("spoken", { E2550: "2000-2999", 2550: "2000-2999", "-3": "-9..=-1", forbidden: "2101" });
  await finds("results", { "0x80040001": "0x80040000-0x8004FFFF", "8004FFFE": "0x80040000-0x8004FFFF", s_ok: "0x00000000" });
  await finds("states", { "SQLSTATE 42P99": "42…", "42P99": "42…", relation: "42P01" });
}

async function finds(name, queries) {
  const page = await open(name);
  for (const [query, id] of Object.entries(queries)) {
    await page.fill("input", query);
    expect(await visible(page), [id], query);
  }
}

async function keys() {
  const page = await open("close-codes");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("/");
  await page.keyboard.type("for libraries");
  await page.keyboard.press("ArrowDown");
  expect(await focused(page), "3000–3999");
  await page.keyboard.press("ArrowUp");
  expect(await page.evaluate(() => document.activeElement.localName), "input");
  await page.keyboard.press("Enter");
  expect(await place(page), "#en/3000-3999");
  expect(await focused(page), "3000–3999");
}

async function languages() {
  const italian = await open("close-codes", { locale: "it-CH" });
  expect(await italian.textContent("h1"), "Codici di chiusura WebSocket");

  const page = await open("close-codes", { hash: "1006" });
  await page.evaluate(() => scrollBy(0, 40));
  const before = await top(page, "1006");
  await page.selectOption("select", { index: 1 });
  near(await top(page, "1006"), before);
  expect(await place(page), "#it/1006");
  expect(await page.textContent("[id='1006'] .name"), "Chiusura anomala");
  expect(await page.textContent(".find"), "Numero, simbolo o parole\n");
  expect(await page.title(), "Codici di chiusura WebSocket");
  expect(await page.getAttribute("html", "lang"), "it");
  await page.reload();
  expect(await page.textContent("[id='1006'] .name"), "Chiusura anomala");
  expect((await top(page, "1006")) < DESKTOP.height / 2, true);
}

/** The script writes code and arguments as the markup of the page has them: what it fills in again does not change. */
async function sameMarkup() {
  for (const name of ["close-codes", "spoken", "sentences"]) {
    const page = await open(name, { locale: "en" });
    const texts = () => page.evaluate(() => [...document.querySelectorAll("[data-t]:not([hidden])")].map((place) => place.innerHTML));
    const before = await texts();
    await page.selectOption("select", { index: 1 });
    await page.selectOption("select", { index: 0 });
    expect(await texts(), before, name);
  }
}

async function links() {
  const named = await open("close-codes", { hash: "it/CLOSE_ABNORMAL" });
  expect(await named.locator(".here").getAttribute("id"), "1006");
  const page = await open("close-codes", { hash: "it/3003" });
  expect(await page.textContent("[id='3003'] .name"), "Non consentito");
  await page.click("[id='3003'] .facts .value");
  expect(await place(page), "#it/3000-3999");
  expect(await page.isVisible("[id='3000-3999']"), true);
  await page.goBack();
  expect(await place(page), "#it/3003");
  expect(await page.locator(".here").getAttribute("id"), "3003");
  await page.fill("input", "1000");
  await page.evaluate(() => (location.hash = "#4000-4999"));
  await page.waitForSelector("[id='4000-4999'].here");
  expect((await top(page, "4000-4999")) < DESKTOP.height, true);
}

async function rightToLeft() {
  for (const viewport of [PHONE, DESKTOP]) {
    const page = await open("spoken", { hash: "he/2200", viewport });
    const row = await page.locator("[id='2200']").boundingBox();
    const value = await page.locator("[id='2200'] .top .value").boundingBox();
    expect(value.x > row.x + row.width / 2, true);
    expect(await page.getAttribute("html", "dir"), "rtl");
    // A text that replaces a missing one has its own language and direction.
    expect(await page.getAttribute("html", "lang"), "he");
    expect(await page.getAttribute("[id='2100-2101'] .name", "lang"), "en");
    expect(await page.getAttribute("[id='2100-2101'] .name", "dir"), "ltr");
    expect(await page.getAttribute("[id='2000-2999'] .name", "lang"), null);
  }
}

async function paper() {
  const page = await open("close-codes");
  await page.fill("input", "1006");
  await page.emulateMedia({ media: "print" });
  expect((await page.$$(".row >> visible=true")).length, 25);
  expect(await page.isVisible(".tools"), false);
  expect(await page.isVisible(".columns dd"), true);
}

async function withoutScript() {
  const page = await open("close-codes", { javaScriptEnabled: false, locale: "it" });
  expect(await page.locator("[id='1006'] .name").textContent(), "Abnormal closure");
  expect(await page.locator(".tools").isVisible(), false);
}

/** What tries to be markup is text. */
async function markup() {
  const page = await open("markup");
  expect(await page.textContent("h1"), "<script>alert('title')</script> & {{rows}}");
  expect(await page.textContent("[id='4<i>'] .name"), "</script><script>alert('name')</script>");
  expect(await page.locator("img, b, i, s, [onclick], [href^='javascript:'], [href^='data:']").count(), 0);
  expect(await page.locator("script").count(), 2);
  await page.click("[id='a/\"\\''] .facts .value");
  expect(await page.locator(".here").getAttribute("id"), "4<i>");
  const slash = await open("markup", { hash: "en%2Fa" });
  expect(await slash.locator(".here").getAttribute("id"), "en/a");
}

/** Nothing sticks out of a phone or a desk, and axe is content, in the light and in the dark. */
async function everybody() {
  const phone = { viewport: PHONE, colorScheme: "dark" };
  const desktop = { viewport: DESKTOP, colorScheme: "light" };
  const pages = [["close-codes", "en", phone], ["close-codes", "it", desktop], ["spoken", "he", phone], ["spoken", "ar", desktop], ["markup", "en", phone]];
  for (const [name, language, options] of pages) {
    const page = await open(name, { hash: `${language}/`, ...options });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run());
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
    expect(found, [], `${name} ${language}`);
    for (const viewport of [PHONE, DESKTOP]) {
      await page.setViewportSize(viewport);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, name);
    }
  }
}

/** Times are told, not judged: the machine may be busy. */
async function big() {
  const page = await open("big");
  const times = await page.evaluate(() => {
    const input = document.querySelector("input");
    const query = "argument expected";
    return [...query, ""].map((_, at) => {
      const start = performance.now();
      input.value = query.slice(0, at + 1);
      input.dispatchEvent(new Event("input"));
      document.body.getBoundingClientRect();
      return performance.now() - start;
    });
  });
  expect(await page.evaluate(() => document.querySelectorAll(".row").length), 2004);
  const hits = (await visible(page)).length;
  expect(hits > 0 && hits < 2004, true);
  await page.fill("input", "3998");
  await page.press("input", "Enter");
  expect(await place(page), "#en/3998");
  const far = await open("big", { hash: "it/3998" });
  await far.waitForTimeout(500);
  near(await top(far, "3998"), 128);
  const told = times.map((time) => time.toFixed(0)).join(" ");
  console.log(`2,000 rows × 14 languages: milliseconds a keystroke ${told}`);
}

/** The page, in a context of its own; one that asks for anything but itself, or throws, fails. */
async function open(name, { hash = "", ...options } = {}) {
  const context = await browser.newContext({ locale: "en", viewport: DESKTOP, ...options });
  const page = await context.newPage();
  const address = `file://${resolve(folder, name)}.html`;
  page.on("request", (request) => expect(request.url().split("#")[0], address));
  for (const event of ["pageerror", "dialog"]) page.on(event, (what) => expect(String(what), event));
  page.on("console", (message) => expect(message.text(), "nothing said"));
  await page.goto(hash ? `${address}#${hash}` : address);
  return page;
}

function visible(page) {
  return page.evaluate(() => [...document.querySelectorAll(".row:not([hidden])")].map((row) => row.id));
}

function place(page) {
  return page.evaluate(() => location.hash);
}

function focused(page) {
  return page.evaluate(() => document.activeElement.textContent);
}

function top(page, id) {
  return page.evaluate((id) => document.getElementById(id).getBoundingClientRect().top, id);
}

function near(found, expected) {
  expect(Math.abs(found - expected) < 3, true, `${found}, not ${expected}`);
}

function expect(found, expected, about = "") {
  const [left, right] = [found, expected].map((value) => JSON.stringify(value));
  if (left !== right) throw new Error(`${about}: expected ${right}, found ${left}`);
}
