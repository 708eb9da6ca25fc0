import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { Change } from "../../src/archive/changes.ts";
import { type Damage, type HeldDump, verify } from "../../src/archive/verify.ts";
import { reportsOf } from "../../src/import/assemble.ts";
import { prepare } from "../../src/import/prepare.ts";
import { printedLines } from "../../src/import/printed-lines.ts";
import type { WholeDump } from "../../src/import/whole-dump.ts";
import type { Ledger } from "../../src/model/ledger.ts";
import { sourcesOf } from "../../src/model/post.ts";
import { countedWords } from "../../src/site/model/wording.ts";
import { readText } from "./disk-errors.ts";
import { dumpsIn, wholeDump } from "./dumps.ts";
import { linkedFolderIn, linkedFolderReason } from "./files-below.ts";
import { foundIn, loneSidecars } from "./found-dumps.ts";
import { todayInUtc } from "./import-tools.ts";
import { readLedger } from "./ledger-file.ts";
import { linkedIn } from "./linked-media.ts";
import { readSettingsOf } from "./load-archive.ts";
import { damagedMedia } from "./media-index.ts";
import { withKeptMedia } from "./media-store.ts";
import { unreadFiles } from "./other-files.ts";
import { permalinksFile } from "./permalinks.ts";
import { type PostFolder, postPathsIn, readKnownPosts } from "./post-files.ts";
import { unfinishedFor, unfinishedName } from "./unfinished.ts";
import { withdrawnIn } from "./withdrawn-media.ts";

/** What was found in an archive, and how much of it there is. */
export interface VerifyReport {
  readonly findings: readonly Damage[];
  readonly posts: number;
  readonly dumps: number;
}

/** Checks the archive of a content folder against its dumps, its ledger and its addresses. Writes nothing. */
export async function verifyArchive(content: string): Promise<VerifyReport> {
  const left = unfinishedFor(content);
  if (left === "stopped") return unfinished(content);
  const findings: Damage[] = [];
  const linked = linkedFolderIn(content);
  if (linked !== undefined)
    findings.push({ kind: "damage", file: basename(linked), reason: linkedFolderReason(linked) });
  // Bytes may change on a failing disk while the file stands as it stood.
  const { files: posts, broken } = readKnownPosts(content, "bytes");
  for (const { path, reason } of broken) findings.push({ kind: "damage", file: `posts/${path}`, reason });
  const ledger = soundLedger(content, findings);
  const found = withKeptMedia(content, await foundIn(content)).map(wholeDump);
  const isNeeded = neededBy(ledger, posts);
  for (const dump of found) {
    if (dump.kind === "failed") findings.push(unreadableDump(dump, isNeeded(dump.file)));
  }
  const dumps = found.flatMap(heldIn);
  const unread = found.flatMap((dump) => (dump.kind === "failed" ? [dump.file] : []));
  const changes = changesOfReading(found, { files: posts, broken }, ledger);
  const isLeft = left === "unread" && changes.length > 0;
  if (isLeft) findings.push(importAgain);
  findings.push(
    ...verify({
      posts,
      broken: broken.map(({ id }) => id),
      permalinks: existsSync(permalinksFile(content)) ? readText(permalinksFile(content)) : "",
      ledger,
      dumps,
      there: new Set([
        ...dumps.map(({ file }) => file),
        ...unread.flatMap((file) => [file, ...insideOf(file, ledger)]),
      ]),
      // An import that could not read a dump did not come to know them; the next one does.
      changes: isLeft ? [] : changes,
    }),
  );
  findings.push(
    ...damagedMedia(content, { withdrawn: withdrawnIn(join(content, "media")), linked: linkedTo(content) }),
    ...[...loneSidecars(content), ...unreadFiles(content)].map(
      ({ file, reason }): Damage => ({ kind: "remark", file: `dumps/${file}`, reason }),
    ),
  );
  return { findings, posts: posts.length, dumps: found.length };
}

