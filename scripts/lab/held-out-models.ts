import { readFileSync } from "node:fs";
import { z } from "zod";
import type { BoundaryModel } from "../../src/dialects/boundaries/judge-preview.ts";
import { packed } from "../../src/dialects/boundaries/trees.ts";

/** A boundary model that learnt nothing from some channels: pages of these can be judged by it. */
export interface HeldOutModel {
  readonly channels: readonly string[];
  readonly model: BoundaryModel;
}

const numbers = z.array(z.number());
const trees = z.object({ base: z.number(), roots: numbers, feature: numbers, value: numbers, high: numbers });
const models = z.array(
  z.object({
    channels: z.array(z.string()),
    model: z.object({
      first: z.array(trees),
      second: z.array(trees),
      calibration: z.object({
        slope: z.number(),
        shift: z.number(),
        flatSlope: z.number(),
        flatShift: z.number(),
        spread: z.number(),
      }),
    }),
  }),
);

/** Reads what `fit-boundaries.ts --keep FILE` wrote. Throws where it is something else. */
export function readHeldOutModels(file: string): readonly HeldOutModel[] {
  return models.parse(JSON.parse(readFileSync(file, "utf8"))).map(({ channels, model }) => ({
    channels,
    model: { ...model, first: model.first.map(packed), second: model.second.map(packed) },
  }));
}
