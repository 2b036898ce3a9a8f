// `examples/close_codes` in Chromium: node browser.mjs ADDRESS

import { chromium } from "playwright-core";
import { compare } from "./cases.mjs";

const [address] = process.argv.slice(2);
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const MORE_FLAGS = ["--disable-component-update", "--disable-sync"];
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: [...FLAGS, ...MORE_FLAGS] });

await everyEnd();
await noTls();
await form("en", "Service restart", "after 5 to 30 seconds");
await form("it", "Riavvio del servizio", "dopo 5–30 secondi");
await browser.close();

/** The events of the browser, and the exceptions of its `close()`. */
async function everyEnd() {
  const page = await open("en");
  const end = (wish) =>
    page.evaluate(async (wish) => {
      const { end } = await import("/end.js");
      return end(WebSocket, `ws://${location.host}/socket`, wish);
    }, wish);
  await compare(address, "chromium.csv", end, (predicted) => predicted.throws);
}

/** A browser does not report 1015, so that a page cannot learn why there was no connection. */
async function noTls() {
  const page = await open("en");
  const event = await page.evaluate(async () => {
    const { end } = await import("/end.js");
    return (await end(WebSocket, `wss://${location.host}/socket`, {})).event;
  });
  expect(JSON.stringify(event), '{"code":1006,"reason":"","wasClean":false}');
}

/** The form on a phone, with the keyboard only. */
async function form(language, name, delay) {
  const page = await open(language, { width: 320, height: 640 });
  await page.focus("[name=code]");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("1012");
  await page.keyboard.press("Tab");
  await page.keyboard.type("à bientôt");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".card");
  expect(await page.textContent(".event .value"), "1012");
  expect(await page.textContent(".verdict.good"), language === "it" ? "✓ come previsto dalla libreria" : "✓ as the library predicted");
  expect(await page.textContent(".name"), name);
  expect(await page.textContent(".facts li:last-child b"), delay);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  expect(await page.evaluate(() => document.body.innerText.includes("undefined")), false);
}

async function open(language, viewport) {
  const page = await browser.newPage({ locale: language, viewport });
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(address);
  await page.waitForSelector("h1:not(:empty)");
  return page;
}

function expect(found, expected) {
  if (found !== expected) throw new Error(`expected ${expected}, found ${found}`);
}
