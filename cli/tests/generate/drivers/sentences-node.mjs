// The sentences of the calls on standard input, in Node.
import { readFileSync, writeSync } from "node:fs";
import * as code from "./generated.js";
import { sentences } from "./sentences.mjs";

const written = sentences(code, readFileSync(0, "utf8"));
for (let rest = Buffer.from(written); rest.length > 0; rest = rest.subarray(writeSync(1, rest)));
