import { describe, expect, test } from "vitest";
import { auditsOf } from "../../src/dating/audit.ts";
import { datePosts } from "../../src/dating/date.ts";
import type { Day } from "../../src/model/day.ts";

function dated(texts: readonly string[], language = "en") {
  const posts = texts.map((text) => ({ text, language }));
  const { datings } = datePosts({ posts, order: "oldest-first", retrieved: "2026-02-20" as Day });
  return datings;
}

describe("an author who begins posts with their days", () => {
  const logs: Readonly<Record<string, readonly string[]>> = {
    "in ISO 8601": [
      "2026-02-11: the ferry was late.",
      "2026-02-12: it left at noon.",
      "2026-02-13: there was fog again.",
    ],
    "in Russian words": ["11 февраля — паром опоздал.", "12 февраля — ушёл в полдень.", "13 февраля — снова туман."],
    "with a sign before": ["📅 11.02.2026 The ferry was late.", "📅 12.02.2026 It left.", "📅 13.02.2026 Fog again."],
  };

  test.each(Object.entries(logs))("%s dates them so", (_, texts) => {
    const datings = dated(texts, /[а-я]/u.test(texts.join("")) ? "ru" : "en");
    expect(datings.map(({ best }) => best)).toEqual(["2026-02-11", "2026-02-12", "2026-02-13"]);
    expect(datings.map(({ basis }) => basis)).toEqual(["dateline", "dateline", "dateline"]);
  });

  test("the audit says that the day is the post's own", () => {
    const texts = logs["in ISO 8601"] ?? [];
    const posts = dated(texts).map((dating, at) => ({ id: `p${at}`, text: texts[at] ?? "", language: "en", dating }));
    expect(auditsOf(posts).map(({ days }) => days.map(({ kind, outcome }) => [kind, outcome]))).toEqual(
      texts.map(() => [["dateline", "basis"]]),
    );
  });
});

describe("no habit", () => {
  test.each([
    ["two posts alone", ["2026-02-11: the ferry was late.", "2026-02-12: it left at noon."]],
    [
      "days that run both ways",
      [
        "On 3 February 2026 the ferry was late.",
        "On 9 February 2026 it left at noon.",
        "On 5 February 2026 it had been full.",
        "On 12 February 2026 there was fog.",
        "On 7 February 2026 it was clear.",
      ],
    ],
    [
      "days of few posts",
      [
        "On 3 February 2026 the ferry was late.",
        "It left.",
        "On 9 February 2026 it sank.",
        "It rose.",
        "On 12 February 2026 it sailed.",
        "It came.",
      ],
    ],
  ])("%s", (_, texts) => {
    expect(dated(texts).map(({ basis }) => basis)).not.toContain("dateline");
  });
});
