import { createHash } from "node:crypto";
import { copyFileSync, existsSync, linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { ListView } from "../../src/site/model/list-views.ts";
import type { PostView } from "../../src/site/model/post-view.ts";
import { manifestPath, outputFile } from "../../src/site/model/urls.ts";
import { isRefusal } from "../storage/disk-errors.ts";
import { writeWhole } from "../storage/write-whole.ts";
import type { DigestOf } from "./page-digests.ts";
import { takeSpare } from "./site-place.ts";

/** What is noted of a page: the digest of what it shows, and how its file stands. */
interface Noted {
  readonly digest: string;
  readonly standing: string;
}

/**
 * The pages of the site that stands, for the one that takes its place. What each page showed is noted under `.cache/pages` by its digest, in a file
 * that is called by the digest of the site's manifest: notes are of no other site than the one they were made with, wherever a build was stopped.
 */
export class KeptPages {
  private readonly noted: ReadonlyMap<string, Noted>;
  private readonly manifest: ReadonlyMap<string, string>;
  private readonly folders: Readonly<Record<string, { readonly facts: unknown }>>;
  private readonly now = new Map<string, string>();
  private readonly keptFiles = new Map<string, string>();
  /** How files of the last site stand that are as they were written. */
  private readonly standings = new Map<string, string>();
  /** Pages of the site before the last one, where they were in it. */
  private readonly reused = new Set<string>();
  private readonly madeFolders = new Set<string>();
  private readonly foldersNow = new Map<string, { readonly digest: string; readonly facts: unknown }>();

  constructor(
    /** The site that stands, if there is one. */
    private readonly output: string,
    private readonly next: string,
    /** Digests of what a part of the site is made from. */
    readonly digestOf: DigestOf,
    { full }: { readonly full: boolean },
  ) {
    const manifest = full ? "" : textOf(join(output, manifestPath));
    const file = noteFile(output, manifest);
    this.noted = notedIn(textOf(file));
    this.folders = this.noted.size === 0 ? {} : factsIn(textOf(factsFile(file)));
    this.manifest = this.noted.size === 0 ? new Map() : filesOf(manifest);
  }

  /** The files that were put into the next site as they stand, with their SHA-256. */
  get files(): ReadonlyMap<string, string> {
    return this.keptFiles;
  }

  /**
   * Takes a folder of the site before the last one for the next site, so that folders of so many posts need not be made again. Of its files only
   * `files` stay, each of which is to be asked for with `keep` before anything is written there: it may be one with that of the site that stands.
   */
  reuse(folder: string, files: ReadonlySet<string>): void {
    if (this.noted.size === 0 || !takeSpare(this.next, this.output, folder)) return;
    this.madeFolders.add(join(this.next, folder));
    for (const below of readdirSync(join(this.next, folder))) {
      const [place, names] = [`${folder}/${below}`, namesIn(join(this.next, folder, below))];
      const staying = names.map((name) => `${place}/${name}`).filter((file) => files.has(file));
      if (staying.length < names.length || names.length === 0)
        rmSync(join(this.next, place), { recursive: true, force: true });
      else {
        this.madeFolders.add(join(this.next, place));
        for (const file of staying) this.reused.add(file);
      }
    }
  }

  /** Puts a page as it stands into the next site, if it shows the same and its file is as it was written. */
  keep(view: Pick<PostView, "path" | "seen">): boolean {
    const digest = this.digestOf(view);
    const file = outputFile(view.path).slice(1);
    this.now.set(file, digest);
    const written = this.noted.get(file)?.digest === digest ? this.standing(file) : undefined;
    if (written === undefined) {
      if (this.reused.has(file)) rmSync(join(this.next, file), { recursive: true, force: true });
      return false;
    }
    this.place(file, written);
    return true;
  }

  /** The same with a page of a list, which shows posts whose own pages were asked for before. */
  keepList({ path, seen, posts }: ListView): boolean {
    return this.keep({ path, seen: [...seen, posts.map((page) => this.now.get(outputFile(page.path).slice(1)))] });
  }

  /** The same with all files of a folder, such as a bundle of the search; what was noted of them as `facts`, where they are kept. */
  keepFolder(folder: string, digest: string): unknown {
    const { facts } = this.folders[folder] ?? {};
    const files = [...this.noted].filter(([file, noted]) => file.startsWith(folder) && noted.digest === digest);
    const written = files.map(([file]) => [file, this.standing(file)] as const);
    if (facts === undefined || files.length === 0 || written.some(([, sha256]) => sha256 === undefined))
      return undefined;
    for (const [file, sha256 = ""] of written) this.place(file, sha256);
    this.noteFolder(folder, digest, facts);
    return facts;
  }

  /** What was noted of a folder of the site that stands, whatever it is made from now. */
  factsOf(folder: string): unknown {
    return this.folders[folder]?.facts;
  }

  /** Puts files of folders as they stand into the next site, if all are as they were written: whoever asks knows that they would be the same. */
  keepFiles(files: readonly string[]): boolean {
    const written = files.map((file) => [file, this.noted.has(file) ? this.standing(file) : undefined] as const);
    if (written.some(([, sha256]) => sha256 === undefined)) return false;
    for (const [file, sha256 = ""] of written) this.place(file, sha256);
    return true;
  }

  /** Notes what a folder of the next site, which ends with a slash, is made from, and what is to be known of it where it is kept, as values for JSON. */
  noteFolder(folder: string, digest: string, facts: unknown): void {
    this.foldersNow.set(folder, { digest, facts });
  }

  /** The SHA-256 of a file that is as it was written. */
  private standing(file: string): string | undefined {
    const [from, written] = [join(this.output, file), this.manifest.get(file)];
    const now = standingOf(from);
    if (now !== this.noted.get(file)?.standing && sha256Of(from) !== written) return undefined;
    this.standings.set(file, now);
    return written;
  }

  private place(file: string, sha256: string): void {
    this.keptFiles.set(file, sha256);
    const to = join(this.next, file);
    if (this.reused.has(file)) {
      if (standingOf(to) === this.standings.get(file)) return;
      rmSync(to, { recursive: true, force: true });
    }
    this.makeFolder(dirname(to));
    if (!place(join(this.output, file), to)) this.standings.delete(file);
  }

  /** Makes a folder of the next site: most have a page alone, and the folder above is there already. */
  private makeFolder(folder: string): void {
    if (this.madeFolders.has(folder)) return;
    const above = dirname(folder);
    if (this.madeFolders.has(above) && madeHere(folder)) this.madeFolders.add(folder);
    else {
      mkdirSync(folder, { recursive: true });
      this.madeFolders.add(folder).add(above);
    }
  }

  /** Notes what the pages of the next site show; its manifest is written, and it does not stand yet. */
  note(): void {
    const manifest = textOf(join(this.next, manifestPath));
    const file = noteFile(this.output, manifest);
    mkdirSync(dirname(file), { recursive: true });
    const [files, folders] = [[...filesOf(manifest).keys()], [...this.foldersNow]];
    const inFolders = folders.flatMap(([folder, { digest }]) =>
      files.flatMap((path) => (path.startsWith(folder) ? [[path, digest] as const] : [])),
    );
    const made = [...this.now, ...inFolders];
    const lines = made.map(([path, digest]) => `${digest} ${this.standingNow(path)} ${path}\n`);
    writeWhole(factsFile(file), JSON.stringify(Object.fromEntries(this.foldersNow)));
    writeWhole(file, lines.join(""));
  }

  /** How a file of the next site stands; one that is kept stands as it stood, where it is one file with that of the last site. */
  private standingNow(file: string): string {
    return (this.keptFiles.has(file) ? this.standings.get(file) : undefined) ?? standingOf(join(this.next, file));
  }

  /** Forgets the sites that stood before. */
  forget(): void {
    const own = noteFile(this.output, textOf(join(this.output, manifestPath)));
    const start = `${basename(resolve(this.output))}.`;
    for (const name of readdirSync(dirname(own))) {
      if (name.startsWith(start) && name !== basename(own) && name !== basename(factsFile(own)))
        rmSync(join(dirname(own), name), { force: true });
    }
  }
}

function noteFile(output: string, manifest: string): string {
  const digest = createHash("sha256").update(manifest).digest("hex").slice(0, 32);
  return join(dirname(resolve(output)), ".cache", "pages", `${basename(resolve(output))}.${digest}.txt`);
}

/** What is known of folders stands beside the notes, and is of no use without them. */
function factsFile(notes: string): string {
  return notes.replace(/\.txt$/u, ".json");
}

function factsIn(text: string): Readonly<Record<string, { readonly facts: unknown }>> {
  try {
    return JSON.parse(text) as Readonly<Record<string, { readonly facts: unknown }>>;
  } catch {
    // None, or a damaged one: all folders are made anew.
    return {};
  }
}

function notedIn(text: string): ReadonlyMap<string, Noted> {
  return new Map(
    linesOf(text).map((line) => {
      const [digest = "", standing = "", ...path] = line.split(" ");
      return [path.join(" "), { digest, standing }];
    }),
  );
}

/** A file that was written into has another size or time, and one that was put in its place another inode; links to it change neither. */
function standingOf(file: string): string {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true ? `${stats.size}:${stats.mtimeMs}:${stats.ino}` : "none";
}

/** SHA-256 by path, as the manifest lists them. */
function filesOf(manifest: string): ReadonlyMap<string, string> {
  return new Map(linesOf(manifest).map((line) => [line.slice(66), line.slice(0, 64)]));
}

function linesOf(text: string): readonly string[] {
  return text.split("\n").filter(Boolean);
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function sha256Of(file: string): string | undefined {
  try {
    return createHash("sha256").update(readFileSync(file)).digest("hex");
  } catch (error) {
    if (isRefusal(error, "ENOENT", "EISDIR", "ENOTDIR")) return undefined;
    throw error;
  }
}

/** The names in a folder; none where it is none. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isRefusal(error, "ENOTDIR")) return [];
    throw error;
  }
}

/** Whether a folder was made, whose parent is there; not where there is one already. */
function madeHere(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (isRefusal(error, "EEXIST")) return false;
    throw error;
  }
}

/** A file of both sites is one file on the disk, where the disk can do that; whether it is. */
function place(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (!isRefusal(error, "EXDEV", "EPERM", "ENOTSUP", "EMLINK", "ENOSYS")) throw error;
    copyFileSync(from, to);
    return false;
  }
}
