import { existsSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import type { Notice } from "../../src/model/notice.ts";
import {
  dumpsIn,
  type FoundDump,
  failedBy,
  isArchive,
  noFileOf,
  readDumpBelow,
  readSidecarOf,
  type Sequences,
  sidecarPath,
} from "./dumps.ts";
import { filesBelow, isFolder, leadsOut } from "./files-below.ts";
import { awayMessage, isCard, isWebArchive, keptFolder, keptPlaceOf, readCard, withoutCard } from "./kept-archives.ts";
import type { KnownExports } from "./known-exports.ts";
import { readSettingsOf } from "./load-archive.ts";
import type { MediaKeeper } from "./media-keeper.ts";
import { readArchive } from "./packed-files.ts";
import { keepFromZip } from "./packed-media.ts";
import { readWebArchiveFile, type WebArchiveOptions } from "./web-archives.ts";

/** How the dumps of a content folder are found; each part may be absent. */
export interface FindOptions {
  readonly sequences?: Sequences;
  /** The exports that were read before. */
  readonly known?: KnownExports | undefined;
  /** Takes the files of their posts out of the archives. */
  readonly keeper?: MediaKeeper | undefined;
}

/** The dumps of a content folder, those in archives among them. */
export async function foundIn(
  content: string,
  { sequences, known, keeper }: FindOptions = {},
): Promise<readonly FoundDump[]> {
  const folder = join(content, "dumps");
  const options = { sequences, timezone: timezoneOf(content) };
  const found: FoundDump[] = [];
  for (const path of [...dumpsIn(folder), ...cardsIn(folder)]) {
    const file = nameBelow(folder, withoutCard(path));
    const read = (): FoundDump => readDumpBelow(folder, path, file, options);
    if (isPlain(path, folder)) found.push(known?.read(file, path, read) ?? read());
    else found.push(...(await foundAt(content, path, file, { ...options, keeper, known })));
  }
  known?.save();
  keeper?.end();
  return found;
}

/** The time zone of the archive's days, where its settings name one. */
export function timezoneOf(content: string): string | undefined {
  return existsSync(join(content, "site.yml")) ? readSettingsOf(content).settings.timezone : undefined;
}

/** Sidecars that nothing reads: those of no dump, and those whose name ends otherwise than `.yml`. */
export function loneSidecars(content: string): readonly Notice[] {
  const folder = join(content, "dumps");
  const described = new Set(
    [...dumpsIn(folder), ...cardsIn(folder).map(withoutCard)].map((path) => nameBelow(folder, sidecarPath(path))),
  );
  return filesBelow(folder, (name) => /\.ya?ml$/iu.test(name) && !isCard(name)).flatMap((path): readonly Notice[] => {
    const file = nameBelow(folder, join(folder, path));
    if (described.has(file)) return [];
    const own = file.replace(/\.[^.]*$/u, ".yml");
    const reason = described.has(own)
      ? `it was not read, because names of sidecars end with .yml; rename it to ${JSON.stringify(basename(own))}`
      : "no dump has this name; rename the sidecar after its dump, or delete it";
    return [{ rule: "sidecar/alone", file, reason }];
  });
}

/** Whether a file among the dumps is itself one, and no archive of them. */
function isPlain(path: string, folder: string): boolean {
  return !isCard(path) && (!isArchive(path) || leadsOut(path, folder));
}

/** The cards of web archives that are kept elsewhere; none of one that lies among the dumps as well. */
function cardsIn(folder: string): readonly string[] {
  return filesBelow(folder, isCard)
    .map((name) => join(folder, name))
    .filter((card) => !existsSync(withoutCard(card)));
}

/** What one file among the dumps holds. */
async function foundAt(
  content: string,
  path: string,
  file: string,
  options: WebArchiveOptions,
): Promise<readonly FoundDump[]> {
  if (isCard(path)) return failingSoftlyAll(file, () => keptAt(content, path, file, options));
  const odd = noFileOf(path, file);
  if (odd !== undefined) return [odd];
  if (isFolder(path))
    return [
      {
        kind: "failed",
        file,
        message: `Cannot read "${path}": it is a folder with the name of a packed file; rename it`,
      },
    ];
  if (isWebArchive(path)) return readWebArchiveFile(path, file, options);
  const found = await readArchive(path, file, options);
  if (options.keeper !== undefined && /\.zip$/iu.test(path)) await keepFromZip(path, file, found, options.keeper);
  return found;
}

/** What a web archive holds that is kept elsewhere. */
async function keptAt(
  content: string,
  card: string,
  file: string,
  options: WebArchiveOptions,
): Promise<readonly FoundDump[]> {
  const kept = readCard(card);
  const place = keptPlaceOf(card, content);
  if (place === undefined) return [{ kind: "failed", file, message: awayMessage(file, kept), isAway: true }];
  const found = await readWebArchiveFile(place, file, { ...options, sidecar: readSidecarOf(withoutCard(card)) });
  const [first] = found;
  const read = first?.kind === "export" || first?.kind === "long" ? first.dump.report.sha256 : kept.sha256;
  if (read === kept.sha256) return found;
  const message = `Cannot read web archive "${file}": the file "${place}" is a different file (SHA-256 is ${read}, was ${kept.sha256}); restore the imported one as ${keptFolder}/${basename(file)}`;
  return [{ kind: "failed", file, message }];
}

async function failingSoftlyAll(
  file: string,
  read: () => Promise<readonly FoundDump[]>,
): Promise<readonly FoundDump[]> {
  try {
    return await read();
  } catch (error) {
    return [failedBy(error, file)];
  }
}

/** The dumps of a content folder, where nothing can be unpacked: an archive fails. */
export function foundUnpacked(content: string, { sequences, known }: FindOptions): readonly FoundDump[] {
  const folder = join(content, "dumps");
  const options = { sequences, timezone: timezoneOf(content) };
  const found = dumpsIn(folder).map((path) => {
    const file = nameBelow(folder, path);
    const read = (): FoundDump => readDumpBelow(folder, path, file, options);
    return isArchive(path) ? notUnpacked(file) : (known?.read(file, path, read) ?? read());
  });
  known?.save();
  return found;
}

/** What the archive calls a dump: its path below `content/dumps`, parted by `/`. */
function nameBelow(folder: string, path: string): string {
  return relative(folder, path).split(sep).join("/");
}

function notUnpacked(file: string): FoundDump {
  return { kind: "failed", file, message: `Cannot read dump "${file}": it is packed; unpack it here` };
}
