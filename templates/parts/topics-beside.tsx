import type { TopicBeside } from "../../src/site/model/beside.ts";
import { numeral } from "../../src/site/model/wording.ts";
import { usePage } from "./page-context.tsx";

interface TopicsBesideProps {
  readonly heading: string;
  readonly topics: readonly TopicBeside[];
}

/** The topics that posts of a topic have as well, each with the number of posts in common. */
export function TopicsBeside({ heading, topics }: TopicsBesideProps) {
  const { archive, link } = usePage();
  if (topics.length === 0) return null;
  return (
    <nav class="beside" aria-labelledby="beside">
      <h2 id="beside">{heading}</h2>
      <ul class="tags">
        {topics.map(({ path, name, count }) => (
          <li key={path}>
            <a href={link(path)} dir="auto">
              {name}
            </a>{" "}
            <span class="count">{numeral(count, archive.texts)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
