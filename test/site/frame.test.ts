import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../../scripts/site/build-site.ts";
import { Archive } from "../../src/site/model/archive.ts";
import { archiveOf, contentWith, inferred, manyPosts, oddPosts, postWith, settings } from "./fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "scrollback-frame-"));
const site = join(folder, "_site");
const closing = "</script><script>alert(1)</script>";
const long = postWith({
  id: "longpost01",
  // As long as Telegram lets a post be, in words that do not compress away.
  text: Array.from({ length: 900 }, (_, index) => ((index * 7919) % 99991).toString(36)).join(" "),
  dating: inferred("2025-02-04", 1),
});

beforeAll(async () => {
  const content = contentWith([...oddPosts, ...manyPosts(60), long], join(folder, "content"), {
    title: `Ships ${closing}`,
    accent: "#0044ff",
    logo: "logo.svg",
    timezone: "Europe/London",
    channels: {
      harbour: { name: "The Harbour", handle: "@the_harbour", description: "News of the harbour, by its own office." },
    },
  });
  writeFileSync(join(content, "logo.svg"), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>');
  await buildSite(content, site);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(site, path), "utf8");
const pages = () => readdirSync(site, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));

describe("what the settings say is shown", () => {
  test("the accent replaces the style sheet's own", () => {
    expect(read("assets/style.css").trimEnd()).toMatch(/:root\{--accent:\s?light-dark\(#0044ff,\s?#[\da-f]{6}\)\}$/u);
  });

  test("the logo stands beside the title with the size of its file", () => {
    const { document } = parseHTML(read("p/russian001/index.html"));
    const logo = document.querySelector(".brand img");
    expect(logo?.getAttribute("src")).toBe("../../assets/logo.svg");
    expect([logo?.getAttribute("width"), logo?.getAttribute("height")]).toEqual(["40", "20"]);
    expect(document.querySelector('link[rel="icon"]')?.getAttribute("href")).toBe("../../assets/logo.svg");
    expect(existsSync(join(site, "assets", "logo.svg"))).toBe(true);
  });

  test("a channel has the name, the handle and the description it was given, wherever it is named", () => {
    const page = read("channels/harbour/index.html");
    for (const words of ["The Harbour", "@the_harbour", "News of the harbour, by its own office."]) {
      expect(page).toContain(words);
    }
    const old = pages().filter((name) => read(name).includes("Harbour News"));
    expect(old).toEqual([]);
  });

  test("a channel that nothing names is called after its dump, in the interface's language", () => {
    const nameless = { key: "unidentified-harbour", name: "Unidentified channel (harbour)", identified: false };
    const posts = [postWith({ id: "k3v9x0q2mt", channel: nameless })];
    expect(archiveOf(posts).channels[0]?.channel.name).toBe("Unnamed channel harbour");
    const inRussian = new Archive({ ...settings, language: "ru" }, posts, { dumps: [] });
    expect(inRussian.channels[0]?.channel.name).toBe("Безымянный канал harbour");
    const named = { ...settings, channels: { "unidentified-harbour": { name: "Harbour" } } };
    expect(new Archive(named, posts, { dumps: [] }).channels[0]?.channel).toMatchObject({
      name: "Harbour",
      identified: true,
    });
  });

  test("the time zone is told wherever dates are", () => {
    const silent = pages().filter((name) => !read(name).includes("time zone Europe/London"));
    expect(silent).toEqual([]);
  });

  test("a setting that is wrong stops the build in one line", async () => {
    const build = (name: string, said: object) =>
      buildSite(contentWith(oddPosts, join(folder, name), { ...said }), join(folder, `${name}-site`));
    await expect(build("lost", { logo: "lost.png" })).rejects.toThrow(/^Cannot use logo ".*lost\.png": there is no/u);
    await expect(build("stray", { channels: { harbor: { name: "x" } } })).rejects.toThrow(
      /^Cannot read settings ".*site\.yml": line \d+: key "channels\.harbor": no post is of this channel/u,
    );
  });
});

test.skipIf(process.platform === "win32")("a web server that runs as somebody else may read the site", () => {
  expect(statSync(site).mode & 0o055).toBe(0o055);
});

describe("the head of every page", () => {
  test("tells other sites what a link to it shows", () => {
    for (const name of pages()) {
      const { document } = parseHTML(read(name));
      const said = (property: string) =>
        document.querySelector(`meta[property="${property}"]`)?.getAttribute("content") ?? "";
      expect([name, said("og:type")]).toEqual([name, name.startsWith("p/") ? "article" : "website"]);
      // Open Graph's readers take the canonical address for `og:url`.
      const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? "";
      expect([name, URL.canParse(canonical)]).toEqual([name, true]);
      for (const property of ["og:title", "og:description", "og:site_name", "og:locale"]) {
        expect([name, property, said(property)]).not.toEqual([name, property, ""]);
      }
    }
  });

  test("a day that is inferred is not published as certain", () => {
    expect(read("p/longpost01/index.html")).not.toContain("article:published_time");
    expect(read("p/headlined1/index.html")).toContain(
      '<meta name="DC.date" property="article:published_time" content="2025-02-05"/>',
    );
  });

  test("leads to feeds and a description of the search that are there", () => {
    for (const name of pages()) {
      const { document } = parseHTML(read(name));
      const links = [...document.querySelectorAll('link[rel="alternate"][type$="+xml"], link[rel="search"]')];
      expect(links.length).toBeGreaterThan(1);
      for (const link of links) {
        const address = new URL(link.getAttribute("href") ?? "", `https://archive.example/fixture/${encodeURI(name)}`);
        const path = decodeURIComponent(address.pathname).replace("/fixture/", "");
        expect([name, path, existsSync(join(site, path))]).toEqual([name, path, true]);
      }
    }
  });
});

test("the home page is a Collection for programs, and no title can end its data", () => {
  const { document } = parseHTML(read("index.html"));
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  expect(scripts).toHaveLength(1);
  const data = JSON.parse(scripts[0]?.textContent ?? "");
  expect(data).toMatchObject({
    "@type": "Collection",
    name: `Ships ${closing}`,
    collectionSize: 69,
    temporalCoverage: "2025-02-04/2025-03-10",
  });
  expect(data.hasPart[0]).toMatchObject({ name: "The Harbour", sameAs: "https://t.me/the_harbour" });
  expect(read("index.html")).not.toContain("<script>alert(1)");
});

test("a post as long as they get weighs 14 kB with its style sheet, the style sheet 9 kB", () => {
  const weight = (path: string) => gzipSync(read(path), { level: 9 }).length;
  const style = weight("assets/style.css");
  expect(style).toBeLessThanOrEqual(9 * 1024);
  const heaviest = Math.max(
    ...pages()
      .filter((name) => name.startsWith("p/"))
      .map(weight),
  );
  expect(heaviest).toBeGreaterThan(2 * 1024);
  expect(heaviest + style).toBeLessThanOrEqual(14 * 1024);
});
