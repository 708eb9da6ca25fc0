import { ownEntry } from "../model/own-entry.ts";
import type { Fields } from "./json-fields.ts";

/** The kind of file that a word names, in the words of Desktop's export or of programs: `photo`, `MessageMediaPhoto`. */
export function mediaIn(word: string): Fields | undefined {
  const kind = word.replace(/^MessageMedia(?:Type\.)?/u, "").toLowerCase();
  return ownEntry(mediaKeys, kind);
}

const elsewhere = "(File not included.)";
const mediaKeys: Readonly<Record<string, Fields>> = {
  ...Object.fromEntries(["text", "message", "post", "webpage", "web_page", "none", "no"].map((word) => [word, {}])),
  ...Object.fromEntries(["photo", "image", "фото", "bild", "foto"].map((word) => [word, { photo: elsewhere }])),
  ...Object.fromEntries(
    ["video", "видео", "video_file"].map((word) => [word, { file: elsewhere, media_type: "video_file" }]),
  ),
  ...Object.fromEntries(
    ["voice", "voice_message"].map((word) => [word, { file: elsewhere, media_type: "voice_message" }]),
  ),
  ...Object.fromEntries(
    ["audio", "audio_file", "аудио"].map((word) => [word, { file: elsewhere, media_type: "audio_file" }]),
  ),
  ...Object.fromEntries(["animation", "gif"].map((word) => [word, { file: elsewhere, media_type: "animation" }])),
  ...Object.fromEntries(
    ["document", "file", "документ", "файл"].map((word) => [word, { file: elsewhere, media_type: "document" }]),
  ),
  sticker: { file: elsewhere, media_type: "sticker" },
  service: { type: "service" },
};
