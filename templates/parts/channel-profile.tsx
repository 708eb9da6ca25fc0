import { sourcesOf } from "../../src/model/post.ts";
import { likelyIdentity } from "../../src/site/analysis/likely-identity.ts";
import { type ChannelProfile, profileOf } from "../../src/site/model/channel-profile.ts";
import type { ChannelTopic } from "../../src/site/model/channel-topic.ts";
import { longDay, shortDay } from "../../src/site/model/dates.ts";
import { spanWords } from "../../src/site/model/extent.ts";
import { identityEvidence } from "../../src/site/model/identity-evidence.ts";
import { languageCounted } from "../../src/site/model/language-counted.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import { widthOf } from "../../src/site/model/uncertain.ts";
import {
  aboutPath,
  type SitePath,
  searchFor,
  telegramChannelAddress,
  waybackAddress,
} from "../../src/site/model/urls.ts";
import { comma, counterWords, langOf, languageName, mediaHeld, numeral } from "../../src/site/model/wording.ts";
import { nameKey } from "../../src/text/name-key.ts";
import { Detail } from "./detail.tsx";
import { Outside } from "./outside.tsx";
import { usePage } from "./page-context.tsx";
import { ListedDate } from "./post-list.tsx";
import { WideTable } from "./wide-table.tsx";

interface OfChannel {
  readonly topic: ChannelTopic;
}

/** What a channel is: its own words and counters, its first and last post, its media, and the way back to where it was captured. */
export function ChannelFacts({ topic }: OfChannel) {
  const { archive, texts } = usePage();
  const words = texts.channel;
  const { channel, posts, description } = topic;
  const profile = profileOf(posts, archive.ledger.dumps);
  const [first, last] = [posts[0], posts.at(-1)];
  const media = mediaHeld(
    posts.map(({ post }) => post.media),
    texts,
  );
  return (
    <div class="profile">
      {description === undefined && profile.description !== undefined && (
        <blockquote class="own-words" dir="auto">
          {profile.description}
        </blockquote>
      )}
      <dl class="facts">
        {!channel.identified && <Identity topic={topic} />}
        {first !== undefined && (
          <Detail name={words.first}>
            <Named page={first} />
          </Detail>
        )}
        {last !== undefined && last !== first && (
          <Detail name={words.last}>
            <Named page={last} />
          </Detail>
        )}
        <DatesKnown topic={topic} />
        <Languages topic={topic} />
        {media.length > 0 && <Detail name={words.media}>{media.join(" · ")}</Detail>}
        <Dumps topic={topic} />
        {channel.handle !== undefined && (
          <Detail name={texts.record.telegram}>
            <Outside to={telegramChannelAddress(channel.handle)} />
          </Detail>
        )}
        {channel.handle !== undefined && (
          <Detail name={texts.record.wayback}>
            <Outside to={waybackAddress(telegramChannelAddress(channel.handle))} />
          </Detail>
        )}
        {profile.addresses.length > 0 && (
          <Detail name={words.takenFrom}>
            {profile.addresses.slice(0, addressesShown).map((address) => (
              <span key={address} class="line">
                <Outside to={address} />
              </span>
            ))}
          </Detail>
        )}
      </dl>
      <Counters profile={profile} />
    </div>
  );
}

/** How many posts have a day that is known and how many one that is inferred, each leading to them, and how wide their intervals are. */
function DatesKnown({ topic: { channel, posts } }: OfChannel) {
  const { link, texts } = usePage();
  const { uncertain, search } = texts;
  const inferred = posts.filter(({ date }) => date.known === "inferred");
  const widest = inferred.reduce((most, page) => Math.max(most, widthOf(page) + 1), 0);
  return (
    <Detail name={search.facets.date}>
      {countsOf(posts.map(({ date }) => date.known)).map(([known, count]) => (
        <span key={known} class="line">
          <a href={link(searchFor({ channel: channel.key, date: known }))}>{search.values.date?.[known] ?? known}</a>:{" "}
          <span>{numeral(count, texts)}</span>
        </span>
      ))}
      {widest > 1 && <span class="note">{uncertain.widest(uncertain.days(widest))}</span>}
    </Detail>
  );
}

