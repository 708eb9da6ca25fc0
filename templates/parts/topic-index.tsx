import type { ComponentChildren } from "preact";
import type { SitePath } from "../../src/site/model/urls.ts";
import { numeral } from "../../src/site/model/wording.ts";
import { usePage } from "./page-context.tsx";

interface TopicIndexProps {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly TopicEntry[];
  /** The way to more of them. */
  readonly children?: ComponentChildren;
}

interface TopicEntry {
  readonly path: SitePath;
  readonly name: string;
  readonly posts: { readonly length: number };
}

/** Ways to the lists of some topics, each with the number of its posts. */
export function TopicIndex({ id, title, topics, children }: TopicIndexProps) {
  const { link, texts } = usePage();
  return (
    <nav aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="index">
        {topics.map(({ path, name, posts }) => (
          <li key={path}>
            <a href={link(path)}>
              <bdi>{name}</bdi>
            </a>{" "}
            <span class="count">{numeral(posts.length, texts)}</span>
          </li>
        ))}
      </ul>
      {children}
    </nav>
  );
}
