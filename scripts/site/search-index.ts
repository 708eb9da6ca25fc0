import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { transform } from "esbuild";
import { zlibSync } from "fflate";
import * as pagefind from "pagefind";
import { downloadPaths } from "../../src/site/formats/downloads/fields.ts";
import type { Archive } from "../../src/site/model/archive.ts";
import { searchBundlePath, searchBundlesPath } from "../../src/site/model/urls.ts";
import {
  type BundlePart,
  type BundleSizes,
  bundleParts,
  type SearchBundle,
  type SearchRecord,
  searchManifest,
} from "../../src/site/search/bundles.ts";
import { columnsFile, isPacked, moreColumnsFile, postTableFile } from "../../src/site/search/manifest.ts";
import { spellingFilesOf, spellingTable } from "../../src/site/search/spellings/spelled-forms.ts";
import { spellingFile } from "../../src/site/search/spellings/spelling-files.ts";
import { compare } from "../../src/text/compare.ts";
import type { FormerFolder, KeptPages } from "./kept-pages.ts";

/** What is known of a bundle beside its files. */
type KnownBundle = Pick<SearchBundle, "manifest" | "spelled">;

/** What is noted of the files of a bundle that take long to make. */
interface FileFacts {
  /** What each of them was made from: digests by name. */
  readonly made: Readonly<Record<string, string>>;
  readonly index: MadeIndex;
}

/** Pagefind's files of a bundle: the digest of what they were made from, their names, and how Pagefind calls each record, in the records' order. */
interface MadeIndex {
  readonly digest: string;
  readonly names: readonly string[];
  readonly keys: readonly string[];
}

/** How a search index is made. */
interface IndexOptions {
  readonly sizes?: BundleSizes;
  /** Bundles that need not be made. */
  readonly kept?: KeptPages;
}

/** Makes the search index of an archive below `output`, but for bundles that are `kept`; the number of its bundles. */
export async function indexSearch(archive: Archive, output: string, options: IndexOptions = {}): Promise<number> {
  const bundles = await makeBundles(bundleParts(archive, options.sizes), output, options.kept);
  const manifest = join(output, searchBundlesPath);
  mkdirSync(dirname(manifest), { recursive: true });
  const spellings = spellingTable(bundles.map((bundle) => bundle.spelled));
  writeFileSync(manifest, JSON.stringify(searchManifest(bundles, archive, spellingFilesOf(spellings))));
  for (const [number, rows] of spellings.entries()) {
    writeFileSync(join(dirname(manifest), spellingFile(number)), JSON.stringify(rows));
  }
  writeFileSync(join(dirname(manifest), columnsFile), JSON.stringify(downloadPaths));
  return bundles.length;
}

/** Makes bundles of a search index below `output`, but for those that are `kept`. */
export async function makeBundles(
  parts: readonly BundlePart[],
  output: string,
  kept?: KeptPages,
): Promise<readonly KnownBundle[]> {
  const bundles: KnownBundle[] = [];
  try {
    for (const part of parts) {
      const folder = searchBundlePath(part.name).slice(1);
      const digest = kept?.digestOf(part) ?? "";
      const facts = kept?.keepFolder(folder, digest);
      if (facts !== undefined) {
        bundles.push(bundleFrom(facts));
        continue;
      }
      const { manifest, spelled, ...bundle } = part.make();
      const files = await writeBundle(bundle, new BundleFolder(output, folder, kept));
      bundles.push({ manifest, spelled });
      kept?.noteFolder(folder, digest, factsOf({ manifest, spelled }, files));
    }
  } finally {
    await pagefind.close();
  }
  return bundles;
}

/** A bundle's facts as values for JSON, which has no maps. */
function factsOf({ manifest, spelled }: KnownBundle, files: FileFacts): unknown {
  return { manifest, spelled: spelled.map(({ capital, ...form }) => ({ ...form, capital: [...capital] })), ...files };
}

/** What `factsOf` made. */
function bundleFrom(facts: unknown): KnownBundle {
  const { manifest, spelled } = facts as {
    readonly manifest: SearchBundle["manifest"];
    readonly spelled: readonly { readonly capital: readonly (readonly [string, number])[] }[];
  };
  const forms = spelled.map((form) => ({ ...form, capital: new Map(form.capital) }));
  return { manifest, spelled: forms as unknown as SearchBundle["spelled"] };
}

/** A bundle without what is told of it beside its files. */
type BundleFiles = Omit<SearchBundle, keyof KnownBundle>;

async function writeBundle(bundle: BundleFiles, folder: BundleFolder): Promise<FileFacts> {
  const { records } = bundle;
  // In the order of their words, which no date and no other post changes: results are put in order by those who ask.
  const order = [...records.keys()].sort((one, other) => inOrderOfWords(records[one], records[other]) || one - other);
  const sorted = order.flatMap((number) => records[number] ?? []);
  const index = folder.keptIndex(sorted) ?? (await makeIndex(bundle.name, sorted, folder));
  const keys: string[] = [];
  for (const [place, number] of order.entries()) keys[number] = index.keys[place] ?? "";
  folder.write(postTableFile, JSON.stringify(bundle.table(keys)));
  folder.write(moreColumnsFile, JSON.stringify(bundle.more));
  for (const [name, rows] of bundle.files) await folder.writeRows(name, rows);
  for (const [name, rows] of bundle.exports()) await folder.writeRows(name, rows);
  return { made: folder.made, index };
}

