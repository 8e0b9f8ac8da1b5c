// What ajv says of files by a JSON Schema (draft 2020-12): node validate_with_ajv.mjs SCHEMA FILE...
// It writes a JSON object of the files that the schema refuses; a schema that is itself refused ends it with an error.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

/** @param {string} path @returns {any} */
const read = (path) => JSON.parse(readFileSync(path, "utf-8"));

// Formats are left to the other validator: here they would need a package of their own.
const ajv = new Ajv2020({ allErrors: true, strictTypes: false, strictRequired: false, validateFormats: false });
const [schema = "", ...files] = process.argv.slice(2);
const validate = ajv.compile(read(schema));
/** @type {Record<string, string>} */
const refused = {};
for (const file of files) {
  if (!validate(read(file))) refused[file] = ajv.errorsText(validate.errors);
}
console.log(JSON.stringify(refused));
