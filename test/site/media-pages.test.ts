import { expect, test } from "vitest";
import type { MediaFile } from "../../src/model/post.ts";
import { Archive } from "../../src/site/model/archive.ts";
import { mediaPages, monthsOfMedia } from "../../src/site/model/media-pages.ts";
import { render } from "../../templates/media.11ty.tsx";
import { ledger, postWith, settings, stated } from "./fixture.ts";

const file = (kind: MediaFile["kind"], digit: number): MediaFile => ({
  kind,
  sha256: `${digit}`.repeat(64).slice(0, 64),
  type: kind === "photo" ? "jpg" : "pdf",
  name: `${kind}-${digit}`,
});

const other = { key: "mole", name: "Mole Light", identified: true };

/** So many posts of one channel with a picture each, one a day, and two of another. */
function archiveOf(count: number): Archive {
  const posts = Array.from({ length: count }, (_, at) => {
    const day = new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10);
    return postWith({
      id: `${1000000000 + at}`,
      title: `Tide ${at}`,
      dating: stated(day),
      mediaFiles: [file("photo", 1), ...(at === 0 ? [file("document", 2), { kind: "photo" } as const] : [])],
    });
  });
  const mole = [0, 1].map((at) =>
    postWith({ id: `200000000${at}`, channel: other, dating: stated("2025-01-03"), mediaFiles: [file("video", 3)] }),
  );
  const without = postWith({ id: "3000000000", mediaFiles: [{ kind: "photo", path: "photos/lost.jpg" }] });
  return new Archive(settings, [...posts, ...mole, without], ledger);
}

test("files that are kept have pages for all and for each channel, by month, newest first", () => {
  const archive = archiveOf(60);
  const { mediaPages: pages } = archive;
  expect(pages.map(({ path, posts }) => [path, posts.length])).toEqual([
    ["/media/", 62],
    ["/channels/harbour/media/", 60],
    ["/channels/mole/media/", 2],
  ]);
  expect(archive.paths).toContain("/media/");
  const [front] = pages;
  const months = front === undefined ? [] : monthsOfMedia(front.topic, pages);
  expect(months).toEqual([
    { day: "2025-03-01", path: "/media/#m2025-03", files: 1 },
    { day: "2025-02-28", path: "/media/#m2025-02", files: 28 },
    { day: "2025-01-31", path: "/media/#m2025-01", files: 34 },
  ]);
});

test("a long list of files is parted, and its months lead to the page where they begin", () => {
  const { mediaPages: pages } = archiveOf(100);
  const [topic] = pages.map((page) => page.topic);
  expect(pages.filter((page) => page.topic === topic).map(({ path }) => path)).toEqual(["/media/page-1/", "/media/"]);
  const paths = topic === undefined ? [] : monthsOfMedia(topic, pages).map(({ path }) => path);
  expect(paths.at(-1)).toBe("/media/page-1/#m2025-01");
});

test("an archive without files has no page of them, and no link to one", () => {
  const archive = new Archive(settings, [postWith({ id: "3000000000", mediaFiles: [{ kind: "photo" }] })], ledger);
  expect(mediaPages(archive.posts)).toEqual([]);
  expect(archive.paths).not.toContain("/media/");
});

test("a page of files offers months, channels and kinds without a script", () => {
  const archive = archiveOf(3);
  const item = archive.mediaPages[0];
  if (item === undefined) throw new Error("no page");
  const html = render({ archive, item });
  expect(html).toContain('<a href="../channels/mole/media/"><bdi>Mole Light</bdi></a>');
  expect(html).toMatch(/<a href="[^"]*#m2025-01">January 2025<\/a> <span class="count">6<\/span>/u);
  expect(html.match(/<input type="radio" name="kind" value="(?:all|photo|video|document)"/gu)).toHaveLength(4);
  expect(html.match(/<li class="photo">/gu)).toHaveLength(3);
  expect(html).toContain('<li class="document">');
});
