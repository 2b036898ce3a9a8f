// Writes the sentences of calls as the generated module does, each as a JSON string.

export function sentences(code, lines) {
  const argument = (given) => {
    if ("text" in given) return given.text;
    if ("integer" in given) return BigInt(given.integer);
    if ("decimal" in given) return given.decimal;
    if ("seconds" in given) return { seconds: BigInt(given.seconds), nanoseconds: given.nanoseconds };
    if ("list" in given) return given.list;
    return code.localized(given.value, argumentsOf(given));
  };
  const argumentsOf = (call) =>
    Object.fromEntries(Object.entries(call.arguments).map(([name, given]) => [name, argument(given)]));
  const sentence = (call) => {
    if (call.help) return code.helpOf(call.value, argumentsOf(call), call.language);
    const sentence = code.formatOf(call.value, argumentsOf(call), call.language);
    const inherited = code.formatOf(call.value, Object.create(argumentsOf(call)), call.language);
    if (inherited !== code.formatOf(call.value, {}, call.language)) throw new Error(`inherited arguments: ${inherited}`);
    if (call.value === 1 && code.counted(argumentsOf(call), call.language) !== sentence) throw new Error(sentence);
    if (call.value === 150 && code.ranged(argumentsOf(call), call.language) !== sentence) throw new Error(sentence);
    return sentence;
  };
  const calls = lines.split("\n").slice(0, -1).map((line) => JSON.parse(line));
  return calls.map((call) => JSON.stringify(sentence(call)) + "\n").join("");
}
