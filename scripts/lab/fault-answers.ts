/** `npx tsx scripts/lab/fault-answers.ts -C ARCHIVE`: answers a review of the archive of `fault-trial.ts`, as far as it is not answered. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Day } from "../../src/model/day.ts";
import { ReviewSession } from "../review/session.ts";
import { readPostFiles } from "../storage/post-files.ts";

/** A boundary, a channel's name, a day, and a day that is taken back. */
export function answerAll(content: string): void {
  const today = "2026-02-01" as Day;
  const session = new ReviewSession(content, () => today);
  const editor = { by: "Mira", on: today };
  const settled = session.state("march.txt", true).dump?.settled ?? [];
  if (settled.length === 0) session.settle("march.txt", [{ line: 5, was: "open", to: "start" }], editor);
  session.name("quay.txt", { name: "Quay Radio", ...editor });
  const { files } = readPostFiles(join(content, "posts"));
  const idOf = (words: string): string => files.find(({ post }) => post.text.includes(words))?.post.id ?? "";
  session.date(idOf("Berth two"), { kind: "day", day: "2025-02-27" as Day }, editor);
  // A session that was stopped cannot take back its last answer any more; a person can.
  session.date(idOf("lay still"), { kind: "day", day: "2025-04-01" as Day }, editor);
  session.undo();
  session.date(idOf("lay still"), { kind: "open" }, editor);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  answerAll(join(process.argv.at(-1) ?? "", "content"));
