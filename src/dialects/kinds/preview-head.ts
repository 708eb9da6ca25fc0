import { type ChannelHead, counterIn, headFrom, shapedCounters } from "../../model/channel-head.ts";
import { isBlank, lineAt, type SourceText } from "../../read/source-text.ts";
import { nameInTitle } from "../../text/channel-title.ts";
import { handleAlone } from "../../text/telegram-address.ts";
import { leadsToApp, siteLine } from "../lines/site-lines.ts";

/** The head of a preview. */
export interface PreviewHead {
  readonly name?: string;
  readonly handle?: string;
  readonly about?: ChannelHead;
  /** Last line of the head. */
  readonly last: number;
  /** Whether a line of the page ends it, so that what the channel says of itself stands in it. */
  readonly isClosed?: true;
}

/** The head of a page: all down to `Download Telegram`, or the lines above the posts that name the channel and count what it has. */
export function previewHead(source: SourceText): PreviewHead | undefined {
  const lines = headLines(source);
  const end = lines.findIndex(({ text }) => headEnd.test(text) || leadsToApp(text));
  if (end >= 0 && isClosing(source, lines, end)) return closedHead(source, lines.slice(0, end + 1));
  return headByShape(lines) ?? headByCounter(lines);
}

/** Telegram's limit for descriptions in UTF-16 units, and what extractors may add. */
const longestDescription = 300;

/** Whether the link to Telegram's programs ends the head: over one at the end of the page, or in words of a mirror, stands no more than a description. */
function isClosing(source: SourceText, lines: readonly HeadLine[], end: number): boolean {
  const counter = lines.slice(0, end).findLastIndex(({ text }) => counterIn(text) !== undefined);
  const described = lines.slice(counter + 1, end).reduce((sum, { text }) => sum + text.length, 0);
  const last = lines[end]?.line ?? 0;
  const isLast = !source.lines.slice(last).some((text) => !isBlank(text) && siteLine(text.trim()) === undefined);
  const isTelegrams = headEnd.test(lines[end]?.text ?? "");
  if (!isLast && isTelegrams) return true;
  return described <= longestDescription && (isTelegrams || counter >= 0);
}

interface HeadLine {
  readonly line: number;
  readonly text: string;
}

