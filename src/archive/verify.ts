import { exportFormat } from "../exports/registry.ts";
import { writable } from "../markdown/fitting.ts";
import type { DumpReport, Ledger } from "../model/ledger.ts";
import type { LineRange, Post, Source } from "../model/post.ts";
import { sourcesOf } from "../model/post.ts";
import { compare } from "../text/compare.ts";
import { mend } from "../text/repairs.ts";
import { type Change, whatOf } from "./changes.ts";
import { sidesOf, withoutMarkers } from "./merge-conflicts.ts";
import { brokenLines } from "./permalink-lines.ts";
import { readPermalinks } from "./permalinks.ts";
import type { PostFile } from "./plan.ts";

/** Something that is not as it should be, or that a keeper of the archive should know; `reason` ends with the remedy. */
export interface Damage {
  /** `damage`: the archive does not hold what it says. `remark`: it does, and a person had a hand in it. */
  readonly kind: "damage" | "remark";
  readonly file: string;
  readonly line?: number;
  readonly reason: string;
}

/** An archive as it stands on disk. */
export interface Held {
  readonly posts: readonly PostFile[];
  /** Ids of posts whose files cannot be read. */
  readonly broken: readonly string[];
  /** The text of `permalinks.jsonl`. */
  readonly permalinks: string;
  readonly ledger: Ledger;
  /** The dumps that are there and can be read as text. */
  readonly dumps: readonly HeldDump[];
  /** Names of all files that lie among the dumps, readable or not. */
  readonly there: ReadonlySet<string>;
  /** What an import would change that reads the dumps anew. */
  readonly changes: readonly Change[];
}

/**
 * A dump with its lines as an import shows them to the dialects; `lines[0]` is line 1. Exports have none that a post's words could be looked up in.
 */
export interface HeldDump {
  readonly file: string;
  readonly sha256: string;
  readonly lines?: readonly string[];
}

/**
 * Checks that an archive is whole: each dump is the one that was imported, each post says what its lines say, no two posts share a line, and
 * each address that was ever published leads somewhere. Hand edits are no damage; each is remarked on.
 */
export function verify(held: Held): readonly Damage[] {
  return [...ofDumps(held), ...ofPosts(held), ...ofSharedLines(held.posts), ...ofAddresses(held), ...ofReading(held)];
}

/** A finding in a line: `damage posts/a.md:4: reason`. */
export function findingLine({ kind, file, line, reason }: Damage): string {
  return `${kind} ${file}${line === undefined ? "" : `:${line}`}: ${reason}`;
}

const permalinksName = "permalinks.jsonl";

/** A dump that is not there; nothing is lost where another holds the same bytes, as after a renaming. */
function missingDump({ file, sha256 }: Pick<DumpReport, "file" | "sha256">, dumps: Held["dumps"]): Damage {
  const told = JSON.stringify(file);
  const same = dumps.find((dump) => dump.sha256 === sha256);
  if (same === undefined) {
    const reason = `the dump is missing; restore the file with SHA-256 ${sha256} from a copy, or run scrollback remove ${told} if it was removed on purpose`;
    return damage(`dumps/${file}`, reason);
  }
  const reason = `the dump is missing, but ${JSON.stringify(same.file)} has the same bytes; if it was renamed, run scrollback import, which takes up the new name`;
  return { kind: "remark", file: `dumps/${file}`, reason };
}

