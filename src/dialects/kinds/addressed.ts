import type { Draft, OwnedLine } from "../../model/draft.ts";
import type { Order } from "../../model/ledger.ts";
import { isBlank, lineAt, type SourceText } from "../../read/source-text.ts";
import { addressesIn, type FoundAddress } from "../lines/address-notes.ts";
import { withFooters } from "../lines/metadata.ts";
import { keyOf, type Token, tokensOf } from "../lines/tokens.ts";
import type { Dialect, Finding, Hints, Parsed, Recognition } from "./dialect.ts";
import { typedReactions } from "./learned-marks.ts";
import { singleCopyDraft } from "./single-copy.ts";

/**
 * Posts kept with their addresses: over each post, or under each, stands its own, as people paste it and tools write it.
 *
 *     https://t.me/harbour/812
 *     The pier opens at seven.
 *
 * Addresses of one channel whose numbers run one way part the posts, number them and name the channel. A page of one post through a mirror prints the
 * address of the post above its text and again below; some print the text above both, too.
 */
export const addressed: Dialect = {
  name: "addressed",
  printsOnce: true,
  shownBy: "the address beside each post shows where it starts",
  fidelity: 50,
  recognise,
  parse,
};

/** Where the addresses of the posts stand. */
interface Layout {
  readonly place: "above" | "below" | "around";
  readonly addresses: readonly FoundAddress[];
  readonly order?: Order;
}

/** With fewer addresses, blank lines must part the posts too, and so they must where the host may be any. */
const sureCount = 4;

/** The least share of addresses that blank lines part from other posts. */
const leastParted = 0.9;

/** Numbers of posts that stand side by side: links to older posts leap. In the middle of all steps. */
const usualStep = 30;

/** How many lines of a title may stand over the first address, parted from it by a blank line. */
const longestTitle = 3;

/** How many lines with labels a mirror prints between the address of its post and the text. */
const longestLabels = 4;

function layoutOf(source: SourceText): Layout | undefined {
  const byChannel = new Map<string, FoundAddress[]>();
  for (const address of addressesIn(source)) {
    const own = byChannel.get(address.channel) ?? [];
    byChannel.set(address.channel, own);
    own.push(address);
  }
  const [own = []] = [...byChannel.values()].sort((one, other) => other.length - one.length);
  if (own.length < 2) return undefined;
  return own.every(({ number }) => number === own[0]?.number) ? around(source, own) : overOrUnder(source, own);
}

/** A mirror's page of one post: its address is the first line, or stands below a first print of the text, and again below the text. */
function around(source: SourceText, addresses: readonly FoundAddress[]): Layout | undefined {
  const [first, second] = addresses;
  if (first === undefined || second === undefined) return undefined;
  const { first: from, last, copy } = textAround(source, [first, second]);
  if (!isEmptyAbove(source, first.line) && copy.length === 0) return undefined;
  const isText = source.lines.slice(from - 1, last).some((line) => !isBlank(line) && !isLabel(line));
  return isText ? { place: "around", addresses: [first, second] } : undefined;
}

function overOrUnder(source: SourceText, addresses: readonly FoundAddress[]): Layout | undefined {
  const steps = addresses.slice(1).map(({ number }, at) => number - (addresses[at]?.number ?? 0));
  const isRising = steps.every((step) => step > 0);
  if (!isRising && !steps.every((step) => step < 0)) return undefined;
  const widths = steps.map(Math.abs).sort((one, other) => one - other);
  if ((widths[widths.length >> 1] ?? 0) > usualStep) return undefined;
  const order = isRising ? ("oldest-first" as const) : ("newest-first" as const);
  const [top, bottom] = [addresses[0]?.first ?? 0, addresses.at(-1)?.last ?? 0];
  const begins = isEmptyAbove(source, top);
  const opens = begins || isTitled(source, top);
  const closes = !begins && source.lines.slice(bottom).every(isBlank);
  const between = addresses.filter(({ first, last }) => !(begins && first === top) && !(closes && last === bottom));
  const blanks = between.map(({ first, last }) => [isEmpty(source, first - 1), isEmpty(source, last + 1)] as const);
  const enough = between.length * leastParted;
  // A blank line on both sides says nothing of which text an address belongs to: the ends of the page do.
  const isOver = blanks.filter(([above]) => above).length >= enough && blanks.some(([, below]) => !below);
  const isUnder = blanks.filter(([, below]) => below).length >= enough && blanks.some(([above]) => !above);
  const isApart = blanks.every(([above, below]) => above && below);
  if (opens && isOver) return { place: "above", addresses, order };
  if (closes && (isUnder || isApart)) return { place: "below", addresses, order };
  if (opens && isApart) return { place: "above", addresses, order };
  const needsBlanks = addresses.length < sureCount || addresses.some(({ isTelegram }) => !isTelegram);
  if (needsBlanks || blanks.some(([above, below]) => above || below)) return undefined;
  if (begins) return { place: "above", addresses, order };
  return closes ? { place: "below", addresses, order } : undefined;
}

