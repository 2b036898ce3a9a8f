// The sentences of the calls on standard input, in Chromium.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const module = (file) => `data:text/javascript;base64,${readFileSync(file).toString("base64")}`;
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
const run = async ([code, driver, lines]) => (await import(driver)).sentences(await import(code), lines);
const written = await page.evaluate(run, [module("generated.js"), module("sentences.mjs"), readFileSync(0, "utf8")]);
await browser.close();
process.stdout.write(written);
