import type { Day } from "../../model/day.ts";
import type { Post } from "../../model/post.ts";
import type { Texts } from "../texts/texts.ts";
import { type ShownDate, shownDate } from "./dating.ts";
import { headlineExcerpt, headlineOf } from "./headline.ts";
import { postPath, type SitePath } from "./urls.ts";

/** A post with its address and its place among the others; a class for the reason that `archive.ts` gives. */
export class PostPage {
  readonly path: SitePath;
  readonly day: Day;
  readonly title: string;
  readonly excerpt: string;
  readonly date: ShownDate;

  constructor(
    readonly post: Post,
    /** Index in `Archive.posts`. */
    readonly place: number,
    /** Index in the posts of its channel. */
    readonly placeInChannel: number,
    texts: Texts,
  ) {
    this.path = postPath(post.id);
    this.day = post.dating.best;
    this.title = headlineOf(post, texts);
    this.excerpt = headlineExcerpt(post);
    this.date = shownDate(post.dating, texts);
  }
}
