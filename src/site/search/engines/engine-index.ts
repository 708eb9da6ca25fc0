import { createHash } from "node:crypto";
import { compare } from "../../../text/compare.ts";
import { fileKinds } from "../../client/conditions.ts";
import { referenceOf } from "../../formats/citations.ts";
import { downloadRecord } from "../../formats/downloads/fields.ts";
import type { Archive } from "../../model/archive.ts";
import type { PostPage } from "../../model/post-page.ts";
import { labelsOf } from "../bundles.ts";
import { facetColumns } from "../facet-columns.ts";
import type { FacetLabels } from "../facets.ts";
import { fold } from "../forms/fold.ts";
import type { Inflections } from "../forms/inflection.ts";
import { inflectionsOf } from "../forms/inflections.ts";
import { unambiguousStems } from "../forms/settled.ts";
import { searchWords } from "../forms/words.ts";
import { monthsIn, yearsIn } from "../intervals.ts";
import type { ExportRow, FormRow } from "../manifest.ts";
import { formRow } from "../manifest.ts";
import { languagesOfPosts, linkedSites, namesOfPost, searchedText, wordedPosts } from "../post-words.ts";
import { type SpelledForm, spelledForms } from "../spellings/spelled-forms.ts";
import type { SpellingFiles } from "../spellings/spelling-files.ts";
import { partsAlone } from "../terms.ts";
import { type EngineDocument, numberOfDay } from "./document.ts";

/** What is known of the words of an archive whose posts an engine has: the search page looks words up in it before it asks. */
export interface Vocabulary {
  readonly languages: readonly string[];
  readonly inflections: Inflections;
  readonly forms: readonly FormRow[];
  readonly spelled: readonly SpelledForm[];
  /** Whom posts were forwarded from. */
  readonly sources: readonly string[];
}

/** What the search page loads first where it asks an engine. Kept as `engine/words.json`. */
export interface EngineManifest extends Pick<Vocabulary, "languages" | "inflections"> {
  /** The first form of each file of forms, `forms-0.json` and so on, beside this file. */
  readonly forms: readonly string[];
  readonly formsAFile: number;
  readonly labels: FacetLabels;
  /** First and last day of the archive. */
  readonly span: readonly [first: string, last: string];
  readonly spellings: SpellingFiles;
}

/** An archive as an engine and the search page have it. */
export interface EngineIndex {
  /** Only the site has a use for it. */
  vocabulary(): Vocabulary;
  readonly labels: FacetLabels;
  /** Made one by one: those of a large archive are never held together. */
  documents(): Iterable<EngineDocument>;
}

/** Reads the words of all posts, settles their forms, and makes the documents of an engine. */
export function engineIndex(archive: Archive): EngineIndex {
  const texts = wordedPosts(archive.posts, languagesOfPosts(archive));
  const settled = unambiguousStems(texts);
  const languages = [...new Set(texts.map((text) => text.language))].sort(compare);
  const sources = new Set(archive.posts.flatMap(({ post }) => post.forwardedFrom ?? []));
  return {
    vocabulary: () => ({
      languages,
      inflections: inflectionsOf(languages),
      forms: settled.forms.map(formRow),
      spelled: spelledForms(
        texts.map(({ spelled }, text) => ({ spelled, numbers: settled.texts[text] ?? [] })),
        settled.forms,
      ),
      sources: [...sources].sort(compare),
    }),
    labels: labelsOf(archive),
    *documents() {
      for (const [place, page] of archive.posts.entries()) {
        const forms = (settled.texts[place] ?? []).map((numbers) =>
          numbers.flatMap((each) => settled.forms[each] ?? []),
        );
        const titleWords = texts[place]?.titleWords ?? 0;
        const formsIn = (words: typeof forms): readonly string[] => words.flat().map(({ form }) => form);
        yield documentOf(page, archive, {
          titleForms: formsIn(forms.slice(0, titleWords)),
          forms: formsIn(forms.slice(titleWords)),
        });
      }
    },
  };
}

function documentOf(
  page: PostPage,
  archive: Archive,
  words: Pick<EngineDocument, "titleForms" | "forms">,
): EngineDocument {
  const { post } = page;
  const { earliest: first, latest: last } = post.dating;
  const facets = Object.fromEntries(Object.entries(facetColumns).map(([name, valuesOf]) => [name, valuesOf(page)]));
  const [years, months] = [yearsIn({ first, last }), monthsIn({ first, last })];
  const group = archive.relations.groupOf(page)?.pages[0]?.post.id;
  const content = searchedText(post);
  const exported: ExportRow = [downloadRecord(page, archive.settings.url), referenceOf(page, archive)];
  const document = {
    id: post.id,
    path: page.path.slice(1),
    title: page.title,
    text: post.text,
    when: page.date.short,
    ...(facets as Record<keyof typeof facetColumns, readonly string[]>),
    year: years,
    month: months,
    // A post of one year or another is surely of neither.
    yearSure: years.length === 1 ? years : [],
    monthSure: months.length === 1 ? months : [],
    best: numberOfDay(post.dating.best),
    earliest: numberOfDay(first),
    latest: numberOfDay(last),
    basis: [post.dating.basis],
    from: post.forwardedFrom === undefined ? [] : [post.forwardedFrom],
    tagFolded: [...new Set(post.tags.map((tag) => fold(tag.key)))],
    has: hasValuesOf(post.media, linkedSites(post).length > 0),
    site: [...new Set(linkedSites(post).flatMap(domainsOf))],
    names: shortNamesIn(`${page.title}\n${content}`),
    address: namesOfPost(post),
    group: group ?? post.id,
    copied: [group === undefined ? "no" : "yes"],
    words: wordsInOrder(content),
    ...words,
    exported: JSON.stringify(exported),
  };
  return { ...document, digest: digestOf(JSON.stringify(document)) };
}

/** The values of `has:` that a post answers to. */
function hasValuesOf(media: readonly string[], hasLinks: boolean): readonly string[] {
  const kinds = media.map((kind) => (kind === "document" ? "file" : kind));
  const isFile = media.some((kind) => fileKinds.has(kind));
  return [...new Set([...kinds, ...(isFile ? ["media"] : []), ...(hasLinks ? ["link"] : [])])];
}

/** `news.example.org`, `example.org` and `org`. */
function domainsOf(host: string): readonly string[] {
  const labels = host.split(".");
  return labels.map((_, index) => labels.slice(index).join("."));
}

/** Words of two or three capitals as they stand in a text, points between them and a possessive left out. */
function shortNamesIn(text: string): readonly string[] {
  const names = searchWords(text).flatMap(({ start, end, places }) => {
    const name = text.slice(start, end).replace(/\.|['’]s$/gu, "");
    return places === 1 && /^\p{Lu}{2,3}$/u.test(name) ? [name] : [];
  });
  return [...new Set(names)];
}

/** One word for each place of a text: an emoji takes none. */
function wordsInOrder(text: string): string {
  const words = new Map(partsAlone(searchWords(text)).map(({ place, folded }) => [place, folded]));
  return [...words.values()].join(" ");
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}
