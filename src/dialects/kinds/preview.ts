import type { SourceText } from "../../read/source-text.ts";
import { doubtful } from "../boundaries/judge.ts";
import { type JudgedPage, judgePage, separatorFindings, unopened } from "../boundaries/judge-page.ts";
import { unsureFindings } from "../boundaries/reliability.ts";
import { withClosingClocks } from "../lines/closing-clocks.ts";
import { withDaysOver } from "../lines/days-over.ts";
import { withLinkPreviews } from "../lines/link-previews.ts";
import { markOf } from "../lines/marks.ts";
import { withFooters } from "../lines/metadata.ts";
import { withReplies } from "../lines/replies.ts";
import { tokensOf } from "../lines/tokens.ts";
import { isOwnLine, originOf, withWrappedLines } from "../lines/wrapped-lines.ts";
import type { Dialect, Hints, Parsed, Recognition } from "./dialect.ts";
import { describedTokens, descriptionFinding, headOver, plainlyDescribed } from "./head-description.ts";
import { typedReactions } from "./learned-marks.ts";
import { hasDaysBelow, parseText } from "./plain.ts";
import { previewHead } from "./preview-head.ts";
import { draftsOf } from "./single-copy.ts";

/**
 * A t.me/s page or one of its mirrors as text: a head that ends in `Download Telegram`, then the posts, oldest first, with
 * nothing but a newline between two of them. Where a post starts is a judgement.
 */
export const preview: Dialect = {
  name: "preview",
  printsOnce: true,
  fidelity: 20,
  recognise,
  parse,
};

function recognise(source: SourceText): Recognition {
  const head = previewHead(source);
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
  const head = previewHead(source);
  const copied = headOver(source);
  // A line or two of marks below no head of t.me's stand in a text that a person keeps under days as well.
  if ((copied ?? head) === copied && hasDaysBelow(source, hints, copied)) return parseText(source, hints, copied);
  const from = (head?.last ?? 0) + 1;
  const printed = tokensOf(source, from, undefined, typedReactions(source, from));
  const lines = withDaysOver(
    withClosingClocks(withFooters(withWrappedLines(printed, isOwnLine(hints), originOf(source)))),
  );
  const all = withLinkPreviews(withReplies(lines, head?.name), hints);
  // A person's word on the lines below the head goes before what the page shows of them; on other lines it says nothing of these.
  const unsaid = (count: number): number =>
    all.slice(0, count + 1).some(({ first }, at) => hints.join.has(first) || (at < count && hints.start.has(first)))
      ? 0
      : count;
  const judgedFrom = (from: number): JudgedPage =>
    judgePage(all.slice(from), hints, "preview", head === undefined ? {} : { underHead: all[from]?.gap });
  const shown = head === undefined ? 0 : unsaid(plainlyDescribed(head, all));
  const judged = judgedFrom(shown);
  const described = head === undefined || shown > 0 ? shown : unsaid(describedTokens(source, head, all, judged));
  const page = described === shown ? judged : judgedFrom(described);
  const tokens = all.slice(described);
  const { posts, doubts, chances, reliability } = page;
  const drafts = draftsOf(source, tokens, head === undefined ? unopened(tokens, hints, posts) : posts);
  const channel = head?.name === undefined ? {} : { channel: channelOf(head.name, head.handle) };
  const description = all.slice(0, described).map(({ text }) => text.trim());
  const told = described === 0 ? head?.about : { ...head?.about, description: description.join("\n") };
  const about = told === undefined ? {} : { about: told };
  return {
    drafts,
    order: "oldest-first",
    findings: [
      ...unsureFindings(reliability),
      ...(hints.separator === undefined ? separatorFindings(page, tokens) : []),
      ...(shown === 0 || all[0] === undefined ? [] : [descriptionFinding(all[0].first, all[0].text)]),
      ...doubts.map(doubtful),
    ],
    judged: { tokens, chances },
    ...channel,
    ...about,
  };
}

function channelOf(name: string, handle: string | undefined): { readonly name: string; readonly handle?: string } {
  return handle === undefined ? { name } : { name, handle };
}
