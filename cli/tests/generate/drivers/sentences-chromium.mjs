// The sentences of the calls on standard input, in Chromium.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
// The page and its modules are the files of this folder.
await page.route("**/*", (route) => {
  const path = new URL(route.request().url()).pathname;
  return path === "/" ? route.fulfill({ contentType: "text/html", body: "" }) : route.fulfill({ path: `.${path}` });
});
await page.goto("http://codes.test/");
const run = async (lines) => (await import("/sentences.mjs")).sentences(await import("/generated.js"), lines);
const written = await page.evaluate(run, readFileSync(0, "utf8"));
await browser.close();
process.stdout.write(written);
