import type { Draft } from "../../model/draft.ts";
import type { Boundary } from "../../model/post.ts";
import type { SourceText } from "../../read/source-text.ts";
import { doubtful, featureParameters, judge, type TokenRange } from "../boundaries/judge.ts";
import { withFooters } from "../lines/metadata.ts";
import { type Token, tokensOf } from "../lines/tokens.ts";
import type { Dialect, Hints, Parsed } from "./dialect.ts";
import { singleCopyDraft } from "./single-copy.ts";

/** Any other text: posts are parted by the strongest separator that the text itself shows. */
export const plain: Dialect = {
  name: "plain",
  printsOnce: true,
  fidelity: 10,
  recognise: () => ({ lines: 1, evidence: "no page that Scrollback knows prints such lines" }),
  parse,
};

/** A way in which a text can part its posts: how the judge is to see its gaps. */
interface Separator {
  readonly name: string;
  /** Whether a candidate is a place where posts can be parted. */
  parts(token: Token, previous: Token | undefined): boolean;
  /** Log-odds that such a place does part two posts, before it is looked at. */
  readonly base: number;
  /** The least number of pieces for which it counts. */
  readonly fewest: number;
}

/** `-----`, `* * *`, `=====`, `———`: a line of one sign and nothing else. */
const ruler = /^(?<sign>[-–—=*_#~•·])(?:\s*\k<sign>){2,}$/u;

/** From the strongest to the weakest. */
const separators: readonly Separator[] = [
  {
    name: "lines of dashes or stars",
    parts: (token, previous) => isRuler(previous) && !isRuler(token),
    fewest: 2,
    base: 30,
  },
  { name: "two or more blank lines", parts: (token) => token.gap >= 2, fewest: 2, base: 8 },
  // One blank line alone parts two paragraphs rather than two posts.
  { name: "blank lines", parts: (token) => token.gap >= 1, fewest: 3, base: 4 },
];
const lineEnds: Separator = { name: "line ends", parts: () => true, fewest: 3, base: 1 };
const onePost: Separator = { name: "nothing", parts: () => false, fewest: 1, base: 0 };

/** A separator counts where no piece is longer than this many lines on the average. */
const longestPiece = 40;

function parse(source: SourceText, hints: Hints): Parsed {
  const tokens = withFooters(tokensOf(source));
  // Where a text has blank lines, its line ends part no posts.
  const hasBlankLines = tokens.some((token) => token.gap > 0);
  const separator =
    (hasBlankLines ? separators : [...separators, lineEnds]).find((own) => counts(tokens, own)) ?? onePost;
  const seen = tokens.map((token, index) => ({ ...token, gap: separator.parts(token, tokens[index - 1]) ? 0 : 1 }));
  const { posts, doubts, chances } = judge(seen, hints, { ...featureParameters, base: separator.base, features: 0.5 });
  const written = posts.filter(({ range }) => tokens.slice(range.start, range.end).some((token) => !isRuler(token)));
  const drafts = written.map(({ range, boundary }) => withoutRulers(source, tokens, range, boundary));
  const reason = `not a page of a known kind: ${separator === onePost ? "it was taken for one post" : `its posts were parted at ${separator.name}`}; a sidecar's "boundaries" can correct that`;
  return {
    drafts,
    findings: [{ rule: "plain/separator", reason }, ...doubts.map(doubtful)],
    judged: { tokens: seen, chances },
  };
}

/** Rulers at the end of a post part it from the next; they are the page's, not the post's. */
function withoutRulers(
  source: SourceText,
  tokens: readonly Token[],
  { start, end }: TokenRange,
  boundary: Boundary,
): Draft {
  let last = end;
  while (last > start && isRuler(tokens[last - 1])) last -= 1;
  let first = start;
  while (first < last && isRuler(tokens[first])) first += 1;
  return singleCopyDraft(source, tokens, { start: first, end: last }, boundary);
}

function counts(tokens: readonly Token[], { parts, fewest }: Separator): boolean {
  const pieces = tokens.filter((token, index) => index === 0 || parts(token, tokens[index - 1])).length;
  return pieces >= fewest && tokens.length / pieces <= longestPiece;
}

function isRuler(token: Token | undefined): boolean {
  return token !== undefined && ruler.test(token.text.trim());
}
