import { type ChannelHead, counterIn, headFrom } from "../../model/channel-head.ts";
import { isBlank, type SourceText } from "../../read/source-text.ts";
import { literalPattern } from "../../text/literal.ts";
import { handleAlone } from "../../text/telegram-address.ts";
import { rangesOf } from "../boundaries/judge.ts";
import { landingPhrases } from "../lines/landing-phrases.ts";
import { isLanguages } from "../lines/site-lines.ts";
import { tokensOf } from "../lines/tokens.ts";
import type { Dialect, Hints, Parsed, Recognition } from "./dialect.ts";
import { singleCopyDraft } from "./single-copy.ts";

/**
 * A page that leads to a channel and holds no post: its name, counters and description, buttons, menus and notices.
 *
 *     Harbour News
 *     1 204 subscribers
 *     If you have Telegram, you can view and join
 *     Harbour News right away.
 *
 * It is one only where each line is accounted for; with a line that may be a post's, it is read as any other page.
 */
export const landing: Dialect = {
  name: "landing",
  printsOnce: true,
  shownBy: "the page leads to a channel and holds no post",
  fidelity: 10,
  recognise,
  parse,
};

/** No page that leads to a channel has more lines, blank ones aside. */
const mostLines = 80;

/** Telegram's limit for descriptions, in UTF-16 units. */
const longestDescription = 255;

/** No phrase of a page is longer, in UTF-16 units; notices of cookies are. */
const longestPhrase = 160;
const longestNotice = 600;

interface Landing {
  readonly name?: string;
  readonly handle?: string;
  readonly about?: ChannelHead;
  /** A line that stands on no other page. */
  readonly leading: string;
}

function landingOf(source: SourceText): Landing | undefined {
  const lines: string[] = [];
  for (const line of source.lines) {
    if (!isBlank(line)) lines.push(line.trim());
    if (lines.length > mostLines) return undefined;
  }
  const leading = lines.find((line) => isPhrase(line, leadingPhrases));
  if (leading === undefined) return undefined;
  const names = new Set(lines.filter((line, at) => isName(lines, line, at)));
  const described = descriptionOf(lines, names);
  const isKnown = (line: string, at: number): boolean =>
    described.has(at) || names.has(line) || isPages(line) || isTitle(line, names) || isEndAt(lines, at);
  if (!lines.every(isKnown)) return undefined;
  const name = [...names][0];
  const handle = lines.map(handleIn).find((own) => own !== undefined);
  const about = headFrom(
    lines.filter((line) => counterIn(line) !== undefined),
    lines.filter((_, at) => described.has(at)),
  );
  return {
    leading,
    ...(name === undefined ? {} : { name }),
    ...(handle === undefined ? {} : { handle }),
    ...(about === undefined ? {} : { about }),
  };
}

/** Whether a line is the channel's name: it stands over a counter or a user name, or right below the line that ends before it. */
function isName(lines: readonly string[], line: string, at: number): boolean {
  if (line.length > longestPhrase || isPages(line)) return false;
  const [above = "", below = ""] = [lines[at - 1], lines[at + 1]];
  return (
    counterIn(below) !== undefined ||
    handleAlone(below) !== undefined ||
    (/\p{L}$/u.test(above) && isPhrase(above, openPhrases) && isPhrase(`${line} ${below}`, ends))
  );
}

/** Whether a line, or the end of one whose name stands above it, ends the leading line above. */
function isEndAt(lines: readonly string[], at: number): boolean {
  const [own = "", above = "", top = ""] = [lines[at], lines[at - 1], lines[at - 2]];
  const isOpen = (line: string): boolean => /\p{L}$/u.test(line) && isPhrase(line, openPhrases);
  return (isOpen(above) && isPhrase(own, ends)) || (isOpen(top) && isPhrase(`${above} ${own}`, ends));
}

/** A page's title: the channel's name and the site's. */
function isTitle(line: string, names: ReadonlySet<string>): boolean {
  return (
    line.length <= longestPhrase &&
    [...names].some((name) => line.startsWith(`${name} `) && /[|–—-] [^|–—-]{1,40}$/u.test(line))
  );
}

