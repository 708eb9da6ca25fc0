import { type ChannelHead, counterIn, headFrom } from "../../model/channel-head.ts";
import { isBlank, lineAt, type SourceText } from "../../read/source-text.ts";
import { doubtful } from "../boundaries/judge.ts";
import { judgePage, separatorFindings, unopened } from "../boundaries/judge-page.ts";
import { unsureFindings } from "../boundaries/reliability.ts";
import { withLinkPreviews } from "../lines/link-previews.ts";
import { markOf } from "../lines/marks.ts";
import { withFooters } from "../lines/metadata.ts";
import { withReplies } from "../lines/replies.ts";
import { tokensOf } from "../lines/tokens.ts";
import type { Dialect, Hints, Parsed, Recognition } from "./dialect.ts";
import { typedReactions } from "./learned-marks.ts";
import { singleCopyDraft } from "./single-copy.ts";

/**
 * A t.me/s page or one of its mirrors as text: a head that ends in `Download Telegram`, then the posts, oldest first, with
 * nothing but a newline between two of them. Where a post starts is a judgement.
 */
export const preview: Dialect = {
  name: "preview",
  printsOnce: true,
  takesSeparator: true,
  fidelity: 20,
  recognise,
  parse,
};

const headEnd = /^(?:Download Telegram|加入频道)$/u;
const userName = /^@(?<handle>[A-Za-z]\w{3,31})$/u;

/** How far down the head of a page can reach. */
const longestHead = 60;

function recognise(source: SourceText): Recognition {
  const head = headOf(source);
  const marked = source.lines.filter((line) => markOf(line) !== undefined).length;
  if (head === undefined && marked === 0) return { lines: 0, evidence: "no head and no marks of t.me" };
  const evidence = [
    ...(head === undefined ? [] : [`a head of ${head.last} lines`]),
    `${marked} lines of marks that t.me prints`,
  ];
  // The head settles the kind of page; marks alone are also found on doubled pages, which explain more lines.
  return { lines: head === undefined ? marked : source.lines.length + 1, evidence: evidence.join(", ") };
}

function parse(source: SourceText, hints: Hints): Parsed {
  const head = headOf(source);
  const from = (head?.last ?? 0) + 1;
  const lines = withFooters(tokensOf(source, from, undefined, typedReactions(source, from)));
  const tokens = withLinkPreviews(withReplies(lines, head?.name), hints);
  const page = judgePage(tokens, hints, "preview");
  const { posts, doubts, chances, reliability } = page;
  const drafts = (head === undefined ? unopened(tokens, hints, posts) : posts).map(({ range, boundary }) =>
    singleCopyDraft(source, tokens, range, boundary),
  );
  const channel = head?.name === undefined ? {} : { channel: channelOf(head.name, head.handle) };
  const about = head?.about === undefined ? {} : { about: head.about };
  return {
    drafts,
    order: "oldest-first",
    findings: [
      ...unsureFindings(reliability),
      ...(hints.separator === undefined ? separatorFindings(page) : []),
      ...doubts.map(doubtful),
    ],
    judged: { tokens, chances },
    ...channel,
    ...about,
  };
}

interface Head {
  readonly name?: string;
  readonly handle?: string;
  readonly about?: ChannelHead;
  /** Last line of the head. */
  readonly last: number;
}

/** The head: the channel's name above the counters, and everything down to `Download Telegram` or the last counter. */
function headOf(source: SourceText): Head | undefined {
  const top = Math.min(longestHead, source.lines.length);
  const numbers = Array.from({ length: top }, (_, index) => index + 1);
  const counters = numbers.filter((line) => counterIn(lineAt(source, line).trim()) !== undefined);
  const end = numbers.find((line) => headEnd.test(lineAt(source, line).trim()));
  const [firstCounter] = counters;
  if (firstCounter === undefined && end === undefined) return undefined;
  const above = numbers.filter((line) => line < (firstCounter ?? end ?? 0) && !isBlank(lineAt(source, line)));
  const handle = above.map((line) => userName.exec(lineAt(source, line).trim())?.groups?.handle).find(Boolean);
  const name = above.map((line) => lineAt(source, line).trim()).find((line) => line !== "✔" && !userName.test(line));
  const last = end ?? Math.max(...counters);
  const said = (lines: readonly number[]): readonly string[] => lines.map((line) => lineAt(source, line).trim());
  // A page without its last line of the head has no end of the description either.
  const below = end === undefined ? [] : numbers.filter((line) => line > Math.max(0, ...counters) && line < end);
  const about = headFrom(said(counters), firstCounter === undefined ? [] : said(below));
  return {
    last,
    ...(about === undefined ? {} : { about }),
    ...(name === undefined ? {} : { name: name.replace(/ – Telegram$/u, "") }),
    ...(handle === undefined ? {} : { handle }),
  };
}

function channelOf(name: string, handle: string | undefined): { readonly name: string; readonly handle?: string } {
  return handle === undefined ? { name } : { name, handle };
}
