import type { Finding } from "../dialects/kinds/dialect.ts";
import { type FrameLines, pageFrame } from "../dialects/kinds/page-frame.ts";
import { barsUnderMoments } from "../dialects/lines/share-bars.ts";
import type { Sidecar } from "../read/sidecar.ts";
import { lineAt, type SourceText } from "../read/source-text.ts";
import { rangesTold } from "./capture-notes.ts";
import { terminalPage } from "./terminal-page.ts";

/** What a site prints around the posts of a page, and right under their moments, unless a person says that posts start there. */
export function framesIn(source: SourceText, { boundaries }: Sidecar): readonly FrameLines[] {
  const said = new Set([...(boundaries?.start ?? []), ...(boundaries?.join ?? [])]);
  const { page } = terminalPage(source);
  const frames = [...pageFrame(page), barsUnderMoments(page.lines)];
  return frames.filter((frame) => frame.length > 0 && !frame.some((line) => said.has(line)));
}

/** Says which lines were taken for the site's where a post would have had them, and what to do where they are a post's. */
export function frameFindings(
  source: SourceText,
  frames: readonly FrameLines[],
  isTaken: (line: number) => boolean,
): readonly Finding[] {
  return frames.flatMap((frame): readonly Finding[] => {
    const lines = frame.filter(isTaken);
    const [line] = lines;
    if (line === undefined) return [];
    const [first, last] = [lineAt(source, line).trim(), lineAt(source, lines.at(-1) ?? line).trim()];
    const words = lines.length === 1 ? `“${first}”` : `“${first}” to “${last}”`;
    const [subject, they] = lines.length === 1 ? ["line", "it is"] : ["lines", "they are"];
    const belong = lines.length === 1 ? "belongs" : "belong";
    return [
      {
        rule: "page/frame",
        line,
        reason: `${subject} ${rangesTold(source, lines)} (${words}) ${belong} to the site around the posts and to no post; if ${they} the text of a post, write boundaries: { start: [${line}] } in the sidecar`,
      },
    ];
  });
}
