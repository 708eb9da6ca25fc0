import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sameChannels } from "../../src/archive/channels.ts";
import { likeness } from "../../src/archive/likeness.ts";
import { mergeCaptures } from "../../src/archive/merge.ts";
import type { Day } from "../../src/model/day.ts";
import type { Dating, Post, Unnamed } from "../../src/model/post.ts";
import { sourcesOf } from "../../src/model/post.ts";
import { slugOf } from "../../src/text/slug.ts";
import { postOf, stated } from "./post-arbitrary.ts";

const between = (earliest: string, latest: string): Dating => ({
  best: latest as Day,
  earliest: earliest as Day,
  latest: latest as Day,
  basis: "neighbours",
  edtf: `${earliest}/${latest}`,
});

const wide = between("2025-01-01", "2025-12-31");

/** A dump of posts with these texts, oldest first, three lines a post. */
function dump(file: string, texts: readonly string[], words: Partial<Post> = {}, dialect = "preview"): Unnamed[] {
  return texts.map((text, index): Unnamed => {
    const { id: _, ...post } = postOf({ text, dating: wide, ...words });
    const sha256 = Buffer.from(file.padEnd(32, "-")).toString("hex").slice(0, 64);
    const lines = [[index * 3 + 1, index * 3 + 2]] as const;
    return { ...post, source: { file, sha256, dialect, lines, sequence: index + 1 } };
  });
}

const textsOf = (dumps: readonly (readonly Unnamed[])[]): readonly string[] =>
  mergeCaptures(dumps).map(({ post }) => `${post.text} < ${sourcesOf(post).map((source) => source.file)}`);

const long = "The harbour master says that small boats should wait for the second bell before they leave the pier";

