import type { Draft, OwnedLine } from "../../model/draft.ts";
import type { Media, ReplyQuote } from "../../model/post.ts";
import { isBlank, lineAt, type SourceText } from "../../read/source-text.ts";
import { dayIn, type NumberOrder } from "../../text/day-line.ts";
import { nameKey } from "../../text/name-key.ts";
import { noteLine } from "../lines/capture-note-lines.ts";
import { type ClosedTexts, closedTexts, type TextRange } from "../lines/closed-texts.ts";
import { closingMoments, type FoundMoment } from "../lines/closing-moments.ts";
import { wordsBeforeName } from "../lines/forward-words.ts";
import { headerBlocks, type LabelledFacts, type LabelledTail, labelledTail } from "../lines/header-blocks.ts";
import {
  clockHeader,
  dayOfLog,
  isBareMoment,
  type LogDay,
  type MessageHeader,
  messageHeader,
} from "../lines/message-headers.ts";
import { isOmittedMedia } from "../lines/omitted-media.ts";
import { type PostAddress, postAddress } from "../lines/post-addresses.ts";
import { isRulerLine } from "../lines/rulers.ts";
import type { Dialect, Finding, Hints, Parsed, Recognition } from "./dialect.ts";
import { headOver } from "./head-description.ts";
import { partedMessages } from "./parted-messages.ts";

/**
 * Messages with headers: text that was copied from an app, or written by a tool, in which each message's head tells its author and its moment.
 *
 *     Harbour News, [11.02.2026 10:15]
 *     The pier opens at seven.
 *
 * Digests and people write the moment under each text as well; on which side texts stand, the page shows itself (`closed-texts.ts`).
 *
 * Which shape a head has is learnt from the dump: many lines of one shape, the first of them near the top, their moments running one way.
 */
export const messages: Dialect = {
  name: "messages",
  printsOnce: false,
  shownBy: "the line with the time of each message shows where it starts or ends",
  fidelity: 60,
  recognise,
  parse,
};

/** A header and the line that it stands in. */
interface FoundHeader extends MessageHeader, LabelledFacts {
  readonly line: number;
  /** Its last line, where it is a block of labelled lines; the text that it has begins there. */
  readonly last?: number;
  /** See `HeaderBlock`. */
  readonly isLoose?: boolean;
  /** The line above it that tells the day, where the page prints one: it belongs to no message. */
  readonly dayLine?: number;
  /** The line in which the message's address stands alone. */
  readonly addressLine?: number;
  /** Where its text stands if that is over it; empty where it has none there. */
  readonly over?: TextRange | "nothing";
}

/** Heads of messages, or moments under them, and what stands on the page beside them. */
interface FoundHeaders {
  readonly headers: readonly FoundHeader[];
  /** Texts that no moment closes, where moments stand under texts. */
  readonly unclosed: readonly TextRange[];
  /** The last line of the page's head, where that is told. */
  readonly head: number;
}

/** Fewer headers of one shape are chance. */
const fewest = 2;

/** `Saved on 9 March 2026 06:30` tells when it was kept, and of no author. */
function isKeepersNote(line: string): boolean {
  return line.length <= longestNote && noteLine(0, line).kind === "captured";
}

/** No such note is longer, in UTF-16 units. */
const longestNote = 200;

/** How many lines may stand above the first header, below the channel's head: a title, a note of the tool. */
const longestTop = 12;

/** Fewer headers that no program writes so and people do not either need the first of them nearer to the top. */
const fewestLoose = 5;
const longestLooseTop = 3;

/** The least share of neighbouring moments that run the same way. */
const leastSteady = 0.9;

