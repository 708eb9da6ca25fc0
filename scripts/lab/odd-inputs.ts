import { madeDump, madeKinds, pick, type Random, randomFrom, upTo } from "./made-dumps.ts";
import { nastyUnits } from "./readers.ts";

/** Files of `content/dumps` by name, as somebody could find or forge them. */
export type OddFiles = Readonly<Record<string, Uint8Array>>;

/** What is made: dumps of text, or exports and saved pages. */
export const oddKinds = ["dumps", "exports"] as const;
/** One of `oddKinds`. */
export type OddKind = (typeof oddKinds)[number];

/** The files of a seed, always the same ones. */
export function oddFiles(kind: OddKind, seed: number): OddFiles {
  const random = randomFrom(seed);
  return kind === "dumps" ? oddDumps(random) : oddExport(random);
}

/** Lines that mean something to some reader, in an order in which nobody expects them. */
const tellingLines = [
  ...["fingerprint: 0123456789abcdef", "---", "-----", "***", "id: 0123456789", "number: 12", "lines: 1-9"],
  ...[
    "Forwarded from Pier",
    "VIEW IN TELEGRAM",
    "Service message",
    "Channel created",
    "Anonymous Poll",
    "27%",
    "3 voters",
  ],
  ...[
    "This media is not supported in your browser",
    "Please open Telegram to view this post",
    "1.2 MB",
    "via @pier_bot",
  ],
  ...[
    "👍1000000000000000000000",
    "👍99K❤9.9M",
    "9K9K",
    "12.4K views",
    "👁 99999999999999999999",
    "edited 12:00",
    "00:00",
  ],
  ...["Marsh Radio", "@marsh_radio", "802 subscribers", "Download Telegram", "2 last posts shown.", "In reply to Pier"],
  ...["[01.01.0001 00:00] Mira Quay:", "Mira Quay, [31.12.9999 23:59:59]", "[3/4/25, 9:12 AM] Mira Quay: fog"],
  ...[
    "January 1, 1",
    "31 December 9999",
    "on 30 February",
    "0000-00-00",
    "year 0",
    "1月1日",
    "۱ فروردین ۱",
    "9999年12月31日",
  ],
  ...[
    "#__proto__ #constructor",
    "#हिन्दी #हिन्दी word",
    "https://t.me/marsh_radio/1",
    "<b>&amp;</b>",
    "{% raw %}",
    "\u0000",
    "\ufeff",
  ],
] as const;

function oddDumps(random: Random): OddFiles {
  const files: Record<string, Uint8Array> = {};
  const count = random() < 0.8 ? 1 : 2;
  for (let index = 0; index < count; index += 1) {
    const name = pick(["a", "b", "c"], random);
    let text = madeDump(pick(madeKinds, random), 1 + upTo(40, random));
    for (let turn = upTo(6, random); turn > 0; turn -= 1) text = pick(textTurns, random)(text, random);
    files[`${name}.txt`] = encoded(text, random);
    if (random() < 0.4) files[`${name}.yml`] = Buffer.from(oddSidecar(random));
    // The same bytes under another name.
    if (random() < 0.05) files[`${name}-2.txt`] = files[`${name}.txt`] ?? new Uint8Array();
  }
  return files;
}

type Turn = (text: string, random: Random) => string;

const textTurns: readonly Turn[] = [
  (text, random) => spliced(text, random, pick(tellingLines, random)),
  (text, random) => spliced(text, random, pick(tellingLines, random)),
  (text, random) =>
    spliced(text, random, pick(nastyUnits, random).repeat(1 + upTo(random() < 0.1 ? 4000 : 40, random))),
  // Lines in another order, lost, or twice.
  (text, random) => {
    const lines = text.split("\n");
    const from = upTo(lines.length - 1, random);
    const some = lines.splice(from, 1 + upTo(6, random));
    const to = upTo(lines.length, random);
    lines.splice(to, 0, ...(random() < 0.3 ? [] : some), ...(random() < 0.3 ? some : []));
    return lines.join("\n");
  },
  // Single signs.
  (text, random) => {
    const at = upTo(text.length, random);
    const sign = String.fromCodePoint(
      pick([upTo(0x2ff, random), upTo(0xffff, random), upTo(0x10ffff, random)], random),
    );
    return text.slice(0, at) + (random() < 0.3 ? "" : sign) + text.slice(at + upTo(2, random));
  },
  (text, random) => text.slice(upTo(text.length, random), text.length - upTo(20, random)),
  (text, random) => text.replaceAll("\n", pick(["\r\n", "\r", "\n\n", "\n \n", "\u2028"], random)),
];

