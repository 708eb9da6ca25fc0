import type { WebRecord } from "../src/model/ledger.ts";
import type { LineRange } from "../src/model/post.ts";
import type { Archive } from "../src/site/model/archive.ts";
import { momentIn } from "../src/site/model/dates.ts";
import { linesIn } from "../src/site/model/dump-lines.ts";
import type { DumpLine, DumpPage, LineGroup } from "../src/site/model/dump-pages.ts";
import type { ExportEntry } from "../src/site/model/export-entries.ts";
import type { PostPage } from "../src/site/model/post-page.ts";
import { toldZones } from "../src/site/model/told-zones.ts";
import { aboutPath, dumpAnchor, lineAnchor, linkFrom, withAnchor } from "../src/site/model/urls.ts";
import { comma, editorWords, isOneLine, langOf, lineRanges, numeral } from "../src/site/model/wording.ts";
import type { Texts } from "../src/site/texts/texts.ts";
import { html, Page } from "./parts/page.tsx";
import { usePage } from "./parts/page-context.tsx";
import { PageSteps } from "./parts/pager.tsx";
import { ListedDate } from "./parts/post-list.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: DumpPage;
}

export const data = {
  pagination: { data: "lists.dumpPages", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** The lines of a dump as they were captured, each with its number, its role and its post. */
export function render({ archive, item }: Data): string {
  const link = linkFrom(item.path);
  const { texts } = archive;
  const words = texts.dump;
  const { report, state } = item.topic;
  const title = words.title(report.file);
  const count = (line: number): string => numeral(line, texts);
  const range =
    item.entries.length === 0
      ? words.range(count(item.first), count(item.last), count(report.lines))
      : words.posts(count(item.first), count(item.last), count(item.topic.size));
  return html(
    { archive, path: item.path },
    <Page
      title={item.number === 1 ? title : `${title}${comma(texts)}${range}`}
      description={words.description(report.file)}
    >
      <header class="lead">
        <p class="kicker">
          <a href={link(withAnchor(aboutPath, dumpAnchor(report.sha256)))}>{texts.about.dumps}</a>
        </p>
        <h1 class="address">{report.file}</h1>
        <p class="standfirst">
          {words.states[state]}
          {(state === "kept" || item.entries.length > 0) && ` ${words.shown(range)}`}
        </p>
        {item.topic.isUnsure && <p>{words.unsure}</p>}
        <p class="extent">
          SHA-256 <code class="hash">{report.sha256}</code>
        </p>
        {report.record !== undefined && <RecordFacts record={report.record} />}
      </header>
      {state === "kept" ? (
        <Lines item={item} />
      ) : item.entries.length > 0 ? (
        <ol class="posts">
          {item.entries.map((entry) => (
            <Entry key={entry.lines[0]?.[0]} entry={entry} item={item} />
          ))}
        </ol>
      ) : (
        <Posts item={item} />
      )}
      <PageSteps
        label={texts.dump.pages}
        previous={item.earlier}
        next={item.later}
        names={
          item.entries.length > 0
            ? { previous: texts.dump.earlierPosts, next: texts.dump.laterPosts }
            : { previous: texts.dump.earlier, next: texts.dump.later }
        }
      />
    </Page>,
  );
}

interface RecordFactsProps {
  readonly record: WebRecord;
}

/** Where in a web archive a capture stands, so that anybody can find it there again. */
function RecordFacts({ record: { url, moment, id, offset, digest } }: RecordFactsProps) {
  const words = usePage().texts.dump.record;
  const facts = [
    [words.address, url],
    [words.moment, moment],
    [words.id, id],
    [words.place, `${offset}`],
    [words.digest, digest],
  ] as const;
  return (
    <dl class="facts">
      {facts.map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <code class="hash">{value}</code>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

interface PartProps {
  readonly item: DumpPage;
}

/** Longer runs of lines are folded; an address of a line opens its run. */
const longestRun = 12;

function Lines({ item }: PartProps) {
  const { texts } = usePage();
  const words = texts.dump;
  const runs = item.groups.flatMap((group) => {
    const [first, last] = [group.lines[0], group.lines.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ group, first: first.number, lines: lineRanges([[first.number, last.number]]) }];
  });
  return (
    <>
      {runs.length > 2 && (
        <nav aria-labelledby="runs">
          <details class="jump">
            <summary id="runs">{words.onPage}</summary>
            <ol class="index">
              {runs.map(
                ({ group: { post }, first, lines }) =>
                  post !== undefined && (
                    <li key={first}>
                      <a href={`#${lineAnchor(first)}`} dir="auto" {...langOf(post.post.language)}>
                        {post.title}
                      </a>{" "}
                      <span class="count">{lines}</span>
                    </li>
                  ),
              )}
            </ol>
          </details>
        </nav>
      )}
      {runs.map(({ group, first, lines }) => (
        <div class="run" key={first}>
          <h2>
            <Owner group={group} words={words} />
          </h2>
          <details open={group.lines.length <= longestRun}>
            <summary>{words.lines(lines, group.lines.length === 1)}</summary>
            <table class="lines">
              <thead class="hidden">
                <tr>
                  <th scope="col">{words.line}</th>
                  <th scope="col">{words.role}</th>
                  <th scope="col">{words.text}</th>
                </tr>
              </thead>
              <tbody>
                {group.lines.map((line) => (
                  <Line key={line.number} line={line} group={group} />
                ))}
              </tbody>
            </table>
          </details>
        </div>
      ))}
    </>
  );
}

interface OwnerProps {
  readonly group: LineGroup;
  readonly words: Texts["dump"];
}

function Owner({ group: { post, ofPost, withdrawn, outside }, words }: OwnerProps) {
  const { link, texts } = usePage();
  if (withdrawn) return <span class="faint">{words.ofWithdrawn}</span>;
  if (outside !== undefined) {
    const who = editorWords(outside, texts);
    return <span class="faint">{who === undefined ? words.noPostSet : texts.dating.by(words.noPostSet, who)}</span>;
  }
  if (post === undefined) return <span class="faint">{ofPost ? words.otherPost : words.noPost}</span>;
  return (
    <a href={link(post.path)} dir="auto" {...langOf(post.post.language)}>
      {post.title}
    </a>
  );
}

interface LineProps {
  readonly line: DumpLine;
  readonly group: LineGroup;
}

function Line({ line: { number, text, role }, group: { withdrawn, outside } }: LineProps) {
  const { texts } = usePage();
  const isSetOutside = outside !== undefined && role === "furniture";
  // Every line of a quote has words, but for one whose post was taken out.
  const hidden = withdrawn || (role === "reply" && text === "");
  return (
    <tr id={lineAnchor(number)}>
      <td>
        <a href={`#${lineAnchor(number)}`}>{number}</a>
      </td>
      <td>{isSetOutside ? texts.dump.noPost : role !== undefined && texts.about.roles[role]}</td>
      {hidden ? <td class="faint">{texts.dump.withdrawn}</td> : <td dir="auto">{text}</td>}
    </tr>
  );
}

function LinesOf({ lines }: { readonly lines: readonly LineRange[] }) {
  return usePage().texts.dump.lines(lineRanges(lines), isOneLine(lines));
}

/** What can be told of a dump whose text is not here: the posts that were read from it, and from which lines. */
function Posts({ item }: PartProps) {
  const { link } = usePage();
  return (
    <ol class="posts">
      {item.topic.posts.map((page) => (
        <li class="post-line" key={page.path}>
          <p class="margin">
            <LinesOf lines={linesIn(page.post, item.topic.report.sha256)} />
          </p>
          <article class="summary">
            <h2 dir="auto" {...langOf(page.post.language)}>
              <a href={link(page.path)}>{page.title}</a>
            </h2>
            <p class="meta">
              <ListedDate page={page} />
            </p>
          </article>
        </li>
      ))}
    </ol>
  );
}

interface EntryProps {
  readonly entry: ExportEntry;
  readonly item: DumpPage;
}

/** A post of an export: the numbers of its lines, what the export tells of it, and the lines. */
function Entry({ entry: { post, lines, anchors, raw }, item }: EntryProps) {
  const {
    archive: { settings },
    texts,
    link,
  } = usePage();
  const words = texts.dump;
  return (
    <li class="post-line">
      <p class="margin">
        {lines.map((range, index) => (
          <span key={range[0]} id={anchors.has(range[0]) ? lineAnchor(range[0]) : undefined}>
            {index > 0 && ", "}
            {index === 0 ? words.lines(lineRanges([range]), isOneLine(lines)) : lineRanges([range])}
          </span>
        ))}
      </p>
      {post === undefined ? (
        <p class="faint">{words.ofWithdrawn}</p>
      ) : (
        <article class="summary">
          <h2 dir="auto" {...langOf(post.post.language)}>
            <a href={link(post.path)}>{post.title}</a>
          </h2>
          <p class="meta">
            {post.post.number !== undefined && `${words.number(post.post.number)} · `}
            <Moment page={post} zone={toldZones(post.post, settings, () => item.topic.report.timezone)[0] ?? "UTC"} />
          </p>
          {raw === undefined && item.topic.state === "export" && <p class="faint">{words.notShown}</p>}
          {raw !== undefined && (
            <details class="raw">
              <summary>{words.asInFile}</summary>
              <pre dir="ltr">
                {raw.text}
                {raw.cut > 0 && words.cut(numeral(raw.cut, texts))}
              </pre>
            </details>
          )}
        </article>
      )}
    </li>
  );
}

interface MomentProps {
  readonly page: PostPage;
  readonly zone: string;
}

/** The moment that the export tells; the day where it tells no more. */
function Moment({ page, zone }: MomentProps) {
  const { texts } = usePage();
  const { published } = page.post;
  if (published === undefined) return <ListedDate page={page} />;
  return <time datetime={published}>{texts.record.moment(momentIn(zone, published, texts), zone)}</time>;
}
