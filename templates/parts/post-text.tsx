import { renderBody } from "../../src/markdown/body.ts";
import type { Archive } from "../../src/site/model/archive.ts";
import type { Link } from "../../src/site/model/urls.ts";
import { langOf } from "../../src/site/model/wording.ts";

export interface PostTextProps {
  readonly text: string;
  readonly language: string;
  readonly archive: Archive;
  readonly link: Link;
}

/** The one place where the text of a post passes as made HTML: `renderBody` has escaped every letter of it. */
export function PostText({ text, language, archive, link }: PostTextProps) {
  const tag = (key: string): string | undefined => {
    const topic = archive.tag(key);
    return topic && link(topic.path);
  };
  return (
    <div
      class="text"
      dir="auto"
      {...langOf(language)}
      dangerouslySetInnerHTML={{ __html: renderBody(text, { tag }) }}
    />
  );
}
