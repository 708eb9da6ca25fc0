import type { LineRange, Post } from "../../model/post.ts";
import { linesIn } from "./dump-lines.ts";
import type { PostPage } from "./post-page.ts";

/** A post on the page of the export that it was read from. */
export interface ExportEntry {
  /** `undefined` where a person took the post out: nothing of it is shown but where it stood. */
  readonly post: PostPage | undefined;
  readonly lines: readonly LineRange[];
  /** The lines among the first of its ranges that no entry above it starts with: each has an anchor. */
  readonly anchors: ReadonlySet<number>;
  /** The post as it stands in the file, where that is shown. */
  readonly raw?: RawLines;
}

/** Lines of an export as they stand in the file. */
export interface RawLines {
  readonly text: string;
  /** Characters that were left out at the end. */
  readonly cut: number;
}

/**
 * The posts of an export in the order of its lines, parted into pages. An entry keeps its address whether the file is kept or not, and whether a
 * post is withdrawn or not.
 */
export function exportParts(
  posts: readonly PostPage[],
  withdrawn: readonly Post[],
  sha256: string,
): readonly (readonly ExportEntry[])[] {
  const seen = new Set<number>();
  const entries = [
    ...posts.map((page) => ({ post: page, lines: linesIn(page.post, sha256) })),
    ...withdrawn.map((post) => ({ post: undefined, lines: linesIn(post, sha256) })),
  ]
    .filter(({ lines }) => lines.length > 0)
    .sort((one, other) => firstLine(one) - firstLine(other))
    .map((entry): ExportEntry => {
      const anchors = new Set(entry.lines.map(([first]) => first).filter((line) => !seen.has(line)));
      for (const line of anchors) seen.add(line);
      return { ...entry, anchors };
    });
  const count = Math.ceil(entries.length / postsPerPage);
  return Array.from({ length: count }, (_, part) => entries.slice(part * postsPerPage, (part + 1) * postsPerPage));
}

/** Posts of an export on a page: with their lines, it holds some 200 kB at most. */
export const postsPerPage = 20;
const bytesPerPage = 150_000;

function firstLine({ lines }: Pick<ExportEntry, "lines">): number {
  return lines[0]?.[0] ?? 0;
}

/**
 * Gives the entries of a part the lines of the file. Lines that a post shares with another, or with anything else of the file, are not shown:
 * what stands beside it may be withdrawn, or private; nor are those of a reply that quotes a withdrawn post. Long posts are cut so that the page stays light.
 */
export function withRawLines(
  parts: readonly (readonly ExportEntry[])[],
  lines: readonly string[],
  isOnePost: (lines: readonly string[]) => boolean = () => true,
): readonly (readonly ExportEntry[])[] {
  const owners = ownersOf(parts.flat(), lines.length);
  const isOwn = (range: LineRange): boolean => {
    const own = lines.slice(range[0] - 1, range[1]);
    return owners.subarray(range[0] - 1, range[1]).every((count) => count === 1) && isOnePost(own);
  };
  return parts.map((part) => {
    const texts = part.map(({ post, lines: ranges }) =>
      post === undefined || post.post.replyTo?.withdrawn === true || !ranges.every(isOwn)
        ? undefined
        : ranges.map(([first, last]) => evened(lines.slice(first - 1, last)).join("\n")).join("\n"),
    );
    const limit = limitFor(texts.map((text) => (text === undefined ? 0 : sizeOf(text))));
    return part.map((entry, index): ExportEntry => {
      const text = texts[index];
      return text === undefined ? entry : { ...entry, raw: cutTo(text, limit) };
    });
  });
}

/** How many posts a line belongs to. */
function ownersOf(entries: readonly ExportEntry[], count: number): Uint16Array {
  const owners = new Uint16Array(count);
  for (const [first, last] of entries.flatMap((entry) => entry.lines)) {
    for (let line = first; line <= Math.min(last, count); line += 1) owners[line - 1] = (owners[line - 1] ?? 0) + 1;
  }
  return owners;
}

/** Without the blanks that all lines start with. */
function evened(lines: readonly string[]): readonly string[] {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents, 40);
  return lines.map((line) => line.slice(indent));
}

/** The size above which texts are cut, so that all of them together keep to a page: small ones leave their share to the others. */
function limitFor(sizes: readonly number[]): number {
  let left = bytesPerPage;
  for (const [index, size] of sizes.toSorted((one, other) => one - other).entries()) {
    const share = left / (sizes.length - index);
    if (size > share) return share;
    left -= size;
  }
  return bytesPerPage;
}

function cutTo(text: string, limit: number): RawLines {
  const size = sizeOf(text);
  if (size <= limit) return { text, cut: 0 };
  const kept = text.slice(0, Math.floor((text.length * limit) / size)).replace(/[\uD800-\uDBFF]$/u, "");
  return { text: kept, cut: text.length - kept.length };
}

/** Bytes of a text in a page of HTML, signs that HTML writes as names counted as such. */
function sizeOf(text: string): number {
  let size = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    size += code === 0x22 || code === 0x26 || code === 0x3c ? 6 : code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
  }
  return size;
}
