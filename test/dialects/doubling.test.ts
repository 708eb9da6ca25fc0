import fc from "fast-check";
import { expect, test } from "vitest";
import type { Day } from "../../src/day.ts";
import { readDump } from "../../src/import.ts";
import { doubledPreview } from "../../src/dialects/doubled-preview.ts";
import { reactionsOf } from "../../src/dialects/marks.ts";
import { lineAt } from "../../src/read/source-text.ts";
import { doubledPage, pagePosts } from "./lawful-doubling.ts";

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

test("a page printed twice is recognised as one, whatever marks it bears", () => {
  fc.assert(
    fc.property(
      pagePosts.filter((posts) => posts.some(({ text }) => text.length > 2)),
      (posts) => {
        const { report } = readDump({ source: doubledPage(posts), sidecar: {}, today: "2030-01-01" as Day });
        expect(report.dialect).toBe("doubled-preview");
      },
    ),
  );
});
