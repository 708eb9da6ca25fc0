import type { Views } from "../../model/post.ts";
import { type HeadingDay, runOfMoments } from "../../text/heading-day.ts";
import { nameKey } from "../../text/name-key.ts";
import { inFigures, undirected } from "../../text/printed-count.ts";
import { handleAlone } from "../../text/telegram-address.ts";
import { noteLine } from "./capture-note-lines.ts";
import { type FooterReader, footerReader } from "./metadata-lines.ts";
import { footerWords } from "./metadata-words.ts";
import { addressBeside, type PostAddress, postAddress } from "./post-addresses.ts";
import { headLine } from "./post-heads.ts";
import { isRulerLine } from "./rulers.ts";
import { numberBesideWords, sharedButtons } from "./share-bars.ts";
import { beginsWithApp, namesTelegram, siteLine } from "./site-lines.ts";
import type { Token } from "./tokens.ts";

/** What a site prints over one post, and what it prints under it. */
export interface SiteHead {
  /** Places of its first token and of its last. */
  readonly first: number;
  readonly last: number;
  /** The first place of the lines that close the post, and the one behind the last of them; the same where it has none. */
  readonly tail: number;
  readonly end: number;
  /** The day as it is printed, and what it says. */
  readonly printed: string;
  readonly day: HeadingDay;
  /** `HH:MM`. */
  readonly clock?: string;
  readonly views?: Views;
  readonly address?: PostAddress;
}

/** The heads of a page's posts, and the name that stands in each. */
export interface SiteHeads {
  readonly heads: readonly SiteHead[];
  readonly name?: string;
  readonly handle?: string;
  /** Whether lines stand over posts, or under them, beside the one that tells the moment and the address of the post. */
  readonly isRich: boolean;
}

/** Fewer heads are chance; of moments without anything beside them more are needed. */
const fewest = { beside: 3, alone: 4 } as const;

/** The least share of heads that have a line, or a blank line above. */
const nearlyAll = 0.8;
const leastParted = 0.9;

/** Lines on either side of a moment that can be of its head, and lines that can close a post. */
const mostLines = 5;

/** No line of a head is longer, in UTF-16 units. */
const longestLine = 160;

/** How many lines may stand above the first head: a page's own head, a title, what a cut left of a post. */
const longestTop = 40;

/**
 * The heads over the posts of a page as sites print them, learnt from the page: over each post stands a line with its day, mostly with its time, running
 * one way, and right above or below it lines that are ever the same or ever of one kind: the channel's name, buttons, the post's address, its views.
 * Those that close each post are learnt alike.
 *
 *     Harbour News
 *     ^^^^^^^^^^^^ the same over every post
 *     12 Feb, 14:05
 *     ^^^^^^^^^^^^^ a day with its time
 *     Open in Telegram  Share  Report
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the same again, in words that are known
 *     The pier opens at seven.
 *     1.2K views
 *     ^^^^^^^^^^ under every post
 *
 * An author begins posts with a line that recurs, too: below the moment, lines of unknown words are of the head only if a blank line parts them from the
 * text. Moments that close texts, and those over which names change, are none. `undefined` where a page has no such heads.
 */
export function siteHeads(tokens: readonly Token[]): SiteHeads | undefined {
  const moments = momentsIn(tokens);
  if (moments.length < fewest.beside) return undefined;
  const page: Page = { tokens, moments, places: new Set(moments.map(({ at }) => at)) };
  const above = learnt(page, -1);
  const below = learnt(page, 1);
  const blocks = moments.map(({ at }) => ({
    first: at - reach(page, at, -1, above),
    last: at + reach(page, at, 1, below),
  }));
  const isBare = blocks.every(({ first, last }) => first === last) && moments.every(({ name }) => name === undefined);
  if (isBare && (moments.length < fewest.alone || moments.every(isFullFive))) return undefined;
  if (!standOver(page, blocks)) return undefined;
  const closing = learntClosing(page, blocks);
  if (closing.length === 0 && !tellsSite(page, blocks)) return undefined;
  const heads = moments.map(({ at, name: _, ...told }, place): SiteHead => {
    const { first, last } = blocks[place] ?? { first: at, last: at };
    const end = blocks[place + 1]?.first ?? endOf(tokens, last, closing, moments.length);
    const tail = end - tailLength(tokens, last, end, closing);
    return { ...told, first, last, tail, end, ...toldBeside(tokens, [first, last + 1], [tail, end], told) };
  });
  const name = nameIn(page, blocks);
  const handle = handleOf(tokens, heads);
  const beside = heads.flatMap(({ first, last, tail, end }) => [
    ...tokens.slice(first, last + 1),
    ...tokens.slice(tail, end),
  ]);
  return {
    heads,
    isRich: beside.filter(({ text }) => postAddress(text) === undefined && !isRulerLine(text)).length > heads.length,
    ...(name === undefined ? {} : { name }),
    ...(handle === undefined ? {} : { handle }),
  };
}

