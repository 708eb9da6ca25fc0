import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { archiveWithWork, copyOf, expectWhole } from "./archive-states.ts";
import { filesIn, importInto } from "./content-folder.ts";
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
    ["full", "ENOSPC", /^Cannot (?:write|remove) "[^"\n]+": the disk is full; make room and do it again$/u],
    [
      "read-only",
      "EROFS",
      /^Cannot (?:write|remove) "[^"\n]+": the disk is read-only; copy the archive to a disk that can be written$/u,
    ],
    [
      "not ours",
      "EACCES",
      /^Cannot (?:write|remove) "[^"\n]+": permission denied; check the rights of file and folder$/u,
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
