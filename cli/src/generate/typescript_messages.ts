
/** The parts of a text in a language: what a message shows of another message. `localized` returns one. */
export type Localized = (language: string) => readonly string[];

/** A duration. */
export interface Duration {
  readonly seconds: number | bigint;
  readonly nanoseconds?: number;
}

/** Arguments by name. A number that is not an integer may be passed as decimal text, which keeps its digits. */
export type Arguments = Readonly<Record<string, Argument>>;

export type Argument = string | number | bigint | Duration | Localized | readonly (string | Localized)[];

type Kind = "text" | "integer" | "number" | "count" | "quantity" | "bytes" | "duration" | "and-list" | "or-list";

«words_type»/** Texts, and the indices of arguments. */
type Sentence = readonly (string | number)[];

interface Choice {
  readonly by: "plural" | "ordinal" | "select";
  readonly argument: number;
  readonly cases: readonly (readonly [string, Sentence | Choice])[];
  readonly other: Sentence | Choice;
}

interface Message {
  readonly arguments: readonly (readonly [string, Kind | Words])[];
«sentences»}

interface NumberFormat {
  readonly zero: number;
  readonly decimal: string;
  readonly group: string;
  readonly minus: string;
  readonly infinity: string;
  readonly nan: string;
  readonly lastGroup: number;
  readonly otherGroups: number;
  readonly firstGroup: number;
}

/** The texts between items: of a pair, after the first, between others, before the last; and how the last one changes. */
type ListFormat = readonly [string, string, string, string, string];

interface Speech {
  readonly rightToLeft: boolean;
«chain_field»  readonly plural: readonly number[];
  readonly ordinal: readonly number[];
  readonly number: NumberFormat;
  readonly lists: readonly [ListFormat, ListFormat];
  readonly sizes: readonly string[];
  readonly durations: readonly string[];
  readonly durationPair: string;
}

«speeches»
/** The message of the value with arguments, in the best matching language; its description if it has no message. */
export function formatOf(value: «value», args: Arguments, language: string = LANGUAGES[0]): string | undefined {
  return rowOf(value) && localized(value, args)(language).join("");
}

/** The message of the value as an argument of another message. */
export function localized(value: «value», args: Arguments): Localized {
  return (language) => {
    const row = rowOf(value);
    if (row?.message !== undefined) return messageParts(row.message, withValue(value, args), language);
    return [«text_of_row»?.description ?? ""];
  };
}

/** Adds the value«own_parts» to the arguments of the message of a range. Arguments that are passed take precedence. */
function withValue(value: «value», args: Arguments): Arguments {
  return CODES.has(value) ? args : { value: String(value), «own»...args };
}
«help»«functions»
function write(message: Message, args: Arguments, language: string): string {
  return messageParts(message, args, language).join("");
}

function messageParts(message: Message, args: Arguments, language: string): string[] {
«find_sentence»  while (!Array.isArray(branch)) {
    branch = choose(branch as Choice, message, args, speech);
  }
  return (branch as Sentence).flatMap((part) => {
    if (typeof part === "string") return [part];
    const [name, kind] = message.arguments[part] as readonly [string, Kind | Words];
    const argument = argumentOf(args, name);
    return argument === undefined ? [`{${name}}`] : argumentParts(argument, kind, speech, tag);
  });
}

/** An argument may have the name of a property that every object inherits, such as `constructor`. */
function argumentOf(args: Arguments, name: string): Argument | undefined {
  return Object.prototype.hasOwnProperty.call(args, name) ? args[name] : undefined;
}

function choose(choice: Choice, message: Message, args: Arguments, speech: Speech): Sentence | Choice {
  const argument = argumentOf(args, (message.arguments[choice.argument] as readonly [string, Kind | Words])[0]);
  const text = argument === undefined ? undefined : shown(argument);
  if (text === undefined) return choice.other;
  const category = choice.by === "select" ? undefined : categoryOf(text, speech[choice.by]);
  const isNumber = (key: string) => choice.by === "select" || /^[0-9]/.test(key);
  const found = choice.cases.find(([key]) => (isNumber(key) ? key === text : key === category));
  return found === undefined ? choice.other : found[1];
}

/** A text or a number as a program without languages shows it; `undefined` for other arguments. */
function shown(argument: Argument): string | undefined {
  if (typeof argument === "string") return argument;
  if (argument === Infinity) return "inf";
  if (argument === -Infinity) return "-inf";
  if (typeof argument === "number" && Object.is(argument, -0)) return "-0";
  return typeof argument === "number" || typeof argument === "bigint" ? argument.toString() : undefined;
}

