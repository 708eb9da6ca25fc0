import { parseDocument } from "yaml";
import { readStoredPost, writePost } from "../markdown/post-file.ts";
import type { Dating } from "../model/post.ts";

/**
 * The text of a post's file with another date. A file that nobody changed is written as an import would write it; in any other the date alone is
 * replaced, and comments and all other words of a person stay. Throws where the file is not a post's.
 */
export function withDating(text: string, dating: Dating, file: string): string {
  const { post, edited } = readStoredPost(text, file);
  if (!edited) return writePost({ ...post, dating });
  const close = text.indexOf("\n---", "---".length) + 1;
  const head = parseDocument(text.slice(text.indexOf("\n") + 1, close));
  const { best, edtf, ...grounds } = dating;
  head.set("date", best);
  head.set("edtf", edtf);
  head.set("dating", head.createNode(grounds));
  const changed = `---\n${head.toString({ lineWidth: 0 })}${text.slice(close)}`;
  // The day that the import wrote is part of the fingerprint: where it is the new one, nothing tells that it was set; the basis does.
  readStoredPost(changed, file);
  return changed;
}
