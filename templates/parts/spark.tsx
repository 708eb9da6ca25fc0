import { activityOf, unitFor } from "../../src/site/analysis/activity.ts";
import { activityTable } from "../../src/site/charts/pictures.ts";
import { sparkHeight, sparkline, sparkWidth } from "../../src/site/charts/sparkline.ts";
import { longDay } from "../../src/site/model/dates.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import { ChartData } from "./chart.tsx";
import { usePage } from "./page-context.tsx";

const box = `0 0 ${sparkWidth} ${sparkHeight}`;

/** A row of columns the size of a word. It says nothing of its own: the count beside it and the page it leads to do. */
export function Spark({ path }: { readonly path: string }) {
  return (
    <svg
      class="spark"
      viewBox={box}
      width={sparkWidth}
      height={sparkHeight}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}

/** The columns of some posts, oldest first, over the time of the whole archive. */
export function TopicSpark({ posts }: { readonly posts: readonly PostPage[] }) {
  const { archive } = usePage();
  const first = archive.posts[0];
  const last = archive.posts.at(-1);
  return first && last ? <Spark path={sparkline(posts, first.day, last.day)} /> : null;
}

interface TrendProps {
  readonly posts: readonly PostPage[];
}

/** The columns of some posts over the time of the whole archive, as wide as the page has room, with their figures. */
export function Trend({ posts }: TrendProps) {
  const { archive } = usePage();
  const { texts } = archive;
  const first = archive.posts[0];
  const last = archive.posts.at(-1);
  if (first === undefined || last === undefined) return null;
  const [from, to] = [longDay(first.day, texts), longDay(last.day, texts)];
  return (
    <figure class="trend">
      <svg
        viewBox={box}
        width={sparkWidth}
        height={sparkHeight}
        preserveAspectRatio="none"
        role="img"
        aria-labelledby="trend-title"
        aria-describedby="trend-desc"
      >
        <title id="trend-title">{texts.charts.trend}</title>
        <desc id="trend-desc">{texts.charts.trendWords(posts.length, from, to)}</desc>
        <path d={sparkline(posts, first.day, last.day)} />
      </svg>
      <p class="ends">
        <span>{from}</span>
        <span>{to}</span>
      </p>
      <figcaption>
        <ChartData
          title={texts.charts.trend}
          table={activityTable(activityOf(posts, unitFor(posts, "month", 24)), archive)}
        />
      </figcaption>
    </figure>
  );
}