/**
 * Whether heads are a site's: they tell times of day or hold nothing but addresses, views, buttons, and what the page says above them as well. An author
 * begins posts with a title and a day as well, `Prayer times` over `Monday, 3 August`.
 */
function tellsSite({ tokens, moments }: Page, blocks: readonly Block[]): boolean {
  if (moments.some(({ clock }) => clock !== undefined)) return true;
  const top = new Set(tokens.slice(0, blocks[0]?.first ?? 0).map(({ key }) => key));
  const days = new Set(moments.map(({ at }) => tokens[at]));
  const lines = blocks.flatMap(({ first, last }) => tokens.slice(first, last + 1)).filter((token) => !days.has(token));
  const isKnown = (token: Token): boolean =>
    classOf(token)?.startsWith("=") === false || isButton(token.text) || handleAlone(token.text.trim()) !== undefined;
  return lines.length > 0 && lines.every((token) => isKnown(token) || top.has(token.key));
}

/** Whether a moment is a full five minutes: when all of a page are, they may be of events. */
function isFullFive({ clock = "" }: Moment): boolean {
  return Number(clock.slice(-1)) % 5 === 0;
}

/** A line that tells the moment of a post. */
interface Moment {
  readonly at: number;
  readonly name?: string;
  readonly printed: string;
  readonly day: HeadingDay;
  readonly clock?: string;
  readonly views?: Views;
  readonly address?: PostAddress;
}

interface Page {
  readonly tokens: readonly Token[];
  readonly moments: readonly Moment[];
  readonly places: ReadonlySet<number>;
}

interface Block {
  readonly first: number;
  readonly last: number;
}

const reader: FooterReader = footerReader(footerWords);

/** The lines of one shape that tell moments running one way, with one name beside each or none; empty where names change, or there are too few. */
function momentsIn(tokens: readonly Token[]): readonly Moment[] {
  const byShape = new Map<string, Moment[]>();
  for (const [at, token] of tokens.entries()) {
    const moment = token.kind === "text" && token.mark === undefined ? momentOf(token.text, at) : undefined;
    if (moment === undefined) continue;
    const shape = [moment.day.kind === "day" ? moment.day.shape : "near", moment.clock === undefined].join();
    const own = byShape.get(shape) ?? [];
    byShape.set(shape, own);
    own.push(moment);
  }
  const near = byShape.get(["near", false].join()) ?? [];
  byShape.delete(["near", false].join());
  const [most = []] = [...byShape.values()].sort((one, other) => other.length - one.length);
  const all = [...most, ...(most[0]?.clock === undefined ? [] : near)].sort((one, other) => one.at - other.at);
  const names = new Map<string, Moment[]>();
  for (const moment of all) {
    const key = nameKey(moment.name ?? "");
    const same = names.get(key) ?? [];
    names.set(key, same);
    same.push(moment);
  }
  const [own = []] = [...names.values()].sort((one, other) => other.length - one.length);
  if (own.length < fewest.beside || own.length < all.length * leastParted) return [];
  const dated = own.flatMap(({ day, clock = "" }) => (day.kind === "day" ? [{ day, clock }] : []));
  return dated.length > 0 && runOfMoments(dated) !== undefined ? own : [];
}

function momentOf(line: string, at: number): Moment | undefined {
  if (line.length > longestLine || !/\p{Nd}/u.test(line)) return undefined;
  const beside = addressBeside(line);
  const rest = (beside?.rest ?? line).trim().replace(ornament, "");
  const { name, printed, day, clock, views } = headLine(rest);
  if (printed === undefined || day === undefined) return undefined;
  // `When: 2 March 2026 19:00` is a value, `Saved on 9 March 2026 06:30` tells when it was kept, and a day beside words is an author's.
  if (name !== undefined && (clock === undefined || rest.includes(`${name}:`) || rest.includes(`${name}：`)))
    return undefined;
  if (/\p{L}/u.test(rest) && noteLine(0, rest).kind === "captured") return undefined;
  const counted = name === undefined || !reader.namesViews(name) ? undefined : reader.viewsOf(name);
  const seen = views ?? counted;
  return {
    at,
    printed,
    day,
    ...(name === undefined || counted !== undefined ? {} : { name }),
    ...(clock === undefined ? {} : { clock }),
    ...(seen === undefined ? {} : { views: seen }),
    ...(beside === undefined ? {} : { address: beside.address }),
  };
}

