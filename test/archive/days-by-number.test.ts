import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { besideByNumber, DaysByNumber, type Numbered } from "../../src/archive/days-by-number.ts";
import { addDays, type Day, dayNumber } from "../../src/model/day.ts";
import type { Dating } from "../../src/model/post.ts";

const start = "2024-03-01" as Day;

function known(number: number, day: number, around = 0, basis: Dating["basis"] = "timestamp"): Numbered {
  const [earliest, best, latest] = [-around, 0, around].map((more) => addDays(start, day + more)) as [Day, Day, Day];
  return { channel: { key: "bell" }, number, dating: { best, earliest, latest, basis, edtf: best } };
}

function open(number: number, key = "bell", latest = addDays(start, 400)): Numbered {
  const earliest = "2015-09-22" as Day;
  const dating: Dating = { best: latest, earliest, latest, basis: "capture", edtf: `${earliest}/${latest}` };
  return { channel: { key }, number, dating };
}

function datedIn(posts: readonly Numbered[], told: readonly Numbered[]): readonly Numbered[] {
  const days = new DaysByNumber(told);
  for (const post of told) days.tell(post);
  return posts.map((post) => days.dated(post));
}

function datingOf(post: Numbered, others: readonly Numbered[]): Dating {
  return datedIn([post], [post, ...others])[0]?.dating ?? post.dating;
}

describe("the day of a post that tells its number alone", () => {
  test("lies between the nearest posts of its channel with a lower and a higher number", () => {
    const others = [known(1, 0), known(10, 9), known(14, 13, 1), known(30, 60), open(12)];
    expect(datingOf(open(11), others)).toEqual({
      best: "2024-03-11",
      earliest: "2024-03-10",
      latest: "2024-03-15",
      basis: "neighbours",
      edtf: "2024-03-10/2024-03-15",
    });
  });

  test("is that of the posts around it where both are of one day, and no fact for that", () => {
    expect(datingOf(open(11), [known(10, 9), known(12, 9)])).toMatchObject({ best: "2024-03-10", edtf: "2024-03-10~" });
  });

  test("is bounded on one side by a post on that side alone", () => {
    expect(datingOf(open(11), [known(10, 9)])).toMatchObject({ earliest: "2024-03-10", latest: "2025-04-05" });
    expect(datingOf(open(11), [known(12, 9)])).toMatchObject({ best: "2024-03-10", edtf: "2015-09-22/2024-03-10" });
  });

  test("is left open by posts of another channel, by posts without a day, and by those that contradict it or each other", () => {
    const post = open(11);
    const late = addDays(start, 900);
    for (const others of [
      [{ ...known(10, 9), channel: { key: "mole" } }],
      [open(10), open(12)],
      [known(10, 20), known(12, 3)],
      [known(10, dayNumber(late) - dayNumber(start))],
      [known(10, 9, 0, "mention")],
    ])
      expect(datingOf(post, others)).toBe(post.dating);
  });

  test("is never one that the capture itself or a person tells", () => {
    for (const basis of ["timestamp", "given"] as const) {
      const post = known(11, 50, 0, basis);
      expect(datingOf(post, [known(10, 9), known(12, 10)])).toBe(post.dating);
    }
  });

  test("never runs backwards, holds the true day, and does not depend on the order in which days are told", () => {
    const made = fc.array(fc.record({ number: fc.integer({ min: 1, max: 60 }), isOpen: fc.boolean() }), {
      maxLength: 40,
    });
    // The post of a number was published on the day of that number.
    const posts = made.map((all) => all.map(({ number, isOpen }) => (isOpen ? open(number) : known(number, number))));
    const inTwoOrders = posts.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(inTwoOrders, ([all, shuffled]) => {
        const dated = datedIn(all, all);
        expect(datedIn(all, shuffled)).toEqual(dated);
        for (const { number = 0, dating } of dated) {
          const day = addDays(start, number);
          expect([dating.earliest <= day, day <= dating.latest]).toEqual([true, true]);
          expect([dating.earliest <= dating.best, dating.best <= dating.latest]).toEqual([true, true]);
        }
        const inOrder = dated.toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0));
        for (const [place, { number, dating }] of inOrder.entries()) {
          const next = inOrder.slice(place + 1).find((later) => later.number !== number);
          if (next !== undefined) expect(dating.earliest <= next.dating.earliest).toBe(true);
        }
      }),
    );
  });
});

test("the posts beside a number are the nearest whose days are known", () => {
  const others = [known(1, 0), known(10, 9), open(12), known(14, 13), { ...known(12, 3), channel: { key: "mole" } }];
  const besideOf = besideByNumber(others, (post) => post);
  expect(besideOf(open(11))).toEqual({ before: others[1], after: others[3] });
  expect(besideOf(open(14))).toEqual({ before: others[1] });
  expect(besideOf(open(11, "gull"))).toEqual({});
});
