import { Fragment } from "preact";
import type { Post } from "../../src/model/post.ts";
import { hasFilesToList } from "../../src/site/model/attachments.ts";
import { langOf, percentage } from "../../src/site/model/wording.ts";
import { usePage } from "./page-context.tsx";

export interface AttachmentsProps {
  readonly post: Post;
}

/** What the page shows with a post beside its author's words: a poll, files, the linked page, buttons, and what nobody can show. */
export function AttachmentList({ post }: AttachmentsProps) {
  const { texts } = usePage();
  const { poll, files, linkPreview, buttons, unread } = post;
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
              {poll.options.map(({ text, percent, votes }, place) => (
                <tr key={`${place} ${text}`}>
                  <td dir="auto">
                    {text}
                    {percent !== undefined && <meter min={0} max={100} value={percent} aria-hidden="true" />}
                  </td>
                  <td class="share">
                    {percent === undefined ? "" : percentage(percent / 100, texts)}
                    {votes !== undefined && <span class="note">{words.votes(votes)}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {poll.voters !== undefined && <p class="voters">{words.voters(poll.voters)}</p>}
        </figure>
      )}
      {files !== undefined && hasFilesToList(post) && (
        <figure class="files">
          <figcaption>{words.files(files.length)}</figcaption>
          <ul>
            {files.map(({ name, size }, place) => (
              <li key={`${place} ${name}`}>
                <bdi>{name}</bdi> {size !== "" && <span class="size">{size}</span>}
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
      {buttons !== undefined && (
        <figure class="files">
          <figcaption>{words.buttons}</figcaption>
          <ul>
            {buttons.map(({ text, href, copies }, place) => (
              <li key={`${place} ${text}`} dir="auto">
                {href === undefined ? (
                  text
                ) : (
                  <a href={href} rel="nofollow noopener noreferrer">
                    {text}
                  </a>
                )}
                {copies !== undefined && (
                  <>
                    : <code>{copies}</code>
                  </>
                )}
              </li>
            ))}
          </ul>
        </figure>
      )}
      {unread !== undefined && (
        <details class="unread">
          <summary>{words.unread}</summary>
          <dl>
            {unread.map(({ key, json }, place) => (
              <Fragment key={`${place} ${key}`}>
                <dt>{key}</dt>
                <dd>
                  <code>{json}</code>
                </dd>
              </Fragment>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
