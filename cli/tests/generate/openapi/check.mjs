// Whether problem details match the schemas of `codes generate openapi`: the examples of the description, and the bodies of
// examples/web. `.ci/generate` runs it: node check.mjs LENDING.json ADDRESS, in a folder with ajv.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const Ajv = createRequire(`${process.cwd()}/`)("ajv/dist/2020").default;
const [file, address] = process.argv.slice(2);
const description = JSON.parse(readFileSync(file, "utf8"));
const ajv = new Ajv({ strict: false }).addSchema(description, "api");
const isProblem = ajv.getSchema("api#/components/schemas/LendingProblem");

let count = 0;
const check = (place, body, isExpected = true) => {
  count += 1;
  if (isProblem(body) !== isExpected) {
    console.error(`${place}: ${JSON.stringify(body)}`, isProblem.errors);
    process.exitCode = 1;
  }
};

for (const [name, { content }] of Object.entries(description.components.responses)) {
  for (const [key, { value }] of Object.entries(content["application/problem+json"].examples)) {
    check(`${name} ${key}`, value);
    const { detail, ...rest } = value;
    check(`${name} ${key} without detail`, rest, false);
    check(`${name} ${key} with another code`, { ...value, code: 99 }, false);
  }
}
for (const [method, path] of [["GET", "/books/7"], ["GET", "/books/3"], ["GET", "/nope"], ["DELETE", "/books"], ["POST", "/books/1/loans"]]) {
  for (const language of ["en", "it", "de", "fr"]) {
    const response = await fetch(`http://${address}${path}`, { method, headers: { "accept-language": language } });
    const body = await response.json();
    check(`${method} ${path} ${language}`, body);
    check(`${method} ${path} ${language}: status`, body, body.status === response.status);
  }
}
console.log(`${count} bodies match the description, or are refused`);
