import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { pick, type Random, randomFrom } from "./made-dumps.ts";

/** An invented post. */
export interface ArchivePost {
  readonly number: number;
  /** Seconds since 1970. */
  readonly time: number;
  readonly text: string;
  readonly tags: readonly string[];
  readonly forwardedFrom?: string;
  readonly repliesTo?: number;
  readonly likes: number;
}

/** An invented channel with its posts, oldest first. */
export interface ArchiveChannel {
  readonly name: string;
  readonly handle: string;
  readonly id: number;
  posts(): Generator<ArchivePost>;
}

const channels = [
  { name: "Harbour Gazette", handle: "harbour_gazette", language: "en" },
  { name: "Marsh Radio", handle: "marsh_radio", language: "en" },
  { name: "Портовые вести", handle: "port_vesti", language: "ru" },
  { name: "Маяк и берег", handle: "mayak_bereg", language: "ru" },
] as const;

/** The first post's moment; a post follows each quarter of an hour, so that 10,000 posts fill some months and 100,000 three years. */
const first = Date.UTC(2021, 2, 1) / 1000;
const apart = 900;

/** Four invented channels, two English and two Russian, that share so many posts; always the same. */
export function madeChannels(count: number): readonly ArchiveChannel[] {
  return channels.map(({ name, handle, language }, index) => ({
    name,
    handle,
    id: 7_000_000_001 + index,
    posts: () => postsOf(language, index, Math.floor((count + index) / channels.length)),
  }));
}

function* postsOf(language: Language, index: number, count: number): Generator<ArchivePost> {
  const random = randomFrom(index + 1);
  const words = vocabularies[language];
  for (let place = 0; place < count; place += 1) {
    const number = 2 * place + 1;
    const tags = random() < 0.4 ? [...new Set([tagOf(language, random), tagOf(language, random)])] : [];
    yield {
      number,
      time: first + (place * channels.length + index) * apart,
      text: textOf(words, random),
      tags,
      ...(random() < 0.12 ? { forwardedFrom: `${titled(words.at(rankOf(40, random)) ?? "")} ${words.at(7)}` } : {}),
      ...(place > 0 && random() < 0.06 ? { repliesTo: number - 2 } : {}),
      likes: 1 + Math.floor(random() * 400),
    };
  }
}

type Language = (typeof channels)[number]["language"];

/** A headline and one to four paragraphs: 300 characters in the mean, up to 900. */
function textOf(words: readonly string[], random: Random): string {
  const paragraphs = 1 + Math.floor(random() ** 2 * 4);
  const body = Array.from({ length: paragraphs }, () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
      sentence(words, 6 + Math.floor(random() * 12), random),
    ).join(" "),
  );
  return [sentence(words, 4 + Math.floor(random() * 5), random).replace(/\.$/u, ""), ...body].join("\n\n");
}

function sentence(words: readonly string[], length: number, random: Random): string {
  const said = Array.from({ length }, () => {
    const word = words.at(rankOf(words.length, random)) ?? "";
    return random() < 0.05 ? titled(word) : word;
  });
  return `${titled(said.join(random() < 0.2 ? ", " : " "))}.`;
}

function titled(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function tagOf(language: Language, random: Random): string {
  const rank = rankOf(200, random);
  return language === "ru" ? `берег${rank}` : `Shore${rank}`;
}

/** A rank below `count` by Zipf's law: low ones come often, as words do. */
function rankOf(count: number, random: Random): number {
  return Math.min(count - 1, Math.floor(count ** random()) - 1);
}

/** So many different words a language: what an archive of news uses. */
const wordsALanguage = 30_000;
const vocabularies: Readonly<Record<Language, readonly string[]>> = {
  en: vocabulary(
    "the of and to in a is was for on that with by as at from it has ships said".split(" "),
    "b ch d f g h l m n p r s st t th v w".split(" "),
    "a e i o u ea oo ai".split(" "),
    ["", "s", "ed", "ing", "er", "ly"],
  ),
  ru: vocabulary(
    "и в на с что по не из к о за от для его это также суда сказал был года".split(" "),
    "б в г д ж з к л м н п р с ст т х ч ш".split(" "),
    "а е и о у ы я ю".split(" "),
    ["", "а", "ов", "ами", "ый", "ить"],
  ),
};

function vocabulary(
  commonest: readonly string[],
  consonants: readonly string[],
  vowels: readonly string[],
  endings: readonly string[],
): readonly string[] {
  const random = randomFrom(consonants.length);
  const found = new Set(commonest);
  while (found.size < wordsALanguage) {
    const stem =
      Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(consonants, random) + pick(vowels, random)).join(
        "",
      ) + pick(consonants, random);
    for (const ending of endings) if (random() < 0.5) found.add(stem + ending);
  }
  return [...found];
}

/** Writes an archive of so many posts below a folder: its settings, and an export for each channel. Nothing is imported. */
export function writeMadeArchive(folder: string, count: number): void {
  const dumps = join(folder, "content", "dumps");
  mkdirSync(dumps, { recursive: true });
  writeFileSync(
    join(folder, "content", "site.yml"),
    "title: Made archive\ndescription: Invented posts of invented channels\nurl: https://made.test/\nlanguage: en\n",
  );
  for (const channel of madeChannels(count)) writeExport(join(dumps, `${channel.handle}.json`), channel);
}

/** Telegram Desktop's `result.json`. */
function writeExport(path: string, { name, id, posts }: ArchiveChannel): void {
  const file = openSync(path, "w");
  writeSync(file, `{\n "name": ${JSON.stringify(name)},\n "type": "public_channel",\n "id": ${id},\n "messages": [\n`);
  let between = "";
  for (const post of posts()) {
    writeSync(file, `${between}${JSON.stringify(messageOf(post, name, id))}`);
    between = ",\n";
  }
  writeSync(file, "\n ]\n}\n");
  closeSync(file);
}

function messageOf(post: ArchivePost, from: string, id: number): object {
  const entities = [
    { type: "plain", text: post.text },
    ...post.tags.flatMap((tag) => [
      { type: "plain", text: "\n" },
      { type: "hashtag", text: `#${tag}` },
    ]),
  ];
  return {
    id: post.number,
    type: "message",
    date: new Date(post.time * 1000).toISOString().slice(0, 19),
    date_unixtime: `${post.time}`,
    from,
    from_id: `channel${id}`,
    ...(post.forwardedFrom === undefined ? {} : { forwarded_from: post.forwardedFrom }),
    ...(post.repliesTo === undefined ? {} : { reply_to_message_id: post.repliesTo }),
    text: entities.map((entity) => (entity.type === "plain" ? entity.text : entity)),
    text_entities: entities,
    reactions: [{ type: "emoji", count: post.likes, emoji: "👍" }],
  };
}
