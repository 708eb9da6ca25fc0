import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printedAgain } from "../../src/import/printed-again.ts";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import type { Sidecar } from "../../src/read/sidecar.ts";
import { readSource } from "../../src/read/source-text.ts";

const posts = [
  "Der Pegel steht bei vier Metern.",
  "La passerelle est enfin repeinte en vert.",
  "Two herons, one very patient angler.",
  "Heute Abend Probe im alten Bootshaus.",
  "Somebody left a red umbrella at the lock.",
  "Le moulin ferme à midi cette semaine.",
  "The otters are back below the weir.",
];

const heads = {
  "a head of t.me": ["Weir News", "@weirnews", "802 subscribers", "Download Telegram"],
  "a head copied by hand": ["Weir News", "802 subscribers"],
};

function read(lines: readonly string[], sidecar: Sidecar = {}) {
  return readDump({
    source: readSource(Buffer.from(lines.join("\n")), "weir.txt"),
    sidecar,
    today: "2026-11-01" as Day,
  });
}

const textsOf = (dump: ReturnType<typeof read>): readonly string[] => dump.posts.map(({ text }) => text);

describe.each(Object.entries(heads))("below %s", (_, head) => {
  test("posts that are printed once more are those of the first print, and a notice names the lines", () => {
    const { report, ...dump } = read([...head, ...posts, "", ...posts]);
    const once = read([...head, ...posts]);
    expect(textsOf({ report, ...dump })).toEqual(textsOf(once));
    expect(dump.posts.map(({ source }) => source.lines)).toEqual(once.posts.map(({ source }) => source.lines));
    const first = head.length + posts.length + 2;
    expect(report.notices).toContainEqual({
      file: "weir.txt",
      rule: "page/again",
      line: first,
      reason: `lines ${first}–${first + posts.length - 1} are those above them once more and belong to no post; if they are posts of their own, write boundaries: { start: [${first}] } in the sidecar`,
    });
  });

  test("they are read where a person says that a post starts there", () => {
    const first = head.length + posts.length + 1;
    const dump = read([...head, ...posts, ...posts], { boundaries: { start: [first], join: [] } });
    expect(dump.report.notices.map(({ rule }) => rule)).not.toContain("page/again");
    expect(
      textsOf(dump)
        .join("\n")
        .split(posts[0] ?? "").length,
    ).toBe(3);
  });

  test("the page's own marks may stand in one print alone: the print that has more of them is read", () => {
    const [one = "", ...others] = posts;
    const marked = ["Forwarded from Otter Watch", one, ...others];
    const once = read([...head, ...marked]);
    for (const lines of [
      [...marked, ...posts],
      [...posts, ...marked],
      [...marked, ...marked],
    ]) {
      const dump = read([...head, ...lines]);
      expect(textsOf(dump)).toEqual(textsOf(once));
      expect(dump.posts.map(({ forwardedFrom }) => forwardedFrom)).toEqual(
        once.posts.map(({ forwardedFrom }) => forwardedFrom),
      );
      expect(dump.report.notices.map(({ rule }) => rule)).toContain("page/again");
    }
    const other = ["Forwarded from Heron Watch", ...posts];
    expect(read([...head, ...marked, ...other]).report.notices.map(({ rule }) => rule)).not.toContain("page/again");
  });

  test("a head that stands twice is read once as well, whichever print has more marks", () => {
    const marked = ["Forwarded from Otter Watch", ...posts];
    for (const [one, other] of [
      [posts, posts],
      [marked, posts],
      [posts, marked],
    ] as const) {
      const dump = read([...head, ...one, "", ...head, ...other]);
      expect(textsOf(dump)).toEqual(textsOf(read([...head, ...posts])));
      expect(dump.posts[0]?.forwardedFrom).toBe(one === other ? undefined : "Otter Watch");
      expect(dump.report.notices.map(({ rule }) => rule)).toContain("page/again");
    }
  });

  test("nothing is told of a page whose prints differ, of few lines, or of each post twice", () => {
    for (const lines of [
      [...posts, ...posts.slice(0, -1), "The otters are gone."],
      [...posts.slice(0, 4), ...posts.slice(0, 4)],
      posts.flatMap((text) => [text, text]),
      Array.from({ length: 20 }, () => "Good morning"),
    ])
      expect(read([...head, ...lines]).report.notices.map(({ rule }) => rule)).not.toContain("page/again");
  });
});

test("a page that stands twice below a head is found whatever its lines are, and one line more tells it from one", () => {
  const line = fc
    .string({ minLength: 1, maxLength: 12 })
    .filter((text) => /^\p{L}/u.test(text) && !/[\n\r]/u.test(text));
  fc.assert(
    fc.property(fc.uniqueArray(line, { minLength: 6, maxLength: 20, selector: (text) => text.trim() }), (lines) => {
      const found = (all: readonly string[]): number =>
        printedAgain(readSource(Buffer.from([...heads["a head of t.me"], ...all].join("\n")), "w.txt"), {}, new Set())
          ?.lines.length ?? 0;
      expect(found([...lines, ...lines])).toBe(lines.length);
      expect(found([...lines, ...lines, "and one"])).toBe(0);
    }),
  );
});