function spliced(text: string, random: Random, line: string): string {
  const lines = text.split("\n");
  const at = upTo(lines.length, random);
  if (random() < 0.3) lines[at] = `${lines[at] ?? ""}${line}`;
  else lines.splice(at, 0, line);
  return lines.join("\n");
}

function encoded(text: string, random: Random): Uint8Array {
  const bytes = Buffer.from(text, random() < 0.05 ? "utf16le" : "utf8");
  if (random() < 0.1)
    for (let flips = upTo(4, random); flips >= 0; flips -= 1) bytes[upTo(bytes.length, random)] = upTo(255, random);
  return random() < 0.05 ? bytes.subarray(0, upTo(bytes.length, random)) : bytes;
}

function oddSidecar(random: Random): string {
  const keys = [
    `channel: ${pick(["Pier", "C++", '"\\uD83D"', "🇺🇦", "[1]", '""', "../x", "__proto__"], random)}`,
    `handle: ${pick(["pier_page", "@x", "constructor", "12"], random)}`,
    `retrieved: "${pick(["0001-01-01", "9999-12-31", "1970-01-01", "2059-12-31", "2025-03-09", "2025-02-30"], random)}"`,
    `language: ${pick(["en", "ru", "xx", "und", "zh-Hans"], random)}`,
    `timezone: ${pick(["Europe/Kyiv", "Pacific/Kiritimati", "Nowhere/None"], random)}`,
    `encoding: ${pick(["utf-8", "ucs2", "koi8-r", "utf-16le"], random)}`,
    `order: ${pick(["oldest-first", "newest-first"], random)}`,
    `boundaries: { start: [${1 + upTo(20, random)}], join: [${1 + upTo(20, random)}], outside: [${1 + upTo(20, random)}] }`,
  ];
  return `${keys.filter(() => random() < 0.3).join("\n")}\n`;
}

/** Values that no program should write, and some that it does. */
const oddValues: readonly unknown[] = [
  ...[
    null,
    true,
    -1,
    0,
    0.5,
    1.5,
    101,
    1e21,
    2 ** 53,
    -(2 ** 53),
    4e15,
    "",
    " ",
    "a\nb",
    "\ud83d",
    "\ude00 fog",
    "\r",
    "x\u0000y",
  ],
  ...[
    "-50000000000",
    "253402300799",
    "0",
    "1738663200",
    "abc",
    [],
    {},
    [[]],
    "Pier",
    "👍",
    "__proto__",
    "9999-12-31T23:59:59",
    "0001-01-01T00:00:00",
  ],
];

function oddExport(random: Random): OddFiles {
  const sidecar = random() < 0.3 ? { "h.yml": Buffer.from(oddSidecar(random)) } : {};
  if (random() < 0.6) {
    const told: unknown = structuredClone(exported);
    for (let turn = 1 + upTo(4, random); turn > 0; turn -= 1) mutate(told, random);
    const text = JSON.stringify(told, undefined, pick([0, 1], random));
    return { "h.json": damaged(random() < 0.1 ? text.replaceAll("\n", "\r") : text, random), ...sidecar };
  }
  let page = pick([savedPage, desktopPage], random);
  for (let turn = 1 + upTo(4, random); turn > 0; turn -= 1) page = pick(pageTurns, random)(page, random);
  return { "h.html": damaged(page, random), ...sidecar };
}

function damaged(text: string, random: Random): Uint8Array {
  const bytes = Buffer.from(text);
  if (random() < 0.1) bytes[upTo(bytes.length, random)] = upTo(255, random);
  return random() < 0.2 ? bytes.subarray(0, upTo(bytes.length, random)) : bytes;
}

/** Puts an odd value somewhere into a tree of values, takes one out, or puts one in twice. */
function mutate(tree: unknown, random: Random): void {
  if (typeof tree !== "object" || tree === null) return;
  const holder = tree as Record<string, unknown>;
  const keys = Object.keys(holder);
  const key = keys[Math.floor(random() * keys.length)];
  if (key === undefined) return;
  if (random() < 0.75 && typeof holder[key] === "object") mutate(holder[key], random);
  else if (random() < 0.15) delete holder[key];
  else if (random() < 0.1 && Array.isArray(tree)) tree.push(structuredClone(tree[Number(key)]));
  else holder[key] = pick(oddValues, random);
}

