import { describe, expect, test } from "vitest";
import { relationsAmong } from "../../src/archive/relations.ts";
import type { Post, Source } from "../../src/model/post.ts";
import { inferred, postWith, stated } from "../site/fixture.ts";

const harbour = { key: "harbour", name: "Harbour News ⚓", identified: true };
const north = { key: "north", name: "North Pier", identified: true };
const nameless = { key: "dump-7", name: "Unidentified channel (dump-7)", identified: false };

const ferry =
  "The ferry to the island leaves an hour later today because of ice in the eastern channel of the bay, says the harbour master.";

function inDump(file: string, sequence: number): Source {
  return { file, sha256: `${file}`.padEnd(64, "0"), dialect: "preview", lines: [[sequence, sequence]], sequence };
}

/** Relations by ids; the posts are given oldest first. */
function related(posts: readonly Post[]) {
  const found = relationsAmong(posts);
  const id = (place: number | undefined): string | undefined => (place === undefined ? undefined : posts[place]?.id);
  const byId = (links: ReadonlyMap<number, number>) =>
    Object.fromEntries([...links].map(([from, to]) => [id(from), id(to)]));
  return {
    originals: byId(found.originals),
    quoted: byId(found.quoted),
    groups: found.groups.map(({ posts: own, first }) => ({
      posts: own.map(id),
      first: first.kind === "sure" ? id(first.post) : first.among.map(id),
    })),
  };
}

test("a reply that tells the number of its quoted post leads to that post, and to no other with the same words", () => {
  const reply = { author: harbour.name, excerpt: ferry.slice(0, 60).concat("…"), number: 3 };
  const { quoted } = related([
    postWith({ id: "third00000", channel: harbour, text: ferry, number: 3 }),
    postWith({ id: "fourth0000", channel: harbour, text: ferry, number: 4 }),
    postWith({ id: "north00000", channel: north, text: ferry, number: 3 }),
    postWith({ id: "answer0000", channel: harbour, text: "At last", replyTo: reply }),
    postWith({ id: "wordless00", channel: harbour, text: "At last!", replyTo: { ...reply, excerpt: "" } }),
    postWith({ id: "lost000000", channel: harbour, text: "At last?", replyTo: { ...reply, number: 9 } }),
  ]);
  expect(quoted).toEqual({ answer0000: "third00000", wordless00: "third00000" });
});

test("a reply by number finds its quoted post in a page that tells no numbers by its words", () => {
  const reply = { author: harbour.name, excerpt: ferry.slice(0, 60).concat("…"), number: 3 };
  const { quoted } = related([
    postWith({ id: "unnumbered", channel: harbour, text: ferry }),
    postWith({ id: "answer0000", channel: harbour, text: "At last", replyTo: reply }),
  ]);
  expect(quoted).toEqual({ answer0000: "unnumbered" });
});

describe("a forward", () => {
  test("leads to its original in another channel, whatever emoji the name has there, and to the newest of several", () => {
    const { originals } = related([
      postWith({ id: "early00000", channel: harbour, text: ferry, dating: stated("2025-01-02") }),
      postWith({ id: "original00", channel: harbour, text: ferry, dating: stated("2025-02-02") }),
      postWith({
        id: "forward000",
        channel: nameless,
        text: ferry,
        forwardedFrom: "Harbour News",
        dating: inferred("2025-02-04", 2),
      }),
      postWith({ id: "later00000", channel: harbour, text: ferry, dating: stated("2025-03-02") }),
    ]);
    expect(originals).toEqual({ forward000: "original00" });
  });

  test("of a text that was edited since leads to the post whose earlier version it shows, or nearly shows", () => {
    const shown = "The ferry sails at nine o'clock.";
    const { originals } = related([
      postWith({
        id: "edited0000",
        channel: harbour,
        text: "The ferry stays.",
        versions: [{ text: shown, file: "first.txt" }],
      }),
      postWith({ id: "forward001", channel: north, text: shown, forwardedFrom: "Harbour News" }),
      postWith({ id: "enlarged00", channel: harbour, text: `${ferry} Passengers wait in the old hall.` }),
      postWith({ id: "forward002", channel: north, text: ferry, forwardedFrom: "Harbour News" }),
    ]);
    expect(originals).toEqual({ forward001: "edited0000", forward002: "enlarged00" });
  });

  test("leads nowhere where no post is by its source, is older, or is the only one of a short text", () => {
    const { originals } = related([
      postWith({ id: "elsewhere0", channel: north, text: ferry }),
      postWith({ id: "alsofwd000", channel: harbour, text: ferry, forwardedFrom: "The mayor" }),
      postWith({
        id: "forward000",
        channel: nameless,
        text: ferry,
        forwardedFrom: "Harbour News",
        dating: stated("2025-02-04"),
      }),
      postWith({ id: "newer00000", channel: harbour, text: ferry, dating: stated("2025-02-05") }),
      postWith({ id: "morning001", channel: harbour, text: "Good morning!", dating: stated("2025-02-05") }),
      postWith({ id: "morning002", channel: harbour, text: "Good morning!", dating: stated("2025-02-06") }),
      postWith({
        id: "morning003",
        channel: north,
        text: "Good morning!",
        forwardedFrom: "Harbour News",
        dating: stated("2025-02-06"),
      }),
    ]);
    expect(originals).toEqual({});
  });
});

