import fc from "fast-check";
import { expect, test } from "vitest";
import { withParagraphs } from "../../src/site/model/paragraphs.ts";

const long =
  "The ferry left the harbour late, and those who waited on the quay were told of it by the keeper of the light.";

test("paragraphs of a text without blank lines stand apart, lines of its lists do not", () => {
  expect(withParagraphs(`Timetable\n${long}\n${long}\n– nine\n– noon`)).toBe(
    `Timetable\n\n${long}\n\n${long}\n\n– nine\n– noon`,
  );
});

test("a text with blank lines of its own stays as it is", () => {
  expect(withParagraphs(`${long}\n${long}\n\n${long}`)).toBe(`${long}\n${long}\n\n${long}`);
});

test("nothing of a text is lost but that lines stand apart", () => {
  const line = fc.oneof(fc.string({ maxLength: 20 }), fc.string({ minLength: 101, maxLength: 140 }));
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join("\n");
      const kept = (whole: string) => whole.split("\n").filter((each) => each !== "");
      expect(kept(withParagraphs(text))).toEqual(kept(text));
    }),
  );
});
