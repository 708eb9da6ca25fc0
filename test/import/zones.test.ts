import { describe, expect, test } from "vitest";
import { readPost } from "../../src/markdown/post-file.ts";
import { filesIn, folderWith, importInto } from "./content-folder.ts";

const site = (timezone: string): string =>
  `title: Harbour archive\ndescription: Posts\nurl: https://harbour.example/\nlanguage: en\n${timezone}`;
const html = ["09.12.2024 03:00:00 UTC+09:00", "09.12.2024 20:00:00 UTC+09:00"]
  .map(
    (stamp, place) =>
      `<div class="message default clearfix" id="message${place + 1}"><div class="body"><div class="pull_right date details" title="${stamp}">03:00</div><div class="text">Fog over the mole ${place}.</div></div></div>`,
  )
  .join("\n");
const json = JSON.stringify({
  name: "Harbour Bell",
  type: "public_channel",
  id: 1234567890,
  messages: ["2024-12-09T03:00:00", "2024-12-09T20:00:00"].map((date, place) => ({
    ...{ id: place + 1, type: "message", date, date_unixtime: `${Date.parse(`${date}+09:00`) / 1000}` },
    text: `Fog over the mole ${place}.`,
  })),
});

/** The days and moments of the two posts of an export, and what was told of its clock. */
function read(files: Readonly<Record<string, string>>) {
  const content = folderWith(files);
  const { notices, failures } = importInto(content);
  expect(failures).toEqual([]);
  const told = notices.flatMap(({ rule, reason }) => (rule === "export/other-zone" ? [reason] : []));
  const written = Object.entries(filesIn(content)).filter(([path]) => path.startsWith("posts/"));
  const posts = written.map(([path, text]) => readPost(text, path));
  posts.sort((one, other) => (one.number ?? 0) - (other.number ?? 0));
  return { told, posts: posts.map(({ dating, published }) => [dating.best, published]) };
}

describe.each([
  ["messages.html", html],
  ["result.json", json],
])("the clock of %s, nine hours ahead of UTC,", (name, text) => {
  const moments = ["2024-12-08T18:00:00Z", "2024-12-09T11:00:00Z"];
  const on = (...days: readonly string[]) => days.map((day, place) => [day, moments[place]]);

  test("tells moments, and where a post's day is another one there, the zone of the archive's days is told", () => {
    const { told, posts } = read({ [`dumps/${name}`]: text });
    expect(posts).toEqual(on("2024-12-08", "2024-12-09"));
    expect(told).toEqual([
      "1 of its posts have another day by the export's own clock (UTC+09:00); the dates here are those of UTC. To use its own clock, name the zone in the sidecar, such as timezone: Europe/Moscow",
    ]);
  });

  test("is followed where the sidecar names its zone", () => {
    const own = `dumps/${name.replace(/\..*/u, "")}.yml`;
    const { told, posts } = read({ [`dumps/${name}`]: text, [own]: "timezone: Asia/Tokyo\n" });
    expect({ told, posts }).toEqual({ told: [], posts: on("2024-12-09", "2024-12-09") });
  });

  test("gives way to the zone of the archive, whose days every page says they are", () => {
    const seoul = read({ [`dumps/${name}`]: text, "site.yml": site("timezone: Asia/Seoul\n") });
    expect(seoul).toEqual({ told: [], posts: on("2024-12-09", "2024-12-09") });
    const lisbon = read({ [`dumps/${name}`]: text, "site.yml": site("timezone: Europe/Lisbon\n") });
    expect(lisbon.posts).toEqual(on("2024-12-08", "2024-12-09"));
    expect(lisbon.told).toEqual([expect.stringContaining("the dates here are those of Europe/Lisbon.")]);
  });
});
