import { fingerprintIn, type StoredPost } from "../markdown/post-file.ts";
import { type FieldName, fieldNames, rowOfField } from "../model/fields.ts";
import type { Notice } from "../model/notice.ts";
import type { Post } from "../model/post.ts";

interface EditedFile extends StoredPost {
  readonly path: string;
  readonly text: string;
}

/**
 * What is to be said of a file edited by hand: which of its parts differ from what the dumps say now (`post`, and `text`, the file the import
 * would write); and, where the dumps say something new since the edit, that they contradict it.
 */
export function corrections(file: EditedFile, post: Post, text: string): readonly Notice[] {
  if (file.text === text) return [];
  const parts = fieldNames.flatMap((name) => {
    const { correction } = rowOfField(name);
    return correction === undefined || correction(file.post[name]) === correction(post[name]) ? [] : [named(name)];
  });
  const what = parts.length === 0 ? "" : ` (${parts.join(", ")})`;
  const moved = fingerprintIn(file.text) !== fingerprintIn(text);
  const reason = moved
    ? `edited by hand${what}, so it was kept as it is, but the dumps now say something else than when it was written; compare, and import with --force to take what they say`
    : `edited by hand${what}, so it was kept as it is; import with --force to overwrite it`;
  return [{ rule: moved ? "posts/hand-edit-contradicted" : "posts/hand-edited", file: file.path, reason }];
}

/** A field as people find it in the file. */
function named(name: FieldName): string {
  return name === "dating" ? "date" : name;
}
