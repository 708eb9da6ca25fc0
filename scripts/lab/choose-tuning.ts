import { dateByReadings } from "../../src/dating/date.ts";
import type { Score } from "../../src/dating/score.ts";
import type { LagTable } from "../../src/dating/solver/lag-shape.ts";
import { choices, type Tuning } from "../../src/dating/solver/tuning.ts";
import type { KnownChannel } from "./known-channels.ts";
import { type Judged, meanOf, scoreOf } from "./score.ts";
import { datesOf, pagesOf } from "./stretches.ts";

/** Posts of a channel that it is judged by as one long run while choosing, beside a page. */
const longRun = 240;

/** Share of true days that intervals promise to hold. */
const promise = 0.9;

/**
 * The tuning that does best on channels, each dated by a table of lags that `fitWithout` fits without it: the best days by the mean of the
 * shares dated to the day and within one, three and seven days of it; the intervals are the narrowest that keep their promise on these channels.
 */
export function chooseTuning(channels: readonly KnownChannel[], fitWithout: (name: string) => LagTable): Tuning {
  const names = [...new Set(channels.map(({ name }) => name))];
  const candidates = choices.weightOfLoose.flatMap((weightOfLoose): readonly Candidate[] => {
    const byChannel = names.map((name) => {
      const own = channels.filter((channel) => channel.name === name).flatMap(someOf);
      return scoresBy(own, fitWithout(name), weightOfLoose);
    });
    return readings.map((reading, place) => ({
      tuning: { ...reading, weightOfLoose },
      score: meanOf(byChannel.flatMap((scores) => scores[place] ?? [])),
    }));
  });
  const nearest = best(candidates, ({ score }) => score.exact + score.within1 + score.within3 + score.within7);
  const { weightOfLoose, timesAsLikely } = nearest.tuning;
  const alike = candidates.filter(
    ({ tuning }) => tuning.weightOfLoose === weightOfLoose && tuning.timesAsLikely === timesAsLikely,
  );
  const keeping = alike.filter(({ score }) => (score.covered ?? 0) >= promise);
  return best(keeping.length > 0 ? keeping : alike, ({ score, tuning }) =>
    keeping.length > 0 ? -(score.meanWidth ?? 0) : -tuning.tail,
  ).tuning;
}

interface Candidate {
  readonly tuning: Tuning;
  readonly score: Score;
}

const readings = choices.timesAsLikely.flatMap((timesAsLikely) =>
  choices.tail.map((tail) => ({ tail, timesAsLikely })),
);

function scoresBy(pages: readonly KnownChannel[], lags: LagTable, weightOfLoose: number): readonly Score[] {
  const dated = pages.map((page) => ({ page, results: dateByReadings(datesOf(page), lags, weightOfLoose, readings) }));
  return readings.map((_, place) =>
    scoreOf(
      dated.flatMap(({ page, results }) =>
        (results[place]?.datings ?? []).flatMap((said, post): readonly Judged[] => {
          const truth = page.posts[post]?.day;
          return truth === undefined ? [] : [{ truth, ...said }];
        }),
      ),
    ),
  );
}

/** The first page and, of a channel that has as much, a long run behind it: both are dated often, and err in ways of their own. */
function someOf(channel: KnownChannel): readonly KnownChannel[] {
  const [page = channel] = pagesOf(channel);
  const posts = channel.posts.slice(page.posts.length, page.posts.length + longRun);
  const captured = posts.at(-1)?.day;
  if (posts.length < longRun || captured === undefined) return [page];
  return [page, { name: channel.name, posts, captured }];
}

/** The first of the best. */
function best(candidates: readonly Candidate[], worth: (candidate: Candidate) => number): Candidate {
  return candidates.reduce((found, candidate) => (worth(candidate) > worth(found) ? candidate : found));
}
