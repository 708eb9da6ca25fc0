import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import {
  aboutPath,
  channelsPath,
  downloadsPath,
  homePath,
  linksPath,
  listPath,
  logoPath,
  mediaListPath,
  type SitePath,
  searchPath,
  sourcesPath,
  statisticsPath,
  subjectsPath,
  tagsPath,
  timelinePath,
} from "../../src/site/model/urls.ts";
import { ownNameOf } from "../../src/site/model/wording.ts";
import { offeredLanguages, type Texts } from "../../src/site/texts/texts.ts";
import { FeedLinks } from "./feed-links.tsx";
import { OnPage, type PageFrame, type PageOf, usePage } from "./page-context.tsx";

/** Frames by the settings of their archives. */
const known = new WeakMap<object, Map<string, PageFrame>>();

/**
 * What stands around the main part of a page, as HTML. Pages of one folder and depth have the same, made once: it is a quarter of the work of
 * a post's page.
 */
export function frameOf(page: PageOf): PageFrame {
  const { archive, path, link } = page;
  if (link !== undefined) return rendered(page);
  const frames = known.get(archive.settings) ?? new Map<string, PageFrame>();
  known.set(archive.settings, frames);
  const [, folder, ...deeper] = path.split("/");
  const key = JSON.stringify([folder, deeper.length, archive.logo, archive.hasMedia]);
  const frame = frames.get(key) ?? rendered(page);
  frames.set(key, frame);
  return frame;
}

function rendered(page: PageOf): PageFrame {
  const htmlOf = (part: ComponentChildren): string => renderToString(<OnPage {...page}>{part}</OnPage>);
  return { masthead: htmlOf(<Masthead />), colophon: htmlOf(<Colophon />) };
}

/** Where the masthead leads, and the words for it. */
const sections = [
  [timelinePath, "timeline"],
  [channelsPath, "channels"],
  [sourcesPath, "sources"],
  [tagsPath, "tags"],
  [statisticsPath, "statistics"],
  [aboutPath, "about"],
] as const satisfies readonly (readonly [SitePath, keyof Texts["frame"]])[];

function Masthead() {
  const { archive, link, path } = usePage();
  const { texts } = archive;
  const words = texts.frame;
  return (
    <div class="masthead-row">
      <a class="brand" href={link(homePath)} {...current(path === homePath)}>
        <Picture />
        <bdi lang={archive.settings.language}>{archive.settings.title}</bdi>
      </a>
      <nav aria-label={words.main}>
        <ul>
          {sections.map(([to, name]) => (
            <li key={to}>
              <a href={link(to)} {...current(path.startsWith(to))}>
                {words[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {hasOwnSearch(path) ? (
        <span class="masthead-gap" />
      ) : (
        <search class="masthead-search">
          <SearchForm label={words.searchAll} id="masthead-q" />
        </search>
      )}
      <LanguageSwitch />
      <button
        type="button"
        class="theme-switch"
        id="theme-switch"
        hidden
        data-show-dark={words.showDark}
        data-show-light={words.showLight}
      >
        <span class="to-dark">{words.dark}</span>
        <span class="to-light">{words.light}</span>
      </button>
    </div>
  );
}

/** Offers the languages of the interface, each by its own name; a program of the page shows it, since none works without. */
function LanguageSwitch() {
  const { archive, texts } = usePage();
  const offered = offeredLanguages(texts, archive.settings.languages);
  if (offered.length === 0) return null;
  return (
    <select class="language-switch" id="language-switch" hidden aria-label={texts.frame.language}>
      {offered.map((language) => (
        <option key={language} value={language} lang={language}>
          {ownNameOf(language)}
        </option>
      ))}
    </select>
  );
}

/** The archive's picture; the title beside it names what it shows. Its size keeps its place while it loads. */
function Picture() {
  const { archive, link } = usePage();
  const { logo } = archive;
  if (logo === undefined) return null;
  return <img class="logo" src={link(logoPath(logo.kind))} alt="" width={logo.width} height={logo.height} />;
}

/** Pages whose main part has a search box need none above it. */
function hasOwnSearch(path: SitePath): boolean {
  return path === homePath || path === searchPath;
}

function current(is: boolean): { readonly "aria-current"?: "page" } {
  return is ? { "aria-current": "page" } : {};
}

export interface SearchFormProps {
  readonly label: string;
  readonly id: string;
}

/** A search box that leads to the search page. */
export function SearchForm({ label, id }: SearchFormProps) {
  const { link, texts } = usePage();
  return (
    <form class="search-form" action={link(searchPath)} method="get">
      <input
        class="said"
        type="search"
        id={id}
        name="q"
        aria-label={label}
        placeholder={label}
        autocomplete="off"
        dir="auto"
      />
      <button type="submit">{texts.frame.search}</button>
    </form>
  );
}

function Colophon() {
  const { archive, link } = usePage();
  const words = archive.texts.frame;
  const { timezone } = archive.settings;
  return (
    <div class="colophon-row">
      <p>
        {words.dates((howMade) => (
          <a href={link(aboutPath)}>{howMade}</a>
        ))}
        {timezone !== undefined && ` ${words.timezone(timezone)}`}
      </p>
      <p>
        <a href={link(subjectsPath)}>{words.subjects}</a> · <a href={link(linksPath)}>{archive.texts.links.title}</a> ·{" "}
        {archive.hasMedia && (
          <>
            <a href={link(mediaListPath)}>{archive.texts.gallery.title}</a> ·{" "}
          </>
        )}
        <a href={link(listPath)}>{archive.texts.selection.title}</a> ·{" "}
        <a href={link(downloadsPath)}>{words.downloads}</a>
      </p>
      <FeedLinks page={homePath} />
    </div>
  );
}