describe("mergeCaptures()", () => {
  test("a post that two captures of a channel show is one post with both as its sources", () => {
    expect(textsOf([dump("a.txt", ["fog", long]), dump("b.txt", [long, "sun"])])).toEqual([
      "fog < a.txt",
      `${long} < a.txt,b.txt`,
      "sun < b.txt",
    ]);
  });

  test("posts of two channels are two posts, though their text is one", () => {
    const marsh: Post["channel"] = { key: "marsh", name: "Marsh Radio", identified: true };
    expect(mergeCaptures([dump("a.txt", [long]), dump("b.txt", [long], { channel: marsh })])).toHaveLength(2);
  });

  test("one text on days that cannot be the same is two posts", () => {
    const [one, other] = [between("2024-01-01", "2024-12-31"), wide];
    expect(
      mergeCaptures([dump("a.txt", [long], { dating: one }), dump("b.txt", [long], { dating: other })]),
    ).toHaveLength(2);
  });

  test("a greeting that comes every day is not taken for the one of another day", () => {
    const [one, other] = [
      dump("a.txt", ["north wind", "Good morning", "fog"]),
      dump("b.txt", ["sun", "Good morning", "rain"]),
    ];
    expect(mergeCaptures([one, other])).toHaveLength(6);
    expect(mergeCaptures([one, dump("b.txt", ["Good morning", "fog", "rain"])])).toHaveLength(4);
  });

  test("twins of one dump find their own twins in another by the posts beside them", () => {
    const one = dump("a.txt", ["fog", "Good morning", "sun", "Good morning", "rain"]);
    const other = dump("b.txt", ["sun", "Good morning", "rain"]);
    expect(textsOf([one, other])).toEqual([
      "fog < a.txt",
      "Good morning < a.txt",
      "sun < a.txt,b.txt",
      "Good morning < a.txt,b.txt",
      "rain < a.txt,b.txt",
    ]);
  });

  test("an edited post keeps both its texts, the later capture's first", () => {
    const edited = long.replace("second bell", "third bell");
    const before = "Fog is expected on the estuary from midnight on, says the keeper of the lighthouse at Marsh End";
    const next = "The fog has gone, and all boats that waited for the bell have left the pier for the estuary by noon";
    const after = (posts: Unnamed[], retrieved: string): Unnamed[] =>
      posts.map((post) => ({ ...post, source: { ...post.source, retrieved: retrieved as Day } }));
    const dumps = [
      after(dump("a.txt", [before, edited, next]), "2025-03-01"),
      after(dump("b.txt", [before, long, next]), "2025-02-01"),
    ];
    const post = mergeCaptures(dumps).find((merged) => merged.post.versions !== undefined)?.post;
    expect(post).toMatchObject({ text: edited, versions: [{ text: long, file: "b.txt" }] });
    expect(mergeCaptures(dumps)).toHaveLength(3);
  });

  test("posts with one number in their channel are one, whatever their texts", () => {
    const one = dump("a.json", ["Sun"], { number: 7 }, "telegram-json");
    const other = dump("b.html", ["Rain and hail"], { number: 7 }, "telegram-html");
    expect(mergeCaptures([one, other]).map(({ post }) => [post.text, post.versions?.map(({ text }) => text)])).toEqual([
      ["Sun", ["Rain and hail"]],
    ]);
    expect(mergeCaptures([one, dump("b.html", ["Sun"], { number: 8 }, "telegram-html")])).toHaveLength(2);
  });

  test("takes the best of each: the exact day of an export, the quote of a page, the mark, the latest reactions", () => {
    const exact: Dating = { ...stated("2025-02-04"), basis: "timestamp" };
    const exported = dump(
      "a.json",
      [long],
      { dating: exact, number: 12, published: "2025-02-04T09:30:00Z" },
      "telegram-json",
    );
    const replyTo = { author: "Pier", excerpt: "Is there fog?" };
    const shown = dump("b.txt", [long], {
      replyTo,
      reactions: [{ emoji: "👍", count: 4 }],
      boundary: { kind: "inferred", probability: 0.7 },
    });
    const [post] = mergeCaptures([shown, exported]).map((merged) => merged.post);
    expect(post).toMatchObject({
      dating: exact,
      number: 12,
      published: "2025-02-04T09:30:00Z",
      replyTo,
      reactions: [{ emoji: "👍", count: 4 }],
      boundary: { kind: "marked" },
      source: { file: "a.json" },
      alsoIn: [{ file: "b.txt" }],
    });
  });

  test("takes a boundary that a person set where the words are the same, and not for other words", () => {
    const set = dump("a.txt", [long], { number: 7, boundary: { kind: "set", by: "Ada" } });
    const judged = (words: string) =>
      dump("b.txt", [words], { number: 7, boundary: { kind: "inferred", probability: 0.7 } }).map((post) => ({
        ...post,
        source: { ...post.source, retrieved: "2025-02-09" as Day },
      }));
    const boundaries = (words: string) => mergeCaptures([set, judged(words)]).map(({ post }) => post.boundary);
    expect(boundaries(long)).toEqual([{ kind: "set", by: "Ada" }]);
    expect(boundaries(`${long} The ferry waits.`)).toEqual([{ kind: "inferred", probability: 0.7 }]);
  });

  test("takes views from the latest capture that tells them, and a quote with its words and its number", () => {
    const early = dump("a.txt", [long], { views: { count: 900 }, signature: "Ada Fenn", clock: "21:14" });
    const late = dump("b.txt", [long], { views: { count: 1_200, printed: "1.2K" }, editedMark: true });
    const dated = [early, late].map((posts, index) =>
      posts.map((post) => ({ ...post, source: { ...post.source, retrieved: `2025-02-0${index + 5}` as Day } })),
    );
    const exported = dump("c.html", [long], { replyTo: { author: "Pier", excerpt: "", number: 3 } }, "telegram-html");
    const shown = dump("d.txt", [long], { replyTo: { author: "Pier", excerpt: "Is there fog?" } });
    const [post] = mergeCaptures([...dated, exported, shown]).map((merged) => merged.post);
    expect(post).toMatchObject({
      views: { count: 1_200, printed: "1.2K" },
      signature: "Ada Fenn",
      clock: "21:14",
      editedMark: true,
      replyTo: { author: "Pier", excerpt: "Is there fog?", number: 3 },
    });
    expect(mergeCaptures([shown, exported, ...dated.toReversed()])[0]?.post).toEqual(post);
  });

  test("keeps the language that the earliest capture tells of the same words, not the one of a later capture", () => {
    const taken = (file: string, retrieved: string, language: string, text = long): Unnamed[] =>
      dump(file, [text], { language, number: 7 }).map((post) => ({
        ...post,
        source: { ...post.source, retrieved: retrieved as Day },
      }));
    const languageOf = (...dumps: readonly Unnamed[][]): unknown =>
      new Set([dumps, dumps.toReversed()].flatMap((each) => mergeCaptures(each).map(({ post }) => post.language)));
    const [first, second] = [taken("b.txt", "2025-03-01", "uz"), taken("a.txt", "2025-03-02", "tr")];
    expect(languageOf(first, second)).toEqual(new Set(["uz"]));
    expect(languageOf(taken("b.txt", "2025-03-01", "und"), second)).toEqual(new Set(["tr"]));
    expect(languageOf(taken("b.txt", "2025-03-01", "uz", `${long} at noon`), second)).toEqual(new Set(["tr"]));
  });

  test("takes the language of a later capture where a person told the language of its channel", () => {
    const taken = (file: string, day: number, language: string): Unnamed[] =>
      dump(file, [long], { language, number: 7 }).map((post) => ({
        ...post,
        source: { ...post.source, retrieved: `2025-03-0${day}` as Day },
      }));
    const dumps = [taken("a.txt", 1, "tr"), taken("b.txt", 2, "uz"), taken("c.txt", 3, "kk")];
    const languageSet = (...places: readonly number[]): unknown =>
      mergeCaptures(dumps, new Set(places)).map(({ post }) => post.language);
    expect(languageSet()).toEqual(["tr"]);
    expect(languageSet(1)).toEqual(["uz"]);
    expect(languageSet(2)).toEqual(["kk"]);
    expect(languageSet(2, 1)).toEqual(["uz"]);
  });

  test("does not depend on the order in which dumps are given, and loses no post and no text", () => {
    const someText = fc.constantFrom("fog", "sun", "rain", long, `${long} again`, "");
    const someDump = fc.array(someText, { maxLength: 6 });
    fc.assert(
      fc.property(someDump, someDump, someDump, (one, other, third) => {
        const dumps = [dump("a.txt", one), dump("b.txt", other), dump("c.txt", third)];
        const merged = mergeCaptures(dumps);
        const asTexts = (all: ReturnType<typeof mergeCaptures>): readonly string[] =>
          all.map(({ post }) => JSON.stringify(post)).sort();
        expect(asTexts(mergeCaptures(dumps.toReversed()))).toEqual(asTexts(merged));
        const readings = merged.flatMap((post) => post.readings.map(({ dump: at, place }) => `${at} ${place}`));
        expect(readings.sort()).toEqual(dumps.flatMap((posts, at) => posts.map((_, place) => `${at} ${place}`)).sort());
        for (const { readings: own } of merged)
          expect(new Set(own.map((reading) => reading.dump)).size).toBe(own.length);
      }),
    );
  });
});

describe("sameChannels()", () => {
  const named = (name: string, handle?: string): Post["channel"] => ({
    key: slugOf(handle ?? name),
    name,
    identified: true,
    ...(handle === undefined ? {} : { handle }),
  });

  test("a name alone is the channel whose user name another dump tells with it", () => {
    const [one, other] = [named("Harbour 🌊"), named("Harbour", "harbour_news")];
    expect(sameChannels([one, other])).toEqual([other, other]);
  });

  test("a name that two channels bear stays a name", () => {
    const channels = [named("Harbour"), named("Harbour", "harbour_news"), named("Harbour", "harbour_fans")];
    expect(sameChannels(channels)).toEqual(channels);
  });
});

test("likeness() of a text and itself is 1, of texts without a common word 0, and the same both ways", () => {
  expect(likeness("fog over the pier", "Fog, over the PIER!")).toBe(1);
  expect(likeness("fog", "sun")).toBe(0);
  fc.assert(fc.property(fc.string(), fc.string(), (one, other) => likeness(one, other) === likeness(other, one)));
});
