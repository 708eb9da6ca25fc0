import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { auditor } from "../../src/dating/audit.ts";
import { isExport } from "../../src/import/read-export.ts";
import type { Ledger } from "../../src/model/ledger.ts";
import { type BadYaml, yamlIn } from "../../src/read/yaml.ts";
import { Archive } from "../../src/site/model/archive.ts";
import type { DumpText } from "../../src/site/model/dump-pages.ts";
import { type Logo, logoFrom } from "../../src/site/model/logo.ts";
import type { PublishedMedia } from "../../src/site/model/published-media.ts";
import { checkChannelSettings, type Settings, settingsFrom } from "../../src/site/model/settings.ts";
import { type SubjectRules, subjectRulesFrom } from "../../src/site/model/subject-rules.ts";
import { readText, refused } from "./disk-errors.ts";
import { isArchive, readDumpBelow, readLinesBelow } from "./dumps.ts";
import { readLedger } from "./ledger-file.ts";
import { readPermalinksOf } from "./permalinks.ts";
import { readKnownPosts } from "./post-files.ts";

/**
 * Reads the archive that a content folder holds: settings, posts, ledger, and the dumps where they are kept. `media`: the
 * files that the site publishes, known when its pages are rendered. Throws an Error that names the file.
 */
export function loadArchive(content: string, media?: ReadonlyMap<string, PublishedMedia>): Archive {
  const file = join(content, "site.yml");
  const { settings, text } = readSettingsOf(content);
  // The import that goes before told of those that cannot be read.
  const posts = readKnownPosts(content, "standing", "write").files.map((file) => file.post);
  checkChannelSettings(settings, [...new Set(posts.map((post) => post.channel.key))], file, text);
  const ledger = readLedger(content);
  return new Archive(settings, posts, ledger, {
    permalinks: readPermalinksOf(content),
    logo: readLogo(content, settings),
    subjectRules: readSubjectRules(content),
    ...(media === undefined ? {} : { media }),
    auditor,
    dumpTexts: readDumpTexts(ledger, join(content, "dumps")),
  });
}

function readLogo(content: string, { logo }: Settings): Logo | undefined {
  if (logo === undefined) return undefined;
  const file = join(content, logo);
  if (!existsSync(file)) throw new Error(`Cannot use logo "${file}": there is no such file`);
  return logoFrom(bytesOf(file), file);
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw refused("read", file, error);
  }
}

/** The dumps of a ledger that are there as text and can be read; the site does without the others. */
function readDumpTexts({ dumps }: Ledger, folder: string): readonly DumpText[] {
  return dumps.flatMap(({ file }) => {
    if (isArchive(file)) return [];
    const path = join(folder, file);
    const found = isExport(file) ? readLinesBelow(folder, path, file) : readDumpBelow(folder, path, file);
    return found.kind === "read" ? [found.source] : [];
  });
}

/** The settings of a content folder, and their text for messages. Throws an Error that names file, line and remedy. */
export function readSettingsOf(content: string): { readonly settings: Settings; readonly text: string } {
  const file = join(content, "site.yml");
  if (!existsSync(file))
    throw new Error(`Cannot read settings "${file}": there is no such file; create one with scrollback init`);
  const text = readText(file);
  return { settings: settingsFrom(yamlOf(text, file, "settings"), file, text), text };
}

/** What a person says of subjects, where there is such a file. Throws an Error that names file, line and remedy. */
function readSubjectRules(content: string): SubjectRules | undefined {
  const file = join(content, "subjects.yml");
  if (!existsSync(file)) return undefined;
  const text = readText(file);
  return subjectRulesFrom(yamlOf(text, file, "subjects"), file, text);
}

function yamlOf(text: string, file: string, what: "settings" | "subjects"): unknown {
  try {
    return yamlIn(text);
  } catch (error) {
    const { reason, line } = error as BadYaml;
    const place = line === undefined ? "" : `line ${line}: `;
    throw new Error(
      `Cannot read ${what} "${file}": ${place}${reason}; correct ${place === "" ? "the file" : "the line"}`,
    );
  }
}
