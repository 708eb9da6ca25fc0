import { describe, expect, test } from "vitest";
import { fileOfPosts } from "../../src/site/client/list-file.ts";
import { joinedLists, type ListedPost, myListIn } from "../../src/site/client/my-list.ts";
import type { PageFacts } from "../../src/site/client/page-facts.ts";
import { besideOf } from "../../src/site/formats/citations.ts";
import { postingOf } from "../../src/site/formats/json-ld.ts";
import { idsIn } from "../../src/site/model/list-query.ts";
import { listOf } from "../../src/site/model/urls.ts";
import { archiveOf, inferred, postWith, stated } from "./fixture.ts";

function storage(): Pick<Storage, "getItem" | "setItem"> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

const post = (id: string): ListedPost => ({ id, title: id, channel: "Harbour News", when: "4 February 2025" });

describe("a reader's list", () => {
  test("is kept for one archive and not for its neighbour on the same host", () => {
    const kept = storage();
    myListIn(kept, "https://host.example/one/").write([{ ...post("a1"), note: "mine" }]);
    expect(myListIn(kept, "https://host.example/one/").read()).toEqual([{ ...post("a1"), note: "mine" }]);
    expect(myListIn(kept, "https://host.example/two/").read()).toEqual([]);
  });

  test("is empty where the storage holds anything else", () => {
    for (const text of ["", "{", "7", "null", '{"id":"a"}', '[{"id":"../evil","title":"x"},{"id":7},null]']) {
      const list = myListIn({ getItem: () => text, setItem: () => {} }, "https://host.example/");
      expect(list.read()).toEqual([]);
    }
  });

  test("holds each post once", () => {
    expect(joinedLists([post("a1")], [post("b2"), post("a1")]).map(({ id }) => id)).toEqual(["a1", "b2"]);
  });

  test("is shared by an address of ids, as pages of lists write it too", () => {
    expect(idsIn(listOf(["a1", "b2"]).replace(/^[^?]*/u, ""))).toEqual(["a1", "b2"]);
    expect(idsIn("?posts=a1,,a1")).toEqual(["a1"]);
    for (const search of ["", "?posts=", "?posts=,", "?posts=../p", "?q=a1"]) expect(idsIn(search)).toBeUndefined();
  });
});

describe("a list as a file", () => {
  const archive = archiveOf([
    postWith({ id: "k3v9x0q2mt", text: "=Talks, and more", dating: stated("2025-02-04") }),
    postWith({ id: "guessed001", text: "Fog", dating: inferred("2025-02-10", 1) }),
  ]);
  const facts = archive.posts.map(
    (page): PageFacts => ({ posting: postingOf(page, archive), beside: besideOf(page, archive), when: page.date.when }),
  );

  test("has a record for each post in every form", () => {
    expect(fileOfPosts("bibtex", facts, "2026-11-29").match(/^@misc\{/gmu)).toHaveLength(2);
    expect(fileOfPosts("ris", facts, "2026-11-29").match(/^ER {2}- /gmu)).toHaveLength(2);
    expect(
      fileOfPosts("jsonl", facts, "2026-11-29")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).identifier),
    ).toEqual(["k3v9x0q2mt", "guessed001"]);
  });

  test("claims no day that is inferred, and runs in no spreadsheet", () => {
    const [head, first, second] = fileOfPosts("csv", facts, "2026-11-29").slice(1).split("\r\n");
    expect(head).toBe("id,url,title,channel,published,interval,language,note");
    expect(first).toContain(`"'=Talks, and more",Harbour News,2025-02-04,,en,`);
    expect(second).toContain("Fog,Harbour News,,2025-02-09/2025-02-11,en,");
  });
});
