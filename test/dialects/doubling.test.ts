import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { doubledPreview } from "../../src/dialects/kinds/doubled-preview.ts";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import { reactionsOf } from "../../src/dialects/lines/marks.ts";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import { lineAt, readSource } from "../../src/read/source-text.ts";
import { doubledPage, type PagePost, pagePosts } from "./lawful-doubling.ts";

test("posts printed twice come back as exactly those posts", () => {
  fc.assert(
    fc.property(pagePosts, (posts) => {
      const source = doubledPage(posts);
      const { drafts } = doubledPreview.parse(source, { start: new Set(), join: new Set() });
      expect(
        drafts.map(({ text, forwardedFrom, media, reactions }) => ({
          text: text.map((line) => lineAt(source, line)),
          forwardedFrom,
          media,
          reactions,
        })),
      ).toEqual(
        posts.map(({ text, forwardedFrom, videos, hasCustomEmoji, reactions = "" }) => ({
          text,
          forwardedFrom,
          media: [...Array(videos).fill("video"), ...(hasCustomEmoji ? ["custom-emoji"] : [])],
          reactions: reactionsOf(reactions),
        })),
      );
    }),
    { numRuns: 300 },
  );
});

test("a page printed twice is recognised as one where it shows more text than marks", () => {
  const share = (posts: readonly PagePost[]): number => {
    const sum = (count: (post: PagePost) => number): number => posts.reduce((total, post) => total + count(post), 0);
    return sum((post) => post.text.length - 1) / sum((post) => post.videos + 2);
  };
  fc.assert(
    fc.property(
      pagePosts.filter((posts) => share(posts) > 1),
      (posts) => {
        expect(recognise(doubledPage(posts)).dialect).toBe(doubledPreview);
      },
    ),
  );
});

describe("a page is taken for one that was printed twice only where lines are repeated", () => {
  const dialectOf = (lines: readonly string[]) =>
    recognise(readSource(Buffer.from(lines.join("\n")), "page.txt")).dialect.name;
  const texts = {
    el: ["Το πηγάδι άνοιξε ξανά.", "Φέρτε κουβάδες.", "Ο φούρναρης λείπει ως την Τρίτη.", "Ψωμί έχει η γειτόνισσα."],
    lv: [
      "Kaķis atradās skolas bēniņos.",
      "Viņš ir vesels.",
      "Rīt tirgus nenotiks.",
      "Nāciet svētdien pulksten astoņos.",
    ],
    sw: ["Mashua mbili zimerudi leo.", "Samaki ni wengi.", "Kisima kimefungwa hadi kesho.", "Maji yapo shuleni."],
    ja: ["橋の灯りが直りました。", "夜の散歩にどうぞ。", "あしたの市は休みです。", "次は日曜の朝に開きます。"],
  };
  const marks = ["Forwarded from Lamp Street", "Photo", "Anonymous Poll", "Lamp Street pinned a photo"];
  const pages = Object.entries(texts).flatMap(([language, lines]) =>
    marks.map((mark): [string, string, readonly string[]] => [language, mark, lines]),
  );

  test.each(pages)("not for one line that t.me prints: %s, %s", (_language, mark, lines) => {
    const [first = "", second = "", ...others] = lines;
    expect(dialectOf([first, second, mark, ...others])).not.toBe("doubled-preview");
  });

  test("not for a line that an author wrote twice among many that stand once", () => {
    const once = Object.values(texts).flat();
    const [forward = "", poll = ""] = [marks[0], marks[2]];
    expect(dialectOf([...once, "Ha!", "Ha!", forward, "The well is open.", poll, "Shall it stay open?"])).toBe(
      "preview",
    );
    expect(dialectOf([...once, "Ha!", "Ha!", "👍3"])).toBe("preview");
  });

  test("where posts of one line hide that the others are", () => {
    const ones = Object.values(texts).flatMap((lines) => lines.flatMap((line) => [line, "👍3"]));
    const long = ["The heron is back.", "It took the old nest.", "It took the old nest.", "❤5"];
    expect(dialectOf([...ones, ...long])).toBe("doubled-preview");
  });
});

test("a page printed twice below a head that was copied by hand is one, and the head names its channel", () => {
  const texts = ["Das Relais ist wieder in der Luft.", "Chi ha visto il mio ombrello rosso?", "Aurora-Alarm auf 2 m!"];
  const lines = ["Weir Radio", "389 subscribers", ...texts.flatMap((text) => [text, text])];
  const source = readSource(Buffer.from(lines.join("\n")), "weir.txt");
  const { posts, report } = readDump({ source, sidecar: {}, today: "2026-11-01" as Day });
  expect(report.dialect).toBe("fully-doubled");
  expect(report.channel.name).toBe("Weir Radio");
  expect(posts.map(({ text }) => text)).toEqual(texts);
});
