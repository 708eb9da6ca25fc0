import type { ModelParameters } from "../../src/dialects/boundaries/judge.ts";
import { featureWeights } from "../../src/dialects/boundaries/weights.ts";

/** How the features judge a preview, which has a model of its own: their weights are fitted so, and a review is tried with a judge that is often wrong. */
export const featureParameters: ModelParameters = {
  base: 0,
  features: 1,
  weights: featureWeights,
  likeness: 0.5,
  likenessLimit: 3,
  length: 0.8,
};
