import { hashPlace } from "../formats/hash-place.ts";
import type { Posting } from "../formats/json-ld.ts";
import type { Beside } from "../formats/posting-references.ts";
import type { ListedPost } from "./my-list.ts";

/** What a post's page says of it to programs, and its date in words. */
export interface PageFacts {
  readonly posting: Posting;
  readonly beside: Beside;
  readonly when: string;
}

/** Reads them off a post's page. Throws where it is the page of none. */
export function factsIn(page: Document): PageFacts {
  const { note = "", best = "" } = page.querySelector<HTMLElement>("[data-note]")?.dataset ?? {};
  const posting = JSON.parse(page.querySelector('script[type="application/ld+json"]')?.textContent ?? "") as Posting;
  const hash = page.querySelector(".captures .hash")?.textContent ?? "";
  const when = page.querySelector(".dateline > *")?.textContent?.replace(/\s+/gu, " ").trim() ?? "";
  return { posting, beside: { note: note.replace(hashPlace, hash), best }, when };
}

/** A post as a list shows it. */
export function listedFrom({ posting, when }: PageFacts): ListedPost {
  const { identifier: id, headline: title, author, inLanguage } = posting;
  return { id, title, channel: author.name, when, ...(inLanguage === undefined ? {} : { language: inLanguage }) };
}
