import { createHash } from "node:crypto";
import { copyFileSync, existsSync, linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { PostView } from "../../src/site/model/post-view.ts";
import { manifestPath, outputFile } from "../../src/site/model/urls.ts";
import { isRefusal } from "../storage/disk-errors.ts";
import { writeWhole } from "../storage/write-whole.ts";
import type { DigestOf } from "./page-digests.ts";

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
  private readonly now = new Map<string, string>();
  private readonly keptFiles = new Map<string, string>();

  constructor(
    /** The site that stands, if there is one. */
    private readonly output: string,
    private readonly next: string,
    private readonly digestOf: DigestOf,
    { full }: { readonly full: boolean },
  ) {
    const manifest = full ? "" : textOf(join(output, manifestPath));
    this.noted = notedIn(textOf(noteFile(output, manifest)));
    this.manifest = this.noted.size === 0 ? new Map() : filesOf(manifest);
  }

  /** The files that were put into the next site as they stand, with their SHA-256. */
  get files(): ReadonlyMap<string, string> {
    return this.keptFiles;
  }

  /** Puts the page of a post as it stands into the next site, if it shows the same and its file is as it was written. */
  keep(view: PostView): boolean {
    const digest = this.digestOf(view);
    const file = outputFile(view.path).slice(1);
    this.now.set(file, digest);
    const noted = this.noted.get(file);
    if (noted?.digest !== digest) return false;
    const from = join(this.output, file);
    const written = this.manifest.get(file);
    if (written === undefined || !(standingOf(from) === noted.standing || sha256Of(from) === written)) return false;
    place(from, join(this.next, file));
    this.keptFiles.set(file, written);
    return true;
  }

  /** Notes what the pages of the next site show; its manifest is written, and it does not stand yet. */
  note(): void {
    const file = noteFile(this.output, textOf(join(this.next, manifestPath)));
    mkdirSync(dirname(file), { recursive: true });
    const lines = [...this.now].map(([path, digest]) => `${digest} ${standingOf(join(this.next, path))} ${path}\n`);
    writeWhole(file, lines.join(""));
  }

  /** Forgets the sites that stood before. */
  forget(): void {
    const own = noteFile(this.output, textOf(join(this.output, manifestPath)));
    const start = `${basename(resolve(this.output))}.`;
    for (const name of readdirSync(dirname(own))) {
      if (name.startsWith(start) && name !== basename(own)) rmSync(join(dirname(own), name), { force: true });
    }
  }
}

function noteFile(output: string, manifest: string): string {
  const digest = createHash("sha256").update(manifest).digest("hex").slice(0, 32);
  return join(dirname(resolve(output)), ".cache", "pages", `${basename(resolve(output))}.${digest}.txt`);
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

/** A file of both sites is one file on the disk, where the disk can do that. */
function place(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch (error) {
    if (!isRefusal(error, "EXDEV", "EPERM", "ENOTSUP", "EMLINK", "ENOSYS")) throw error;
    copyFileSync(from, to);
  }
}
