// Whether values that serde writes match the schemas of schemars. `.ci/schema` installs the validator, ajv.

const { readdirSync, readFileSync } = require("node:fs");
const Ajv = require("ajv/dist/2020");

const read = (file) => JSON.parse(readFileSync(`${__dirname}/${file}`, "utf8"));

let count = 0;
for (const file of readdirSync(__dirname).filter((file) => file.endsWith(".schema.json"))) {
  const isValid = new Ajv({ strict: true }).compile(read(file));
  const { written, refused } = read(file.replace(".schema.", ".values."));
  for (const value of [...written, ...refused]) {
    if (isValid(value) !== written.includes(value)) {
      console.error(`${file}: ${JSON.stringify(value)} should be ${written.includes(value) ? "valid" : "refused"}`);
      process.exitCode = 1;
    }
    count += 1;
  }
}
console.log(`${count} values, by the schemas of their registries`);
if (count === 0) process.exitCode = 1;
