import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * One page of each kind of a built site, as paths below its root: the largest page at each depth of each section, so
 * that a new section is among them without being named here.
 */
export function kindsOfPages(site: string): readonly string[] {
  const largest = new Map<string, { readonly path: string; readonly size: number }>();
  for (const name of readdirSync(site, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".html")) continue;
    const file = name.replaceAll("\\", "/");
    const folder = dirname(file);
    const parts = folder === "." ? [] : folder.split("/");
    const kind = file.endsWith("index.html") ? `${parts[0] ?? ""} ${parts.length}` : file;
    const { size } = statSync(join(site, name));
    if (size > (largest.get(kind)?.size ?? 0)) {
      largest.set(kind, { path: file.replace(/(^|\/)index\.html$/u, "$1"), size });
    }
  }
  return [...largest.values()].map(({ path }) => path).sort();
}
