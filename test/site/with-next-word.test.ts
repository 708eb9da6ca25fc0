import { expect, test } from "vitest";
import { withNextWord } from "../../src/site/analysis/subjects/with-next-word.ts";

const texts = [
  "Вечером в Старом порту шумели.",
  "У Старого порта нет причала.",
  "Старый порт закрыт.",
  "Мэр был в Старом порту, потом уехал.",
  "Старый паром ушёл.",
];
const forms = ["Старом", "Старого", "Старый"];

test("an adjective goes on with the word that follows it in most texts", () => {
  expect(withNextWord(forms, texts, "ru")).toBe("Старый порт");
});

test("nothing goes on with a name now followed by this, now by that, with a noun, and in other languages", () => {
  expect(withNextWord(forms, [...texts.slice(3), "Старого моста нет.", "О Старом мосте"], "ru")).toBeUndefined();
  expect(
    withNextWord(
      ["Квист", "Квиста"],
      Array.from({ length: 5 }, () => "Квист сказал"),
      "ru",
    ),
  ).toBeUndefined();
  // A surname and a verb.
  expect(
    withNextWord(
      ["Лесковский"],
      Array.from({ length: 5 }, () => "Лесковский сказал"),
      "ru",
    ),
  ).toBeUndefined();
  expect(withNextWord(["Старом"], texts, "bg")).toBeUndefined();
});
