import type { Draft, OwnedLine } from "../../model/draft.ts";
import type { Media } from "../../model/post.ts";
import { isBlank, lineAt, type SourceText } from "../../read/source-text.ts";
import { pageDay } from "../../text/page-day.ts";
import { telegramAddressIn } from "../../text/telegram-address.ts";
import type { TokenRange } from "../boundaries/judge.ts";
import { withCommentLines } from "../lines/comment-lines.ts";
import { daysOver } from "../lines/days-over.ts";
import { type MarkdownLine, type MarkdownLink, markdownLine } from "../lines/markdown-line.ts";
import { spacedReactions } from "../lines/marks.ts";
import { withFooters } from "../lines/metadata.ts";
import { footerReader } from "../lines/metadata-lines.ts";
import { footerWords } from "../lines/metadata-words.ts";
import { type Token, tokensOf } from "../lines/tokens.ts";
import type { Dialect, Hints, Parsed, Recognition } from "./dialect.ts";
import { typedReactions } from "./learned-marks.ts";
import { previewHead } from "./preview-head.ts";
import { singleCopyDraft } from "./single-copy.ts";

/**
 * A page of t.me/s that a tool turned into Markdown: the clock time at the foot of each post links to it.
 *
 *     [![](https://cdn.example/file/1.jpg)](https://t.me/harbour)
 *     [Harbour News](https://t.me/harbour)
 *     The pier opens at seven.
 *     1.2K views [10:15](https://t.me/harbour/812)
 */
export const markdownPage: Dialect = {
  name: "markdown",
  printsOnce: true,
  shownBy: "the link below each post shows where it ends",
  fidelity: 40,
  recognise,
  parse,
};

/** With fewer posts, links in a text are as likely. */
const fewest = 2;

/** A line that closes a post. */
interface Foot {
  readonly line: number;
  readonly number: number;
}

/** The page without its Markdown, line by line. */
interface Page {
  readonly plain: SourceText;
  readonly lines: readonly MarkdownLine[];
  readonly handle: string;
  /** In the page's order, one a post. */
  readonly feet: readonly Foot[];
}

