import { editorOf } from "../model/given.ts";
import type { Checked, Editor, Post } from "../model/post.ts";
import { compare } from "../text/compare.ts";
import type { Listed } from "./listed.ts";

/** Something that an editor found right in a post, or a picture that she described. */
export interface CheckedView extends Editor {
  readonly id: string;
  readonly title: string;
  readonly channel: string;
  readonly what: keyof Checked | "description";
  /** Of a description. */
  readonly sha256?: string;
  readonly alt?: string;
}

/** The most that are shown. */
const mostShown = 200;

/** Everything that editors found right in posts, and all descriptions, those of the latest day first. */
export function checkedPosts(posts: readonly Post[]): readonly CheckedView[] {
  return posts
    .flatMap((post) => {
      const own = { id: post.id, title: post.title || post.id, channel: post.channel.name };
      const checks = Object.entries(post.checked ?? {}).map(
        ([what, editor]): CheckedView => ({ ...own, what: what as keyof Checked, ...editorOf(editor) }),
      );
      const described = (post.mediaFiles ?? []).flatMap(({ sha256, alt, described = {} }): readonly CheckedView[] =>
        sha256 === undefined || alt === undefined
          ? []
          : [{ ...own, what: "description", sha256, alt, ...editorOf(described) }],
      );
      return [...checks, ...described];
    })
    .sort((one, other) => compare(other.on ?? "", one.on ?? ""))
    .slice(0, mostShown);
}

/** Under what a post's file says that such a thing is right; nothing of what no file says. */
export function checkedBy({ kind, line }: Pick<Listed, "kind" | "line">): keyof Checked | undefined {
  if (kind === "channel" || line !== undefined) return undefined;
  return kind === "contradicted" ? "date" : kind;
}
