import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { archiveWithWork, copyOf, expectWhole } from "./archive-states.ts";
import { filesIn, folderWith, importInto } from "./content-folder.ts";
import { disk } from "./disk.ts";

vi.mock("node:fs", async (original) => {
  const { overDisk } = await import("./disk.ts");
  const real = overDisk(await original<typeof import("node:fs")>());
  return { ...real, default: real };
});

/** The archive before an import, and what an import that nobody disturbs makes of it, in how many changes of the disk. */
function undisturbed() {
  const { content, dump, store } = archiveWithWork();
  importInto(copyOf(content), { dumps: [dump], store });
  const done = copyOf(content);
  disk.reset();
  importInto(done, { dumps: [dump], store });
  return { before: content, dumps: { dumps: [dump], store }, changes: disk.changes, after: filesIn(done) };
}

type Dumps = Parameters<typeof importInto>[1];

/** Imports on a disk that fails, and gives the message. */
function disturbed(content: string, dumps: Dumps, failing: Parameters<typeof disk.reset>[0]): string {
  disk.reset(failing);
  try {
    importInto(content, dumps);
    return "";
  } catch (error) {
    return (error as Error).message;
  } finally {
    disk.reset();
  }
}

describe("an import of an export with files", () => {
  test("ends in one line where the disk is full while they are copied, and leaves no half of one", () => {
    const message = { id: 1, type: "message", date_unixtime: "1733000000", text: "Tide is in.", photo: "photos/1.jpg" };
    const json = JSON.stringify({ name: "Tidewatch", type: "public_channel", messages: [message] });
    const home = folderWith({ "export/result.json": json, "export/photos/1.jpg": "\u00FF\u00D8\u00FF made" });
    const content = folderWith();
    const dumps = { dumps: [join(home, "export")] };
    disk.reset();
    importInto(copyOf(content), dumps);
    const { changes } = disk;
    const copies = Array.from({ length: changes }, (_, at) => {
      const own = copyOf(content);
      const said = disturbed(own, dumps, { from: at + 1, code: "ENOSPC" });
      return { said, files: Object.keys(filesIn(own)) };
    });
    const media = copies.filter(({ said }) => /^Cannot write "[^"]*media[^"]*": the disk is full/u.test(said));
    expect(media.length).toBeGreaterThan(1);
    for (const { said, files } of copies) {
      expect(said).toMatch(/^Cannot (?:write|remove) .*: the disk is full/u);
      expect(files.filter((path) => path.startsWith("media/") && path.includes("unfinished"))).toEqual([]);
    }
  });
});

describe("an import that ends", { timeout: 240_000 }, () => {
  test("at any change of the disk leaves a whole archive, and the next one makes the same bytes as if nothing had been", () => {
    const { before, dumps, changes, after } = undisturbed();
    expect(changes).toBeGreaterThan(40);
    const seen = new Set<string>();
    let stopped = 0;
    for (let from = 1; from <= changes; from += 1) {
      const content = copyOf(before);
      const said = disturbed(content, dumps, { from, code: "EIO", removes: false });
      // Only the store can fail in silence: what it keeps is made again.
      if (said === "") expect(filesIn(content), `change ${from}`).toEqual(after);
      else stopped += 1;
      expectWhole(content, before);
      seen.add(JSON.stringify(filesIn(content)));
      importInto(content, dumps);
      expect(filesIn(content), `stopped at change ${from}`).toEqual(after);
    }
    expect(seen.size).toBeGreaterThan(20);
    expect(stopped).toBeGreaterThan(40);
  });

  test.each([
    ["full", "ENOSPC", /^Cannot (?:write|remove) "[^"\n]+": the disk is full; free some space and try again$/u],
    [
      "read-only",
      "EROFS",
      /^Cannot (?:write|remove) "[^"\n]+": the disk is read-only; copy the archive to a writable disk$/u,
    ],
    [
      "not ours",
      "EACCES",
      /^Cannot (?:write|remove) "[^"\n]+": permission denied; check the permissions of the file and its folder$/u,
    ],
  ])("because the disk is %s says so in one line and loses nothing", (_, code, line) => {
    const { before, dumps, changes, after } = undisturbed();
    for (let from = 1; from <= changes - 4; from += 11) {
      const content = copyOf(before);
      expect(disturbed(content, dumps, { from, code })).toMatch(line);
      expectWhole(content, before);
      importInto(content, dumps);
      expect(filesIn(content)).toEqual(after);
    }
  });

  test("with nothing to write ends well on a disk that is read-only", () => {
    const { before, dumps } = undisturbed();
    importInto(before, dumps);
    const whole = filesIn(before);
    disk.reset({ from: 1, code: "EROFS", removes: false });
    const { written, removed } = importInto(before, { dumps: [join(before, "dumps/quay.txt")] });
    disk.reset();
    expect({ written, removed }).toEqual({ written: 0, removed: 0 });
    expect(filesIn(before)).toEqual(whole);
  });
});
