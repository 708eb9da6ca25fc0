import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { type Day, parseDay } from "../../src/model/day.ts";
import { readSidecar } from "../../src/read/sidecar.ts";
import { readSource, type SourceText } from "../../src/read/source-text.ts";

/** A dump whose posts are known: `NAME.KIND.txt` with its annotation `NAME.KIND.gold.json` and, where there is one, its sidecar `NAME.KIND.yml`. */
export interface AnnotatedDump {
  /** `news-a.tme`. */
  readonly name: string;
  /** The name without the letter of a stretch, `news`. */
  readonly channel: string;
  /** `tme`. */
  readonly kind: string;
  readonly source: SourceText;
  /** In the order of the dump. */
  readonly posts: readonly AnnotatedPost[];
  /** Whether the dump shows its oldest post first. */
  readonly isOldestFirst: boolean;
  /** The day of the capture, where the sidecar tells it. */
  readonly retrieved?: Day;
}

/** A post of such a dump. Lines are counted from 1. */
export interface AnnotatedPost {
  /** Its first line, and all of them. */
  readonly first: number;
  readonly lines: ReadonlySet<number>;
  /** The lines of its one best text, in reading order. */
  readonly textLines: readonly number[];
  /** BCP 47. */
  readonly language: string;
  readonly day: Day;
}

const range = z.tuple([z.number(), z.number()]);
const annotation = z.object({
  order: z.enum(["asc", "desc"]),
  posts: z.array(
    z.object({
      full: z.array(z.number()),
      copy: z.array(range),
      placeholder: z.array(range),
      reactions: z.number().nullable(),
      forwarded_line: z.number().nullable(),
      reply_quote: range.nullable(),
      lang: z.string(),
      date: z.object({ best: z.string() }),
    }),
  ),
});

/** The annotated dumps of a folder by name, all of them or those of one kind. Throws an Error that names the file. */
export function annotatedDumps(folder: string, kind?: string): readonly AnnotatedDump[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(kind === undefined ? ".txt" : `.${kind}.txt`))
    .filter((name) => existsSync(join(folder, name.replace(/txt$/u, "gold.json"))))
    .sort()
    .map((name) => annotatedDump(join(folder, name)));
}

/** Reads a dump, its annotation and its sidecar. Throws an Error that names the file. */
export function annotatedDump(file: string): AnnotatedDump {
  const [gold, sidecar] = [file.replace(/txt$/u, "gold.json"), file.replace(/txt$/u, "yml")];
  const { order, posts } = annotation.parse(JSON.parse(readFileSync(gold, "utf8")));
  const { retrieved } = existsSync(sidecar) ? readSidecar(readFileSync(sidecar, "utf8"), basename(sidecar)) : {};
  const name = basename(file, ".txt");
  const [stretch = "", kind = ""] = name.split(".");
  return {
    name,
    channel: stretch.replace(/-[a-z]$/u, ""),
    kind,
    source: readSource(readFileSync(file), basename(file)),
    posts: posts.map((post) => {
      const day = parseDay(post.date.best);
      if (day === undefined) throw new Error(`Cannot read "${gold}": no day in "${post.date.best}"`);
      const lines = linesOf(post);
      return { first: Math.min(...lines), lines, textLines: post.full, language: post.lang, day };
    }),
    isOldestFirst: order === "asc",
    ...(retrieved === undefined ? {} : { retrieved }),
  };
}

function linesOf(post: z.infer<typeof annotation>["posts"][number]): ReadonlySet<number> {
  const ranges = [...post.copy, ...post.placeholder, ...(post.reply_quote === null ? [] : [post.reply_quote])];
  const spread = ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
  const single = [post.reactions, post.forwarded_line].filter((line) => line !== null);
  return new Set([...post.full, ...spread, ...single]);
}
