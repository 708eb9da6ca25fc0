import { describe, expect, test } from "vitest";
import { datePosts } from "../../src/dating/date.ts";
import type { Constraint } from "../../src/dating/solver/constraint.ts";
import { constraintsBetween, type Placed } from "../../src/dating/solver/links-between-dumps.ts";
import { type Day, parseDay } from "../../src/model/day.ts";
import type { Basis } from "../../src/model/post.ts";

function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`Cannot read day "${text}"`);
  return parsed;
}

const harbour = { key: "harbour", name: "Harbour News" };
const marsh = { key: "marsh", name: "Marsh Radio" };
const words = "The harbour master counted forty boats at the northern pier.";

function placed(channel: Placed["channel"], earliest: string, latest: string, more: Partial<Placed> = {}): Placed {
  const dating = { best: day(latest), earliest: day(earliest), latest: day(latest), basis: "neighbours" as Basis };
  return { channel, words, dating: { ...dating, edtf: `${earliest}/${latest}` }, ...more };
}

describe("constraintsBetween()", () => {
  test("gives one post of two dumps one day, within the days that both leave open", () => {
    const [one, other] = constraintsBetween([
      [placed(harbour, "2024-05-01", "2024-05-09")],
      [placed(harbour, "2024-05-07", "2024-05-10")],
    ]);
    const known = { best: "2024-05-09", earliest: "2024-05-07", latest: "2024-05-09", basis: "neighbours" };
    expect(one?.get(0)).toEqual(known);
    expect(other?.get(0)).toEqual(known);
  });

  test("ties nothing where two claims have no day in common, or the words are few, or stand twice", () => {
    const none = [new Map(), new Map()];
    expect(
      constraintsBetween([
        [placed(harbour, "2024-05-01", "2024-05-02")],
        [placed(harbour, "2024-06-01", "2024-06-02")],
      ]),
    ).toEqual(none);
    const short = placed(harbour, "2024-05-01", "2024-05-02", { words: "Good morning" });
    expect(constraintsBetween([[short], [short]])).toEqual(none);
    const twin = placed(harbour, "2024-05-01", "2024-05-02");
    expect(constraintsBetween([[twin, twin], []])).toEqual(none);
  });

  test("holds a forward to be no earlier than its original", () => {
    const [original, forward] = constraintsBetween([
      [placed(harbour, "2024-05-04", "2024-05-12")],
      [placed(marsh, "2024-05-01", "2024-05-08", { forwardedFrom: "Harbour News" })],
    ]);
    expect(forward?.get(0)).toEqual({ earliest: "2024-05-04" });
    expect(original?.get(0)).toEqual({ latest: "2024-05-08" });
  });
});

describe("a known day", () => {
  const texts = ["fog", "sun", "rain", "wind", "snow"];

  test("is said as it is and dates its neighbours", () => {
    const best = day("2023-03-14");
    const posts = texts.map((text, index) => ({
      text,
      language: "en",
      ...(index === 2 ? { known: { best, basis: "given" as const } } : {}),
    }));
    const { datings } = datePosts({ posts, order: "oldest-first", retrieved: day("2023-03-20") });
    expect(datings[2]).toEqual({ best, earliest: best, latest: best, basis: "given", edtf: "2023-03-14" });
    for (const dating of datings.slice(0, 2)) {
      expect(dating.latest <= best).toBe(true);
      expect(dating).toMatchObject({ basis: "neighbours" });
      expect(dating.edtf).not.toBe(dating.best);
    }
    for (const dating of datings.slice(3)) expect(dating.earliest >= best).toBe(true);
  });

  test("reaches over a silence of years", () => {
    const posts = [
      {
        text: "Rain (Marsh End, May 3, 2018)",
        language: "en",
        known: { best: day("2018-05-03"), basis: "given" as const },
      },
      { text: "fog", language: "en", known: { best: day("2022-08-01"), basis: "given" as const } },
      { text: "sun", language: "en" },
    ];
    const { datings } = datePosts({ posts, order: "oldest-first", retrieved: day("2022-08-09") });
    expect(datings.map(({ best }) => best.slice(0, 4))).toEqual(["2018", "2022", "2022"]);
    expect(datings[2]?.earliest.slice(0, 7)).toBe("2022-08");
  });

  test("as an interval bounds its post", () => {
    const posts = texts.map((text, index) => ({
      text,
      language: "en",
      ...(index === 2 ? { known: { earliest: day("2023-03-10"), latest: day("2023-03-12") } } : {}),
    }));
    const { datings } = datePosts({ posts, order: "oldest-first", retrieved: day("2023-03-20") });
    expect([datings[2]?.earliest, datings[2]?.latest]).toEqual(["2023-03-10", "2023-03-12"]);
  });

  test("of a span tells neighbours with clock times none of its days", () => {
    const posts = Array.from({ length: 13 }, (_, index) => ({
      text: index === 0 ? "Fog (Marsh End, March 1, 2023)" : index === 12 ? "Snow (Marsh End, March 13, 2023)" : "Rain",
      language: "en",
      clock: ["08:00", "12:30", "19:00"][index % 3] ?? "",
    }));
    const dated = (known?: Constraint) =>
      datePosts({
        posts: posts.map((post, index) => (index === 4 && known !== undefined ? { ...post, known } : post)),
        order: "oldest-first",
        retrieved: day("2023-03-20"),
      }).datings.map(({ best }) => best);
    expect(dated({ earliest: day("2023-03-01"), latest: day("2023-03-13"), basis: "given" })).toEqual(dated());
  });
});