function ofDumps({ ledger, dumps, there }: Held): readonly Damage[] {
  const known = new Map(ledger.dumps.map((report) => [report.file, report.sha256]));
  const gone = ledger.dumps.filter(({ file, removed }) => !there.has(file) && removed !== true);
  // A web archive that is missing is told once, and not for each of its captures.
  const missing = gone.filter(
    ({ file, record }) => !record || !gone.some((other) => file.startsWith(`${other.file}/`)),
  );
  return [
    ...missing.map((report) => missingDump(report, dumps)),
    ...dumps.flatMap(({ file, sha256 }): readonly Damage[] => {
      const imported = known.get(file);
      if (imported === sha256) return [];
      if (imported === undefined) {
        return [{ kind: "remark", file: `dumps/${file}`, reason: "it was never imported; run scrollback import" }];
      }
      const reason = `it is not the file that was imported (SHA-256 is ${sha256}, was ${imported}); restore the file from a copy, or import again if it was changed on purpose`;
      return [damage(`dumps/${file}`, reason)];
    }),
  ];
}

function ofPosts({ posts, dumps }: Held): readonly Damage[] {
  // Two files may be of the same bytes, and be read in different encodings.
  const byFile = new Map(dumps.map((dump) => [`${dump.file}\n${dump.sha256}`, dump]));
  const dumpOf = ({ file, sha256 }: Source): HeldDump | undefined => byFile.get(`${file}\n${sha256}`);
  const seen = new Map<string, string>();
  return posts.flatMap(({ path, post, edited }): readonly Damage[] => {
    const file = `posts/${path}`;
    const duplicate = seen.get(post.id);
    seen.set(post.id, file);
    return [
      ...(duplicate === undefined
        ? []
        : [damage(file, `it has the id of ${duplicate}; delete the one that is a copy`)]),
      ...sourcesOf(post).flatMap((source) => beyondEnd(file, source, dumpOf(source))),
      ...(edited ? [handEdit(file)] : strangeWords(file, post, dumpOf(post.source))),
    ];
  });
}

function handEdit(file: string): Damage {
  const reason = "edited by hand, and kept so by every import; scrollback import --force discards the edits";
  return { kind: "remark", file, reason };
}

function beyondEnd(file: string, source: Source, dump: HeldDump | undefined): readonly Damage[] {
  const last = Math.max(...source.lines.map(([, line]) => line));
  if (dump?.lines === undefined || last <= dump.lines.length) return [];
  const reason = `it claims line ${last} of ${source.file}, which has ${dump.lines.length}; restore the file from version control, or delete it and import again`;
  return [damage(file, reason)];
}

/** The first line of a post that none of its lines in the dump says. */
function strangeWords(file: string, { text, source }: Post, dump: HeldDump | undefined): readonly Damage[] {
  const lines = dump?.lines;
  if (lines === undefined) return [];
  const printed = source.lines.flatMap((range) => linesOf(range, lines));
  const own = new Set(printed.map((line) => writable(mend(line).text).trim()));
  // A tool may have broken a line of text into several, each of which was mended with the others.
  let joined: string | undefined;
  const saysBroken = (line: string): boolean => {
    joined ??= inOneLine(writable(mend(inOneLine(printed.join(" "))).text));
    return joined.includes(inOneLine(line));
  };
  // A header may stand before the text of a line, and a line may hold several lines of text.
  const said = (line: string): boolean =>
    own.has(line) || [...own].some((whole) => whole.includes(line)) || saysBroken(line);
  const strange = text.split("\n").find((line) => line.trim() !== "" && !said(line.trim()));
  if (strange === undefined) return [];
  const place = `${source.file} ${source.lines.map(([first, last]) => `${first}-${last}`).join(", ")}`;
  const reason = `it contains ${JSON.stringify(strange.slice(0, 60))}, but its lines (${place}) do not; restore the file from version control, or delete it and import again`;
  return [damage(file, reason)];
}

function inOneLine(words: string): string {
  return words.replace(/\s+/gu, " ").trim();
}

function linesOf([first, last]: LineRange, lines: readonly string[]): readonly string[] {
  return lines.slice(first - 1, last);
}

