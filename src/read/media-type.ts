/** How files of a type begin: bytes as Latin letters, from a place on. */
const beginnings: readonly (readonly [type: string, at: number, bytes: string])[] = [
  ["jpg", 0, "\xFF\xD8\xFF"],
  ["png", 0, "\x89PNG\r\n\x1A\n"],
  ["gif", 0, "GIF8"],
  ["webp", 8, "WEBP"],
  ["avif", 4, "ftypavif"],
  ["heic", 4, "ftyphei"],
  ["mov", 4, "ftypqt"],
  ["m4a", 4, "ftypM4A"],
  ["mp4", 4, "ftyp"],
  ["webm", 0, "\x1A\x45\xDF\xA3"],
  ["ogg", 0, "OggS"],
  ["mp3", 0, "ID3"],
  ["mp3", 0, "\xFF\xFB"],
  ["mp3", 0, "\xFF\xF3"],
  ["wav", 8, "WAVE"],
  ["flac", 0, "fLaC"],
  ["pdf", 0, "%PDF-"],
];

/** Endings of documents that no browser runs; their bytes do not tell them apart. */
const harmless: ReadonlySet<string> = new Set([
  ...[
    "zip",
    "docx",
    "xlsx",
    "pptx",
    "odt",
    "ods",
    "odp",
    "epub",
    "rtf",
    "txt",
    "csv",
    "7z",
    "gz",
    "tgs",
    "djvu",
    "doc",
    "xls",
  ],
]);

/** Types that pages show as pictures. */
export const pictureTypes: ReadonlySet<string> = new Set(["jpg", "png", "gif", "webp", "avif"]);
/** Types that browsers play as films. */
export const filmTypes: ReadonlySet<string> = new Set(["mp4", "mov", "webm"]);
/** Types that browsers play as sound. */
export const soundTypes: ReadonlySet<string> = new Set(["ogg", "mp3", "m4a", "wav", "flac"]);

/** Whether browsers show or play files of a type. */
export function isShown(type: string): boolean {
  return pictureTypes.has(type) || filmTypes.has(type) || soundTypes.has(type);
}

/** Whether a type is one of those that `mediaTypeOf` tells. */
export function isMediaType(type: string): boolean {
  return type === "bin" || harmless.has(type) || beginnings.some(([known]) => known === type);
}

/** What a file is, by its first bytes, whatever its name says; `bin` for what a browser might run, and for what nobody knows. */
export function mediaTypeOf(head: Uint8Array, name: string): string {
  const start = Array.from(head, (byte) => String.fromCharCode(byte)).join("");
  const known = beginnings.find(([, at, bytes]) => start.startsWith(bytes, at));
  if (known !== undefined) return known[0];
  const ending = /\.(?<ending>[a-z0-9]{1,5})$/iu.exec(name)?.groups?.ending?.toLowerCase() ?? "";
  return harmless.has(ending) ? ending : "bin";
}
