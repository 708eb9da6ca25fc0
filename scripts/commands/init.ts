import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { Command } from "commander";
import { commandLine, whereabouts } from "../command-line.ts";
import type { FolderOptions } from "../folder.ts";
import { type Installation, installation, isCheckout } from "../program.ts";

/** `scrollback init [FOLDER]`: makes an archive to put dumps into. */
export function initCommand(): Command {
  return new Command("init")
    .description("Create an archive: settings, a folder for dumps, and a workflow that publishes it.")
    .argument("[folder]", "where to create it (default: the current folder)", ".")
    .addHelpText(
      "after",
      `
Existing files are kept, but the JSON Schemas and .gitattributes are updated: run it again after each update.
Exit status: 0, or 1 if nothing could be written.`,
    )
    .action(async (folder: string, _: unknown, command: Command): Promise<void> => {
      const { dir } = command.optsWithGlobals<FolderOptions>();
      const place = isAbsolute(folder) ? folder : join(dir, folder);
      const own = installation();
      for (const file of await initArchive(place, own)) process.stdout.write(`${join(place, file)}\n`);
      const next = ["import DUMP.txt", "serve"].map((words) => commandLine(words, { dir: place }, whereabouts()));
      process.stdout.write(`Next:\n${next.map((line) => `  ${line}\n`).join("")}`);
      if (own === undefined) process.stderr.write(`${isCheckout() ? programMissing : unknownOrigin}\n`);
    });
}

const unknownOrigin =
  "Cannot tell where this program was installed from; before you publish, add its package to package.json (npm install FILE.tgz)";

const programMissing =
  "The archive does not contain the program: the commands above work on it from here. Before you use npm start in it or publish it, run npm pack in the folder of Scrollback and npm install FILE.tgz in the archive";

/**
 * Makes what an archive needs in a folder and leaves alone what is there but schemas; the files that were written. The archive depends on the
 * package that this program was installed from, and keeps its file if it is one. Throws an Error where the folder holds something else.
 */