/** Posts of exports may stand on one line: programs write them without line ends as well. */
function ofSharedLines(posts: readonly PostFile[]): readonly Damage[] {
  const stretches = posts.flatMap(({ path, post }) =>
    sourcesOf(post)
      .filter((source) => exportFormat(source.dialect) === undefined)
      .flatMap(({ file, sha256, lines }) =>
        lines.map(([first, last]) => ({ path, file, dump: `${file}\n${sha256}`, first, last })),
      ),
  );
  stretches.sort((one, other) => compare(one.dump, other.dump) || one.first - other.first || one.last - other.last);
  const findings: Damage[] = [];
  let reach = stretches[0];
  for (const stretch of stretches.slice(1)) {
    const shares = reach?.dump === stretch.dump && stretch.first <= reach.last && stretch.path !== reach.path;
    if (shares) {
      const reason = `it shares line ${stretch.first} of ${stretch.file} with posts/${reach?.path}; delete both and import again`;
      findings.push(damage(`posts/${stretch.path}`, reason));
    }
    if (reach?.dump !== stretch.dump || stretch.last > reach.last) reach = stretch;
  }
  return findings;
}

function ofAddresses({ posts, broken: unreadable, permalinks: told }: Held): readonly Damage[] {
  const conflict = sidesOf(told);
  const text = withoutMarkers(told);
  const broken = brokenLines(text);
  const lines = text.split("\n");
  const whole = lines.filter((_, index) => !broken.includes(index + 1)).join("\n");
  const permalinks = readPermalinks(whole, permalinksName);
  const ids = new Set([...posts.map(({ post }) => post.id), ...unreadable]);
  const torn = text !== "" && !text.endsWith("\n") && !broken.includes(lines.length);
  return [
    ...(conflict === undefined
      ? []
      : [damage(permalinksName, `merge conflict markers; ${mergeRemedy}`, conflict.line)]),
    ...broken.map((line) => damage(permalinksName, `not a line of permalinks; ${mendLines}`, line)),
    ...(torn ? [damage(permalinksName, `its last line is incomplete; ${takeBack}`, lines.length)] : []),
    ...[...permalinks.posts].flatMap(([id, fate]): readonly Damage[] => {
      if (fate.kind === "post")
        return ids.has(id) ? [] : [damage(permalinksName, `${id} leads to no post; ${reimport}`)];
      const nowhere = fate.into.filter((next) => !permalinks.posts.has(next));
      return nowhere.map((next) => damage(permalinksName, `${id} leads to ${next}, which never existed; ${takeBack}`));
    }),
    ...posts
      .filter(({ post }) => !permalinks.posts.has(post.id))
      .map(({ path }) => damage(`posts/${path}`, `its address is not kept in ${permalinksName}; ${takeBack}`)),
  ];
}

const mergeRemedy = "run scrollback import, which keeps the lines of both sides";
const mendLines = "restore the file from version control, or run scrollback repair, which keeps its other lines";
const takeBack = "restore the file from version control, or run scrollback import, which adds what is missing";
const reimport = "restore its file from version control, or run scrollback import, which recreates it from its dump";

function ofReading({ changes, posts }: Held): readonly Damage[] {
  const paths = new Map(posts.map(({ path, post }) => [post.id, path]));
  return changes.flatMap(({ kind, post, what }): readonly Damage[] => {
    const path = paths.get(post.id);
    if (kind === "new" || path === undefined) {
      const reason = `it contains a post that is not in the archive (${post.id}, ${post.dating.best}); run scrollback import`;
      return [damage(`dumps/${post.source.file}`, reason, post.source.lines[0]?.[0])];
    }
    const reason =
      kind === "gone"
        ? `no post of ${post.source.file} is this one; run scrollback import, which removes it and keeps its address`
        : `a new reading of ${post.source.file} gives a different result (${whatOf(what)}); run scrollback import and check what it changes`;
    return [damage(`posts/${path}`, reason)];
  });
}

function damage(file: string, reason: string, line?: number): Damage {
  return { kind: "damage", file, reason, ...(line === undefined ? {} : { line }) };
}
