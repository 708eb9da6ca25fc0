import type { ExportedPost, ExportFinding, Told } from "./exported.ts";
import type { Findings } from "./findings.ts";

/** A post of which it may not be known when it was published. */
export type UndatedPost = Omit<ExportedPost, "time"> & { readonly time: Told | undefined };

/**
 * The posts of a page, each number once (the latest edit, or else the last that stands there), and those without a time between the posts before and
 * behind them. What was settled is told; only where no post tells a time are posts left out.
 */
export function settledPosts(posts: readonly UndatedPost[], findings: Findings): readonly ExportedPost[] {
  const latest = new Map<number, UndatedPost>();
  for (const post of posts) {
    const known = post.number === undefined ? undefined : latest.get(post.number);
    if (known !== undefined) findings.add(repeatedNumber(post));
    if (post.number !== undefined && (known?.edited ?? "") <= (post.edited ?? "")) latest.set(post.number, post);
  }
  const once = posts.filter((post) => post.number === undefined || latest.get(post.number) === post);
  const nextTimes: (Told | undefined)[] = [];
  for (let [place, next]: [number, Told | undefined] = [once.length - 1, undefined]; place >= 0; place -= 1) {
    next = once[place]?.time ?? next;
    nextTimes[place] = next;
  }
  let before: Told | undefined;
  return once.flatMap((post, place): readonly ExportedPost[] => {
    const { time, ...rest } = post;
    before = time ?? before;
    if (time !== undefined) return [{ ...rest, time }];
    const between = timeBetween(before, nextTimes[place]);
    findings.add(undated(post, between !== undefined));
    return between === undefined ? [] : [{ ...rest, time: between }];
  });
}

/** Between which times a post without one stands; `undefined` where no other tells one. */
export function timeBetween(before: Told | undefined, after: Told | undefined): Told | undefined {
  const [first, last] = [before ?? after, after ?? before];
  return first === undefined || last === undefined ? undefined : { kind: "between", times: [first, last] };
}

function repeatedNumber({ number, lines }: UndatedPost): ExportFinding {
  const reason = `post ${number ?? ""} appears here a second time; the latest version is kept`;
  return { rule: "export/repeated-number", line: lines[0]?.[0] ?? 1, reason };
}

function undated({ number, lines }: UndatedPost, isKept: boolean): ExportFinding {
  const fate = isKept
    ? "it is dated by the posts before and after it"
    : "it was left out, because no other post has one either";
  const reason = `post ${number ?? ""} has no date; ${fate}`;
  return { rule: "export/unreadable-date", line: lines[0]?.[0] ?? 1, reason };
}

/** A post with content of an unknown kind is told with its line. */
export function unknownFinding({ number, media, unread = [], lines }: UndatedPost): readonly ExportFinding[] {
  if (!media.includes("unknown")) return [];
  const what = unread.map(({ key }) => `"${key}"`).join(", ");
  const reason = `post ${number ?? ""} holds content of an unknown kind (${what}); it is marked, and its words are kept`;
  return [{ rule: "export/unread", line: lines[0]?.[0] ?? 1, reason }];
}
