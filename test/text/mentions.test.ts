import { expect, test } from "vitest";
import { mentionsOf } from "../../src/text/mentions.ts";

test("mentionsOf() finds user names in order, each once whatever its case", () => {
  expect(mentionsOf("на русском - @Mayak_Desk, (@gulls) and @MAYAK_desk; ask @pier2025.")).toEqual([
    "Mayak_Desk",
    "gulls",
    "pier2025",
  ]);
});

test("mentionsOf() finds none in addresses, e-mail addresses and names that Telegram does not allow", () => {
  for (const none of [
    "a@pier.example",
    "t.me/@pier",
    "@ab",
    "@1pier",
    "@Причал",
    "@@pier",
    "@pier.example",
    "@",
    `@${"p".repeat(33)}`,
  ]) {
    expect(mentionsOf(none)).toEqual([]);
  }
});

test("mentionsOf() takes the longest and the shortest name", () => {
  expect(mentionsOf(`@pier @${"p".repeat(32)}`)).toEqual(["pier", "p".repeat(32)]);
});
