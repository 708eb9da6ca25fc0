import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { rangeOf, sitePathOf } from "../../scripts/site/requests.ts";
import { serve } from "../../scripts/site/server.ts";
import { folderWith } from "../import/content-folder.ts";

/** A small site and its server, asked by the bytes that are sent. */
async function site(): Promise<(request: string) => Promise<string>> {
  const folder = folderWith({
    "_site/index.html": "<p>home</p>",
    "_site/about/index.html": "<p>about</p>",
    "_site/404.html": "<p>nothing</p>",
    "_site/data.txt": "0123456789",
    "secret.txt": "secret",
  });
  symlinkSync(join(folder, "secret.txt"), join(folder, "_site/link.txt"));
  mkdirSync(join(folder, "away"));
  writeFileSync(join(folder, "away/index.html"), "secret");
  symlinkSync(join(folder, "away"), join(folder, "_site/away"));
  const served = await serve(join(folder, "_site"), { port: 0 });
  onTestFinished(() => served.close());
  const port = Number(new URL(served.url).port);
  return (request) =>
    new Promise((done, fail) => {
      let text = "";
      const socket = connect(port, "127.0.0.1", () => socket.write(request.replaceAll("\n", "\r\n")));
      socket.on("data", (chunk) => (text += String(chunk)));
      socket.on("close", () => done(text));
      socket.on("error", fail);
    });
}

const get = (path: string, headers = "", method = "GET", host = "localhost"): string =>
  `${method} ${path} HTTP/1.1\nHost: ${host}\nConnection: close\n${headers}\n`;

describe("the server", () => {
  test.each([
    ["//evil.example/about", 404],
    ["http://evil.example/about", 404],
    ["/\\evil.example/about", 404],
    ["/%5Cevil.example/about", 404],
    ["/%2Fevil.example/about", 404],
    ["/../secret.txt", 404],
    ["/%2e%2e/secret.txt", 404],
    ["/link.txt", 404],
    ["/away/", 404],
    ["/away", 404],
    ["/about/", 200],
    ["/data.txt?x=1", 200],
  ])("answers %s with %i and never leads away", async (path, status) => {
    const answer = await (await site())(get(path));
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `, "u"));
    expect(answer).not.toMatch(/secret|^location:/imu);
  });

  test("sends a folder without its slash to itself, with its question", async () => {
    const ask = await site();
    expect(await ask(get("/about?q=a"))).toMatch(/^HTTP\/1\.1 301 [\s\S]*\nlocation: \/about\/\?q=a\r\n/iu);
  });

  test("refuses names that are not this machine's, and what is no reading", async () => {
    const ask = await site();
    expect(await ask(get("/", "", "GET", "evil.example"))).toMatch(/^HTTP\/1\.1 421 /u);
    expect(await ask(get("/", "", "GET", "localhost.evil.example:80"))).toMatch(/^HTTP\/1\.1 421 /u);
    expect(await ask(get("/", "", "GET", "127.0.0.1:8080"))).toMatch(/^HTTP\/1\.1 200 /u);
    for (const method of ["POST", "DELETE", "PUT", "OPTIONS"])
      expect(await ask(get("/", "", method))).toMatch(/^HTTP\/1\.1 405 [\s\S]*\nallow: GET, HEAD\r\n/iu);
    expect(await ask(get("/data.txt", "", "HEAD"))).toMatch(
      /^HTTP\/1\.1 200 [\s\S]*content-length: 10[\s\S]*\r\n\r\n$/iu,
    );
  });

  test("answers with the part of a file that was asked for", async () => {
    const ask = await site();
    const part = await ask(get("/data.txt", "Range: bytes=2-4\n"));
    expect(part).toMatch(/^HTTP\/1\.1 206 [\s\S]*content-range: bytes 2-4\/10\r\n[\s\S]*\r\n\r\n234$/iu);
    expect(await ask(get("/data.txt", "Range: bytes=-3\n"))).toMatch(/206 [\s\S]*\r\n\r\n789$/u);
    expect(await ask(get("/data.txt", "Range: bytes=20-\n"))).toMatch(/^HTTP\/1\.1 416 [\s\S]*bytes \*\/10/u);
    expect(await ask(get("/data.txt", "Range: bytes=0-1,3-4\n"))).toMatch(/200 [\s\S]*\r\n\r\n0123456789$/u);
  });
});

test("no address whatever leads to another host or out of a site", () => {
  const odd = fc.array(
    fc.constantFrom("/", "\\", "..", ".", "%2f", "%5c", "%2e", "a", "é", "%00", "?", "#", ":", "@", "\t"),
  );
  fc.assert(
    fc.property(odd, (parts) => {
      const asked = sitePathOf(parts.join(""));
      if (asked === undefined) return;
      const whole = new URL(encodeURI(asked.path) + asked.query, "http://localhost/");
      expect(whole.host).toBe("localhost");
      expect(decodeURIComponent(whole.pathname)).toBe(asked.path === "" ? "/" : asked.path);
    }),
  );
});

test("a part is never longer than its file", () => {
  fc.assert(
    fc.property(fc.option(fc.nat(20)), fc.option(fc.nat(20)), fc.nat(12), (first, last, size) => {
      const range = rangeOf(`bytes=${first ?? ""}-${last ?? ""}`, size);
      if (typeof range === "string") return;
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.end).toBeLessThan(size);
      expect(range.end).toBeGreaterThanOrEqual(range.start);
    }),
  );
});
