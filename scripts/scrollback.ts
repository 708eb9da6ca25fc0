#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { buildCommand } from "./commands/build.ts";
import { importCommand } from "./commands/import.ts";
import { initCommand } from "./commands/init.ts";
import { recordsCommand } from "./commands/records.ts";
import { serveCommand } from "./commands/serve.ts";
import { verifyCommand } from "./commands/verify.ts";
import { version } from "./program.ts";

/** The commands, in the order of their help. A new one is a file in `commands/` and a row here. */
const commands = [initCommand, importCommand, buildCommand, serveCommand, recordsCommand, verifyCommand];

// `scrollback records | head` closes the pipe when it has enough; that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const program = new Command("scrollback")
  .description("Turns what people kept of Telegram channels into a dated, searchable, citable static archive.")
  .version(version(), "-V, --version", "print the version")
  .helpOption("-h, --help", "print this help")
  .helpCommand("help [command]", "print the help of a command")
  .showHelpAfterError("(scrollback --help lists the commands and options)")
  .exitOverride();
for (const make of commands) program.addCommand(make().exitOverride().helpOption("-h, --help", "print this help"));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
