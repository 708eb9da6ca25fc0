import { byLetter } from "../src/site/analysis/subjects/letters.ts";
import type { Archive } from "../src/site/model/archive.ts";
import { linkFrom, subjectsPath, tagsPath } from "../src/site/model/urls.ts";
import { numeral } from "../src/site/model/wording.ts";
import { html, Page } from "./parts/page.tsx";

interface Data {
  readonly archive: Archive;
}

export const data = { permalink: () => subjectsPath };

/** Every derived subject of the archive, in order of the alphabet. */
export function render({ archive }: Data): string {
  const link = linkFrom(subjectsPath);
  const { texts } = archive;
  const words = texts.subjects;
  const groups = byLetter(archive.compared.subjects.all, texts.locale);
  return html(
    { archive, path: subjectsPath },
    <Page title={words.title} description={words.description}>
      <header class="lead">
        <h1>{words.title}</h1>
        <p class="standfirst">
          {words.derived} <a href={link(tagsPath)}>{words.seeTags}</a>.
        </p>
        {groups.length === 0 && <p class="extent">{words.none}</p>}
      </header>
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
        </section>
      ))}
    </Page>,
  );
}
