import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tryOrders } from "../../scripts/lab/orders.ts";
import { readPost } from "../../src/markdown/post-file.ts";
import type { Post } from "../../src/model/post.ts";
import { textKey } from "../../src/text/text-key.ts";
import { filesIn, folderWith, importInto, postsIn } from "./content-folder.ts";

/** The posts of one channel, written for judging short pages: prices and recipes in Italian, news in Polish, notes of a town in Japanese. */
const channels = ["it-shop", "pl-news", "ja-town", "pt-notes"].map((name) =>
  readFileSync(join(import.meta.dirname, `../dialects/short-pages/${name}.txt`), "utf8")
    .trim()
    .split("\n%%\n"),
);

const flat = (text: string): string => text.replace(/\n+/gu, "\n");

/** Ways in which pages of one channel are kept as text. */
const shapes: Readonly<Record<string, (posts: readonly string[]) => readonly string[]>> = {
  "line ends": (posts) => ["Quay", "@quay_news", "802 subscribers", "Download Telegram", ...posts.map(flat)],
  paragraphs: (posts) => ["Quay", "@quay_news", "802 subscribers", "Download Telegram", ...posts],
  bare: (posts) => posts.map(flat),
  "blank lines": (posts) => posts.map((text) => `${flat(text)}\n`),
  doubled: (posts) => posts.flatMap((text) => [flat(text), ...flat(text).split("\n").slice(1)]),
  reactions: (posts) => [
    ...["Quay", "@quay_news", "802 subscribers", "Download Telegram"],
    ...posts.map((text, at) => `${flat(text)}\n👍${at + 3}`),
  ],
};

function dumpOf(shape: string, posts: readonly string[]): string {
  return `${(shapes[shape]?.(posts) ?? []).join("\n")}\n`;
}

function shownIn(content: string): readonly Post[] {
  return postsIn(content).map((name) => readPost(readFileSync(join(content, name), "utf8"), name));
}

const sidecar = (day: string, more = ""): string => `channel: Quay\nretrieved: ${day}\n${more}`;

describe("two captures of one channel", () => {
  const cases = fc.record({
    channel: fc.constantFrom(...channels),
    older: fc.constantFrom(...Object.keys(shapes)),
    newer: fc.constantFrom(...Object.keys(shapes)),
    from: fc.integer({ min: 0, max: 3 }),
  });

  test("tell no change where nothing but their shape differs, whichever way each is read", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(cases, ({ channel, older, newer, from }) => {
        const content = folderWith({
          "dumps/a.txt": dumpOf(older, channel.slice(0, -2)),
          "dumps/a.yml": sidecar("2025-02-01"),
          "dumps/b.txt": dumpOf(newer, channel.slice(from)),
          "dumps/b.yml": sidecar("2025-02-20"),
        });
        const { differences } = importInto(content);
        const [told] = differences;
        expect(told?.shared).toBeGreaterThan(0);
        expect([told?.changed, told?.gone]).toEqual([[], []]);
        const newest = channel.slice(-2).map(textKey).join(" ");
        const added = shownIn(content).filter(({ id }) => told?.added.includes(id));
        for (const { text } of added) expect(newest).toContain(textKey(text));
      }),
      { numRuns: 8 },
    );
  });

  test("tell a real edit and a real deletion, and nothing else", { timeout: 120_000 }, () => {
    const posts = channels[1] ?? [];
    const [edited, gone] = [3, 6];
    const goneWords = textKey(posts[gone] ?? "");
    const placeIn = (text: string): number => goneWords.indexOf(text);
    for (const [older, newer] of [
      ["line ends", "line ends"],
      ["paragraphs", "line ends"],
      ["doubled", "line ends"],
      ["bare", "reactions"],
      ["reactions", "bare"],
    ] as const) {
      const later = posts.map((text, at) => (at === edited ? `${text} (poprawione)` : text));
      const content = folderWith({
        "dumps/a.txt": dumpOf(older, posts.slice(0, -1)),
        "dumps/a.yml": sidecar("2025-02-01"),
        "dumps/b.txt": dumpOf(newer, later.toSpliced(gone, 1).slice(1)),
        "dumps/b.yml": sidecar("2025-02-20"),
      });
      const [told] = importInto(content).differences;
      const words = (ids: readonly string[] = []): readonly string[] =>
        shownIn(content)
          .filter(({ id }) => ids.includes(id))
          .map(({ text }) => textKey(text));
      // How they are parted is a judgement; what is told of it is not.
      expect(words(told?.changed)).toHaveLength(1);
      expect(words(told?.changed)[0]).toContain("(poprawione)");
      const goneNow = words(told?.gone).toSorted((one, other) => placeIn(one) - placeIn(other));
      expect(goneNow.join(" ")).toBe(goneWords);
    }
  });
});

