import { describe, expect, test } from "vitest";
import { edtfOf } from "../../src/dating/edtf.ts";
import { isStated } from "../../src/dating/stated.ts";
import type { Dating } from "../../src/model/post.ts";
import { shownDate, structuredDate } from "../../src/site/model/dating.ts";
import { english } from "../../src/site/texts/english.ts";
import { russian } from "../../src/site/texts/russian.ts";
import { inferred, stated } from "./fixture.ts";

type Claim = Omit<Dating, "best" | "earliest" | "latest" | "edtf"> & {
  readonly best: string;
  readonly earliest?: string;
  readonly latest?: string;
};

function dating(claim: Claim): Dating {
  const { best, earliest = best, latest = best, ...grounds } = claim;
  const days = { best, earliest, latest } as Pick<Dating, "best" | "earliest" | "latest">;
  return { ...days, ...grounds, edtf: edtfOf({ ...days, ...grounds }) };
}

describe("shownDate() says a date as what it is", () => {
  test("a stated day plainly", () => {
    const claim = dating({ best: "2026-02-06", basis: "dateline", evidence: "(Moscow, February 6, 2026)" });
    expect(shownDate(claim, english)).toMatchObject({
      when: "6 February 2026",
      how: "from its dateline: “(Moscow, February 6, 2026)”",
    });
    expect(claim.edtf).toBe("2026-02-06");
  });

  test("an inferred day whose interval is that day with a mark, in lists and alone", () => {
    const claim = dating({ best: "2026-02-07", basis: "dateline", evidence: "(Moscow, February 6, 2026)" });
    expect(shownDate(claim, english)).toMatchObject({ when: "7 February 2026", short: "7 Feb 2026 (inferred)" });
    expect(claim.edtf).toBe("2026-02-07~");
  });

  test("an interval around its day by its days, one that is uneven or wide by its ends", () => {
    const said = (best: string, earliest: string, latest: string): string =>
      shownDate(dating({ best, earliest, latest, basis: "neighbours" }), english).short;
    expect(said("2026-02-06", "2026-02-05", "2026-02-07")).toBe("6 Feb 2026 ±1 day");
    expect(said("2026-02-06", "2026-02-03", "2026-02-09")).toBe("6 Feb 2026 ±3 days");
    expect(said("2026-02-06", "2026-02-02", "2026-02-10")).toBe("2–10 Feb 2026");
    expect(said("2026-02-05", "2026-02-05", "2026-02-07")).toBe("5–7 Feb 2026");
  });

  test("an interval without saying a month or a year twice", () => {
    const interval = (earliest: string, latest: string): string =>
      shownDate(dating({ best: earliest, earliest, latest, basis: "neighbours" }), english).when;
    expect(interval("2026-02-05", "2026-02-07")).toBe("5–7 February 2026");
    expect(interval("2026-01-30", "2026-02-02")).toBe("30 January – 2 February 2026");
    expect(interval("2025-12-30", "2026-01-02")).toBe("30 December 2025 – 2 January 2026");
  });

  test("in Russian, with the month in its case", () => {
    const claim = dating({ best: "2026-02-06", basis: "dateline", evidence: "(Москва, 6 февраля 2026)" });
    expect(shownDate(claim, russian)).toMatchObject({
      when: "6 февраля 2026",
      how: "по её строке с местом и датой: «(Москва, 6 февраля 2026)»",
    });
    const wide = dating({ best: "2026-01-30", earliest: "2026-01-30", latest: "2026-02-02", basis: "neighbours" });
    expect(shownDate(wide, russian).when).toBe("30 января – 2 февраля 2026");
  });

  test("a date without own words by its place among the others", () => {
    expect(shownDate(dating({ best: "2026-02-06", basis: "neighbours" }), english).how).toBe(
      "from the posts before and after it",
    );
  });
});

describe("isStated()", () => {
  test("is true only where the post's own words name the best day", () => {
    expect(isStated(dating({ best: "2025-02-05", basis: "event-past", evidence: "On February 5" }))).toBe(true);
    expect(isStated(dating({ best: "2025-02-04", basis: "event-to-come", evidence: "On February 6" }))).toBe(false);
    expect(
      isStated(dating({ best: "2025-02-04", basis: "anniversary", evidence: "80 years ago, on February 4, 1945" })),
    ).toBe(true);
    expect(isStated(dating({ best: "2025-02-04", basis: "dateline", evidence: "(February 4, 1945)" }))).toBe(false);
    expect(isStated(dating({ best: "2025-02-04", basis: "neighbours" }))).toBe(false);
  });
});

test("structuredDate() says a day of publication only where it is a fact", () => {
  const said = (one: Dating) => structuredDate(one, shownDate(one, english).kind);
  expect(said(stated("2025-02-05"))).toEqual({ datePublished: "2025-02-05" });
  const { best } = stated("2025-02-05");
  expect(said({ best, earliest: best, latest: best, basis: "given", edtf: best })).toEqual({
    datePublished: "2025-02-05",
  });
  expect(said(inferred("2025-02-05", 0))).toEqual({ temporalCoverage: "2025-02-05/2025-02-05" });
  expect(said(inferred("2025-02-05", 2))).toEqual({ temporalCoverage: "2025-02-03/2025-02-07" });
});
