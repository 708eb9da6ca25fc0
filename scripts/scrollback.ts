#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { programCall, whereabouts } from "./command-line.ts";
import { buildCommand } from "./commands/build.ts";
import { importCommand } from "./commands/import.ts";
import { indexCommand } from "./commands/index.ts";
import { initCommand } from "./commands/init.ts";
import { packageCommand } from "./commands/package.ts";
import { recordsCommand } from "./commands/records.ts";
import { removeCommand } from "./commands/remove.ts";
import { repairCommand } from "./commands/repair.ts";
import { reviewCommand } from "./commands/review.ts";
import { runnable, say, sayOf } from "./commands/say.ts";
import { serveCommand } from "./commands/serve.ts";
import { verifyCommand } from "./commands/verify.ts";
import { type FolderOptions, folderOptions } from "./folder.ts";
import { version } from "./program.ts";

/**
 * The commands, in the order of their help. A new one is a file in `commands/` and a row here. A command loads what it works with when it runs, so
 * that help is quick.
 */
const commands = [
  initCommand,
  importCommand,
  buildCommand,
  indexCommand,
  serveCommand,
  reviewCommand,
  recordsCommand,
  verifyCommand,
  packageCommand,
  removeCommand,
  repairCommand,
];

// `scrollback records | head` closes the pipe when it has enough; that is no error.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });

const program = new Command(programCall(whereabouts()))
  .description("Turns text dumps of Telegram channel pages into a dated, searchable, citable static archive.")
  .version(version(), "-V, --version", "print the version")
  .helpOption("-h, --help", "print this help")
  .helpCommand("help [command]", "print the help of a command")
  .configureHelp({ showGlobalOptions: true })
  .showHelpAfterError(`(${programCall(whereabouts())} --help lists the commands and options)`)
  .configureOutput({
    writeOut: (text) => process.stdout.write(runnable(text)),
    writeErr: (text) => process.stderr.write(runnable(text)),
  })
  .hook("preAction", (_, command) => sayOf(command.optsWithGlobals<FolderOptions>()))
  .addHelpText("after", "\nExit status: 0 on success, 1 if the work failed, 2 if the command line is wrong.")
  .exitOverride();
for (const option of folderOptions()) program.addOption(option);
for (const make of commands) program.addCommand(make().copyInheritedSettings(program));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    for (const line of (error as Error).message.split("\n")) say(process.stderr, line);
    process.exitCode = 1;
  }
}
