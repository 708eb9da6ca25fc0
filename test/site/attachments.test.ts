import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Post } from "../../src/model/post.ts";
import { absenceOf, missingMedia } from "../../src/site/model/attachments.ts";
import { headlineExcerpt, partsOf } from "../../src/site/model/headline.ts";
import { PostView } from "../../src/site/model/post-view.ts";
import { ownWords } from "../../src/text/own-words.ts";
import { render } from "../../templates/post.11ty.tsx";
import { archiveOf, postWith } from "./fixture.ts";

const preview = {
  text: "The timetable is out: https://pierpost.example/ferry\nPier Post\nFerries sail hourly\nUntil spring.",
  linkPreview: { site: "Pier Post", title: "Ferries sail hourly", description: "Until spring." },
};
const poll = {
  text: "Which day?\nAnonymous Poll\n27%\nSaturday <or> later\n73%\nSunday\n1.2K voters",
  poll: {
    question: "Which day?",
    kind: "Anonymous Poll",
    options: [
      { text: "Saturday <or> later", percent: 27 },
      { text: "Sunday", percent: 73 },
    ],
    voters: 1200,
  },
  media: ["poll"],
} as const;
const file = {
  text: "timetable.pdf\n1.2 MB\nThe winter timetable.",
  files: [{ name: "timetable.pdf", size: "1.2 MB" }],
  media: ["document"],
} as const;

const post = (words: Partial<Post>) => postWith({ id: "aaaaaaaaaa", ...words });

describe("ownWords()", () => {
  test.each([
    ["a link preview", preview, "The timetable is out: https://pierpost.example/ferry"],
    ["a poll", poll, "Which day?"],
    ["a file", file, "The winter timetable."],
  ])("leaves out the lines of %s", (_, words, own) => {
    expect(ownWords(post(words))).toBe(own);
  });

  test("keeps a text whole in which such lines no longer stand", () => {
    const text = "The timetable is out.\nPier Post says so\nFerries sail hourly";
    expect(ownWords(post({ ...preview, text }))).toBe(text);
  });

  test("is the text of a post without attachments, blank ends and all", () => {
    fc.assert(fc.property(fc.string(), (text) => ownWords(post({ text })) === text));
  });
});

test("missingMedia() leaves out what the page shows after all", () => {
  expect(missingMedia(post({ ...poll, media: ["video", "poll"] }))).toEqual(["video"]);
  expect(missingMedia(post(file))).toEqual([]);
  expect(missingMedia(post({ media: ["poll", "document"] }))).toEqual(["poll", "document"]);
});

test("a file that an export left out is told apart from one that is not kept here, and from what a page never shows", () => {
  const kept = { kind: "photo", path: "1.jpg", sha256: "0".repeat(64) } as const;
  const [leftOut, notKept] = [{ kind: "video" }, { kind: "video", path: "huge.mp4" }] as const;
  expect(absenceOf({ mediaFiles: [kept] })).toBe("page");
  expect(absenceOf({})).toBe("page");
  expect(absenceOf({ mediaFiles: [kept, notKept] })).toBe("archive");
  expect(absenceOf({ mediaFiles: [notKept, leftOut] })).toBe("export");
});

test("headline and excerpt of a post are its own words", () => {
  expect(partsOf(post(poll))).toEqual({ kind: "headed", before: "", headline: "Which day?", rest: "" });
  expect(headlineExcerpt(post(preview))).not.toContain("Pier Post");
});

describe("the page of a post", () => {
  const page = (words: Partial<Post>): string => {
    const archive = archiveOf([post(words)]);
    const [item] = archive.posts;
    if (item === undefined) throw new Error("the archive has no post");
    return render({ item: new PostView(item, archive) });
  };
  const count = (html: string, words: string): number => html.split(words).length - 1;

  test("shows a linked page once, under the text", () => {
    const html = page(preview);
    const body = html.slice(html.indexOf("<article"), html.indexOf("</article>"));
    expect(count(body, "Ferries sail hourly")).toBe(1);
    expect(body).toMatch(/<figure class="linked">.*<bdi>Pier Post<\/bdi>.*Ferries sail hourly.*Until spring\./su);
  });

  test("shows a poll's answers with their shares, escaped", () => {
    const html = page(poll);
    expect(html).toMatch(
      /<td dir="auto">Saturday &lt;or> later<meter [^>]*value="27"[^>]*><\/meter><\/td><td class="share">27%<\/td>/u,
    );
    expect(html).toContain("1,200 voters");
    expect(html).not.toContain("Poll, not shown");
  });

  test("shows how many voted for each answer, where a capture tells it", () => {
    const counted = { question: "When?", kind: "Quiz", options: [{ text: "Now", percent: 75, votes: 3 }], voters: 4 };
    expect(page({ text: "When?", media: ["poll"], poll: counted })).toMatch(
      /<td class="share">75%<span class="note">3 votes<\/span><\/td>/u,
    );
  });

  test("names recordings and stickers that are not there, and each file once", () => {
    const html = page({
      text: "",
      media: ["audio", "document"],
      files: [{ name: "tides.pdf", size: "9 B" }],
      mediaFiles: [
        { kind: "audio", title: "The Mole – Ebb", name: "7.mp3" },
        { kind: "document", name: "tides.pdf" },
      ],
    });
    const body = html.slice(html.indexOf("<article"), html.indexOf("</article>"));
    expect(count(body, "The Mole – Ebb")).toBe(1);
    expect(count(body, "tides.pdf")).toBe(1);
    expect(count(body, "7.mp3")).toBe(0);
  });

  test("tells the number of a post, and those of all parts of an album", () => {
    expect(page({ number: 3, albumNumbers: [4, 5] })).toMatch(/<dt>Number in the channel<\/dt><dd>3, 4, 5<\/dd>/u);
  });

  test("shows a file's name and size and says that the archive does not have it", () => {
    const html = page(file);
    expect(html).toContain('<bdi>timetable.pdf</bdi> <span class="size">1.2 MB</span>');
    expect(html).toContain("File, not in the archive");
  });
});