/** A picture of a calendar or clock before a moment, and other signs. */
const ornament = /^(?:\p{So}\uFE0F?\s*|[\p{Pd}|•·]\s+){1,3}(?=[\p{L}\p{Nd}])/u;

/** What a line beside a moment is to the page, of lines that can be the same over every post: its words, or a kind of line whose words change. */
function classOf({ text, key, mark }: Token): string | undefined {
  if (text.length > longestLine || isRulerLine(text)) return undefined;
  if (mark !== undefined) return `=${key}`;
  const address = postAddress(text) ?? addressBeside(text)?.address;
  if (address !== undefined) return `@${address.channel}`;
  if (viewsIn(text) !== undefined) return "views";
  return `=${key}`;
}

/** The views that a line tells, with a word or an eye that says so. */
function viewsIn(text: string): Views | undefined {
  return reader.namesViews(text) ? reader.viewsOf(text) : undefined;
}

/** The classes of the lines that stand on one side of nearly all moments, nearest first taken. */
function learnt(page: Page, way: 1 | -1): ReadonlySet<string> {
  const known = new Set<string>();
  for (let step = 0; step < mostLines; step += 1) {
    const counts = new Map<string, number[]>();
    for (const [place, { at }] of page.moments.entries()) {
      const next = at + way * (reach(page, at, way, known) + 1);
      const token = page.tokens[next];
      const own = token === undefined || page.places.has(next) ? undefined : classOf(token);
      if (own === undefined) continue;
      const places = counts.get(own) ?? [];
      counts.set(own, places);
      places.push(place);
    }
    const [best] = [...counts].sort(([, one], [, other]) => other.length - one.length);
    if (best === undefined || best[1].length < page.moments.length * nearlyAll) break;
    if (!isOfHead(page, best[0], best[1], way, known)) break;
    known.add(best[0]);
  }
  return known;
}

/** How many lines on one side of a moment are of classes that are known, each once. */
function reach({ tokens, places }: Page, at: number, way: 1 | -1, known: ReadonlySet<string>): number {
  if (known.size === 0) return 0;
  const seen = new Set<string>();
  let count = 0;
  for (; count < mostLines; count += 1) {
    const next = at + way * (count + 1);
    const token = tokens[next];
    const own = token === undefined || places.has(next) ? undefined : classOf(token);
    if (own === undefined || !known.has(own) || seen.has(own)) break;
    seen.add(own);
  }
  return count;
}

/** Whether a line that recurs beside moments is the page's and no author's. */
function isOfHead(page: Page, own: string, found: readonly number[], way: 1 | -1, known: ReadonlySet<string>): boolean {
  const { tokens, moments } = page;
  const lines = found.map((place) => {
    const at = moments[place]?.at ?? 0;
    return at + way * (reach(page, at, way, known) + 1);
  });
  const sample = tokens[lines[0] ?? 0];
  if (sample === undefined) return false;
  if (way < 0) {
    // Over the first moment too, and not under the last text: else it closes the post above.
    const over = tokens.slice(Math.max(0, (lines[0] ?? 0) - 1), lines[0]);
    const isFirst = found[0] === 0 || over.length === 0;
    const ends = tokens.at(-1);
    const isTail = ends !== undefined && classOf(ends) === own;
    const parted = lines.filter((at) => at === 0 || (tokens[at]?.gap ?? 0) > (tokens[at + 1]?.gap ?? 0)).length;
    return isFirst && (parted >= lines.length * nearlyAll || !isTail);
  }
  if (!own.startsWith("=") || isButton(sample.text) || handleAlone(sample.text.trim()) !== undefined) return true;
  // A name below the moment stands alone, above the text: as the page's title says it, or apart.
  const isApart = lines.every((at) => (tokens[at]?.gap ?? 0) === 0 && (tokens[at + 1]?.gap ?? 0) > 0);
  const isSaid = tokens.slice(0, moments[0]?.at ?? 0).some(({ key }) => key === sample.key);
  const isWhole = found.length === moments.length && moments.length >= fewest.alone && canBeName(sample.key);
  return isApart || isSaid || isWhole;
}

