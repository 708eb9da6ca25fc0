import { z } from "zod";
import { type Day, isTellable, parseDay, tellableDays } from "../model/day.ts";
import { editorOf } from "../model/given.ts";
import { keyLine } from "../model/key-line.ts";
import type { Order, OutsideLines } from "../model/ledger.ts";
import { type NamedSeparator, namedSeparators } from "../model/named-separator.ts";
import type { Editor, LineRange } from "../model/values.ts";
import { isHandle } from "../text/telegram-address.ts";
import { unknownKeysTold } from "../text/unknown-keys.ts";
import { isEncoding } from "./encoding.ts";
import { type BadYaml, yamlIn } from "./yaml.ts";

/** What a person says about a dump, in `NAME.yml` beside `NAME.txt`. All of it is optional. */
export interface Sidecar {
  /** The channel's name. */
  readonly channel?: string;
  /** Who named the channel, when and why, where that is said. */
  readonly named?: Editor;
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
  /** What separates the posts of a page that does not show it itself. */
  readonly separator?: NamedSeparator;
  /** A person's word on doubtful lines (1-based): a post starts here, or it does not; `settled` has those that say who set them, when or why. */
  readonly boundaries?: {
    readonly start: readonly number[];
    readonly join: readonly number[];
    readonly settled?: readonly SettledLine[];
    /** Lines that a person says are the page's own: they belong to no post. */
    readonly outside?: readonly OutsideLines[];
  };
}

/** A line of `start` or `join` with what an editor says of it. */
export interface SettledLine extends Editor {
  readonly line: number;
  /** Dumps that show it otherwise, and were looked at. */
  readonly despite?: readonly string[];
  /** Whether the review asked for it: lines that a person lists unasked are mostly those that were read wrongly, and tell less of the rest. */
  readonly asked?: boolean;
}

/** A sidecar that cannot be used. The message is one line: file, line, key, remedy. */
export class BadSidecar extends Error {}

const dayRemedy = "write a day as YYYY-MM-DD";

const noCapture = `is not a possible capture date; write the day the page was saved, from ${tellableDays.first} to ${tellableDays.last}`;

const day = z.string(dayRemedy).transform((text, context): Day => {
  const parsed = parseDay(text);
  if (parsed !== undefined && isTellable(parsed)) return parsed;
  const problem = parsed === undefined ? `is not a day; ${dayRemedy}` : noCapture;
  context.addIssue({ code: "custom", message: `"${text}" ${problem}` });
  return z.NEVER;
});

const linesRemedy = "write the numbers of lines, such as [12, 47]";
const lineNumber = z.int(linesRemedy).positive(linesRemedy);
const byRemedy = "write a name, such as by: Ada";
const noteRemedy = "write a note in words";
const askedRemedy = "write true, or delete the key";
const despiteRemedy = "write the names of dumps, such as [later.txt]";
const editor = {
  by: z.string(byRemedy).meta({ description: "Who set it." }).optional(),
  on: day.meta({ description: "The day on which it was set.", pattern: "^\\d{4}-\\d\\d-\\d\\d$" }).optional(),
  note: z.string(noteRemedy).meta({ description: "Why, for those who come later." }).optional(),
};
const settledLine = z.strictObject(
  {
    line: lineNumber,
    ...editor,
    despite: z
      .array(z.string(despiteRemedy), despiteRemedy)
      .meta({ description: "Dumps that show it otherwise, and were looked at." })
      .optional(),
    asked: z
      .boolean(askedRemedy)
      .meta({ description: "Answered in the review, which asks at right and wrong places alike." })
      .optional(),
  },
  { error: notKeys(linesRemedy) },
);
const lineNumbers = z.array(z.union([lineNumber, settledLine], { error: oneOf(linesRemedy) }), linesRemedy).default([]);

const outsideRemedy = "write lines and ranges of lines, such as [12, 40-44]";
const rangePattern = "^[1-9]\\d*[ ]?[-–][ ]?[1-9]\\d*$";
const lineRange = z
  .union(
    [
      lineNumber,
      z
        .string(outsideRemedy)
        .regex(new RegExp(rangePattern, "u"), outsideRemedy)
        .meta({ examples: ["40-44"] }),
    ],
    outsideRemedy,
  )
  .transform((lines): LineRange => {
    const [first = 0, last = first] = `${lines}`.split(/[-–]/u).map(Number);
    return [first, last];
  })
  .refine(
    ([first, last]) => first <= last && Number.isSafeInteger(last),
    "write a range from its first line to its last, such as 40-44",
  );
