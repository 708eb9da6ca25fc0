import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPost } from "../../src/markdown/post-file.ts";
import { sourcesOf } from "../../src/model/post.ts";
import { checkCommands, isLineText } from "../../src/site/model/check-commands.ts";
import { folderWith, importInto, page, postsIn } from "../import/content-folder.ts";

test("a post's text can be checked against its dump with sha256sum and sed alone", () => {
  const content = folderWith({
    "dumps/it's marsh.txt": page,
    "dumps/below/quiet.txt": "fog\n\n-----\n\nsun\nand wind\n",
  });
  importInto(content);
  const shell = (command: string): string => execFileSync("sh", ["-c", command], { cwd: content, encoding: "utf8" });
  const posts = postsIn(content).map((path) => readPost(readFileSync(join(content, path), "utf8"), path));
  expect(posts).toHaveLength(5);
  for (const post of posts) {
    for (const source of sourcesOf(post)) {
      expect(isLineText(source)).toBe(true);
      const [digest = "", lines = ""] = checkCommands(source).map(shell);
      expect(digest.replace(/^\\/u, "")).toMatch(new RegExp(`^${source.sha256} `, "u"));
      for (const line of post.text.split("\n").filter((each) => each !== "")) expect(lines).toContain(line);
    }
  }
});

test("what is packed or an export is not looked up so", () => {
  for (const file of ["a.zip/b.txt", "a.json", "a.txt.gz", "messages.html"]) expect(isLineText({ file })).toBe(false);
});