function inOrderOfWords(one: SearchRecord | undefined, other: SearchRecord | undefined): number {
  return compare(one?.content ?? "", other?.content ?? "") || compare(one?.title ?? "", other?.title ?? "");
}

/** Records under way to Pagefind's process at a time. */
const recordsAtATime = 200;

/** Lets Pagefind index records, and writes its files. */
async function makeIndex(name: string, records: readonly SearchRecord[], folder: BundleFolder): Promise<MadeIndex> {
  // The records hold made-up words of one length: there is no language whose word forms Pagefind should join.
  const { index, errors } = await pagefind.createIndex({ forceLanguage: "unknown" });
  if (index === undefined) throw new Error(`Cannot make the search index "${name}": ${errors.join("; ")}`);
  for (let start = 0; start < records.length; start += recordsAtATime) {
    const some = records.slice(start, start + recordsAtATime).map(({ title, content }, offset) => ({
      url: `${start + offset}`,
      content,
      language: "unknown",
      ...(title === "" ? {} : { meta: { title } }),
    }));
    const added = await Promise.all(some.map((record) => index.addCustomRecord(record)));
    const refused = added.flatMap((answer) => answer.errors);
    if (refused.length > 0) throw new Error(`Cannot index a post of "${name}": ${refused.join("; ")}`);
  }
  const made = await index.getFiles();
  if (made.errors.length > 0) throw new Error(`Cannot make the search index "${name}": ${made.errors.join("; ")}`);
  await index.deleteIndex();
  const names: string[] = [];
  const keyed = new Map<number, string>();
  for (const { path, content } of made.files) {
    const key = fragment.exec(path)?.groups?.key;
    if (key !== undefined) keyed.set(numberIn(content), key);
    else if (needed.test(path)) {
      names.push(path);
      if (path.endsWith(".js")) await folder.writeMade(path, Buffer.from(content).toString("utf8"), minified);
      else folder.write(path, content);
    }
  }
  const keys = records.map(({ content }, number) => {
    const key = keyed.get(number);
    // Pagefind keeps no post without words, and no words lead to one.
    if (key === undefined && content !== "") throw new Error(`Cannot index a post of "${name}": it is lost`);
    return key ?? "";
  });
  return { digest: folder.digestOf(["index", records]), names, keys };
}

/** A bundle's folder as it grows; files that take long to make are those of a site that was built before, where they would be the same. */
class BundleFolder {
  readonly made: Record<string, string> = {};
  private readonly former: readonly FormerFolder[];

  constructor(
    private readonly output: string,
    private readonly folder: string,
    private readonly kept: KeptPages | undefined,
  ) {
    this.former = kept?.formerFolders(folder) ?? [];
  }

  write(name: string, content: Uint8Array | string): void {
    const file = join(this.output, this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  /** Writes what is made from a text, unless the file of an earlier site was made from the same one. */
  async writeMade(name: string, text: string, make: (text: string) => Promise<string> | Uint8Array): Promise<void> {
    const digest = this.digestOf(["made", text]);
    this.made[name] = digest;
    const isThere = (former: FormerFolder): boolean =>
      factsIn(former).made?.[name] === digest && former.keep([this.folder + name]);
    if (this.former.some(isThere)) return;
    this.write(name, await make(text));
  }

  async writeRows(name: string, rows: readonly unknown[]): Promise<void> {
    const text = JSON.stringify(rows);
    if (isPacked(name)) await this.writeMade(name, text, packed);
    else this.write(name, text);
  }

  /** Pagefind's files of an earlier site, put into the next one, where they were made from the same records. */
  keptIndex(records: readonly SearchRecord[]): MadeIndex | undefined {
    const digest = this.digestOf(["index", records]);
    for (const former of this.former) {
      const { index, made = {} } = factsIn(former);
      if (index?.digest !== digest || !former.keep(index.names.map((name) => this.folder + name))) continue;
      for (const name of index.names) {
        const own = made[name];
        if (own !== undefined) this.made[name] = own;
      }
      return index;
    }
    return undefined;
  }

  /** Of what files are made from, the program and the settings included. */
  digestOf(seen: readonly unknown[]): string {
    return this.kept?.digestOf({ seen }) ?? "";
  }
}

function factsIn({ facts }: FormerFolder): Partial<FileFacts> {
  return facts as Partial<FileFacts>;
}

/** By a library and not by Node, whose own packing differs from version to version and from processor to processor. */
function packed(text: string): Uint8Array {
  return zlibSync(Buffer.from(text), { level: 9 });
}

/**
 * Pagefind keeps what a result shows in a file for each post, here only the made-up words; the bundle's own files of
 * texts stand in their place. Its search boxes, 400 kB, the search page has no use for.
 */
const fragment = /^fragment[/\\]unknown_(?<key>[0-9a-f]+)\.pf_fragment$/u;
const needed = /^(?:index[/\\].*|pagefind(?:-worker)?\.js|pagefind-entry\.json|.*\.pf_meta|wasm\..*)$/u;

/** Pagefind's programs come as they were written; a reader's first search loads both. */
async function minified(program: string): Promise<string> {
  const { code } = await transform(program, { minify: true, target: "es2022" });
  return code;
}

/** The number of the post in one of Pagefind's fragments: the address it was given. */
function numberIn(content: Uint8Array): number {
  const { url } = JSON.parse(gunzipSync(content).toString("utf8").replace("pagefind_dcd", "")) as { url: string };
  return Number(url.replace(/^\//u, ""));
}
