import type { SourceText } from "../../read/source-text.ts";
import { addressed } from "./addressed.ts";
import type { Dialect } from "./dialect.ts";
import { doubledPreview } from "./doubled-preview.ts";
import { fullyDoubled } from "./fully-doubled.ts";
import { headed } from "./headed.ts";
import { landing } from "./landing.ts";
import { markdownPage } from "./markdown-page.ts";
import { messages } from "./messages.ts";
import { named } from "./named.ts";
import { plain } from "./plain.ts";
import { preview } from "./preview.ts";
import { speakers } from "./speakers.ts";
import { tgstat } from "./tgstat.ts";

/** Every kind of page that Scrollback reads; the one that explains the most lines of a dump wins, the first among equals. */
export const dialects: readonly Dialect[] = [
  landing,
  markdownPage,
  messages,
  fullyDoubled,
  tgstat,
  headed,
  named,
  preview,
  addressed,
  speakers,
  doubledPreview,
  plain,
];

/** The dialect that explains a dump best, and why. */
export function recognise(source: SourceText): { readonly dialect: Dialect; readonly evidence: string } {
  let best = { dialect: plain, lines: 0, evidence: "" };
  for (const dialect of dialects) {
    const { lines, evidence } = dialect.recognise(source);
    if (lines > best.lines) best = { dialect, lines, evidence };
  }
  return best;
}
