import { isBlank, lineAt, type SourceText } from "../read/source-text.ts";
import { rangesOf } from "./boundaries.ts";
import type { Dialect, Finding, Hints, Parsed, Recognition } from "./dialect.ts";
import { learnLengths, lengthScore } from "./lengths.ts";
import { type Example, learnLikeness } from "./likeness.ts";
import { singleCopyDraft } from "./single-copy.ts";
import { type Unit, unitsOf } from "./units.ts";

/**
 * A channel's page on TGStat, in its Russian or English interface: a head about the channel, the posts, newest first,
 * parted by two blank lines, and a footer that says how many posts there are. The footer decides where blank lines
 * inside posts look like boundaries.
 */
export const tgstat: Dialect = { name: "tgstat", recognise, parse };

/** The page's own words, one row a language of its interface. */
const interfaces = [
  {
    language: "Russian",
    geo: /^Гео и язык канала(?::|$)/u,
    headEnd: /^Фильтр публикаций$/u,
    footer: /^Показано (?<count>\d+) последни[хе] публикаци[йия]\.?$|^Показана (?<one>\d+) последняя публикация\.?$/u,
    related: /^Связанные каналы\s+\|\s+Похожие каналы$/u,
  },
  {
    language: "English",
    geo: /^Channel's geo and language(?::|$)/u,
    headEnd: /^Posts filter$/u,
    footer: /^(?<count>\d+) last posts? shown\.?$/u,
    related: /^Related channels\s+\|\s+Similar channels$/u,
  },
] as const;
type Interface = (typeof interfaces)[number];

/** Blank lines between two posts. */
const postGap = 2;

function recognise(source: SourceText): Recognition {
  const { page, found } = interfaceOf(source);
  if (page === undefined || found < 2) return { lines: 0, evidence: "no words of TGStat's pages" };
  const evidence = `${found} lines of TGStat's ${page.language} interface`;
  return { lines: source.lines.length + found, evidence };
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
  const page = interfaceOf(source).page ?? interfaces[0];
  const head = headEndOf(source, page);
  const footer = footerOf(source, page);
  const units = unitsOf(source, head + 1, footer === undefined ? source.lines.length : footer.line - 1);
  const scores = seamScores(units, hints);
  const { isStart, findings } = footer === undefined ? plainChoice(scores) : countedChoice(units, scores, footer);
  const ranges = rangesOf(units, isStart);
  const drafts = ranges.map((range) => singleCopyDraft(source, units, range));
  const name = nameOf(source, head);
  return { drafts, order: "newest-first", findings, ...(name === undefined ? {} : { channel: { name } }) };
}

/** Log-odds that stand for certainty. */
const certain = 100;

/** A gap of two blank lines parts posts nineteen times in twenty. */
const gapScore = 3;

/** A longer gap is what a dropped quote or link leaves inside a post. */
const longGapScore = -10;

/** Log-odds that a post starts at each unit: from the gap before it, and from how this page's posts begin and end. */
function seamScores(units: readonly Unit[], hints: Hints): readonly number[] {
  const seams = units.flatMap((next, index): Example[] => {
    const previous = units[index - 1];
    return previous === undefined || next.gap === 0 || next.gap > postGap
      ? []
      : [{ previous, next, isBoundary: next.gap === postGap }];
  });
  const likeness = learnLikeness(units, seams);
  return units.map((next, index) => {
    const previous = units[index - 1];
    if (previous === undefined || hints.start.has(next.first)) return certain;
    if (hints.join.has(next.first) || next.gap < postGap) return -certain;
    if (next.kind === "forwarded" || next.kind === "before") return certain / 2;
    const isBoundary = next.gap === postGap;
    return likeness({ previous, next, isBoundary }) + (isBoundary ? gapScore : longGapScore);
  });
}

interface Choice {
  readonly isStart: (index: number) => boolean;
  readonly findings: readonly Finding[];
}

function plainChoice(scores: readonly number[]): Choice {
  const findings = [
    { rule: "tgstat/no-footer", reason: "the page's footer is missing, so the number of posts is not known" },
  ];
  return { isStart: (index) => (scores[index] ?? 0) > 0, findings };
}

/**
 * The footer says how many posts there are: of all ways to part the page into so many, the likeliest is taken, by its
 * seams and by how long this channel's posts are.
 */
function countedChoice(units: readonly Unit[], scores: readonly number[], footer: Footer): Choice {
  const seams = [...scores.keys()].filter((index) => index > 0 && (scores[index] ?? 0) > -certain);
  const starts = new Set(likeliest(units, scores, seams, footer.count - 1));
  const found = starts.size + 1;
  const findings =
    found === footer.count
      ? []
      : [
          {
            rule: "tgstat/footer-count",
            line: footer.line,
            reason: `the footer speaks of ${footer.count} posts, the text shows ${found}`,
          },
        ];
  return { isStart: (index) => starts.has(index), findings };
}

/** How many neighbouring seams one post can swallow. */
const mostSwallowed = 6;

/** The `count` seams of the likeliest parting (all of them where there are no more than that). */
function likeliest(
  units: readonly Unit[],
  scores: readonly number[],
  seams: readonly number[],
  count: number,
): readonly number[] {
  if (seams.length <= count) return seams;
  const edges = [0, ...seams, units.length];
  const characters = [0];
  for (const unit of units) characters.push((characters.at(-1) ?? 0) + unit.text.length);
  const length = (from: number, to: number): number =>
    (characters[edges[to] ?? 0] ?? 0) - (characters[edges[from] ?? 0] ?? 0);
  const lengths = learnLengths(edges.slice(1).map((_, index) => length(index, index + 1)));
  const surplus = seams.length - count;
  // best[k][e]: the best score of a parting of everything before edge e that left out k seams.
  const best = Array.from({ length: surplus + 1 }, () => new Float64Array(edges.length).fill(Number.NEGATIVE_INFINITY));
  const from = Array.from({ length: surplus + 1 }, () => new Int32Array(edges.length));
  const first = best[0];
  if (first) first[0] = 0;
  for (let edge = 1; edge < edges.length; edge += 1) {
    for (let left = 0; left <= surplus; left += 1) {
      const row = best[left];
      const back = from[left];
      if (row === undefined || back === undefined) continue;
      for (let skipped = 0; skipped <= Math.min(mostSwallowed, left, edge - 1); skipped += 1) {
        const before = edge - 1 - skipped;
        const score =
          (best[left - skipped]?.[before] ?? Number.NEGATIVE_INFINITY) +
          (edge === edges.length - 1 ? 0 : (scores[edges[edge] ?? 0] ?? 0)) +
          lengthScore(length(before, edge), lengths);
        if (score > (row[edge] ?? 0)) {
          row[edge] = score;
          back[edge] = skipped;
        }
      }
    }
  }
  const chosen: number[] = [];
  let left = surplus;
  for (let edge = edges.length - 1; edge > 0; ) {
    const skipped = from[left]?.[edge] ?? 0;
    edge -= 1 + skipped;
    left -= skipped;
    if (edge > 0) chosen.push(edges[edge] ?? 0);
  }
  return chosen;
}

interface Footer {
  readonly line: number;
  readonly count: number;
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
function headEndOf(source: SourceText, page: Interface): number {
  return source.lines.findIndex((line) => page.headEnd.test(line.trim())) + 1;
}

/** The first line of the head. */
function nameOf(source: SourceText, head: number): string | undefined {
  return source.lines
    .slice(0, head)
    .find((line) => !isBlank(line))
    ?.trim();
}
