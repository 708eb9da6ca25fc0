import { IdSet } from "./id-set.ts";
import { withoutMarkers } from "./merge-conflicts.ts";
import {
  byAddress,
  type FateKind,
  isPageLine,
  type PermalinkLine,
  permalinkLine,
  permalinkText,
} from "./permalink-lines.ts";

/** Where an id that was ever published leads: to its post, or to what became of it. */
export type Fate =
  | { readonly kind: "post" }
  | { readonly kind: FateKind; readonly into: readonly string[]; readonly reason?: string };

/** Every address that was ever published, as `content/permalinks.jsonl` keeps it: the last line of an address counts. */
export interface Permalinks {
  readonly posts: ReadonlyMap<string, Fate>;
  /** Pages other than posts, from the root of the site; `undefined` where nobody said where the page went. */
  readonly pages: ReadonlyMap<string, string | undefined>;
}

/** What is true of the posts of the archive now. */
export interface Present {
  /** Ids that have a page. */
  readonly posts: IdSet;
  /** Ids of posts that a person took out, with the reason. */
  readonly withdrawn: ReadonlyMap<string, string>;
  /** By the id of a post that is no more, the ids of the posts that have its lines now. */
  readonly successors: ReadonlyMap<string, readonly string[]>;
  /** By a page that is no more, the page that took its place. */
  readonly moved: ReadonlyMap<string, string>;
  /** See `aliasesOf`. */
  readonly aliases?: ReadonlyMap<string, readonly string[]>;
}

const there: Fate = { kind: "post" };

/**
 * Reads `content/permalinks.jsonl`; of one that a merge left with conflict markers, both sides. Throws an Error that names the file, the line and
 * the remedy.
 */
export function readPermalinks(text: string, file: string): Permalinks {
  const posts = new Map<string, Fate>();
  const pages = new Map<string, string | undefined>();
  for (const [index, json] of withoutMarkers(text).split("\n").entries()) {
    if (json.trim() === "") continue;
    const entry = entryOf(json, `${file}:${index + 1}`);
    if ("page" in entry) pages.set(entry.page, entry.to);
    else if (entry.became === undefined) posts.set(entry.id, there);
    else
      posts.set(entry.id, {
        kind: entry.became,
        into: entry.into ?? [],
        ...(entry.reason === undefined ? {} : { reason: entry.reason }),
      });
  }
  return { posts, pages };
}

function entryOf(json: string, place: string): PermalinkLine {
  const entry = permalinkLine(json);
  if (entry !== undefined) return entry;
  throw new Error(
    `Cannot read ${place}: not a line of permalinks; restore the file from version control, or run scrollback repair, which keeps its other lines`,
  );
}

/**
 * The text of a file that a merge put together from those of two branches: each address once, with what it came to; the text itself where no
 * merge did. An import writes no line twice and keeps the lines between two builds in order.
 */
export function mergedPermalinks(text: string): string {
  const lines = withoutMarkers(text).split(/(?<=\n)/u);
  if (!text.startsWith("<<<<<<<") && !text.includes("\n<<<<<<<") && !isPutTogether(lines)) return text;
  const latest = new Map<string, PermalinkLine>();
  for (const json of lines) {
    const entry = permalinkLine(json);
    if (entry === undefined) continue;
    const address = "page" in entry ? entry.page : entry.id;
    const old = latest.get(address);
    if (old === undefined || saysMore(entry) >= saysMore(old)) latest.set(address, entry);
  }
  const all = [...latest.values()].map(permalinkText).sort(byAddress);
  return [...all.filter((json) => !isPageLine(json)), ...all.filter(isPageLine)].join("");
}

/** Whether lines stand in an order that no import and no build wrote. */
function isPutTogether(lines: readonly string[]): boolean {
  const seen = new Set<string>();
  let last = "";
  for (const json of lines) {
    const isPage = isPageLine(json);
    if (!isPage && last !== "" && !isPageLine(last) && byAddress(last, json) > 0) return true;
    if (isPage && json !== homeLine && seen.has(json)) return true;
    if (isPage) seen.add(json);
    // A page that moved may come back.
    else if (json.startsWith('{"page"')) seen.delete(`${json.slice(0, json.indexOf(',"to"'))}}\n`);
    last = json;
  }
  return false;
}

/** Of two branches' words on an address, what tells where it went is kept: that it is there is told again by the next import or build. */
function saysMore(entry: PermalinkLine): number {
  if ("page" in entry) return entry.to === undefined ? 0 : 1;
  return entry.became === undefined ? 0 : 1 + (entry.into?.length ?? 0);
}

/**
 * The text of `content/permalinks.jsonl` after an import: with lines for new posts, and for what became of old ones; the same text where nothing
 * is new. What a built site showed is never taken out nor moved. What was told since the last build is published nowhere: it is put in order, so
 * that imports in whatever order tell the same.
 */
export function withPosts(text: string, file: string, now: Present): string {
  const old = readPermalinks(text, file);
  const { published, since } = parted(mergedPermalinks(text));
  const fates = [...fateLines(old, now), ...aliasLines(old, now, publishedPosts(text))];
  // Of new posts there can be millions: their lines are put one behind the other, and not in a list, where they need not be put in order.
  if (fates.length === 0 && since.length === 0) return inOneText(published, freshLines(old, now));
  const lines = [...freshLines(old, now), ...fates];
  return published + asSeen([...since, ...lines].sort(byAddress), now.aliases).join("");
}

