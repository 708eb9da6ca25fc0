import type { MediaFile } from "../../model/post.ts";
import type { PublishedMedia } from "../model/published-media.ts";
import type { Settings } from "../model/settings.ts";
import { publishedUrl, type SitePath } from "../model/urls.ts";
import { fileSize } from "../model/wording.ts";
import type { Texts } from "../texts/texts.ts";
import { escapedXml } from "./xml.ts";

/** A file of a post as feeds offer it: a picture in its largest size, a recording or a file as the archive keeps it. */
export interface FeedMedia {
  readonly url: string;
  /** As servers call it: `image/webp`. */
  readonly type: string;
  /** Of a picture made anew its bytes are not told. */
  readonly bytes?: number;
  readonly seconds?: number;
  readonly title: string;
  /** The file in a post's HTML. */
  readonly html: string;
}

/** What feeds need of an archive to tell of files. */
export interface MediaSetting {
  readonly media: ReadonlyMap<string, PublishedMedia>;
  readonly settings: Pick<Settings, "url" | "mediaUrl">;
  readonly texts: Texts;
}

/** The files of a post that the site publishes; none of one that was withdrawn or cannot be shown. */
export function feedMedia(files: readonly MediaFile[], { media, settings, texts }: MediaSetting): readonly FeedMedia[] {
  const whole = (path: SitePath): string => publishedUrl(path, settings);
  return files.flatMap((file): readonly FeedMedia[] => {
    const published = media.get(file.sha256 ?? "");
    if (published === undefined || published.kind === "withdrawn" || published.kind === "unshown") return [];
    const title = file.alt ?? file.title ?? file.name ?? file.path?.replace(/^.*\//u, "") ?? texts.media[file.kind](1);
    if (published.kind === "picture") {
      const { path, width, height } = published.sizes.at(-1) ?? published.sizes[0];
      const [address, alt] = [whole(path), file.alt ?? texts.gallery.noAlt];
      const html = `<p><img src="${escapedXml(address)}" width="${width}" height="${height}" alt="${escapedXml(alt)}"></p>`;
      return [{ url: address, type: "image/webp", title, html }];
    }
    const address = whole(published.path);
    const type = typeOf(published.path);
    const size = file.bytes === undefined ? "" : ` (${fileSize(file.bytes, texts)})`;
    const words = `${texts.media[file.kind](1)}: ${title}${size}`;
    return [
      {
        url: address,
        type,
        title,
        ...(file.bytes === undefined ? {} : { bytes: file.bytes }),
        ...(file.seconds === undefined ? {} : { seconds: file.seconds }),
        html: `<p><a href="${escapedXml(address)}">${escapedXml(words)}</a></p>`,
      },
    ];
  });
}

/** Links to the files of a post, as Atom tells them (RFC 4287, 4.2.7.2). */
export function atomEnclosures(media: readonly FeedMedia[]): string {
  return media
    .map(({ url, type, bytes, title }) => {
      const length = bytes === undefined ? "" : ` length="${bytes}"`;
      return `<link rel="enclosure" href="${escapedXml(url)}" type="${type}"${length} title="${escapedXml(title)}"/>`;
    })
    .join("");
}

/** The files of a post, as JSON Feed 1.1 tells them. */
export function jsonAttachments(media: readonly FeedMedia[]): readonly object[] {
  return media.map(({ url, type, bytes, seconds, title }) => ({
    url,
    mime_type: type,
    title,
    ...(bytes === undefined ? {} : { size_in_bytes: bytes }),
    ...(seconds === undefined ? {} : { duration_in_seconds: seconds }),
  }));
}

/** What the endings of published files are called by servers; of documents no more is said than that they are files. */
const types: Readonly<Record<string, string>> = {
  mp4: "video/mp4",
  mov: "video/quicktime",
  webm: "video/webm",
  ogg: "audio/ogg",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  wav: "audio/wav",
  flac: "audio/flac",
  pdf: "application/pdf",
};

function typeOf(path: string): string {
  return types[/\.(?<ending>\w+)$/u.exec(path)?.groups?.ending ?? ""] ?? "application/octet-stream";
}
