import { closeSync, openSync, writeSync } from "node:fs";
import { channel, resultJson, toldPosts } from "./three-shapes.ts";

/**
 * Writes a `result.json` of at least so many megabytes, for measurements: `npx tsx test/exports/make-large-export.ts PATH MEGABYTES`. Its posts
 * are those of the tests over and over, under numbers of their own, with words of their own and about 700 bytes of text each.
 */
function main([path, megabytes]: readonly string[]): void {
  if (path === undefined || !Number.isFinite(Number(megabytes)))
    throw new Error("Cannot write a large export: name a path and a number of megabytes");
  const told = toldPosts(1000);
  const file = openSync(path, "w");
  let bytes = writeSync(file, `{\n "name": "${channel.name}",\n "type": "public_channel",\n "messages": [\n`);
  for (let round = 0; bytes < Number(megabytes) * 1e6; round += 1) {
    const posts = told.map((post) => ({
      ...post,
      number: post.number + round * 2000,
      time: post.time + round * 60,
      parts: [...post.parts, ` Page ${round} of ${post.number}. `, "The watch goes on; the book is kept. ".repeat(14)],
    }));
    const { messages } = JSON.parse(resultJson(posts)) as { readonly messages: readonly object[] };
    bytes += writeSync(
      file,
      `${round === 0 ? "" : ",\n"}${messages.map((message) => JSON.stringify(message, undefined, 1)).join(",\n")}`,
    );
  }
  writeSync(file, "\n ]\n}\n");
  closeSync(file);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
