import { describe, expect, test } from "vitest";
import { changedFields, changeLine } from "../../src/archive/changes.ts";
import type { Day } from "../../src/model/day.ts";
import type { Post } from "../../src/model/post.ts";
import { postOf } from "./post-arbitrary.ts";

const source = {
  file: "pier.txt",
  sha256: "a".repeat(64),
  dialect: "preview",
  lines: [[1, 4]],
  sequence: 1,
} as const;
const other = { ...source, file: "quay.txt", sha256: "b".repeat(64) } as const;
const old = postOf({ text: "Fog over the pier", source });

/** A change of every field that a post's file keeps, and what people are told of it. */
const cases: { readonly [Field in keyof Required<Post>]: readonly [Partial<Post>, string] | undefined } = {
  // A post is known by its id; mentions and links are read from the text; `correctedByHand` is told by the file alone.
  id: undefined,
  correctedByHand: undefined,
  channel: [{ channel: { ...old.channel, name: "Pier" } }, "channel"],
  dating: [{ dating: { ...old.dating, latest: "2031-01-01" as Day } }, "interval"],
  title: [{ title: "Fog" }, "title"],
  text: [{ text: "Fog over the quay" }, "text"],
  entities: [{ entities: [{ kind: "bold", offset: 0, length: 3 }] }, "formatting"],
  language: [{ language: "fr" }, "language"],
  tags: [{ tags: [{ key: "fog", label: "Fog" }] }, "tags"],
  mentions: [{ mentions: ["harbour_desk"] }, "tags"],
  links: [{ links: ["https://pier.example"] }, "tags"],
  forwardedFrom: [{ forwardedFrom: "Quay" }, "forward"],
  forwardedAuthor: [{ forwardedAuthor: "the clerk" }, "forward"],
  replyTo: [{ replyTo: { author: "Quay", excerpt: "Fog" } }, "reply"],
  media: [{ media: ["video"] }, "media"],
  mediaFiles: [{ mediaFiles: [{ kind: "photo", path: "photos/1.jpg" }] }, "media"],
  linkPreview: [{ linkPreview: { site: "Pier Post", title: "Fog" } }, "media"],
  poll: [{ poll: { question: "Fog?", kind: "Quiz", options: [] } }, "media"],
  files: [{ files: [{ name: "fog.pdf", size: "1 MB" }] }, "media"],
  buttons: [{ buttons: [{ text: "Rota" }] }, "media"],
  unread: [{ unread: [{ key: "hologram", json: "{}" }] }, "media"],
  service: [{ service: { event: "pinned" } }, "media"],
  reactions: [{ reactions: [{ emoji: "👍", count: 300 }] }, "reactions"],
  views: [{ views: { count: 812 } }, "views"],
  signature: [{ signature: "Ada Fenn" }, "signature"],
  viaBot: [{ viaBot: "tide_bot" }, "bot"],
  topic: [{ topic: "Tides" }, "topic"],
  clock: [{ clock: "21:14" }, "clock time"],
  editedMark: [{ editedMark: true }, "edits"],
  repairs: [{ repairs: [{ rule: "r", line: 1, from: "a", to: "b" }] }, "repairs"],
  boundary: [{ boundary: { kind: "inferred", probability: 0.7 } }, "boundary confidence"],
  source: [{ source: { ...source, lines: [[1, 5]] } }, "limits"],
  alsoIn: [{ alsoIn: [other] }, "captures"],
  number: [{ number: 7 }, "number"],
  albumNumbers: [{ albumNumbers: [8] }, "number"],
  published: [{ published: "2025-02-03T10:00:00Z" }, "date"],
  edited: [{ edited: "2025-02-03T10:00:00Z" }, "edits"],
  versions: [{ versions: [{ file: "quay.txt", text: "Fog" }] }, "edits"],
  withdrawn: [{ withdrawn: "sold" }, "withdrawal"],
  checked: [{ checked: { media: {} } }, "checks"],
};

describe("changedFields()", () => {
  test.each(
    Object.entries(cases).flatMap(([field, each]) => (each === undefined ? [] : [[field, ...each] as const])),
  )("sees another %s", (_, change, name) => {
    expect(changedFields(old, { ...old, ...change })).toEqual([name]);
    expect(changedFields({ ...old, ...change }, old)).toEqual([name]);
  });

  test("tells the day, its interval and its grounds apart", () => {
    const dating = { ...old.dating, best: "2025-02-01" as Day, basis: "mention" as const };
    expect(changedFields(old, { ...old, dating })).toEqual(["date", "grounds of the date"]);
  });

  test("sees nothing in the order of keys", () => {
    const { key, name, identified } = old.channel;
    expect(
      changedFields({ ...old, channel: { key, name, identified } }, { ...old, channel: { identified, name, key } }),
    ).toEqual([]);
  });

  test("a better capture of the same lines is another capture, not another limit", () => {
    const better = { ...old, source: { ...other, lines: [[9, 12]] as const, sequence: 3 }, alsoIn: [source] };
    expect(changedFields(old, better)).toEqual(["captures"]);
  });
});

test("changeLine() tells id, channel, day, title and what is other than before, in one line", () => {
  const title = `Fog\n"${"and fog ".repeat(20)}"`;
  const line = changeLine({ kind: "changed", post: { ...old, title }, what: ["date", "interval"] });
  expect(line).toMatch(/^changed [0-9a-z]{10} \S+ \d{4}-\d{2}-\d{2} "Fog\\n\\"and fog .*…": date, interval$/u);
  expect(line.length).toBeLessThan(140);
  expect(changeLine({ kind: "gone", post: old, what: [] })).toMatch(/ "[^"]*"$/u);
  expect(changeLine({ kind: "changed", post: old, what: [] })).toMatch(/: its file's name or form only$/u);
});
