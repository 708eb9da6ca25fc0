import fc from "fast-check";
import { expect, test } from "vitest";
import { type ChangedPart, changesBetween } from "../../src/site/model/changes.ts";

function written(changes: readonly ChangedPart[]): string {
  const marks = { same: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] } as const;
  return changes.map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join("");
}

test("words that changed are told, and changes in a row are one", () => {
  expect(written(changesBetween("The ferry sails at nine o'clock.", "The ferry sails at ten o'clock sharp."))).toBe(
    "The ferry sails at [-nine-]{+ten+} o'clock{+ sharp+}.",
  );
  expect(written(changesBetween("Ice in the eastern channel", "Ice in a western channel"))).toBe(
    "Ice in [-the eastern-]{+a western+} channel",
  );
});

test("words are told apart in a script without blanks between them", () => {
  expect(written(changesBetween("今天渡轮推迟一小时", "今天渡轮推迟两小时"))).not.toContain("[-今天");
});

test("texts that are the same have no changes, line breaks count", () => {
  expect(changesBetween("Fog", "Fog")).toEqual([{ kind: "same", text: "Fog" }]);
  expect(written(changesBetween("Fog\nIce", "Fog Ice"))).toBe("Fog[-\n-]{+ +}Ice");
});

test("nothing of either text is lost or made up", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom("a", "b", " ", "\n", "港", "口")).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(text, text, (old, now) => {
      const changes = changesBetween(old, now);
      expect(
        changes
          .filter(({ kind }) => kind !== "added")
          .map((each) => each.text)
          .join(""),
      ).toBe(old);
      expect(
        changes
          .filter(({ kind }) => kind !== "removed")
          .map((each) => each.text)
          .join(""),
      ).toBe(now);
    }),
  );
});

test("texts that have nothing in common are wholly changed, however long", () => {
  const [old, now] = ["ab ".repeat(2_000), "cd\n".repeat(2_000)];
  expect(changesBetween(old, now)).toEqual([
    { kind: "removed", text: old },
    { kind: "added", text: now },
  ]);
});
