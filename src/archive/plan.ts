import type { Ledger } from "../ledger.ts";
import { postPath, type StoredPost, writePost } from "../markdown/post-file.ts";
import type { Notice } from "../notice.ts";
import type { Post } from "../post.ts";

/** A post file of the archive as it stands, with its path below `content/posts` (parted by `/`). */
export interface PostFile extends StoredPost {
  readonly path: string;
  readonly text: string;
}

/** What an import changes on disk, decided before anything is touched. */
export interface Plan {
  /** Files to write, by path below `content/posts`. */
  readonly write: ReadonlyMap<string, string>;
  /** Paths of files whose post moved elsewhere or is no more. */
  readonly remove: readonly string[];
  readonly unchanged: number;
  /** Posts that are no more; a post whose file moved is not among them. */
  readonly gone: number;
  readonly notices: readonly Notice[];
}

/**
 * Compares what the dumps say with what the archive holds. A file edited by hand is kept as it is, wherever it stands,
 * unless `force` is set; posts of dumps that are not among `files` are left alone.
 */
export function planImport(
  posts: readonly Post[],
  stored: readonly PostFile[],
  dumps: ReadonlySet<string>,
  force: boolean,
): Plan {
  const byId = new Map(stored.map((file) => [file.post.id, file]));
  const write = new Map<string, string>();
  const notices: Notice[] = [];
  const kept = new Set<string>();
  const first = new Map<string, Post>();
  let unchanged = 0;
  for (const post of posts) {
    const twin = first.get(post.id);
    if (twin !== undefined) {
      notices.push(sameAs(post, twin));
      continue;
    }
    first.set(post.id, post);
    const old = byId.get(post.id);
    const text = writePost(post);
    if (old?.edited && !force) {
      kept.add(old.path);
      if (old.text !== text) notices.push(handEdit(old));
      continue;
    }
    const path = postPath(post);
    kept.add(path);
    if (old?.path === path && old.text === text) unchanged += 1;
    else write.set(path, text);
  }
  const remove: string[] = [];
  for (const file of stored) {
    if (kept.has(file.path) || !dumps.has(file.post.source.file)) continue;
    if (file.edited && !force) notices.push(orphan(file));
    else remove.push(file.path);
  }
  const gone = stored.filter((file) => remove.includes(file.path) && !first.has(file.post.id)).length;
  return { write, remove, unchanged, gone, notices };
}

/** The ledger with new reports in place of the old ones of the same dumps, by file name. */
export function mergeLedger(old: Ledger, now: Ledger): Ledger {
  const fresh = new Set(now.dumps.map((report) => report.file));
  const dumps = [...old.dumps.filter((report) => !fresh.has(report.file)), ...now.dumps];
  return { dumps: dumps.sort((one, other) => (one.file < other.file ? -1 : 1)) };
}

function sameAs(post: Post, twin: Post): Notice {
  const line = post.source.lines[0]?.[0] ?? 1;
  const place = `${twin.source.file}:${twin.source.lines[0]?.[0] ?? 1}`;
  const reason = `the same post as in ${place}, kept once as ${post.id}`;
  return { rule: "identity/same-post", file: post.source.file, line, reason };
}

function handEdit(file: PostFile): Notice {
  const reason = "edited by hand, so it was kept as it is; import with --force to overwrite it";
  return { rule: "posts/hand-edited", file: file.path, reason };
}

function orphan(file: PostFile): Notice {
  const reason = `edited by hand, so it was kept, though ${file.post.source.file} no longer holds this post; delete it if it is not wanted`;
  return { rule: "posts/hand-edited-orphan", file: file.path, reason };
}
