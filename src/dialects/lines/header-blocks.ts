import { headerOf, lonePatterns, type MessageHeader } from "./message-headers.ts";

/** A message's head that is a block of labelled lines, from its first to its last (1-based); a message of Signal as its exports write it: `From: …`, `Sent: …`. */
export interface HeaderBlock extends MessageHeader {
  readonly line: number;
  readonly last: number;
}

const labelled = /^[\u200E\u200F]?(?<label>\p{L}[\p{L}\p{M} -]{0,24}): ?(?<value>\S.*)$/u;
const phoneNumber = / \(\+?[\p{Nd} -]{5,}\)$/u;

/** The blocks of labelled lines of a text, each after a blank line or at the top, that hold a moment below their first line. */
export function headerBlocks(lines: readonly string[]): readonly HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if ((lines[at - 1] ?? "").trim() !== "") continue;
    const parts: { readonly label: string; readonly value: string }[] = [];
    for (
      let line = lines[at + parts.length] ?? "";
      line.length <= longestLabelled;
      line = lines[at + parts.length] ?? ""
    ) {
      const { label, value } = labelled.exec(line.trimEnd())?.groups ?? {};
      if (label === undefined || value === undefined) break;
      parts.push({ label, value });
    }
    const header = parts.length < 2 ? undefined : blockHeader(parts);
    if (header !== undefined) blocks.push({ ...header, line: at + 1, last: at + parts.length });
    at += Math.max(0, parts.length - 1);
  }
  return blocks;
}

const longestLabelled = 400;

function blockHeader(parts: readonly { readonly label: string; readonly value: string }[]): MessageHeader | undefined {
  for (const [at, { label, value }] of parts.entries()) {
    const groups = lonePatterns.map((pattern) => pattern.exec(value)?.groups).find(Boolean);
    // A program tells seconds; an author who announces an event below `When:` does not.
    const moment = groups?.second === undefined ? undefined : headerOf(`block ${label}`, groups, value);
    if (moment === undefined) continue;
    const author = at === 0 ? undefined : parts[0]?.value.replace(phoneNumber, "").trim();
    return { ...moment, ...(author === undefined || author === "" ? {} : { author }) };
  }
  return undefined;
}
