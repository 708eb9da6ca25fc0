import { expect, test } from "vitest";
import type { Post } from "../../src/model/post.ts";
import { archiveOf, inferred, manyPosts, postWith, stated } from "./fixture.ts";

const north = { key: "north", name: "North Pier", identified: true };

function named(posts: readonly Post[]) {
  const archive = archiveOf(posts);
  const page = (id: string) => {
    const found = archive.posts.find(({ post }) => post.id === id);
    if (found === undefined) throw new Error(`the archive has a post ${id}`);
    return found;
  };
  const ids = (pages: readonly { readonly post: Post }[]) => pages.map(({ post }) => post.id);
  return { compared: archive.compared, relations: archive.relations, page, ids };
}

test("a text that stands in another channel too is found, whatever its blanks", () => {
  const { relations, page, ids } = named([
    postWith({ id: "one0000000", text: "The ferry to the island is late again" }),
    postWith({
      id: "two0000000",
      channel: north,
      text: "The ferry to the island\u00a0is late\nagain",
      forwardedFrom: "Harbour News",
    }),
    postWith({ id: "three00000", text: "The ferry to the island is early" }),
    postWith({ id: "four000000", text: "Good morning!" }),
    postWith({ id: "five000000", channel: north, text: "Good morning!" }),
  ]);
  const twins = relations.groupOf(page("one0000000"));
  expect(ids(twins?.pages ?? [])).toEqual(["one0000000", "two0000000"]);
  expect(relations.groupOf(page("two0000000"))).toBe(twins);
  expect(relations.groupOf(page("three00000"))).toBeUndefined();
  expect(relations.groupOf(page("four000000"))).toBeUndefined();
  // Both are dated 4 February; but a forward is never the first where its original is there.
  expect(relations.originalOf(page("two0000000"))?.post.id).toBe("one0000000");
  expect(ids(twins?.first ?? [])).toEqual(["one0000000"]);
  expect(ids(relations.forwardsOf(page("one0000000")))).toEqual(["two0000000"]);
});

test("a reply leads to the post it quotes, and that post to the reply", () => {
  const quote = { author: "Harbour News", excerpt: "The ferry to the island is late again. Passengers…" };
  const { relations, page, ids } = named([
    postWith({
      id: "quoted0000",
      text: "The ferry to the island is late again.\n\nPassengers wait in the old hall.",
      dating: stated("2025-02-01"),
    }),
    postWith({ id: "reply00000", text: "It has come.", replyTo: quote, dating: stated("2025-02-03") }),
    postWith({ id: "elsewhere0", channel: north, text: "Seen.", replyTo: quote, dating: stated("2025-02-03") }),
    postWith({
      id: "stranger00",
      channel: north,
      text: "Not this.",
      replyTo: { ...quote, author: "Somebody" },
      dating: stated("2025-02-03"),
    }),
    postWith({
      id: "later00000",
      text: "The ferry to the island is late again. Passengers are angry now.",
      dating: stated("2025-02-09"),
    }),
  ]);
  const { quotedBy, repliesTo } = relations;
  expect(quotedBy(page("reply00000"))?.post.id).toBe("quoted0000");
  expect(quotedBy(page("elsewhere0"))?.post.id).toBe("quoted0000");
  expect(quotedBy(page("stranger00"))).toBeUndefined();
  expect(ids(repliesTo(page("quoted0000"))).sort()).toEqual(["elsewhere0", "reply00000"]);
  expect(repliesTo(page("later00000"))).toEqual([]);
});

test("posts with rare words in common are related, those with common words are not", () => {
  const { compared, page, ids } = named([
    ...manyPosts(40),
    postWith({ id: "light00001", text: "Ships came and went. The lighthouse keeper repainted the lantern." }),
    postWith({ id: "light00002", text: "Ships came and went. A lantern for the lighthouse arrived, the keeper says." }),
    postWith({ id: "other00001", text: "Ships came and went. Herring prices fell." }),
  ]);
  expect(ids(compared.relatedTo(page("light00001")))).toEqual(["light00002"]);
  expect(ids(compared.relatedTo(page("light00002")))).toEqual(["light00001"]);
  expect(compared.relatedTo(page("other00001"))).toEqual([]);
});

test("a rare tag relates posts of different words, and forms of a Russian word are one word", () => {
  const { compared, page, ids } = named([
    ...manyPosts(40),
    postWith({ id: "tagged0001", text: "Herring prices fell #Market" }),
    postWith({ id: "tagged0002", text: "Cod is dear #Market" }),
    postWith({ id: "russian001", language: "ru", text: "Смотритель маяка красил лестницу" }),
    postWith({ id: "russian002", language: "ru", text: "Лестница у маяков. Смотрителем доволен город" }),
  ]);
  expect(ids(compared.relatedTo(page("tagged0001")))).toEqual(["tagged0002"]);
  expect(ids(compared.relatedTo(page("russian001")))).toEqual(["russian002"]);
});

test("a copy is no relative, and what is related does not change with the question's order", () => {
  const text = "The lighthouse keeper repainted the lantern on the western mole";
  const posts = [
    ...manyPosts(20),
    postWith({ id: "copy000001", text }),
    postWith({ id: "copy000002", channel: north, text }),
    postWith({ id: "kin0000001", text: "A lantern for the lighthouse on the mole", dating: inferred("2025-02-06", 1) }),
  ];
  const { compared, page, ids } = named(posts);
  expect(ids(compared.relatedTo(page("copy000001")))).toEqual(["kin0000001"]);
  expect(ids(compared.relatedTo(page("kin0000001")))).toEqual(ids(compared.relatedTo(page("kin0000001"))));
  expect(ids(compared.relatedTo(page("kin0000001")))).toHaveLength(1);
});

test("a post's page lists each other post once, under its closest relation", () => {
  const text = "The ferry to the island is late again, and the island waits";
  const forward = { channel: north, text, forwardedFrom: "Harbour News" };
  const { compared, relations, page, ids } = named([
    ...manyPosts(40),
    postWith({ id: "original00", text, dating: stated("2025-02-01") }),
    postWith({ id: "forward001", ...forward, dating: stated("2025-02-02") }),
    postWith({ id: "forward002", ...forward, dating: stated("2025-02-03") }),
    postWith({ id: "copied0000", text, channel: { ...north, key: "south" }, dating: stated("2025-02-04") }),
    postWith({
      id: "reply00000",
      text: "The island waits no longer: the ferry is late no more",
      replyTo: { author: "Harbour News", excerpt: "The ferry to the island is late…" },
      dating: stated("2025-02-05"),
    }),
  ]);
  const lists = (id: string) =>
    Object.fromEntries(Object.entries(relations.listsOf(page(id))).map(([name, pages]) => [name, ids(pages)]));
  expect(lists("original00")).toEqual({
    forwards: ["forward001", "forward002"],
    replies: ["reply00000"],
    same: ["copied0000"],
  });
  expect(relations.originalOf(page("forward001"))).toBe(page("original00"));
  expect(lists("forward001")).toEqual({ forwards: [], replies: [], same: ["forward002", "copied0000"] });
  expect(compared.relatedTo(page("original00"))).toEqual([]);
  // It answers the original, and the copies say nothing else.
  expect(relations.quotedBy(page("reply00000"))).toBe(page("original00"));
  expect(ids(compared.relatedTo(page("reply00000")))).toEqual([]);
});
