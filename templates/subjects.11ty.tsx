import { byLetter } from "../src/site/analysis/subjects/letters.ts";
import type { Subject } from "../src/site/analysis/subjects/subjects.ts";
import type { Archive } from "../src/site/model/archive.ts";
import type { SubjectList } from "../src/site/model/subject-lists.ts";
import { linkFrom, subjectsPath, subjectsPathOf, tagsPath } from "../src/site/model/urls.ts";
import { numeral } from "../src/site/model/wording.ts";
import { Choice } from "./parts/choice.tsx";
import { html, Page } from "./parts/page.tsx";
import { usePage } from "./parts/page-context.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: SubjectList;
}

export const data = {
  pagination: { data: "archive.subjectLists", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** Every derived subject of the archive, or those of one kind, in order of the alphabet. */
export function render({ archive, item }: Data): string {
  const link = linkFrom(item.path);
  const { texts } = archive;
  const words = texts.subjects;
  const groups = byLetter(item.subjects, texts.locale);
  const kind = item.kind === undefined ? undefined : words.manyOf[item.kind];
  return html(
    { archive, path: item.path },
    <Page title={kind === undefined ? words.title : `${kind} · ${words.title}`} description={words.description}>
      <header class="lead">
        {kind !== undefined && (
          <p class="kicker">
            <a href={link(subjectsPath)}>{words.title}</a>
          </p>
        )}
        <h1>{kind ?? words.title}</h1>
        <p class="standfirst">
          {words.derived} <a href={link(tagsPath)}>{words.seeTags}</a>.
        </p>
        {groups.length === 0 && <p class="extent">{words.none}</p>}
        {item.kinds.length > 0 && <p class="extent">{words.kindsAre}</p>}
      </header>
      <Kinds item={item} />
      {item.most.length > 0 && (
        <section class="letter" aria-labelledby="most">
          <h2 id="most">{words.most}</h2>
          <SubjectIndex subjects={item.most} />
        </section>
      )}
      {groups.length > 0 && (
        <nav class="letters" aria-label={words.letters}>
          <ul>
            {groups.map(({ letter }, index) => (
              <li key={letter}>
                <a href={`#s${index + 1}`}>{letter}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {groups.map(({ letter, subjects }, index) => (
        <section class="letter" key={letter} aria-labelledby={`s${index + 1}`}>
          <h2 id={`s${index + 1}`}>{letter}</h2>
          <SubjectIndex subjects={subjects} />
        </section>
      ))}
    </Page>,
  );
}

function SubjectIndex({ subjects }: { readonly subjects: readonly Subject[] }) {
  const { link, texts } = usePage();
  return (
    <ul class="index wide-index">
      {subjects.map((subject) => (
        <li key={subject.key}>
          <a href={link(subject.path)} dir="auto">
            {subject.label}
          </a>{" "}
          <span class="count">{numeral(subject.posts.length, texts)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Of which kind the subjects are to be: plain links, each to a page of its own. */
function Kinds({ item }: Pick<Data, "item">) {
  const { texts } = usePage();
  const words = texts.subjects;
  if (item.kinds.length === 0) return null;
  return (
    <nav aria-label={words.kind}>
      <ul class="tags choices">
        <li class="faint">{words.kind}</li>
        {[undefined, ...item.kinds].map((kind) => (
          <Choice key={kind ?? ""} to={subjectsPathOf(kind)} isChosen={kind === item.kind}>
            {kind === undefined ? texts.gallery.all : words.manyOf[kind]}
          </Choice>
        ))}
      </ul>
    </nav>
  );
}
