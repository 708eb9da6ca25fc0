import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { manifestPath } from "../../src/site/model/urls.ts";

/**
 * Writes the SHA-256 of every file of a site into it, as `sha256sum -c manifest-sha256.txt` checks them in the site's folder. Two builds of one archive
 * have the same manifest.
 */
export function writeManifest(site: string): void {
  const paths = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)))
    .sort();
  const lines = paths.map((path) => `${digestOf(join(site, path))}  ${path.split(sep).join("/")}\n`);
  writeFileSync(join(site, manifestPath), lines.join(""));
}

function digestOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
