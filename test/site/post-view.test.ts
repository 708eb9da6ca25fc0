import fc from "fast-check";
import { expect, test } from "vitest";
import { pageDigests } from "../../scripts/site/page-digests.ts";
import type { Post } from "../../src/model/post.ts";
import { Archive, type Besides } from "../../src/site/model/archive.ts";
import { PostView } from "../../src/site/model/post-view.ts";
import type { Settings } from "../../src/site/model/settings.ts";
import { render } from "../../templates/post.11ty.tsx";
import { inferred, ledger, oddPosts, postWith, settings, stated } from "./fixture.ts";

const texts = [
  "The ferry waits at the north pier until the fog has gone. #Fog",
  "The ferry waits at the north pier until the fog has gone. #Fog #Pier",
  "Lamps were lit early on the mole, and the bell was rung twice for the fleet.",
  "In reply: the bell of the mole was rung for the fleet on February 5, 2025.",
];

/** A post of few kinds, so that posts of two archives often are the same, and often forward, answer and repeat each other. */
const post = fc
  .record({
    id: fc.constantFrom("aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc", "dddddddddd", "eeeeeeeeee"),
    text: fc.constantFrom(...texts),
    dating: fc.constantFrom(stated("2025-02-04"), inferred("2025-02-05", 2), stated("2025-03-01")),
    key: fc.constantFrom("harbour", "marsh"),
    more: fc.constantFrom<Partial<Post>>(
      {},
      {},
      { forwardedFrom: "Harbour News" },
      { replyTo: { author: "marsh", excerpt: "Lamps were lit early on the mole" } },
      { withdrawn: "asked for" },
      { media: ["photo"], mediaFiles: [{ kind: "photo", sha256: "b".repeat(64), name: "x.jpg", bytes: 3 }] },
    ),
  })
  .map(({ key, more, ...words }) =>
    postWith({
      ...words,
      channel: { key, name: key === "harbour" ? "Harbour News" : "marsh", identified: true },
      ...more,
    }),
  );

interface Said {
  readonly posts: readonly Post[];
  readonly settings: Settings;
  readonly dumps: typeof ledger.dumps;
  readonly media: NonNullable<Besides["media"]>;
}

const photo = new Map([["b".repeat(64), { kind: "file", path: "/media/b.jpg" } as const]]);
const first = fc
  .uniqueArray(post, { selector: ({ id }) => id, minLength: 3, maxLength: 5 })
  .map((posts): Said => ({ posts, settings, dumps: ledger.dumps, media: photo }));

/** What happens between two builds. */
const change = fc.oneof(
  {
    weight: 6,
    arbitrary: post.map(
      (own) =>
        (said: Said): Said => ({ ...said, posts: [...said.posts.filter(({ id }) => id !== own.id), own] }),
    ),
  },
  { weight: 1, arbitrary: fc.constant((said: Said): Said => ({ ...said, posts: said.posts.slice(1) })) },
  { weight: 1, arbitrary: fc.constant((said: Said): Said => ({ ...said, dumps: [] })) },
  { weight: 1, arbitrary: fc.constant((said: Said): Said => ({ ...said, media: new Map() })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<Partial<Settings>>(
        { title: "Another" },
        { language: "ru" },
        { records: "none" },
        { channels: { marsh: { name: "Marsh Radio" } } },
      )
      .map(
        (own) =>
          (said: Said): Said => ({ ...said, settings: { ...said.settings, ...own } }),
      ),
  },
);

function archiveWith({ posts, settings: own, dumps, media }: Said): Archive {
  return new Archive(own, posts, { dumps }, { media });
}

function pagesOf(whole: Archive): ReadonlyMap<string, { readonly digest: string; readonly html: string }> {
  const digestOf = pageDigests(whole, "folders");
  return new Map(
    whole.posts.map((page) => {
      const view = new PostView(page, whole);
      return [page.path, { digest: digestOf(view), html: render({ item: view }) }];
    }),
  );
}

test("a post's page whose digest is the same in two archives has the same bytes in both", () => {
  let same = 0;
  fc.assert(
    fc.property(first, change, (before, changed) => {
      const others = pagesOf(archiveWith(changed(before)));
      for (const [path, { digest, html }] of pagesOf(archiveWith(before))) {
        const found = others.get(path);
        if (found?.digest !== digest) continue;
        same += 1;
        expect(found.html).toBe(html);
      }
    }),
    { numRuns: 30 },
  );
  expect(same).toBeGreaterThan(5);
});

test("every kind of post is rendered from what its view tells", () => {
  const whole = new Archive(settings, oddPosts, ledger);
  for (const page of whole.posts) expect(render({ item: new PostView(page, whole) })).toContain("<!DOCTYPE html>");
});

test("a post more changes the pages of its neighbours alone", () => {
  const day = (index: number): string => `2025-02-${`${index + 1}`.padStart(2, "0")}`;
  const words = ["Anchors", "Buoys", "Cranes", "Docks", "Eels", "Ferries", "Gulls", "Herons"];
  const posts = words.map((word, index) =>
    postWith({ id: `post00000${index}`, text: `${word} were counted`, dating: stated(day(2 * index)) }),
  );
  const more = postWith({ id: "onemore000", text: "Nothing else happened", dating: stated(day(7)) });
  const before = pagesOf(new Archive(settings, posts, ledger));
  const after = pagesOf(new Archive(settings, [...posts, more], ledger));
  const changed = [...before].filter(([path, { digest }]) => after.get(path)?.digest !== digest).map(([path]) => path);
  expect(changed).toEqual(["/p/post000003/", "/p/post000004/"]);
});

test("a page that asks for what its view does not tell is not rendered", () => {
  const whole = new Archive(settings, oddPosts, ledger);
  const [page, other] = whole.posts;
  if (page === undefined || other === undefined) throw new Error("the archive has posts");
  const { archive: asked } = new PostView(page, whole);
  expect(() => asked.posts).toThrow('Cannot show "posts" on the page of a post');
  expect(() => asked.relations.groupOf(other)).toThrow("another post's relations");
});
