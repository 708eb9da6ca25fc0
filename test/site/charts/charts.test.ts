import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import type { Day } from "../../../src/model/day.ts";
import { activityOf } from "../../../src/site/analysis/activity.ts";
import { periodLabels } from "../../../src/site/charts/axes.ts";
import type { Chart } from "../../../src/site/charts/chart.ts";
import { fitted } from "../../../src/site/charts/chart.ts";
import { activityPicture, channelsPicture, forwardsPicture } from "../../../src/site/charts/pictures.ts";
import { columnsPath, sparkline } from "../../../src/site/charts/sparkline.ts";
import { statisticsPictures } from "../../../src/site/charts/statistics-pictures.ts";
import { archiveOf, inferred, manyPosts, oddPosts, postWith, stated } from "../fixture.ts";

const hostile = `"><script>alert(1)</script>&lt;b onload='x'>`;
const odd = archiveOf([
  ...oddPosts,
  ...manyPosts(60),
  postWith({ id: "hostile002", channel: { key: "evil", name: hostile, identified: true }, forwardedFrom: hostile }),
]);
const single = archiveOf([postWith({ id: "single0001", forwardedFrom: "Mayor" })]);

function picturesOf(archive: typeof odd): readonly Chart[] {
  const pictures = [activityPicture(archive.posts, archive), channelsPicture(archive), forwardsPicture(archive)];
  return [...pictures, ...statisticsPictures(archive)].filter((chart) => chart !== undefined);
}

/** A drawing, read as a browser reads it. */
function readSvg(svg: string): Element {
  const found = parseHTML(`<!doctype html><html><body>${svg}</body></html>`).document.querySelectorAll("svg");
  expect(found).toHaveLength(1);
  const [element] = found;
  if (element === undefined) throw new Error("a drawing is an svg element");
  return element;
}

