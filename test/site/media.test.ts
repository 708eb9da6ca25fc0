import { createHash, randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { publishMedia } from "../../scripts/site/media.ts";
import type { MediaFile } from "../../src/model/post.ts";
import { feedFiles, feedText } from "../../src/site/formats/feed.ts";
import { Archive } from "../../src/site/model/archive.ts";
import { PostView } from "../../src/site/model/post-view.ts";
import { type PublishedMedia, seenOf } from "../../src/site/model/published-media.ts";
import { feedFormats } from "../../src/site/model/urls.ts";
import { render } from "../../templates/post.11ty.tsx";
import { ledger, postWith, settings } from "./fixture.ts";

async function publish(files: Readonly<Record<string, Uint8Array>>) {
  const folder = mkdtempSync(join(tmpdir(), "media-"));
  const media: MediaFile[] = Object.entries(files).map(([name, bytes]) => {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const type = name.split(".").at(-1) ?? "";
    mkdirSync(join(folder, "content", "media", sha256.slice(0, 2)), { recursive: true });
    writeFileSync(join(folder, "content", "media", sha256.slice(0, 2), `${sha256}.${type}`), bytes);
    return { kind: type === "mp4" ? "video" : "photo", sha256, type, name };
  });
  const published = new Map<string, PublishedMedia>();
  const places = { content: join(folder, "content"), output: join(folder, "site"), cache: join(folder, "cache") };
  const told = await publishMedia([{ mediaFiles: media }], places, published);
  return {
    ...places,
    told,
    media,
    published: media.map(({ sha256 = "" }) => published.get(sha256)),
    byHash: published,
  };
}

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "teal" } });

/** The head of a PNG that says it has so many pixels, and nothing behind it. */
function pngHead(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(64);
  Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").copy(head);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  head.set([8, 2], 24);
  return head;
}

describe("publishMedia()", () => {
  test("makes pictures in several sizes, without what a camera wrote into them", async () => {
    const bytes = await picture(2000, 1000)
      .withExif({ IFD0: { Make: "Secretcam" }, IFD3: { GPSLatitude: "51/1 30/1 0/1" } })
      .jpeg()
      .toBuffer();
    expect(bytes.includes("Secretcam")).toBe(true);
    const { output, published } = await publish({ "boat.jpg": bytes });
    expect(published[0]).toMatchObject({
      kind: "picture",
      sizes: [
        { width: 240, height: 120 },
        { width: 800, height: 400 },
        { width: 1600, height: 800 },
      ],
    });
    for (const name of readdirSync(join(output, "media"))) {
      const made = readFileSync(join(output, "media", name));
      expect([made.includes("Secretcam"), made.includes("Exif")]).toEqual([false, false]);
    }
  });

  test("takes the type from the bytes, and nothing that is not what was stored", async () => {
    const script = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    const png = await picture(8, 8).png().toBuffer();
    const { output, content, media, published, told } = await publish({
      "page.html": Buffer.from("<script>alert(1)</script>"),
      "picture.svg": Buffer.from(script),
      "really.html": png,
    });
    expect(published.map((each) => (each?.kind === "file" ? each.path.replace(/^.*\./u, ".") : each?.kind))).toEqual([
      ".bin",
      ".bin",
      "picture",
    ]);
    expect(told.map((line) => line.replace(/^media\/..\/\w+\.|:.*$/gu, ""))).toEqual(["html", "svg"]);
    const [{ sha256 = "" } = {}] = media;
    const stored = join(content, "media", sha256.slice(0, 2), `${sha256}.html`);
    rmSync(stored);
    symlinkSync("/etc/hostname", stored);
    const again = new Map<string, PublishedMedia>();
    await publishMedia([{ mediaFiles: media.slice(0, 1) }], { content, output, cache: join(output, "cache") }, again);
    expect([...again.values()]).toEqual([{ kind: "unshown" }]);
  });

  test("makes thumbnails of 12 kB at most, whatever a picture shows, and tells nine colours of it", async () => {
    const noise = await sharp(randomBytes(900 * 900 * 3), { raw: { width: 900, height: 900, channels: 3 } })
      .png()
      .toBuffer();
    const clear = await sharp({ create: { width: 30, height: 30, channels: 4, background: "transparent" } })
      .png()
      .toBuffer();
    const { output, published } = await publish({ "noise.png": noise, "clear.png": clear });
    const [first, second] = published.flatMap((each) => (each?.kind === "picture" ? [each] : []));
    expect(statSync(join(output, first?.sizes[0].path ?? "")).size).toBeLessThanOrEqual(12_000);
    expect(first?.ground).toHaveLength(9);
    expect(second?.ground).toEqual(Array.from({ length: 9 }, () => "#ffffff"));
  });

  test("makes a small picture no larger, and turns one as its camera was held", async () => {
    const bytes = await picture(100, 50).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect((await publish({ "boat.jpg": bytes })).published[0]).toMatchObject({
      kind: "picture",
      sizes: [{ width: 50, height: 100 }],
    });
  });

  test("shows no picture that is none, and opens none of 50,000 × 50,000 pixels", async () => {
    const { published, output, told } = await publish({
      "boat.jpg": Buffer.from("\xFF\xD8\xFF no picture", "latin1"),
      "bomb.png": pngHead(50_000, 50_000),
    });
    expect(published).toEqual([{ kind: "unshown" }, { kind: "unshown" }]);
    expect(told).toEqual([
      expect.stringMatching(/^media\/..\/[0-9a-f]{64}\.jpg: it cannot be shown as a picture/u),
      expect.stringMatching(/^media\/..\/[0-9a-f]{64}\.png: it cannot be shown as a picture/u),
    ]);
    expect(existsSync(join(output, "media"))).toBe(false);
  });
});

