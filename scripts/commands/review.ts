import { Command, InvalidArgumentError, Option } from "commander";
import { archiveFolder, type FolderOptions, requireArchive } from "../folder.ts";

interface Options extends FolderOptions {
  readonly port?: number;
  readonly by?: string;
}

/** `scrollback review`: a page on this machine that leads through what is doubtful and writes answers into sidecars and post files. */
export function reviewCommand(): Command {
  return new Command("review")
    .description("Settle doubtful boundaries and dates in the browser. Answers go to sidecars and post files.")
    .addOption(new Option("-p, --port <number>", "the port (default: any free one)").argParser(portFrom))
    .addOption(new Option("--by <name>", "your name, recorded with your answers").env("SCROLLBACK_EDITOR"))
    .addHelpText(
      "after",
      "\nThe next import applies the answers. Press Ctrl+C to stop. Exit status: 1 if the review cannot start.",
    )
    .action((_: Options, command: Command) => run(command.optsWithGlobals<Options>()));
}

function portFrom(wanted: string): number {
  const port = Number(wanted);
  if (wanted !== "" && Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new InvalidArgumentError("use a number from 0 to 65535");
}

async function run({ port = 0, by, ...folder }: Options): Promise<void> {
  const place = archiveFolder(folder);
  requireArchive(place);
  const { startReview } = await import("../review/start.ts");
  const served = await startReview(place.content, { port, ...(by === undefined ? {} : { by }) });
  process.stdout.write(`Review at ${served.url} (press Ctrl+C to stop)\n`);
}
