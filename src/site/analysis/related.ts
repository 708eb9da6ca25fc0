import type { PostPage } from "../model/post-page.ts";
import type { PageRelations } from "../model/relations.ts";
import type { Corpus } from "./corpus.ts";

/** Finds the posts most like a post, most alike first. */
export type RelatedTo = (page: PostPage) => readonly PostPage[];

/** How many related posts a page shows. */
const shown = 4;
/** A post is known by so many of its words: those that weigh most. */
const keyTerms = 24;
/** A word of more posts than this tells no two of them apart; it also bounds the work, which grows with posts × words × this. */
const widest = 300;
/** A tag is a reader's word for what a post is about, and weighs as much as so many other words. */
const tagWeight = 2;
/** Posts less alike than this have a word in common and no more. */
const leastAlike = 0.12;

/** A post's heaviest terms with their weights; the squares of all its weights, the left out ones too, add up to 1. */
interface Vector {
  readonly terms: Uint32Array;
  readonly weights: Float64Array;
}

/**
 * Posts by what they have in common: the cosine of TF-IDF vectors of words and tags (Salton & Buckley 1988, "Term-weighting
 * approaches in automatic text retrieval", weights `(1 + ln tf) · ln(N / df)`), each cut to its heaviest terms among those
 * of 2 to 300 posts, found through an inverted index. Exact for these vectors, computed for a post when it is asked for.
 * Posts that `relations` link to a post, such as its duplicates, forwards and replies, are told there and no relatives.
 */
export function relatedAmong(posts: readonly PostPage[], corpus: Corpus, relations: PageRelations): RelatedTo {
  const vectors = vectorsOf(posts, corpus);
  const index = invert(vectors);
  const scores = new Float64Array(posts.length);
  // Counted by their places, and into arrays that are there: this is the inmost loop of a build.
  const touched = new Uint32Array(posts.length);
  return (page) => {
    const vector = vectors[page.place];
    if (vector === undefined) return [];
    let count = 0;
    for (let at = 0; at < vector.terms.length; at += 1) {
      const weight = vector.weights[at] ?? 0;
      const postings = index.get(vector.terms[at] ?? 0);
      if (postings === undefined) continue;
      const { places, weights } = postings;
      for (let nth = 0; nth < places.length; nth += 1) {
        const place = places[nth] ?? 0;
        const score = scores[place] ?? 0;
        if (score === 0) touched[count++] = place;
        scores[place] = score + weight * (weights[nth] ?? 0);
      }
    }
    const alike = [
      ...touched.subarray(0, count).filter((place) => place !== page.place && (scores[place] ?? 0) >= leastAlike),
    ].sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);
    const found: PostPage[] = [];
    const linked = linkedTo(page, relations);
    for (const place of alike) {
      const other = posts[place];
      if (other === undefined || linked.has(other)) continue;
      // Of several duplicates, the first stands for all.
      for (const duplicate of relations.groupOf(other)?.pages ?? []) linked.add(duplicate);
      if (found.push(other) === shown) break;
    }
    for (let at = 0; at < count; at += 1) scores[touched[at] ?? 0] = 0;
    return found;
  };
}

/** The posts that relations link to a post, and their duplicates. */
function linkedTo(page: PostPage, relations: PageRelations): Set<PostPage> {
  const { groupOf, originalOf, forwardsOf, quotedBy, repliesTo } = relations;
  const links = [page, originalOf(page), ...forwardsOf(page), quotedBy(page), ...repliesTo(page)];
  return new Set(links.flatMap((each) => (each === undefined ? [] : [each, ...(groupOf(each)?.pages ?? [])])));
}

function vectorsOf(posts: readonly PostPage[], corpus: Corpus): readonly Vector[] {
  // Words and tags are numbered on: a tag's number is beyond the last word's.
  const tags = new Map<string, number>();
  const tagSpread: number[] = [];
  for (const { key } of posts.flatMap(({ post }) => post.tags)) {
    const number = tags.get(key) ?? tags.size;
    tags.set(key, number);
    tagSpread[number] = (tagSpread[number] ?? 0) + 1;
  }
  const wordSpread = corpus.spread();
  const most = Math.min(widest, Math.max(2, posts.length / 3));
  const rarity = (df: number): number => (df < 2 || df > most ? 0 : Math.log(posts.length / df));
  return posts.map(({ post }, place) => {
    const weighed: (readonly [term: number, weight: number])[] = [];
    for (const [word, count] of countsOf(corpus.wordsOf(place))) {
      const weight = (1 + Math.log(count)) * rarity(wordSpread[word] ?? 0);
      if (weight > 0) weighed.push([word, weight]);
    }
    for (const { key } of post.tags) {
      const number = tags.get(key) ?? 0;
      const weight = tagWeight * rarity(tagSpread[number] ?? 0);
      if (weight > 0) weighed.push([corpus.keys.length + number, weight]);
    }
    return vectorOf(weighed);
  });
}

function vectorOf(weighed: readonly (readonly [term: number, weight: number])[]): Vector {
  const heaviest = weighed.toSorted((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, keyTerms);
  // All words count for the length, so that a long post is not like every post that shares a word with it.
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return {
    terms: Uint32Array.from(heaviest, ([term]) => term),
    weights: Float64Array.from(heaviest, ([, weight]) => weight / length),
  };
}

function countsOf(words: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

interface Postings {
  readonly places: readonly number[];
  readonly weights: readonly number[];
}

function invert(vectors: readonly Vector[]): ReadonlyMap<number, Postings> {
  const index = new Map<number, { places: number[]; weights: number[] }>();
  for (const [place, { terms, weights }] of vectors.entries()) {
    for (let at = 0; at < terms.length; at += 1) {
      const term = terms[at] ?? 0;
      const postings = index.get(term) ?? { places: [], weights: [] };
      if (postings.places.length === 0) index.set(term, postings);
      postings.places.push(place);
      postings.weights.push(weights[at] ?? 0);
    }
  }
  return index;
}
