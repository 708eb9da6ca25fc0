import { Command } from "commander";
import type { SearchServer } from "../../src/site/model/search-server.ts";
import { countedWords } from "../../src/site/model/wording.ts";
import { archiveFolder, type FolderOptions, requireArchive } from "../folder.ts";
import type { IndexReport } from "../search-engine/index-archive.ts";
import { say, sayJson } from "./say.ts";

interface Options extends FolderOptions {
  readonly full?: boolean;
  readonly json?: boolean;
}

/** `scrollback index`: sends the posts to the search engine of the settings. */
export function indexCommand(): Command {
  return new Command("index")
    .description(
      "Send the posts to the search engine that content/site.yml names under search: what is new or changed.",
    )
    .option("--full", "delete the index and send all posts")
    .option("--json", "print a report as JSON, and nothing else on stdout")
    .addHelpText(
      "after",
      `
The key that may write comes from the environment variable SCROLLBACK_INDEX_KEY; the key in content/site.yml is published and must only search.
A run that is stopped, or fails, goes on where it was: .cache/search-engine notes what the engine has taken.
Exit status: 0, or 1 if the engine cannot be reached or does not take a post.`,
    )
    .action((_: Options, command: Command) => run(command.optsWithGlobals<Options>()));
}

async function run({ full = false, json = false, ...folder }: Options): Promise<void> {
  const { content } = archiveFolder(folder);
  requireArchive(archiveFolder(folder));
  const { loadArchive } = await import("../storage/load-archive.ts");
  const { Stages } = await import("../site/stages.ts");
  const { indexArchive } = await import("../search-engine/index-archive.ts");
  const { sentFile } = await import("../search-engine/sent-documents.ts");
  const stages = new Stages();
  const archive = await stages.run("Reading posts", () => loadArchive(content));
  const { search } = archive.settings;
  if (search === undefined)
    throw new Error(
      `Cannot index the archive: "${content}/site.yml" names no search engine; write "search" with "engine", "url" and "key" there`,
    );
  const server = writable(search, process.env.SCROLLBACK_INDEX_KEY);
  const report = await stages.run(
    "Sending posts",
    (tell) => indexArchive(archive, { server, file: sentFile(content, server), full, tell }),
    archive.posts.length,
  );
  const { host } = new URL(server.url);
  for (const { id, reason } of report.refused) say(process.stderr, `Post ${id}: ${host} does not take it: ${reason}`);
  if (report.refused.length > 0) process.exitCode = 1;
  if (json) sayJson(report);
  else say(process.stdout, indexLine(report, host));
}

/** The engine with the key that may write. Throws an Error with the remedy where there is none, or where it is published. */
function writable({ key: published, ...server }: SearchServer, key = ""): SearchServer {
  if (key !== "" && key === published)
    throw new Error(
      "Cannot index the archive: SCROLLBACK_INDEX_KEY is the key in content/site.yml, which is published; write a key there that can only search",
    );
  if (key === "" && (published !== undefined || server.engine !== "opensearch"))
    throw new Error(
      "Cannot index the archive: set the environment variable SCROLLBACK_INDEX_KEY to a key that may write to the index",
    );
  return { ...server, ...(key !== "" && { key }) };
}

function indexLine({ posts, sent, unchanged, removed, refused }: IndexReport, host: string): string {
  const told = [
    `${sent} sent`,
    `${unchanged} unchanged`,
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(refused.length > 0 ? [`${refused.length} not taken`] : []),
  ];
  return `Indexed ${countedWords(posts, "post")} at ${host}: ${told.join(", ")}`;
}
