import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesIn, folderWith, importInto } from "./content-folder.ts";

const page = [
  "Luka, [08.02.2025 09:05]",
  "Brod danas ne plovi zbog magle nad morem.",
  "",
  "Luka, [09.02.2025 10:20]",
  "Luka je opet otvorena od sedam sati.",
  "",
].join("\n");
const later = `${page}\nLuka, [10.02.2025 11:30]\nSutra je praznik, ribarnica ne radi.\n`;

/** The languages of the posts of a folder, by their files. */
function languagesIn(content: string): readonly (string | undefined)[] {
  return Object.entries(filesIn(join(content, "posts"))).map(([, text]) => /^language: (.*)$/mu.exec(text)?.[1]);
}

test("the language in a newer dump's sidecar is that of its posts, also of those that an earlier dump has", () => {
  const content = folderWith({
    "dumps/a.txt": page,
    "dumps/a.yml": "retrieved: 2025-02-09\n",
    "dumps/b.txt": later,
    "dumps/b.yml": "retrieved: 2025-02-11\n",
  });
  importInto(content);
  const found = languagesIn(content);
  expect(found).toHaveLength(3);
  expect(found).not.toContain("sr-Latn");
  const store = filesIn(join(content, "posts"));
  writeFileSync(join(content, "dumps/b.yml"), "retrieved: 2025-02-11\nlanguage: sr-Latn\n");
  importInto(content);
  expect(languagesIn(content)).toEqual(["sr-Latn", "sr-Latn", "sr-Latn"]);
  // Ids, addresses and files stay.
  expect(Object.keys(filesIn(join(content, "posts")))).toEqual(Object.keys(store));
  const told = filesIn(join(content, "posts"));
  importInto(content);
  expect(filesIn(join(content, "posts"))).toEqual(told);
  writeFileSync(join(content, "dumps/b.yml"), "retrieved: 2025-02-11\n");
  importInto(content);
  expect(filesIn(join(content, "posts"))).toEqual(store);
});

test("so is that in the sidecar of an export", () => {
  const messages = [
    { id: 1, type: "message", date: "2025-02-08T09:05:00", text: "Brod danas ne plovi zbog magle nad morem." },
    { id: 2, type: "message", date: "2025-02-09T10:20:00", text: "Luka je opet otvorena od sedam sati." },
  ];
  const chat = JSON.stringify({ name: "Luka", type: "public_channel", id: 1200, messages });
  const content = folderWith({
    "dumps/a.txt": page,
    "dumps/a.yml": "retrieved: 2025-02-09\n",
    "dumps/b.json": chat,
    "dumps/b.yml": "retrieved: 2025-02-11\ntimezone: UTC\nlanguage: sr-Latn\n",
  });
  importInto(content);
  expect(languagesIn(content)).toEqual(["sr-Latn", "sr-Latn"]);
});
