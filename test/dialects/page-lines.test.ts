import { describe, expect, test } from "vitest";
import { parseDump } from "../../src/import/parse.ts";
import { readSource } from "../../src/read/source-text.ts";
import { nameInTitle } from "../../src/text/channel-title.ts";

const texts = [
  "The pier opens again at seven after the storm.\nDivers checked the posts under the water.",
  "The ferry to the island is late, the captain says about an hour.",
  "Fog until noon, then sun.",
  "A lost dog was found near the mill. It is brown.",
  "The library shows maps from two centuries.\nEntry is free for pupils.",
  "Road works on Mill Street until the end of the week.",
  "The choir seeks voices for the summer concert.\nRehearsals are in the school.",
  "A new baker opened beside the station.\nRye bread every day.",
];
const views = ["1204", "873", "15200", "640", "2310", "998", "12345", "433"];
const clocks = ["09:12", "10:41", "12:03", "15:37", "18:22", "07:51", "08:08", "21:19"];

const under = (foot: (at: number) => string, between: string): string =>
  texts.map((text, at) => `${text}\n${foot(at)}`).join(between);
const over = (head: (at: number) => string, between: string): string =>
  texts.map((text, at) => `${head(at)}\n${text}`).join(between);

const parsed = (dump: string) => parseDump(readSource(Buffer.from(dump), "page.txt"), {});
const textsOf = (dump: string): readonly string[] => parsed(dump).posts.map(({ text }) => text);

describe("lines under each post", () => {
  test.each([
    ["English", (at: number) => `${views[at]} views\nCopy link\nFacebook Twitter WhatsApp`],
    ["German, apart", (at: number) => `\n${views[at]} Aufrufe\nTeilen  Link kopieren`],
    ["Turkish", (at: number) => `Görüntülenme: ${views[at]}\nPaylaş\nBağlantıyı kopyala`],
    ["views in words that nobody knows", (at: number) => `Vizorp: ${views[at]}\nTeilen\nLink kopieren`],
    ["buttons in words that nobody knows", (at: number) => `👁 ${views[at]}\nZumbra\nKlexo vindi`],
    ["buttons over views", (at: number) => `Compartir  Copiar enlace\n👁 ${views[at]}`],
    ["bare numbers", (at: number) => `${views[at]}\nShare | Copy link`],
    ["a clock time beside views", (at: number) => `👁 ${views[at]}  ${clocks[at]}\nCompartir\nCopiar enlace`],
  ])("are views and buttons: %s", (_, foot) => {
    for (const between of ["\n", "\n\n"]) {
      const { posts } = parsed(under(foot, between));
      expect(posts.map(({ text }) => text)).toEqual(texts);
      expect(posts.map(({ draft }) => draft.views?.count)).toEqual(views.map(Number));
    }
  });

  test("are buttons without views where there are several and their words are known", () => {
    expect(textsOf(under(() => "Share  Copy link", "\n\n"))).toEqual(texts);
  });

  test.each([
    ["a number of his", (at: number) => `Views: ${views[at]} people`],
    ["a reading and its source", (at: number) => `Water level: ${views[at]} cm\nHarbour office`],
    ["a price and an address", (at: number) => `BTC: 6${at}.${at}K\nTrade on Zorpex`],
    ["a signature", () => "Harbour Post. Subscribe"],
    ["a call", () => "Share!"],
    ["hashtags", () => "#harbour #news"],
  ])("stay text where they are an author's: %s", (_, foot) => {
    const found = textsOf(under(foot, "\n\n"));
    expect(found.join("\n\n")).toBe(under(foot, "\n\n"));
  });

  test.each([
    ["오전 9:12", "오후 9:12"],
    ["上午9:12", "下午9:12"],
    ["9:12 пр.об.", "9:12 сл.об."],
    ["9:12 e paradites", "9:12 e pasdites"],
    ["9:12 SA", "9:12 CH"],
    ["ጥዋት 9:12", "ከሰዓት 9:12"],
    ["၉:၁၂ နံနက်", "၉:၁၂ ညနေ"],
  ])("are times beside a word for the half of the day: %s", (early, late) => {
    for (const between of ["\n", "\n\n"]) {
      const { posts } = parsed(under((at) => (at % 3 === 0 ? late : early), between));
      expect(posts.map(({ text }) => text)).toEqual(texts);
      expect(posts.map(({ draft }) => draft.clock)).toEqual(texts.map((__, at) => (at % 3 === 0 ? "21:12" : "09:12")));
    }
  });

  test("stay text where one post is a time", () => {
    expect(textsOf([...texts.slice(0, 4), "09:12", ...texts.slice(4)].join("\n\n"))).toContain("09:12");
  });
});

