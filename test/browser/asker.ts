import { answerTo, type Index, openIndex, withMore } from "../../src/site/client/answers.ts";
import { questionIn } from "../../src/site/client/question.ts";
import { english } from "../../src/site/texts/english.ts";

/*
 * Asks the real index what the search page asks it, without the page: `queries.test.ts` runs it in the browser.
 */
const indexes = new Map<string, Promise<Index>>();

/** The paths of all posts that answer, in the order of the answer; `?` before those that may be of the time asked for. */
async function ask(root: string, address: string): Promise<readonly string[]> {
  const host = document.createElement("div");
  host.dataset.root = root;
  host.dataset.bundles = `${root}pagefind/bundles.json`;
  const opened = indexes.get(root) ?? openIndex(host, english.search);
  indexes.set(root, opened);
  const index = await opened;
  let shown = await answerTo(index, questionIn(address), undefined, () => true);
  while (shown !== undefined && shown.found.length < shown.answer.places.length) shown = await withMore(index, shown);
  return (shown?.found ?? []).map(({ path, isPossible }) => (isPossible ? `?${path}` : path));
}

Object.assign(globalThis, { ask });