function headersOf(source: SourceText): FoundHeaders {
  const byShape = new Map<string, FoundHeader[]>();
  const blocks = headerBlocks(source.lines);
  const inBlocks = new Set(
    blocks.flatMap(({ line, last }) => Array.from({ length: last - line + 1 }, (_, at) => line + at)),
  );
  const take = (header: FoundHeader): void => {
    const own = byShape.get(header.shape) ?? [];
    byShape.set(header.shape, own);
    own.push(header);
  };
  // The day that was told last, and its line as long as nothing but blank lines stands below it.
  let day: LogDay | undefined;
  let above: number | undefined;
  for (const [index, text] of source.lines.entries()) {
    if (isBlank(text)) continue;
    const line = index + 1;
    const head = inBlocks.has(line) ? undefined : (messageHeader(text) ?? (day && clockHeader(text, day)));
    const own = head === undefined || isKeepersNote(text) ? undefined : head;
    if (own !== undefined) take({ ...own, line, ...(above === undefined ? {} : { dayLine: above }) });
    const told = own === undefined ? dayOfLog(text) : undefined;
    above = told === undefined ? undefined : line;
    day = told ?? day;
  }
  blocks.forEach(take);
  const [most = []] = [...byShape.values()].sort((one, other) => other.length - one.length);
  const moments = closingMoments(source.lines);
  const isMost = moments.length >= Math.max(fewest, most.length);
  // Words that lead to an address in each line are no name, over texts as well.
  const isLabelled = moments.every((moment) => moment.isLabelled);
  const isNamed = !isLabelled && most.length === moments.length && most.every(({ author }) => author !== undefined);
  const closing = isMost ? headersUnder(source, moments, isNamed) : undefined;
  if (closing !== undefined) return closing;
  const best = isMost && isLabelled ? moments : withNumbers(most);
  return { headers: isHabit(best, source) ? withAddresses(best, source) : [], unclosed: [], head: 0 };
}

/** The moments that stand under texts, where the page shows that they do; names beside them are mostly heads, so that more than the page's ends has to show it. */
function headersUnder(source: SourceText, moments: readonly FoundMoment[], isNamed: boolean): FoundHeaders | undefined {
  const lines = moments.map(({ line }) => line);
  const found = runsSteadily(moments) ? closedTexts(source.lines, lines) : undefined;
  if (found === undefined || (isNamed && found.shownBy === "ends")) return undefined;
  const isShown = found.isRuled || moments.every(({ address }, at) => (address ?? found.addresses[at]) !== undefined);
  if (!isShown && (moments.length < fewestUnder || looksLikeProgramme(source, moments, found.texts))) return undefined;
  const headers = moments.map((moment, at): FoundHeader => {
    const addressLine = found.addresses[at];
    const address = addressLine === undefined ? undefined : addressAt(source, addressLine);
    return {
      ...moment,
      ...(addressLine === undefined || address === undefined ? {} : { address, addressLine }),
      over: found.texts[at] ?? "nothing",
    };
  });
  return { headers, unclosed: found.unclosed, head: found.head };
}

/** With no ruler between posts and no address of each, fewer moments under texts may be those of events. */
const fewestUnder = 5;

/** Titles of events over their times: short, and all times are full five minutes. */
function looksLikeProgramme(source: SourceText, moments: readonly FoundMoment[], texts: ClosedTexts["texts"]): boolean {
  const isRound = moments.every(({ clock = "" }) => Number(clock.slice(3)) % 5 === 0);
  const said = texts.flatMap((text) => (text === undefined ? [] : source.lines.slice(text.first - 1, text.last)));
  return isRound && said.join("").length < shortText * moments.length;
}

/** Under shorter texts, times may be those of events; in UTF-16 units, on the mean. */
const shortText = 20;

const numberedName = /^(?<word>\D{0,20}?)(?<number>[1-9]\d{0,11})[.):]?$/u;

/** Headers whose names are one word and numbers that run one way (`Message 812`, `#813`) are of no author: they number their messages. */
function withNumbers(found: readonly FoundHeader[]): readonly FoundHeader[] {
  const parts = found.map(({ author }) => numberedName.exec(author ?? "")?.groups);
  const numbers = parts.map((own) => Number(own?.number ?? Number.NaN));
  const isOneWord = parts.every((own) => own !== undefined && own.word === parts[0]?.word);
  const runs = (way: number): boolean =>
    numbers.every((number, at) => at === 0 || way * (number - (numbers[at - 1] ?? 0)) > 0);
  if (found.length < fewest || !isOneWord || !(runs(1) || runs(-1))) return found;
  return found.map(({ author: _, ...header }, at) => ({ ...header, number: numbers[at] ?? 0 }));
}

/** The least share of messages whose addresses stand at one place, so that they are the messages' own. */
const leastAddressed = 0.9;

