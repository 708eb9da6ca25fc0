import { filesOf, type Post, sourcesOf } from "../../model/post.ts";
import type { Texts } from "../texts/texts.ts";
import { type ChangedPart, changesBetween } from "./changes.ts";
import { longDay } from "./dates.ts";

/** A text that captures show for a post instead of its best one, and what sets the two apart. */
export interface VersionShown {
  /** The captures that show it: `quay.txt (captured on 4 February 2025), isle.txt`. */
  readonly captures: string;
  /** From this text to the best one. */
  readonly changes: readonly ChangedPart[];
}

/** The other texts of a post, by the name of the first dump of each. */
export function versionsShown(post: Post, texts: Texts): readonly VersionShown[] {
  const days = new Map(sourcesOf(post).map(({ file, retrieved }) => [file, retrieved]));
  return (post.versions ?? []).map((version) => ({
    captures: filesOf(version)
      .map((file) => {
        const day = days.get(file);
        return day === undefined ? file : texts.versions.capture(file, longDay(day, texts));
      })
      .join(", "),
    changes: changesBetween(version.text, post.text),
  }));
}
