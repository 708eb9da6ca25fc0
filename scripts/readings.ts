import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { settledBy } from "../src/dialects/known-posts.ts";
import { unitsOf } from "../src/dialects/units.ts";
import { type DumpInput, type ReadDump, readDump } from "../src/import.ts";
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

  /** As `readDump`, from the folder where it holds the reading. Throws as `readDump` does. */
  readonly read = (input: DumpInput): ReadDump => {
    const name = `${keyOf(input, this.program)}.json`;
    this.used.add(name);
    const kept = this.kept(name, input.today);
    if (kept !== undefined) return kept;
    const dump = readDump(input);
    this.keep(name, { today: input.today, dump });
    return dump;
  };

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

function keyOf({ source, sidecar, known = [], given = [], ties }: DumpInput, program: string): string {
  // Most of what other dumps know says nothing of this one: what counts is which lines it settles.
  const settled = known.length === 0 ? { start: [], join: [] } : settledBy(known, unitsOf(source));
  const facts = given.map((post) => [post.source.sha256, post.source.lines, post.channel.key, post.text, post.dating]);
  const lines = [[...settled.start].sort(byNumber), [...settled.join].sort(byNumber)];
  const said = [
    source.sha256,
    source.file,
    sidecar,
    lines,
    facts,
    [...(ties ?? [])].sort(([one], [other]) => one - other),
  ];
  return sha256(`${program}\n${JSON.stringify(said)}`);
}

function byNumber(one: number, other: number): number {
  return one - other;
}

/** Tells one state of the program from another: all its code but that of the pages, its libraries, and Node itself with its Unicode. */
function programKey(): string {
  const root = join(import.meta.dirname, "..");
  const files = filesBelow(join(root, "src"), ".ts").filter((name) => !name.startsWith("site"));
  const hash = createHash("sha256").update(process.version);
  for (const name of [...files.map((file) => join("src", file)), "package.json"]) {
    hash.update(`${name}\n`).update(readFileSync(join(root, name)));
  }
  return hash.digest("hex");
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