const outsideItem = z
  .strictObject(
    {
      line: lineRange.optional(),
      lines: lineRange.optional(),
      ...editor,
    },
    { error: notKeys(outsideRemedy) },
  )
  .refine(({ line, lines }) => (line === undefined) !== (lines === undefined), "write lines: 40-44 or line: 12 in it");
const outsideLines = z.array(z.union([lineRange, outsideItem], { error: oneOf(outsideRemedy) }), outsideRemedy);

const handleRemedy = "not a Telegram user name such as durov";
const urlRemedy = "not a web address such as https://t.me/s/durov";
const languageRemedy = "not a language tag such as en";
const timezoneRemedy = "not an IANA time zone such as Europe/Moscow";
const encodingRemedy = "not an encoding such as koi8-r";
const separatorRemedy = `write ${namedSeparators.slice(0, -1).join(", ")} or ${namedSeparators.at(-1)}`;
const nameRemedy = "write the channel's name, such as Harbour News";
const channelName = z.string(nameRemedy).trim().min(1, nameRemedy);
const namedChannel = z.strictObject({ name: channelName, ...editor }, { error: notKeys(nameRemedy) });

/** Each key with what editors say of it. */
const schema = z.strictObject(
  {
    channel: z
      .union([channelName, namedChannel], { error: oneOf(nameRemedy) })
      .meta({ description: "The channel's name, if the page does not show it.", examples: ["Harbour News"] })
      .optional(),
    handle: z
      .string(handleRemedy)
      .transform((text) => text.replace(/^@/u, ""))
      .refine(isHandle, { message: handleRemedy })
      .meta({ description: "The channel's Telegram user name.", pattern: "^@?[A-Za-z]\\w{3,31}$", examples: ["durov"] })
      .optional(),
    url: z
      .url({ protocol: /^https?$/u, error: urlRemedy })
      .meta({ description: "The address the dump was taken from.", examples: ["https://t.me/s/durov"] })
      .optional(),
    retrieved: day
      .meta({ description: "The day of the capture: nothing in the dump is later.", pattern: "^\\d{4}-\\d\\d-\\d\\d$" })
      .optional(),
    language: z
      .string(languageRemedy)
      .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u, languageRemedy)
      .meta({ description: "The language of the channel, as a tag.", examples: ["en", "uk"] })
      .optional(),
    timezone: z
      .string(timezoneRemedy)
      .refine(isTimezone, { message: timezoneRemedy })
      .meta({ description: "The time zone of the dump's clock times and days.", examples: ["Europe/Kyiv"] })
      .optional(),
    encoding: z
      .string(encodingRemedy)
      .refine(isEncoding, { message: encodingRemedy })
      .meta({ description: "The encoding of the text, if it is not detected.", examples: ["koi8-r"] })
      .optional(),
    order: z
      .enum(["oldest-first", "newest-first"], "write oldest-first or newest-first")
      .meta({ description: "Which post the page shows first." })
      .optional(),
    separator: z
      .enum(namedSeparators, separatorRemedy)
      .meta({
        description:
          "What separates the posts of a text that has no marks of its own: each line is a post, a blank line, two or more blank lines, a line of dashes or stars; with nothing, each line end is judged.",
      })
      .optional(),
    boundaries: z
      .strictObject(
        {
          start: lineNumbers.meta({ description: "Lines (the first is 1) at which a post starts." }),
          join: lineNumbers.meta({ description: "Lines at which no post starts." }),
          outside: outsideLines
            .meta({ description: "Lines, and ranges of lines such as 40-44, that belong to no post." })
            .optional(),
        },
        { error: notKeys("write lists of lines below it, as start: [12] and join: [47]") },
      )
      .superRefine(({ start, outside = [] }, context) => {
        const said = outside.map(outsideOf);
        const both = start
          .map(lineOf)
          .find((line) => said.some(({ lines: [first, last] }) => first <= line && line <= last));
        if (both === undefined) return;
        const message = `line ${both} of the dump is in start as well; delete it from one of the two lists`;
        context.addIssue({ code: "custom", path: ["outside"], message });
      })
      .superRefine(({ start, join }, context) => {
        const starts = new Set(start.map(lineOf));
        const both = join.map(lineOf).find((line) => starts.has(line));
        if (both === undefined) return;
        const message = `line ${both} of the dump is in start as well; delete it from one of the two lists`;
        context.addIssue({ code: "custom", path: ["join"], message });
      })
      .transform(({ start, join, outside = [] }) => {
        const settled = [...start, ...join].flatMap((item) => (typeof item === "number" ? [] : [known(item)]));
        return {
          start: start.map(lineOf),
          join: join.map(lineOf),
          ...(settled.length === 0 ? {} : { settled }),
          ...(outside.length === 0 ? {} : { outside: outside.map(outsideOf) }),
        };
      })
      .meta({ description: "Your word on lines that the import lists as doubtful." })
      .optional(),
  },
  { error: notKeys("write keys and values such as channel: Harbour News") },
);

