import edtf from "edtf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DatingRequest, datePosts } from "../../src/dating/date.ts";
import { addDays, type Day, dayNumber, parseDay } from "../../src/model/day.ts";
import type { Order } from "../../src/model/ledger.ts";

function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`Cannot read day "${text}"`);
  return parsed;
}

function posts(...texts: readonly string[]): DatingRequest["posts"] {
  return texts.map((text) => ({ text, language: "en" }));
}

const sentences = [
  "",
  "Nothing to see here.",
  "Remarks at the forum (Moscow, February 6, 2026)",
  "On February 9, the ministers met.",
  "On March 1, the ministers will meet.",
  "80 years ago, on February 4, 1945, it opened",
  "Вчера, 15 августа, прошёл дождь",
  "до 31 декабря 2025 года",
  "on Friday, January 23",
  "https://site.org/2020/06/12/story",
  "June 1, 1812",
  "in November 2031",
] as const;

const anyTexts = fc.array(fc.oneof(fc.constantFrom(...sentences), fc.string()), { minLength: 1, maxLength: 9 });
const anyOrder = fc.constantFrom<Order>("oldest-first", "newest-first");
const anyCapture = fc.option(
  fc.integer({ min: -300, max: 4000 }).map((days) => addDays(day("2017-01-01"), days)),
  { nil: undefined },
);
const runs = { numRuns: 25 };

function request(texts: readonly string[], order?: Order, retrieved?: Day): DatingRequest {
  return {
    posts: posts(...texts),
    ...(order ? { order } : {}),
    ...(retrieved ? { retrieved } : {}),
    today: day("2026-11-22"),
  };
}

describe("datePosts() holds for every dump", () => {
  test("days never run backwards along the dump", () => {
    fc.assert(
      fc.property(anyTexts, anyOrder, anyCapture, (texts, order, retrieved) => {
        const { datings } = datePosts(request(texts, order, retrieved));
        const inTime = order === "oldest-first" ? datings : datings.toReversed();
        for (const [index, dating] of inTime.entries()) {
          const next = inTime[index + 1] ?? dating;
          expect(next.best >= dating.best && next.earliest >= dating.earliest && next.latest >= dating.latest).toBe(
            true,
          );
        }
      }),
      runs,
    );
  });

  test("the interval holds the best day", () => {
    fc.assert(
      fc.property(anyTexts, anyOrder, anyCapture, (texts, order, retrieved) => {
        for (const { best, earliest, latest } of datePosts(request(texts, order, retrieved)).datings) {
          expect(earliest <= best && best <= latest).toBe(true);
        }
      }),
      runs,
    );
  });

  test("a dump turned upside down gives the same days upside down", () => {
    fc.assert(
      fc.property(anyTexts, anyCapture, (texts, retrieved) => {
        const down = datePosts(request(texts, "oldest-first", retrieved)).datings;
        const up = datePosts(request(texts.toReversed(), "newest-first", retrieved)).datings;
        expect(up.toReversed()).toEqual(down);
      }),
      runs,
    );
  });

  test("evidence is a short quotation from the post", () => {
    fc.assert(
      fc.property(anyTexts, (texts) => {
        for (const [index, { evidence }] of datePosts(request(texts)).datings.entries()) {
          if (evidence === undefined) continue;
          expect(texts[index]).toContain(evidence);
          expect(evidence.length).toBeLessThanOrEqual(120);
        }
      }),
      runs,
    );
  });

  test("every claim is EDTF that the edtf library reads to the same days", () => {
    fc.assert(
      fc.property(anyTexts, anyCapture, (texts, retrieved) => {
        for (const dating of datePosts(request(texts, "oldest-first", retrieved)).datings) {
          const read = edtf(dating.edtf);
          expect(new Date(read.min).toISOString().slice(0, 10)).toBe(dating.earliest);
          expect(new Date(read.max).toISOString().slice(0, 10)).toBe(dating.latest);
        }
      }),
      runs,
    );
  });
});

/** Days from 1 March 2025 on, so far apart from each other. */
function daysApart(gaps: readonly number[]): readonly Day[] {
  const days = [day("2025-03-01")];
  for (const gap of gaps) days.push(addDays(days.at(-1) ?? day("2025-03-01"), gap));
  return days;
}

function dateline(own: Day): string {
  return `Remarks (Moscow, ${own.split("-").toReversed().join(".")})`;
}

const anyGaps = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 9 });

