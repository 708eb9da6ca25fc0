import fc from "fast-check";
import yaml from "js-yaml";
import { expect, test } from "vitest";
import { keyLine } from "../../src/model/key-line.ts";

const text = `# title: not here
title: Pier
"description": |
  url: in a text
url: x
channels:
    # a comment
    pier:
        name: Pier
    quay:
        name: Quay
lines: { start: [1] }
`;

test.each([
  [["title"], 2],
  [["description"], 3],
  [["url"], 5],
  [["channels"], 6],
  [["channels", "quay"], 10],
  [["channels", "pier", "name"], 9],
  [["channels", "quay", "name"], 11],
  [["channels", "quay", "handle"], 10],
  [["lines", "start", 0], 12],
  [["nowhere"], undefined],
  [[], undefined],
])("%j stands on line %s", (path, line) => {
  expect(keyLine(text, path)).toBe(line);
});

test("a key of any plain mapping is found where it is written", () => {
  const key = fc.stringMatching(/^[a-z]{1,8}$/u);
  const tree = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof({ maxDepth: 3 }, fc.constant("word"), fc.dictionary(key, tie("tree"), { minKeys: 1, maxKeys: 4 })),
  })).tree;
  fc.assert(
    fc.property(fc.dictionary(key, tree, { minKeys: 1, maxKeys: 5 }), (value) => {
      const written = yaml.dump(value);
      const path: string[] = [];
      for (let next: unknown = value; typeof next === "object" && next !== null; ) {
        const last = Object.entries(next).at(-1);
        if (last === undefined) break;
        path.push(last[0]);
        next = last[1];
      }
      const line = keyLine(written, path) ?? 0;
      expect(written.split("\n")[line - 1]).toMatch(
        new RegExp(`^ {${2 * (path.length - 1)}}['"]?${path.at(-1)}['"]?:`, "u"),
      );
      expect(line).toBe(written.trimEnd().split("\n").length);
    }),
  );
});
