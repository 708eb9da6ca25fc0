import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { withFileLinks } from "../../src/site/formats/file-links.ts";

/** Lets every link of every page name the file it leads to; those of pages that were kept do so already. `kept`: by their files. */
export function nameFiles(folder: string, kept: ReadonlyMap<string, string>): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".html") || kept.has(name.split(sep).join("/"))) continue;
    const file = join(folder, name);
    writeFileSync(file, withFileLinks(readFileSync(file, "utf8")));
  }
}
