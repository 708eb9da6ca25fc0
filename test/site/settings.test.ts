import { expect, test } from "vitest";
import { checkChannelSettings, settingsFrom } from "../../src/site/model/settings.ts";

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
    'Cannot read settings "content/site.yml": unknown key "titel": did you mean "title"? (known keys: title, description, url, language, languages, timezone, accent, media, mediaUrl, mediaLimit, records, logo, search, channels)',
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
    "an accent that is no colour",
    { ...good, accent: "burgundy; }" },
    'Cannot read settings "content/site.yml": key "accent": write a colour such as "#8a2a1c", "rgb(138 42 28)" or "hsl(8 66% 33%)"',
  ],
  [
    "a logo outside the folder",
    { ...good, logo: "../../etc/logo.svg" },
    'Cannot read settings "content/site.yml": key "logo": write the name of an SVG or PNG file in the content folder, such as "logo.svg"',
  ],
  [
    "an unknown key of a channel",
    { ...good, channels: { harbour: { nam: "x" } } },
    'Cannot read settings "content/site.yml": unknown key "channels.harbour.nam": did you mean "name"? (known keys: name, handle, description)',
  ],
  [
    "a handle that is none",
    { ...good, channels: { harbour: { handle: "a b" } } },
    'Cannot read settings "content/site.yml": key "channels.harbour.handle": write a Telegram user name such as "harbour_news"',
  ],
  [
    "files that are published elsewhere without their address",
    { ...good, media: "link" },
    'Cannot read settings "content/site.yml": write both "media: link" and "mediaUrl", or neither',
  ],
  [
    "an empty file",
    undefined,
    'Cannot read settings "content/site.yml": write keys and values such as `title: My archive`',
  ],
])("%s is one error that names file, key and remedy", (_, value, message) => {
  expect(read(value)).toThrow(new Error(message));
});

test("an accent comes in two forms, a handle without its @, and what is absent stays absent", () => {
  const read = settingsFrom({ ...good, accent: "#8a2a1c", channels: { harbour: { handle: "@harbour" } } }, "site.yml");
  expect(read.accent?.light).toBe("#8a2a1c");
  expect(read.channels).toEqual({ harbour: { handle: "harbour" } });
  expect(Object.keys(read)).not.toContain("logo");
});

test("settings of a channel that the archive does not have name those it has", () => {
  const read = settingsFrom({ ...good, channels: { harbor: { name: "Harbour" } } }, "site.yml");
  expect(() => checkChannelSettings(read, ["harbour", "порт"], "site.yml")).toThrow(
    new Error(
      'Cannot read settings "site.yml": key "channels.harbor": no post is of this channel; write one of: harbour, порт',
    ),
  );
  expect(() => checkChannelSettings(read, [], "site.yml")).not.toThrow();
  expect(() => checkChannelSettings(read, ["harbor"], "site.yml")).not.toThrow();
});

test("mistakes are told with their lines where the text is at hand", () => {
  const text = "# An archive.\ntitle: Archive\nurl: a.example\nchannels:\n  harbour:\n    nam: x\n";
  const value = { title: "Archive", url: "a.example", channels: { harbour: { nam: "x" } } };
  expect(() => settingsFrom(value, "site.yml", text)).toThrow(
    /"site\.yml": key "description": .*; line 3: key "url": .*; line 6: unknown key "channels\.harbour\.nam"/u,
  );
});

const server = { engine: "meilisearch", url: "https://search.example/", key: "public" };

test("a search engine is read: its address loses its closing slash, and its index has a name", () => {
  expect(settingsFrom({ ...good, search: server }, "content/site.yml").search).toEqual({
    engine: "meilisearch",
    url: "https://search.example",
    key: "public",
    index: "scrollback",
  });
});

test.each([
  [
    "an engine that is not known",
    { ...server, engine: "solr" },
    'line 7: key "search.engine": write one of: opensearch, meilisearch, typesense',
  ],
  [
    "no address",
    { ...server, url: undefined },
    'line 8: key "search.url": write the address of the search engine, such as "https://search.example.org"',
  ],
  [
    "a password in the address, which would be published",
    { ...server, url: "https://me:secret@search.example" },
    'line 8: key "search.url": write the address of the search engine, such as "https://search.example.org", with http:// or https:// and without a name, a password, "?" or "#"',
  ],
  [
    "no key where the engine wants one",
    { ...server, key: undefined },
    'line 6: key "search.key": write the key that can search and nothing else: it is published with the site',
  ],
  [
    "a name that is no index",
    { ...server, index: "My Posts" },
    'line 6: key "search.index": write small letters, digits, "-" and "_", such as "harbour-news"',
  ],
  [
    "an unknown key",
    { ...server, keys: "x" },
    'line 6: unknown key "search.keys": did you mean "key"? (known keys: engine, url, key, index)',
  ],
  ["no keys", "https://search.example", 'line 6: key "search": write "engine", "url" and "key" below it, or remove it'],
])("settings of a search with %s name the line and the remedy", (_, search, message) => {
  const text = "# the archive\ntitle: a\ndescription: b\nurl: c\nlanguage: en\nsearch:\n  engine: x\n  url: y\n";
  expect(() => settingsFrom({ ...good, search }, "content/site.yml", text)).toThrow(
    `Cannot read settings "content/site.yml": ${message}`,
  );
});
