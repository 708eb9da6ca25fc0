import { describe, expect, test } from "vitest";
import { datePosts } from "../../src/dating/date.ts";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import type { Day } from "../../src/model/day.ts";

const kindIn = (text: string, language: string) => evidenceOf(text, language)[0]?.kind;

describe("the day of an announcement", () => {
  test.each([
    ["en", "Water off\nDate: 24 March 2026\nTime: 10:00–17:00\nPlace: Mill Street"],
    ["en", "Date: 24 March 2026\nTime: 10:00\nThe water will be off."],
    ["en", "The choir sings.\n📅 24 March 2026\n🕙 10:00"],
    ["en", "The choir sings.\n📍 Mill Street\n📅 24 March 2026"],
    ["tr", "Su kesintisi\nTarih: 24 Mart 2026 Salı\nSaat: 10.00"],
    ["ru", "Отключение воды\nДата: 24.03.2026\nАдрес: Мельничная, 3"],
    ["pl", "Przerwa w dostawie wody\nData: 24 marca 2026\nMiejsce: ul. Młyńska"],
    ["es", "Corte de agua\nFecha: 24 de marzo de 2026\nLugar: calle Mayor"],
    ["el", "Διακοπή νερού\nΗμερομηνία: 24 Μαρτίου 2026\nΏρα: 10:00"],
  ])("beside an hour or a place is no post's own, whatever its label says (%s)", (language, text) => {
    expect(kindIn(text, language)).toMatch(/^(?:to-come|mention)/u);
  });

  test.each([
    ["en", "Water will be off in Mill Street.\n24 March 2026\nPlease store some in time for the day."],
    ["en", "Water off\n\nDate: 24 March 2026\n\nPlease store some water in time for the day."],
    ["de", "Das Wasser wird abgestellt.\n24. März 2026\nBitte rechtzeitig Vorräte anlegen."],
  ])("alone on a line between others may be another (%s)", (language, text) => {
    expect(kindIn(text, language)).not.toMatch(/^(?:dateline|signature)$/u);
  });

  test.each([
    ["en", "14 March 2026\nThe ferry was late again."],
    ["en", "14 March 2026\n• 10:15 The ferry was late.\n• 11:40 It left."],
    ["en", "🔴 14 March 2026\n🔴 10:15 The ferry was late.\n🔴 11:40 It left."],
    ["en", "The ferry was late again.\n14 March 2026\nhttps://quay.example/ferry #ferry"],
    ["en", "The ferry was late again.\nPublished: 14 March 2026\nRead more below."],
    ["ru", "Паром снова опоздал.\n— — —\n14 марта 2026\n@quay_news"],
  ])("that opens a text or ends it but for links is the post's own (%s)", (language, text) => {
    expect(["dateline", "signature"]).toContain(kindIn(text, language));
  });

  test("gives way to the day that the page prints over the post", () => {
    const text = "Water off\nDate: 24 March 2026\nTime: 10:00–17:00\nPlace: Mill Street";
    const { datings } = datePosts({
      posts: [
        { text: "March 20\nRoad works finish today.", language: "en" },
        { text: `March 22\n${text}`, language: "en" },
        { text: "March 23\nNew benches in the park.", language: "en" },
      ],
      order: "oldest-first",
      retrieved: "2026-03-25" as Day,
    });
    expect(datings.map(({ best }) => best)).toEqual(["2026-03-20", "2026-03-22", "2026-03-23"]);
  });

  test("does not take the page's day for its own field", () => {
    const { datings } = datePosts({
      posts: ["20", "22", "23"].map((day) => ({
        text: `March ${day}\n🕙 10:00 market on the quay ${day}`,
        language: "en",
      })),
      order: "oldest-first",
      retrieved: "2026-03-25" as Day,
    });
    expect(datings.map(({ best }) => best)).toEqual(["2026-03-20", "2026-03-22", "2026-03-23"]);
  });

  test("is later than the capture, and no post is", () => {
    const text = "Water off\nDate: 18 April 2026\nTime: 10:00–17:00\nPlace: Mill Street";
    const posts = ["Road works finish today.", text, "New benches in the park."];
    const { datings, notices } = datePosts({
      posts: posts.map((own) => ({ text: own, language: "en" })),
      order: "oldest-first",
      retrieved: "2026-03-25" as Day,
    });
    for (const { latest } of datings) expect(latest <= "2026-03-25").toBe(true);
    expect(notices).toEqual([]);
  });
});

describe("days on lines of their own between the words of several posts", () => {
  const days = [3, 5, 6, 9, 12, 14];
  const posts = (place: string) =>
    days.map((day) => ({
      text: `Sermon of the week ${day}\n${day} March 2026 ${place}\nListen to it in the archive of the parish.`,
      language: "en",
    }));

  test("are the posts' own where they run one way", () => {
    const { datings } = datePosts({ posts: posts(""), retrieved: "2026-03-20" as Day });
    expect(datings.map(({ best }) => best)).toEqual(days.map((day) => `2026-03-${String(day).padStart(2, "0")}`));
  });

  test("are so in a calendar whose days are reckoned too", () => {
    const { datings } = datePosts({
      posts: [4, 6, 9, 12, 16].map((day) => ({
        text: `خطبة الأسبوع ${day}\n${day} رمضان 1446 هـ\nتجدونها في أرشيف المسجد.`,
        language: "ar",
      })),
      retrieved: "2025-04-20" as Day,
    });
    expect(datings.map(({ basis }) => basis)).toEqual(datings.map(() => "dateline"));
  });

  test("are those of events where one of them is still to come", () => {
    const { datings } = datePosts({ posts: posts(""), retrieved: "2026-03-10" as Day });
    for (const { latest } of datings) expect(latest <= "2026-03-10").toBe(true);
  });
});
