import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { consolidate } from "../../src/archive/consolidate.ts";
import type { ReadDump } from "../../src/import/assemble.ts";
import { readDump } from "../../src/import/read-dump.ts";
import { readExport } from "../../src/import/read-export.ts";
import type { Day } from "../../src/model/day.ts";
import type { Ledger } from "../../src/model/ledger.ts";
import { readSource } from "../../src/read/source-text.ts";
import { htmlExport, resultJson, toldPosts } from "../exports/three-shapes.ts";
import { contentWith, ledger, manyPosts, oddPosts } from "./fixture.ts";

/**
 * Writes a content folder whose site has a page of every kind: lists of several pages, posts that speak of subjects,
 * forward each other and hardly tell their day, a dump and an export that are kept and ones that are not, and addresses of former posts.
 */
export function contentOfEveryKind(folder: string, said: Readonly<Record<string, unknown>> = {}): string {
  const dump = new TextEncoder().encode(preview);
  const source = readSource(dump, "ships.txt");
  const { posts, report } = readDump({ source, sidecar: {}, today: "2025-03-01" as Day });
  const told = exported("harbour-book.json", resultJson(bookPosts));
  const lost = exported("lost-book.html", htmlExport(toldPosts(3)));
  const read = consolidate([posts, told.posts, lost.posts], []).posts;
  contentWith([...oddPosts, ...manyPosts(102), ...read], folder, said);
  const kept: Ledger = { dumps: [...ledger.dumps, report, told.report, lost.report] };
  writeFileSync(join(folder, "ledger.json"), JSON.stringify(kept));
  mkdirSync(join(folder, "dumps"), { recursive: true });
  writeFileSync(join(folder, "dumps", source.file), dump);
  writeFileSync(join(folder, "dumps", told.report.file), resultJson(bookPosts));
  writeFileSync(join(folder, "permalinks.jsonl"), redirect.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return folder;
}

/** More posts than one page of an export holds, none with a tag. */
const bookPosts = toldPosts(26).filter(({ parts }) => parts.length > 1);

function exported(file: string, text: string): ReadDump {
  const { write, end } = readExport({ file, sidecar: { timezone: "Europe/Lisbon" } });
  write(new TextEncoder().encode(text));
  const read = end();
  return { ...read, posts: [...read.posts] };
}

/** A page as t.me prints it, of posts that speak of the same places. */
const preview = [
  ...["Ships of the Marsh", "@marsh_ships", "1.2K subscribers", "Download Telegram"],
  ...Array.from({ length: 24 }, (_, index) => [
    ...(index % 4 === 0 ? ["Forwarded from Harbour News"] : []),
    `🚢 Ship number ${index} has come in`,
    "",
    `On ${1 + index} January 2025 it brought ${index} crates from New Marsham to the Old Quay and left at noon.`,
    "#Ships #Quay",
    "👍3❤1",
  ]).flat(),
].join("\n");

/** The ids of former posts, one of each fate. */
export const redirectPosts = ["goneaway01", "takenout01", "onepart001", "manypart01"] as const;

const redirect = [
  { id: "russian001" },
  { id: "chinese001" },
  { id: "goneaway01", became: "gone" },
  { id: "takenout01", became: "withdrawn", reason: "Asked for by its author" },
  { id: "onepart001", became: "joined", into: ["russian001"] },
  { id: "manypart01", became: "parted", into: ["russian001", "chinese001"] },
  { page: "/channels/former/", to: "/channels/harbour/" },
] as const;
