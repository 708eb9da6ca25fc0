import { expect, test } from "vitest";
import { withLinkPreviews } from "../../src/dialects/lines/link-previews.ts";
import { tokensOf } from "../../src/dialects/lines/tokens.ts";
import { readSource } from "../../src/read/source-text.ts";

test("a link preview below more lines than a call has arguments is found", () => {
  const above = 200_000;
  const text = `${"fog\n".repeat(above)}See https://quay.example/a for more.\nquay.example\nThe pier opens\nAt seven, as ever.\n`;
  const tokens = tokensOf(readSource(Buffer.from(text), "a.txt"));
  const joined = withLinkPreviews(tokens, { start: new Set(), join: new Set() });
  expect(joined).toHaveLength(above + 2);
  expect(joined.at(-1)).toMatchObject({ kind: "preview", first: above + 2, last: above + 4 });
});
