import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PublishedMedia } from "../../src/site/model/published-media.ts";
import { isPlainFile } from "./media-index.ts";

/** What is told of files that are published elsewhere, by SHA-256, so that a site can be built without them. */
export function linkedIn(content: string): ReadonlyMap<string, PublishedMedia> {
  const folder = join(content, "media");
  const file = join(folder, "linked.jsonl");
  const lines = isPlainFile(file, folder) ? readFileSync(file, "utf8").split("\n") : [];
  return new Map(lines.flatMap(linkedFile));
}

/** A line that tells nothing is written anew where its file is. */
function linkedFile(line: string): readonly (readonly [string, PublishedMedia])[] {
  try {
    const { sha256, ...published } = JSON.parse(line) as PublishedMedia & { readonly sha256: string };
    const paths =
      published.kind === "picture"
        ? published.sizes.map(({ path }) => path)
        : "path" in published
          ? [published.path]
          : [];
    const isWhole = paths.length > 0 && paths.every((path) => /^\/media\/[0-9a-f]{64}[.-][\w.-]+$/u.test(path));
    return isWhole ? [[sha256, published]] : [];
  } catch {
    return [];
  }
}
