/** What a post without words is called. */
export const untitled = "Post without text";

/** What the list of results shows of a post beside its title and its words. */
export interface FoundDetails {
  /** The best day, `YYYY-MM-DD`: what newest and oldest first go by. */
  readonly day: string;
  /** The date in words, as the post's page says it. */
  readonly when: string;
  readonly channel: string;
  /** BCP 47 tag; empty where it is not known. */
  readonly language: string;
}

/**
 * A post's address in the index, with its details behind the `#`. Pagefind 1.5 searches whatever stands in a record's
 * metadata, even at weight 0: `between` would find every post dated between two days. Addresses it leaves alone.
 */
export function addressWith(path: string, details: FoundDetails): string {
  return `${path}#${new URLSearchParams({ ...details })}`;
}

/** Takes apart what `addressWith` made. */
export function detailsIn(address: string): { readonly path: string; readonly details: FoundDetails } {
  const [path = "", rest = ""] = address.split("#");
  const said = new URLSearchParams(rest);
  const detail = (name: keyof FoundDetails): string => said.get(name) ?? "";
  return {
    path,
    details: { day: detail("day"), when: detail("when"), channel: detail("channel"), language: detail("language") },
  };
}
