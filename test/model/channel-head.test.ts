import { expect, test } from "vitest";
import { readDump } from "../../src/import/read-dump.ts";
import { readExport } from "../../src/import/read-export.ts";
import { counterIn } from "../../src/model/channel-head.ts";
import type { Day } from "../../src/model/day.ts";
import { readSource } from "../../src/read/source-text.ts";

test("a counter is a count and what it counts, one or many, with or without a blank", () => {
  expect(counterIn("53.6K subscribers")).toEqual({ kind: "subscribers", printed: "53.6K" });
  expect(counterIn("1 file")).toEqual({ kind: "files", printed: "1" });
  expect(counterIn("17Klinks")).toEqual({ kind: "links", printed: "17K" });
  for (const line of ["17 ships", "links", "17K links to the harbour", "subscribers 12"])
    expect(counterIn(line)).toBeUndefined();
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
