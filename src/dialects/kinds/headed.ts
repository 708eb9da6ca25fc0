import type { Draft } from "../../model/draft.ts";
import type { SourceText } from "../../read/source-text.ts";
import { dayIn, type NumberOrder } from "../../text/day-line.ts";
import { runOfMoments } from "../../text/heading-day.ts";
import { nameKey } from "../../text/name-key.ts";
import { handleAlone } from "../../text/telegram-address.ts";
import { rangesOf } from "../boundaries/judge.ts";
import type { PrintedHead } from "../lines/post-heads.ts";
import { type SiteHead, type SiteHeads, siteHeads } from "../lines/site-heads.ts";
import { siteLine } from "../lines/site-lines.ts";
import { type Token, tokensOf } from "../lines/tokens.ts";
import { isOwnLine, originOf, withWrappedLines } from "../lines/wrapped-lines.ts";
import type { Dialect, Finding, Hints, Parsed, Recognition } from "./dialect.ts";
import { withHeadOver } from "./head-description.ts";
import { typedReactions } from "./learned-marks.ts";
import { type PreviewHead, previewHead } from "./preview-head.ts";
import { singleCopyDraft } from "./single-copy.ts";

/**
 * Posts under lines that a site prints over each of them, a moment among them: the channel's name, the day with its time, the post's address, buttons; and
 * above others that close it, such as its views.
 *
 *     Harbour News
 *     12 Feb, 14:05
 *     Open in Telegram  Share  Report
 *     The pier opens at seven.
 *     1.2K views
 */
export const headed: Dialect = {
  name: "headed",
  printsOnce: true,
  shownBy: "the day and time over each post show where it starts",
  fidelity: 50,
  recognise,
  parse,
};

/** A page with such heads: its tokens below its own head. */
interface Layout {
  readonly tokens: readonly Token[];
  readonly found: SiteHeads;
  /** The page's own head, where the tokens stand below it. */
  readonly head?: PreviewHead;
}

function layoutOf(source: SourceText): Layout | undefined {
  let clocks = 0;
  for (const line of source.lines) if (line.length <= longestHead && anyClock.test(line)) clocks += 1;
  if (clocks < fewestClocks) return undefined;
  const head = previewHead(source);
  for (const own of head === undefined ? [undefined] : [head, undefined]) {
    const from = (own?.last ?? 0) + 1;
    const tokens = tokensOf(source, from, undefined, typedReactions(source, from));
    const found = siteHeads(tokens);
    if (found !== undefined) return { tokens, found, ...(own === undefined ? {} : { head: own }) };
  }
  return undefined;
}

/** No line of a head is longer, in UTF-16 units, and fewer times head no posts. */
const longestHead = 160;
const fewestClocks = 3;

/** A cheap look first: without times no page has such heads. */
const anyClock = /\p{Nd}[:.]\p{Nd}{2}/u;

function recognise(source: SourceText): Recognition {
  const layout = layoutOf(source);
  if (layout === undefined) return { lines: 0, evidence: "no lines with a moment over each post" };
  const { heads, isRich } = layout.found;
  const evidence = `over each of ${heads.length} posts stands a moment, such as “${heads[0]?.printed}”${isRich ? ", with other lines of the page" : ""}`;
  // Moments alone have a kind of their own, where they are written in full.
  return { lines: source.lines.length + (isRich ? 2 : 1), evidence };
}

function parse(source: SourceText, hints: Hints): Parsed {
  const layout = layoutOf(source);
  if (layout === undefined) return { drafts: [], findings: [] };
  const { tokens, found } = layout;
  const heads = found.heads.filter(({ first }) => !hints.join.has(tokens[first]?.first ?? 0));
  const own = heads.map(({ first }) => first);
  const kinds = new Map<number, Token["kind"]>();
  for (const { first, last, tail, end } of heads) {
    for (let at = first; at <= last; at += 1) kinds.set(at, "owner");
    for (let at = tail; at < end; at += 1) kinds.set(at, "footer");
  }
  const marked = tokens.map((token, at): Token => {
    const kind = kinds.get(at);
    if (kind === undefined) return token;
    const { mark: _, ...bare } = token;
    return { ...bare, kind };
  });
  const end = found.heads.at(-1)?.end ?? tokens.length;
  const page = withWrapped(marked.slice(0, end), source, hints);
  const opened = new Map(heads.map((head) => [tokens[head.first]?.first ?? 0, head]));
  const top = page.findIndex(({ first }) => first === tokens[own[0] ?? 0]?.first);
  const title = titleIn(page.slice(0, top), page[top]?.gap ?? 0, { found, hints });
  const above = title !== undefined || layout.head !== undefined ? top : 0;
  const starts = page.flatMap(({ first }, at) =>
    at >= above && (at === above || opened.has(first) || hints.start.has(first)) ? [at] : [],
  );
  const { order, or, way } = orderOf(heads);
  const drafts = rangesOf(page, starts).map((range): Draft => {
    const head = opened.get(page[range.start]?.first ?? 0);
    const draft = singleCopyDraft(source, page, range, { kind: "marked" });
    return head === undefined ? draft : { ...draft, ...momentTold(head, order, or), ...numberOf(head) };
  });
  const name = found.name ?? title?.name ?? layout.head?.name;
  const handle = found.handle ?? title?.handle ?? layout.head?.handle;
  const channel = name === undefined ? {} : { channel: { name, ...(handle === undefined ? {} : { handle }) } };
  const about = layout.head?.isClosed === true && layout.head.about !== undefined ? { about: layout.head.about } : {};
  return {
    drafts,
    ...(way === undefined ? {} : { order: way }),
    findings: or === undefined ? [] : [openFinding(heads, tokens, order)],
    ...withHeadOver(source, { drafts, ...channel, ...about }),
  };
}

