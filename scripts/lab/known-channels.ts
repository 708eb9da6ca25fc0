import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { type Day, parseDay } from "../../src/model/day.ts";
import { lineAt } from "../../src/read/source-text.ts";
import { annotatedDump } from "./annotated-dumps.ts";

/** A channel, or a stretch of one, whose posts' days are known: to fit the dating on, and to judge it by. */
export interface KnownChannel {
  /** The file's name up to its first dot, without the letter of a stretch (`news-a` is of the channel `news`). */
  readonly name: string;
  /** Oldest first. */
  readonly posts: readonly DatedPost[];
  /** The day after which nothing was published; that of the last post where nobody says. */
  readonly captured: Day;
}

/** A post and the day it was published. */
export interface DatedPost {
  readonly day: Day;
  readonly text: string;
}

const post = z.object({ date: z.string(), text: z.string() });

/**
 * The channels of a folder and of the folders in it. A channel is a JSON Lines file, one post a line, oldest first (`{ "date":
 * "2025-02-04…", "text": "…" }`), or a dump `NAME.txt` with its annotation `NAME.gold.json` and its sidecar; of several dumps of
 * one stretch (`news-a.tme.txt`, `news-a.mirror.txt`) the last by name is taken, and none where there is a JSON Lines file.
 * Throws an Error that names the file.
 */
export function knownChannels(folder: string): readonly KnownChannel[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const whole = files.filter((name) => name.endsWith(".jsonl")).map((name) => readLines(join(folder, name)));
  const stretches = new Map<string, string>();
  for (const name of files.filter((file) => file.endsWith(".gold.json"))) {
    if (existsSync(join(folder, name.replace(/\.gold\.json$/u, ".txt")))) stretches.set(stemOf(name), name);
  }
  const windows = [...stretches.values()].map((name) =>
    readAnnotated(join(folder, name.replace(/gold\.json$/u, "txt"))),
  );
  return [...whole, ...windows.filter(({ name }) => !whole.some((channel) => channel.name === name))];
}

function stemOf(file: string): string {
  return basename(file).replace(/\..*$/u, "");
}

function nameOf(file: string): string {
  return stemOf(file).replace(/-[a-z]$/u, "");
}

function readLines(file: string): KnownChannel {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  const posts = lines.map((line): DatedPost => {
    const { date, text } = post.parse(JSON.parse(line));
    return { day: dayIn(date, file), text };
  });
  return { name: nameOf(file), posts, captured: lastDay(posts, file) };
}

function readAnnotated(file: string): KnownChannel {
  const { channel, source, posts: annotated, isOldestFirst, retrieved } = annotatedDump(file);
  const inDump = annotated.map(({ textLines, day }): DatedPost => {
    return { day, text: textLines.map((line) => lineAt(source, line)).join("\n") };
  });
  const posts = isOldestFirst ? inDump : inDump.toReversed();
  return { name: channel, posts, captured: retrieved ?? lastDay(posts, file) };
}

function dayIn(text: string, file: string): Day {
  const day = parseDay(text.slice(0, 10));
  if (day === undefined) throw new Error(`Cannot read "${file}": no day in "${text}"`);
  return day;
}

function lastDay(posts: readonly DatedPost[], file: string): Day {
  const last = posts.at(-1);
  if (last === undefined) throw new Error(`Cannot read "${file}": it holds no post`);
  return last.day;
}
