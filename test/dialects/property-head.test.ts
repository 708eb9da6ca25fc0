import { describe, expect, test } from "vitest";
import { captureNote } from "../../src/dialects/lines/capture-note.ts";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import { readSource, type SourceText } from "../../src/read/source-text.ts";

const posts = [
  "Den gamle broen er stengt inntil videre.",
  "",
  "En rødbrun katt er funnet.\nDen venter i bakeriet.",
  "",
  "Fergen går ikke: tåke.",
  "",
  "Fyret lyser igjen.",
];
const sourceOf = (...head: readonly string[]): SourceText =>
  readSource(Buffer.from([...head, ...posts].join("\n")), "page.txt");

describe("properties over a text belong to no post and tell what they say", () => {
  test.each([
    [
      "YAML with its source and days",
      [
        "---",
        'title: "Havneposten – Telegram"',
        "source: https://t.me/s/havneposten",
        "author:",
        '  - "[[Ada]]"',
        "published:",
        "created: 2025-02-11",
        "---",
      ],
      { name: "Havneposten", handle: "havneposten", retrieved: "2025-02-11" },
    ],
    [
      "TOML with a table",
      [
        "+++",
        'title = "Havneposten"',
        "date = 2025-02-11T09:30:00+01:00",
        "draft = false",
        "[params]",
        '  source = "https://t.me/s/havneposten"',
        "+++",
        "",
      ],
      { name: "Havneposten", handle: "havneposten", retrieved: "2025-02-11" },
    ],
    [
      "keywords of Org",
      ["#+TITLE: Havneposten", "#+DATE: <2025-02-11 Tue>", "#+FILETAGS: :havn:", ""],
      { name: "Havneposten", retrieved: "2025-02-11" },
    ],
    [
      "a drawer of Org",
      [":PROPERTIES:", ":ID:  3f1c", ":ROAM_REFS: https://t.me/s/havneposten", ":END:", "#+title: Havneposten", ""],
      { name: "Havneposten", handle: "havneposten" },
    ],
    [
      "lines of an outliner",
      ["title:: Havneposten", "source:: https://t.me/s/havneposten", "tags:: havn, tåke", ""],
      { name: "Havneposten", handle: "havneposten" },
    ],
    [
      "JSON",
      [
        "{",
        '  "title": "Havneposten",',
        '  "date": "2025-02-11",',
        '  "source": "https://t.me/s/havneposten"',
        "}",
        "",
      ],
      { name: "Havneposten", handle: "havneposten", retrieved: "2025-02-11" },
    ],
  ])("%s", (_, head, facts) => {
    const note = captureNote(sourceOf(...head));
    expect(note).toMatchObject(facts);
    expect(note?.lines).toEqual(head.flatMap((line, at) => (line === "" ? [] : [at + 1])));
  });

  test.each([
    ["a title", ["---", "title: Gamle notater", "---", ""]],
    ["tags in a list", ["---", "tags:", "  - havn", "aliases:", "  - Havnenytt", "---"]],
    ["a title of several lines", ["---", "title: >-", "  Gamle", "  notater", "lang: nb", "...", ""]],
    ["a title in TOML", ["+++", "title = 'Gamle notater'", "+++"]],
  ])("%s alone, which names no channel, as it may be that of a file", (_, head) => {
    const source = sourceOf(...head);
    expect(captureNote(source)?.name).toBeUndefined();
    const { posts: found, report } = readDump({ source, sidecar: {}, today: "2025-03-01" as Day });
    expect(report.channel.identified).toBe(false);
    expect(found.map(({ text }) => text)).toEqual(posts.filter((line) => line !== ""));
    expect(report.notices.find(({ rule }) => rule === "capture/note")?.reason).toMatch(/are properties and belong/u);
  });
});

describe("what is no head of properties stays text", () => {
  test.each([
    ["words between rulers", ["---", "Marta: fergen går ikke.", "Ilse: igjen?", "---"]],
    ["a note of an author between rulers", ["---", "Note: fergen går ikke", "---"]],
    ["a programme between rulers", ["---", "Lørdag: kor i kapellet", "Søndag: marked", "---"]],
    ["news between signs", ["+++", "Siste: broen er stengt", "+++"]],
    ["a vote", ["#+1 til den nye fergen"]],
    ["a title in words", ["Title: en fyrvokters fortelling", ""]],
    ["an open bracket", ["{", "broen er stengt", "}"]],
    [
      "posts that each have a title",
      ["---", "title: et ord", "---", "Kommunen spør.", "---", "title: et ord til", "---"],
    ],
    ["a head with words of another form", ["---", "title: Havneposten", "Broen er stengt.", "---"]],
  ])("%s", (_, head) => expect(captureNote(sourceOf(...head))).toBeUndefined());

  test("nor a head with nothing below it", () => {
    expect(captureNote(readSource(Buffer.from("---\ntitle: Havneposten\n---\n"), "page.txt"))).toBeUndefined();
  });
});