function withWrapped(tokens: readonly Token[], source: SourceText, hints: Hints): readonly Token[] {
  return withWrappedLines(tokens, isOwnLine(hints), originOf(source));
}

/** What a page says of the channel above its first head, in lines that are no post. */
interface Title {
  readonly name?: string;
  readonly handle?: string;
}

/**
 * Lines over the first head that do nothing but name the channel or belong to the site, or, with a blank line below them, are a title with a user name.
 * `undefined` where they may be of a post.
 */
function titleIn(
  tokens: readonly Token[],
  gapBelow: number,
  { found, hints }: { readonly found: SiteHeads; readonly hints: Hints },
): Title | undefined {
  if (tokens.some(({ first }) => hints.start.has(first))) return undefined;
  const names = new Set([found.name ?? "", ...(hints.names ?? [])].map(nameKey).filter((key) => key !== ""));
  const lines = tokens.map(({ text }) => text.trim());
  const handle = lines.map(handleAlone).find((own) => own !== undefined);
  const others = lines.filter(
    (line) => handleAlone(line) === undefined && siteLine(line) === undefined && !names.has(nameKey(line)),
  );
  const isTitle =
    handle !== undefined && gapBelow > 0 && others.length <= 1 && others.every((line) => line.length <= longestTitle);
  if (others.length > 0 && !isTitle) return undefined;
  const [name] = others;
  return { ...(name === undefined ? {} : { name }), ...(handle === undefined ? {} : { handle }) };
}

/** In UTF-16 units. */
const longestTitle = 80;

/** In which order the numbers of days stand, the other order where either may be meant, and which way the days run. */
function orderOf(heads: readonly SiteHead[]): {
  readonly order: NumberOrder;
  readonly or?: NumberOrder;
  readonly way?: "newest-first" | "oldest-first";
} {
  const dated = heads.flatMap(({ day, clock = "" }) => (day.kind === "day" ? [{ day, clock }] : []));
  const days = dated.map(({ day }) => day);
  const { order, way } = runOfMoments(dated) ?? { order: "day-month-year" as const };
  const isOpen =
    order === "day-month-year" &&
    days.every(({ named, shape, numbers: [one, two] }) => !named && !shape.includes(".") && one <= 12 && two <= 12);
  return {
    order,
    ...(way === undefined ? {} : { way }),
    ...(isOpen ? { or: "month-day-year" as const } : {}),
  };
}

/** What a head tells of its post: a day with its year is the day of the post, one without is the day over it. */
export function momentTold(
  { day, printed, clock, views }: Pick<PrintedHead, "day" | "printed" | "clock" | "views">,
  order: NumberOrder,
  or?: NumberOrder,
): Partial<Draft> {
  const isWhole = day.kind === "day" && day.numbers[2] !== 0 && day.persian !== true;
  const whole = isWhole ? dayIn(day.numbers, order) : undefined;
  const other = isWhole && or !== undefined ? dayIn(day.numbers, or) : undefined;
  return {
    ...(whole === undefined
      ? { dayOver: printed }
      : { stated: { day: whole, printed, ...(other === undefined || other === whole ? {} : { or: other }) } }),
    ...(clock === undefined ? {} : { clock }),
    ...(views === undefined ? {} : { views }),
  };
}

function numberOf({ address }: SiteHead): Pick<Draft, "number"> {
  return address === undefined ? {} : { number: address.number };
}

function openFinding(heads: readonly SiteHead[], tokens: readonly Token[], order: NumberOrder): Finding {
  const taken = order === "day-month-year" ? "the day first" : "the month first";
  const [head] = heads;
  const reason = `“${head?.printed}” could have the day or the month first, and no other line settles it; it was read with ${taken}, and the range of each post holds both days; to settle it, correct the date in a post's file`;
  return { rule: "headed/day-or-month", line: tokens[head?.first ?? 0]?.first ?? 1, reason };
}