test("a post shows its pictures with their sizes, plays films on demand, and tells what the export left out", async () => {
  const bytes = await picture(2000, 1000).jpeg().toBuffer();
  const { media, byHash } = await publish({ "boat.jpg": bytes, "boat.mp4": Buffer.from("0000ftypisom film") });
  const post = postWith({
    id: "aaaaaaaaaa",
    media: ["photo", "video", "audio"],
    mediaFiles: [...media, { kind: "audio" }],
  });
  const archive = new Archive(settings, [post], ledger, { media: byHash });
  const [item] = archive.posts;
  if (item === undefined) throw new Error("the archive has no post");
  const html = render({ item: new PostView(item, archive) });
  // One picture opens over the page without a script.
  expect(html).toMatch(/<div class="large" id="picture-1"><p><a href="[^"]*-1600\.webp">/u);
  expect(html).toMatch(/<a href="#picture-1"><svg class="ground"[^>]*>(?:<path [^>]*><\/path>){9}/u);
  expect(html).not.toContain("style=");
  expect(html).toMatch(/<img src="[^"]*-800\.webp" [^>]*width="800" height="400"/u);
  expect(html).toMatch(/<video [^>]*controls[^>]*preload="none"/u);
  expect(html).not.toContain("autoplay");
  expect(html).toContain("Audio, not in the export");
});

test("a film has its picture until it plays, in lists too, and a withdrawn film takes it along", async () => {
  const thumb = await picture(320, 180).jpeg().toBuffer();
  const { media, byHash, output, content } = await publish({
    "boat.mp4": Buffer.from("0000ftypisom film"),
    "boat.jpg": thumb,
  });
  const [film, { sha256 = "" } = {}] = media;
  if (film === undefined) throw new Error("made above");
  const mediaFiles: readonly MediaFile[] = [{ ...film, poster: { path: "boat.jpg", sha256, type: "jpg" } }];
  const post = postWith({ id: "aaaaaaaaaa", media: ["video"], mediaFiles });
  const archive = new Archive(settings, [post], ledger, { media: byHash });
  const [item] = archive.posts;
  if (item === undefined) throw new Error("the archive has no post");
  const html = render({ item: new PostView(item, archive) });
  expect(html).toMatch(
    new RegExp(`<video [^>]*preload="none" width="320" height="180" [^>]*poster="[^"]*${sha256}-800\\.webp"`, "u"),
  );
  expect(seenOf({ ...mediaFiles[0], kind: "video" }, byHash)?.sizes[0].width).toBe(240);

  writeFileSync(join(content, "media", "withdrawn.jsonl"), `{"sha256":"${film.sha256}","reason":"asked"}\n`);
  rmSync(join(output, "media"), { recursive: true });
  const again = new Map<string, PublishedMedia>();
  await publishMedia([{ mediaFiles }], { content, output, cache: join(output, "cache") }, again);
  expect([...again.values()]).toEqual([{ kind: "withdrawn", reason: "asked" }]);
  expect(existsSync(join(output, "media"))).toBe(false);
});

