import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { identityText } from "../../src/archive/identity.ts";
import type { ReadDump } from "../../src/import/assemble.ts";
import type { DumpInput, Remember } from "../../src/import/read-dump.ts";
import type { Unnamed } from "../../src/model/post.ts";
import { packageText, programRoot } from "../program.ts";
import { filesBelow } from "./files-below.ts";
import { writeWhole } from "./write-whole.ts";

/**
 * What was read of dumps before, kept so that an import reads again only what changed. A reading is known by everything that has a part in it:
 * the dump's bytes and name, its sidecar, what other dumps and hand-given days say, and the program itself. Anything else in the folder is
 * ignored, and the folder may be deleted at any time.
 */
export class Readings {
  private readonly used = new Set<string>();
  private readonly program = programKey();

  constructor(private readonly folder: string) {}

  /** Gives readings from the folder where it holds them. `posts` are those that the facts of the dumps' dating are taken from. */
  remembering(posts: readonly Unnamed[]): Remember {
    const key = `${this.program}\n${factsKey(posts)}`;
    return (input, read) => {
      const name = `${keyOf(input, key)}.json`;
      this.used.add(name);
      const kept = this.kept(name, input.today);
      if (kept !== undefined) return kept;
      const dump = read();
      this.keep(name, { today: input.today, dump });
      return dump;
    };
  }

  /** Removes readings that this import had no use for. */
  tidy(): void {
    try {
      for (const name of readdirSync(this.folder)) {
        if (!this.used.has(name)) rmSync(join(this.folder, name), { recursive: true, force: true });
      }
    } catch {
      // Readings too many cost room, nothing else.
    }
  }

  private kept(name: string, today: string): ReadDump | undefined {
    const file = join(this.folder, name);
    const reading = existsSync(file) ? readingIn(readFileSync(file, "utf8")) : undefined;
    return reading !== undefined && (reading.today === today || !usesToday(reading.dump)) ? reading.dump : undefined;
  }

  private keep(name: string, reading: Reading): void {
    const json = JSON.stringify(reading);
    try {
      writeWhole(join(this.folder, name), `${sha256(json)}\n${json}`);
    } catch {
      // What cannot be kept is read again next time.
    }
  }
}

/** Where the readings of a content folder are kept: beside it. */
export function readingsFolder(content: string): string {
  return join(dirname(resolve(content)), ".cache", "readings");
}

interface Reading {
  readonly today: string;
  readonly dump: ReadDump;
}

/** The reading that a file holds; nothing where it was damaged. */
function readingIn(text: string): Reading | undefined {
  const end = text.indexOf("\n");
  const json = text.slice(end + 1);
  return end > 0 && text.slice(0, end) === sha256(json) ? (JSON.parse(json) as Reading) : undefined;
}

/** Only a reading that the day of the import had a part in depends on it; one without posts does not tell. */
function usesToday({ posts }: ReadDump): boolean {
  return posts.length === 0 || posts.some((post) => post.source.imported !== undefined);
}

function keyOf({ source, sidecar, settled, constraints, record }: DumpInput, context: string): string {
  const lines = [...(settled ?? [])].sort(([one], [other]) => one - other);
  const told = [...(constraints ?? [])].sort(([one], [other]) => one - other);
  return sha256(`${context}\n${JSON.stringify([source.sha256, source.file, sidecar, lines, told, record])}`);
}

/** All days that are known for sure, whichever dump they may be facts for. */
function factsKey(posts: readonly Unnamed[]): string {
  const sure = posts.filter(({ dating: { basis } }) => basis === "given" || basis === "timestamp");
  const facts = sure.map((post) => {
    const { best, earliest, latest, basis, given } = post.dating;
    const place = basis === "given" ? [post.source.sha256, post.source.lines] : [];
    const { key, name, identified, handle } = post.channel;
    return JSON.stringify([
      best,
      earliest,
      latest,
      basis,
      given,
      place,
      key,
      name,
      identified,
      handle,
      identityText(post),
    ]);
  });
  return sha256([...new Set(facts)].sort().join("\n"));
}

/** Tells one state of the program from another: all its code but that of the pages, its libraries, and Node itself with its Unicode. */
function programKey(): string {
  const files = filesBelow(join(programRoot, "src"), (name) => /\.[jt]s$/u.test(name)).filter(
    (name) => !name.startsWith("site"),
  );
  const hash = createHash("sha256").update(process.version).update(packageText());
  for (const name of files) hash.update(`${name}\n`).update(readFileSync(join(programRoot, "src", name)));
  return hash.digest("hex");
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
