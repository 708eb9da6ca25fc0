import { describe, expect, test } from "vitest";
import { BadSidecar, readSidecar } from "../../src/read/sidecar.ts";

const refusal = (text: string): string => {
  try {
    readSidecar(text, "pier.yml");
  } catch (error) {
    if (error instanceof BadSidecar) return error.message;
    throw error;
  }
  return "it was read";
};

describe("readSidecar()", () => {
  test("every key is read", () => {
    const text = `
channel: Harbour Gazette ⚓
handle: "@harbour_gazette"
url: https://t.me/s/harbour_gazette
retrieved: 2025-02-04
language: en
timezone: Europe/Kyiv
order: newest-first
separator: two blank lines
boundaries:
  start: [171, 9]
  join: [47]
`;
    expect(readSidecar(text, "pier.yml")).toEqual({
      channel: "Harbour Gazette ⚓",
      handle: "harbour_gazette",
      url: "https://t.me/s/harbour_gazette",
      retrieved: "2025-02-04",
      language: "en",
      timezone: "Europe/Kyiv",
      order: "newest-first",
      separator: "two blank lines",
      boundaries: { start: [171, 9], join: [47] },
    });
  });

  test("all of it is optional", () => {
    for (const empty of ["", "\uFEFF", "# nothing known yet\n", "{}"])
      expect(readSidecar(empty, "pier.yml")).toEqual({});
    expect(readSidecar("boundaries: { start: [3] }", "pier.yml")).toEqual({ boundaries: { start: [3], join: [] } });
  });

  test("an unknown key is told with its line, the key that was meant and the known keys", () => {
    expect(refusal("chanel: Harbour Gazette")).toBe(
      'Cannot use sidecar "pier.yml": line 1: unknown key "chanel": did you mean "channel"? (known keys: channel, handle, url, retrieved, language, timezone, encoding, order, separator, boundaries)',
    );
    expect(refusal("boundaries: { begin: [1] }")).toBe(
      'Cannot use sidecar "pier.yml": line 1: unknown key "boundaries.begin": remove it (known keys: start, join, outside)',
    );
  });

  test.each([
    ["Time-Zone: Europe/Kyiv", "Time-Zone", "timezone", "channel, "],
    ["lang: en", "lang", "language", "channel, "],
    ["boundaries:\n  strat: [1]", "boundaries.strat", "start", "start, join, outside)"],
    ["boundaries:\n  start:\n    - { line: 4, bye: Ada }", "boundaries.start.0.bye", "by", "line, by, on, note, "],
    ["boundaries:\n  outside:\n    - { range: 4-5, nots: x }", "boundaries.outside.0.nots", "note", "line, lines, "],
    ["channel: { nam: Pier }", "channel.nam", "name", "name, by, on, note)"],
  ])("an unknown key is told with the one of its place that is spelled most like it (%s)", (text, key, meant, known) => {
    expect(refusal(text)).toContain(`unknown key "${key}": did you mean "${meant}"? (known keys: ${known}`);
  });

  test.each([
    ["channel", 'channel: "  "'],
    ["channel", "channel: [a, b]"],
    ["handle", "handle: not a name"],
    ["handle", "handle: ../../x"],
    ["url", "url: javascript:alert(1)"],
    ["url", "url: pier"],
    ["retrieved", "retrieved: 2025-02-30"],
    ["retrieved", "retrieved: 04.02.2025"],
    ["language", "language: English"],
    ["timezone", "timezone: Pier/North"],
    ["order", "order: sideways"],
    ["separator", "separator: comma"],
    ["boundaries.start.0", "boundaries: { start: [0] }"],
    ["boundaries.join.1", "boundaries: { join: [3, 4.5] }"],
    ["boundaries", "boundaries: 12"],
  ])('a wrong value of "%s" is refused in one line that names the key (%s)', (key, text) => {
    const message = refusal(text);
    expect(message).toContain(`Cannot use sidecar "pier.yml": line 1: key "${key}": `);
    expect(message).not.toContain("\n");
  });

  test("a line that is said to start a post and to start none is refused, with the place and what to do", () => {
    for (const [start, join] of [
      ["[3, 9]", "[4, 9]"],
      ["[{ line: 9, by: Ada }]", "[9]"],
    ])
      expect(refusal(`channel: Pier\nboundaries:\n  start: ${start}\n  join: ${join}\n`)).toBe(
        'Cannot use sidecar "pier.yml": line 4: key "boundaries.join": line 9 of the dump is in start as well; delete it from one of the two lists',
      );
  });

  test("lines outside posts are lines and ranges, with who said so, when and why", () => {
    const text = `
boundaries:
  outside:
    - 12
    - 40-44
    - { line: 7 }
    - { lines: 50 – 52, by: Ada, on: 2026-03-01, note: The menu. }
`;
    expect(readSidecar(text, "pier.yml").boundaries).toEqual({
      start: [],
      join: [],
      outside: [
        { lines: [12, 12] },
        { lines: [40, 44] },
        { lines: [7, 7] },
        { lines: [50, 52], by: "Ada", on: "2026-03-01", note: "The menu." },
      ],
    });
  });

  test.each([
    ["12", "boundaries.outside", "write lines and ranges of lines, such as [12, 40-44]"],
    ["[0]", "boundaries.outside.0", "write lines and ranges of lines, such as [12, 40-44]"],
    ["[3, all]", "boundaries.outside.1", "write lines and ranges of lines, such as [12, 40-44]"],
    ["[3.5]", "boundaries.outside.0", "write lines and ranges of lines, such as [12, 40-44]"],
    ["[44-40]", "boundaries.outside.0", "write a range from its first line to its last, such as 40-44"],
    ["[{ by: Ada }]", "boundaries.outside.0", "write lines: 40-44 or line: 12 in it"],
    ["[{ lines: 4, line: 5 }]", "boundaries.outside.0", "write lines: 40-44 or line: 12 in it"],
    ["[{ lines: 4, by: 5 }]", "boundaries.outside.0", "write a name, such as by: Ada"],
  ])("lines outside posts that cannot be used are refused in one line with what to write (%s)", (value, key, remedy) => {
    expect(refusal(`channel: Pier\nboundaries:\n  outside: ${value}\n`)).toBe(
      `Cannot use sidecar "pier.yml": line 3: key "${key}": ${remedy}`,
    );
  });

  test("a line that is said to start a post and to be outside posts is refused, with the place and what to do", () => {
    for (const start of ["[9]", "[4, { line: 9, by: Ada }]"])
      expect(refusal(`boundaries:\n  start: ${start}\n  outside: [8-12]\n`)).toBe(
        'Cannot use sidecar "pier.yml": line 3: key "boundaries.outside": line 9 of the dump is in start as well; delete it from one of the two lists',
      );
  });

  test("an unknown separator is refused with those that are known", () => {
    expect(refusal("channel: Pier\nseparator: comma\n")).toBe(
      'Cannot use sidecar "pier.yml": line 2: key "separator": write line, blank line, two blank lines, ruler or nothing',
    );
  });

  test("several mistakes are told at once, each with its line", () => {
    expect(refusal("# A pier.\norder: up\nretrieved: soon\n")).toMatch(
      /line 3: key "retrieved": .*; line 2: key "order": /u,
    );
  });

  test("broken YAML is told with its line", () => {
    for (const broken of [
      "channel: Pier\nhandle: [a\n",
      "channel: *pier\n",
      "channel: Pier: North\n",
      'channel: "Pier\n',
    ])
      expect(refusal(broken)).toMatch(
        /^Cannot use sidecar "pier\.yml": line \d+: .+; write each key as "key: value", and put values .+ in quotes$/u,
      );
    expect(refusal("channel: !!binary UGllcg==\n")).toMatch(
      /^Cannot use sidecar "pier\.yml": line 1: unknown tag .+; delete the tag, which starts with "!"$/u,
    );
    expect(refusal("channel: a\nchannel: b\n")).toBe(
      'Cannot use sidecar "pier.yml": line 2: the key is there twice; keep one of them',
    );
  });

  test("two documents in one file are told as such", () => {
    expect(refusal("channel: Pier\n---\nchannel: Quay\n")).toBe(
      'Cannot use sidecar "pier.yml": line 2: a line "---" starts another document; keep one document',
    );
  });

  test("a list or a bare word is no sidecar", () => {
    expect(refusal("- channel")).toMatch(/^Cannot use sidecar "pier\.yml": /u);
    expect(refusal("Harbour Gazette")).toMatch(/^Cannot use sidecar "pier\.yml": /u);
  });

  test("YAML that would run or build something is refused", () => {
    expect(refusal('channel: !!js/function "() => 1"')).toMatch(/^Cannot use sidecar "pier\.yml": /u);
    expect(refusal("__proto__: { channel: x }")).toMatch(/^Cannot use sidecar "pier\.yml": /u);
  });
});
