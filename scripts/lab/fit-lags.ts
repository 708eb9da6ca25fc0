/**
 * Fits src/dating/solver/lag-table.ts on channels whose days are known, and prints it.
 *
 *     npx tsx scripts/lab/fit-lags.ts FOLDER [--without CHANNEL]… > src/dating/solver/lag-table.ts
 *
 * FOLDER holds channels as `knownChannels()` of scripts/lab/known-channels.ts reads them.
 */
import { parseArgs } from "node:util";
import { type LagTable, nearEdges } from "../../src/dating/solver/lag-shape.ts";
import { countLags, fitLags } from "./fit.ts";
import { knownChannels } from "./known-channels.ts";

function main(): void {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { without: { type: "string", multiple: true, default: [] } },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new Error("Cannot fit: name the folder of channels");
  const channels = knownChannels(folder).filter(({ name }) => !values.without.includes(name));
  process.stdout.write(tableText(fitLags(channels.map(({ posts }) => countLags(posts)))));
}

/** The table as the source text of src/dating/solver/lag-table.ts. */
function tableText(table: LagTable): string {
  const days = Object.entries(table.days).map(
    ([kind, { near, far }]) =>
      `    ${JSON.stringify(kind)}: {\n      near: [${figures(near)}],\n      far: [${figures(far)}],\n    },`,
  );
  const weekdays = Object.entries(table.weekdays).map(
    ([kind, shares]) => `    ${JSON.stringify(kind)}: [${figures(shares)}],`,
  );
  return [
    "// Written by scripts/lab/fit-lags.ts from channels with known days; do not edit by hand.",
    'import type { LagTable } from "./lag-shape.ts";',
    "",
    "/**",
    " * Probabilities of the distance between a post and a day that it names, by kind of expression.",
    ` * \`near\` has the buckets of \`nearEdges\` mirrored around the day itself, which stands at place ${nearEdges.length - 1}; \`far\` has those of \`farEdges\`.`,
    " */",
    "// biome-ignore format: one row a kind reads as a table",
    "export const lagTable: LagTable = {",
    "  days: {",
    ...days,
    "  },",
    "  weekdays: {",
    ...weekdays,
    "  },",
    "};",
    "",
  ].join("\n");
}

function figures(masses: readonly number[]): string {
  return masses.map((mass) => mass.toFixed(5)).join(", ");
}

try {
  main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
