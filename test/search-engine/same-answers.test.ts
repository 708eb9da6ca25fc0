import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { indexArchive } from "../../scripts/search-engine/index-archive.ts";
import { askEngine } from "../../src/site/client/engine/ask.ts";
import { answersOf, planOf, searchesOf } from "../../src/site/client/engine/searches.ts";
import { readWords } from "../../src/site/client/engine/words.ts";
import { filtered } from "../../src/site/client/filter.ts";
import { match } from "../../src/site/client/match.ts";
import { type Question, questionIn } from "../../src/site/client/question.ts";
import { engineKinds } from "../../src/site/model/search-server.ts";
import { labelsOf, searchBundles } from "../../src/site/search/bundles.ts";
import { facetNames } from "../../src/site/search/facets.ts";
import { archiveOf, inferred, manyPosts, oddPosts, postWith, stated } from "../site/fixture.ts";
import { opened } from "../site/opened-bundle.ts";
import { engineWordsOf } from "./engine-words-of.ts";
import { type StandIn, standInFor } from "./stand-in.ts";

/*
 * What is asked of an engine finds what the search in the browser finds, with the same numbers beside it: each question is answered by both, the
 * engine's part by a stand-in that reads what it is sent.
 */
const copied =
  "The same words about a bridge that two channels carry, long enough to be known as a copy of each other.";

const posts = [
  postWith({ id: "passing001", text: "News of the pier\n\nSomebody lifted a stone.", dating: stated("2025-03-03") }),
  ...oddPosts,
  ...manyPosts(30),
  postWith({
    id: "bridge0001",
    text: "The old bridge\n\nThe old bridge is closed. #Harbour",
    dating: stated("2024-12-30"),
  }),
  postWith({
    id: "bridge0002",
    text: "An old stone\n\nbridges are old here.",
    dating: inferred("2025-01-02", 5),
    media: ["photo"],
  }),
  postWith({
    id: "bridge0003",
    text: "A bridge, old as it is, in the US.",
    dating: inferred("2025-01-20", 2),
    forwardedFrom: "Pier News",
  }),
  postWith({
    id: "bridge0004",
    text: "Tell us of C++ and the ferry.",
    dating: stated("2025-01-31"),
    media: ["document"],
  }),
  postWith({
    id: "russian002",
    language: "ru",
    text: "Прибыл посол\n\nДрузья послов приехали.",
    dating: stated("2026-01-04"),
    links: ["https://news.example.org/a"],
  }),
  postWith({ id: "chinese002", language: "zh", text: "外交部发言人答记者问。外交", dating: stated("2026-02-01") }),
  postWith({ id: "copyone001", text: copied, dating: stated("2025-05-01") }),
  postWith({
    id: "copytwo001",
    text: copied,
    dating: stated("2025-05-02"),
    channel: { key: "pier", name: "Pier News", identified: true },
  }),
];
const archive = archiveOf(posts);
const bundles = searchBundles(archive).map(opened);
const labels = labelsOf(archive);
const words = engineWordsOf(archive);

const questions = [
  "",
  "q=bridge",
  "q=bridges+old",
  "q=%22old+bridge%22",
  "q=-%22old+bridge%22+bridge",
  "q=bridge+-stone",
  "q=ferry+OR+stone",
  "q=brid*",
  "q=bri",
  "q=US",
  "q=C%2B%2B",
  "q=посол",
  "q=послов",
  "q=外交",
  "q=%22外交部%22",
  "q=%23harbour",
  "q=tag:Harbour+bridge",
  "q=channel:pier",
  "q=-channel:pier+bridge",
  "q=from:pier",
  "q=lang:ru",
  "q=lang:engl",
  "q=has:photo",
  "q=has:file",
  "q=has:media",
  "q=has:link",
  "q=site:example.org",
  "q=is:inferred",
  "q=is:forwarded",
  "q=after:2025-01+before:2025-02",
  "q=before:2025",
  "q=bridge+OR+before:2025",
  "q=unheardof",
  "q=!!!",
  "from=2025-01-01&to=2025-01-20",
  "from=2025-01-01&to=2025-01-20&within=certainly",
  "q=bridge&from=2025-02-01&to=2025-01-01",
  "year=2025",
  "year=2025&within=certainly",
  "year=2024&year=2025&within=certainly",
  "month=2024-12&month=2025-01",
  "month=2025-01&within=certainly",
  "year=2025&month=2024-12&channel=harbour",
  "channel=pier&channel=harbour&q=words",
  "date=inferred&sort=oldest",
  "language=ru&language=zh&sort=newest",
  "media=photo",
  "tag=harbour",
  "q=words+carry&copies=one",
];

