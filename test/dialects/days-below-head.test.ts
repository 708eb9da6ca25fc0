import { describe, expect, test } from "vitest";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import { readSource } from "../../src/read/source-text.ts";

/** Pages that people copied by hand, with the page's head and the day over the posts of each day, of invented channels. */
const pages = [
  {
    language: "English",
    head: ["Harbour Bus", "@harbourbus", "12.3K subscribers"],
    days: ["2 February", "3 February", "9 February"],
    posts: [
      "No train today.",
      "A bus leaves from the post office.",
      "There is a new waiting room.",
      "A glove was found.",
    ],
    says: "News of the harbour line.",
  },
  {
    language: "Czech",
    head: ["Nádraží Lhota", "@lhotanadrazi", "540 odběratelů"],
    days: ["2. února", "3. února", "9. února"],
    posts: ["Vlak dnes nejede.", "Autobus odjíždí od pošty.", "Na nádraží je nová čekárna.", "Ztratila se rukavice."],
    says: "Zprávy z naší trati.",
  },
  {
    language: "Russian",
    head: ["Автобус пристани", "@buspristan", "1,2 тыс. подписчиков"],
    days: ["2 февраля", "3 февраля", "9 февраля"],
    posts: ["Поезд сегодня не ходит.", "Автобус идёт от почты.", "Открыт новый зал.", "Найдена перчатка."],
    says: "Новости нашей линии.",
  },
] as const;

const wanted: readonly Day[] = ["2026-02-02", "2026-02-02", "2026-02-03", "2026-02-09"] as unknown as readonly Day[];

function read(lines: readonly string[]) {
  const source = readSource(Buffer.from(lines.join("\n")), "page.txt");
  return readDump({ source, sidecar: { retrieved: "2026-02-12" as Day }, today: "2026-11-01" as Day });
}

describe.each(pages)("days over posts below a head copied by hand, in $language", ({ head, days, posts, says }) => {
  const dated = [days[0], "", posts[0], "", posts[1], "", days[1], "", posts[2], "", days[2], "", posts[3]];

  test("are in no text and date the posts below them, also those without one of their own", () => {
    const { posts: found, report } = read([...head, "", ...dated]);
    expect(found.map(({ text }) => text)).toEqual(posts);
    // Of the posts of one day, the later one may be of any day down to the next heading.
    expect(found.map(({ dating }) => dating.earliest)).toEqual(wanted);
    expect(found.map(({ channel }) => channel.name)).toEqual(posts.map(() => head[0]));
    expect(report.notices.map(({ rule }) => rule)).not.toContain("plain/separator");
  });

  test("stand below what the channel says of itself, or below posts without a day", () => {
    const { report } = read([...head, says, "", ...dated]);
    expect(report.about?.description).toBe(says);
    expect(report.notices.filter(({ rule }) => rule === "head/description").map(({ line }) => line)).toEqual([4]);
    const above = ["Welcome aboard!", "", "The quay is closed.", ""];
    const { posts: found } = read([...head, "", ...above, ...dated]);
    expect(found.map(({ text }) => text)).toEqual(["Welcome aboard!", "The quay is closed.", ...posts]);
    expect(found.slice(2).map(({ dating }) => dating.earliest)).toEqual(wanted);
  });
});

describe("days over the posts of a text that no head opens", () => {
  const body = pages.map(({ language, days, posts }) => ({
    language,
    lines: [days[0], posts[0], days[1], posts[2], days[2], posts[3]],
    posts: [posts[0], posts[2], posts[3]],
  }));

  test.each(body)("date the posts below them, also where one was forwarded ($language)", ({ lines, posts }) => {
    for (const place of [1, 3, 5]) {
      const marked = [...lines.slice(0, place), "Forwarded from Weir & Lock", ...lines.slice(place)];
      const bare = read(lines).posts;
      const { posts: found } = read(marked);
      expect(found.map(({ text }) => text)).toEqual(bare.map(({ text }) => text));
      expect(found.map(({ dating }) => dating.best)).toEqual(bare.map(({ dating }) => dating.best));
      expect(found.flatMap(({ forwardedFrom }) => forwardedFrom ?? [])).toEqual(["Weir & Lock"]);
      expect(found.map(({ text }) => text).join("\n")).toBe(posts.join("\n"));
    }
  });
});
