import { repliesAmong } from "../../archive/replies.ts";
import { type Ledger, rolesFromRuns } from "../../model/ledger.ts";
import { type Post, type ReplyQuote, sourcesOf } from "../../model/post.ts";
import { textKey } from "../../text/text-key.ts";
import type { DumpText } from "./dump-pages.ts";

/** What stays on the site when a person takes posts out. */
export interface Takedown {
  /** The posts to show, in the given order; replies to posts that were taken out quote nothing of them. */
  readonly shown: readonly Post[];
  readonly withdrawn: readonly Post[];
  /** The texts of dumps, without what replies quote of posts that were taken out: those lines are empty. */
  readonly dumpTexts: readonly DumpText[];
  /** The lines of a dump, by its hash, that are empty for that reason. */
  readonly quoteLines: (sha256: string) => ReadonlySet<number>;
}

/** Takes what a person withdrew out of `posts`, which run from the oldest, and out of what their replies quote. Kept by `test/site/withdrawn.test.ts`. */
export function takedownFrom(posts: readonly Post[], ledger: Ledger, dumpTexts: readonly DumpText[]): Takedown {
  const withdrawn = posts.filter((post) => post.withdrawn !== undefined);
  if (withdrawn.length === 0) return { shown: posts, withdrawn, dumpTexts, quoteLines: () => none };
  const quoting = quotingWithdrawn(posts, withdrawn);
  const runs = new Map(ledger.dumps.map((dump) => [dump.sha256, dump.lineRuns ?? ""]));
  const lines = new Map(
    dumpTexts.map((text) => [text.sha256, linesQuoting(quoting, text, runs.get(text.sha256) ?? "")]),
  );
  const quoteLines = (sha256: string): ReadonlySet<number> => lines.get(sha256) ?? none;
  return {
    shown: posts
      .filter((post) => post.withdrawn === undefined)
      .map((post) => (quoting.has(post) ? silent(post) : post)),
    withdrawn,
    dumpTexts: dumpTexts.map((text) => {
      const hidden = quoteLines(text.sha256);
      if (hidden.size === 0) return text;
      return { ...text, lines: text.lines.map((line, index) => (hidden.has(index + 1) ? "" : line)) };
    }),
    quoteLines,
  };
}

const none: ReadonlySet<number> = new Set();

/** Below this many characters a quote that leads to no post tells nobody whose words it repeats. */
const tellingQuote = 16;

/**
 * The replies that quote a withdrawn post: those that lead to one, and those that lead nowhere and repeat words of one,
 * such as a quote under a name that the archive does not know.
 */
function quotingWithdrawn(posts: readonly Post[], withdrawn: readonly Post[]): ReadonlySet<Post> {
  const quoted = repliesAmong(posts);
  const taken = withdrawn.flatMap((post) => [post, ...(post.versions ?? [])].map(({ text }) => textKey(text)));
  return new Set(
    posts.filter((post, place) => {
      if (post.replyTo === undefined || post.withdrawn !== undefined) return false;
      const found = posts[quoted.get(place) ?? -1];
      if (found !== undefined) return found.withdrawn !== undefined;
      const said = saidBy(post.replyTo);
      return taken.some((text) => (said.length < tellingQuote ? text === said : text.includes(said)));
    }),
  );
}

/** The words of a quote, without the mark of its cut. */
function saidBy({ excerpt }: ReplyQuote): string {
  return textKey(excerpt.replace(/(?:…|\.\.\.)\s*$/u, ""));
}

function silent({ replyTo, ...post }: Post): Post {
  return { ...post, ...(replyTo && { replyTo: { author: replyTo.author, excerpt: "", withdrawn: true } }) };
}

/** The lines of a dump with the quotes of `replies`: those that the reading took for quotes, and those that say the same. */
function linesQuoting(replies: ReadonlySet<Post>, { sha256, lines }: DumpText, runs: string): ReadonlySet<number> {
  const roles = rolesFromRuns(runs);
  const found = new Set<number>();
  for (const post of replies) {
    const { author = "", excerpt = "" } = post.replyTo ?? {};
    const [name, said] = [textKey(author), textKey(excerpt)];
    for (const [first, last] of sourcesOf(post).flatMap((source) => (source.sha256 === sha256 ? source.lines : []))) {
      for (let number = first; number <= Math.min(last, lines.length); number += 1) {
        const line = textKey(lines[number - 1] ?? "");
        if (line === said || (roles[number - 1] === "reply" && line !== name)) found.add(number);
      }
    }
  }
  return found;
}
