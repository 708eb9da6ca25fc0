import type { Ledger } from "../model/ledger.ts";
import { type Post, type Source, sourcesOf, type Version } from "../model/post.ts";

/** A dump by its name and its bytes. */
export interface NamedBytes {
  readonly file: string;
  readonly sha256: string;
}

/**
 * Which dumps have another name now, old name to new: those that are not there, and whose bytes one dump has that no import knows. Of several with the
 * same bytes nobody can tell which became which, so they stay as they are. `there`: names of all files among the dumps, readable or not.
 */
export function renamedDumps(
  { dumps }: Ledger,
  found: readonly NamedBytes[],
  there: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const known = new Set(dumps.map(({ file }) => file));
  const missing = bySha256(dumps.filter(({ file, removed }) => !there.has(file) && removed !== true));
  const fresh = bySha256(found.filter(({ file }) => !known.has(file)));
  return new Map(
    [...missing].flatMap(([sha256, [old, ...others]]) => {
      const [now, ...rest] = fresh.get(sha256) ?? [];
      const isPlain = old !== undefined && now !== undefined && others.length === 0 && rest.length === 0;
      return isPlain ? [[old, now] as const] : [];
    }),
  );
}

function bySha256(dumps: readonly NamedBytes[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { file, sha256 } of dumps) found.set(sha256, [...(found.get(sha256) ?? []), file]);
  return found;
}

/** A post that cites dumps by the names that they have now; nothing else of it changes. The same post where it cites none that was renamed. */
export function citingRenamed(post: Post, names: ReadonlyMap<string, string>): Post {
  const nameOf = (file: string): string => names.get(file) ?? file;
  const isCited = [...sourcesOf(post), ...(post.versions ?? [])].some(({ file }) => names.has(file));
  if (!isCited) return post;
  const cited = <Cited extends Source | Version>(each: Cited): Cited => ({ ...each, file: nameOf(each.file) });
  return {
    ...post,
    source: cited(post.source),
    ...(post.alsoIn === undefined ? {} : { alsoIn: post.alsoIn.map(cited) }),
    ...(post.versions === undefined
      ? {}
      : {
          versions: post.versions.map((version) => ({
            ...cited(version),
            ...(version.alsoIn === undefined ? {} : { alsoIn: version.alsoIn.map(nameOf) }),
          })),
        }),
  };
}

/**
 * The text of a post's file that a person edited, with the names that dumps have now where it cites them; nothing else of it changes. A place that cites
 * a dump names its file above its SHA-256.
 */
export function textCitingRenamed(text: string, names: ReadonlyMap<string, string>): string {
  const end = text.indexOf("\n---", "---".length);
  const head = text.slice(0, Math.max(end, 0));
  return (
    head.replace(citation, (line, key: string, value: string) => {
      const now = names.get(readScalar(value));
      return now === undefined ? line : `${key}${JSON.stringify(now)}`;
    }) + text.slice(head.length)
  );
}

const citation = /^([ -]*file: )(\S.*?)(?=\r?\n +sha256: )/gmu;

/** A name as YAML writes it: plain, or in quotation marks. */
function readScalar(value: string): string {
  if (value.startsWith("'")) return value.slice(1, -1).replaceAll("''", "'");
  if (!value.startsWith('"')) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    // Escapes that JSON has not: such a name is not found, and the text stays as it is.
    return value;
  }
}
