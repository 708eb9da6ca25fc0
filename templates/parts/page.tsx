import type { ComponentChildren, VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Archive } from "../../src/site/archive.ts";
import { extentWords } from "../../src/site/extent.ts";
import {
  aboutPath,
  absoluteUrl,
  assetPath,
  channelsPath,
  feedPath,
  homePath,
  type Link,
  linkFrom,
  type SitePath,
  searchPath,
  tagsPath,
  timelinePath,
} from "../../src/site/urls.ts";

/** Nothing is loaded but the site's own files, nothing inline runs. Pagefind's WebAssembly needs `wasm-unsafe-eval`. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join("; ");

export interface PageProps {
  readonly archive: Archive;
  readonly path: SitePath;
  /** Names the page in the window; the archive's own title is added. Absent on the home page. */
  readonly title?: string;
  readonly description?: string;
  /** How the page links; relative unless told otherwise. */
  readonly link?: Link;
  readonly children: ComponentChildren;
  /** Further lines of the head. */
  readonly head?: ComponentChildren;
}

/** Renders a whole page to HTML. */
export function html(page: VNode): string {
  return `<!DOCTYPE html>\n${renderToString(page)}\n`;
}

/** The frame every page has: head, masthead, main part and colophon. */
export function Page({ archive, path, title, description, children, head, link = linkFrom(path) }: PageProps) {
  const { settings } = archive;
  const windowTitle = title === undefined ? settings.title : `${title} · ${settings.title}`;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={contentSecurityPolicy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{windowTitle}</title>
        <meta name="description" content={description ?? settings.description} />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <meta name="generator" content="Scrollback" />
        <link rel="canonical" href={absoluteUrl(settings.url, path)} />
        <link rel="icon" type="image/svg+xml" href={link(assetPath("icon.svg"))} />
        <link rel="alternate" type="application/atom+xml" title={settings.title} href={link(feedPath)} />
        <link rel="stylesheet" href={link(assetPath("style.css"))} />
        <script src={link(assetPath("theme.js"))} />
        <script src={link(assetPath("reader.js"))} defer />
        {head}
      </head>
      <body>
        <a class="skip" href="#main">
          {archive.texts.frame.skip}
        </a>
        <Masthead archive={archive} path={path} link={link} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Colophon archive={archive} link={link} />
      </body>
    </html>
  );
}

interface FrameProps {
  readonly archive: Archive;
  readonly link: Link;
}

const sections: readonly (readonly [SitePath, string])[] = [
  [timelinePath, "Timeline"],
  [channelsPath, "Channels"],
  [tagsPath, "Tags"],
  [aboutPath, "About"],
];

function Masthead({ archive, path, link }: FrameProps & { readonly path: SitePath }) {
  return (
    <header class="masthead">
      <div class="masthead-row">
        <a class="brand" href={link(homePath)} {...current(path === homePath)}>
          <bdi lang={archive.settings.language}>{archive.settings.title}</bdi>
        </a>
        <nav aria-label="Main">
          <ul>
            {sections.map(([to, name]) => (
              <li key={to}>
                <a href={link(to)} {...current(path.startsWith(to))}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {hasOwnSearch(path) ? (
          <span class="masthead-gap" />
        ) : (
          <search class="masthead-search">
            <SearchForm link={link} label="Search all posts" id="masthead-q" />
          </search>
        )}
        <button type="button" class="theme-switch" id="theme-switch" hidden>
          Dark
        </button>
      </div>
    </header>
  );
}

/** Pages whose main part has a search box need none above it. */
function hasOwnSearch(path: SitePath): boolean {
  return path === homePath || path === searchPath;
}

function current(is: boolean): { readonly "aria-current"?: "page" } {
  return is ? { "aria-current": "page" } : {};
}

/** A search box that leads to the search page. */
export function SearchForm({ link, label, id }: { readonly link: Link; readonly label: string; readonly id: string }) {
  return (
    <form class="search-form" action={link(searchPath)} method="get">
      <label class="hidden" for={id}>
        {label}
      </label>
      <input type="search" id={id} name="q" placeholder={label} autocomplete="off" dir="auto" />
      <button type="submit">Search</button>
    </form>
  );
}

function Colophon({ archive, link }: FrameProps) {
  return (
    <footer class="colophon">
      <div class="colophon-row">
        <p>
          {extentWords(archive)}. Dates are inferred unless a post states its own;{" "}
          <a href={link(aboutPath)}>how this archive was made</a>.
        </p>
        <p>
          <a href={link(feedPath)}>Atom feed</a>
        </p>
      </div>
    </footer>
  );
}
