import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, onTestFinished, test } from "vitest";
import { buildSite } from "../../scripts/site/build-site.ts";
import { serve } from "../../scripts/site/server.ts";
import { folderWith, importInto } from "../import/content-folder.ts";
import { openChromium } from "./chromium.ts";
import { openReader } from "./reader.ts";

/** A second of silence: 8,000 samples of 8 bits. */
function silence(): Buffer {
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + 8000, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(8000, 40);
  return Buffer.concat([head, Buffer.alloc(8000, 128)]);
}

/** Builds and serves a content folder, for a reader with an empty page. */
async function openArchive(content: string) {
  const site = join(folderWith(), "_site");
  await buildSite(content, site);
  const { url, close } = await serve(site, { port: 0 });
  onTestFinished(() => close());
  const chromium = await openChromium();
  onTestFinished(() => chromium.close());
  return { ...(await openReader(chromium.browser, (address) => address.startsWith(url))), url };
}

test("a browser shows the pictures and plays the sound of an export's folder", { timeout: 120_000 }, async () => {
  const folder = join(folderWith(), "ChatExport");
  mkdirSync(folder);
  const picture = sharp({ create: { width: 1200, height: 600, channels: 3, background: "teal" } });
  writeFileSync(join(folder, "boat.jpg"), await picture.jpeg().toBuffer());
  writeFileSync(join(folder, "bell.wav"), silence());
  const messages = [
    { id: 1, type: "message", date_unixtime: "1733000000", text: "The boat is in.", photo: "boat.jpg" },
    {
      id: 2,
      type: "message",
      date_unixtime: "1733009000",
      text: "The bell.",
      file: "bell.wav",
      media_type: "audio_file",
    },
  ];
  const chat = { name: "Tidewatch", type: "public_channel", id: 7, messages };
  writeFileSync(join(folder, "result.json"), JSON.stringify(chat));
  const content = folderWith();
  importInto(content, { dumps: [folder] });
  writeFileSync(
    join(content, "site.yml"),
    "title: Tides\ndescription: Tides.\nurl: https://tides.example/\nlanguage: en\n",
  );
  const { page, complaints, url } = await openArchive(content);
  await page.goto(url);
  await page.getByRole("link", { name: "The boat is in." }).first().click();
  const shown = page.locator(".gallery img, .media img").first();
  await shown.scrollIntoViewIfNeeded();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await page.goto(url);
  await page.getByRole("link", { name: "The bell." }).first().click();
  const seconds = await page.locator("audio").evaluate(
    (audio: HTMLAudioElement) =>
      new Promise<number>((done) => {
        audio.addEventListener("loadedmetadata", () => done(audio.duration));
        audio.addEventListener("error", () => done(-1), true);
        audio.preload = "metadata";
        audio.load();
      }),
  );
  expect(seconds).toBeCloseTo(1, 1);
  expect(complaints).toEqual([]);
});

test("an album is stepped through with keys alone, and its post is found by what it holds", {
  timeout: 180_000,
}, async () => {
  const folder = join(folderWith(), "ChatExport");
  mkdirSync(folder);
  const colours = ["teal", "plum", "khaki"];
  for (const background of colours) {
    const picture = sharp({ create: { width: 900, height: 600, channels: 3, background } });
    writeFileSync(join(folder, `${background}.jpg`), await picture.jpeg().toBuffer());
  }
  const from = { from: "Ada Mole", from_id: "user7" };
  const messages = [
    { id: 1, type: "service", date_unixtime: "1733000000", actor: "Ada Mole", action: "topic_created", title: "Boats" },
    ...colours.map((colour, at) => ({
      ...{ id: 2 + at, type: "message", date_unixtime: "1733003600", photo: `${colour}.jpg`, reply_to_message_id: 1 },
      ...{ ...from, text: at === 0 ? "Three boats at the mole." : "" },
    })),
    { id: 6, type: "message", date_unixtime: "1733009000", ...from, text: "The bell rang over the mole at noon." },
  ];
  const chat = { name: "Harbour talk", type: "public_supergroup", id: 7, messages };
  writeFileSync(join(folder, "result.json"), JSON.stringify(chat));
  const content = folderWith({
    "site.yml": "title: Tides\ndescription: Tides.\nurl: https://tides.example/\nlanguage: en\n",
  });
  importInto(content, { dumps: [folder] });
  const { page, complaints, url } = await openArchive(content);
  await page.goto(`${url}search/?q=mole`);
  const result = (words: string) => page.locator(".results").getByRole("link", { name: words });
  await result("The bell rang").waitFor();
  await page.getByRole("group", { name: "Media", exact: true }).getByText("Photo").click();
  await result("The bell rang").waitFor({ state: "detached" });
  await result("Three boats").first().click();
  await expect.poll(() => page.locator(".foot").innerText()).toContain("Boats");
  const place = () => new URL(page.url()).hash;
  const shown = () => page.locator(".large:target img").getAttribute("src");
  await page.locator(".gallery a").first().focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(place).toBe("#picture-2");
  const second = await shown();
  await page.keyboard.press("ArrowRight");
  await expect.poll(place).toBe("#picture-3");
  expect(await shown()).not.toBe(second);
  await page.keyboard.press("ArrowRight");
  expect(place()).toBe("#picture-3");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(place).toBe("#picture-2");
  await page.keyboard.press("Escape");
  await expect.poll(place).toBe("#media");
  expect(await page.locator(".large:target").count()).toBe(0);
  expect(complaints).toEqual([]);
});
