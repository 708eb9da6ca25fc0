import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { withPlainQuotes } from "../../src/site/formats/html-tags.ts";
import type { Settings } from "../../src/site/model/settings.ts";
import {
  absoluteUrl,
  assetPath,
  feedPath,
  homePath,
  logoPath,
  openSearchPath,
  previewPath,
  publishedUrl,
  type SitePath,
} from "../../src/site/model/urls.ts";
import { offeredLanguages } from "../../src/site/texts/texts.ts";
import { frameOf } from "./frame.tsx";
import { OnPage, type PageOf, usePage } from "./page-context.tsx";

/**
 * Nothing is loaded but the site's own files, and pictures and recordings from where they are published if that is elsewhere; nothing inline runs.
 * Pagefind, on the page of the search, needs a worker, and `wasm-unsafe-eval` for its WebAssembly; or that page asks the one engine of the settings.
 */
function contentSecurityPolicy({ mediaUrl, search }: Settings, page: PageProps["runs"]): string {
  const runsPagefind = page === "search" && search === undefined;
  const engine = page === "search" && search !== undefined ? ` ${new URL(search.url).origin}` : "";
  const media = mediaUrl === undefined ? "" : ` ${new URL(mediaUrl).origin}`;
  return [
    "default-src 'none'",
    "style-src 'self'",
    `script-src 'self'${runsPagefind ? " 'wasm-unsafe-eval'" : ""}`,
    `connect-src 'self'${engine}`,
    `img-src 'self'${media}`,
    `media-src 'self'${media}`,
    ...(runsPagefind ? ["worker-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
  ].join("; ");
}

export interface PageProps {
  /** Names the page in the window; the archive's own title is added. Absent on the home page. */
  readonly title?: string;
  readonly description?: string;
  readonly children: ComponentChildren;
  /** What other sites show beside a link to the page; the archive's own picture where absent. */
  readonly image?: SitePath | undefined;
  /** For the page of one post: its whole title. */
  readonly article?: { readonly title: string };
  /** What the page's own feeds follow, where it has any beside those of the whole site. */
  readonly follows?: { readonly page: SitePath; readonly name: string } | undefined;
  /** What the page runs besides small programs of its own. */
  readonly runs?: "search";
  /** Further lines of the head. */
  readonly head?: ComponentChildren;
}

/**
 * Renders a whole page to HTML. The renderer joins a page of thousands of pieces, which V8 keeps as such until somebody
 * reads it; Eleventy holds all pages until it writes the first.
 */
export function html(view: PageOf, page: ComponentChildren): string {
  const made = renderToString(
    <OnPage {...view} frame={frameOf(view)}>
      {page}
    </OnPage>,
  );
  return withPlainQuotes(inOnePiece(`<!DOCTYPE html>\n${made}\n`));
}

/** V8 joins the pieces of a string when a sign of it is asked for. */
function inOnePiece(text: string): string {
  text.charCodeAt(0);
  return text;
}

/** The frame every page has: head, masthead, main part and colophon. */
export function Page(props: PageProps) {
  const { title, description, children, head, article, follows, runs, image = previewPath } = props;
  const { archive, path, link, frame } = usePage();
  const { settings, texts } = archive;
  const offered = offeredLanguages(texts, settings.languages);
  const windowTitle = title === undefined ? settings.title : `${title} · ${settings.title}`;
  return (
    <html lang={texts.language} dir={texts.direction === "rtl" ? "rtl" : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={contentSecurityPolicy(settings, runs)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{windowTitle}</title>
        {/* One element for both: RDFa allows a property beside a name. */}
        <meta name="description" property="og:description" content={description ?? settings.description} />
        <meta name="referrer" content="no-referrer" />
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
        {article === undefined ? (
          <meta property="og:title" content={title ?? settings.title} />
        ) : (
          <meta name="citation_title" property="og:title" content={article.title} />
        )}
        <meta property="og:image" content={publishedUrl(image, settings)} />
        <meta property="og:type" content={article === undefined ? "website" : "article"} />
        <meta property="og:locale" content={texts.openGraphLocale} />
        <link rel="stylesheet" href={link(assetPath("style.css"))} />
        <script src={link(assetPath("theme.js"))} />
        <script src={link(assetPath("reader.js"))} defer />
        {offered.length > 0 && <script type="module" src={link(assetPath("language.js"))} />}
        {head}
      </head>
      <body>
        <a class="skip" href="#main">
          {texts.frame.skip}
        </a>
        <header class="masthead" dangerouslySetInnerHTML={{ __html: frame.masthead }} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer class="colophon" dangerouslySetInnerHTML={{ __html: frame.colophon }} />
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

/** The archive's picture in the tab of a browser, or else Scrollback's. */
function Icon() {
  const { archive, link } = usePage();
  if (archive.logo?.kind === "png") return <link rel="icon" type="image/png" href={link(logoPath("png"))} />;
  const picture = archive.logo === undefined ? assetPath("icon.svg") : logoPath("svg");
  return <link rel="icon" type="image/svg+xml" href={link(picture)} />;
}
