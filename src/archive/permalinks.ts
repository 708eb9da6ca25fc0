import { z } from "zod";

/** What became of a post that has no page of its own any more. */
export const fates = ["joined", "parted", "gone", "withdrawn"] as const;
/** One of `fates`: its lines are now one other post's, or several others'; no capture shows it; a person took it out. */
export type FateKind = (typeof fates)[number];

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
  readonly posts: Pick<ReadonlySet<string>, "has"> & Iterable<string>;
  /** Ids of posts that a person took out, with the reason. */
  readonly withdrawn: ReadonlyMap<string, string>;
  /** By the id of a post that is no more, the ids of the posts that have its lines now. */
  readonly successors: ReadonlyMap<string, readonly string[]>;
  /** By a page that is no more, the page that took its place. */
  readonly moved: ReadonlyMap<string, string>;
}

const there: Fate = { kind: "post" };

const id = z.string().regex(/^[0-9a-z]{10}$/u);
const page = z.string().startsWith("/");
const line = z.union([
  z.strictObject({ id, became: z.enum(fates).optional(), into: z.array(id).optional(), reason: z.string().optional() }),
  z.strictObject({ page, to: page.optional() }),
]);

/** Reads `content/permalinks.jsonl`. Throws an Error that names the file, the line and the remedy. */
export function readPermalinks(text: string, file: string): Permalinks {
  const posts = new Map<string, Fate>();
  const pages = new Map<string, string | undefined>();
  for (const [index, json] of text.split("\n").entries()) {
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

/** Numbers of the lines of `content/permalinks.jsonl` that are none, counted from 1. */
export function brokenLines(text: string): readonly number[] {
  return text.split("\n").flatMap((json, index) => {
    return json.trim() === "" || line.safeParse(parsed(json)).success ? [] : [index + 1];
  });
}

function entryOf(json: string, place: string): z.infer<typeof line> {
  const checked = line.safeParse(parsed(json));
  if (checked.success) return checked.data;
  throw new Error(
    `Cannot read ${place}: not a line of permalinks; take the file back from version control, it is never edited by hand`,
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Told by the schema, with the place.
    return undefined;
  }
}

/**
 * The text of `content/permalinks.jsonl` after an import: with lines for new posts, and for what became of old ones; the same text where nothing
 * is new. What a built site showed is never taken out nor moved. What was told since the last build is published nowhere: it is put in order, so
 * that imports in whatever order tell the same.
 */
export function withPosts(text: string, file: string, now: Present): string {
  const lines = postLines(readPermalinks(text, file), now);
  if (lines.length === 0) return text;
  const { published, since } = parted(text);
  return published + [...since, ...lines].sort(byAddress).join("");
}

/**
 * The text of `content/permalinks.jsonl` once a site with these pages (posts left out, from the root of the site) stands: with lines for those that are
 * new, behind a line of the home page, where posts are. Everything up to there is published.
 */
export function withPages(text: string, file: string, pages: readonly string[]): string {
  const old = readPermalinks(text, file);
  const fresh = [...new Set(pages)].filter((path) => !old.pages.has(path) || old.pages.get(path) !== undefined).sort();
  if (fresh.length === 0 && parted(text).since.length === 0) return text;
  const lines = fresh.includes(home) ? fresh : [home, ...fresh];
  return text + lines.map((path) => lineOf({ page: path })).join("");
}

const home = "/";

/** What a built site has shown, and the lines told since. A build always tells of a page last. */
function parted(text: string): { readonly published: string; readonly since: readonly string[] } {
  const lines = text.split(/(?<=\n)/u);
  const last = lines.findLastIndex((json) => json.startsWith('{"page"') && !json.includes('"to"'));
  const since = lines.slice(last + 1).filter((json) => json.trim() !== "");
  return { published: lines.slice(0, last + 1).join(""), since };
}

/** Lines of one address stay in their order: the last one counts. */
function byAddress(one: string, other: string): number {
  const [a, b] = [addressIn(one), addressIn(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The address at the head of a line, as JSON writes it: `{"id":"0aga3aw6s4`, `{"page":"/about/`. */
function addressIn(json: string): string {
  return json.slice(0, json.indexOf('"', json.indexOf(":") + 2));
}

/** Lines as text, since there are as many as posts. */
function lineOf(entry: z.infer<typeof line>): string {
  return `${JSON.stringify(entry)}\n`;
}

function postLines(old: Permalinks, now: Present): readonly string[] {
  const lines: string[] = [];
  for (const post of now.posts) if (old.posts.get(post)?.kind !== "post") lines.push(lineOf({ id: post }));
  for (const [post, reason] of now.withdrawn) {
    const fate = old.posts.get(post);
    if (fate?.kind === "withdrawn" && fate.reason === reason) continue;
    lines.push(lineOf({ id: post, became: "withdrawn", reason }));
  }
  for (const [post, fate] of old.posts) {
    if (fate.kind !== "post" || now.posts.has(post) || now.withdrawn.has(post)) continue;
    const into = now.successors.get(post) ?? [];
    const became: FateKind = into.length === 0 ? "gone" : into.length === 1 ? "joined" : "parted";
    lines.push(lineOf({ id: post, became, ...(into.length === 0 ? {} : { into: [...into] }) }));
  }
  for (const [path, to] of now.moved) {
    if (old.pages.has(path) && old.pages.get(path) !== to) lines.push(lineOf({ page: path, to }));
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
