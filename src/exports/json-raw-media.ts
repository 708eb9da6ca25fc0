import { ownEntry } from "../model/own-entry.ts";
import { asFields, type Fields, fieldsAt, isNothing, listAt, own, present, wordsAt } from "./json-fields.ts";

/** What is told of a message in keys of other programs, in those of Desktop, and the keys that told it. */
export interface KeysOfDesktop {
  readonly fields: Fields;
  readonly read: Fields;
}

/** What a message holds beside its words, as Desktop tells it; what is not known stays as it is told. */
export function rawMediaOf(media: unknown, message: Fields): KeysOfDesktop {
  if (Array.isArray(media)) return shownOnPage(media);
  const fields = asFields(media);
  if (fields === undefined) {
    const read = partsIn(message);
    // `MessageMediaType.PHOTO` says what the parts say.
    return isNothing(read.read) && !isNothing(media) ? { fields: { media }, read: {} } : read;
  }
  const kind = wordsAt(fields, "_") ?? "";
  if (kind === "MessageMediaPhoto") return { fields: { photo: elsewhere }, read: {} };
  if (kind === "MessageMediaWebPage") return { fields: {}, read: {} };
  if (kind === "MessageMediaPoll") {
    const poll = pollIn(fieldsAt(fields, "poll") ?? {}, fieldsAt(fields, "results") ?? {});
    return { fields: { poll }, read: {} };
  }
  if (kind === "MessageMediaContact") return { fields: { contact_information: fields }, read: {} };
  const point = pointIn(fieldsAt(fields, "geo"));
  if (point !== undefined) {
    const place = present("place_name", own(fields, "title"));
    return {
      fields: { ...place, ...present("address", own(fields, "address")), location_information: point },
      read: {},
    };
  }
  const document = fieldsAt(fields, "document");
  if (kind !== "MessageMediaDocument" || document === undefined) return { fields: present("media", media), read: {} };
  const named = listAt(document, "attributes").map((each) => wordsAt(asFields(each) ?? {}, "file_name"));
  const name = named.find((each) => each !== undefined);
  return { fields: fileOf({ ...document, file_size: own(document, "size") }, name), read: {} };
}

/** What stands for a file that is not in the export. */
const elsewhere = "(File not included.)";

/** Pictures and films as programs list them that read pages of t.me: `[{"_type": "….Photo", "url": …}]`; of several kinds, the first as a file. */
function shownOnPage(media: readonly unknown[]): KeysOfDesktop {
  const kinds = media.map(
    (each) => /\.(?<kind>\w+)$/u.exec(wordsAt(asFields(each) ?? {}, "_type") ?? "")?.groups?.kind,
  );
  const [first] = kinds;
  const kind = ownEntry(kindsOnPage, first ?? "");
  if (kind === undefined || kinds.some((each) => each !== first)) return { fields: present("media", media), read: {} };
  return { fields: kind === "photo" ? { photo: elsewhere } : { file: elsewhere, media_type: kind }, read: {} };
}

const kindsOnPage: Readonly<Record<string, string>> = {
  Photo: "photo",
  Video: "video_file",
  VoiceMessage: "voice_message",
  Gif: "animation",
};

/** Files under the keys of what bots receive, with the kind that Desktop gives them. */
const fileKeys: Readonly<Record<string, string | undefined>> = {
  video: "video_file",
  animation: "animation",
  video_note: "video_message",
  audio: "audio_file",
  voice: "voice_message",
  sticker: "sticker",
  document: undefined,
};

/** What a bot receives beside the words of a message: each kind under a key of its own. */
function partsIn(message: Fields): KeysOfDesktop {
  const fields: Record<string, unknown> = {};
  const read: Record<string, unknown> = {};
  const photo = own(message, "photo");
  if (Array.isArray(photo) || asFields(photo) !== undefined) [fields.photo, read.photo] = [elsewhere, true];
  const files = Object.entries(fileKeys).flatMap(([key, kind]) => {
    const file = fieldsAt(message, key);
    return file === undefined ? [] : [{ key, kind, file }];
  });
  // What bots see as a film without sound stands under `document` as well.
  for (const { key, kind, file } of files.slice(0, 1)) {
    Object.assign(fields, fileOf(file, wordsAt(file, "file_name")), present("media_type", kind));
    for (const each of [key, "document"]) read[each] = true;
  }
  const [venue, contact] = [fieldsAt(message, "venue"), fieldsAt(message, "contact")];
  const location = pointIn(fieldsAt(venue ?? {}, "location") ?? fieldsAt(message, "location"));
  if (location !== undefined) [fields.location_information, read.location] = [location, true];
  if (venue !== undefined) {
    Object.assign(fields, present("place_name", own(venue, "title")), present("address", own(venue, "address")));
    read.venue = true;
  }
  if (contact !== undefined) [fields.contact_information, read.contact] = [contact, true];
  const poll = fieldsAt(message, "poll");
  if (poll !== undefined) [fields.poll, read.poll] = [pollIn(poll, {}), true];
  return { fields, read };
}

function fileOf(file: Fields, name: string | undefined): Fields {
  return {
    file: elsewhere,
    ...present("mime_type", own(file, "mime_type")),
    ...present("file_size", own(file, "file_size")),
    ...present("file_name", name),
    ...present("duration_seconds", own(file, "duration")),
    ...present("width", own(file, "width")),
    ...present("height", own(file, "height")),
    ...saidOf([file, ...listAt(file, "attributes").map((each) => asFields(each) ?? {})]),
  };
}

/** What a recording is of, and what a sticker stands for; Telethon tells it among the attributes of a file. */
function saidOf(parts: readonly Fields[]): Fields {
  const first = (key: string): unknown => parts.map((part) => own(part, key)).find((each) => !isNothing(each));
  const sticker = parts.find((part) => wordsAt(part, "_") === "DocumentAttributeSticker");
  return {
    ...present("performer", first("performer")),
    ...present("title", first("title")),
    ...present("sticker_emoji", first("emoji") ?? own(sticker ?? {}, "alt")),
  };
}

/** A place on earth under the names that programs give its two numbers. */
function pointIn(point: Fields = {}): Fields | undefined {
  const latitude = own(point, "lat") ?? own(point, "latitude");
  const longitude = own(point, "long") ?? own(point, "longitude");
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}

/** A poll with the votes that its results tell of each answer. */
function pollIn(poll: Fields, results: Fields): Fields {
  const counted = new Map(
    listAt(results, "results").map((value) => {
      const answer = asFields(value) ?? {};
      return [JSON.stringify(own(answer, "option")), own(answer, "voters")];
    }),
  );
  const answers = [...listAt(poll, "answers"), ...listAt(poll, "options")].map((value) => {
    const answer = asFields(value) ?? {};
    const voters = own(answer, "voter_count") ?? counted.get(JSON.stringify(own(answer, "option")));
    return { text: wordsOrText(own(answer, "text")), ...present("voters", voters) };
  });
  const type = wordsAt(poll, "type") ?? "";
  return {
    question: wordsOrText(own(poll, "question")),
    answers,
    closed: own(poll, "closed") === true || own(poll, "is_closed") === true,
    quiz: own(poll, "quiz") === true || /quiz$/iu.test(type),
    ...present("total_voters", own(results, "total_voters") ?? own(poll, "total_voter_count")),
    ...present("explanation", own(poll, "explanation") ?? own(results, "solution")),
  };
}

/** Newer versions of Telegram tell `{text, entities}` where older ones told words. */
function wordsOrText(value: unknown): unknown {
  const fields = asFields(value);
  return fields === undefined ? value : own(fields, "text");
}
