import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "esbuild";
import { sourcesFile } from "../../src/site/client/engine/engine.ts";
import { downloadPaths } from "../../src/site/formats/downloads/fields.ts";
import type { Archive } from "../../src/site/model/archive.ts";
import { engineWordsPath } from "../../src/site/model/urls.ts";
import { rowsInFiles } from "../../src/site/search/bundles.ts";
import { type EngineManifest, engineIndex } from "../../src/site/search/engines/engine-index.ts";
import { columnsFile, numberedFile } from "../../src/site/search/manifest.ts";
import { spellingFilesOf, spellingTable } from "../../src/site/search/spellings/spelled-forms.ts";
import { spellingFile } from "../../src/site/search/spellings/spelling-files.ts";

/*
 * What a site has in the place of an index of Pagefind, where its search asks a search engine: the words of the archive, in which the page looks up
 * what a reader types, and a program that asks.
 */

/** Rows of a file of forms. */
const formsAFile = 500;

/** Writes the words of an archive below `output`. */
export function writeEngineFiles(archive: Archive, output: string): void {
  const index = engineIndex(archive);
  const vocabulary = index.vocabulary();
  const file = join(output, engineWordsPath);
  mkdirSync(dirname(file), { recursive: true });
  const write = (name: string, value: unknown): void => writeFileSync(join(dirname(file), name), JSON.stringify(value));
  const forms = rowsInFiles(vocabulary.forms, formsAFile);
  const spellings = spellingTable([vocabulary.spelled]);
  const manifest: EngineManifest = {
    languages: vocabulary.languages,
    inflections: vocabulary.inflections,
    forms: forms.map((rows) => rows[0]?.[0] ?? ""),
    formsAFile,
    labels: index.labels,
    span: [archive.posts[0]?.day ?? "", archive.posts.at(-1)?.day ?? ""],
    spellings: spellingFilesOf(spellings),
  };
  writeFileSync(file, JSON.stringify(manifest));
  for (const [number, rows] of forms.entries()) write(numberedFile("forms", number), rows);
  for (const [number, rows] of spellings.entries()) write(spellingFile(number), rows);
  write(sourcesFile, vocabulary.sources);
  write(columnsFile, downloadPaths);
}

/**
 * Lets the program of the search page ask an engine: each of its files that has a file of the same name in `client/engine` gives way to that one. So
 * the program of a site with Pagefind has nothing of engines, and the other way round.
 */
export function askingEngine(): Plugin {
  return {
    name: "asking-engine",
    setup(build) {
      build.onResolve({ filter: /^\.\/[a-z-]+\.[jt]sx?$/ }, ({ path, resolveDir }) => {
        if (!/[\\/]client$/u.test(resolveDir)) return undefined;
        const own = join(resolveDir, "engine", path);
        return existsSync(own) ? { path: own } : undefined;
      });
    },
  };
}
