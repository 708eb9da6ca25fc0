import { type DumpReport, lineRoles } from "../src/model/ledger.ts";
import { accuracyTable, boundaryTable } from "../src/site/model/accuracy.ts";
import type { Archive } from "../src/site/model/archive.ts";
import { checkCommands, isLineText } from "../src/site/model/check-commands.ts";
import { longDay } from "../src/site/model/dates.ts";
import { extentWords } from "../src/site/model/extent.ts";
import { aboutPath, channelPath, dumpAnchor, dumpPath } from "../src/site/model/urls.ts";
import { numeral } from "../src/site/model/wording.ts";
import { askedWords } from "../src/site/texts/engine-words.ts";
import { html, Page } from "./parts/page.tsx";
import { usePage } from "./parts/page-context.tsx";
import { WideTable } from "./parts/wide-table.tsx";

interface Data {
  readonly archive: Archive;
}

export const data = { permalink: () => aboutPath };

/** What the archive is, how it was made, and an account of every line of every dump. */
export function render({ archive }: Data): string {
  const { dumps } = archive.ledger;
  const { timezone, search } = archive.settings;
  const { texts } = archive;
  const words = texts.about;
  return html(
    { archive, path: aboutPath },
    <Page title={words.title} description={words.description}>
      <header class="lead">
        <h1>{words.heading}</h1>
        <p class="standfirst">{extentWords(archive)}.</p>
      </header>
      <div class="prose">
        <h2>{words.what}</h2>
        <p>{words.whatWords}</p>
        <p>{words.keptWords}</p>
        {search !== undefined && <p>{askedWords(search, texts)}</p>}
        <CheckSection />
        <h2 id="dates">{words.dates}</h2>
        <p>
          {words.datesWords(
            (term) => (
              <em>{term}</em>
            ),
            (example) => (
              <strong>{example}</strong>
            ),
          )}
        </p>
        <p>
          {words.edtfWords((edtf) => (
            <abbr title="Extended Date/Time Format">{edtf}</abbr>
          ))}
          {timezone !== undefined && ` ${texts.frame.timezone(timezone)}`}
        </p>
        <AccuracySection />
        <BoundarySection />
        <Keys />
        <h2 id="dumps">{words.dumps}</h2>
        {dumps.length === 0 ? <p>{words.noDumps}</p> : dumps.map((dump) => <Dump key={dump.file} dump={dump} />)}
      </div>
      {dumps.length > 0 && <LineAccount dumps={dumps} />}
    </Page>,
  );
}

/** How anyone can check a post, shown with one of this archive whose dump is a text. */
function CheckSection() {
  const { archive } = usePage();
  const words = archive.texts.about;
  const example = archive.posts.find(({ post }) => isLineText(post.source))?.post.source;
  return (
    <>
      <h2 id="check">{words.check}</h2>
      {example !== undefined && (
        <>
          <p>{words.checkWords}</p>
          <pre dir="ltr" lang="zxx">
            <code>{checkCommands(example).join("\n")}</code>
          </pre>
        </>
      )}
      <p>
        {words.checkSiteWords((code) => (
          <code lang="zxx">{code}</code>
        ))}
      </p>
    </>
  );
}