describe("datePosts() reads", () => {
  test("a post between two datelines as of a day between them", () => {
    const { datings } = datePosts(
      request(["A (Moscow, May 5, 2025)", "no day", "B (Moscow, May 6, 2025)"], "oldest-first"),
    );
    expect(datings[1]).toMatchObject({ basis: "neighbours", edtf: expect.stringMatching(/^2025-05-0[567]/u) });
    expect(datings[1]?.evidence).toBeUndefined();
  });

  test("the year of a dump without years from a weekday beside a day", () => {
    const texts = [
      "On Friday, January 23, they met.",
      "On Saturday, January 24, they parted.",
      "On Sunday, January 25, it was over.",
    ];
    const { datings } = datePosts({ posts: posts(...texts), order: "oldest-first", retrieved: day("2027-06-01") });
    expect(datings.map(({ best }) => best.slice(0, 4))).toEqual(["2026", "2026", "2026"]);
  });

  test("the year of a dump without years from the capture day", () => {
    const { datings } = datePosts({ posts: posts("On February 6, they met."), retrieved: day("2024-02-08") });
    expect(datings[0]?.best.slice(0, 7)).toBe("2024-02");
  });

  test("the year from an anniversary that counts the years", () => {
    const { datings, usedToday } = datePosts(request(["8️⃣0️⃣ years ago, on February 4, 1945, the conference opened."]));
    expect(datings[0]).toMatchObject({
      best: "2025-02-04",
      basis: "anniversary",
      evidence: "8️⃣0️⃣ years ago, on February 4, 1945",
    });
    // One anniversary alone leaves an interval of years, which the day of the import bounds.
    expect(usedToday).toBe(true);
  });

  test("a day of long ago as no claim to have been posted then", () => {
    const texts = [
      "On February 5, 2025, they met.",
      "On February 6, 1945, the war went on.",
      "On February 7, 2025, they parted.",
    ];
    const { datings } = datePosts(request(texts, "oldest-first"));
    expect(datings.map(({ best }) => best.slice(0, 7))).toEqual(["2025-02", "2025-02", "2025-02"]);
  });

  test("one wrong day among many as a mistake", () => {
    const texts = [4, 5, 6, 7, 8, 9].map((number) => `Remarks (Moscow, February ${number}, 2025)`);
    texts.splice(3, 0, "Remarks (Moscow, November 20, 2023)");
    const result = datePosts(request(texts, "oldest-first"));
    expect(result.datings[3]?.best.slice(0, 7)).toBe("2025-02");
    expect(result.notices).toMatchObject([{ rule: "dating/out-of-order", index: 3 }]);
  });

  test("the order from the days themselves", () => {
    const texts = [1, 3, 5, 7, 9].map((number) => `Remarks (Moscow, March ${number}, 2025)`);
    expect(datePosts(request(texts))).toMatchObject({ order: "oldest-first", orderInferred: true });
    expect(datePosts(request(texts.toReversed()))).toMatchObject({ order: "newest-first", orderInferred: true });
    expect(datePosts(request(["no", "days"])).order).toBe("oldest-first");
  });

  test("a dateline's own day as the post's day where nothing speaks against it, however seldom or unevenly the channel posts", () => {
    fc.assert(
      fc.property(anyGaps, (gaps) => {
        const days = daysApart(gaps);
        const { datings } = datePosts(request(days.map(dateline), "oldest-first"));
        expect(datings.map(({ best }) => best)).toEqual(days);
      }),
      { numRuns: 25 },
    );
  });

  test("the same where posts without a day stand between", () => {
    fc.assert(
      fc.property(anyGaps, fc.integer({ min: 1, max: 3 }), (gaps, silent) => {
        const days = daysApart(gaps);
        const texts = days.flatMap((own) => [dateline(own), ...new Array<string>(silent).fill("no day")]);
        const { datings } = datePosts(request(texts, "oldest-first"));
        expect(datings.filter((_, place) => place % (silent + 1) === 0).map(({ best }) => best)).toEqual(days);
      }),
      { numRuns: 12 },
    );
  });

  test("a dateline as late where a post before it tells of a later day", () => {
    const reports = ["met", "talked", "parted"].map((verb) => `On March 5, 2025, they ${verb}.`);
    const texts = [dateline(day("2025-03-03")), ...reports, dateline(day("2025-03-04"))];
    const late = datePosts(request(texts, "oldest-first")).datings.at(-1);
    expect(late?.best).toBe("2025-03-05");
  });

  test("a dateline after the capture day with a notice", () => {
    const { datings, notices } = datePosts(
      request(["Remarks (Moscow, March 9, 2025)"], "oldest-first", day("2025-03-01")),
    );
    expect(notices).toMatchObject([{ rule: "dating/after-capture", index: 0 }]);
    expect(datings[0]?.best).toBe("2025-03-09");
  });
});

