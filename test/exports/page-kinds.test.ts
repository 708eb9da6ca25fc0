import { describe, expect, test } from "vitest";
import { readPage } from "./held.ts";

/** A message of Telegram Desktop's HTML. */
function message(inner: string, number = 7, classes = "default clearfix"): string {
  return `<div class="message ${classes}" id="message${number}"><div class="body"><div class="pull_right date details" title="07.12.2024 22:24:19 UTC+01:00">22:24</div>\n${inner}\n</div></div>`;
}

/** A post of t.me's pages. */
function post(inner: string, number = 7, after = ""): string {
  return `<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="tidewatch/${number}"><div class="tgme_widget_message_bubble">
<div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" href="https://t.me/tidewatch"><span dir="auto">Tidewatch</span></a></div>
${inner}
<div class="tgme_widget_message_footer"><span class="tgme_widget_message_meta"><a class="tgme_widget_message_date" href="https://t.me/tidewatch/${number}"><time datetime="2024-12-07T21:24:19+00:00" class="time">21:24</time></a></span></div></div>${after}</div></div>`;
}

function words(inner: string): string {
  return `<div class="tgme_widget_message_text js-message_text" dir="auto">${inner}</div>`;
}

function postsOf(html: string) {
  return readPage(html)?.exported.channels.flatMap(({ posts }) => [...posts]) ?? [];
}

function box(kind: string, title: string, rest = "", href = ""): string {
  const name = href === "" ? "div" : `a href="${href}"`;
  return `<div class="media_wrap clearfix"><${name} class="media clearfix pull_left ${kind}"><div class="body"><div class="title bold">\n${title}\n</div>${rest}</div></${name.slice(0, 3).trim()}></div>`;
}

const status = (line: string): string => `<div class="status details">${line}</div>`;
const description = (line: string): string => `<div class="description">${line}</div>`;

const exported: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    "a venue",
    box("media_venue", "Lamp house", description("Mole 1") + status(""), "https://maps.example/maps?q=51.5,-1.2"),
    "Lamp house\nMole 1\n51.5, -1.2",
    ["place"],
  ],
  ["a place", box("media_location", "Location", status("1, 2"), "https://maps.example/maps?q=1,2"), "1, 2", ["place"]],
  ["a contact", box("media_contact", "Ada Fenn", status("00 11")), "Ada Fenn\n00 11", ["contact"]],
  [
    "an invoice",
    box("media_invoice", "Pass", description("One day") + status("5.00 EUR")),
    "Pass\nOne day\n5.00 EUR",
    ["invoice"],
  ],
  ["a game", box("media_game", "Buoys", description("Count them")), "Buoys\nCount them", ["game"]],
  ["a sticker", '<div class="media_wrap"><a class="sticker_wrap" href="s.webp"></a></div>', "", ["sticker"]],
  [
    "a to-do list",
    '<div class="media_wrap"><div class="media_poll"><div class="question bold">Dusk round</div><div class="details">To-do List</div><div class="answer">- Light the lamp</div><div class="answer">- Ring <span class="details">done by Ada</span></div></div></div>',
    "Dusk round\n☐ Light the lamp\n☑ Ring",
    ["checklist"],
  ],
  [
    "a giveaway",
    '<div class="media_wrap"><div class="media_giveaway"><div class="section_title bold">\nPrizes \n</div><div class="section_body"><b>3</b> an oar</div></div></div>',
    "Prizes\n3 an oar",
    ["giveaway"],
  ],
  ["a box of tomorrow", box("media_hologram", "Beams", status("two")), "Beams\ntwo", ["unknown"]],
  ["nothing at all", "", "", ["unknown"]],
];

const shown: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    "a place",
    '<a class="tgme_widget_message_location_wrap" href="https://maps.example/?q=1,2&amp;z=3"><div class="tgme_widget_message_location"></div></a>',
    "1, 2",
    ["place"],
  ],
  [
    "a venue",
    '<a class="tgme_widget_message_location_wrap" href="https://places.example/v"><div class="tgme_widget_message_location"></div><div class="tgme_widget_message_location_info"><div class="tgme_widget_message_location_title">Lamp house</div><div class="tgme_widget_message_location_address">Mole 1</div></div></a>',
    "Lamp house\nMole 1",
    ["place"],
  ],
  [
    "a contact",
    '<div class="tgme_widget_message_contact_wrap"><div class="tgme_widget_message_contact"><div class="tgme_widget_message_contact_name">Ada</div><div class="tgme_widget_message_contact_phone">00</div></div></div>',
    "Ada\n00",
    ["contact"],
  ],
  [
    "a game",
    '<div class="tgme_widget_message_game"><div class="tgme_widget_message_game_title">Buoys</div></div>',
    "Buoys",
    ["game"],
  ],
  [
    "a text with media that the page cannot show",
    `<div class="message_media_not_supported_wrap"><div class="message_media_not_supported">x</div></div>${words("fog")}`,
    "fog",
    ["hidden"],
  ],
  [
    "a box of tomorrow",
    '<div class="tgme_widget_message_hologram_wrap"><div class="tgme_widget_message_hologram_beam">Two beams</div></div>',
    "Two beams",
    ["unknown"],
  ],
  ["nothing at all", "", "", ["unknown"]],
];

