import type { Media, MediaFile } from "../model/post.ts";
import { type Element, inside } from "./elements.ts";
import { type Fields, numberAt, wordsAt } from "./json-fields.ts";

/** Kinds of media that are files. */
const fileKinds: ReadonlySet<Media> = new Set<Media>(["photo", "video", "audio", "document", "sticker", "story"]);

/** The file of a message, by what its export tells of it. */
export function mediaFileOf(message: Fields, kinds: readonly Media[]): readonly MediaFile[] {
  const kind = kinds.find((each) => fileKinds.has(each));
  if (kind === undefined) return [];
  const told = wordsAt(message, "photo") ?? wordsAt(message, "file");
  const name = wordsAt(message, "file_name");
  const title = titleOf(kind, message);
  const bytes = numberAt(message, "photo_file_size") ?? numberAt(message, "file_size");
  const seconds = numberAt(message, "duration_seconds");
  return [
    {
      kind,
      ...pathOf(told),
      ...(name === undefined ? {} : { name }),
      ...(title === "" ? {} : { title }),
      ...(isCount(bytes) ? { bytes } : {}),
      ...sizeOf(numberAt(message, "width"), numberAt(message, "height")),
      ...(isCount(seconds) ? { seconds } : {}),
      ...posterOf(kind, pathOf(wordsAt(message, "thumbnail")).path),
    },
  ];
}

/** `The Mole – Ebb`, as Telegram shows a recording: who plays what, as far as it is told. */
export function titleOfRecording(performer: string | undefined, title: string | undefined): string {
  return [performer, title].flatMap((each) => each?.trim().replace(/\s+/gu, " ") || []).join(" – ");
}

function titleOf(kind: Media, message: Fields): string {
  if (kind === "sticker") return wordsAt(message, "sticker_emoji")?.trim() ?? "";
  return kind === "audio" ? titleOfRecording(wordsAt(message, "performer"), wordsAt(message, "title")) : "";
}

/** The files of a message of Telegram Desktop's HTML: each box leads to its file, or to nothing where the export left it out. */
export function mediaFileIn(box: Element, kind: Media, said: Pick<MediaFile, "name" | "title">): readonly MediaFile[] {
  if (!fileKinds.has(kind)) return [];
  const [link] = box.name === "a" ? [box] : inside(box, (inner) => inner.name === "a");
  const [picture] = inside(box, (inner) => inner.name === "img");
  return [
    {
      kind,
      ...pathOf(link?.attributes.href),
      ...said,
      ...posterOf(kind, pathOf(picture?.attributes.src).path),
    },
  ];
}

/** What stands for a film until it plays. */
function posterOf(kind: Media, path: string | undefined): Pick<MediaFile, "poster"> {
  return kind === "video" && path !== undefined ? { poster: { path } } : {};
}

/** The paths of a file and of what stands for it. */
export function pathsOf({ path, poster }: MediaFile): readonly string[] {
  return [path, poster?.path].filter((each) => each !== undefined);
}

/** The file of a box of a page of t.me: its address, or where a saved page keeps it; nothing where the box names none. */
export function mediaFileOnPage(box: Element, kind: Media): readonly MediaFile[] {
  if (!fileKinds.has(kind)) return [];
  const around = [box, ...allInside(box)];
  const [source] = around.flatMap(({ name, attributes }) =>
    name === "video" || name === "audio" ? (attributes.src ?? []) : (attributes["data-webp"] ?? []),
  );
  const [picture] = around.flatMap(({ attributes }) => backgroundOf(attributes.style) ?? []);
  // What stands for a film until it plays is not the film.
  const told = source ?? (kind === "photo" || kind === "sticker" ? picture : undefined);
  const path = told === undefined ? undefined : placeOnPage(told);
  return path === undefined
    ? []
    : [{ kind, path, ...posterOf(kind, picture === undefined ? undefined : placeOnPage(picture)) }];
}

function placeOnPage(told: string): string | undefined {
  return mediaAddress(told) ?? pathOf(told).path?.replace(/^\.\//u, "");
}

function allInside({ children }: Element): readonly Element[] {
  return children.flatMap((child) => (typeof child === "string" ? [] : [child, ...allInside(child)]));
}

/** `background-image:url('https://…')`. */
function backgroundOf(style: string | undefined): string | undefined {
  return /background-image:\s*url\(\s*(?<quote>["']?)(?<address>[^"')\s]+)\k<quote>\s*\)/u.exec(style ?? "")?.groups
    ?.address;
}

/** `/web/20240112093001im_/https://…`, as the Wayback Machine writes addresses of files. */
const wayback = /^(?:(?:https?:)?\/\/(?:www\.)?web\.archive\.org)?\/web\/\d{4,14}(?:[a-z]{2}_)?\/(?=https?:\/\/)/iu;

/**
 * The address of a file on the web without what changes from one capture to the next: its query, which holds passes, and the archive of the web
 * that it was taken from. `undefined` for what is no such address.
 */
export function mediaAddress(told: string): string | undefined {
  const whole = told.trim().replace(wayback, "").replace(/^\/\//u, "https://");
  if (!/^https?:\/\//iu.test(whole) || !URL.canParse(whole)) return undefined;
  const { origin, pathname } = new URL(whole);
  return `${origin}${pathname}`;
}

/** Where the file of a path may stand beside its dump: browsers keep the files of `page.html` in `page_files`. */
export function placesOf(path: string, dump: string): readonly string[] {
  if (mediaAddress(path) === undefined) return [...new Set([path, decoded(path)])];
  const page = dump.replace(/^.*\//u, "").replace(/\.html?$/iu, "");
  const name = path.replace(/^.*\//u, "");
  return name === "" ? [] : [`${page}_files/${name}`, `${page}_files/${decoded(name)}`];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A name may have a percent sign of its own.
    return path;
  }
}

/** `(File not included. Change data exporting settings to download.)` is no path, and neither is an address. */
function pathOf(told: string | undefined): { readonly path?: string } {
  if (told === undefined || /^\(|^[a-z][a-z0-9+.-]*:|^[/\\#]/iu.test(told.trim())) return {};
  return { path: told.trim().replaceAll("\\", "/") };
}

function sizeOf(
  width: number | undefined,
  height: number | undefined,
): { readonly width?: number; readonly height?: number } {
  return isCount(width) && isCount(height) && width > 0 && height > 0 ? { width, height } : {};
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0;
}
