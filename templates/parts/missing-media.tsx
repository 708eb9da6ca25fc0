import type { Post } from "../../src/model/post.ts";
import { absenceOf, missingMedia, missingTitles } from "../../src/site/model/attachments.ts";
import { mediaNotes } from "../../src/site/model/wording.ts";
import { usePage } from "./page-context.tsx";

/** What a post holds and its page does not show, by kind and, where it is known, by name. */
export function MissingMedia({ post }: { readonly post: Post }) {
  const { texts } = usePage();
  return (
    <>
      {mediaNotes(missingMedia(post), texts, absenceOf(post)).map((note) => (
        <p class="media" key={note}>
          {note}
        </p>
      ))}
      {missingTitles(post).map((title) => (
        <p class="media" dir="auto" key={title}>
          {title}
        </p>
      ))}
    </>
  );
}
