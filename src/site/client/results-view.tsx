import type { Found } from "./bundle.ts";
import { excerptParts } from "./excerpt.ts";

/** The posts that were found. Titles and excerpts come from dumps: they are set as text, never as markup. */
export function Results({ found, root }: { readonly found: readonly Found[]; readonly root: string }) {
  if (found.length === 0) return null;
  return (
    <ol class="posts results">
      {found.map(({ meta, path, excerpt }) => (
        <li class="post-line" key={path}>
          <article class="summary">
            <h2 dir="auto" {...langOf(meta.language)}>
              <a href={new URL(path, root).href}>{meta.title}</a>
            </h2>
            <p class="excerpt" dir="auto" {...langOf(meta.language)}>
              {excerptParts(excerpt).map((part) => (part.marked ? <mark>{part.text}</mark> : part.text))}
            </p>
            <p class="meta">
              <span>{meta.when}</span>
              <span>
                <bdi>{meta.channel}</bdi>
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