function argumentParts(argument: Argument, kind: Kind | Words, speech: Speech, tag: string): string[] {
  if (typeof argument === "function") return isolated(argument(tag), speech.rightToLeft);
  if (typeof kind === "object") {
    const word = shown(argument) ?? "";
    return isolated([«word_name»], speech.rightToLeft);
  }
  switch (kind) {
    case "and-list":
    case "or-list":
      return listParts(argument as readonly (string | Localized)[], speech.lists[kind === "and-list" ? 0 : 1], speech, tag);
    case "duration":
      return isolated(durationParts(argument as Duration, speech), speech.rightToLeft);
    case "bytes":
      return isolated(sizeParts(BigInt(argument as number | bigint | string), speech), speech.rightToLeft);
    case "count":
    case "quantity":
      return isolated(decimalParts(shown(argument) ?? "", speech.number), speech.rightToLeft);
    default:
      return isolated([shown(argument) ?? ""], speech.rightToLeft);
  }
}

/** Isolates a text in a sentence written from right to left, and one that may change the direction in any other. */
function isolated(parts: readonly string[], rightToLeft: boolean): string[] {
  const out: string[] = rightToLeft ? ["\u2068"] : [];
  let isOpen = rightToLeft;
  let own = 0;
  for (const part of parts) {
    if (!isOpen && CHANGES_DIRECTION.test(part)) {
      isOpen = true;
      out.push("\u2068");
    }
    if (!isOpen) {
      out.push(part);
      continue;
    }
    for (const piece of part.match(/[^\u2066-\u2069]*[\u2066-\u2069]|[^\u2066-\u2069]+/g) ?? []) {
      out.push(piece);
      const mark = piece[piece.length - 1] as string;
      if (mark === "\u2069") {
        if (own === 0) out.push("\u2068");
        else own -= 1;
      } else if ("\u2066" <= mark && mark <= "\u2068") {
        own += 1;
      }
    }
  }
  return [...out, ..."\u2069".repeat(own + (isOpen ? 1 : 0))];
}

const CHANGES_DIRECTION =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}\u200f\u202a-\u202e\u2066-\u2069]/u;

/** A decimal number as the language writes it; another text as it is. */
function decimalParts(text: string, format: NumberFormat): string[] {
  const found = /^(-?)([0-9]+)(?:(\.)([0-9]*))?$/.exec(text);
  if (found === null) {
    if (text === "NaN" || text === "-NaN") return [format.nan];
    if (text === "inf" || text === "-inf") return text === "inf" ? [format.infinity] : [format.minus, format.infinity];
    return [text];
  }
  const [, minus, whole, point, fraction] = found as unknown as [string, string, string, string?, string?];
  const parts = minus === "" ? [] : [format.minus];
  parts.push(grouped(whole, format));
  if (point !== undefined) parts.push(format.decimal, digits(fraction ?? "", format));
  return parts;
}

function grouped(whole: string, format: NumberFormat): string {
  let rest = whole;
  if (rest.length < format.lastGroup + format.firstGroup) return digits(rest, format);
  const groups = [rest.slice(-format.lastGroup)];
  rest = rest.slice(0, -format.lastGroup);
  while (rest !== "") {
    groups.unshift(rest.slice(-format.otherGroups));
    rest = rest.slice(0, -format.otherGroups);
  }
  return groups.map((group) => digits(group, format)).join(format.group);
}

function digits(text: string, format: NumberFormat): string {
  if (format.zero === 48) return text;
  return [...text].map((digit) => String.fromCodePoint(format.zero + Number(digit))).join("");
}

function sizeParts(bytes: bigint, speech: Speech): string[] {
  const magnitude = bytes < 0n ? -bytes : bytes;
  let [unit, power] = [0, 1n];
  while (unit + 1 < speech.sizes.length && magnitude >= power * 1000n) {
    unit += 1;
    power *= 1000n;
  }
  const round = (step: bigint) => {
    const [whole, rest] = [magnitude / step, magnitude % step];
    return whole + (rest * 2n > step || (rest * 2n === step && whole % 2n === 1n) ? 1n : 0n);
  };
  let tenths = magnitude * 10n;
  if (power !== 1n) {
    tenths = round(power / 10n);
    if (tenths >= 100n) tenths = round(power) * 10n;
  }
  if (tenths >= 10_000n && unit + 1 < speech.sizes.length) {
    unit += 1;
    tenths = 10n;
  }
  return unitParts(speech.sizes[unit] as string, bytes < 0n, tenths / 10n, tenths % 10n, speech);
}

function durationParts(duration: Duration, speech: Speech): string[] {
  const seconds = BigInt(duration.seconds);
  const nanoseconds = BigInt(duration.nanoseconds ?? 0);
  const values = [
    seconds / 86_400n,
    (seconds / 3600n) % 24n,
    (seconds / 60n) % 60n,
    seconds % 60n,
    nanoseconds / 1_000_000n,
    (nanoseconds / 1000n) % 1000n,
    nanoseconds % 1000n,
  ];
  const unit = (index: number) =>
    unitParts(speech.durations[index] as string, false, values[index] as bigint, 0n, speech);
  const first = values.findIndex((value) => value > 0n);
  if (first < 0) return unit(3);
  if ((values[first + 1] ?? 0n) === 0n) return unit(first);
  const [before, after] = split(speech.durationPair, "{1}");
  return [...unit(first), before, ...unit(first + 1), after];
}

