import type { Draft } from "../../model/draft.ts";
import type { Boundary } from "../../model/post.ts";
import { isBlank, lineAt, type SourceText } from "../../read/source-text.ts";
import { runOfDays } from "../../text/heading-day.ts";
import { doubtful, judge, type ModelParameters, rangesOf, roundOff } from "../boundaries/judge.ts";
import { judgePage } from "../boundaries/judge-page.ts";
import { featureWeights } from "../boundaries/weights.ts";
import { daysOfHeads, mayOpenWithHead, type PrintedHead, postHeads } from "../lines/post-heads.ts";
import { type Token, tokensOf } from "../lines/tokens.ts";
import type { Dialect, Finding, Hints, Parsed, Recognition } from "./dialect.ts";
import { momentTold } from "./headed.ts";
import { learnedMarks } from "./learned-marks.ts";
import { singleCopyDraft } from "./single-copy.ts";
import { type Footer, type Frame, longestHead, type PostGaps, postGapsOf, shapedFrame } from "./tgstat-shape.ts";

/**
 * A channel's page on TGStat: a head about the channel, the posts, newest first, parted by two blank lines, and a footer that says how many
 * posts there are. The footer decides where blank lines inside posts look like boundaries. Interfaces whose words are known are read by them,
 * any other by the shape that all of them share.
 */
export const tgstat: Dialect = {
  name: "tgstat",
  printsOnce: true,
  fidelity: 50,
  recognise,
  parse,
};

/** The page's own words, one row a language of its interface. */
const interfaces = [
  {
    language: "Russian",
    geo: /^Гео и язык (?:канала|чата)(?::|$)/u,
    headEnd: /^Фильтр публикаций$/u,
    footer: /^Показано (?<count>\d+) последни[хе] публикаци[йия]\.?$|^Показана (?<one>\d+) последняя публикация\.?$/u,
    related: /^Связанные каналы\s+\|\s+Похожие каналы$/u,
  },
  {
    language: "English",
    geo: /^(?:Channel|Chat)'s geo and language(?::|$)/u,
    headEnd: /^Posts filter$/u,
    footer: /^(?<count>\d+) last posts? shown\.?$/u,
    related: /^Related channels\s+\|\s+Similar channels$/u,
  },
] as const;
type Interface = (typeof interfaces)[number];

/** The frame by the words of an interface, else by the shape of all. */
function frameOf(source: SourceText): Frame | undefined {
  const { page, found } = interfaceOf(source);
  if (page === undefined || found < 2) return shapedFrame(source);
  const evidence = `${found} lines of TGStat's ${page.language} interface`;
  return { isKnown: true, evidence, found, ...headEndOf(source, page), footer: footerOf(source, page) };
}

function recognise(source: SourceText): Recognition {
  const frame = frameOf(source);
  if (frame === undefined && headsAlone(source).length > 0)
    return { lines: source.lines.length + 1, evidence: "over each post stand the channel's name and a moment" };
  if (frame === undefined) return { lines: 0, evidence: "no words of TGStat's pages, and no head of their shape" };
  return { lines: source.lines.length + frame.found, evidence: frame.evidence };
}

/** The interface most of whose words the page prints. */
function interfaceOf(source: SourceText): { readonly page?: Interface; readonly found: number } {
  let best: { page?: Interface; found: number } = { found: 0 };
  for (const page of interfaces) {
    const words = [page.geo, page.headEnd, page.footer, page.related];
    const found = source.lines.filter((line) => words.some((word) => word.test(line.trim()))).length;
    if (found > best.found) best = { page, found };
  }
  return best;
}

function parse(source: SourceText, hints: Hints): Parsed {
  const frame = frameOf(source);
  const { head = 0, footer, isKnown = true, isCut = false } = frame ?? {};
  const last = footer === undefined ? source.lines.length : footer.line - 1;
  const tokens = tokensOf(source, head + 1, last, isKnown ? [] : learnedMarks(source, head + 1, last));
  // A person's word goes before the gaps that this kind of page usually has.
  const isNamed = hints.separator !== undefined;
  const gaps = postGapsOf(tokens, footer?.count);
  const seen = isNamed ? tokens : tokens.map((token) => asOnPreview(token, gaps));
  const heads = isNamed ? [] : frame === undefined ? headsAlone(source) : headsOf(tokens, gaps, footer);
  if (heads.length > 0)
    return parseHeaded(source, hints, { tokens, heads, footer, name: isCut ? undefined : nameOf(source, head) });
  const { posts, doubts, chances } = isNamed
    ? judgePage(seen, hints, "unknown")
    : judge(seen, hints, parametersFor(tokens, gaps), footer?.count);
  const drafts = posts.map(({ range, boundary }) =>
    singleCopyDraft(source, tokens, range, asCounted(boundary, posts.length, footer)),
  );
  const counted = footer === undefined ? [noFooter] : countFindings(footer, drafts.length, doubts.length);
  const findings = [...counted, ...(isNamed ? [] : gapFindings(gaps, drafts.length, footer)), ...doubts.map(doubtful)];
  const name = isCut ? undefined : nameOf(source, head);
  const judged = { tokens: seen, chances };
  return { drafts, order: "newest-first", findings, judged, ...(name === undefined ? {} : { channel: { name } }) };
}

