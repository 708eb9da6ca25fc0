import { expect, test } from "vitest";
import type { Day } from "../../src/model/day.ts";
import { recordOf } from "../../src/model/record.ts";
import { postOf } from "../archive/post-arbitrary.ts";

test("recordOf() gives every field of the contract", () => {
  const post = postOf({
    text: "#Fog over the pier, says @harbour_desk at https://pier.example",
    dating: {
      best: "2025-02-04" as Day,
      earliest: "2025-02-03" as Day,
      latest: "2025-02-04" as Day,
      basis: "anniversary",
      evidence: "80 years ago",
      edtf: "2025-02-03/2025-02-04",
    },
    forwardedFrom: "Marsh Radio",
    replyTo: { author: "Marsh Radio", excerpt: "Fog on…", number: 12 },
    media: ["video"],
    linkPreview: { site: "Pier Post", title: "Fog until noon" },
    poll: { question: "Fog?", kind: "Anonymous Poll", options: [{ text: "Yes", percent: 100 }], voters: 2 },
    files: [{ name: "fog.pdf", size: "1.2 MB" }],
    service: { event: "pinned", about: "«Fog»" },
    reactions: [
      { emoji: "👍", count: 2490, printed: "2.49K" },
      { emoji: "", count: 3 },
      { emoji: "", count: 4 },
    ],
    views: { count: 12_400, printed: "12.4K" },
    signature: "Ada Fenn",
    clock: "21:14",
    editedMark: true,
    source: {
      file: "pier.txt",
      sha256: "a".repeat(64),
      dialect: "preview",
      lines: [
        [16, 51],
        [60, 60],
      ],
      sequence: 2,
    },
  });
  expect(JSON.parse(JSON.stringify(recordOf(post)))).toMatchObject({
    id: "k3v9x0q2mt",
    channel: { key: "harbour", name: "Harbour Gazette", handle: "harbour" },
    date: {
      best: "2025-02-04",
      earliest: "2025-02-03",
      latest: "2025-02-04",
      basis: "anniversary",
      evidence: "80 years ago",
      edtf: "2025-02-03/2025-02-04",
    },
    title: "Fog over the pier",
    text: "#Fog over the pier, says @harbour_desk at https://pier.example",
    language: "en",
    tags: ["Fog"],
    mentions: ["harbour_desk"],
    links: ["https://pier.example"],
    forwardedFrom: "Marsh Radio",
    replyTo: { author: "Marsh Radio", excerpt: "Fog on…", number: 12 },
    media: ["video"],
    linkPreview: { site: "Pier Post", title: "Fog until noon" },
    poll: { question: "Fog?", kind: "Anonymous Poll", options: [{ text: "Yes", percent: 100 }], voters: 2 },
    files: [{ name: "fog.pdf", size: "1.2 MB" }],
    service: { event: "pinned", about: "«Fog»" },
    reactions: { "👍": 2490, custom: 7 },
    views: { count: 12_400, printed: "12.4K" },
    signature: "Ada Fenn",
    clock: "21:14",
    editedMark: true,
    source: {
      file: "pier.txt",
      sha256: "a".repeat(64),
      dialect: "preview",
      lines: [
        [16, 51],
        [60, 60],
      ],
    },
  });
});

test("recordOf() leaves out what is absent", () => {
  const record = recordOf(postOf({ text: "" }));
  const absent =
    "tags mentions links forwardedFrom replyTo media linkPreview poll files service reactions repairs views signature clock editedMark";
  for (const key of absent.split(" ")) {
    expect(record).not.toHaveProperty(key);
  }
  expect(record).toHaveProperty("text", "");
});