describe("every kind of message of Telegram Desktop’s HTML", () => {
  test.each(exported)("%s has its words or a mark", (_, inner, text, media) => {
    expect(postsOf(message(inner))).toMatchObject([{ text, media }]);
  });

  test("a box of an unknown kind is told with its line, and its words are kept", () => {
    const read = readPage(`\n${message(box("media_hologram", "Beams"))}`);
    expect(read?.exported.findings).toMatchObject([{ rule: "export/unread", line: 2 }]);
    expect(postsOf(message(box("media_hologram", "Beams")))[0]?.unread).toEqual([
      { key: "media_hologram", json: '"Beams"' },
    ]);
  });

  test("a poll whose votes nobody tells gets none, and told ones are kept with their answer", () => {
    const poll = (answers: string): string =>
      `<div class="media_wrap"><div class="media_poll"><div class="question bold">When?</div><div class="details">Quiz</div>${answers}</div></div>`;
    expect(postsOf(message(poll('<div class="answer">- Now</div>')))[0]?.poll).toEqual({
      question: "When?",
      kind: "Quiz",
      options: [{ text: "Now" }],
    });
    expect(
      postsOf(message(poll('<div class="answer">- Now <span class="details">3 votes</span></div>')))[0]?.poll,
    ).toMatchObject({ options: [{ text: "Now", votes: 3, percent: 100 }], voters: 3 });
  });

  test("items of lists and rows of tables stand on lines of their own", () => {
    const rich =
      '<div class="text rich_message"><h1>Watch</h1><ul><li><span role="checkbox" class="rich_task_marker">☑</span><span>Lamp</span></li><li>Bell</li></ul><table><caption>Hours</caption><tr><th>Day</th><th>Crew</th></tr><tr><td>Monday</td><td>Red</td></tr></table><details><summary>More</summary><div><p>Bring a coat.</p></div></details></div>';
    expect(postsOf(message(rich))[0]?.text).toBe(
      "Watch\n☑ Lamp\n• Bell\nHours\nDay | Crew\nMonday | Red\nMore\nBring a coat.",
    );
  });

  test("a group’s messages have their authors, also where they are joined, and replies theirs", () => {
    const name = (who: string): string => `<div class="from_name">\n${who}\n</div>`;
    const page = [
      '<div class="page_header"><div class="text bold">Crew</div></div>',
      message(`${name("Ada")}<div class="text">fog</div>`, 1),
      message('<div class="text">sun</div>', 2, "default clearfix joined"),
      message(
        `${name("Crew")}<div class="reply_to details">In reply to <a href="#go_to_message1">this message</a></div><div class="text">rain</div>`,
        3,
      ),
    ];
    expect(postsOf(page.join("\n")).map(({ signature, replyTo }) => [signature, replyTo?.author])).toEqual([
      ["Ada", undefined],
      ["Ada", undefined],
      [undefined, "Ada"],
    ]);
  });

  test("files that were left out keep what their boxes say: who plays what, the emoji of a sticker, the name of a document", () => {
    const files = [
      box("media_audio_file", "The Mole – Ebb", status("03:20, 3.1 MB")),
      box("media_audio_file", "Audio file", status("03:20, 3.1 MB")),
      box("media_voice_message", "Voice message", status("00:07, 30 KB")),
      box("media_photo", "Sticker", status("⛵, 20.1 KB")),
      box("media_photo", "Photo", status("640x480, 20.1 KB")),
      box("media_file", "tides.pdf", status("1.2 MB")),
    ].map((inner) => postsOf(message(inner))[0]?.mediaFiles);
    expect(files).toEqual([
      [{ kind: "audio", title: "The Mole – Ebb" }],
      [{ kind: "audio" }],
      [{ kind: "audio" }],
      [{ kind: "sticker", title: "⛵" }],
      [{ kind: "photo" }],
      [{ kind: "document", name: "tides.pdf" }],
    ]);
  });

  test("the bot through which a message was sent is no part of its author's name", () => {
    const page = [
      '<div class="page_header"><div class="text bold">Tidewatch</div></div>',
      message('<div class="from_name">\nTidewatch via @tide_bot\n</div><div class="text">fog</div>', 1),
      message('<div class="from_name">\nAda Mole via @tide_bot\n</div><div class="text">sun</div>', 2),
    ];
    const joined = message('<div class="text">rain</div>', 3).replace("default", "default joined");
    const alone = message('<div class="from_name">\nAda Mole\n</div><div class="text">wind</div>', 4);
    const posts = postsOf([...page, joined, alone].join("\n"));
    expect(posts.map(({ signature, viaBot }) => [signature, viaBot])).toEqual([
      [undefined, "tide_bot"],
      ["Ada Mole", "tide_bot"],
      ["Ada Mole", "tide_bot"],
      ["Ada Mole", undefined],
    ]);
  });

  test("buttons keep their words and where they lead", () => {
    const buttons =
      '<table class="bot_buttons_table"><tr><td class="bot_button_row"><div class="bot_button"><a href="https://tides.example/go"><div>Go</div></a></div><div class="bot_button"><div>Stay</div></div></td></tr></table>';
    expect(postsOf(message(`<div class="text">fog</div>${buttons}`))[0]).toMatchObject({
      buttons: [{ text: "Go", href: "https://tides.example/go" }, { text: "Stay" }],
      hiddenLinks: ["https://tides.example/go"],
    });
  });
});

