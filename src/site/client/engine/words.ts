import { numberOfDay } from "../../search/engines/document.ts";
import { allOf, anyOf, everything, type Filter, isOneOf, nothing, notOf } from "../../search/engines/filter.ts";
import type { FacetLabels } from "../../search/facets.ts";
import { fold } from "../../search/forms/fold.ts";
import {
  type Alternative,
  type Clause,
  type Condition,
  clausesIn,
  daysAsked,
  firstDay,
  type Wording,
} from "../../search/query.ts";
import type { Term } from "../../search/terms.ts";
import type { WantedForms } from "../../search/wanted.ts";
import { isLanguage, isNamed, isWords } from "../conditions.ts";
import { type BundleWords, lookUp } from "../look-up.ts";
import { postsOfTerm, type TermFound, uniqueFound, wantedBy } from "../match.ts";
import type { AskedWords } from "./asked.ts";

/** What a question's words are looked up in. */
export interface EngineWords extends BundleWords {
  readonly labels: FacetLabels;
  /** Whom posts were forwarded from. */
  sources(): Promise<readonly string[]>;
}

/** The words of a question as they are asked for, and what is known of them. */
export interface ReadWords extends AskedWords {
  readonly terms: readonly TermFound[];
  /** The phrases as they were typed. */
  readonly phrases: readonly string[];
  readonly wanted: WantedForms;
}

/** Looks up what was typed. */
export async function readWords(typed: string, words: EngineWords): Promise<ReadWords> {
  const clauses = clausesIn(typed);
  const { inflections } = words.manifest;
  const none = { terms: [], phrases: [], ranked: [], days: {} };
  if (clauses.length === 0) {
    const filter = typed.trim() === "" ? everything : nothing;
    return { ...none, filter, wanted: { forms: new Set(), beginnings: [], inflections } };
  }
  const read = await Promise.all(clauses.map((clause) => readClause(clause, words)));
  const held = read.filter(({ isExcluded }) => !isExcluded).flatMap(({ anyOf: parts }) => parts);
  return {
    filter: allOf(read.map(filterOf)),
    // Alternatives do not stand in every post that is found.
    ranked: read.flatMap(({ isExcluded, anyOf: [only, ...others] }) =>
      isExcluded || only === undefined || others.length > 0 ? [] : only.ranked,
    ),
    days: daysAsked(clauses),
    terms: uniqueFound(held.flatMap((each) => each.terms)),
    phrases: held.flatMap((each) => each.phrases),
    wanted: {
      forms: new Set(held.flatMap((each) => [...each.wanted.forms])),
      beginnings: held.flatMap((each) => each.wanted.beginnings),
      names: held.flatMap((each) => each.names),
      inflections,
    },
  };
}

interface ReadAlternative {
  readonly filter: Filter;
  readonly ranked: readonly string[];
  readonly terms: readonly TermFound[];
  readonly phrases: readonly string[];
  readonly names: readonly string[];
  readonly wanted: ReturnType<typeof wantedBy>;
}

interface ReadClause {
  readonly isExcluded: boolean;
  readonly anyOf: readonly ReadAlternative[];
}

function filterOf({ isExcluded, anyOf: parts }: ReadClause): Filter {
  const filter = anyOf(parts.map((part) => part.filter));
  return isExcluded ? notOf(filter) : filter;
}

async function readClause({ isExcluded, anyOf: parts }: Clause, words: EngineWords): Promise<ReadClause> {
  return { isExcluded, anyOf: await Promise.all(parts.map((part) => readAlternative(part, words))) };
}

async function readAlternative(asked: Alternative, words: EngineWords): Promise<ReadAlternative> {
  if (asked.kind === "words") return readWording(asked, words);
  const filter = await conditionFilter(asked, words);
  return { filter, ranked: [], terms: [], phrases: [], names: [], wanted: { forms: new Set(), beginnings: [] } };
}

async function readWording({ terms, phrases, names }: Wording, words: EngineWords): Promise<ReadAlternative> {
  const found = await Promise.all(terms.map((term) => lookUp([words], term)));
  const forms = found.map((each) => each.forms.flat().map(({ form }) => form));
  const isShort = (term: Term): boolean => names.some((name) => fold(name) === term.folded);
  return {
    filter: allOf([
      ...forms.map((each) => isOneOf("forms", each)),
      ...phrases.map((phrase): Filter => ({ kind: "phrase", words: phrase.words.map(({ folded }) => folded) })),
      ...names.map((name) => isOneOf("names", [name])),
    ]),
    ranked: forms.flatMap((each) => (each.length === 1 ? each : [])).filter((form) => plainWord.test(form)),
    terms: terms.map((term, index) => ({ term, posts: postsOfTerm(found[index]) })),
    phrases: phrases.map((phrase) => phrase.typed),
    names,
    wanted: wantedBy(terms, found, isShort),
  };
}

/** An emoji or a sign is no word to every engine, and a post that is ranked by it would not be found. */
const plainWord = /^[\p{L}\p{N}\p{M}]+$/u;

/** What a condition asks for. Its value is a part of a name: the names that there are have been told to the page. */
async function conditionFilter({ operator, value }: Condition, { labels, sources }: EngineWords): Promise<Filter> {
  switch (operator) {
    case "tag":
      return isOneOf("tagFolded", [fold(value.replace(/^#/u, ""))]);
    case "channel": {
      const channels = Object.entries(labels.channel ?? {});
      const named = channels.filter((names) => isNamed(names, value.replace(/^@/u, "")));
      return isOneOf(
        "channel",
        named.map(([key]) => key),
      );
    }
    case "lang": {
      const tags = [...Object.keys(labels.language ?? {}), "und"];
      return isOneOf(
        "language",
        tags.filter((tag) => isLanguage(tag, value, labels)),
      );
    }
    case "from":
      return isOneOf(
        "from",
        (await sources()).filter((name) => isNamed([name], value)),
      );
    case "site":
      return isOneOf("site", [hostAsked(value)]);
    case "before":
      return { kind: "within", field: "earliest", to: numberOfDay(firstDay(value)) - 1 };
    case "after":
      return { kind: "within", field: "latest", from: numberOfDay(firstDay(value)) };
    case "has":
      return isOneOf("has", [value]);
    case "is":
      return isOneOf(value === "forwarded" ? "forwarded" : "date", [isWords[value] ?? ""]);
  }
}

/** `example.org` of an address that was typed or pasted. */
function hostAsked(asked: string): string {
  return asked
    .toLowerCase()
    .replace(/^https?:\/\//u, "")
    .replace(/^www\./u, "")
    .replace(/\/.*$/u, "");
}
