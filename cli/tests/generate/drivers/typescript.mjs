// Answers for the values on standard input as the generated module does: fields as `length:bytes,`, or `-`.
import { readFileSync, writeSync } from "node:fs";
import * as codes from "./generated.js";

const { labelOf, referencesOf, statusOf, symbolOf, textOf } = codes;

const parse = { number: Number, bigint: BigInt, string: String }[process.argv[2]];
const languages = process.argv.slice(3);
const field = (text) => (text === undefined ? "-" : `${Buffer.byteLength(text)}:${text},`);

// Properties that every object inherits are not languages.
const inherited = ["constructor", "constructor-x", "__proto__"];

const values = readFileSync(0, "utf8").split("\n").slice(0, -1).map(parse);
const answers = values.map((value) => {
  const symbol = symbolOf(value);
  if (!inherited.every((tag) => textOf(value, tag) === textOf(value))) throw new Error(`${value} in an inherited language`);
  const texts = languages.map((language) => textOf(value, language));
  const fields = texts.flatMap((text) => [text?.name, text?.description, text?.help, TEXTS]);
  const cells = [COLUMNS].map((cell) => (cell === undefined ? undefined : String(cell)));
  const references = referencesOf(value).join("\n") || undefined;
  return [symbol, symbol && labelOf(value), statusOf(value), references, ...cells, ...fields].map(field).join("");
});
for (let rest = Buffer.from(answers.join("\n") + "\n"); rest.length > 0; rest = rest.subarray(writeSync(1, rest)));
