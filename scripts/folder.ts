import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { Option } from "commander";

/** The places of an archive. */
export interface ArchiveFolder {
  /** What is kept: dumps, posts, settings, ledger, addresses. */
  readonly content: string;
  /** The built site. */
  readonly site: string;
  /** The folder of the site's shards, where it is built in shards. */
  readonly shards: string;
}

/** Options by which every command finds the archive it works on. */
export interface FolderOptions {
  readonly dir: string;
  readonly content?: string;
}

/** The options themselves, which stand before or after a command's name. */
export function folderOptions(): readonly Option[] {
  return [
    new Option("-C, --dir <folder>", "the archive folder, which contains content/").default(".", "the current folder"),
    new Option("--content <folder>", "the content folder, if it has another name"),
  ];
}

/** The archive that a command was asked to work on; paths as short as they can be written, for messages. */
export function archiveFolder({ dir, content }: FolderOptions): ArchiveFolder {
  const root = content === undefined ? resolve(dir) : resolve(content, "..");
  return {
    content: shown(content ?? join(dir, "content")),
    site: shown(join(root, "_site")),
    shards: shown(join(root, "_shards")),
  };
}

/** Refuses to work where there is no archive. Throws an Error with the remedy. */
export function requireArchive({ content }: ArchiveFolder): void {
  if (existsSync(content)) return;
  throw new Error(
    `Cannot find an archive: there is no folder "${content}"; name the archive folder with --dir, or create one with scrollback init`,
  );
}

function shown(path: string): string {
  const short = relative(process.cwd(), resolve(path));
  return short === "" || short.startsWith("..") ? resolve(path) : short;
}
