import { dayNumber, monthKeyOf } from "../../model/day.ts";
import type { Archive } from "../model/archive.ts";
import type { PostPage } from "../model/post-page.ts";
import { searchBundlePath } from "../model/urls.ts";
import { exportFiles } from "./export-rows.ts";
import { facetColumns } from "./facet-columns.ts";
import type { FacetLabels, StoredFacet } from "./facets.ts";
import { inflectionsOf } from "./forms/inflections.ts";
import { unambiguousStems } from "./forms/settled.ts";
import {
  type BundleManifest,
  type Column,
  type ExportRow,
  type FormRow,
  formRow,
  type MoreColumns,
  type NameRow,
  numberedFile,
  type PostColumns,
  type SearchManifest,
  type TextRow,
  tokenLengthFor,
  tokenOf,
} from "./manifest.ts";
import { type LanguageOf, languagesOfPosts, linkedSites, namesOfPost, wordedPosts } from "./post-words.ts";
import { type SpelledForm, spelledForms } from "./spellings/spelled-forms.ts";
import type { SpellingFiles } from "./spellings/spelling-files.ts";

/** One bundle of the index: what Pagefind takes, and the tables beside it. */
export interface SearchBundle {
  readonly name: string;
  readonly manifest: BundleManifest;
  /** Each post as words that stand for its forms: what Pagefind indexes, by the post's number. */
  readonly records: readonly SearchRecord[];
  /** The table of posts; `keys` says how Pagefind calls each of them, which it tells when it has indexed them. */
  table(keys: readonly string[]): PostColumns;
  readonly more: MoreColumns;
  /** How its texts spell what may be names. */
  readonly spelled: readonly SpelledForm[];
  /** The files that results are exported from, made one by one. */
  exports(): Iterable<readonly [name: string, rows: readonly ExportRow[]]>;
  /** The other files of the bundle by their names. */
  readonly files: ReadonlyMap<string, readonly (FormRow | TextRow | NameRow)[]>;
}

/** A post as Pagefind takes it: its title counts more than its text. */
export interface SearchRecord {
  readonly title: string;
  readonly content: string;
}

/** How a search index is cut up. */
export interface BundleSizes {
  /** A bundle ends with the month in which it comes to hold so many posts. */
  readonly posts: number;
  readonly formsAFile: number;
  /** UTF-16 units of text in a file of texts. */
  readonly textAFile: number;
}

/**
 * Each bundle costs a reader some 80 kB of program before the first result; but a bundle, once its months are past,
 * stays as it is, and Pagefind's memory is bounded by the largest.
 */
const usualSizes: BundleSizes = { posts: 20_000, formsAFile: 500, textAFile: 16_000 };

/** A bundle that may be made. */
export interface BundlePart {
  readonly name: string;
  /** All that it is made from, but for the settings and the words of the interface: values for JSON, and pages of posts. */
  readonly seen: readonly unknown[];
  make(): SearchBundle;
}

/** Parts the posts into bundles of whole months, from the oldest. */
export function bundleParts(archive: Archive, sizes: BundleSizes = usualSizes): readonly BundlePart[] {
  const languageOf = languagesOfPosts(archive);
  const { groupOf } = archive.relations;
  return partsInTime(archive.posts, sizes.posts).map((pages, number): BundlePart => {
    const groups = pages.map((page) => groupOf(page)?.number ?? -1);
    const name = `${number}`;
    return {
      name,
      seen: [name, sizes, pages, pages.map(languageOf), groups],
      make: () => bundleOf(pages, name, { archive, languageOf, groups, sizes }),
    };
  });
}

/** All bundles of an archive. */
export function searchBundles(archive: Archive, sizes?: BundleSizes): readonly SearchBundle[] {
  return bundleParts(archive, sizes).map((part) => part.make());
}

/** What the search page loads first. */
export function searchManifest(
  bundles: readonly Pick<SearchBundle, "manifest">[],
  archive: Archive,
  spellings: SpellingFiles = { count: 0, arabic: false },
): SearchManifest {
  return { bundles: bundles.map((bundle) => bundle.manifest), labels: labelsOf(archive), spellings };
}

/** The words of facet values that do not speak for themselves. */
export function labelsOf(archive: Archive): FacetLabels {
  const languages = [...new Set(archive.posts.map((page) => page.post.language))].filter((tag) => tag !== "und");
  const names = new Intl.DisplayNames(archive.texts.search.locale, { type: "language" });
  return {
    channel: Object.fromEntries(archive.channels.map(({ channel }) => [channel.key, channel.name])),
    tag: Object.fromEntries(archive.tags.filter((tag) => tag.label !== tag.key).map((tag) => [tag.key, tag.label])),
    language: Object.fromEntries(languages.map((tag) => [tag, nameOf(tag, names)])),
  };
}

function nameOf(language: string, names: Intl.DisplayNames): string {
  try {
    return names.of(language) ?? language;
  } catch {
    // A malformed tag, from a file edited by hand, goes by itself.
    return language;
  }
}

function partsInTime(pages: readonly PostPage[], most: number): readonly (readonly PostPage[])[] {
  const parts: PostPage[][] = [];
  let month = "";
  for (const page of pages) {
    const last = parts.at(-1);
    const next = monthKeyOf(page.day);
    if (last === undefined || (last.length >= most && next !== month)) parts.push([page]);
    else last.push(page);
    month = next;
  }
  return parts;
}

/** What a bundle is made with beside its posts. */
interface Beside {
  readonly archive: Archive;
  readonly languageOf: LanguageOf;
  readonly groups: readonly number[];
  readonly sizes: BundleSizes;
}

