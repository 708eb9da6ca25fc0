import { isDeepStrictEqual } from "node:util";
import { type PostFile, planImport } from "../../src/archive/plan.ts";
import { findingLine, verify } from "../../src/archive/verify.ts";
import { prepare } from "../../src/import/prepare.ts";
import type { WholeDump } from "../../src/import/whole-dump.ts";
import { postFilePath, readStoredPost } from "../../src/markdown/post-file.ts";
import type { Day } from "../../src/model/day.ts";
import type { DumpReport } from "../../src/model/ledger.ts";
import { sourcesOf } from "../../src/model/post.ts";
import { readSidecar } from "../../src/read/sidecar.ts";
import { failingSoftly, readingDump, wholeDump } from "../storage/dumps.ts";
import type { OddFiles } from "./odd-inputs.ts";

const today = "2026-02-01" as Day;

/** Work on odd files that needs more processor time hangs, in milliseconds. */
const slow = 2000;

/**
 * What an archive of odd files promises, whatever stands in them; the broken promises in words, none where all are kept. A file is read or refused in
 * one line; each line has one role; each post file reads back as it was written; a second import changes nothing; and nothing is damaged. Errors that
 * no promise speaks of are thrown.
 */
export function brokenPromises(files: OddFiles): readonly string[] {
  const broken: string[] = [];
  const names = Object.keys(files).filter((name) => !name.endsWith(".yml"));
  const found = timed(broken, "reading", () => names.sort().map((name) => dumpOf(name, files)));
  for (const dump of found) {
    if (dump.kind === "failed" && !/^Cannot [^\n]+$/u.test(dump.message))
      broken.push(`refused in words: ${dump.message}`);
  }
  const first = timed(broken, "an import", () => prepare(found, [], { force: false, today }));
  for (const failure of first.failures)
    if (!/^Cannot [^\n]+$/u.test(failure)) broken.push(`refused in words: ${failure}`);
  for (const report of first.reports) broken.push(...linesLost(report));
  const planned = new Map(first.plan.posts.map((post) => [post.id, post]));
  const stored = [...first.plan.write].map(([path, text]): PostFile => {
    const read = readStoredPost(text, path);
    if (read.edited) broken.push(`${path} reads as corrected by hand`);
    if (!isDeepStrictEqual(read.post, planned.get(read.post.id))) broken.push(`${path} reads as another post`);
    if (postFilePath(read.post) !== path) broken.push(`${path} belongs at ${postFilePath(read.post)}`);
    return { path, text, ...read };
  });
  const again = timed(broken, "an import", () => prepare(found, stored, { force: false, today }));
  broken.push(...[...again.plan.write.keys()].map((path) => `the second import writes ${path}`));
  broken.push(...again.plan.remove.map((path) => `the second import removes ${path}`));
  const kept = planImport(again.consolidated.posts, stored, new Set(), false);
  if (kept.write.size > 0) broken.push("the posts are not those of the plan");
  const { changes } = again.plan;
  broken.push(...timed(broken, "a verification", () => damagesIn(found, stored, first.reports, changes)));
  return broken;
}

function timed<Result>(broken: string[], what: string, work: () => Result): Result {
  const start = process.cpuUsage();
  const result = work();
  const took = process.cpuUsage(start).user / 1000;
  if (took > slow) broken.push(`${what} took ${took.toFixed(0)} ms of processor time`);
  return result;
}

function dumpOf(name: string, files: OddFiles): WholeDump {
  return wholeDump(
    failingSoftly(name, () => {
      const told = files[name.replace(/\.[^.]*$/u, ".yml")];
      const sidecar =
        told === undefined ? {} : readSidecar(new TextDecoder().decode(told), name.replace(/\.[^.]*$/u, ".yml"));
      const { write, end } = readingDump(name, sidecar);
      write(files[name] ?? new Uint8Array());
      return end();
    }),
  );
}

/** Every line has one role, so that together they are the lines of the dump. */
function linesLost({ file, roles, lines }: DumpReport): readonly string[] {
  const sum = Object.values(roles).reduce((all, count) => all + count, 0);
  return sum === lines ? [] : [`${file} has ${lines} lines, and ${sum} have a role`];
}

function damagesIn(
  found: readonly WholeDump[],
  posts: readonly PostFile[],
  reports: readonly DumpReport[],
  changes: Parameters<typeof verify>[0]["changes"],
): readonly string[] {
  const dumps = found.flatMap((dump) => (dump.kind === "read" ? [dump.source] : []));
  const findings = verify({
    posts,
    broken: [],
    permalinks: posts.map(({ post }) => `${JSON.stringify({ id: post.id })}\n`).join(""),
    ledger: { dumps: reports },
    dumps,
    there: new Set([
      ...reports.map(({ file }) => file),
      ...posts.flatMap(({ post }) => sourcesOf(post).map(({ file }) => file)),
    ]),
    changes,
  });
  return findings.filter(({ kind }) => kind === "damage").map(findingLine);
}
