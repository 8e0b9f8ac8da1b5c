// Writes a Word file for each document in a JSON file, with the script that browsers load.
// Usage: node write_word.mjs WORD.MJS DOCUMENTS.JSON FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [script, documents, folder] = process.argv.slice(2);
const { writeWord } = await import(pathToFileURL(script).href);
for (const [number, document] of JSON.parse(readFileSync(documents, "utf-8")).entries()) {
  writeFileSync(`${folder}/${number}.docx`, Buffer.from(await (await writeWord(document)).arrayBuffer()));
}
