import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import yaml from "js-yaml";
import type { Ledger } from "../src/ledger.ts";
import { readPost } from "../src/markdown/post-file.ts";
import type { Post } from "../src/post.ts";
import { Archive } from "../src/site/archive.ts";
import type { DumpText } from "../src/site/dump-pages.ts";
import { type Settings, settingsFrom } from "../src/site/settings.ts";
import { readDumpFile } from "./dumps.ts";

/**
 * Reads the archive that a content folder holds: settings, posts, ledger, and the dumps where they are kept. Throws an
 * Error that names the file.
 */
export function loadArchive(content: string): Archive {
  const ledger = readLedger(content);
  const dumpTexts = readDumpTexts(ledger, join(content, "dumps"));
  return new Archive(readSettings(join(content, "site.yml")), readPosts(join(content, "posts")), ledger, dumpTexts);
}

/** The dumps of a ledger that are there and can be read; the site does without the others. */
function readDumpTexts({ dumps }: Ledger, folder: string): readonly DumpText[] {
  return dumps.flatMap(({ file }) => {
    const found = readDumpFile(join(folder, file));
    return found.kind === "read" ? [found.source] : [];
  });
}

function readSettings(file: string): Settings {
  return settingsFrom(
    parse(file, (text) => yaml.load(text, { schema: yaml.CORE_SCHEMA })),
    file,
  );
}

function readPosts(folder: string): readonly Post[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => join(folder, name))
    .map((file) => readPost(readFileSync(file, "utf8"), file));
}

/** The ledger is the import's own file: absent before the first import, and never edited by hand. */
function readLedger(content: string): Ledger {
  const file = join(content, "ledger.json");
  return existsSync(file) ? (parse(file, JSON.parse) as Ledger) : { dumps: [] };
}

function parse(file: string, parser: (text: string) => unknown): unknown {
  if (!existsSync(file)) throw new Error(`Cannot read "${file}": there is no such file`);
  try {
    return parser(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`Cannot read "${file}": ${(error as Error).message.split("\n")[0]}`);
  }
}
