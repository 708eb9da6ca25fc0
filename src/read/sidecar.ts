import yaml from "js-yaml";
import { z } from "zod";
import { type Day, parseDay } from "../model/day.ts";
import type { Order } from "../model/ledger.ts";
import { isEncoding } from "./encoding.ts";

/** What a person says about a dump, in `NAME.yml` beside `NAME.txt`. All of it is optional. */
export interface Sidecar {
  /** The channel's name. */
  readonly channel?: string;
  /** The channel's Telegram user name, without `@`. */
  readonly handle?: string;
  /** The address the dump was taken from. */
  readonly url?: string;
  /** The day of the capture: nothing in the dump is later. */
  readonly retrieved?: Day;
  /** BCP 47 language of the channel. */
  readonly language?: string;
  /** IANA time zone of the dump's clock times. */
  readonly timezone?: string;
  /** The encoding of the dump's bytes, where they do not tell it themselves, such as `koi8-r`. */
  readonly encoding?: string;
  readonly order?: Order;
  /** A person's word on doubtful lines (1-based): a post starts here, or it does not. */
  readonly boundaries?: { readonly start: readonly number[]; readonly join: readonly number[] };
}

/** A sidecar that cannot be used. The message is one line: file, key, reason. */
export class BadSidecar extends Error {}

const day = z.string().transform((text, context): Day => {
  const parsed = parseDay(text);
  if (parsed) return parsed;
  context.addIssue({ code: "custom", message: `"${text}" is not a day; write YYYY-MM-DD` });
  return z.NEVER;
});

const timezone = z.string().refine(isTimezone, { message: "not an IANA time zone such as Europe/Moscow" });
const lineNumbers = z.array(z.number().int().positive()).default([]);

const schema = z.strictObject({
  channel: z.string().trim().min(1).optional(),
  handle: z
    .string()
    .transform((text) => text.replace(/^@/u, ""))
    .refine((text) => /^[A-Za-z]\w{3,31}$/u.test(text), { message: "not a Telegram user name such as durov" })
    .optional(),
  url: z.url({ protocol: /^https?$/u }).optional(),
  retrieved: day.optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u, "not a language tag such as en")
    .optional(),
  timezone: timezone.optional(),
  encoding: z.string().refine(isEncoding, { message: "not an encoding such as koi8-r" }).optional(),
  order: z.enum(["oldest-first", "newest-first"]).optional(),
  boundaries: z.strictObject({ start: lineNumbers, join: lineNumbers }).optional(),
});

/** The same rules as a JSON Schema (2020-12), by which editors complete and check a sidecar. */
export function sidecarSchema(): object {
  return z.toJSONSchema(schema, { io: "input" });
}

/** Reads a sidecar. Throws `BadSidecar` that names the file, the key and the remedy. */
export function readSidecar(text: string, file: string): Sidecar {
  const checked = schema.safeParse(parse(text, file) ?? {});
  if (checked.success) {
    return Object.fromEntries(Object.entries(checked.data).filter(([, value]) => value !== undefined)) as Sidecar;
  }
  throw new BadSidecar(`Cannot use sidecar "${file}": ${checked.error.issues.map(told).join("; ")}`);
}

function parse(text: string, file: string): unknown {
  try {
    return yaml.load(text.replace(/^\uFEFF/u, ""), { schema: yaml.CORE_SCHEMA });
  } catch (error) {
    const reason = error instanceof yaml.YAMLException ? `${error.reason} at line ${error.mark.line + 1}` : "not YAML";
    throw new BadSidecar(`Cannot use sidecar "${file}": ${reason}`);
  }
}

function told(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") {
    const inside = issue.path.length > 0 ? ` in "${issue.path.join(".")}"` : "";
    return `unknown key "${issue.keys.join('", "')}"${inside}; known keys are ${knownKeys(issue.path)}`;
  }
  return issue.path.length > 0 ? `key "${issue.path.join(".")}": ${issue.message}` : issue.message;
}

function knownKeys(path: readonly PropertyKey[]): string {
  return path.length === 0 ? Object.keys(schema.shape).join(", ") : "start, join";
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
