import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { annotatedDumps } from "./annotated-dumps.ts";
import { randomFrom } from "./made-dumps.ts";

/** A page whose posts are known: the lines of the text, and the 1-based lines that posts start at. */
export interface KnownPage {
  readonly name: string;
  readonly channel: string;
  readonly made: boolean;
  /** How it was made, in a word or two. */
  readonly style: string;
  readonly lines: readonly string[];
  readonly starts: ReadonlySet<number>;
}

/** A channel's posts as texts, oldest first. */
export interface ChannelPosts {
  readonly channel: string;
  readonly posts: readonly string[];
}

type Random = () => number;

const pick = <Item>(random: Random, items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;

/**
 * Pages that a channel's posts could make: windows of its posts, printed in the many ways in which channels and pages differ: with and without
 * blank lines inside posts, closing lines, headings, reactions, placeholders, posts of one line, of two lines of two kinds, lists, in other scripts.
 * A model that has seen them cannot rely on any one of these.
 */
export function madePages(
  { channel, posts }: ChannelPosts,
  others: readonly ChannelPosts[],
  count: number,
  seed: number,
): readonly KnownPage[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, at) => {
    const size = Math.floor(3 * 2 ** (random() * 5.1));
    const from = Math.floor(random() * Math.max(1, posts.length - size));
    let own: readonly string[] = posts.slice(from, from + size).filter((text) => text.trim() !== "");
    if (random() < 0.12 && others.length > 0) own = mixed(random, own, pick(random, others).posts);
    const { style, posts: shaped } =
      random() < 0.25 ? { style: "as they are", posts: own } : shapedPosts(random, own, others);
    const isFlat = random() < flatShare;
    const written = isFlat ? shaped.map(withoutBlankLines) : shaped;
    return printed(random, written, { name: `${channel}-${at}`, channel, style: isFlat ? "no blank lines" : style });
  });
}

/** Of the pages, so many have no blank line at all, as where a page was copied by a program that drops them. */
const flatShare = 0.22;

function withoutBlankLines(text: string): string {
  return text.replace(/\n(?:[^\S\n]*\n)+/gu, "\n");
}

function mixed(random: Random, own: readonly string[], other: readonly string[]): readonly string[] {
  const share = 0.2 + random() * 0.6;
  const from = Math.floor(random() * Math.max(1, other.length - own.length));
  return own.map((text, at) => (random() < share ? text : (other[from + at] ?? text)));
}

/** Posts as their channel wrote them, or as another one could have: shorter, as lists, in other letters, with headings and footers. */
export function shapedPosts(
  random: Random,
  own: readonly string[],
  others: readonly ChannelPosts[],
): { readonly style: string; readonly posts: readonly string[] } {
  const chance = (share: number): boolean => random() < share;
  let posts = own;
  if (chance(0.3)) posts = withoutRecurring(posts);
  const body = weighted(random, bodies);
  posts = body.write(random, posts);
  if (chance(0.1))
    posts = posts.map((text) => text.replace(/(?:\p{Extended_Pictographic}|\uFE0F|\u200D)/gu, "").trim());
  if (chance(0.12)) posts = inOtherScript(random, posts);
  if (chance(0.15)) posts = withHeading(random, posts);
  if (chance(0.45)) posts = withFooter(random, posts, others);
  if (chance(0.15)) posts = [...posts].sort(() => random() - 0.5);
  return { style: body.style, posts: posts.filter((text) => text.trim() !== "") };
}

/** A way in which the posts of a channel are written. */
interface Body {
  readonly style: string;
  readonly weight: number;
  readonly write: (random: Random, posts: readonly string[]) => readonly string[];
}

