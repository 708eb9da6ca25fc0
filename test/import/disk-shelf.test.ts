import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { DiskShelves } from "../../scripts/storage/spill-file.ts";
import { folderWith } from "./content-folder.ts";

function shelves(longFrom: number): { readonly disk: DiskShelves; readonly parent: string } {
  const parent = folderWith();
  const disk = new DiskShelves(parent, longFrom);
  onTestFinished(() => disk.close());
  return { disk, parent };
}

test("a shelf gives back what was put on it, in memory and on disk, in whatever order it is asked", () => {
  const { disk, parent } = shelves(3);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 300 })), fc.array(fc.nat(40)), (texts, places) => {
      const shelf = disk.newShelf<{ readonly text: string }>();
      for (const [index, text] of texts.entries()) {
        shelf.push({ text });
        expect(shelf.at(index)).toEqual({ text });
      }
      expect([...shelf].map(({ text }) => text)).toEqual(texts);
      for (const place of places) expect(shelf.at(place)?.text).toBe(texts[place]);
      expect(shelf.length).toBe(texts.length);
      expect(shelf.at(-1)).toBeUndefined();
    }),
  );
  expect(readdirSync(parent)).toHaveLength(1);
});

test("a shelf holds things that are larger than its buffers, among small ones", () => {
  const { disk } = shelves(1);
  const shelf = disk.newShelf<string>();
  const things = [10, 900_000, 3, 300_000, 300_000, 5, 2_000_000].map((length, index) => `${index}`.repeat(length));
  for (const thing of things) shelf.push(thing);
  expect([...shelf].map(({ length }) => length)).toEqual(things.map(({ length }) => length));
  for (const place of [6, 0, 1, 5, 3]) expect(shelf.at(place) === things[place]).toBe(true);
});

test("nothing is left when the shelves are closed, of a process that was killed neither", () => {
  const { disk, parent } = shelves(1);
  disk.newShelf<number>().push(1);
  // No process has so high a number.
  const killed = join(parent, `shelves-${hostname()}-99999999`);
  const elsewhere = join(parent, "shelves-another.machine-99999999");
  for (const folder of [killed, elsewhere]) {
    mkdirSync(folder);
    writeFileSync(join(folder, "0.jsonl"), "1");
  }
  disk.close();
  expect(existsSync(killed)).toBe(false);
  expect(readdirSync(parent)).toEqual(["shelves-another.machine-99999999"]);
});
