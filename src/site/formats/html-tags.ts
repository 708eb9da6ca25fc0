/** A tag of a page that was rendered here: every value stands in `"`, and no `<` stands in its text as such. */
const tag = /<[a-z/!][^>"]*(?:"[^"]*"[^>"]*)*>/giu;

/** A page with each of its tags as `change` writes it; its text stays as it is. */
export function withTags(html: string, change: (tag: string) => string): string {
  return html.replace(tag, change);
}

const quoted = new RegExp(`${tag.source}|&quot;`, tag.flags);

/** A page whose text has `"` as such, which only values need in other words: lines of exports have dozens of them. */
export function withPlainQuotes(html: string): string {
  return html.includes("&quot;") ? html.replace(quoted, (part) => (part === "&quot;" ? '"' : part)) : html;
}
