import { feedPath, type Link, type SitePath } from "../../src/site/model/urls.ts";
import type { Texts } from "../../src/site/texts/texts.ts";

export interface FeedLinksProps {
  /** The page whose posts the feeds follow. */
  readonly page: SitePath;
  readonly link: Link;
  readonly texts: Texts;
}

/** Leads to the feeds of a page's posts. */
export function FeedLinks({ page, link, texts }: FeedLinksProps) {
  return (
    <p class="meta feeds">
      <span>
        <a href={link(feedPath(page, "atom"))}>{texts.frame.atom}</a>
      </span>
      <span>
        <a href={link(feedPath(page, "json"))}>{texts.frame.jsonFeed}</a>
      </span>
    </p>
  );
}