/** Of lines in order, those of an address that was another post's for a while and is one of these now, or leads to one: as they are now. */
function asSeen(lines: readonly string[], aliases: ReadonlyMap<string, unknown> = new Map()): readonly string[] {
  const isLast = (place: number): boolean => byAddress(lines[place] ?? "", lines[place + 1] ?? "") !== 0;
  const found: string[] = [];
  let start = 0;
  for (const [place, line] of lines.entries()) {
    if (!isLast(place)) continue;
    const entry = start === place ? undefined : permalinkLine(line);
    const isNow = entry !== undefined && "id" in entry && (entry.became === undefined || aliases.has(entry.id));
    found.push(...(isNow ? [line] : lines.slice(start, place + 1)));
    start = place + 1;
  }
  return found;
}

/** The ids that a built site has shown. */
export function publishedPosts(text: string): IdSet {
  const { published } = parted(mergedPermalinks(text));
  const ids = new IdSet();
  for (const { groups } of published.matchAll(/^\{"id":"(?<id>[0-9a-z]{10})"/gmu)) ids.add(groups?.id ?? "");
  return ids;
}

/** Lines that lead from ids that a post might have had to the one it has; none for a post that a site has shown, whose id is final. */
function aliasLines(
  old: Permalinks,
  { posts, withdrawn, aliases = new Map() }: Present,
  published: IdSet,
): readonly string[] {
  return [...aliases].flatMap(([alias, into]) => {
    const isSeen = [alias, ...into].some((id) => published.has(id));
    const isPost = posts.has(alias) || withdrawn.has(alias) || !into.every((id) => posts.has(id));
    const fate = old.posts.get(alias);
    const isTold = fate?.kind !== "post" && fate?.into.join() === into.join();
    const became = into.length === 1 ? "joined" : "parted";
    return isSeen || isPost || isTold ? [] : [permalinkText({ id: alias, became, into: [...into] })];
  });
}

/** Texts behind each other. Joined by the thousand: a text that grew by small pieces would keep each of them. */
function inOneText(start: string, pieces: Iterable<string>): string {
  let text = start;
  let some: string[] = [];
  for (const piece of pieces) {
    if (some.push(piece) < 1000) continue;
    text += some.join("");
    some = [];
  }
  return text + some.join("");
}

/**
 * The text of `content/permalinks.jsonl` once a site with these pages (posts left out, from the root of the site) stands: with lines for those that are
 * new, behind a line of the home page, where posts are. Everything up to there is published.
 */
export function withPages(text: string, file: string, pages: readonly string[]): string {
  const old = readPermalinks(text, file);
  const fresh = [...new Set(pages)].filter((path) => !old.pages.has(path) || old.pages.get(path) !== undefined).sort();
  const known = mergedPermalinks(text);
  if (fresh.length === 0 && parted(known).since.length === 0) return known;
  const lines = fresh.includes(home) ? fresh : [home, ...fresh];
  return known + lines.map((path) => permalinkText({ page: path })).join("");
}

const home = "/";
const homeLine = permalinkText({ page: home });

/** What a built site has shown, and the lines told since. A build always tells of a page last. */
function parted(text: string): { readonly published: string; readonly since: readonly string[] } {
  const lines = text.split(/(?<=\n)/u);
  const last = lines.findLastIndex(isPageLine);
  const since = lines.slice(last + 1).filter((json) => json.trim() !== "");
  return { published: lines.slice(0, last + 1).join(""), since };
}

/** The lines of posts that have a page and had none, in their order. */
function* freshLines(old: Permalinks, now: Present): Generator<string> {
  for (const post of now.posts) if (old.posts.get(post)?.kind !== "post") yield permalinkText({ id: post });
}

/** The lines of what became of posts that have no page any more, and of pages that moved. */
function fateLines(old: Permalinks, now: Present): readonly string[] {
  const lines: string[] = [];
  for (const [post, reason] of now.withdrawn) {
    const fate = old.posts.get(post);
    if (fate?.kind === "withdrawn" && fate.reason === reason) continue;
    lines.push(permalinkText({ id: post, became: "withdrawn", reason }));
  }
  for (const [post, fate] of old.posts) {
    if (fate.kind !== "post" || now.posts.has(post) || now.withdrawn.has(post)) continue;
    const into = now.successors.get(post) ?? [];
    const became: FateKind = into.length === 0 ? "gone" : into.length === 1 ? "joined" : "parted";
    lines.push(permalinkText({ id: post, became, ...(into.length === 0 ? {} : { into: [...into] }) }));
  }
  for (const [path, to] of now.moved) {
    if (old.pages.has(path) && old.pages.get(path) !== to) lines.push(permalinkText({ page: path, to }));
  }
  return lines;
}

/** The posts that an id leads to at last: itself, its successors, or none. */
export function livingSuccessors(permalinks: Permalinks, id: string): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const fate = permalinks.posts.get(next);
    if (fate?.kind === "post") found.add(next);
    else if (fate !== undefined) open.push(...fate.into.toReversed());
  }
  return [...found];
}
