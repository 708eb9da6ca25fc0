import type { ListPage } from "../../src/site/model/lists.ts";
import type { SitePath } from "../../src/site/model/urls.ts";
import { ArrowBack, ArrowOn } from "./arrow.tsx";
import { usePage } from "./page-context.tsx";

interface PagerProps {
  readonly list: ListPage<unknown>;
}

/** Leads to the older and newer pages of a list: as everywhere, what is earlier stands first, and so on the left where that is where lines begin. */
export function Pager({ list: { newer, older } }: PagerProps) {
  const { texts } = usePage();
  const words = texts.list;
  const names = { previous: words.olderPosts, next: words.newerPosts };
  const ends = { previous: words.oldestPosts, next: words.newestPosts };
  return <PageSteps label={words.pages} previous={older} next={newer} names={names} ends={ends} />;
}

/** What is said of each way. */
interface Ways {
  readonly previous: string;
  readonly next: string;
}

interface PageStepsProps {
  /** What the pages are pages of. */
  readonly label: string;
  readonly previous: SitePath | undefined;
  readonly next: SitePath | undefined;
  readonly names: Ways;
  /** What stands where a way ends. */
  readonly ends?: Ways;
}

/** Leads to the pages before and after one of several. */
export function PageSteps({ label, previous, next, names, ends }: PageStepsProps) {
  const { link } = usePage();
  if (previous === undefined && next === undefined) return null;
  return (
    <nav class="pager" aria-label={label}>
      {previous === undefined ? (
        <span class={ends && "faint"}>{ends?.previous}</span>
      ) : (
        <a href={link(previous)} rel="prev">
          <ArrowBack /> {names.previous}
        </a>
      )}
      {next !== undefined && (
        <a href={link(next)} rel="next">
          {names.next} <ArrowOn />
        </a>
      )}
      {next === undefined && ends !== undefined && <span class="faint">{ends.next}</span>}
    </nav>
  );
}