test("a post that is longer than any is searched for days in its beginning, and that is told", () => {
  const long = `${"Fog over the marsh. ".repeat(1000)}`;
  const { notices } = datePosts(request(["Sun", long], "oldest-first", day("2025-03-01")));
  expect(notices).toMatchObject([{ rule: "dating/long-post", index: 1 }]);
});

describe("datePosts() is honest where nothing tells the day", () => {
  test("with a capture day posts lie before it, by what channels of any rate do, and the ground is the capture", () => {
    const { datings } = datePosts(request(["hello", "world", "fog"], "oldest-first", day("2025-03-01")));
    for (const { best, earliest, latest, basis } of datings) {
      expect(basis).toBe("capture");
      expect(latest <= day("2025-03-01")).toBe(true);
      expect(dayNumber(day("2025-03-01")) - dayNumber(best)).toBeLessThan(15);
      // Nine of ten pages were captured within so many days of their last post, by what is held of captures (`solver/range.ts`).
      expect(dayNumber(latest) - dayNumber(earliest)).toBeGreaterThan(30);
    }
  });

  test("without one, today is the bound, and the result says so", () => {
    const { datings, usedToday } = datePosts(request(["hello"]));
    expect(datings[0]).toMatchObject({ best: "2026-11-22", basis: "order" });
    expect(usedToday).toBe(true);
  });

  test("today changes nothing where a year is stated that lies behind it, or a capture day is known", () => {
    for (const [text, retrieved] of [
      ["On February 6, 2025, they met.", undefined],
      ["On February 6, they met.", day("2025-02-08")],
    ] as const) {
      const base: DatingRequest = { posts: posts(text, "more"), ...(retrieved ? { retrieved } : {}) };
      const results = ["2026-03-01", "2035-01-01"].map((today) => datePosts({ ...base, today: day(today) }));
      expect(results[0]).toEqual(results[1]);
      expect(results[0]?.usedToday).toBe(false);
    }
  });

  test("no post is dated after today, whatever a stated year leaves open", () => {
    const today = day("2025-03-01");
    const { datings, usedToday } = datePosts({ posts: posts("On February 6, 2025, they met.", "more"), today });
    for (const { latest } of datings) expect(latest <= today).toBe(true);
    expect(usedToday).toBe(true);
  });

  test("an empty dump gives an empty result", () => {
    expect(datePosts({ posts: [] }).datings).toEqual([]);
  });
});

describe("datePosts() keeps its pace", () => {
  test("ten thousand posts take seconds, and still never run backwards", () => {
    const texts = Array.from({ length: 10_000 }, (_, index) => {
      const when = addDays(day("2019-01-01"), Math.floor(index / 20));
      return index % 5 === 0 ? `${when.slice(8)}.${when.slice(5, 7)}.${when.slice(0, 4)} it was held` : "no day";
    });
    const { datings } = datePosts(request(texts, "oldest-first"));
    const off = datings.map(({ best }, index) =>
      Math.abs(dayNumber(best) - dayNumber(day("2019-01-01")) - Math.floor(index / 20)),
    );
    expect(Math.max(...off)).toBeLessThanOrEqual(2);
  }, 60_000);
});

describe("datePosts() knows no time zone", () => {
  test("the same days come out wherever the machine stands", () => {
    const before = process.env.TZ;
    const texts = ["Remarks (Moscow, February 6, 2026)", "On February 7, they met.", "no day"];
    const results = ["UTC", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"].map((zone) => {
      process.env.TZ = zone;
      return datePosts(request(texts));
    });
    process.env.TZ = before;
    for (const result of results) expect(result).toEqual(results[0]);
  });
});

describe("the 90 % interval", () => {
  test("of posts that name no day reaches to the capture, and ends no day before it", () => {
    for (const count of [1, 12]) {
      const silent = Array.from({ length: count }, (_, post) => `Rope and planks, lot ${post}`);
      const { datings } = datePosts(request(silent, "oldest-first", day("2023-07-06")));
      expect([...new Set(datings.map(({ latest }) => latest))]).toEqual(["2023-07-06"]);
    }
  });

  test("leans to the side that the chances lean to", () => {
    const texts = ["Nothing is known of this rope", "Seen in the harbour (Marsh End, May 3, 2024)"];
    const { datings } = datePosts(request(texts, "oldest-first", day("2024-05-03")));
    expect(datings[0]?.latest).toBe("2024-05-03");
    expect(datings[0] && datings[0].earliest < "2024-05-03").toBe(true);
  });
});
