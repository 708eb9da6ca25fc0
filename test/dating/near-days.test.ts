import { describe, expect, test } from "vitest";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";

describe("words for near days that the CLDR has say how a day beside them stands", () => {
  test.each([
    ["bn", "today", "আজ ৪ আগস্ট সন্ধ্যায় ঘাটে সভা হবে।"],
    ["bn", "tomorrow", "আগামীকাল, ৫ আগস্ট সভা হবে।"],
    ["sw", "today", "Leo, 4 Agosti, mkutano bandarini."],
    ["ca", "today", "Avui, 4 d'agost, reunió al port."],
    ["ca", "yesterday", "Ahir, 3 d'agost, va ploure."],
    ["mk", "today", "Денес, 4 август, состанок."],
    ["hy", "today", "Այսօր՝ օգոստոսի 4-ին, ժողով։"],
    ["ms", "today", "Hari ini, 4 Ogos, mesyuarat."],
    ["be", "tomorrow", "Заўтра, 5 жніўня, сустрэча."],
    ["ne", "today", "आज 4 अगस्ट बैठक छ।"],
    ["sq", "today", "Sot, 4 gusht, mbledhje."],
    ["af", "today", "Vandag, 4 Augustus, vergadering."],
    ["fil", "today", "Ngayong araw, Agosto 4, pulong."],
  ])("%s, %s: %s", (language, kind, text) => {
    expect(evidenceOf(text, language)[0]?.kind).toBe(kind);
  });

  test("and say nothing of a day in another sentence, nor in another language", () => {
    const kindsOf = (text: string, language: string) => evidenceOf(text, language).map(({ kind }) => kind);
    expect(kindsOf("Leo ni siku njema. Mkutano ni 4 Agosti.", "sw")).toEqual(["mention-lead"]);
    expect(kindsOf("Leo, 4 August, was born here.", "en")).toEqual(["past-lead"]);
  });
});
