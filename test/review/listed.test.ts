import { describe, expect, test } from "vitest";
import type { Day } from "../../src/model/day.ts";
import { givenDay } from "../../src/model/given.ts";
import type { MediaFile, Post } from "../../src/model/post.ts";
import { listedDoubts, type SettledPlace, shownListed } from "../../src/review/listed.ts";
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

const aPost = (parts: Partial<Post>): Post => postWith({ id: "1000000001", ...parts });
const source = aPost({}).source;
const ada = { by: "Ada", on: "2026-11-29" as Day };

describe("what an editor found right is not asked again", () => {
  const versions = [{ file: "later.txt", text: "The boat is out." }];
  const two = { id: "1000000001", text: "The boat is in.", versions, alsoIn: [{ ...source, file: "later.txt" }] };

  test("differing texts, until a dump shows another one", () => {
    const checked = { versions: { dumps: [source.file, "later.txt"], ...ada } };
    expect(listedDoubts([aPost(two)])).toMatchObject([{ kind: "versions", seen: [source.file, "later.txt"] }]);
    expect(listedDoubts([aPost({ ...two, checked })])).toEqual([]);
    const same = {
      ...two,
      versions: [{ ...versions[0], file: "later.txt", alsoIn: ["last.txt"], text: "The boat is out." }],
    };
    const sources = ["later.txt", "last.txt"].map((file) => ({ ...source, file }));
    expect(listedDoubts([aPost({ ...same, alsoIn: sources, checked })])).toEqual([]);
    const other = [...versions, { file: "last.txt", text: "The boat is lost." }];
    expect(listedDoubts([aPost({ ...two, versions: other, alsoIn: sources, checked })])).toMatchObject([
      { kind: "versions", seen: [source.file, "later.txt", "last.txt"] },
    ]);
  });

  test("possible duplicates, until another post says the same", () => {
    const text = "Water is cut off in the upper lanes from nine to noon.";
    const ids = ["1000000001", "1000000002", "1000000003"];
    const checked = { duplicates: { posts: ids.slice(1, 2), ...ada } };
    const posts = ids.map((id, at) => postWith({ id, text, ...(at === 0 ? { checked } : {}) }));
    expect(listedDoubts(posts.slice(0, 2))).toEqual([]);
    expect(listedDoubts(posts)).toMatchObject([{ kind: "duplicates", seen: ids.slice(1) }]);
  });

  test("a picture that needs no description", () => {
    const post = { text: "The boat.", media: ["photo" as const], mediaFiles: [kept()] };
    expect(listedDoubts([aPost(post)]).map(({ kind }) => kind)).toEqual(["media"]);
    expect(listedDoubts([aPost({ ...post, checked: { media: ada } })])).toEqual([]);
  });
});

describe("what an editor set and a dump contradicts is listed once", () => {
  test("a date that a capture tells otherwise, or that lies behind a capture of the post", () => {
    const dating = givenDay("2025-03-10" as Day, ada);
    const early = [{ ...source, file: "early.txt", retrieved: "2025-03-01" as Day }];
    const told = aPost({ dating, published: "2025-03-01T10:00:00Z" });
    expect(listedDoubts([aPost({ dating })])).toEqual([]);
    expect(listedDoubts([told])).toMatchObject([{ kind: "contradicted", seen: [source.file] }]);
    const [before] = listedDoubts([aPost({ dating, alsoIn: early })]);
    expect(before).toMatchObject({ kind: "contradicted", seen: ["early.txt"] });
    expect(before?.what).toContain("captured on 2025-03-01, before that day");
    const checked = { date: { dumps: ["early.txt"], ...ada } };
    expect(listedDoubts([aPost({ dating, alsoIn: early, checked })])).toEqual([]);
    expect(listedDoubts([aPost({ dating, published: "2025-03-01T10:00:00Z", checked })])).toHaveLength(1);
  });

  const [above, below] = ["The ferry is back from the yard.", "She sails at noon on Sunday."];
  const place = { file: "may.txt", line: 7, above, below, despite: [] };
  const inFile = (file: string, id: string, text: string) => postWith({ id, text, source: { ...source, file } });
  const apart = (file: string, id: number) => [
    inFile(file, `${id}`, `Fog again.\n${above}`),
    inFile(file, `${id + 1}`, `${below}\nAll welcome.`),
  ];
  const together = (file: string, id: number) => [inFile(file, `${id}`, `${above}\n\n${below}`)];

  test("a boundary that another dump shows inside a post, and a join that one shows between two", () => {
    const start = { ...place, to: "start" as const };
    const join = { ...place, to: "join" as const };
    const parted = apart("may.txt", 1000000001);
    const whole = together("may.txt", 1000000001);
    const doubts = (posts: readonly Post[], settled: SettledPlace) =>
      listedDoubts(posts, [settled]).filter(({ kind }) => kind === "contradicted");
    expect(doubts(parted, start)).toEqual([]);
    expect(doubts([...parted, ...together("june.txt", 1000000005)], start)).toMatchObject([
      { line: 7, dump: "may.txt", seen: ["june.txt"] },
    ]);
    expect(doubts([...parted, ...apart("june.txt", 1000000005)], start)).toEqual([]);
    expect(doubts([...parted, ...together("june.txt", 1000000005)], { ...start, despite: ["june.txt"] })).toEqual([]);
    expect(doubts([...whole, ...apart("june.txt", 1000000005)], join)).toMatchObject([{ seen: ["june.txt"] }]);
    expect(doubts([...whole, ...together("june.txt", 1000000005)], join)).toEqual([]);
    const elsewhere = together("june.txt", 1000000005).map((post) => ({
      ...post,
      channel: { ...post.channel, key: "another" },
    }));
    expect(doubts([...parted, ...elsewhere], start)).toEqual([]);
  });
});
