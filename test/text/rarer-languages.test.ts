import { describe, expect, test } from "vitest";
import { languagesOf } from "../../src/text/language.ts";

/** Sentences of their own in languages that the detector does not know, by code. */
const sentences: Readonly<Record<string, string>> = {
  kk: "Бүгін таңертең солтүстік қақпа қайта ашылды, паромдар төртінші орыннан шығады.",
  ky: "Бүгүн эртең менен түндүк дарбаза кайра ачылды, паромдор төртүнчү жерден чыгат.",
  mn: "Өнөөдөр өглөө хойд хаалга дахин нээгдэж, гатлага онгоцнууд дөрөвдүгээр зогсоолоос хөдөлнө.",
  tg: "Имрӯз субҳ дарвозаи шимолӣ боз кушода шуд ва паромҳо аз ҷойи чорум мераванд.",
  tt: "Бүген иртән төньяк капка яңадан ачылды, паромнар дүртенче урыннан китә, җил көчле.",
  ba: "Бөгөн иртән төньяҡ ҡапҡа яңынан асылды, паромдар дүртенсе урындан китә.",
  mk: "Утрово повторно се отвори северната порта, фериботите ќе тргнуваат од четвртото место.",
  ps: "نن سهار شمالي دروازه بیا پرانیستل شوه، کښتۍ له څلورم ځای څخه ځي.",
  ug: "بۈگۈن ئەتىگەن شىمالىي دەرۋازا قايتا ئېچىلدى، كېمىلەر تۆتىنچى ئورۇندىن ماڭىدۇ.",
  my: "ဒီမနက် မြောက်ဘက်တံခါး ပြန်ဖွင့်ပြီး သင်္ဘောများ ထွက်ခွာသည်။",
  km: "ព្រឹកនេះ ច្រកទ្វារខាងជើងបានបើកឡើងវិញ ហើយកប៉ាល់ចេញដំណើរ។",
  ti: "ሎሚ ንግሆ ሰሜናዊ ኣፍደገ ዳግማይ ተኸፊቱ፣ ኣብ ወደብ ዘለዋ መራኽብ ድማ ክብገሳ ኢየን።",
  uz: "Bugun ertalab shimoliy darvoza yana ochildi, paromlar esa to‘rtinchi o‘rindan jo‘naydi va bu hamma uchun qulay.",
  id: "Pagi ini gerbang utara dibuka lagi, dan kapal berangkat dari dermaga empat karena sore nanti bisa hujan.",
  tk: "Şu gün irden demirgazyk derweze täzeden açyldy, gämiler dördünji ýerden ugraýar.",
  ku: "Îro serê sibê deriyê bakur dîsa vebû, keştî ji cihê çaremîn diçin û şev vedigerin.",
};

describe("languages that the detector does not know", () => {
  test.each(Object.entries(sentences))("%s is told by its letters or its words", (code, sentence) => {
    expect(languagesOf([sentence])).toEqual([code]);
  });

  test.each([
    ["uk", "Сьогодні вранці знову відкрили північну браму, пороми відходять від четвертого місця."],
    ["be", "Сёння раніцай зноў адкрылі паўночную браму, паромы адыходзяць ад чацвёртага месца."],
    ["sr", "Јутрос је поново отворена северна капија, трајекти полазе са четвртог места."],
    ["ru", "Утром в Өскемене и Қарағанде снова открыли северные ворота, паромы уходят от четвёртого причала."],
    ["fa", "امروز صبح دروازهٔ شمالی دوباره باز شد و کشتی‌ها از جایگاه چهارم می‌روند."],
    ["am", "ዛሬ ጠዋት ሰሜናዊው በር እንደገና ተከፍቷል፣ መርከቦቹ ከአራተኛው ቦታ ይነሳሉ።"],
    ["tr", "Bu sabah kuzey kapısı yeniden açıldı, feribotlar dördüncü yerden kalkıyor."],
    ["fr", "Dès ce matin, la même porte du nord s'ouvre, et le bac part du quai où l'île se voit sûrement."],
    ["ms", "Pagi ini pintu utara dibuka semula kerana feri boleh bertolak dari jeti keempat pada waktu petang."],
  ])("their neighbours stay what they are: %s", (code, sentence) => {
    expect(languagesOf([sentence])).toEqual([code]);
  });

  test("a channel that a person says is in one of them is, where the detector has no more than a guess", () => {
    const [unsure, english] = [
      "Anigoo geeska bari joogay ayay doontii weynayd soo xirtay",
      "The north gate opened again this morning, and the ferries leave from berth four.",
    ];
    expect(languagesOf([unsure, english, "Doon"], "so")).toEqual(["so", "en", "so"]);
    expect(languagesOf([unsure], "kk")).not.toEqual(["kk"]);
  });
});
