import fc from "fast-check";
import type { Day } from "../../src/model/day.ts";
import type { Attachments, Entity, Post, PostMetadata, ServiceLine, Views } from "../../src/model/post.ts";
import { entityKinds } from "../../src/model/values.ts";
import { tidy } from "../../src/text/formatted.ts";
import { hashtagsOf } from "../../src/text/hashtags.ts";
import { linksOf } from "../../src/text/links.ts";
import { mentionsOf } from "../../src/text/mentions.ts";

/** A post with what a test says of it, and something plain for everything else. */
export function postOf(words: Partial<Post> = {}): Post {
  const text = words.text ?? "Fog over the pier";
  return {
    id: "k3v9x0q2mt",
    channel: { key: "harbour", name: "Harbour Gazette", identified: true, handle: "harbour" },
    dating: stated("2025-02-04"),
    title: "Fog over the pier",
    text,
    language: "en",
    tags: hashtagsOf(text),
    mentions: mentionsOf(text),
    links: linksOf(text),
    media: [],
    reactions: [],
    repairs: [],
    boundary: { kind: "marked" },
    source: { file: "pier.txt", sha256: "a".repeat(64), dialect: "preview", lines: [[1, 3]], sequence: 1 },
    ...words,
  };
}

/** A day that the post itself states. */
export function stated(day: string): Post["dating"] {
  return { best: day as Day, earliest: day as Day, latest: day as Day, basis: "dateline", edtf: day };
}

/** Words that YAML or Markdown would take for something else. */
export const hostileWords: fc.Arbitrary<string> = fc.constantFrom(
  "Привет: мир",
  "@pier",
  "#fog",
  "- fog",
  "007",
  "1e3",
  "0x1F",
  "2025-02-04",
  "no",
  "null",
  "~",
  "{a: b}",
  "[a, b]",
  "&anchor *alias",
  "!!js/function x",
  "'quoted'",
  '"quoted"',
  "back\\slash",
  "fog # no comment",
  "---",
  "---js",
  "...",
  "| folded",
  "> quote",
  "    four blanks",
  "<b>bold</b> & more",
  "{{ 7*7 }} {% raw %}",
  "[x](javascript:alert(1))",
  "2024. Год",
  "\u202Efog\u202C",
  "\u0000\u0001\u001B[31m\u007F\u0085",
  "lone\rreturn",
  "line\u2028separator",
  "\uFEFFmark",
  "👨‍👩‍👧 🇺🇦 8️⃣",
  "",
);

const anyWords = fc.oneof(hostileWords, fc.string({ unit: "grapheme", maxLength: 20 }));

/** One line as a dump can hold it: a line feed ends it, and a carriage return before one is a part of that end. */
export const anyLine: fc.Arbitrary<string> = fc
  .array(anyWords, { maxLength: 3 })
  .map((parts) => parts.join(" ").replaceAll("\n", " ").replace(/\r+$/u, ""));

/** A text as a dump can hold it, blank lines at its ends and inside it included. */
export const anyText: fc.Arbitrary<string> = fc.array(anyLine, { maxLength: 6 }).map((lines) => lines.join("\n"));

const anyAttachments: fc.Arbitrary<Attachments> = fc
  .record({
    linkPreview: fc.option(
      fc
        .record({ site: anyLine, title: anyLine, description: fc.option(anyLine, { nil: undefined }) })
        .map(({ description, ...rest }) => (description === undefined ? rest : { ...rest, description })),
      { nil: undefined },
    ),
    poll: fc.option(
      fc
        .record({
          question: anyLine,
          kind: fc.constantFrom("Anonymous Poll", "Quiz"),
          options: fc.array(
            fc.oneof(
              fc.record({ text: anyLine, percent: fc.integer({ min: 0, max: 100 }) }),
              fc.record({ text: anyLine }),
            ),
            { maxLength: 3 },
          ),
          voters: fc.option(fc.nat(), { nil: undefined }),
        })
        .map(({ voters, ...rest }) => (voters === undefined ? rest : { ...rest, voters })),
      { nil: undefined },
    ),
    files: fc.option(fc.array(fc.record({ name: anyLine, size: anyLine }), { minLength: 1, maxLength: 2 }), {
      nil: undefined,
    }),
    buttons: fc.option(
      fc.constant([
        { text: "Rota", href: "https://pier.example" },
        { text: "Go" },
        { text: "Code", copies: "TIDE 24" },
      ]),
      {
        nil: undefined,
      },
    ),
    unread: fc.option(fc.constant([{ key: "hologram", json: '{"a":1}' }]), { nil: undefined }),
    service: fc.option(fc.constantFrom<ServiceLine>({ event: "created" }, { event: "pinned", about: "«Fog»" }), {
      nil: undefined,
    }),
  })
  .map(({ linkPreview, poll, files, service, buttons, unread }) => ({
    ...(buttons ? { buttons } : {}),
    ...(unread ? { unread } : {}),
    ...(linkPreview ? { linkPreview } : {}),
    ...(poll ? { poll } : {}),
    ...(files ? { files } : {}),
    ...(service ? { service } : {}),
  }));