function isEmpty(source: SourceText, line: number): boolean {
  return isBlank(source.lines[line - 1] ?? "");
}

function isEmptyAbove(source: SourceText, line: number): boolean {
  return source.lines.slice(0, line - 1).every(isBlank);
}

/** Whether all that stands above is a title, parted by a blank line. */
function isTitled(source: SourceText, line: number): boolean {
  const above = source.lines.slice(0, line - 1).filter((text) => !isBlank(text));
  return isEmpty(source, line - 1) && above.length <= longestTitle && above.every((text) => text.trim().length <= 80);
}

function recognise(source: SourceText): Recognition {
  const layout = layoutOf(source);
  if (layout === undefined) return { lines: 0, evidence: "no addresses that part posts" };
  const first = lineAt(source, layout.addresses[0]?.line ?? 1).trim();
  const evidence =
    layout.place === "around"
      ? `the address of one post stands above and below its text: “${first.slice(0, 60)}”`
      : `${layout.addresses.length} addresses of posts of one channel, in order, ${layout.place === "above" ? "over" : "under"} their texts, such as “${first.slice(0, 60)}”`;
  return { lines: source.lines.length, evidence };
}

/** Lines of the dump that one post has, with the address that stands there. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly isStated: boolean;
}

function parse(source: SourceText, hints: Hints): Parsed {
  const layout = layoutOf(source);
  if (layout === undefined) return { drafts: [], findings: [] };
  const { place, addresses, order } = layout;
  const beside = new Map(addresses.map((address) => [address.line, linesBeside(address, hints)]));
  const isAddress = new Set([...beside.values()].flat());
  const parts = partsOf(source, layout, hints);
  const from = parts[0]?.start ?? 1;
  const to = parts.at(-1)?.end ?? source.lines.length;
  const tokens = withFooters(tokensOf(source, from, to, typedReactions(source, from)));
  // Parts, tokens and addresses all stand in order.
  let [nextToken, nextAddress] = [0, 0];
  const drafts = parts.flatMap(({ start, end, isStated }, at): readonly Draft[] => {
    const own: Token[] = [];
    for (let token = tokens[nextToken]; token !== undefined && token.first <= end; token = tokens[nextToken]) {
      if (!isAddress.has(token.first)) own.push(token);
      nextToken += 1;
    }
    const found: FoundAddress[] = [];
    for (let each = addresses[nextAddress]; each !== undefined && each.line <= end; each = addresses[nextAddress]) {
      if (each.line >= start) found.push(each);
      nextAddress += 1;
    }
    const isFirst = place === "around" && at === 0;
    const stated = isFirst ? addresses[0] : found[0];
    const copy = isFirst ? textAround(source, addresses).copy : [];
    if (own.length === 0 && stated === undefined) return [];
    const boundary = isStated ? ({ kind: "marked" } as const) : ({ kind: "inferred", probability: 1 } as const);
    const draft = singleCopyDraft(source, own, { start: 0, end: own.length }, boundary);
    const lines = [
      ...copy.map((line): OwnedLine => ({ line, role: "copy" })),
      ...draft.lines,
      ...found.flatMap(({ line }) => beside.get(line) ?? []).map((line): OwnedLine => ({ line, role: "reactions" })),
    ];
    return [
      {
        ...draft,
        lines: lines.toSorted((one, other) => one.line - other.line),
        ...(stated === undefined ? {} : { number: stated.number }),
        ...(stated?.saved === undefined ? {} : { saved: stated.saved }),
      },
    ];
  });
  const handle = addresses.find((address) => address.handle !== undefined)?.handle;
  const name = nameOf(source, layout) ?? handle;
  return {
    drafts,
    ...(order === undefined ? {} : { order }),
    findings: noteFindings(addresses, beside),
    ...(name === undefined ? {} : { channel: { name, ...(handle === undefined ? {} : { handle }) } }),
    ...(place === "around" ? { order: "oldest-first" as const } : {}),
  };
}

/** The lines of an address and its note, but for those that a person takes for text. */
function linesBeside({ line, first, last }: FoundAddress, { start, join }: Hints): readonly number[] {
  const all = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return all.filter((own) => own === line || !(start.has(own) || join.has(own)));
}

function noteFindings(
  addresses: readonly FoundAddress[],
  beside: ReadonlyMap<number, readonly number[]>,
): readonly Finding[] {
  const lines = addresses.flatMap((address) =>
    (beside.get(address.line) ?? []).filter((line) => line !== address.line),
  );
  const [line] = lines;
  if (line === undefined) return [];
  const reason = `${lines.length} lines such as this one say when posts were saved and are in no text; if one is text, write boundaries: { join: [${line}] } in the sidecar`;
  return [{ rule: "capture/notes", line, reason }];
}

