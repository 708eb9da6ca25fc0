import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ExportedPost } from "../../src/exports/exported.ts";
import { telegramJson } from "../../src/exports/telegram-json.ts";
import { toPosts } from "../../src/exports/to-posts.ts";
import { entitySchema } from "../../src/model/values.ts";
import { held } from "./held.ts";

type Message = Readonly<Record<string, unknown>>;

const minute = 1_733_000_000;

function read(messages: readonly Message[], head: object = { name: "Tidewatch", type: "public_channel", id: 70 }) {
  const numbered = messages.map((message, index) => ({
    id: index + 1,
    type: "message",
    date_unixtime: `${minute + 600 * index}`,
    ...message,
  }));
  const { write, end } = telegramJson.read();
  write(new TextEncoder().encode(JSON.stringify({ ...head, messages: numbered }, undefined, 1)));
  const { channels, findings } = held(end());
  return { posts: channels[0]?.posts ?? [], findings };
}

function only(message: Message): ExportedPost | undefined {
  return read([message]).posts[0];
}

/** A message of each kind that exports hold, with the words and the mark that its post must have. */
const kinds: readonly (readonly [name: string, message: Message, text: string, media: readonly string[]])[] = [
  [
    "a to-do list",
    {
      todo_list: {
        title: "Dusk round",
        answers: [
          { text: "Light the lamp", id: 1 },
          { text: [{ type: "bold", text: "Ring" }, " twice"], id: 2, completed_by: "Ada" },
        ],
      },
    },
    "Dusk round\n☐ Light the lamp\n☑ Ring twice (Ada)",
    ["checklist"],
  ],
  [
    "a giveaway",
    {
      giveaway_information: {
        quantity: 2,
        months: 0,
        stars: 0,
        until_date: "2025-09-30T12:00:00",
        additional_prize: "an oar",
      },
    },
    "Giveaway\n2 × an oar\nWinners are drawn on 2025-09-30 12:00",
    ["giveaway"],
  ],
  [
    "a giveaway’s results",
    { giveaway_results: { winners: [1, 2], winners_count: 2, unclaimed_count: 1, stars: 500 } },
    "Giveaway results\n2 winners\n500 ⭐\n1 unclaimed",
    ["giveaway"],
  ],
  ["a place", { location_information: { latitude: 51.5, longitude: -1.2 } }, "51.5, -1.2", ["place"]],
  [
    "a venue",
    { place_name: "Lamp house", address: "Mole 1", location_information: { latitude: 1, longitude: 2 } },
    "Lamp house\nMole 1\n1, 2",
    ["place"],
  ],
  [
    "a contact",
    { contact_information: { first_name: "Ada", last_name: "Fenn", phone_number: "00 11" } },
    "Ada Fenn\n00 11",
    ["contact"],
  ],
  [
    "an invoice",
    { invoice_information: { title: "Pass", description: "One day", amount: 1250, currency: "JPY" } },
    "Pass\nOne day\n1250 JPY",
    ["invoice"],
  ],
  [
    "a game",
    { game_title: "Buoys", game_description: "Count them", game_link: "https://games.example/b" },
    "Buoys\nCount them\nhttps://games.example/b",
    ["game"],
  ],
  ["paid media", { paid_stars_amount: 25, photo: "photos/1.jpg" }, "", ["photo", "paid"]],
  ["a sticker", { media_type: "sticker", file: "stickers/1.webp", sticker_emoji: "🌊" }, "", ["sticker"]],
  ["a story", { media_type: "story", file: "stories/1.mp4" }, "", ["story"]],
  ["a file named by another program", { file: "12_bench.jpg" }, "", ["photo"]],
  [
    "a poll",
    {
      poll: {
        question: "When?",
        answers: [
          { text: "Now", voters: 3 },
          { text: "Later", voters: 1 },
        ],
      },
    },
    "When?\nAnonymous Poll\n75%\nNow\n25%\nLater\n4 voters",
    ["poll"],
  ],
  [
    "a poll without counts",
    { poll: { question: "When?", answers: [{ text: "Now" }] } },
    "When?\nAnonymous Poll\nNow",
    ["poll"],
  ],
  ["a call", { type: "service", action: "group_call", duration: 310 }, "Live stream finished (5 minutes)", ["service"]],
  [
    "a topic",
    { type: "service", action: "topic_created", actor: "Ada", title: "Lamps" },
    "Ada created topic «Lamps»",
    ["service"],
  ],
  [
    "a service text of its own",
    { type: "service", information_text: "The lamp is out" },
    "The lamp is out",
    ["service"],
  ],
  [
    "a service of an unknown kind",
    { type: "service", action: "lamp_swap", actor: "Ada", lamps: 4 },
    "Ada: lamp swap, lamps 4",
    ["service"],
  ],
  [
    "a gift with words",
    {
      type: "service",
      action: "send_star_gift",
      actor: "Ada",
      stars: 25,
      gift_id: "9",
      gift_text: ["Many ", { type: "bold", text: "thanks" }],
    },
    "Ada sent a gift for 25 ⭐\nMany thanks",
    ["service"],
  ],
  [
    "a payment",
    { type: "service", action: "send_payment", actor: "Ada", amount: 1250, currency: "EUR" },
    "Ada paid 12.50 EUR",
    ["service"],
  ],
  [
    "the time after which messages go",
    { type: "service", action: "set_messages_ttl", actor: "Ada", period: 172_800 },
    "Ada set messages to be deleted after 2 days",
    ["service"],
  ],
  ["an unsupported message", { type: "unsupported", date_unixtime: null }, "", ["unknown"]],
  ["a kind of tomorrow", { hologram: { beams: [1, 2] } }, "", ["unknown"]],
];

