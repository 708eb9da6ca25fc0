import LinkifyIt from "linkify-it";

/** Sets a link finder to what counts as an address here: `https://…`, `http://…` and bare ones such as `t.me/name`. */
export function onlyWebAddresses(finder: LinkifyIt): void {
  finder.set({ fuzzyLink: true, fuzzyEmail: false, fuzzyIP: false });
  for (const other of ["ftp:", "//", "mailto:"]) finder.add(other, null);
  const match = finder.match.bind(finder);
  finder.match = (text) => match(text.replace(endless, bounded))?.map(endedByStop) ?? null;
  const normalise = finder.normalize.bind(finder);
  // A bare address is taken to be a secure one; the library would say http.
  finder.normalize = (match) =>
    match.schema === "" ? Object.assign(match, { url: `https://${match.url}` }) : normalise(match);
}

/**
 * The library's time grows with the square of a run without blanks. No post of Telegram's has more than 4,096 characters: behind that many, blanks
 * stand in for the run's rest, so that all places stay.
 */
const endless = /\S{4096,}/gu;

function bounded(run: string): string {
  return run.slice(0, 4096).padEnd(run.length);
}

const finder = new LinkifyIt();
onlyWebAddresses(finder);

/** Chinese and Japanese stops and closing brackets end an address; the library takes them, and what follows, for a part of it. */
const wideStop = /[\u3001\u3002\uFF01\uFF0C\uFF1A\uFF1B\uFF1F\u300B\u300D\u300F\u3011\uFF09]/u;

type Match = NonNullable<ReturnType<LinkifyIt["match"]>>[number];

function endedByStop(found: Match): Match {
  const surplus = found.raw.length - (wideStop.exec(found.raw)?.index ?? found.raw.length);
  if (surplus === 0) return found;
  const end = (text: string): string => text.slice(0, text.length - surplus);
  return Object.assign(found, {
    lastIndex: found.lastIndex - surplus,
    raw: end(found.raw),
    text: end(found.text),
    url: end(found.url),
  });
}

/** The addresses of a text with their scheme, in order, each once. */
export function linksOf(text: string): readonly string[] {
  const found = finder.match(text) ?? [];
  return [...new Set(found.map((match) => match.url))];
}
