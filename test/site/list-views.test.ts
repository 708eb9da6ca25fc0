import fc from "fast-check";
import { expect, test } from "vitest";
import { pageDigests } from "../../scripts/site/page-digests.ts";
import type { Post } from "../../src/model/post.ts";
import { Archive, type Besides } from "../../src/site/model/archive.ts";
import { type ListPages, ListsToRender, type ListView } from "../../src/site/model/list-views.ts";
import { PostView } from "../../src/site/model/post-view.ts";
import type { Settings } from "../../src/site/model/settings.ts";
import { render as channel } from "../../templates/channel.11ty.tsx";
import { render as domain } from "../../templates/domain.11ty.tsx";
import { render as dump } from "../../templates/dump.11ty.tsx";
import { render as feed } from "../../templates/feed.11ty.ts";
import { render as month } from "../../templates/month.11ty.tsx";
import { render as reading } from "../../templates/reading.11ty.tsx";
import { render as source } from "../../templates/source.11ty.tsx";
import { render as subject } from "../../templates/subject.11ty.tsx";
import { render as tag } from "../../templates/tag.11ty.tsx";
import { inferred, ledger, postWith, settings, stated } from "./fixture.ts";

interface Page {
  readonly digest: string;
  readonly html: string;
}

/** The pages of lists that can be kept, by their paths. */
function pagesOf(archive: Archive): ReadonlyMap<string, Page> {
  const digestOf = pageDigests(archive, "folders");
  const posts = new Map(archive.posts.map((page) => [page.path, digestOf(new PostView(page, archive))]));
  const digests = new Map<string, string>();
  const note = ({ path, seen, posts: own }: ListView): boolean => {
    digests.set(path, digestOf({ seen: [...seen, own.map((page) => posts.get(page.path))] }));
    return false;
  };
  const lists: ListPages = new ListsToRender(archive, note);
  const html = [
    ...lists.channelPages.map((item) => [item.path, channel({ archive, item })] as const),
    ...lists.domainPages.map((item) => [item.path, domain({ archive, item })] as const),
    ...lists.dumpPages.map((item) => [item.path, dump({ archive, item })] as const),
    ...lists.feeds.map((item) => [item.path, feed({ archive, item })] as const),
    ...lists.monthPages.map((item) => [item.path, month({ archive, item })] as const),
    ...lists.readingPages.map((item) => [item.path, reading({ archive, item })] as const),
    ...lists.sourcePages.map((item) => [item.path, source({ archive, item })] as const),
    ...lists.subjectPages.map((item) => [item.path, subject({ archive, item })] as const),
    ...lists.tagPages.map((item) => [item.path, tag({ archive, item })] as const),
  ];
  return new Map(
    html.flatMap(([path, text]) => {
      const digest = digests.get(path);
      return digest === undefined ? [] : [[path, { digest, html: text }] as const];
    }),
  );
}

interface Said {
  readonly posts: readonly Post[];
  readonly settings: Settings;
  readonly dumps: typeof ledger.dumps;
  readonly besides: Besides;
}

const texts = [
  "The ferry waits at the north pier until the fog has gone. #Fog",
  "The ferry waits at Saint-Malo until the fog has gone. #Fog #Pier https://harbour.test/ferry",
  "Lamps of Saint-Malo were lit early on the mole, https://harbour.test/lamps tells. #fog",
  "The bell of the mole was rung at Saint-Malo for the fleet on February 5, 2025. #Pier",
];
const photo = new Map([["b".repeat(64), { kind: "file", path: "/media/b.jpg" } as const]]);

const part = {
  text: fc.constantFrom(...texts),
  dating: fc.constantFrom(stated("2025-02-04"), inferred("2025-02-05", 2), stated("2025-03-01"), stated("2024-12-30")),
  channel: fc.constantFrom(
    { key: "harbour", name: "Harbour News", identified: true },
    { key: "marsh", name: "marsh", identified: false },
  ),
  more: fc.constantFrom<Partial<Post>>(
    {},
    {},
    { forwardedFrom: "Harbour News" },
    { forwardedFrom: "Isle" },
    { replyTo: { author: "marsh", excerpt: "Lamps of Saint-Malo were lit early" } },
    { withdrawn: "asked for" },
    { media: ["photo"], mediaFiles: [{ kind: "photo", sha256: "b".repeat(64), name: "x.jpg", bytes: 3 }] },
  ),
};

/** More posts than a page of a list shows; most are the same in both archives. */
const first = fc.array(fc.record(part), { minLength: 3, maxLength: 12 }).map((some): Said => {
  const posts = Array.from({ length: 130 }, (_, index) => {
    const { more, ...own } = some[index % some.length] ?? some[0] ?? fail();
    return postWith({ ...own, ...more, id: `post${`${index}`.padStart(6, "0")}` });
  });
  return { posts, settings, dumps: ledger.dumps, besides: { media: photo } };
});

function fail(): never {
  throw new Error("there are posts");
}

type Change = (said: Said) => Said;

/** One thing that people do between two builds. */
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ ...part, place: fc.nat(129) }).map(
      ({ place, more, ...own }): Change =>
        (said) => ({
          ...said,
          posts: said.posts.map((post, index) =>
            index === place ? { ...post, ...postWith({ ...own, ...more, id: post.id }) } : post,
          ),
        }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.nat(129).map(
      (place): Change =>
        (said) => ({ ...said, posts: said.posts.toSpliced(place, 1) }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Change>(
      (said) => ({ ...said, dumps: [] }),
      (said) => ({ ...said, besides: {} }),
      (said) => ({ ...said, settings: { ...said.settings, language: "ru" } }),
      (said) => ({ ...said, settings: { ...said.settings, channels: { marsh: { name: "Marsh Radio" } } } }),
      (said) => ({ ...said, settings: { ...said.settings, timezone: "Europe/Oslo" } }),
    ),
  },
);

function archiveWith({ posts, settings: own, dumps, besides }: Said): Archive {
  return new Archive(own, posts, { dumps }, besides);
}

test("a page of a list, and a feed, whose digest is the same in two archives has the same bytes in both", () => {
  let [same, different] = [0, 0];
  fc.assert(
    fc.property(first, change, (before, changed) => {
      const others = pagesOf(archiveWith(changed(before)));
      for (const [path, { digest, html }] of pagesOf(archiveWith(before))) {
        const found = others.get(path);
        if (found === undefined) continue;
        if (found.digest !== digest) different += 1;
        else {
          same += 1;
          expect(found.html, path).toBe(html);
        }
      }
    }),
    { numRuns: 20 },
  );
  expect(same).toBeGreaterThan(50);
  expect(different).toBeGreaterThan(20);
}, 120_000);

test("an edited text renders the pages that show it alone", () => {
  const posts = Array.from({ length: 200 }, (_, index) =>
    postWith({
      id: `post${`${index}`.padStart(6, "0")}`,
      text: `Buoy ${index * 7919} was painted ${index % 9 === 0 ? "#Paint" : ""}`,
      dating: stated(index < 100 ? "2025-02-04" : "2025-03-04"),
    }),
  );
  const before = pagesOf(new Archive(settings, posts, ledger));
  const edited = posts.map((post, index) => (index === 30 ? { ...post, text: "Buoy 237570 was sold" } : post));
  const after = pagesOf(new Archive(settings, edited, ledger));
  const changed = [...before].filter(([path, { digest }]) => after.get(path)?.digest !== digest).map(([path]) => path);
  expect(changed.filter((path) => path.startsWith("/timeline/")).length).toBe(1);
  expect(changed.length).toBeLessThan(before.size / 2);
});
