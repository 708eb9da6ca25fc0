import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { gather } from "../src/archive/consolidate.ts";
import { type Facts, factsOf } from "../src/archive/facts.ts";
import { type DumpInput, type ReadDump, readDump, settleTogether } from "../src/import/read-dump.ts";
import { noticeLine } from "../src/model/notice.ts";
import { recordOf } from "../src/model/record.ts";
import { BadSidecar } from "../src/read/sidecar.ts";
import { todayInUtc } from "./import.ts";
import { isArchive, readDumpFile, type WholeDump, wholeDump } from "./storage/dumps.ts";
import { readArchive } from "./storage/packed-files.ts";
import { readPostFiles } from "./storage/post-files.ts";

/** `npm run -s records -- DUMP…`: one JSON object a post on stdout, notices on stderr, nothing on disk. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { content: { type: "string", default: "content" } },
  });
  if (positionals.length === 0) throw new Error("Cannot print records: no dump named; use npm run -s records -- DUMP…");
  const found: WholeDump[] = [];
  for (const path of positionals) {
    const own = isArchive(path) ? await readArchive(path, basename(path)) : [readDumpFile(path)];
    found.push(...own.map(wholeDump));
  }
  const facts = factsOf(found.flatMap((dump) => (dump.kind === "export" ? dump.dump.posts : [])));
  const read = settleTogether(found.flatMap((dump) => readOne(dump, facts)));
  for (const notice of read.flatMap((dump) => dump.report.notices)) process.stderr.write(`${noticeLine(notice)}\n`);
  const posts = join(values.content, "posts");
  const known = existsSync(posts) ? readPostFiles(posts).map((file) => file.post) : [];
  const { byDump } = gather(
    read.map((dump) => dump.posts),
    known,
  );
  for (const own of byDump) {
    for (const post of own) process.stdout.write(`${JSON.stringify(recordOf(post))}\n`);
  }
}

interface Read {
  readonly input: DumpInput | undefined;
  readonly dump: ReadDump;
}

function readOne(found: WholeDump, facts: Facts): readonly Read[] {
  if (found.kind === "failed") return failed(found.message);
  if (found.kind === "export") return [{ input: undefined, dump: found.dump }];
  try {
    const input = { ...found, today: todayInUtc(), facts };
    return [{ input, dump: readDump(input) }];
  } catch (error) {
    if (error instanceof BadSidecar) return failed(error.message);
    throw error;
  }
}

function failed(message: string): readonly never[] {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
  return [];
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
