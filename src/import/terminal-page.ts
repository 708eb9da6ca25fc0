import type { Parsed } from "../dialects/kinds/dialect.ts";
import type { Draft } from "../model/draft.ts";
import { isBlank, type SourceText } from "../read/source-text.ts";
import { handleAlone, telegramAddressIn } from "../text/telegram-address.ts";

/** A page as a browser in a terminal printed it, without what that browser added. */
export interface TerminalPage {
  /** The page's own lines, under their numbers; those of the list of links are blank. */
  readonly page: SourceText;
  /** By line, the post that its clock time leads to. */
  readonly addresses: ReadonlyMap<number, PostLink>;
}

interface PostLink {
  readonly handle: string;
  readonly number: number;
}

/** Fewer markers are an author's own. */
const fewestMarkers = 5;

/** The least share of the links in a list, down to the last marked one, that have their markers on the page. */
const leastMarked = 0.8;

/** The least share of markers that stand right before a word: an author's notes stand behind one. */
const leastBefore = 0.7;

/** The least indentation of a whole page that is none of its authors'. */
const leastIndent = 2;

/** How far lynx, links and elinks indent a page. */
const usualIndent = 3;

/**
 * Takes off what a browser in a terminal added to a page (`lynx -dump`, `w3m`, `links`): the indentation of all lines, and, where the list of links at
 * the end proves them, the markers of links, with that list. Other dumps stay as they are.
 *
 *        The pier opens at [3]seven.
 *        1.2K views[4]10:15
 *     References
 *        4. https://t.me/harbour/812
 */
export function terminalPage(source: SourceText): TerminalPage {
  const list = linksAtEnd(source.lines);
  const body = source.lines.slice(0, list?.from ?? source.lines.length);
  const markers = list === undefined ? undefined : markersIn(body, list.targets);
  const bare = markers === undefined ? source.lines : body.map((line, at) => withoutMarkers(line, markers.get(at)));
  const pictures = picturesOver(bare);
  const indent = indentOf(bare);
  if (markers === undefined && pictures.size === 0 && indent < leastIndent)
    return { page: source, addresses: new Map() };
  const lines = source.lines.map((_, at) =>
    pictures.has(at) ? "" : (bare[at] ?? "").slice(indent < leastIndent ? 0 : indent),
  );
  const addresses = new Map<number, PostLink>();
  for (const [at, found] of markers ?? []) {
    const link = found.map(({ to, target }) => linkOf(body[at]?.slice(to) ?? "", target)).find((one) => one);
    if (link !== undefined) addresses.set(at + 1, link);
  }
  const isBroken = markers !== undefined || pictures.size > 0 || indent === usualIndent;
  return { page: { ...source, lines, ...(isBroken ? { brokenByTerminal: true } : {}) }, addresses };
}

/** Posts with the numbers to which the clock times below them lead, where these are of one channel and run one way. */
export function withLinkedNumbers({ drafts, channel, ...parsed }: Parsed, { addresses }: TerminalPage): Parsed {
  const links = drafts.map(({ lines }) => lines.flatMap(({ line }) => addresses.get(line) ?? []));
  const all = links.flat();
  const [first] = all;
  const steps = all.slice(1).map(({ number }, at) => number - (all[at]?.number ?? 0));
  const isSure =
    first !== undefined &&
    (channel?.handle === undefined || channel.handle.toLowerCase() === first.handle.toLowerCase()) &&
    all.every(({ handle }) => handle === first.handle) &&
    (steps.every((step) => step >= 0) || steps.every((step) => step <= 0)) &&
    links.every((own) => own.length < 2);
  if (!isSure) return { ...parsed, drafts, ...(channel === undefined ? {} : { channel }) };
  const numbers = all.map(({ number }) => number);
  const twice = new Set(numbers.filter((number, at) => number === numbers[at - 1]));
  const numbered = drafts.map((draft, at): Draft => {
    const number = links[at]?.[0]?.number;
    return number === undefined || draft.number !== undefined || twice.has(number) ? draft : { ...draft, number };
  });
  return { ...parsed, drafts: numbered, channel: { name: `@${first.handle}`, handle: first.handle, ...channel } };
}

