import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verifyArchive } from "../../scripts/storage/verify-folder.ts";
import { filesIn, folderWith, importInto } from "./content-folder.ts";

/** Imports twice and verifies: nothing may change, and nothing be damaged. */
async function expectSettled(files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const content = folderWith(files);
  importInto(content);
  const once = filesIn(content);
  expect(importInto(content)).toMatchObject({ written: 0, removed: 0 });
  expect(filesIn(content)).toEqual(once);
  expect((await verifyArchive(content)).findings).toEqual([]);
  return once;
}

const message = (id: number): object => ({
  id,
  type: "message",
  date_unixtime: `${1_738_663_200 + 90_000 * id}`,
  text: `Bell ${id} of the tower.`,
});
const twelve = {
  name: "Bell Tower",
  type: "public_channel",
  messages: Array.from({ length: 12 }, (_, at) => message(at + 1)),
};

const shown = (id: number): string =>
  `<div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="bell_tower/${id}"><div class="tgme_widget_message_text">Bell ${id} of the tower.</div><a class="tgme_widget_message_date" href="https://t.me/bell_tower/${id}"><time datetime="2025-03-${String(id + 10)}T09:00:00+00:00"></time></a></div></div>`;

describe("posts that stand on one line of an export", () => {
  test.each([
    ["a minified one", { "dumps/a.json": JSON.stringify(twelve) }],
    [
      "one with carriage returns alone",
      { "dumps/a.json": JSON.stringify(twelve, undefined, 1).replaceAll("\n", "\r") },
    ],
    ["a saved page", { "dumps/a.html": `<html><body>${[1, 2, 3, 4].map(shown).join("")}</body></html>` }],
    [
      "a saved page whose posts meet",
      { "dumps/a.html": `<html><body>\n${[1, 2, 3].map(shown).join("").replaceAll("><div", ">\n<div")}</body></html>` },
    ],
  ])("keep their ids at the second import (%s)", async (_, files) => {
    const archive = await expectSettled(files);
    for (const [, text] of Object.entries(archive).filter(([each]) => each.startsWith("posts/")))
      expect(text).toMatch(new RegExp(`^Bell ${/^number: (\d+)$/mu.exec(text)?.[1]} of the tower\\.$`, "mu"));
    expect(Object.keys(archive).filter((path) => path.startsWith("posts/")).length).toBeGreaterThan(2);
  });

  test("keep their ids when a person names their channel otherwise", async () => {
    const content = folderWith({ "dumps/a.json": JSON.stringify(twelve) });
    importInto(content);
    const ids = (files: Readonly<Record<string, string>>): readonly string[] =>
      Object.keys(files)
        .flatMap((path) => (path.startsWith("posts/") ? [path.slice(-13)] : []))
        .sort();
    const before = ids(filesIn(content));
    const renamed = folderWith({ ...filesIn(content), "dumps/a.yml": "channel: Harbour Bells\n" });
    expect(importInto(renamed)).toMatchObject({ added: 0, removed: 0 });
    expect(ids(filesIn(renamed))).toEqual(before);
  });
});

test("the same bytes under two names, as two channels or as one, settle at once", async () => {
  const posts = fc.array(fc.constantFrom("Fog.", "Sun on March 3, 2025.", "Rain.", "Fog."), {
    minLength: 1,
    maxLength: 5,
  });
  const sidecar = fc.constantFrom("", "channel: Pier\n", "channel: Quay\n", "channel: Quay\nretrieved: 2025-03-09\n");
  await fc.assert(
    fc.asyncProperty(posts, sidecar, sidecar, async (texts, one, other) => {
      const dump = texts.join("\n\n-----\n\n");
      await expectSettled({ "dumps/a.txt": dump, "dumps/a.yml": one, "dumps/b.txt": dump, "dumps/b.yml": other });
    }),
    { numRuns: 12 },
  );
});

test.each([-5, 0.5, 2 ** 60])("a reaction of %d is left out, and a notice keeps it", (count) => {
  const message = {
    id: 2,
    type: "message",
    date_unixtime: "1738749600",
    text: "Fog.",
    reactions: [{ emoji: "👍", count }],
  };
  const json = JSON.stringify({ name: "Marsh", type: "public_channel", id: 1, messages: [message] });
  const { notices, posts } = importInto(folderWith({ "dumps/marsh.json": json }));
  expect(posts).toBe(1);
  expect(notices.map(({ rule }) => rule)).toEqual(["posts/unfit"]);
  expect(notices[0]?.reason).toContain(`"count":${count}`);
});
