import { expect, test } from "vitest";
import { madeChannels } from "../../scripts/lab/made-archive.ts";

const posts = madeChannels(2000).flatMap((channel) => [...channel.posts()]);

test("a made archive has as many posts as were asked for, the same each time", () => {
  expect(posts).toHaveLength(2000);
  expect(madeChannels(2000).flatMap((channel) => [...channel.posts()])).toEqual(posts);
});

test("a made archive has the vocabulary of real ones: several thousand words, and texts of 300 characters in the mean", () => {
  const words = new Set(posts.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []));
  expect(words.size).toBeGreaterThan(10_000);
  const mean = posts.reduce((sum, { text }) => sum + text.length, 0) / posts.length;
  expect(mean).toBeGreaterThan(200);
  expect(mean).toBeLessThan(400);
});