/** Headers with the addresses of their messages, where these stand alone over the headers, under them, or at the ends of the messages. */
function withAddresses(found: readonly FoundHeader[], source: SourceText): readonly FoundHeader[] {
  const lastOf = (at: number): number => {
    let line = lastLineOf(source, found[at + 1]);
    while (line > 0 && isBlank(lineAt(source, line))) line -= 1;
    return line;
  };
  const places = [
    ({ line }: FoundHeader) => line - 1,
    ({ line, last = line }: FoundHeader) => last + 1,
    (_: FoundHeader, at: number) => lastOf(at),
  ];
  for (const place of places) {
    const addresses = found.map((header, at) => addressAt(source, place(header, at)));
    const channels = new Set(addresses.flatMap((address) => address?.channel ?? []));
    const count = addresses.filter((address) => address !== undefined).length;
    if (channels.size !== 1 || count < found.length * leastAddressed) continue;
    return found.map((header, at): FoundHeader => {
      const address = addresses[at];
      return address === undefined ? header : { ...header, address, addressLine: place(header, at) };
    });
  }
  return found;
}

function addressAt(source: SourceText, line: number): PostAddress | undefined {
  const text = source.lines[line - 1];
  return text === undefined ? undefined : postAddress(text);
}

/** The first line of a message: its header, or its address or text above that. */
function firstLineOf({ line, addressLine = line, over }: FoundHeader): number {
  return Math.min(line, addressLine, over === undefined || over === "nothing" ? line : over.first);
}

function isHabit(found: readonly FoundHeader[], source: SourceText): boolean {
  const [first] = found;
  if (first === undefined) return false;
  if (found.length < fewest) return isAlone(first, source);
  const top = headOver(source)?.last ?? 0;
  const above = source.lines.slice(Math.min(top, first.line - 1), first.line - 1).filter((line) => !isBlank(line));
  // A line or two that end in a moment stand in texts as well.
  const most = found.length < fewestLoose && !isExplicit(first, source) ? longestLooseTop : longestTop;
  if (above.length > most) return false;
  if (isBareMoment(first) && !standsOver(found, source)) return false;
  if (first.isLoose === true && !source.lines.slice(0, first.line - 1).every(isEmptyLine)) return false;
  if (!runsSteadily(found)) return false;
  // Names recur, or there is none: a line of text that ends in a day and a time has ever new words before it.
  const names = new Set(found.map(({ author }) => author ?? ""));
  if (names.size > 1 && names.size > found.length * 0.8) return false;
  return true;
}

/** Whether the moments of headers are days of the calendar and run one way. */
function runsSteadily(found: readonly MessageHeader[]): boolean {
  const { order } = orderOf(found);
  const days = found.map(({ numbers }) => dayIn(numbers, order));
  if (days.filter((day) => day === undefined).length > found.length * (1 - leastSteady)) return false;
  return steadiness(found, order).share >= leastSteady;
}

function isEmptyLine(line: string): boolean {
  return isBlank(line) || isRulerLine(line);
}

/** The least share of bare moments that stand right over a text and below a blank line. */
const leastOver = 0.8;

/** Whether bare moments head what stands below them: the text begins with one, or blank lines part them from what stands above, not from what follows. */
function standsOver(found: readonly FoundHeader[], source: SourceText): boolean {
  const isEmpty = (line: number): boolean =>
    isEmptyLine(source.lines[line - 1] ?? "") || addressAt(source, line) !== undefined;
  const isRuler = (line: number): boolean => isRulerLine(source.lines[line - 1] ?? "");
  if (source.lines.slice(0, (found[0]?.line ?? 1) - 1).every((_, at) => isEmpty(at + 1))) return true;
  // A ruler is no text: only where it stands on both sides, the text may be below it.
  const isOver = ({ line }: FoundHeader): boolean =>
    isEmpty(line - 1) && !isEmpty(isRuler(line - 1) && isRuler(line + 1) ? line + 2 : line + 1);
  return found.filter(isOver).length >= found.length * leastOver;
}

/** `Name, [moment]` or `[moment] Name: text`, as apps write it, at the top of a text: one message was copied. */
const explicit = /^(?:[^[\]]+, \[[^\]]+\]|\[[^\]]+\] [^[\]]+: .*)$/u;

function isExplicit({ line }: Pick<FoundHeader, "line">, source: SourceText): boolean {
  return explicit.test(lineAt(source, line).trim());
}

