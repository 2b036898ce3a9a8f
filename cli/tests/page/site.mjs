// What readers do with the site of `codes render`, in Chromium: node site.mjs FOLDER WITH_URL
// The tables of both folders are the same, but the second one has the `url` https://example.org/docs/codes/{language}/{value}/.
// With SCREENSHOTS=FOLDER, it also writes pictures of pages with explanations.

import { readFileSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { deepStrictEqual as expect } from "node:assert";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const [folder, withUrl] = process.argv.slice(2).map((folder) => resolve(folder));
const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json" };
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

/** Serves a folder below a path as most hosts do: an index for a folder, 404.html for anything else. */
async function serve(folder, base) {
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const address = /%(?![0-9a-f]{2})/i.test(pathname) ? pathname : decodeURIComponent(pathname);
    let path = join(folder, address.slice(base.length));
    let status = 200;
    try {
      if (!address.startsWith(base)) throw new Error("outside the site");
      if ((await stat(path)).isDirectory()) path = join(path, "index.html");
      await stat(path);
    } catch {
      [path, status] = [join(folder, "404.html"), 404];
    }
    response.writeHead(status, { "content-type": TYPES[extname(path)] ?? "text/plain" });
    response.end(await readFile(path));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return server;
}

const originOf = (server) => `http://127.0.0.1:${server.address().port}`;
const server = await serve(folder, "/");
const origin = originOf(server);
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });

for (const part of [search, navigation, missing, withoutScript, everybody, explanations, sizes]) {
  const start = performance.now();
  await part();
  await Promise.all(browser.contexts().map((context) => context.close()));
  console.log(`${part.name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
await browser.close();
server.close();

async function open(path, options = {}) {
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => { throw error; });
  await page.goto(`${origin}/${path}`);
  return page;
}

function path(page) {
  return new URL(page.url()).pathname;
}

async function search() {
  const page = await open("en/");
  for (const query of ["1006", "#1006", "0x3EE", "CLOSE_ABNORMAL", "abnormal", "anomala"]) {
    await page.goto(`${origin}/en/`);
    await page.fill("input", query);
    await page.press("input", "Enter");
    await page.waitForURL("**/en/1006/");
  }
  await page.fill("input", "3500");
  await page.waitForSelector(".results a");
  expect(await page.locator(".results .value").allTextContents(), ["3000–3999"]);
  await page.fill("input", "no such words");
  await page.waitForFunction(() => document.querySelector(".nothing").textContent !== "");
}

async function navigation() {
  const page = await open("it/1006/");
  expect(await page.locator("h1 .value").textContent(), "1006");
  await page.click("[rel=next]");
  await page.waitForURL("**/it/1007/");
  await page.goBack();
  expect(path(page), "/it/1006/");
  await page.goForward();
  await page.reload();
  expect(path(page), "/it/1007/");
  await page.click(".languages [hreflang=en]");
  await page.waitForURL("**/en/1007/");
  await page.goto(`${origin}/en/#0x3EE`);
  await page.waitForURL("**/en/1006/");
}

/** A missing address at any depth, of a site with and without a `url`, at the root of its server or below. */
async function missing() {
  const findsBelow = async (site) => {
    const server = await serve(site, "/docs/codes/");
    await finds(originOf(server), "/docs/codes/");
    server.close();
  };
  await Promise.all([finds(origin, "/"), findsBelow(folder), findsBelow(withUrl)]);
  const below = await serve(withUrl, "/docs/codes/");
  const page = await open("404.html", { javaScriptEnabled: false });
  await page.goto(`${originOf(below)}/docs/codes/it/no/such/page`);
  expect(await page.locator(".home").evaluate((home) => getComputedStyle(home).fontWeight), "600");
  await page.click("main a");
  expect(path(page), "/docs/codes/en/");
  below.close();
}

async function finds(origin, base) {
  const page = await open("404.html");
  for (const [address, found] of [["1006.html", "en/1006/"], ["it/1006.html", "it/1006/"], ["it/a/b/CLOSE_ABNORMAL/", "it/1006/"], ["it/1006/100%", "it/1006/"]]) {
    const about = `${base}${address}`;
    await page.goto(`${origin}${about}`);
    await page.waitForSelector(".found a");
    expect(await page.locator(".found .value").first().textContent(), "1006", about);
    expect(await page.locator(".home").evaluate((home) => getComputedStyle(home).fontWeight), "600", about);
    await page.click(".found a");
    await page.waitForURL(`**${base}${found}`);
    await page.goBack();
    await page.waitForSelector(".found a");
    await page.fill("input", "1009");
    await page.waitForSelector(".results a");
    await page.press("input", "Enter");
    await page.waitForURL(`**${base}${found.replace("1006", "1009")}`);
    await page.goBack();
    await page.waitForSelector(".found a");
    await page.click("main > p > a");
    await page.waitForURL(`**${base}en/`);
    await page.goBack();
    await page.waitForSelector(".found a");
    await page.click(".languages [hreflang=it]");
    await page.waitForURL(`**${base}it/`);
  }
}

async function withoutScript() {
  const page = await open("it/3000-3999/", { javaScriptEnabled: false });
  await page.click(".rows a >> nth=0");
  expect(path(page), "/it/3000/");
  expect(await page.isVisible(".search"), false);
}

/** Nothing sticks out of a phone or a desk, and axe is content, in the light and in the dark. */
async function everybody() {
  const pages = ["en/", "it/", "en/1006/", "it/1006/", "it/1000/", "en/1012/", "en/3000-3999/", "it/4000-4999/", "it/0-999/", "404.html"];
  for (const [at, name] of pages.entries()) {
    const page = await open(name, { viewport: at % 2 ? PHONE : DESKTOP, colorScheme: at % 3 ? "light" : "dark" });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run());
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`), [], name);
    for (const viewport of [PHONE, DESKTOP]) {
      await page.setViewportSize(viewport);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, name);
    }
  }
}

/** Explanations are readable on every screen and on paper, in both languages. */
async function explanations() {
  const pages = ["en/1002/", "it/1003/", "en/1006/", "it/1006/", "en/1007/", "it/1008/", "en/1012-1014/", "it/1015/", "en/3008/", "it/4000-4999/"];
  for (const name of pages) {
    await Promise.all([
      explanation(name, "desktop", { viewport: DESKTOP }, accessible),
      explanation(name, "dark-phone", { viewport: PHONE, colorScheme: "dark" }, accessible, scrolls),
      explanation(name, "without-script", { viewport: PHONE, javaScriptEnabled: false }),
      explanation(name, "paper", { viewport: { width: 700, height: 1000 } }, onPaper),
    ]);
  }
}

async function explanation(name, screen, options, ...checks) {
  const page = await open(name, options);
  const about = `${name} ${screen}`;
  expect(await page.isVisible(".explanation pre"), true, about);
  for (const check of checks) await check(page, about);
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: join(folder, `${name.replaceAll("/", "-")}${screen}.png`), fullPage: true });
  await page.context().close();
}

async function accessible(page, about) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run());
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`), [], about);
  const colors = await page.locator("pre span").evaluateAll((spans) => new Set(spans.map((span) => getComputedStyle(span).color)).size);
  expect(colors > 1, true, about);
}

