import { renderBody } from "../../src/markdown/body.ts";
import type { Entity } from "../../src/model/post.ts";
import { withParagraphs } from "../../src/site/model/paragraphs.ts";
import { langOf } from "../../src/site/model/wording.ts";
import { usePage } from "./page-context.tsx";

export interface PostTextProps {
  readonly text: string;
  readonly entities?: readonly Entity[];
  readonly language: string;
}

/** The one place where the text of a post passes as made HTML: `renderBody` has escaped every letter of it. */
export function PostText({ text, entities, language }: PostTextProps) {
  const { archive, link } = usePage();
  const tag = (key: string): string | undefined => {
    const topic = archive.tag(key);
    return topic && link(topic.path);
  };
  // Of a text that an export tells the parts of, every line break is its author's.
  const hasParts = entities !== undefined && entities.length > 0;
  return (
    <div
      class="text"
      dir="auto"
      {...langOf(language)}
      dangerouslySetInnerHTML={{ __html: renderBody(hasParts ? text : withParagraphs(text), { tag }, entities) }}
    />
  );
}