describe("lines over each post", () => {
  const days = [19, 18, 18, 16, 15, 13, 12, 11];
  test.each([
    ["Harbour Post  DAY Mar, CLOCK  VIEWS", "19 Mar"],
    ["Liman Postası | DAY mart, CLOCK | 👁 VIEWS", "19 mart"],
    ["Портовая почта\nDAY мар, CLOCK\nVIEWS", "19 мар"],
    ["پست بندر\nDAY مارس، CLOCK", "19 مارس"],
  ])("head posts of TGStat: %s", (form, first) => {
    const dump = over(
      (at) =>
        form
          .replace("DAY", `${days[at]}`)
          .replace("CLOCK", clocks[at] ?? "")
          .replace("VIEWS", views[at] ?? ""),
      "\n\n\n",
    );
    const { posts, dialect } = parsed(dump);
    expect([dialect, ...posts.map(({ text }) => text)]).toEqual(["tgstat", ...texts]);
    expect(posts[0]?.draft).toMatchObject({ dayOver: first, clock: "09:12" });
  });

  test("tell the day of a post where they have its year", () => {
    const page = over((at) => `Harbour Post  ${days[at]} Mar 2026, ${clocks[at]}  ${views[at]}`, "\n\n\n");
    expect(parsed(page).posts.map(({ draft }) => draft.stated?.day)).toEqual(days.map((day) => `2026-03-${day}`));
  });

  test("are the channel's name alone, which names it", () => {
    for (const name of ["Mahalla ovozi", "Голос района", "항구 소식"]) {
      const { posts, channel } = parsed(over(() => name, "\n\n"));
      expect([channel.name, ...posts.map(({ text }) => text)]).toEqual([name, ...texts]);
    }
  });

  test.each([
    ["Breaking:\n", "\n\n"],
    ["Breaking\n", "\n\n"],
    ["Новости дня.\n", "\n\n"],
    ["Breaking: ", "\n\n"],
  ])("stay text where they are a rubric: %s", (rubric, between) => {
    const dump = texts.map((text) => `${rubric}${text}`).join(between);
    expect(textsOf(dump).join(between)).toBe(dump);
  });

  test("are one name at full hours, but no timetable", () => {
    const hours = texts.map((_, at) => `${8 + at}`.padStart(2, "0").concat(at % 2 === 0 ? ":00" : ":30"));
    expect(parsed(over((at) => `Mahalla ovozi ${hours[at]}`, "\n\n"))).toMatchObject({
      dialect: "speakers",
      channel: { name: "Mahalla ovozi" },
    });
    const table = hours.map((hour, at) => `Ferry ${hour}\nLeaves from pier ${at}`).join("\n\n");
    expect(parsed(table).dialect).toBe("plain");
  });
});

