import type { ComponentChildren } from "preact";
import type { Archive } from "../../src/site/archive.ts";
import { longDay } from "../../src/site/dates.ts";
import type { PostPage } from "../../src/site/post-page.ts";
import { citationOf } from "../../src/site/record.ts";
import { aboutPath, absoluteUrl, channelPath, dumpAnchor, type Link, withAnchor } from "../../src/site/urls.ts";
import { boundaryWords, languageName, lineRanges } from "../../src/site/wording.ts";

export interface PostRecordProps {
  readonly page: PostPage;
  readonly archive: Archive;
  readonly link: Link;
}

/** What is known about a post and how: date, whence it comes, where its lines stand, how to cite it. */
export function PostRecord({ page, archive, link }: PostRecordProps) {
  const { post, date } = page;
  const { source, dating } = post;
  const { texts } = archive;
  const words = texts.record;
  const language = languageName(post.language, texts);
  const limits = boundaryWords(post.boundary, texts);
  return (
    <aside class="record" aria-labelledby="record">
      <h2 id="record">{words.title}</h2>
      <dl>
        <Fact name={words.date}>
          <strong>{date.kind === "stated" ? words.stated : words.inferred}:</strong> {date.when}
          <span class="note" dir="auto">
            {date.how}
          </span>
        </Fact>
        {dating.earliest !== dating.latest && (
          <Fact name={words.bestDay}>
            <time datetime={dating.best}>{longDay(dating.best, texts)}</time>
            <span class="note">{words.interval}</span>
          </Fact>
        )}
        <Fact name={words.edtf}>
          <code>{dating.edtf}</code>
        </Fact>
        <Fact name={words.channel}>
          <a href={link(channelPath(post.channel.key))}>
            <bdi>{post.channel.name}</bdi>
          </a>
          {post.channel.handle !== undefined && <span class="note">@{post.channel.handle}</span>}
          {!post.channel.identified && <span class="note">{words.unnamedChannel}</span>}
        </Fact>
        {post.forwardedFrom !== undefined && (
          <Fact name={words.forwardedFrom}>
            <bdi>{post.forwardedFrom}</bdi>
          </Fact>
        )}
        {language !== undefined && <Fact name={words.language}>{language}</Fact>}
        <Fact name={words.permalink}>
          <a class="address" href={link(page.path)}>
            {absoluteUrl(archive.settings.url, page.path)}
          </a>
        </Fact>
        <Fact name={words.source}>
          <a class="address" href={link(withAnchor(aboutPath, dumpAnchor(source.sha256)))}>
            {source.file}
          </a>
          <span class="note">{words.lines(lineRanges(source.lines), source.dialect)}</span>
        </Fact>
        <Fact name={words.limits}>
          {limits.what}
          <span class="note">{limits.why}</span>
        </Fact>
        <Fact name={words.dumpHash}>
          <code class="hash">{source.sha256}</code>
        </Fact>
        {post.repairs.length > 0 && (
          <Fact name={words.repairs}>
            <ul class="repairs">
              {post.repairs.map((repair) => (
                <li key={`${repair.line} ${repair.from}`}>
                  {words.line(repair.line)} <del dir="auto">{repair.from}</del> → <ins dir="auto">{repair.to}</ins>
                  <span class="note">{repair.rule}</span>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        <Fact name={words.citeAs}>
          <span class="citation" dir="auto">
            {citationOf(page, archive)}
          </span>
        </Fact>
      </dl>
    </aside>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