/** Whether the archive has anything from a dump, by its name: it stands in the ledger, or a post cites it, or a capture inside it. */
function neededBy(ledger: Ledger, posts: PostFolder["files"]): (file: string) => boolean {
  const cited = posts.flatMap(({ post }) => sourcesOf(post).map(({ file }) => file));
  const known = new Set([...ledger.dumps.map(({ file }) => file), ...cited]);
  return (file) => known.has(file) || [...known].some((name) => name.startsWith(`${file}/`));
}

/** Says of a dump that cannot be read what an import says. Where the archive has nothing from it, the archive is whole without it. */
function unreadableDump(
  { file, message, isAway }: Extract<WholeDump, { readonly kind: "failed" }>,
  isNeeded: boolean,
): Damage {
  if (isAway === true || isNeeded)
    return { kind: isAway === true ? "remark" : "damage", file: `dumps/${file}`, reason: message };
  return {
    kind: "remark",
    file: `dumps/${file}`,
    reason: `${message}; no post comes from it, so it can also be deleted`,
  };
}

/** Whether a build published a file elsewhere; nothing where files are not published so. */
function linkedTo(content: string): ((sha256: string) => boolean) | undefined {
  const isLinked = existsSync(join(content, "site.yml")) && readSettingsOf(content).settings.media === "link";
  if (!isLinked) return undefined;
  const linked = linkedIn(content);
  return (sha256) => linked.has(sha256);
}

const importAgain: Damage = {
  kind: "damage",
  file: unfinishedName,
  reason: "the last import is unfinished; run scrollback import",
};

/** What is not as it should be then, the next import mends; it is no damage that a person could do anything about. */
function unfinished(content: string): VerifyReport {
  const posts = postPathsIn(join(content, "posts")).length;
  return {
    findings: [importAgain],
    posts,
    dumps: dumpsIn(join(content, "dumps")).length,
  };
}

/** The captures of a web archive that cannot be read: it is told once. */
function insideOf(file: string, { dumps }: Ledger): readonly string[] {
  return dumps.flatMap((report) => (report.record && report.file.startsWith(`${file}/`) ? [report.file] : []));
}

/** A dump as it is checked; the lines of an export say nothing that a person could read there. */
function heldIn(dump: WholeDump): readonly HeldDump[] {
  return dump.kind === "read"
    ? [{ ...bytesOf(dump.source), lines: printedLines(dump.source, dump.sidecar) }]
    : filesOf(dump);
}

/** The files of a dump, by their bytes. */
function filesOf(dump: WholeDump): readonly HeldDump[] {
  if (dump.kind === "failed") return [];
  return dump.kind === "read" ? [bytesOf(dump.source)] : reportsOf(dump.dump).map(bytesOf);
}

function bytesOf({ file, sha256 }: Pick<HeldDump, "file" | "sha256">): HeldDump {
  return { file, sha256 };
}

/** What a new reading of the dumps gives that were imported as they are; the others are damage of their own. */
function changesOfReading(
  found: readonly WholeDump[],
  { files, broken }: PostFolder,
  ledger: Ledger,
): readonly Change[] {
  const imported = new Set(ledger.dumps.map(({ file, sha256 }) => `${file}\n${sha256}`));
  const sound = found.filter((dump) => {
    const held = filesOf(dump);
    return held.length > 0 && held.every(({ file, sha256 }) => imported.has(`${file}\n${sha256}`));
  });
  return prepare(sound, files, { force: false, today: todayInUtc(), broken }).plan.changes;
}

function soundLedger(content: string, findings: Damage[]): Ledger {
  try {
    return readLedger(content);
  } catch (error) {
    findings.push({ kind: "damage", file: "ledger.json", reason: (error as Error).message });
    return { dumps: [] };
  }
}

/** The closing line: `84 posts from 5 dumps: nothing damaged, 2 remarks`. */
export function sumLine({ findings, posts, dumps }: VerifyReport): string {
  const damaged = findings.filter(({ kind }) => kind === "damage").length;
  const remarks = findings.length - damaged;
  const told = damaged === 0 ? "nothing damaged" : `${damaged} damaged`;
  return `${countedWords(posts, "post")} from ${countedWords(dumps, "dump")}: ${told}${remarks === 0 ? "" : `, ${countedWords(remarks, "remark")}`}`;
}