/** Long lines of code move, not the page, also with the keyboard. */
async function scrolls(page, about) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, about);
  const wide = await page.locator("pre").evaluateAll((all) => all.findIndex((pre) => pre.scrollWidth > pre.clientWidth));
  if (wide === -1) return;
  await page.locator("pre").nth(wide).focus();
  const hasMoved = () => page.evaluate(() => document.activeElement.scrollLeft > 0);
  // A busy browser can lose a key.
  for (let press = 0; press < 20 && !(await hasMoved()); press += 1) {
    await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(200);
  }
  expect(await hasMoved(), true, about);
  await page.evaluate(() => document.activeElement.blur());
}

async function onPaper(page, about) {
  await page.emulateMedia({ media: "print" });
  expect(await page.isVisible(".bar"), false, about);
  expect(await page.locator("pre").evaluateAll((all) => all.every((pre) => pre.scrollWidth <= pre.clientWidth)), true, about);
}

/** Sizes and times are printed, not judged: the machine may be busy. */
async function sizes() {
  for (const name of ["en/", "en/1006/"]) {
    const page = await open(name);
    const [bytes, time] = await page.evaluate(() => {
      const [entry] = performance.getEntriesByType("navigation");
      return [entry.decodedBodySize, entry.loadEventEnd];
    });
    console.log(`${name}: ${bytes} bytes, loaded in ${time.toFixed(0)} ms`);
  }
}
