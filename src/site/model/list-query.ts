/** The part of an address that names a list of posts: `?posts=k3v9x0q2mt,fcbecpskk9`. It holds no notes. */
export function listQuery(ids: readonly string[]): string {
  return `?posts=${ids.join(",")}`;
}

/** The posts that an address names, each once; `undefined` where it names none. */
export function idsIn(search: string): readonly string[] | undefined {
  const ids = new URLSearchParams(search)
    .get("posts")
    ?.split(",")
    .filter((id) => /^[a-z0-9]+$/u.test(id));
  return ids === undefined || ids.length === 0 ? undefined : [...new Set(ids)];
}
