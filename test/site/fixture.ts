import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { postFilePath, writePost } from "../../src/markdown/post-file.ts";
import { addDays, type Day } from "../../src/model/day.ts";
import type { Ledger } from "../../src/model/ledger.ts";
import type { Dating, Post } from "../../src/model/post.ts";
import { Archive } from "../../src/site/model/archive.ts";
import type { Settings } from "../../src/site/model/settings.ts";
import { hashtagsOf } from "../../src/text/hashtags.ts";
import { titleOf } from "../../src/text/title.ts";

export const settings: Settings = {
  title: "Fixture archive",
  description: "Posts made for tests.",
  url: "https://archive.example/fixture/",
  language: "en",
};

/** A post with what a test says of it, and something plain for everything else. */
export function postWith(words: Partial<Post> & { readonly id: string }): Post {
  const text = words.text ?? "A post";
  return {
    channel: { key: "harbour", name: "Harbour News", identified: true, handle: "harbour_news" },
    dating: stated("2025-02-04"),
    title: titleOf(text),
    text,
    language: "en",
    tags: hashtagsOf(text),
    mentions: [],
    links: [],
    media: [],
    reactions: [],
    repairs: [],
    boundary: { kind: "marked" },
    source: { file: "harbour.txt", sha256: "a".repeat(64), dialect: "preview", lines: [[1, 3]], sequence: 1 },
    ...words,
  };
}

/** A date that the post itself states. */
export function stated(day: string): Dating {
  const best = day as Day;
  const words = new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return { best, earliest: best, latest: best, basis: "dateline", evidence: `(Moscow, ${words})`, edtf: best };
}

/** A date inferred from the neighbours, within `days` days of the best one. */
export function inferred(day: string, days: number): Dating {
  const best = day as Day;
  const [earliest, latest] = [addDays(best, -days), addDays(best, days)];
  return { best, earliest, latest, basis: "neighbours", edtf: `${earliest}/${latest}` };
}

export const marks = {
  script: "<script>alert('harbour')</script>",
  bundle: "/*__EleventyBundle:get:css:default:EleventyBundle__*/",
};

/** Every kind of post that a page must cope with. */
export const oddPosts: readonly Post[] = [
  postWith({
    id: "headlined1",
    text: "🎙 Talks on the harbour conflict\n\nThe parties talked for two days.\nMore at https://news.example/talks?a=1&b=2 #Harbour",
    dating: stated("2025-02-05"),
    reactions: [
      { emoji: "👍", count: 3 },
      { emoji: "❤", count: 2490, printed: "2.49K" },
      { emoji: "", count: 12 },
      { emoji: "⭐", count: 1 },
    ],
    views: { count: 12_400, printed: "12.4K" },
    signature: "Ada Fenn",
    viaBot: "tide_bot",
    topic: "Tides",
    clock: "21:14",
    editedMark: true,
  }),
  postWith({
    id: "russian001",
    channel: { key: "порт", name: "Новости порта", identified: true },
    language: "ru",
    text: "О конфликте в порту\n\nЖенщинам и детям помогли уехать. #Порт",
    dating: inferred("2025-02-06", 1),
    forwardedFrom: "Мэрия «Север»",
  }),
  postWith({
    id: "chinese001",
    language: "zh",
    text: "港口会谈\n\n外交部发言人说，会谈将继续。 #港口",
    dating: inferred("2025-02-06", 12),
  }),
  postWith({
    id: "persian001",
    language: "fa",
    text: "گفتگو در بندر\n\nگفتگو ادامه دارد. #مرد‌ها",
    dating: inferred("2025-02-06", 2),
    replyTo: { author: "بندر", excerpt: "گفتگو در بندر …" },
  }),
  postWith({ id: "empty00001", text: "", language: "und", media: ["hidden"], dating: inferred("2025-02-07", 3) }),
  postWith({ id: "empty00002", text: "", language: "und", dating: inferred("2025-02-07", 3) }),
  postWith({
    id: "hostile001",
    text: `${marks.script} & <mark>bold</mark> {{ 7 * 7 }} ]]>\n\n${marks.bundle}\n\u0000\u0007 \u202Eevil \uD800 [x](javascript:alert(1)) ![](https://tracker.example/a.png)\n<img src=x onerror=alert(1)> --> </style>`,
    dating: stated("2025-02-08"),
    forwardedFrom: "<b>Bold & Sons</b>",
    replyTo: { author: '"><script>1</script>', excerpt: "</blockquote><script>2</script>", number: 3 },
    signature: "<i>Ada</i>",
    topic: "<b>Fog</b>",
    views: { count: 812 },
  }),
  postWith({
    id: "unbroken01",
    text: `${"неразрывно".repeat(30)} https://long.example/${"a".repeat(400)} #${"Длинная".repeat(30)}`,
    language: "ru",
    dating: inferred("2025-02-09", 30),
    media: ["video", "video", "photo"],
    repairs: [{ rule: "mend/noscript", line: 9, from: "noscriptd", to: "titled" }],
  }),
];

/** So many short posts that lists need pages: three a day from 1 March 2025. */
export function manyPosts(count: number): readonly Post[] {
  return Array.from({ length: count }, (_, index) =>
    postWith({
      id: `many${`${index}`.padStart(6, "0")}`,
      text: `Daily note ${index}\n\nShips came and went. #Daily`,
      dating: inferred(addDays("2025-03-01" as Day, Math.floor(index / 6)), 1),
      source: { file: "harbour.txt", sha256: "a".repeat(64), dialect: "preview", lines: [[4, 9]], sequence: index + 2 },
    }),
  );
}

export const ledger: Ledger = {
  dumps: [
    {
      file: "harbour.txt",
      sha256: "a".repeat(64),
      bytes: 12345,
      lines: 90,
      dialect: "preview",
      evidence: "its head and 40 of 90 lines are what t.me/s prints",
      channel: { key: "harbour", name: "Harbour News", identified: true, handle: "harbour_news" },
      order: "oldest-first",
      posts: 8,
      roles: {
        text: 60,
        copy: 0,
        forwarded: 1,
        reply: 1,
        preview: 0,
        placeholder: 2,
        reactions: 6,
        furniture: 10,
        blank: 10,
      },
      notices: [{ rule: "boundary/doubtful", file: "harbour.txt", line: 7, reason: "may be two posts <read as one>" }],
    },
  ],
};

export function archiveOf(posts: readonly Post[]): Archive {
  return new Archive(settings, posts, ledger);
}

/** Writes a content folder with these posts; its path. */
export function contentWith(
  posts: readonly Post[],
  folder: string,
  said: Readonly<Record<string, unknown>> = {},
): string {
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const lines = Object.entries({ ...settings, ...said }).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  write("site.yml", lines.join("\n"));
  write("ledger.json", JSON.stringify(ledger));
  for (const post of posts) write(join("posts", postFilePath(post)), writePost(post));
  return folder;
}
