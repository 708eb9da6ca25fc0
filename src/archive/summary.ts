import { postFilePath } from "../markdown/post-file.ts";
import type { Notice } from "../model/notice.ts";
import type { Post } from "../model/post.ts";
import type { Change } from "./changes.ts";
import type { Consolidated } from "./consolidate.ts";
import { IdSet } from "./id-set.ts";
import type { Plan, PostFile } from "./plan.ts";

/** A part of an import that needs none of the others to be known: the posts of some captures, and what they change. */
export interface Batch {
  readonly consolidated: Consolidated;
  readonly plan: Plan;
  /** The files of the archive that it was planned with. */
  readonly stored: readonly PostFile[];
}

/** What an import changes, in sums. */
export interface ChangeSums {
  readonly new: number;
  readonly changed: number;
  readonly gone: number;
  /** How many of the changed posts differ in what, in the words of `differences`. */
  readonly parts: ReadonlyMap<string, number>;
  /** The first of them by channel and day. */
  readonly told: readonly Change[];
}

/** At most so many changes are told one by one. */
const toldChanges = 20;

/** Adds up what the batches of an import do, so that none of them need be held. */
export class ImportSummary {
  posts = 0;
  /** Posts that more than one dump shows. */
  inSeveral = 0;
  added = 0;
  written = 0;
  removed = 0;
  unchanged = 0;
  /** Posts that the archive had before. */
  before = 0;
  readonly notices: Notice[] = [];
  /** See `Plan.familiar`. */
  readonly familiar: Notice[] = [];
  /** Ids of all posts that have a page once the import is done. */
  readonly ids = new IdSet();
  /** By the ids of posts that a person took out, the reasons. */
  readonly withdrawn = new Map<string, string>();
  /** See `Consolidated.successors`. */
  readonly successors = new Map<string, readonly string[]>();
  /** See `Consolidated.aliases`. */
  readonly aliases = new Map<string, readonly string[]>();
  private readonly channels = new Set<string>();
  private readonly renamed = new Map<string, Set<string>>();
  private readonly counts = { new: 0, changed: 0, gone: 0 };
  private readonly parts = new Map<string, number>();
  private told: Change[] = [];

  add({ consolidated, plan, stored }: Batch): void {
    this.posts += consolidated.posts.length;
    for (const { alsoIn } of consolidated.posts) if (alsoIn !== undefined) this.inSeveral += 1;
    this.added += plan.added.length;
    this.written += plan.write.size;
    this.removed += plan.gone.length;
    this.unchanged += plan.unchanged;
    this.before += stored.length;
    for (const notice of plan.notices) this.notices.push(notice);
    for (const notice of plan.familiar) this.familiar.push(notice);
    for (const [id, into] of consolidated.successors) this.successors.set(id, into);
    for (const [alias, into] of consolidated.aliases) this.aliases.set(alias, into);
    for (const post of plan.posts) this.keep(post);
    this.rename(stored, plan.posts);
    this.count(plan.changes);
  }

  /** A post of the archive that the import leaves alone. */
  leave(post: Pick<Post, "id" | "withdrawn" | "channel">): void {
    this.before += 1;
    this.keep(post);
  }

  private keep({ id, withdrawn, channel }: Pick<Post, "id" | "withdrawn" | "channel">): void {
    if (withdrawn === undefined) {
      this.ids.add(id);
      this.channels.add(channel.key);
    } else this.withdrawn.set(id, withdrawn);
  }

  get changes(): ChangeSums {
    return { ...this.counts, parts: this.parts, told: this.told };
  }

  /** By the keys of channels that have no posts any more, those of the channels that have them now. */
  get moved(): ReadonlyMap<string, ReadonlySet<string>> {
    return new Map([...this.renamed].filter(([was]) => !this.channels.has(was)));
  }

  private rename(stored: readonly PostFile[], posts: readonly Post[]): void {
    const before = new Map(stored.map(({ post }) => [post.id, post.channel.key]));
    for (const { id, channel, withdrawn } of posts) {
      const was = before.get(id);
      if (withdrawn !== undefined || was === undefined || was === channel.key) continue;
      this.renamed.set(was, (this.renamed.get(was) ?? new Set()).add(channel.key));
    }
  }

  private count(changes: readonly Change[]): void {
    for (const { kind, what } of changes) {
      this.counts[kind] += 1;
      for (const part of what) this.parts.set(part, (this.parts.get(part) ?? 0) + 1);
    }
    this.told = [...this.told, ...changes.slice(0, toldChanges)].sort(byPlace).slice(0, toldChanges);
  }
}

function byPlace({ post: one }: Change, { post: other }: Change): number {
  return postFilePath(one) < postFilePath(other) ? -1 : 1;
}
