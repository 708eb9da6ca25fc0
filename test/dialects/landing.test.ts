import { describe, expect, test } from "vitest";
import { landing } from "../../src/dialects/kinds/landing.ts";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import { landingPhrases } from "../../src/dialects/lines/landing-phrases.ts";
import { readSource, type SourceText } from "../../src/read/source-text.ts";

function sourceOf(lines: readonly string[]): SourceText {
  return readSource(new TextEncoder().encode(lines.join("\n")), "pier.txt");
}

function kindOf(lines: readonly string[]): string {
  return recognise(sourceOf(lines)).dialect.name;
}

const head = ["Gull Rock Ferry", "@gullrockferry", "1 204 subscribers", "Notices of the ferry to Gull Rock."];

describe("a page that leads to a channel", () => {
  test.each(landingPhrases)("is one in $language, in one line or with the name below", ({ leading, others }) => {
    const buttons = others.filter((phrase) => !phrase.includes("*"));
    const named = (phrase: string): string => phrase.replace(/\*/gu, "Gull Rock Ferry");
    for (const phrase of leading) {
      const page = [...head, ...buttons.slice(0, 3), named(phrase), ...buttons.slice(3, 6)];
      expect(kindOf(page), phrase).toBe("landing");
      expect(kindOf([...page, "All boats are back."]), phrase).not.toBe("landing");
    }
  });

  test("says that it holds no post, and whose channel it leads to", () => {
    const { drafts, channel, about, findings } = landing.parse(sourceOf([...head, "Join", "Preview channel"]), {
      start: new Set(),
      join: new Set(),
    });
    expect(drafts).toEqual([]);
    expect(channel).toEqual({ name: "Gull Rock Ferry", handle: "gullrockferry" });
    expect(about).toEqual({ description: head[3], counters: { subscribers: "1 204" } });
    expect(findings.map(({ rule }) => rule)).toEqual(["landing/no-posts"]);
  });

  test("has the posts that a person says start on it", () => {
    const { drafts, findings } = landing.parse(sourceOf([...head, "Join", "Preview channel"]), {
      start: new Set([4]),
      join: new Set(),
    });
    expect(drafts.map(({ text }) => text[0])).toEqual([4]);
    expect(findings).toEqual([]);
  });

  test("is none where a line may be a post's", () => {
    const pages = [
      ["If you have Telegram, you can row with us.", "Come right away.", "We row on Sundays."],
      ["The ferry is back.", "", "Preview channel", "Join"],
      [...head.slice(0, 3), "Fog on the estuary until noon. ".repeat(12), "Preview channel"],
      [...head, "Join", "The ferry is back.", "Preview channel"],
      ["Join", "Share", "Privacy policy"],
      ["Preview channel", "The keeper will be there right away."],
    ];
    expect(pages.filter((page) => kindOf(page) === "landing")).toEqual([]);
  });
});