describe("every kind of message", () => {
  test.each(kinds)("%s has its words or a mark", (_, message, text, media) => {
    const [post] = read([message, { text: "fog" }]).posts;
    expect([post?.text, post?.media]).toEqual([text, media]);
  });

  test("what is not known keeps its data, and is told once with the number of messages", () => {
    const { posts, findings } = read([{ hologram: { beams: 2 }, text: "fog" }, { hologram: {} }, { hologram: [1] }]);
    expect(posts[0]).toMatchObject({
      text: "fog",
      media: ["unknown"],
      unread: [{ key: "hologram", json: '{"beams":2}' }],
    });
    expect(findings.map(({ rule, line }) => [rule, line])).toEqual([
      ["export/unread", 6],
      ["export/empty-message", 15],
    ]);
    expect(findings[0]?.reason).toContain('"hologram" of 2 messages');
  });

  test("a recording keeps who plays what, and a sticker what it stands for", () => {
    const titles = [
      { media_type: "audio_file", file: "1.mp3", performer: "The Mole", title: "Ebb" },
      { media_type: "audio_file", file: "2.mp3", title: "Ebb" },
      { media_type: "voice_message", file: "3.ogg" },
      { media_type: "sticker", file: "4.webp", sticker_emoji: "⛵" },
    ].map((message) => only(message)?.mediaFiles?.[0]?.title);
    expect(titles).toEqual(["The Mole – Ebb", "Ebb", undefined, "⛵"]);
  });

  test("what is not known inside of what is known is kept and told too, and is no mark where the rest is read", () => {
    const { posts, findings } = read([
      {
        poll: {
          question: "When?",
          answers: [
            { text: "Now", tint: "red" },
            { text: "Later", tint: "blue" },
          ],
          span: 4,
        },
      },
      { text: [{ type: "moonrise", text: "tonight", hour: 4 }, " at the mole"] },
      { type: "service", action: "pin_message", actor: "Ada", message_id: 1, ribbon: "blue" },
      { giveaway_information: { quantity: 1, additional_prize: "an oar", lottery: { of: 3 } } },
    ]);
    expect(posts.map(({ unread, media }) => [unread, media])).toEqual([
      [
        [
          { key: "poll.answers.tint", json: '"red"' },
          { key: "poll.span", json: "4" },
        ],
        ["poll"],
      ],
      [[{ key: "text.type", json: '{"type":"moonrise","text":"tonight","hour":4}' }], []],
      [[{ key: "ribbon", json: '"blue"' }], ["service"]],
      [[{ key: "giveaway_information.lottery", json: '{"of":3}' }], ["giveaway", "unknown"]],
    ]);
    expect(findings.filter(({ rule }) => rule === "export/unread")).toHaveLength(5);
  });

  test("the polls of exports keep the votes of each answer, and none is invented", () => {
    const told = (answers: readonly object[], rest: object = {}) =>
      only({ poll: { question: "?", answers, ...rest } })?.poll;
    expect(
      told([
        { text: "a", voters: 3 },
        { text: "b", voters: 0 },
      ]),
    ).toMatchObject({
      options: [
        { votes: 3, percent: 100 },
        { votes: 0, percent: 0 },
      ],
      voters: 3,
    });
    expect(told([{ text: "a" }])).toEqual({ question: "?", kind: "Anonymous Poll", options: [{ text: "a" }] });
    expect(told([{ text: "a" }], { type: "regular" })?.kind).toBe("Anonymous Poll");
    expect(told([{ text: "a" }], { type: "ranked" })?.kind).toBe("Poll");
    expect(told([{ text: "a" }], { closed: true, total_voters: 0 })).toMatchObject({
      kind: "Final Results",
      voters: 0,
    });
  });
});

