import type { Post } from "../../src/model/post.ts";
import { langOf } from "../../src/site/model/wording.ts";
import type { Texts } from "../../src/site/texts/texts.ts";

export interface AttachmentsProps {
  readonly post: Post;
  readonly texts: Texts;
}

/** What the page shows with a post beside its author's words: a poll, files, the linked page. */
export function AttachmentList({ post, texts }: AttachmentsProps) {
  const { poll, files, linkPreview } = post;
  const words = texts.attachments;
  return (
    <>
      {poll !== undefined && (
        <figure class="poll">
          <figcaption>{poll.kind}</figcaption>
          <table {...langOf(post.language)}>
            <caption class="hidden" dir="auto">
              {poll.question}
            </caption>
            <thead class="hidden">
              <tr>
                <th scope="col">{words.answer}</th>
                <th scope="col">{words.share}</th>
              </tr>
            </thead>
            <tbody>
              {poll.options.map(({ text, percent }, place) => (
                <tr key={`${place} ${text}`}>
                  <td dir="auto">
                    {text}
                    {percent !== undefined && <meter min={0} max={100} value={percent} aria-hidden="true" />}
                  </td>
                  <td class="share">{percent === undefined ? "" : words.percent(percent)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {poll.voters !== undefined && <p class="voters">{words.voters(poll.voters)}</p>}
        </figure>
      )}
      {files !== undefined && (
        <figure class="files">
          <figcaption>{words.files(files.length)}</figcaption>
          <ul>
            {files.map(({ name, size }, place) => (
              <li key={`${place} ${name}`}>
                <bdi>{name}</bdi> <span class="size">{size}</span>
              </li>
            ))}
          </ul>
        </figure>
      )}
      {linkPreview !== undefined && (
        <figure class="linked">
          <figcaption>
            <span class="hidden">{words.linked}: </span>
            <bdi>{linkPreview.site}</bdi>
          </figcaption>
          <p class="linked-title" dir="auto">
            {linkPreview.title}
          </p>
          {linkPreview.description !== undefined && <p dir="auto">{linkPreview.description}</p>}
        </figure>
      )}
    </>
  );
}
