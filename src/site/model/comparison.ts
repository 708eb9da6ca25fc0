import { Corpus } from "../analysis/corpus.ts";
import { withoutFormulas } from "../analysis/formulas.ts";
import { type RelatedTo, relatedAmong } from "../analysis/related.ts";
import { type Subjects, subjectsOf } from "../analysis/subjects/subjects.ts";
import type { PostPage } from "./post-page.ts";
import type { PageRelations } from "./relations.ts";
import type { SubjectRules } from "./subject-rules.ts";

/** What the words of posts tell of each other. */
export interface Comparison {
  readonly relatedTo: RelatedTo;
  readonly subjects: Subjects;
}

/** What the words of all posts tell, read once; `language` names countries and orders the alphabet. */
export function comparisonOf(
  posts: readonly PostPage[],
  relations: PageRelations,
  language: string,
  rules: SubjectRules | undefined,
): Comparison {
  const corpus = new Corpus(posts.map(({ post }) => post.text));
  // A footer that all posts have is no subject; that its words are common says which posts are related.
  const own = new Corpus(withoutFormulas(posts.map(({ post }) => post)), corpus);
  return {
    relatedTo: relatedAmong(posts, corpus, relations),
    subjects: subjectsOf(posts, own, language, rules),
  };
}
