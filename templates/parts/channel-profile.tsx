import { likelyIdentity } from "../../src/site/analysis/likely-identity.ts";
import type { ChannelTopic } from "../../src/site/model/archive.ts";
import { type ChannelProfile, profileOf } from "../../src/site/model/channel-profile.ts";
import { shortDay } from "../../src/site/model/dates.ts";
import { identityEvidence } from "../../src/site/model/identity-evidence.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import { telegramChannelAddress, waybackAddress } from "../../src/site/model/urls.ts";
import { langOf, mediaNotes, numeral } from "../../src/site/model/wording.ts";
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
  const media = mediaNotes(
    posts.flatMap(({ post }) => post.media),
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
        {media.length > 0 && <Detail name={words.media}>{media.join(" · ")}</Detail>}
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
              {kinds.map((kind) => (
                <td key={kind}>{at[kind] ?? "–"}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
