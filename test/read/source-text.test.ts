import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UnreadableDump } from "../../src/read/encoding.ts";
import { isBlank, lineAt, readSource } from "../../src/read/source-text.ts";

const linesOf = (text: string | Uint8Array): readonly string[] =>
  readSource(typeof text === "string" ? Buffer.from(text) : text, "pier.txt").lines;

const refusal = (...bytes: readonly (string | number)[]): string => {
  const whole = Buffer.concat(bytes.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.of(part))));
  try {
    readSource(whole, "pier.txt");
  } catch (error) {
    if (error instanceof UnreadableDump) return error.message;
    throw error;
  }
  return "it was read";
};

describe("readSource()", () => {
  test("a byte order mark, CRLF and a missing final newline change nothing", () => {
    const plain = linesOf("fog\n\nsun\n");
    expect(plain).toEqual(["fog", "", "sun"]);
    for (const same of ["\uFEFFfog\n\nsun\n", "fog\r\n\r\nsun\r\n", "fog\n\nsun", "\uFEFFfog\r\n\r\nsun"]) {
      expect(linesOf(same)).toEqual(plain);
    }
  });

  test("blank lines at the end keep their numbers, the final line end is none", () => {
    expect(linesOf("fog\n\n")).toEqual(["fog", ""]);
    expect(linesOf("\n\nfog")).toEqual(["", "", "fog"]);
  });

  test("carriage returns end lines where nothing else does, as older programs for the Mac write them", () => {
    expect(linesOf("fog\r\rsun\rrise\r")).toEqual(["fog", "", "sun", "rise"]);
  });

  test("a byte order mark inside the text, lone carriage returns and a few NULs are kept", () => {
    expect(linesOf("fog\uFEFF bank\nsun\rrise\nthe tide\u0000 turns at noon")).toEqual([
      "fog\uFEFF bank",
      "sun\rrise",
      "the tide\u0000 turns at noon",
    ]);
  });

  test("line separators of Unicode end no line, so that numbers agree with every editor", () => {
    expect(linesOf("fog\u2028bank\u0085sun\u000Brise")).toHaveLength(1);
  });

  test("the source tells the file, its bytes and their SHA-256", () => {
    const bytes = Buffer.from("\uFEFFfog\r\n");
    expect(readSource(bytes, "pier.txt")).toEqual({
      file: "pier.txt",
      bytes: 8,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      lines: ["fog"],
      decoded: { encoding: "utf-8" },
    });
  });

  test("an empty file is refused, and so is one that holds only blanks", () => {
    for (const empty of ["", "\n", " \t\r\n\r\n", "\uFEFF", "\u00A0\n"]) {
      expect(refusal(empty)).toBe('Cannot read dump "pier.txt": it is empty; save the page\'s text again');
    }
  });

  test("a binary file is named as what it is", () => {
    expect(refusal(0x89, "PNG\r\n", 0x1a, "\n", 0x00, "IHDR and some more words")).toContain(
      "it is a binary file, not text (not valid at byte 0)",
    );
  });

  test("every valid text is read line by line, and joined again is the text", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (parts) => {
        const text = `fog ${parts.join("\n").replaceAll("\r", "")}`;
        expect(linesOf(text).join("\n")).toBe(text.replace(/\n$/u, ""));
      }),
    );
  });
});

test("lineAt() counts from 1 and is empty beyond both ends", () => {
  const source = readSource(Buffer.from("fog\nsun"), "pier.txt");
  expect([0, 1, 2, 3].map((number) => lineAt(source, number))).toEqual(["", "fog", "sun", ""]);
});

test("isBlank() takes every kind of blank for one, and nothing that shows", () => {
  expect(["", " ", "\t", "\u00A0", "\u3000", "\uFEFF"].every(isBlank)).toBe(true);
  expect(["-", "\u200B", "\u0000", "."].some(isBlank)).toBe(false);
});