describe("a boundary that an editor set in one capture", () => {
  const posts = (channels[0] ?? []).map(flat);
  const older = posts.slice(0, 7);
  const newer = posts.slice(2);
  const linesOf = (text: string): readonly string[] => text.split("\n");
  const lineOf = (dump: string, words: string): number => linesOf(dump).indexOf(words) + 1;
  const whole = posts.find((text, at) => at > 2 && at < 6 && linesOf(text).length > 2) ?? "";
  const [, second = ""] = linesOf(whole);
  const following = posts[posts.indexOf(whole) + 1] ?? "";

  function imported(
    settle: (dump: string) => string,
    {
      shape = "line ends",
      more = "",
      texts = newer,
    }: { shape?: string; more?: string; texts?: readonly string[] } = {},
  ): readonly Post[] {
    const dump = dumpOf("line ends", older);
    const content = folderWith({
      "dumps/a.txt": dump,
      "dumps/a.yml": sidecar("2025-02-01", settle(dump)),
      "dumps/b.txt": dumpOf(shape, texts),
      "dumps/b.yml": sidecar("2025-02-20", more),
    });
    const { differences } = importInto(content);
    expect(differences[0]).toMatchObject({ changed: [], gone: [] });
    expect(importInto(content)).toMatchObject({ written: 0, removed: 0 });
    return shownIn(content);
  }

  test.each(["line ends", "bare", "paragraphs"])("holds in a newer one that shows the same lines (%s)", (shape) => {
    const at = (dump: string): string =>
      `boundaries: { start: [{ line: ${lineOf(dump, second)}, by: Ada, on: 2025-02-10 }], join: [${lineOf(dump, linesOf(following)[0] ?? "")}] }\n`;
    const parted = imported(at, { shape }).find(({ text }) => text.startsWith(second));
    expect(parted).toMatchObject({
      text: expect.stringContaining(`${linesOf(whole).slice(1).join("\n")}\n${linesOf(following)[0]}`),
      alsoIn: [{ file: expect.stringMatching(/^[ab].txt$/u) }],
      boundary: { kind: "set", by: "Ada", on: "2025-02-10" },
    });
  });

  test("holds also where the line above it was edited, and gives way to what an editor says of the newer one", () => {
    const start = (dump: string): string => `boundaries: { start: [${lineOf(dump, second)}] }\n`;
    const edited = newer.map((text) => (text === whole ? text.replace("\n", " Ancora oggi.\n") : text));
    const dump = folderWith({
      "dumps/a.txt": dumpOf("line ends", older),
      "dumps/a.yml": sidecar("2025-02-01", start(dumpOf("line ends", older))),
      "dumps/b.txt": dumpOf("line ends", edited),
      "dumps/b.yml": sidecar("2025-02-20"),
    });
    importInto(dump);
    expect(shownIn(dump).map(({ text }) => text)).toContain(linesOf(whole).slice(1).join("\n"));
    writeFileSync(
      join(dump, "dumps/b.yml"),
      sidecar("2025-02-20", `boundaries: { join: [${lineOf(dumpOf("line ends", edited), second)}] }\n`),
    );
    importInto(dump);
    const ofNewer = shownIn(dump).filter(({ source }) => source.file === "b.txt");
    expect(ofNewer.map(({ text }) => text)).toContain(whole.replace("\n", " Ancora oggi.\n"));
  });

  test("is told, with the dump where it was set", () => {
    const dump = dumpOf("line ends", older);
    const content = folderWith({
      "dumps/a.txt": dump,
      "dumps/a.yml": sidecar("2025-02-01", `boundaries: { start: [${lineOf(dump, second)}] }\n`),
      "dumps/b.txt": dumpOf("line ends", newer),
      "dumps/b.yml": sidecar("2025-02-20"),
    });
    const told = importInto(content).notices.filter(({ rule }) => rule === "boundary/set-elsewhere");
    expect(told).toMatchObject([{ file: "b.txt", line: lineOf(dumpOf("line ends", newer), second) }]);
    expect(told[0]?.reason).toContain('"a.txt"');
  });
});

test("captures that are parted by each other make one archive in any order", { timeout: 120_000 }, () => {
  const cases = fc.record({
    channel: fc.constantFrom(...channels),
    kinds: fc.array(fc.constantFrom(...Object.keys(shapes)), { minLength: 3, maxLength: 3 }),
    line: fc.integer({ min: 6, max: 12 }),
    order: fc.shuffledSubarray(["c0.txt", "c1.txt", "c2.txt"], { minLength: 3 }),
    isSet: fc.boolean(),
  });
  fc.assert(
    fc.property(cases, ({ channel, kinds, line, order, isSet }) => {
      const captures = new Map(
        kinds.map((kind, at) => {
          const text = dumpOf(kind, channel.slice(at, channel.length - 2 + at));
          const isText = (text.split("\n")[line - 1] ?? "").trim() !== "";
          const answer = isSet && at === 1 && isText ? `boundaries: { start: [${line}] }\n` : "";
          return [`c${at}.txt`, { text, sidecar: sidecar(`2025-02-${10 + at}`, answer) }] as const;
        }),
      );
      expect(tryOrders(captures, folderWith(), [order])).toMatchObject({ orders: 1, wrong: [] });
    }),
    { numRuns: 5 },
  );
});

test("what captures settle together is settled when only one of them is asked for", () => {
  const posts = channels[2] ?? [];
  const files = {
    "dumps/a.txt": dumpOf("line ends", posts.slice(0, -2)),
    "dumps/a.yml": sidecar("2025-02-01"),
    "dumps/b.txt": dumpOf("blank lines", posts.slice(1)),
    "dumps/b.yml": sidecar("2025-02-20"),
  };
  const content = folderWith(files);
  importInto(content);
  const before = filesIn(content);
  expect(importInto(content, { dumps: [join(content, "dumps/a.txt")] })).toMatchObject({ written: 0, removed: 0 });
  expect(filesIn(content)).toEqual(before);
});
