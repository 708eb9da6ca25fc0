import { expect, test } from "vitest";
import { planOf } from "../../src/site/client/engine/searches.ts";
import { readWords } from "../../src/site/client/engine/words.ts";
import { questionIn } from "../../src/site/client/question.ts";
import type { SearchServer } from "../../src/site/model/search-server.ts";
import type { EngineSearch } from "../../src/site/search/engines/engine.ts";
import { searchEngines } from "../../src/site/search/engines/search-engines.ts";
import { archiveOf, postWith, stated } from "../site/fixture.ts";
import { engineWordsOf } from "./engine-words-of.ts";

/*
 * What each engine is sent, word for word: `is` reads a question and gives the search for the posts that surely answer it.
 */
const words = engineWordsOf(
  archiveOf([
    postWith({ id: "bridge0001", text: "The old bridge is closed.", dating: stated("2025-02-04") }),
    postWith({
      id: "stone00001",
      text: 'A stone, "US" bridges 🔥',
      dating: stated("2025-02-05"),
      forwardedFrom: 'Pier "A"',
    }),
  ]),
);

const server = (engine: SearchServer["engine"]): SearchServer => ({
  engine,
  url: "https://search.example",
  key: "reader:public",
  index: "harbour",
});

async function searchFor(question: string, list: "sure" | "possible" = "sure"): Promise<EngineSearch> {
  const asked = questionIn(question);
  return planOf(asked, await readWords(asked.words, words))[list];
}

async function sent(engine: SearchServer["engine"], search: EngineSearch): Promise<Record<string, unknown>> {
  const { body = "" } = searchEngines[engine].requestOf([search], server(engine));
  if (engine === "opensearch") return JSON.parse(body.split("\n")[1] ?? "") as Record<string, unknown>;
  const { queries, searches } = JSON.parse(body) as Record<
    "queries" | "searches",
    Record<string, unknown>[] | undefined
  >;
  return (queries ?? searches)?.[0] ?? {};
}

test.each([
  [
    "words in all their forms",
    "?q=bridges+old",
    { bool: { filter: [{ terms: { forms: ["bridg"] } }, { terms: { forms: ["old"] } }] } },
    ["bridg old", '(forms IN ["bridg"]) AND (forms IN ["old"])'],
    ["bridg old", "(forms:=[`bridg`]) && (forms:=[`old`])"],
  ],
  [
    "a phrase",
    "?q=%22old+bridge%22",
    {
      bool: {
        filter: [
          { terms: { forms: ["old"] } },
          { terms: { forms: ["bridg"] } },
          { match_phrase: { words: "old bridge" } },
        ],
      },
    },
    ['old bridg "old bridge"', '(forms IN ["old"]) AND (forms IN ["bridg"])'],
    ['old bridg "old bridge"', "(forms:=[`old`]) && (forms:=[`bridg`])"],
  ],
  [
    "a phrase that must not stand there",
    "?q=-%22old+bridge%22",
    {
      bool: {
        must_not: [
          {
            bool: {
              filter: [
                { terms: { forms: ["old"] } },
                { terms: { forms: ["bridg"] } },
                { match_phrase: { words: "old bridge" } },
              ],
            },
          },
        ],
      },
    },
    ['-"old bridge"', undefined],
    ['-"old bridge"', undefined],
  ],
  [
    "alternatives, a word to leave out and a tag",
    "?q=bridge+OR+tag:Pier+-stone",
    {
      bool: {
        filter: [
          {
            bool: {
              should: [{ terms: { forms: ["bridg"] } }, { terms: { tagFolded: ["pier"] } }],
              minimum_should_match: 1,
            },
          },
          { bool: { must_not: [{ terms: { forms: ["stone"] } }] } },
        ],
      },
    },
    ["", '((forms IN ["bridg"]) OR (tagFolded IN ["pier"])) AND (NOT (forms IN ["stone"]))'],
    ["*", "((forms:=[`bridg`]) || (tagFolded:=[`pier`])) && (forms:!=[`stone`])"],
  ],
  [
    "a name in quotation marks, which cannot get out of its place",
    "?q=from:%22Pier%22",
    { terms: { from: ['Pier "A"'] } },
    ["", 'from IN ["Pier \\"A\\""]'],
    ["*", 'from:=[`Pier "A"`]'],
  ],
  [
    "an emoji, which puts nothing in order",
    "?q=%F0%9F%94%A5",
    { terms: { forms: ["🔥"] } },
    ["", 'forms IN ["🔥"]'],
    ["*", "forms:=[`🔥`]"],
  ],
  [
    "days",
    "?from=2025-02-01&to=2025-02-28",
    { bool: { filter: [{ range: { earliest: { gte: 20250201 } } }, { range: { latest: { lte: 20250228 } } }] } },
    ["", "(earliest >= 20250201) AND (latest <= 20250228)"],
    ["*", "(earliest:>=20250201) && (latest:<=20250228)"],
  ],
  [
    "months that follow each other, as one time",
    "?month=2024-12&month=2025-01",
    { bool: { filter: [{ range: { earliest: { gte: 20241201 } } }, { range: { latest: { lte: 20250131 } } }] } },
    ["", "(earliest >= 20241201) AND (latest <= 20250131)"],
    ["*", "(earliest:>=20241201) && (latest:<=20250131)"],
  ],
])("asks for %s", async (_, question, opensearch, [q, filter], [typed, expression]) => {
  const search = await searchFor(question);
  expect((await sent("opensearch", search)).query).toMatchObject({ bool: { filter: [opensearch] } });
  expect(await sent("meilisearch", search)).toMatchObject({ q: q ?? "" });
  expect((await sent("meilisearch", search)).filter).toBe(filter);
  expect(await sent("typesense", search)).toMatchObject({ q: typed });
  expect((await sent("typesense", search)).filter_by).toBe(expression);
});

