import { type Document, isMap, isSeq, parseDocument } from "yaml";
import { readStoredPost, writePost } from "../markdown/post-file.ts";
import type { Dating, Post } from "../model/post.ts";

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

/**
 * The text of a post's file in which a picture is described, or no longer where `alt` is empty; otherwise as `withDating` does. Throws where the file
 * is not a post's.
 */
export function withDescription(text: string, sha256: string, alt: string, file: string): string {
  const { post, edited } = readStoredPost(text, file);
  if (!edited) return writePost({ ...post, mediaFiles: described(post, sha256, alt) });
  return changedHead(text, file, (head) => {
    const files = head.get("mediaFiles");
    for (const each of isSeq(files) ? files.items : []) {
      if (!isMap(each) || each.get("sha256") !== sha256) continue;
      if (alt === "") each.delete("alt");
      else each.set("alt", alt);
    }
  });
}

function described({ mediaFiles = [] }: Post, sha256: string, alt: string): NonNullable<Post["mediaFiles"]> {
  return mediaFiles.map(({ alt: old, ...file }) => {
    const words = file.sha256 === sha256 ? alt : old;
    return { ...file, ...(words ? { alt: words } : {}) };
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
