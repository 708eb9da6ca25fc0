/** What a list tells of a post that it holds. */
export interface CitedPost {
  readonly title: string;
  readonly author: string;
  /** What is certain of its day: `2025-02-04`, `2025-02`, `2025`. */
  readonly date: string;
  /** BCP 47. */
  readonly language?: string;
  /** Where it is published. */
  readonly address: string;
}

/**
 * A post as a COinS: what the `title` of a `span` of the class `Z3988` holds, by which reference managers take the posts
 * of a list. Source: ANSI/NISO Z39.88-2004, key/encoded-value format `dc`; `rft.type` is Zotero's word for the kind, and
 * `rft.aucorp` an author with one name.
 */
export function coinsOf({ title, author, date, language, address }: CitedPost): string {
  return `${new URLSearchParams({
    ctx_ver: "Z39.88-2004",
    rft_val_fmt: "info:ofi/fmt:kev:mtx:dc",
    "rft.type": "forumPost",
    "rft.title": title,
    "rft.aucorp": author,
    "rft.date": date,
    ...(language === undefined ? {} : { "rft.language": language }),
    "rft.identifier": address,
  })}`;
}
