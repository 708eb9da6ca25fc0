import { dialects } from "../dialects/kinds/registry.ts";
import { keyOf } from "../dialects/lines/tokens.ts";
import { editorOf } from "../model/given.ts";
import type { Boundary, Editor } from "../model/post.ts";
import type { Sidecar } from "../read/sidecar.ts";
import { type ReadDump, type TextLine, textLinesIn } from "./assemble.ts";
import type { ParsedDump } from "./parse.ts";

/** A line of text that a capture shows, and whether a post starts there. */
export interface CapturedLine {
  /** What makes two lines the same. */
  readonly key: string;
  /** 1-based. */
  readonly line: number;
  /** The post of the capture that it belongs to, by its place. */
  readonly post: number;
  readonly isStart: boolean;
  /** Whether the page's marks or a person leave no doubt of it. */
  readonly isSure: boolean;
  /** The log-odds that a post starts there. */
  readonly odds: number;
  /** The same, as far above or below what the capture takes for a start. */
  readonly margin: number;
  /** What a person says of the line, in the sidecar of this capture. */
  readonly answer?: EditorsWord;
}

/** A person's word on a boundary. */
export interface EditorsWord {
  readonly to: "start" | "join";
  readonly editor: Editor;
}

/** Log-odds beyond these tell no more: what reads a page may be wrong altogether. */
const mostOdds = 3;

/** Below this chance of a start inside it, the two prints of a text leave no doubt. */
const surelyRepeated = 0.01;

/** A decision that the capture's own chance is against, as where the page says how many posts it has, counts this much. In log-odds. */
const leastMargin = 0.1;

/** What a capture's posts are, as far as their lines tell of others. */
export interface CapturedPosts {
  readonly posts: readonly {
    readonly text: string;
    readonly boundary: Boundary;
    /** The first of its lines, text or not. */
    readonly first: number;
  }[];
  readonly textLines: readonly (readonly TextLine[])[];
  readonly dialect: string;
}

/** The posts of a dump as it was read. None where it does not tell of its lines. */
export function capturedPosts({ posts, report, textLines = [] }: ReadDump): CapturedPosts {
  return {
    posts: posts.map(({ text, boundary, source }) => ({ text, boundary, first: source.lines[0]?.[0] ?? 0 })),
    ...{ textLines, dialect: report.dialect },
  };
}

/** The same of a dump that is not dated. */
export function partedPosts(parsed: ParsedDump): CapturedPosts {
  return {
    posts: parsed.posts.map(({ text, draft }) => ({
      ...{ text, boundary: draft.boundary },
      first: draft.lines[0]?.line ?? 0,
    })),
    ...{ textLines: textLinesIn(parsed), dialect: parsed.dialect },
  };
}

/** The lines of a capture's texts, in its own order. */
export function capturedLines(
  { posts, textLines, dialect }: CapturedPosts,
  sidecar: Sidecar = {},
): readonly CapturedLine[] {
  // A text that is printed again as a whole is one post.
  const repeats = dialects.find(({ name }) => name === dialect)?.printsOnce === false;
  const answers = answersIn(sidecar);
  const least = leastOdds(posts.map(({ boundary }) => boundary));
  return posts.flatMap(({ text, boundary, first }, post) => {
    const own = textLines[post] ?? [];
    const words = text.split("\n").filter((each) => each.trim() !== "");
    return own.map(({ line, chance }: TextLine, at): CapturedLine => {
      const isStart = at === 0;
      const odds = clamped(Math.log(chance / (1 - chance)));
      const margin = odds - least;
      const answer = answers.get(line);
      const isOpening = boundary.kind !== "inferred" || first !== line || answer?.to === "start";
      const isInner = answer?.to === "join" || (repeats && chance < surelyRepeated);
      return {
        key: keyOf(words[at] ?? ""),
        ...{ line, post, isStart, odds, isSure: isStart ? isOpening : isInner },
        margin: isStart ? Math.max(leastMargin, margin) : Math.min(-leastMargin, margin),
        ...(answer !== undefined && (answer.to === "start") === isStart ? { answer } : {}),
      };
    });
  });
}

function clamped(odds: number): number {
  return Math.max(-mostOdds, Math.min(mostOdds, odds));
}

/** The log-odds of the least chance that was taken for a start; even odds at the most. */
function leastOdds(boundaries: readonly Boundary[]): number {
  const chances = boundaries.flatMap((own) => (own.kind === "inferred" ? [own.probability] : []));
  const least = chances.reduce((lowest, chance) => Math.min(lowest, chance), 0.5);
  return clamped(Math.log(least / (1 - least)));
}

function answersIn({ boundaries }: Sidecar): ReadonlyMap<number, EditorsWord> {
  const editors = new Map(boundaries?.settled?.map((settled) => [settled.line, editorOf(settled)]));
  const told = (lines: readonly number[], to: EditorsWord["to"]): readonly (readonly [number, EditorsWord])[] =>
    lines.map((line) => [line, { to, editor: editors.get(line) ?? {} }]);
  return new Map([...told(boundaries?.start ?? [], "start"), ...told(boundaries?.join ?? [], "join")]);
}
