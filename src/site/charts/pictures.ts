import { type Activity, activityOf, type Period, postsInSpan, type Unit, unitFor } from "../analysis/activity.ts";
import { forwardsOf } from "../analysis/forwards.ts";
import type { ChannelTopic } from "../model/channel-topic.ts";
import { longDay, monthInWords, monthTitle } from "../model/dates.ts";
import { spanWords } from "../model/extent.ts";
import type { PostPage } from "../model/post-page.ts";
import { monthPath, type SitePath, yearPath } from "../model/urls.ts";
import { numeral } from "../model/wording.ts";
import { activityChart } from "./activity.ts";
import { channelRowsChart } from "./channel-rows.ts";
import type { Chart, ChartRow, ChartTable } from "./chart.ts";
import type { Charted } from "./charted.ts";
import { forwardsChart } from "./forwards.ts";

/*
 * The archive's data put into pictures with their words. Each picture is drawn when its page asks for it; a page draws
 * a handful, and lists that could ask for thousands have sparklines instead.
 */

/** Posts, oldest first, over time; nothing where there are none. */
export function activityPicture(
  posts: readonly PostPage[],
  archive: Charted,
  unit: Unit = unitFor(posts),
): Chart | undefined {
  const { texts } = archive;
  const activity = activityOf(posts, unit);
  if (activity.periods.length === 0) return undefined;
  const fullest = activity.periods.reduce((most, next) => (postsInSpan(next) > postsInSpan(most) ? next : most));
  const words = texts.charts.activity(
    posts.length,
    spanWords(posts, texts),
    unit === "month" ? monthInWords(fullest.first, texts) : periodName(fullest, unit, archive),
    postsInSpan(fullest),
  );
  const hasWide = activity.periods.some(({ wide }) => wide > 0);
  return activityChart(
    {
      id: "activity",
      title: texts.charts.byPeriod[unit],
      description: hasWide ? `${words} ${texts.charts.paler}` : words,
      table: activityTable(activity, archive),
    },
    activity,
    texts.locale,
  );
}

/** An activity as a table; each period leads to its place in the timeline, and those without posts are told too. */
export function activityTable({ unit, periods }: Activity, archive: Charted): ChartTable {
  const { texts } = archive;
  const hasWide = periods.some(({ wide }) => wide > 0);
  return {
    columns: [texts.charts.period[unit], texts.charts.posts, ...(hasWide ? [texts.charts.wide] : [])],
    rows: periods.map((period) => ({
      name: periodName(period, unit, archive),
      path: periodPath(period, unit, archive),
      cells: [numeral(postsInSpan(period), texts), ...(hasWide ? [numeral(period.wide, texts)] : [])],
    })),
  };
}

/** How many channels or sources a picture shows; tables have all. */
const rowsShown = 12;

/** The channels with most posts over time, a row for each; nothing where there is no post. */
export function channelsPicture(archive: Charted): Chart | undefined {
  const { texts, channels } = archive;
  const all = activityOf(archive.posts, unitFor(archive.posts));
  const most = channels[0];
  if (most === undefined) return undefined;
  const shown = channels.slice(0, rowsShown);
  const rest = channels.length - shown.length;
  const words = [
    texts.charts.byChannelWords(channels.length, most.channel.name),
    ...(rest > 0 ? [texts.charts.byChannelRest(rest)] : []),
    ...(all.periods.some(({ wide }) => wide > 0) ? [texts.charts.paler] : []),
  ];
  return channelRowsChart(
    {
      id: "channels-over-time",
      title: texts.charts.byChannel,
      description: words.join(" "),
      table: channelsTable(archive),
    },
    shown.map(({ channel, posts }) => ({
      name: channel.name,
      words: numeral(posts.length, texts),
      activity: { unit: all.unit, periods: inPeriodsOf(all, activityOf(posts, all.unit)) },
    })),
    texts.locale,
  );
}

/** Who forwards whom, as a picture of the sources with most posts; nothing where nothing was forwarded. */
export function forwardsPicture(archive: Charted): Chart | undefined {
  const { texts, sources, channels } = archive;
  if (sources.length === 0) return undefined;
  const forwards = forwardsOf(sources);
  const shownSources = sources.slice(0, rowsShown + 4);
  const drawn = forwards.filter(({ source }) => shownSources.includes(source));
  const shownChannels = channels
    .filter(({ channel }) => drawn.some((forward) => forward.channel === channel.key))
    .slice(0, rowsShown);
  const rest = sources.length - shownSources.length;
  const total = forwards.reduce((sum, { count }) => sum + count, 0);
  const words = texts.charts.forwardsWords(total);
  const places = new Map(shownChannels.map(({ channel }, place) => [channel.key, place]));
  const channelNames = new Map(channels.map(({ channel }) => [channel.key, channel.name]));
  const forwarders = new Map<string, string[]>();
  for (const { source, channel, count } of forwards) {
    const told = forwarders.get(source.key) ?? [];
    forwarders.set(source.key, told);
    told.push(`\u2068${channelNames.get(channel) ?? channel}\u2069 ${numeral(count, texts)}`);
  }
  return forwardsChart(
    {
      id: "forwards",
      title: texts.charts.forwards,
      description: rest > 0 ? `${words} ${texts.charts.forwardsRest(rest)}` : words,
      table: {
        columns: [texts.charts.source, texts.charts.forwardedBy, texts.charts.posts],
        rows: sources.map(({ key, name, path, posts }) => ({
          name,
          path,
          cells: [(forwarders.get(key) ?? []).join(", "), numeral(posts.length, texts)],
        })),
      },
    },
    shownSources.map(({ name }) => name),
    shownChannels.map(({ channel }) => channel.name),
    drawn.flatMap(({ source, channel, count }) => {
      const place = places.get(channel);
      return place === undefined ? [] : [{ source: shownSources.indexOf(source), channel: place, count }];
    }),
  );
}

function channelsTable({ channels, texts }: Charted): ChartTable {
  const { charts } = texts;
  return {
    columns: [charts.channel, charts.posts, charts.first, charts.last],
    rows: channels.map((topic) => channelRow(topic, texts)),
  };
}

function channelRow({ channel, path, posts }: ChannelTopic, texts: Charted["texts"]): ChartRow {
  const days = [posts[0], posts.at(-1)].map((page) => (page === undefined ? "" : longDay(page.day, texts)));
  return { name: channel.name, path, cells: [numeral(posts.length, texts), ...days] };
}

/** The periods of all, with the counts of one; where one has no posts they are empty. */
function inPeriodsOf(all: Activity, one: Activity): readonly Period[] {
  const own = new Map(one.periods.map((period) => [period.first, period]));
  return all.periods.map(({ first }) => own.get(first) ?? { first, close: 0, wide: 0 });
}

function periodName({ first }: Period, unit: Unit, { texts }: Charted): string {
  if (unit === "day") return longDay(first, texts);
  return unit === "month" ? monthTitle(first, texts) : first.slice(0, 4);
}

function periodPath(period: Period, unit: Unit, archive: Charted): SitePath | undefined {
  if (postsInSpan(period) === 0) return undefined;
  if (unit === "day") return archive.dayPaths.get(period.first);
  return unit === "month" ? monthPath(period.first) : yearPath(Number(period.first.slice(0, 4)));
}