const linkToTelegram = /\]\(<?https?:\/\/(?:www\.)?(?:t\.me|telegram\.(?:me|dog))\//iu;

function pageOf(source: SourceText): Page | undefined {
  if (source.lines.filter((line) => linkToTelegram.test(line)).length < 2 * fewest) return undefined;
  const lines = source.lines.map(markdownLine);
  const byHandle = new Map<string, Foot[]>();
  for (const [at, { links }] of lines.entries()) {
    const foot = links.map(footIn).find((found) => found !== undefined);
    if (foot === undefined) continue;
    const own = byHandle.get(foot.handle) ?? [];
    byHandle.set(foot.handle, own);
    const last = own.at(-1);
    // Views and clock time may stand on lines of their own.
    if (last?.number === foot.number) own.pop();
    own.push({ line: at + 1, number: foot.number });
  }
  const [[handle = "", feet = []] = []] = [...byHandle].sort(([, one], [, other]) => other.length - one.length);
  const steps = feet.slice(1).map(({ number }, at) => number - (feet[at]?.number ?? 0));
  const runs = steps.every((step) => step > 0) || steps.every((step) => step < 0);
  if (feet.length < fewest || !runs) return undefined;
  return { plain: { ...source, lines: lines.map(({ plain }) => plain) }, lines, handle, feet };
}

/** The post that a clock time leads to. */
function footIn({ href, words }: MarkdownLink): { readonly handle: string; readonly number: number } | undefined {
  const { handle, number } = clock.test(words.trim()) ? (telegramAddressIn(href) ?? {}) : {};
  return handle === undefined || number === undefined ? undefined : { handle: handle.toLowerCase(), number };
}

const clock = /^\p{Nd}{1,2}[:.]\p{Nd}{2}(?:\s?[AP]M)?$/iu;

function recognise(source: SourceText): Recognition {
  const page = pageOf(source);
  if (page === undefined) return { lines: 0, evidence: "no Markdown with clock times that lead to posts" };
  const evidence = `Markdown: the clock times of ${page.feet.length} posts lead to their addresses, such as “https://t.me/${page.handle}/${page.feet[0]?.number ?? 0}”`;
  // More than a page that other dialects know by all of its lines.
  return { lines: source.lines.length + 2, evidence };
}

function parse(source: SourceText, hints: Hints): Parsed {
  const page = pageOf(source);
  if (page === undefined) return { drafts: [], findings: [] };
  const head = previewHead(page.plain);
  const parts = partsOf(page, head?.last ?? 0, hints);
  const from = parts[0]?.from ?? 1;
  const plain = withoutOwners(page, parts);
  const reactions = closesPosts(page, spacedReactions.pattern) ? [spacedReactions] : typedReactions(plain, from);
  const tokens = withFeet(withFooters(withCommentLines(tokensOf(plain, from, undefined, reactions))), page);
  const opened = withDays(tokens, parts);
  const ranges = parts.map(({ from, to }) => rangeIn(opened, from, to));
  const days = daysOver(opened, ranges);
  const drafts = parts.flatMap((part, at): readonly Draft[] => {
    const draft = singleCopyDraft(plain, opened, ranges[at] ?? { start: 0, end: 0 }, { kind: "marked" });
    const pictures = picturesIn(page, part);
    // A part without words or pictures is what the page ends in.
    if (draft.lines.length + pictures.length === 0) return [];
    const dayOver = days[at];
    return [
      {
        ...draft,
        lines: [...draft.lines, ...pictures].sort((one, other) => one.line - other.line),
        says: new Map(draft.text.map((line) => [line, page.lines[line - 1]?.kept ?? lineAt(source, line)])),
        media: [...pictures.flatMap(({ line }) => photosIn(page.lines[line - 1])), ...draft.media],
        ...(part.number === undefined ? {} : { number: part.number }),
        ...(dayOver === undefined ? {} : { dayOver }),
      },
    ];
  });
  const name = head?.name ?? ownerIn(page) ?? `@${page.handle}`;
  return {
    drafts,
    order: (page.feet[1]?.number ?? 0) > (page.feet[0]?.number ?? 0) ? "oldest-first" : "newest-first",
    findings: [],
    channel: { name, handle: head?.handle ?? page.handle },
    ...(head?.about === undefined ? {} : { about: head.about }),
  };
}

const { footerOf } = footerReader(footerWords);

/** The lines that close posts as footers, also where the page has too few of them to show that they are. */
function withFeet(tokens: readonly Token[], { feet }: Page): readonly Token[] {
  const lines = new Set(feet.map(({ line }) => line));
  return tokens.map((token): Token => {
    if (token.kind !== "text" || !lines.has(token.first)) return token;
    return { ...token, kind: "footer", footer: footerOf(token.text.trim()) ?? {} };
  });
}

/** Whether lines of a pattern stand above feet alone. */
function closesPosts({ plain, feet }: Page, pattern: RegExp): boolean {
  const isFoot = new Set(feet.map(({ line }) => line));
  let above = "";
  for (const [at, line] of plain.lines.entries()) {
    if (isBlank(line)) continue;
    if (above.length <= longestReactions && pattern.test(above) && !isFoot.has(at + 1)) return false;
    above = line;
  }
  return above.length > longestReactions || !pattern.test(above);
}

const longestReactions = 200;

/** Lines of the dump that one post has. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly number?: number;
}

/** A post starts below the foot of the one before; a person's word goes before that. The first starts at the channel's name below the page's head. */
function partsOf({ lines, feet, handle }: Page, last: number, hints: Hints): readonly Part[] {
  const foot = feet[0]?.line ?? lines.length;
  const isOpening = (line: MarkdownLine): boolean => isOwner(line, handle) || pageDay(line.plain) !== undefined;
  const opening = lines.findIndex((line, at) => at >= last && at < foot - 1 && isOpening(line));
  const below = feet.map(({ line }) => line + 1);
  const end = lines.length;
  const firstWords = (line: number): number => {
    let at = line;
    while (at < end && lines[at - 1]?.plain === "") at += 1;
    return at;
  };
  const stated = [opening < 0 ? last + 1 : opening + 1, ...below].filter((line) => !hints.join.has(firstWords(line)));
  const starts = [...new Set([...stated, ...hints.start])]
    .filter((line) => line <= end)
    .sort((one, other) => one - other);
  // Parts and feet both run down the page.
  let next = 0;
  return starts.map((from, at) => {
    const to = (starts[at + 1] ?? end + 1) - 1;
    while ((feet[next]?.line ?? end + 1) < from) next += 1;
    const own = feet[next];
    return { from, to, ...(own === undefined || own.line > to ? {} : { number: own.number }) };
  });
}

/** Whether a line is the picture or the name of the channel that stands over its posts: nothing but links to the channel. */
function isOwner({ plain, links, pictures }: MarkdownLine, handle: string): boolean {
  const words = links.map((link) => link.words.trim()).join("");
  const isOwn = ({ href }: MarkdownLink): boolean => {
    const address = telegramAddressIn(href);
    return address?.handle?.toLowerCase() === handle && address.number === undefined && !/[?#]/u.test(href);
  };
  return (
    links.length > 0 && pictures === 0 && links.every(isOwn) && plain.replace(/\s/gu, "") === words.replace(/\s/gu, "")
  );
}

/** The name that most lines over posts give. */
function ownerIn({ lines, handle }: Page): string | undefined {
  const counts = new Map<string, number>();
  for (const line of lines)
    if (isOwner(line, handle) && line.plain !== "") counts.set(line.plain, (counts.get(line.plain) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** The page without the names and pictures of the channel over its posts; further down, a post may sign with its name. */
function withoutOwners({ plain, lines, handle }: Page, parts: readonly Part[]): SourceText {
  const owners = new Set<number>();
  for (const { from, to } of parts) {
    for (let line = from; line <= to; line += 1) {
      const own = lines[line - 1];
      if (own === undefined) break;
      if (isOwner(own, handle)) owners.add(line);
      else if (own.plain !== "" && pageDay(own.plain) === undefined) break;
    }
  }
  return { ...plain, lines: plain.lines.map((line, at) => (owners.has(at + 1) ? "" : line)) };
}

/** Days that stand over the first words of a part are the page's. */
function withDays(tokens: readonly Token[], parts: readonly Part[]): readonly Token[] {
  const firsts = new Set(parts.map(({ from, to }) => tokens[rangeIn(tokens, from, to).start]));
  return tokens.map((token, at): Token => {
    const isDay = firsts.has(token) && token.kind === "text" && pageDay(token.text) !== undefined;
    return isDay && tokens[at + 1]?.kind !== "footer" ? { ...token, kind: "owner" } : token;
  });
}

/** The tokens of some lines. Both run one way. */
function rangeIn(tokens: readonly Token[], from: number, to: number): TokenRange {
  const start = placeOf(tokens, from);
  return { start, end: Math.max(start, placeOf(tokens, to + 1)) };
}

/** The place of the first token from a line on. */
function placeOf(tokens: readonly Token[], line: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.first ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The pictures of a line, those of an album beside each other. */
function photosIn(line: MarkdownLine | undefined): readonly Media[] {
  const count = (line?.pictures ?? 0) + (line?.links.filter(({ holdsPicture }) => holdsPicture).length ?? 0);
  return Array.from({ length: count }, () => "photo");
}

/** Lines of a part that are nothing but pictures of its own. */
function picturesIn({ plain, lines, handle }: Page, { from, to }: Part): readonly OwnedLine[] {
  return lines.slice(from - 1, to).flatMap((own, at): readonly OwnedLine[] => {
    const holdsOne = own.pictures > 0 || own.links.some(({ holdsPicture }) => holdsPicture);
    const isOwn = holdsOne && own.plain === "" && !isOwner(own, handle) && isBlank(lineAt(plain, from + at));
    return isOwn ? [{ line: from + at, role: "placeholder" }] : [];
  });
}
