import { candidateBars } from "../../src/site/charts/candidate-bars.ts";
import { shortDay } from "../../src/site/model/dates.ts";
import type { ShownAudit } from "../../src/site/model/dating-audits.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import { langOf, percentage } from "../../src/site/model/wording.ts";
import { usePage } from "./page-context.tsx";
import { ListedDate } from "./post-list.tsx";

interface OfPost {
  readonly page: PostPage;
}

/** How a post's day was found: the days that its text names, the posts that hold it, and the days that came into question. */
export function HowDated({ page }: OfPost) {
  const { archive, texts } = usePage();
  const audit = archive.datingAudits.of(page);
  if (audit === undefined) return null;
  return (
    <details class="audit">
      <summary>{texts.audit.title}</summary>
      <NamedDays page={page} audit={audit} />
      <Held audit={audit} />
      <CameIntoQuestion page={page} audit={audit} />
    </details>
  );
}

interface PartProps extends OfPost {
  readonly audit: ShownAudit;
}

function NamedDays({ page, audit: { days } }: PartProps) {
  const { texts } = usePage();
  const words = texts.audit;
  if (days.length === 0) return <p>{words.noDays}</p>;
  return (
    <table>
      <caption>{words.days}</caption>
      <tbody>
        {days.map((day) => (
          <tr key={day.offset}>
            <th scope="row">
              <q dir="auto" {...langOf(page.post.language)}>
                {day.words.replace(/\s+/gu, " ")}
              </q>
              {day.first !== undefined && day.first === day.last && (
                <time datetime={day.first}>{shortDay(day.first, texts)}</time>
              )}
            </th>
            <td>{words.outcomes[day.outcome]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Held({ audit: { before, after, isByNumber } }: Pick<PartProps, "audit">) {
  const { link, texts } = usePage();
  const words = texts.audit;
  const ends = [
    [words.before, before],
    [words.after, after],
  ] as const;
  if (before === undefined && after === undefined) return <p>{words.heldByNone}</p>;
  return (
    <>
      <p class="caption">{isByNumber ? words.heldByNumber : words.held}</p>
      <ul>
        {ends.map(
          ([name, other]) =>
            other && (
              <li key={name}>
                {name}{" "}
                <a href={link(other.path)} dir="auto" {...langOf(other.post.language)}>
                  {other.title}
                </a>
                , <ListedDate page={other} />
              </li>
            ),
        )}
      </ul>
    </>
  );
}

function CameIntoQuestion({ page, audit: { candidates, likelier } }: PartProps) {
  const { texts } = usePage();
  const words = texts.audit;
  if (candidates.length === 0) return <p>{words.noCandidates}</p>;
  const { best } = page.post.dating;
  const bars = candidateBars(candidates, best);
  const own = candidates.find(({ day }) => day === best)?.probability ?? 0;
  const isTop = candidates.every(({ probability }) => probability <= own);
  return (
    <>
      <svg class="candidates" viewBox={`0 0 ${bars.width} ${bars.height}`} width={bars.width} aria-hidden="true">
        <path d={bars.others} />
        <path class="best" d={bars.best} />
      </svg>
      <table>
        <caption>{words.candidates}</caption>
        <tbody>
          {candidates
            .filter(({ probability }) => probability > 0)
            .map(({ day, probability }) => (
              <tr key={day} class={day === best ? "best" : undefined}>
                <th scope="row">
                  <time datetime={day}>{shortDay(day, texts)}</time>
                </th>
                <td>{percentage(probability, texts)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <p>
        {likelier !== undefined
          ? words.likelier(
              shortDay(likelier.day, texts),
              percentage(likelier.probability, texts),
              percentage(own, texts),
            )
          : isTop
            ? words.likeliest
            : words.notLikeliest}
      </p>
    </>
  );
}
