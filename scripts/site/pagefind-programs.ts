import { transform } from "esbuild";
import * as pagefind from "pagefind";

/** What Pagefind's browser program is told of an index in `pagefind-entry.json`. */
export interface PagefindEntry {
  readonly version: string;
  readonly languages: Readonly<Record<string, { readonly hash: string; readonly page_count: number }>>;
}

/** Pagefind's programs for the browser by the names of their files, and its entry for an index of one post. */
export interface PagefindPrograms {
  readonly files: readonly (readonly [name: string, content: Uint8Array | string])[];
  readonly entry: PagefindEntry;
}

/** There is no language whose word forms Pagefind should join: an index holds made-up words. */
export const noLanguage = "unknown";

/** Lets Pagefind index a word, for the programs that it puts beside every index. Throws an Error with what it says where it does not. */
export async function pagefindPrograms(): Promise<PagefindPrograms> {
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: noLanguage });
    if (index === undefined) throw new Error(errors.join("; "));
    const added = await index.addCustomRecord({ url: "0", content: "aaa", language: noLanguage });
    const made = await index.getFiles();
    const refused = [...added.errors, ...made.errors];
    if (refused.length > 0) throw new Error(refused.join("; "));
    const files = made.files
      .filter(({ path }) => needed.test(path))
      .map(async ({ path, content }) => [path, path.endsWith(".js") ? await minified(content) : content] as const);
    const entry = made.files.find(({ path }) => path === entryFile);
    if (entry === undefined) throw new Error(`no ${entryFile}`);
    return {
      files: await Promise.all(files),
      entry: JSON.parse(Buffer.from(entry.content).toString("utf8")) as PagefindEntry,
    };
  } catch (error) {
    throw new Error(`Cannot make the programs of the search: ${(error as Error).message}`);
  } finally {
    await pagefind.close();
  }
}

/** The file that its program loads first. */
export const entryFile = "pagefind-entry.json";

/** Its search boxes, 400 kB, the search page has no use for. */
const needed = /^(?:pagefind(?:-worker)?\.js|wasm\..*)$/u;

/** Pagefind's programs come as they were written; a reader's first search loads both. */
async function minified(program: Uint8Array): Promise<string> {
  const { code } = await transform(Buffer.from(program).toString("utf8"), { minify: true, target: "es2022" });
  return code;
}
