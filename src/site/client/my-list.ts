/** A post that a reader keeps, as the list shows it. */
export interface ListedPost {
  readonly id: string;
  readonly title: string;
  readonly channel: string;
  /** Its date in words. */
  readonly when: string;
  /** BCP 47 tag; absent where it is not known. */
  readonly language?: string;
  /** The reader's own words: they stay in this browser. */
  readonly note?: string;
}

/** A reader's list of posts in the browser's storage. */
export interface MyList {
  read(): readonly ListedPost[];
  /** Throws where the browser keeps nothing. */
  write(posts: readonly ListedPost[]): void;
}

/** The list of the archive at an address: others on the same host have lists of their own. */
export function myListIn(storage: Pick<Storage, "getItem" | "setItem">, root: string): MyList {
  const key = `scrollback list ${new URL(root).pathname}`;
  return {
    read: () => postsIn(storage.getItem(key)),
    write: (posts) => storage.setItem(key, JSON.stringify(posts)),
  };
}

/** The posts with others behind them, each once. */
export function joinedLists(posts: readonly ListedPost[], more: readonly ListedPost[]): readonly ListedPost[] {
  const own = new Set(posts.map(({ id }) => id));
  return [...posts, ...more.filter(({ id }) => !own.has(id))];
}

/** What was kept, as far as it is a list: a storage may hold anything. */
function postsIn(text: string | null): readonly ListedPost[] {
  try {
    const value: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(value) ? value.filter(isListed) : [];
  } catch {
    // Storage that was damaged by hand is an empty list.
    return [];
  }
}

function isListed(value: unknown): value is ListedPost {
  const post = value as Partial<Record<keyof ListedPost, unknown>> | null;
  return typeof post?.id === "string" && /^[a-z0-9]+$/u.test(post.id) && typeof post.title === "string";
}