function bundleOf(pages: readonly PostPage[], name: string, beside: Beside): SearchBundle {
  const { archive, languageOf, groups } = beside;
  const { formsAFile, textAFile } = beside.sizes;
  const texts = wordedPosts(pages, languageOf);
  const settled = unambiguousStems(texts);
  const tokenLength = tokenLengthFor(settled.forms.length);
  const tokens = settled.forms.map((_, form) => tokenOf(form, tokenLength));
  const tokenText = (words: readonly (readonly number[])[]): string => {
    let text = "";
    for (const forms of words) for (const form of forms) text += `${text === "" ? "" : " "}${tokens[form]}`;
    return text;
  };
  const formRows = settled.forms.map(formRow);
  const languages = [...new Set(texts.map((text) => text.language))].sort();
  const nameRows = pages
    .flatMap((page, post) => namesOfPost(page.post).map((name): NameRow => [name, post]))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const textRows = pages.map(textRow);
  const starts = textStarts(textRows, textAFile);
  const files = new Map<string, readonly (FormRow | TextRow | NameRow)[]>();
  const forms = rowsInFiles(formRows, formsAFile);
  const names = rowsInFiles(nameRows, formsAFile);
  for (const [index, rows] of forms.entries()) files.set(numberedFile("forms", index), rows);
  for (const [index, rows] of names.entries()) files.set(numberedFile("names", index), rows);
  for (const [index, start] of starts.entries()) {
    files.set(numberedFile("texts", index), textRows.slice(start, starts[index + 1]));
  }
  return {
    name,
    manifest: {
      folder: searchBundlePath(name).slice(1),
      posts: pages.length,
      languages,
      inflections: inflectionsOf(languages),
      forms: forms.map((rows) => rows[0]?.[0] ?? ""),
      formsAFile,
      tokenLength,
      texts: starts,
      names: names.map((rows) => rows[0]?.[0] ?? ""),
    },
    records: settled.texts.map((words, text) => ({
      title: tokenText(words.slice(0, texts[text]?.titleWords)),
      content: tokenText(words.slice(texts[text]?.titleWords)),
    })),
    table: (keys) => tableOf(pages, keys, groups),
    more: {
      source: column(pages, ({ post }) => (post.forwardedFrom === undefined ? [] : [post.forwardedFrom])),
      site: column(pages, ({ post }) => linkedSites(post)),
    },
    spelled: spelledForms(
      texts.map(({ spelled }, text) => ({ spelled, numbers: settled.texts[text] ?? [] })),
      settled.forms,
    ),
    exports: () => exportFiles(pages, archive),
    files,
  };
}

function textRow(page: PostPage): TextRow {
  return { path: page.path.slice(1), title: page.title, text: page.post.text, when: page.date.short };
}

/** The number of the first post of each file of texts. */
function textStarts(rows: readonly TextRow[], most: number): readonly number[] {
  const starts: number[] = [];
  let size = most;
  for (const [index, row] of rows.entries()) {
    if (size >= most) {
      starts.push(index);
      size = 0;
    }
    size += row.text.length + row.title.length + 60;
  }
  return starts;
}

function tableOf(pages: readonly PostPage[], keys: readonly string[], groups: readonly number[]): PostColumns {
  const numbers = pages.map((page) => dayNumber(page.day));
  return {
    keys: shortestPrefixes(keys).join(" "),
    firstDay: pages[0]?.day ?? "",
    days: numbers.map((number, index) => number - (numbers[index - 1] ?? number)),
    intervals: intervalsOf(pages),
    ...columnsOf(pages),
    groups: groups.flatMap((group, post) => (group < 0 ? [] : [[post, group] as const])),
  };
}

/** See `PostColumns.intervals`. */
function intervalsOf(pages: readonly PostPage[]): readonly number[] {
  let last = 0;
  return pages.flatMap(({ post: { dating }, day }, post) => {
    const best = dayNumber(day);
    const before = best - dayNumber(dating.earliest);
    const after = dayNumber(dating.latest) - best;
    if (before === 0 && after === 0) return [];
    const step = post - last;
    last = post;
    return [step, before, after];
  });
}

function columnsOf(pages: readonly PostPage[]): Readonly<Record<StoredFacet, Column>> {
  const columns = Object.entries(facetColumns).map(([name, valuesOf]) => [name, column(pages, valuesOf)]);
  return Object.fromEntries(columns) as Record<StoredFacet, Column>;
}

function column(pages: readonly PostPage[], valuesOf: (page: PostPage) => readonly string[]): Column {
  const numbers = new Map<string, number>();
  const numberOf = (value: string): number => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  };
  const posts = pages.map((page) => {
    const values = valuesOf(page).map(numberOf);
    return values.length > 1 ? values : (values[0] ?? -1);
  });
  return { values: [...numbers.keys()], posts };
}

/** The shortest beginnings by which keys can be told apart. */
function shortestPrefixes(keys: readonly string[]): readonly string[] {
  const sorted = [...new Set(keys)].sort();
  const lengths = new Map(
    sorted.map((key, index) => [
      key,
      Math.max(shared(key, sorted[index - 1] ?? ""), shared(key, sorted[index + 1] ?? "")) + 1,
    ]),
  );
  return keys.map((key) => key.slice(0, lengths.get(key)));
}

function shared(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** Rows in lists of so many at most. */
export function rowsInFiles<Row>(rows: readonly Row[], size: number): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  );
}