describe("who had a text first", () => {
  test("is sure where one post's days end before the days of all others begin", () => {
    const { groups } = related([
      postWith({ id: "first00000", channel: harbour, text: ferry, dating: inferred("2025-02-01", 1) }),
      postWith({
        id: "second0000",
        channel: north,
        text: ferry.replace("an hour", "two hours"),
        dating: inferred("2025-02-04", 1),
      }),
    ]);
    expect(groups).toEqual([{ posts: ["first00000", "second0000"], first: "first00000" }]);
  });

  test("is open among the posts whose days overlap with the earliest", () => {
    const { groups } = related([
      postWith({
        id: "first00000",
        channel: harbour,
        text: ferry,
        dating: inferred("2025-02-01", 2),
        source: inDump("a.txt", 1),
      }),
      postWith({
        id: "second0000",
        channel: north,
        text: ferry,
        dating: inferred("2025-02-02", 2),
        source: inDump("b.txt", 1),
      }),
      postWith({
        id: "third00000",
        channel: nameless,
        text: ferry,
        dating: inferred("2025-02-09", 2),
        source: inDump("c.txt", 1),
      }),
    ]);
    expect(groups).toEqual([
      { posts: ["first00000", "second0000", "third00000"], first: ["first00000", "second0000"] },
    ]);
  });

  test("is told by the moments of publication and by the order of one dump, where days do not tell it", () => {
    const day = { dating: stated("2025-02-04"), text: ferry };
    const byMoment = related([
      postWith({ ...day, id: "noon000000", published: "2025-02-04T12:00:00Z", source: inDump("a.txt", 1) }),
      postWith({
        ...day,
        id: "morning000",
        channel: north,
        published: "2025-02-04T07:00:00Z",
        source: inDump("b.txt", 1),
      }),
    ]);
    expect(byMoment.groups[0]?.first).toBe("morning000");
    const byOrder = related([
      postWith({ ...day, id: "again00000", source: inDump("a.txt", 7) }),
      postWith({ ...day, id: "before0000", source: inDump("a.txt", 3) }),
    ]);
    expect(byOrder.groups[0]?.first).toBe("before0000");
  });
});

describe("a reply", () => {
  const quote = { author: "Harbour News", excerpt: "The ferry to the island leaves an hour later today because of…" };

  test("of a channel that its dump does not name leads to the quoted post in another dump", () => {
    const { quoted } = related([
      postWith({
        id: "quoted0000",
        channel: harbour,
        text: ferry,
        dating: stated("2025-02-01"),
        source: inDump("a.txt", 1),
      }),
      postWith({
        id: "reply00000",
        channel: nameless,
        text: "It has come.",
        replyTo: quote,
        dating: inferred("2025-02-03", 4),
      }),
    ]);
    expect(quoted).toEqual({ reply00000: "quoted0000" });
  });

  test("leads to the post whose earlier version it quotes, and to a forward where the original is not there", () => {
    const { quoted } = related([
      postWith({ id: "edited0000", channel: harbour, text: "It sails.", versions: [{ text: ferry, file: "a.txt" }] }),
      postWith({ id: "reply00001", channel: harbour, text: "When?", replyTo: quote }),
    ]);
    expect(quoted).toEqual({ reply00001: "edited0000" });
    const forwarded = related([
      postWith({ id: "forward000", channel: nameless, text: ferry, forwardedFrom: "Harbour News ⚓" }),
      postWith({ id: "reply00002", channel: north, text: "When?", replyTo: quote }),
    ]);
    expect(forwarded.quoted).toEqual({ reply00002: "forward000" });
  });

  test("never leads to a post that is newer", () => {
    const { quoted } = related([
      postWith({ id: "reply00000", channel: harbour, text: "When?", replyTo: quote, dating: stated("2025-02-03") }),
      postWith({ id: "newer00000", channel: harbour, text: ferry, dating: stated("2025-02-04") }),
    ]);
    expect(quoted).toEqual({});
  });
});

test("a service message that quotes a post is no second one of it", () => {
  const post = postWith({ id: "a000000001", text: ferry, dating: stated("2024-03-01") });
  const pin = postWith({
    id: "a000000002",
    text: `Harbour News pinned «${ferry}»`,
    media: ["service"],
    dating: stated("2024-03-02"),
  });
  expect(related([post, pin]).groups).toEqual([]);
  expect(related([post, { ...pin, media: [] }]).groups).toHaveLength(1);
});
