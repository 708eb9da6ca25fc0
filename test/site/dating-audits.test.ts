import { describe, expect, test } from "vitest";
import { auditor } from "../../src/dating/audit.ts";
import { datePosts } from "../../src/dating/date.ts";
import { candidateDays, candidatesText, likelierDay } from "../../src/model/dating-audit.ts";
import type { Day } from "../../src/model/day.ts";
import type { Dating } from "../../src/model/post.ts";
import { candidateBars } from "../../src/site/charts/candidate-bars.ts";
import { Archive } from "../../src/site/model/archive.ts";
import { PostView } from "../../src/site/model/post-view.ts";
import { render } from "../../templates/post.11ty.tsx";
import { ledger, postWith, settings } from "./fixture.ts";

const texts = [
  "The pier is mended (Marsh End, May 3, 2024)",
  "On May 6, the mayor met the ferrymen.",
  "Fog over the marsh.",
  "Rope arrives (Marsh End, May 9, 2024)",
];

/** An archive of the texts; `question`: the days that came into question for the second post, in place of those worked out. */
function archiveWith(dating: (own: Dating, place: number) => Dating = (own) => own, question?: string): Archive {
  const posts = texts.map((text) => ({ text, language: "en" }));
  const { datings, candidates } = datePosts({ posts, order: "oldest-first", retrieved: "2024-06-01" as Day });
  const [dump] = ledger.dumps;
  if (dump === undefined) throw new RangeError("the fixture has no dump");
  const dated = datings.map((own, place) =>
    postWith({
      id: `audited${place}`,
      text: texts[place] ?? "",
      dating: dating(own, place),
      source: {
        file: dump.file,
        sha256: dump.sha256,
        dialect: "preview",
        lines: [[place, place]],
        sequence: place + 1,
      },
    }),
  );
  const told = {
    dumps: [{ ...dump, candidates: candidates.map(candidatesText).with(1, question ?? candidatesText(candidates[1])) }],
  };
  return new Archive(settings, dated, told, { auditor });
}

function pageAt(archive: Archive, place: number) {
  const page = archive.posts.find(({ post }) => post.id === `audited${place}`);
  if (page === undefined) throw new RangeError(`no post ${place}`);
  return page;
}