const bodies: readonly Body[] = [
  { style: "whole", weight: 4, write: (_, posts) => posts },
  { style: "first lines", weight: 2.5, write: (_, posts) => posts.map((text) => linesOf(text)[0] ?? text) },
  { style: "few paragraphs", weight: 1.5, write: fewParagraphs },
  { style: "blank lines only", weight: 2, write: (_, posts) => posts.map((text) => text.replace(/\n+/gu, "\n\n")) },
  { style: "blank lines at random", weight: 1, write: blanksAtRandom },
  {
    style: "wrapped",
    weight: 1,
    write: (random, posts) => posts.map((text) => wrapped(text, 50 + Math.floor(random() * 60))),
  },
  { style: "lower case", weight: 1, write: (random, posts) => lowerCase(random, posts) },
  { style: "thoughts", weight: 3, write: thoughts },
  { style: "second line", weight: 4, write: withSecondLine },
  { style: "commands", weight: 2.5, write: commands },
  { style: "names", weight: 1, write: names },
  { style: "lists", weight: 3.5, write: lists },
  { style: "scraps", weight: 2, write: scraps },
  { style: "rulers", weight: 1, write: rulers },
  { style: "verse", weight: 1.5, write: verse },
  { style: "mixture", weight: 6, write: mixture },
];

/** Bodies that a page of many kinds of posts is mixed of. */
const mixedBodies: readonly Body["write"][] = [
  (_, posts) => posts,
  (_, posts) => posts,
  (_, posts) => posts.map((text) => linesOf(text)[0] ?? text),
  fewParagraphs,
  thoughts,
  withSecondLine,
  lists,
  verse,
  scraps,
];

/** Posts of many kinds on one page, as people write them who have no form. */
function mixture(random: Random, posts: readonly string[]): readonly string[] {
  const own = mixedBodies.filter(() => random() < 0.6);
  return own.length === 0 ? posts : posts.flatMap((text) => pick(random, own)(random, [text]));
}

/** Lines as poems have them: some words each, most without a sign at the end, with or without stanzas. */
function verse(random: Random, posts: readonly string[]): readonly string[] {
  const share = pick(random, [1, 0.6, 0.3]);
  const width = pick(random, [3, 4, 6]);
  const bare = random() < 0.6;
  return posts.map((text) => {
    if (random() > share) return text;
    const words = sentencesOf(text)
      .slice(0, 1 + Math.floor(random() * 3))
      .join(" ")
      .split(/\s+/u);
    const lines: string[] = [];
    for (let at = 0; at < words.length; ) {
      const size = Math.max(1, width - 1 + Math.floor(random() * 3));
      lines.push(words.slice(at, at + size).join(" "));
      at += size;
    }
    const own = lines.slice(0, 2 + Math.floor(random() * 10));
    const signed = bare ? own.map((line) => line.replace(/[.,;:—–-]+$/u, "").trim()) : own;
    return signed.reduce((sum, line) => (sum === "" ? line : `${sum}${random() < 0.12 ? "\n\n" : "\n"}${line}`), "");
  });
}

function weighted(random: Random, own: readonly Body[]): Body {
  let left = random() * own.reduce((sum, { weight }) => sum + weight, 0);
  for (const body of own) {
    left -= body.weight;
    if (left <= 0) return body;
  }
  return own[0] as Body;
}

function linesOf(text: string): readonly string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

