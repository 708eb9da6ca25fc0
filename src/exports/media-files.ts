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
  const bytes = numberAt(message, "photo_file_size") ?? numberAt(message, "file_size");
  const seconds = numberAt(message, "duration_seconds");
  return [
    {
      kind,
      ...pathOf(told),
      ...(name === undefined ? {} : { name }),
      ...(isCount(bytes) ? { bytes } : {}),
      ...sizeOf(numberAt(message, "width"), numberAt(message, "height")),
      ...(isCount(seconds) ? { seconds } : {}),
    },
  ];
}

/** The files of a message of Telegram Desktop's HTML: each box leads to its file, or to nothing where the export left it out. */
export function mediaFileIn(box: Element, kind: Media, name?: string): readonly MediaFile[] {
  if (!fileKinds.has(kind)) return [];
  const [link] = box.name === "a" ? [box] : inside(box, (inner) => inner.name === "a");
  return [{ kind, ...pathOf(link?.attributes.href), ...(name === undefined || name === "" ? {} : { name }) }];
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
