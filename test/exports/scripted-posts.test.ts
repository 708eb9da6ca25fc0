import { describe, expect, test } from "vitest";
import { exportFormat } from "../../src/exports/registry.ts";
import { readExport } from "../../src/import/read-export.ts";

/** What is read of a JSON file: its posts, its channel, and what was told. */
function read(file: unknown) {
  const { write, end } = readExport({ file: "harbour.json", sidecar: {} });
  write(new TextEncoder().encode(JSON.stringify(file, undefined, 1)));
  const { posts, report } = end();
  return { posts: [...posts], channel: report.channel, notices: report.notices.map(({ reason }) => reason) };
}

/** The channels of a JSON file, with the numbers of their posts. */
function channelsOf(file: unknown): readonly (readonly [string | undefined, readonly (number | undefined)[]])[] {
  const format = exportFormat("telegram-json");
  if (format?.kind !== "stream") throw new Error("no format reads JSON");
  const { write, end } = format.read();
  write(new TextEncoder().encode(JSON.stringify(file)));
  return end().channels.map(({ handle, posts }) => [handle, [...posts].map(({ number }) => number)]);
}

describe("posts as scripts keep them that read pages of t.me", () => {
  test("tell their channel and number as the page numbers posts", () => {
    const { posts, channel, notices } = read([
      { id: "marsh_bell/333", date: "2026-04-17T10:19:41+00:00", views: "68.4K", text: "The bell rang.", link: "" },
      { id: "marsh_bell/334", date: "2026-04-18T10:19:41+00:00", views: "9", text: "Fog.", status: "seen" },
    ]);
    expect(channel).toMatchObject({ handle: "marsh_bell" });
    expect(posts).toMatchObject([
      { number: 333, text: "The bell rang.", published: "2026-04-17T10:19:41Z", views: { count: 68_400 } },
      { number: 334, text: "Fog.", unread: [{ key: "status", json: '"seen"' }] },
    ]);
    expect(notices).toEqual([expect.stringMatching(/^"status" of a message is unknown/u)]);
  });

  test("tell them by an address under any name for it, and text and time by the names of tables", () => {
    const { posts, notices } = read({
      last_updated: "2026-10-01T19:25:33",
      count: 3,
      posts: [
        { id: "4", channel: "marsh_bell", sourceUrl: "https://t.me/marsh_bell/4", date: "2025-10-25", text: "Gate." },
        {
          ...{ id: 5, content: "A seal slept on the quay.", date: "2025-10-26T08:00:00+00:00", media_type: "none" },
          ...{ link: "https://t.me/s/marsh_bell/5", replyUrl: "https://t.me/marsh_bell/4" },
        },
        { ch: "", id: 6, ts: "2025-10-27 21:50", epoch: 1761569405, text: "Ice.", url: "https://t.me/marsh_bell/6" },
      ],
    });
    expect(posts).toMatchObject([
      { number: 4, text: "Gate.", dating: { best: "2025-10-25", earliest: "2025-10-24", latest: "2025-10-26" } },
      { number: 5, text: "A seal slept on the quay.", published: "2025-10-26T08:00:00Z", media: [] },
      { number: 6, text: "Ice.", published: "2025-10-27T12:50:05Z" },
    ]);
    expect(notices).toEqual([expect.stringMatching(/^"replyUrl" of a message is unknown/u)]);
  });

  test("of several channels in one list are parted by them", () => {
    const post = (id: string): object => ({ id, date: "2026-10-06T15:09:50Z", text: "Fog." });
    const posts = [post("marsh_bell/1"), post("Pit_News/7"), post("Marsh_Bell/2")];
    expect(channelsOf({ channels: { marsh_bell: { lastId: 2 } }, posts })).toEqual([
      ["marsh_bell", [1, 2]],
      ["Pit_News", [7]],
    ]);
  });

  test("keep what is the script's own without taking it for the post's content", () => {
    const { posts } = read([
      { id: "marsh_bell/1", date: "2026-10-06T15:09:50Z", text: "Fog.", type: "news", scores: { fog: 3 } },
    ]);
    expect(posts[0]).toMatchObject({
      media: [],
      unread: [{ key: "raw", json: JSON.stringify({ type: "news", scores: { fog: 3 } }) }],
    });
  });

  test("are no messages of Telegram that only hold an address", () => {
    const message = { id: 9, type: "message", date: "2026-10-06T15:09:50", text: "See there." };
    expect(channelsOf([{ ...message, link: "https://t.me/pit_news/3" }])).toEqual([[undefined, [9]]]);
  });
});

test("a call tells no number that opens nothing, as Telethon writes it", () => {
  const action = {
    _: "MessageActionGroupCall",
    call: { _: "InputGroupCall", id: 5, access_hash: 6 },
    duration: 16_564,
  };
  const { posts, notices } = read([{ _: "MessageService", id: 1, date: "2024-05-28T01:09:18+00:00", action }]);
  expect(posts).toMatchObject([{ media: ["service"], text: "Live stream finished (4 hours)" }]);
  expect(notices).toEqual([]);
});
