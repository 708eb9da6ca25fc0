import type { ComponentChildren } from "preact";
import type { Link, SitePath } from "../../src/site/model/urls.ts";
import { numeral } from "../../src/site/model/wording.ts";
import type { Texts } from "../../src/site/texts/texts.ts";

interface TopicIndexProps {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly TopicEntry[];
  readonly link: Link;
  readonly texts: Texts;
  /** The way to more of them. */
  readonly children?: ComponentChildren;
}

interface TopicEntry {
  readonly path: SitePath;
  readonly name: string;
  readonly posts: readonly unknown[];
}

/** Ways to the lists of some topics, each with the number of its posts. */
export function TopicIndex({ id, title, topics, link, texts, children }: TopicIndexProps) {
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