interface LinkList {
  /** The place of its first line, its heading included. */
  readonly from: number;
  readonly targets: ReadonlyMap<number, string>;
}

/** `   4. https://t.me/harbour/812`, `[4] https://t.me/harbour/812` */
const listed = /^\s*(?:\[(?<one>\d{1,5})\]|(?<other>\d{1,5})\.)\s+(?<target>[a-z][a-z\d+.-]{1,20}:\S+)\s*$/iu;

/** `References`, `Visible links:` */
const heading = /^\s*\p{L}[\p{L}\p{M}' ]{1,30}:?\s*$/u;

/** The list of links that ends a page, numbered upwards from 1, under a heading; that of hidden links has a heading of its own. */
function linksAtEnd(lines: readonly string[]): LinkList | undefined {
  const targets = new Map<number, string>();
  let [at, last] = [lines.length - 1, Number.POSITIVE_INFINITY];
  for (; at >= 0 && !targets.has(1); at -= 1) {
    const line = lines[at] ?? "";
    const { one, other, target = "" } = listed.exec(line)?.groups ?? {};
    const number = Number(one ?? other);
    if (number < last) {
      targets.set(number, target);
      last = number;
    } else if (!isBlank(line) && !/:\s*$/u.test(heading.exec(line)?.[0] ?? "")) return undefined;
  }
  if (!targets.has(1)) return undefined;
  let from = at + 1;
  for (let above = at; above >= 0; above -= 1) {
    const line = lines[above] ?? "";
    if (isBlank(line)) continue;
    const isHeading =
      heading.test(line) && isBlank(lines[above - 1] ?? "") && (/:\s*$/u.test(line) || /^\S+$/u.test(line));
    if (!isHeading) break;
    from = above;
    if (/^\S+$/u.test(line)) break;
  }
  return from > at ? undefined : { from, targets };
}

/** A marker in a line, and what it leads to. */
interface Marker {
  readonly from: number;
  readonly to: number;
  readonly target: string;
}

/** By place of the line, the markers that follow each other as their list does; undefined where too few do. */
function markersIn(
  body: readonly string[],
  targets: ReadonlyMap<number, string>,
): ReadonlyMap<number, readonly Marker[]> | undefined {
  const found = body.flatMap((line, at) =>
    [...line.matchAll(/\[(\d{1,5})\]/gu)].map((match) => ({
      at,
      from: match.index,
      to: match.index + match[0].length,
      number: Number(match[1]),
    })),
  );
  const places = new Map<number, number[]>();
  for (const [place, { number }] of found.entries()) {
    const own = places.get(number) ?? [];
    places.set(number, own);
    own.push(place);
  }
  const byLine = new Map<number, Marker[]>();
  let [place, count] = [-1, 0];
  for (const number of [...targets.keys()].sort((one, other) => one - other)) {
    const next = places.get(number)?.find((own) => own > place);
    const after = places.get(number + 1)?.find((own) => own > place);
    // A number that an author wrote in brackets stands anywhere.
    if (next === undefined || (after !== undefined && after < next)) continue;
    place = next;
    count += 1;
    const { at, from, to } = found[next] ?? { at: 0, from: 0, to: 0 };
    const own = byLine.get(at) ?? [];
    byLine.set(at, own);
    own.push({ from, to, target: targets.get(number) ?? "" });
  }
  // Links without words have no markers: they stand at the end of the list.
  const last = found[place]?.number ?? 0;
  const marked = [...targets.keys()].filter((number) => number <= last).length;
  const before = [...byLine].flatMap(([at, own]) =>
    own.filter(({ to }) => /^[^\s.,;:!?)\]]/u.test(body[at]?.slice(to) ?? "")),
  );
  const isProven =
    before.length >= count * leastBefore &&
    count >= fewestMarkers &&
    count >= marked * leastMarked &&
    marked >= targets.size / 2;
  return isProven ? byLine : undefined;
}

