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

/** What is true of the archive now. */
export interface Present {
  /** Ids that have a page. */
  readonly posts: readonly string[];
  /** Ids of posts that a person took out, with the reason. */
  readonly withdrawn: ReadonlyMap<string, string>;
  /** By the id of a post that is no more, the ids of the posts that have its lines now. */
  readonly successors: ReadonlyMap<string, readonly string[]>;
  /** Pages other than posts, from the root of the site. */
  readonly pages: readonly string[];
  /** By a page that is no more, the page that took its place. */
  readonly moved: ReadonlyMap<string, string>;
}

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
    else if (entry.became === undefined) posts.set(entry.id, { kind: "post" });
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

/** The lines to add so that the file tells what is true now: nothing is ever taken out of it. Each ends in a line feed. */
export function permalinkLines(old: Permalinks, now: Present): string {
  const lines: object[] = [];
  const live = new Set(now.posts);
  for (const post of [...live].sort()) if (old.posts.get(post)?.kind !== "post") lines.push({ id: post });
  for (const [post, reason] of [...now.withdrawn].sort(byKey)) {
    const fate = old.posts.get(post);
    if (fate?.kind !== "withdrawn" || fate.reason !== reason) lines.push({ id: post, became: "withdrawn", reason });
  }
  for (const [post, fate] of [...old.posts].sort(byKey)) {
    if (fate.kind !== "post" || live.has(post) || now.withdrawn.has(post)) continue;
    const into = now.successors.get(post) ?? [];
    const became: FateKind = into.length === 0 ? "gone" : into.length === 1 ? "joined" : "parted";
    lines.push({ id: post, became, ...(into.length === 0 ? {} : { into }) });
  }
  const there = new Set(now.pages);
  for (const path of [...there].sort())
    if (!old.pages.has(path) || old.pages.get(path) !== undefined) lines.push({ page: path });
  for (const [path, to] of [...now.moved].sort(byKey)) {
    if (!there.has(path) && old.pages.has(path) && old.pages.get(path) !== to) lines.push({ page: path, to });
  }
  return lines.map((entry) => `${JSON.stringify(entry)}\n`).join("");
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

function byKey(one: readonly [string, unknown], other: readonly [string, unknown]): number {
  return one[0] < other[0] ? -1 : 1;
}
