import fc from "fast-check";
import { expect, test } from "vitest";
import { doubledPreview } from "../../src/dialects/kinds/doubled-preview.ts";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import { reactionsOf } from "../../src/dialects/lines/marks.ts";
import { lineAt } from "../../src/read/source-text.ts";
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