function partsOf(source: SourceText, { place, addresses }: Layout, hints: Hints): readonly Part[] {
  if (place === "around") {
    const { first, last } = textAround(source, addresses);
    const starts = [first, ...[...hints.start].filter((line) => line > first && line <= last)];
    return rangesOf(new Set(starts), starts, last);
  }
  const stated = addresses.map(({ first, last }) => (place === "above" ? first : last + 1));
  if (place === "below") stated.unshift(1);
  const shown = new Set(stated.flatMap((line) => nextWords(source, line) ?? []));
  const starts = new Set([...[...shown].filter((line) => !hints.join.has(line)), ...hints.start]);
  return rangesOf(shown, [...starts], source.lines.length);
}

function rangesOf(shown: ReadonlySet<number>, starts: readonly number[], last: number): readonly Part[] {
  const sorted = starts.toSorted((one, other) => one - other);
  return sorted.map((start, at) => ({
    start,
    end: (sorted[at + 1] ?? last + 1) - 1,
    isStated: shown.has(start),
  }));
}

/** The first line from one on that is not blank. */
function nextWords(source: SourceText, line: number): number | undefined {
  for (let at = line; at <= source.lines.length; at += 1) if (!isEmpty(source, at)) return at;
  return undefined;
}

/** `Last Update:`, `Share:`: a label, with nothing or a moment behind it. */
const label = /^\p{L}[\p{L} ]{1,40}[:：]\s*(?:[\d\s.,:/+-]{0,30}(?:UTC|GMT|[AP]M)?)$/iu;

function isLabel(line: string): boolean {
  return line.length <= 80 && label.test(line.trim());
}

/** Where the text of a mirror's page stands, and the lines of its first print above the first address, if the page has one. */
interface TextAround {
  readonly first: number;
  readonly last: number;
  readonly copy: readonly number[];
}

/** The text that stands between the two prints of its address: the page's labels stand around it. */
function textAround(source: SourceText, [above, below]: readonly FoundAddress[]): TextAround {
  let first = (above?.line ?? 0) + 1;
  for (let labels = 0; labels < longestLabels; labels += 1) {
    const line = nextWords(source, first);
    if (line === undefined || !isLabel(lineAt(source, line))) break;
    first = line + 1;
  }
  first = nextWords(source, first) ?? first;
  const end = (below?.line ?? source.lines.length + 1) - 1;
  const printed = firstPrint(source, wordsIn(source, 1, (above?.line ?? 1) - 1), wordsIn(source, first, end));
  if (printed !== undefined) return { first, ...printed };
  let last = end;
  const isPages = (line: number): boolean =>
    isEmpty(source, line) ||
    isLabel(lineAt(source, line)) ||
    bylineName(source, line, below?.line ?? line, fewestNames) !== undefined;
  for (let labels = 0; last > first && labels < longestLabels && isPages(last); last -= 1)
    if (!isEmpty(source, last)) labels += 1;
  return { first, last, copy: [] };
}

/** The lines from one to another that are not blank. */
function wordsIn(source: SourceText, from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at).filter(
    (line) => !isEmpty(source, line),
  );
}

/** A text that stands at the end of the lines above its address, below a title at most, and at the start of those behind it, above labels at most. */
function firstPrint(
  source: SourceText,
  above: readonly number[],
  behind: readonly number[],
): Omit<TextAround, "first"> | undefined {
  const keyAt = (line: number | undefined): string => (line === undefined ? "" : keyOf(lineAt(source, line)));
  const [most, least] = [
    Math.min(above.length, behind.length),
    Math.max(1, above.length - longestTitle, behind.length - longestLabels),
  ];
  for (let length = most; length >= least; length -= 1) {
    const copy = above.slice(-length);
    if (copy.every((line, at) => keyAt(line) === keyAt(behind[at]))) return { copy, last: behind[length - 1] ?? 0 };
  }
  return undefined;
}

/** How often a page's end prints the name again that stands under the text. */
const fewestNames = 2;

/** The name that a line such as `BY Harbour News` gives, where the page's end prints that name again. */
function bylineName(source: SourceText, line: number, tail: number, times: number): string | undefined {
  const [, name = ""] = /^\p{L}{1,12} (?<name>\S.{0,78})$/u.exec(lineAt(source, line).trim()) ?? [];
  if (name === "") return undefined;
  return source.lines.slice(tail).filter((text) => text.includes(name)).length >= times ? name : undefined;
}

/** The channel's name: a title over the first address, or what a mirror's page says. */
function nameOf(source: SourceText, { place, addresses }: Layout): string | undefined {
  const [first, second] = addresses;
  if (first === undefined || second === undefined) return undefined;
  if (place === "above")
    return source.lines
      .slice(0, first.first - 1)
      .find((line) => !isBlank(line))
      ?.trim();
  if (place === "below") return undefined;
  const { last, copy } = textAround(source, addresses);
  for (let line = second.line - 1; line > first.line; line -= 1) {
    // Behind a text whose end its first print tells, a byline is less in doubt.
    const times = line > last && copy.length > 0 ? 1 : fewestNames;
    const name = bylineName(source, line, second.line, times);
    if (name !== undefined) return name;
    if (!isEmpty(source, line) && !isLabel(lineAt(source, line))) return undefined;
  }
  return undefined;
}