/** What the keyboard does on pages; `src/site/client/keys.ts` shows it where a reader asks. */
function Keys() {
  const { texts } = usePage();
  const words = texts.keys;
  const rows = [
    ["/", words.box],
    ["↓ ↑", words.results],
    ["Esc", words.clear],
    ["← →", words.pictures],
    ["Esc", words.closePicture],
    ["?", words.help],
  ] as const;
  return (
    <section id="keys" data-close={texts.gallery.close}>
      <h2>{words.title}</h2>
      <dl class="facts">
        {rows.map(([key, what]) => (
          <div key={what}>
            <dt>
              <kbd lang="zxx">{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function AccuracySection() {
  const { archive } = usePage();
  const words = archive.texts.accuracy;
  return (
    <>
      <h3 id="accuracy">{words.title}</h3>
      <p>{words.method}</p>
      {(["pages", "wholes"] as const).map((stretch) => {
        const { channels, posts, rows } = accuracyTable(stretch, archive.texts.locale);
        if (rows.length === 0) return null;
        return (
          <>
            <p>{words.measured(channels, posts)}</p>
            <Figures
              name={words.stretches[stretch]}
              heads={(["method", "exact", "within3", "meanError", "covered"] as const).map((head) => words.heads[head])}
              rows={rows.map((row) => [words.methods[row.method], row.exact, row.within3, row.meanError, row.covered])}
            />
          </>
        );
      })}
    </>
  );
}

interface FiguresProps {
  readonly name: string;
  readonly heads: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[];
}

/** A table of figures under its name. */
function Figures({ name, heads, rows }: FiguresProps) {
  return (
    <WideTable name={name}>
      <table>
        <caption>{name}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first = "", ...figures]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {figures.map((figure, place) => (
                <td key={heads[place + 1]}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

function BoundarySection() {
  const { archive } = usePage();
  const words = archive.texts.boundaries;
  const { pages, channels, month, rows } = boundaryTable(archive.texts.locale);
  return (
    <>
      <h3 id="boundaries">{words.title}</h3>
      <p>{words.method}</p>
      <p>{words.measured(pages, channels, month)}</p>
      <Figures
        name={words.title}
        heads={(["heldOut", "mean", "lowest", "exact", "sure", "sureOnWorst"] as const).map(
          (head) => words.heads[head],
        )}
        rows={rows.map((row) => [
          words.heldOut[row.heldOut],
          row.mean,
          row.lowest,
          row.exact,
          row.sure,
          row.sureOnWorst,
        ])}
      />
    </>
  );
}

interface DumpProps {
  readonly dump: DumpReport;
}

function Dump({ dump }: DumpProps) {
  const { link, texts } = usePage();
  const words = texts.about;
  return (
    <section class="dump" id={dumpAnchor(dump.sha256)}>
      <h3 class="address">
        <a href={link(dumpPath(dump.sha256))}>{dump.file}</a>
      </h3>
      <dl class="facts">
        <div>
          <dt>{words.channel}</dt>
          <dd>
            <a href={link(channelPath(dump.channel.key))}>
              <bdi>{dump.channel.name}</bdi>
            </a>
          </dd>
        </div>
        <div>
          <dt>{words.holds}</dt>
          <dd>{words.holdsWords(dump.posts, dump.lines, dump.bytes, words.orders[dump.order])}</dd>
        </div>
        <div>
          <dt>{words.readAs}</dt>
          <dd>
            {words.dialect(dump.dialect)}
            <span class="note" dir="auto" lang="en">
              {dump.evidence}
            </span>
          </dd>
        </div>
        {dump.retrieved !== undefined && (
          <div>
            <dt>{words.captured}</dt>
            <dd>{longDay(dump.retrieved, texts)}</dd>
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

interface DumpsProps {
  readonly dumps: readonly DumpReport[];
}

function LineAccount({ dumps }: DumpsProps) {
  const { texts } = usePage();
  const words = texts.about;
  return (
    <section class="account">
      <h2 id="lines">{words.linesTitle}</h2>
      <WideTable name={words.linesTitle}>
        <table>
          <caption>{words.linesCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.dump}</th>
              {lineRoles.map((role) => (
                <th key={role} scope="col">
                  {words.roles[role]}
                </th>
              ))}
              <th scope="col">{words.allLines}</th>
            </tr>
          </thead>
          <tbody>
            {dumps.map((dump) => (
              <tr key={dump.file}>
                <th scope="row">
                  <a href={`#${dumpAnchor(dump.sha256)}`}>{dump.file}</a>
                </th>
                {lineRoles.map((role) => (
                  <td key={role}>{numeral(dump.roles[role], texts)}</td>
                ))}
                <td>{numeral(dump.lines, texts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  );
}
