// Runs a program that was built for WebAssembly: `node run.mjs FILE`. The host, such as a page, provides `putchar`.
import { readFile } from "node:fs/promises";

const bytes = [];
const imports = { env: { putchar: (byte) => bytes.push(byte) } };
const { instance } = await WebAssembly.instantiate(await readFile(process.argv[2]), imports);
instance.exports.main(1, 0);
process.stdout.write(Buffer.from(bytes));