/** The languages of a channel that posts in several. */
function Languages({ topic: { channel, posts } }: OfChannel) {
  const { link, texts } = usePage();
  const languages = countsOf(posts.flatMap(({ post }) => languageCounted(post)));
  if (languages.length < 2) return null;
  return (
    <Detail name={texts.search.facets.language}>
      {languages.map(([language, count]) => (
        <span key={language} class="line">
          <a href={link(searchFor({ channel: channel.key, language }))}>{languageName(language, texts) ?? language}</a>:{" "}
          <span>{numeral(count, texts)}</span>
        </span>
      ))}
    </Detail>
  );
}

/** The dumps that the posts were read from: what a channel has outside their days nobody captured. */
function Dumps({ topic: { posts } }: OfChannel) {
  const { archive, link, texts } = usePage();
  const own = archive.dumps
    .map((dump) => ({
      dump,
      held: posts.filter((page) => sourcesOf(page.post).some(({ sha256 }) => sha256 === dump.report.sha256)),
    }))
    .filter(({ held }) => held.length > 0);
  if (own.length === 0) return null;
  return (
    <Detail name={texts.record.captures(own.length)}>
      {own.slice(0, dumpsShown).map(({ dump: { path, report }, held }) => (
        <span key={path} class="line">
          <a class="address" href={link(path)}>
            {report.file}
          </a>
          <span class="note">
            {[
              texts.counts.posts(held.length),
              spanWords(held, texts),
              ...(report.retrieved === undefined ? [] : [texts.record.captured(longDay(report.retrieved, texts))]),
            ].join(comma(texts))}
          </span>
        </span>
      ))}
      {own.length > dumpsShown && <a href={link(`${aboutPath}#dumps` as SitePath)}>{texts.about.dumps}</a>}
    </Detail>
  );
}

/** More dumps than these are listed on the page about the archive. */
const dumpsShown = 12;

/** How often each value is among these, the most frequent first. */
function countsOf<Value extends string>(values: readonly Value[]): readonly (readonly [Value, number])[] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** Whom a channel that no page names probably is, and what says so. */
function Identity({ topic }: OfChannel) {
  const { archive, link, texts } = usePage();
  const likely = likelyIdentity(topic.posts, archive.relations, archive.channels);
  if (likely === undefined) return null;
  const { name, evidence } = likely;
  const path =
    archive.channels.find(({ channel }) => channel.identified && nameKey(channel.name) === nameKey(name))?.path ??
    archive.sourceNamed(name)?.path;
  return (
    <Detail name={texts.channel.likely}>
      {path === undefined ? (
        <bdi>{name}</bdi>
      ) : (
        <a href={link(path)}>
          <bdi>{name}</bdi>
        </a>
      )}
      {identityEvidence
        .filter((kind) => evidence[kind] > 0)
        .map((kind) => (
          <span key={kind} class="line note">
            <span>{texts.channel.evidence[kind]}</span>: <span>{numeral(evidence[kind], texts)}</span>
          </span>
        ))}
    </Detail>
  );
}

/** A crawl may hold hundreds of captures; their pages are listed with the dumps. */
const addressesShown = 5;

function Named({ page }: { readonly page: PostPage }) {
  const { link } = usePage();
  return (
    <>
      <ListedDate page={page} />:{" "}
      <a href={link(page.path)} dir="auto" {...langOf(page.post.language)}>
        {page.title}
      </a>
    </>
  );
}

function Counters({ profile: { kinds, counters } }: { readonly profile: ChannelProfile }) {
  const { texts } = usePage();
  const words = texts.channel;
  if (counters.length === 0) return null;
  return (
    <WideTable name={words.counters}>
      <table>
        <caption>{words.counters}</caption>
        <thead>
          <tr>
            <th scope="col">{words.capture}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {words.counted[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counters.map(({ file, day, counters: at }) => (
            <tr key={`${file} ${day}`}>
              <th scope="row">
                {day === undefined ? <bdi>{file}</bdi> : <time datetime={day}>{shortDay(day, texts)}</time>}
              </th>
              {kinds.map((kind) => {
                const { words: counter, printed } = counterWords(at[kind] ?? "–", texts);
                return (
                  <td key={kind} title={printed}>
                    {counter}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