test("files may be published elsewhere: pages, feeds and policy name that address, and a site can be built without them", async () => {
  const { media, output, content, cache } = await publish({
    "boat.jpg": await picture(2000, 1000).jpeg().toBuffer(),
    "boat.mp4": Buffer.from("0000ftypisom film"),
  });
  const linked = join(output, "..", "_media");
  const all: MediaFile[] = media.map((file) => ({ ...file }));
  const post = postWith({ id: "aaaaaaaaaa", media: ["photo", "video"], mediaFiles: all });
  rmSync(join(output, "media"), { recursive: true });
  const built = async () => {
    const byHash = new Map<string, PublishedMedia>();
    await publishMedia([post], { content, output, cache, linked }, byHash);
    const own = { ...settings, media: "link" as const, mediaUrl: "https://files.example/harbour/" };
    const archive = new Archive(own, [post], ledger, { media: byHash });
    const [item] = archive.posts;
    const [feed] = feedFiles(archive);
    if (item === undefined || feed === undefined) throw new Error("the archive has no post");
    return render({ item: new PostView(item, archive) }) + feedText(feed, archive);
  };
  const first = await built();
  const [photo, film] = media.map(({ sha256 }) => sha256);
  const base = "https://files.example/harbour/";
  expect(first).toContain(`<img src="${base}${photo}-800.webp"`);
  expect(first).toContain(`src="${base}${film}.mp4"`);
  expect(first).toContain(`<meta property="og:image" content="${base}${photo}-1600.webp"`);
  expect(first).toContain(`<link rel="enclosure" href="${base}${photo}-1600.webp"`);
  expect(first).toContain(
    "img-src &#39;self&#39; https://files.example; media-src &#39;self&#39; https://files.example;".replaceAll(
      "&#39;",
      "'",
    ),
  );
  const names = [`${photo}-1600.webp`, `${photo}-240.webp`, `${photo}-800.webp`, `${film}.mp4`].toSorted();
  expect(readdirSync(linked).toSorted()).toEqual(names);
  expect(existsSync(join(output, "media"))).toBe(false);

  // On another machine, from version control, there is neither original nor made picture.
  for (const folder of [linked, cache]) rmSync(folder, { recursive: true });
  for (const { sha256 = "" } of media)
    rmSync(join(content, "media", sha256.slice(0, 2)), { recursive: true, force: true });
  expect(await built()).toBe(first);

  mkdirSync(linked);
  for (const name of names) writeFileSync(join(linked, name), "");
  writeFileSync(join(content, "media", "withdrawn.jsonl"), `{"sha256":"${photo}","reason":"asked"}\n`);
  expect(await built()).not.toContain(`${photo}-`);
  expect(readdirSync(linked)).toEqual([`${film}.mp4`]);
});