function isAlone({ line, numbers, author }: FoundHeader, source: SourceText): boolean {
  const above = source.lines.slice(0, line - 1);
  if (author === undefined || !above.every(isBlank) || !isExplicit({ line }, source)) return false;
  return (["day-month-year", "month-day-year", "year-month-day"] as const).some(
    (order) => dayIn(numbers, order) !== undefined,
  );
}

function recognise(source: SourceText): Recognition {
  const { headers } = headersOf(source);
  const [first] = headers;
  if (first === undefined) return { lines: 0, evidence: "no lines that head messages" };
  const top = headOver(source)?.last ?? 0;
  const from = top > 0 && top < firstLineOf(first) ? 1 : firstLineOf(first);
  return {
    lines: source.lines.length - from + 2,
    evidence: `${headers.length} lines with author and time, such as “${lineAt(source, first.line).trim().slice(0, 60)}”`,
  };
}

function parse(source: SourceText, hints: Hints): Parsed {
  const { headers, unclosed, head } = headersOf(source);
  const headed = joined(withoutTitle(headers, source, hints), hints);
  const lasts = lastLines(source, headed);
  const tails = tailsOf(source, headed, lasts);
  const found = headed.map((header, index): FoundHeader => ({ ...header, ...tails[index]?.facts }));
  const { order, settledBy } = orderOf(found);
  const authors = new Map<string, number>();
  for (const { author } of found) if (author !== undefined) authors.set(author, (authors.get(author) ?? 0) + 1);
  const alone = authors.size === 1 ? [...authors.keys()][0] : undefined;
  const omitted = omittedWords(source, found);
  const underlined = found.filter(({ line }) => isRulerLine(source.lines[line] ?? ""));
  const isUnderlined = found[0] !== undefined && isBareMoment(found[0]) && underlined.length * 2 > found.length;
  const closed = found.map((header, index) => {
    const draft = draftOf(source, header, {
      last: lasts[index] ?? header.line,
      tail: tails[index]?.first ?? Number.POSITIVE_INFINITY,
      order,
      isOpen: settledBy === undefined,
      isSigned: alone === undefined,
      omitted,
      isUnderlined,
    });
    return { draft, head: header.line };
  });
  const open = unclosed.map((range) => unclosedDraft(source, range));
  const parted = partedMessages(
    source,
    [...closed, ...open.map((draft) => ({ draft }))],
    new Set([...hints.start].filter((line) => hints.inferred?.has(line) !== true)),
    new Set(found.flatMap(({ dayLine }) => dayLine ?? [])),
  );
  const findings: Finding[] =
    settledBy === undefined && found.length > 0
      ? [{ rule: "messages/day-or-month", line: found[0]?.line ?? 1, reason: openReason(found, order) }]
      : [];
  return {
    drafts: parted.drafts,
    order: steadiness(found, order).way,
    findings: [
      ...findings,
      ...open.filter((draft) => !hints.start.has(firstOf(draft))).map(unclosedFinding),
      ...aboveFindings(source, parted.drafts),
      ...parted.unused.map(unusedFinding),
    ],
    ...channelOf(found, alone ?? titleIn(source, head, found)),
  };
}

/** Headers of which the first one's text, where that is over it, opens neither with a page's head nor with the channel's name as a person gives it. */
function withoutTitle(
  headers: readonly FoundHeader[],
  source: SourceText,
  { names = [] }: Hints,
): readonly FoundHeader[] {
  const [first, ...others] = headers;
  if (first?.over === undefined || first.over === "nothing") return headers;
  const keys = new Set(names.map(nameKey));
  const top = headOver(source)?.last ?? 0;
  let from = top < first.over.last ? Math.max(first.over.first, top + 1) : first.over.first;
  // What stands right under the head, apart from what follows, is the channel's description.
  const blank = source.lines.findIndex((line, at) => at + 1 >= from && isBlank(line)) + 1;
  if (top > 0 && from === top + 1 && blank > from && blank < first.over.last) from = blank;
  while (from < first.over.last && (isEmptyLine(lineAt(source, from)) || keys.has(nameKey(lineAt(source, from)))))
    from += 1;
  return [{ ...first, over: { ...first.over, first: from } }, ...others];
}

