import { closenessOf, hoursOf, languageCounts, mediaOf, reactionCounts, weekdaysOf } from "../analysis/statistics.ts";
import { weekdays } from "../model/dates.ts";
import type { SitePath } from "../model/urls.ts";
import { firstWeekday, weekFrom } from "../model/weeks.ts";
import { languageName, numeral, percentage, reactionWords } from "../model/wording.ts";
import { type Bar, barChart } from "./bars.ts";
import type { Chart } from "./chart.ts";
import type { Charted } from "./charted.ts";

/** The bars that the statistics page shows of an archive, those left out that would be empty. */
export function statisticsPictures(archive: Charted): readonly Chart[] {
  if (archive.posts.length === 0) return [];
  const makers = [
    closenessPicture,
    languagesPicture,
    weekdaysPicture,
    hoursPicture,
    sourcesPicture,
    mediaPicture,
    reactionsPicture,
  ];
  return makers.map((make) => make(archive)).filter((chart) => chart !== undefined);
}

/** A row of a picture of bars: how often, of how many if a share is to be told, and where it leads. */
interface Row {
  readonly name: string;
  readonly count: number;
  readonly path?: SitePath;
}

/** Rows a picture of bars has at most; the table has all. */
const barsShown = 10;

interface PictureWords {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Heads of the columns for names, counts and, if it is not one of posts, the share. */
  readonly name: string;
  readonly count: string;
  readonly share?: string;
  /** Bars drawn at most, where it is not the usual number. */
  readonly most?: number;
}

function barsPicture(words: PictureWords, rows: readonly Row[], of: number | undefined, { texts }: Charted): Chart {
  const share = (count: number): string | undefined => (of === undefined ? undefined : percentage(count / of, texts));
  const bars: readonly Bar[] = rows.slice(0, words.most ?? barsShown).map(({ name, count }) => {
    const part = share(count);
    return { name, count, words: part === undefined ? numeral(count, texts) : `${numeral(count, texts)} · ${part}` };
  });
  const { id, title, description } = words;
  const columns = [words.name, words.count, ...(of === undefined ? [] : [words.share ?? texts.statistics.share])];
  const table = {
    columns,
    rows: rows.map(({ name, count, path }) => ({
      name,
      path,
      cells: [numeral(count, texts), share(count) ?? []].flat(),
    })),
  };
  return barChart({ id, title, description, table }, bars);
}

function closenessPicture(archive: Charted): Chart {
  const { posts, texts } = archive;
  const words = texts.statistics;
  const counts = closenessOf(posts);
  const stated = counts.find(({ key }) => key === "stated")?.count ?? 0;
  return barsPicture(
    {
      id: "closeness",
      title: words.closeness,
      description: words.closenessWords(stated, percentage(stated / posts.length, texts)),
      name: words.closeness,
      count: words.posts,
    },
    counts
      .filter(({ key, count }) => key !== "set" || count > 0)
      .map(({ key, count }) => ({ name: words.closenessOf[key], count })),
    posts.length,
    archive,
  );
}

function languagesPicture(archive: Charted): Chart | undefined {
  const { posts, texts } = archive;
  const words = texts.statistics;
  const counts = languageCounts(posts);
  const counted = counts.reduce((sum, { count }) => sum + count, 0);
  if (counted === 0) return undefined;
  const rows = counts.map(({ key, count }) => ({
    name: languageName(key, texts) ?? words.unknownLanguage,
    count,
  }));
  const [most = { name: "", count: 0 }] = rows;
  return barsPicture(
    {
      id: "languages",
      title: words.languages,
      description: words.languagesWords(most.name, percentage(most.count / counted, texts)),
      name: words.language,
      count: words.posts,
    },
    rows,
    counted,
    archive,
  );
}

function weekdaysPicture(archive: Charted): Chart | undefined {
  const { posts, texts, settings } = archive;
  const words = texts.statistics;
  const counts = weekdaysOf(posts);
  const counted = counts.reduce((sum, { count }) => sum + count, 0);
  if (counted === 0) return undefined;
  const names = weekdays(texts);
  const rows = counts.map(({ key, count }) => ({ name: names[key]?.long ?? "", count }));
  return barsPicture(
    {
      id: "weekdays",
      title: words.weekdays,
      description: words.weekdaysWords(counted),
      name: words.weekday,
      count: words.posts,
    },
    weekFrom(firstWeekday(settings.language, texts.locale), rows),
    counted,
    archive,
  );
}

/** The hours in which posts were published, where moments are told. */
function hoursPicture(archive: Charted): Chart | undefined {
  const { posts, texts, settings } = archive;
  const words = texts.statistics;
  const zone = settings.timezone ?? "UTC";
  const counts = hoursOf(posts, zone);
  const counted = counts.reduce((sum, { count }) => sum + count, 0);
  if (counted === 0) return undefined;
  return barsPicture(
    {
      id: "hours",
      title: words.hours,
      description: words.hoursWords(counted, zone),
      name: words.hour,
      count: words.posts,
      most: counts.length,
    },
    counts.map(({ key, count }) => ({ name: hourName(key, texts.locale), count })),
    counted,
    archive,
  );
}

function sourcesPicture(archive: Charted): Chart | undefined {
  const { sources, texts } = archive;
  const words = texts.statistics;
  if (sources.length === 0) return undefined;
  const rows = sources.map(({ name, path, posts }) => ({ name, path, count: posts.length }));
  const forwarded = rows.reduce((sum, { count }) => sum + count, 0);
  return barsPicture(
    {
      id: "sources",
      title: words.sources,
      description: words.sourcesWords(forwarded),
      name: texts.charts.source,
      count: words.posts,
    },
    // The list of sources has them all.
    rows.slice(0, 50),
    undefined,
    archive,
  );
}

function mediaPicture(archive: Charted): Chart | undefined {
  const { posts, texts } = archive;
  const words = texts.statistics;
  const counts = mediaOf(posts);
  if (counts.length === 0) return undefined;
  const holding = posts.filter(({ post }) => post.media.length > 0).length;
  return barsPicture(
    {
      id: "media",
      title: words.media,
      description: words.mediaWords(holding),
      name: words.mediaKind,
      count: words.posts,
    },
    counts.map(({ key, count }) => ({ name: texts.search.values.media[key], count })),
    posts.length,
    archive,
  );
}

function reactionsPicture(archive: Charted): Chart | undefined {
  const { posts, texts } = archive;
  const words = texts.statistics;
  const counts = reactionCounts(posts);
  if (counts.length === 0) return undefined;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const answered = posts.filter(({ post }) => post.reactions.length > 0).length;
  return barsPicture(
    {
      id: "reactions",
      title: words.reactions,
      description: words.reactionsWords(numeral(total, texts), answered),
      name: words.reaction,
      count: words.times,
      share: words.shareOfReactions,
    },
    counts.map(({ key, count }) => {
      const { emoji, label } = reactionWords({ emoji: key, count }, texts);
      return { name: emoji === label ? emoji : `${emoji} ${label}`, count };
    }),
    total,
    archive,
  );
}

/** `09:00`, in the figures of a language. */
function hourName(hour: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: "UTC",
  }).format(new Date(Date.UTC(2024, 0, 1, hour)));
}
