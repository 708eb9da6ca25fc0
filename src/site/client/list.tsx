import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { idsIn, listQuery } from "../model/list-query.ts";
import type { Texts } from "../texts/texts.ts";
import { ExportButtons } from "./export-buttons.tsx";
import { type ExportKind, exportEndings } from "./export-name.ts";
import { loadReferences } from "./load-references.ts";
import { joinedLists, type ListedPost, type MyList, myListIn } from "./my-list.ts";
import { factsIn, listedFrom, type PageFacts } from "./page-facts.ts";

/*
 * The page of a reader's list: the posts kept in this browser, or those that the address names. What is cited and exported is read off the posts'
 * own pages.
 */

/** The words that the page takes to the browser. */
export type SelectionTexts = Texts["selection"] & Pick<Texts["search"], "export" | "locale">;

interface ListProps {
  readonly list: MyList;
  /** Address of the root of the site. */
  readonly root: string;
  readonly texts: SelectionTexts;
}

function ListPage({ list, root, texts }: ListProps) {
  const [shared, setShared] = useState(() => idsIn(location.search));
  const [mine, setMine] = useState(() => list.read());
  const [found, setFound] = useState<readonly ListedPost[]>([]);
  useEffect(() => {
    const follow = (): void => setShared(idsIn(location.search));
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  useEffect(() => {
    if (shared === undefined) return;
    Promise.all(shared.map((id) => factsOf(root, id).then(listedFrom, () => unknown(id)))).then(setFound);
  }, [shared, root]);
  const keep = (posts: readonly ListedPost[]): void => {
    list.write(posts);
    setMine(posts);
  };
  const posts = shared === undefined ? mine : found;
  const ids = posts.map(({ id }) => id);
  return (
    <>
      {shared !== undefined && (
        <p class="actions">
          <strong>{texts.shared}</strong>
          <button type="button" onClick={() => keep(joinedLists(mine, found))}>
            {texts.addAll}
          </button>
          <a href={location.pathname} onClick={showMine}>
            {texts.showMine}
          </a>
        </p>
      )}
      {shared === undefined && posts.length === 0 && <p class="nothing">{texts.empty}</p>}
      {posts.length > 0 && (
        <ExportButtons
          count={posts.length}
          nameOf={(kind) => `posts.${exportEndings[kind]}`}
          textOf={(kind) => textOf(kind, ids, root)}
          address={() => new URL(listQuery(ids), location.href).href}
          texts={texts}
        />
      )}
      <ol class="posts">
        {posts.map((post) => (
          <li class="post-line" key={post.id}>
            <article class="summary">
              <h2 dir="auto" lang={post.language}>
                <a href={pageOf(root, post.id)}>{post.title}</a>
              </h2>
              <p class="meta">
                <span>{post.when}</span>
                <span>
                  <bdi>{post.channel}</bdi>
                </span>
              </p>
              {shared === undefined && (
                <div class="own">
                  <label>
                    {texts.note}
                    <textarea
                      rows={2}
                      dir="auto"
                      value={post.note ?? ""}
                      onInput={({ currentTarget: { value } }) =>
                        keep(mine.map((each) => (each.id === post.id ? { ...each, note: value } : each)))
                      }
                    />
                  </label>
                  <button type="button" onClick={() => keep(mine.filter(({ id }) => id !== post.id))}>
                    {texts.remove}
                  </button>
                </div>
              )}
            </article>
          </li>
        ))}
      </ol>
      {shared === undefined && posts.length > 1 && (
        <p class="actions">
          <button type="button" onClick={() => confirm(texts.clear) && keep([])}>
            {texts.clear}
          </button>
        </p>
      )}
    </>
  );

  function showMine(event: Event): void {
    event.preventDefault();
    history.pushState(undefined, "", location.pathname);
    setShared(undefined);
  }
}

/** The program that writes references is loaded when a reader asks for a file. */
async function textOf(kind: ExportKind, ids: readonly string[], root: string): Promise<string> {
  const [{ fileOfPosts }, facts] = await Promise.all([
    loadReferences(import.meta.url),
    Promise.all(ids.map((id) => factsOf(root, id))),
  ]);
  return fileOfPosts(kind, facts);
}

async function factsOf(root: string, id: string): Promise<PageFacts> {
  const answer = await fetch(pageOf(root, id));
  if (!answer.ok) throw new Error(`${id}: ${answer.status}`);
  return factsIn(new DOMParser().parseFromString(await answer.text(), "text/html"));
}

function pageOf(root: string, id: string): string {
  return new URL(`p/${id}/`, root).href;
}

/** A post of an address that the archive does not have, or no more. */
function unknown(id: string): ListedPost {
  return { id, title: id, channel: "", when: "" };
}

const place = document.getElementById("my-list");
if (place !== null) {
  const root = new URL(place.dataset.root ?? "", location.href).href;
  const texts = JSON.parse(place.dataset.texts ?? "") as SelectionTexts;
  place.replaceChildren();
  render(<ListPage list={myListIn(localStorage, root)} root={root} texts={texts} />, place);
}
