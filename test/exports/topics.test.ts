import { describe, expect, test } from "vitest";
import { readExport } from "../../src/import/read-export.ts";

/** The posts of a JSON file by number: topic, and the number of what is answered. */
function read(file: unknown) {
  const { write, end } = readExport({ file: "harbour.json", sidecar: {} });
  write(new TextEncoder().encode(JSON.stringify(file)));
  const { posts, report } = end();
  const told = [...posts].map(({ number, topic, replyTo }) => [number, topic, replyTo?.number]);
  return { told, rules: report.notices.map(({ rule }) => rule) };
}

const at = (minute: number): string => `${1_770_000_000 + minute * 60}`;
const said = (id: number, answered?: number): object => ({
  ...{ id, type: "message", date_unixtime: at(id), from: "Ada Mole", from_id: "user7", text: `Words ${id}.` },
  ...(answered === undefined ? {} : { reply_to_message_id: answered }),
});
const service = (id: number, action: string, more: object): object => ({
  ...{ id, type: "service", date_unixtime: at(id), actor: "Ada Mole", actor_id: "user7", action, text: "" },
  ...more,
});
const group = (...messages: readonly object[]): object => ({
  ...{ name: "Harbour talk", type: "public_supergroup", id: 1234567890 },
  messages,
});

describe("a group with topics", () => {
  test("has its messages under the name of the topic that they answer, themselves or through others", () => {
    const { told, rules } = read(
      group(
        service(2, "topic_created", { title: "Tides" }),
        said(3, 2),
        said(4, 3),
        said(5),
        said(6, 5),
        service(7, "topic_created", { title: "Boats" }),
        said(8, 7),
        said(9, 4),
      ),
    );
    expect(rules).toEqual([]);
    expect(told).toEqual([
      [2, "Tides", undefined],
      [3, "Tides", undefined],
      [4, "Tides", 3],
      [5, undefined, undefined],
      [6, undefined, 5],
      [7, "Boats", undefined],
      [8, "Boats", undefined],
      [9, "Tides", 4],
    ]);
  });

  test("calls a topic as it was named last", () => {
    const { told } = read(
      group(
        service(2, "topic_created", { title: "Tides" }),
        said(3, 2),
        service(4, "topic_edit", { new_title: "Tides and fog", reply_to_message_id: 2 }),
      ),
    );
    expect(told.map(([, topic]) => topic)).toEqual(["Tides and fog", "Tides and fog", "Tides and fog"]);
  });

  test("may hold answers in a circle, to nothing that is there, or from before a message was exported", () => {
    const { told } = read(group(service(2, "topic_created", { title: "Tides" }), said(3, 4), said(4, 3), said(5, 99)));
    expect(told.slice(1)).toEqual([
      [3, undefined, 4],
      [4, undefined, 3],
      [5, undefined, 99],
    ]);
  });

  test("tells programs and bots the topic itself, beside the message that is answered", () => {
    const raw = (id: number, reply: object | undefined, more: object = {}): object => ({
      ...{ _: "Message", id, date: "2026-02-11T10:15:00+00:00", message: `Words ${id}.`, reply_to: reply ?? null },
      ...more,
    });
    const opened = { _: "MessageService", action: { _: "MessageActionTopicCreate", title: "Tides" } };
    const { told, rules } = read([
      raw(2, undefined, opened),
      raw(3, { forum_topic: true, reply_to_msg_id: 2 }),
      raw(4, { forum_topic: true, reply_to_msg_id: 3, reply_to_top_id: 2 }),
    ]);
    expect(told).toEqual([
      [2, "Tides", undefined],
      [3, "Tides", undefined],
      [4, "Tides", 3],
    ]);
    expect(rules).toEqual([]);
  });
});
