import { expect, test } from "vitest";
import { readDump } from "../../src/import/read-dump.ts";
import { readExport } from "../../src/import/read-export.ts";
import { counterIn, shapedCounters } from "../../src/model/channel-head.ts";
import type { Day } from "../../src/model/day.ts";
import { readSource } from "../../src/read/source-text.ts";

test("a counter is a count and what it counts, one or many, with or without a blank", () => {
  expect(counterIn("53.6K subscribers")).toEqual({ kind: "subscribers", printed: "53.6K" });
  expect(counterIn("1 file")).toEqual({ kind: "files", printed: "1" });
  expect(counterIn("17Klinks")).toEqual({ kind: "links", printed: "17K" });
  for (const line of ["17 ships", "links", "17K links to the harbour", "we are 12 subscribers"])
    expect(counterIn(line)).toBeUndefined();
});

test.each([
  ["1 204 subscribers", "subscribers", "1 204"],
  ["1\u00a0204 подписчика", "subscribers", "1\u00a0204"],
  ["1\u2009204 abonnés", "subscribers", "1\u2009204"],
  ["1,204 Mitglieder", "subscribers", "1,204"],
  ["1.204 abone", "subscribers", "1.204"],
  ["1’204 Abonnenten", "subscribers", "1’204"],
  ["1,2 тыс. подписчиков", "subscribers", "1,2 тыс."],
  ["5 mil suscriptores", "subscribers", "5 mil"],
  ["12.3K Members", "subscribers", "12.3K"],
  ["٣٬٤٠٠ مشترك", "subscribers", "٣٬٤٠٠"],
  ["チャンネル登録者 3.4万人", "subscribers", "3.4万"],
  ["구독자 982명", "subscribers", "982"],
  ["ผู้ติดตาม 1,204 คน", "subscribers", "1,204"],
  ["Fotos: 12", "photos", "12"],
  ["45 відео", "videos", "45"],
  ["3 soubory", "files", "3"],
  ["17 ссылок", "links", "17"],
])("a counter is known in other languages and ways of writing counts: %s", (line, kind, printed) => {
  expect(counterIn(line)).toEqual({ kind, printed });
});

test("a line can hold several counters, and a long one is none", () => {
  expect(shapedCounters("1 204 members, 33 online").map(({ printed }) => printed)).toEqual(["1 204", "33"]);
  expect(shapedCounters("1.2K subscribers · 12 photos").map(({ word }) => word)).toEqual(["subscribers", "photos"]);
  expect(shapedCounters("1.2K subscribers · see you")).toEqual([]);
  expect(shapedCounters(`1${" ".repeat(1_000_000)}2`)).toEqual([]);
});

const page = [
  "Marsh Radio",
  "@marsh_radio",
  "802 subscribers",
  "3 photos",
  "News of the marsh",
  "",
  "Write to the ferryman",
  "Download Telegram",
  "The pier is mended (Marsh End, May 3, 2024)",
].join("\n");

test("a preview's head is kept with the account of its dump, with the address that a sidecar tells", () => {
  const source = readSource(new TextEncoder().encode(page), "marsh.txt");
  const sidecar = { url: "https://t.me/s/marsh_radio" };
  const { report } = readDump({ source, sidecar, today: "2024-06-01" as Day });
  expect(report.about).toEqual({
    description: "News of the marsh\n\nWrite to the ferryman",
    counters: { subscribers: "802", photos: "3" },
  });
  expect(report.url).toBe("https://t.me/s/marsh_radio");
});

test("a head without its last line has no description: nothing tells where it ends", () => {
  const cut = page.replace("Download Telegram\n", "");
  const source = readSource(new TextEncoder().encode(cut), "marsh.txt");
  expect(readDump({ source, sidecar: {}, today: "2024-06-01" as Day }).report.about).toEqual({
    counters: { subscribers: "802", photos: "3" },
  });
});

test("a saved page's head is kept as well", () => {
  const html = `<div class="tgme_channel_info">
<div class="tgme_channel_info_header_title"><span>Marsh Radio</span></div>
<div class="tgme_channel_info_counters"><div class="tgme_channel_info_counter"><span class="counter_value">1.2K</span> <span class="counter_type">subscribers</span></div></div>
<div class="tgme_channel_info_description">News of the marsh<br/>Write to the ferryman</div></div>
<div class="tgme_widget_message" data-post="marsh_radio/7"><div class="tgme_widget_message_text">Fog</div>
<time datetime="2024-05-03T10:00:00+00:00">10:00</time></div>`;
  const { write, end } = readExport({ file: "marsh.html", sidecar: {} });
  write(new TextEncoder().encode(html));
  expect(end().report).toMatchObject({
    channel: { name: "Marsh Radio", handle: "marsh_radio" },
    about: { description: "News of the marsh\nWrite to the ferryman", counters: { subscribers: "1.2K" } },
    posts: 1,
  });
});
