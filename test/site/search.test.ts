import { expect, test } from "vitest";
import { ask } from "../../src/site/client/ask.ts";
import type { Bundle, BundleQuestion, Found, Hit } from "../../src/site/client/bundle.ts";
import { excerptParts } from "../../src/site/client/excerpt.ts";
import { facetValues } from "../../src/site/client/facet-values.ts";
import { merged } from "../../src/site/client/merge.ts";
import { addressOf, isBlank, questionIn, toggled } from "../../src/site/client/question.ts";
import { searchBundles, searchManifest } from "../../src/site/search/bundles.ts";
import { detailsIn } from "../../src/site/search/details.ts";
import type { SearchRecord } from "../../src/site/search/record.ts";
import { archiveOf, inferred, manyPosts, oddPosts, postWith } from "./fixture.ts";

const pathOf = (record: SearchRecord) => detailsIn(record.url).path;
const archive = archiveOf([...oddPosts, ...manyPosts(30)]);

test("each post is in one bundle, those too short to tell in that of their channel", () => {
  const bundles = searchBundles(archive);
  expect(bundles.flatMap((bundle) => bundle.records)).toHaveLength(archive.posts.length);
  expect(bundles.map((bundle) => bundle.name).sort()).toEqual(["en", "fa", "ru", "zh"]);
  const english = bundles.find((bundle) => bundle.name === "en");
  expect(english?.records.map(pathOf)).toContain("p/empty00001/");
});

test("languages too small for a bundle of their own share one without word forms, Chinese excepted", () => {
  const bundles = searchBundles(archiveOf([...oddPosts, ...manyPosts(300)]));
  expect(bundles.map((bundle) => [bundle.name, bundle.language]).sort()).toEqual([
    ["en", "en"],
    ["other", "unknown"],
    ["zh", "zh"],
  ]);
});

test("every record has its sort key, in the order of the archive", () => {
  const records = searchBundles(archive).flatMap((bundle) => bundle.records);
  const keys = new Map(records.map((record) => [pathOf(record), record.sort.date]));
  const inOrder = archive.posts.map((page) => keys.get(page.path.slice(1)) ?? "");
  expect(inOrder).toEqual(inOrder.toSorted());
  expect(new Set(inOrder).size).toBe(archive.posts.length);
});

test("a record holds the post's own words once, and what to narrow by", () => {
  const post = postWith({
    id: "k3v9x0q2mt",
    text: "Talks\n\nAgain. #Geneva",
    forwardedFrom: "Them",
    dating: inferred("2025-02-04", 1),
  });
  const record = searchBundles(archiveOf([post]))[0]?.records[0];
  expect(record).toMatchObject({
    content: "Talks\n\nAgain. #Geneva",
    filters: {
      year: ["2025"],
      channel: ["harbour"],
      language: ["en"],
      date: ["inferred"],
      forwarded: ["yes"],
      tag: ["geneva"],
    },
    meta: { title: "Talks" },
  });
  expect(detailsIn(record?.url ?? "")).toEqual({
    path: "p/k3v9x0q2mt/",
    details: { day: "2025-02-04", when: "between 3 and 5 February 2025", channel: "Harbour News", language: "en" },
  });
});

test("the manifest leads to the bundles and names what is keyed", () => {
  const manifest = searchManifest(searchBundles(archive), archive);
  expect(manifest.bundles).toContain("pagefind/ru/");
  expect(manifest.labels.channel?.harbour).toBe("Harbour News");
  expect(manifest.labels.tag?.daily).toBe("Daily");
  expect(manifest.labels.language).toMatchObject({ en: "English", ru: "Russian", und: "Not known" });
});

test("a question goes into an address and comes back", () => {
  const question = toggled(toggled(questionIn("?q=конфликт&sort=newest"), "year", "2025"), "tag", "c++&d");
  expect(questionIn(addressOf(question))).toEqual(question);
  expect(toggled(question, "year", "2025").chosen.year).toEqual([]);
  expect(addressOf(questionIn(""))).toBe("");
  expect(isBlank(questionIn("?q=+&sort=sideways&nonsense=1"))).toBe(true);
});

test("an excerpt becomes text; only Pagefind's own marks mark", () => {
  expect(excerptParts("a <mark>b</mark> &lt;mark&gt;c&lt;/mark&gt; &amp;lt; <script>")).toEqual([
    { text: "a ", marked: false },
    { text: "b", marked: true },
    { text: " <mark>c</mark> &lt; <script>", marked: false },
  ]);
});

const hit = (day: string, score: number): Hit => ({
  score,
  load: async () => ({ details: { day, when: "", channel: "", language: "" }, title: "", path: day, excerpt: "" }),
});
const paths = (found: readonly Found[]) => found.map((each) => each.path);

test("results of two bundles merge by score, or by day, a page at a time", async () => {
  const english = [hit("2025-01-05", 3), hit("2025-01-03", 1)];
  const russian = [hit("2025-01-04", 2), hit("2025-01-02", 9), hit("2025-01-01", 4)];
  expect(paths(await merged([english, russian], "relevance")(3))).toEqual(["2025-01-02", "2025-01-01", "2025-01-05"]);
  const take = merged([english, russian], "newest");
  expect(paths(await take(2))).toEqual(["2025-01-05", "2025-01-04"]);
  expect(paths(await take(2))).toEqual(["2025-01-03", "2025-01-02"]);
  expect(paths(await take(9))).toEqual(["2025-01-01"]);
  expect(await take(9)).toEqual([]);
});

test("a facet's own choice does not hide its other values", async () => {
  const asked: BundleQuestion[] = [];
  const bundle: Bundle = {
    totals: {},
    ask: async (question) => {
      asked.push(question);
      return { hits: [], counts: { year: question.filters.year ? { 2025: 1 } : { 2025: 1, 2024: 7 }, tag: { x: 1 } } };
    },
  };
  const answer = await ask([bundle], questionIn("?q=talks&year=2025&tag=x"));
  expect(answer.counts.year).toEqual({ 2025: 1, 2024: 7 });
  expect(asked).toHaveLength(3);
});

test("without words the newest posts come first", async () => {
  const asked: BundleQuestion[] = [];
  const bundle: Bundle = {
    totals: {},
    ask: async (question) => {
      asked.push(question);
      return { hits: [], counts: {} };
    },
  };
  await ask([bundle], questionIn("?year=2025"));
  expect(asked[0]).toEqual({ words: null, filters: { year: { any: ["2025"] } }, newestFirst: true });
});

test("facet values: years from the newest, others from the fullest, chosen ones always", () => {
  expect(facetValues("year", { year: { 2024: 9, 2025: 1 } }, {}, []).map((value) => value.value)).toEqual([
    "2025",
    "2024",
  ]);
  const counts = { tag: Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`tag${index}`, 20 - index])) };
  const values = facetValues("tag", counts, { tag: { tag0: "Tag0" } }, ["tag19", "gone"]);
  expect(values).toHaveLength(14);
  expect(values[0]).toEqual({ value: "tag0", label: "#Tag0", count: 20, chosen: false });
  expect(values.at(-1)).toEqual({ value: "gone", label: "#gone", count: 0, chosen: true });
});
