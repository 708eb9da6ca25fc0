import { hourBeside } from "../../text/hour-of-day.ts";
import { nameKey } from "../../text/name-key.ts";
import { undirected } from "../../text/printed-count.ts";
import { withoutWeekday } from "../../text/weekday-names.ts";
import { noteLine } from "./capture-note-lines.ts";
import { headerOf, type MessageHeader, momentPatterns } from "./message-headers.ts";
import { type PostAddress, postAddress } from "./post-addresses.ts";

/** A line that tells a moment, and words beside it that may be a name, or a label before an address. */
export interface ClosingMoment {
  readonly header: MessageHeader;
  /** What stands beside the moment; empty where nothing does. */
  readonly words: string;
  /** Whether the words stand as a name does: before the moment, a comma or dash between. */
  readonly isSigned: boolean;
  readonly address?: PostAddress;
}

/** No such line is longer, in UTF-16 units. */
const longest = 200;

const words = String.raw`[\p{L}\p{So}@][^\p{Nd}\n]{0,60}?`;
const sign = String.raw`[,،|•·:：→(\p{Pd}]`;
const lead = String.raw`^(?:[\p{So}\p{Pd}|•·]\uFE0F?\s?){0,3}`;

/** A moment alone, before words and behind words. */
const forms = ["", String.raw`(?<before>${words})\s?(?<sign1>${sign})?\s{0,3}`].flatMap((before) =>
  ["", String.raw`\s?(?:${sign})?\s{0,3}(?<after>${words})`].flatMap((after) =>
    before !== "" && after !== "" ? [] : [{ before, after }],
  ),
);

const patterns = forms.flatMap(({ before, after }) =>
  momentPatterns.map((own) => new RegExp(String.raw`${lead}${before}[\[(]?${own}[\])]?${after}$`, "iu")),
);

/**
 * Reads a line that tells a moment, alone or beside a few words or the address of a post, as it may stand under a text; nothing where it tells more.
 *
 *     09.03.2026 06:30 | Open in Telegram: https://t.me/harbour/201
 *     ^^^^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^
 *     moment             words             address
 */
export function closingMoment(line: string): ClosingMoment | undefined {
  if (line.length > longest || !/\p{Nd}[:.]\p{Nd}{2}/u.test(line)) return undefined;
  const { rest, address } = besideAddress(undirected(line).trim());
  // `Saved on 9 March 2026 06:30` tells when it was kept.
  if (/\p{L}/u.test(rest) && noteLine(0, rest).kind === "captured") return undefined;
  // A short weekday may be a name: it is one only beside a moment alone.
  for (const [shown, own] of [
    [withoutWeekday(rest)?.rest ?? "", patterns.slice(0, momentPatterns.length)],
    [rest, patterns],
  ] as const) {
    for (const pattern of own) {
      const groups = pattern.exec(shown)?.groups;
      const header = groups === undefined ? undefined : headerOf("closing", groups, shown);
      if (groups === undefined || header === undefined) continue;
      const { before, after, sign1 } = groups;
      // After a colon, the moment is a value: `When: 2 March 2026 19:00`.
      if (address === undefined && before !== undefined && /[:：]\s*$/u.test(before + (sign1 ?? ""))) continue;
      const hour = after === undefined ? undefined : hourBeside(Number(header.clock?.slice(0, 2)), after);
      const told = hour === undefined ? (before ?? after ?? "").replace(/[\s,:：→()|•·\p{Pd}]+$/gu, "") : "";
      const place = before !== undefined ? "before" : after !== undefined ? "behind" : "";
      return {
        header: {
          ...header,
          shape: `${header.shape}/${place}`,
          ...(hour === undefined ? {} : { clock: `${hour}`.padStart(2, "0").concat(header.clock?.slice(2) ?? "") }),
        },
        words: told,
        isSigned: before !== undefined && sign1 !== undefined && /[^:：→(]/u.test(sign1),
        ...(address === undefined ? {} : { address }),
      };
    }
  }
  return undefined;
}

/** A line without the one address of a post in it, and what led to it: `| https://…`, `(https://…)`, `[Open](https://…)`. */
function besideAddress(line: string): { readonly rest: string; readonly address?: PostAddress } {
  const parts = line
    .replace(/\[(?<label>[^[\]]{1,60})\]\((?<address>[^()\s]+)\)/u, "$<label> $<address>")
    .split(/\s+/u);
  const at = parts.findIndex((part) => /[./]/u.test(part) && postAddress(part) !== undefined);
  const address = at < 0 ? undefined : postAddress(parts[at] ?? "");
  if (address === undefined) return { rest: line };
  const rest = parts.filter((_, place) => place !== at).join(" ");
  return { rest: rest.replace(/^[\s|•·,\p{Pd}]+|[\s|•·,:：→<(\p{Pd}]+$/gu, ""), address };
}

/** A moment under a text, in a page where one stands under each. */
export interface FoundMoment extends MessageHeader {
  /** 1-based. */
  readonly line: number;
  readonly address?: PostAddress;
  /** Whether the same words lead to the address in each such line. */
  readonly isLabelled: boolean;
}

/** Fewer moments of one shape are chance. */
const fewest = 2;

/** How often each name stands beside a moment on the mean, at the least. */
const leastOften = 2;

/** The least share of moments whose addresses are of one channel, so that they are the posts' own. */
const leastAddressed = 0.9;

/** The lines that may stand under texts: those of the shape that most have, with the names and addresses beside them; none where the words beside them are ever new. */
export function closingMoments(lines: readonly string[]): readonly FoundMoment[] {
  const byShape = new Map<string, (ClosingMoment & { readonly line: number })[]>();
  for (const [at, text] of lines.entries()) {
    const found = closingMoment(text);
    if (found === undefined) continue;
    const own = byShape.get(found.header.shape) ?? [];
    byShape.set(found.header.shape, own);
    own.push({ ...found, line: at + 1 });
  }
  const [most = []] = [...byShape.values()].sort((one, other) => other.length - one.length);
  const names = new Set(most.map((own) => nameKey(own.words)));
  if (most.length < fewest || (names.size > 1 && names.size * leastOften > most.length + 1)) return [];
  const addressed = most.flatMap(({ address }) => address ?? []);
  const isOwn =
    addressed.length >= most.length * leastAddressed &&
    new Set(addressed.map(({ channel }) => channel)).size === 1 &&
    new Set(addressed.map(({ number }) => number)).size === addressed.length;
  // One word beside every address, or behind every moment, is a label; several that recur are names.
  const isNamed = names.size > 1 || (addressed.length === 0 && most.every(({ isSigned }) => isSigned));
  return most.map(
    ({ header, words: own, address, line }): FoundMoment => ({
      ...header,
      line,
      ...(isNamed && own !== "" ? { author: own } : {}),
      ...(isOwn && address !== undefined ? { address } : {}),
      isLabelled: isOwn && own !== "" && names.size === 1,
    }),
  );
}
