import type { Day } from "../../model/day.ts";
import type { Archive } from "../model/archive.ts";
import { dateLine, structuredDate } from "../model/dating.ts";
import { wholeTitle } from "../model/headline.ts";
import type { PostPage } from "../model/post-page.ts";
import { absoluteUrl, homePath } from "../model/urls.ts";
import { boundaryLine } from "../model/wording.ts";
import type { Texts } from "../texts/texts.ts";

/** What a post's page says of it to other programs, the page's own among them. */
export interface Posting {
  readonly url: string;
  readonly identifier: string;
  readonly headline: string;
  readonly inLanguage?: string;
  readonly datePublished?: Day;
  readonly temporalCoverage?: `${Day}/${Day}`;
  readonly author: { readonly name: string };
  readonly isPartOf: { readonly name: string };
}

/**
 * A post as schema.org's `SocialMediaPosting`. `datePublished` is there only where the day is a fact; what is known of
 * any other is its `temporalCoverage`. The page's own text and description are not said again.
 */
export function postingOf(page: PostPage, { settings, texts }: Pick<Archive, "settings" | "texts">): Posting {
  const { post } = page;
  const posting = {
    "@context": "https://schema.org",
    "@type": "SocialMediaPosting",
    url: absoluteUrl(settings.url, page.path),
    identifier: post.id,
    headline: wholeTitle(post, texts),
    ...(post.language === "und" ? {} : { inLanguage: post.language }),
    ...structuredDate(post.dating, page.date.kind),
    ...correctionsOf(page, texts),
    author: {
      "@type": "Organization",
      name: post.channel.name,
      ...(post.channel.handle === undefined ? {} : { sameAs: `https://t.me/${post.channel.handle}` }),
    },
    ...(post.forwardedFrom === undefined
      ? {}
      : {
          sharedContent: {
            "@type": "SocialMediaPosting",
            author: { "@type": "Organization", name: post.forwardedFrom },
          },
        }),
    ...(post.tags.length === 0 ? {} : { keywords: post.tags.map((tag) => tag.label) }),
    isPartOf: { "@type": "Collection", name: settings.title, url: absoluteUrl(settings.url, homePath) },
  };
  return posting;
}

/** What editors set: schema.org's `correction`, in words. */
function correctionsOf({ post, date }: PostPage, texts: Texts): { readonly correction?: readonly string[] } {
  const told = [
    ...(post.dating.basis === "given" ? [dateLine(date, texts)] : []),
    ...(post.boundary.kind === "set" ? [boundaryLine(post.boundary, texts)] : []),
  ];
  return told.length === 0 ? {} : { correction: told };
}

/** JSON that can stand in a `script` element: no sign in it ends the element or begins a comment. */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/gu, (sign) => {
    return `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
  });
}
