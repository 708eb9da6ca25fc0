import { describe, expect, test } from "vitest";
import { previewHead } from "../../src/dialects/kinds/preview-head.ts";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import { readSource } from "../../src/read/source-text.ts";

const headIn = (...lines: readonly string[]) => previewHead(readSource(Buffer.from(lines.join("\n")), "page.txt"));
const post = "The ferry leaves at nine.";

describe("previewHead() finds a head without an end", () => {
  test.each([
    ["name, user name, counters", ["Reed Ferry", "@reedferry", "1 204 subscribers", "12 photos"]],
    ["in a language whose words are known", ["Паром", "@reedferry", "1,2 тыс. подписчиков", "12 фото"]],
    ["in one whose words are not", ["Zubri", "@reedferry", "1 204 vorpali", "12 qwopli"]],
    ["the user name first", ["@reedferry", "Reed Ferry", "1.2K subscribers"]],
    ["the user name last", ["Reed Ferry", "1.2K subscribers", "@reedferry"]],
    ["counters first", ["1.2K subscribers", "Reed Ferry", "@reedferry"]],
    ["the user name as an address", ["Reed Ferry", "https://t.me/reedferry", "1.2K subscribers"]],
    ["a check mark, and the page's title above", ["Reed Ferry – Telegram", "Reed Ferry", "✔️", "@reedferry", "9 files"]],
    ["a name that has the shape of a counter", ["Channel 24", "@reedferry", "1.2K subscribers"]],
    ["no name at all", ["@reedferry", "1.2K subscribers"]],
    ["blank lines between its lines", ["Reed Ferry", "", "@reedferry", "", "1.2K subscribers", ""]],
    ["counts above what they count", ["Reed Ferry", "@reedferry", "1.2K", "subscribers", "12", "photos"]],
    ["several counters on a line", ["Reed Ferry", "@reedferry", "1 204 members, 33 online"]],
    ["the menu of the site above", ["About", "Apps", "Platform", "Reed Ferry", "@reedferry", "1.2K subscribers"]],
  ])("%s", (_, lines) => {
    const last = lines.findLastIndex((line) => line !== "") + 1;
    expect(headIn(...lines, post)).toMatchObject({ last, handle: "reedferry" });
  });

  test("and its name", () => {
    expect(headIn("Reed Ferry – Telegram", "Reed Ferry", "@reedferry", "9 files", post)?.name).toBe("Reed Ferry");
    expect(headIn("About", "Apps", "Reed Ferry", "@reedferry", "1 member", post)?.name).toBe("Reed Ferry");
    expect(headIn("@reedferry", "1.2K subscribers", post)?.name).toBeUndefined();
  });

  test("that has no user name, where it counts subscribers", () => {
    expect(headIn("Reed Ferry", "1.2K subscribers", post)?.last).toBe(2);
    expect(headIn("Reed Ferry", "12 photos", post)).toBeUndefined();
  });
});

describe("previewHead() takes no post for a head", () => {
  test.each([
    ["a list of counts", ["What we need", "2 eggs", "3 onions", post]],
    ["readers counted in a post", ["Thank you!", "We are 1000 subscribers", post]],
    ["a first line that counts readers", ["1000 subscribers", post]],
    ["a user name alone", ["Reed Ferry", "@reedferry", post, "12 photos"]],
    ["a count far down the page", [...Array.from({ length: 9 }, () => post), "1.2K subscribers", post]],
  ])("%s", (_, lines) => {
    expect(headIn(...lines)).toBeUndefined();
  });

  test("behind known counters, a post that starts with a count", () => {
    expect(headIn("Reed Ferry", "@reedferry", "1.2K subscribers", "5 days left", post)?.last).toBe(3);
  });

  test("behind unknown counters, a post that starts with a count below a blank line", () => {
    expect(headIn("Reed Ferry", "@reedferry", "1 204 vorpali", "", "5 days left", post)?.last).toBe(3);
  });
});

test("a page in any language that has a head is read as a preview, and its head as furniture", () => {
  const source = readSource(Buffer.from(`Reed Ferry\n@reedferry\n1 204 vorpali\n${post}\n${post}`), "page.txt");
  const { dialect } = recognise(source);
  const { drafts, channel } = dialect.parse(source, { start: new Set(), join: new Set() });
  expect(dialect.name).toBe("preview");
  expect(channel).toEqual({ name: "Reed Ferry", handle: "reedferry" });
  expect(drafts[0]?.lines[0]?.line).toBe(4);
});

test.each([
  "@reedferry",
  "https://t.me/reedferry",
])("a user name below the name, where that stands again below the counters, is the channel's: %s", (address) => {
  const top = ["Rozafa e Liqenit – Telegram", "1.2K subscribers"];
  const said = ["Lajme nga liqeni. Na shkruani: @reedferry_bot", "Download Telegram"];
  const head = headIn(...top, "Rozafa e Liqenit", address, ...said, "", post);
  expect(head).toMatchObject({ name: "Rozafa e Liqenit", handle: "reedferry", last: 6 });
  expect(head?.about).toEqual(headIn(...top, ...said, "", post)?.about);
  expect(headIn(...top, "Miqtë tanë", address, ...said, "", post)?.handle).toBeUndefined();
});
