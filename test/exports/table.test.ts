import { describe, expect, test } from "vitest";
import { readExport } from "../../src/import/read-export.ts";

/** What is read of a table: its posts, its channels, and what was told. */
function read(
  text: string | Uint8Array,
  { file = "harbour.csv", ...sidecar }: { file?: string; retrieved?: never } = {},
) {
  const { write, end } = readExport({ file, sidecar });
  write(typeof text === "string" ? new TextEncoder().encode(text) : text);
  const { posts, channels, report } = end();
  return {
    posts: [...posts],
    channels: channels.map(({ name, handle }) => handle ?? name),
    rules: report.notices.map(({ rule }) => rule),
    report,
  };
}

const rows = (...lines: readonly string[]): string => `${lines.join("\n")}\n`;

describe("a table of posts", () => {
  test("tells number, moment, text, views, author, reply, forward, media and reactions by the names of its columns", () => {
    const { posts, rules, channels } = read(
      rows(
        "message_id,date,sender_id,message,media_type,views,post_author,fwd_from,reply_to,reactions,link",
        '12,2026-02-11 10:15:30+00:00,-10012,"The pier, at ""seven""\nopens.",,52,Ada Mole,,,"👍 3, ❤️ 2",https://t.me/harbour_news/12',
        "13,2026-02-11T12:00:00+01:00,-10012,Fog.,MessageMediaPhoto,1 204,,Pit News,12,,https://t.me/harbour_news/13",
      ),
    );
    expect(rules).toEqual([]);
    expect(channels).toEqual(["harbour_news"]);
    expect(posts).toMatchObject([
      {
        number: 12,
        text: 'The pier, at "seven"\nopens.',
        published: "2026-02-11T10:15:30Z",
        views: { count: 52 },
        signature: "Ada Mole",
        reactions: [
          { emoji: "👍", count: 3 },
          { emoji: "❤️", count: 2 },
        ],
        media: [],
      },
      {
        number: 13,
        published: "2026-02-11T11:00:00Z",
        views: { count: 1204 },
        forwardedFrom: "Pit News",
        replyTo: { number: 12 },
        media: ["photo"],
      },
    ]);
    expect(posts.every(({ unread }) => unread === undefined)).toBe(true);
  });

  test.each([
    ["ru", "Дата;Текст;Просмотры;Ссылка", "11.02.2026 10:15;Буря;1 234;https://t.me/harbour_news/7"],
    ["uk", "Дата;Текст;Перегляди;Посилання", "11.02.2026 10:15;Буря;1 234;https://t.me/harbour_news/7"],
    ["de", "Datum;Nachricht;Aufrufe;Link", "11.02.2026 10:15;Буря;1.234;t.me/harbour_news/7"],
    ["fr", "Date;Texte;Vues;Lien", "2026-02-11 10:15;Буря;1 234;https://t.me/s/harbour_news/7"],
    ["es", "Fecha;Mensaje;Vistas;Enlace", "11 feb 2026 10:15;Буря;1234;https://telegram.me/harbour_news/7"],
    ["ar", "التاريخ;النص;المشاهدات;الرابط", "2026-02-11 10:15;Буря;١٢٣٤;https://t.me/harbour_news/7"],
    ["ro", "Data;Mesaj;Vizualizări;Link", "11.02.2026 10:15;Буря;1.234;https://t.me/harbour_news/7"],
    ["el", "Ημερομηνία;Κείμενο;Προβολές;Σύνδεσμος", "11.2.2026 22:15;Буря;1.234;https://t.me/harbour_news/7"],
    ["ja", "日時;本文;閲覧数;リンク", "2026年2月11日 10:15;Буря;1,234;https://t.me/harbour_news/7"],
    ["ko", "날짜;내용;조회수;링크", "2026-02-11 10:15;Буря;1234;https://t.me/harbour_news/7"],
    ["zh", "发布时间;内容;阅读量;链接", "2026-02-11 10:15;Буря;1234;https://t.me/harbour_news/7"],
    ["fa", "تاریخ;متن;بازدید;لینک", "2026-02-11 10:15;Буря;۱۲۳۴;https://t.me/harbour_news/7"],
  ])("is read with columns named in %s", (_, header, row) => {
    const { posts, channels, rules } = read(`\uFEFF${header}\r\n${row}\r\n`);
    expect(channels).toEqual(["harbour_news"]);
    expect(posts).toMatchObject([{ number: 7, text: "Буря", views: { count: 1234 }, dating: { best: "2026-02-11" } }]);
    expect(rules).toEqual(["export/local-time"]);
  });

  test.each([",", ";", "\t", "|"])("is read whatever parts its cells: %j", (sign) => {
    const { posts } = read(
      rows(["id", "date", "text"].join(sign), ["1", "2026-02-11", '"Fog, wind; rain\t| hail"'].join(sign)),
    );
    expect(posts).toMatchObject([{ number: 1, text: "Fog, wind; rain\t| hail" }]);
  });

  test("takes the sign that Excel names on a line of its own, and counts that line", () => {
    const { posts } = read(rows("sep=;", "id;date;text", "1;2026-02-11;Fog"));
    expect(posts).toMatchObject([{ number: 1, text: "Fog", source: { lines: [[3, 3]] } }]);
  });

  test("keeps the lines of a row, of whatever ends", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const { posts, report } = read(
        ["id,date,text", '1,2026-02-11,"Fog.', 'Wind."', "2,2026-02-12,Rain", ""].join(end),
      );
      expect(posts.map(({ source, text }) => [text, source.lines])).toEqual([
        ["Fog.\nWind.", [[2, 3]]],
        ["Rain", [[4, 4]]],
      ]);
      expect([report.lines, report.roles.text]).toEqual([4, 3]);
    }
  });

  test("keeps what no known column tells with its post, under the column's name", () => {
    const { posts, rules } = read(rows("id,date,text,mood,comments", "1,2026-02-11,Fog,grim,4", "2,2026-02-12,Rain,,"));
    expect(posts.map(({ unread }) => unread)).toEqual([
      [
        { key: "mood", json: '"grim"' },
        { key: "comments", json: '"4"' },
      ],
      undefined,
    ]);
    expect(rules).toEqual(["export/unread", "export/unread"]);
  });

  test("says that two columns could be the text, reads one and keeps the other, unless both say the same", () => {
    const { posts, rules } = read(rows("id,date,text,message", "1,2026-02-11,Fog,Nebel"));
    expect(posts).toMatchObject([{ text: "Fog", unread: [{ key: "message", json: '"Nebel"' }] }]);
    expect(rules).toContain("export/ambiguous-column");
    expect(read(rows("id,date,text,message", "1,2026-02-11,Fog,Fog")).rules).toEqual([]);
  });

  test("settles whether day or month stands first by another row, by the order of the posts, or tells that it is open", () => {
    const days = (...cells: readonly string[]) =>
      read(rows("id,date,text", ...cells.map((cell, place) => `${place + 1},${cell} 12:00,Fog ${place}`)));
    const best = ({ posts }: ReturnType<typeof read>) => posts.map(({ dating }) => dating.best);
    expect(best(days("03/02/2026", "02/13/2026"))).toEqual(["2026-03-02", "2026-02-13"]);
    expect(best(days("03/02/2026", "13/02/2026"))).toEqual(["2026-02-03", "2026-02-13"]);
    expect(best(days("12/01/2026", "01/02/2026", "02/02/2026"))).toEqual(["2026-01-12", "2026-02-01", "2026-02-02"]);
    const open = days("02/03/2026");
    expect(open.rules).toContain("export/day-or-month");
    expect(open.posts[0]?.dating).toMatchObject({ earliest: "2026-02-02", latest: "2026-03-03" });
    expect(days("03/03/2026").rules).toEqual(["export/local-time"]);
  });

  test("joins a day with the clock time beside it, and takes a clock for UTC where the column says so", () => {
    const [post] = read(rows("id,Date (UTC),Time,text", "1,11.02.2026,10:15 PM,Fog")).posts;
    expect(post).toMatchObject({ published: "2026-02-11T22:15:00Z" });
  });

  test("keeps a row of too many cells, one of too few, and all rows behind a quotation mark that is never closed", () => {
    const { posts, rules } = read(
      rows("id,date,text", "1,2026-02-11,Fog,and wind", "2,2026-02-12", '3,2026-02-13,"Rain', "4,2026-02-14,Hail"),
    );
    expect(posts.map(({ number, text }) => [number, text])).toEqual([
      [1, "Fog"],
      [2, ""],
      [3, '"Rain'],
      [4, "Hail"],
    ]);
    expect(posts[0]?.unread).toEqual([{ key: "column 4", json: '"and wind"' }]);
    expect(posts[1]?.media).toEqual(["unknown"]);
    expect(rules).toEqual(expect.arrayContaining(["export/odd-row", "export/damaged", "export/empty-message"]));
  });

  test("keeps a cell that is no date with its post, dated by the rows around it", () => {
    const { posts } = read(rows("id,date,text", "1,2026-02-11,Fog", "2,some day,Rain", "3,2026-02-13,Hail"));
    expect(posts[1]).toMatchObject({
      dating: { earliest: "2026-02-10", latest: "2026-02-14" },
      unread: [{ key: "date (column 2)", json: '"some day"' }],
    });
  });

  test("parts the channels that its rows name, and gives rows that name none to the only one", () => {
    const several = read(
      rows(
        "channel_username,channel_name,id,datetime,text",
        "@harbour_news,Harbour News,5,1770800000,Fog",
        ",Harbour News,6,1770810000,Wind",
        "@quarry_lane,Quarry Lane,5,1770900000000,Dust",
      ),
    );
    expect(several.channels).toEqual(["harbour_news", "quarry_lane"]);
    expect(several.posts.map(({ channel, number }) => [channel.name, number])).toEqual([
      ["Harbour News", 5],
      ["Harbour News", 6],
      ["Quarry Lane", 5],
    ]);
    expect(read(rows("channel,date,text", "Harbour News,2026-02-11,Fog", ",2026-02-12,Rain")).channels).toEqual([
      "Harbour News",
    ]);
  });

  test("without numbers that runs from the newest post to the oldest is turned round", () => {
    const { posts } = read(rows("date,text", "2026-02-13 10:00,Hail", "2026-02-12 10:00,Rain", "2026-02-11 10:00,Fog"));
    expect(posts.map(({ text }) => text)).toEqual(["Fog", "Rain", "Hail"]);
  });

  test("in an older encoding is read as text is", () => {
    // Windows-1251, as Excel writes tables in Russian.
    const russian = "Дата;Текст\n11.02.2026 10:15;Причал открыт с семи утра, буря прошла стороной\n";
    const bytes = Uint8Array.from([...russian].map((sign) => windows1251(sign.codePointAt(0) ?? 0)));
    expect(read(bytes).posts[0]?.text).toBe("Причал открыт с семи утра, буря прошла стороной");
  });

  test("whose first row names neither text nor date is refused with the columns that it has", () => {
    expect(() => read(rows("city,harbour", "Eastport,2"))).toThrow(
      'Cannot read dump "harbour.csv": its first row names no columns for text and date (it has "city", "harbour"); name them there, such as id, date, text, views, link',
    );
    expect(() => read("")).toThrow("it has none");
    expect(() => read("date,text\n")).toThrow("nothing stands below its first row, which names the columns;");
    expect(() => read(rows("id,text", "1,Fog"))).toThrow("write the day it was saved into the sidecar");
  });

  test("what is not read is told in words of the table: its columns and lines", () => {
    const { report } = read(
      rows(
        "id,date,text,views,flavour",
        "1,2025-02-03T10:00:00Z,Fog over the pier,12,sweet",
        "abc,2025-02-04T10:00:00Z,Rain at noon,13,",
        ",2025-02-05T10:00:00Z,Sun and wind,14,salt",
        "2,2025-02-06T10:00:00Z,The ferry,15,",
        "2,2025-02-07T10:00:00Z,The ferry again,many,",
        "4,2025-02-09T10:00:00Z,,few,",
      ),
    );
    const told = report.notices
      .filter(({ rule }) => rule.startsWith("export/"))
      .map(({ line, reason }) => [line, reason]);
    expect(told).toEqual([
      [undefined, '1 row has the number of another row in column "id" (line 6); of each number the latest is kept'],
      [2, 'column "flavour" is not used; its cells are kept unchanged with their posts (lines 2 and 4)'],
      [3, '"abc" in column "id" is not the number of a post; it is kept unchanged, and the rest of the row is read'],
      [4, '1 row has no number in column "id" (line 4); its post is kept without one'],
      [
        6,
        '2 cells of column "views", such as "many", are not a number of views; they are kept unchanged, and the rest of their rows is read (lines 6 and 7)',
      ],
    ]);
  });

  test("a column of numbers in which none stands is told by its name, with the first five of its lines", () => {
    const days = ["03", "04", "05", "06", "07", "08", "09"];
    const { report } = read(
      rows("id,date,text", ...days.map((day) => `n${day},2025-02-${day}T10:00:00Z,Fog on ${day}`)),
    );
    expect(report.notices.find(({ rule }) => rule === "export/unread")).toMatchObject({
      line: 2,
      reason:
        '7 cells of column "id", such as "n03", are not the number of a post; they are kept unchanged, and the rest of their rows is read (lines 2, 3, 4, 5, 6 and 2 more)',
    });
  });

  test("an empty row of a table is told as a row", () => {
    const { report } = read(rows("id,date,text", "1,2025-02-03T10:00:00Z,Fog", "4,2025-02-09T10:00:00Z,"));
    expect(report.notices.map(({ line, reason }) => [line, reason])).toEqual([
      [3, "the row of post 4 has no text, picture or file; it was kept and marked"],
    ]);
  });
});

function windows1251(code: number): number {
  return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
}
