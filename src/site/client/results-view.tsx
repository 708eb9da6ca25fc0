import { type ExcerptPart, markedIn, resultExcerpt } from "../search/excerpt.ts";
import { markParameter, wantedText } from "../search/mark-address.ts";
import type { Wanted, WantedForms } from "../search/wanted.ts";

/** What is shown of a post that was found. */
export interface Found {
  /** Relative to the root of the site. */
  readonly path: string;
  readonly title: string;
  readonly text: string;
  /** The date in words. */
  readonly when: string;
  /** Whether its day lies in the time asked for only possibly. */
  readonly isPossible?: boolean;
  readonly channel: string;
  /** BCP 47 tag; `und` where it is not known. */
  readonly language: string;
}

/** Posts to show, and what to mark in them. */
export interface ResultsProps {
  readonly found: readonly Found[];
  /** Address of the root of the site. */
  readonly root: string;
  readonly wanted: WantedForms;
  /** How a post is marked that is of the time asked for only possibly. */
  readonly possibly?: string;
}

/** The posts that were found. Titles and excerpts come from dumps: they are set as text, never as markup. */
export function Results({ found, root, wanted, possibly }: ResultsProps) {
  if (found.length === 0) return null;
  return (
    <ol class="posts results">
      {found.map(({ path, title, text, when, isPossible, channel, language }) => (
        <li class="post-line" key={path}>
          <article class="summary">
            <h2 dir="auto" {...langOf(language)}>
              <a href={addressOf(path, root, wanted)}>
                <Parts parts={markedIn(title, language, wanted)} />
              </a>
            </h2>
            <p class="excerpt" dir="auto" {...langOf(language)}>
              <Parts parts={resultExcerpt(text, title, language, wanted)} />
            </p>
            <p class="meta">
              <span>{when}</span>
              {isPossible && <span class="wide">{possibly}</span>}
              <span>
                <bdi>{channel}</bdi>
              </span>
            </p>
          </article>
        </li>
      ))}
    </ol>
  );
}

function Parts({ parts }: { readonly parts: readonly ExcerptPart[] }) {
  return <>{parts.map((part) => (part.marked ? <mark>{part.text}</mark> : part.text))}</>;
}

/** The address of a post, with what to mark on its page. */
function addressOf(path: string, root: string, wanted: Wanted): string {
  const address = new URL(path, root);
  const marks = wantedText(wanted);
  if (marks !== "") address.searchParams.set(markParameter, marks);
  return address.href;
}

function langOf(language: string): { readonly lang?: string } {
  return language === "und" ? {} : { lang: language };
}
