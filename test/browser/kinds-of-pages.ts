import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * One page of each kind of a built site, as paths below its root: the largest page at each depth of each section, so
 * that a new section is among them without being named here, and the largest of those that stand for a former post.
 */
export function kindsOfPages(site: string): readonly string[] {
  const largest = new Map<string, { readonly path: string; readonly size: number }>();
  for (const name of readdirSync(site, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".html")) continue;
    const file = name.replaceAll("\\", "/");
    const html = readFileSync(join(site, name), "utf8");
    const kind = `${kindOf(file)}${html.includes(`<meta name="robots" content="noindex"/>`) ? " former" : ""}`;
    if (html.length > (largest.get(kind)?.size ?? 0)) {
      largest.set(kind, { path: file.replace(/(^|\/)index\.html$/u, "$1"), size: html.length });
    }
  }
  return [...largest.values()].map(({ path }) => path).sort();
}

function kindOf(file: string): string {
  const folder = dirname(file);
  const parts = folder === "." ? [] : folder.split("/");
  // Numbers of years, months and pages differ within a kind; words, such as a list beside the years, tell it.
  const inTimeline = parts[0] === "timeline" ? parts.map((part) => part.replace(/\d+/u, "1")).join("/") : "";
  return file.endsWith("index.html") ? `${parts[0] ?? ""} ${parts.length} ${inTimeline}` : file;
}
