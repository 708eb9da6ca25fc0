import { readdirSync } from "node:fs";
import { extname, join } from "node:path";
import type { Notice } from "../../src/model/notice.ts";
import { isArchive, isDump } from "./dumps.ts";

/** Files that people have beside dumps, by the endings of their names, and how their text gets into a dump. */
const otherFiles: readonly (readonly [RegExp, string])[] = [
  [/\.(?:docx?|odt|rtf|pages|pdf|epub)$/iu, "it is a document; save it as plain text in UTF-8, as NAME.txt"],
  [/\.(?:xlsx?|ods|numbers)$/iu, "it is a spreadsheet; save its table as NAME.csv, in UTF-8"],
  [/\.(?:mht|mhtml|webarchive)$/iu, "it is a page in one file; save the page as NAME.html, or its text as NAME.txt"],
  [/\.(?:rar|7z|tar|tgz|tar\.\w{2,3})$/iu, "it is packed; unpack it and import the folder, or pack it as NAME.zip"],
  [/\.(?:md|markdown|text|log|asc|rst)$/iu, "its name does not say that it is a dump; if it is one, call it NAME.txt"],
];

/** Why a file is no dump, and what to do with it. */
export function unknownKind(path: string): string {
  return (
    kindOf(path) ??
    "its name does not say what it is; call it NAME.txt, NAME.json, NAME.jsonl, NAME.csv, NAME.html, or the same with .gz, NAME.zip, or NAME.warc.gz, NAME.wet.gz or NAME.wacz"
  );
}

function kindOf(path: string): string | undefined {
  return otherFiles.find(([pattern]) => pattern.test(path))?.[1];
}

/** What people write beside their files. */
const companions = /^(?:readme|licen[cs]e|changelog|notes?|todo)\b/iu;

/** Files among the dumps that may be meant as one and are not read, by their names. Pictures and whatever lies in folders belong to other files. */
export function unreadFiles(content: string): readonly Notice[] {
  return entriesIn(join(content, "dumps")).flatMap((file): readonly Notice[] => {
    if (isDump(file) || isArchive(file) || file.startsWith(".") || companions.test(file)) return [];
    const kind = kindOf(file) ?? (extname(file) === "" ? unknownKind(file) : undefined);
    return kind === undefined ? [] : [{ rule: "dump/unread", file, reason: `not read: ${kind}` }];
  });
}

function entriesIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  } catch {
    // A folder that cannot be read is told by who reads its dumps.
    return [];
  }
}
