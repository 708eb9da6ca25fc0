import { expect, test } from "vitest";
import type { MediaFile } from "../../src/model/post.ts";
import { listedDoubts, shownListed } from "../../src/review/listed.ts";
import { postWith } from "../site/fixture.ts";

const kept = (more: Partial<MediaFile> = {}): MediaFile => ({
  kind: "photo",
  sha256: "a".repeat(64),
  type: "jpg",
  ...more,
});

test("the review asks what pictures show, those of posts without words first, and nothing of what is described or no picture", () => {
  const posts = [
    postWith({ id: "1000000001", text: "The boat is in.", media: ["photo"], mediaFiles: [kept(), kept()] }),
    postWith({ id: "1000000002", text: "", title: "", media: ["photo"], mediaFiles: [kept()] }),
    postWith({ id: "1000000003", text: "", media: ["photo"], mediaFiles: [kept({ alt: "A boat." })] }),
    postWith({
      id: "1000000004",
      text: "The table.",
      media: ["document"],
      mediaFiles: [kept({ kind: "document", type: "pdf" })],
    }),
    postWith({ id: "1000000005", text: "", media: ["video"] }),
    postWith({ id: "1000000006", text: "", media: ["poll"], poll: { question: "Fog?", kind: "Poll", options: [] } }),
  ];
  const media = listedDoubts(posts).filter(({ kind }) => kind === "media");
  expect(media.map(({ posts: ids, what }) => [ids[0], what.slice(0, 22)])).toEqual([
    ["1000000002", "A picture without a de"],
    ["1000000005", "Not captured and not d"],
    ["1000000001", "2 pictures without a d"],
  ]);
});

test("what is listed comes with the texts that captures show and the pictures that nobody described", () => {
  const posts = [
    postWith({
      id: "1000000001",
      text: "The boat is in.",
      versions: [{ file: "later.txt", text: "The boat is out." }],
      media: ["photo"],
      mediaFiles: [kept(), kept({ sha256: "b".repeat(64), alt: "A boat." })],
    }),
  ];
  const shown = shownListed(listedDoubts(posts), new Map(posts.map((post) => [post.id, post])));
  expect(shown.find(({ kind }) => kind === "versions")?.texts?.map(({ text }) => text)).toEqual([
    "The boat is in.",
    "The boat is out.",
  ]);
  expect(shown.find(({ kind }) => kind === "media")?.pictures).toEqual([{ sha256: "a".repeat(64), type: "jpg" }]);
});
