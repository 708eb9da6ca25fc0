import { describe, expect, test } from "vitest";
import { readExport } from "../../src/import/read-export.ts";
import { hourBeside } from "../../src/text/hour-of-day.ts";

function read(table: string) {
  const { write, end } = readExport({ file: "harbour.csv", sidecar: { timezone: "UTC" } });
  write(new TextEncoder().encode(`${table}\n`));
  const { posts, report } = end();
  return { posts: [...posts], rules: report.notices.map(({ rule }) => rule) };
}

/** Tables as people keep them by hand, in the words and the forms of day and time of their language; each tells the same two moments. */
const tables: readonly (readonly [name: string, table: string, moments: string])[] = [
  ["pt", "Dia,Hora,Publicação\n03/02/2026,9:15,Nevoeiro\n14/02/2026,21:40,Sol", "2026-02-03T09:15 2026-02-14T21:40"],
  [
    "pt-only-lang",
    "Dia;Hora;Publicação\n03/02/2026;9h15;Nevoeiro\n04/02/2026;21h40;Sol",
    "2026-02-03T09:15 2026-02-04T21:40",
  ],
  ["sv", "Datum;Tid;Inlägg\n2026-02-03;09:15;Dimma\n2026-02-04;21.40;Sol", "2026-02-03T09:15 2026-02-04T21:40"],
  [
    "da",
    "Dato;Tidspunkt;Opslag;Visninger\n03.02.2026;09.15;Tåge;12\n04.02.2026;21.40;Sol;9",
    "2026-02-03T09:15 2026-02-04T21:40",
  ],
  ["nb", "Dato;Klokkeslett;Innlegg\n03.02.2026;09:15;Tåke\n04.02.2026;21:40;Sol", "2026-02-03T09:15 2026-02-04T21:40"],
  ["fi", "Päivä;Kello;Julkaisu\n3.2.2026;klo 9.15;Sumua\n4.2.2026;21.40;Aurinko", "2026-02-03T09:15 2026-02-04T21:40"],
  [
    "es",
    "Fecha,Hora,Publicación\n03/02/2026,9:15 a. m.,Niebla\n04/02/2026,9:40 p. m.,Sol",
    "2026-02-03T09:15 2026-02-04T21:40",
  ],
  [
    "es2",
    "Día,Hora,Entrada\n03/02/2026,9:15 a.m.,Niebla\n04/02/2026,9:40 p.m.,Sol",
    "2026-02-03T09:15 2026-02-04T21:40",
  ],
  [
    "fr",
    "Jour;Heure;Publication\n03/02/2026;9h15;Brume\n04/02/2026;21 h 40;Soleil",
    "2026-02-03T09:15 2026-02-04T21:40",
  ],
  ["it", "Giorno;Ora;Messaggio\n03/02/2026;9.15;Nebbia\n04/02/2026;21.40;Sole", "2026-02-03T09:15 2026-02-04T21:40"],
  ["de", "Tag;Uhrzeit;Beitrag\n3.2.2026;9:15 Uhr;Nebel\n4.2.2026;21.40 Uhr;Sonne", "2026-02-03T09:15 2026-02-04T21:40"],
  ["nl", "Dag;Tijd;Bericht\n03-02-2026;09:15;Mist\n04-02-2026;21:40;Zon", "2026-02-03T09:15 2026-02-04T21:40"],
  ["pl", "Dzień;Godzina;Wpis\n03.02.2026;09:15;Mgła\n04.02.2026;21:40;Słońce", "2026-02-03T09:15 2026-02-04T21:40"],
  ["cs", "Den;Čas;Příspěvek\n3. 2. 2026;9:15;Mlha\n4. 2. 2026;21:40;Slunce", "2026-02-03T09:15 2026-02-04T21:40"],
  ["hu", "Nap;Idő;Bejegyzés\n2026. 02. 03.;9:15;Köd\n2026. 02. 04.;21:40;Nap", "2026-02-03T09:15 2026-02-04T21:40"],
  ["hu1", "Dátum;Szöveg\n2026. 02. 03. 9:15:00;Köd\n2026.02.04. 21:40;Nap", "2026-02-03T09:15 2026-02-04T21:40"],
  [
    "hu2",
    "Dátum;Szöveg\n2026. február 3. 9:15;Köd\n2026. február 4. du. 9:40;Nap",
    "2026-02-03T09:15 2026-02-04T21:40",
  ],
  ["ro", "Zi;Ora;Postare\n03.02.2026;09:15;Ceață\n04.02.2026;21:40;Soare", "2026-02-03T09:15 2026-02-04T21:40"],
  ["tr", "Gün;Saat;Gönderi\n03.02.2026;09:15;Sis\n04.02.2026;21:40;Güneş", "2026-02-03T09:15 2026-02-04T21:40"],
  ["tr2", "Tarih;Paylaşım\n3.02.2026 ÖÖ 9:15:00;Sis\n4.02.2026 ÖS 9:40:00;Güneş", "2026-02-03T09:15 2026-02-04T21:40"],
  ["ru", "День;Время;Запись\n03.02.2026;09:15;Туман\n04.02.2026;21:40;Солнце", "2026-02-03T09:15 2026-02-04T21:40"],
  ["uk", "День;Година;Допис\n03.02.2026;09:15;Туман\n04.02.2026;21:40;Сонце", "2026-02-03T09:15 2026-02-04T21:40"],
  [
    "bg",
    "Ден;Час;Публикация\n3.2.2026 г.;9:15 ч.;Мъгла\n4.2.2026 г.;21:40 ч.;Слънце",
    "2026-02-03T09:15 2026-02-04T21:40",
  ],
  ["sr", "Datum;Vreme;Objava\n3.2.2026.;9:15;Magla\n4.2.2026.;21:40;Sunce", "2026-02-03T09:15 2026-02-04T21:40"],
  [
    "el",
    "Ημέρα;Ώρα;Ανάρτηση\n3/2/2026;9:15 π.μ.;Ομίχλη\n4/2/2026;9:40 μ.μ.;Ήλιος",
    "2026-02-03T09:15 2026-02-04T21:40",
  ],
  ["ko", "날짜,내용\n2026. 2. 3 오전 9:15:00,안개\n2026. 2. 4 오후 9:40:00,햇빛", "2026-02-03T09:15 2026-02-04T21:40"],
  [
    "ko2",
    "날짜,시간,글\n2026-02-03,오전 9:15,안개\n2026-02-04,오후 9시 40분,햇빛",
    "2026-02-03T09:15 2026-02-04T21:40",
  ],
  [
    "ja",
    "日付,時刻,投稿内容\n2026年2月3日,午前9:15,霧\n2026年2月4日,午後9時40分,晴れ",
    "2026-02-03T09:15 2026-02-04T21:40",
  ],
  ["ja2", "日時,本文\n2026年2月3日 午前9時15分,霧\n2026/02/04 21:40:00,晴れ", "2026-02-03T09:15 2026-02-04T21:40"],
  ["ja3", "投稿日,投稿\n2026年2月3日(火) 9:15,霧\n2026年2月4日(水) 21:40,晴れ", "2026-02-03T09:15 2026-02-04T21:40"],
  ["zh", "时间,内容\n2026年2月3日 上午9:15,雾\n2026年2月4日 下午9:40:00,晴", "2026-02-03T09:15 2026-02-04T21:40"],
  ["zh2", "日期,时间,正文\n2026/2/3,上午 9:15,雾\n2026/2/4,晚上9:40,晴", "2026-02-03T09:15 2026-02-04T21:40"],
  ["zh3", "發佈日期,貼文\n2026年2月3日09時15分,霧\n2026年2月4日21時40分00秒,晴", "2026-02-03T09:15 2026-02-04T21:40"],
  ["ar", "اليوم;الوقت;المنشور\n٣/٢/٢٠٢٦;٩:١٥ ص;ضباب\n٤/٢/٢٠٢٦;٩:٤٠ م;شمس", "2026-02-03T09:15 2026-02-04T21:40"],
  ["ar2", "التاريخ;النص\n٠٣‏/٠٢‏/٢٠٢٦ ٩:١٥ ص;ضباب\n٠٤‏/٠٢‏/٢٠٢٦، ٩:٤٠:٠٠ م;شمس", "2026-02-03T09:15 2026-02-04T21:40"],
  [
    "ar3",
    "التاريخ;النص\n٣ فبراير ٢٠٢٦ ٩:١٥ صباحا;ضباب\n٤ فبراير ٢٠٢٦ ٩:٤٠ مساءً;شمس",
    "2026-02-03T09:15 2026-02-04T21:40",
  ],
  ["fa", "روز;ساعت;پست\n۱۴۰۴/۱۱/۱۴;۹:۱۵;مه\n۱۴۰۴/۱۱/۱۵;۲۱:۴۰;آفتاب", "2026-02-03T09:15 2026-02-04T21:40"],
  ["fa2", "تاریخ;متن\n۱۴۰۴/۱۱/۱۴ ۹:۱۵ ق.ظ;مه\n۱۴۰۴/۱۱/۱۵ ۹:۴۰ ب.ظ;آفتاب", "2026-02-03T09:15 2026-02-04T21:40"],
  ["he", "תאריך;שעה;פוסט\n3.2.2026;9:15;ערפל\n4.2.2026;21:40;שמש", "2026-02-03T09:15 2026-02-04T21:40"],
  ["hi", "दिनांक;समय;पोस्ट\n3/2/2026;9:15 am;कोहरा\n4/2/2026;9:40 pm;धूप", "2026-02-03T09:15 2026-02-04T21:40"],
  ["vi", "Ngày;Giờ;Bài đăng\n03/02/2026;9:15 SA;Sương\n04/02/2026;9:40 CH;Nắng", "2026-02-03T09:15 2026-02-04T21:40"],
  ["id", "Hari;Jam;Postingan\n03/02/2026;09.15;Kabut\n04/02/2026;21.40;Cerah", "2026-02-03T09:15 2026-02-04T21:40"],
  ["th", "วันที่;เวลา;ข้อความ\n3/2/2569;9:15;หมอก\n4/2/2569;21:40 น.;แดด", "2026-02-03T09:15 2026-02-04T21:40"],
  ["lt", "Data;Laikas;Įrašas\n2026-02-03;09:15;Rūkas\n2026-02-04;21:40;Saulė", "2026-02-03T09:15 2026-02-04T21:40"],
  ["et", "Kuupäev;Kellaaeg;Postitus\n3.02.2026;9:15;Udu\n4.02.2026;21:40;Päike", "2026-02-03T09:15 2026-02-04T21:40"],
  ["hr", "Dan;Vrijeme;Objava\n3. 2. 2026.;9:15;Magla\n4. 2. 2026.;21:40;Sunce", "2026-02-03T09:15 2026-02-04T21:40"],
  [
    "en, a day over 12",
    "Day,Hour,Post\n03/02/2026,9:15 AM,Fog\n14/02/2026,9:40 PM,Sun",
    "2026-02-03T09:15 2026-02-14T21:40",
  ],
  [
    "en, a month over 12",
    "Date,Time,Post\n2/3/2026,9:15 AM,Fog\n2/14/2026,9:40 PM,Sun",
    "2026-02-03T09:15 2026-02-14T21:40",
  ],
  ["fr-one", "Date;Texte\n03/02/2026 09:15;Brume\n04/02/2026 21:40;Soleil", "2026-02-03T09:15 2026-02-04T21:40"],
  ["ca", "Dia;Hora;Publicació\n03/02/2026;09:15;Boira\n04/02/2026;21:40;Sol", "2026-02-03T09:15 2026-02-04T21:40"],
  ["kk", "Күні;Уақыты;Жазба\n03.02.2026;09:15;Тұман\n04.02.2026;21:40;Күн", "2026-02-03T09:15 2026-02-04T21:40"],
];

