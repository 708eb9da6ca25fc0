import { expect, test } from "vitest";
import { settingsFrom } from "../../src/site/settings.ts";

const good = { title: "Archive", description: "Words.", url: "https://a.example/sub", language: "en" };
const read = (value: unknown) => () => settingsFrom(value, "content/site.yml");

test("good settings are read, and the address gets its closing slash", () => {
  expect(settingsFrom({ ...good, timezone: "Europe/Moscow" }, "content/site.yml")).toEqual({
    ...good,
    url: "https://a.example/sub/",
    timezone: "Europe/Moscow",
  });
});

test.each([
  [
    "an unknown key",
    { ...good, titel: "x" },
    'Cannot read settings "content/site.yml": unknown key "titel": remove it (known keys: title, description, url, language, timezone)',
  ],
  [
    "a missing title",
    { ...good, title: undefined },
    'Cannot read settings "content/site.yml": key "title": write some words, such as "title: My archive"',
  ],
  [
    "an address without a scheme",
    { ...good, url: "a.example" },
    'Cannot read settings "content/site.yml": key "url": write a whole address without "?" or "#", such as "https://example.org/"',
  ],
  [
    "an address that runs",
    { ...good, url: "javascript:alert(1)" },
    'Cannot read settings "content/site.yml": key "url": write a whole address without "?" or "#", such as "https://example.org/"',
  ],
  [
    "an address that is a number",
    { ...good, url: 5 },
    'Cannot read settings "content/site.yml": key "url": write the address the site is published under, such as "https://example.org/"',
  ],
  [
    "a language in words",
    { ...good, language: "русский" },
    'Cannot read settings "content/site.yml": key "language": write a language tag such as "en" or "pt-BR"',
  ],
  [
    "a zone that is none",
    { ...good, timezone: "Moscow" },
    'Cannot read settings "content/site.yml": key "timezone": write a time zone such as "Europe/Moscow", or leave the key out',
  ],
  [
    "an empty file",
    undefined,
    'Cannot read settings "content/site.yml": write keys and values such as `title: My archive`',
  ],
])("%s is one error that names file, key and remedy", (_, value, message) => {
  expect(read(value)).toThrow(new Error(message));
});
