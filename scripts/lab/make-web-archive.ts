import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { gzipSync } from "node:zlib";

/**
 * Writes a web archive of about so many megabytes of text, to measure time and memory of an import: pages of invented channels, each captured every
 * day, between pages of other sites and large files. `npx tsx scripts/lab/make-web-archive.ts FILE.warc[.gz] MEGABYTES`.
 */
const [file = "", megabytes = "100"] = process.argv.slice(2);
const out = createWriteStream(file);
const wanted = Number(megabytes) * 2 ** 20;

let written = 0;
for (let round = 0; written < wanted; round += 1) {
  for (let channel = 0; channel < 20 && written < wanted; channel += 1) {
    const moment = new Date(Date.UTC(2023, 0, 1 + round, channel)).toISOString().slice(0, 19);
    await put(record(`https://t.me/s/made_channel_${channel}`, `${moment}Z`, "text/html", page(channel, round * 7)));
    await put(
      record(
        `https://other.example/${channel}/${round}`,
        `${moment}Z`,
        "text/html",
        `<p>${noise(round * 31 + channel, 20_000)}</p>`,
      ),
    );
  }
  if (round % 5 === 0)
    await put(
      record(`https://other.example/film/${round}.mp4`, "2023-01-01T00:00:00Z", "video/mp4", noise(round, 4_000_000)),
    );
}
out.end();

async function put(text: string): Promise<void> {
  const bytes = Buffer.from(text);
  written += bytes.length;
  if (!out.write(file.endsWith(".gz") ? gzipSync(bytes, { level: 1 }) : bytes)) await once(out, "drain");
}

function record(url: string, date: string, kind: string, body: string): string {
  const block = `HTTP/1.1 200 OK\r\nContent-Type: ${kind}\r\n\r\n${body}`;
  const digest = createHash("sha1").update(block).digest("hex");
  const id = digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/u, "$1-$2-$3-$4-$5");
  return `WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:${id}>\r\nWARC-Date: ${date}\r\nWARC-Target-URI: ${url}\r\nWARC-Block-Digest: sha1:${digest}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`;
}

/** Twenty posts of a channel from a number on. */
function page(channel: number, from: number): string {
  const posts = Array.from({ length: 20 }, (_, index) => {
    const number = from + index + 1;
    const time = new Date(Date.UTC(2023, 0, 1, number * 3)).toISOString().replace(/\.\d+Z/u, "+00:00");
    return `<div class="tgme_widget_message_wrap"><div class="tgme_widget_message js-widget_message" data-post="made_channel_${channel}/${number}">
<div class="tgme_widget_message_text js-message_text" dir="auto">${noise(channel * 1e6 + number, 900)}</div>
<span class="tgme_widget_message_views">${number}</span><a class="tgme_widget_message_date"><time datetime="${time}" class="time">09:00</time></a>${'<i class="filler"></i>'.repeat(60)}
</div></div>`;
  });
  return `<!DOCTYPE html><html><head><title>Made</title></head><body><div class="tgme_channel_info_header_title"><span>Made channel ${channel}</span></div>\n${posts.join("\n")}\n</body></html>`;
}

/** Made words, the same for the same number. */
function noise(seed: number, length: number): string {
  const syllables = ["ba", "lo", "mi", "ter", "ka", "ne", "sho", "ru", "vi", "dal", "po", "gran"];
  let text = "";
  for (let at = seed * 2_654_435_761; text.length < length; at = (at * 1_103_515_245 + 12_345) % 2_147_483_648) {
    text += syllables[Math.floor(at / 7) % syllables.length];
    if (at % 3 === 0) text += " ";
  }
  return text;
}
