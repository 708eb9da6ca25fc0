import { describe, expect, test } from "vitest";
import { languagesOf } from "../../src/text/language.ts";

const russian = "Сегодня утром снова открыли северный причал, и паромы на острова отходят от четвёртого места.";
const ukrainian = "Сьогодні вранці відкрили північний причал, пороми на острови відходять від четвертого місця.";
const persian = "امروز صبح اسکلهٔ شمالی دوباره باز شد و کشتی‌ها از جایگاه چهارم به جزیره‌ها می‌روند.";
const chinese =
  "今天早上北码头重新开放，渡轮恢复正常班次，大家可以放心出门，记得带伞，因为下午可能会有大雨，晚上还会有雾。";
const english = "The north pier opened again this morning, and ferries to the islands leave from berth four.";

describe("languagesOf()", () => {
  test("a long text is in its own language, whatever its neighbours are in", () => {
    expect(languagesOf([russian, ukrainian, persian, chinese, english])).toEqual(["ru", "uk", "fa", "zh", "en"]);
    expect(languagesOf([english, persian], "ru")).toEqual(["en", "fa"]);
  });

  test("a text without words is in the language of its channel", () => {
    expect(languagesOf([ukrainian, "", "🌊", "…", "https://pier.example #Fog @pier"])).toEqual(Array(5).fill("uk"));
    expect(languagesOf(["", "🌊"], "fa")).toEqual(["fa", "fa"]);
  });

  test("a short text follows the language of its channel where its letters allow it", () => {
    expect(languagesOf([ukrainian, "Привіт."])).toEqual(["uk", "uk"]);
  });

  test("a short text in letters of another script does not", () => {
    expect(languagesOf([persian, english, english, "今天早上北码头重新开放"])[3]).toBe("zh");
  });

  test("where nothing tells, the language is und", () => {
    expect(languagesOf(["", "🌊", "12"])).toEqual(["und", "und", "und"]);
    expect(languagesOf([])).toEqual([]);
  });

  test("hashtags, addresses and user names tell nothing", () => {
    expect(
      languagesOf([`${russian} #HarbourNewsOfTheWeek https://pier.example/the/north/pier/is/open @harbour_desk`]),
    ).toEqual(["ru"]);
  });

  test("tickers and names of firms in capitals tell nothing beside other letters", () => {
    const rates = (words: string): string => `${words}\nBTC 69 120\nETH 3 902\nSOL 145\nBNB 402\nDOGE 0,1 USDT`;
    expect(languagesOf([chinese, rates("播报"), rates("今日币价")])).toEqual(["zh", "zh", "zh"]);
    expect(languagesOf([persian, rates("نرخ")])).toEqual(["fa", "fa"]);
    expect(languagesOf([russian, rates("Курс")])).toEqual(["ru", "ru"]);
    expect(languagesOf(["THE NORTH PIER IS OPEN AGAIN THIS MORNING, SAYS КАПИТАН"])).toEqual(["en"]);
  });

  // Today "bg", although a person said that the channel is Russian.
  test("one word that several languages have is in the language a person names", () => {
    expect(languagesOf(["Да"], "ru")).toEqual(["ru"]);
  });
});
