import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Scanned, scan } from "../../src/exports/scan.ts";

/** What a scan finds in a text that is given in pieces of these lengths, over and over, and how many lines it counts. */
function scanned(text: string | Uint8Array, lengths: readonly number[] = [1 << 20]) {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : new Uint8Array(text);
  const found: Scanned[] = [];
  const { write, end } = scan((item) => found.push(item));
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1;
    // The piece is overwritten afterwards, as a reader of files does with its buffer.
    const piece = bytes.slice(at, at + length);
    write(piece);
    piece.fill(0);
    at += length;
  }
  return { found, lines: end() };
}

/** The messages alone, as they were told. */
function messagesOf(text: string | Uint8Array, lengths?: readonly number[]): readonly unknown[] {
  return scanned(text, lengths).found.flatMap((item) => (item.kind === "message" ? [item.message] : []));
}

function damagesOf(text: string | Uint8Array): readonly string[] {
  return scanned(text).found.flatMap((item) => (item.kind === "damage" ? [`${item.line}: ${item.reason}`] : []));
}

const harbour = `{
 "name": "Harbour \\"North\\" {quay]",
 "type": "public_channel",
 "id": 7,
 "messages": [
  {
   "id": 1,
   "text": "The gate [closes} at \\"ten\\" \\\\"
  },
  { "id": 2, "text": ["a", { "type": "bold", "text": "b" }] }
 ]
}
`;

/** What was mended in the messages of a file. */
function mendedIn(file: string | Uint8Array): readonly string[] {
  return scanned(file).found.flatMap((item) => (item.kind === "message" && item.mended ? [item.mended] : []));
}

