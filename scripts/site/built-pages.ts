import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { manifestPath } from "../../src/site/model/urls.ts";
import { isRefusal } from "../storage/disk-errors.ts";

/** Where it is noted what the pages of a site show, and what its folders are made from. */
export interface NoteFiles {
  readonly pages: string;
  readonly folders: string;
}

/** What is noted of a page: the digest of what it shows, and how its file stands. */
interface Noted {
  readonly digest: string;
  readonly standing: string;
}

/** A file of a site that is as it was written. */
export interface WrittenFile {
  readonly sha256: string;
  /** How it stands, as `standingOf` tells. */
  readonly standing: string;
}

/** What each page of a site showed when it was built, as noted; nothing is known of a site without notes. */
export class BuiltPages {
  private readonly noted: ReadonlyMap<string, Noted>;
  private readonly manifest: ReadonlyMap<string, string>;
  private readonly folders: Readonly<Record<string, { readonly facts: unknown }>>;

  constructor(
    /** The site's folder. */
    readonly folder: string,
    { pages, folders }: NoteFiles,
  ) {
    this.noted = notedIn(wholeText(pages));
    this.folders = this.noted.size === 0 ? {} : factsIn(wholeText(folders));
    this.manifest = this.noted.size === 0 ? new Map() : listedFiles(wholeText(join(folder, manifestPath)));
  }

  /** Whether anything is known of the site's pages. */
  get isKnown(): boolean {
    return this.noted.size > 0;
  }

  /** A file that was made from what the digest stands for, if it is as it was written. */
  madeFrom(file: string, digest: string): WrittenFile | undefined {
    return this.noted.get(file)?.digest === digest ? this.written(file) : undefined;
  }

  /** A file that is as it was written, whatever it was made from. */
  written(file: string): WrittenFile | undefined {
    const [noted, sha256] = [this.noted.get(file), this.manifest.get(file)];
    if (noted === undefined || sha256 === undefined) return undefined;
    const path = join(this.folder, file);
    const standing = standingOf(path);
    return standing === noted.standing || sha256Of(path) === sha256 ? { sha256, standing } : undefined;
  }

  /** All files of a folder that were made from what the digest stands for. */
  filesIn(folder: string, digest: string): readonly string[] {
    return [...this.noted].flatMap(([file, noted]) =>
      file.startsWith(folder) && noted.digest === digest ? [file] : [],
    );
  }

  /** What was noted of a folder, whatever it is made from now. */
  factsOf(folder: string): unknown {
    return this.folders[folder]?.facts;
  }
}

/**
 * The notes of a site that stands, beside it under `.cache/pages`, in files that are called by the digest of the site's manifest: notes are of no other
 * site than the one they were made with, wherever a build was stopped.
 */
export function notesBeside(output: string, manifest: string): NoteFiles {
  const digest = createHash("sha256").update(manifest).digest("hex").slice(0, 32);
  const start = join(dirname(resolve(output)), ".cache", "pages", `${basename(resolve(output))}.${digest}`);
  return { pages: `${start}.txt`, folders: `${start}.json` };
}

/** How a file stands: one that was written into has another size or time, and one that was put in its place another inode; links to it change neither. */
export function standingOf(file: string): string {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true ? `${stats.size}:${stats.mtimeMs}:${stats.ino}` : "none";
}

/** SHA-256 by path, as a manifest lists them. */
export function listedFiles(manifest: string): ReadonlyMap<string, string> {
  return new Map(linesOf(manifest).map((line) => [line.slice(66), line.slice(0, 64)]));
}

/** The text of a file, empty where there is none. */
export function wholeText(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
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

function linesOf(text: string): readonly string[] {
  return text.split("\n").filter(Boolean);
}

function sha256Of(file: string): string | undefined {
  try {
    return createHash("sha256").update(readFileSync(file)).digest("hex");
  } catch (error) {
    if (isRefusal(error, "ENOENT", "EISDIR", "ENOTDIR")) return undefined;
    throw error;
  }
}
