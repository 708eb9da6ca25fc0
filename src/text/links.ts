import LinkifyIt from "linkify-it";

/** Sets a link finder to what counts as an address here: `https://…`, `http://…` and bare ones such as `t.me/name`. */
export function onlyWebAddresses(finder: LinkifyIt): void {
  finder.set({ fuzzyLink: true, fuzzyEmail: false, fuzzyIP: false });
  for (const other of ["ftp:", "//", "mailto:"]) finder.add(other, null);
  const normalise = finder.normalize.bind(finder);
  // A bare address is taken to be a secure one; the library would say http.
  finder.normalize = (match) =>
    match.schema === "" ? Object.assign(match, { url: `https://${match.url}` }) : normalise(match);
}

const finder = new LinkifyIt();
onlyWebAddresses(finder);

/** The addresses of a text with their scheme, in order, each once. */
export function linksOf(text: string): readonly string[] {
  const found = finder.match(text) ?? [];
  return [...new Set(found.map((match) => match.url))];
}
