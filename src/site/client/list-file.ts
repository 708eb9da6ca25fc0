import { byteOrderMark, csvCells } from "../formats/downloads/csv.ts";
import { referencesFrom } from "../formats/posting-references.ts";
import type { ExportKind } from "./export-name.ts";
import { openedOn } from "./opened.ts";
import type { PageFacts } from "./page-facts.ts";

/** The columns of a list as CSV: what structured data tells of a post, and how its date is known. */
const columns = ["id", "url", "title", "channel", "published", "interval", "language", "note"] as const;

/** Posts as a file, by what their pages say of them. A reader's own notes are no part of it. */
export function fileOfPosts(kind: ExportKind, posts: readonly PageFacts[], accessed = openedOn()): string {
  switch (kind) {
    case "csv":
      return byteOrderMark + csvCells(columns) + posts.map((post) => csvCells(cellsOf(post))).join("");
    case "jsonl":
      return posts.map(({ posting, beside: { note } }) => `${JSON.stringify({ ...posting, note })}\n`).join("");
    case "bibtex":
    case "ris":
      return posts
        .map(({ posting, beside }) => `${referencesFrom(posting, { ...beside, accessed })[kind]}\n`)
        .join("\n");
  }
}

function cellsOf({ posting, beside }: PageFacts): readonly string[] {
  const { identifier, url, headline, author, datePublished = "", temporalCoverage = "", inLanguage = "" } = posting;
  return [identifier, url, headline, author.name, datePublished, temporalCoverage, inLanguage, beside.note];
}
