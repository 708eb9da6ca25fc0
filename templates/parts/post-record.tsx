import { type Channel, type Post, sourcesOf } from "../../src/model/post.ts";
import { dayRange, longDay, momentIn, shortDay } from "../../src/site/model/dates.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import {
  absoluteUrl,
  postRecordPath,
  sourcesPath,
  telegramAddress,
  telegramChannelAddress,
  waybackAddress,
} from "../../src/site/model/urls.ts";
import { boundaryWords, languageName, percentage } from "../../src/site/model/wording.ts";
import { ArrowOn } from "./arrow.tsx";
import { Captures } from "./captures.tsx";
import { Cite } from "./cite.tsx";
import { HowDated } from "./dating-audit.tsx";
import { Detail } from "./detail.tsx";
import { Outside } from "./outside.tsx";
import { usePage } from "./page-context.tsx";

export interface PostRecordProps {
  readonly page: PostPage;
}

/** What is known about a post and how: date, whence it comes, where its lines stand, how to cite it. */
export function PostRecord({ page }: PostRecordProps) {
  const { archive, link } = usePage();
  const { post, date } = page;
  const { dating } = post;
  const { texts } = archive;
  const words = texts.record;
  const sources = sourcesOf(post);
  const language = languageName(post.language, texts);
  const limits = boundaryWords(post.boundary, texts);
  const likelier = archive.datingAudits.of(page)?.likelier;
  return (
    <aside class="record" aria-labelledby="record">
      <h2 id="record">{words.title}</h2>
      <dl>
        <Detail name={words.date}>
          <strong>{words[date.known]}:</strong> {date.when}
          <span class="note said" dir="auto">
            {date.how}
          </span>
          <HowDated page={page} />
        </Detail>
        {dating.earliest !== dating.latest && (
          <Detail name={words.bestEstimate}>
            <time datetime={dating.best}>{longDay(dating.best, texts)}</time>
            {likelier && (
              <span class="note">
                {words.likelier(shortDay(likelier.day, texts), percentage(likelier.probability, texts))}
              </span>
            )}
          </Detail>
        )}
        {dating.earliest !== dating.latest && (
          <Detail name={words.interval}>{dayRange(dating.earliest, dating.latest, texts)}</Detail>
        )}
        <Detail name={words.edtf}>
          <code>{dating.edtf}</code>
        </Detail>
        <KnownChannel channel={post.channel} />
        {post.forwardedFrom !== undefined && (
          <Detail name={words.forwardedFrom}>
            <a href={link(archive.sourceNamed(post.forwardedFrom)?.path ?? sourcesPath)}>
              <bdi>{post.forwardedFrom}</bdi>
            </a>
          </Detail>
        )}
        {language !== undefined && <Detail name={words.language}>{language}</Detail>}
        <Detail name={words.permalink}>
          <a
            class="address"
            href={link(page.path)}
            data-words={`${texts.search.export.copy}|${texts.search.export.copied}|${words.share}`}
          >
            {absoluteUrl(archive.settings.url, page.path)}
          </a>
        </Detail>
        <Numbers post={post} />
        <Address post={post} />
        <Moments page={page} />
        <Detail name={words.captures(sources.length)}>
          <Captures sources={sources} />
        </Detail>
        <Detail name={words.limits}>
          {limits.what}
          <span class="note">{limits.why}</span>
        </Detail>
        {post.correctedByHand === true && <Detail name={words.corrected}>{words.correctedWhy}</Detail>}
        {post.repairs.length > 0 && (
          <Detail name={words.repairs}>
            <ul class="repairs">
              {post.repairs.map((repair) => (
                <li key={`${repair.line} ${repair.from}`}>
                  {words.line(repair.line)} <del dir="auto">{repair.from}</del> <ArrowOn />{" "}
                  <ins dir="auto">{repair.to}</ins>
                  <span class="note">{repair.rule}</span>
                </li>
              ))}
            </ul>
          </Detail>
        )}
        {archive.postRecords.areThere && (
          <Detail name={words.json}>
            <a rel="alternate" href={link(postRecordPath(post.id))} type="application/json">
              {words.jsonWords}
            </a>
          </Detail>
        )}
      </dl>
      <Cite page={page} />
    </aside>
  );
}

/** What the head of the page does not say of the post's channel. */
function KnownChannel({ channel: { name, handle, identified } }: { readonly channel: Channel }) {
  const { texts } = usePage();
  if (identified && handle === undefined) return null;
  return (
    <Detail name={texts.record.channel}>
      {handle === undefined ? <bdi>{name}</bdi> : <Outside to={telegramChannelAddress(handle)}>@{handle}</Outside>}
      {!identified && <span class="note">{texts.record.unnamedChannel}</span>}
    </Detail>
  );
}

/** The post's number in its channel; of an album, those of all its parts. */
function Numbers({ post: { number, albumNumbers = [] } }: { readonly post: Post }) {
  const { texts } = usePage();
  if (number === undefined) return null;
  return <Detail name={texts.record.number}>{[number, ...albumNumbers].join(", ")}</Detail>;
}

/** Where Telegram itself shows the post, where the channel's user name and the post's number are known, and what the Wayback Machine has of it. */
function Address({ post: { channel, number } }: { readonly post: Post }) {
  const { texts } = usePage();
  if (channel.handle === undefined || number === undefined) return null;
  const address = telegramAddress(channel.handle, number);
  return (
    <Detail name={texts.record.telegram}>
      <Outside to={address} />
      <span class="note">
        <Outside to={waybackAddress(address)}>{texts.record.wayback}</Outside>
      </span>
    </Detail>
  );
}

/** The moments that captures tell, by the clocks of the zone that the day was told in, and of the archive's. */
function Moments({ page }: PostRecordProps) {
  const { archive, texts } = usePage();
  const [zone = "UTC", ...others] = archive.zonesOf(page);
  return (["published", "edited"] as const).map((name) => {
    const moment = page.post[name];
    if (moment === undefined) return null;
    return (
      <Detail key={name} name={texts.record[name]}>
        <time datetime={moment}>{texts.record.moment(momentIn(zone, moment, texts), zone)}</time>
        {others.map((other) => (
          <span class="note" key={other}>
            {texts.record.moment(momentIn(other, moment, texts), other)}
          </span>
        ))}
      </Detail>
    );
  });
}
