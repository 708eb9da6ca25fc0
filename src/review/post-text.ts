import { type Document, isMap, isSeq, parseDocument } from "yaml";
import { readStoredPost, writePost } from "../markdown/post-file.ts";
import type { Checked, Dating, Editor, Post } from "../model/post.ts";

/**
 * The text of a post's file with another date. A file that nobody changed is written as an import would write it; in any other the date alone is
 * replaced, and comments and all other words of a person stay. Throws where the file is not a post's.
 */
export function withDating(text: string, dating: Dating, file: string): string {
  const { post, edited } = readStoredPost(text, file);
  if (!edited) return writePost({ ...post, dating });
  return changedHead(text, file, (head) => {
    const { best, edtf, ...grounds } = dating;
    head.set("date", best);
    head.set("edtf", edtf);
    // The day that the import wrote is part of the fingerprint: where it is the new one, nothing tells that it was set; the basis does.
    head.set("dating", head.createNode(grounds));
  });
}

/** What a picture shows, and who says so. */
export interface Description {
  /** Empty where the picture is described no longer. */
  readonly alt: string;
  readonly described?: Editor;
}

/**
 * The text of a post's file in which a picture is described, or no longer; otherwise as `withDating` does. Throws where the file is not a post's.
 */
export function withDescription(text: string, sha256: string, description: Description, file: string): string {
  const { post, edited } = readStoredPost(text, file);
  if (!edited) return writePost({ ...post, mediaFiles: described(post, sha256, description) });
  return changedHead(text, file, (head) => {
    const files = head.get("mediaFiles");
    for (const each of isSeq(files) ? files.items : []) {
      if (!isMap(each) || each.get("sha256") !== sha256) continue;
      const { alt, described } = description;
      for (const [key, value] of Object.entries({ alt, described }))
        if (alt === "" || value === undefined) each.delete(key);
        else each.set(key, head.createNode(value));
    }
  });
}

function described({ mediaFiles = [] }: Post, sha256: string, said: Description): NonNullable<Post["mediaFiles"]> {
  return mediaFiles.map((file) => {
    if (file.sha256 !== sha256) return file;
    const { alt: _, described: __, ...rest } = file;
    const { alt, described: by } = said;
    return { ...rest, ...(alt === "" ? {} : { alt, ...(by && Object.keys(by).length > 0 ? { described: by } : {}) }) };
  });
}

/** The text of a post's file that says what an editor found right, or nothing of it any more; otherwise as `withDating` does. */
export function withChecked(text: string, checked: Checked | undefined, file: string): string {
  const { post, edited } = readStoredPost(text, file);
  const isNone = checked === undefined || Object.keys(checked).length === 0;
  if (!edited) {
    const { checked: _, ...rest } = post;
    return writePost({ ...rest, ...(isNone ? {} : { checked }) });
  }
  return changedHead(text, file, (head) => {
    if (isNone) head.delete("checked");
    else head.set("checked", head.createNode(checked));
  });
}

/** A file with another front matter, its comments left alone. */
function changedHead(text: string, file: string, change: (head: Document) => void): string {
  const close = text.indexOf("\n---", "---".length) + 1;
  const head = parseDocument(text.slice(text.indexOf("\n") + 1, close));
  change(head);
  const changed = `---\n${head.toString({ lineWidth: 0 })}${text.slice(close)}`;
  readStoredPost(changed, file);
  return changed;
}
