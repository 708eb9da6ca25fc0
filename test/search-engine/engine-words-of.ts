import type { EngineWords } from "../../src/site/client/engine/words.ts";
import type { Archive } from "../../src/site/model/archive.ts";
import { engineIndex } from "../../src/site/search/engines/engine-index.ts";
import { numberedForm } from "../../src/site/search/manifest.ts";

/** The words of an archive as the search page has them from the site's files. */
export function engineWordsOf(archive: Archive): EngineWords {
  const index = engineIndex(archive);
  const vocabulary = index.vocabulary();
  const forms = vocabulary.forms.map(numberedForm);
  return {
    manifest: vocabulary,
    labels: index.labels,
    sources: async () => vocabulary.sources,
    forms: async (first, last) => forms.filter(({ form }) => form >= first && form <= last),
  };
}
