/** The words around a place between two lines: apart, and as they stand on the page. */
export interface PlaceReadings {
  readonly above: string;
  readonly below: string;
  /** As one post: with the blank lines between, by which a person judges. */
  readonly together: string;
}

/** Lines of text that are shown on each side of a place, and letters of a line. */
const [mostLines, mostLetters] = [2, 240];
/** Blank lines in a row that are shown; more say no more. */
const mostBlank = 3;

/** Both readings of the place above a line (counted from 1): its nearest lines of text on each side, blank lines between them kept. */
export function readingsAt(lines: readonly string[], line: number): PlaceReadings {
  const isText = (at: number): boolean => (lines[at - 1]?.trim() ?? "") !== "";
  const reach = (from: number, step: -1 | 1): number => {
    let [last, found] = [from, 0];
    for (let at = from; at >= 1 && at <= lines.length && found < mostLines; at += step) {
      if (!isText(at)) continue;
      last = at;
      found += 1;
    }
    return last;
  };
  const [first, last] = [reach(line - 1, -1), reach(line, 1)];
  const words = (from: number, to: number): string =>
    lines
      .slice(Math.max(from, 1) - 1, to)
      .map((each) => cut(each.trim()))
      .join("\n")
      .trim()
      .replace(new RegExp(`\n{${mostBlank + 2},}`, "gu"), "\n".repeat(mostBlank + 1));
  return { above: words(first, line - 1), below: words(line, last), together: words(first, last) };
}

function cut(text: string): string {
  return text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text;
}