describe("a rich message", () => {
  const rich = {
    rich_message: {
      blocks: [
        { type: "heading", text: { type: "plain", text: "Night watch" } },
        {
          type: "paragraph",
          text: {
            type: "concat",
            text: [
              "See ",
              { type: "text_link", href: "https://tides.example/t", text: { type: "bold", text: "the table" } },
              ".",
            ],
          },
        },
        { type: "list", kind: "ordered", items: [{ text: "Lamp" }, { blocks: [{ type: "paragraph", text: "Bell" }] }] },
        {
          type: "table",
          title: "Hours",
          rows: [{ cells: [{ text: "Day" }, { text: "Crew" }] }, { cells: [{ text: "" }, { text: "Red" }] }],
        },
        {
          type: "photo",
          photo: "1.jpg",
          caption: { text: { type: "plain", text: "The mole" }, credit: { type: "empty" } },
        },
        { type: "orrery", title: "Moons", inner: { text: "two of them" } },
      ],
    },
  };

  test("stands in lines, with what its parts are and where they lead", () => {
    const post = only(rich);
    expect(post?.text).toBe(
      "Night watch\nSee the table.\n1. Lamp\n2. Bell\nHours\nDay | Crew\n  | Red\nThe mole\nMoons\ntwo of them",
    );
    expect(post?.hiddenLinks).toEqual(["https://tides.example/t"]);
    expect(post?.entities?.map(({ kind, offset, length }) => [kind, post.text.slice(offset, offset + length)])).toEqual(
      [
        ["bold", "Night watch"],
        ["link", "the table"],
        ["bold", "the table"],
        ["bold", "Hours"],
      ],
    );
  });

  test("has its pictures and films as files, with what the export tells of them", () => {
    const blocks = [
      { type: "photo", photo: "photos/1.jpg", width: 8, height: 6, caption: { text: "The mole" } },
      { type: "video", file: "video_files/2.mp4", thumbnail: "video_files/2.jpg", duration_seconds: 7 },
      { type: "audio", audio: "files/3.mp3", performer: "The Mole", title: "Ebb" },
      { type: "map", latitude: 1 },
    ];
    expect(only({ rich_message: { blocks } })?.mediaFiles).toEqual([
      { kind: "photo", path: "photos/1.jpg", width: 8, height: 6 },
      { kind: "video", path: "video_files/2.mp4", seconds: 7, poster: { path: "video_files/2.jpg" } },
      { kind: "audio", path: "files/3.mp3", title: "The Mole – Ebb" },
    ]);
  });

  test("marks a block of an unknown kind and keeps its words", () => {
    expect(only(rich)?.media).toEqual(["photo", "unknown"]);
    expect(only(rich)?.unread).toEqual([{ key: "rich_message.blocks.type", json: '"orrery"' }]);
  });
});

test("a kind that has the name of what every object has is one that nobody knows", () => {
  for (const name of ["constructor", "toString", "__proto__"]) {
    const { posts } = read([
      { text: [{ type: name, text: "fog" }], media_type: name, file: "a.bin" },
      { rich_message: { blocks: [{ type: name, text: "sun" }] } },
    ]);
    expect([name, posts.map(({ text }) => text)]).toEqual([name, ["fog", "sun"]]);
    expect(posts.every(({ media }) => (media ?? []).every((each) => typeof each === "string"))).toBe(true);
  }
});

