import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import yaml from "js-yaml";
import { describe, expect, test } from "vitest";
import { readSidecar, sidecarSchema } from "../../src/read/sidecar.ts";
import { settingsFrom, settingsSchema } from "../../src/site/model/settings.ts";
import { subjectRulesSchema } from "../../src/site/model/subject-rules.ts";

/** `UPDATE=1` writes the schemas down, on a person's own machine only. */
const recording = process.env.UPDATE === "1" && !process.env.CI;

const root = join(import.meta.dirname, "..", "..");

const valid = (schema: object, text: string): boolean =>
  new Ajv({ strict: false, validateFormats: false }).compile(schema)(yaml.load(text, { schema: yaml.CORE_SCHEMA }));

const reads = (read: () => unknown): boolean => {
  try {
    read();
    return true;
  } catch {
    return false;
  }
};

test.each([
  ["site.schema.json", settingsSchema()],
  ["sidecar.schema.json", sidecarSchema()],
  ["subjects.schema.json", subjectRulesSchema()],
])("schemas/%s is what the validation says", (name, schema) => {
  const file = join(root, "schemas", name);
  const text = `${JSON.stringify(schema, undefined, 2)}\n`;
  if (recording) writeFileSync(file, text);
  expect(readFileSync(file, "utf8")).toBe(text);
});

test("this archive's settings name their schema and fit it", () => {
  const text = readFileSync(join(root, "content", "site.yml"), "utf8");
  expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/schemas\/site\.schema\.json\n/u);
  expect(valid(settingsSchema(), text)).toBe(true);
});

describe("a schema and the validation agree", () => {
  const site = "title: Pier\ndescription: Posts.\nurl: https://pier.example/\nlanguage: en\n";
  test.each([
    ["", true],
    ["logo: pier.SVG\n", true],
    ["logo: пирс.png\n", true],
    ["logo: ../pier.svg\n", false],
    ["titel: Pier\n", false],
    ["channels: { pier: { handle: '@pier_news' } }\n", true],
    ["channels: { pier: { nam: x } }\n", false],
    ["search: { engine: typesense, url: 'https://search.example', key: abc }\n", true],
    ["search: { engine: opensearch, url: 'http://localhost:9200/x', index: pier }\n", true],
    ["search: { engine: solr, url: 'https://search.example', key: abc }\n", false],
    ["search: { engine: typesense, url: 'https://me:secret@search.example', key: abc }\n", false],
    ["search: { engine: typesense, url: 'https://search.example', key: abc, index: 'A b' }\n", false],
    ["search: { engine: typesense, url: 'https://search.example', key: abc, adminKey: x }\n", false],
  ])("on settings with %j", (line, good) => {
    expect(valid(settingsSchema(), site + line)).toBe(good);
    expect(reads(() => settingsFrom(yaml.load(site + line, { schema: yaml.CORE_SCHEMA }), "site.yml"))).toBe(good);
  });

  test.each([
    ["channel: Pier\nhandle: '@pier_news'\nretrieved: 2026-02-11\n", true],
    ["boundaries: { start: [3], join: [5, 8] }\n", true],
    ["boundaries: { start: [0] }\n", false],
    ["boundaries: { outside: [3, 5-8, { lines: 10-12, by: Ada }, { line: 14 }] }\n", true],
    ["boundaries: { outside: [0] }\n", false],
    ["boundaries: { outside: [all] }\n", false],
    ["order: newest-first\nurl: https://t.me/s/pier\n", true],
    ["order: sideways\n", false],
    ["retrieved: 11.02.2026\n", false],
    ["chanel: Pier\n", false],
  ])("on a sidecar with %j", (text, good) => {
    expect(valid(sidecarSchema(), text)).toBe(good);
    expect(reads(() => readSidecar(text, "pier.yml"))).toBe(good);
  });
});
