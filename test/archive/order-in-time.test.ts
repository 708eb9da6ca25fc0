import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inOrderOfTime } from "../../src/archive/order-in-time.ts";
import { type Post, type Source, sourcesOf } from "../../src/model/post.ts";
import { postOf, stated } from "./post-arbitrary.ts";

const sourceIn = (file: string, sequence: number): Source => ({
  ...{ file, sha256: file.repeat(64).slice(0, 64), dialect: "preview" },
  lines: [[sequence, sequence]],
  sequence,
});

/** A post of one day that captures show at these places. */
function shownAt(id: string, ...places: readonly (readonly [file: string, sequence: number])[]): Post {
  const [source, ...alsoIn] = places.map(([file, sequence]) => sourceIn(file, sequence));
  return postOf({
    id,
    dating: stated("2025-03-12"),
    ...(source === undefined ? {} : { source }),
    ...(alsoIn.length === 0 ? {} : { alsoIn }),
  });
}

const idsOf = (posts: readonly Post[]): readonly string[] => posts.map(({ id }) => id);

describe("posts of one day", () => {
  test("stand as the capture shows them that has one more than the others", () => {
    const posts = [
      shownAt("tonight", ["a", 2], ["b", 2]),
      shownAt("pharmacy", ["a", 3], ["b", 3]),
      shownAt("pine-new", ["b", 1]),
      shownAt("budget", ["b", 4]),
      shownAt("pine-old", ["a", 1]),
    ];
    const ids = idsOf(inOrderOfTime(posts));
    expect(ids.filter((id) => id !== "pine-old")).toEqual(["pine-new", "tonight", "pharmacy", "budget"]);
    expect(ids.indexOf("pine-old")).toBeLessThan(ids.indexOf("tonight"));
  });

  test("go by their numbers where two exports have them", () => {
    const [early, late] = [shownAt("early", ["b", 1]), shownAt("late", ["a", 1])];
    expect(
      idsOf(
        inOrderOfTime([
          { ...late, number: 8 },
          { ...early, number: 7 },
        ]),
      ),
    ).toEqual(["early", "late"]);
  });

  test("are all there, the first by file first, where captures contradict each other", () => {
    const posts = [shownAt("one", ["a", 1], ["b", 2]), shownAt("two", ["a", 2], ["b", 1])];
    expect(idsOf(inOrderOfTime(posts))).toEqual(["one", "two"]);
  });

  test("stand as every capture shows them, whichever order they come in", () => {
    const shown = fc.array(fc.subarray(["a", "b", "c"], { minLength: 1 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(shown, fc.infiniteStream(fc.nat()), (files, random) => {
        const posts = files.map((own, at) =>
          shownAt(`p${at}`, ...own.map((file) => [file, at + 1] as [string, number])),
        );
        const keys = new Map(posts.map(({ id }) => [id, random.next().value as number]));
        const shuffled = posts.toSorted((one, other) => (keys.get(one.id) ?? 0) - (keys.get(other.id) ?? 0));
        const ordered = inOrderOfTime(shuffled);
        expect(ordered.length).toBe(posts.length);
        for (const file of ["a", "b", "c"]) {
          const own = ordered.flatMap((post) => sourcesOf(post).filter((source) => source.file === file));
          expect(own.map(({ sequence }) => sequence)).toEqual(
            own.map(({ sequence }) => sequence).toSorted((one, other) => one - other),
          );
        }
        expect(idsOf(ordered)).toEqual(idsOf(inOrderOfTime(posts)));
      }),
    );
  });
});