/** Sentences of a text that have words, without their addresses and hashtags. */
function sentencesOf(text: string): readonly string[] {
  return text
    .replace(/https?:\/\/\S+|[#@][\p{L}\p{N}_]+/gu, "")
    .split(/(?<=[.!?…。！？؟።])\s*|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => (sentence.match(/\p{L}/gu)?.length ?? 0) > 5);
}

function fewParagraphs(random: Random, posts: readonly string[]): readonly string[] {
  const kept = 1 + Math.floor(random() * 3);
  return posts.map((text) =>
    text
      .split(/\n{2,}/u)
      .slice(0, kept)
      .join("\n\n"),
  );
}

function blanksAtRandom(random: Random, posts: readonly string[]): readonly string[] {
  const share = random();
  return posts.map((text) =>
    linesOf(text).reduce((sum, line) => (sum === "" ? line : `${sum}${random() < share ? "\n\n" : "\n"}${line}`), ""),
  );
}

function lowerCase(random: Random, posts: readonly string[]): readonly string[] {
  if (random() < 0.5) return posts.map((text) => text.toLowerCase());
  const share = pick(random, [1, 0.7, 0.4]);
  return posts.map((text) =>
    random() < share
      ? text.replace(/^([^\p{L}]*)(\p{L})/u, (_, head: string, letter: string) => head + letter.toLowerCase())
      : text,
  );
}

/** Posts of one to four sentences of prose, most often one to a line: diaries, notes, quips. */
function thoughts(random: Random, posts: readonly string[]): readonly string[] {
  const more = pick(random, [0.1, 0.3, 0.5, 0.65]);
  const sign = pick(random, ["\n", "\n", "\n\n", " "]);
  const bare = random() < 0.5;
  return posts.map((text) => {
    const sentences = sentencesOf(text);
    let size = 1;
    while (size < 5 && random() < more) size += 1;
    const from = Math.floor(random() * Math.max(1, sentences.length - size));
    const own = sentences.slice(from, from + size).map((each) => (bare ? each.replace(/[.。]$/u, "") : each));
    return own.length === 0 ? text : own.join(random() < 0.15 ? " " : sign);
  });
}

/** A command or a figure that no prose begins with, and a remark under it. */
function commands(random: Random, posts: readonly string[]): readonly string[] {
  const sign = pick(random, ["# ", "# ", "// ", "-- ", "; ", "% ", "→ ", "= ", "— "]);
  const share = pick(random, [1, 0.95, 0.85]);
  const above = random() < 0.15;
  return posts.map((text) => {
    if (random() > share) return linesOf(text).slice(0, 2).join("\n");
    const own = (text.match(/\p{L}{2,}/gu) ?? ["word"]).map((each) => each.toLowerCase());
    const some = Array.from({ length: 1 + Math.floor(random() * 7) }, () => pick(random, own));
    const command = some
      .map((each) => `${pick(random, ["", "", "", "-", "--", "$", "/", '"', "| ", "> ", "[", "{"])}${each}`)
      .join(pick(random, [" ", " ", " ", ".", "/", "_"]));
    const remark = `${sign}${sentencesOf(text)[0] ?? pick(random, own)}`;
    return above ? `${remark}\n${command}` : `${command}\n${remark}`;
  });
}

/** A name or a label over each text. */
function names(random: Random, posts: readonly string[]): readonly string[] {
  const words = posts.flatMap((text) => text.match(/\p{L}{3,}/gu) ?? []);
  const known = Array.from(
    { length: pick(random, [1, 3, 8, 60]) },
    () => `${capital(pick(random, words))} ${capital(pick(random, words))}`,
  );
  const end = pick(random, ["", "", ":", " 🔥", ".", " |"]);
  const gap = random() < 0.3 ? "\n\n" : "\n";
  return words.length === 0
    ? posts
    : posts.map((text) => `${pick(random, known)}${end}${gap}${linesOf(text).slice(0, 4).join("\n")}`);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

/** A heading and a list under it: points, numbers, hours, labels and values. */
function lists(random: Random, posts: readonly string[]): readonly string[] {
  const kind = pick(random, ["points", "points", "numbers", "hours", "values", "bare"] as const);
  const point = pick(random, ["• ", "- ", "— ", "▪️", "✅ ", "👉", "* "]);
  const gap = pick(random, ["\n", "\n", "\n\n"]);
  const share = pick(random, [1, 0.6, 0.3]);
  const most = pick(random, [3, 6, 12]);
  return posts.map((text) => {
    if (random() > share) return text;
    const pieces = [...sentencesOf(text), ...linesOf(text)].map((each) =>
      each.slice(0, 20 + Math.floor(random() * 60)).trim(),
    );
    if (pieces.length < 2) return text;
    const items = Array.from({ length: 2 + Math.floor(random() * most) }, (_, at) => {
      const item = pick(random, pieces);
      if (kind === "points") return `${point}${item}`;
      if (kind === "numbers") return `${at + 1}${point === "- " ? ")" : "."} ${item}`;
      if (kind === "hours") return `${8 + at}:${random() < 0.5 ? "00" : "30"} ${item}`;
      if (kind === "values") return `${capital(item.split(" ")[0] ?? item)}: ${Math.floor(random() * 900)}`;
      return item;
    });
    const tail = random() < 0.4 ? `${gap}${pieces.at(-1)}` : "";
    return `${pieces[0]}${random() < 0.4 ? ":" : ""}${gap}${items.join("\n")}${tail}`;
  });
}

/** Among the posts some that are an address, a hashtag, a name, a sign or a word, as people post them in passing. */
function scraps(random: Random, posts: readonly string[]): readonly string[] {
  const share = pick(random, [0.15, 0.3, 0.6]);
  const cut = random() < 0.6;
  const kinds = pick(random, [
    ["address"],
    ["address", "word", "sign"],
    ["word", "tag", "few"],
    ["address", "few", "handle"],
  ] as const);
  return posts.map((text) => {
    if (random() > share) return cut ? linesOf(text).slice(0, 2).join("\n") : text;
    const words = text.match(/\p{L}{2,}/gu) ?? ["so"];
    const kind = pick(random, kinds);
    if (kind === "address") return address(random, `${word(random, 7)}.com`);
    if (kind === "tag") return `#${pick(random, words)}`;
    if (kind === "handle") return `@${word(random, 8)}`;
    if (kind === "sign") return pick(random, ["!", "...", "👍", "🔥🔥🔥", "?", "+", ")))"]);
    const from = Math.floor(random() * words.length);
    return words.slice(from, from + (kind === "word" ? 1 : 2 + Math.floor(random() * 4))).join(" ");
  });
}

/** A line of signs over each post, under it, or both. */
function rulers(random: Random, posts: readonly string[]): readonly string[] {
  const sign = pick(random, ["➖", "🔹", "—", "=", "*", "🔻", "〰️", "⭐️", "-"]);
  const line = sign.repeat(pick(random, [1, 3, 5, 10]));
  const way = pick(random, ["over", "under", "under", "both"] as const);
  const share = pick(random, [1, 1, 0.8]);
  return posts.map((text) => {
    if (random() > share) return text;
    return `${way === "under" ? "" : `${line}\n`}${text}${way === "over" ? "" : `\n${line}`}`;
  });
}

/** Scripts without capitals, by a first letter and how many follow it; the last is written without blanks, a sign a word. */
const scripts: readonly (readonly [from: number, size: number])[] = [
  [0x05d0, 27],
  [0x0627, 28],
  [0x0905, 50],
  [0x10d0, 33],
  [0x1200, 60],
  [0x4e00, 4000],
];

/** The posts in letters of another script, word for word, so that nothing hangs on capitals or on one script's lengths. */
function inOtherScript(random: Random, posts: readonly string[]): readonly string[] {
  const [from, size] = pick(random, scripts);
  const dense = size > 1000;
  const share = pick(random, [1, 1, 0.5]);
  return posts.map((text) => {
    if (random() > share) return text;
    const written = text.replace(/https?:\/\/\S+|[@#][\p{L}\p{N}_]+|\p{L}[\p{L}\p{M}]*/gu, (each) => {
      if (/^(?:https?:|[@#])/u.test(each)) return each;
      const sign = (of: string): string => String.fromCodePoint(from + (hashOf(of) % size));
      if (dense) return sign(each) + (each.length > 6 ? sign(`${each}.`) : "");
      return Array.from(each.toLowerCase(), sign).join("");
    });
    if (!dense) return written;
    return written
      .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "")
      .replace(/(?<=\p{Script=Han})\./gu, "。")
      .replace(/(?<=\p{Script=Han}), ?/gu, "，");
  });
}

function hashOf(text: string): number {
  let hash = 7;
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) >>> 0;
  return hash;
}

/** Posts without the lines that many of them have. */
function withoutRecurring(posts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of posts) for (const line of new Set(text.split("\n"))) counts.set(line, (counts.get(line) ?? 0) + 1);
  return posts.map((text) =>
    text
      .split("\n")
      .filter((line) => line.trim() === "" || (counts.get(line) ?? 0) < Math.max(3, posts.length * 0.15))
      .join("\n")
      .replace(/\n{3,}/gu, "\n\n")
      .trim(),
  );
}

function wrapped(text: string, width: number): string {
  return text.replace(new RegExp(`([^\\n]{${width},}?) `, "gu"), "$1\n");
}

const letters = "abcdefghijklmnopqrstuvwxyz0123456789";

function word(random: Random, length: number): string {
  return Array.from({ length }, () => pick(random, [...letters])).join("");
}

function address(random: Random, host: string): string {
  return `https://${host}/${word(random, 4 + Math.floor(random() * 10))}`;
}

/** Posts of a first line and a second one of a kind of its own: an address, a comment, a source, an answer. */
function withSecondLine(random: Random, posts: readonly string[]): readonly string[] {
  const host = `${word(random, 6)}.com`;
  const sign = pick(random, ["# ", "— ", "// ", "- ", "> ", "→ ", "(", "🔗 ", "👉 ", "READ: ", "Source: ", "✍️ ", ""]);
  const own = pick(random, ["address", "text", "figure", "handle"] as const);
  const share = pick(random, [1, 1, 0.9, 0.6]);
  const gap = random() < 0.2 ? "\n\n" : "\n";
  const pool = posts.flatMap((text) => text.split("\n")).filter((line) => line.length > 3 && line.length < 140);
  return posts.map((text) => {
    const first = text.split("\n").find((line) => line.trim() !== "") ?? text;
    if (random() > share) return first;
    const line =
      own === "address"
        ? address(random, host)
        : own === "handle"
          ? `@${word(random, 8)}`
          : own === "figure"
            ? `${Math.floor(random() * 900)} ${pick(random, ["$", "€", "%", "km", "°"])}`
            : pool.length === 0
              ? word(random, 20)
              : pick(random, pool);
    return `${first}${gap}${sign}${line}${sign === "(" ? ")" : ""}`;
  });
}

function withHeading(random: Random, posts: readonly string[]): readonly string[] {
  const emoji = pick(random, ["⚡️", "🔴", "❗️", "📌", "🇺🇳", "▶️", "🔥", "📰", "✅", "🎬"]);
  const tag = `#${word(random, 7)}`;
  const way = pick(random, ["emoji", "emoji", "tag", "number", "line", "tags"] as const);
  const share = pick(random, [1, 0.9, 0.5]);
  const gap = random() < 0.5 ? "\n\n" : "\n";
  const pool = posts.flatMap((text) => text.match(/\p{L}{4,}/gu) ?? []);
  return posts.map((text, at) => {
    if (random() > share) return text;
    if (way === "emoji") return `${emoji} ${text}`;
    if (way === "tag") return `${tag} ${text}`;
    if (way === "number") return `${at + 1}. ${text}`;
    if (way === "tags") return `#${pool.length === 0 ? "a" : pick(random, pool)}${gap}${text}`;
    return `${emoji} ${tag.slice(1).toUpperCase()}${gap}${text}`;
  });
}

function withFooter(random: Random, posts: readonly string[], others: readonly ChannelPosts[]): readonly string[] {
  const handle = `@${word(random, 9)}`;
  const host = `${word(random, 6)}.org`;
  const pool = others.flatMap(({ posts: texts }) => texts.slice(0, 40)).flatMap((text) => text.split("\n"));
  const lines = pool.filter((line) => line.length > 8 && line.length < 60);
  const known = (): string => (lines.length === 0 || random() < 0.3 ? phrase(random) : pick(random, lines));
  const [slogan, other] = [known(), known()];
  const way = pick(random, [
    "handle",
    "slogan",
    "two",
    "block",
    "block",
    "block",
    "address",
    "tags",
    "varied",
    "named",
    "inline",
    "inline",
    "dated",
  ] as const);
  const share = pick(random, [1, 1, 0.95, 0.8, 0.5]);
  const gap = random() < 0.5 ? "\n\n" : "\n";
  const words = posts.flatMap((text) => text.match(/\p{L}{4,}/gu) ?? []).slice(0, 60);
  const own = block(random, known, handle);
  // Footers change now and then: a page may show two of them.
  const later = random() < 0.3 ? block(random, known, handle) : own;
  const turn = random() * posts.length;
  const sign = pick(random, [" ", " — ", ". ", " | ", " ("]);
  const inline = pick(random, [handle, handle, slogan]);
  return posts.map((text, at) => {
    if (random() > share) return text;
    if (way === "inline") return `${text}${sign}${inline}${sign === " (" ? ")" : ""}`;
    if (way === "dated") return `${text}${sign}${slogan} (${handle}) ${turn.toFixed(0)}.${1 + (at >> 3)}.2024`;
    const tags = words.length === 0 ? "#x" : `#${pick(random, words)} #${pick(random, words)}`;
    const footer = {
      handle,
      slogan,
      two: `${slogan}\n${other}`,
      block: at < turn ? own : later,
      address: address(random, host),
      tags,
      varied: `${slogan}: ${address(random, host)}`,
      named: `${slogan} | ${other} | ${handle}`,
    }[way];
    return `${text}${gap}${footer}`;
  });
}

/** Where else to find a channel: labels and addresses of one form, with or without a heading and blank lines. */
function block(random: Random, known: () => string, handle: string): string {
  const sign = pick(random, ["", "", "", "👉 ", "▶️ ", "• ", "– "]);
  const end = pick(random, [":", ":", "", " -", " 👇"]);
  const form = pick(random, ["under", "under", "beside", "labels", "mixed", "bare"] as const);
  const items = Array.from({ length: 2 + Math.floor(random() * 5) }, () => {
    const label = `${sign}${random() < 0.5 ? capital(word(random, 4 + Math.floor(random() * 6))) : known().slice(0, 24)}`;
    const link = address(
      random,
      `${word(random, 4 + Math.floor(random() * 6))}.${pick(random, ["com", "org", "de", "me"])}`,
    );
    const forms = { under: `${label}${end}\n${link}`, beside: `${label}${end} ${link}`, labels: label, bare: link };
    if (form === "mixed") return pick(random, [forms.under, forms.beside, forms.labels, handle]);
    return forms[form];
  });
  const head =
    random() < 0.4 ? `${known().slice(0, 40)}${pick(random, [":", "", "!"])}${random() < 0.5 ? "\n\n" : "\n"}` : "";
  return `${head}${items.join(random() < 0.75 ? "\n" : "\n\n")}`;
}

/** A few invented words. */
function phrase(random: Random): string {
  const size = 1 + Math.floor(random() * 5);
  return capital(
    Array.from({ length: size }, () => word(random, 2 + Math.floor(random() * 8)).replace(/\d/gu, "e")).join(" "),
  );
}

/** Prints posts as a preview does, with the marks of the page. */
function printed(
  random: Random,
  posts: readonly string[],
  { name, channel, style }: Pick<KnownPage, "name" | "channel" | "style">,
): KnownPage {
  const bare = random() < 0.4;
  const of = (shares: readonly number[]): number => (bare ? 0 : pick(random, shares));
  const reactions = of([0, 0, 0, 0.1, 0.6, 0.95, 1]);
  const forwards = of([0, 0, 0.03, 0.3]);
  const media = of([0, 0.05, 0.15, 0.4]);
  const after = of([0, 0.02, 0.1, 0.4]);
  const lines: string[] = [];
  const starts = new Set<number>();
  for (const text of posts) {
    starts.add(lines.length + 1);
    if (random() < forwards) lines.push(`Forwarded from ${word(random, 8)}`);
    if (random() < media)
      lines.push(pick(random, ["Media is too big", "This media is not supported in your browser"]), "VIEW IN TELEGRAM");
    lines.push(...text.trim().split("\n"));
    if (random() < after) lines.push("Please open Telegram to view this post", "VIEW IN TELEGRAM");
    if (random() < reactions)
      lines.push(
        `👍${1 + Math.floor(random() * 500)}❤${1 + Math.floor(random() * 90)}🔥${1 + Math.floor(random() * 9)}`,
      );
  }
  return { name, channel, made: true, style, lines, starts };
}

/** Sizes of the short pages that are judged, in posts. */
export const windowSizes = [5, 10, 20, 50] as const;

/** Windows of each size and form that are cut from each channel. */
const windowsOfEach = 3;

/** Bare windows of a channel's posts as they are, with and without blank lines inside posts: what a person copies, and nothing that was made up. */
export function bareWindows({ channel, posts }: ChannelPosts, seed: number): readonly KnownPage[] {
  const random = randomFrom(seed);
  return windowSizes
    .filter((size) => size <= posts.length)
    .flatMap((size) =>
      Array.from({ length: windowsOfEach }, (_, at) => {
        const from = Math.floor(random() * (posts.length - size + 1));
        return bareForms(`${channel}-${size}-${at}`, channel, posts.slice(from, from + size));
      }).flat(),
    );
}

/** Pages that were written for judging, `NAME.txt` with a line `%%` between two posts. Nothing is ever fitted to them. */
export function writtenPages(folder: string): readonly KnownPage[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((file) => {
      return bareForms(file.replace(".txt", ""), "", writtenPosts(join(folder, file)));
    });
}

function writtenPosts(file: string): readonly string[] {
  return readFileSync(file, "utf8").trim().split("\n%%\n");
}

/** The posts that were written for fitting, a channel a file: kinds and languages that the dumps of a folder do not have. */
export function writtenChannels(folder: string): readonly ChannelPosts[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => ({ channel: name.replace(".txt", ""), posts: writtenPosts(join(folder, name)) }));
}

/** The forms that {@link bareWindows} and {@link writtenPages} are judged in. */
export const bareStyles = ["blank lines inside", "no blank lines"] as const;

function bareForms(name: string, channel: string, posts: readonly string[]): readonly KnownPage[] {
  const texts = posts.map((text) => text.trim().replace(/\n(?:\s*\n)+/gu, "\n\n"));
  return bareStyles.map((style) => {
    const own = style === "no blank lines" ? texts.map(withoutBlankLines) : texts;
    const lines: string[] = [];
    const starts = new Set<number>();
    for (const text of own) {
      starts.add(lines.length + 1);
      lines.push(...text.split("\n"));
    }
    return { name, channel, made: true, style, lines, starts };
  });
}

/** The dumps of a folder that have annotations, of one kind, and the texts of their channels (`dating/*.jsonl` and the annotations). */
export function readKnown(
  folder: string,
  kind: string,
): { readonly pages: readonly KnownPage[]; readonly channels: readonly ChannelPosts[] } {
  const pages: KnownPage[] = [];
  const texts = new Map<string, readonly string[]>();
  for (const { name, channel, source, posts } of annotatedDumps(folder, kind)) {
    const { lines } = source;
    const page = posts.map(({ textLines }) => lines.slice((textLines[0] ?? 1) - 1, textLines.at(-1) ?? 0).join("\n"));
    pages.push({ name, channel, made: false, style: "", lines, starts: new Set(posts.map(({ first }) => first)) });
    texts.set(channel, [...(texts.get(channel) ?? []), ...page.filter((text) => text.trim() !== "")]);
  }
  const runs = join(folder, "dating");
  for (const file of readdirSync(runs).filter((name) => name.endsWith(".jsonl"))) {
    const posts = readFileSync(join(runs, file), "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { readonly text: string }).text.trim())
      .filter(Boolean);
    texts.set(file.replace(".jsonl", ""), posts);
  }
  return { pages, channels: [...texts].map(([channel, posts]) => ({ channel, posts })) };
}