/** The places of the lines between the last counter and the page's next own line: the channel describes itself there. */
function descriptionOf(lines: readonly string[], names: ReadonlySet<string>): ReadonlySet<number> {
  const from = lines.findLastIndex((line) => counterIn(line) !== undefined) + 1;
  if (from === 0) return new Set();
  let to = from;
  while (to < lines.length && !isPages(lines[to] ?? "") && !names.has(lines[to] ?? "")) to += 1;
  const length = lines.slice(from, to).join("\n").length;
  const isClosed = to < lines.length && length <= longestDescription;
  return new Set(isClosed ? Array.from({ length: to - from }, (_, at) => from + at) : []);
}

/** Whether a line is the site's own: a phrase, a counter, a user name, a language, a notice of cookies. */
function isPages(line: string): boolean {
  if (isPhrase(line, leadingPhrases) || isPhrase(line, otherPhrases)) return true;
  if (counterIn(line) !== undefined || handleAlone(line) !== undefined || isLanguages(line)) return true;
  return !/[\p{L}\p{N}]/u.test(line) || (line.length <= longestNotice && cookies.test(line));
}

const cookies = /(?<!\p{L})(?:cookies?|куки|файл\p{L}* cookie|كوكيز|ملفات تعريف الارتباط|کوکی)(?!\p{L})/iu;

function handleIn(line: string): string | undefined {
  const word = isPhrase(line, leadingPhrases) ? /@\w{4,32}/u.exec(line)?.[0] : line;
  return word === undefined ? undefined : handleAlone(word);
}

const leadingPhrases = phrasePattern(landingPhrases.flatMap(({ leading }) => leading));
/** Those that a name follows. */
const openPhrases = phrasePattern(
  landingPhrases.flatMap((row) => row.leading.filter((phrase) => phrase.endsWith("*"))),
);
const isEnd = (phrase: string): boolean => phrase.startsWith("*");
const others = landingPhrases.flatMap((row) => row.others);
const otherPhrases = phrasePattern(others.filter((phrase) => !isEnd(phrase)));
const ends = phrasePattern(others.filter(isEnd));

/** Whole lines; a name of any words stands where `*` is. */
function phrasePattern(phrases: readonly string[]): RegExp {
  // What stands behind the words may be the next line.
  const forms = [...new Set(phrases)].map((phrase) =>
    phrase
      .split("*")
      .map(literalPattern)
      .join(".{1,128}?")
      .replace(/ \.\{1,128\}\?$/u, "(?: .{1,128}?)?"),
  );
  return new RegExp(`^(?:${forms.join("|")})[.!…:]?$`, "iu");
}

function isPhrase(line: string, phrases: RegExp): boolean {
  return line.length <= longestPhrase && phrases.test(line.replace(/’/gu, "'").replace(/^[^\p{L}\p{N}]{1,3} /u, ""));
}

function recognise(source: SourceText): Recognition {
  const found = landingOf(source);
  if (found === undefined) return { lines: 0, evidence: "lines that no page about a channel prints" };
  // What is all furniture explains more than any reading of it as posts.
  return {
    lines: source.lines.length + 2,
    evidence: `it leads to a channel, “${found.leading.slice(0, 60)}”, and holds no post`,
  };
}

function parse(source: SourceText, hints: Hints): Parsed {
  const { name, handle, about } = landingOf(source) ?? {};
  const tokens = tokensOf(source);
  const starts = tokens.flatMap(({ first }, at) => (hints.start.has(first) ? [at] : []));
  const drafts = rangesOf(tokens, starts).map((range) => singleCopyDraft(source, tokens, range, { kind: "set" }));
  const shown = name ?? handle;
  return {
    drafts,
    findings: drafts.length > 0 ? [] : [{ rule: "landing/no-posts", reason: noPosts(handle) }],
    ...(shown === undefined ? {} : { channel: { name: shown, ...(handle === undefined ? {} : { handle }) } }),
    ...(about === undefined ? {} : { about }),
  };
}

function noPosts(handle: string | undefined): string {
  const page = `t.me/s/${handle ?? "NAME"}`;
  return `this page leads to a channel and holds no post, so none was made; capture ${page} for its posts, or name the lines where posts start with "boundaries" in the sidecar`;
}
