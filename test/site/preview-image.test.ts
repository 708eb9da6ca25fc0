import { expect, test } from "vitest";
import { previewImage } from "../../src/site/charts/preview-image.ts";
import { archiveOf, manyPosts, settings } from "./fixture.ts";

test("the picture of a link shows a column for each day with posts, and no words", () => {
  const archive = archiveOf(manyPosts(130));
  const image = previewImage(archive);
  expect(image.match(/M\d+ \d+V/gu)).toHaveLength(archive.dayPaths.size);
  expect(image).not.toContain("<text");
});

test("an archive without posts has a picture, too, in the archive's colour", () => {
  const accent = { light: "#123456", dark: "#abcdef" };
  expect(previewImage({ posts: [], settings: { ...settings, accent } })).toContain('fill="#123456"');
});
