import fc from "fast-check";
import { expect, test } from "vitest";
import { sanitised } from "../../src/site/formats/sanitise.ts";

test("sanitised() leaves no control character and no lone surrogate in any text, however deep", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (one, other) => {
      const said = sanitised({ title: `${one}\uD800`, tags: [{ label: `\u0000${other}` }] });
      expect(`${said.title}${said.tags[0]?.label}`).not.toMatch(
        /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]|[\uD800-\uDFFF]/u,
      );
    }),
  );
});

test("sanitised() hands back what needs no change", () => {
  const value = { title: "Talks 👍🏽", list: ["a\n\tb"], count: 3, nothing: undefined };
  expect(sanitised(value)).toBe(value);
});