/** Headers without those at which a person says that no post starts; a text over its moment takes the one before along. */
function joined(headers: readonly FoundHeader[], { join }: Hints): readonly FoundHeader[] {
  const kept: FoundHeader[] = [];
  for (const header of headers) {
    const { over } = header;
    if (over === undefined ? join.has(header.line) : over !== "nothing" && join.has(over.first)) {
      const before = over === undefined ? undefined : kept.pop();
      if (over === undefined || over === "nothing") continue;
      kept.push({ ...header, over: { ...over, first: before === undefined ? over.first : firstLineOf(before) } });
    } else kept.push(header);
  }
  return kept;
}

function firstOf({ lines: [first] }: Draft): number {
  return first?.line ?? 0;
}

/** A text on a page of moments under texts that has none: a post all the same. */
function unclosedDraft(source: SourceText, { first, last }: TextRange): Draft {
  const text = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const lines = text.flatMap((line): OwnedLine[] => (isBlank(lineAt(source, line)) ? [] : [{ line, role: "text" }]));
  return { lines, text, media: [], reactions: [], boundary: { kind: "marked" } };
}

function unclosedFinding(draft: Draft): Finding {
  const [first, last] = [firstOf(draft), draft.lines.at(-1)?.line ?? firstOf(draft)];
  const range = first === last ? `${first}` : `${first}-${last}`;
  const reason = `no time stands under this text as under the others, and it was read as a post of its own; if it belongs to no post, write boundaries: { outside: [${range}] } in the sidecar`;
  return { rule: "messages/no-moment", line: first, reason };
}

/** More text than this above the first message, in UTF-16 units, may be the end of one whose head was not copied. */
const longestTitleLines = 160;

/** Says of text above the first message, below the channel's head, that it is in no post. */
function aboveFindings(source: SourceText, drafts: readonly Draft[]): readonly Finding[] {
  const top = headOver(source)?.last ?? 0;
  const first = Math.min(...drafts.map(firstOf), source.lines.length + 1);
  const lines = source.lines.flatMap((text, at) =>
    at >= top && at < first - 1 && !isEmptyLine(text) ? [{ line: at + 1, text: text.trim() }] : [],
  );
  const [own] = lines;
  if (own === undefined || lines.map(({ text }) => text).join(" ").length <= longestTitleLines) return [];
  const range = lines.length === 1 ? `line ${own.line} stands` : `lines ${own.line}–${lines.at(-1)?.line} stand`;
  const reason = `${range} above the first message and belong${lines.length === 1 ? "s" : ""} to no post; if a post starts there, write boundaries: { start: [${own.line}] } in the sidecar`;
  return [{ rule: "messages/above", line: own.line, reason }];
}

/** Says of a line at which a person says that a post starts why none does. */
function unusedFinding(line: number): Finding {
  const reason = `no post starts at this line, which belongs to the head of a message or stands between messages: boundaries: { start: [${line}] } in the sidecar was not used; name a line of a text, or delete it`;
  return { rule: "sidecar/start", line, reason };
}

/** The channel's name in the head over the first text, where its user name, that of the posts' addresses, stands behind it: `Harbour News (@harbour)`. */
function titleIn(source: SourceText, head: number, found: readonly FoundHeader[]): string | undefined {
  const handle = found.find(({ address }) => address?.handle !== undefined)?.address?.handle?.toLowerCase();
  for (const line of source.lines.slice(0, head)) {
    const told = line.length > longestTitle ? undefined : titled.exec(line.trim())?.groups;
    if (told !== undefined && told.handle?.toLowerCase() === handle) return told.name;
  }
  return undefined;
}

/** No title is longer, in UTF-16 units. */
const longestTitle = 160;
const titled = /^(?<name>\S.*\S)\s[([]?@(?<handle>\w{4,32})[)\]]?$/u;

/** The channel as the one author and the addresses of the messages name it. */
function channelOf(found: readonly FoundHeader[], author: string | undefined): Pick<Parsed, "channel"> {
  const handle = found.find(({ address }) => address?.handle !== undefined)?.address?.handle;
  const channels = new Set(found.flatMap(({ channel }) => channel ?? []));
  const name = (channels.size === 1 ? [...channels][0] : undefined) ?? author ?? handle;
  return name === undefined ? {} : { channel: { name, ...(handle === undefined ? {} : { handle }) } };
}

