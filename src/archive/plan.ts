import { fitting } from "../markdown/fitting.ts";
import { postFilePath, type StoredPost, writePost } from "../markdown/post-file.ts";
import type { Ledger } from "../model/ledger.ts";
import type { Notice } from "../model/notice.ts";
import { type Post, sourcesOf } from "../model/post.ts";
import { withKept } from "./carry-over.ts";
import { type Change, changedFields } from "./changes.ts";
import { corrections, isAnswered } from "./corrections.ts";

/** A post file of the archive as it stands, with its path below `content/posts` (parted by `/`). */
export interface PostFile extends StoredPost {
  readonly path: string;
  readonly text: string;
  /** Whether the text is what `writePost` makes of a post, where somebody keeps account of that; the plan compares the two otherwise. */
  readonly isWrittenFrom?: (post: Post) => boolean;
  /** Whether the post is known to be one that its file can hold as it is; not known where absent. */
  readonly isKnownToFit?: (post: Post) => boolean;
}

/**
 * A file of the archive that cannot be read. An import leaves it as it is, and the post in it: a person's words may stand there. What can still be
 * told of the post keeps its id and its address.
 */
export interface BrokenFile {
  readonly path: string;
  /** Why it cannot be read, and what to do about it, in one line. */
  readonly reason: string;
  /** The id of its post, by the name of the file or by what it says; empty where neither tells, or another file holds that post. */
  readonly id: string;
  /** The post's key and lines, as far as they can be told; see `remainsOf`. */
  readonly remains?: Post;
  /** The disk gave none of it: what only this post tells, such as the name of its channel, is not known. */
  readonly isUnread?: true;
}

/** What an import changes on disk, decided before anything is touched. */
export interface Plan {
  /** Files to write, by path below `content/posts`. */
  readonly write: ReadonlyMap<string, string>;
  /** Paths of files whose post moved elsewhere or is no more. */
  readonly remove: readonly string[];
  /** Posts that the archive did not hold before. */
  readonly added: readonly Post[];
  readonly unchanged: number;
  /** Posts that are no more; a post whose file moved is not among them. */
  readonly gone: readonly Post[];
  /** What becomes of which post, by channel and day; posts that stay as they are are not among them. */
  readonly changes: readonly Change[];
  /** Every post of the archive once the plan is carried out. */
  readonly posts: readonly Post[];
  readonly notices: readonly Notice[];
  /** Those of the notices that an earlier import told, of values of posts whose files stay as they are. */
  readonly familiar: readonly Notice[];
}

/**
 * Compares what the dumps say with what the archive holds. A file edited by hand is kept as it is, wherever it stands, unless `force` is set;
 * what the archive knows from dumps that are not among `dumps` (file names) is left alone, and so is a post whose file is `broken`. `formerly`: by the
 * id of a post, the one that it had.
 */
export function planImport(
  posts: readonly Post[],
  stored: readonly PostFile[],
  dumps: ReadonlySet<string>,
  force: boolean,
  broken: readonly BrokenFile[] = [],
  formerly: ReadonlyMap<string, string> = new Map(),
): Plan {
  const unreadable = new Map(broken.map(({ id, path }) => [id, path]));
  // A merge of two branches may leave two files of one post: the one that a person edited goes first.
  const editedLast = stored.toSorted((one, other) => Number(one.edited) - Number(other.edited));
  const byId = new Map(editedLast.map((file) => [file.post.id, file]));
  const write = new Map<string, string>();
  const notices: Notice[] = [];
  const familiar: Notice[] = [];
  const kept = new Set<string>();
  // Files that are written anew with all that a person set in them; the day may move them.
  const takenUp = new Set<string>();
  const present = new Map<string, Post>();
  const added: Post[] = [];
  const changed: Change[] = [];
  let unchanged = 0;
  for (const told of posts) {
    const old = byId.get(formerly.get(told.id) ?? told.id);
    const { post: fresh, notices: unfit } =
      old?.isKnownToFit?.(told) === true ? { post: told, notices: [] } : fitting(told);
    const left = unreadable.get(fresh.id);
    if (left !== undefined) {
      kept.add(left);
      present.set(fresh.id, fresh);
      unchanged += 1;
      continue;
    }
    notices.push(...unfit);
    const post = old === undefined ? fresh : withKept(fresh, old.post, (source) => dumps.has(source.file));
    if (old === undefined) added.push(post);
    if (old?.edited && !force) {
      const text = writePost(post);
      if (!isAnswered(old, text)) {
        kept.add(old.path);
        present.set(post.id, old.post);
        familiar.push(...unfit);
        notices.push(...corrections(old, post, text));
        continue;
      }
    }
    present.set(post.id, post);
    if (old !== undefined) takenUp.add(old.path);
    const path = postFilePath(post);
    kept.add(path);
    if (old?.path === path && isWritten(old, post)) {
      unchanged += 1;
      familiar.push(...unfit);
    } else {
      write.set(path, writePost(post));
      if (old !== undefined) changed.push({ kind: "changed", post, what: changedFields(old.post, post) });
    }
  }
  const renamed = new Set(formerly.values());
  const remove: string[] = [];
  const gone: Post[] = [];
  for (const file of stored) {
    if (kept.has(file.path)) continue;
    const stays = sourcesOf(file.post).some((source) => !dumps.has(source.file));
    const orphaned = file.edited && !force && !takenUp.has(file.path);
    if ((present.has(file.post.id) || renamed.has(file.post.id)) && !orphaned) remove.push(file.path);
    else if (present.has(file.post.id)) notices.push(secondOf(file));
    else if (stays || orphaned) {
      present.set(file.post.id, file.post);
      if (!stays) notices.push(orphan(file));
    } else {
      remove.push(file.path);
      gone.push(file.post);
    }
  }
  const changes = [...ofKind("new", added), ...changed, ...ofKind("gone", gone)].sort(byPlace);
  return { write, remove, added, unchanged, gone, changes, posts: [...present.values()], notices, familiar };
}

function isWritten(file: PostFile, post: Post): boolean {
  return file.isWrittenFrom?.(post) ?? file.text === writePost(post);
}

function ofKind(kind: "new" | "gone", posts: readonly Post[]): readonly Change[] {
  return posts.map((post) => ({ kind, post, what: [] }));
}

function byPlace({ post: one }: Change, { post: other }: Change): number {
  return postFilePath(one) < postFilePath(other) ? -1 : 1;
}

/** The ledger with new reports in place of the old ones of the same dumps, by file name. */
export function mergeLedger(old: Ledger, now: Ledger): Ledger {
  const fresh = new Set(now.dumps.map((report) => report.file));
  const dumps = [...old.dumps.filter((report) => !fresh.has(report.file)), ...now.dumps];
  return { dumps: dumps.sort((one, other) => (one.file < other.file ? -1 : 1)) };
}

function secondOf(file: PostFile): Notice {
  const reason = `edited by hand, as another file of post ${file.post.id} was; combine the two and delete this one`;
  return { rule: "posts/hand-edited-twice", file: file.path, reason };
}

function orphan(file: PostFile): Notice {
  const reason = `kept because it was edited by hand, although ${file.post.source.file} no longer contains this post; delete it if you do not want it`;
  return { rule: "posts/hand-edited-orphan", file: file.path, reason };
}
