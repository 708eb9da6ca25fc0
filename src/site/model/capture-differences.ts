import { type Capture, type Difference, differences } from "../../archive/compare.ts";
import type { PostPage } from "./post-page.ts";

/** What later captures of the channels show differently, for the pages of channels and posts. */
export class CaptureDifferences {
  private readonly byChannel = new Map<string, CapturePair[]>();
  private readonly byPost = new Map<string, Capture[]>();

  constructor(pages: readonly PostPage[]) {
    const byId = new Map(pages.map((page) => [page.post.id, page]));
    const pagesOf = (ids: readonly string[]): readonly PostPage[] => ids.flatMap((id) => byId.get(id) ?? []);
    for (const difference of differences(pages.map((page) => page.post))) {
      const { channel, earlier, later, shared, added, changed, gone } = difference;
      const pair = { earlier, later, shared, added: pagesOf(added), changed: pagesOf(changed), gone: pagesOf(gone) };
      this.byChannel.set(channel, [...(this.byChannel.get(channel) ?? []), pair]);
      for (const id of gone) this.byPost.set(id, [...(this.byPost.get(id) ?? []), later]);
    }
  }

  /** The captures of a channel, each beside the next later one that overlaps with it. */
  of(channel: string): readonly CapturePair[] {
    return this.byChannel.get(channel) ?? [];
  }

  /** The captures that do not show a post although they show the posts around it. */
  without({ post }: PostPage): readonly Capture[] {
    return this.byPost.get(post.id) ?? [];
  }
}

/** A `Difference` with pages in the place of ids. */
export interface CapturePair extends Pick<Difference, "earlier" | "later" | "shared"> {
  readonly added: readonly PostPage[];
  readonly changed: readonly PostPage[];
  readonly gone: readonly PostPage[];
}