test("what only withdrawn films and posts show is taken away where it is published elsewhere", async () => {
  const { media, output, content, cache } = await publish({
    "boat.mp4": Buffer.from("0000ftypisom film"),
    "still.jpg": await picture(320, 180).jpeg().toBuffer(),
    "quay.jpg": await picture(400, 300).jpeg().toBuffer(),
    "both.jpg": await picture(500, 300).jpeg().toBuffer(),
  });
  const [film = { sha256: "" }, still = film, quay = film, both = film] = media as readonly (MediaFile & {
    sha256: string;
  })[];
  const withPoster = { ...film, poster: { path: "still.jpg", sha256: still.sha256, type: "jpg" } } as MediaFile;
  const linked = join(output, "..", "_media");
  const places = { content, output, cache, linked };
  await publishMedia(
    [{ mediaFiles: [withPoster] }, { mediaFiles: [quay, both] as MediaFile[] }, { mediaFiles: [both] as MediaFile[] }],
    places,
    new Map(),
  );
  const shown = (): readonly string[] => [...new Set(readdirSync(linked).map((name) => name.slice(0, 64)))].sort();
  expect(shown()).toEqual([film, still, quay, both].map(({ sha256 }) => sha256).sort());

  writeFileSync(join(content, "media", "withdrawn.jsonl"), `{"sha256":"${film.sha256}","reason":"asked"}\n`);
  const withdrawnPosts = [{ mediaFiles: [quay, both] as MediaFile[] }];
  await publishMedia(
    [{ mediaFiles: [withPoster] }, { mediaFiles: [both] as MediaFile[] }],
    { ...places, withdrawnPosts },
    new Map(),
  );
  expect(shown()).toEqual([both.sha256]);
  const noted = readFileSync(join(content, "media", "linked.jsonl"), "utf8");
  expect(noted.match(/"sha256"/gu)).toHaveLength(1);
  expect(noted).toContain(both.sha256);
});

test("feeds offer what the site publishes: pictures in the text, each file as an enclosure or attachment", async () => {
  const { media, byHash } = await publish({
    "boat.jpg": await picture(2000, 1000).jpeg().toBuffer(),
    "boat.mp4": Buffer.from("0000ftypisom film"),
    "gone.png": pngHead(50_000, 50_000),
  });
  const [photo, film, gone] = media.map((file) => ({ ...file, bytes: 17 }));
  if (photo === undefined || film === undefined || gone === undefined) throw new Error("made above");
  const mediaFiles = [
    { ...photo, alt: 'Boats & "bells" <at> noon' },
    { ...film, seconds: 9 },
    gone,
    { kind: "audio" as const },
  ];
  const post = postWith({ id: "aaaaaaaaaa", text: "", media: ["photo", "video", "photo", "audio"], mediaFiles });
  const archive = new Archive(settings, [post, postWith({ id: "bbbbbbbbbb" })], ledger, { media: byHash });
  const [atom, json] = feedFormats.map((format) => {
    const file = feedFiles(archive).find((each) => each.page === "/" && each.format === format);
    return file === undefined ? "" : feedText(file, archive);
  });
  const at = (sha256: string | undefined, rest: string): string =>
    `https://archive.example/fixture/media/${sha256}${rest}`;
  const { items } = JSON.parse(json ?? "") as { readonly items: readonly Record<string, unknown>[] };
  expect(items.find(({ attachments }) => attachments !== undefined)?.attachments).toEqual([
    { url: at(photo.sha256, "-1600.webp"), mime_type: "image/webp", title: 'Boats & "bells" <at> noon' },
    {
      ...{ url: at(film.sha256, ".mp4"), mime_type: "video/mp4", title: "boat.mp4" },
      ...{ size_in_bytes: 17, duration_in_seconds: 9 },
    },
  ]);
  expect(items.filter(({ attachments }) => attachments !== undefined)).toHaveLength(1);
  expect(JSON.stringify(items)).toContain(
    'width=\\"1600\\" height=\\"800\\" alt=\\"Boats &amp; &quot;bells&quot; &lt;at&gt; noon\\"',
  );
  expect(atom?.match(/<link rel="enclosure"[^>]*>/gu)).toEqual([
    `<link rel="enclosure" href="${at(photo.sha256, "-1600.webp")}" type="image/webp" title="Boats &amp; &quot;bells&quot; &lt;at&gt; noon"/>`,
    `<link rel="enclosure" href="${at(film.sha256, ".mp4")}" type="video/mp4" length="17" title="boat.mp4"/>`,
  ]);
});
