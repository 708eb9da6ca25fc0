import { describe, expect, test } from "vitest";
import type { CapturedLine } from "../../src/import/captured-lines.ts";
import { samePlaces } from "../../src/import/same-places.ts";

/** Lines of a capture; the posts of a reading that is unsure stand in brackets. */
function capture(...posts: readonly (readonly string[])[]): readonly CapturedLine[] {
  return posts.flatMap((lines, post) =>
    lines.map((key, at): CapturedLine => {
      const odds = at === 0 ? 0.5 : -0.5;
      return { key, line: 0, post, isStart: at === 0, isSure: false, odds, margin: odds };
    }),
  );
}

const lock = "The lock closes at six";
const ramp = "The ramp was swept";
const pike = "A pike was seen below it";
const bell = "The bell rings twice";

/** What the second of two captures says of the place above a line of the first. */
function said(first: readonly CapturedLine[], second: readonly CapturedLine[], below: string, isSecondLater = true) {
  const at = first.findIndex(({ key }) => key === below);
  const place = samePlaces([first, second], (one) => (one === 1) === isSecondLater).find(({ places }) =>
    places.some((own) => own.capture === 0 && own.at === at),
  );
  return place?.beside.find((own) => own.capture === 1)?.odds;
}

describe("lines that one of two captures lacks", () => {
  const whole = capture([lock, ramp, pike, bell]);
  const less = capture([lock, bell]);

  test("were posts where the later one lacks them: one starts above them and another below", () => {
    expect(said(whole, less, ramp)).toBeGreaterThan(1);
    expect(said(whole, less, bell)).toBeGreaterThan(1);
    expect(said(whole, less, pike)).toBeUndefined();
  });

  test("may have been added where the earlier one lacks them, so that nothing is said of their first and last line", () => {
    expect(said(whole, less, ramp, false)).toBeUndefined();
    expect(said(whole, less, bell, false)).toBeUndefined();
  });

  test("part those that the other shows right below each other", () => {
    expect(said(less, whole, bell)).toBeGreaterThan(1);
    expect(said(less, whole, bell, false)).toBeGreaterThan(1);
  });
});
