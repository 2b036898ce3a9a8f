import { readFileSync } from "node:fs";

const REASON = "perché così è";

/** Every row of the table, both ends of every range and their neighbours, in every way of the example. */
export async function cases(address) {
  const rows = await (await fetch(new URL("rows.json", address))).json();
  const ends = rows.flatMap(({ first, last }) => [first - 1, first, last, last + 1]);
  const codes = [...new Set([0, 65535, ...ends])].filter((code) => code >= 0 && code <= 65535);
  const reason = (length) => ({ code: 1000, reason: "è".repeat(length / 2) + "e".repeat(length % 2) });
  return [
    ...codes.sort((a, b) => a - b).map((code) => ({ way: "send", code, reason: REASON })),
    ...codes.map((code) => ({ way: "wait", code, reason: REASON })),
    ...["send", "wait"].flatMap((way) => [0, 123, 124].map((length) => ({ way, ...reason(length) }))),
    ...["empty", "half", "cut"].map((way) => ({ way })),
    { way: "not-utf8", code: 1000 },
    { way: "not-utf8", code: 1006 },
  ];
}

/**
 * Lets a connection end in each of these ways, and compares the event or exception with the prediction.
 *
 * The differences must be those of the file, which lists the reasons; `throws` is the expected behaviour of the peer's `close()`.
 */
export async function compare(address, file, end, throws) {
  const differences = [];
  const all = await cases(address);
  for (const wish of all) {
    const result = await end(wish);
    const predicted = throws(result.predicted) ? "throws" : event(result.predicted.event);
    const got = result.thrown ? "throws" : event(result.event);
    if (got !== predicted) differences.push(`${wish.way},${wish.code ?? ""},${predicted},${got}`);
  }
  const lines = readFileSync(new URL(file, import.meta.url), "utf8").trimEnd().split("\n").slice(1);
  const listed = lines.map((line) => line.split(",").slice(0, 4).join(","));
  if (listed.join("\n") !== differences.join("\n")) {
    console.error(`differences, but ${file} lists others:\n${differences.join("\n")}`);
    process.exit(1);
  }
  console.log(`${all.length} ends as predicted, but for ${listed.length} that ${file} lists`);
}

function event({ code, reason, wasClean }) {
  return `${code} ${reason === REASON ? "reason" : reason.length} ${wasClean ? "clean" : "unclean"}`;
}
