/** How a line that begins with a day stands in its post: as the day of the post, as a field of an announcement, as the time of an appointment, or between other lines of the text. */
export type DayStanding = "own" | "field" | "appointment" | "between";

/** `Time: 10:00`, `🕙 10:00`: a line of an announcement that tells an hour. */
const hourField =
  /^(?:[^\p{L}\p{N}\n]*\p{L}[\p{L}\p{M} ]{0,24}[:：]|[^\p{L}\p{N}\s][^\p{L}\p{N}]*)\s*\d{1,2}[:.h]\d{2}(?!\d)/u;

/** `Place: Mill Street`: a short label and what it tells. An address is none. */
const labelled = /^[^\p{L}\p{N}\n]*\p{L}[\p{L}\p{M} ]{0,24}[:：](?!\/\/)\s*\S/u;

/** `📍 Mill Street`, `⏰ 10 to 12`: a sign of a place or an hour, and words. */
const signOfField = /^(?:📍|🏟|[\u{1F550}-\u{1F567}]|⏰|⏱|⌚|🕰)\uFE0F?\s*[\p{L}\p{N}]/u;

/** `📅 24 March 2026`. */
const signOfDay = /^\s*(?:📅|📆|🗓)/u;

/** `28 oct, 21:30`: the moment of a post below its author's name. */
const endsInHour = /\d[^\n]{0,20}[\s,]\d{1,2}[:.]\d{2}\s*$/u;

/** `Wednesday 14 October, 19:00`: with its weekday and a full quarter of an hour, below other lines of a text, it is when something is to be. */
const appointment =
  /^\P{L}*\p{L}[\p{L}\p{M}’'-]*[.,]?\s+(?:\d{1,2}(?:[./-]\d|\.?\s+\p{L})|\p{L}[\p{L}\p{M}]*\.?\s+\d{1,2}(?!\d))[^\n]*[\s,]\d{1,2}[:.](?:00|15|30|45)\s*$/u;

/** A link, a tag, a user name, or an ornament. */
const besideWord = /^(?:[^\p{L}\p{N}]+|\P{L}*(?:https?:\/\/|www\.|t\.me\/)\S+|[#@][\p{L}\p{M}\p{N}_]+\P{L}*)$/u;

/** The lines of a text that are looked at, above and below a day: a post is no longer than Telegram lets it be. */
const reach = 4096;

/**
 * How the line from `start` to `end` stands. A day is the post's own where it opens the text or ends it, where blank lines set it off and where it ends in
 * an hour; beside an hour or a place it is that of what the post announces, wherever it stands:
 *
 *     Water off
 *     Date: 24 March 2026
 *     Time: 10:00–17:00
 */
export function dayStandingOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): DayStanding {
  const own = text.slice(start, end);
  const [above, below] = [
    linesIn(text.slice(Math.max(0, start - reach), start)),
    linesIn(text.slice(end, end + reach)),
  ];
  const isLabelled = labelled.test(own);
  const opens = above.every(isBesideText);
  // Hours below a day on top are those of a log, or of a programme that the day heads.
  if (opens && !isLabelled && !signOfDay.test(own)) return "own";
  const beside = [above.at(-1) ?? "", below[0] ?? ""];
  if (beside.some((line) => hourField.test(line) || signOfField.test(line))) return "field";
  if (isLabelled && beside.some((line) => labelled.test(line))) return "field";
  if (opens || below.every(isBesideText)) return "own";
  if (isLabelled) return "between";
  const isSetOff =
    /\n[^\S\n]*\n[^\S\n]*$/u.test(text.slice(0, start)) && /^[^\S\n]*\n[^\S\n]*\n/u.test(text.slice(end));
  if (!isSetOff && appointment.test(own)) return "appointment";
  return isSetOff || endsInHour.test(own) ? "own" : "between";
}

/** Whether a line is of the frame of a post and not of its words. */
function isBesideText(line: string): boolean {
  return line.split(/\s+/u).every((word) => besideWord.test(word));
}

function linesIn(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
