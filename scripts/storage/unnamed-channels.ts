import { basename } from "node:path";
import type { DumpReport } from "../../src/model/ledger.ts";
import type { Notice } from "../../src/model/notice.ts";
import { countedWords } from "../../src/site/model/wording.ts";
import { sidecarPath } from "./dumps.ts";

/** The rule of the notice that nobody names the channel of a dump. */
export const unnamedChannel = "channel/unnamed";

/** What is told of dumps whose channel nobody names: after what it is called, and where its name belongs. One notice for those of a folder. */
export function unnamedChannels(reports: readonly DumpReport[]): readonly Notice[] {
  const unnamed = reports.filter(
    ({ channel, record, posts }) => !channel.identified && record === undefined && posts > 0,
  );
  const byFolder = new Map<string, string[]>();
  for (const { file } of unnamed) {
    const folder = file.slice(0, file.lastIndexOf("/") + 1);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
  }
  return [...byFolder.values()].flatMap(([file, ...others]): readonly Notice[] => {
    if (file === undefined) return [];
    const sidecar = JSON.stringify(sidecarPath(file));
    const handle = handleIn(file);
    const offered =
      handle === undefined ? "" : ` (and, if ${JSON.stringify(handle)} is its user name, handle: ${handle})`;
    const reason =
      others.length === 0
        ? `the page does not name its channel, so the channel is called after the file; write its name into the sidecar ${sidecar}, such as channel: Harbour News${offered}`
        : `the pages of ${named([file, ...others])} do not name their channels, so each channel is called after its file; write the name into the sidecar of each, such as channel: Harbour News in ${sidecar}${offered}`;
    return [{ rule: unnamedChannel, file, reason }];
  });
}

/** So many dumps are named. */
const namedDumps = 5;

/** Dumps by name; those beyond the first stand in the table of an import. */
function named(files: readonly string[]): string {
  const more = files.length - namedDumps;
  const first = files.slice(0, namedDumps).map((file) => JSON.stringify(file));
  if (more > 0)
    return `${first.join(", ")} and ${countedWords(more, "more dump")} (the table of dumps that an import prints calls their channels "Unnamed channel")`;
  return `${first.slice(0, -1).join(", ")} and ${first.at(-1)}`;
}

/** A user name as a file or a folder plainly bears it: with `@`, or in words of letters with `_` between them; the file's own name goes before those of its folders. */
function handleIn(file: string): string | undefined {
  const names = sidecarPath(file)
    .replace(/\.yml$/u, "")
    .split("/")
    .reverse();
  return names.map((name) => plainHandle.exec(basename(name))?.groups).find((groups) => groups !== undefined)?.handle;
}

const plainHandle = /^(?:@(?=\w{5,32}$)|(?=[a-z]\w{4,31}$)(?=[a-z]+(?:_[a-z]+)+$))(?<handle>[a-z]\w*)$/iu;
