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
  const language = languageName(post.language);
  return (
    <aside class="record" aria-labelledby="record">
      <h2 id="record">Record</h2>
      <dl>
        <Fact name="Date">
          <strong>{date.kind === "stated" ? "Stated" : "Inferred"}:</strong> {date.when}
          <span class="note" dir="auto">
            {date.how}
          </span>
        </Fact>
        {dating.earliest !== dating.latest && (
          <Fact name="Best day">
            <time datetime={dating.best}>{longDay(dating.best)}</time>
            <span class="note">the interval is meant to hold the true day nine times out of ten</span>
          </Fact>
        )}
        <Fact name="EDTF">
          <code>{dating.edtf}</code>
        </Fact>
        <Fact name="Channel">
          <a href={link(channelPath(post.channel.key))}>
            <bdi>{post.channel.name}</bdi>
          </a>
          {post.channel.handle !== undefined && <span class="note">@{post.channel.handle}</span>}
          {!post.channel.identified && <span class="note">named after its dump: no page names the channel</span>}
        </Fact>
        {post.forwardedFrom !== undefined && (
          <Fact name="Forwarded from">
            <bdi>{post.forwardedFrom}</bdi>
          </Fact>
        )}
        {language !== undefined && <Fact name="Language">{language}</Fact>}
        <Fact name="Permalink">
          <a class="address" href={link(page.path)}>
            {absoluteUrl(archive.settings.url, page.path)}
          </a>
        </Fact>
        <Fact name="Source">
          <a class="address" href={link(withAnchor(aboutPath, dumpAnchor(source.sha256)))}>
            {source.file}
          </a>
          <span class="note">
            lines {lineRanges(source.lines)}, read as “{source.dialect}”
          </span>
        </Fact>
        <Fact name="Limits">
          {boundaryWords(post.boundary).what}
          <span class="note">{boundaryWords(post.boundary).why}</span>
        </Fact>
        <Fact name="SHA-256 of the dump">
          <code class="hash">{source.sha256}</code>
        </Fact>
        {post.repairs.length > 0 && (
          <Fact name="Repairs to the text">
            <ul class="repairs">
              {post.repairs.map((repair) => (
                <li key={`${repair.line} ${repair.from}`}>
                  line {repair.line}: <del dir="auto">{repair.from}</del> → <ins dir="auto">{repair.to}</ins>
                  <span class="note">{repair.rule}</span>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        <Fact name="Cite as">
          <span class="citation" dir="auto">
            {citationOf(page, archive.settings)}
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