async function initArchive(folder: string, own: Installation | undefined): Promise<readonly string[]> {
  const name = basename(resolve(folder));
  if (
    existsSync(folder) &&
    !existsSync(join(folder, "content")) &&
    readdirSync(folder).some((file) => !harmless.has(file) && !file.endsWith(".tgz"))
  ) {
    throw new Error(`Cannot create an archive in "${folder}": it contains other files; name an empty or new folder`);
  }
  const made: string[] = [];
  for (const [file, text] of Object.entries({ ...filesOf(name, own), ...(await schemaFiles()) })) {
    const path = join(folder, file);
    if (file === ".gitattributes" && existsSync(path)) {
      if (completeAttributes(path)) made.push(file);
      continue;
    }
    if (existsSync(path) && (!file.endsWith(".schema.json") || readFileSync(path, "utf8") === text)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    made.push(file);
  }
  if (own?.file !== undefined && !existsSync(join(folder, basename(own.file)))) {
    copyFileSync(own.file, join(folder, basename(own.file)));
    made.push(basename(own.file));
  }
  return made;
}

/** What git must know: no byte of a dump may change, and of addresses a merge keeps those of both branches. */
const attributes = [
  "content/dumps/** -text -merge\n",
  "content/permalinks.jsonl text eol=lf merge=union\n",
  // Posts and ledger are compared by their bytes; git on Windows would write other line ends.
  "content/posts/** text eol=lf\n",
  "content/ledger.json text eol=lf\n",
];

/** Adds what git must know to the attributes of an archive that was made without it; whether anything was missing. */
function completeAttributes(path: string): boolean {
  const text = readFileSync(path, "utf8");
  const missing = attributes.filter((line) => !text.split(/\r?\n/u).includes(line.trimEnd()));
  if (missing.length > 0)
    writeFileSync(path, `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${missing.join("")}`);
  return missing.length > 0;
}

/** The JSON Schemas that the files name. */
async function schemaFiles(): Promise<Readonly<Record<string, string>>> {
  const { settingsSchema } = await import("../../src/site/model/settings.ts");
  const { sidecarSchema } = await import("../../src/read/sidecar.ts");
  const { subjectRulesSchema } = await import("../../src/site/model/subject-rules.ts");
  return {
    "content/schemas/site.schema.json": `${JSON.stringify(settingsSchema(), undefined, 2)}\n`,
    "content/schemas/sidecar.schema.json": `${JSON.stringify(sidecarSchema(), undefined, 2)}\n`,
    "content/schemas/subjects.schema.json": `${JSON.stringify(subjectRulesSchema(), undefined, 2)}\n`,
  };
}

/** What may lie in a folder that an archive is made in: it is where Scrollback was installed, or a new repository. */
const harmless: ReadonlySet<string> = new Set([".git", "node_modules", "package.json", "package-lock.json", "LICENSE"]);

function filesOf(name: string, own: Installation | undefined): Readonly<Record<string, string>> {
  const title = name.replace(/[-_]+/gu, " ").replace(/^\p{L}/u, (letter) => letter.toUpperCase());
  return {
    "content/site.yml": settingsFile(title),
    "content/dumps/.gitkeep": "",
    ".gitignore":
      "node_modules/\n_site/\n_shards/\n_media/\n.cache/\nweb-archives/\n*.scrollback-unfinished\n.import.lock\n",
    ".gitattributes": attributes.join(""),
    "package.json": `${JSON.stringify(
      {
        name:
          name
            .toLowerCase()
            .replace(/[^a-z0-9-]+/gu, "-")
            .replace(/^-+|-+$/gu, "") || "archive",
        private: true,
        type: "module",
        scripts: {
          start: "scrollback serve",
          build: "scrollback build",
          import: "scrollback import",
          verify: "scrollback verify",
        },
        ...(own === undefined ? {} : { dependencies: { scrollback: own.spec } }),
      },
      undefined,
      2,
    )}\n`,
    "README.md": readme(title, own !== undefined),
    ".github/workflows/publish.yml": workflow,
  };
}

function settingsFile(title: string): string {
  return `# yaml-language-server: $schema=schemas/site.schema.json
# What this archive is called and where it is published. A wrong key stops the build and is named.
title: ${JSON.stringify(title)}
description: Posts of captured Telegram channels, dated, searchable and citable.
# The address the site is published under. Feeds, the sitemap and citations use it.
url: https://example.org/
# The language of the title and the description.
language: en
# The time zone whose calendar days the dates are, such as Europe/Kyiv.
# timezone: Europe/Kyiv
`;
}

function readme(title: string, hasProgram: boolean): string {
  const install = hasProgram
    ? "`npm install`, once."
    : "`npm install FILE.tgz`, once, with the file that `npm pack` makes in the folder of Scrollback; then run `init` again here, which copies the file into the archive.";
  return `# ${title}

An archive of Telegram channels, made with Scrollback.

1. Put dumps into \`content/dumps\`: the text of a channel's page as \`NAME.txt\`, or an export.
   What you know about a dump goes into \`NAME.yml\` beside it:

   \`\`\`yaml
   # yaml-language-server: $schema=../schemas/sidecar.schema.json
   channel: Harbour News
   handle: harbournews
   retrieved: 2026-02-11
   \`\`\`
2. ${install}
3. \`npm start\` imports the dumps, builds the site and shows it on this machine.
4. \`npm run verify\` checks dumps, posts and addresses against each other.

Before you publish, write the site's address into \`content/site.yml\`, and choose "GitHub Actions" under Settings → Pages.
Keep \`content/\` under version control: it holds the dumps, the posts and every address that was ever published.
Run \`npm run build\` before each commit, so that new addresses are kept.
`;
}

const workflow = `name: Publish the archive
on: { push: { branches: [main] }, workflow_dispatch: {} }
permissions: { contents: read, pages: write, id-token: write }
concurrency: { group: pages, cancel-in-progress: true }
jobs:
  publish:
    runs-on: ubuntu-latest
    environment: { name: github-pages, url: "\${{ steps.deployment.outputs.page_url }}" }
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 20 }
      - run: npm install
      - run: npm run verify
      - run: npm run build
      - uses: actions/upload-pages-artifact@v3
        with: { path: _site }
      - id: deployment
        uses: actions/deploy-pages@v4
`;