/** The last line of each message; rulers between messages, where most have one, are of none. */
function lastLines(source: SourceText, found: readonly FoundHeader[]): readonly number[] {
  const lasts = found.map(({ over, line }, index) =>
    over === undefined ? lastLineOf(source, found[index + 1]) : over === "nothing" ? line : over.last,
  );
  if (found.some(({ over }) => over !== undefined)) return lasts;
  const above = lasts.map((last) => {
    let line = last;
    while (line > 0 && isBlank(lineAt(source, line))) line -= 1;
    return line > 0 && isRulerLine(lineAt(source, line)) ? line - 1 : undefined;
  });
  const between = above.slice(0, -1);
  const isHabitual = between.filter((line) => line !== undefined).length > between.length / 2;
  return isHabitual ? lasts.map((last, index) => above[index] ?? last) : lasts;
}

/** The labelled lines at the ends of messages whose heads are blocks, of the labels that stand under half of them or more. */
function tailsOf(
  source: SourceText,
  found: readonly FoundHeader[],
  lasts: readonly number[],
): readonly (LabelledTail | undefined)[] {
  const tailAt = (index: number, only?: ReadonlySet<string>): LabelledTail | undefined => {
    const { last } = found[index] ?? {};
    return last === undefined ? undefined : labelledTail(source.lines, last + 1, lasts[index] ?? last, only);
  };
  const counts = new Map<string, number>();
  for (const index of found.keys())
    for (const label of new Set(tailAt(index)?.parts.map((part) => part.label)))
      counts.set(label, (counts.get(label) ?? 0) + 1);
  const usual = new Set([...counts].flatMap(([label, count]) => (count * 2 >= found.length ? [label] : [])));
  return found.map((_, index) => tailAt(index, usual));
}

/** The last line of a message that another follows, or none. */
function lastLineOf(source: SourceText, next: FoundHeader | undefined): number {
  return (next === undefined ? source.lines.length + 1 : (next.dayLine ?? firstLineOf(next))) - 1;
}

function openReason(found: readonly FoundHeader[], order: NumberOrder): string {
  const taken = order === "day-month-year" ? "the day first" : "the month first";
  return `“${found[0]?.printed}” could have the day or the month first, and no other header settles it; it was read with ${taken}, and the range of each post holds both days; to settle it, correct the date in a post's file`;
}

/**
 * Whether day or month stands first: the year where it has four figures in front, else the dots, which stand behind days, else a number above 12, else the order in which moments run, else
 * what writers of such signs do (a slash beside a 12-hour clock: month first).
 */
function orderOf(found: readonly MessageHeader[]): { readonly order: NumberOrder; readonly settledBy?: string } {
  if (found.some(({ named }) => named)) return { order: "day-month-year", settledBy: "the month's name" };
  if (found.some(({ numbers: [one] }) => one > 31)) return { order: "year-month-day", settledBy: "the year" };
  if (found.every(({ shape, numbers: [, two] }) => two <= 12 && shape.split("/").includes(".")))
    return { order: "day-month-year", settledBy: "the dots" };
  const dayFirst = found.some(({ numbers: [one] }) => one > 12);
  const monthFirst = found.some(({ numbers: [, two] }) => two > 12);
  if (dayFirst !== monthFirst)
    return { order: dayFirst ? "day-month-year" : "month-day-year", settledBy: "a number above 12" };
  const one = steadiness(found, "day-month-year");
  const other = steadiness(found, "month-day-year");
  if (one.days > 1 && Math.abs(one.share - other.share) > 0.02)
    return {
      order: one.share > other.share ? "day-month-year" : "month-day-year",
      settledBy: "the order of the messages",
    };
  // One reading lets the messages lie within weeks, the other spreads them over the months of a year, each on one day.
  if (one.days > 2 && other.days > 2 && Math.max(one.span, other.span) > 6 * Math.min(one.span, other.span))
    return {
      order: one.span < other.span ? "day-month-year" : "month-day-year",
      settledBy: "the days between messages",
    };
  const slashed = found.some(({ shape }) => shape.includes("///"));
  return { order: slashed && found.some(({ halved }) => halved) ? "month-day-year" : "day-month-year" };
}

