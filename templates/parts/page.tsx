import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Day } from "../../src/model/day.ts";
import {
  aboutPath,
  absoluteUrl,
  assetPath,
  channelsPath,
  downloadsPath,
  feedPath,
  homePath,
  linksPath,
  logoPath,
  openSearchPath,
  type SitePath,
  searchPath,
  sourcesPath,
  statisticsPath,
  subjectsPath,
  tagsPath,
  timelinePath,
} from "../../src/site/model/urls.ts";
import type { Texts } from "../../src/site/texts/texts.ts";
import { FeedLinks } from "./feed-links.tsx";
import { OnPage, type OnPageProps, usePage } from "./page-context.tsx";

/** Nothing is loaded but the site's own files, nothing inline runs. Pagefind's WebAssembly needs `wasm-unsafe-eval`. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "font-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join("; ");

export interface PageProps {
  /** Names the page in the window; the archive's own title is added. Absent on the home page. */
  readonly title?: string;
  readonly description?: string;
  readonly children: ComponentChildren;
  /** For the page of one post: its day where that is certain. */
  readonly article?: { readonly published?: Day };
  /** What the page's own feeds follow, where it has any beside those of the whole site. */
  readonly follows?: { readonly page: SitePath; readonly name: string } | undefined;
  /** Further lines of the head. */
  readonly head?: ComponentChildren;
}

/**
 * Renders a whole page to HTML. The renderer joins a page of thousands of pieces, which V8 keeps as such until somebody
 * reads it; Eleventy holds all pages until it writes the first. Through bytes it becomes one piece, of less than half.
 */
export function html(view: Omit<OnPageProps, "children">, page: ComponentChildren): string {
  return Buffer.from(`<!DOCTYPE html>\n${renderToString(<OnPage {...view}>{page}</OnPage>)}\n`).toString();
}

/** The frame every page has: head, masthead, main part and colophon. */
export function Page(props: PageProps) {
  const { title, description, children, head, article, follows } = props;
  const { archive, path, link } = usePage();
  const { settings, texts } = archive;
  const windowTitle = title === undefined ? settings.title : `${title} · ${settings.title}`;
  return (
    <html lang={texts.language} dir={texts.direction === "rtl" ? "rtl" : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={contentSecurityPolicy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{windowTitle}</title>
        {/* One element for both: RDFa allows a property beside a name. */}
        <meta name="description" property="og:description" content={description ?? settings.description} />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <meta name="generator" content="Scrollback" />
        <link rel="canonical" href={absoluteUrl(settings.url, path)} />
        <Icon />
        <Feeds page={homePath} name={settings.title} />
        {follows !== undefined && <Feeds page={follows.page} name={follows.name} />}
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title={settings.title}
          href={link(openSearchPath)}
        />
        <meta property="og:site_name" content={settings.title} />
        <meta property="og:title" content={title ?? settings.title} />
        <meta property="og:type" content={article === undefined ? "website" : "article"} />
        <meta property="og:locale" content={texts.openGraphLocale} />
        {article?.published !== undefined && <meta property="article:published_time" content={article.published} />}
        <link rel="stylesheet" href={link(assetPath("style.css"))} />
        <script src={link(assetPath("theme.js"))} />
        <script src={link(assetPath("reader.js"))} defer />
        {head}
      </head>
      <body>
        <a class="skip" href="#main">
          {texts.frame.skip}
        </a>
        <Masthead />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Colophon />
      </body>
    </html>
  );
}

interface FeedsProps {
  readonly page: SitePath;
  readonly name: string;
}

function Feeds({ page, name }: FeedsProps) {
  const { link } = usePage();
  return (
    <>
      <link rel="alternate" type="application/atom+xml" title={name} href={link(feedPath(page, "atom"))} />
      <link rel="alternate" type="application/feed+json" title={name} href={link(feedPath(page, "json"))} />
    </>
  );
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
    <header class="masthead">
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
    </header>
  );
}

/** The archive's picture in the tab of a browser, or else Scrollback's. */
function Icon() {
  const { archive, link } = usePage();
  if (archive.logo?.kind === "png") return <link rel="icon" type="image/png" href={link(logoPath("png"))} />;
  const picture = archive.logo === undefined ? assetPath("icon.svg") : logoPath("svg");
  return <link rel="icon" type="image/svg+xml" href={link(picture)} />;
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
      <input type="search" id={id} name="q" aria-label={label} placeholder={label} autocomplete="off" dir="auto" />
      <button type="submit">{texts.frame.search}</button>
    </form>
  );
}

function Colophon() {
  const { archive, link } = usePage();
  const words = archive.texts.frame;
  const { timezone } = archive.settings;
  return (
    <footer class="colophon">
      <div class="colophon-row">
        <p>
          {words.dates((howMade) => (
            <a href={link(aboutPath)}>{howMade}</a>
          ))}
          {timezone !== undefined && ` ${words.timezone(timezone)}`}
        </p>
        <p>
          <a href={link(subjectsPath)}>{words.subjects}</a> · <a href={link(linksPath)}>{archive.texts.links.title}</a>{" "}
          · <a href={link(downloadsPath)}>{words.downloads}</a>
        </p>
        <FeedLinks page={homePath} />
      </div>
    </footer>
  );
}
