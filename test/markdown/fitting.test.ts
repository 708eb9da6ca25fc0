import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitting } from "../../src/markdown/fitting.ts";
import { readStoredPost, writePost } from "../../src/markdown/post-file.ts";
import type { Post } from "../../src/model/post.ts";
import { hashtagsOf } from "../../src/text/hashtags.ts";
import { linksOf } from "../../src/text/links.ts";
import { mentionsOf } from "../../src/text/mentions.ts";
import { anyLine, anyPost, hostileWords, postOf } from "../archive/post-arbitrary.ts";

const hostileNumber = fc.oneof(
  fc.constantFrom(-1, -0.5, 0, 0.5, 1, 1.5, 100, 100.1, 2 ** 53, 2 ** 53 - 1, 1e21, 1e300, Number.NaN, Infinity),
  fc.double(),
  fc.integer(),
);
const brokenWords = fc.oneof(
  hostileWords,
  anyLine,
  fc.constantFrom("", " ", "a b", "a\nb", "\r\n", "fog\r", "\uD83D", "\uDE00 fog", "fog\r\nsun\r\r\n"),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.array(fc.integer({ min: 0xd700, max: 0xe000 }), { maxLength: 4 }).map((units) => String.fromCharCode(...units)),
);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const counted = fc.record(
  {
    count: hostileNumber,
    printed: fc.oneof(fc.constantFrom("2.49K", "1,2 млн", "999999999999999999999K"), brokenWords),
  },
  { requiredKeys: ["count"] },
);

/** A post whose values came from a capture that means harm, or was made by a program that errs. */
const hostilePost: fc.Arbitrary<Post> = fc
  .record({
    post: anyPost,
    text: fc.array(brokenWords, { maxLength: 4 }).map((lines) => lines.join("\n")),
    values: fc.record({
      title: brokenWords,
      forwardedFrom: maybe(brokenWords),
      replyTo: maybe(
        fc.record(
          { author: brokenWords, excerpt: brokenWords, number: hostileNumber },
          { requiredKeys: ["author", "excerpt"] },
        ),
      ),
      reactions: fc.array(
        fc.tuple(brokenWords, counted).map(([emoji, told]) => ({ emoji, ...told })),
        { maxLength: 4 },
      ),
      views: maybe(counted),
      signature: maybe(brokenWords),
      clock: maybe(fc.constantFrom("00:00", "24:00", "9:41", "")),
      poll: maybe(
        fc.record(
          {
            question: brokenWords,
            kind: brokenWords,
            options: fc.array(fc.record({ text: brokenWords, percent: hostileNumber }, { requiredKeys: ["text"] }), {
              maxLength: 3,
            }),
            voters: hostileNumber,
          },
          { requiredKeys: ["question", "kind", "options"] },
        ),
      ),
      files: maybe(fc.array(fc.record({ name: brokenWords, size: brokenWords }), { maxLength: 2 })),
      number: maybe(hostileNumber),
      published: maybe(fc.constantFrom("2024-12-07T21:24:19Z", "+010000-01-01T00:00:00Z", "2024-12-07")),
    }),
  })
  .map(({ post, text, values }) => {
    const told = Object.entries(values).filter(([, value]) => value !== undefined);
    const words = { text, tags: hashtagsOf(text), mentions: mentionsOf(text), links: linksOf(text) };
    return { ...post, ...words, ...(Object.fromEntries(told) as Partial<Post>) };
  });

describe("fitting()", () => {
  test("a post that was fitted is the post that its file gives back, whatever its values were", () => {
    fc.assert(
      fc.property(hostilePost, (post) => {
        const fitted = fitting(post).post;
        expect(readStoredPost(writePost(fitted), "fog.md")).toEqual({ post: fitted, edited: false });
        expect(fitting(fitted)).toEqual({ post: fitted, notices: [] });
      }),
      { numRuns: 1000 },
    );
  });

  test("a post that fits stays the same, and nothing is told of it", () => {
    fc.assert(
      fc.property(anyPost, (post) => {
        const fitted = fitting(post);
        expect(fitted.post).toBe(post);
        expect(fitted.notices).toEqual([]);
      }),
    );
  });

  test.each<[string, Partial<Post>, Partial<Post>, string]>([
    [
      "one reaction of two",
      {
        reactions: [
          { emoji: "👍", count: -5 },
          { emoji: "❤", count: 2 },
        ],
      },
      { reactions: [{ emoji: "❤", count: 2 }] },
      'reactions.0 of a post was left out, because a file cannot contain it (less than 0): {"emoji":"👍","count":-5}',
    ],
    [
      "the voters of a poll",
      { poll: { question: "Fog?", kind: "Quiz", options: [{ text: "Yes", percent: 250 }], voters: 1.5 } },
      { poll: { question: "Fog?", kind: "Quiz", options: [{ text: "Yes" }] } },
      "poll.voters of a post was left out, because a file cannot contain it (not a whole number up to 9007199254740991): 1.5",
    ],
    [
      "the number of a quote",
      { replyTo: { author: "Quay", excerpt: "Fog", number: 1e21 } },
      { replyTo: { author: "Quay", excerpt: "Fog" } },
      "replyTo.number of a post was left out, because a file cannot contain it (not a whole number up to 9007199254740991): 1e+21",
    ],
    [
      "half a sign",
      { text: "fog \uD83D @quay_desk", mentions: ["quay_desk"] },
      { text: "fog \uFFFD @quay_desk", mentions: ["quay_desk"] },
      'text of a post was changed, because a file cannot contain it (half a surrogate pair): "fog \\ud83d @quay_desk"',
    ],
  ])("leaves out the least part that does not fit, and keeps it in a notice: %s", (_, told, kept, reason) => {
    const { post, notices } = fitting(postOf(told));
    expect(post).toEqual({ ...postOf(), ...kept });
    expect(notices.map((notice) => notice.reason)).toContain(reason);
    expect(notices[0]).toMatchObject({ rule: "posts/unfit", file: "pier.txt", line: 1 });
  });
});
