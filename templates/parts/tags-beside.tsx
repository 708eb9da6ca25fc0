import { tagNeighbours } from "../../src/site/analysis/tag-neighbours.ts";
import type { TagTopic } from "../../src/site/model/archive.ts";
import { numeral } from "../../src/site/model/wording.ts";
import { usePage } from "./page-context.tsx";

interface TagsBesideProps {
  readonly topic: TagTopic;
}

/** The tags that posts of a tag bear as well. */
export function TagsBeside({ topic }: TagsBesideProps) {
  const { archive, link } = usePage();
  const { texts } = archive;
  const beside = tagNeighbours(topic, 12).flatMap(({ key, count }) => {
    const tag = archive.tag(key);
    return tag === undefined ? [] : [{ tag, count }];
  });
  if (beside.length === 0) return null;
  return (
    <nav class="beside" aria-labelledby="beside">
      <h2 id="beside">{texts.tagRelations.beside}</h2>
      <ul class="tags">
        {beside.map(({ tag, count }) => (
          <li key={tag.key}>
            <a href={link(tag.path)} dir="auto">
              #{tag.label}
            </a>{" "}
            <span class="count">{numeral(count, texts)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
