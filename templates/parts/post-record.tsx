import { type ComponentChildren, Fragment } from "preact";
import type { Archive } from "../../src/site/archive.ts";
import { longDay } from "../../src/site/dates.ts";
import type { DumpTopic } from "../../src/site/dump-pages.ts";
import type { PostPage } from "../../src/site/post-page.ts";
import { aboutPath, absoluteUrl, channelPath, type Link, postRecordPath, sourcesPath } from "../../src/site/urls.ts";
import { boundaryWords, languageName, lineRanges } from "../../src/site/wording.ts";
import { Cite } from "./cite.tsx";

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
  const dump = archive.dumpOf(post);
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
            <a href={link(archive.sourceNamed(post.forwardedFrom)?.path ?? sourcesPath)}>
              <bdi>{post.forwardedFrom}</bdi>
            </a>
          </Fact>
        )}
        {language !== undefined && <Fact name={words.language}>{language}</Fact>}
        <Fact name={words.permalink}>
          <a class="address" href={link(page.path)}>
            {absoluteUrl(archive.settings.url, page.path)}
          </a>
        </Fact>
        <Fact name={words.dump}>
          <a class="address" href={link(dump?.path ?? aboutPath)}>
            {source.file}
          </a>
          <span class="note">{words.lines(<SourceLines page={page} dump={dump} link={link} />, source.dialect)}</span>
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
        <Fact name={words.json}>
          <a href={link(postRecordPath(post.id))} type="application/json">
            {words.jsonWords}
          </a>
        </Fact>
      </dl>
      <Cite page={page} archive={archive} />
    </aside>
  );
}

interface SourceLinesProps {
  readonly page: PostPage;
  readonly dump: DumpTopic | undefined;
  readonly link: Link;
}

/** The lines of a post, each range leading to where it is shown, if it is. */
function SourceLines({ page, dump, link }: SourceLinesProps) {
  return page.post.source.lines.map((range, index) => {
    const place = dump?.lineAt(range[0]);
    const words = lineRanges([range]);
    return (
      <Fragment key={words}>
        {index > 0 && ", "}
        {place === undefined ? words : <a href={link(place)}>{words}</a>}
      </Fragment>
    );
  });
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