/** What a browser prints for a picture that has no words: `[IMG]`, `[1.jpg]`. */
const picture = /^\s*\[[^\][\n]{1,80}\]\s*$/u;

/** No name of a channel is longer, in UTF-16 units. */
const longestName = 64;

/** How far down a page its name can stand for the first time. */
const lowestName = 20;

/** `[IMG]`, `[x.jpg]` */
const bareWord = /^\s*\[[\p{L}\p{N}_.-]{1,60}\]\s*$/u;

/** Fewer pictures over one line are chance. */
const fewestPictures = 3;

/**
 * The places of what a browser prints for the channel's picture: one word in brackets that recurs, always over one and the same line, the name that
 * stands in the page's head, too, also with the picture over it. An author's own words in brackets stand over what closes a post, and no head has that.
 */
function picturesOver(lines: readonly string[]): ReadonlySet<number> {
  const found = new Map<string, { readonly places: number[]; readonly over: Set<string> }>();
  let above: { readonly places: number[]; readonly over: Set<string> } | undefined;
  for (const [at, line] of lines.entries()) {
    if (isBlank(line)) continue;
    above?.over.add(line.trim());
    above = undefined;
    if (!bareWord.test(line)) continue;
    above = found.get(line.trim()) ?? { places: [], over: new Set() };
    found.set(line.trim(), above);
    above.places.push(at);
  }
  const recurring = [...found.values()].filter(({ places, over }) => {
    const [name = "", another] = over;
    const isName = another === undefined && name !== "" && name.length <= longestName;
    if (!isName || places.length < fewestPictures) return false;
    const [first = 0] = places;
    const head = lines.slice(0, Math.min(first, lowestName));
    return head.some((line) => line.trim() === name) || (first <= lowestName && opensPage(lines, first, name));
  });
  return new Set(recurring.flatMap(({ places }) => places));
}

/**
 * Whether a picture stands over the name in a page's head, with the user name or a number of readers below, or over the first post of a page without
 * a head: nothing stands above that, and the page ends with another line than the one below each picture.
 */
function opensPage(lines: readonly string[], at: number, name: string): boolean {
  const says = (line: string): boolean => !isBlank(line);
  const below =
    lines
      .slice(at + 1, at + 1 + longestHead)
      .filter(says)[1]
      ?.trim() ?? "";
  if (handleAlone(below) !== undefined || countedWords.test(below)) return true;
  return !lines.slice(0, at).some(says) && lines.findLast(says)?.trim() !== name;
}

/** `48.2K subscribers` */
const countedWords = /^\p{Nd}[\p{Nd}.,\s]*\p{L}/u;

/** Lines of a head from its picture to what stands below its name, blank ones too. */
const longestHead = 6;

function withoutMarkers(line: string, markers: readonly Marker[] = []): string {
  let [own, from] = ["", 0];
  for (const marker of markers) {
    own += line.slice(from, marker.from);
    from = marker.to;
  }
  own += line.slice(from);
  return markers.length > 0 && picture.test(own) ? "" : own;
}

/** The post that a clock time right behind a marker leads to. */
function linkOf(behind: string, target: string): PostLink | undefined {
  if (!/^\s*\p{Nd}{1,2}[:.]\p{Nd}{2}(?:\s?[AP]M)?\s*$/iu.test(behind)) return undefined;
  const { handle, number } = telegramAddressIn(target) ?? {};
  return handle === undefined || number === undefined ? undefined : { handle, number };
}

/** How many blanks all lines with text start with. */
function indentOf(lines: readonly string[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const line of lines) if (!isBlank(line)) least = Math.min(least, line.length - line.trimStart().length);
  return Number.isFinite(least) ? least : 0;
}
