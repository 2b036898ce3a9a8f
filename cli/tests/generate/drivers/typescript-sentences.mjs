// Writes the sentences of the calls on standard input as the generated module does, each as a JSON string.
import { readFileSync, writeSync } from "node:fs";
import * as code from "./generated.js";

function argument(given) {
  if ("text" in given) return given.text;
  if ("integer" in given) return BigInt(given.integer);
  if ("decimal" in given) return given.decimal;
  if ("seconds" in given) return { seconds: BigInt(given.seconds), nanoseconds: given.nanoseconds };
  if ("list" in given) return given.list;
  return code.localized(given.value, argumentsOf(given));
}

const argumentsOf = (call) =>
  Object.fromEntries(Object.entries(call.arguments).map(([name, given]) => [name, argument(given)]));

const calls = readFileSync(0, "utf8").split("\n").slice(0, -1).map((line) => JSON.parse(line));
const sentences = calls.map((call) => {
  if (call.help) return JSON.stringify(code.helpOf(call.value, argumentsOf(call), call.language));
  const sentence = code.formatOf(call.value, argumentsOf(call), call.language);
  if (call.value === 1 && code.counted(argumentsOf(call), call.language) !== sentence) throw new Error(sentence);
  if (call.value === 150 && code.ranged(argumentsOf(call), call.language) !== sentence) throw new Error(sentence);
  return JSON.stringify(sentence);
});
for (let rest = Buffer.from(sentences.join("\n") + "\n"); rest.length > 0; rest = rest.subarray(writeSync(1, rest)));
