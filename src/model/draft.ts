import type { Day } from "./day.ts";
import type { LineRole } from "./ledger.ts";
import type { Attachments, Boundary, Media, PostMetadata, Reaction, ReplyQuote } from "./post.ts";

/** One post as a dialect found it: which lines it owns, in what role, and what they say. */
export interface Draft extends Attachments, PostMetadata {
  /** Every non-blank line of the post with its role, in the dump's order. */
  readonly lines: readonly OwnedLine[];
  /** Line numbers of the one best text in reading order; inner blank lines are among them. */
  readonly text: readonly number[];
  /** What a line says of the text, by line, where that is not the whole line: a header stands before it, or its line ends are escaped. */
  readonly says?: ReadonlyMap<number, string>;
  /**
   * The day that the page itself states for the post, by the clock of whoever made the dump, and how it is printed; `or` is the other day that it
   * can mean where nothing settles whether day or month stands first.
   */
  readonly stated?: { readonly day: Day; readonly printed: string; readonly or?: Day };
  /** The day that the page prints over this post or over an earlier one of the day, often without its year: `March 12`. */
  readonly dayOver?: string;
  /** The day on which the post was kept, as a note beside it says: it is no later. */
  readonly saved?: Day;
  /** The post's number in its channel, where the page tells it. */
  readonly number?: number;
  readonly forwardedFrom?: string;
  readonly replyTo?: ReplyQuote;
  readonly media: readonly Media[];
  readonly reactions: readonly Reaction[];
  /** How it is known that the post starts where it does. */
  readonly boundary: Boundary;
}

/** A line of the dump that a post owns, and what it is to that post. */
export interface OwnedLine {
  /** 1-based. */
  readonly line: number;
  readonly role: Exclude<LineRole, "blank" | "furniture">;
}