describe("the head of a page", () => {
  const head = "Harbour Post\n@harbourpost\n12 431 subscribers\n";
  const about = "News of the harbour and the old town.";

  test.each([
    ["posts with views", under((at) => `👁 ${views[at]}\nShare`, "\n\n")],
    ["posts with times", under((at) => clocks[at] ?? "", "\n\n")],
    ["messages", over((at) => `Harbour Post, [0${at + 1}.03.2026 ${clocks[at]}]`, "\n\n")],
    ["a name over each post", over(() => "Harbour Post", "\n\n")],
    ["a name and a time over each post", over((at) => `Harbour Post ${clocks[at]}`, "\n\n")],
  ])("holds the channel's description over %s", (_, posts) => {
    for (const gap of ["", "\n"]) {
      const found = parsed(`${head}${gap}${about}\n\n${posts}`);
      expect(found.about).toEqual({ description: about, counters: { subscribers: "12 431" } });
      expect(found.channel).toMatchObject({ name: "Harbour Post", handle: "harbourpost" });
      expect(found.posts.map(({ text }) => text)).toEqual(texts);
    }
  });

  test("holds no post that stands apart on a page without footers", () => {
    expect(textsOf(`${head}\n${texts.join("\n\n")}`)[0]).toContain("The pier opens again");
  });

  test.each([
    ["From the Telegram channel Harbour Post", "Harbour Post"],
    ["Telegram channel: Harbour Post", "Harbour Post"],
    ["Aus dem Telegram-Kanal Hafenpost", "Hafenpost"],
    ["Из телеграм-канала «Портовая почта»", "Портовая почта"],
    ["De la chaîne Telegram Courrier du port", "Courrier du port"],
    ["کانال تلگرام: پست بندر", "پست بندر"],
    ["항구 소식 텔레그램 채널", "항구 소식"],
    ["Liman Postası | Telegram kanalı", "Liman Postası"],
    ["テレグラムチャンネル「港新聞」", "港新聞"],
  ])("names the channel in its title: %s", (title, name) => {
    expect(parsed(`${title}\n12 431 subscribers\n\n${texts.join("\n\n")}`).channel.name).toBe(name);
    const { channel, posts } = parsed(`${title}\n\n${texts.join("\n\n")}`);
    expect([channel.name, posts[0]?.text.includes(title)]).toEqual([name, false]);
  });

  test.each([
    "Our Telegram channel has moved to a new address",
    "Subscribe to our Telegram channel",
    "Подписывайтесь на наш телеграм-канал",
    "Telegram channel",
    "Harbour News – Telegram",
  ])("is no title of a channel: %s", (line) => expect(nameInTitle(line)).toBeUndefined());
});

describe("heads over posts run as their days do", () => {
  const days = [
    "2026-01-30",
    "2026-01-31",
    "2026-02-01",
    "2026-02-02",
    "2026-02-26",
    "2026-03-01",
    "2026-03-02",
    "2026-03-03",
  ];
  const writers = {
    "year first": (day: string): string => day,
    "day first": (day: string): string => day.split("-").reverse().join("."),
    "month first": (day: string): string => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`,
  };

  test.each(Object.entries(writers))("%s, oldest or newest first", (_, write) => {
    for (const own of [days, days.toReversed()]) {
      const dump = over((at) => `Mill Post ${write(own[at] ?? "")} ${clocks[at]} 👁 ${views[at]}`, "\n\n");
      const { posts, order } = parsed(dump);
      expect(posts.map(({ text }) => text)).toEqual(texts);
      expect(posts.map(({ draft }) => draft.stated?.day)).toEqual(own);
      expect(order).toBe(own === days ? "oldest-first" : "newest-first");
    }
  });
});

describe("a day with a time over each post, above links of the site", () => {
  const links = ["Open in Telegram Share Report", "Abrir en Telegram Compartir Denunciar"];
  const page = (link: string): string =>
    over((at) => `Mill Post\n${20 - at} Oct, ${clocks[at]}\n${link}\n`, "\n\n\n\n");

  test.each(links)("is no author with a clock time, and the links name no channel: %s", (link) => {
    const { posts, channel } = parsed(page(link));
    expect(posts).toHaveLength(texts.length);
    expect(posts.map(({ draft }) => draft.signature)).toEqual(texts.map(() => undefined));
    expect(channel.name).not.toContain("Telegram");
  });

  test("names before clock times are authors still", () => {
    const { posts } = parsed(under((at) => `👍 ${at + 3}\n${views[at]} views Ada Mill, ${clocks[at]}`, "\n"));
    expect(posts.map(({ draft }) => draft.signature)).toEqual(texts.map(() => "Ada Mill"));
  });
});
