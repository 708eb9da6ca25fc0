import type { Bundle } from "../../src/site/client/bundle.ts";
import { postsIn } from "../../src/site/client/posts.ts";
import type { SearchBundle } from "../../src/site/search/bundles.ts";
import { type FormRow, type NameRow, numberedForm, type TextRow, tokenOf } from "../../src/site/search/manifest.ts";

/** A bundle as the browser has it, with a search of its own in the place of Pagefind: by the records' made-up words. */
export function opened(made: SearchBundle): Bundle {
  const rowsOf = <Row>(kind: string): readonly Row[] =>
    [...made.files].flatMap(([name, rows]) => (name.startsWith(kind) ? (rows as readonly unknown[] as Row[]) : []));
  const forms = rowsOf<FormRow>("forms").map(numberedForm);
  return {
    manifest: made.manifest,
    posts: postsIn(made.table(made.records.map((_, number) => `k${number}`))),
    forms: async (first, last) => forms.filter(({ form }) => form >= first && form <= last),
    exported: async (post) => {
      const found = [...made.exports()].flatMap(([, rows]) => rows)[post];
      if (found === undefined) throw new Error(`no record of post ${post}`);
      return found;
    },
    more: async () => made.more,
    search: async (numbers) => {
      const tokens = numbers.map((number) => tokenOf(number, made.manifest.tokenLength));
      const holds = (content: string): boolean => tokens.every((token) => content.split(" ").includes(token));
      return new Map(
        made.records.flatMap(({ title, content }, number) =>
          holds(content) ? [[number, tokens.some((token) => title.includes(token)) ? 2 : 1] as const] : [],
        ),
      );
    },
    text: async (post) => rowsOf<TextRow>("texts")[post] ?? { path: "", title: "", text: "", when: "" },
    named: async (name) => rowsOf<NameRow>("names").find(([each]) => each === name)?.[1],
  };
}