describe("who wrote", () => {
  test("a profile, a signature and a group’s members are authors, a channel itself is none", () => {
    const channel = read([
      { text: "a", from: "Tidewatch", from_id: "channel70" },
      { text: "b", from: "Ada Fenn", from_id: "user5" },
      { text: "c", from: "Tidewatch", from_id: "channel70", author: "Ada Fenn" },
      { text: "d", from: null, from_id: "user6" },
    ]);
    expect(channel.posts.map(({ signature }) => signature)).toEqual([
      undefined,
      "Ada Fenn",
      "Ada Fenn",
      "Deleted Account",
    ]);
    const group = read(
      [
        { text: "a", from: "Ada", from_id: "user5" },
        { text: "b", from: "Ben", reply_to_message_id: 1 },
      ],
      { name: "Crew", type: "private_group" },
    );
    expect(group.posts[1]).toMatchObject({ signature: "Ben", replyTo: { author: "Ada", excerpt: "a", number: 1 } });
  });

  test("a forward from nobody is a forward, but not where a program writes null for what is absent", () => {
    const nobody = { text: "a", forwarded_from: null };
    expect(read([nobody, { text: "b" }]).posts.map(({ forwardedFrom }) => forwardedFrom)).toEqual([
      "Deleted Account",
      undefined,
    ]);
    const others = read([
      { ...nobody, reply_to_message_id: null },
      { ...nobody, reply_to_message_id: 1 },
    ]);
    expect(others.posts.map(({ forwardedFrom }) => forwardedFrom)).toEqual([undefined, undefined]);
  });
});

describe("numbers and moments", () => {
  test("a number that stands twice is one post, the one edited last or the last of the file", () => {
    const { posts, findings } = read([
      { id: 5, text: "first" },
      { id: 5, text: "second" },
      { id: 6, text: "new", edited_unixtime: `${minute + 900}` },
      { id: 6, text: "old" },
      { id: 7, text: "answer", reply_to_message_id: 5 },
    ]);
    expect(posts.map(({ text }) => text)).toEqual(["second", "new", "answer"]);
    expect(findings.map(({ rule }) => rule)).toEqual(["export/repeated-number"]);
  });

  test("an album keeps the numbers of its parts, also in a file with the newest first", () => {
    const part = (id: number, text = "") => ({ id, text, photo: `${id}.jpg`, date_unixtime: `${minute}` });
    const parts = [part(3), part(4, "Three boats"), part(5)];
    for (const messages of [parts, parts.toReversed()])
      expect(read([...messages, { id: 9, text: "fog" }]).posts[0]).toMatchObject({
        number: 3,
        albumNumbers: [4, 5],
        text: "Three boats",
      });
  });

  test("a moment may be a number, a string, or an ISO moment, and 1970 is no edit", () => {
    const times = [
      { date_unixtime: null, date: minute },
      { date_unixtime: minute },
      { date_unixtime: null, date: "2024-12-07T21:24:19+01:00" },
    ].map((message) => only({ text: "fog", ...message })?.time);
    expect(times).toEqual([
      { kind: "moment", utc: "2024-11-30T20:53:20Z" },
      { kind: "moment", utc: "2024-11-30T20:53:20Z" },
      { kind: "moment", utc: "2024-12-07T20:24:19Z", ahead: 3600 },
    ]);
    for (const edit of [{ edited_unixtime: "" }, { edited_unixtime: 0 }, { edited: "1970-01-01T03:00:00" }])
      expect(only({ text: "fog", ...edit })).not.toHaveProperty("edited");
    expect(only({ text: "fog", edited: "2024-12-08T03:00:00" })).toMatchObject({ editedMark: true });
  });

  test("halves of surrogate pairs are joined where they meet, and replaced and told where they do not", () => {
    const { posts, findings } = read([{ text: ["a \uD83C", { type: "bold", text: "\uDF0A" }] }, { text: "b \uD83C" }]);
    expect(posts.map(({ text }) => text)).toEqual(["a 🌊", "b \uFFFD"]);
    expect(findings.map(({ rule, line }) => [rule, line])).toEqual([["export/mended", 18]]);
  });
});

/** Anything that a key may hold by accident. */
const junk = fc.oneof(
  fc.constantFrom(null, "", "x", 0, -1, 1e300, true, [], {}, [null], [[]], { text: 1 }, { text: null }, "\uD800"),
  fc.jsonValue({ maxDepth: 2 }),
);

const runs = Number(process.env.FUZZ_RUNS ?? 400);

