import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readExport } from "../../src/import/read-export.ts";
import { readPost } from "../../src/markdown/post-file.ts";
import { filesIn, folderWith, importInto, postsIn } from "../import/content-folder.ts";

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

/** A page of Telegram Desktop's export of a group: messages, and services without an author. */
function exportedPage(rows: readonly { id: number; from?: string; text: string; answers?: string }[]): string {
  const body = rows.map(({ id, from, text, answers }) => {
    if (from === undefined)
      return `<div class="message service" id="message${id}"><div class="body details">${text}</div></div>`;
    const reply =
      answers === undefined
        ? ""
        : `<div class="reply_to details">In reply to <a href="${answers}">this message</a></div>`;
    const time = `<div class="pull_right date details" title="10.01.2026 10:${10 + id}:00 UTC+02:00">10:${10 + id}</div>`;
    return `<div class="message default clearfix" id="message${id}"><div class="body">${time}<div class="from_name">${from}</div>${reply}<div class="text">${text}</div></div></div>`;
  });
  return `<div class="page_header"><div class="text bold">Harbour talk</div></div>\n${body.join("\n")}`;
}

describe("the pages of an export of a group with topics", () => {
  const pages = {
    "messages.html": exportedPage([
      { id: -1, text: "10 January 2026" },
      { id: 1, text: "Ada Mole created topic «Tides»" },
      { id: 2, from: "Ada Mole", text: "High water at six.", answers: "#go_to_message1" },
      { id: 3, from: "Ben Stone", text: "Thanks.", answers: "#go_to_message2" },
      { id: 4, from: "Ben Stone", text: "In no topic." },
    ]),
    "messages2.html": exportedPage([
      { id: -2, text: "10 January 2026" },
      { id: 5, from: "Ada Mole", text: "Low water at noon.", answers: "messages.html#go_to_message1" },
      { id: 6, from: "Ada Mole via @tide_bot", text: "And the next.", answers: "messages.html#go_to_message3" },
      { id: 7, from: "Ben Stone", text: "Who is in?", answers: "messages.html#go_to_message4" },
    ]),
  };

  /** Number, topic, the number answered with its author, and the author, of each post. */
  const told = (content: string) =>
    postsIn(content)
      .map((path) => readPost(readFileSync(join(content, path), "utf8"), path))
      .toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0))
      .map(({ number, topic, replyTo, signature }) => [number, topic, replyTo?.number, replyTo?.author, signature]);

  const all = [
    [1, "Tides", undefined, undefined, undefined],
    [2, "Tides", undefined, undefined, "Ada Mole"],
    [3, "Tides", 2, "Ada Mole", "Ben Stone"],
    [4, undefined, undefined, undefined, "Ben Stone"],
    [5, "Tides", undefined, undefined, "Ada Mole"],
    [6, "Tides", 3, "Ben Stone", "Ada Mole"],
    [7, undefined, 4, "Ben Stone", "Ben Stone"],
  ];

  test("tell of each message in which topic it stands, in whichever file that was opened", () => {
    const folder = join(folderWith(), "ChatExport");
    mkdirSync(folder);
    for (const [name, page] of Object.entries(pages)) writeFileSync(join(folder, name), page);
    const content = folderWith();
    importInto(content, { dumps: [folder] });
    expect(told(content)).toEqual(all);
    const before = filesIn(content);
    expect(importInto(content)).toMatchObject({ written: 0, removed: 0 });
    expect(filesIn(content)).toEqual(before);
  });

  test("are the same archive in every order of import", () => {
    const made = [Object.keys(pages), Object.keys(pages).toReversed()].map((names) => {
      const content = folderWith();
      const folder = folderWith(pages);
      for (const name of names) importInto(content, { dumps: [join(folder, name)] });
      expect(told(content)).toEqual(all);
      return postsIn(content).map((path) => [path, readFileSync(join(content, path), "utf8")]);
    });
    expect(made[1]).toEqual(made[0]);
  });
});