describe.each(engineKinds)("%s", (engine) => {
  let stand: StandIn;
  const folder = mkdtempSync(join(tmpdir(), "scrollback-answers-"));
  beforeAll(async () => {
    stand = await standInFor(engine);
    await indexArchive(archive, {
      server: stand.writing,
      file: join(folder, "sent.jsonl"),
      wait: async () => undefined,
    });
  });
  afterAll(async () => {
    await stand.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const asked = async (question: Question) => {
    const plan = planOf(question, await readWords(question.words, words));
    const all = <Search extends { readonly size: number }>(search: Search): Search =>
      search.size === 0 ? search : { ...search, size: 250 };
    const whole = { ...plan, sure: all(plan.sure), possible: all(plan.possible) };
    const answers = await askEngine(searchesOf(whole), stand.server, "en");
    return answersOf(whole, answers);
  };

  test.each(questions)("finds the same by ?%s", async (text) => {
    const question = questionIn(`?${text}`);
    const own = filtered(bundles, await match(bundles, question.words, labels), question);
    const theirs = await asked(question);
    const idsOf = (isSure: boolean): readonly (string | undefined)[] =>
      own.places.filter((place) => place.isSure === isSure).map(({ post }) => archive.posts[post]?.post.id);
    const isFolded = question.copies === "one";
    const expected = isFolded ? [idsOf(true).length] : [...idsOf(true)].sort();
    const found = theirs.sure.found.map(({ id }) => id);
    expect(isFolded ? [found.length] : [...found].sort()).toEqual(expected);
    expect(theirs.possible.found.map(({ id }) => id).sort()).toEqual([...idsOf(false)].sort());
    if (text !== "") {
      expect(theirs.sure.total).toBe(idsOf(true).length);
      expect(theirs.possible.total).toBe(own.possible);
      expect(theirs.hidden).toBe(own.hidden);
    }
    if (isFolded) return;
    for (const name of facetNames) {
      const sorted = (counts: ReadonlyMap<string, number>): object => [...counts].sort();
      expect({ [name]: sorted(theirs.counts[name]) }).toEqual({ [name]: sorted(own.counts[name]) });
    }
  });

  test.each(["newest", "oldest"])("puts the %s first", async (order) => {
    const { sure } = await asked(questionIn(`?q=bridge&sort=${order}`));
    const days = sure.found.map(({ id }) => archive.posts.find(({ post }) => post.id === id)?.day ?? "");
    expect(days.length).toBeGreaterThan(3);
    expect(days).toEqual(order === "oldest" ? days.toSorted() : days.toSorted().reverse());
  });

  test("puts a title before a word in passing", async () => {
    const { sure } = await asked(questionIn("?q=stone"));
    expect(sure.found.map(({ id }) => id)).toEqual(["bridge0002", "passing001"]);
  });

  test("gives pages of results that follow each other", async () => {
    const plan = planOf(questionIn("?channel=harbour"), await readWords("", words));
    const pages = await askEngine(
      [
        { ...plan.sure, size: 20 },
        { ...plan.sure, start: 20, size: 20 },
      ],
      stand.server,
      "en",
    );
    const ids = pages.flatMap(({ found }) => found.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(20);
  });
});
