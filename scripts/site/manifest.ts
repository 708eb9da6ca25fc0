import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { manifestPath } from "../../src/site/model/urls.ts";

/**
 * Writes the SHA-256 of every file of a site into it, as `sha256sum -c manifest-sha256.txt` checks them in the site's folder. Two builds of one archive
 * have the same manifest. `known`: the digests of files that need not be read.
 */
export function writeManifest(site: string, known: ReadonlyMap<string, string> = new Map()): void {
  const lines = [...digestsIn(site, known)].map(([path, digest]) => `${digest}  ${path}\n`);
  writeFileSync(join(site, manifestPath), lines.join(""));
}

/** The SHA-256 of every file below a folder, by path parted by `/`, in order. */
export function digestsIn(folder: string, known: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
  return new Map(paths.map((path) => [path, known.get(path) ?? digestOf(join(folder, path))]));
}

function digestOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