const pageTurns: readonly Turn[] = [
  // Another number, attribute or text.
  (page, random) =>
    swapped(page, /\d+/gu, pick(["-1", "0", "1.5", "99999999999999999999999", "abc", "", "1e400"], random), random),
  (page, random) => swapped(page, /"[^"]*"/gu, JSON.stringify(`${pick(oddValues, random)}`), random),
  (page, random) => swapped(page, />[^<]+</gu, `>${pick(tellingLines, random)}<`, random),
  (page, random) =>
    swapped(page, /<\/?[a-z]+[^>]*>/gu, pick(["", "<div>", "</div>", "<br>", "<pre>", "<!--"], random), random),
  (page, random) => spliced(page, random, pick(nastyUnits, random).repeat(1 + upTo(20, random))),
  (page) => page.replaceAll("\n", ""),
];

function swapped(page: string, pattern: RegExp, by: string, random: Random): string {
  const places = [...page.matchAll(pattern)];
  const place = places[Math.floor(random() * places.length)];
  return place === undefined ? page : page.slice(0, place.index) + by + page.slice(place.index + place[0].length);
}

const exported = {
  name: "Marsh Radio",
  type: "public_channel",
  id: 1,
  messages: [
    {
      id: 1,
      type: "service",
      date_unixtime: "1738663100",
      action: "create_channel",
      actor: "Marsh Radio",
      title: "Marsh",
    },
    {
      ...{ id: 2, type: "message", date: "2025-02-04T10:00:00", date_unixtime: "1738663200", author: "Mira Quay" },
      ...{
        text_entities: [
          { type: "plain", text: "Fog on " },
          { type: "text_link", text: "the pier", href: "https://pier.example/" },
        ],
      },
      reactions: [
        { type: "emoji", count: 4, emoji: "👍" },
        { type: "paid", count: 2 },
        { type: "custom_emoji", count: 1 },
      ],
    },
    {
      ...{ id: 3, type: "message", date_unixtime: "1738749600", reply_to_message_id: 2, text: "The bell rang.\n#fog" },
      ...{ edited_unixtime: "1738749700", forwarded_from: "Dune Radio" },
      poll: {
        question: "Fog?",
        closed: false,
        total_voters: 3,
        answers: [
          { text: "Yes", voters: 2 },
          { text: "No", voters: 1 },
        ],
      },
    },
    {
      id: 4,
      type: "message",
      date: "2025-02-06T10:00:00",
      file: "a.pdf",
      file_name: "tides.pdf",
      file_size: 1234,
      text: "Tides",
    },
    { id: 5, type: "message", date_unixtime: "1738922400", photo: "p.jpg", text: ["Sun", { type: "bold", text: "!" }] },
  ],
};

const savedPost = (id: number, words: string): string => `
<div class="tgme_widget_message_wrap js-widget_message_wrap">
<div class="tgme_widget_message js-widget_message" data-post="marsh_radio/${id}">
<div class="tgme_widget_message_author"><a class="tgme_widget_message_owner_name" href="https://t.me/marsh_radio"><span>Marsh Radio</span></a></div>
<div class="tgme_widget_message_forwarded_from">Forwarded from <a class="tgme_widget_message_forwarded_from_name">Dune Radio</a></div>
<div class="tgme_widget_message_text js-message_text" dir="auto">${words} <a href="https://pier.example/">pier</a><br/>👍</div>
<div class="tgme_widget_message_poll"><div class="tgme_widget_message_poll_question">Fog?</div><div class="tgme_widget_message_poll_option_percent">40%</div></div>
<div class="tgme_widget_message_reactions"><span class="tgme_reaction"><i class="emoji"><b>👍</b></i>4</span></div>
<span class="tgme_widget_message_views">1.2K</span><a class="tgme_widget_message_date" href="https://t.me/marsh_radio/${id}"><time datetime="2025-03-0${id}T09:00:00+00:00">09:00</time></a>
</div></div>`;
const savedPage = `<!DOCTYPE html>\n<html><head><meta property="og:title" content="Marsh Radio"></head><body>${[1, 2, 3, 4].map((id) => savedPost(id, `Bell ${id} rang.`)).join("")}\n</body></html>\n`;

const desktopPost = (id: number, words: string): string => `
<div class="message default clearfix" id="message${id}">
<div class="body"><div class="pull_right date details" title="0${id}.03.2025 10:00:00 UTC+01:00">10:00</div>
<div class="from_name">Marsh Radio</div><div class="reply_to details">In reply to <a href="#go_to_message${id - 1}">this message</a></div>
<div class="text">${words} <a href="https://pier.example/">pier</a></div>
<span class="reactions"><span class="reaction"><span class="emoji">👍</span><span class="count">4</span></span></span>
<div class="signature details">Mira Quay</div></div></div>`;
const desktopPage = `<!DOCTYPE html>\n<html><body><div class="page_header"><div class="text bold">Marsh Radio</div></div><div class="history">${[1, 2, 3, 4].map((id) => desktopPost(id, `Bell ${id} rang.`)).join("")}\n</div></body></html>\n`;