/** Whether words can be the name of a channel or a button, and begin no text: few, no sign at their end, no tag. */
function canBeName(words: string): boolean {
  const isShort = words.length <= longestName && words.split(" ").length <= mostWords;
  return isShort && /^\p{L}/u.test(words) && !/[\p{P}\p{S}]$|[#@]|\/\/|[:：]/u.test(words);
}

/** In UTF-16 units, and in words. */
const longestName = 64;
const mostWords = 6;

/** Whether a line is a button, or several of which one is known: `Telegram'da aç · Paylaş`. */
function isButton(text: string): boolean {
  const line = text.trim();
  if (isKnownButton(line)) return true;
  const parts = line.split(/\s*[|•·/]\s*|\s{2,}|\t/u);
  return parts.every((part) => part !== "" && part.length <= longestButton && !/[.!?…#@]/u.test(part)) &&
    parts.length > 1
    ? parts.some(isKnownButton)
    : false;
}

/** In UTF-16 units. */
const longestButton = 40;

function isKnownButton(words: string): boolean {
  if (sharedButtons(words) > 0 || beginsWithApp(words) || siteLine(words) !== undefined) return true;
  return namesTelegram.test(words) && words.length <= longestButton && !/[.!?…:;#@]/u.test(words);
}

/** Whether blocks head texts: a text stands below each, also the last, and blank lines part the blocks from what stands above them, if from anything. */
function standOver({ tokens, moments }: Page, blocks: readonly Block[]): boolean {
  const top = blocks[0]?.first ?? 0;
  const last = blocks.at(-1)?.last ?? 0;
  if (top > longestTop || last >= tokens.length - 1) return false;
  const filled = blocks.filter(({ last: own }, at) => (blocks[at + 1]?.first ?? tokens.length) > own + 1).length;
  if (filled < blocks.length * nearlyAll) return false;
  const inner = blocks.filter(({ first }) => first > 0);
  const gapAt = (at: number): number => tokens[at]?.gap ?? 0;
  const parted = inner.filter(({ first }) => gapAt(first) > 0 || isRulerLine(tokens[first - 1]?.text ?? ""));
  const closer = inner.filter(({ first, last: own }) => gapAt(first) >= gapAt(own + 1));
  if (parted.length >= inner.length * leastParted) return top === 0 || closer.length >= inner.length * leastParted;
  if (top > 0 || moments.some(({ clock }) => clock === undefined)) return false;
  // With no blank line over any, names that change may stand there: short lines, each below a blank one.
  const flat = inner.filter(({ first }) => gapAt(first) === 0);
  const named = inner.filter(
    ({ first }) => gapAt(first - 1) > 0 && (tokens[first - 1]?.text.length ?? 0) <= longestName,
  );
  return flat.length >= inner.length * leastParted && named.length < inner.length * nearlyAll;
}

/** The classes of lines that close nearly every post, in the order from its end. */
function learntClosing({ tokens }: Page, blocks: readonly Block[]): readonly string[] {
  const known: string[] = [];
  const ends = blocks.slice(0, -1).map(({ last }, at) => ({ last, end: blocks[at + 1]?.first ?? tokens.length }));
  for (let step = 0; step < mostLines; step += 1) {
    const counts = new Map<string, number>();
    for (const { last, end } of ends) {
      const own = closingClass(tokens[end - 1 - tailLength(tokens, last, end, known)]);
      if (own !== undefined) counts.set(own, (counts.get(own) ?? 0) + 1);
    }
    const [best] = [...counts].sort(([, one], [, other]) => other - one);
    if (best === undefined || best[1] < ends.length * nearlyAll) break;
    if (known.includes(best[0]) && best[0] !== bareCount) break;
    known.push(best[0]);
  }
  return known;
}

/** What a line may be that closes posts: views, an address, buttons; an author's own last line is none. */
function closingClass(token: Token | undefined): string | undefined {
  if (token === undefined) return undefined;
  if (isRulerLine(token.text)) return "ruler";
  const own = classOf(token);
  if (own?.startsWith("=") !== true) return own;
  if (token.mark !== undefined) return undefined;
  if (isButton(token.text)) return own;
  if (isBareCount(token)) return bareCount;
  const counted = numberBesideWords(token.text);
  return counted === undefined ? undefined : `count ${counted.words.slice(0, stem)}`;
}

/** Letters that the forms of a word share. */
const stem = 3;

/** The class of numbers without a word; several may close a post, right under each other. */
const bareCount = "count ";

/** Whether a line is a number without a word that says what it counts: `12.1k`, `812`, `12,4 тыс.` */
function isBareCount({ text }: Token): boolean {
  return reader.viewsOf(text.trim()) !== undefined && !reader.namesViews(text);
}

/** How many lines above the end of a post close it. */
function tailLength(tokens: readonly Token[], last: number, end: number, known: readonly string[]): number {
  let count = 0;
  while (end - 1 - count > last && count < known.length) {
    const own = closingClass(tokens[end - 1 - count]);
    if (own === undefined || !known.includes(own)) break;
    // A number above a blank line is the author's, if others stand below it.
    const below = count === 0 ? undefined : tokens[end - count];
    if (own === bareCount && below !== undefined && isBareCount(below) && below.gap > 0) break;
    count += 1;
  }
  return count;
}

/** The end of the last post: behind the lines that close it, where a site's own lines stand below them. */
function endOf(tokens: readonly Token[], last: number, known: readonly string[], posts: number): number {
  for (let at = tokens.length; at > Math.max(last + 1, tokens.length - mostLines); at -= 1) {
    const own = closingClass(tokens[at - 1]);
    if (own !== undefined && known.includes(own)) {
      const below = tokens.slice(at);
      const isSites = tellsPosts(below, posts) || below.every(({ text }) => siteLine(text.trim()) !== undefined);
      return isSites ? at : tokens.length;
    }
  }
  return tokens.length;
}

/** Whether lines below the last post, set off from it, tell how many posts the page shows, with a button below or none: `16 last posts shown.` */
function tellsPosts([counter, button, ...others]: readonly Token[], posts: number): boolean {
  if (counter === undefined || counter.gap === 0 || others.length > 0 || counter.text.length > longestName)
    return false;
  const numbers = inFigures(undirected(counter.text)).match(/\d+/gu) ?? [];
  const isSaid = /\p{L}/u.test(counter.text) && numbers.length === 1 && Number(numbers[0]) === posts;
  return isSaid && (button === undefined || (button.gap === 0 && canBeName(button.key)));
}

/** Views and address in the lines of a head and those that close its post, where the line of the moment does not tell them. */
function toldBeside(
  tokens: readonly Token[],
  head: readonly [number, number],
  tail: readonly [number, number],
  told: Pick<SiteHead, "views" | "address">,
): Pick<SiteHead, "views" | "address"> {
  const lines = [...tokens.slice(...head), ...tokens.slice(...tail)].map(({ text }) => text);
  const address =
    told.address ?? lines.map((line) => postAddress(line) ?? addressBeside(line)?.address).find((own) => own);
  const views =
    told.views ??
    lines.map((line) => viewsIn(line) ?? viewsIn(addressBeside(line)?.rest ?? "")).find((own) => own) ??
    viewsAmong(tokens.slice(...tail));
  return { ...(address === undefined ? {} : { address }), ...(views === undefined ? {} : { views }) };
}

/** Views among numbers that close a post: the first, if no other is larger. */
function viewsAmong(tail: readonly Token[]): Views | undefined {
  const counts = tail.flatMap(({ text }) => {
    const bare = reader.viewsOf(text.trim());
    return bare ?? reader.viewsOf(numberBesideWords(text)?.count ?? "") ?? [];
  });
  const [first] = counts;
  return counts.every(({ count }) => count <= (first?.count ?? 0)) ? first : undefined;
}

/** The name in each head: beside the moment, or alone on a line. */
function nameIn({ tokens, moments }: Page, blocks: readonly Block[]): string | undefined {
  const [beside] = moments;
  if (beside?.name !== undefined) return beside.name;
  const [block] = blocks;
  const lines = block === undefined ? [] : tokens.slice(block.first, block.last + 1);
  return lines
    .map(({ text }) => text.trim())
    .find((text) => text !== "" && !isButton(text) && headLine(text).day === undefined && isName(text));
}

function isName(text: string): boolean {
  return (
    handleAlone(text) === undefined &&
    postAddress(text) === undefined &&
    addressBeside(text) === undefined &&
    reader.viewsOf(text) === undefined
  );
}

function handleOf(tokens: readonly Token[], heads: readonly SiteHead[]): string | undefined {
  const [head] = heads;
  const lines = head === undefined ? [] : tokens.slice(head.first, head.last + 1);
  const said = lines.map(({ text }) => handleAlone(text.trim())).find((own) => own !== undefined);
  return said ?? heads.find(({ address }) => address?.handle !== undefined)?.address?.handle;
}