/** What the page prints over its posts, where it does: pages copied with more of what they show have the channel's name, a moment and views there. */
function headsOf(
  tokens: readonly Token[],
  { isPostGap }: PostGaps,
  footer: Footer | undefined,
): readonly PrintedHead[] {
  const starts = tokens.flatMap(({ gap }, at) => (at === 0 || isPostGap(gap) ? [at] : []));
  return postHeads(tokens, starts, footer?.count);
}

/** Heads over posts that were copied without the frame of their page: the name is in each, and the first stands on top. */
function headsAlone(source: SourceText): readonly PrintedHead[] {
  if (!mayOpenWithHead(source.lines)) return [];
  const tokens = tokensOf(source);
  const starts = tokens.flatMap(({ gap }, at) => (at === 0 || gap > 0 ? [at] : []));
  const heads = postHeads(tokens, starts, fewestAlone);
  // Full moments beside a name are heads of messages, which have a dialect of their own.
  const isOpen = ({ day, views }: PrintedHead): boolean =>
    views !== undefined || day.kind !== "day" || day.numbers[2] === 0;
  const isNamed = heads.every((own) => own.name !== undefined && own.clock !== undefined && isOpen(own));
  return isNamed && heads.length >= fewestAlone && heads[0]?.first === 0 ? heads : [];
}

const fewestAlone = 5;

/** A page whose heads show where its posts start, as it is read. */
interface HeadedPage {
  readonly tokens: readonly Token[];
  readonly heads: readonly PrintedHead[];
  readonly footer: Footer | undefined;
  readonly name: string | undefined;
}

function parseHeaded(source: SourceText, hints: Hints, { tokens, heads, footer, name }: HeadedPage): Parsed {
  const own = heads.filter(({ first }) => !hints.join.has(tokens[first]?.first ?? 0));
  const isOfHead = new Set(
    own.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)),
  );
  const marked = tokens.map((token, at): Token => (isOfHead.has(at) ? { ...token, kind: "owner" } : token));
  const opened = new Map(own.map((head) => [head.first, head]));
  const starts = marked.flatMap(({ first }, at) => (at === 0 || opened.has(at) || hints.start.has(first) ? [at] : []));
  const { order, way = "newest-first" } = runOfDays(daysOfHeads(heads)) ?? { order: "day-month-year" as const };
  const drafts = rangesOf(marked, starts).map((range): Draft => {
    const head = opened.get(range.start);
    const draft = singleCopyDraft(source, marked, range, { kind: "marked" });
    return head === undefined ? draft : { ...draft, ...momentTold(head, order) };
  });
  const said = heads.find((head) => head.name !== undefined)?.name;
  const channel = name ?? said;
  return {
    drafts,
    order: way,
    findings: footer === undefined ? [noFooter] : countFindings(footer, drafts.length, 0),
    ...(channel === undefined ? {} : { channel: { name: channel } }),
  };
}

/**
 * TGStat parts posts by two blank lines and paragraphs by one; t.me's preview parts posts by none and paragraphs by one. With
 * the gaps so turned over, one judge serves both. Longer gaps are what a dropped quote or link leaves inside a post.
 */
function asOnPreview(token: Token, { isPostGap }: PostGaps): Token {
  return { ...token, gap: isPostGap(token.gap) ? 0 : Math.max(1, token.gap) };
}

/** Features that mean on this page what they mean on a preview: a list, an open sentence, a closing line are the same anywhere. */
const fullFeatures: ReadonlySet<string> = new Set([
  "list-goes-on",
  "list-starts",
  "numbers-go-on",
  "sentence-open",
  "colon",
  "lower-case-next",
  "no-word-next",
  "closing-line",
  "closing-line-next",
  "closing-line-missing",
  "closing-pair",
  "bound",
]);

