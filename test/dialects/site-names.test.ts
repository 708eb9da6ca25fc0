import { expect, test } from "vitest";
import { namesHost } from "../../src/dialects/lines/site-names.ts";

test.each([
  ["Pier Post", "www.pierpost.example"],
  ["PIER-POST", "pierpost.co.uk"],
  ["Pierpost.example", "pierpost.example"],
  ["Pier", "pierpost.example"],
  ["Pier Post Weekly", "pierpost.example"],
  ["Bay News", "bay.co.uk"],
  ["Q (formerly Quay)", "q.example"],
  ["Agência da Baía", "agenciadabaia.harbour.com.br"],
  ["Вестник Гавани", "vestnikgavani.example"],
  ["Хроника", "hronika.example"],
  ["Telegram", "t.me"],
  ["YouTube", "youtu.be"],
])("%s is the name of the site at %s", (name, host) => {
  expect(namesHost(name, host)).toBe(true);
});

test.each([
  ["Marsh Letters", "pierpost.example"],
  ["Post", "pierpost.example"],
  ["News", "news.example.org"],
  ["Com", "bay.com"],
  ["The bay is calm", "bay.example"],
  ["Me", "t.me"],
  ["…", "pierpost.example"],
  ["and so the keeper of the pierpost lamp went home to sleep", "pierpost.example"],
])("%s is not the name of the site at %s", (name, host) => {
  expect(namesHost(name, host)).toBe(false);
});
