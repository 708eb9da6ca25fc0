import { existsSync } from "node:fs";
import { basename, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Notice } from "../../src/model/notice.ts";
import {
  dumpsIn,
  type FoundDump,
  failedBy,
  isArchive,
  noFileOf,
  readDumpBelow,
  readDumpFile,
  readSidecarOf,
  type Sequences,
  sidecarPath,
} from "./dumps.ts";
import { filesBelow, isFolder, leadsOut } from "./files-below.ts";
import {
  awayMessage,
  cardOf,
  isCard,
  isWebArchive,
  keptFolder,
  keptPlaceOf,
  readCard,
  withoutCard,
} from "./kept-archives.ts";
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

/**
 * The dumps that a person names: by a path, of a file or a folder, or by the name that the archive has for one (`harbour.txt`, `saved/harbour.txt`, one in
 * a `.zip` or a web archive among them). What lies among the archive's dumps is called as the archive calls it, however it was named.
 */
export async function foundNamed(content: string, named: string): Promise<readonly FoundDump[]> {
  const folder = join(content, "dumps");
  const isThere = existsSync(named);
  const below = relative(resolve(folder), resolve(named)).split(sep);
  if (isThere && below[0] !== ".." && !isAbsolute(below[0] ?? "")) return foundBelow(content, below.join("/"));
  if (isThere) return foundOutside(content, named);
  const own = await foundBelow(content, named.replaceAll("\\", "/"));
  return own.length > 0 ? own : [readDumpFile(named)];
}

/** The dumps of the archive that have a name, or lie in what has it; none where nothing has. */
async function foundBelow(content: string, name: string): Promise<readonly FoundDump[]> {
  const folder = join(content, "dumps");
  const options = { timezone: timezoneOf(content) };
  if (isFolder(join(folder, name)))
    return (
      await Promise.all(dumpsIn(join(folder, name)).map((path) => foundBelow(content, nameBelow(folder, path))))
    ).flat();
  // A dump in a packed file is called by its path behind the name of that file.
  const parts = name.split("/");
  for (let length = parts.length; length > 0; length -= 1) {
    const file = parts.slice(0, length).join("/");
    const place = join(folder, file);
    const path = [place, cardOf(place)].find((each) => existsSync(each) && !isFolder(each));
    if (path === undefined) continue;
    const found = isPlain(path, folder)
      ? [readDumpBelow(folder, path, file, options)]
      : await foundAt(content, path, file, options);
    return length === parts.length ? found : found.filter((dump) => isNamed(dump, name));
  }
  return [];
}

function isNamed(found: FoundDump, name: string): boolean {
  const file =
    found.kind === "failed" ? found.file : found.kind === "read" ? found.source.file : found.dump.report.file;
  return file === name || file.startsWith(`${name}/`);
}

/** The dumps at a path outside of the archive. */
async function foundOutside(content: string, path: string): Promise<readonly FoundDump[]> {
  const options = { timezone: timezoneOf(content) };
  if (isFolder(path)) {
    const found: FoundDump[] = [];
    for (const dump of dumpsIn(path)) found.push(...(await foundOutside(content, dump)));
    return found;
  }
  const file = basename(path);
  if (isWebArchive(path)) return readWebArchiveFile(path, file, options);
  return isArchive(path) ? readArchive(path, file, options) : [readDumpFile(path, file, options)];
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
  const found = await readWebArchiveFile(place, file, { ...options, sidecar: readSidecarOf(withoutCard(card), file) });
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
