import { pick, type Random, randomFrom, upTo } from "./made-dumps.ts";

/** Files of `content/dumps` by name, with the sidecars of those that have one: the captures of one channel. */
export type MadeCaptures = ReadonlyMap<string, { readonly text: string; readonly sidecar?: string }>;

interface Told {
  readonly number: number;
  readonly text: string;
  readonly edited?: number;
}

const name = "Reed Bank";
const sayings = [
  "Good morning.",
  "The bell was rung.",
  "Ice on the bank #Ice",
  "Fog over the reed beds, and no ferry.",
];
const subjects = ["The ferry", "The keeper", "A seal", "The old crane", "The tug Marten", "A row of eel traps"];
const doings = ["lay at berth two", "came back with the tide", "was seen off the bank", "was painted green"];

/** Up to six captures of one channel that show other posts, other states of one post, or posts without words. Always the same ones of a seed. */
export function madeCaptures(seed: number, count = 6): MadeCaptures {
  const random = randomFrom(seed);
  const told = Array.from({ length: 6 + upTo(3, random) }, (_, at): Told => {
    const own = `${pick(subjects, random)} ${pick(doings, random)}, says line ${at} of the book kept on March ${at + 2}, 2025.`;
    return { number: at + 3, text: random() < 0.3 ? pick(sayings, random) : own };
  });
  const kinds = [jsonOf, htmlOf, previewOf];
  const captures = new Map<string, { readonly text: string; readonly sidecar?: string }>();
  while (captures.size < count) {
    const from = upTo(2, random);
    const shown = told.slice(from, told.length - upTo(2, random)).map((post) => changed(post, random));
    const { text, ending } = pick(kinds, random)(shown);
    const file = `${pick([..."abcdefgh"], random)}${captures.size}.${ending}`;
    const day = `2025-04-0${1 + upTo(8, random)}`;
    captures.set(file, { text, ...(random() < 0.5 ? { sidecar: `retrieved: ${day}\n` } : {}) });
  }
  return captures;
}

/** A post as a capture may show it: as it was, edited, or without its words. */
function changed(post: Told, random: Random): Told {
  const chance = random();
  if (chance < 0.15) return { ...post, text: `${post.text} Corrected.`, edited: secondOf(post) + 3600 };
  return chance < 0.25 ? { ...post, text: "" } : post;
}

function secondOf({ number }: Told): number {
  return Date.UTC(2025, 2, number, 8) / 1000;
}

interface Made {
  readonly text: string;
  readonly ending: string;
}

function jsonOf(posts: readonly Told[]): Made {
  const messages = posts.map((post) => ({
    ...{ id: post.number, type: "message", date_unixtime: `${secondOf(post)}`, from: name, text: post.text },
    ...(post.edited === undefined ? {} : { edited_unixtime: `${post.edited}` }),
    ...(post.text === "" ? { photo: "(File not included. Change data exporting settings to download.)" } : {}),
  }));
  return { text: JSON.stringify({ name, type: "public_channel", id: 12345, messages }, undefined, 1), ending: "json" };
}

function htmlOf(posts: readonly Told[]): Made {
  const messages = posts.map((post) => {
    const [, month = "", day = "", time = ""] =
      /^\d+-(\d+)-(\d+)T([\d:]+)/u.exec(new Date(secondOf(post) * 1000).toISOString()) ?? [];
    return `<div class="message default clearfix" id="message${post.number}">
<div class="body">
<div class="pull_right date details" title="${day}.${month}.2025 ${time} UTC+00:00">08:00</div>
<div class="from_name">${name}</div>
${post.text === "" ? "" : `<div class="text">${post.text}</div>`}
</div>
</div>`;
  });
  const head = `<div class="page_header"><div class="content"><div class="text bold">${name}</div></div></div>`;
  return { text: `<!DOCTYPE html>\n<html><body>\n${head}\n${messages.join("\n")}\n</body></html>\n`, ending: "html" };
}

function previewOf(posts: readonly Told[]): Made {
  const blocks = posts.flatMap(({ number, text }) => (text === "" ? [] : [text, `👍${number}`]));
  return {
    text: [name, "@reed_bank", "802 subscribers", "Download Telegram", ...blocks, ""].join("\n"),
    ending: "txt",
  };
}