test("no message vanishes without a word, a mark or a notice, whatever becomes of its keys", {
  timeout: 600_000,
}, () => {
  const samples: readonly Message[] = [
    ...kinds.map(([, message]) => message),
    {
      text: "fog",
      text_entities: [{ type: "plain", text: "fog" }],
      reactions: [{ type: "emoji", emoji: "👍", count: 2 }],
      reply_to_message_id: 1,
    },
    {
      text: ["see ", { type: "text_link", text: "here", href: "https://tides.example" }],
      inline_bot_buttons: [[{ type: "url", text: "Go", data: "https://tides.example" }]],
    },
    {
      rich_message: {
        blocks: [
          { type: "list", items: [{ task_state: "checked", text: "Lamp" }] },
          { type: "table", rows: [{ cells: [{ text: "a" }] }] },
        ],
      },
    },
  ];
  const change = fc.record({
    at: fc.nat(),
    deeper: fc.nat(3),
    to: fc.option(junk, { nil: undefined }),
    key: fc.option(fc.string({ maxLength: 8 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.nat(samples.length - 1), fc.array(change, { minLength: 1, maxLength: 3 }), (sample, changes) => {
      let message: Message = { id: 7, type: "message", date_unixtime: `${minute}`, ...samples[sample] };
      for (const each of changes) message = changed(message, each);
      const { posts, findings } = read([{ text: "before" }, message, { id: 99, text: "after" }]);
      const others = posts.filter(({ text }) => text !== "before" && text !== "after");
      const areShown = others.every((post) => post.text !== "" || post.media.length > 0);
      expect(areShown && (others.length > 0 || findings.length > 0), JSON.stringify(message)).toBe(true);
      for (const post of others)
        for (const entity of post.entities ?? []) expect(entitySchema.safeParse(entity).success).toBe(true);
      // Whatever was read can be a post of an archive.
      const channel = { key: "tidewatch", name: "Tidewatch", identified: true };
      const source = { file: "result.json", sha256: "0".repeat(64), dialect: "telegram-json" };
      expect([
        ...toPosts(posts, { channel, source, timezone: undefined, days: "UTC", language: undefined }),
      ]).toHaveLength(posts.length);
    }),
    { numRuns: runs },
  );
});

/** Lists of which each item says more than a post keeps: who reacted, and what bots are sent. Rich messages have marks of their own. */
const summed: ReadonlySet<string> = new Set([
  "reactions",
  "inline_bot_buttons",
  "rich_message",
  "text",
  "text_entities",
]);

/** A message with a new key somewhere inside. */
function added(value: unknown, at: number): unknown {
  if (Array.isArray(value)) {
    if (value.length === 0) return value;
    const place = at % value.length;
    return value.map((each: unknown, index) => (index === place ? added(each, Math.floor(at / value.length)) : each));
  }
  if (typeof value !== "object" || value === null) return value;
  const inner = Object.keys(value).filter(
    (key) =>
      !summed.has(key) && JSON.stringify(added((value as Message)[key], 0)) !== JSON.stringify((value as Message)[key]),
  );
  const chosen = inner[at % (inner.length + 1)];
  if (chosen === undefined) return { ...value, quillwort: "driftwood" };
  return { ...value, [chosen]: added((value as Message)[chosen], Math.floor(at / (inner.length + 1))) };
}

test("a key that nobody knows is kept and told wherever in a message it stands", { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(fc.nat(kinds.length - 1), fc.nat(100_000), (kind, at) => {
      const message = added({ id: 7, type: "message", ...kinds[kind]?.[1] }, at);
      const { posts, findings } = read([{ text: "before" }, message as Message]);
      expect(JSON.stringify(posts), JSON.stringify(message)).toContain("driftwood");
      expect(findings.some(({ rule }) => rule === "export/unread")).toBe(true);
    }),
    { numRuns: runs },
  );
});

interface Change {
  readonly at: number;
  readonly deeper: number;
  readonly to: unknown;
  readonly key: string | undefined;
}

/** A message with a key dropped, renamed, or holding something else, at any depth. */
function changed(message: Message, { at, deeper, to, key }: Change): Message {
  const keys = Object.keys(message);
  const name = keys[at % Math.max(1, keys.length)] ?? "";
  const value = message[name];
  if (deeper > 0 && typeof value === "object" && value !== null) {
    const inner = changed(value as Message, { at: at >> 3, deeper: deeper - 1, to, key });
    return { ...message, [name]: Array.isArray(value) ? Object.values(inner) : inner };
  }
  const { [name]: _, ...rest } = message;
  if (key !== undefined) return { ...rest, [key]: value };
  return to === undefined ? rest : { ...rest, [name]: to };
}