const anyMetadata: fc.Arbitrary<PostMetadata> = fc.record(
  {
    views: fc.constantFrom<Views>(
      { count: 0 },
      { count: 812 },
      { count: 12_400, printed: "12.4K" },
      { count: 1_200_000, printed: "1,2 млн" },
      { count: 12_400, printed: "۱۲٫۴ هزار" },
    ),
    signature: anyLine,
    viaBot: fc.constantFrom("tide_bot", "gif"),
    topic: anyLine,
    clock: fc.constantFrom("00:00", "09:41", "23:59"),
    editedMark: fc.constant(true as const),
  },
  { requiredKeys: [] },
);

function entityOfMark({ kind, ...place }: Pick<Entity, "kind" | "offset" | "length">): Entity {
  return { kind, ...place, ...(kind === "link" ? { href: "https://pier.example/a_(b)?c=1" } : {}) };
}

/** Any post whose parts came through the reading: everything that a front matter must carry. */
export const anyPost: fc.Arbitrary<Post> = fc
  .record({
    text: anyText,
    title: anyLine,
    name: anyLine,
    evidence: fc.option(anyText, { nil: undefined }),
    forwardedFrom: fc.option(anyLine, { nil: undefined }),
    replyTo: fc.option(
      fc.oneof(
        fc.record({ author: anyLine, excerpt: anyLine }),
        fc.record({ author: anyLine, excerpt: anyLine, number: fc.integer({ min: 1 }) }),
      ),
      { nil: undefined },
    ),
    media: fc.array(fc.constantFrom<Post["media"][number]>("video", "custom-emoji", "hidden", "service"), {
      maxLength: 3,
    }),
    reactions: fc.array(
      fc.constantFrom<Post["reactions"][number]>(
        { emoji: "👍", count: 3 },
        { emoji: "", count: 12 },
        { emoji: "❤\u200D🔥", count: 2490, printed: "2.49K" },
        { emoji: "", count: 1_200_000, printed: "1.2M" },
      ),
      { maxLength: 3 },
    ),
    attachments: anyAttachments,
    foot: anyMetadata,
    boundary: fc.oneof(
      fc.constantFrom<Post["boundary"]>(
        { kind: "marked" },
        { kind: "set" },
        { kind: "set", by: "Ada Fenn", on: "2026-11-29" as Day, note: "A #word: two reports." },
      ),
      fc
        .double({ min: 0, max: 1, noNaN: true })
        .map((probability) => ({ kind: "inferred" as const, probability: probability === 0 ? 0 : probability })),
    ),
    repairs: fc.array(fc.record({ line: fc.nat(), rule: fc.constant("repair/noscript"), from: anyLine, to: anyLine }), {
      maxLength: 2,
    }),
    file: anyLine,
    marks: fc.array(
      fc.record({ kind: fc.constantFrom(...entityKinds), offset: fc.nat(30), length: fc.integer({ min: 1, max: 20 }) }),
      { maxLength: 3 },
    ),
    told: fc.record(
      {
        forwardedAuthor: anyLine,
        albumNumbers: fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ name, evidence, forwardedFrom, replyTo, file, attachments, foot, marks, told, ...rest }) => {
    const post = postOf(rest);
    const { entities } = tidy({ text: rest.text, entities: marks.map(entityOfMark) });
    return {
      ...post,
      ...told,
      ...(entities.length === 0 ? {} : { entities }),
      ...attachments,
      ...foot,
      channel: { key: "harbour", name, identified: false },
      dating: { ...post.dating, ...(evidence === undefined ? {} : { evidence }) },
      ...(forwardedFrom === undefined ? {} : { forwardedFrom }),
      ...(replyTo === undefined ? {} : { replyTo }),
      source: {
        ...post.source,
        file,
        lines: [
          [1, 3],
          [7, 7],
        ],
        imported: "2025-03-01" as Day,
      },
    };
  });