function lineOf(item: number | { readonly line: number }): number {
  return typeof item === "number" ? item : item.line;
}

function outsideOf(item: z.infer<typeof outsideLines>[number]): OutsideLines {
  if ("length" in item) return { lines: item };
  const { line, lines = line, ...said } = item;
  return { lines: lines ?? [0, 0], ...editorOf(said as Editor) };
}

/** Without what is not said. */
function known(item: object): SettledLine {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as unknown as SettledLine;
}

/** What is wrong with a value that may have keys of its own: with its keys, where it has keys. */
function oneOf(remedy: string) {
  return (issue: { readonly input?: unknown; readonly errors?: readonly (readonly z.core.$ZodIssue[])[] }): string => {
    const ofKeys =
      typeof issue.input === "object" && issue.input !== null ? issue.errors?.at(-1)?.[0]?.message : undefined;
    return ofKeys ?? remedy;
  };
}

/** The remedy where something else stands than keys and values; unknown keys are told by name. */
function notKeys(remedy: string) {
  return (issue: { readonly code?: string | undefined }): string | undefined =>
    issue.code === "invalid_type" ? remedy : undefined;
}

/** The same rules as a JSON Schema, by which editors complete and check a sidecar. Draft 7 is what editors of YAML know. */
export function sidecarSchema(): object {
  return z.toJSONSchema(schema, { io: "input", target: "draft-7" });
}

/** Reads a sidecar. Throws `BadSidecar` that names the file, the line, the key and the remedy. */
export function readSidecar(text: string, file: string): Sidecar {
  const checked = schema.safeParse(parse(text, file) ?? {});
  if (checked.success) {
    const { channel, ...others } = checked.data;
    return Object.fromEntries(
      Object.entries({ ...channelIn(channel), ...others }).filter(([, value]) => value !== undefined),
    ) as Sidecar;
  }
  const problems = checked.error.issues.map((issue) => told(issue, text));
  throw new BadSidecar(`Cannot use sidecar "${file}": ${problems.join("; ")}`);
}

function channelIn(channel: z.infer<typeof schema>["channel"]): Pick<Sidecar, "channel" | "named"> {
  if (channel === undefined) return {};
  if (typeof channel === "string") return { channel };
  const { name, ...named } = channel;
  return { channel: name, ...(Object.keys(named).length === 0 ? {} : { named: editorOf(named as Editor) }) };
}

function parse(text: string, file: string): unknown {
  try {
    return yamlIn(text);
  } catch (error) {
    throw new BadSidecar(`Cannot use sidecar "${file}": ${(error as BadYaml).message}`);
  }
}

function told(issue: z.core.$ZodIssue, text: string): string {
  const wrongKeys = unknownIn(issue);
  if (wrongKeys !== undefined) return unknownKeysTold(wrongKeys, knownKeys(wrongKeys.path), text);
  if (issue.path.length === 0) return issue.message;
  const line = keyLine(text, issue.path);
  return `${line === undefined ? "" : `line ${line}: `}key "${issue.path.join(".")}": ${issue.message}`;
}

/** Unknown keys, also of a value that need not have keys: a channel's name with who gave it, a line with who set it. */
function unknownIn(issue: z.core.$ZodIssue): z.core.$ZodIssueUnrecognizedKeys | undefined {
  if (isUnknownKeys(issue)) return issue;
  const inside = issue.code === "invalid_union" ? issue.errors.at(-1)?.find(isUnknownKeys) : undefined;
  return inside === undefined ? undefined : { ...inside, path: [...issue.path, ...inside.path] };
}

function isUnknownKeys(issue: z.core.$ZodIssue): issue is z.core.$ZodIssueUnrecognizedKeys {
  return issue.code === "unrecognized_keys";
}

function knownKeys([key, list, ...inList]: readonly PropertyKey[]): readonly string[] {
  if (key === undefined) return Object.keys(schema.shape);
  if (key === "channel") return Object.keys(namedChannel.shape);
  if (inList.length === 0) return ["start", "join", "outside"];
  return Object.keys(list === "outside" ? outsideItem.shape : settledLine.shape);
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
