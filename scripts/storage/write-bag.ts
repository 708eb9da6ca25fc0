import { createHash } from "node:crypto";
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type BaggedFile, bagDeclaration, bagInfo, manifestOf, payloadOxum } from "../../src/deposit/bagit.ts";
import { type DepositedFile, roCrate } from "../../src/deposit/ro-crate.ts";
import type { Day } from "../../src/model/day.ts";
import { version } from "../program.ts";
import { refused } from "./disk-errors.ts";
import { allFilesBelow, leadsOut } from "./files-below.ts";
import { isCard, type KeptArchive, keptFolder, keptPlaceOf, readCard, withoutCard } from "./kept-archives.ts";
import { readLedger } from "./ledger-file.ts";
import { readSettingsOf } from "./load-archive.ts";
import { MediaIndex, mediaPath } from "./media-index.ts";
import { readPostFiles } from "./post-files.ts";
import { withdrawnIn } from "./withdrawn-media.ts";
import { unfinishedEnding } from "./write-whole.ts";

/** A deposit that was written. */
export interface WrittenBag {
  readonly files: number;
  readonly bytes: number;
  /** What is kept elsewhere alone, so that the deposit is without it; its `bag-info.txt` names each. */
  readonly away: readonly AwayFile[];
}

/** A web archive that was not found, by its name, or a file of posts that stands where it is published, by its path. */
export interface AwayFile extends KeptArchive {
  readonly kind: "web archive" | "media file";
  readonly name: string;
}

/** What a bag is made of. */
export interface BagOptions {
  readonly content: string;
  /** The folder to be made; it must not be there, or be empty. */
  readonly folder: string;
  /** The day that the bag names as that of its making. */
  readonly day: Day;
}

/**
 * Writes an archive as one deposit: a BagIt bag (RFC 8493) with an RO-Crate description. It stands under its name only when it is whole. The same
 * archive on the same day makes the same bytes. Throws an Error that names file and reason.
 */
export async function writeBag({ content, folder, day }: BagOptions): Promise<WrittenBag> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`Cannot write the deposit "${folder}": the folder is not empty; name another one`);
  const draft = `${folder}${unfinishedEnding}`;
  rmSync(draft, { recursive: true, force: true });
  try {
    const { sources, away } = sourcesIn(content);
    const files: DepositedFile[] = [];
    for (const { path, from, sha256 } of sources) {
      const file = await copied(from, path, join(draft, "data", path));
      if (sha256 !== undefined && file.sha256 !== sha256)
        throw new Error(
          `Cannot deposit "${from}": it is not the web archive that was imported (SHA-256 is ${file.sha256}, was ${sha256})`,
        );
      files.push(file);
    }
    const crate = describe(content, files, day);
    files.push(written("ro-crate-metadata.json", crate, join(draft, "data", "ro-crate-metadata.json")));
    writeTags(draft, files, content, { day, away });
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(dirname(folder), { recursive: true });
    renameSync(draft, folder);
    return { files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), away };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The files of an archive by their paths in the deposit: all of its content folder, and the web archives that are kept elsewhere. */
function sourcesIn(content: string): { readonly sources: readonly Source[]; readonly away: readonly AwayFile[] } {
  const names = allFilesBelow(content).filter((name) => !isScrap(name));
  const sources = names.map((name): Source => {
    const from = join(content, name);
    if (leadsOut(from, content))
      throw new Error(
        `Cannot deposit "${from}": it is a link that leads out of "${content}"; replace it with a copy of the file`,
      );
    return { path: `content/${name}`, from };
  });
  const away: AwayFile[] = [...mediaAway(content)];
  for (const card of names.filter(isCard).map((name) => join(content, name))) {
    if (existsSync(withoutCard(card))) continue;
    const name = basename(withoutCard(card));
    const from = keptPlaceOf(card, content);
    const [kept, path] = [readCard(card), `${keptFolder}/${name}`];
    if (from === undefined) away.push({ kind: "web archive", name, ...kept });
    else if (sources.some((other) => other.path === path))
      throw new Error(
        `Cannot deposit "${card}": another web archive has the same name; rename one of them and its card`,
      );
    else sources.push({ path, from, sha256: kept.sha256 });
  }
  return { sources, away };
}

/** The files of posts that are not among those of the archive, though nobody withdrew them. */
function mediaAway(content: string): readonly AwayFile[] {
  const folder = join(content, "media");
  const withdrawn = withdrawnIn(folder);
  const known = new Map(new MediaIndex(folder).all.map((stored) => [mediaPath(stored), stored]));
  return [...known]
    .filter(([path, { sha256 }]) => !withdrawn.has(sha256) && !existsSync(join(folder, path)))
    .map(([path, { sha256, bytes }]): AwayFile => ({ kind: "media file", name: `media/${path}`, sha256, bytes }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** A file of a deposit before it is copied. */
interface Source {
  readonly path: string;
  readonly from: string;
  /** What it must be, where a card tells that. */
  readonly sha256?: string;
}

/** What an import leaves behind that is no part of the archive. */
function isScrap(name: string): boolean {
  return name.endsWith(unfinishedEnding) || basename(name) === ".import.lock" || basename(name) === ".DS_Store";
}

async function copied(from: string, path: string, to: string): Promise<DepositedFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    mkdirSync(dirname(to), { recursive: true });
    await pipeline(
      createReadStream(from),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      },
      createWriteStream(to),
    );
  } catch (error) {
    throw refused("write", to, error);
  }
  return { path, sha256: hash.digest("hex"), bytes };
}

function written(path: string, text: string, to: string): DepositedFile {
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, text);
  return { path, sha256: createHash("sha256").update(text).digest("hex"), bytes: Buffer.byteLength(text) };
}

function describe(content: string, files: readonly DepositedFile[], day: Day): string {
  const { title, description, url, language } = readSettingsOf(content).settings;
  const posts = readPostFiles(join(content, "posts")).files.map(({ path, post }) => ({
    path: `content/posts/${path}`,
    post,
  }));
  const dumps = readLedger(content).dumps;
  return roCrate({
    title,
    description,
    url,
    language,
    day,
    version: version(),
    runtime: process.version,
    posts,
    dumps,
    files,
  });
}

/** The files beside the payload: each is listed in the manifest of such files but that manifest itself. */
function writeTags(
  draft: string,
  files: readonly DepositedFile[],
  content: string,
  { day, away }: { readonly day: Day; readonly away: readonly AwayFile[] },
): void {
  const { title, description } = readSettingsOf(content).settings;
  const payload = files.map(({ path, sha256 }): BaggedFile => ({ path: `data/${path}`, sha256 }));
  const info = bagInfo([
    ["External-Identifier", title],
    ["External-Description", description],
    ["Bagging-Date", day],
    ["Payload-Oxum", payloadOxum(files.map(({ bytes }) => bytes))],
    ["Bag-Software-Agent", `Scrollback ${version()}`],
    ...away.map(({ kind, name, sha256, bytes }): readonly [string, string] => [
      "Kept-Elsewhere",
      `${name}, a ${kind} of ${bytes} bytes with SHA-256 ${sha256}`,
    ]),
  ]);
  const tags = [
    ["bagit.txt", bagDeclaration],
    ["bag-info.txt", info],
    ["manifest-sha256.txt", manifestOf(payload)],
  ].map(([name = "", text = ""]) => written(name, text, join(draft, name)));
  writeFileSync(join(draft, "tagmanifest-sha256.txt"), manifestOf(tags));
}