/** The others were fitted on candidates without blank lines; here they are hints. */
const hintShare = 0.25;

const pageWeights = Object.entries(featureWeights).map(
  ([name, weight]) => [name, fullFeatures.has(name) ? weight : weight * hintShare] as const,
);

/**
 * A gap of two blank lines parts posts nineteen times in twenty, so the page's own shapes can be learnt from the gaps. All gaps
 * look alike, so it weighs more than on a preview whether the text behind one speaks of something else.
 */
const parameters: ModelParameters = {
  base: 6,
  features: 1,
  weights: { ...Object.fromEntries(pageWeights), "passages-alike": -4 },
  likeness: 1,
  likenessLimit: 10,
  length: 1.5,
};

/**
 * The parameters for a page: of the gaps of two blank lines those inside posts are as few as the page's single blank lines let expect, so that on a page
 * whose posts have none hardly a gap is inside one.
 */
function parametersFor(tokens: readonly Token[], { isPostGap }: PostGaps): ModelParameters {
  const count = (isGap: (gap: number) => boolean): number => tokens.slice(1).filter(({ gap }) => isGap(gap)).length;
  const singles = count((gap) => gap === 1) / Math.max(1, count(isPostGap));
  const rarer = Math.log((usualSingles + fewSingles) / (singles + fewSingles));
  return { ...parameters, base: parameters.base + Math.max(0, rarer) };
}

/** Single blank lines to a gap of two on most pages, and what is added so that a page without any is not beyond doubt. Set by hand. */
const usualSingles = 3;
const fewSingles = 0.05;

const noFooter: Finding = {
  rule: "tgstat/no-footer",
  reason: "the page footer is missing, so the number of posts is unknown; save the whole page if you can",
};

function countFindings(footer: Footer, found: number, doubts: number): readonly Finding[] {
  if (found === footer.count) return [];
  const remedy =
    doubts > 0
      ? "check the doubtful boundaries"
      : 'set "separator" in the sidecar, or write the lines where posts start: boundaries: { start: [12] }';
  const reason = `the page footer says ${footer.count} posts, but ${found} were found; ${remedy}`;
  return [{ rule: "tgstat/footer-count", line: footer.line, reason }];
}

/** Says what posts were split at where it is not what pages of this kind have, and the footer does not bear it out. */
function gapFindings({ other }: PostGaps, found: number, footer: Footer | undefined): readonly Finding[] {
  if (other === undefined || found === footer?.count) return [];
  const reason = `the posts of this page were split at ${other}, because it does not have the two blank lines of TGStat's pages; if that is wrong, set "separator" in the sidecar`;
  return [{ rule: "boundary/separator", reason }];
}

/** The boundary of a post on a page of which fewer posts were found than it tells: none of them is known to be one post. */
function asCounted(boundary: Boundary, found: number, footer: Footer | undefined): Boundary {
  if (footer === undefined || found >= footer.count || boundary.kind !== "marked") return boundary;
  return { kind: "inferred", probability: roundOff(found / footer.count) };
}

function footerOf(source: SourceText, page: Interface): Footer | undefined {
  for (let line = source.lines.length; line > 0; line -= 1) {
    const groups = page.footer.exec(lineAt(source, line).trim())?.groups;
    const count = groups?.count ?? groups?.one;
    if (count !== undefined) return { line, count: Number(count) };
  }
  return undefined;
}

/** Last line of the head; 0 where the page has none. */
function headEndOf(source: SourceText, page: Interface): Pick<Frame, "head" | "isCut"> {
  const end = source.lines.findIndex((line) => page.headEnd.test(line.trim())) + 1;
  if (end > 0) return { head: end };
  // Who copies a page may leave that line out: then a wide gap below what the head tells ends it.
  const told = source.lines
    .slice(0, longestHead)
    .findLastIndex((line) => [page.geo, page.related].some((word) => word.test(line.trim())));
  const below = source.lines.findIndex((line, at) => at > told && isBlank(line) && isBlank(source.lines[at + 1] ?? ""));
  const isHead = told >= 0 && below > 0 && below - told <= mostBelow;
  return isHead ? { head: below, isCut: true } : { head: 0 };
}

/** How many lines a head has below where it tells the country and the language. */
const mostBelow = 10;

/** The first line of the head. */
function nameOf(source: SourceText, head: number): string | undefined {
  return source.lines
    .slice(0, head)
    .find((line) => !isBlank(line))
    ?.trim();
}
