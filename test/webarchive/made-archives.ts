import { createHash } from "node:crypto";
import { PassThrough } from "node:stream";
import { gzipSync } from "node:zlib";
import { WARCRecord, WARCSerializer } from "warcio";
import { ZipFile } from "yazl";

/** A post of an invented channel. */
export interface MadePost {
  readonly number: number;
  readonly text: string;
  /** ISO 8601 with offset. */
  readonly time: string;
  readonly views?: string;
}

export const harbour = { name: "Harbour Bell", handle: "harbour_bell" };

/** So many posts, one a day from 1 March 2024 on. */
export function madePosts(count: number, from = 1): readonly MadePost[] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const time = new Date(Date.UTC(2024, 1, 29 + number, 9, number % 60)).toISOString().replace(/\.\d+Z/u, "+00:00");
    return {
      number,
      time,
      text: `Bell ${number} rang over the mole.\nThe tide book has page ${number * 7}.`,
      views: "120",
    };
  });
}

/** The page of t.me with these posts; `?embed=1` shows one in the same way. */
export function tmePage(posts: readonly MadePost[], { name, handle } = harbour): string {
  const shown = posts.map(
    ({
      number,
      text,
      time,
      views,
    }) => `<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="${handle}/${number}">
<div class="tgme_widget_message_bubble">
<div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" href="https://t.me/${handle}"><span dir="auto">${name}</span></a></div>
<div class="tgme_widget_message_text js-message_text" dir="auto">${text.replaceAll("\n", "<br/>")} <a href="https://tides.example/${number}">table</a></div>
<div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">${views ?? "1"}</span><span class="tgme_widget_message_meta"><a class="tgme_widget_message_date" href="https://t.me/${handle}/${number}"><time datetime="${time}" class="time">09:00</time></a></span></div>
</div></div></div>`,
  );
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${name}</title></head><body>
<div class="tgme_channel_info"><div class="tgme_channel_info_header_title"><span dir="auto">${name}</span></div></div>
${shown.join("\n")}
</body></html>
`;
}

/** A record to be made: a response unless it says otherwise. */
export interface MadeRecord {
  readonly url: string;
  readonly date: string;
  readonly body: string | Uint8Array;
  readonly type?: "response" | "conversion" | "resource" | "request" | "warcinfo" | "revisit";
  readonly id?: string;
  readonly status?: string;
  /** Of the response. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the record. */
  readonly warcHeaders?: Readonly<Record<string, string>>;
}

/** One record as `warcio` writes it: a writer that shares no code with the reader. */
export async function recordBytes({
  url,
  date,
  body,
  type = "response",
  id,
  status,
  headers,
  warcHeaders,
}: MadeRecord): Promise<Buffer> {
  const bytes = Buffer.from(body as string);
  const own = id ?? uuidOf(`${url} ${date} ${createHash("sha256").update(bytes).digest("hex")}`);
  const record = WARCRecord.create(
    {
      url,
      date,
      type,
      warcVersion: "WARC/1.1",
      warcHeaders: {
        "WARC-Record-ID": `<urn:uuid:${own}>`,
        ...(type === "conversion" ? { "Content-Type": "text/plain" } : {}),
        ...warcHeaders,
      },
      ...(type === "response"
        ? {
            statusline: `HTTP/1.1 ${status ?? "200 OK"}`,
            httpHeaders: { "Content-Type": "text/html; charset=utf-8", ...headers },
          }
        : {}),
    },
    (async function* () {
      yield bytes;
    })(),
  );
  return Buffer.from(await WARCSerializer.serialize(record, { gzip: false }));
}

function uuidOf(text: string): string {
  const hash = createHash("sha256").update(text).digest("hex");
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join("-");
}

/** A web archive of these records: plain, packed record by record, or as a whole. */
export async function warc(
  records: readonly MadeRecord[],
  packed: "plain" | "each" | "whole" = "plain",
): Promise<Buffer> {
  const all = await Promise.all(records.map(recordBytes));
  if (packed === "each") return Buffer.concat(all.map((record) => gzipSync(record)));
  return packed === "whole" ? gzipSync(Buffer.concat(all)) : Buffer.concat(all);
}

/** A package of one web archive, with the list of its files. */
export async function wacz(records: readonly MadeRecord[], told?: string): Promise<Buffer> {
  const data = await warc(records, "each");
  const sha256 = told ?? createHash("sha256").update(data).digest("hex");
  const list = {
    profile: "data-package",
    wacz_version: "1.1.1",
    resources: [{ name: "data.warc.gz", path: "archive/data.warc.gz", hash: `sha256:${sha256}`, bytes: data.length }],
  };
  const zip = new ZipFile();
  zip.addBuffer(data, "archive/data.warc.gz", { compress: false, mtime: new Date(0) });
  zip.addBuffer(Buffer.from(JSON.stringify(list)), "datapackage.json", { mtime: new Date(0) });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream.pipe(new PassThrough())) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
