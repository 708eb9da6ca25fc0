import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { transform } from "esbuild";
import { zlibSync } from "fflate";
import * as pagefind from "pagefind";
import { downloadPaths } from "../../src/site/formats/downloads/fields.ts";
import type { Archive } from "../../src/site/model/archive.ts";
import { searchBundlePath, searchBundlesPath } from "../../src/site/model/urls.ts";
import { type BundleSizes, bundleParts, type SearchBundle, searchManifest } from "../../src/site/search/bundles.ts";
import { columnsFile, isPacked, moreColumnsFile, postTableFile } from "../../src/site/search/manifest.ts";
import { spellingFilesOf, spellingTable } from "../../src/site/search/spellings/spelled-forms.ts";
import { spellingFile } from "../../src/site/search/spellings/spelling-files.ts";
import type { KeptPages } from "./kept-pages.ts";

/** What is known of a bundle beside its files. */
type KnownBundle = Pick<SearchBundle, "manifest" | "spelled">;

/** Makes the search index of an archive below `output`, but for bundles that are `kept`; the number of its bundles. */
export async function indexSearch(
  archive: Archive,
  output: string,
  { sizes, kept }: { readonly sizes?: BundleSizes; readonly kept?: KeptPages } = {},
): Promise<number> {
  const bundles: KnownBundle[] = [];
  try {
    for (const part of bundleParts(archive, sizes)) {
      const folder = searchBundlePath(part.name).slice(1);
      const digest = kept?.digestOf(part) ?? "";
      const facts = kept?.keepFolder(folder, digest);
      if (facts !== undefined) {
        bundles.push(bundleFrom(facts));
        continue;
      }
      const { manifest, spelled, ...bundle } = part.make();
      await indexBundle(bundle, join(output, folder));
      bundles.push({ manifest, spelled });
      kept?.noteFolder(folder, digest, factsOf({ manifest, spelled }));
    }
  } finally {
    await pagefind.close();
  }
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

/** A bundle's facts as values for JSON, which has no maps. */
function factsOf({ manifest, spelled }: KnownBundle): unknown {
  return { manifest, spelled: spelled.map(({ capital, ...form }) => ({ ...form, capital: [...capital] })) };
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

/** Records under way to Pagefind's process at a time. */
const recordsAtATime = 200;

async function indexBundle(bundle: Omit<SearchBundle, keyof KnownBundle>, folder: string): Promise<void> {
  // The records hold made-up words of one length: there is no language whose word forms Pagefind should join.
  const { index, errors } = await pagefind.createIndex({ forceLanguage: "unknown" });
  if (index === undefined) throw new Error(`Cannot make the search index "${bundle.name}": ${errors.join("; ")}`);
  for (let start = 0; start < bundle.records.length; start += recordsAtATime) {
    const records = bundle.records.slice(start, start + recordsAtATime).map(({ title, content }, offset) => ({
      url: `${start + offset}`,
      content,
      language: "unknown",
      ...(title === "" ? {} : { meta: { title } }),
    }));
    const added = await Promise.all(records.map((record) => index.addCustomRecord(record)));
    const refused = added.flatMap((answer) => answer.errors);
    if (refused.length > 0) throw new Error(`Cannot index a post of "${bundle.name}": ${refused.join("; ")}`);
  }
  const made = await index.getFiles();
  if (made.errors.length > 0)
    throw new Error(`Cannot make the search index "${bundle.name}": ${made.errors.join("; ")}`);
  await index.deleteIndex();
  const write = (path: string, content: Uint8Array | string): void => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  const keys = new Map<number, string>();
  for (const { path, content } of made.files) {
    const key = fragment.exec(path)?.groups?.key;
    if (key !== undefined) keys.set(numberIn(content), key);
    else if (needed.test(path)) write(path, path.endsWith(".js") ? await minified(content) : content);
  }
  const keyOf = ({ content }: SearchBundle["records"][number], number: number): string => {
    const key = keys.get(number);
    // Pagefind keeps no post without words, and no words lead to one.
    if (key === undefined && content !== "")
      throw new Error(`Cannot index post ${number} of "${bundle.name}": it is lost`);
    return key ?? "";
  };
  write(postTableFile, JSON.stringify(bundle.table(bundle.records.map(keyOf))));
  write(moreColumnsFile, JSON.stringify(bundle.more));
  const writeRows = (name: string, rows: readonly unknown[]): void => {
    const text = JSON.stringify(rows);
    // Packed by a library and not by Node, whose own packing differs from version to version and from processor to processor.
    write(name, isPacked(name) ? zlibSync(Buffer.from(text), { level: 9 }) : text);
  };
  for (const [name, rows] of bundle.files) writeRows(name, rows);
  for (const [name, rows] of bundle.exports()) writeRows(name, rows);
}

/**
 * Pagefind keeps what a result shows in a file for each post, here only the made-up words; the bundle's own files of
 * texts stand in their place. Its search boxes, 400 kB, the search page has no use for.
 */
const fragment = /^fragment[/\\]unknown_(?<key>[0-9a-f]+)\.pf_fragment$/u;
const needed = /^(?:index[/\\].*|pagefind(?:-worker)?\.js|pagefind-entry\.json|.*\.pf_meta|wasm\..*)$/u;

/** Pagefind's programs come as they were written; a reader's first search loads both. */
async function minified(program: Uint8Array): Promise<string> {
  const { code } = await transform(Buffer.from(program).toString("utf8"), { minify: true, target: "es2022" });
  return code;
}

/** The number of the post in one of Pagefind's fragments: the address it was given. */
function numberIn(content: Uint8Array): number {
  const { url } = JSON.parse(gunzipSync(content).toString("utf8").replace("pagefind_dcd", "")) as { url: string };
  return Number(url.replace(/^\//u, ""));
}
