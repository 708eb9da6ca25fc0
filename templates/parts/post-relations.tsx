import type { PostPage } from "../../src/site/model/post-page.ts";
import { type DuplicatePages, firstKind } from "../../src/site/model/relations.ts";
import { langOf } from "../../src/site/model/wording.ts";
import { usePage } from "./page-context.tsx";
import { ListedDate } from "./post-list.tsx";

export interface PostRelationsProps {
  readonly page: PostPage;
}

/** So many subjects are shown: the rarest, which tell most. */
const subjectsShown = 8;

/** How a post stands to others: its forwards, answers, near-duplicates, what it speaks of, and posts like it. */
export function PostRelations({ page }: PostRelationsProps) {
  const { archive, link } = usePage();
  const { texts, compared } = archive;
  const words = texts.relations;
  const subjects = compared.subjects.of(page).slice(0, subjectsShown);
  const { forwards, replies, same } = archive.relations.listsOf(page);
  const duplicates = archive.relations.groupOf(page);
  const related = compared.relatedTo(page);
  const lists = { texts, link };
  if (duplicates === undefined && [forwards, replies, related, subjects].every(({ length }) => length === 0))
    return null;
  return (
    <div class="relations">
      <PostLinks id="forwards" title={words.forwards} pages={forwards} {...lists} />
      <PostLinks id="replies" title={words.replies} pages={replies} {...lists} />
      {duplicates !== undefined && <Duplicates duplicates={duplicates} same={same} page={page} {...lists} />}
      <PostLinks id="related" title={words.related} why={words.relatedWhy} pages={related} {...lists} />
      {subjects.length > 0 && (
        <section aria-labelledby="subjects">
          <h2 id="subjects">{words.subjects}</h2>
          <p class="note">{words.subjectsWhy}</p>
          <ul class="tags">
            {subjects.map((subject) => (
              <li key={subject.key}>
                <a href={link(subject.path)} dir="auto">
                  {subject.label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Longer lists of posts go on in words. */
const mostShown = 10;

interface DuplicatesProps {
  readonly duplicates: DuplicatePages;
  /** Those of them to list. */
  readonly same: readonly PostPage[];
  readonly page: PostPage;
}

/** The other posts that say the same, and which of all had it first. */
function Duplicates({ duplicates, same, page }: DuplicatesProps) {
  const { texts } = usePage();
  const words = texts.relations;
  return (
    <PostLinks
      id="same"
      title={words.same}
      why={words.ownFirst[firstKind(duplicates, page)]}
      pages={same}
      noteOf={(other) => words.first[firstKind(duplicates, other)]}
    />
  );
}

interface PostLinksProps {
  readonly id: string;
  readonly title: string;
  readonly why?: string;
  readonly pages: readonly PostPage[];
  /** What is to be said of a post beside where and when it stands. */
  readonly noteOf?: (page: PostPage) => string;
}

function PostLinks({ id, title, why, pages, noteOf }: PostLinksProps) {
  const { texts, link } = usePage();
  if (pages.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {why !== undefined && <p class="note">{why}</p>}
      <ul>
        {pages.slice(0, mostShown).map((other) => (
          <li key={other.path}>
            <a href={link(other.path)} dir="auto" {...langOf(other.post.language)}>
              {other.title}
            </a>
            <span class="note">
              <bdi>{other.post.channel.name}</bdi> · <ListedDate page={other} />
              {noteOf !== undefined && ` · ${noteOf(other)}`}
            </span>
          </li>
        ))}
      </ul>
      {pages.length > mostShown && <p class="note">{texts.relations.more(pages.length - mostShown)}</p>}
    </section>
  );
}