describe("scan()", () => {
  test("finds each message with its lines, and the chat it stands in", () => {
    expect(scanned(harbour)).toEqual({
      found: [
        { kind: "chat", chat: { name: 'Harbour "North" {quay]', type: "public_channel", id: "7" }, list: "messages" },
        { kind: "message", message: { id: 1, text: 'The gate [closes} at "ten" \\' }, first: 6, last: 9 },
        { kind: "message", message: { id: 2, text: ["a", { type: "bold", text: "b" }] }, first: 10, last: 10 },
      ],
      lines: 12,
    });
  });

  test("finds the chats of a whole account, wherever their list stands", () => {
    const account = {
      about: "everything",
      personal_information: { name: "Ada", bio: "messages: none" },
      chats: {
        list: [
          { name: "Pier", type: "private_channel", messages: [{ id: 1 }] },
          { name: "Mole", type: "public_channel", messages: [] },
        ],
      },
      left_chats: { list: [{ name: "Buoy", type: "public_channel", messages: [{ id: 4 }] }] },
    };
    expect(scanned(JSON.stringify(account)).found).toMatchObject([
      { chat: { name: "Pier" } },
      { message: { id: 1 } },
      { chat: { name: "Mole" } },
      { chat: { name: "Buoy" } },
      { message: { id: 4 } },
    ]);
  });

  test("gives the same however the bytes are cut", () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: "binary" }),
        fc.constantFrom('"', "\\", "[", "}", '\\"', "messages"),
        fc.integer(),
        fc.constant(null),
        fc.array(tie("any"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom("text", "messages", "name", "é"), tie("any"), {
          maxKeys: 3,
          noNullPrototype: true,
        }),
      ),
    })).any;
    const message = fc.record({ id: fc.nat(), text: value });
    const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 5 }), lengths, fc.constantFrom(0, 1), (messages, cuts, indent) => {
        const text = JSON.stringify({ name: "Pier", messages }, undefined, indent);
        const whole = scanned(text);
        expect(scanned(text, cuts)).toEqual(whole);
        expect(messagesOf(text)).toEqual(JSON.parse(text).messages);
        expect(whole.lines).toBe(text.split("\n").length);
      }),
    );
  });

  test("never fails on bytes of any kind, and tells the same however they are cut", () => {
    const parts = fc.constantFrom(
      '{"messages":[',
      "{",
      "}",
      "[",
      "]",
      '"',
      "\\",
      ",",
      ":",
      "\n",
      "a",
      "\u0000",
      '{"id":1}',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        expect(scanned(text, [1])).toEqual(scanned(text));
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(scanned(bytes, [3])).toEqual(scanned(bytes));
      }),
    );
  });

  test("keeps what stands before the end of a file that was cut off, at whatever byte", () => {
    const bytes = new TextEncoder().encode(harbour.trimEnd());
    for (let length = 1; length < bytes.length; length += 1) {
      const { found } = scanned(bytes.slice(0, length));
      const told = found.filter((item) => item.kind === "damage");
      expect(told, `cut at byte ${length}`).toHaveLength(1);
      expect(told[0]).toMatchObject({ reason: "the file ends before it is complete; export it again if you can" });
    }
    expect(messagesOf(bytes.slice(0, harbour.indexOf('{ "id": 2') + 5))).toHaveLength(1);
  });

  test("goes on behind a message that is no JSON", () => {
    const text = '{"messages": [\n{"id": 1 "text"},\n{"id": 2}\n]}';
    expect(messagesOf(text)).toEqual([{ id: 2 }]);
    expect(damagesOf(text)).toEqual(["2: a message cannot be read: it is not JSON"]);
  });

  test("goes on behind a message with a lost quote", () => {
    const text = '{"messages": [\n{"id": 1, "text": "no end\n},\n{"id": 2}\n]}';
    expect(messagesOf(text)).toEqual([{ id: 2 }]);
    expect(damagesOf(text)).toEqual(["2: a message cannot be read: it is not JSON"]);
  });

  test("goes on behind a message in another encoding", () => {
    const bytes = Buffer.from('{"messages": [{"id": 1, "text": "caf\xe9"}, {"id": 2}]}', "latin1");
    expect(messagesOf(bytes)).toEqual([{ id: 1, text: "caf\uFFFD" }, { id: 2 }]);
    expect(mendedIn(bytes)).toEqual(["bytes of a message that are not UTF-8 are shown as \uFFFD"]);
  });

  test.each([
    [
      "escapes that JSON does not know",
      String.raw`{"id": 1, "text": "rope\x0B \\x0B \q \" end"}`,
      'rope\u000B \\x0B \\q " end',
    ],
    ["a value without quotes", '{"id": 1,\n "document_id": files/a (2).webm,\n "text": "a, b: c"}', "a, b: c"],
    ["control characters that were not escaped", '{"id": 1, "text": "a\tb"}', "a\tb"],
    ["a comma too many", '{"id": 1, "text": "a,]", "list": [1,],}', "a,]"],
  ])("undoes %s, and says so", (what, message, text) => {
    const file = `{"messages": [\n${message},\n{"id": 2}\n]}`;
    expect(messagesOf(file)).toMatchObject([{ id: 1, text }, { id: 2 }]);
    expect(mendedIn(file)).toEqual([`repaired in a message: ${what}`]);
    expect(damagesOf(file)).toEqual([]);
  });

  test("takes no message of a hundred thousand levels, and goes on behind it", () => {
    const deep = `{"id": 1, "text": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    const text = `{"messages": [${deep}, {"id": 2}]}`;
    expect(messagesOf(text)).toEqual([{ id: 2 }]);
    expect(damagesOf(text)).toEqual(["1: a message is nested deeper than 64 levels"]);
  });

  test("goes down no deeper than 64 levels outside of messages", () => {
    expect(damagesOf('{"a":'.repeat(100_000))).toEqual(["1: the file is nested deeper than 64 levels"]);
  });

  test("takes no message of more than 8 MB, and goes on behind it", () => {
    const long = JSON.stringify({ id: 1, text: "a".repeat(9 * 1024 * 1024) });
    const text = `{"messages": [${long}, {"id": 2}]}`;
    expect(messagesOf(text, [65_536])).toEqual([{ id: 2 }]);
    expect(damagesOf(text)).toEqual(["1: a message has more than 8 MB"]);
  });

  test("says of a file that is something else what it is not", () => {
    const reason = "it is not in Telegram Desktop's format: there is content outside its braces";
    expect(damagesOf("The fog has gone.\n")).toEqual([`1: ${reason}`]);
    expect(damagesOf('{"messages": []} and more')).toEqual([`1: ${reason}`]);
    expect(damagesOf("]")).toEqual(['1: "]" closes nothing']);
  });

  test("a mark at the start that says UTF-8 is no damage", () => {
    expect(damagesOf(`\uFEFF${harbour}`)).toEqual([]);
    expect(messagesOf(`\uFEFF${harbour}`)).toHaveLength(2);
  });
});