describe.each([
  ["odd posts", odd],
  ["a single post", single],
])("the pictures of %s", (_, archive) => {
  const pictures = picturesOf(archive);

  test("are there", () => {
    const ids = pictures.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(["activity", "channels-over-time", "forwards", "closeness", "languages"]),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(pictures.map((chart) => [chart.id, chart] as const))("%s names and describes itself", (__, chart) => {
    for (const { svg } of chart.drawings) {
      const element = readSvg(svg);
      expect(element.getAttribute("role")).toBe("img");
      for (const [attribute, name, words] of [
        ["aria-labelledby", "title", chart.title],
        ["aria-describedby", "desc", chart.description],
      ] as const) {
        const said = [...element.querySelectorAll(name)].find((each) => each.id === element.getAttribute(attribute));
        expect(said?.textContent).toBe(words);
      }
    }
  });

  test.each(pictures.map((chart) => [chart.id, chart] as const))("%s has its figures as a table", (__, chart) => {
    expect(chart.table.rows.length).toBeGreaterThan(0);
    for (const { cells } of chart.table.rows) expect(cells).toHaveLength(chart.table.columns.length - 1);
  });

  test("hold no style of their own, nothing that runs, and no id twice", () => {
    const drawings = pictures.flatMap((chart) => chart.drawings.map(({ svg }) => readSvg(svg)));
    const all = drawings.flatMap((svg) => [svg, ...svg.querySelectorAll("*")]);
    expect(all.length).toBeGreaterThan(50);
    for (const element of all) {
      expect(["style", "script", "foreignobject", "b"]).not.toContain(element.localName.toLowerCase());
      const names = [...element.attributes].map(({ name }) => name);
      expect(names.filter((name) => name === "style" || name.startsWith("on"))).toEqual([]);
    }
    const ids = all.map(({ id }) => id).filter((id) => id !== "");
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(2 * drawings.length);
  });
});

test("a hostile name is drawn as the words it is", () => {
  const chart = channelsPicture(odd);
  const drawn = chart?.drawings.flatMap(({ svg }) => [...readSvg(svg).querySelectorAll("text")]);
  expect(drawn?.some((text) => hostile.startsWith(text.textContent?.replace("…", "") ?? "-"))).toBe(true);
});

test("an archive without posts has no pictures", () => {
  expect(picturesOf(archiveOf([]))).toEqual([]);
});

test("the table of an activity has the counts of its bars, and its months lead to their pages", () => {
  const table = activityPicture(odd.posts, odd, "month")?.table;
  expect(table?.columns).toEqual(["Month", "Posts", "of these uncertain by a week or more"]);
  expect(table?.rows.map(({ name, path, cells }) => [name, path, ...cells])).toEqual([
    ["February 2025", "/timeline/2025/02/", "9", "2"],
    ["March 2025", "/timeline/2025/03/", "60", "0"],
  ]);
});

test("a bar is as high as its count beside the others", () => {
  const days = ["2025-01-05", "2025-02-05", "2025-02-06", "2025-04-01"];
  const archive = archiveOf(days.map((day, index) => postWith({ id: `bar000000${index}`, dating: stated(day) })));
  const [wide] = activityPicture(archive.posts, archive, "month")?.drawings ?? [];
  const bars = [...readSvg(wide?.svg ?? "").querySelectorAll(".bar rect")];
  const heights = bars.map((bar) => Number(bar.getAttribute("height")));
  expect(heights).toHaveLength(3);
  expect(Math.abs((heights[1] ?? 0) - 2 * (heights[0] ?? 0))).toBeLessThanOrEqual(1);
  expect(heights[2]).toBe(heights[0]);
});

test("what is hardly dated stands pale on top of the rest, as high as it counts", () => {
  const datings = [stated("2025-02-05"), stated("2025-02-06"), inferred("2025-02-05", 20)];
  const archive = archiveOf(datings.map((dating, index) => postWith({ id: `pale00000${index}`, dating })));
  const [wide] = activityPicture(archive.posts, archive, "month")?.drawings ?? [];
  const boxOf = (name: string) => {
    const bar = readSvg(wide?.svg ?? "").querySelector(`.${name} rect`);
    return { y: Number(bar?.getAttribute("y")), height: Number(bar?.getAttribute("height")) };
  };
  const [firm, pale] = [boxOf("bar"), boxOf("bar-wide")];
  expect(pale.y + pale.height).toBe(firm.y);
  expect(Math.abs(firm.height - 2 * pale.height)).toBeLessThanOrEqual(2);
});

test("each channel has one outline, in a row of its own", () => {
  const [wide] = channelsPicture(odd)?.drawings ?? [];
  const rows = [...readSvg(wide?.svg ?? "").querySelectorAll("g.bar")];
  expect(rows.map((row) => row.querySelectorAll("path").length)).toEqual(odd.channels.map(() => 1));
  expect(new Set(rows.map((row) => row.getAttribute("transform"))).size).toBe(odd.channels.length);
});

describe("the labels below an axis", () => {
  const activity = (from: string, to: string, unit: "day" | "month" | "year") =>
    activityOf(
      archiveOf([from, to].map((day, index) => postWith({ id: `axis00000${index}`, dating: stated(day) }))).posts,
      unit,
    );

  test("are never more than there is room for, and at least one", () => {
    for (const unit of ["day", "month", "year"] as const) {
      const end = { day: "2025-02-28", month: "2029-12-31", year: "2999-01-01" }[unit];
      for (const most of [1, 3, 6, 14]) {
        const labels = periodLabels(activity("2025-01-03", end, unit), most, "en-GB");
        expect(labels.length).toBeGreaterThanOrEqual(1);
        expect(labels.length).toBeLessThanOrEqual(most);
      }
    }
  });

  test("say the year below the first month and each January, in the language of the pages", () => {
    expect(periodLabels(activity("2024-11-01", "2025-02-01", "month"), 6, "ru").map(({ text }) => text)).toEqual([
      "нояб.\n2024",
      "дек.",
      "янв.\n2025",
      "февр.",
    ]);
  });
});

describe("a sparkline", () => {
  const archive = archiveOf([...manyPosts(60), postWith({ id: "early00001", dating: inferred("2024-03-01", 1) })]);

  test("has a column for each stretch with posts and none for the others", () => {
    const path = sparkline(archive.posts, "2024-03-01" as Day, "2025-03-10" as Day);
    expect(path.match(/M/gu)).toHaveLength(2);
    expect(path).toMatch(/^M0 18v-2h/u);
    expect(path).toContain("v-18h");
  });

  test("draws a single day, and nothing for no posts", () => {
    expect(sparkline(archive.posts.slice(0, 1), "2024-03-01" as Day, "2024-03-01" as Day)).toBe("M0 18v-18h77v18z");
    expect(sparkline([], "2024-03-01" as Day, "2025-03-10" as Day)).toBe("");
  });

  test("is as high as it is beside the fullest of those it is compared with", () => {
    expect(columnsPath([5], 10)).toContain("v-9h");
  });
});

test("a name is cut to the room it has, wide letters sooner", () => {
  expect(fitted("Harbour", 200)).toBe("Harbour");
  expect([...fitted("港".repeat(40), 140)].length).toBeLessThan([...fitted("a".repeat(40), 140)].length);
  expect(fitted("", 100)).toBe("");
});
