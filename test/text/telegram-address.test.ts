import { expect, test } from "vitest";
import { handleAlone, isHandle, isTelegramHost, telegramAddressIn } from "../../src/text/telegram-address.ts";

test.each([
  ["https://t.me/harbour", { handle: "harbour" }],
  ["t.me/s/harbour/", { handle: "harbour" }],
  ["https://t.me/s/harbour?before=812", { handle: "harbour" }],
  ["https://t.me/harbour/812", { handle: "harbour", number: 812 }],
  ["http://www.telegram.me/Harbour_News/812?single", { handle: "Harbour_News", number: 812 }],
  ["https://telegram.dog/s/harbour/812#tail", { handle: "harbour", number: 812 }],
  ["https://harbour.t.me/812", { handle: "harbour", number: 812 }],
  ["harbour.t.me", { handle: "harbour" }],
  ["https://t.me/c/1234567890/812", { chat: "1234567890", number: 812 }],
  ["https://t.me/c/1234567890/7/812", { chat: "1234567890", number: 812 }],
  ["https://t.me/harbour_talk/7/812", { handle: "harbour_talk", number: 812 }],
])("%s names a channel or a post", (address, named) => {
  expect(telegramAddressIn(address)).toEqual(named);
});

test.each([
  "https://t.me/",
  "https://t.me/+AbCdEf123456",
  "https://t.me/joinchat/AbCdEf123456",
  "https://t.me/addstickers/HarbourPack",
  "https://t.me/c/1234567890x",
  "https://t.me/12/34",
  "https://not-t.me/harbour/812",
  "https://t.me.example.org/harbour/812",
  "https://example.org/harbour/812",
  "see t.me/harbour/812",
  "harbour/812",
  `https://t.me/harbour/812?${"a".repeat(400)}`,
])("%s names none", (address) => {
  expect(telegramAddressIn(address)).toBeUndefined();
});

test("words that are a user name alone", () => {
  expect(["@harbour_news", "t.me/harbour", "https://t.me/s/harbour"].map(handleAlone)).toEqual([
    "harbour_news",
    "harbour",
    "harbour",
  ]);
  expect(["@abc", "@harbour news", "harbour", "t.me/harbour/812", "@1harbour"].map(handleAlone)).toEqual(
    new Array<undefined>(5).fill(undefined),
  );
});

test("user names and hosts by Telegram's own rules", () => {
  expect(["durov", "a_b4", "abc", "4chan", "dur-ov", "x".repeat(33)].map(isHandle)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(["t.me", "harbour.t.me", "telegram.dog", "telegram.org", "t.me.example.org"].map(isTelegramHost)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
