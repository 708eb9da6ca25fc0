import { expect, test } from "vitest";
import { linksOf } from "../../src/text/links.ts";

test("linksOf() finds addresses in order, each once, and gives a bare one its scheme", () => {
  expect(
    linksOf("See https://pier.example/x?y=1#z, t.me/harbour (http://old.example) and https://pier.example/x?y=1#z."),
  ).toEqual(["https://pier.example/x?y=1#z", "https://t.me/harbour", "http://old.example"]);
});

test("linksOf() leaves out what is no address of the web", () => {
  for (const none of [
    "ftp://pier.example",
    "mailto:desk@pier.example",
    "desk@pier.example",
    "10.0.0.1",
    "javascript:alert(1)",
    "//pier.example",
    "data:text/html,x",
    "e.g. this",
    "fog.Sun",
  ]) {
    expect(linksOf(none)).toEqual([]);
  }
});

test("linksOf() keeps addresses in other scripts", () => {
  expect(linksOf("https://uk.example/Гавань_(порт) 见 https://zh.example/港口")).toEqual([
    "https://uk.example/Гавань_(порт)",
    "https://zh.example/港口",
  ]);
});

// Today the whole rest of the sentence is taken for a part of the address.
test("linksOf() ends an address at a Chinese stop", () => {
  expect(linksOf("请看 https://zh.example/gangkou。谢谢大家！")).toEqual(["https://zh.example/gangkou"]);
});

test("addresses glued together without an end cost no more than their length", () => {
  const glued = (count: number): string => "https://quay.example/".repeat(count);
  expect(linksOf(glued(100_000)).length).toBeGreaterThan(0);
  expect(linksOf(`${glued(1000)} https://pier.example/a`).at(-1)).toBe("https://pier.example/a");
});
