import type { ServiceLine } from "../model/post.ts";

/** Lines that Telegram's pages print where something happened to the channel, each with an example that a test checks. */
export const serviceLines: readonly {
  readonly event: ServiceLine["event"];
  readonly pattern: RegExp;
  readonly example: string;
}[] = [
  { event: "created", pattern: /^Channel created$/u, example: "Channel created" },
  {
    event: "photo",
    pattern: /^Channel (?:photo|video) (?:updated|changed|removed)$/u,
    example: "Channel photo updated",
  },
  {
    event: "name",
    pattern: /^Channel name was changed to «(?<about>.*)»$/u,
    example: "Channel name was changed to «Harbour News»",
  },
  {
    event: "pinned",
    pattern:
      /^\S.{0,127} pinned (?<about>«.*»|an? (?:photo|video|file|poll|album|GIF|sticker|voice message|message))$/u,
    example: "Harbour News pinned «Ferry timetable»",
  },
  {
    event: "stream",
    pattern: /^Live stream (?<about>started|finished(?: \(.*\))?|scheduled for .+)$/u,
    example: "Live stream started",
  },
];

/** What a service line tells; `undefined` for any other line. */
export function serviceLineOf(line: string): ServiceLine | undefined {
  for (const { event, pattern } of serviceLines) {
    const match = pattern.exec(line.trim());
    if (match === null) continue;
    const about = match.groups?.about;
    return about === undefined ? { event } : { event, about };
  }
  return undefined;
}

/** The name of the topic that a service message of a group opens: `Ada created topic «Tides»`. */
export function openedTopic(line: string): string | undefined {
  return /^\S.{0,255} created topic «(?<name>[^\n]+)»$/u.exec(line.trim())?.groups?.name?.trim() || undefined;
}
