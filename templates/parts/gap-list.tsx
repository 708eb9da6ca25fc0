import { gapsOf, longestGaps, shortestGap } from "../../src/site/analysis/gaps.ts";
import { dayRange } from "../../src/site/model/dates.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import { usePage } from "./page-context.tsx";

const told = 10;

interface GapsProps {
  readonly posts: readonly PostPage[];
}

/** The longest stretches without posts, and what may be concluded from them. */
export function GapList({ posts }: GapsProps) {
  const { texts } = usePage();
  const gaps = gapsOf(posts);
  const words = texts.gaps;
  return (
    <section class="gaps" aria-labelledby="gaps">
      <h2 id="gaps">{words.title}</h2>
      {gaps.length === 0 ? (
        <p class="note">{words.none(shortestGap)}</p>
      ) : (
        <>
          <ul class="index">
            {longestGaps(gaps, told).map((gap) => (
              <li key={gap.first}>
                <span>{dayRange(gap.first, gap.last, texts)}</span> <span class="count">{words.days(gap.days)}</span>
              </li>
            ))}
          </ul>
          {gaps.length > told && <p class="note">{words.more(gaps.length - told)}</p>}
          <p class="note">{words.words(shortestGap)}</p>
        </>
      )}
    </section>
  );
}

/** The longest stretch without posts, in a line: within others or as a note of its own. */
export function LongestGap({ posts, as: Line = "span" }: GapsProps & { readonly as?: "span" | "p" }) {
  const { texts } = usePage();
  const [longest] = longestGaps(gapsOf(posts), 1);
  if (longest === undefined) return null;
  return (
    <Line class={Line === "p" ? "note" : undefined}>
      <span>{texts.gaps.longest}</span> <span>{dayRange(longest.first, longest.last, texts)}</span>{" "}
      <span>({texts.gaps.days(longest.days)})</span>
    </Line>
  );
}