/** Which way the moments run, the share of neighbours that do, how many days there are, and from the first to the last, in days. */
function steadiness(found: readonly MessageHeader[], order: NumberOrder) {
  const moments = found.flatMap(({ numbers, clock }) => {
    const day = dayIn(numbers, order);
    return day === undefined ? [] : [`${day} ${clock ?? ""}`];
  });
  let up = 0;
  let down = 0;
  for (const [index, moment] of moments.entries()) {
    const before = moments[index - 1];
    if (before === undefined || before === moment) continue;
    if (before < moment) up += 1;
    else down += 1;
  }
  const days = new Set(moments.map((moment) => moment.slice(0, 10)));
  const sorted = [...days].sort();
  const span = (Date.parse(sorted.at(-1) ?? "") - Date.parse(sorted[0] ?? "")) / 86_400_000;
  const way = down > up ? ("newest-first" as const) : ("oldest-first" as const);
  const share =
    moments.length < found.length ? moments.length / found.length / 2 : Math.max(up, down) / Math.max(1, up + down);
  return { way, share, days: days.size, span };
}

/** What apps print in brackets under a header about the message, in the languages in which that was seen. */
const replyWords =
  /^\[\s?(?:In reply to|В ответ на|У відповідь на|Als Antwort auf|En respuesta a|En réponse à|In risposta a|Em resposta a|回复|回覆)\s(?<name>.+?)\s?\]$/iu;
const forwardWords = new RegExp(`^\\[\\s?(?:Forwarded from\\s|${wordsBeforeName})\\s*(?<name>\\S.*?)\\s?\\]$`, "iu");
/**
 * `[ Photo ]`: a bracket with blanks inside names what the text could not take along; so do angle brackets, and a direction mark that no one types:
 * `<Media omitted>`, `\u200Eimage omitted`.
 */
const mediaWords = /^(?:\[ (?<kind>[^\]]{1,40}) \]|\u200E?<(?<omitted>[^<>]{3,60})>|\u200E(?<marked>.{3,40}))$/u;

/** Words in angle brackets that are the whole of several messages: an app's, in whatever language. */
function omittedWords(source: SourceText, found: readonly FoundHeader[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text, last, line } of found) {
    const word = (text ?? source.lines[last ?? line] ?? "").trim();
    if (mediaWords.exec(word)?.groups?.omitted !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([word, count]) => (count < fewest ? [] : [word])));
}

const mediaKinds: readonly (readonly [RegExp, Media])[] = [
  [/photo|image|фото|foto|imagen|bild|图片|照片|사진/iu, "photo"],
  [/video|видео|відео|vidéo|视频|gif|animation/iu, "video"],
  [/voice|audio|music|голос|аудио|аудіо|语音|音频/iu, "audio"],
  [/poll|опрос|umfrage|encuesta|sondage|投票/iu, "poll"],
  [/file|document|файл|документ|datei|文件/iu, "document"],
];

