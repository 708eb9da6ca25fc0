import { copyFileSync, linkSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { ListView } from "../../src/site/model/list-views.ts";
import type { PostView } from "../../src/site/model/post-view.ts";
import { manifestPath, outputFile } from "../../src/site/model/urls.ts";
import { isRefusal } from "../storage/disk-errors.ts";
import { writeWhole } from "../storage/write-whole.ts";
import {
  BuiltPages,
  listedFiles,
  type NoteFiles,
  notesBeside,
  standingOf,
  type WrittenFile,
  wholeText,
} from "./built-pages.ts";
import type { DigestOf } from "./page-digests.ts";
import { takeSpare } from "./site-place.ts";

/** A file as it was written, and the site that it is of. */
interface Found {
  readonly site: BuiltPages;
  readonly written: WrittenFile;
}

/** A folder of a site that was built before. */
export interface FormerFolder {
  /** What was noted of it. */
  readonly facts: unknown;
  /** Puts files of it as they stand into the next site, if all are as they were written: whoever asks knows that they would be the same. */
  readonly keep: (files: readonly string[]) => boolean;
}

/** What is kept of earlier builds. */
export interface Keeping {
  /** Keeps nothing of the site that stands. */
  readonly full: boolean;
  /** Shards of the site that were built elsewhere: what they have of its pages is copied. */
  readonly shards?: readonly BuiltPages[];
}

/**
 * The pages of the site that stands, and those of its shards, for the one that takes its place: those that show the same are put there as they are. What
 * each page shows is noted by its digest (`built-pages.ts`).
 */
export class KeptPages {
  /** The site that stands, if pages of it may be kept. */
  private readonly standing: BuiltPages | undefined;
  /** Where pages are taken from, in this order. */
  private readonly sites: readonly BuiltPages[];
  private readonly now = new Map<string, string>();
  private readonly keptFiles = new Map<string, string>();
  /** How files of the last site stand that are in the next one too. */
  private readonly standings = new Map<string, string>();
  /** Pages of the site before the last one, where they were in it. */
  private readonly reused = new Set<string>();
  private readonly madeFolders = new Set<string>();
  private readonly foldersNow = new Map<string, { readonly digest: string; readonly facts: unknown }>();

  constructor(
    private readonly output: string,
    private readonly next: string,
    /** Digests of what a part of the site is made from. */
    readonly digestOf: DigestOf,
    { full, shards = [] }: Keeping,
  ) {
    const manifest = wholeText(join(output, manifestPath));
    const standing = full ? undefined : new BuiltPages(output, notesBeside(output, manifest));
    this.standing = standing?.isKnown === true ? standing : undefined;
    this.sites = [...(this.standing === undefined ? [] : [this.standing]), ...shards];
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
    if (this.standing === undefined || !takeSpare(this.next, this.output, folder)) return;
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
    const found = this.find((site) => site.madeFrom(file, digest));
    if (found === undefined) {
      if (this.reused.has(file)) rmSync(join(this.next, file), { recursive: true, force: true });
      return false;
    }
    this.place(file, found);
    return true;
  }

  /** The same with a page of a list, which shows posts whose own pages were asked for before. */
  keepList({ path, seen, posts }: ListView): boolean {
    return this.keep({ path, seen: [...seen, posts.map((page) => this.now.get(outputFile(page.path).slice(1)))] });
  }

  /** The same with all files of a folder, such as a bundle of the search; what was noted of them as `facts`, where they are kept. */
  keepFolder(folder: string, digest: string): unknown {
    for (const site of this.sites) {
      const facts = site.factsOf(folder);
      const files = site.filesIn(folder, digest);
      if (facts === undefined || files.length === 0 || !this.placeAll(files, site)) continue;
      this.noteFolder(folder, digest, facts);
      return facts;
    }
    return undefined;
  }

  /** A folder as each site has it for which something was noted of it, whatever it is made from now. */
  formerFolders(folder: string): readonly FormerFolder[] {
    return this.sites.flatMap((site) => {
      const facts = site.factsOf(folder);
      return facts === undefined ? [] : [{ facts, keep: (files) => this.placeAll(files, site) }];
    });
  }

  /** Notes what a folder of the next site, which ends with a slash, is made from, and what is to be known of it where it is kept, as values for JSON. */
  noteFolder(folder: string, digest: string, facts: unknown): void {
    this.foldersNow.set(folder, { digest, facts });
  }

  private find(writtenIn: (site: BuiltPages) => WrittenFile | undefined): Found | undefined {
    for (const site of this.sites) {
      const written = writtenIn(site);
      if (written !== undefined) return { site, written };
    }
    return undefined;
  }

  /** Puts all of these files of a site into the next one, or none. */
  private placeAll(files: readonly string[], site: BuiltPages): boolean {
    const found = files.flatMap((file) => {
      const written = site.written(file);
      return written === undefined ? [] : [[file, written] as const];
    });
    if (found.length < files.length) return false;
    for (const [file, written] of found) this.place(file, { site, written });
    return true;
  }

  private place(file: string, { site, written }: Found): void {
    this.keptFiles.set(file, written.sha256);
    const [from, to] = [join(site.folder, file), join(this.next, file)];
    if (this.reused.has(file)) {
      if (standingOf(to) === written.standing) {
        this.standings.set(file, written.standing);
        return;
      }
      rmSync(to, { recursive: true, force: true });
    }
    this.makeFolder(dirname(to));
    // A shard is not ours: whoever writes into its files must not write into the site.
    if (site !== this.standing) copyFileSync(from, to);
    else if (place(from, to)) this.standings.set(file, written.standing);
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
  note(notes: NoteFiles = notesBeside(this.output, wholeText(join(this.next, manifestPath)))): void {
    mkdirSync(dirname(notes.pages), { recursive: true });
    const [files, folders] = [[...listedFiles(wholeText(join(this.next, manifestPath))).keys()], [...this.foldersNow]];
    const inFolders = folders.flatMap(([folder, { digest }]) =>
      files.flatMap((path) => (path.startsWith(folder) ? [[path, digest] as const] : [])),
    );
    const made = [...this.now, ...inFolders];
    const lines = made.map(([path, digest]) => `${digest} ${this.standingNow(path)} ${path}\n`);
    writeWhole(notes.folders, JSON.stringify(Object.fromEntries(this.foldersNow)));
    writeWhole(notes.pages, lines.join(""));
  }

  /** How a file of the next site stands; one that is kept stands as it stood, where it is one file with that of the last site. */
  private standingNow(file: string): string {
    return this.standings.get(file) ?? standingOf(join(this.next, file));
  }

  /** Forgets the sites that stood before. */
  forget(): void {
    const { pages, folders } = notesBeside(this.output, wholeText(join(this.output, manifestPath)));
    const own = [basename(pages), basename(folders)];
    const start = `${basename(resolve(this.output))}.`;
    for (const name of readdirSync(dirname(pages))) {
      if (name.startsWith(start) && !own.includes(name)) rmSync(join(dirname(pages), name), { force: true });
    }
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
