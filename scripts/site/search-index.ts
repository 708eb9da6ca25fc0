import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync, zlibSync } from "fflate";
import { downloadPaths } from "../../src/site/formats/downloads/fields.ts";
import type { Archive } from "../../src/site/model/archive.ts";
import { searchBundlePath, searchBundlesPath } from "../../src/site/model/urls.ts";
import { type BundleSizes, bundleParts, type SearchBundle, searchManifest } from "../../src/site/search/bundles.ts";
import { columnsFile, isPacked, moreColumnsFile, postTableFile } from "../../src/site/search/manifest.ts";
import { spellingFilesOf, spellingTable } from "../../src/site/search/spellings/spelled-forms.ts";
import { spellingFile } from "../../src/site/search/spellings/spelling-files.ts";
import { indexMeta, indexPieces, isIndexed } from "../../src/site/search/word-index.ts";
import type { KeptPages } from "./kept-pages.ts";
import {
  entryFile,
  noLanguage,
  type PagefindEntry,
  type PagefindPrograms,
  pagefindPrograms,
} from "./pagefind-programs.ts";

/** What is known of a bundle beside its files. */
type KnownBundle = Pick<SearchBundle, "manifest" | "spelled">;

/** What is noted of the files of a bundle that take long to make. */
interface FileFacts {
  /** What packed ones hold: digests by name. */
  readonly packed: Readonly<Record<string, string>>;
  /** Pagefind's programs: names of files, and what goes with them. */
  readonly programs: { readonly names: readonly string[]; readonly digest: string; readonly entry: PagefindEntry };
}

/** Makes the search index of an archive below `output`, but for bundles that are `kept`; the number of its bundles. */
export async function indexSearch(
  archive: Archive,
  output: string,
  { sizes, kept }: { readonly sizes?: BundleSizes; readonly kept?: KeptPages } = {},
): Promise<number> {
  const bundles: KnownBundle[] = [];
  let made: Promise<PagefindPrograms> | undefined;
  const programs = (): Promise<PagefindPrograms> => {
    made ??= pagefindPrograms();
    return made;
  };
  for (const part of bundleParts(archive, sizes)) {
    const folder = searchBundlePath(part.name).slice(1);
    const digest = kept?.digestOf(part) ?? "";
    const facts = kept?.keepFolder(folder, digest);
    if (facts !== undefined) {
      bundles.push(bundleFrom(facts));
      continue;
    }
    const { manifest, spelled, ...bundle } = part.make();
    const files = await writeBundle({ manifest, ...bundle }, new BundleFolder(output, folder, kept, programs));
    bundles.push({ manifest, spelled });
    kept?.noteFolder(folder, digest, factsOf({ manifest, spelled }, files));
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

async function writeBundle(bundle: Omit<SearchBundle, "spelled">, folder: BundleFolder): Promise<FileFacts> {
  const programs = await folder.writePrograms();
  const pieces: (readonly [first: string, last: string, name: string])[] = [];
  for (const { first, last, bytes } of indexPieces(bundle.records, bundle.manifest.tokenLength)) {
    const packed = forPagefind(bytes);
    const name = `${noLanguage}_${digestOf(packed)}`;
    folder.write(`index/${name}.pf_index`, packed);
    pieces.push([first, last, name]);
  }
  const meta = forPagefind(indexMeta({ version: programs.entry.version, records: bundle.records, pieces }));
  const hash = `${noLanguage}_${digestOf(meta)}`;
  folder.write(`pagefind.${hash}.pf_meta`, meta);
  const language = {
    ...programs.entry.languages[noLanguage],
    hash,
    page_count: bundle.records.filter(isIndexed).length,
  };
  folder.write(entryFile, JSON.stringify({ ...programs.entry, languages: { [noLanguage]: language } }));
  folder.write(postTableFile, JSON.stringify(bundle.table));
  folder.write(moreColumnsFile, JSON.stringify(bundle.more));
  for (const [name, rows] of bundle.files) folder.writeRows(name, rows);
  for (const [name, rows] of bundle.exports()) folder.writeRows(name, rows);
  return { packed: folder.packed, programs };
}

/** A file as Pagefind's program unpacks it: by its first bytes it knows that nobody did so on the way. Packed by a library, as rows are. */
function forPagefind(content: Uint8Array): Uint8Array {
  return gzipSync(Buffer.concat([Buffer.from("pagefind_dcd"), content]), { level: 9, mtime: 0 });
}

/** Names files by what they hold, so that no browser keeps one for another. */
function digestOf(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 12);
}

/** A bundle's folder as it grows; files that take long to make are those of the site that stands where they would be the same. */
class BundleFolder {
  readonly packed: Record<string, string> = {};
  private readonly former: Partial<FileFacts>;

  constructor(
    private readonly output: string,
    private readonly folder: string,
    private readonly kept: KeptPages | undefined,
    private readonly programs: () => Promise<PagefindPrograms>,
  ) {
    this.former = (kept?.factsOf(folder) ?? {}) as Partial<FileFacts>;
  }

  write(name: string, content: Uint8Array | string): void {
    const file = join(this.output, this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  writeRows(name: string, rows: readonly unknown[]): void {
    const text = JSON.stringify(rows);
    if (isPacked(name)) this.writePacked(name, text);
    else this.write(name, text);
  }

  /** By a library and not by Node, whose own packing differs from version to version and from processor to processor. */
  private writePacked(name: string, text: string): void {
    const digest = this.digestOf(text);
    this.packed[name] = digest;
    if (this.former.packed?.[name] === digest && this.keep([name])) return;
    this.write(name, zlibSync(Buffer.from(text), { level: 9 }));
  }

  /** Writes Pagefind's programs. */
  async writePrograms(): Promise<FileFacts["programs"]> {
    const { programs } = this.former;
    const digest = this.digestOf("programs");
    if (programs !== undefined && programs.digest === digest && this.keep(programs.names)) return programs;
    const { files, entry } = await this.programs();
    for (const [name, content] of files) this.write(name, content);
    return { names: files.map(([name]) => name), digest, entry };
  }

  private keep(names: readonly string[]): boolean {
    return this.kept?.keepFiles(names.map((name) => this.folder + name)) === true;
  }

  /** Of what makes a file, the program and settings included. */
  private digestOf(text: string): string {
    return this.kept?.digestOf({ seen: [text] }) ?? "";
  }
}
