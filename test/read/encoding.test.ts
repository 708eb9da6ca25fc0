import { isUtf8 } from "node:buffer";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decode, isEncoding, UnreadableDump } from "../../src/read/encoding.ts";

function refusal(...parts: readonly (string | number)[]): string {
  const bytes = Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from([part]))),
  );
  try {
    decode(bytes, "pier.txt");
  } catch (error) {
    if (error instanceof UnreadableDump) return error.message;
    throw error;
  }
  return "";
}

const russian = "Туман над устьем рассеялся.\nЛодки вышли в море, и колокол молчал до вечера.\n";
const texts: Readonly<Record<string, string>> = {
  "windows-1251": russian,
  "koi8-r": russian,
  cp866: russian,
  "iso-8859-5": russian,
  "koi8-u": "Туман над гирлом розвіявся. Човни вийшли в море, і дзвін мовчав до вечора, їх було сім.\n",
  "windows-1253": "Η ομίχλη πάνω από το λιμάνι διαλύθηκε και τα πλοία βγήκαν στη θάλασσα.\n",
  "windows-1256": "انقشع الضباب فوق الميناء وخرجت القوارب إلى البحر\n",
  shift_jis: "今日は港に霧が出ています。船は出ません。鐘が二度鳴るまで待ちましょう。\n",
  gb18030: "港口今天有雾，船只不出海。我们在等待第二次钟声，然后再出发。\n",
  "euc-kr": "오늘 항구에는 안개가 끼어 있습니다. 배는 나가지 않습니다.\n",
};

describe("decode()", () => {
  test.each(Object.entries(texts))("tells %s by what its letters make", (encoding, text) => {
    expect(decode(iconv.encode(text, encoding), "pier.txt")).toMatchObject({ text, encoding });
  });

  test("tells a short line of Russian, and a page of English with a line of it", () => {
    for (const encoding of ["windows-1251", "koi8-r", "cp866"]) {
      const page = `${"The boats went out, and the bell was silent. ".repeat(50)}\n${russian}`;
      for (const text of ["Колокол молчал до самого вечера.", page]) {
        expect(decode(iconv.encode(text, encoding), "pier.txt").text, encoding).toBe(text);
      }
    }
  });

  test("is never silently wrong: Russian in any of its encodings is read as it is, or refused", () => {
    const words = ["туман", "Лодки", "ЮГ", "и", "№ 5", "«море»", "ещё", "the bell", "Ёж", "вечером…", "12:40", "—"];
    const encodings = fc.constantFrom("windows-1251", "koi8-r", "cp866");
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { minLength: 8, maxLength: 30 }),
        encodings,
        (parts, encoding) => {
          const bytes = iconv.encode(parts.join(" "), encoding);
          const text = iconv.decode(bytes, encoding);
          // A few letters can be valid UTF-8 by chance, and nothing in them says otherwise.
          fc.pre(!isUtf8(bytes) || /^[\u0000-\u007F]*$/u.test(text));
          try {
            expect(decode(bytes, "pier.txt").text).toBe(text);
          } catch (error) {
            if (!(error instanceof UnreadableDump)) throw error;
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test("reads UTF-16, with its mark or without", () => {
    for (const text of [russian, "The fog has gone.\nThe boats went out.\n"]) {
      for (const encoding of ["utf-16le", "utf-16be"]) {
        const bytes = iconv.encode(text, encoding);
        expect(decode(bytes, "pier.txt")).toMatchObject({ text, encoding });
        expect(decode(Buffer.concat([iconv.encode("\uFEFF", encoding), bytes]), "pier.txt")).toMatchObject({
          text,
          encoding,
        });
      }
    }
  });

  test("says why it took an encoding that does not prove itself", () => {
    expect(decode(iconv.encode(russian, "koi8-r"), "pier.txt").reason).toBe(
      "its letters form words in no other encoding",
    );
    expect(decode(Buffer.from(russian), "pier.txt").reason).toBeUndefined();
  });

  test("where two encodings fit about as well, it refuses and tells the remedy", () => {
    expect(refusal("caf", 0xe8, " by the pier")).toBe(
      'Cannot read dump "pier.txt": it is not UTF-8 text (not valid at byte 3), and it could be windows-1252 or windows-1250; ' +
        "save the page as UTF-8 text, or name its encoding in the sidecar, such as encoding: windows-1252",
    );
  });

  test("does as a person told, or says that it cannot", () => {
    expect(decode(Buffer.from("caf\xe8", "latin1"), "pier.txt", "Windows-1250").text).toBe("cafč");
    expect(() => decode(Buffer.from("caf\xe8", "latin1"), "pier.txt", "utf-8")).toThrow(
      'Cannot read dump "pier.txt": it is not utf-8, as its sidecar says; correct or remove the key "encoding"',
    );
  });

  test("a name is an encoding only where bytes become letters by it", () => {
    expect(["koi8-r", "UTF-16LE", "windows-1251", "Shift_JIS"].filter((name) => !isEncoding(name))).toEqual([]);
    expect(["hex", "base64", "klingon", ""].filter(isEncoding)).toEqual([]);
  });

  test("invalid UTF-8 is refused with the offset of its first bad byte", () => {
    expect(refusal(0xff)).toContain("not valid at byte 0)");
    expect(refusal("туман", 0x80)).toBe(
      'Cannot read dump "pier.txt": it is damaged UTF-8 text (not valid at byte 10); save the page as UTF-8 text',
    );
    expect(refusal("fog ".repeat(5_000), 0xff, " and sun ".repeat(5_000))).toContain("not valid at byte 20000)");
  });

  // The byte told today is the one behind it: the letter è of Latin-1 opens a sequence that the next letter breaks.
  test("a letter of another encoding is told by its own offset", () => {
    expect(refusal("caf", 0xe8, " by the pier")).toContain("not valid at byte 3)");
  });

  test("a text that breaks off inside a character is refused at that character", () => {
    expect(refusal("туман fog ", 0xd1)).toContain("not valid at byte 15)");
  });

  test("any bytes are read or refused in one line with a remedy", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          expect(typeof decode(bytes, "pier.txt").text).toBe("string");
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableDump);
          expect((error as Error).message).toMatch(
            /^Cannot read dump "pier\.txt": [^\n]+; save the page as UTF-8 text[^\n]*$/u,
          );
        }
      }),
    );
  });
});
