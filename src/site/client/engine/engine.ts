import type { SearchServer } from "../../model/search-server.ts";
import type { EngineManifest } from "../../search/engines/engine-index.ts";
import { type FormRow, numberedFile, numberedForm } from "../../search/manifest.ts";
import type { Texts } from "../../texts/texts.ts";
import { type Bundle, filesBetween, loaded, onceFor } from "../bundle.ts";
import type { EngineWords } from "./words.ts";

/** An engine that is asked, and the words that the page knows of its posts. */
export interface Engine extends EngineWords {
  readonly server: SearchServer;
  readonly texts: Texts["search"];
  readonly span: readonly [first: string, last: string];
}

/** What `openEngine` read. */
export interface OpenedEngine {
  readonly engine: Engine;
  readonly manifest: EngineManifest;
  /** A file beside the manifest, such as one of spellings. */
  file(name: string): Promise<unknown>;
}

/** Loads what every question needs. `address`: that of the file of words that the page names. */
export async function openEngine(address: string, server: SearchServer, texts: Texts["search"]): Promise<OpenedEngine> {
  const file = onceFor((name) => loaded(new URL(name, address).href));
  const manifest = (await loaded(address)) as EngineManifest;
  const engine: Engine = {
    server,
    texts,
    manifest,
    labels: manifest.labels,
    span: manifest.span,
    sources: async () => (await file(sourcesFile)) as readonly string[],
    forms: async (first, last) => {
      const numbers = filesBetween(manifest.forms, first, last);
      const files = await Promise.all(
        numbers.map(async (number) => (await file(numberedFile("forms", number))) as readonly FormRow[]),
      );
      return files
        .flatMap((rows, index) =>
          rows.map((row, place) => numberedForm(row, (numbers[index] ?? 0) * manifest.formsAFile + place)),
        )
        .filter(({ form }) => form >= first && form <= last);
    },
  };
  return { engine, manifest, file };
}

/** Name of the file of whom posts were forwarded from, beside the manifest. */
export const sourcesFile = "sources.json";

/** An engine in the place of the bundles of Pagefind, which the search page hands on to those who ask. */
export function asBundles(engine: Engine): readonly Bundle[] {
  return [engine as unknown as Bundle];
}

/** The engine that stands in the place of bundles. */
export function engineIn([engine]: readonly unknown[]): Engine {
  return engine as Engine;
}