describe("every kind of post of t.me’s pages", () => {
  test.each(shown)("%s has its words or a mark", (_, inner, text, media) => {
    expect(postsOf(post(inner))).toMatchObject([{ text, media }]);
  });

  test("a forward tells its source and the author apart", () => {
    const forward = (inner: string): string =>
      post(
        `<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from&nbsp;${inner}</div>${words("fog")}`,
      );
    const name =
      '<a class="tgme_widget_message_forwarded_from_name" href="https://t.me/p/2"><span dir="auto">Pilot Station</span></a>';
    expect(
      postsOf(
        forward(`${name}&nbsp;(<span class="tgme_widget_message_forwarded_from_author" dir="auto">the clerk</span>)`),
      )[0],
    ).toMatchObject({ forwardedFrom: "Pilot Station", forwardedAuthor: "the clerk" });
    expect(
      postsOf(forward('<span class="tgme_widget_message_forwarded_from_name">A hidden person</span>'))[0],
    ).toMatchObject({ forwardedFrom: "A hidden person" });
  });

  test("a recording tells who plays what", () => {
    const audio =
      '<a class="tgme_widget_message_document_wrap" href="https://t.me/tidewatch/7"><div class="tgme_widget_message_document"><div class="tgme_widget_message_document_icon accent_bg audio"></div><div class="tgme_widget_message_document_title" dir="auto">Ebb</div><div class="tgme_widget_message_document_extra" dir="auto">The Mole</div></div></a>';
    expect(postsOf(post(audio))[0]).toMatchObject({ media: ["audio"], files: [{ name: "The Mole – Ebb", size: "" }] });
  });

  test("an album tells the numbers of its parts", () => {
    const parts = [3, 4, 5].map(
      (part) =>
        `<a class="tgme_widget_message_photo_wrap grouped_media_wrap" href="https://t.me/tidewatch/${part}?single"></a>`,
    );
    expect(postsOf(post(parts.join(""), 3))[0]).toMatchObject({
      number: 3,
      albumNumbers: [4, 5],
      media: ["photo", "photo", "photo"],
    });
  });

  test("buttons lead where they lead, and an address that was escaped twice is one", () => {
    const button =
      '<div class="tgme_widget_message_inline_keyboard"><div class="tgme_widget_message_inline_row"><a class="tgme_widget_message_inline_button url_button" href="https://tides.example/go?a=1&amp;amp;b=2"><span class="tgme_widget_message_inline_button_text" dir="auto">Go</span></a></div></div>';
    const text = words('<a href="https://tides.example/x?a=1&amp;amp;b=2">the table</a>');
    expect(postsOf(post(text, 7, button))[0]?.hiddenLinks).toEqual([
      "https://tides.example/x?a=1&b=2",
      "https://tides.example/go?a=1&b=2",
    ]);
  });

  test("a number that stands twice is one post, and told", () => {
    const read = readPage([post(words("fog")), post(words("sun"))].join("\n"));
    expect(postsOf([post(words("fog")), post(words("sun"))].join("\n")).map(({ text }) => text)).toEqual(["sun"]);
    expect(read?.exported.findings.map(({ rule }) => rule)).toEqual(["export/repeated-number"]);
  });

  test("what parts of a text are is kept: links, code with its language, spoilers, quotes, custom emoji", () => {
    const inner =
      '<b>High</b> <i>water</i> <i class="emoji"><b>🌊</b></i> <tg-spoiler>nine</tg-spoiler> <a href="https://tides.example">table</a> <tg-emoji emoji-id="54"><i class="emoji"><b>⚓</b></i></tg-emoji><pre><code class="language-go">x()</code></pre><blockquote expandable>Wait.</blockquote>';
    const [read] = postsOf(post(words(inner)));
    expect(
      read?.entities?.map(({ kind, offset, length, ...rest }) => [
        kind,
        read.text.slice(offset, offset + length),
        rest,
      ]),
    ).toEqual([
      ["bold", "High", {}],
      ["italic", "water", {}],
      ["spoiler", "nine", {}],
      ["link", "table", { href: "https://tides.example" }],
      ["custom-emoji", "⚓", { id: "54" }],
      ["pre", "x()", { language: "go" }],
      ["collapsed-quote", "Wait.", {}],
    ]);
  });
});
