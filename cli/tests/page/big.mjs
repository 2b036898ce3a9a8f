// A table as big as that of a compiler: 2,000 messages in fourteen languages.

const TAGS = ["en", "it", "cs", "de", "es", "fr", "ja", "ko", "pl", "pt-BR", "ru", "tr", "zh-CN", "ar"];
const WORDS = ["type", "argument", "module", "cannot", "expected", "assigned", "property", "declaration"];

const texts = (text) => TAGS.map((tag) => `${tag} = "${text} (${tag})"`).join(", ");
const sentence = (code) => [1, 3, 5, 7, 11].map((step) => WORDS[Math.floor(code / step) % WORDS.length]).join(" ");

console.log(`[registry]\ntitle = { ${texts("Diagnostics")} }\nrepr = "u16"`);
console.log(`languages = [${TAGS.map((tag) => `"${tag}"`).join(", ")}]\nunlisted = "Unlisted"`);
for (let first = 1000; first < 5000; first += 1000) {
  console.log(`[range.${first}-${first + 999}]\nsymbol = "GROUP_${first}"\nname = { ${texts(`Group ${first}`)} }`);
}
for (let code = 1000; code < 5000; code += 2) {
  console.log(`[code.${code}]\nsymbol = "DIAGNOSTIC_${code}"\nmessage = { ${texts(`${sentence(code)} '{0}'`)} }`);
}