function unitParts(forms: string, isNegative: boolean, whole: bigint, tenth: bigint, speech: Speech): string[] {
  const text = `${isNegative ? "-" : ""}${whole}${tenth > 0n ? `.${tenth}` : ""}`;
  const find = (name: string) => forms.split("|").find((form) => form.startsWith(`${name}=`))?.slice(name.length + 1);
  const form = find(categoryOf(text, speech.plural) ?? "other") ?? find("other") ?? "";
  if (!form.includes("{0}")) return [form];
  const [before, after] = split(form, "{0}");
  return [before, ...decimalParts(text, speech.number), after];
}

function listParts(items: readonly (string | Localized)[], format: ListFormat, speech: Speech, tag: string): string[] {
  const last = items.length - 1;
  const pattern = (index: number) => format[items.length === 2 ? 0 : index === last ? 3 : index === 1 ? 1 : 2] as string;
  const out: string[] = [];
  items.forEach((item, index) => {
    const text = typeof item === "function" ? item(tag) : [item];
    if (index > 0) {
      const before = split(pattern(index), "{1}")[0];
      out.push(index === last ? connective(before, format[4], text.join("")) : before);
    }
    out.push(...isolated(text, speech.rightToLeft));
  });
  for (let index = last; index > 0; index -= 1) out.push(split(pattern(index), "{1}")[1]);
  return out;
}

/** The text before the last item, which may depend on the sound that this begins with. */
function connective(text: string, elision: string, item: string): string {
  const changes: Record<string, readonly [string, string, RegExp]> = {
    "es-and": [" y ", " e ", /^(?:i|hi(?![ae]))/i],
    "es-or": [" o ", " u ", /^(?:o|8|ho|11(?:[. \u00a0]?[0-9]{3})*(?:,[0-9]*)?(?![.,0-9]))/i],
    "it-and": [" e ", " ed ", /^[eE\u00e8\u00e9\u00c8\u00c9]/],
    "he-and": [" \u05d5", " \u05d5\u2011", /^[^\u0591-\u05c7\u05d0-\u05ea\u05ef-\u05f4\ufb1d-\ufb36\ufb38-\ufb3c\ufb3e\ufb40\ufb41\ufb43\ufb44\ufb46-\ufb4f]/],
  };
  const change = changes[elision];
  return change !== undefined && change[0] === text && change[2].test(item) ? change[1] : text;
}

function split(pattern: string, placeholder: string): [string, string] {
  const at = pattern.indexOf(placeholder);
  return at < 0 ? [pattern, ""] : [pattern.slice(0, at), pattern.slice(at + placeholder.length)];
}

/** The plural category of a number; `undefined` if the text is not a number. */
function categoryOf(text: string, rules: readonly number[]): string | undefined {
  const found = /^[+-]?([0-9]+)(?:\.([0-9]+))?(?:[ce]([0-9]+))?$/.exec(text);
  if (found === null) return undefined;
  let [whole, fraction] = [found[1] as string, found[2] ?? ""];
  const power = Math.min(Number(found[3] ?? 0), 4294967295);
  if (power > 0) {
    if (fraction.length > 17) return undefined;
    const moved = Math.min(power, fraction.length);
    whole += fraction.slice(0, moved) + "0".repeat(Math.min(power - moved, 17));
    fraction = fraction.slice(moved);
  }
  const trimmed = fraction.replace(/0+$/, "");
  // Rules only compare small numbers and take remainders by small powers of ten.
  const value = (digits: string) => {
    const short = digits.replace(/^0+/, "");
    return short.length > 15 ? 1e15 + Number(short.slice(-14)) : Number(short);
  };
  const operands = [value(whole), fraction.length, trimmed.length, value(fraction), value(trimmed), power, 0, 0];
  // The format is described with `plural` of code-registry-encoding.
  let at = rules[11];
  while (at !== undefined && at < 250) {
    const step = rules.slice(12 + at, 12 + at + 11);
    const [head = 0, yes = 255, no = 255, low = 0, span = 0] = step;
    let number = operands[head & 7] as number;
    const exponent = (head >> 3) & 7;
    if (exponent > 0) number %= 10 ** exponent;
    const wide = (from: number) =>
      (step[from] ?? 0) + (step[from + 1] ?? 0) * 2 ** 8 + (step[from + 2] ?? 0) * 2 ** 16 + (step[from + 3] ?? 0) * 2 ** 24;
    const [first, length] = (head & 64) !== 0 ? [wide(3), wide(7)] : [low, span];
    at = first <= number && number - first <= length ? yes : no;
  }
  return ["zero", "one", "two", "few", "many"][(at ?? 255) - 250] ?? "other";
}
