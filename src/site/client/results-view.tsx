import { untitled } from "../search/details.ts";
import type { Found } from "./bundle.ts";
import { excerptParts } from "./excerpt.ts";

/** The posts that were found. Titles and excerpts come from dumps: they are set as text, never as markup. */
export function Results({ found, root }: { readonly found: readonly Found[]; readonly root: string }) {
  if (found.length === 0) return null;
  return (
    <ol class="posts results">
      {found.map(({ details, title, path, excerpt }) => (
        <li class="post-line" key={path}>
          <article class="summary">
            <h2 dir="auto" {...langOf(details.language)}>
              <a href={new URL(path, root).href}>{title === "" ? untitled : title}</a>
            </h2>
            <p class="excerpt" dir="auto" {...langOf(details.language)}>
              {excerptParts(excerpt).map((part) => (part.marked ? <mark>{part.text}</mark> : part.text))}
            </p>
            <p class="meta">
              <span>{details.when}</span>
              <span>
                <bdi>{details.channel}</bdi>
              </span>
            </p>
          </article>
        </li>
      ))}
    </ol>
  );
}

function langOf(language: string): { readonly lang?: string } {
  return language === "" ? {} : { lang: language };
}