test("asks for posts that are of a day only possibly by what is not certain", async () => {
  const search = await searchFor("?from=2025-02-01", "possible");
  expect((await sent("meilisearch", search)).filter).toBe("(latest >= 20250201) AND (NOT (earliest >= 20250201))");
  expect((await sent("typesense", search)).filter_by).toBe("(latest:>=20250201) && (earliest:<20250201)");
});

test("sends the whole request as each engine wants it", async () => {
  const search = await searchFor("?q=bridge&sort=oldest&copies=one");
  expect(searchEngines.opensearch.requestOf([search], server("opensearch"))).toEqual({
    method: "POST",
    path: "/harbour/_msearch",
    headers: { "Content-Type": "application/x-ndjson", Authorization: `Basic ${btoa("reader:public")}` },
    body: `{}\n${JSON.stringify({
      query: { bool: { filter: [{ terms: { forms: ["bridg"] } }] } },
      from: 0,
      sort: [{ best: "asc" }, { id: "asc" }],
      _source: ["id", "path", "title", "text", "when", "channel", "language"],
      size: 20,
      track_total_hits: true,
      aggs: { groups: { cardinality: { field: "group", precision_threshold: 40000 } } },
      collapse: { field: "group" },
    })}\n`,
  });
  expect(await sent("meilisearch", search)).toEqual({
    indexUid: "harbour",
    q: "",
    matchingStrategy: "all",
    filter: 'forms IN ["bridg"]',
    sort: ["best:asc"],
    page: 1,
    hitsPerPage: 20,
    attributesToRetrieve: ["id", "path", "title", "text", "when", "channel", "language"],
    distinct: "group",
  });
  expect(await sent("typesense", search)).toEqual({
    collection: "harbour",
    q: "*",
    query_by: "titleForms,forms,words",
    query_by_weights: "5,1,1",
    prefix: "false",
    num_typos: "0",
    typo_tokens_threshold: 0,
    drop_tokens_threshold: 0,
    split_join_tokens: "off",
    filter_by: "forms:=[`bridg`]",
    sort_by: "best:asc",
    page: 1,
    per_page: 20,
    include_fields: "id,path,title,text,when,channel,language",
    highlight_fields: "none",
    group_by: "group",
    group_limit: 1,
  });
  expect(searchEngines.meilisearch.requestOf([search], server("meilisearch")).headers.Authorization).toBe(
    "Bearer reader:public",
  );
  expect(searchEngines.typesense.requestOf([search], server("typesense")).headers["X-TYPESENSE-API-KEY"]).toBe(
    "reader:public",
  );
});
