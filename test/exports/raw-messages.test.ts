import { describe, expect, test } from "vitest";
import { readExport } from "../../src/import/read-export.ts";

/** What is read of a JSON file: its posts, and the rules of what was told. */
function read(file: unknown) {
  const { write, end } = readExport({ file: "harbour.json", sidecar: {} });
  write(new TextEncoder().encode(JSON.stringify(file, undefined, 1)));
  const { posts, report } = end();
  return { posts: [...posts], channel: report.channel, rules: report.notices.map(({ rule }) => rule) };
}

const raw = (message: object): object => ({
  ...{ _: "Message", peer_id: { _: "PeerChannel", channel_id: 1234567890 }, date: "2024-05-01T10:00:00+00:00" },
  ...{ out: false, silent: false, post: true, edit_hide: true, from_id: null, fwd_from: null, restriction_reason: [] },
  ...message,
});

describe("messages as Telegram sends them to programs, kept in a bare list", () => {
  test("tell text with entities, moment, edit, author, views, reactions, reply, forward and files", () => {
    const { posts, rules } = read([
      raw({
        id: 1,
        message: "The bell 🔔 rang, see the plan.",
        entities: [
          { _: "MessageEntityTextUrl", offset: 22, length: 8, url: "https://tides.example/plan" },
          { _: "MessageEntityBold", offset: 4, length: 4 },
          { _: "MessageEntityItalic", offset: 400, length: 4 },
        ],
        views: 52,
        edit_date: "2024-05-01T11:00:00+00:00",
        post_author: "Ada Mole",
        reactions: { results: [{ reaction: { emoticon: "👍" }, count: 3 }] },
      }),
      raw({
        id: 2,
        message: "Fog.",
        media: { _: "MessageMediaPhoto", photo: { id: 9 } },
        reply_to: { _: "MessageReplyHeader", reply_to_msg_id: 1 },
        fwd_from: { from_name: "Pit News" },
      }),
      raw({
        id: 3,
        message: "",
        media: {
          _: "MessageMediaDocument",
          document: { mime_type: "application/pdf", size: 9, attributes: [{ file_name: "tides.pdf" }] },
        },
      }),
      raw({ id: 4, _: "MessageService", message: undefined, action: { _: "MessageActionPinMessage" } }),
    ]);
    expect(rules).toEqual([]);
    expect(posts).toMatchObject([
      {
        number: 1,
        text: "The bell 🔔 rang, see the plan.",
        entities: [
          { kind: "bold", offset: 4, length: 4 },
          { kind: "link", offset: 22, length: 8, href: "https://tides.example/plan" },
        ],
        published: "2024-05-01T10:00:00Z",
        edited: "2024-05-01T11:00:00Z",
        signature: "Ada Mole",
        views: { count: 52 },
        reactions: [{ emoji: "👍", count: 3 }],
        links: ["https://tides.example/plan"],
      },
      { number: 2, media: ["photo"], replyTo: { number: 1 }, forwardedFrom: "Pit News" },
      { number: 3, text: "", media: ["document"], files: [{ name: "tides.pdf" }] },
      { number: 4, media: ["service"], text: "pinned a message" },
    ]);
  });

  test("keep whom a name means, the bot between, and what a button copies, as Pyrogram writes them", () => {
    const { posts, rules } = read([
      {
        ...{ _: "Message", id: 1, date: "2024-05-01T12:00:00Z", text: "Thanks, Ada!", via_bot: { username: "gif" } },
        entities: [{ type: "MessageEntityType.TEXT_MENTION", offset: 8, length: 3, user: { id: 41 } }],
        reply_markup: { inline_keyboard: [[{ text: "Code", copy_text: { text: "TIDE 24" } }]] },
      },
    ]);
    expect(rules).toEqual([]);
    expect(posts).toMatchObject([
      {
        text: "Thanks, Ada!",
        entities: [{ kind: "link", offset: 8, length: 3, href: "tg://user?id=41" }],
        viaBot: "gif",
        buttons: [{ text: "Code", copies: "TIDE 24" }],
      },
    ]);
  });

  test("keep what has no place among the keys of Desktop, with a mark", () => {
    const hologram = { _: "MessageMediaHologram", hologram: { question: "When?" } };
    const { posts, rules } = read([raw({ id: 1, message: "A hologram.", media: hologram })]);
    expect(posts[0]).toMatchObject({
      text: "A hologram.",
      media: ["unknown"],
      unread: [{ key: "media", json: JSON.stringify(hologram) }],
    });
    expect(rules).toEqual(["export/unread"]);
  });

  test("tell polls, places, contacts, buttons, forwards and what happened, as Telethon writes them", () => {
    const poll = {
      _: "Poll",
      question: { _: "TextWithEntities", text: "Red or green?", entities: [] },
      answers: [
        { _: "PollAnswer", text: "Red", option: "b'0'" },
        { _: "PollAnswer", text: "Green", option: "b'1'" },
      ],
      quiz: true,
    };
    const results = {
      total_voters: 3,
      results: [
        { option: "b'1'", voters: 1 },
        { option: "b'0'", voters: 2 },
      ],
    };
    const { posts, rules } = read([
      raw({ id: 1, message: "Which?", media: { _: "MessageMediaPoll", poll, results } }),
      raw({ id: 2, message: "", media: { _: "MessageMediaVenue", geo: { lat: 51.5, long: -1.2 }, title: "Mole" } }),
      raw({ id: 3, message: "", media: { _: "MessageMediaContact", first_name: "Ada", phone_number: "00" } }),
      raw({
        id: 4,
        message: "Far",
        fwd_from: { _: "MessageFwdHeader", from_id: { _: "PeerChannel", channel_id: 88 }, post_author: "Ben" },
        reply_markup: { rows: [{ buttons: [{ text: "Go", url: "https://tides.example/" }] }] },
      }),
      raw({ id: 6, message: "Near", fwd_from: { from_id: { _: "PeerUser", user_id: 41 } } }),
      { ...raw({ id: 7 }), _: "MessageService", action: { _: "MessageActionChatEditTitle", title: "Marsh Bell" } },
    ]);
    expect(rules).toEqual([]);
    expect(posts).toMatchObject([
      {
        media: ["poll"],
        poll: {
          question: "Red or green?",
          kind: "Anonymous Quiz",
          voters: 3,
          options: [
            { text: "Red", votes: 2 },
            { text: "Green", votes: 1 },
          ],
        },
      },
      { media: ["place"], text: "Mole\n51.5, -1.2" },
      { media: ["contact"], text: "Ada\n00" },
      {
        forwardedFrom: "Channel 88",
        forwardedAuthor: "Ben",
        buttons: [{ text: "Go", href: "https://tides.example/" }],
      },
      { forwardedFrom: "User 41" },
      { media: ["service"], text: "Channel name was changed to «Marsh Bell»" },
    ]);
  });

  test("tell their channel, files, entities and counts, as Pyrogram and bots write them", () => {
    const chat = {
      _: "Chat",
      id: -1001234567890,
      type: "ChatType.CHANNEL",
      title: "Marsh Bell",
      username: "marsh_bell",
    };
    const head = { _: "Message", date: "2024-03-02 10:00:00", chat, outgoing: false };
    const { posts, rules, channel } = read([
      {
        ...head,
        id: 1,
        media: "MessageMediaType.PHOTO",
        caption: "The gate is red",
        caption_entities: [
          { _: "MessageEntity", type: "MessageEntityType.BOLD", offset: 4, length: 4 },
          {
            _: "MessageEntity",
            type: "MessageEntityType.TEXT_LINK",
            offset: 0,
            length: 3,
            url: "https://gate.example/",
          },
        ],
        photo: { _: "Photo", file_id: "x", width: 10, height: 9 },
        forward_from_chat: { _: "Chat", id: -9, title: "Pit News" },
        forward_signature: "Ben",
        author_signature: "Ada",
        reactions: { _: "MessageReactions", reactions: [{ _: "Reaction", emoji: "👍", count: 3 }] },
      },
      { ...head, id: 2, voice: { _: "Voice", duration: 7, mime_type: "audio/ogg", file_size: 99 } },
      { ...head, id: 3, document: { file_name: "plan.pdf", mime_type: "application/pdf", file_size: 2048 } },
      {
        ...head,
        id: 4,
        poll: { question: "When?", options: [{ text: "Now", voter_count: 2 }], total_voter_count: 2, is_closed: true },
      },
      { ...head, id: 5, service: "MessageServiceType.NEW_CHAT_TITLE", new_chat_title: "Marsh Bells" },
    ]);
    expect(channel).toMatchObject({ name: "Marsh Bell", handle: "marsh_bell", chatId: "1234567890" });
    expect(rules.filter((rule) => rule !== "export/unread")).toEqual(["export/local-time"]);
    expect(posts).toMatchObject([
      {
        media: ["photo"],
        entities: [
          { kind: "link", offset: 0 },
          { kind: "bold", offset: 4, length: 4 },
        ],
        forwardedFrom: "Pit News",
        forwardedAuthor: "Ben",
        signature: "Ada",
        reactions: [{ emoji: "👍", count: 3 }],
      },
      { media: ["audio"], mediaFiles: [{ kind: "audio", seconds: 7, bytes: 99 }] },
      { media: ["document"], files: [{ name: "plan.pdf", size: "2 KB" }] },
      { poll: { kind: "Final Results", voters: 2, options: [{ text: "Now", votes: 2 }] } },
      { media: ["service"], text: expect.stringContaining("Marsh Bells") },
    ]);
  });

  test("tell links, previews, views and pictures, as programs list them that read pages of t.me", () => {
    const post = {
      _type: "snscrape.modules.telegram.TelegramPost",
      url: "https://t.me/s/marsh_bell/12",
      date: "2024-03-02T10:00:00+00:00",
      content: "The gate is open",
      outlinks: ["https://gate.example/a", "javascript:alert(1)", 7],
      hashtags: ["x"],
      forwarded: { _type: "snscrape.modules.telegram.Channel", username: "pit", title: "Pit News" },
      views: { _type: "snscrape.base.IntWithGranularity", value: 1200, granularity: 100 },
      media: [{ _type: "snscrape.modules.telegram.Photo", url: "https://cdn.example/1.jpg" }],
      linkPreview: { href: "https://gate.example/a", siteName: "Gate", title: "A gate", description: "Of wood" },
    };
    const { posts, rules, channel } = read([post]);
    expect(rules).toEqual([]);
    expect(channel).toMatchObject({ handle: "marsh_bell" });
    expect(posts).toMatchObject([
      {
        number: 12,
        media: ["photo"],
        links: ["https://gate.example/a"],
        forwardedFrom: "Pit News",
        views: { count: 1200 },
        linkPreview: { site: "Gate", title: "A gate", description: "Of wood" },
      },
    ]);
  });

  test("may be those that a bot receives, or have the keys of Desktop themselves", () => {
    const chat = { id: -1001234567890, title: "Harbour Bell", type: "channel" };
    const { posts } = read([
      {
        message_id: 5,
        chat,
        date: 1714557600,
        caption: "The mole.",
        caption_entities: [{ type: "bold", offset: 4, length: 4 }],
      },
      { id: 6, type: "message", date_unixtime: "1714557700", text: "The pier." },
    ]);
    expect(posts).toMatchObject([
      {
        number: 5,
        text: "The mole.",
        entities: [{ kind: "bold", offset: 4, length: 4 }],
        published: "2024-05-01T10:00:00Z",
      },
      { number: 6, text: "The pier." },
    ]);
  });

  test("may stand one a line, with what a page of t.me showed among them; a line that is none costs itself", () => {
    const lines = [
      JSON.stringify(raw({ id: 1, message: "The bell rang." })),
      JSON.stringify({
        url: "https://t.me/s/harbour_bell/2",
        date: "2024-05-02T10:00:00+00:00",
        content: "Fog.",
        _type: "x",
      }),
      "{broken",
      JSON.stringify({ id: 3, type: "message", date_unixtime: "1714700000", text: "The pier." }),
    ];
    for (const end of ["", "\n"]) {
      const { write, end: finish } = readExport({ file: "harbour.jsonl", sidecar: {} });
      const bytes = new TextEncoder().encode(lines.slice(0, 2).concat(lines.slice(3)).join("\n") + end);
      for (const byte of bytes) write(Uint8Array.of(byte));
      const { posts, report } = finish();
      expect([...posts]).toMatchObject([
        { number: 1, text: "The bell rang.", source: { lines: [[1, 1]] } },
        { number: 2, text: "Fog.", published: "2024-05-02T10:00:00Z", source: { lines: [[2, 2]] } },
        { number: 3, text: "The pier.", source: { lines: [[3, 3]] } },
      ]);
      expect(report).toMatchObject({ lines: 3, dialect: "telegram-json-lines", notices: [] });
    }
    const { write, end } = readExport({ file: "harbour.jsonl", sidecar: {} });
    write(new TextEncoder().encode(lines.join("\n")));
    const { posts, report } = end();
    expect([...posts].map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(report).toMatchObject({ lines: 4, notices: [{ rule: "export/damaged", line: 3 }] });
  });

  test("a line of many megabytes costs itself, and is not held", () => {
    const { write, end } = readExport({ file: "harbour.jsonl", sidecar: {} });
    const piece = new TextEncoder().encode("x".repeat(1 << 20));
    for (let megabyte = 0; megabyte < 20; megabyte += 1) write(piece);
    write(new TextEncoder().encode(`\n${JSON.stringify(raw({ id: 1, message: "The bell rang." }))}\n`));
    const { posts, report } = end();
    expect([...posts]).toMatchObject([{ number: 1, source: { lines: [[2, 2]] } }]);
    expect(report).toMatchObject({ lines: 2, notices: [{ rule: "export/damaged", line: 1 }] });
  });

  test("a JSON file without a list of messages is refused in words that say so", () => {
    expect(() => read({ channel: "harbour_bell", posts: [{ body: "fog" }] })).toThrow(
      'Cannot read dump "harbour.json": it does not contain a list of messages as Telegram Desktop and similar programs write it',
    );
  });
});
