import { describe, expect, test } from "vitest";
import { telegramJson, telegramJsonLines } from "../../src/exports/telegram-json.ts";
import { held } from "./held.ts";

/** Reads an export of one channel with these messages; each has a number and a minute of its own where it tells none. */
function read(messages: readonly object[], head: object = { name: "Tidewatch", type: "public_channel" }) {
  const numbered = messages.map((message, index) => ({
    id: index + 1,
    type: "message",
    date_unixtime: `${1_733_000_000 + 60 * index}`,
    ...message,
  }));
  return readText(JSON.stringify({ ...head, messages: numbered }, undefined, 1));
}

function readText(text: string) {
  const { write, end } = telegramJson.read();
  write(new TextEncoder().encode(text));
  return held(end());
}

function postsOf(messages: readonly object[]) {
  return read(messages).channels[0]?.posts ?? [];
}

describe("telegramJson", () => {
  test("keeps what is no count and no number of a post, and says so", () => {
    const poll = { question: "Tide?", total_voters: 2.5, answers: [{ text: "High", voters: 1.5 }, { text: "Low" }] };
    const { channels, findings } = read([
      { text: "Half", reply_to_message_id: 4.5 },
      { text: "Far", reply_to_message_id: 2 ** 60 },
      { text: "Seen", views: "often" },
      { text: "", poll },
      { text: "Less", poll: { question: "Ebb?", total_voters: -3, answers: [{ text: "No", voters: -1 }] } },
    ]);
    expect(channels[0]?.posts.map(({ unread }) => unread)).toEqual([
      [{ key: "reply_to_message_id", json: "4.5" }],
      [{ key: "reply_to_message_id", json: `${2 ** 60}` }],
      [{ key: "views", json: '"often"' }],
      [
        { key: "poll.total_voters", json: "2.5" },
        { key: "poll.answers.voters", json: "1.5" },
      ],
      [
        { key: "poll.total_voters", json: "-3" },
        { key: "poll.answers.voters", json: "-1" },
      ],
    ]);
    expect(findings.map(({ rule, reason }) => [rule, /^"[^"]+"/u.exec(reason)?.[0]])).toEqual([
      ["export/unread", '"reply_to_message_id"'],
      ["export/unread", '"views"'],
      ["export/unread", '"poll.total_voters"'],
      ["export/unread", '"poll.answers.voters"'],
    ]);
    expect(channels[0]?.posts.every(({ media }) => !media.includes("unknown"))).toBe(true);
  });

  test("tells the first findings of a rule, and how many more there are", () => {
    const lines = ['{"id":1,"date":1733000000,"text":"Fog"}', ...Array.from({ length: 500 }, () => "no JSON")];
    const { write, end } = telegramJsonLines.read();
    write(new TextEncoder().encode(`${lines.join("\n")}\n`));
    const { findings } = held(end());
    expect(findings).toHaveLength(21);
    expect(findings.slice(0, 20).map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
    expect(findings[20]).toEqual({ rule: "export/damaged", reason: "and 480 more like that, the last on line 501" });
  });

  test("gives the words of every kind of entity as Telegram shows them, and keeps addresses behind words", () => {
    const kinds = [
      "plain",
      "bold",
      "italic",
      "underline",
      "strikethrough",
      "spoiler",
      "code",
      "pre",
      "blockquote",
      "link",
      "mention",
      "mention_name",
      "hashtag",
      "cashtag",
      "bot_command",
      "email",
      "phone",
      "bank_card",
      "custom_emoji",
      "a kind of tomorrow",
    ];
    const entities = kinds.map((type) => ({ type, text: `<${type}>` }));
    const behind = { type: "text_link", text: "the tide table", href: "https://tides.example/today" };
    const [post] = postsOf([{ text_entities: [...entities, { type: "plain", text: " in " }, behind] }]);
    expect(post?.text).toBe(`${kinds.map((kind) => `<${kind}>`).join("")} in the tide table`);
    expect(post?.hiddenLinks).toEqual(["https://tides.example/today"]);
  });

  test("reads the text of older versions, which have no entities", () => {
    const text = ["High water at ", { type: "bold", text: "nine" }, ".\r\nLow water at three.\n"];
    expect(postsOf([{ text }])[0]?.text).toBe("High water at nine.\nLow water at three.");
    expect(postsOf([{ text: "Plain words" }])[0]?.text).toBe("Plain words");
  });

  test("keeps whom a name means, the bot between, and what a button copies", () => {
    const [post, odd] = postsOf([
      {
        text: ["Thanks, ", { type: "mention_name", text: "Ada", user_id: 41 }, "!"],
        via_bot: "@tide_bot",
        inline_bot_buttons: [[{ type: "copy_text", text: "Code", data: "TIDE 24" }]],
      },
      { text: "Fog", via_bot: "no name" },
    ]);
    expect(post).toMatchObject({
      text: "Thanks, Ada!",
      entities: [{ kind: "link", offset: 8, length: 3, href: "tg://user?id=41" }],
      viaBot: "tide_bot",
      buttons: [{ text: "Code", copies: "TIDE 24" }],
    });
    expect(post).not.toHaveProperty("unread");
    expect(odd).toMatchObject({ text: "Fog", unread: [{ key: "via_bot", json: '"no name"' }] });
  });

  test("an address behind words that is none of the web's is left out", () => {
    const text = [{ type: "text_link", text: "run", href: "javascript:alert(1)" }];
    expect(postsOf([{ text }])[0]).toMatchObject({ text: "run", hiddenLinks: [] });
  });

  test("tells the moment, the edit, the number, the forward and the reactions", () => {
    const [post] = postsOf([
      {
        id: 41,
        date: "2024-12-07T22:24:19",
        date_unixtime: "1733606659",
        edited_unixtime: "1733606700",
        forwarded_from: "Pilot Station",
        text: "The pilot boards at six.",
        reactions: [
          { type: "emoji", count: 3, emoji: "👍" },
          { type: "custom_emoji", count: 2, document_id: "stickers/wave.webm" },
          { type: "paid", count: 5 },
        ],
      },
    ]);
    expect(post).toMatchObject({
      number: 41,
      time: { kind: "moment", utc: "2024-12-07T21:24:19Z" },
      edited: "2024-12-07T21:25:00Z",
      forwardedFrom: "Pilot Station",
      reactions: [
        { emoji: "👍", count: 3 },
        { emoji: "", count: 2 },
        { emoji: "⭐", count: 5 },
      ],
    });
  });

  test("without a moment, as older versions wrote, it tells the clock of the writer", () => {
    const { channels, findings } = readText(
      JSON.stringify({
        name: "Tidewatch",
        messages: [{ id: 1, type: "message", date: "2019-12-07T22:24:19", text: "a" }],
      }),
    );
    expect(channels[0]?.posts[0]?.time).toEqual({ kind: "local", local: "2019-12-07T22:24:19" });
    expect(findings).toEqual([]);
  });

  test("a day in another spelling than ISO 8601 is no moment, though its year looks like a time zone", () => {
    const message = { id: 1, type: "message", date: "07-12-2024", text: "a" };
    const dated = { id: 2, type: "message", date: "2024-12-08T10:00:00+0300", text: "b" };
    const { channels } = readText(JSON.stringify({ name: "Tidewatch", messages: [message, dated] }));
    const told = { kind: "moment", utc: "2024-12-08T07:00:00Z", ahead: 10_800 };
    expect(channels[0]?.posts.map(({ time }) => time)).toEqual([{ kind: "between", times: [told, told] }, told]);
  });

  test("a reply tells the number of the post it answers, and quotes its first words where the file holds it", () => {
    const posts = postsOf([
      { text: `The bell was rung\nat noon. ${"And again. ".repeat(20)}` },
      { text: "By whom?", reply_to_message_id: 1 },
      { text: "And when?", reply_to_message_id: 99 },
      { text: "Where?", reply_to_message_id: 1, reply_to_peer_id: "channel42" },
    ]);
    expect(posts[1]?.replyTo?.author).toBe("Tidewatch");
    expect(posts[1]?.replyTo?.excerpt).toMatch(/^The bell was rung at noon\. .*…$/u);
    expect(posts[1]?.replyTo?.excerpt.length).toBeLessThanOrEqual(120);
    expect(posts[1]?.replyTo?.number).toBe(1);
    expect(posts[2]?.replyTo).toEqual({ author: "Tidewatch", excerpt: "", number: 99 });
    // What is answered stands in another chat, whose numbers are its own.
    expect(posts[3]?.replyTo).toBeUndefined();
  });

  test("tells who signed a post", () => {
    const posts = postsOf([{ text: "fog", author: "Ada Fenn" }, { text: "sun" }]);
    expect(posts.map(({ signature }) => signature)).toEqual(["Ada Fenn", undefined]);
  });

  test("joins the parts of an album under its first number, and no more than them", () => {
    const second = { date_unixtime: "1733000000", photo: "(File not included.)" };
    const posts = postsOf([
      { ...second, text: "" },
      { ...second, text: "Three boats" },
      { ...second, media_type: "video_file", photo: undefined, file: "boat.mp4", text: "" },
      { ...second, text: "A fourth, alone" },
      { photo: "later.jpg", text: "" },
    ]);
    expect(posts.map(({ number, text, media }) => [number, text, media])).toEqual([
      [1, "Three boats", ["photo", "photo", "video"]],
      [4, "A fourth, alone", ["photo"]],
      [5, "", ["photo"]],
    ]);
    expect(posts[0]?.lines).toHaveLength(3);
  });

  test("an album of a file on one line is on that line once", () => {
    const photo = { type: "message", date_unixtime: "1733000000", text: "", photo: "(File not included.)" };
    const messages = [1, 2, 3].map((id) => ({ ...photo, id }));
    const { channels } = readText(JSON.stringify({ name: "Tidewatch", type: "public_channel", id: 7, messages }));
    const post = channels[0]?.posts[0];
    expect(post?.albumNumbers).toEqual([2, 3]);
    expect(post?.lines).toEqual([[1, 1]]);
  });

  test("tells polls, files and service messages", () => {
    const posts = postsOf([
      {
        text: "",
        poll: {
          question: "Which day?",
          closed: false,
          total_voters: 8,
          answers: [
            { text: "Saturday", voters: 6, chosen: false },
            { text: "Sunday", voters: 2, chosen: false },
          ],
        },
      },
      {
        text: "The chart",
        file: "files/chart.pdf",
        file_name: "chart.pdf",
        file_size: 1_258_291,
        mime_type: "application/pdf",
      },
      { type: "service", action: "pin_message", actor: "Tidewatch", message_id: 2, text: "" },
      { type: "service", action: "edit_group_title", title: "Tidewatch East", text: "" },
    ]);
    expect(posts[0]).toMatchObject({
      text: "Which day?\nAnonymous Poll\n75%\nSaturday\n25%\nSunday\n8 voters",
      media: ["poll"],
      poll: { question: "Which day?", options: [{ percent: 75 }, { percent: 25 }], voters: 8 },
    });
    expect(posts[1]).toMatchObject({ media: ["document"], files: [{ name: "chart.pdf", size: "1.2 MB" }] });
    expect(posts[2]).toMatchObject({
      text: "Tidewatch pinned «The chart»",
      service: { event: "pinned", about: "«The chart»" },
    });
    expect(posts[3]).toMatchObject({ service: { event: "name", about: "Tidewatch East" } });
  });

  test("reads the channels of a whole account and leaves private talk out", () => {
    const message = { id: 1, type: "message", date_unixtime: "1733000000", text: "a" };
    const { channels, findings } = readText(
      JSON.stringify({
        chats: {
          list: [
            { name: "Ada", type: "personal_chat", messages: [{ ...message, text: "a secret" }] },
            { name: "Tidewatch", type: "public_channel", messages: [message] },
            { name: "Mole", type: "private_channel", messages: [message] },
          ],
        },
      }),
    );
    expect(channels.map(({ name }) => name)).toEqual(["Tidewatch", "Mole"]);
    expect(findings.map(({ reason }) => reason)).toEqual(["1 of its chats are not channels and were left out"]);
    expect(JSON.stringify(channels)).not.toContain("secret");
  });

  test("a key that holds what it never holds is told and kept, and the rest of the message is read", () => {
    const { channels, findings } = read([
      { text: "fog" },
      { text: { words: 7 } },
      { id: "x", text: "mist" },
      { date_unixtime: "soon", text: "rain", reply_to_message_id: null, edited_unixtime: "" },
      { text: "sun" },
    ]);
    const posts = channels[0]?.posts ?? [];
    expect(posts.map(({ number, text, media }) => [number, text, media])).toEqual([
      [1, "fog", []],
      [2, "", ["unknown"]],
      [undefined, "mist", []],
      [4, "rain", []],
      [5, "sun", []],
    ]);
    expect(posts[1]?.unread).toEqual([{ key: "text", json: '{"words":7}' }]);
    expect(posts[3]?.time).toMatchObject({ kind: "between", times: [posts[2]?.time, posts[4]?.time] });
    expect(findings.map(({ rule, line }) => [rule, line])).toEqual([
      ["export/unread", 11],
      ["export/unread", 19],
      ["export/unread", 25],
    ]);
  });

  test("a key called __proto__ or constructor is a key like any other", () => {
    const text =
      '{"name":"T","messages":[{"id":1,"type":"message","date_unixtime":"1","__proto__":{"text":"x"},"constructor":1,"text":"fog"}]}';
    expect(readText(text).channels[0]?.posts[0]?.text).toBe("fog");
    expect(Object.hasOwn(Object.prototype, "text")).toBe(false);
  });
});
