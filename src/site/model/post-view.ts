import { sourcesOf } from "../../model/post.ts";
import { hashtagsOf } from "../../text/hashtags.ts";
import type { Archive } from "./archive.ts";
import type { PostPage } from "./post-page.ts";
import type { SitePath } from "./urls.ts";

/**
 * A post's page and all that it shows of the rest of the archive. The page is rendered from this alone: `archive` answers what is told in `seen`, and
 * throws at any other question, so that a page whose `seen` is unchanged has unchanged bytes (`test/site/post-view.test.ts`). A class for the
 * reason that `archive.ts` gives.
 */
export class PostView {
  readonly path: SitePath;
  /** What the page may ask of the archive. */
  readonly archive: Archive;
  /** All that it can be told, but for what is the same on every page (`seenOnEveryPage`): values for JSON, and pages of posts. */
  readonly seen: readonly unknown[];

  constructor(
    readonly page: PostPage,
    archive: Archive,
  ) {
    this.path = page.path;
    const { post } = page;
    const { relations, compared } = archive;
    const neighbours = archive.neighboursOf(page);
    const original = relations.originalOf(page);
    const quoted = relations.quotedBy(page);
    const lists = relations.listsOf(page);
    const group = relations.groupOf(page);
    const duplicates = group && { pages: group.pages, first: group.first };
    const related = compared.relatedTo(page);
    const subjects = compared.subjects.of(page).map(({ key, label, path }) => ({ key, label, path }));
    const missing = archive.captureDifferences.without(page);
    const audit = archive.datingAudits.of(page);
    const keys = new Set([...post.tags, ...hashtagsOf(post.text)].map(({ key }) => key));
    const tags = new Map([...keys].map((key) => [key, pathOnly(archive.tag(key))] as const));
    const source = pathOnly(archive.sourceNamed(post.forwardedFrom ?? ""));
    const dumps = new Map(
      sourcesOf(post).map((each) => {
        const dump = archive.dumpOf(each);
        const lines = new Map(each.lines.map(([first]) => [first, dump?.lineAt(first)] as const));
        return [each.sha256, { path: dump?.path, lines }] as const;
      }),
    );
    const zones = archive.zonesOf(page);
    const media = new Map(
      (post.mediaFiles ?? []).flatMap(({ sha256, poster }) =>
        [sha256, poster?.sha256].flatMap((each = "") => {
          const published = archive.media.get(each);
          return published === undefined ? [] : [[each, published] as const];
        }),
      ),
    );
    this.seen = [
      page,
      neighbours,
      original,
      quoted,
      lists,
      duplicates,
      related,
      subjects,
      missing,
      audit,
      [...tags],
      source,
      [...dumps].map(([sha256, { path, lines }]) => [sha256, path, [...lines]]),
      [...media],
      zones,
    ];
    const own = <Answer>(answer: Answer) => {
      return (asked: PostPage): Answer => {
        if (asked !== page) throw new Error(`Cannot show another post's relations on the page of "${post.id}"`);
        return answer;
      };
    };
    const { settings, texts, logo, postRecords, hasMedia } = archive;
    this.archive = answering({
      settings,
      texts,
      logo,
      hasMedia,
      postRecords: answering({ areThere: postRecords.areThere }),
      neighboursOf: own(neighbours),
      relations: answering({
        originalOf: own(original),
        quotedBy: own(quoted),
        listsOf: own(lists),
        groupOf: own(duplicates && answering(duplicates)),
      }),
      compared: answering({ relatedTo: own(related), subjects: answering({ of: own(subjects.map(answering)) }) }),
      captureDifferences: answering({ without: own(missing) }),
      datingAudits: answering({ of: own(audit) }),
      zonesOf: own(zones),
      tag: (key: string) => tags.get(key),
      sourceNamed: () => source,
      dumpOf: ({ sha256 }: { readonly sha256: string }) => {
        const dump = dumps.get(sha256);
        if (dump?.path === undefined) return undefined;
        return answering({ path: dump.path, lineAt: (line: number) => dump.lines.get(line) });
      },
      media,
    }) as unknown as Archive;
  }
}

/** What every page of a post shows of its archive alike, as values for JSON; the words of the interface come with the program. */
export function seenOnEveryPage({ settings, logo, postRecords, hasMedia }: Archive): readonly unknown[] {
  return [settings, logo, postRecords.areThere, hasMedia];
}

function pathOnly(topic: { readonly path: SitePath } | undefined): { readonly path: SitePath } | undefined {
  return topic && answering({ path: topic.path });
}

/** An object that throws where it is asked for what it does not have: a page would show what its digest does not tell of. */
function answering<Answers extends object>(answers: Answers): Answers {
  return new Proxy(answers, {
    get(target, name) {
      if (name in target || typeof name === "symbol" || name === "toJSON") return Reflect.get(target, name);
      throw new Error(`Cannot show "${name}" on the page of a post: PostView does not tell it`);
    },
  });
}