/** A labelled line of a head that names a file by its type: `Attachment: pier.jpg (image/jpeg, 20 kB)`. */
const attachment = /[\s(](?<kind>image|video|audio|application|text)\/[\w.+-]+/u;

/** How a message is read: its last line, and what was settled for the whole dump. */
interface TimeReading {
  readonly last: number;
  /** The first of the labelled lines at its end; infinite where there is none. */
  readonly tail: number;
  readonly order: NumberOrder;
  /** Whether day or month may stand first. */
  readonly isOpen: boolean;
  /** Whether messages are of several authors, so that each is signed. */
  readonly isSigned: boolean;
  /** What the app writes in place of media, in brackets, all over the dump. */
  readonly omitted: ReadonlySet<string>;
  /** Whether a ruler stands right below most moments, which is then no text. */
  readonly isUnderlined: boolean;
}

function draftOf(
  source: SourceText,
  header: FoundHeader,
  { last, tail, order, isOpen, isSigned, omitted, isUnderlined }: TimeReading,
): Draft {
  const lines: OwnedLine[] = [];
  const text: number[] = [];
  const says = new Map<number, string>();
  const media: Media[] = [];
  let { forwardedFrom } = header;
  let replyTo: ReplyQuote | undefined =
    header.answers === undefined ? undefined : { author: "", excerpt: "", number: header.answers };
  const { last: headed = header.line, addressLine } = header;
  if (addressLine !== undefined && addressLine < header.line) lines.push({ line: addressLine, role: "reactions" });
  for (let line = header.line; line <= headed; line += 1) {
    if (line === headed && header.text !== undefined) continue;
    const attached = attachment.exec(lineAt(source, line))?.groups?.kind;
    lines.push({ line, role: attached === undefined ? "reactions" : "placeholder" });
    if (attached !== undefined) media.push(mediaKinds.find(([pattern]) => pattern.test(attached))?.[1] ?? "document");
  }
  const inHead = header.text === undefined ? undefined : bracketed(header.text.trim(), omitted);
  if (inHead?.kind === "media") {
    lines.push({ line: headed, role: "placeholder" });
    media.push(inHead.media);
  } else if (header.text !== undefined) {
    lines.push({ line: headed, role: "text" });
    text.push(headed);
    // Tools that keep a message to one line write its line ends as `\n`.
    says.set(headed, header.text.replaceAll("\\n", "\n"));
  }
  const { over } = header;
  if (addressLine !== undefined && over !== undefined && addressLine > header.line)
    lines.push({ line: addressLine, role: "reactions" });
  for (let line = over === undefined || over === "nothing" ? headed + 1 : over.first; line <= last; line += 1) {
    const own = lineAt(source, line);
    if (isBlank(own)) {
      if (text.length > 0) text.push(line);
      continue;
    }
    if (line === addressLine || line >= tail || (isUnderlined && line === headed + 1 && isRulerLine(own))) {
      lines.push({ line, role: "reactions" });
      continue;
    }
    const word = own.trim();
    const inBrackets = text.length === 0 ? bracketed(word, omitted) : undefined;
    if (inBrackets === undefined) {
      lines.push({ line, role: "text" });
      text.push(line);
      continue;
    }
    lines.push({ line, role: inBrackets.role });
    if (inBrackets.kind === "media") media.push(inBrackets.media);
    else if (inBrackets.kind === "reply") replyTo = { ...(replyTo ?? { excerpt: "" }), author: inBrackets.name };
    else forwardedFrom = inBrackets.name;
  }
  while (text.length > 0 && isBlank(lineAt(source, text.at(-1) ?? 0))) text.pop();
  const day = dayIn(header.numbers, order);
  const or = isOpen
    ? dayIn(header.numbers, order === "day-month-year" ? "month-day-year" : "day-month-year")
    : undefined;
  return {
    lines: over === undefined ? lines : lines.sort((one, other) => one.line - other.line),
    text,
    ...(says.size === 0 ? {} : { says }),
    ...(forwardedFrom === undefined ? {} : { forwardedFrom }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...numberOf(header),
    ...(isSigned && header.author !== undefined ? { signature: header.author } : {}),
    ...(header.clock === undefined ? {} : { clock: header.clock }),
    ...(header.views === undefined ? {} : { views: header.views }),
    ...(day === undefined ? {} : { stated: { day, printed: header.printed, ...(or === undefined ? {} : { or }) } }),
    media,
    reactions: [],
    boundary: { kind: "marked" },
  };
}

function numberOf({ number, address }: FoundHeader): Pick<Draft, "number"> {
  const told = number ?? address?.number;
  return told === undefined ? {} : { number: told };
}

type Bracketed =
  | { readonly kind: "reply" | "forward"; readonly role: "reply" | "forwarded"; readonly name: string }
  | { readonly kind: "media"; readonly role: "placeholder"; readonly media: Media };

function bracketed(word: string, omitted: ReadonlySet<string>): Bracketed | undefined {
  const reply = replyWords.exec(word)?.groups?.name;
  if (reply !== undefined) return { kind: "reply", role: "reply", name: reply };
  const forward = forwardWords.exec(word)?.groups?.name;
  if (forward !== undefined) return { kind: "forward", role: "forwarded", name: forward };
  const groups = mediaWords.exec(word)?.groups;
  const name = groups?.kind ?? groups?.omitted ?? groups?.marked;
  if (name === undefined) return undefined;
  const media = mediaKinds.find(([pattern]) => pattern.test(name))?.[1];
  // A bracket with blanks inside is the app's even where its word is unknown, and so is one that recurs or that an app is known for; others may be the author's.
  if (media === undefined && groups?.kind === undefined && !omitted.has(word) && !isOmittedMedia(name))
    return undefined;
  return { kind: "media", role: "placeholder", media: media ?? "hidden" };
}
