/** Pages of invented posts, of any length and always the same: what the benchmark reads. */
export function madeDump(kind: MadeKind, lines: number): string {
  const random = randomFrom(lines);
  const posts: string[] = [];
  let count = 0;
  while (count < lines) {
    const post = pages[kind].post(postOf(random), random);
    posts.push(post);
    count += post.split("\n").length;
  }
  return pages[kind].page(posts);
}

/** The kinds of pages that can be made, by the names of their dialects. */
export const madeKinds = ["preview", "doubled-preview", "tgstat", "plain"] as const;
/** One of `madeKinds`. */
export type MadeKind = (typeof madeKinds)[number];

/** Texts of invented posts with days in some of them, for dating. */
export function madeTexts(count: number): readonly string[] {
  const random = randomFrom(count);
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(index / 8)));
    const stated = day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
    const text = postOf(random).paragraphs.join("\n\n");
    return random() < 0.3 ? `On ${stated}, ${text}` : text;
  });
}

interface MadePost {
  readonly forwarded: boolean;
  readonly video: boolean;
  readonly paragraphs: readonly string[];
  readonly reactions: string;
}

interface MadePage {
  post(post: MadePost, random: Random): string;
  page(posts: readonly string[]): string;
}

/** Gives numbers from 0 to 1. */
export type Random = () => number;

const head = "Marsh Radio\n@marsh_radio\n802 subscribers\nDownload Telegram";
const pages: Readonly<Record<MadeKind, MadePage>> = {
  preview: {
    post: (post) => [...before(post), post.paragraphs.join("\n\n"), ...behind(post)].join("\n"),
    page: (posts) => [head, ...posts].join("\n"),
  },
  "doubled-preview": {
    post: (post) => {
      const text = post.paragraphs.flatMap((paragraph) => paragraph.split("\n"));
      return [...before(post), ...text, ...text.slice(1), ...behind(post)].join("\n");
    },
    page: (posts) => posts.join("\n"),
  },
  tgstat: {
    post: ({ paragraphs }) => paragraphs.join("\n\n"),
    page: (posts) =>
      `Marsh Radio\nChannel's geo and language\nPosts filter\n\n\n${posts.join("\n\n\n")}\n\n\n${posts.length} last posts shown.`,
  },
  plain: {
    post: ({ paragraphs }) => `${paragraphs.join("\n\n")}\n-----`,
    page: (posts) => posts.join("\n"),
  },
};

function before({ forwarded, video }: MadePost): readonly string[] {
  return [
    ...(forwarded ? ["Forwarded from Harbour Gazette"] : []),
    ...(video ? ["This media is not supported in your browser", "VIEW IN TELEGRAM"] : []),
  ];
}

function behind({ reactions }: MadePost): readonly string[] {
  return reactions === "" ? [] : [reactions];
}

function postOf(random: Random): MadePost {
  const paragraphs = Array.from({ length: 1 + upTo(5, random) }, (_, index) =>
    random() < 0.15 && index > 0 ? listOf(random) : sentencesOf(random),
  );
  if (random() < 0.4) paragraphs.unshift(`${pick(["📌", "🔔", "⚓"], random)} ${sentenceOf(random).slice(0, -1)}`);
  if (random() < 0.2) paragraphs.push(`${sentenceOf(random)} https://${wordOf(random)}.example/${wordOf(random)}`);
  if (random() < 0.3) paragraphs.push(`#${wordOf(random)} #${wordOf(random)}`);
  return {
    forwarded: random() < 0.1,
    video: random() < 0.15,
    paragraphs,
    reactions: random() < 0.7 ? `👍${1 + upTo(300, random)}❤${1 + upTo(90, random)}` : "",
  };
}

function sentencesOf(random: Random): string {
  return Array.from({ length: 1 + upTo(4, random) }, () => sentenceOf(random)).join(" ");
}

function listOf(random: Random): string {
  return Array.from({ length: 2 + upTo(4, random) }, () => `• ${sentenceOf(random)}`).join("\n");
}

function sentenceOf(random: Random): string {
  const words = Array.from({ length: 4 + upTo(14, random) }, () => wordOf(random)).join(" ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

const syllables = ["ma", "rel", "to", "kin", "sho", "ve", "lan", "dri", "pu", "est", "gal", "no"] as const;

function wordOf(random: Random): string {
  return Array.from({ length: 1 + upTo(3, random) }, () => pick(syllables, random)).join("");
}

/** A whole number from 0 to `most`. */
export function upTo(most: number, random: Random): number {
  return Math.floor(random() * (most + 1));
}

/** One of a list. */
export function pick<Value>(list: readonly Value[], random: Random): Value {
  const value = list[Math.floor(random() * list.length)];
  if (value === undefined) throw new RangeError("a random number of 1 or more");
  return value;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32, by Tommy Ettinger, public domain). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
