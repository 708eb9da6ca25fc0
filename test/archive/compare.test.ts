import { describe, expect, test } from "vitest";
import { differences, missingNumbers } from "../../src/archive/compare.ts";
import type { Day } from "../../src/model/day.ts";
import type { Post, Source } from "../../src/model/post.ts";
import { postWith } from "../site/fixture.ts";

function capture(file: string, sequence: number, retrieved?: string): Source {
  const lines = [[sequence, sequence]] as const;
  const day = retrieved === undefined ? {} : { retrieved: retrieved as Day };
  return { file, sha256: file.padEnd(64, "0"), dialect: "preview", lines, sequence, ...day };
}

/** A post as captures show it: `places` says where in each, `a1 b2`. */
function post(id: string, places: string, days: Readonly<Record<string, string>> = {}, said: Partial<Post> = {}): Post {
  const [source, ...alsoIn] = places
    .split(" ")
    .map((place) => capture(`${place[0]}.txt`, Number(place.slice(1)), days[`${place[0]}`]));
  return postWith({ id, ...(source && { source }), ...(alsoIn.length > 0 && { alsoIn }), ...said });
}

const days = { a: "2025-02-01", b: "2025-03-01", c: "2025-04-01" };

describe("a later capture of the same pages", () => {
  test("tells what it adds, changes and no longer shows", () => {
    const posts = [
      post("before", "a1", days),
      post("first0", "a2 b1", days),
      post("gone00", "a3", days),
      post("edited", "b2 a4", days, { text: "Ten o'clock", versions: [{ text: "Nine o'clock", file: "a.txt" }] }),
      post("pushed", "b3", days),
      post("last00", "a5 b4", days),
      post("newest", "b5", days),
    ];
    expect(differences(posts)).toEqual([
      {
        channel: "harbour",
        earlier: { file: "a.txt", retrieved: "2025-02-01" },
        later: { file: "b.txt", retrieved: "2025-03-01" },
        shared: 3,
        added: ["pushed", "newest"],
        changed: ["edited"],
        // The post before the first shared one lies beyond what the later capture shows.
        gone: ["gone00"],
      },
    ]);
  });

  test("is known by its newer posts where no capture day is known, and not at all where both show the same", () => {
    const on = [post("first0", "b1 a1"), post("gone00", "a2"), post("last00", "b2 a3"), post("newest", "b3")];
    expect(differences(on)).toMatchObject([{ earlier: { file: "a.txt" }, later: { file: "b.txt" }, gone: ["gone00"] }]);
    expect(differences([post("first0", "b1 a1"), post("last00", "b2 a2")])).toEqual([]);
  });

  test("is compared with the one before it, not with all", () => {
    const posts = [post("first0", "a1 b1 c1", days), post("second", "a2 b2 c2", days)];
    expect(differences(posts).map(({ earlier, later }) => `${earlier.file} ${later.file}`)).toEqual([
      "a.txt b.txt",
      "b.txt c.txt",
    ]);
  });

  test("says nothing of captures without a post in common, or of another channel", () => {
    const north = { key: "north", name: "North", identified: true };
    expect(
      differences([
        post("first0", "a1", days),
        post("second", "b1", days),
        post("third0", "c1", days, { channel: north }),
      ]),
    ).toEqual([]);
  });

  test("that is parted otherwise tells no change of lines that it still shows, and tells an edit and a deletion among them", () => {
    const said = (text: string, older?: string): Partial<Post> =>
      older === undefined ? { text } : { text, versions: [{ text: older, file: "a.txt" }] };
    const posts = [
      post("first0", "b1 a1", days, said("Market day")),
      // The earlier capture joins two posts.
      post("joined", "b2 a2", days, said("The ferry is late", "The ferry is late\nThe hall is open")),
      post("second", "b3", days, said("The hall is open")),
      // The later one joins two.
      post("third0", "b4 a3", days, said("Soup at noon\nBring a bowl", "Soup at noon")),
      post("within", "a4", days, said("Bring a bowl")),
      post("edited", "b5 a5", days, said("Two oars\nwere found", "Two oars\nwere lost")),
      post("gone00", "a6", days, said("The hall is open")),
      post("last00", "b6 a7", days, said("Fog")),
      post("newest", "b7", days, said("Rain")),
    ];
    expect(differences(posts)).toMatchObject([{ added: ["newest"], changed: ["edited"], gone: ["gone00"] }]);
  });

  test("of three texts tells each change once, between the captures it lies between", () => {
    const posts = [
      post("edited", "c1 a1 b1", days, { text: "Ten", versions: [{ text: "Nine", file: "a.txt", alsoIn: ["b.txt"] }] }),
    ];
    expect(differences(posts).map(({ later, changed }) => [later.file, changed])).toEqual([
      ["b.txt", []],
      ["c.txt", ["edited"]],
    ]);
  });
});

test("numbers that no post bears are told between the first and the last", () => {
  expect(missingNumbers([{ number: 12 }, { number: 5 }, {}, { number: 6 }, { number: 9 }, { number: 6 }])).toEqual([
    [7, 8],
    [10, 11],
  ]);
  expect(missingNumbers([{}, { number: 3 }])).toEqual([]);
});
