import { z } from "zod";

/** What became of a post that has no page of its own any more. */
export const fates = ["joined", "parted", "gone", "withdrawn"] as const;
/** One of `fates`: its lines are now one other post's, or several others'; no capture shows it; a person took it out. */
export type FateKind = (typeof fates)[number];

const id = z.string().regex(/^[0-9a-z]{10}$/u);
const page = z
  .string()
  .regex(/^\/(?:[^/\\?#\p{Cc}]+\/)*[^/\\?#\p{Cc}]*$/u, "not the path of a page")
  .refine((path) => path.split("/").every(isFileName), "not the path of a page");
const line = z.union([
  z.strictObject({ id, became: z.enum(fates).optional(), into: z.array(id).optional(), reason: z.string().optional() }),
  z.strictObject({ page, to: page.optional() }),
]);

/** A line of `content/permalinks.jsonl`: a post and what became of it, or a page and where it went. */
export type PermalinkLine = z.infer<typeof line>;

/** No system has files of longer names, and no page is called like a step up. */
function isFileName(name: string): boolean {
  return Buffer.byteLength(name) <= 255 && name !== "." && name !== "..";
}

/** A line as text, since there are as many as posts. */
export function permalinkText(entry: PermalinkLine): string {
  return `${JSON.stringify(entry)}\n`;
}

/** What a line says; `undefined` for what is none. */
export function permalinkLine(json: string): PermalinkLine | undefined {
  return line.safeParse(parsed(json)).data;
}

/** Numbers of the lines of `content/permalinks.jsonl` that are none, counted from 1. */
export function brokenLines(text: string): readonly number[] {
  return text.split("\n").flatMap((json, index) => {
    return json.trim() === "" || permalinkLine(json) !== undefined ? [] : [index + 1];
  });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Told by the schema, with the place.
    return undefined;
  }
}

/** Lines of one address stay in their order: the last one counts. */
export function byAddress(one: string, other: string): number {
  const [a, b] = [addressIn(one), addressIn(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The address at the head of a line, as JSON writes it: `{"id":"0aga3aw6s4`, `{"page":"/about/`. */
function addressIn(json: string): string {
  return json.slice(0, json.indexOf('"', json.indexOf(":") + 2));
}

/** Whether a line says that a site with this page was built, and no more. */
export function isPageLine(json: string): boolean {
  return json.startsWith('{"page"') && !json.includes('"to"');
}
