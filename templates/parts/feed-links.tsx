import { feedPath, type SitePath } from "../../src/site/model/urls.ts";
import { usePage } from "./page-context.tsx";

export interface FeedLinksProps {
  /** The page whose posts the feeds follow. */
  readonly page: SitePath;
}

/** Leads to the feeds of a page's posts. */
export function FeedLinks({ page }: FeedLinksProps) {
  const { link, texts } = usePage();
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
