import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFormatted, writeFormatted } from "../../src/markdown/formatted-body.ts";
import type { Entity } from "../../src/model/post.ts";
import { entityKinds, entitySchema } from "../../src/model/values.ts";
import { type Formatted, tidy } from "../../src/text/formatted.ts";

/** A text whose entities cover the words given. */
function formatted(
  text: string,
  ...parts: readonly (readonly [kind: Entity["kind"], words: string, rest?: Partial<Entity>])[]
): Formatted {
  const entities = parts.map(([kind, words, rest]) => ({
    kind,
    offset: text.indexOf(words),
    length: words.length,
    ...rest,
  }));
  return tidy({ text, entities });
}

describe("writeFormatted()", () => {
  test.each([
    [
      "bold, italic, struck and hidden words",
      formatted(
        "High water at nine, or ten",
        ["bold", "High water"],
        ["italic", "nine"],
        ["strike", "or"],
        ["spoiler", "ten"],
      ),
      "**High water** at _nine_, ~~or~~ ||ten||",
    ],
    [
      "links behind words",
      formatted("See the table.", ["link", "the table", { href: "https://tides.example/a_b?x=(1)" }]),
      "See [the table](<https://tides.example/a_b?x=(1)>).",
    ],
    [
      "code and its language",
      formatted("Run x() or\ngo(1)\nnow", ["code", "x()"], ["pre", "go(1)", { language: "go" }]),
      "Run `x()` or\n```go\ngo(1)\n```\nnow",
    ],
    [
      "quotes",
      formatted("They said:\nWait.\n\nFor the bell.\nSo we wait.", ["quote", "Wait.\n\nFor the bell."]),
      "They said:\n> Wait.\n>\n> For the bell.\nSo we wait.",
    ],
    [
      "collapsed quotes",
      formatted("a\nlong", ["collapsed-quote", "long"]),
      "a\n<blockquote expandable>long</blockquote>",
    ],
    [
      "custom emoji with their alternative",
      formatted("Hi 🌊!", ["custom-emoji", "🌊", { id: "54" }]),
      "Hi ![🌊](tg://emoji?id=54)\\!",
    ],
    [
      "words with signs of Markdown",
      formatted("2*3*4 snake_case [x](y) <b> ~ | bold", ["bold", "bold"]),
      "2\\*3\\*4 snake_case \\[x\\](y) \\<b> ~ | **bold**",
    ],
    ["a part of a word", formatted("unbelievable", ["italic", "believ"]), "un<i>believ</i>able"],
  ])("%s stay readable", (_, text, markdown) => {
    expect(writeFormatted(text)).toBe(markdown);
    expect(readFormatted(markdown)).toEqual(text);
  });

  test("what was written is read, to the letter, whatever the words are and whatever covers them", () => {
    const piece = fc.constantFrom(
      ..."ab Ж🌊\n\n*_~|`[]()<>!\\#-",
      "**",
      "```",
      "> ",
      "](",
      "![",
      "<b>",
      "</b>",
      "\\*",
      "https://t.example/a_b",
    );
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
    const entity = fc.record({
      kind: fc.constantFrom(...entityKinds),
      offset: fc.nat(40),
      length: fc.integer({ min: 1, max: 20 }),
      variant: fc.nat(1),
    });
    fc.assert(
      fc.property(text, fc.array(entity, { maxLength: 8 }), (words, marks) => {
        const entities = marks.map(
          ({ variant, ...mark }): Entity => ({
            ...mark,
            ...(mark.kind === "link" ? { href: variant === 0 ? "https://a.example/(x)" : "tg://emoji?id=4" } : {}),
            ...(mark.kind === "pre" && variant === 1 ? { language: "c++" } : {}),
            ...(mark.kind === "custom-emoji" && variant === 1 ? { id: "7" } : {}),
          }),
        );
        const told = tidy({ text: words, entities });
        expect(tidy(told)).toEqual(told);
        for (const each of told.entities) expect(entitySchema.safeParse(each).success).toBe(true);
        expect(readFormatted(writeFormatted(told))).toEqual(told);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 600) },
    );
  });

  test("whatever a person writes is read, and a mark without its end is text", () => {
    expect(readFormatted("**a _b ~~c")).toEqual({ text: "**a _b ~~c", entities: [] });
    expect(readFormatted("[run](javascript:alert(1))").entities).toEqual([]);
    fc.assert(fc.property(fc.string(), (body) => void readFormatted(body)));
    const long = "[**_`~~||".repeat(20_000);
    expect(readFormatted(long).text.length).toBeGreaterThan(0);
  });
});
