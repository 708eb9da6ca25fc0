import { accuracy } from "../src/dating/accuracy.ts";
import { type DumpReport, lineRoles } from "../src/ledger.ts";
import { noticeLine } from "../src/notice.ts";
import { accuracyTable } from "../src/site/accuracy.ts";
import type { Archive } from "../src/site/archive.ts";
import { longDay } from "../src/site/dates.ts";
import { extentWords } from "../src/site/extent.ts";
import { aboutPath, channelPath, dumpAnchor, type Link, linkFrom } from "../src/site/urls.ts";
import { counted, numeral, orderWords, roleWords } from "../src/site/wording.ts";
import { html, Page } from "./parts/page.tsx";

interface Data {
  readonly archive: Archive;
}

export const data = { permalink: () => aboutPath };

/** What the archive is, how it was made, and an account of every line of every dump. */
export function render({ archive }: Data): string {
  const link = linkFrom(aboutPath);
  const { dumps } = archive.ledger;
  const { timezone } = archive.settings;
  return html(
    <Page archive={archive} path={aboutPath} title="About" description="What this archive is and how it was made.">
      <header class="lead">
        <h1>About this archive</h1>
        <p class="standfirst">{extentWords(archive)}.</p>
      </header>
      <div class="prose">
        <h2>What it is</h2>
        <p>
          The posts come from text dumps of Telegram channel pages: captures that hold a page's words and nothing else,
          no times, no post numbers, no pictures. Scrollback reads such a dump, finds where each post begins and ends,
          dates it, and gives it a page with an address that stays. Every post names the dump and the lines that it was
          read from, so that anyone who has the dump can check it.
        </p>
        <p>The dumps are kept as they were captured. Where a damage of a dump was mended, the post's record says so.</p>
        <h2 id="dates">How dates are inferred</h2>
        <p>
          The dumps tell no dates of posts. A post counts as dated only where its own text states its day beyond doubt;
          such a day is called <em>stated</em>. All others are <em>inferred</em> from the days that posts name, the
          tense in which they speak of them, anniversaries, the order of the posts on the page and the day of the
          capture. An inferred date comes as a best day and an interval that is meant to hold the true day nine times
          out of ten, with the words it rests on. In lists <abbr title="circa: the day is inferred">c.</abbr> marks an
          inferred day, and a post whose interval is a week or longer shows the interval instead.
        </p>
        <p>
          The field <abbr title="Extended Date/Time Format">EDTF</abbr> states the same in the form that libraries use
          (ISO 8601-2).{timezone !== undefined && ` Days are calendar days in the time zone ${timezone}.`}
        </p>
        <AccuracySection archive={archive} />
        <h2 id="dumps">The dumps</h2>
        {dumps.length === 0 ? (
          <p>No dump has been imported yet.</p>
        ) : (
          dumps.map((dump) => <Dump key={dump.file} dump={dump} link={link} />)
        )}
      </div>
      {dumps.length > 0 && <LineAccount dumps={dumps} />}
      <Notices dumps={dumps} />
    </Page>,
  );
}

function AccuracySection({ archive }: { readonly archive: Archive }) {
  const { accuracy: words } = archive.texts;
  return (
    <>
      <h3 id="accuracy">{words.title}</h3>
      <p>{words.method}</p>
      {(["pages", "wholes"] as const).map((stretch) => {
        const { channels, posts, rows } = accuracyTable(accuracy, stretch, archive.settings.language);
        if (rows.length === 0) return null;
        return (
          <>
            <p>{words.measured(channels, posts)}</p>
            <div class="table-scroll">
              <table>
                <caption>{words.stretches[stretch]}</caption>
                <thead>
                  <tr>
                    {(["method", "exact", "within3", "meanError", "covered"] as const).map((head) => (
                      <th key={head} scope="col">
                        {words.heads[head]}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.method}>
                      <th scope="row">{words.methods[row.method]}</th>
                      <td>{row.exact}</td>
                      <td>{row.within3}</td>
                      <td>{row.meanError}</td>
                      <td>{row.covered}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        );
      })}
    </>
  );
}

function Dump({ dump, link }: { readonly dump: DumpReport; readonly link: Link }) {
  return (
    <section class="dump" id={dumpAnchor(dump.sha256)}>
      <h3 class="address">{dump.file}</h3>
      <dl class="facts">
        <div>
          <dt>Channel</dt>
          <dd>
            <a href={link(channelPath(dump.channel.key))}>
              <bdi>{dump.channel.name}</bdi>
            </a>
          </dd>
        </div>
        <div>
          <dt>Holds</dt>
          <dd>
            {counted(dump.posts, "post")} in {counted(dump.lines, "line")}, {counted(dump.bytes, "byte")},{" "}
            {orderWords[dump.order]}
          </dd>
        </div>
        <div>
          <dt>Read as</dt>
          <dd>
            “{dump.dialect}”
            <span class="note" dir="auto">
              {dump.evidence}
            </span>
          </dd>
        </div>
        {dump.retrieved !== undefined && (
          <div>
            <dt>Captured</dt>
            <dd>{longDay(dump.retrieved)}</dd>
          </div>
        )}
        <div>
          <dt>SHA-256</dt>
          <dd>
            <code class="hash">{dump.sha256}</code>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function LineAccount({ dumps }: { readonly dumps: readonly DumpReport[] }) {
  return (
    <section class="account">
      <h2 id="lines">Where every line went</h2>
      <div class="table-scroll">
        <table>
          <caption>Lines of each dump by what they are. Nothing is left out: the roles add up to the lines.</caption>
          <thead>
            <tr>
              <th scope="col">Dump</th>
              {lineRoles.map((role) => (
                <th key={role} scope="col">
                  {roleWords[role]}
                </th>
              ))}
              <th scope="col">All lines</th>
            </tr>
          </thead>
          <tbody>
            {dumps.map((dump) => (
              <tr key={dump.file}>
                <th scope="row">
                  <a href={`#${dumpAnchor(dump.sha256)}`}>{dump.file}</a>
                </th>
                {lineRoles.map((role) => (
                  <td key={role}>{numeral(dump.roles[role])}</td>
                ))}
                <td>{numeral(dump.lines)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Notices({ dumps }: { readonly dumps: readonly DumpReport[] }) {
  const lines = dumps.flatMap((dump) => dump.notices).map(noticeLine);
  if (lines.length === 0) return null;
  return (
    <section class="notices" aria-labelledby="notices">
      <h2 id="notices">Notices</h2>
      <p>What the reading of the dumps found doubtful, and what it did about it.</p>
      <ul>
        {lines.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}