describe("a table of posts in its own language", () => {
  test.each(tables)("is read with its days and times: %s", (_, table, moments) => {
    const { posts, rules } = read(table);
    expect(posts.map(({ published }) => published)).toEqual(moments.split(" ").map((moment) => `${moment}:00Z`));
    expect(rules).toEqual([]);
  });

  test("has the day first where its columns are not named in English, unless a day of it says otherwise", () => {
    const best = (table: string) => read(table).posts.map(({ dating }) => dating.best);
    expect(best("Fecha;Texto\n03/02/2026;Niebla\n01/02/2026;Sol")).toEqual(["2026-02-03", "2026-02-01"]);
    expect(best("Fecha;Texto\n03/02/2026;Niebla\n03/14/2026;Sol")).toEqual(["2026-03-02", "2026-03-14"]);
    for (const open of ["Date;Text\n03/02/2026;Fog", "日期;内容\n03/02/2026;雾"])
      expect(read(open).rules).toContain("export/day-or-month");
  });

  test("takes no other word beside a clock for a part of the day, and no clock that there is not", () => {
    expect(["AM", "p. m.", "午後", "晚上", "оч"].map((word) => hourBeside(9, word))).toEqual([
      9,
      21,
      21,
      21,
      undefined,
    ]);
    expect(["am", "pm", "凌晨", "中午"].map((word) => hourBeside(12, word))).toEqual([0, 12, 0, 12]);
    expect([hourBeside(13, "pm"), hourBeside(13, "Uhr")]).toEqual([undefined, 13]);
    const { posts } = read("Date;Text\n2026-02-03 9:15 fog;Fog\n2026-02-04 10:15;Sun\n2026-02-05 10:15;Rain");
    expect(posts.map(({ published }) => published)).toEqual([
      undefined,
      "2026-02-04T10:15:00Z",
      "2026-02-05T10:15:00Z",
    ]);
  });
});