describe("the audit of a post's date", () => {
  test("tells the days named, the posts that hold it and the days that came into question", () => {
    const archive = archiveWith();
    const audit = archive.datingAudits.of(pageAt(archive, 1));
    expect(audit?.days).toMatchObject([{ words: "On May 6", first: "2024-05-06" }]);
    expect([audit?.before?.post.id, audit?.after?.post.id]).toEqual(["audited0", "audited3"]);
    const days = audit?.candidates.map(({ day }) => day) ?? [];
    expect(days).toContain(pageAt(archive, 1).post.dating.best);
    expect(days.every((day) => day >= "2024-05-03" && day < "2024-06-01")).toBe(true);
    const sum = audit?.candidates.reduce((total, { probability }) => total + probability, 0) ?? 0;
    expect(Math.abs(sum - 1)).toBeLessThan(0.05);
  });

  test("shows no probabilities of a day that is not the one they were worked out for", () => {
    const moved = archiveWith((own, place) => (place === 1 ? { ...own, best: "2024-05-31" as Day } : own));
    expect(moved.datingAudits.of(pageAt(moved, 1))?.candidates).toEqual([]);
  });

  test.each([
    [
      "2024-05-05 20 4 30 16 30",
      "most likely single day: 7 May 2024 (30%)",
      /The most likely single day is 7 May 2024 \(30%, the best estimate 4%\)/u,
    ],
    ["2024-05-05 20 38 42", undefined, /Another day is slightly more likely by itself/u],
    ["2024-05-05 20 40 40", undefined, /No single day is more likely than the best estimate/u],
  ])("calls the day a best estimate, and the top of the chances %s by its name", (question, inRecord, inAudit) => {
    const wide = { best: "2024-05-06" as Day, earliest: "2024-05-05" as Day, latest: "2024-05-09" as Day };
    const archive = archiveWith((own, place) => (place === 1 ? { ...own, ...wide } : own), question);
    const html = render({ item: new PostView(pageAt(archive, 1), archive) });
    const [, estimate = ""] = html.match(/<dt>Best estimate<\/dt>\s*<dd>(.*?)<\/dd>/su) ?? [];
    expect(estimate).toContain("6 May 2024");
    expect(estimate.includes("most likely")).toBe(inRecord !== undefined);
    if (inRecord !== undefined) expect(estimate).toContain(inRecord);
    expect(html).toMatch(inAudit);
    expect(html).not.toMatch(/most likely (?:date|day)/iu);
  });

  test("stays away where an editor or an export tells the day", () => {
    const given = archiveWith((own) => ({ ...own, basis: "given" }));
    expect(given.datingAudits.of(pageAt(given, 1))).toBeUndefined();
    expect(render({ item: new PostView(pageAt(given, 1), given) })).not.toContain('class="audit"');
  });

  test("stands folded on the page, with its table", () => {
    const archive = archiveWith();
    const html = render({ item: new PostView(pageAt(archive, 1), archive) });
    const [audit = ""] = html.match(/<details class="audit">.*?<\/details>/su) ?? [];
    expect(audit).toContain("On May 6");
    expect(audit).toContain('<svg class="candidates"');
    expect(audit).toMatch(/<caption>Probability of each day<\/caption>.*6 May 2024/su);
    expect(audit).not.toMatch(/style=|undefined|NaN/u);
  });

  test("tells the posts whose numbers a number lies between, of a post that has no more", () => {
    const at = (day: string, basis: Dating["basis"]): Dating => ({
      best: day as Day,
      earliest: day as Day,
      latest: day as Day,
      basis,
      edtf: day,
    });
    const numbered = (number: number, day: string, basis: Dating["basis"]) =>
      postWith({
        id: `numbered${number}`,
        text: `Fog ${number}`,
        number,
        dating: at(day, basis),
        source: {
          file: `${number}.html`,
          dialect: "telegram-post-page",
          lines: [[1, 9]],
          sha256: `${number}`.repeat(8),
          sequence: 1,
        },
      });
    const posts = [
      numbered(3, "2024-05-03", "timestamp"),
      numbered(5, "2024-05-04", "neighbours"),
      numbered(6, "2024-05-05", "neighbours"),
      numbered(9, "2024-05-06", "timestamp"),
    ];
    const archive = new Archive(settings, posts, ledger, { auditor });
    const page = archive.posts.find(({ post }) => post.number === 6);
    if (page === undefined) throw new RangeError("no post 6");
    const audit = archive.datingAudits.of(page);
    expect([audit?.before?.post.number, audit?.after?.post.number]).toEqual([3, 9]);
    const html = render({ item: new PostView(page, archive) });
    expect(html).toContain("Nearest dated posts by post number");
    expect(html).toMatch(/after <a href="[^"]*"[^>]*>Fog 3</u);
    expect(html).toMatch(/before <a href="[^"]*"[^>]*>Fog 9</u);
  });
});

test("candidateDays() reads what candidatesText() wrote", () => {
  const text = candidatesText({ first: "2024-02-28" as Day, percents: [10, 0, 90] });
  expect(text).toBe("2024-02-28 10 0 90");
  expect(candidateDays(text)).toEqual([
    { day: "2024-02-28", percent: 10 },
    { day: "2024-02-29", percent: 0 },
    { day: "2024-03-01", percent: 90 },
  ]);
  expect(candidateDays(candidatesText(undefined))).toEqual([]);
});

test("likelierDay() tells the top of the chances where it stands out from the day chosen", () => {
  const top = (text: string) => likelierDay(candidateDays(text), "2024-02-28" as Day)?.day;
  expect(top("2024-02-28 4 8 16 9")).toBe("2024-03-01");
  expect(top("2024-02-27 20 40 40")).toBeUndefined();
  expect(top("2024-02-27 40 30 30")).toBeUndefined();
  // Two percent against one say nothing.
  expect(top("2024-02-27 2 1 2")).toBeUndefined();
  expect(top("2024-02-29 10 90")).toBe("2024-03-01");
  expect(top("")).toBeUndefined();
});

test("candidateBars() draws the best day apart, the likeliest as high as the picture", () => {
  const days = candidateDays("2024-02-28 20 80").map(({ day, percent }) => ({ day, probability: percent / 100 }));
  const bars = candidateBars(days, "2024-02-28" as Day);
  expect(bars.best).toBe("M0 48v-12h10v12z");
  expect(bars.others).toBe("M12 48v-48h10v48z");
});
