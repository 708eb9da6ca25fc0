import { posix } from "node:path";
import type { Entry, ZipFile } from "yauzl";
import { mediaAddress, pathsOf, placesOf } from "../../src/exports/media-files.ts";
import { isShown } from "../../src/read/media-type.ts";
import { readResponse } from "../../src/webarchive/http.ts";
import { wrongDigests } from "../../src/webarchive/pages.ts";
import type { WarcItem, WarcRecord } from "../../src/webarchive/records.ts";
import type { FoundDump } from "./dumps.ts";
import { type MediaKeeper, tooLarge } from "./media-keeper.ts";
import { entriesOf, openZip, streamOf } from "./packed-files.ts";

/** The paths that the posts of a dump name, which are still to be stored. */
function wantedOf(dump: FoundDump, keeper: MediaKeeper): ReadonlySet<string> {
  const wanted = new Set<string>();
  if (dump.kind !== "export" && dump.kind !== "long") return wanted;
  for (const { mediaFiles = [] } of dump.dump.posts)
    for (const path of mediaFiles.flatMap(pathsOf))
      if (!wanted.has(path) && keeper.wants(dump.dump.report.file, path)) wanted.add(path);
  return wanted;
}

/** Stores the files that lie in a `.zip` beside the exports and saved pages in it. `file` is what the archive of posts calls the `.zip`. */
export async function keepFromZip(
  path: string,
  file: string,
  found: readonly FoundDump[],
  keeper: MediaKeeper,
): Promise<void> {
  const wanted = found.map((dump) => wantedOf(dump, keeper));
  if (wanted.every(({ size }) => size === 0)) return;
  const zip = await openZip(path, file);
  try {
    const entries = new Map((await entriesOf(zip, file)).map((entry) => [entry.fileName, entry]));
    for (const [place, dump] of found.entries()) {
      if (dump.kind !== "export" && dump.kind !== "long") continue;
      const name = dump.dump.report.file;
      const inside = name.slice(file.length + 1);
      for (const each of wanted[place] ?? []) {
        const entry = placesOf(each, inside)
          .map((where) => entries.get(posix.join(posix.dirname(inside), where)))
          .find(Boolean);
        if (entry !== undefined) await keepEntry(zip, entry, { dump: name, path: each }, keeper);
      }
    }
  } finally {
    zip.close();
  }
}

async function keepEntry(
  zip: ZipFile,
  entry: Entry,
  { dump, path }: { readonly dump: string; readonly path: string },
  keeper: MediaKeeper,
): Promise<void> {
  // The library refuses a file that unpacks to more than it declares.
  if (entry.uncompressedSize > keeper.largest)
    return keeper.leaveOut(dump, path, tooLarge(entry.uncompressedSize, keeper.largest));
  const pieces = (async function* () {
    yield* (await streamOf(zip, entry)) as AsyncIterable<Uint8Array>;
  })();
  await keeper.keep({ dump, path, name: posix.basename(entry.fileName) }, pieces);
}

/** The addresses of a web archive under which it has files that a post can show; noted while its pages are read. */
export class AddressesOfFiles {
  private readonly seen = new Set<string>();

  note(found: WarcItem): void {
    const address = found.kind === "record" ? addressOf(found.record) : undefined;
    if (address !== undefined) this.seen.add(address);
  }

  has(address: string): boolean {
    return this.seen.has(address);
  }
}

/** The address of a record that says of itself that it is a picture, a film or a recording. */
function addressOf({ type, headers, block }: WarcRecord): string | undefined {
  if (type !== "response" && type !== "resource") return undefined;
  const head =
    type === "resource"
      ? `content-type: ${headers.get("content-type") ?? ""}`
      : Buffer.from(block.buffer, block.byteOffset, Math.min(block.length, headLength)).toString("latin1");
  if (!/^content-type:\s*(?:image|video|audio|application\/(?:octet-stream|ogg))\b/imu.test(head)) return undefined;
  return mediaAddress((headers.get("warc-target-uri") ?? "").replace(/^<|>$/gu, ""));
}

const headLength = 1 << 13;

/**
 * Stores the files of a web archive, of those addresses that its pages name, each from the first whole record of its address. `records` reads the archive once more, and is
 * called only where it has a file that is wanted.
 */
export async function keepFromWebArchive(
  dump: FoundDump,
  files: { readonly has: (address: string) => boolean },
  records: () => AsyncIterable<WarcItem>,
  keeper: MediaKeeper,
): Promise<void> {
  if (dump.kind !== "export" && dump.kind !== "long") return;
  const wanted = new Set([...wantedOf(dump, keeper)].filter((path) => files.has(path)));
  if (wanted.size === 0) return;
  const { file } = dump.dump.report;
  const damaged = new Map<string, string>();
  for await (const found of records()) {
    if (wanted.size === 0) break;
    const address = found.kind === "record" ? addressOf(found.record) : undefined;
    if (found.kind !== "record" || address === undefined || !wanted.has(address)) continue;
    const { record } = found;
    const response = record.type === "response" ? readResponse(record.block) : undefined;
    if (response !== undefined && response.status !== 200) continue;
    const problems = [...record.problems, ...(response?.problems ?? []), ...wrongDigests(record, response)];
    if (record.headers.get("warc-truncated") !== undefined) problems.push("it was cut off when the archive was made");
    if (problems.length > 0) {
      damaged.set(address, `is damaged in the web archive and was not taken: ${problems.join("; ")}`);
      continue;
    }
    wanted.delete(address);
    const name = posix.basename(new URL(address).pathname);
    await keeper.keep({ dump: file, path: address, name }, [response?.body ?? record.block], isShown);
  }
  for (const [path, reason] of damaged) if (wanted.has(path)) keeper.leaveOut(file, path, reason);
}
