import { type Calibration, calibrated, type Vote } from "../../src/dialects/boundaries/judge-preview.ts";

/** A held-out page: what models that did not see its channel say of its candidates, and where posts start. */
export interface VotedPage {
  /** The group of channels that was held out. */
  readonly group: number;
  readonly votes: readonly Vote[];
  readonly answers: readonly boolean[];
  /** How much the page counts. */
  readonly weight: number;
}

/** Votes as they are. */
export const noCalibration: Calibration = { slope: 1, shift: 0, flatSlope: 0, flatShift: 0, spread: 0 };

const spreads = [0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6];

/** The calibration under which the answers are likeliest: for each spread a logistic regression by Newton's method; each page counts by its weight alone. */
export function calibrationOf(pages: readonly VotedPage[]): Calibration {
  const tried = spreads.map((spread) => regression(pages, spread));
  const losses = tried.map((calibration) => lossOf(pages, calibration));
  return tried[losses.indexOf(Math.min(...losses))] ?? noCalibration;
}

const steps = 12;

/** Keeps the regression solvable where no page is flat. */
const ridge = 1e-6;

function regression(pages: readonly VotedPage[], spread: number): Calibration {
  let weights = [0, 1, 0, 0];
  for (let step = 0; step < steps; step += 1) {
    const slopes = [0, 0, 0, 0];
    const curves = weights.map((_, at) => weights.map((__, other): number => (at === other ? ridge : 0)));
    for (const { votes, answers, weight } of pages) {
      for (const [at, { mean, deviation, flatness }] of votes.entries()) {
        const scale = 1 / Math.sqrt(1 + spread * deviation ** 2);
        const row = [scale, scale * mean, scale * flatness, scale * flatness * mean];
        const chance = 1 / (1 + Math.exp(-dot(row, weights)));
        const share = weight / votes.length;
        for (const [place, value] of row.entries()) {
          slopes[place] = (slopes[place] ?? 0) + share * (Number(answers[at]) - chance) * value;
          const curve = curves[place] ?? [];
          for (const [other, its] of row.entries())
            curve[other] = (curve[other] ?? 0) + share * chance * (1 - chance) * value * its;
        }
      }
    }
    const change = solved(curves, slopes);
    weights = weights.map((own, at) => own + (change[at] ?? 0));
  }
  const [shift = 0, slope = 1, flatShift = 0, flatSlope = 0] = weights.map((own) => Number(own.toFixed(3)));
  return { slope, shift, flatSlope, flatShift, spread };
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

/** The solution of a small system of linear equations, by Gauss's elimination; the matrix is positive definite. */
function solved(matrix: readonly (readonly number[])[], values: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, values[at] ?? 0]);
  for (const [at, row] of rows.entries())
    for (const [other, its] of rows.entries()) {
      if (other === at) continue;
      const times = (its[at] ?? 0) / (row[at] ?? 1);
      for (const [column, value] of row.entries()) its[column] = (its[column] ?? 0) - times * value;
    }
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}

function lossOf(pages: readonly VotedPage[], calibration: Calibration): number {
  let loss = 0;
  for (const { votes, answers, weight } of pages)
    for (const [at, vote] of votes.entries()) {
      const odds = calibrated(vote, calibration);
      loss += (weight / votes.length) * Math.log1p(Math.exp(answers[at] ? -odds : odds));
    }
  return loss;
}