const headEnd = /^(?:Download Telegram|加入频道)$/u;
const checkMark = /^[✔✅☑]\uFE0F?$/u;
const bareCount = /^\p{Nd}[\p{Nd}.,'’٬\s]*[KkMmКкМм]?$/u;

/** The title of the page that leads to a channel. */
const contact = /^Telegram: (?:Contact|View|Join) @/u;

/** How far down the head of a page can reach. */
const longestHead = 60;

/** The lines that can be of a head, without blank ones; a count with what it counts on the next line is one. */
function headLines(source: SourceText): readonly HeadLine[] {
  const lines: HeadLine[] = [];
  for (let line = 1; line <= Math.min(longestHead, source.lines.length); line += 1) {
    const text = lineAt(source, line).trim();
    if (isBlank(text)) continue;
    const above = lines.at(-1);
    const isSecond =
      above !== undefined && bareCount.test(above.text) && counterIn(`${above.text} ${text}`) !== undefined;
    if (isSecond) lines.splice(-1, 1, { line, text: `${above.text} ${text}` });
    else lines.push({ line, text });
  }
  return lines;
}

/** A head that says where it ends; what stands below its counters is the channel's description. */
function closedHead(source: SourceText, lines: readonly HeadLine[]): PreviewHead {
  const last = lines.at(-1)?.line ?? 0;
  const counters = lines.filter(({ text }) => counterIn(text) !== undefined);
  const firstCounter = counters[0];
  const from = counters.at(-1)?.line ?? last;
  const below = Array.from({ length: Math.max(0, last - from - 1) }, (_, at) => lineAt(source, from + 1 + at).trim());
  const above = firstCounter === undefined ? lines.slice(0, -1) : lines.slice(0, lines.indexOf(firstCounter));
  const names = namesIn(above);
  const again = handleBelow(lines, names);
  const said = again === undefined ? below : below.slice(Math.max(0, again.line - from));
  const told = again === undefined ? names : { ...names, handle: again.handle };
  return { ...told, ...aboutOf(counters, said), last, isClosed: true };
}

/** The user name right below the channel's name, where that stands again below the counters and nothing above them tells one. */
function handleBelow(
  lines: readonly HeadLine[],
  { name, handle }: Pick<PreviewHead, "name" | "handle">,
): { readonly line: number; readonly handle: string } | undefined {
  if (name === undefined || handle !== undefined) return undefined;
  const at = lines.findIndex(({ text }, place) => place > 0 && bareTitle(text) === name);
  const own = at < 0 ? undefined : lines[at + 1];
  const found = handleAlone(own?.text ?? "");
  return own === undefined || found === undefined ? undefined : { line: own.line, handle: found };
}

/** Most lines that a head without an end can have, blank ones aside. */
const mostLines = 12;

/*
 * Heads without an end, a letter a line: `n` user name, `c` counter whose words are known, `s` line of a counter's shape, `t` such a line right under
 * another, `k` check mark, `d` title of the page, `o` any other. Where no word of the counters is known, only a user name shows that this is a head.
 */
const headForms: readonly RegExp[] = [
  /^d?(?<name>[os])k?n(?:c+|st*)/du,
  /^d?(?<name>[os])k?(?:c+|st*)nc*/du,
  /^n(?<name>[os])k?(?:c+|st*)/du,
  /^c+(?<name>[os])k?nc*/du,
  /^n(?:c+|st*)/du,
  /^d?(?<name>[os])k?c+/du,
];

function letterOf({ line, text }: HeadLine, above: HeadLine | undefined, below: HeadLine | undefined): string {
  if (handleAlone(text) !== undefined) return "n";
  if (counterIn(text) !== undefined) return "c";
  if (checkMark.test(text)) return "k";
  if (below !== undefined && text !== below.text && bareTitle(text) === below.text) return "d";
  if (shapedCounters(text).length === 0) return "o";
  return above?.line === line - 1 && shapedCounters(above.text).length > 0 ? "t" : "s";
}

/** A head without an end, in any language and order: a line that names the channel, its user name and counters, with nothing between them. */
function headByShape(all: readonly HeadLine[]): PreviewHead | undefined {
  const lines = all.slice(0, mostLines);
  const letters = lines.map((own, at) => letterOf(own, lines[at - 1], lines[at + 1])).join("");
  const found = headForms.map((form) => form.exec(letters)).find((match) => match !== null);
  if (found === undefined || found === null) return undefined;
  const head = lines.slice(0, found[0].length);
  const name = head[found.indices?.groups?.name?.[0] ?? -1];
  const counters = head.filter((own) => own !== name && counterIn(own.text) !== undefined);
  const hasHandle = found[0].includes("n");
  // `Harbour news`, `12 photos`: without a user name, this is as well a post and its first line.
  if (!hasHandle && counterIn(counters[0]?.text ?? "")?.kind !== "subscribers") return undefined;
  return { ...namesOf(name, head), ...aboutOf(counters, []), last: head.at(-1)?.line ?? 0 };
}

/** So far down a page a head without an end can have its first counter, where other lines stand above it. */
const lowestCounter = 8;

/** A head that has lines of other kinds above its counters, such as the menu of the site. */
function headByCounter(lines: readonly HeadLine[]): PreviewHead | undefined {
  const first = lines.slice(0, lowestCounter).findIndex(({ text }) => counterIn(text)?.kind === "subscribers");
  // A page's first line can be a post that counts its readers.
  if (first < 1) return undefined;
  const behind = lines.slice(first).findIndex(({ text }) => counterIn(text) === undefined);
  const counters = behind < 0 ? lines.slice(first) : lines.slice(first, first + behind);
  const above = lines.slice(0, first);
  return { ...namesIn(above), ...aboutOf(counters, describedIn(above)), last: counters.at(-1)?.line ?? 0 };
}

/** Lines right above the counters, below the name and the user name, that speak in sentences. */
function describedIn(above: readonly HeadLine[]): readonly string[] {
  const { name } = namesIn(above);
  const names = above.findLastIndex(({ text }) => handleAlone(text) !== undefined || text === name);
  const below = above.slice(names + 1).map(({ text }) => text);
  const isSaid = below.some((text) => /[.!?…。！？]$/u.test(text) || text.split(" ").length >= fewestSaid);
  const length = below.reduce((sum, text) => sum + text.length, 0);
  return names >= 0 && isSaid && length <= longestDescription && below.every((text) => siteLine(text) === undefined)
    ? below
    : [];
}

/** Words of a line that is no button. */
const fewestSaid = 5;

/** What lines above the counters call the channel: the line over its user name, or the first of them. */
function namesIn(above: readonly HeadLine[]): Pick<PreviewHead, "name" | "handle"> {
  const at = above.findIndex(({ text }) => handleAlone(text) !== undefined);
  const isName = ({ text }: HeadLine): boolean =>
    !checkMark.test(text) && handleAlone(text) === undefined && !contact.test(text);
  // Below the menu of a site, the name stands right over the counters.
  const own = above.filter(({ text }) => siteLine(text) === undefined);
  const top = own.length < above.length ? own.findLast(isName) : undefined;
  return namesOf((at > 0 ? above.slice(0, at).findLast(isName) : undefined) ?? top ?? above.find(isName), above);
}

function namesOf(name: HeadLine | undefined, lines: readonly HeadLine[]): Pick<PreviewHead, "name" | "handle"> {
  const title = bareTitle(name?.text ?? "");
  const { bare, beside } = nameBeside(nameInTitle(title) ?? title);
  const handle = lines.map(({ text }) => handleAlone(text)).find((own) => own !== undefined) ?? beside;
  return {
    ...(name === undefined ? {} : { name: bare }),
    ...(handle === undefined ? {} : { handle }),
  };
}

/** A name and the user name that stands in brackets behind it: `Harbour News (@harbournews)`. */
function nameBeside(title: string): { readonly bare: string; readonly beside?: string } {
  const { bare = "", inside = "" } =
    /^(?<bare>[^()[\]]{1,120}?) ?[([](?<inside>[^()[\]]{4,60})[)\]]$/u.exec(title)?.groups ?? {};
  const beside = handleAlone(inside);
  return bare === "" || beside === undefined ? { bare: title } : { bare, beside };
}

/** A page's title without the name of the site. */
function bareTitle(text: string): string {
  return text.replace(/ [–|-] Telegram$/u, "");
}

function aboutOf(counters: readonly HeadLine[], description: readonly string[]): Pick<PreviewHead, "about"> {
  const about = headFrom(
    counters.map(({ text }) => text),
    description,
  );
  return about === undefined ? {} : { about };
}
