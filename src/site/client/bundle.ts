import {
  type BundleManifest,
  type ExportRow,
  type FormRow,
  isPacked,
  type MoreColumns,
  moreColumnsFile,
  type NameRow,
  type NumberedForm,
  type NumberedKind,
  numberedFile,
  numberedForm,
  type PostColumns,
  postsAnExportFile,
  postTableFile,
  type TextRow,
  tokenOf,
} from "../search/manifest.ts";
import { type Posts, postsIn } from "./posts.ts";

/** One bundle of the index. Its files are loaded when they are first asked for, and once. */
export interface Bundle {
  readonly manifest: BundleManifest;
  readonly posts: Posts;
  /** The forms from `first` to `last`, both included, in their order. */
  forms(first: string, last: string): Promise<readonly NumberedForm[]>;
  /** The posts that hold all forms, with what each is worth as an answer. */
  search(forms: readonly number[]): Promise<ReadonlyMap<number, number>>;
  text(post: number): Promise<TextRow>;
  /** What a file of results is made of. */
  exported(post: number): Promise<ExportRow>;
  /** What only a question with an operator needs of the posts. */
  more(): Promise<MoreColumns>;
  /** The post that a name such as an id leads straight to. */
  named(name: string): Promise<number | undefined>;
}

/** Loads what every question to a bundle needs. `root`: address of the root of the site. */
export async function openBundle(manifest: BundleManifest, root: string): Promise<Bundle> {
  const folder = new URL(manifest.folder, root).href;
  const file = onceFor((name) => loaded(`${folder}${name}`));
  const rows = async <Row>(kind: NumberedKind, number: number): Promise<readonly Row[]> =>
    (await file(numberedFile(kind, number))) as readonly Row[];
  const [table, pagefind] = await Promise.all([file(postTableFile), openPagefind(folder)]);
  const posts = postsIn(table as PostColumns);
  return {
    manifest,
    posts,
    forms: async (first, last) => {
      const numbers = filesBetween(manifest.forms, first, last);
      const files = await Promise.all(numbers.map((number) => rows<FormRow>("forms", number)));
      return files
        .flatMap((found, index) =>
          found.map((row, place) => numberedForm(row, (numbers[index] ?? 0) * manifest.formsAFile + place)),
        )
        .filter(({ form }) => form >= first && form <= last);
    },
    search: async (forms) => {
      const { results } = await pagefind.search(forms.map((form) => tokenOf(form, manifest.tokenLength)).join(" "));
      const found = new Map<number, number>();
      for (const { id, score } of results) {
        const number = posts.numberOf(id.replace(/^.*_/u, ""));
        if (number !== undefined) found.set(number, score);
      }
      return found;
    },
    text: async (post) => {
      const number = fileBefore(manifest.texts, post);
      const found = (await rows<TextRow>("texts", number))[post - (manifest.texts[number] ?? 0)];
      if (found === undefined) throw new Error(`no text of post ${post}`);
      return found;
    },
    exported: async (post) => {
      const found = (await rows<ExportRow>("exports", Math.floor(post / postsAnExportFile)))[post % postsAnExportFile];
      if (found === undefined) throw new Error(`no record of post ${post}`);
      return found;
    },
    more: async () => (await file(moreColumnsFile)) as MoreColumns,
    named: async (name) => {
      if (manifest.names.length === 0) return undefined;
      const found = await rows<NameRow>("names", fileBefore(manifest.names, name));
      return found.find(([each]) => each === name)?.[1];
    },
  };
}

/** The last file that starts at `value` or before it; the first where all start later. */
function fileBefore<Value extends string | number>(firsts: readonly Value[], value: Value): number {
  return Math.max(
    firsts.findLastIndex((first) => first <= value),
    0,
  );
}

/** The files that hold rows from `first` to `last`, by the first row of each. */
export function filesBetween(firsts: readonly string[], first: string, last: string): readonly number[] {
  const [from, to] = [fileBefore(firsts, first), fileBefore(firsts, last)];
  return firsts.flatMap((_, index) => (index >= from && index <= to ? [index] : []));
}

/** Loads each thing when it is first asked for, and once. */
export function onceFor(load: (name: string) => Promise<unknown>): (name: string) => Promise<unknown> {
  const known = new Map<string, Promise<unknown>>();
  return (name) => {
    const found = known.get(name) ?? load(name);
    known.set(name, found);
    // What failed may be asked for again: a phone in a tunnel comes out of it.
    found.catch(() => known.delete(name));
    return found;
  };
}

/** A file of the index. Throws an Error where it cannot be fetched. */
export async function loaded(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return isPacked(address) ? unpacked(response) : response.json();
}

/** What zlib's deflate packed, unpacked by the browser as it comes in. */
async function unpacked({ body }: Response): Promise<unknown> {
  return new Response(body?.pipeThrough(new DecompressionStream("deflate"))).json();
}

/** The part of Pagefind's browser interface that is used here. */
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(words: string): Promise<{ readonly results: readonly { readonly id: string; readonly score: number }[] }>;
}

/** A module of its own for each bundle, because a Pagefind searches one index. */
async function openPagefind(folder: string): Promise<Pagefind> {
  const pagefind = (await import(`${folder}pagefind.js`)) as Pagefind;
  await pagefind.options({ basePath: folder, ranking: { metaWeights } });
  await pagefind.init();
  return pagefind;
}

/** Words in a title count more than words in passing. */
const metaWeights = { title: 5 };
