import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { SpillFiles } from "../../scripts/storage/spill-file.ts";
import { folderWith } from "./content-folder.ts";

function sequences(longFrom: number): { readonly disk: SpillFiles; readonly parent: string } {
  const parent = folderWith();
  const disk = new SpillFiles(parent, longFrom);
  onTestFinished(() => disk.close());
  return { disk, parent };
}

test("a sequence gives back what was put on it, in memory and on disk, in whatever order it is asked", () => {
  const { disk, parent } = sequences(3);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 300 })), fc.array(fc.nat(40)), (texts, places) => {
      const sequence = disk.newSequence<{ readonly text: string }>();
      for (const [index, text] of texts.entries()) {
        sequence.push({ text });
        expect(sequence.at(index)).toEqual({ text });
      }
      expect([...sequence].map(({ text }) => text)).toEqual(texts);
      for (const place of places) expect(sequence.at(place)?.text).toBe(texts[place]);
      expect(sequence.length).toBe(texts.length);
      expect(sequence.at(-1)).toBeUndefined();
    }),
  );
  expect(readdirSync(parent)).toHaveLength(1);
});

test("a sequence holds things that are larger than its buffers, among small ones", () => {
  const { disk } = sequences(1);
  const sequence = disk.newSequence<string>();
  const things = [10, 900_000, 3, 300_000, 300_000, 5, 2_000_000].map((length, index) => `${index}`.repeat(length));
  for (const thing of things) sequence.push(thing);
  expect([...sequence].map(({ length }) => length)).toEqual(things.map(({ length }) => length));
  for (const place of [6, 0, 1, 5, 3]) expect(sequence.at(place) === things[place]).toBe(true);
});

test("nothing is left when the sequences are closed, of a process that was killed neither", () => {
  const { disk, parent } = sequences(1);
  disk.newSequence<number>().push(1);
  // No process has so high a number.
  const killed = join(parent, `sequences-${hostname()}-99999999`);
  const elsewhere = join(parent, "sequences-another.machine-99999999");
  for (const folder of [killed, elsewhere]) {
    mkdirSync(folder);
    writeFileSync(join(folder, "0.jsonl"), "1");
  }
  disk.close();
  expect(existsSync(killed)).toBe(false);
  expect(readdirSync(parent)).toEqual(["sequences-another.machine-99999999"]);
});
