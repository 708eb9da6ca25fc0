import { Cite } from "@citation-js/core";
import { describe, expect, test } from "vitest";
import { citationsOf } from "./citations-of.ts";
import { archiveOf, inferred, postWith, stated } from "./fixture.ts";

function citing(words: Partial<Parameters<typeof postWith>[0]>) {
  const archive = archiveOf([postWith({ id: "k3v9x0q2mt", text: "Talks in the harbour", ...words })]);
  const [page] = archive.posts;
  if (page === undefined) throw new Error("the archive has a post");
  return citationsOf(page, archive);
}

/** What a reference manager makes of a reference. */
function read(reference: string): Record<string, unknown> {
  const [item] = new Cite(reference).data as readonly Record<string, unknown>[];
  return item ?? {};
}

const address = "https://archive.example/fixture/p/k3v9x0q2mt/";

test.each(["bibtex", "ris", "csl"] as const)("a reference in %s reads back with title, author and address", (form) => {
  for (const title of [
    "Talks & 50% <b>bold</b> {braces} \\ $x$ _u #h ~ ^",
    "О конфликте — 🎙 порт",
    "港口会谈",
    "گفتگو در بندر",
    `${"Long ".repeat(20)}🇷🇺🇷🇸 headline`,
  ]) {
    const found = read(citing({ title, channel: { key: "a", name: "News & Co {1}", identified: true } })[form]);
    expect(found).toMatchObject({ title, URL: address });
    const [author] = found.author as readonly { literal?: string; family?: string }[];
    expect(author?.literal ?? author?.family).toBe("News & Co {1}");
  }
});

test("a reference says where the post was read", () => {
  for (const form of ["bibtex", "ris", "csl"] as const) {
    expect(read(citing({})[form]).note).toContain(`harbour.txt, lines 1–3, SHA-256 ${"a".repeat(64)}`);
  }
});

describe("the date of a reference", () => {
  const issued = (dating: ReturnType<typeof stated>, form: "bibtex" | "ris" | "csl") =>
    read(citing({ dating })[form]).issued;

  test("is the day where the post states it", () => {
    expect(issued(stated("2025-02-04"), "csl")).toEqual({ "date-parts": [[2025, 2, 4]] });
    expect(issued(stated("2025-02-04"), "ris")).toMatchObject({ "date-parts": [[2025, 2, 4]] });
  });

  test("is about an interval where it is inferred, and no day is claimed", () => {
    const dating = inferred("2025-02-04", 2);
    expect(issued(dating, "csl")).toEqual({
      "date-parts": [
        [2025, 2, 2],
        [2025, 2, 6],
      ],
      circa: true,
    });
    for (const form of ["bibtex", "ris"] as const) {
      expect(issued(dating, form)).toMatchObject({ "date-parts": [[2025, 2]] });
      expect(read(citing({ dating })[form]).note).toContain("2025-02-02/2025-02-06");
    }
  });

  test("is a year alone where the interval crosses months", () => {
    for (const form of ["bibtex", "ris"] as const) {
      expect(issued(inferred("2025-02-04", 12), form)).toMatchObject({ "date-parts": [[2025]] });
    }
  });
});
