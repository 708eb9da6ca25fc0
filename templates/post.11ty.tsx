import { postingOf } from "../src/site/formats/json-ld.ts";
import { certainDate, wholeName } from "../src/site/formats/posting-references.ts";
import { isOneDay } from "../src/site/model/dating.ts";
import { descriptionFrom } from "../src/site/model/headline.ts";
import type { PostView } from "../src/site/model/post-view.ts";
import { pictureOf } from "../src/site/model/published-media.ts";
import { assetPath, linkFrom, type SitePath } from "../src/site/model/urls.ts";
import { Around } from "./parts/around.tsx";
import { JsonLd } from "./parts/json-ld.tsx";
import { html, Page } from "./parts/page.tsx";
import { PostBody } from "./parts/post-body.tsx";
import { PostHead } from "./parts/post-head.tsx";
import { PostRecord } from "./parts/post-record.tsx";
import { PostRelations } from "./parts/post-relations.tsx";
import { Versions } from "./parts/versions.tsx";

interface Data {
  readonly item: PostView;
}

export const data = {
  // Some posts at a time: `scripts/site/build-site.ts` renders a large archive in several runs.
  pagination: { data: "batch", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** A post on its page, with everything that is known of it. */
export function render({ item: { archive, page: item } }: Data): string {
  const { post } = item;
  const link = linkFrom(item.path);
  const posting = postingOf(item, archive);
  return html(
    { archive, path: item.path },
    <Page
      title={item.title}
      description={descriptionFrom(item.excerpt) || item.title}
      image={pictureIn(item, archive)}
      article={{ title: posting.headline }}
      head={
        <>
          {/* What reference managers read: Zotero's own word for the kind of item, Dublin Core with the author as one name, and the tags of Google Scholar. */}
          <meta name="z:itemType" content="forumPost" />
          <meta name="DC.title" content={posting.headline} />
          <meta name="DC.creator" content={wholeName(posting.author.name)} />
          {/* Other sites show the day beside a link, where it is one day. */}
          <meta
            name="DC.date"
            property={isOneDay(item.date.kind) ? "article:published_time" : undefined}
            content={certainDate(posting, post.dating.best)}
          />
          {posting.inLanguage !== undefined && <meta name="DC.language" content={posting.inLanguage} />}
          <meta name="citation_publication_date" content={certainDate(posting, post.dating.best)} />
          <meta name="citation_public_url" content={posting.url} />
          <JsonLd value={posting} />
          <script defer src={link(assetPath("copy.js"))} />
        </>
      }
    >
      <div class="post">
        <article class="post-body">
          <PostHead page={item} />
          <PostBody page={item} />
          <Versions page={item} />
        </article>
        <PostRelations page={item} />
        <PostRecord page={item} />
        <Around neighbours={archive.neighboursOf(item)} page={item} />
      </div>
    </Page>,
  );
}

/** The first picture of a post that the site publishes, in its largest size. */
function pictureIn({ post }: PostView["page"], { media }: PostView["archive"]): SitePath | undefined {
  const [first] = (post.mediaFiles ?? []).flatMap(({ sha256 }) => pictureOf(sha256, media) ?? []);
  return first?.sizes.at(-1)?.path;
}
