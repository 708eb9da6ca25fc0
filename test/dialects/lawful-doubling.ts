import fc from "fast-check";
import { readSource, type SourceText } from "../../src/read/source-text.ts";

/** A post as a page would show it, before an extractor prints its text twice. */
export interface PagePost {
  readonly forwardedFrom?: string;
  readonly videos: number;
  readonly text: readonly string[];
  /** Whether `Please open Telegram…` stands behind the text. */
  readonly hasCustomEmoji: boolean;
  readonly reactions?: string;
}

const words = ["pier", "маяк", "渡轮", "کشتی", "човен", "herring", "fog", "bell"];

/** Posts whose lines differ from each other, so that one reading of the doubled page is the only lawful one. */
export const pagePosts: fc.Arbitrary<readonly PagePost[]> = fc
  .array(
    fc.record({
      forwarded: fc.boolean(),
      videos: fc.integer({ min: 0, max: 2 }),
      lines: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 7 }),
      hasCustomEmoji: fc.boolean(),
      reactions: fc.option(fc.constantFrom("👍3", "❤41🔥2", "👍2.49K"), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((posts) =>
    posts.map(({ forwarded, videos, lines, hasCustomEmoji, reactions }, post) => ({
      ...(forwarded ? { forwardedFrom: "Harbour Gazette" } : {}),
      videos,
      text: lines.map((word, line) => `Post ${post} says in line ${line} something about the ${word}.`),
      hasCustomEmoji,
      ...(reactions === undefined ? {} : { reactions }),
    })),
  );

/** The page through an extractor that doubles: the text, then the text again from its second line on. */
export function doubledPage(posts: readonly PagePost[]): SourceText {
  const lines = posts.flatMap(({ forwardedFrom, videos, text, hasCustomEmoji, reactions }) => [
    ...(forwardedFrom === undefined ? [] : [`Forwarded from\u00A0${forwardedFrom}`]),
    ...Array.from({ length: videos }, () => ["Media is too big", "VIEW IN TELEGRAM"]).flat(),
    ...text,
    ...text.slice(1),
    ...(hasCustomEmoji ? ["Please open Telegram to view this post", "VIEW IN TELEGRAM"] : []),
    ...(reactions === undefined ? [] : [reactions]),
  ]);
  return readSource(Buffer.from(lines.join("\n")), "doubled.txt");
}
