import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { Command } from "commander";
import { sidecarSchema } from "../../src/read/sidecar.ts";
import { settingsSchema } from "../../src/site/model/settings.ts";
import { version } from "../program.ts";

/** `scrollback init [FOLDER]`: makes an archive to put dumps into. */
export function initCommand(): Command {
  return new Command("init")
    .description("Make a new archive: settings, a folder for dumps, and a workflow that publishes it.")
    .argument("[folder]", "where it is made; the current folder where none is named", ".")
    .addHelpText(
      "after",
      "\nFiles that are there already stay as they are. Exit status: 0, or 1 if nothing could be written.",
    )
    .action((folder: string): void => {
      const made = initArchive(folder);
      for (const file of made) process.stdout.write(`${join(folder, file)}\n`);
      const there = folder === "." ? "" : `cd ${folder} && `;
      process.stdout.write(`Next: ${there}npx scrollback import DUMP.txt && npx scrollback serve\n`);
    });
}

/** Makes what an archive needs in a folder and leaves alone what is there; the files that were made. Throws an Error where the folder is another program's. */
export function initArchive(folder: string): readonly string[] {
  const name = basename(resolve(folder));
  if (
    existsSync(folder) &&
    !existsSync(join(folder, "content")) &&
    readdirSync(folder).some((file) => !harmless.has(file))
  ) {
    throw new Error(`Cannot make an archive in "${folder}": it holds other files; name an empty or a new folder`);
  }
  const files = filesOf(name);
  const made: string[] = [];
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, file);
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    made.push(file);
  }
  return made;
}

/** What may lie in a folder that an archive is made in: it is where Scrollback was installed, or a new repository. */
const harmless: ReadonlySet<string> = new Set([".git", "node_modules", "package.json", "package-lock.json", "LICENSE"]);

function filesOf(name: string): Readonly<Record<string, string>> {
  const title = name.replace(/[-_]+/gu, " ").replace(/^\p{L}/u, (letter) => letter.toUpperCase());
  return {
    "content/site.yml": settingsFile(title),
    "content/dumps/.gitkeep": "",
    "content/schemas/site.schema.json": `${JSON.stringify(settingsSchema(), undefined, 2)}\n`,
    "content/schemas/sidecar.schema.json": `${JSON.stringify(sidecarSchema(), undefined, 2)}\n`,
    ".gitignore": "node_modules/\n_site/\n.cache/\n*.scrollback-unfinished\n.import.lock\n",
    // Git must not change a byte of a dump: its hash is its identity.
    ".gitattributes": "content/dumps/** -text\n",
    "package.json": `${JSON.stringify(
      {
        name:
          name
            .toLowerCase()
            .replace(/[^a-z0-9-]+/gu, "-")
            .replace(/^-+|-+$/gu, "") || "archive",
        private: true,
        type: "module",
        scripts: { start: "scrollback serve", build: "scrollback build", verify: "scrollback verify" },
        dependencies: { scrollback: `^${version()}` },
      },
      undefined,
      2,
    )}\n`,
    "README.md": readme(title),
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

function readme(title: string): string {
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
2. \`npx scrollback serve\` builds the site and shows it on this machine.
3. \`npx scrollback verify\` checks dumps, posts and addresses against each other.

Keep \`content/\` under version control: it holds the dumps, the posts and every address that was ever published.
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
      - run: npx scrollback build
      - run: npx scrollback verify
      - uses: actions/upload-pages-artifact@v3
        with: { path: _site }
      - id: deployment
        uses: actions/deploy-pages@v4
`;
