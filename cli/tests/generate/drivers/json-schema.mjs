// What the alternatives of the generated schema say of the values on standard input: fields as `length:bytes,`, or `-`.
import { readFileSync, writeSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";

const schema = JSON.parse(readFileSync("generated.json", "utf8"));
const parse = { number: Number, bigint: Number, string: String }[process.argv[2]];
const field = (text) => (text === undefined ? "-" : `${Buffer.byteLength(text)}:${text},`);

const ajv = new Ajv({ strict: true });
const isValid = ajv.compile(schema);
const alternatives = schema.oneOf.map((alternative) => [ajv.compile({ type: schema.type, ...alternative }), alternative]);

const values = readFileSync(0, "utf8").split("\n").slice(0, -1).map(parse);
const answers = values.map((value) => {
  const found = alternatives.filter(([holds]) => holds(value)).map(([, alternative]) => alternative);
  if (isValid(value) !== (found.length === 1)) throw new Error(`${value} is in ${found.length} alternatives`);
  const { $comment, title, description } = found[0] ?? {};
  return [$comment, title, description].map(field).join("");
});
for (let rest = Buffer.from(answers.join("\n") + "\n"); rest.length > 0; rest = rest.subarray(writeSync(1, rest)));
