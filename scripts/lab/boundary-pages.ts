import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { randomFrom } from "./boost.ts";

/** A page whose posts are known: the lines of the text, and the 1-based lines that posts start at. */
export interface KnownPage {
  readonly name: string;
  readonly channel: string;
  readonly made: boolean;
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
 * blank lines inside posts, closing lines, headings, reactions, placeholders, posts of one line, of two lines of two kinds. A model that has seen
 * them cannot rely on any one of these.
 */
export function madePages(
  { channel, posts }: ChannelPosts,
  others: readonly ChannelPosts[],
  count: number,
  seed: number,
): readonly KnownPage[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, at) => {
    const size = Math.floor(8 * 1.6 ** (random() * 5.2));
    const from = Math.floor(random() * Math.max(1, posts.length - size));
    let own: readonly string[] = posts.slice(from, from + size).filter((text) => text.trim() !== "");
    if (random() < 0.12 && others.length > 0) own = mixed(random, own, pick(random, others).posts);
    const plain = random() < 0.35;
    const shaped = plain ? own : shapedPosts(random, own, others);
    return printed(random, shaped, { name: `${channel}-${at}`, channel });
  });
}

function mixed(random: Random, own: readonly string[], other: readonly string[]): readonly string[] {
  const share = 0.2 + random() * 0.6;
  const from = Math.floor(random() * Math.max(1, other.length - own.length));
  return own.map((text, at) => (random() < share ? text : (other[from + at] ?? text)));
}

function shapedPosts(random: Random, own: readonly string[], others: readonly ChannelPosts[]): readonly string[] {
  const chance = (share: number): boolean => random() < share;
  let posts = own;
  if (chance(0.3)) posts = withoutRecurring(posts);
  const cutTo = random();
  if (cutTo < 0.1) posts = posts.map((text) => text.split(/\n+/u).slice(0, 1).join(""));
  else if (cutTo < 0.2) {
    const kept = 1 + Math.floor(random() * 3);
    posts = posts.map((text) =>
      text
        .split(/\n{2,}/u)
        .slice(0, kept)
        .join("\n\n"),
    );
  }
  if (chance(0.1))
    posts = posts.map((text) => text.replace(/(?:\p{Extended_Pictographic}|\uFE0F|\u200D)/gu, "").trim());
  if (chance(0.04)) posts = posts.map((text) => text.toLowerCase());
  const blanks = random();
  if (blanks < 0.08) posts = posts.map((text) => text.replace(/\n{2,}/gu, "\n"));
  else if (blanks < 0.22) posts = posts.map((text) => text.replace(/\n+/gu, "\n\n"));
  if (chance(0.06)) posts = posts.map((text) => wrapped(text, 50 + Math.floor(random() * 60)));
  if (chance(0.28)) posts = withSecondLine(random, posts);
  if (chance(0.15)) posts = withHeading(random, posts);
  if (chance(0.4)) posts = withFooter(random, posts, others);
  if (chance(0.15)) posts = [...posts].sort(() => random() - 0.5);
  return posts.filter((text) => text.trim() !== "");
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
  const slogan = lines.length === 0 ? "Follow us" : pick(random, lines);
  const other = lines.length === 0 ? "Join" : pick(random, lines);
  const way = pick(random, [
    "handle",
    "slogan",
    "two",
    "block",
    "block",
    "address",
    "tags",
    "varied",
    "named",
  ] as const);
  const share = pick(random, [1, 1, 0.95, 0.8, 0.5]);
  const gap = random() < 0.5 ? "\n\n" : "\n";
  const words = posts.flatMap((text) => text.match(/\p{L}{4,}/gu) ?? []).slice(0, 60);
  // Where else to find the channel: labels and addresses, a line each, with or without blank lines between them.
  const block = Array.from({ length: 2 + Math.floor(random() * 4) }, () => {
    const label = `${pick(random, ["", "", "👉 ", "▶️ ", "• "])}${lines.length === 0 ? "Site" : pick(random, lines).slice(0, 24)}`;
    return pick(random, [`${label}:\n${address(random, host)}`, `${label}: ${address(random, host)}`, label, handle]);
  }).join(random() < 0.7 ? "\n" : "\n\n");
  return posts.map((text) => {
    if (random() > share) return text;
    const tags = words.length === 0 ? "#x" : `#${pick(random, words)} #${pick(random, words)}`;
    const footer = {
      handle,
      slogan,
      two: `${slogan}\n${other}`,
      block,
      address: address(random, host),
      tags,
      varied: `${slogan}: ${address(random, host)}`,
      named: `${slogan} | ${other} | ${handle}`,
    }[way];
    return `${text}${gap}${footer}`;
  });
}

/** Prints posts as a preview does, with the marks of the page. */
function printed(
  random: Random,
  posts: readonly string[],
  { name, channel }: { readonly name: string; readonly channel: string },
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
  return { name, channel, made: true, lines, starts };
}

/** The dumps of a folder that have annotations, of one kind, and the texts of their channels (`dating/*.jsonl` and the annotations). */
export function readKnown(
  folder: string,
  kind: string,
): { readonly pages: readonly KnownPage[]; readonly channels: readonly ChannelPosts[] } {
  const pages: KnownPage[] = [];
  const texts = new Map<string, readonly string[]>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(`.${kind}.txt`))
    .sort()) {
    const lines = readFileSync(join(folder, file), "utf8").split("\n");
    const gold = JSON.parse(readFileSync(join(folder, file.replace(/\.txt$/u, ".gold.json")), "utf8")) as Gold;
    const channel = file.replace(/-[a-z]\..*$/u, "");
    const starts = new Set(gold.posts.map(firstLine));
    const page = gold.posts.map(({ full }) => {
      const [first = 1, last = 0] = [full[0], full.at(-1)];
      return lines.slice(first - 1, last).join("\n");
    });
    pages.push({ name: file, channel, made: false, lines, starts });
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

interface Gold {
  readonly posts: readonly {
    readonly full: readonly number[];
    readonly copy: readonly (readonly [number, number])[];
    readonly placeholder: readonly (readonly [number, number])[];
    readonly reactions: number | null;
    readonly forwarded_line: number | null;
    readonly reply_quote: readonly [number, number] | null;
  }[];
}

function firstLine(post: Gold["posts"][number]): number {
  const ranges = [...post.copy, ...post.placeholder, ...(post.reply_quote === null ? [] : [post.reply_quote])];
  const single = [post.reactions, post.forwarded_line].filter((line) => line !== null);
  return Math.min(...post.full, ...single, ...ranges.map(([first]) => first));
}
