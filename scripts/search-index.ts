import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as pagefind from "pagefind";
import type { Archive } from "../src/site/archive.ts";
import { type SearchBundle, searchBundles, searchManifest } from "../src/site/search/bundles.ts";
import { searchBundlePath, searchBundlesPath } from "../src/site/urls.ts";

/** Makes the search index of an archive below `output`, a bundle for each language; the number of bundles. */
export async function indexSearch(archive: Archive, output: string): Promise<number> {
  const bundles = searchBundles(archive);
  const manifest = join(output, searchBundlesPath);
  mkdirSync(dirname(manifest), { recursive: true });
  writeFileSync(manifest, JSON.stringify(searchManifest(bundles, archive)));
  try {
    for (const bundle of bundles) await indexBundle(bundle, join(output, searchBundlePath(bundle.name)));
  } finally {
    await pagefind.close();
  }
  return bundles.length;
}

/** Pagefind's own search boxes, which the search page has no use for: 400 kB. */
const unused = [
  "pagefind-component-ui.css",
  "pagefind-component-ui.js",
  "pagefind-highlight.js",
  "pagefind-modular-ui.css",
  "pagefind-modular-ui.js",
  "pagefind-ui.css",
  "pagefind-ui.js",
];

/** Records under way to Pagefind's process at a time. */
const recordsAtATime = 200;

async function indexBundle(bundle: SearchBundle, folder: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: bundle.language });
  if (index === undefined) throw new Error(`Cannot make the search index "${bundle.name}": ${errors.join("; ")}`);
  for (let start = 0; start < bundle.records.length; start += recordsAtATime) {
    const records = bundle.records.slice(start, start + recordsAtATime);
    const added = await Promise.all(records.map((record) => index.addCustomRecord(pagefindRecord(record, bundle))));
    const refused = added.flatMap((answer) => answer.errors);
    if (refused.length > 0) throw new Error(`Cannot index a post of "${bundle.name}": ${refused.join("; ")}`);
  }
  const written = await index.writeFiles({ outputPath: folder });
  if (written.errors.length > 0)
    throw new Error(`Cannot write the search index "${bundle.name}": ${written.errors.join("; ")}`);
  for (const name of unused) rmSync(join(folder, name), { force: true });
}

/** Pagefind's types ask for lists that it may change. */
function pagefindRecord(record: SearchBundle["records"][number], bundle: SearchBundle) {
  const filters = Object.entries(record.filters).map(([name, values]) => [name, [...values]] as [string, string[]]);
  return {
    ...record,
    language: bundle.language,
    meta: { ...record.meta },
    filters: Object.fromEntries(filters),
    sort: { ...record.sort },
  };
}
