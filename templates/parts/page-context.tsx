import { type ComponentChildren, createContext, type VNode } from "preact";
import { useContext } from "preact/hooks";
import type { Archive } from "../../src/site/model/archive.ts";
import { type Link, linkedMediaUrl, linkFrom, type SitePath } from "../../src/site/model/urls.ts";
import type { Texts } from "../../src/site/texts/texts.ts";

/** What every part of a page may ask for: the archive, the words of its interface, the page's own address and how it links. */
export interface PageView {
  readonly archive: Archive;
  readonly texts: Texts;
  readonly path: SitePath;
  readonly link: Link;
  /** What stands around the main part, where a whole page is rendered. */
  readonly frame: PageFrame;
}

/** The parts around the main part of a page, as HTML made by `frame.tsx`. */
export interface PageFrame {
  readonly masthead: string;
  readonly colophon: string;
}

const noFrame: PageFrame = { masthead: "", colophon: "" };

const CurrentPage = createContext<PageView | undefined>(undefined);

/** The page that is being rendered. Throws an Error outside of one: a part was rendered without `html()`. */
export function usePage(): PageView {
  const page = useContext(CurrentPage);
  if (page === undefined) throw new Error("Cannot render a part of a page outside of a page");
  return page;
}

/** Which page is rendered. */
export interface PageOf {
  readonly archive: Archive;
  readonly path: SitePath;
  /** How the page links; relative unless told otherwise. */
  readonly link?: Link | undefined;
}

interface OnPageProps extends PageOf {
  readonly frame?: PageFrame;
  readonly children: ComponentChildren;
}

/** Tells all parts below it which page they stand on. */
export function OnPage({ archive, path, link = linkFrom(path), frame = noFrame, children }: OnPageProps): VNode {
  const { mediaUrl } = archive.settings;
  const linked: Link = mediaUrl === undefined ? link : (to) => linkedMediaUrl(to, mediaUrl) ?? link(to);
  const view = { archive, texts: archive.texts, path, link: linked, frame };
  return <CurrentPage.Provider value={view}>{children}</CurrentPage.Provider>;
}
